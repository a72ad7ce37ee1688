"""The sheet as CSV, for programs that have no workbooks: a row a term, and in the last column how it left.

A CSV file has no hidden sheet. What each cell held when it was exported stands as a digest in the column
``exported``, so that an edit can be told from what others changed meanwhile. Excel writes CSV with
semicolons where numbers have a decimal comma, and often in the Windows code page: both are read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from site_gen.editing.exchange.bring_back import UNKNOWN, Exchanged
from site_gen.editing.exchange.carried import digests, is_as_exported, read_digests
from site_gen.editing.sheet.columns import COLUMNS, SLUG, cells
from site_gen.editing.sheet.read import Row, clean, unknown_column
from site_gen.editing.sheet.values import folded
from site_gen.model.problem import Problem
from site_gen.model.records import Glossary, Term
from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats.xlsx import MAX_ROWS
from site_gen.text.table_cell import MARK, safe_cell, unguarded

EXPORTED = "exported"
_SIGNS = ";,\t"
_HINT = "give the file that 'glossary export sheet --output terms.csv' wrote, with your changes"


def csv_bytes(terms: Iterable[Term], sign: str) -> bytes:
    """The file, its cells parted by the sign, marked as UTF-8."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=sign, lineterminator="\r\n")
    rows.writerow((SLUG, *COLUMNS, EXPORTED))
    for term in terms:
        own = cells(term)
        left = digests({title: folded(cell) for title, cell in own.items()})
        rows.writerow((term.slug, *map(safe_cell, own.values()), left))
    return (MARK + text.getvalue()).encode()


def is_csv(data: bytes) -> bool:
    """Whether a file is a table of terms as text: its first line names the column ``slug``."""
    head, _ = _parted(_decoded(data[:4_000]))
    return SLUG in head


def read_csv(data: bytes, name: str, glossary: Glossary, *, is_sure: bool) -> Exchanged:
    """The rows as a sheet. Raises ``UnreadableError``.

    Where a row does not say how it was exported, nobody can tell who changed a field: it is a conflict,
    unless ``is_sure`` lets the file hold.
    """
    text = _decoded(data)
    head, sign = _parted(text)
    problems = list(_odd_columns(head, name))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    rows: list[Row] = []
    base: dict[str, Mapping[str, str]] = {}
    try:
        line = 1 + next((reader.line_num for row in reader if SLUG in map(_title, row)), 0)
        for values in reader:
            if len(rows) >= MAX_ROWS:
                raise UnreadableError("sheet-unreadable", f"more than {MAX_ROWS:,} rows", _HINT, line)
            row, left = _row(head, values, line)
            line = reader.line_num + 1
            if not any((row.slug, *row.texts.values())):
                continue
            rows.append(row)
            if known := _base(row, left, glossary, is_sure):
                base[row.slug] = known
    except csv.Error as error:
        raise UnreadableError("sheet-unreadable", f"not readable as a table: {error}", _HINT, line) from None
    return Exchanged(name=name, rows=tuple(rows), base=base, letters={}, problems=tuple(problems))


def _decoded(data: bytes) -> str:
    """UTF-8, or UTF-16 with its mark ("Unicode text" of Excel), else the code page of Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cut = error.start >= len(data) - 3  # the end of a part that was read
        return data[: error.start].decode("utf-8-sig") if cut else data.decode("cp1252", "replace")


def _parted(text: str) -> tuple[list[str], str]:
    """The titles of the columns and the sign between them; an empty list where no line names a slug."""
    for line in text.split("\n", 3)[:2]:  # Excel's "sep=;" may stand first
        for sign in _SIGNS:
            head = [_title(cell) for cell in next(csv.reader([line], delimiter=sign), [])]
            if SLUG in head and len(head) > 1:
                return head, sign
    return [], ","


def _title(cell: str) -> str:
    return cell.strip().lower()


def _odd_columns(head: list[str], name: str) -> Iterator[Problem]:
    for place, title in enumerate(head):
        if title and title in head[:place]:
            yield Problem(path=name, line=1, code="sheet-column", message=f"a second column '{title}'",
                          hint="delete one of the two")  # fmt: skip
        elif title and title not in (SLUG, EXPORTED, *COLUMNS):
            yield unknown_column(title, name, 1)


def _row(head: list[str], values: list[str], line: int) -> tuple[Row, str]:
    """A row, and what stands in its column ``exported``."""
    found = dict(zip(head, values, strict=False))
    texts = {title: clean(unguarded(found.get(title, ""))) for title in head if title in COLUMNS}
    return Row(number=line, slug=found.get(SLUG, "").strip(), texts=texts), found.get(EXPORTED, "")


def _base(row: Row, left: str, glossary: Glossary, is_sure: bool) -> Mapping[str, str]:
    """What each column of a row is to be compared with; empty for a row that is a new term."""
    exported = read_digests(left, COLUMNS)
    term = glossary.by_slug.get(row.slug)
    if not term and not exported:
        return {}
    now = cells(term) if term else {}
    return dict(_compared(row.texts, now, exported, is_sure))


def _compared(
    texts: Mapping[str, str], now: Mapping[str, str], exported: Mapping[str, str], is_sure: bool
) -> Iterable[tuple[str, str]]:
    for title, text in texts.items():
        kept = now.get(title, "")
        if is_as_exported(title, folded(text), exported):
            yield title, text
        elif folded(text) == folded(kept) or is_as_exported(title, folded(kept), exported):
            yield title, kept
        else:
            yield title, kept if is_sure and title not in exported else UNKNOWN
