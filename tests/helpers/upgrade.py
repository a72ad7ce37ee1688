"""Glossaries as ``init`` of earlier versions made them, from copies of their files."""

from __future__ import annotations

import shutil
from pathlib import Path

from helpers.corpora import DATA

EDITIONS = ("0.1.0", "2026-11-29")  # the second as the version after 0.2.0 stood on that day, in French


def first_version(folder: Path) -> Path:
    """What 0.1.0 made."""
    return made_by("0.1.0", folder)


def made_by(edition: str, folder: Path) -> Path:
    """The glossary in a new folder ``desk`` below ``folder``, in a repository."""
    root = folder / "desk"
    shutil.copytree(DATA / "upgrade" / edition, root)
    (root / "gitignore.txt").rename(root / ".gitignore")
    (root / ".git").mkdir()
    for name in ("docs", "theme"):
        (root / "build" / name).mkdir(parents=True)
        (root / "build" / name / ".gitignore").write_text("*\n!.gitignore\n")
    return root
