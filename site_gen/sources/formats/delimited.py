"""CSV and TSV to tables, with the ``csv`` module."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import replace

from site_gen.sources.draft import Reading, Skipped, UnreadableError
from site_gen.sources.formats import fragment, struck
from site_gen.sources.formats.by_shape import of_tables
from site_gen.sources.formats.document import Document
from site_gen.sources.shape import boards, rows_by_language
from site_gen.sources.shape.blocks import Row, Table
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.lines import with_few_blanks, without_unseen
from site_gen.sources.shape.rows_without_names import PICTURE, with_few_pictures

MAX_ROWS, MAX_COLUMNS = 50_000, 60
_SEPARATOR = re.compile(r"\s*\"?sep=(?P<sign>[^\s\"\w]|\t)\"?[^\S\n]*\r?\n", re.IGNORECASE)
# a cell that begins with a quote, but is not quoted as a whole: between tabs, quotes are often only quotes
_BAD_QUOTE = re.compile(r'(?m)(?:^|\t)"(?:[^"]|"")*+(?:"(?![ ]*(?:[\t\r\n]|\Z))|\Z)')
_SINGLE = re.compile(r"(?:(?:#[^\n]*)?\n){0,20}(?:'[^'\n]{1,200}'[,;\t|]){1,9}'[^'\n]{1,2000}'\r?\n'")
USUAL = 0.6  # share of rows with the usual number of cells, beside which others are mended
PRINTED = 0.8  # share of lines in the quotes of print
HEAD = 20_000  # first characters, used to detect the separator


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a CSV or TSV file."""
    found = separated(document.text, tabs=document.format == "tsv")
    found, left = _without_remarks(found)
    title = boards.title_of(document.filename)
    found = [replace(rows_by_language.together(table, document.language), title=title) for table in found]
    return of_tables(found, left, chosen)


def _without_remarks(found: list[Table]) -> tuple[list[Table], list[Skipped]]:
    """The tables without the lines over them that programs take for remarks ("# …"), and these."""
    out, left = list[Table](), list[Skipped]()
    for table in found:
        first = next((i for i, row in enumerate(table.rows) if not _is_remark(row)), len(table.rows))
        left += [
            Skipped(line=row.line, text=" ".join(row.cells)[:200], why="remark") for row in table.rows[:first]
        ]
        out.append(replace(table, rows=table.rows[first:]) if first else table)
    return out, left


def _is_remark(row: Row) -> bool:
    cell = row.cells[0] if row.cells else ""
    return cell.startswith("#") and len(cell.strip("# ")) > 1 and not is_exact(cell.strip("# "))


def separated(text: str, tabs: bool = False, sign: str = "") -> list[Table]:
    """The table of a CSV or TSV file; the best of several separators is used."""
    text = _with_plain_quotes(text)
    said = _SEPARATOR.match(text)  # Excel's "sep=;" line
    sign = sign or (said["sign"] if said else "\t" if tabs else _separator(text))
    rows: list[Row] = []
    line = 1
    if said:
        text, line = text[said.end() :], 2
    first = line - 1
    try:
        loose = sign == "\t" and _BAD_QUOTE.search(text) is not None
        reader = csv.reader(
            io.StringIO(text, newline=""),
            delimiter=sign,
            skipinitialspace=True,
            quotechar="'" if _SINGLE.match(text[:HEAD]) else '"',
            quoting=csv.QUOTE_NONE if loose else csv.QUOTE_MINIMAL,
            escapechar="\\" if not loose and _is_escaped(text[:HEAD]) else None,
        )
        for cells in reader:
            if any(cell.strip() for cell in cells):
                words = [_cell(cell, sign == "\t") for cell in cells[:MAX_COLUMNS]]
                words[0] = PICTURE if _PICTURE.match(cells[0]) and not words[0] else words[0]
                rows.append(Row(line=line, cells=tuple(words)))
            if len(rows) > MAX_ROWS:
                raise UnreadableError(
                    "import-too-large", f"the table has more than {MAX_ROWS:,} rows",
                    "import the part that holds the glossary", line,
                )  # fmt: skip
            line = first + reader.line_num + 1
    except csv.Error as error:
        raise _failed(error, line) from None
    rows = _unquoted(with_few_pictures(rows))
    if sign == "\t":
        return [Table(line=1, rows=tuple(_aligned(rows)))]
    return [Table(line=1, rows=tuple(_mended(rows, text.splitlines(), first, sign)))]


def _unquoted(rows: list[Row]) -> list[Row]:
    """The rows, parted where somebody quoted each line as a whole: below a header "term,definition"."""
    if len(rows) < 2 or any(len(row.cells) > 1 for row in rows):
        return rows
    for sign in (",", ";", "\t"):
        heads = rows[0].cells[0].split(sign)
        if len(heads) > 1 and {"name", "text"} <= {role_of(head) for head in heads if is_exact(head)}:
            parts = [[cell.strip() for cell in row.cells[0].split(sign, len(heads) - 1)] for row in rows]
            return [replace(row, cells=tuple(cells)) for row, cells in zip(rows, parts, strict=True)]
    return rows


_ESCAPED, _DOUBLED = re.compile(r'\w\\"|\\"\w'), re.compile(r'\w""|""\w')


def _is_escaped(text: str) -> bool:
    """Whether quotes inside of cells stand behind a backslash, as some programs write them, none twice."""
    return _ESCAPED.search(text) is not None and _DOUBLED.search(text) is None


def _mended(rows: list[Row], lines: list[str], first: int, sign: str) -> list[Row]:
    """The rows, with texts put together where they have the separator in them, without quotes around.

    Such a row has more cells than most, and a blank behind the sign where the text goes on.
    """
    width, times = Counter(len(row.cells) for row in rows).most_common(1)[0] if rows else (0, 0)
    if width < 2 or times < USUAL * len(rows) or len(rows) < 3:
        return rows
    out = []
    for row in rows:
        over = len(row.cells) - width
        line = lines[row.line - first - 1] if over > 0 and row.line - first <= len(lines) else ""
        cells = line.split(sign) if line and '"' not in line else []
        goes_on = [i for i, cell in enumerate(cells) if i and cell[:1] == " " and cell.strip()]
        if len(goes_on) == over and len(cells) == len(row.cells):
            for index in reversed(goes_on):
                cells[index - 1 : index + 1] = [f"{cells[index - 1]}{sign}{cells[index]}"]
            row = replace(row, cells=tuple(map(shown, cells)))
        out.append(row)
    return out


_PRINTED = re.compile(r"^[“„«][^\n]*[”“»]\s*$", re.MULTILINE)  # a line in the quotes of print


def _with_plain_quotes(text: str) -> str:
    """The text with plain quotes, where a word processor has put others around the cells."""
    lines = sum(1 for line in text[:HEAD].splitlines() if line.strip())
    if "\n" not in text or '"' in text[:HEAD] or len(_PRINTED.findall(text[:HEAD])) < PRINTED * lines:
        return text
    return re.sub(r"[“”„«»]", '"', text)


def _failed(error: csv.Error, line: int) -> UnreadableError:
    if "field limit" in str(error):
        message = f"a cell of the row has more than {csv.field_size_limit():,} characters"
        hint = "if it should be short, a quote before it is not closed; else shorten it"
        return UnreadableError("import-unreadable", message, hint, line)
    return UnreadableError("import-unreadable", f"not readable as a table: {error}", "check the quotes", line)


def _aligned(rows: list[Row]) -> list[Row]:
    """The rows without blank cells, where each has two cells and tabs only align them."""
    cells = [tuple(cell for cell in row.cells if cell) for row in rows]
    uneven = len({len(row.cells) for row in rows}) > 1
    if not uneven or any(len(own) != 2 for own in cells):
        return rows
    return [replace(row, cells=own) for row, own in zip(rows, cells, strict=True)]


# "\n" for a line break, and not "C:\new.txt"
_WRITTEN_BREAK = re.compile(r"(?<![\\:])\\n(?![a-z]{2,}[\\.])")


def _cell(text: str, tabs: bool) -> str:
    """The text of a cell, between marks if all of it is written struck through."""
    said = shown(text, tabs)
    return struck.marked(struck.bare(said)) if said and struck.is_written(text) else said


def shown(text: str, tabs: bool = False) -> str:
    """The text of a cell. Line breaks are kept, because they separate names or paragraphs.

    With ``tabs``, they may be written out.
    """
    text = with_few_blanks(text)
    if text[:1] in ("=", "["):
        text = _plain(text.strip())
    if tabs and "\\n" in text:
        text = _WRITTEN_BREAK.sub("\n", text)
    if any(sign in text for sign in "<&*_`["):
        text = fragment.shown(text)
    return "\n".join(" ".join(without_unseen(part).split()) for part in text.strip().split("\n"))


_PICTURE = re.compile(r"\s*(?:<(?:img|svg|picture|audio|video)\b|!\[|\[sound:)", re.IGNORECASE)
_FORMULA = re.compile(r'=(?:HYPERLINK\("[^"]*"\s?[,;]\s?)?"(?P<shown>[^"]*)"\)?', re.IGNORECASE)
_LIST = re.compile(r"""\[\s*(?:(?P<sign>["'])[^"']*(?P=sign)\s*,?\s*)*\]""")


def _plain(text: str) -> str:
    """What a cell shows for a formula such as =HYPERLINK("…", "ACD"), and for a list of a program."""
    if found := _FORMULA.fullmatch(text):
        return found["shown"]
    if _LIST.fullmatch(text):
        return "; ".join(re.findall(r"""(?<=["'])[^"',]+(?:,[^"',]+)*(?=["'])""", text))
    return text


def _separator(text: str) -> str:
    """The separator that gives most of the first rows the same number of cells (at least two)."""
    head = text[:HEAD].splitlines(keepends=True)[:60]
    if len(text) > HEAD and len(head) > 1:
        head.pop()
    return max((",", ";", "\t", "|"), key=lambda sign: _evenness(head, sign))


SPACED = 0.75  # of its rows count for a sign that blanks follow: it may belong to the texts


def _evenness(head: list[str], sign: str) -> tuple[float, int]:
    """A score of a separator: rows with the most common width, then a preference for fewer columns.

    Rows with half of a pair of quotes in a cell do not count: the sign stands inside of quotes there.
    """
    whole = "".join(head)
    spaced = 2 * len(re.findall(rf"{re.escape(sign)} ", whole)) > whole.count(sign)
    try:
        rows = [row for row in csv.reader(head, delimiter=sign, skipinitialspace=True) if row]
        halved = [any(cell.count('"') % 2 for cell in row) for row in rows]
        widths = Counter(len(row) for row, is_half in zip(rows, halved, strict=True) if not is_half)
    except csv.Error:
        return (0, 0)
    width, times = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(0, 0))
    return (times * (SPACED if spaced else 1) if width > 1 else 0, -width)
