"""HTML to blocks, on lxml's forgiving parser: what readers see, without scripts, forms and navigation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.html_parts import BLOCKS, LEFT_OUT, is_layout, line_of, pairs, table, text_of
from site_gen.sources.formats.inline_markup import Span, SpanLine, heading, paragraph
from site_gen.sources.shape.blocks import Block
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.lines import without_unseen

_BOLD = frozenset(["b", "strong", "dfn"])
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
SUMMARY_DEPTH = 6  # <summary> heads its <details> as the lowest heading would


def read(document: Document, chosen: Chosen) -> Reading:
    return of_markup(blocks(document.text), chosen)


def blocks(text: str) -> list[Block]:
    """The blocks of a page in order; pages nested deeper than the parser goes are refused."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(_DECLARATION.sub("", text).encode("utf-8", errors="replace"), parser)
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        message = "the page is nested too deep to be read"
        raise UnreadableError("import-unreadable", message, "export it more plainly")
    reader = _Reader()
    if root is not None:
        reader.read(root)
    return reader.found


@dataclass(kw_only=True, slots=True)
class _Reader:
    """Gathers inline text into lines until a block begins or ends; no recursion, however deep the page."""

    found: list[Block] = field(default_factory=list)
    rows: list[SpanLine] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    line: int = 1
    bold: int = 0
    link: int = 0
    items: list[str] = field(default_factory=list)

    def read(self, root: Any) -> None:
        whole = None  # the element that has been read in one piece and is being left
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if self._in_one(element):
                    whole = element
                    walk.skip_subtree()
                else:
                    self._start(element)
                continue
            if element is not whole:
                self._end(element.tag)
            if element.tail and element is not root:
                self._say(element.tail, element)
        self._flush()

    def _in_one(self, element: Any) -> bool:
        """Read an element in one piece, or leave it out; whether that was done."""
        tag = str(element.tag)
        if tag in LEFT_OUT or element.get("hidden") is not None or element.get("role") == "navigation":
            return True
        if re.fullmatch("h[1-6]|summary", tag):
            self._flush()
            depth = SUMMARY_DEPTH if tag == "summary" else int(tag[1])
            self.found.append(heading(line_of(element), text_of(element), depth))
            return True
        if tag in ("dl", "table") and not is_layout(element):
            self._flush()
            self.found.extend(pairs(element) if tag == "dl" else table(element))
            return True
        return False

    def _start(self, element: Any) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._flush()
        if tag == "li":
            parent = element.getparent()
            self.items.append("number1" if parent is not None and parent.tag == "ol" else "bullet")
        if tag == "br":
            self._break()
        self.bold += tag in _BOLD
        self.link += tag == "a"
        if element.text:
            self._say(element.text, element)

    def _end(self, tag: str) -> None:
        if tag in BLOCKS:
            self._flush()
        if tag == "li":
            self.items.pop()
        self.bold -= tag in _BOLD
        self.link -= tag == "a"

    def _say(self, text: str, element: Any) -> None:
        if not text.strip() and not self.spans:
            return
        if not self.spans and not self.rows:
            self.line = line_of(element)
        self.spans.append(Span(text=without_unseen(text), bold=self.bold > 0, link=self.link > 0))

    def _break(self) -> None:
        if self.spans:
            self.rows.append((self.line, self.spans))
            self.spans = []

    def _flush(self) -> None:
        self._break()
        if self.rows:
            self.found.extend(paragraph(self.rows, self.items[-1] if self.items else ""))
            self.rows = []
