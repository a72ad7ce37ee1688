"""Lines of dashes under the first row of a table, which people and programs leave with empty cells."""

from __future__ import annotations

import re

_SIGNS = frozenset("|-: \t")
_DASHES = re.compile(r":?-+:?")
ENOUGH = 2  # cells with dashes


def completed(lines: list[str], index: int) -> None:
    """Give the line of dashes at ``index`` a cell with dashes for each cell of the row over it.

    Without one for each cell, a parser takes the whole table for a paragraph.
    """
    if not index or not _SIGNS.issuperset(lines[index]) or "|" not in lines[index]:
        return
    over, cells = _cells(lines[index - 1]), _cells(lines[index])
    dashes = sum(_DASHES.fullmatch(cell) is not None for cell in cells)
    if dashes < ENOUGH or len(over) < ENOUGH or (dashes == len(cells) == len(over)):
        return
    whole = [cell or "---" for cell in cells[: len(over)]]
    whole += ["---"] * (len(over) - len(whole))
    lines[index] = f"| {' | '.join(whole)} |"


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))]
