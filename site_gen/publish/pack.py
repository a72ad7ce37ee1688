"""A built site into one file: the zip that its page "Take a copy" offers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from site_gen.corpus.confine import first_link
from site_gen.export.archive import NAME, zipped

# What no page loads: source maps, packed maps for crawlers, and the theme's search, which is off.
_UNUSED = (".map", ".gz")
_THEME_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


def pack(site: Path, docs: Path) -> int:
    """Write the zip of ``site`` into it and return its size in bytes.

    A zip cannot hold itself: inside stands the small copy of ``docs``, so that no link of the unpacked pages
    is dead. Same site, same bytes.
    """
    files = {path.relative_to(site).as_posix(): path for path in _files(site)}
    kept = {name: path.read_bytes() for name, path in files.items() if _is_used(name)}
    small = docs / NAME
    if small.is_file():
        kept[NAME] = small.read_bytes()
    data = zipped(kept)
    (site / NAME).unlink(missing_ok=True)  # it may be a link
    (site / NAME).write_bytes(data)
    return len(data)


def _files(folder: Path) -> Iterator[Path]:
    """Ordinary files: what a link leads to is no part of the site."""
    return (path for path in folder.rglob("*") if path.is_file() and first_link(folder, path) is None)


def _is_used(name: str) -> bool:
    return name != NAME and not name.endswith(_UNUSED) and not name.startswith(_THEME_SEARCH)
