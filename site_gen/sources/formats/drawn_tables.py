"""Tables drawn with dashes in plain text, as Pandoc reads them: grid, simple and multi-line tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.sources.shape.blocks import Noise, Row, Table

_GRID = re.compile(r"^\s{0,3}\+(?:[-=:]{2,}\+)+\s*$")
_RULER = re.compile(r"^\s{0,3}-{2,}(?: +-{2,})+\s*$")
_WHOLE = re.compile(r"^\s{0,3}-{5,}\s*$")
_CAPTION = re.compile(r"(?:Table)?:\s+\S")
_ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s")
MAX_ROWS = 20_000


def drawn_table(lines: Sequence[str], start: int) -> tuple[Table, int] | None:
    """The table that begins at a line, and the index of the line after it; None if there is none."""
    line = lines[start]
    if line.lstrip()[:2] in ("+-", "+="):
        return _grid(lines, start) if _GRID.match(line) else None
    if "--" in line and _WHOLE.match(line):
        return _multiline(lines, start)
    following = lines[start + 1] if start + 1 < len(lines) else ""
    if line.strip() and "--" in following and _RULER.match(following):
        return _simple(lines, start + 1, header=start)
    if "--" in line and _RULER.match(line):
        return _simple(lines, start, header=None)
    return None


def _columns(ruler: str) -> list[tuple[int, int]]:
    spans = [found.span() for found in re.finditer(r"-+", ruler)]
    ends = [begin for begin, _ in spans[1:]]
    return [(begin, end) for (begin, _), end in zip(spans, [*ends, 10_000], strict=True)]


def _cells(line: str, columns: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(line[begin:end].strip() for begin, end in columns)


def _grid(lines: Sequence[str], start: int) -> tuple[Table, int]:
    rows: list[Row] = []
    header = False
    parts: list[list[str]] = []
    index, first = start + 1, start + 1
    while index < len(lines) and index - start < MAX_ROWS and lines[index].lstrip()[:1] in ("+", "|"):
        line = lines[index].strip()
        if _GRID.match(line):
            if parts:
                rows.append(Row(line=first + 1, cells=tuple(map(_joined, parts))))
            header = header or ("=" in line and len(rows) == 1)
            parts, first = [], index + 1
        else:
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            parts = parts or [[] for _ in cells]
            for part, cell in zip(parts, cells, strict=False):
                part.append(cell)
        index += 1
    return Table(line=start + 1, rows=tuple(rows), header=header or None), _caption(lines, index)


def _joined(lines: Sequence[str]) -> str:
    """The lines of a cell as paragraphs; an item of a list, and what a backslash breaks, has its own line."""
    out: list[str] = []
    for line in lines:
        if out and out[-1] and line and not _ITEM.match(line) and not out[-1].endswith("\\"):
            out[-1] = f"{out[-1]} {line}"
        else:
            out.append(line)
    return "\n".join(out).strip()


def _simple(lines: Sequence[str], ruler: int, header: int | None) -> tuple[Table, int] | None:
    """A table with one line for each row, up to a blank line (without header: up to a ruler)."""
    columns = _columns(lines[ruler])
    rows = [] if header is None else [Row(line=header + 1, cells=_cells(lines[header], columns))]
    index = ruler + 1
    while index < len(lines) and index - ruler < MAX_ROWS and lines[index].strip():
        if _RULER.match(lines[index]):
            index += 1
            break
        rows.append(Row(line=index + 1, cells=_cells(lines[index], columns)))
        index += 1
    if len(rows) < 2:
        return None
    return Table(line=rows[0].line, rows=tuple(rows), header=header is not None or None), _caption(
        lines, index
    )


def _multiline(lines: Sequence[str], start: int) -> tuple[Table, int] | None:
    """A table between two full rulers: a header, then rows of several lines with blank lines between."""
    near = range(start + 1, min(start + 8, len(lines)))
    ruler = next((i for i in near if _RULER.match(lines[i])), None)
    if ruler is None:
        return None
    end = next(
        (i for i in range(start + 1, min(len(lines), start + MAX_ROWS)) if _WHOLE.match(lines[i])), None
    )
    if end is None or end < ruler:
        return None
    columns = _columns(lines[ruler])
    rows: list[Row] = []
    groups = [(start + 1, lines[start + 1 : ruler])]
    group: list[str] = []
    for index in range(ruler + 1, end + 1):
        if lines[index].strip() and index < end:
            group.append(lines[index])
        elif group:
            groups.append((index - len(group), group))
            group = []
    for first, own in groups:
        parts = [_cells(line, columns) for line in own]
        cells = tuple(" ".join(filter(None, column)) for column in zip(*parts, strict=True))
        if any(cells):
            rows.append(Row(line=first + 1, cells=cells))
    header = bool(groups[0][1]) or None
    return Table(line=start + 1, rows=tuple(rows), header=header), _caption(lines, end + 1)


def caption(lines: Sequence[str], end: int) -> Noise | None:
    """The caption that ends a drawn table, as what is told: it is no entry."""
    if end < 1 or not (found := _CAPTION.match(lines[end - 1])):
        return None
    return Noise(line=end, text=lines[end - 1][found.end() - 1 :].strip()[:200], why="caption of a table")


def _caption(lines: Sequence[str], index: int) -> int:
    """The index after a table's caption (": Words" or "Table: Words"), if one follows."""
    place = index + 1 if index < len(lines) and not lines[index].strip() else index
    if place < len(lines) and _CAPTION.match(lines[place]) and place > index:
        return place + 1
    return index
