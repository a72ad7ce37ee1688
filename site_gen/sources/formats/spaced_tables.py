"""Tables set with blanks, as programs copy them from PDF files: a line of headers, and cells under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from site_gen.sources.formats import page_breaks
from site_gen.sources.formats.letters import Plain
from site_gen.sources.shape.blocks import Row, Table, is_name_like
from site_gen.sources.shape.columns import by_header, roles
from site_gen.sources.shape.page_columns import begins_small, joined

COLUMNS = range(3, 9)  # names and texts alone are read as lines with a gap
ROWS, EVEN = 2, 4  # rows at least, under headers and without
SMALL = 0.3  # share of names in small letters from which such a name does not go on with the one before
CLEAR = 0.9  # share of the rows that are blank before a column
MAX_WIDTH = 400
_WORDS = re.compile(r"\S+(?: \S+)*")  # what a gap of two blanks ends


def settled(found: Plain) -> list[Table]:
    """The tables of a text; their lines are blank afterwards."""
    tables = []
    heads = {noise.line - 1 for noise in found.noise if noise.why == page_breaks.WHY}
    start = 0
    while start < len(found.lines):
        head = _spans(found.lines[start])
        if len(head) not in COLUMNS:
            start += 1
            continue
        said = [found.lines[start][begin:end] for begin, end in head]
        if {"name", "text"} <= set(by_header(said, {})):
            after = _after_rows(found.lines, start, heads)
            table = _headed(found.lines[start:after], start + 1, head)
        else:
            after = _after_even(found.lines, start, head)
            table = _bare(found.lines[start:after], start + 1, head)
        if table:
            tables.append(table)
            found.lines[start:after] = [""] * (after - start)
        start = after
    return tables


def _spans(line: str) -> list[tuple[int, int]]:
    """Where the cells of a line begin and end."""
    return [words.span() for words in _WORDS.finditer(line[:MAX_WIDTH])]


def _after_even(lines: Sequence[str], start: int, head: Sequence[tuple[int, int]]) -> int:
    """The index after the lines whose cells begin where those of the first do, and what goes on below them.

    A blank line may stand between two rows.
    """
    places = {begin for begin, _ in head}
    first, after, index = min(places), start + 1, start + 1
    while index < len(lines):
        begins = {begin for begin, _ in _spans(lines[index])}
        if not begins and index > after:
            break
        if begins and (not begins <= places or begins == {first} or (index > after and first not in begins)):
            break
        index += 1
        after = index if begins else after
    return after


def _bare(lines: Sequence[str], number: int, head: Sequence[tuple[int, int]]) -> Table | None:
    """The table in lines without headers, if there are several and names come first."""
    places = [begin for begin, _ in head]
    rows: list[Row] = []
    for place, line in enumerate(lines, number):
        cells = tuple(_cut(line, places))
        if not any(cells):
            continue
        if cells[0] or not rows:
            rows.append(Row(line=place, cells=cells))
        else:  # what does not fit into a cell stands below it
            rows[-1] = _longer(rows[-1], cells)
    if len(rows) < EVEN or not all(is_name_like(row.cells[0]) for row in rows):
        return None
    return Table(line=number, rows=tuple(rows))


def _headed(lines: Sequence[str], number: int, head: Sequence[tuple[int, int]]) -> Table | None:
    """The table in lines of which the first has the headers, at the number of that line."""
    said = tuple(lines[0][begin:end] for begin, end in head)
    name = roles(said, {}).index("name")
    places = _places(head, [line[:MAX_WIDTH] for line in lines[1:] if line.strip()])
    rows = _rows(lines, number, places, name) if places else []
    if len(rows) < ROWS or not all(is_name_like(row.cells[name]) for row in rows):
        return None
    return Table(line=number, rows=(Row(line=number, cells=said), *rows), header=True)


def _after_rows(lines: Sequence[str], start: int, heads: Set[int]) -> int:
    """The index after the rows: of two blank lines, or of a line without any gap at the margin.

    Blank lines around the head of a page, of which ``heads`` has the indexes, do not end a table.
    """
    index = start + 1
    while index < len(lines):
        line = lines[index]
        if line.strip():
            if "\t" in line or (line[0] != " " and "  " not in line.rstrip()):
                return index
            index += 1
            continue
        after = next((place for place in range(index, len(lines)) if lines[place].strip()), len(lines))
        if after - index > 1 and heads.isdisjoint(range(index, after)):
            return index
        index = after
    return index


def _places(head: Sequence[tuple[int, int]], below: Sequence[str]) -> list[int]:
    """Where each column begins: the last place up to its header before which nearly all rows are blank."""
    found = [0]
    for (left, _), (right, _) in pairwise(head):
        clear = (
            place
            for place in range(right, left + 1, -1)
            if sum(line[place - 2 : place].strip() == "" for line in below) >= CLEAR * len(below)
        )
        place = next(clear, 0)
        if not place:
            return []
        found.append(place)
    return found


def _rows(lines: Sequence[str], number: int, places: Sequence[int], name: int) -> list[Row]:
    """The rows, each with the lines that go on with it; the headers may repeat."""
    told = ((place, line) for place, line in enumerate(lines, number) if line.strip() and line != lines[0])
    cut = [(place, tuple(_cut(line, places))) for place, line in told]
    small = sum(begins_small(cells[name]) for _, cells in cut) <= SMALL * len(cut)
    rows: list[Row] = []
    for place, cells in cut:
        if rows and (not cells[name] or (small and begins_small(cells[name]))):
            rows[-1] = _longer(rows[-1], cells)
        else:
            rows.append(Row(line=place, cells=cells))
    return rows


def _longer(row: Row, cells: Sequence[str]) -> Row:
    """A row with the next lines of its cells."""
    both = (joined(one, more).strip() for one, more in zip(row.cells, cells, strict=True))
    return Row(line=row.line, cells=tuple(both))


def _cut(line: str, places: Sequence[int]) -> Iterator[str]:
    for begin, end in pairwise((*places, len(line) + 1)):
        yield line[begin:end].strip()
