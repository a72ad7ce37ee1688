"""A built site into one file: the zip that its page "Take a copy" offers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from site_gen.export.archive import FOLDER, NAME, write_zip

# What no page loads: source maps, packed maps for crawlers, and the theme's search, which is off.
_UNUSED = (".map", ".gz")
_THEME_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


# Of zlib's levels from 1 to 9: a third less time than 6, for 4 % more bytes.
LEVEL = 4


def pack(site: Path, docs: Path) -> int:
    """Write the zip of ``site`` into it and return its size in bytes; no more than a file is in memory.

    A zip cannot hold itself: inside stands the small copy of ``docs``, so that no link of the unpacked pages
    is dead. Same site, same bytes.
    """
    place, small = site / NAME, docs / NAME
    found = {path.relative_to(site).as_posix(): path for path in _files(site)}
    kept = {name: path for name, path in found.items() if _is_used(name)}
    if small.is_file():
        kept[NAME] = small
    place.unlink(missing_ok=True)  # it may be a link
    try:
        with place.open("xb") as file:
            write_zip(file, ((name, kept[name].read_bytes()) for name in sorted(kept)), FOLDER, LEVEL)
    except BaseException:
        place.unlink(missing_ok=True)
        raise
    return place.stat().st_size


def _files(folder: Path) -> Iterator[Path]:
    """Ordinary files: what a link leads to is no part of the site."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path))
            elif entry.is_file(follow_symlinks=False):
                yield Path(entry.path)


def _is_used(name: str) -> bool:
    return name != NAME and not name.endswith(_UNUSED) and not name.startswith(_THEME_SEARCH)
