"""Boxes with hints on a page, by their class: their headings are no names of terms."""

from __future__ import annotations

import re
from typing import Any

from site_gen.sources.formats.html_furniture import tokens

_HINT = re.compile(
    r"(?:[\w-]{0,40}[-_])?(?:tips?|tipp|hints?|hinweis|callout|admonition|notice|infobox|alert|warning|info|note)"
    r"(?:[-_]?(?:box|block|card|panel|info|warning|note|tip|success|danger|primary|secondary))?",
    re.IGNORECASE,
)
_HEADS = ("h2", "h3", "h4", "h5", "h6")
FEW = 0.25  # most headings in such boxes for each other heading of their level


def heads(root: Any) -> frozenset[Any]:
    """The headings that begin such boxes, where most headings of their level stand outside of boxes."""
    found: dict[str, list[Any]] = {}
    others: dict[str, int] = {}
    for head in root.iter(*_HEADS):
        if _begins_box(head):
            found.setdefault(head.tag, []).append(head)
        else:
            others[head.tag] = others.get(head.tag, 0) + 1
    return frozenset(
        head for tag, inside in found.items() if len(inside) <= FEW * others.get(tag, 0) for head in inside
    )


def _begins_box(head: Any) -> bool:
    box = head.getparent()
    if box is None or box.tag not in ("div", "aside", "section", "blockquote") or (box.text or "").strip():
        return False
    return next(iter(box), None) is head and any(map(_HINT.fullmatch, tokens(box)))
