"""DocBook and DITA documents without glossary entries, as pages: sections, paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from lxml import etree

from site_gen.sources.draft import Reading
from site_gen.sources.formats import html
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.shape.blocks import Block

ROOTS = frozenset(
    ["book", "article", "chapter", "appendix", "part", "preface", "section", "sect1", "sect2", "topic",
     "concept", "reference", "dita", "refentry"]
)  # fmt: skip
_SECTIONS = ROOTS | {"sect3", "sect4", "sect5", "simplesect", "refsection", "glossary", "glossdiv"}
_LEFT_OUT = frozenset(
    ["info", "articleinfo", "bookinfo", "chapterinfo", "sectioninfo", "prolog", "indexterm", "footnote",
     "fn", "remark", "draft-comment", "related-links", "toc", "index", "titleabbrev", "subtitle",
     "mediaobject", "image"]
)  # fmt: skip
_AS = {  # elements of DocBook and DITA as those of pages
    "para": "p", "simpara": "p", "p": "p", "shortdesc": "p", "itemizedlist": "ul", "ul": "ul",
    "orderedlist": "ol", "ol": "ol", "li": "li", "listitem": "li", "simplelist": "ul", "member": "li",
    "table": "table",
    "informaltable": "table", "simpletable": "table", "row": "tr", "strow": "tr", "sthead": "tr", "tr": "tr",
    "entry": "td", "stentry": "td", "td": "td", "th": "th", "variablelist": "dl", "dl": "dl", "term": "dt",
    "dt": "dt", "dd": "dd", "b": "strong", "blockquote": "blockquote", "note": "blockquote",
    "programlisting": "pre",
    "bridgehead": "h6", "firstterm": "strong",
}  # fmt: skip
MAX_LEVEL = 6


def read(root: Any) -> Reading:
    """The entries of a document by its headings, lists and tables."""
    return of_markup(blocks(root), {})


def blocks(root: Any) -> list[Block]:
    """The blocks of a document, or of a topic that is one page of many."""
    return html.blocks("".join(_page(root, 0, [1])))


def _local(element: Any) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _page(element: Any, depth: int, at: list[int]) -> Iterator[str]:
    """The element as HTML whose blocks stand in the lines of the document; ``at`` holds the line reached."""
    kind = _local(element)
    if not kind or kind in _LEFT_OUT:
        return
    depth += kind in _SECTIONS
    above = element.getparent()
    tag = _AS.get(kind, "")
    if kind == "title":
        head = above is not None and _local(above) in _SECTIONS
        tag = f"h{min(max(depth, 1), MAX_LEVEL)}" if head else "p"
    elif kind == "listitem" and above is not None and _local(above) == "varlistentry":
        tag = "dd"
    elif kind == "term" and above is not None and _local(above) != "varlistentry":
        tag = ""  # a word of a text, in DITA
    elif kind == "emphasis" and (element.get("role") or "") in ("bold", "strong"):
        tag = "strong"
    if tag and tag != "strong" and (line := element.sourceline or 1) > at[0]:
        yield "\n" * (line - at[0])
        at[0] = line
    yield f"<{tag}>" if tag else ""
    yield escape(element.text or "").replace("\n", " ")
    for child in element:
        yield from _page(child, depth, at)
        yield escape(child.tail or "").replace("\n", " ")
    yield f"</{tag}>" if tag else ""
