"""Terms to a workbook (.xlsx) by openpyxl: the sheet to edit, a word on how, and what was exported."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from site_gen.editing.sheet.columns import COLUMNS, SLUG, Column, cells
from site_gen.model.records import Term

TERMS, BASE, HELP = "Terms", "Exported", "How to"
FORMAT = "glossary sheet 1"  # stands in the first cell of BASE
MOST = 32_767  # characters in a cell: Excel's limit

_WIDTHS = {"line": 22, "text": 50, "markdown": 60, "slug": 22, "id": 18, "map": 44, "record": 40}
_NARROW = 13
_HEIGHT = 60  # points: four lines
_HOW = (
    "Change what you like in the sheet Terms, save the file, and run: glossary import --update FILE",
    "The first two columns stay in view. The slug says which term a row is: do not change it.",
    "Several names, relations or parts stand in one cell, one a line: Alt+Enter makes a new line.",
    "A semicolon parts names as well.",
    "A new term is a new row with an empty slug, a name, a definition and its topics. It begins as a draft.",
    "A row or column that you delete changes nothing. To empty a field, empty its cell.",
    "What others changed since this file was made is never overwritten: you are told where you both changed.",
)


class TooLongError(ValueError):
    """A text is longer than a cell may be."""


def workbook(terms: Iterable[Term]) -> bytes:
    """The file. Every cell is text, also one that begins with "=", which Excel would otherwise compute.

    Raises ``TooLongError`` for a text over Excel's limit.
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    rows = [(SLUG, *COLUMNS), *(_row(term) for term in terms)]
    sheet.title = TERMS
    _fill(sheet, rows)
    _dress(sheet, len(rows))
    _fill(book.create_sheet(HELP), [(line,) for line in _HOW])
    book[HELP].column_dimensions["A"].width = 110
    base = book.create_sheet(BASE)
    _fill(base, [(FORMAT,), *rows])
    base.sheet_state = "veryHidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _row(term: Term) -> tuple[str, ...]:
    texts = cells(term)
    for title, text in texts.items():
        if len(text) > MOST:
            raise TooLongError(
                f"{term.origin.path}: '{title}' is longer than the {MOST:,} characters of a cell"
            )
    return (term.slug, *texts.values())


def _fill(sheet: Any, rows: Sequence[tuple[str, ...]]) -> None:
    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row, 1):
            cell = sheet.cell(number, place)
            cell.number_format = "@"
            if text:
                cell.value = text
                cell.data_type = "s"  # openpyxl takes "=…" for a formula
                cell.quotePrefix = text[0] in "=+-@\t'"


def _dress(sheet: Any, height: int) -> None:
    """Frozen heads, widths, wrapped lines, notes that help, and lists to choose from."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS) + 1)}{height}"
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True, color="FFFFFF")
    paint = PatternFill("solid", fgColor="1F4E5F")
    for row in sheet.iter_rows(min_row=2):
        sheet.row_dimensions[
            row[0].row
        ].height = _HEIGHT  # else the longest text decides, and few rows are seen
        for cell in row:
            cell.alignment = wrapped
    for cell in sheet[1]:
        cell.font, cell.fill = bold, paint
        column = COLUMNS.get(cell.value)
        note = Comment(column.help if column else "the address of the term; empty for a new one", "glossary")
        note.width, note.height = 260, 90
        cell.comment = note
        dimension = sheet.column_dimensions[cell.column_letter]
        dimension.width = _width(column)
        dimension.number_format = "@"
        if column:
            _offer(sheet, column, cell.column_letter)


def _width(column: Column | None) -> int:
    if column is None:
        return 26
    return 30 if column.shape == "contrast" else _WIDTHS.get(column.spec.kind, _NARROW)


def _offer(sheet: Any, column: Column, letter: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = column.spec.choices or (("true", "false") if column.spec.kind == "flag" else ())
    if choices:
        offered = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        offered.add(f"{letter}2:{letter}20000")
        sheet.add_data_validation(offered)
