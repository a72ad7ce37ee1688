"""Workbooks (.xlsx) to tables, with openpyxl, after the archive has been checked as harmless."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from site_gen.sources.draft import Reading, Skipped, UnreadableError
from site_gen.sources.formats.by_shape import of_tables
from site_gen.sources.formats.delimited import MAX_COLUMNS, shown
from site_gen.sources.formats.document import Document
from site_gen.sources.shape import language_parts, rows_by_language
from site_gen.sources.shape.blocks import Row, Table
from site_gen.sources.shape.columns import Chosen

MAX_PARTS, MAX_UNPACKED = 2_000, 30_000_000  # files in the archive, and bytes in all of them
MAX_ROWS = 20_000
MAX_MERGED = 200_000  # cells in all merged ranges of a sheet

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_NO_VALUE = "formula whose value is not saved (open and save the sheet), cell"
_NOT_READ = ("customXml/", "/customXml/")  # what programs keep beside, such as queries in UTF-16
_HINT = "save the sheet as CSV and import that"


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a workbook. Raises ``UnreadableError``."""
    found, left = sheets(document.data)
    found = [rows_by_language.together(table, document.language) for table in found]
    found, others = language_parts.sheets(found, document.language)
    return of_tables(found, [*left, *others], chosen, sheets_of=True)


def sheets(data: bytes) -> tuple[list[Table], list[Skipped]]:
    """One table for each visible sheet, and what is left out.

    Merged cells get the value of their first cell.
    """
    refuse_harmful(data)
    from openpyxl import load_workbook  # heavy: only when a workbook comes

    data = _transitional(data)
    book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    hidden = [sheet for sheet in book.worksheets if sheet.sheet_state != "visible"]
    shown_ones = [sheet for sheet in book.worksheets if sheet not in hidden]
    skipped = [
        Skipped(line=1, text=sheet.title, why="hidden sheet", where=f"sheet {sheet.title}")
        for sheet in hidden
    ]
    found = []
    formulas = _formulas(data, [sheet.title for sheet in shown_ones])
    for sheet in shown_ones:
        rows, left = _rows(sheet, formulas.get(sheet.title, {}))
        several = len(shown_ones) > 1
        skipped += [
            replace(one, where=f"sheet {sheet.title}, row {one.line}" if several else "") for one in left
        ]
        if rows:
            found.append(Table(line=1, rows=tuple(rows), title=sheet.title))
    return found, skipped


_STRICT = (  # the names of the strict dialect, which openpyxl does not know, and the usual ones
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


def _transitional(data: bytes) -> bytes:
    """A workbook in the usual dialect, also where a program saved it in the strict one."""
    archive, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    if _STRICT[1][0] not in archive.read("xl/workbook.xml"):
        return data
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith((".xml", ".rels")):
                for strict, usual in _STRICT:
                    part = part.replace(strict, usual)
            copy.writestr(name, part)
    return out.getvalue()


def refuse_harmful(data: bytes, most: int = MAX_UNPACKED, hint: str = _HINT) -> None:
    """Raise ``UnreadableError`` with ``hint`` for damaged files, other files, or more than ``most`` bytes."""
    try:
        _check(zipfile.ZipFile(io.BytesIO(data)), most)
    except UnreadableError as error:
        raise UnreadableError(error.code, error.message, hint) from None
    except Exception as error:  # zipfile raises whatever the broken part of the file makes it raise
        message = f"the workbook is damaged: {error}"[:200]
        raise UnreadableError("import-unreadable", message, hint) from None


def _check(archive: zipfile.ZipFile, most: int) -> None:
    """Refuse files that grow without limit: check sizes and merged ranges before openpyxl runs."""
    parts = archive.infolist()
    if "xl/workbook.xml" not in archive.namelist():
        raise UnreadableError("import-format", "this is an archive, but no .xlsx workbook", _HINT)
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > most:
        message = f"the workbook unpacks to more than {most:,} bytes or {MAX_PARTS:,} parts"
        raise UnreadableError("import-too-large", message, _HINT)
    for part in parts:
        if part.filename.endswith((".xml", ".rels")) and not part.filename.startswith(_NOT_READ):
            _check_part(archive.read(part))


def _check_part(xml: bytes) -> None:
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise UnreadableError("import-unreadable", "the workbook declares XML entities", _HINT)
    cells = sum(
        (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)
        for left, top, right, bottom in _MERGED.findall(xml)
    )
    if cells > MAX_MERGED:
        raise UnreadableError(
            "import-too-large", f"the workbook merges more than {MAX_MERGED:,} cells", _HINT
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


_UNSAVED = re.compile(
    rb"</(?:\w{1,9}:)?f>\s*+(?:<(?:\w{1,9}:)?v\s*+/>|<(?:\w{1,9}:)?v></(?:\w{1,9}:)?v>)?\s*+</(?:\w{1,9}:)?c>"
)


def _formulas(data: bytes, titles: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    """The formulas by sheet and cell, of a workbook where a formula has no value saved beside it."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
    if not any(_UNSAVED.search(archive.read(name)) for name in sheets):
        return {}
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), keep_links=False)
    return {title: dict(_formulas_of(book[title])) for title in titles}


def _formulas_of(sheet: Any) -> Iterator[tuple[str, str]]:
    """Those of a sheet by cell, as far as it is read: openpyxl makes the rows that it is asked for."""
    columns, rows = min(sheet.max_column, MAX_COLUMNS), min(sheet.max_row, MAX_ROWS)
    for row in sheet.iter_rows(max_col=columns, max_row=rows):
        for cell in row:
            if cell.data_type == "f":
                yield cell.coordinate, str(getattr(cell.value, "text", cell.value))


def _rows(sheet: Any, formulas: Mapping[str, str]) -> tuple[list[Row], list[Skipped]]:
    """The rows with content; what is struck through, comments and bare formulas are reported instead."""
    if sheet.max_row > MAX_ROWS:
        raise UnreadableError(
            "import-too-large", f"sheet '{sheet.title}' reaches below row {MAX_ROWS:,}",
            "delete the rows below the glossary",
        )  # fmt: skip
    filled = _filled(sheet)
    width = min(sheet.max_column, MAX_COLUMNS)
    rows, skipped = [], []
    for number, found in enumerate(sheet.iter_rows(max_col=width), 1):
        cells = tuple(
            _text(filled.get((number, place), cell.value)) or _of_link(cell, formulas)
            for place, cell in enumerate(found, 1)
        )
        why = "struck through" if _is_struck(found) else "hidden row" if _is_hidden(sheet, number) else ""
        if why and any(cells):
            skipped.append(Skipped(line=number, text=" | ".join(cells), why=why))
        elif any(cells):
            rows.append(Row(line=number, cells=cells))
        skipped += [
            Skipped(line=number, text=cell.comment.text, why=f"comment on cell {cell.coordinate}")
            for cell in found
            if getattr(cell, "comment", None)
        ]
        skipped += [
            Skipped(line=number, text=formulas[cell.coordinate], why=f"{_NO_VALUE} {cell.coordinate}")
            for cell in found
            if formulas and cell.value is None and getattr(cell, "coordinate", "") in formulas
            if not _of_link(cell, formulas)
        ]
    return rows, skipped


def _of_link(cell: Any, formulas: Mapping[str, str]) -> str:
    """The text that a formula shows as a link: =HYPERLINK("https://…", "Hold")."""
    formula = formulas.get(getattr(cell, "coordinate", ""), "") if formulas and cell.value is None else ""
    said = shown(formula)
    return "" if said.startswith("=") else said


def _is_struck(found: Sequence[Any]) -> bool:
    """Whether all content of a row is struck through."""
    said = [cell for cell in found if cell.value is not None and cell.has_style]
    return bool(said) and said[0].font.strike is True and all(cell.font.strike for cell in said[:2])


def _is_hidden(sheet: Any, number: int) -> bool:
    """Whether somebody hid a row; one that a filter hides, or a group that is closed, is still content."""
    if number not in sheet.row_dimensions or sheet.auto_filter.filterColumn:
        return False
    own = sheet.row_dimensions[number]
    return bool(own.hidden) and not own.outlineLevel


def _filled(sheet: Any) -> dict[tuple[int, int], Any]:
    """The visible value for each cell down a merged range.

    A range over several columns (a title across the page) is not repeated to the right.
    """
    return {
        (row, area.min_col): sheet.cell(area.min_row, area.min_col).value
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
    }


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime) and value.time() == time.min:
        value = value.date()  # a cell with a date has no time
    return "" if value is None else shown(str(value))
