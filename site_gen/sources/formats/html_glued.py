"""Bold names that no blank parts from their texts, as old pages have them: "<b>Keel</b>The lowest beam"."""

from __future__ import annotations

import re
from typing import Any

_BOLD = ("b", "strong", "dfn")
_AROUND = frozenset([*_BOLD, "u", "font", "span", "em", "i", "a", "big"])
DEPTH = 4  # elements around the words of a name at most
FEWEST, SHARE = 3, 0.6  # names of a page that are written so, and their share of all bold starts of lines
MAX_NAME = 80  # characters
_ENDING = re.compile(r"(?:e?s|e?n|er|ns|e)\b")  # "<b>Ticket</b>s are …"


def part(root: Any) -> None:
    """Set blanks behind such names where the page has the habit; "<b>Ticket</b>s" is one word."""
    leads = [end for bold in root.iter(*_BOLD) if (end := _end_of_lead(bold)) is not None]
    glued = [end for end in leads if (end.tail or "")[:1].isalnum()]
    endings = sum(_ENDING.match(end.tail) is not None for end in glued)
    if len(glued) < max(FEWEST, SHARE * len(leads)) or 2 * endings > len(glued):
        return
    for end in glued:
        end.tail = f" {end.tail}"


def _end_of_lead(bold: Any) -> Any | None:
    """The outermost element that ends with bold words at the start of a line; None for other words."""
    begin = end = bold
    for _ in range(DEPTH):
        around = begin.getparent()
        if around is None or around.tag not in _AROUND or _is_preceded(begin):
            break
        if around.tag in _BOLD:
            return None  # the element around it is asked
        begin = around
    for _ in range(DEPTH):
        if (end.tail or "").strip() or end.getnext() is not None or end.getparent() is begin.getparent():
            break
        end = end.getparent()
    said = "".join(bold.itertext())
    named = 1 < len(said) <= MAX_NAME and (said[-1].isalnum() or said[-1] in ")?")
    return end if named and not _is_preceded(begin) else None


def _is_preceded(element: Any) -> bool:
    """Whether words stand before an element in its line."""
    before, around = element.getprevious(), element.getparent()
    if before is None:
        return around is None or bool((around.text or "").strip())
    return before.tag in _AROUND or bool((before.tail or "").strip())
