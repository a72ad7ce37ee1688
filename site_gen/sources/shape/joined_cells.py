"""Tables with a name and its text in one cell, beside a column of teams: "Handover: What is open" | "All"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import mean

from site_gen.sources.shape.blocks import Block, Row, Table, count_words, is_name_like
from site_gen.sources.shape.called_glossary import is_strong
from site_gen.sources.shape.columns import by_header
from site_gen.sources.shape.header_roles import role_of
from site_gen.sources.shape.scope import speaks_of_glossary

COLUMNS = range(2, 7)
ROWS, SHARE = 3, 0.9  # rows with both in a cell at least, and their share
NAME_WORDS, BESIDE = 6, 3  # words of a name, and of a cell in another column on average
_BOTH = re.compile(r"(?P<name>[^\n:–—]{1,80}?)\s*(?:\n\s*|:\s+|\s[-–—]\s+)(?P<text>\S.*)", re.DOTALL)


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with such tables as tables with a column of names and one of texts."""
    return [parted(block) if isinstance(block, Table) else block for block in found]


def parted(table: Table) -> Table:
    """The table with names and texts in columns of their own; others stay unchanged."""
    head, below = table.rows[:1], table.rows[1:]
    if not head or len(below) < ROWS or len(head[0].cells) not in COLUMNS or table.header is False:
        return table
    said = [cell.strip() for cell in head[0].cells]
    if {"name", "text"} <= set(by_header(said, {})):
        return table
    column = next((i for i, header in enumerate(said) if _heads_both(header) and _holds_both(below, i)), -1)
    others = [i for i in range(len(said)) if i != column]
    if column < 0 or any(mean(count_words(_cell(row, i)) for row in below) > BESIDE for i in others):
        return table
    names = ("Term", "Definition") if is_strong(said[column]) else ("Name", "Text")
    rows = [_replaced(head[0], column, names), *(_replaced(row, column, _both(row, column)) for row in below)]
    return replace(table, rows=tuple(rows))


def _heads_both(header: str) -> bool:
    return role_of(header) in ("name", "text") or speaks_of_glossary(header)


def _holds_both(rows: Sequence[Row], column: int) -> bool:
    told = [_both(row, column) for row in rows]
    named = [bool(text) and is_name_like(name, NAME_WORDS) for name, text in told]
    if mean(named) < SHARE:
        return False
    return mean(count_words(text) for _, text in told) > mean(count_words(name) for name, _ in told)


def _both(row: Row, column: int) -> tuple[str, str]:
    found = _BOTH.fullmatch(_cell(row, column))
    return (found["name"].strip(), found["text"].strip()) if found else (_cell(row, column), "")


def _cell(row: Row, column: int) -> str:
    return row.cells[column].strip() if column < len(row.cells) else ""


def _replaced(row: Row, column: int, both: tuple[str, str]) -> Row:
    return replace(row, cells=(*row.cells[:column], *both, *row.cells[column + 1 :]))
