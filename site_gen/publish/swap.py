"""A new site takes the place of the old one as a whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def built_beside(site: Path) -> Iterator[Path]:
    """An empty folder beside ``site`` to build into; it becomes ``site`` at the end.

    After an exception, of whatever kind, ``site`` is what it was. What is hidden in the old site (a host's
    settings, a repository) is carried over, as MkDocs spares it too. A build that was killed leaves its
    folder to the next one.
    """
    new, old = (site.with_name(f".{site.name}.{name}") for name in ("new", "old"))
    if old.is_dir() and not old.is_symlink() and not site.exists():  # killed between the two renames
        old.rename(site)
    for left in (new, old):
        _remove(left)
    new.mkdir(parents=True)
    try:
        yield new
        _swap(site, new, old)
    finally:
        _remove(new)
    _remove(old)


def _swap(site: Path, new: Path, old: Path) -> None:
    if not site.exists():
        new.rename(site)
        return
    site.rename(old)
    try:
        for entry in old.iterdir():
            if entry.name.startswith(".") and not (new / entry.name).exists():
                entry.rename(new / entry.name)
        new.rename(site)
    except BaseException:
        for entry in new.iterdir() if new.is_dir() else ():
            if entry.name.startswith(".") and not (old / entry.name).exists():
                entry.rename(old / entry.name)
        old.rename(site)
        raise


def _remove(folder: Path) -> None:
    """A folder with all that is in it; of a link only the link."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    else:
        shutil.rmtree(folder, ignore_errors=True)
