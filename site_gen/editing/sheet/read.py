"""A workbook that came back: its rows, what had been exported, and what no cell should hold."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from site_gen.editing.sheet.columns import COLUMNS, SLUG
from site_gen.editing.sheet.write import BASE, FORMAT, TERMS
from site_gen.model.problem import Problem
from site_gen.model.suggest import did_you_mean
from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats.xlsx import MAX_ROWS, refuse_harmful

MAX_UNPACKED = 200_000_000  # bytes; 10,000 terms take about 50 million
_AGAIN = "give the .xlsx that 'glossary export sheet' wrote, or export it again and bring your changes over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: the text of each column that the sheet still has, and where it stands."""

    number: int
    slug: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What came back. ``base`` is what had been exported, by slug and column; ``called`` is for messages."""

    name: str
    rows: tuple[Row, ...]
    base: Mapping[str, Mapping[str, str]]
    letters: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    called: str = "the sheet"

    def finding(
        self, row: int, column: str, code: str, message: str, hint: str, severity: Any = "error"
    ) -> Problem:
        """A finding at one cell; the first cell of the row stands for a column that is gone."""
        place = f"{self.name}:{TERMS}!{self.letters.get(column, 'A')}{row}"
        return Problem(path=place, line=0, code=code, message=message, hint=hint, severity=severity)


def read(data: bytes, name: str) -> Sheet:
    """Raises ``UnreadableError`` where the file is no sheet that was exported from a glossary."""
    refuse_harmful(data, MAX_UNPACKED, _AGAIN)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), keep_links=False)
    except Exception as error:  # openpyxl raises whatever the broken part of the file makes it raise
        raise UnreadableError("sheet-unreadable", f"the workbook is damaged: {error}"[:200], _AGAIN) from None
    if TERMS not in book.sheetnames or BASE not in book.sheetnames:
        missing = TERMS if TERMS not in book.sheetnames else BASE
        raise UnreadableError(
            "sheet-unreadable", f"no sheet '{missing}', which 'glossary export sheet' writes", _AGAIN
        )
    base = _base(book[BASE])
    letters, heads = _heads(book[TERMS], name)
    if SLUG not in letters:
        raise UnreadableError("sheet-unreadable", f"{TERMS} has no column '{SLUG}'", _AGAIN)
    sheet = Sheet(name=name, rows=(), base=base, letters=letters)
    problems = list(heads)
    rows = tuple(_rows(book[TERMS], sheet, problems))
    return Sheet(name=name, rows=rows, base=base, letters=letters, problems=tuple(problems))


def _base(sheet: Any) -> dict[str, dict[str, str]]:
    rows = iter(sheet.iter_rows(values_only=True))
    first, titles = next(rows, ()), next(rows, ())
    if not first or first[0] != FORMAT or not titles or titles[0] != SLUG:
        raise UnreadableError("sheet-unreadable", "what had been exported cannot be read", _AGAIN)
    return {
        str(row[0]): {
            str(title): str(text or "") for title, text in zip(titles[1:], row[1:], strict=False) if title
        }
        for row in rows
        if row and row[0]
    }


def _heads(sheet: Any, name: str) -> tuple[dict[str, str], list[Problem]]:
    """The letter of each column that is known, and a word on the others."""
    letters: dict[str, str] = {}
    problems = []
    for cell in sheet[1]:
        title = str(cell.value or "").strip()
        known = title.lower()
        if not title:
            continue
        place = f"{name}:{TERMS}!{cell.coordinate}"
        if known in letters:
            problems.append(
                Problem(path=place, line=0, code="sheet-column", message=f"a second column '{known}'",
                        hint="delete one of the two")
            )  # fmt: skip
        elif known == SLUG or known in COLUMNS:
            letters[known] = cell.column_letter
        else:
            problems.append(unknown_column(title, place, 0))
    if gone := [f"'{title}'" for title in COLUMNS if title not in letters]:
        what = "no column " + ", ".join(gone[:3]) + (f" and {len(gone) - 3} more" if len(gone) > 3 else "")
        problems.append(
            Problem(path=f"{name}:{TERMS}!A1", line=0, code="sheet-column", severity="warning",
                    message=what, hint="the terms keep what they hold there")
        )  # fmt: skip
    return letters, problems


def unknown_column(title: str, path: str, line: int) -> Problem:
    """A word on a column that is none of a term."""
    hint = did_you_mean(title.lower(), [SLUG, *COLUMNS], "nothing of it is taken")
    return Problem(path=path, line=line, code="sheet-column", severity="warning",
                   message=f"unknown column '{title}'", hint=hint)  # fmt: skip


def _rows(sheet: Any, shape: Sheet, problems: list[Problem]) -> Iterator[Row]:
    if sheet.max_row > MAX_ROWS:
        raise UnreadableError(
            "sheet-unreadable", f"the sheet reaches below row {MAX_ROWS:,}", "delete the rows below the terms"
        )
    titles = {letter: title for title, letter in shape.letters.items()}
    for cells in sheet.iter_rows(min_row=2):
        texts: dict[str, str] = {}
        for cell in cells:
            title = titles.get(cell.column_letter, "") if cell.value is not None else ""
            if title:
                texts[title] = _text(cell, title, shape, problems)
        if any(texts.values()):
            texts = {title: texts.get(title, "") for title in shape.letters}
            slug = texts.pop(SLUG)
            yield Row(number=cells[0].row, slug=slug, texts=texts)


def _text(cell: Any, title: str, shape: Sheet, problems: list[Problem]) -> str:
    """What the cell says; what a spreadsheet program has made of a text is a problem, not a guess."""
    value, kind = cell.value, cell.data_type
    what = ""
    if kind == "f":
        what = f"a formula ({str(value)[:30]})"
    elif kind == "e":
        what = f"the error {value}"
    elif isinstance(value, bool):
        return str(value).lower()
    elif isinstance(value, datetime | date | time):
        if not isinstance(value, time) and title in COLUMNS and COLUMNS[title].spec.kind == "date":
            return (value.date() if isinstance(value, datetime) else value).isoformat()
        what = f"a date or a time ({value})"
    elif isinstance(value, float) and value.is_integer():
        return str(int(value))
    elif not isinstance(value, str | int | float):
        what = "no text"
    if what:
        hint = "set the cell's format to Text and type the text again"
        problems.append(
            shape.finding(cell.row, title, "sheet-value", f"{what}, expected text in '{title}'", hint)
        )
        return ""
    return clean(str(value))


def clean(text: str) -> str:
    """Without what spreadsheets put in unseen: carriage returns, hard spaces, blanks at line ends."""
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\ufeff", "").replace("\u200b", "")
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()
