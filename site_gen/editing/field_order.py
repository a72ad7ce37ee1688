"""The usual order of fields in a file: that of the schema, so that every term reads alike.

Whole lines move; what stands above a field as a comment moves with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_gen.corpus.layout import IMPORT_RULES, SOURCES, TERMS
from site_gen.model.schema import SOURCE, TERM

_FIELD = re.compile(r"([a-z_]+):(?=[ \n]|$)")
_ASIDE = re.compile(r"[ \t]*(?:#.*)?")  # a blank line or a comment


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one field, with the comments above it; ``line`` is where the field stands."""

    field: str
    line: int
    rows: list[str]


def reordered(path: str, text: str) -> tuple[str, int]:
    """The text with its fields in order, and the line of the first that moved; 0 where none has to.

    The caller proves that the text still says the same.
    """
    order = _order_of(path)
    blocks = _blocks(text.split("\n")) if order and text.endswith("\n") else ()
    if not blocks or any(block.field not in order for block in blocks):
        return text, 0
    wanted = sorted(blocks, key=lambda block: order.index(block.field))
    moved = next((is_ for is_, should in zip(blocks, wanted, strict=True) if is_ is not should), None)
    if moved is None:
        return text, 0
    head, tail = _around(text.split("\n"), blocks)
    rows = [*head, *(row for block in wanted for row in block.rows), *tail]
    return "\n".join(rows), moved.line


def _order_of(path: str) -> Sequence[str]:
    if path.startswith(TERMS):
        return tuple(TERM)
    if path.startswith(SOURCES) and not path.endswith(IMPORT_RULES):
        return tuple(SOURCE)
    return ()


def _starts(rows: Sequence[str]) -> list[int]:
    return [number for number, row in enumerate(rows) if _FIELD.match(row)]


def _above(rows: Sequence[str], start: int, least: int) -> int:
    """The first of the comments right above a field; after a blank line they are none of its."""
    while start > least and rows[start - 1].startswith("#"):
        start -= 1
    return start


def _blocks(rows: Sequence[str]) -> tuple[_Block, ...]:
    starts = _starts(rows)
    if not starts:
        return ()
    tops = [_above(rows, start, 0 if at == 0 else starts[at - 1] + 1) for at, start in enumerate(starts)]
    ends = [*tops[1:], _last(rows, starts[-1])]
    found = zip(starts, tops, ends, strict=True)
    return tuple(
        _Block(rows[start].partition(":")[0], start + 1, list(rows[top:end])) for start, top, end in found
    )


def _last(rows: Sequence[str], start: int) -> int:
    """Behind the last line of the last field: what is blank or a comment below it ends the file."""
    end = len(rows)
    while end > start + 1 and _ASIDE.fullmatch(rows[end - 1]):
        end -= 1
    return end


def _around(rows: Sequence[str], blocks: Sequence[_Block]) -> tuple[Sequence[str], Sequence[str]]:
    """The lines before the first block and after the last."""
    first = min(blocks, key=lambda block: block.line)
    before = first.line - 1 - next(i for i, row in enumerate(first.rows) if _FIELD.match(row))
    return rows[:before], rows[before + sum(len(block.rows) for block in blocks) :]
