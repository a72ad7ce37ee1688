"""Files as a zip: same files, same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NAME = "glossary.zip"
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
_FILE = 0o100644 << 16  # for those who unpack on Unix: readable by all


def zipped(files: Mapping[str, bytes], folder: str = "glossary", level: int = 6) -> bytes:
    """An archive of all in one ``folder``, or at the top; ``level`` 0 does not pack, 9 packs small."""
    memory = io.BytesIO()
    with ZipFile(memory, "w", ZIP_DEFLATED) as archive:
        for path in sorted(files):
            entry = ZipInfo(f"{folder}/{path}" if folder else path, _DAY)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, _FILE
            archive.writestr(entry, files[path], compresslevel=level)
    return memory.getvalue()
