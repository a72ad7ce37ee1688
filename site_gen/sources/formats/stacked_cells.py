"""Tables copied cell by cell: each cell in a line of its own, the headers of the columns first."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from site_gen.sources.shape.blocks import Row, Table, count_words, is_name_like
from site_gen.sources.shape.columns import by_header, roles
from site_gen.sources.shape.header_roles import is_exact
from site_gen.sources.shape.lines import Line

BEFORE = 12  # most lines before the headers
COLUMNS = range(3, 7)  # with two columns, names and texts take turns, which other rules read
ROWS = 2  # rows at least
CERTAIN = 4  # rows that one unusual header may stand over


def parted(lines: Sequence[Line]) -> tuple[Sequence[Line], Table] | None:
    """The lines before such a table, and the table; None if there is none."""
    for start in range(min(BEFORE, len(lines))):
        for width in COLUMNS:
            heads = [line.text for line in lines[start : start + width]]
            after = len(lines) - start - width
            if after < ROWS * width or after % width or not _are_headers(heads, after // width):
                continue
            rows = [lines[place : place + width] for place in range(start, len(lines), width)]
            if _fit(rows[1:], roles(heads, {})):
                return lines[:start], _table(rows)
    return None


def _are_headers(heads: Sequence[str], rows: int) -> bool:
    usual = sum(map(is_exact, heads)) + (rows >= CERTAIN)
    if any(len(head) > 60 or not is_name_like(head) for head in heads) or usual < len(heads):
        return False
    return {"name", "text"} <= set(by_header(heads, {}))


def _fit(rows: Sequence[Sequence[Line]], columns: Sequence[str]) -> bool:
    """Whether nearly all cells under the header of names look like names, and the texts are longer."""
    names, texts = ([row[columns.index(role)].text for row in rows] for role in ("name", "text"))
    named = mean(is_name_like(name) for name in names) >= 0.9
    return named and mean(map(count_words, texts)) > mean(map(count_words, names))


def _table(rows: Sequence[Sequence[Line]]) -> Table:
    made = tuple(Row(line=row[0].number, cells=tuple(line.text for line in row)) for row in rows)
    return Table(line=made[0].line, rows=made, header=True)
