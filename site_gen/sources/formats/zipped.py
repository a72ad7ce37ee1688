"""Zip archives of pages: checked before unpacking, then read like a folder."""

from __future__ import annotations

import stat
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from site_gen.sources.draft import Reading, Skipped, UnreadableError
from site_gen.sources.formats import archive, folder, folder_files
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.scope import says_words

_HINT = "unpack it and import the folder that holds the pages"


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of all pages in an archive. Raises ``UnreadableError``."""
    opened = archive.opened(document.data, "this archive", _HINT, folder_files.MAX_TOTAL)
    root, files = _without_shared_root(archive.guarded(opened, unfolded))
    left = passed_over(opened.file.infolist())
    try:
        found = folder.read(replace(document, format="folder", data=b"", files=files), chosen)
    except UnreadableError as error:
        if not left or error.code != "import-nothing":
            raise
        message = f"{error}; {len(left)} of its files were passed over ({left[0].text[:60]}: {left[0].why})"
        raise UnreadableError(error.code, message, error.hint) from None
    title = found.title or (root if says_words(root) else "")
    return replace(found, title=title, skipped=(*found.skipped, *left))


def unfolded(opened: archive.Archive) -> dict[str, bytes]:
    """The files in the archive by path.

    Files that are no pages are listed, but not unpacked.
    """
    parts = opened.file.infolist()
    if (
        len(parts) > folder_files.MAX_FILES
        or sum(part.file_size for part in parts if _is_read(part.filename)) > folder_files.MAX_TOTAL
    ):
        raise UnreadableError(
            "import-too-large",
            f"this archive holds more than {folder_files.MAX_FILES:,} files "
            f"or {folder_files.MAX_TOTAL:,} bytes",
            _HINT,
        )
    out: dict[str, bytes] = {}
    for part in parts:
        path = _path(part)
        if part.is_dir() or _why_not(part):
            continue
        out[path] = opened.read(part.filename) if _is_read(path) else b""
    return out


def passed_over(parts: Sequence[zipfile.ZipInfo]) -> list[Skipped]:
    """The files of an archive that are never read: links, ways out of it, and others under a path twice."""
    times = Counter(_path(part) for part in parts if not part.is_dir())
    left = [(_path(part), why) for part in parts if (why := _why_not(part))]
    left += [
        (path, "the archive has several files of this path; the last is read")
        for path in times
        if times[path] > 1
    ]
    return [Skipped(line=1, text=path[:200], why=why, where=path[:200]) for path, why in left]


def _path(part: zipfile.ZipInfo) -> str:
    return part.filename.replace("\\", "/")


def _why_not(part: zipfile.ZipInfo) -> str:
    """Why a file of an archive is not read, "" for one that may be."""
    path = _path(part)
    if path.startswith("/") or ":" in path.split("/")[0] or ".." in PurePosixPath(path).parts:
        return "its path leads out of the archive"
    if folder_files.is_kept_away(path):
        return "hidden, or in a hidden folder"
    return "a link, which is not followed" if stat.S_ISLNK(part.external_attr >> 16) else ""


def _is_read(path: str) -> bool:
    return folder_files.is_read(path)


def _without_shared_root(files: dict[str, bytes]) -> tuple[str, dict[str, bytes]]:
    """The single top folder that contains all files, "" if none does, and the paths without it."""
    own = {path: data for path, data in files.items() if not path.startswith("__MACOSX/")}
    roots = {path.partition("/")[0] for path in own}
    if len(roots) != 1 or not all("/" in path for path in own):
        return "", files
    return roots.pop(), {path.partition("/")[2]: data for path, data in own.items()}
