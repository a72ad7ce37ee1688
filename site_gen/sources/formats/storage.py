"""Pages of Confluence as it stores them, with macros and links of its own, as plain HTML."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from site_gen.sources.formats.xml_tree import parsed

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_AC = "{urn:ac}"
_SPACES = '<div xmlns:ac="urn:ac" xmlns:ri="urn:ri" xmlns:at="urn:at">'
_KEPT = frozenset(["expand", "info", "note", "tip", "warning", "panel", "excerpt", "section", "column"])


def as_html(text: str) -> str:
    """The page with folded sections as ``<details>``, links as their words, and no other macros.

    Raises ``UnreadableError`` where it is no XML.
    """
    raw = f"{_SPACES}{_DECLARATION.sub('', text)}</div>".encode()
    root = parsed(raw, entities=True)
    for element in list(root.iter(f"{_AC}*")):
        if str(element.tag).startswith(_AC):  # no title that its macro has made a part of the page
            _plain(element)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode", method="html")


def _plain(element: Any) -> None:
    """Turn an element of Confluence into one of pages; what it does not show is emptied."""
    kind = etree.QName(element).localname
    if kind == "structured-macro":
        _macro(element)
    elif kind in ("parameter", "image", "task-id", "task-status", "emoticon", "adf-extension"):
        _empty(element)
    elif kind == "link":
        if not "".join(element.itertext()).strip():
            element.text = next(
                (one.get("{urn:ri}content-title") or "" for one in element.iter("{urn:ri}page")), ""
            )
        element.tag = "span"
    else:
        element.tag = "span" if kind in ("link-body", "plain-text-link-body", "placeholder") else "div"


def _macro(element: Any) -> None:
    name = element.get(f"{_AC}name") or ""
    if name not in _KEPT:
        _empty(element)
        return
    element.tag = "details" if name == "expand" else "div"
    titles = [one for one in element if one.tag == f"{_AC}parameter" and one.get(f"{_AC}name") == "title"]
    for title in titles[:1]:
        title.tag = "summary" if name == "expand" else "p"


def _empty(element: Any) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.tail = "span", tail
