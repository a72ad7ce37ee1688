"""Writes the generated folder so that it equals what was rendered, touching only what differs.

A builder may be serving from the folder: it is never emptied or swapped, since watchers then go deaf.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many files were written, removed, and left as they were; ``names`` are those written."""

    changed: int
    removed: int
    same: int
    names: frozenset[str] = field(default=frozenset(), compare=False)


def sync(folder: Path, files: Mapping[str, bytes], others: Collection[str] = ()) -> Written:
    """Make ``folder`` hold exactly ``files``; hidden files in it are left alone, but for links.

    What stands at the paths of ``others`` stays as well: ``add`` writes these later.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = dict(_files(folder))
    stale = [name for name, size in there.items() if (name not in files and name not in others) or size < 0]
    for name in stale:
        (folder / name).unlink()
        del there[name]
    _remove_empty_folders(folder)
    changed = frozenset(_write_changed(folder, files.items(), there))
    removed = sum(name not in files for name in stale)
    return Written(changed=len(changed), removed=removed, same=len(files) - len(changed), names=changed)


def add(folder: Path, files: Iterable[tuple[str, bytes]], written: Written) -> Written:
    """Make ``folder`` hold ``files`` too, which ``sync`` knew as others; what both have done together."""
    names: set[str] = set()
    changed = set(_write_changed(folder, _noted(files, names), dict(_files(folder))))
    return Written(
        changed=written.changed + len(changed),
        removed=written.removed,
        same=written.same + len(names - changed),
        names=written.names.union(changed),
    )


def _noted(files: Iterable[tuple[str, bytes]], names: set[str]) -> Iterator[tuple[str, bytes]]:
    for name, data in files:
        names.add(name)
        yield name, data


def _write_changed(
    folder: Path, files: Iterable[tuple[str, bytes]], there: Mapping[str, int]
) -> Iterator[str]:
    """Write the files that are not ``there``, by path and size, as they are; their names."""
    folders: set[str] = set()
    for name, data in files:
        if there.get(name) == len(data) and not _differs(f"{folder}/{name}", data):
            continue
        parent = name.rpartition("/")[0]
        if parent not in folders:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            folders.add(parent)
        with open(f"{folder}/{name}", "wb") as file:  # noqa: PTH123 # a Path for each file takes as long
            file.write(data)
        yield name


def _files(folder: Path | str, below: str = "", hidden: bool = False) -> Iterator[tuple[str, int]]:
    """(path below the folder, size) of every file; -1 for what must not be written to: a link, a pipe.

    Of hidden files and folders, which are somebody else's, only the links: a builder may be told to publish
    what they lead to.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            name, apart = below + entry.name, hidden or entry.name.startswith(".")
            if entry.is_symlink():
                yield name, -1
            elif entry.is_dir():
                yield from _files(entry.path, name + "/", apart)
            elif not apart:
                yield name, entry.stat().st_size if entry.is_file() else -1


def _remove_empty_folders(folder: Path) -> None:
    """From the innermost outwards; hidden folders, and folders that hold something hidden, stay."""
    for inner in list(folder.iterdir()):
        if inner.is_dir() and not inner.is_symlink() and not inner.name.startswith("."):
            _remove_empty_folders(inner)
            if not any(inner.iterdir()):
                inner.rmdir()


def _differs(path: str, data: bytes) -> bool:
    with open(path, "rb") as file:  # noqa: PTH123 # as above
        return file.read() != data
