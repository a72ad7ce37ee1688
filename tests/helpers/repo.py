"""A small git repository with a corpus, made in a temporary folder."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

ALONE = {  # nothing of whoever runs the tests
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Ann Editor",
    "GIT_AUTHOR_EMAIL": "ann@example.org",
    "GIT_COMMITTER_NAME": "Ann Editor",
    "GIT_COMMITTER_EMAIL": "ann@example.org",
}


class Repo:
    """``below`` is where the project stands in the repository."""

    def __init__(self, folder: Path, below: str = "") -> None:
        self.top = folder
        self.root = folder / below
        (self.root / "glossary" / "terms").mkdir(parents=True)
        self.git("init", "-q", "-b", "main")
        (folder / ".git" / "info" / "exclude").write_text("build/\n")

    def git(self, *arguments: str, day: str = "2026-01-01") -> str:
        when = {f"GIT_{who}_DATE": f"{day}T10:00:00+02:00" for who in ("AUTHOR", "COMMITTER")}
        return subprocess.run(
            ["git", "-C", str(self.top), *arguments],
            env={**os.environ, **ALONE, **when},
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """``files`` are below glossary/; None removes one."""
        for path, text in files.items():
            target = self.root / "glossary" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                target.unlink()
            else:
                target.write_bytes(text.encode() if isinstance(text, str) else text)

    def commit(
        self, day: str, files: Mapping[str, str | bytes | None] | None = None, **terms: str | None
    ) -> str:
        """Write files, and terms by slug (``_`` for ``-``), and commit them on that day; its id."""
        named = {f"terms/{slug.replace('_', '-')}.yaml": text for slug, text in terms.items()}
        self.write({**(files or {}), **named})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "A step", day=day)
        return self.git("rev-parse", "HEAD").strip()
