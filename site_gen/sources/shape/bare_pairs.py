"""Names and texts in several pairs of columns side by side, as on a printed sheet, without any header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, combinations, zip_longest
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape import table_layout
from site_gen.sources.shape.blocks import Block, Row, Table, abbreviates, count_words, is_name_like
from site_gen.sources.shape.column_contents import written_out
from site_gen.sources.shape.table_layout import cell_at, cells_filled

PAIR = 2  # columns of a name and a text
MOST_PAIRS = 4
ROWS, FEW = 3, 2  # of a pair at least, but for a shorter last one; where all names are in order
NAME_WORDS, LONGER = 6, 1.5  # words of a name; times as many words as texts have


def apart(table: Table, groups: Sequence[tuple[int, int]]) -> list[Table]:
    """The pairs of columns of a table, or the table itself if its columns are no pairs.

    Empty columns part pairs. Where none does, no name may abbreviate another in its row, and all cells above
    the last row hold something: other names and examples have gaps.
    """
    first, end = (groups[0][0], groups[-1][1]) if groups else (0, 0)
    parted = len(groups) > 1
    if not parted:
        groups = [(place, place + PAIR) for place in range(first, end, PAIR)]
    if not 1 < len(groups) <= MOST_PAIRS or any(after - start != PAIR for start, after in groups):
        return [table]
    pairs = [[_pair(row, start) for row in table.rows] for start, _ in groups]
    told = [[(name, text) for name, text in pair if name and text] for pair in pairs]
    least = FEW if _in_order(told) else ROWS
    if any(len(pair) < least for pair in told[:-1]) or not told[-1] or not all(map(_is_of_terms, told)):
        return [table]
    if (not parted and not _are_even(pairs)) or _has_header(table):
        return [table]
    return [columns(table, start, after) for start, after in groups]


def _has_header(table: Table) -> bool:
    plan = table_layout.layout(table, {})
    return plan is not None and plan.header


def columns(table: Table, start: int, end: int) -> Table:
    """The part of a table in some columns. The cells before them stay as empty ones: their letters tell."""
    before = ("",) * start
    rows = (replace(row, cells=(*before, *row.cells[start:end])) for row in table.rows)
    return replace(table, rows=tuple(row for row in rows if cells_filled(row)))


def _pair(row: Row, start: int) -> tuple[str, str]:
    return cell_at(row, start).strip(), cell_at(row, start + 1).strip()


def _is_of_terms(pair: Sequence[tuple[str, str]]) -> bool:
    """Whether the first cells are names, none of them twice, and the second ones are longer."""
    own, texts = [name for name, _ in pair], [text for _, text in pair]
    if len({*map(names.fold, own)}) < len(own) or not all(is_name_like(name, NAME_WORDS) for name in own):
        return False
    if all(map(abbreviates, own, texts)):
        return True
    return mean(map(count_words, texts)) >= LONGER * mean(map(count_words, own))


def _in_order(told: Sequence[Sequence[tuple[str, str]]]) -> bool:
    """Whether all names are in alphabetical order: down the pairs, or from pair to pair in each row."""
    own = [[names.fold(name) for name, _ in pair] for pair in told]
    down = list(chain(*own))
    across = [name for row in zip_longest(*own) for name in row if name]
    return len(down) > PAIR and (down == sorted(down) or across == sorted(across))


def _are_even(pairs: Sequence[Sequence[tuple[str, str]]]) -> bool:
    rows = [row for row in zip(*pairs, strict=True) if sum(map(bool, chain(*row))) > 1]  # titles aside
    own = list(zip(*[[name for name, _ in row] for row in rows], strict=True))
    if any(written_out(one, other) or written_out(other, one) for one, other in combinations(own, 2)):
        return False
    return all(all(chain(*row)) for row in rows[:-1])


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with tables of such pairs as a table for each pair."""
    return [part for block in found for part in _parts(block)]


def _parts(block: Block) -> list[Block]:
    if not isinstance(block, Table) or block.header is not None or not block.rows:
        return [block]
    wide = max(len(row.cells) for row in block.rows)
    return [*apart(block, [(0, wide)])]
