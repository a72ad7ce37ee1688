"""Several tables in one sheet: side by side with an empty column between them, or one above the other.

Each has a header of its own, with a name and what is said of it. Tables that repeat one header to the right
are read by ``table_layout``, and those that repeat it further down by ``tables``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.model import names
from site_gen.sources.shape import bare_pairs
from site_gen.sources.shape.blocks import Row, Table
from site_gen.sources.shape.columns import Chosen, roles
from site_gen.sources.shape.header_roles import is_exact
from site_gen.sources.shape.table_layout import cell_at, cells_filled

PREAMBLE = 20  # rows that may stand before a header
SHORT = 60  # characters of a header
_SAYING = frozenset(["text", "also", "short", "long"])


def apart(table: Table, chosen: Chosen) -> list[Table]:
    """The tables of a sheet; the sheet itself where it holds one, or where a person chose its columns."""
    if chosen or not table.rows or table.header is not None:
        return [table]
    return [below for part in _side_by_side(table) for below in _one_below_the_other(part)]


def _side_by_side(table: Table) -> list[Table]:
    """The tables between empty columns, where each of them has a header and no two have the same one."""
    wide = max(len(row.cells) for row in table.rows)
    groups = list(_filled_columns(table.rows, wide))
    parts = [bare_pairs.columns(table, start, end) for start, end in groups]
    heads = list(filter(None, (_head(part.rows[:PREAMBLE]) for part in parts)))
    if not heads:
        return bare_pairs.apart(table, groups)
    if len(heads) < max(len(parts), 2) or len({*map(_folded, heads)}) < len(heads):
        return [table]
    return parts


def _filled_columns(rows: Sequence[Row], wide: int) -> Iterator[tuple[int, int]]:
    """The start and the end of each run of columns that hold anything, titles over the tables aside."""
    told = [row for row in rows if cells_filled(row) > 1]
    filled = [any(cell_at(row, i).strip() for row in told) for i in range(wide)]
    start = 0
    for place, is_filled in enumerate([*filled, False]):
        if is_filled:
            continue
        if place > start:
            yield start, place
        start = place + 1


def _head(rows: Sequence[Row]) -> Row | None:
    return next(filter(_is_head, rows), None)


def _is_head(row: Row) -> bool:
    """Whether all cells of a row are known headers, one of names and one of what is said of them."""
    said = [cell for cell in row.cells if cell.strip()]
    if len(said) < 2 or max(map(len, said)) > SHORT or not all(map(is_exact, said)):
        return False
    found = {role.partition("@")[0] for role in roles(said, {})}
    return "name" in found and bool(_SAYING & found)


def _folded(row: Row) -> tuple[str, ...]:
    return tuple(names.fold(cell) for cell in row.cells if cell.strip())


def _one_below_the_other(table: Table) -> list[Table]:
    """The tables that begin at another header, each with the title right over its header."""
    heads = [index for index, row in enumerate(table.rows) if _is_head(row)]
    starts = [
        index
        for before, index in pairwise(heads)
        if index > before + 1 and _folded(table.rows[index]) != _folded(table.rows[before])
    ]
    if not starts:
        return [table]
    bounds = [0, *(_with_title(table.rows, start) for start in starts), len(table.rows)]
    return [replace(table, rows=table.rows[start:end]) for start, end in pairwise(bounds)]


def _with_title(rows: Sequence[Row], start: int) -> int:
    return start - 1 if cells_filled(rows[start - 1]) == 1 else start
