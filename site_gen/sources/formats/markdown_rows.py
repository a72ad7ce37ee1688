"""Lines of cells in Markdown without the line of dashes below the header, which makes them a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from site_gen.sources.formats.markdown_html import inline_html

LEAST = 3  # lines in a row
_ROW = re.compile(r"\s{0,3}\|(?=.*[^\W_]).*\|\s*")
_RULE = re.compile(r"\s*[|+](?:\s*[:=-][\s:=+|-]*)[|+]\s*")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_CODE = re.compile(r"`(?P<said>[^`]{1,200})`")
_CELL = re.compile(r"(?<!\\)\|")


def draw(lines: list[str]) -> None:
    """Write such lines as the rows of a table of HTML, each on its line."""
    for start, end in list(_runs(lines)):
        rows = [_cells(line) for line in lines[start:end]]
        if len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
            made = [f"<tr>{''.join(f'<td>{_html(cell)}</td>' for cell in row)}</tr>" for row in rows]
            lines[start:end] = [f"<table>{made[0]}", *made[1:-1], f"{made[-1]}</table>"]


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last line of each run of rows that stands alone, outside of code."""
    start, is_code, ruled = 0, False, False
    for index, line in enumerate([*lines, ""]):
        is_code ^= _FENCE.match(line) is not None
        if not is_code and _ROW.fullmatch(line):
            continue
        ruled = ruled or _RULE.fullmatch(line) is not None
        if not ruled and index - start >= LEAST and not (start and lines[start - 1].strip()):
            yield start, index
        start, ruled = index + 1, ruled and bool(line.strip())


def _html(cell: str) -> str:
    return inline_html(_CODE.sub(lambda code: f"<code>{escape(code['said'])}</code>", cell))


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _CELL.split(line.strip())[1:-1]]
