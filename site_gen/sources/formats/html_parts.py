"""Definition lists, tables and the words of single elements of an HTML page."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice
from string import ascii_uppercase
from typing import Any

from lxml import etree

from site_gen.sources.formats import html_heads, html_unseen, struck
from site_gen.sources.formats.html_furniture import LEFT_OUT, is_badge, is_mark
from site_gen.sources.formats.inline_markup import heading
from site_gen.sources.shape.blocks import Block, Field, Noise, Pair, Row, Table, abbreviates, clean_name, tidy
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.labelled_fields import made_field
from site_gen.sources.shape.lines import without_unseen
from site_gen.sources.shape.rows_without_names import PICTURE, with_few_pictures

GRIDS = frozenset(["table", "grid", "treegrid"])  # roles of elements that are tables
_CELLS = frozenset(["cell", "gridcell", "columnheader", "rowheader"])
MAX_SPAN, MAX_COLUMNS = 200, 60
BLOCKS = frozenset(
    ["p", "div", "section", "article", "main", "body", "html", "header", "footer", "aside", "li", "ul", "ol",
     "dl", "dt", "dd", "table", "tr", "td", "th", "blockquote", "figure", "figcaption", "details", "summary",
     "pre", "address", "center", "hr", "fieldset"]
)  # fmt: skip


def line_of(element: Any) -> int:
    """The line where an element begins, counted from 1; 1 if the parser does not know it."""
    return int(element.sourceline or 1)


def name_of(element: Any) -> str:
    """The name that an element shows, without badges; an abbreviation badge is kept in brackets."""
    own = html_heads.name_apart(element)
    element = html_heads.without_toggle(html_heads.unnumbered(element if own is None else own))
    if both := html_heads.with_other(element):
        return both
    lines = _ARROWS.sub("", text_of(element, badges=False) or text_of(element))
    name = _in_two_lines(lines) or tidy(lines)
    said = [tidy("".join(inner.itertext())) for inner in element.iter() if is_badge(inner)]
    shorts = [short for short in said if short.isupper() and abbreviates(short, name)]
    shorts = shorts or [long for long in _titles(element, name) if abbreviates(name, long)]
    return f"{name} ({shorts[0]})" if shorts and shorts[0] not in name else name


_ARROWS = re.compile(r"\A[▲▴△▶▸▹►▼▾▿▽◀◂⌃⌄˅➤❯›\s]+|[▲▴△▶▸▹►▼▾▿▽◀◂⌃⌄˅➤❯›\s]+\Z")  # of what opens a text


def _in_two_lines(said: str) -> str:
    """A name over its abbreviation, or the other way round, with the second line in brackets; else ""."""
    first, _, second = said.partition("\n")
    plain = bool(second) and "\n" not in second and not second.startswith("(")
    short = plain and (abbreviates(first, second) or abbreviates(second, first))
    return f"{first} ({second})" if short else ""


def _titles(element: Any, name: str) -> list[str]:
    """The long forms that an abbreviation shows to a reader who points at it."""
    own = (inner for inner in element.iter("abbr", "acronym") if tidy("".join(inner.itertext())) == name)
    return [title for inner in own if (title := tidy(without_unseen(inner.get("title") or "")))]


AROUND = 4  # elements around a cell or a name: its row, its body, its table, and a box
_DECORATIONS = ("text-decoration", "text-decoration-line")


def is_struck(element: Any) -> bool:
    """Whether an element shows its words struck through."""
    return element.tag in ("del", "s", "strike") or _is_struck(element.get("style") or "")


def _is_in_struck(element: Any) -> bool:
    """Whether the row, list or box around an element is struck through as a whole."""
    return any(map(is_struck, islice(element.iterancestors(), AROUND)))


def _is_struck(style: str) -> bool:
    declared = (part.partition(":") for part in style.lower().split(";"))
    return any(name.strip() in _DECORATIONS and "line-through" in value for name, _, value in declared)


def text_of(element: Any, badges: bool = True) -> str:
    """The visible text of an element, with a new line for each paragraph and after each ``<br>``.

    Words at its beginning that are struck through stand between the marks for that (``struck``).
    """
    said: list[str] = []
    lined: Any = None  # the element that strikes the beginning through
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if inner.tag in BLOCKS or inner.tag == "br":
            said.append("\n")
        struck_here = is_struck(inner) or (inner is element and _is_in_struck(element))
        if event == "start" and lined is None and struck_here and not "".join(said).strip():
            lined = inner
            said.append(struck.START)
        elif event == "end" and inner is lined:
            said.append(struck.END)
        if event == "end":
            said.append("" if inner is element else _spaced(inner.tail))
        elif inner.tag in LEFT_OUT or (
            inner is not element and (is_mark(inner) or (not badges and is_badge(inner)))
        ):
            walk.skip_subtree()
        else:
            said.append(_spaced(inner.text))
    lines = (tidy(without_unseen(line)) for line in "".join(said).split("\n"))
    return "\n".join(line for line in lines if line)


def _spaced(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")


def is_layout(element: Any) -> bool:
    """Whether a table or list is only used for layout: it contains tables, lists or headings."""
    inside = [one for one in element.iter("table", "dl", "h1", "h2", "h3", "h4") if one is not element]
    if inside and element.tag == "table" and _are_in_few_cells(element, inside):
        return False
    between = {*_own(element)} if element.tag == "dl" else set()
    if inside and not (between and all(one in between or _tells_of_entry(one) for one in inside)):
        return True
    if element.tag == "table" and _is_frame(element):
        return True
    return element.tag != "dl" and (not _rows(element) or _holds_entries(element))


FEW_INNER, EVEN_ROWS = 0.2, 5  # share of rows with tables in their cells; rows of a table with some


FRAME, PARAGRAPHS = 0.8, 10  # share of the words of a page's frame in one cell, and its bold starts of lines
BANDS, PLAIN = 4, 3  # most rows of a frame whose other cells are a menu, head or foot; its lines


def _is_frame(table: Any) -> bool:
    """Whether a table frames a page: one cell has most of the words, with many lines that begin bold."""
    cells = [cell for row in _rows(table) for cell in _parts_of(row)]
    sizes = [sum(len(text.split()) for text in cell.itertext()) for cell in cells]
    most = max(range(len(cells)), key=sizes.__getitem__, default=-1)
    if most < 0 or sizes[most] < FRAME * sum(sizes):
        return False
    if sum(map(_begins_line, cells[most].iter("b", "strong"))) >= PARAGRAPHS:
        return True
    lines = sum(1 for _ in cells[most].iter("p", "br", "hr", "li", "div"))
    return lines >= PLAIN and not any(map(_is_head, cells)) and _is_around(table, cells[most])


def _is_around(table: Any, body: Any) -> bool:
    """Whether all other cells of a small table only have links, or stand alone in their rows."""
    rows = [[cell for cell in _parts_of(row) if "".join(cell.itertext()).strip()] for row in _rows(table)]
    beside = [cell for row in rows for cell in row if cell is not body and (body in row or len(row) > 1)]
    return len(rows) <= BANDS and len(beside) + len(rows) > 1 and all(map(_is_menu, beside))


def _is_menu(cell: Any) -> bool:
    links = list(cell.iter("a"))
    said = sum(len("".join("".join(link.itertext()).split())) for link in links)
    return len(links) > 1 and said >= FRAME * len("".join("".join(cell.itertext()).split()))


def _begins_line(part: Any) -> bool:
    """Whether nothing stands before an element in its paragraph or line."""
    before = part.getprevious()
    if before is None:
        return not (part.getparent().text or "").strip()
    return before.tag in ("br", "hr", "p", "div") and not (before.tail or "").strip()


def _are_in_few_cells(element: Any, inside: Sequence[Any]) -> bool:
    """Whether only a few cells of a table with many rows of as many cells hold tables or lists themselves."""
    rows = _rows(element)
    widths = Counter(len(_parts_of(row)) for row in rows)
    wide, times = widths.most_common(1)[0] if widths else (0, 0)
    holding = {next(up for up in one.iterancestors("tr")) for one in inside if one.tag in ("table", "dl")}
    holding &= set(rows)
    even = wide > 1 and len(rows) >= EVEN_ROWS and times >= (1 - FEW_INNER) * len(rows)
    plain = all(one.tag in ("table", "dl") for one in inside)
    return even and plain and len(holding) <= FEW_INNER * len(rows)


def _tells_of_entry(inner: Any) -> bool:
    """Whether a list inside a definition only has parts of an entry: "Synonyms", "Owner"."""
    if inner.tag != "dl" or any(one is not inner for one in inner.iter("dl")):
        return False
    labels = [name_of(part) for part in inner.iter("dt")]
    return bool(labels) and all(
        is_exact(label) and role_of(label) not in ("name", "text") for label in labels
    )


def _rows(table: Any) -> list[Any]:
    """The rows of a table, or of other elements that say by their roles that they are one."""
    own = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
    return own or [one for one in table.iter() if one.get("role") == "row"]


def _parts_of(row: Any) -> list[Any]:
    """The cells of a row."""
    own = [cell for cell in row.iter("td", "th") if next(cell.iterancestors("tr"), None) is row]
    return own or [one for one in row.iter() if one.get("role") in _CELLS]


def _is_head(cell: Any) -> bool:
    return bool(cell.tag == "th" or cell.get("role") == "columnheader")


def _holds_entries(table: Any) -> bool:
    """Whether the cells hold an entry each: a bold name before its text."""
    parts = (cell for row in _rows(table) for cell in _parts_of(row))
    cells = [cell for cell in parts if "".join(cell.itertext()).strip()]
    if len(cells) == 1:  # a frame around a page or a list
        return not _is_head(cells[0])
    begun = [_begins_bold(cell) for cell in cells]
    if any(map(_is_head, cells)) or not cells:
        return False
    return all(begun) or (len(cells) > 4 and sum(begun) >= 0.8 * len(begun))


def _begins_bold(cell: Any) -> bool:
    """Whether bold words begin a cell, and other words follow them in it."""
    bold = next((part for part in cell.iter("b", "strong") if "".join(part.itertext()).strip()), None)
    if bold is None:
        return False
    said, name = ("".join("".join(part.itertext()).split()) for part in (cell, bold))
    return len(name) < len(said) and said.startswith(name)


def pairs(element: Any) -> Iterator[Block]:
    """The entries of a definition list; several names before one text are printings of one term.

    In a list where many names still lack their texts, only the last of them belongs to the text below.
    """
    own = _own(element)
    hidden = _hidden(own)
    for part in hidden:
        yield Noise(line=line_of(part), text=tidy(text_of(part))[:200], why=html_unseen.HIDDEN)
    yield from _entries(own, hidden)


def _entries(own: Sequence[Any], hidden: Mapping[Any, None]) -> Iterator[Block]:
    line = 1
    names, bodies, parts = list[str](), list[str](), list[Field]()
    unfinished = _lacks_texts([part.tag for part in own if part not in hidden])
    cut = False  # whether a hidden text parts the names from those below it
    for part in own:
        if part in hidden:
            cut = part.tag == "dd" and bool(names)
            continue
        if part.tag in _HEADS:
            yield from _pair(line, names, bodies, parts)
            yield heading(line_of(part), name_of(part), int(part.tag[1]))
            names, bodies, parts = [], [], []
            continue
        if part.tag == "dd":
            body, more = _with_parts(part)
            bodies += [body] if body or not more else []
            parts += more
            continue
        if (unfinished or cut) and names and not bodies and not parts:
            yield Noise(line=line, text=names[0], why="name without a text")
            names, cut = [], False
        elif bodies or parts:
            yield from _pair(line, names, bodies, parts)
            names, bodies, parts = [], [], []
        line = line if names else line_of(part)
        names.append(clean_name(name_of(part)))
    if names and (unfinished or cut) and not bodies and not parts:
        yield Noise(line=line, text=names[0], why="name without a text")
    else:
        yield from _pair(line, names, bodies, parts)


def _hidden(own: Sequence[Any]) -> dict[Any, None]:
    """The names and texts of a definition list that a page hides; a text goes with the names above it."""
    out: dict[Any, None] = {}
    heads: list[Any] = []  # the names of the entry
    for place, part in enumerate(own):
        if part.tag == "dt":
            heads = heads if place and own[place - 1].tag == "dt" else []
            heads.append(part)
        unseen = part.get("hidden") is not None
        if unseen or (part.tag == "dd" and heads and all(head in out for head in heads)):
            out[part] = None
    return out


MANY_NAMES, LACKING = 5, 0.25  # names before one text, and share of the names that have none


def _lacks_texts(tags: Sequence[str]) -> bool:
    """Whether a list has names that nobody has explained yet: long rows of names, and many in all."""
    runs = [sum(1 for _ in run) for tag, run in groupby(tags) if tag == "dt"]
    more = sum(run - 1 for run in runs)
    return max(runs, default=0) >= MANY_NAMES and more >= LACKING * sum(runs)


_HEADS = ("h1", "h2", "h3", "h4")


def _own(element: Any) -> list[Any]:
    """The names and texts of a definition list, and headings between them, without those of lists in it."""
    own = (part for part in element.iter("dt", "dd", *_HEADS) if _list_around(part) is element)
    return [
        part for part in own if part.tag not in _HEADS or next(part.iterancestors("dt", "dd"), None) is None
    ]


def _list_around(part: Any) -> Any:
    return next(part.iterancestors("dl"), None)


def _with_parts(definition: Any) -> tuple[str, list[Field]]:
    """The text of a definition, and the parts of the entry from lists inside it."""
    lists = list(definition.iter("dl"))
    if not lists:
        return text_of(definition), []
    parts = [
        made_field(block.line, block.names[0], "\n".join(block.bodies))
        for inner in lists
        for block in pairs(inner)
        if isinstance(block, Pair)
    ]
    bare = copy.deepcopy(definition)
    for inner in list(bare.iter("dl")):
        inner.getparent().remove(inner)
    return text_of(bare), parts


def _pair(line: int, names: list[str], bodies: list[str], parts: Sequence[Field] = ()) -> Iterator[Block]:
    if names:
        also = [name for part in parts for name in part.items]
        yield Pair(line=line, names=(*names, *also), bodies=tuple(bodies))
        yield from (part for part in parts if part.field != "also")


ROWS = 3  # rows that show where the header cells of a table stand


def table(element: Any) -> Iterator[Block]:
    """The table, with merged cells repeated downwards.

    A first row with only header cells is the header. If each row begins with its header cell, none is. What
    stands over or under the rows is told.
    """
    rows: list[Row] = []
    carried: dict[int, tuple[int, str]] = {}
    all_rows = _rows(element)
    hidden = {row: None for row in all_rows if row.get("hidden") is not None}
    found = [row for row in all_rows if not _is_foot(row) and row not in hidden]
    for row in found:
        cells = _cells(row, carried)
        if any(cells):
            rows.append(Row(line=line_of(row), cells=tuple(cells)))
    heads = [[_is_head(cell) for cell in _parts_of(row)] for row in found]
    if len(rows) > 1 and _is_of_spreadsheet(rows):
        yield Table(line=rows[1].line, rows=tuple(replace(row, cells=row.cells[1:]) for row in rows[1:]))
    elif rows:
        yield Table(line=rows[0].line, rows=tuple(with_few_pictures(rows)), header=_has_header(heads))
    beside = [(part, "caption of a table") for part in element.iterchildren("caption")]
    beside += [(row, "foot of a table") for row in all_rows if _is_foot(row)]
    beside += [(row, html_unseen.HIDDEN) for row in hidden]
    for part, why in beside:
        if said := tidy(text_of(part)):
            yield Noise(line=line_of(part), text=said[:200], why=why)


def _is_of_spreadsheet(rows: Sequence[Row]) -> bool:
    """Whether letters stand over all columns and numbers before all rows, as in a published spreadsheet."""
    letters = tuple(ascii_uppercase[: len(rows[0].cells) - 1])
    numbered = all(not row.cells[0].strip() or row.cells[0].strip().isdecimal() for row in rows)
    return len(letters) > 1 and numbered and rows[0].cells[1:] == letters


def _is_foot(row: Any) -> bool:
    return row.getparent() is not None and row.getparent().tag == "tfoot"


def _has_header(heads: Sequence[Sequence[bool]]) -> bool | None:
    """Whether the first row is a header, by which cells are header cells; None if they do not say so."""
    if heads[0] and all(heads[0]):
        return True
    beside = len(heads) >= ROWS and all(len(row) > 1 and row[0] and not any(row[1:]) for row in heads)
    return False if beside else None


def _cells(row: Any, carried: dict[int, tuple[int, str]]) -> list[str]:
    """The cells of a row, including cells that span down from rows above."""
    cells: list[str] = []
    parts = iter(_parts_of(row)[:MAX_COLUMNS])
    while len(cells) < MAX_COLUMNS:
        if len(cells) in carried:
            left, text = carried.pop(len(cells))
            _place(cells, carried, text, left)
            continue
        part = next(parts, None)
        if part is None:
            break
        down = _span(part, "rowspan")
        said = (text_of(part) if cells else _first(part)) or (
            PICTURE if not cells and _shows_picture(part) else ""
        )
        _place(cells, carried, said, down)
        for _ in range(min(_span(part, "colspan") - 1, MAX_COLUMNS - len(cells))):
            _place(cells, carried, "", down)  # a cell over several columns is read once
    return cells


_STATE = re.compile(
    r"(?:[\w-]{0,40}[-_])?(?:lozenge|status(?:-macro)?|badge)(?:[-_][\w-]{0,40})?", re.IGNORECASE
)


def _first(part: Any) -> str:
    """The words of a first cell without a badge behind them that tells a state: "Page ACTIVE"."""
    last = next((one for one in reversed(list(part.iter("span"))) if _is_state(one)), None)
    if last is None or not (said := tidy("".join(last.itertext()))):
        return text_of(part)
    whole = text_of(part)
    bare = whole.removesuffix(said).rstrip()
    return bare if bare and not (abbreviates(said, bare) or abbreviates(bare, said)) else whole


def _is_state(span: Any) -> bool:
    return any(map(_STATE.fullmatch, (span.get("class") or "").split()))


def _shows_picture(part: Any) -> bool:
    return next(part.iter("img", "svg", "picture", "audio", "video", "object"), None) is not None


def _place(cells: list[str], carried: dict[int, tuple[int, str]], text: str, rows: int) -> None:
    """Add one cell; if it spans several rows, store it for the next row at the same position."""
    if rows > 1:
        carried[len(cells)] = (rows - 1, text)
    cells.append(text)


def _span(cell: Any, name: str) -> int:
    value = cell.get(name) or "1"
    return min(int(value), MAX_SPAN) if value.isdecimal() and len(value) < 6 else 1
