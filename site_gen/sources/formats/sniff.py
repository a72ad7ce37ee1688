"""Detect the format of a document by its bytes, the ending of its name, and its text."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from pathlib import PurePosixPath

from site_gen.model.import_formats import FORMATS
from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats import archive, not_read, stored, wiki_dialects
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.header_roles import is_exact, role_of

SAMPLE = 64_000  # first characters, used to detect the format
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*"
    r"<(?:!doctype html|html|head|body|dl|table|h[1-6]|div|article|section|main|ul)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(
    r"^(?:#{1,6} +\S|(?:[-*] +)?\*\*(?! )[^*\n]{1,80}\*\*|\|(?: *:?-+:? *\|)+ *$|: {1,3}\S)", re.MULTILINE
)
_RST = re.compile(r"^[ \t]*\.\. (?:glossary::|contents::|toctree::|_[\w ]+:)", re.M)


_XML = re.compile(
    r"\s*<(?:\?xml\b|!DOCTYPE (?!html\b)|[A-Za-z][\w:.-]{0,60}\s[^<>]{0,2000}?\bxmlns[:=]|"
    r"(?:GLOSSARY|glossary|plist|martif|tbx|opml|glossgroup|map(?= version))\b)"
)
_QT = re.compile(
    r"\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!DOCTYPE TS>|<TS\s)"
)  # its texts are called .ts as well
_TURTLE_OR_XML = re.compile(r"^[ \t]*@?prefix \w*: *<|<rdf:RDF\b", re.IGNORECASE | re.MULTILINE)
_VOCABULARY = re.compile(r"skos|schema\.org", re.IGNORECASE)  # vocabulary names in JSON-LD with terms …
_CONCEPTS = re.compile(
    r'"(?:@graph|hasDefinedTerm|(?:\w+:)?prefLabel|(?:\w+:)?DefinedTerm\w*)"'
)  # … and the keys in it
_SKOS_IN_FULL = re.compile(  # JSON-LD with whole addresses for keys, or with its context at the end
    r'"http://www\.w3\.org/2004/02/skos/core#prefLabel"\s*:|"type"\s*:\s*"ConceptScheme"'
)
_OBO = re.compile(r"format-version: ?\d[^\n]{0,40}\n(?:[^\n]*\n){0,200}?\[Term\]\s*\n")
_ZIM = b"Content-Type: text/x-zim-wiki"
_MESSAGE = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?(?:mime-version:|message-id:\s*<[^>\n]+@|"
    rb"content-type:\s*(?:text/|multipart/)|content-transfer-encoding:\s*(?:[78]bit|quoted-printable|base64)\s*\n)",
    re.IGNORECASE,
)


def of_bytes(document: Document) -> str:
    """The format of a folder or of binary data; "" if the text has to decide.

    Raises ``UnreadableError`` for formats that are known to be unsupported.
    """
    if document.files:
        return "folder"
    data, archived = document.data, ""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):  # the second is an empty archive
        archived = archive.kind_of(data)
        if archived == "zip":
            not_read.refuse_parts(archive.paths_of(data), document.filename)
        if archived in FORMATS:
            return archived
        if not archived:
            raise UnreadableError(
                "import-unreadable", "the archive or Office file is damaged", "save or fetch it once more"
            )
    not_read.refuse_bytes(data, document.filename, archived)
    if archived:
        raise UnreadableError(
            "import-format", "this is an archive that holds no document that is read",
            "unpack it, and import the file with the glossary",
        )  # fmt: skip
    return "mht" if _MESSAGE.match(data[:4_000]) and not data.startswith(_ZIM) else ""


def of_text(text: str, filename: str) -> str:
    """The format of a text by the ending of its name, else by its content."""
    not_read.refuse_text(text, filename)
    ending = PurePosixPath(filename.lower()).suffix
    known = next((name for name, form in FORMATS.items() if ending in form.endings and name != "text"), "")
    if known == "json" and _is_rdf(text):
        return "skos"
    if known == "javascript" and _QT.match(text[:SAMPLE]):
        return "xml"
    if known and not FORMATS[known].binary:
        return known
    return next((name for name, looks in LOOKS if looks(text)), "") or _separated(text[:SAMPLE]) or "text"


def _is_rdf(text: str) -> object:
    head = text[:SAMPLE]
    linked = '"@context"' in head and _VOCABULARY.search(head) and _CONCEPTS.search(head)
    return linked or _SKOS_IN_FULL.search(head) or _TURTLE_OR_XML.search(head)


def _is_json(text: str) -> bool:
    if text[:SAMPLE].lstrip()[:1] not in ("{", "["):
        return False
    from site_gen.sources.formats.data_tree import json_value

    return json_value(text) is not None


def _separated(head: str) -> str:
    """The format of lines separated by tabs or semicolons, for names without a useful ending."""
    rows = [line for line in head.splitlines()[:200] if line.strip()]
    rows = _between(rows) or rows
    for sign, name in (("\t", "tsv"), (";", "csv")):
        counts = [row.count(sign) for row in rows]
        if name == "tsv" and len(rows) >= 2 and _quoted(rows):
            return "csv"
        even = len(set(counts)) == 1 or (_is_header(rows[0].split(sign)) and counts[0] == min(counts))
        if len(rows) >= 3 and min(counts) >= 1 and max(counts) <= 12 and even:
            return name
        if name == "tsv" and _is_mostly_even(counts):  # cells with line breaks in quotes
            return name
    return ""


def _is_mostly_even(counts: list[int]) -> bool:
    """Whether nearly all of many rows, with the first one, have the same three columns or more."""
    usual, times = Counter(counts).most_common(1)[0] if counts else (0, 0)
    return usual in range(2, 13) and times >= max(10, 0.9 * len(counts)) and counts[0] == usual


def _is_header(cells: list[str]) -> bool:
    """Whether all cells of a row are headers of columns, one of names and one of texts among them."""
    return all(map(is_exact, cells)) and {"name", "text"} <= {role_of(cell) for cell in cells}


def _between(rows: list[str]) -> list[str]:
    """The rows of a table with three columns or more between tabs, without the lines over and below it."""
    held = [index for index, row in enumerate(rows) if "\t" in row]
    if len(held) < 3 or held[-1] - held[0] >= len(held) or len(rows) - len(held) > len(held):
        return []
    table = rows[held[0] : held[-1] + 1]
    return table if all(row.count("\t") > 1 for row in table) else []


def _quoted(rows: list[str]) -> bool:
    """Whether lines are cells parted by commas, most of them with a text in quotes."""
    if sum(',"' in row or row.startswith('"') for row in rows) < 0.8 * len(rows):
        return False
    widths = {len(cells) for cells in csv.reader(rows)}
    return len(widths) == 1 and 2 <= widths.pop() <= 12


_MARKERS = re.compile(r"^\\lx[ \t]+\S", re.MULTILINE)
_CARDS = re.compile(r"\ufeff?#(?:separator|html|tags column|deck column|notetype column|columns):")
_ASCIIDOC = re.compile(
    r"^(?:= \S.*\n(?:.*\n){0,6}(?=:[\w-]+:|\[|==|\S.*::)|"
    r"\[glossary\]|\|===$|\[\[[\w-]+\]\]|\S.{0,80}\S::(?: |$))",
    re.MULTILINE,
)
_MEDIAWIKI = re.compile(
    r"^(?:=+ ?[^=\n]+ ?=+\s*$|\|=[^=\n]{1,90}\|=|; ?\S|\{\||\|\}\s*$|\{\{\w|__NOTOC__|\[\[Category:)|"
    r"'{3}[^'\n]{1,90}'{3}|\[\[[^\]\n]{1,90}\]\]",
    re.MULTILINE,
)
_DOKUWIKI = re.compile(
    r"^(?:={5,6} ?[^=\n]+ ?={5,6}\s*$|\^ .{1,300} \^\s*$| {2,}[;:?!*-] \S|~~\w+~~|\{\{tag>)|\\\\ |"
    r"(?<![:\w/])//[^/\s][^/\n]{1,90}//(?![\w/])",
    re.MULTILINE,
)
_JIRA = re.compile(
    r"^(?:h[1-6](?:\([^()\n]{0,60}\)|[<>=])?\. \S|\|\|.{1,300}\|\|\s*$|\{(?:panel|toc|info|note|expand)\b)",
    re.MULTILINE,
)
_ORG = re.compile(r"^(?:#\+\w+:|\*{1,5} \S|- .{1,90} :: |:PROPERTIES:)", re.MULTILINE)
_LATEX = re.compile(
    r"\\(?:newglossaryentry|longnewglossaryentry|newacronym|newabbreviation|DeclareAcronym|acro\b|documentclass|"
    r"begin\{(?:description|acronym|document|itemize|tabular)\})"
)


_BROKEN = re.compile(r"(?<![^\n])\w[^\n]*\n(?=\w)")
BROKEN = 3  # lines right above others; a wiki would join them, so signs around headings are drawn


def _is_org(text: str) -> bool:
    found = _ORG.findall(text[:SAMPLE])
    return len(found) >= 2 and any(not mark.startswith("*") for mark in found)


def _is_dokuwiki(text: str) -> bool:
    head = text[:SAMPLE]
    found = [mark.lstrip() for mark in _DOKUWIKI.findall(head)]
    return any(mark[:1] in "=^~{" for mark in found) and len(found) >= 2


def _is_mediawiki(text: str) -> bool:
    found = _MEDIAWIKI.findall(text[:SAMPLE])
    if all(mark[:1] == "=" for mark in found) and len(_BROKEN.findall(text[:SAMPLE])) >= BROKEN:
        return False
    return len(found) >= 2 and any(mark[:1] in "=;{_|" for mark in found)


# tried in this order if the ending of the name does not help
LOOKS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("skos", _is_rdf),
    ("html", stored.is_storage),
    ("html", lambda text: _HTML.match(text[:SAMPLE])),
    ("json", _is_json),
    ("xml", lambda text: _XML.match(text[:SAMPLE])),
    ("obo", lambda text: _OBO.match(text[:SAMPLE])),
    ("sfm", lambda text: len(_MARKERS.findall(text[:SAMPLE])) >= 2),
    ("cards", lambda text: _CARDS.match(text)),
    ("latex", lambda text: _LATEX.search(text[:SAMPLE])),
    ("mediawiki", lambda text: wiki_dialects.is_dialect(text[:SAMPLE])),
    ("jira", lambda text: _JIRA.search(text[:SAMPLE])),
    ("rst", lambda text: _RST.search(text[:SAMPLE])),
    ("dokuwiki", lambda text: text.startswith(_ZIM.decode()) or _is_dokuwiki(text)),
    ("mediawiki", _is_mediawiki),
    ("org", _is_org),
    ("asciidoc", lambda text: len(_ASCIIDOC.findall(text[:SAMPLE])) >= 2),
    ("markdown", lambda text: len(_MARKDOWN.findall(text[:SAMPLE])) >= 2),
)
