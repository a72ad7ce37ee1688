"""Zip archives of pages: checked before unpacking, then read like a folder."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import PurePosixPath

from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats import archive, folder
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.scope import says_words

_HINT = "unpack it and import the folder that holds the pages"


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of all pages in an archive. Raises ``UnreadableError``."""
    opened = archive.opened(document.data, "this archive", _HINT, folder.MAX_TOTAL)
    root, files = _without_shared_root(archive.guarded(opened, unfolded))
    reading = folder.read(replace(document, format="folder", data=b"", files=files), chosen)
    return replace(reading, title=reading.title or root) if says_words(root) else reading


def unfolded(opened: archive.Archive) -> dict[str, bytes]:
    """The files in the archive by path.

    Files that are no pages are listed, but not unpacked.
    """
    parts = opened.file.infolist()
    if (
        len(parts) > folder.MAX_FILES
        or sum(part.file_size for part in parts if _is_read(part.filename)) > folder.MAX_TOTAL
    ):
        raise UnreadableError(
            "import-too-large",
            f"this archive holds more than {folder.MAX_FILES:,} files or {folder.MAX_TOTAL:,} bytes",
            _HINT,
        )
    out: dict[str, bytes] = {}
    for part in parts:
        path = part.filename.replace("\\", "/")
        outside = path.startswith("/") or ":" in path.split("/")[0] or ".." in PurePosixPath(path).parts
        if part.is_dir() or outside or stat.S_ISLNK(part.external_attr >> 16):
            continue
        out[path] = opened.read(part.filename) if _is_read(path) else b""
    return out


def _is_read(path: str) -> bool:
    return folder.is_read(path)


def _without_shared_root(files: dict[str, bytes]) -> tuple[str, dict[str, bytes]]:
    """The single top folder that contains all files, "" if none does, and the paths without it."""
    own = {path: data for path, data in files.items() if not path.startswith("__MACOSX/")}
    roots = {path.partition("/")[0] for path in own}
    if len(roots) != 1 or not all("/" in path for path in own):
        return "", files
    return roots.pop(), {path.partition("/")[2]: data for path, data in own.items()}
