"""Writes the generated folder so that it equals what was rendered, touching only what differs.

A builder may be serving from the folder: it is never emptied or swapped, since watchers then go deaf.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many files were written, removed, and left as they were."""

    changed: int
    removed: int
    same: int


def sync(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Make ``folder`` hold exactly ``files``; hidden files in it are left alone."""
    changed = removed = 0
    folder.mkdir(parents=True, exist_ok=True)
    there = {path for path in folder.rglob("*") if not _hidden(path.relative_to(folder))}
    wanted = {folder / name for name in files}
    for path in sorted(there, reverse=True):  # files before the folders that hold them
        if path.is_dir() and not path.is_symlink():
            if path not in wanted and not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()
            removed += 1
    for name, data in files.items():
        path = folder / name
        if path in there and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        changed += 1
    return Written(changed=changed, removed=removed, same=len(files) - changed)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
