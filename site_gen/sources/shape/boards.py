"""Boards, lists and projects of words, which programs for tasks export with the columns of tasks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from site_gen.sources.shape.blocks import Table, count_words
from site_gen.sources.shape.scope import says_words, speaks_of_glossary
from site_gen.sources.shape.table_layout import Layout, cell_at

TITLE = 6  # words
_OF_TERMS = frozenset(["name", "text", "also"])


def words_said(titles: Iterable[str], columns: Iterable[Sequence[str]]) -> str:
    """The title that speaks of words, or what a column says in each row ("Project: Glossary"); else ""."""
    same = (cells[0] for cells in columns if len(cells) > 1 and len(set(cells)) == 1)
    return next((text for text in (*titles, *same) if count_words(text) <= TITLE and says_words(text)), "")


def of_table(table: Table, plan: Layout) -> str:
    """What says that a table is one of words: its title, a row above its header, or a column; else ""."""
    rows = (plan.table or table).rows
    above = [cell for row in rows[: max(0, plan.start - plan.header)] for cell in row.cells if cell.strip()]
    beside = [i for i, role in enumerate(plan.roles) if role.partition("@")[0] not in _OF_TERMS]
    columns = ([cell_at(row, i).strip() for row in rows[plan.start :]] for i in beside)
    return words_said([table.title, *above], columns)


def title_of(filename: str) -> str:
    """The words of the name of a file if they speak of a glossary, else ""."""
    stem = PurePosixPath(filename.replace("\\", "/")).stem
    words = " ".join("".join(sign if sign.isalpha() else " " for sign in stem).split())
    return words if speaks_of_glossary(words) else ""
