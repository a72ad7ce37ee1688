"""What the package says of itself where it is published: its README, and addresses.

Hatchling runs this while it builds a wheel or a source distribution. GLOSSARY_REPOSITORY is the address of
the repository, as for the site (mkdocs.yml). With it, links between our files become addresses in that
repository, at the tag of this version. Without it they become plain text: a relative link leads nowhere
on another page.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

try:
    from hatchling.metadata.plugin.interface import MetadataHookInterface
except ImportError:  # a test that reads the text only
    MetadataHookInterface = object

LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:|mailto:|#)([^)\s]+)\)")
PICTURE_ROW = re.compile(r"^\|(?=.*!\[).*\n", re.MULTILINE)
TABLE_HEAD = re.compile(r"^\|.*\|\n\|[-| ]+\|\n(?!\|)", re.MULTILINE)


def readme(text: str, repository: str, version: str) -> str:
    """The README for a page elsewhere. Without a repository, pictures go, and tables of nothing else."""
    if not repository:
        text = TABLE_HEAD.sub("", PICTURE_ROW.sub("", text))
        text = LINK.sub(lambda found: "" if found[1] else found[2], text)
        return re.sub(r"\n{3,}", "\n\n", text)
    base = repository.rstrip("/")

    def absolute(found: re.Match[str]) -> str:
        kind = "raw" if found[1] else "blob"
        return f"{found[1]}[{found[2]}]({base}/{kind}/v{version}/{found[3]})"

    return LINK.sub(absolute, text)


def addresses(repository: str, version: str) -> dict[str, str]:
    """``project.urls``; none without a repository."""
    base = repository.rstrip("/")
    if not base:
        return {}
    return {
        "Repository": base,
        "Issues": f"{base}/issues",
        "Documentation": f"{base}/tree/v{version}/docs",
        "Changelog": f"{base}/blob/v{version}/CHANGELOG.md",
    }


class PackageMetadata(MetadataHookInterface):  # type: ignore[misc]
    def update(self, metadata: dict[str, Any]) -> None:
        repository, version = os.environ.get("GLOSSARY_REPOSITORY", ""), metadata["version"]
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": readme(text, repository, version),
        }
        metadata["urls"] = addresses(repository, version)
