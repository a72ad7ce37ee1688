"""SQL: the rows that statements write into tables of terms; nothing is run, and all else is left out.

Rows stand behind ``INSERT INTO … VALUES`` or between ``COPY … FROM stdin`` and ``\\.``. A table is taken if
its name has a word for a glossary, or its columns are called such as "term" and "definition".
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from site_gen.model import names
from site_gen.sources.draft import Reading, Skipped
from site_gen.sources.formats import fragment, not_read
from site_gen.sources.formats.by_shape import of_tables
from site_gen.sources.formats.data_kinds import STRONG_TEXT
from site_gen.sources.formats.data_meaning import TERM_KEYS
from site_gen.sources.formats.decode import check_size
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.blocks import Row, Table
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.lines import without_unseen
from site_gen.sources.shape.scope import speaks_of_glossary

MAX_BYTES = 2_000_000
MOST_SIGNS = 20_000  # of the columns of a table, with their types
_NAME = r"[`\"\[]?(?:\w{1,64}[`\"\]]?\.[`\"\[]?){0,2}(?P<name>\w{1,64})[`\"\]]?"
_ASIDE = re.compile(r"(?:\s|--[^\n]*|#[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z))++")
_COLUMNS = r"(?:\((?P<columns>[^()]{1,4000})\)\s{0,20})?"
_STATEMENT = re.compile(
    r"'(?:[^'\\]|''|\\.)*+'|(?=[-#/])(?:--[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z))|"
    rf"(?P<insert>\b(?:INSERT|REPLACE)\s{{1,9}}(?:OR\s{{1,9}}\w{{1,9}}\s{{1,9}}|IGNORE\s{{1,9}})?INTO\s{{1,9}}{_NAME}"
    rf"\s{{0,20}}{_COLUMNS}(?:OVERRIDING\s\w{{1,9}}\sVALUE\s{{1,9}})?VALUES?\b)|"
    rf"(?P<copy>\bCOPY\s{{1,9}}{_NAME.replace('name', 'copied')}\s{{0,20}}"
    rf"{_COLUMNS.replace('columns', 'into')}FROM\s{{1,9}}stdin\b[^\n]*\n)|"
    rf"(?P<create>\bCREATE\s{{1,9}}TABLE\s{{1,9}}(?:IF\s{{1,9}}NOT\s{{1,9}}EXISTS\s{{1,9}})?"
    rf"{_NAME.replace('name', 'made')}\s{{0,20}}\()",
    re.IGNORECASE | re.DOTALL,
)
_TEXT = re.compile(r"(?:\b[eEnN]|\b_\w{1,12}\s?)?'(?P<said>(?:[^']|'')*+)'")
_ESCAPED = re.compile(
    r"(?:\b[eEnN]|\b_\w{1,12}\s?)?(?P<sign>['\"])(?P<said>(?:(?!(?P=sign))[^\\]|\\.|(?P=sign){2})*+)(?P=sign)",
    re.DOTALL,
)
_SIGN = re.compile(r"\\(.)", re.DOTALL)
_SIGNS = {"n": "\n", "t": " ", "r": "", "0": ""}
_NO_COLUMN = frozenset(
    ["primary", "key", "constraint", "unique", "foreign", "index", "check", "fulltext", "exclude", "like"]
)


@dataclass(slots=True, kw_only=True)
class _Filled:
    """One table with its columns and the rows that were written into it."""

    name: str
    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)

    def table(self) -> Table:
        head = [Row(line=self.rows[0].line, cells=self.columns)] if self.columns else []
        return Table(
            line=self.rows[0].line, rows=(*head, *self.rows), header=True if head else None, title=self.name
        )


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries in the tables of terms. Raises ``UnreadableError`` if none has any."""
    check_size(document.data, MAX_BYTES)
    filled = [table for table in _Reader(source=document.text).tables() if table.rows]
    own = [one for one in filled if speaks_of_glossary(one.name.replace("_", " "))]
    own = own or [one for one in filled if _are_of_terms(one.columns)]
    reading = of_tables([one.table() for one in own], (), chosen)
    if not reading.drafts:
        raise not_read.error_of(not_read.DUMP, document.filename)
    left = [
        Skipped(
            line=one.rows[0].line,
            text=f"{one.name}: {len(one.rows)} rows",
            why="another table of the database",
        )
        for one in filled
        if not any(one is table for table in own)
    ]
    return replace(reading, skipped=(*reading.skipped, *left), title=own[0].name.replace("_", " "))


def _are_of_terms(columns: Sequence[str]) -> bool:
    keys = {names.fold(column) for column in columns}
    return bool(keys & TERM_KEYS and keys & STRONG_TEXT)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Read the statements of one file, each character once."""

    source: str
    escaped: bool = False  # whether a backslash stands before a sign that is meant as it is, as in MySQL
    starts: list[int] = field(default_factory=list)
    found: dict[str, _Filled] = field(default_factory=dict)

    def tables(self) -> Iterator[_Filled]:
        """The tables in the order in which they are first named."""
        self.escaped = "`" in self.source or "\\'" in self.source
        self.starts = [0, *(one.end() for one in re.finditer("\n", self.source))]
        at = 0
        for one in _STATEMENT.finditer(self.source):
            if one.start() < at:
                continue
            if one["create"]:
                columns, at = _made(self.source, one.end())
                self._table(one["made"], columns)
            elif one["copy"]:
                at = self._copied(self._table(one["copied"], _parted(one["into"])), one.end())
            elif one["insert"]:
                at = self._inserted(self._table(one["name"], _parted(one["columns"])), one.end())
        yield from self.found.values()

    def _table(self, name: str, columns: tuple[str, ...]) -> _Filled:
        table = self.found.setdefault(name.lower(), _Filled(name=name))
        table.columns = table.columns if table.rows or not columns else columns
        return table

    def _line(self, at: int) -> int:
        return bisect.bisect_right(self.starts, at)

    def _copied(self, table: _Filled, at: int) -> int:
        """Take the rows with tabs up to the line that ends them; return where it stands."""
        end = self.source.find("\n\\.", at)
        end = len(self.source) if end < 0 else end
        for line in self.source[at:end].split("\n"):
            cells = tuple("" if cell == "\\N" else _shown(cell, True) for cell in line.split("\t"))
            if line.strip():
                table.rows.append(Row(line=self._line(at), cells=cells))
            at += len(line) + 1
        return end

    def _inserted(self, table: _Filled, at: int) -> int:
        """Take the rows in brackets behind VALUES; return where the statement ends."""
        while (at := self._past(at)) < len(self.source) and self.source[at] in "(,":
            if self.source[at] == "(":
                start, (cells, at) = at, self._row(at + 1)
                table.rows.append(Row(line=self._line(start), cells=tuple(cells)))
            else:
                at += 1
        return at

    def _row(self, at: int) -> tuple[list[str], int]:
        """The values up to the bracket that closes a row; calls and numbers stay as they are written."""
        cells, said, depth = list[str](), list[str](), 0
        text = _ESCAPED if self.escaped else _TEXT
        while at < len(self.source):
            at = self._past(at)
            if quoted := text.match(self.source, at):
                said.append(_shown(quoted["said"], self.escaped, quoted[0][-1]))
                at = quoted.end()
                continue
            sign = self.source[at : at + 1]
            if sign == ";" or (sign == ")" and not depth):
                break
            if sign == "," and not depth:
                cells.append(_value(said))
                said.clear()
            else:
                said.append(sign)
                depth += (sign == "(") - (sign == ")")
            at += 1
        return [*cells, _value(said)], at + (self.source[at : at + 1] == ")")

    def _past(self, at: int) -> int:
        aside = _ASIDE.match(self.source, at)
        return aside.end() if aside else at


def _value(said: Sequence[str]) -> str:
    value = "".join(said).strip()
    return "" if value.upper() in ("NULL", "DEFAULT") else value


def _shown(said: str, escaped: bool, sign: str = "'") -> str:
    text = said.replace(sign * 2, sign)
    if escaped:
        text = _SIGN.sub(lambda one: _SIGNS.get(one[1], one[1]), text)
    return fragment.shown(without_unseen(text))


def _parted(columns: str | None) -> tuple[str, ...]:
    return tuple(part.strip().strip('`"[]') for part in (columns or "").split(",") if part.strip())


def _made(source: str, at: int) -> tuple[tuple[str, ...], int]:
    """The names of the columns behind CREATE TABLE, and where they end."""
    depth, begin, end, parts = 0, at, min(len(source), at + MOST_SIGNS), list[str]()
    while at < end and depth >= 0:
        sign = source[at]
        depth += (sign == "(") - (sign == ")")
        if (sign == "," and not depth) or depth < 0:
            parts.append(source[begin:at])
            begin = at + 1
        at += 1
    words = [_ASIDE.sub(" ", part).split() for part in parts]
    named = [own[0].strip('`"[]') for own in words if own]
    return tuple(name for name in named if name.lower() not in _NO_COLUMN), at
