"""E-books (.epub), read as one page with all chapters in order."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from lxml import etree

from site_gen.sources.draft import Reading, Skipped, UnreadableError
from site_gen.sources.formats import archive, fragment, html
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.places import placed
from site_gen.sources.shape.columns import Chosen

HINT = "save the chapter with the glossary as a web page, and import that"
MAX_PAGE = 5_000_000  # characters of all chapters
_BODY = re.compile(r"\A(?>.*?<body\b)[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE)
_NOTE = re.compile(
    r"<(a|aside)\b[^>]{0,500}epub:type=[\"'](?:noteref|footnote|endnote)[\"'][^>]{0,500}>.{0,5000}?</\1>",
    re.DOTALL,
)


_Chapter = tuple[str, str, list[str]]  # its name, its body, its notes


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of an e-book; a place is a chapter and a line in it. Raises ``UnreadableError``."""
    file = archive.opened(document.data, "the e-book", HINT)
    chapters, title = archive.guarded(file, _chapters)
    starts, lines, names = [], 1, []
    for name, body, _ in chapters:
        starts.append(lines)
        names.append(name)
        lines += body.count("\n") + 1
    reading = of_markup(html.blocks("\n".join(body for _, body, _ in chapters)), chosen)

    def place(line: int) -> str:
        index = max(bisect_right(starts, line) - 1, 0)
        return f"{names[index]}, line {line - starts[index] + 1}" if names else f"line {line}"

    notes = [
        Skipped(line=1, text=said[:200], why="footnote", where=name)
        for name, _, notes in chapters
        for said in notes
    ]
    reading = placed(reading, place)
    reading = replace(reading, skipped=(*reading.skipped, *notes))
    return replace(reading, title=reading.title or title)


def _chapters(file: archive.Archive) -> tuple[list[_Chapter], str]:
    """The chapters in the order of reading, and the title."""
    container = _parsed(file.xml("META-INF/container.xml"))
    path = next((one.get("full-path", "") for one in container.iter("{*}rootfile")), "")
    package = _parsed(file.xml(path))
    items = {item.get("id", ""): item for item in package.iter("{*}item")}
    found: list[_Chapter] = []
    for identity in dict.fromkeys(ref.get("idref", "") for ref in package.iter("{*}itemref")):
        item = items.get(identity)
        if item is None or "nav" in item.get("properties", "").split():
            continue
        name = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(item.get("href", ""))))
        text = file.xml(name).decode("utf-8-sig", errors="replace")
        if sum(len(body) for _, body, _ in found) + len(text) > MAX_PAGE:
            raise UnreadableError(
                "import-too-large", f"the e-book has more than {MAX_PAGE:,} characters", HINT
            )
        body = _BODY.search(text)
        said = body[1] if body else text
        notes = [fragment.from_html(one[0]) for one in _NOTE.finditer(said) if one[1].lower() == "aside"]
        found.append((posixpath.basename(name), _NOTE.sub("", said), [one for one in notes if one]))
    title = next((one.text or "" for one in package.iter("{*}title")), "")
    return found, title.strip()


def _parsed(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data or b"<none/>", parser)
    except etree.XMLSyntaxError as error:
        message = f"the e-book is damaged: {error}"[:200]
        raise UnreadableError("import-unreadable", message, HINT) from None
