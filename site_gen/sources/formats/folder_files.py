"""Which files of a folder or archive are read: pages and documents that are not hidden, within bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from site_gen.model.import_formats import FORMATS
from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats import one_term
from site_gen.sources.formats.line_noise import noise_of
from site_gen.sources.shape.scope import names_glossary

MAX_FILES, MAX_TOTAL = 5_000, 40_000_000  # number of pages, and total bytes
PAGES = ("markdown", "html", "text", "rst", "asciidoc", "mediawiki", "dokuwiki", "tiddlywiki", "org", "jira")
_WIKIS = ("jira", "dokuwiki", "mediawiki", "org")  # which are seen by their headings and links
HEAD, HEADS = 2_000, 30  # bytes of the beginning of files, and files, that show the markup of a folder
DOCUMENTS = ("docx", "odt")  # several of them are pages, a single one is a document with a glossary
DATA = ("json", "yaml", "toml", "csv", "tsv", "xlsx", "ods", "xml", "skos", "latex", "obo")
_TOPIC = re.compile(rb"<(?:concept|topic|reference)\s[^<>]{0,500}>\s*<title\b")
_ENTRIES = re.compile(rb"<(?:\w+:)?(?:glossentry|glossgroup|glossary)\b")
_HIDDEN = re.compile(r"(?:^|/)(?:\.[^/]+|~\$[^/]*|__MACOSX|node_modules)(?:/|$)")
_README = re.compile(r"(?:^|/)(?:readme|license|licence|changelog|contributing)\b[^/]*$", re.IGNORECASE)
_OF_SYSTEM = re.compile(r"(?:^|/)(?:\._[^/]*|~\$[^/]*|\.DS_Store|__MACOSX|node_modules|\.git)(?:/|$)")


def format_of(path: str) -> str:
    """The format of a file by its ending, "" if none is known."""
    ending = PurePosixPath(path.lower()).suffix
    return next((name for name, form in FORMATS.items() if ending in form.endings), "")


def pages_of(files: Mapping[str, bytes]) -> list[str]:
    """The pages of a folder: pages of text, and documents and topics of DITA where there are several.

    A single document that is called by letters is a part of a list as well.
    """
    others = [path for path, data in files.items() if format_of(path) in DOCUMENTS or is_topic(path, data)]
    several = len(others) > 1 or any(noise_of(PurePosixPath(path).stem) for path in others)
    return [path for path in files if format_of(path) in PAGES or (several and path in others)]


def is_data(path: str) -> bool:
    """Whether a file that is no page may hold a glossary: data, a document, or a program called so."""
    form = format_of(path)
    if form == "javascript":
        return names_glossary(one_term.name_of_file(path))
    return bool(form) and form not in PAGES


def is_called_glossary(path: str) -> bool:
    """Whether a file, or a folder around it, is called a glossary."""
    pure = PurePosixPath(path)
    return any(map(names_glossary, (*pure.parts[:-1], one_term.name_of_file(pure.name))))


def markup_of(texts: Mapping[str, bytes]) -> str:
    """The markup that the files of a wiki or of notes have in common, whose names end like plain texts."""
    from site_gen.sources.formats import sniff

    heads = [data[:HEAD].decode("utf-8", "ignore") for data in list(texts.values())[:HEADS]]
    together = "\n\n".join(heads)
    return next((name for name, looks in sniff.LOOKS if name in _WIKIS and looks(together)), "text")


def is_topic(path: str, data: bytes) -> bool:
    """Whether a file is a topic of DITA, with a title and text as a page has, and no map or entry."""
    return format_of(path) == "xml" and _TOPIC.search(data[:3_000]) is not None


def of_entries(files: Mapping[str, bytes]) -> list[str]:
    """The files of a manual in DITA or DocBook that hold glossary entries; none beside pages of text."""
    if any(format_of(path) in PAGES and not _README.search(path) for path in files):
        return []
    topics = [path for path in files if format_of(path) == "xml"]
    return [path for path in topics if _ENTRIES.search(files[path][:3_000])]


def is_hidden(path: str) -> bool:
    """Whether a file, or a folder around it, is hidden or made by a program."""
    return _HIDDEN.search(f"/{path}") is not None


def is_read(path: str) -> bool:
    """Whether the bytes of a file are needed: it is a page or a document, and not hidden."""
    return bool(format_of(path)) and not is_hidden(path)


def is_kept_away(path: str) -> bool:
    """Whether somebody hid a page or document: it is none of those that systems put beside the others."""
    return bool(format_of(path)) and is_hidden(path) and not _OF_SYSTEM.search(f"/{path}")


def check_bounds(files: Mapping[str, bytes], texts: Sequence[str]) -> None:
    """Refuse folders with too many files or bytes. Raises ``UnreadableError``."""
    if len(files) > MAX_FILES or sum(len(files[path]) for path in texts) > MAX_TOTAL:
        raise UnreadableError(
            "import-too-large", f"more than {MAX_FILES:,} files or {MAX_TOTAL:,} bytes",
            "import the folder that holds the pages of terms",
        )  # fmt: skip
