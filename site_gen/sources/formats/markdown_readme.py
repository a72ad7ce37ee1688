"""Blocks of ReadMe in Markdown: tables, notes and headings that it keeps as JSON between two marks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from site_gen.sources.formats import fragment
from site_gen.sources.formats.inline_markup import heading, paragraph
from site_gen.sources.formats.spans import Span
from site_gen.sources.shape.blocks import Block, Noise, Row, Table

_OPEN = re.compile(r"\s{0,3}\[block:(?P<kind>[a-z-]{2,30})\]\s*$")
_SHUT = re.compile(r"\s{0,3}\[/block\]\s*$")
_HEADED = frozenset(["api-header", "callout"])
MAX_CELLS = 20  # of a row
MAX_ROWS = 20_000


def settled(lines: Sequence[str]) -> Iterator[tuple[int, int, Sequence[Block]]]:
    """The first line of each block, the line after it, and what it holds."""
    start = None
    for index, line in enumerate(lines):
        if _OPEN.match(line):
            start = index
        elif start is not None and _SHUT.match(line):
            yield start, index + 1, _blocks(lines, start, index)
            start = None


def _blocks(lines: Sequence[str], start: int, end: int) -> list[Block]:
    said, line = "\n".join(lines[start + 1 : end]), start + 1
    opened = _OPEN.match(lines[start])
    try:
        told = json.loads(said)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        return [Noise(line=line, text=" ".join(said.split())[:200], why="block that is not readable as JSON")]
    if isinstance(told.get("data"), dict):
        return [_table(told["data"], line)]
    title, body = fragment.shown(str(told.get("title") or "")), fragment.shown(str(told.get("body") or ""))
    found: list[Block] = [heading(line, title, 2)] if title and opened and opened["kind"] in _HEADED else []
    return [*found, *(paragraph([(line, [Span(text=body)])]) if body else ())]


def _table(data: Mapping[str, Any], line: int) -> Table:
    """The table of cells that are named by row and column: "h-0" in the header, "3-1" in the fourth row."""
    numbered = takewhile(lambda row: f"{row}-0" in data, map(str, range(MAX_ROWS)))
    rows = ["h", *numbered]
    wide = max((cell + 1 for cell in range(MAX_CELLS) for row in rows if f"{row}-{cell}" in data), default=0)
    cells = (tuple(fragment.shown(str(data.get(f"{row}-{c}") or "")) for c in range(wide)) for row in rows)
    return Table(line=line, rows=tuple(Row(line=line, cells=row) for row in cells if any(row)), header=True)
