"""Files as a zip: same files, same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NAME = "glossary.zip"
FOLDER = "glossary"  # that everything in it stands in
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
_FILE = 0o100644 << 16  # for those who unpack on Unix: readable by all


def zipped(files: Mapping[str, bytes], folder: str = FOLDER, level: int = 6) -> bytes:
    """An archive of all in one ``folder``, or at the top; ``level`` 0 does not pack, 9 packs small."""
    memory = io.BytesIO()
    write_zip(memory, ((path, files[path]) for path in sorted(files)), folder, level)
    return memory.getvalue()


def write_zip(file: IO[bytes], files: Iterable[tuple[str, bytes]], folder: str, level: int) -> None:
    """Write an archive of ``files``, (path, content) in the order of the archive, one after another."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for path, data in files:
            entry = ZipInfo(f"{folder}/{path}" if folder else path, _DAY)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, _FILE
            archive.writestr(entry, data, compresslevel=level)
