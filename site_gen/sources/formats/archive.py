"""Zip archives (Word, OpenDocument, EPUB): check the sizes before unpacking, read part by part."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from site_gen.sources.draft import UnreadableError

MAX_TAG = 50_000
MAX_PARTS = 5_000
MAX_TEXT = 12_000_000  # unpacked bytes of all parts that are read
_DAMAGES = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError)
MARKUP = (".xml", ".xhtml", ".html", ".htm", ".opf", ".rels", ".ncx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The parts of an archive by name.

    ``what`` is the kind of document for messages; the hint tells a person what to do if it cannot be read.
    """

    file: zipfile.ZipFile
    data: bytes
    what: str
    hint: str

    def names(self) -> list[str]:
        """The paths of all parts, as the archive lists them."""
        return self.file.namelist()

    def check(self, name: str, most: int) -> None:
        """Raise ``UnreadableError`` for a part that unpacks to more than ``most`` bytes."""
        if name in self.names() and self.file.getinfo(name).file_size > most:
            message = f"{self.what} unpacks to more than {most:,} bytes"
            raise UnreadableError("import-too-large", message, self.hint)

    def read(self, name: str) -> bytes:
        """The bytes of one part, b"" if it does not exist; never more bytes than the archive declares."""
        try:
            info = self.file.getinfo(name)
        except KeyError:
            return b""
        with self.file.open(info) as part:
            return part.read(info.file_size)

    def xml(self, name: str) -> bytes:
        """The bytes of one XML part; a part that declares entities is refused."""
        data = self.read(name)
        if b"<!ENTITY" in data or (data[:4].startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0<\0!\0E" in data):
            raise UnreadableError("import-unreadable", f"{self.what} declares XML entities", self.hint)
        check_tags(data, self.hint)
        return data


def opened(data: bytes, what: str, hint: str, most: int = MAX_TEXT) -> Archive:
    """The archive, after its declared sizes have been checked.

    Raises ``UnreadableError``.
    """
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
        parts = file.infolist()
    except _DAMAGES as error:
        raise UnreadableError("import-unreadable", f"{what} is damaged: {error}"[:200], hint) from None
    size = sum(part.file_size for part in parts if part.filename.lower().endswith(MARKUP))
    if len(parts) > MAX_PARTS or size > most:
        message = f"{what} unpacks to more than {most:,} bytes or {MAX_PARTS:,} parts"
        raise UnreadableError("import-too-large", message, hint)
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableError("import-unreadable", f"{what} is locked with a password", "save it without one")
    return Archive(file=file, data=data, what=what, hint=hint)


def check_tags(data: bytes, hint: str) -> None:
    """Raise ``UnreadableError`` for overlong tags: parsing time grows with the square of attributes."""
    for part in data.split(b"<"):
        if (
            len(part) > MAX_TAG
            and part.find(b">", 0, MAX_TAG) < 0
            and not part.startswith((b"![CDATA[", b"!--"))
        ):
            raise UnreadableError("import-too-large", f"a tag has more than {MAX_TAG:,} characters", hint)


T = TypeVar("T")


def guarded(archive: Archive, action: Callable[[Archive], T]) -> T:
    """The result of ``action`` on an archive; damage found while reading raises ``UnreadableError``."""
    try:
        return action(archive)
    except _DAMAGES as error:
        message = f"{archive.what} is damaged: {error}"[:200]
        raise UnreadableError("import-unreadable", message, archive.hint) from None


def paths_of(data: bytes) -> list[str]:
    """The first paths in a zip; none if it is damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(data)).namelist()[:MAX_PARTS]
    except _DAMAGES:
        return []


def kind_of(data: bytes) -> str:
    """The name of the format of an archive, "" if it is none of the known formats."""
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
        found = set(file.namelist()[:MAX_PARTS])
        mime = (
            file.open("mimetype").read(100).decode("ascii", "replace").strip() if "mimetype" in found else ""
        )
    except _DAMAGES:
        return ""
    for name, format in (
        ("word/document.xml", "docx"),
        ("xl/workbook.xml", "xlsx"),
        ("xl/workbook.bin", "xlsb"),
        ("ppt/presentation.xml", "pptx"),
    ):
        if name in found:
            return format
    for ending, format in (
        ("epub+zip", "epub"),
        ("opendocument.text", "odt"),
        ("spreadsheet", "ods"),
        ("text-template", "odt"),
        ("presentation", "odp"),
    ):
        if mime.endswith(ending):
            return format
    if any(name.startswith("word/document") for name in found):
        return "docx"
    return "zip"
