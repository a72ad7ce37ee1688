"""Problems of changed files, told at the cells that the change came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from site_gen.editing.sheet.columns import COLUMNS, SLUG
from site_gen.editing.sheet.compare import Compared
from site_gen.editing.sheet.read import Sheet
from site_gen.model.problem import Problem
from site_gen.model.records import Glossary

_MISSING = re.compile(r"has no '([a-z_]+)'")


def arisen(before: tuple[Problem, ...], after: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that were not there before; a line that moved is not a new problem."""
    known = {(problem.path, problem.code, problem.message) for problem in before}
    return tuple(problem for problem in after if (problem.path, problem.code, problem.message) not in known)


def at_cells(
    problems: tuple[Problem, ...], sheet: Sheet, compared: Compared, glossary: Glossary
) -> Iterator[Problem]:
    """Each problem at its cell, where its file has a row that changes or makes it; others as they are."""
    rows = {row.slug: row.row for row in (*compared.edited, *compared.new)}
    terms = {term.origin.path: term for term in glossary.terms if term.slug in rows}
    for problem in problems:
        term = terms.get(problem.path)
        if term is None:
            yield problem
            continue
        missing = _MISSING.search(problem.message) if problem.code == "missing-field" else None
        column = missing[1] if missing else _column(term.origin.lines, problem.line)
        place = sheet.finding(rows[term.slug], column, problem.code, problem.message, problem.hint)
        yield replace(place, severity=problem.severity)


def _column(lines: Mapping[str, int], line: int) -> str:
    """The column of the field that begins last at or before ``line``; the name for the file as a whole."""
    field = max(
        (field for field in lines if lines[field] <= line and "(" not in field),
        key=lambda field: (lines[field], field.count(".")),
        default="name",
    )
    top, _, inner = field.partition(".")
    for title in (
        f"{top}.{inner.partition('.')[2]}",  # contrast.SLUG.scenes.own
        f"{top}.{inner.partition('.')[0]}",
        f"{top}.{inner.rpartition('.')[2]}",
        f"{top}.difference",
        top,
    ):
        if title in COLUMNS:
            return title
    return SLUG
