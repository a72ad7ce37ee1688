"""Cells in which a program has written a list of values: JSON, Python, a database, a list of SharePoint."""

from __future__ import annotations

import re

MAX_CELL = 2_000  # characters
_CLOSED = {"[": "]", "{": "}"}
_ITEM = re.compile(
    r"\s*+(?:\"(?P<double>(?:[^\"\\]|\\.)*+)\"|'(?P<single>(?:[^'\\]|\\.|'(?!\s*(?:,|\Z)))*+)'|"
    r"[“„](?P<curly>[^”“]*+)[”“]|(?P<bare>[^,\"'“”\[\]{}]++))\s*+(?P<end>,|\Z)"
)
_ESCAPED = re.compile(r"\\(.)")
_BETWEEN = ";#"  # in what SharePoint exports, with a number behind each value of a list


def items(cell: str) -> list[str] | None:
    """The values of a list that a cell holds: '["one"]', "{one,two}", "one;#4"; else None."""
    text = cell.strip()
    if _BETWEEN in text:
        return [part.strip() for part in text.split(_BETWEEN) if part.strip() and not part.isdigit()]
    closed = _CLOSED.get(text[:1])
    if closed is None or not text.endswith(closed) or not 1 < len(text) <= MAX_CELL:
        return None
    inside, at, found, quoted = text[1:-1], 0, list[str](), False
    while inside[at:].strip():
        part = _ITEM.match(inside, at)
        if part is None:
            return None
        said = next(value for value in part.group("double", "single", "curly", "bare") if value is not None)
        quoted = quoted or part["bare"] is None
        found.append(_ESCAPED.sub(r"\1", said).strip())
        at = part.end()
    return found if quoted or len(found) != 1 or closed == "}" else None
