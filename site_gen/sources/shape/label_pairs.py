"""Forms for one term each with two labels in a row, "Term | Hold | Short form | HD", as forms with one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.sources.shape.blocks import Block, Row, Table
from site_gen.sources.shape.header_roles import is_exact, role_of

MOST = 15  # rows of a form
WIDE = 4  # cells of a row with two labels


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with such forms as tables of labels and values."""
    return [parted(block) if isinstance(block, Table) else block for block in found]


def parted(table: Table) -> Table:
    """The table with a row for each label; as it is where its rows do not begin with labels."""
    rows = [[cell.strip() for cell in row.cells] for row in table.rows]
    wide = [cells for cells in rows if len(cells) == WIDE and cells[2]]
    if not wide or len(rows) < 2 or len(rows) > MOST or max(map(len, rows)) > WIDE:
        return table
    if not all(cells[:1] and _is_label(cells[0]) for cells in rows) or not all(map(_has_two_labels, wide)):
        return table
    pairs = [pair for row, cells in zip(table.rows, rows, strict=True) for pair in _pairs(row, cells)]
    roles = {role_of(pair.cells[0]) for pair in pairs}
    return replace(table, rows=tuple(pairs), header=None) if {"name", "text"} <= roles else table


def _has_two_labels(cells: Sequence[str]) -> bool:
    return len(cells) == WIDE and _is_label(cells[2]) and not _is_label(cells[1]) and not _is_label(cells[3])


def _pairs(row: Row, cells: Sequence[str]) -> Iterator[Row]:
    two = len(cells) == WIDE and _is_label(cells[2]) and not _is_label(cells[1])
    for at in (0, 2) if two else (0,):
        value = cells[at + 1] if two else next(filter(None, cells[1:]), "")
        yield Row(line=row.line, cells=(cells[at], value))


def _is_label(text: str) -> bool:
    """Whether a cell is a label of a field; the code of a language may be a short form: "LT"."""
    return is_exact(text) and not role_of(text).startswith("@")
