"""A glossary as version 0.1.0's ``init`` made it, from a copy of its files."""

from __future__ import annotations

import shutil
from pathlib import Path

from helpers.corpora import DATA


def first_version(folder: Path) -> Path:
    """The glossary in a new folder ``desk`` below ``folder``, in a repository."""
    root = folder / "desk"
    shutil.copytree(DATA / "upgrade" / "0.1.0", root)
    (root / "gitignore.txt").rename(root / ".gitignore")
    (root / ".git").mkdir()
    for name in ("docs", "theme"):
        (root / "build" / name).mkdir(parents=True)
        (root / "build" / name / ".gitignore").write_text("*\n!.gitignore\n")
    return root
