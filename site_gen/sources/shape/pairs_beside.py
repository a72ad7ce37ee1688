"""Tables without headers that have their names and texts twice or more beside each other, to save room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Row, Table, abbreviates, count_words, is_name_like
from site_gen.sources.shape.header_roles import is_exact

FEWEST, WIDE = 4, (4, 6)  # names, and columns of such a table
SHARE = 0.7  # share of names that stand in order, of pairs that are abbreviations, or of longer texts


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with such tables as one with two columns."""
    return [_in_two(block) if isinstance(block, Table) else block for block in found]


def _in_two(table: Table) -> Table:
    rows = [row for row in table.rows if any(cell.strip() for cell in row.cells)]
    wide = max((len(row.cells) for row in rows), default=0)
    if table.header or wide not in WIDE or any(len(row.cells) != wide for row in rows):
        return table
    if any(is_exact(cell) for cell in rows[0].cells):
        return table
    down = [_pair(row, place) for place in range(0, wide, 2) for row in rows]
    pairs = [row for row in down if row.cells[0].strip() and row.cells[1].strip()]
    if len(pairs) < max(FEWEST, len(down) - wide) or not _are_entries(pairs):
        return table
    across = chain.from_iterable([_pair(row, place) for place in range(0, wide, 2)] for row in rows)
    if not (_in_order(pairs) or _in_order([row for row in across if row.cells[0].strip()])):
        return table
    return replace(table, rows=tuple(pairs), header=False)


def _pair(row: Row, place: int) -> Row:
    return replace(row, cells=row.cells[place : place + 2])


def _are_entries(pairs: Sequence[Row]) -> bool:
    """Whether names stand first in their pairs: they abbreviate what follows, or that is longer."""
    cells = [row.cells for row in pairs]
    if not all(is_name_like(name) for name, _ in cells):
        return False
    short = mean(abbreviates(name, text) for name, text in cells)
    longer = mean(count_words(text) > count_words(name) for name, text in cells)
    return short >= SHARE or (longer >= SHARE and mean(count_words(text) for _, text in cells) >= FEWEST)


def _in_order(pairs: Sequence[Row]) -> bool:
    own = [names.fold(row.cells[0]) for row in pairs]
    return sum(one <= other for one, other in pairwise(own)) >= SHARE * (len(own) - 1) and own[0] < own[-1]
