"""Cells with several names: on lines of their own, or in a list that the header of the column announces."""

from __future__ import annotations

import re
from functools import lru_cache

from site_gen.sources.shape.blocks import LABEL_WORDS, is_name_like
from site_gen.sources.shape.header_roles import role_of

_JOINED = re.compile(  # between what a header calls by two words; "or" says that a cell has one of them
    r"\s*(?:[,;/|&+()\n]|\b(?:and|und|et|y|e|en|og|och|i|и|ve)\b)\s*", re.IGNORECASE
)
_ONE_OR_MORE = re.compile(r"\w\((?:s|es|e|n|en|er|i|x)\)", re.IGNORECASE)  # "Term(s)", "Begriff(e)"
_BESIDE = frozenset(["also", "short", "long"])
_COMMA = re.compile(r"\s*[,;]\s+")


@lru_cache(maxsize=256)  # the headers of a table, for each of its rows
def lists_names(header: str) -> bool:
    """Whether a header says that its cells list names: "Term and synonyms", "Term(s)"."""
    if _ONE_OR_MORE.search(header):
        return True
    first, *rest = [role_of(part) for part in _JOINED.split(header) if part.strip()] or [""]
    return first == "name" and bool(rest) and all(role in _BESIDE for role in rest)


def parted(cell: str, header: str) -> list[str]:
    """The names in a cell: its lines, of which further ones, or all as the header says, may list several.

    A comma at the end of a line only leads to the next one.
    """
    lines = [bare for line in cell.split("\n") if (bare := line.strip())]
    listed = bool(_COMMA.search(cell)) and lists_names(header)
    if len(lines) > 1:
        lines = [line if "(" in line else line.rstrip(" ,;") or line for line in lines]
    return [part for place, line in enumerate(lines) for part in _parts(line, listed or place > 0)]


def _parts(line: str, may_list: bool) -> list[str]:
    """The names that a line lists with commas outside of brackets, or the line itself."""
    parts, start = list[str](), 0
    for sign in _COMMA.finditer(line) if may_list else ():
        if line[start : sign.start()].count("(") <= line[start : sign.start()].count(")"):
            parts.append(line[start : sign.start()])
            start = sign.end()
    parts.append(line[start:])
    return parts if all(is_name_like(part, LABEL_WORDS) for part in parts) else [line]
