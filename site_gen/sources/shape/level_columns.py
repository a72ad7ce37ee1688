"""Tables that indent their names by columns, of which each row fills one: "Level 1", "Level 2", "Level 3"."""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import mean

from site_gen.sources.shape.blocks import Row, Table
from site_gen.sources.shape.header_roles import is_exact, role_of

_LEVEL = re.compile(r"(?:level|lvl|ebene|stufe|niveau|nivel|livello|уровень|düzey)[ _-]?\d", re.IGNORECASE)
MOST = 0.8  # share of rows with a name in one of the columns only


def joined(table: Table) -> Table:
    """The table with these columns as one, the name of each row; other tables stay as they are."""
    if len(table.rows) < 3:
        return table
    head, *rows = table.rows
    levels = [index for index, cell in enumerate(head.cells) if _LEVEL.fullmatch(cell.strip())]
    named = any(role_of(cell) == "name" and is_exact(cell) for cell in head.cells)
    if len(levels) < 2 or named or levels != list(range(levels[0], levels[0] + len(levels))):
        return table
    filled = [[row.cells[i] for i in levels if i < len(row.cells) and row.cells[i].strip()] for row in rows]
    if mean(len(cells) == 1 for cells in filled) < MOST:
        return table
    return replace(table, rows=tuple(_row(row, levels, row is head) for row in table.rows))


def _row(row: Row, levels: list[int], is_head: bool) -> Row:
    held = [row.cells[i].strip() for i in levels if i < len(row.cells)]
    name = "Term" if is_head else next((cell for cell in reversed(held) if cell), "")
    first = levels[0]
    return replace(row, cells=(*row.cells[:first], name, *row.cells[first + len(levels) :]))
