"""Tables to drafts, whatever their format: header or none, cells left blank, several names in one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from site_gen.sources.draft import Draft, Piece, Skipped
from site_gen.sources.shape.blocks import Row, Table, clean_name, tidy
from site_gen.sources.shape.columns import Chosen, by_content, by_header, chosen_field, is_header

NO_COLUMNS = "table without a column of terms and one of texts"
PREAMBLE = 20  # rows that may stand before the header
_SPLIT = re.compile(r"\s*[\n;•]\s*|\s+[/|]\s+")
_LIST = re.compile(r"\s*[\n;,•|/]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the columns of one table hold; ``start`` is its first row of entries."""

    headers: tuple[str, ...]
    fields: tuple[str, ...]
    start: int
    header: bool  # whether the row above ``start`` is one
    known: bool  # by its headers, not guessed from what stands in it


def layout(table: Table, chosen: Chosen) -> Layout | None:
    """The layout of a table; None where nothing in it looks like names with texts."""
    for index, row in enumerate(table.rows[: 1 if table.header else PREAMBLE]):
        fields = by_header(row.cells, chosen)
        by_hand = any(chosen_field(cell, chosen) is not None for cell in row.cells)
        if "name" in fields and (by_hand or {"text", "also", "says"} & set(fields)):
            return Layout(headers=row.cells, fields=tuple(fields), start=index + 1, header=True, known=True)
    return _guessed(table, chosen)


def _guessed(table: Table, chosen: Chosen) -> Layout | None:
    if not table.rows:
        return None
    wide = max((sum(bool(c.strip()) for c in row.cells) for row in table.rows), default=0)
    start = next((i for i, row in enumerate(table.rows[:PREAMBLE]) if _filled(row) == wide), 0)
    rest = [row.cells for row in table.rows[start + 1 :]]
    header = table.header if table.header is not None and not start else None
    if header is None:
        header = bool(rest) and is_header(table.rows[start].cells, rest)
    cells = rest if header else [row.cells for row in table.rows[start:]]
    fields = by_content(cells)
    width = max(len(fields), len(table.rows[start].cells))
    headers = table.rows[start].cells if header else tuple(f"column {i + 1}" for i in range(width))
    set_by_hand = by_header(headers, chosen) if chosen else []
    if "name" in set_by_hand:
        pairs = zip_longest(set_by_hand, fields, fillvalue="")
        fields = [by_hand or ("" if guess == "name" else guess) for by_hand, guess in pairs]
    if "name" not in fields:
        return None
    return Layout(headers=headers, fields=tuple(fields), start=start + header, header=header, known=False)


def columns(plans: Iterable[Layout]) -> dict[str, str]:
    """What each column of the tables is mapped to; columns without a header have no name to map."""
    out: dict[str, str] = {}
    for plan in plans:
        out |= {
            header: field for header, field in zip_longest(plan.headers, plan.fields, fillvalue="") if header
        }
    return out


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def drafts(table: Table, plan: Layout, where: str = "") -> tuple[list[Draft], list[Skipped]]:
    """The entries of a table; rows without a name continue the entry above or give it a further meaning."""
    found: list[Draft] = []
    skipped = [
        left_out(row, "above the header of the table") for row in table.rows[: plan.start - plan.header]
    ]
    for row in table.rows[plan.start :]:
        draft = _draft(row, plan, where)
        if draft and draft.name:
            found.append(draft)
        elif draft and found and (draft.body or draft.also):
            _continue(found, draft)
        elif _filled(row):
            skipped.append(left_out(row, "table row without a name"))
    return found, skipped


def left_out(row: Row, why: str) -> Skipped:
    return Skipped(line=row.line, text=" | ".join(row.cells), why=why)


def _draft(row: Row, plan: Layout, where: str) -> Draft | None:
    cells: dict[str, list[str]] = {}
    for index, field in enumerate(plan.fields):
        value = row.cells[index].strip() if index < len(row.cells) else ""
        if field and value:
            cells.setdefault(field, []).append(value)
    printed = [
        clean_name(part) for cell in cells.get("name", []) for part in _SPLIT.split(cell) if part.strip()
    ]
    more = [clean_name(part) for cell in cells.get("also", []) for part in _LIST.split(cell) if part.strip()]
    if not printed and not cells:
        return None
    body = tuple(Piece(line=row.line, text=text) for text in cells.get("text", []))
    if printed and not body and not more and {"text", "also"} & set(plan.fields):
        return Draft(name="", line=row.line, how="table row")  # a row that only groups others
    return Draft(
        name=printed[0] if printed else "",
        line=row.line,
        how="table row",
        body=body,
        also=(*printed[1:], *more),
        says=tidy(" ".join(cells.get("says", []))),
        term=" ".join(cells.get("term", [])),
        where=where and f"{where}, row {row.line}",
    )


def _continue(found: list[Draft], more: Draft) -> None:
    """A row under a merged or blank name: goes on with the text, or starts another meaning of the name."""
    last = found[-1]
    text = more.body[0].text if more.body else ""
    if text and last.body and text[0].isupper() and last.body[-1].text.endswith((".", "!", "…")):
        found.append(Draft(name=last.name, line=more.line, how=last.how, body=more.body, where=more.where))
        return
    found[-1] = Draft(
        name=last.name, line=last.line, how=last.how, body=last.body + more.body, also=last.also + more.also,
        says=last.says or more.says, term=last.term or more.term, where=last.where,
    )  # fmt: skip
