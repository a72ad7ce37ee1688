"""Which rows of a table tell of one concept, each in a language that it states? They become columns.

Rows that each have a concept of their own stay as they are; ``stated_language`` tells their languages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape import stated_language
from site_gen.sources.shape.blocks import Row, Table
from site_gen.sources.shape.header_roles import role_of
from site_gen.sources.shape.header_words import LANGUAGES
from site_gen.sources.shape.language_codes import base_of, tag_of

KNOWN = 0.9  # share of rows with the code of a language
_IN_LANGUAGES = frozenset(["name", "text", "also", "short", "long"])


def together(table: Table, language: str) -> Table:
    """The table with a row for each concept, ``language`` first; other tables stay as they are.

    The first column whose values repeat from language to language tells which rows belong together.
    """
    if len(table.rows) < 3:
        return table
    if behind := _codes_behind(table):
        over = Row(line=table.rows[0].line, cells=behind)
        return replace(table, rows=(over, *(replace(row, cells=row.cells[:2]) for row in table.rows)))
    head, *rows = table.rows
    own = next((i for i, cell in enumerate(head.cells) if names.fold(cell) in stated_language.HEADERS), None)
    if own is None or "name" not in {role_of(cell) for cell in head.cells}:
        return table
    codes = [tag_of(_cell(row, own)) for row in rows]
    others = [i for i in range(len(head.cells)) if i != own]
    found = key_of([head.cells[i] for i in others], [[_cell(row, i) for i in others] for row in rows], codes)
    key = None if found is None else others[found]
    if key is None or len({*codes} - {""}) < 2 or mean(map(bool, codes)) < KNOWN:
        return table
    order = sorted(filter(None, dict.fromkeys(codes)), key=lambda code: base_of(code) != language)
    concepts: dict[str, dict[str, Row]] = {}
    for row, code in zip(rows, codes, strict=True):
        concepts.setdefault(_cell(row, key), {}).setdefault(code or language, row)
    kept = [i for i in range(len(head.cells)) if i not in (own, key)]
    headers = [
        _header(head.cells[i], code) for code in order for i in kept if code == order[0] or _of(head, i)
    ]
    out = [replace(head, cells=tuple(headers))]
    out += [_joined(by_code, order, head, kept) for by_code in concepts.values()]
    return replace(table, rows=tuple(out))


def _codes_behind(table: Table) -> tuple[str, ...]:
    """The codes of two languages that stand behind a pair of names in each row: "quay, Kai, en, de"."""
    behind = {tuple(names.fold(cell) for cell in row.cells[2:]) for row in table.rows}
    codes = behind.pop() if len(behind) == 1 else ()
    known = len(codes) == 2 and all(code in LANGUAGES for code in codes) and len({*codes}) == 2
    return codes if known else ()


def key_of(headers: Sequence[str], rows: Sequence[Sequence[str]], codes: Sequence[str]) -> int | None:
    """The column that tells concepts apart: each value once for a language, and some for several.

    The only column of names is none: words that two languages share are no key.
    """
    told = [role_of(header) for header in headers]
    for index, role in enumerate(told):
        values = [row[index] for row in rows]
        pairs = {*zip(values, codes, strict=True)}
        alone = role == "text" or (role == "name" and told.count("name") == 1)
        if not alone and all(values) and len(pairs) == len(rows) > len({*values}):
            return index
    return None


def _joined(by_code: Mapping[str, Row], order: Sequence[str], head: Row, kept: Sequence[int]) -> Row:
    first = next(by_code[code] for code in (*order, *by_code) if code in by_code)
    cells = []
    for code in order:
        row = by_code.get(code)
        for index in kept:
            if code == order[0] and not _of(head, index):
                cells.append(_cell(first, index))
            elif _of(head, index):
                cells.append(_cell(row, index) if row else "")
    return replace(first, cells=tuple(cells))


def _of(head: Row, index: int) -> bool:
    """Whether a column holds names or texts, which each language has of its own."""
    return is_told_by_language(head.cells[index])


def is_told_by_language(header: str) -> bool:
    """Whether a column or key holds what each language has of its own: names and texts."""
    return role_of(header) in _IN_LANGUAGES


def _header(header: str, language: str) -> str:
    return f"{header.strip()}_{language}" if role_of(header) in _IN_LANGUAGES else header


def _cell(row: Row, index: int) -> str:
    return row.cells[index].strip() if index < len(row.cells) else ""
