"""Kinds of files that cannot be read, and how to save or convert them, with the command to use."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

from site_gen.model.import_formats import FORMATS
from site_gen.sources.draft import UnreadableError


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of file: its first bytes, its file endings, and the advice for a person."""

    what: str
    do: str
    begins: tuple[bytes, ...] = ()
    endings: tuple[str, ...] = ()
    why: str = "which is not read"
    archive: str = ""  # the name that ``archive.kind_of`` returns
    parts: tuple[str, ...] = ()  # files that an archive of this kind holds, by their paths
    inside: tuple[bytes, ...] = ()  # what stands after the first four bytes, or after eight in RIFF


_OLE = b"\xd0\xcf\x11\xe0"
MANUAL, CODE, DUMP = "a manual page", "source code", "a dump of a database"
CARDS, QUIZ = "a calendar or an address book", "a list of questions for a quiz"
PATCH, LOG, PLACES = "a list of changes to files", "a log of a program", "a map of places"
_OFFICE = "open it and save it as .docx or .xlsx (or: soffice --headless --convert-to {ending} {name}), and import that"
KINDS = (
    Kind(
        what="a PDF", begins=(b"%PDF",), endings=(".pdf",),
        do="take its text out with 'pdftotext -layout {name} {stem}.txt', or open it in Word and save it as .docx, "
        "and import that",
    ),
    Kind(what="an old Word document", begins=(_OLE,), endings=(".doc", ".dot"), do=_OFFICE.replace("{ending}", "docx")),
    Kind(what="an old Excel workbook", begins=(_OLE,), endings=(".xls", ".xlt"), do=_OFFICE.replace("{ending}", "xlsx")),
    Kind(what="an old presentation", begins=(_OLE,), endings=(".ppt",), do="copy its text into a document, save that as .docx and import it"),
    Kind(what="an Outlook message", begins=(_OLE,), endings=(".msg",), do="save its text or attachment and import that"),
    Kind(what="an old Office file", begins=(_OLE,), do=_OFFICE.replace("{ending}", "docx")),
    Kind(
        what="an RTF document", begins=(b"{\\rtf",), endings=(".rtf",),
        do="open it and save it as .docx, or run 'pandoc -f rtf -t html {name} -o {stem}.html', and import that",
    ),
    Kind(what="a presentation", archive="pptx", endings=(".pptx",), do="copy its table or text into a document, save that as .docx and import it"),
    Kind(what="a presentation", archive="odp", endings=(".odp",), do="copy its table or text into a document, save that as .odt and import it"),
    Kind(what="a binary Excel workbook", archive="xlsb", endings=(".xlsb",), do="save it as .xlsx and import that"),
    Kind(
        what="a document of Pages, Numbers or Keynote", endings=(".pages", ".numbers", ".key"),
        parts=("index.apxl", "index.xml.gz", "Index/Document.iwa", "Index/Presentation.iwa", "Index.zip"),
        do="open it there (or at icloud.com) and export it to Word, Excel or CSV, and import that",
    ),
    Kind(
        what="a drawing of Visio", endings=(".vsdx", ".vsd", ".vsdm"), parts=("visio/document.xml",),
        do="copy its words into a sheet, and import that",
    ),
    Kind(
        what="a package of Anki", endings=(".apkg", ".colpkg"), parts=("collection.anki2", "collection.anki21"),
        do="in Anki choose File, Export, 'Notes in Plain Text (.txt)', and import that file",
    ),
    Kind(what="a mind map of XMind", endings=(".xmind",),
         do="export it as OPML or FreeMind, and import that"),
    Kind(
        what="a notebook of OneNote", begins=(b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d",), endings=(".one", ".onepkg", ".onetoc2"),
        do="in OneNote choose File, Export, 'Word document (.docx)', and import that",
    ),
    Kind(what="a book for Kindle", endings=(".mobi", ".azw", ".azw3", ".kfx"),
         do="convert it with 'ebook-convert {name} {stem}.epub', and import that"),
    Kind(what="a scanned document", begins=(b"AT&TFORM",), endings=(".djvu",),
         do="take its text out with 'djvutxt {name} {stem}.txt', and import that"),
    Kind(what="a help file", begins=(b"ITSF",), endings=(".chm", ".hlp"),
         do="unpack it with '7z x {name}', and import the folder of its pages"),
    Kind(what="a table of measured data", begins=(b"PAR1", b"ARROW1", b"FEA1"),
         endings=(".parquet", ".feather", ".arrow", ".sav", ".dta", ".sas7bdat"), do="save the table of terms as CSV and import that"),
    Kind(what="a PostScript file", begins=(b"%!PS",), endings=(".ps", ".eps"),
         do="run 'ps2pdf {name} {stem}.pdf' and 'pdftotext -layout {stem}.pdf {stem}.txt', and import {stem}.txt"),
    Kind(what="a drawing", endings=(".svg", ".svgz"), do="open it in a browser, copy its words into a sheet, and import that"),
    Kind(what="an archive", begins=(b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"),
         endings=(".gz", ".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz"), do="unpack it and import what is inside"),
    Kind(what="a database", begins=(b"SQLite format 3", b"\0\1\0\0Standard "),
         endings=(".sqlite", ".sqlite3", ".db", ".mdb", ".accdb", ".sdltb"),
         do="export the table of terms as CSV and import that"),
    Kind(what="a program", begins=(b"\x7fELF", b"\xca\xfe\xba\xbe"), do="choose the file with the glossary"),
    Kind(
        what="a film or a recording", begins=(b"ID3", b"OggS", b"fLaC", b"\x1a\x45\xdf\xa3"),
        inside=(b"WAVE", b"AVI ", b"ftyp"),
        endings=(".mp3", ".mp4", ".wav", ".mov", ".avi", ".mkv", ".ogg", ".m4a", ".webm", ".flac"), do="choose the file with the glossary",
    ),
    Kind(
        what="a picture",
        begins=(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*"),
        inside=(b"WEBP", b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftypavif"),
        endings=(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif", ".avif", ".psd"),
        do="type its words into a sheet, or read them with 'tesseract {name} {stem}', and import {stem}.txt",
    ),
    Kind(
        what=MANUAL, endings=(".1", ".2", ".3", ".4", ".5", ".6", ".7", ".8", ".man", ".mdoc", ".roff"),
        do="run 'pandoc -f man -t html {name} -o {stem}.html', and import that",
    ),
    Kind(what=DUMP, do="export the table of terms as CSV and import that", why="in which no table of terms has rows"),
    Kind(what=CARDS, endings=(".ics", ".vcf"), do="choose the file with the glossary"),
    Kind(what=QUIZ, endings=(".gift",), do="choose the file with the glossary"),
    Kind(what=PATCH, endings=(".diff", ".patch"), do="import the file that it changes"),
    Kind(what=LOG, do="choose the file with the glossary"),
    Kind(what=PLACES, endings=(".geojson", ".kml", ".gpx"), do="choose the file with the glossary"),
    Kind(
        what=CODE,
        endings=(".java", ".c", ".h", ".cpp", ".hpp", ".cs", ".go", ".rs",
                 ".swift", ".kt", ".scala", ".sh", ".bash", ".ps1", ".bat", ".pl", ".lua", ".r", ".css",
                 ".scss", ".ipynb", ".m", ".vb", ".dart"),
        do="choose the file with the glossary, or save its list as JSON and import that; comments are not read",
    ),
)  # fmt: skip
_OF_TEXT = frozenset([MANUAL, CODE, CARDS, QUIZ, DUMP, PATCH, LOG, PLACES])
_MANUAL = re.compile(r"(?:^[.'].*\n){0,40}^\.(?:TH|Dd|SH)\s", re.MULTILINE)
_DUMP = re.compile(
    r"(?:[ \t]*(?:--.*)?\r?\n){0,40}[ \t]*(?:INSERT\s+INTO|CREATE\s+TABLE|DROP\s+TABLE)\b", re.IGNORECASE
)
_CARDS = re.compile(r"\s*BEGIN:V(?:CALENDAR|CARD)\b")
_QUESTION = re.compile(r"^::[^:\n]{1,80}::[^\n]*\{", re.MULTILINE)  # in GIFT, which Moodle reads
_PATCH = re.compile(r"^(?:diff --git \S|--- \S[^\n]*\n\+\+\+ \S[^\n]*\n@@ -\d)", re.MULTILINE)
_PLACES = re.compile(r"\s*\{[^{}\[\]]{0,500}\"type\"\s{0,9}:\s{0,9}\"FeatureCollection\"")
_LEVEL = re.compile(r"\s{0,9}\[?(INFO|NOTICE|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL|CRITICAL)\b\]?[\s:-]")
LINES = 20  # first lines of a log
_CODE = re.compile(r"#!\s*/\S*(?:sh|python|perl|ruby|node|env)\b|<\?php\b")


_SURE = (
    b"%PDF",
    b"{\\rtf",
    b"7z\xbc\xaf",
    b"\xfd7zXZ",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"%!PS",
)  # begin no text of a person


def refuse_bytes(data: bytes, filename: str, archived: str = "") -> None:
    """Raise ``UnreadableError`` for unsupported files, by their first bytes or kind of archive."""
    ending = PurePosixPath(filename.lower()).suffix
    binary = b"\0" in data[:2_000] or data.startswith(_SURE)
    inside = data[8:12] if data.startswith(b"RIFF") else data[4:12]
    fitting = [
        kind
        for kind in KINDS
        if (binary and (data.startswith(kind.begins) or inside.startswith(kind.inside or (b"\0none",))))
        or (archived and kind.archive == archived)
    ]
    if fitting:
        raise _error(next((kind for kind in fitting if ending in kind.endings), fitting[0]), filename)


def refuse_parts(paths: Collection[str], filename: str) -> None:
    """Raise ``UnreadableError`` for a zip that a program wrote, by the paths in it or by its ending."""
    kind = next((kind for kind in KINDS if not set(kind.parts).isdisjoint(paths)), None)
    if kind:
        raise _error(kind, filename)
    refuse_ending(filename)


def refuse_ending(filename: str) -> None:
    """Raise ``UnreadableError`` for binary data by the ending of its name, where its bytes tell nothing."""
    ending = PurePosixPath(filename.lower()).suffix
    kind = next((kind for kind in KINDS if ending in kind.endings and kind.what not in _OF_TEXT), None)
    if kind:
        raise _error(kind, filename)


def refuse_text(text: str, filename: str) -> None:
    """Raise ``UnreadableError`` for texts that are programs, dumps or manual pages."""
    ending = PurePosixPath(filename.lower()).suffix
    code = _CODE.match(text) is not None and ending not in FORMATS["javascript"].endings
    manual = _MANUAL.match(text[:5_000]) is not None
    dump = _DUMP.match(text[:5_000]) is not None and ending not in FORMATS["sql"].endings
    cards, quiz = _CARDS.match(text) is not None, len(_QUESTION.findall(text[:5_000])) > 1
    found = {
        PATCH: _PATCH.search(text[:5_000]) is not None,
        LOG: _is_log(text[:5_000]),
        PLACES: _PLACES.match(text) is not None,
    }
    for kind in KINDS:
        named = (
            ending in kind.endings and _OLE not in kind.begins and not kind.parts
        )  # a page is often called .xls
        if named and kind.what == MANUAL and not text.startswith("."):
            continue
        told = {CODE: code, MANUAL: manual, DUMP: dump, CARDS: cards, QUIZ: quiz} | found
        if named or told.get(kind.what):
            raise _error(kind, filename)


def _is_log(text: str) -> bool:
    """Whether the first lines begin with levels of messages, of which one stands there again."""
    lines = [line for line in text.splitlines() if line.strip()][:LINES]
    levels = [found[1] for line in lines if (found := _LEVEL.match(line))]
    return len(levels) > 2 and len(levels) >= 0.8 * len(lines) and len({*levels}) < len(levels)


def error_of(what: str, filename: str) -> UnreadableError:
    """The error for a file of the kind that is called so in ``KINDS``."""
    return _error(next(kind for kind in KINDS if kind.what == what), filename)


def _error(kind: Kind, filename: str) -> UnreadableError:
    path = PurePosixPath(filename.replace("\\", "/"))
    same = f"{path.stem}.txt" == path.name  # "words.pdf.txt": a command must not write over what it reads
    stem = f"{path.stem.partition('.')[0]}-text" if same else path.stem
    hint = kind.do.replace("{name}", path.name).replace("{stem}", stem)
    return UnreadableError("import-not-text", f"this is {kind.what}, {kind.why}", hint)
