"""Plain text to blocks: each line gets all possible roles; the whole document decides between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile, zip_longest

from site_gen.sources import shape
from site_gen.sources.draft import Reading
from site_gen.sources.formats import (
    banners,
    colleague_notes,
    forum_marks,
    letters,
    mended_lines,
    messages,
    outlined_lines,
    page_breaks,
    spaced_tables,
    stacked_cells,
    text_chapters,
    topic_lines,
)
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.line_noise import noise_of
from site_gen.sources.shape import names_by_language, texts_by_language
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Noise,
    Prose,
    Row,
    Table,
    clean_name,
    count_words,
    is_name_like,
    is_question,
    labels,
)
from site_gen.sources.shape.columns import Chosen, by_header
from site_gen.sources.shape.heading_or_text import settled
from site_gen.sources.shape.lines import MAX_LINES, Line, logical
from site_gen.sources.shape.page_columns import in_columns

_UNDERLINE = re.compile(r"(?:-{3,}|={3,}|~{3,}|\*{3,}|_{3,})$")
_LEADERS = re.compile(r"(?:\.\s?|…|·\s?|_){3,}\s*\d+$")
_WIDE = re.compile(r"(?<=\S) {3,}(?=\S)")
_PAGE_HEAD = re.compile(
    r"\S.{0,80}\S {3,}(?:page |seite |p\. ?)?\d{1,4}$|\d{1,4} {3,}\S.{0,80}\S$", re.IGNORECASE
)
_DRAWN = str.maketrans(
    {
        "\u00a0": " ",
        **dict.fromkeys("│┃║▏▕", "|"),
        **dict.fromkeys("─━═", "-"),
        **dict.fromkeys("┼╋╬├┤┬┴┌┐└┘╔╗╚╝╠╣╦╩", "+"),
    }
)
_TAB = re.compile(r"(?:(?<![^\S\t])[^\S\t]+)?\t\s*")
_ONE_TAB = re.compile(r"(?:(?<![^\S\t])[^\S\t]+)?\t[^\S\t]*")
EVEN, CELLS = 3, 3  # neighbouring lines with so many cells that are rows without a header
_CELLS = re.compile(r"(?:(?<!\s)\s+)?\|\s*")


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a plain text."""
    found = texts_by_language.settled(blocks(document.text), document.language)
    found = names_by_language.settled(found, document.language)
    return letters.titled(shape.read(found, chosen, file=document.filename))


def blocks(text: str) -> list[Block]:
    """The blocks of a plain text in order."""
    plain = forum_marks.plain(text, "*").replace("\r\n", "\n").replace("\r", "\n").translate(_DRAWN)
    if plain.count("\n") > MAX_LINES:
        return from_lines(logical(plain))  # which refuses it
    lines = mended_lines.at_margin(plain.split("\n"))
    mended_lines.join_signs(lines)
    mended_lines.without_chat_marks(lines)
    notes = [*colleague_notes.without(lines), *topic_lines.without(lines)]
    mended_lines.join_names(lines)
    found = letters.plain(lines)
    found.noise += notes
    mended_lines.without_question(found)
    messages.unstamped(found)
    outlined_lines.settled(found)
    banners.settled(found)
    page_breaks.settled(found)
    tables = spaced_tables.settled(found)
    mended_lines.widen(found)
    mended_lines.lengthen(found)
    read = from_lines(logical("\n".join(found.lines), columns=in_columns))
    if not found.noise and not tables:
        return read
    return sorted(
        [*found.noise, *tables, *read], key=lambda block: (block.line, not isinstance(block, Noise))
    )


def from_lines(lines: Sequence[Line]) -> list[Block]:
    """The blocks of logical lines, once the whole document has decided what each line is."""
    stacked = stacked_cells.parted(lines)
    if stacked:
        before, table = stacked
        return [*from_lines(before), table] if before else [table]
    running = _running(lines)
    if _are_rows(lines):
        lines = [replace(line, text=line.text.replace("|", " | ")) for line in lines]
    found = list(_tables(_fused(_classified(lines, running))))
    told = {line.number: line for line in lines}
    found = _without_subtitle(found, lines)
    return text_chapters.settled(settled(found, told), told)


CENTERED, AT_MARGIN = 5, 0.8  # blanks before the lines of a title, and share of the others at the margin


def _without_subtitle(found: Sequence[Block], lines: Sequence[Line]) -> list[Block]:
    """The blocks with lines in the middle of the page, above all others, as no names with texts."""
    above = list(takewhile(lambda line: line.indent >= CENTERED, lines))
    rest = lines[len(above) :]
    if not above or sum(line.indent < CENTERED for line in rest) < max(1, AT_MARGIN * len(rest)):
        return list(found)
    last = above[-1].number
    return [b.otherwise if isinstance(b, Labelled) and b.line <= last else b for b in found]


def _are_rows(lines: Sequence[Line]) -> bool:
    """Whether most lines have bars, some of them several: cells of rows without blanks around the bars."""
    barred = [line.text.count("|") for line in lines]
    if sum(map(bool, barred)) < max(3, 0.6 * len(lines)):
        return False
    head = next(line.text for line in lines if "|" in line.text)
    return max(barred) > 1 or {"name", "text"} <= set(by_header(_CELLS.split(head), {}))


def _running(lines: Sequence[Line]) -> frozenset[str]:
    """Page and table heads copied with the text: lines in columns that repeat or name the columns."""
    wide = [line.text for line in lines if _WIDE.search(line.text)]
    times = Counter(wide)
    heads = {text for text in times if {"name", "text"} <= set(by_header(_WIDE.split(text), {}))}
    heads |= {text for text in times if _PAGE_HEAD.match(text)} if len(wide) > 2 else set()
    return frozenset({text for text, count in times.items() if count > 1} | heads)


def _classified(lines: Sequence[Line], running: frozenset[str]) -> Iterator[Block | Row]:
    underlined = tabbed = False
    width = 0  # cells of the rows above
    even, inner = _even_rows(lines), _inner_items(lines)
    for line, after in zip_longest(lines, lines[1:]):
        if underlined:  # a ruler under a heading is part of it
            underlined = False
            continue
        if line.text in running:
            yield Noise(line=line.number, text=line.text, why="head of a page or of columns")
            continue
        cells = tuple(_TAB.split(line.text))
        if tabbed and len(cells) < width:  # an empty cell stands between two tabs
            alone = tuple(_ONE_TAB.split(line.text))
            cells = alone if len(alone) <= width else cells
        tabbed = len(cells) > 1 and ((tabbed and not line.gap) or _is_header(cells, after))
        tabbed = tabbed or line.number in even
        if tabbed:
            width = max(width, len(cells))
            yield Row(line=line.number, cells=cells)
            continue
        width = 0
        underlined = after is not None and not after.gap and _underlines(line, after)
        if line.number in inner:
            mark = "" if line.prefix == "bullet" else line.mark
            yield Prose(line=line.number, text=mark + line.text, bullet=True, listed=NESTED)
            continue
        yield from _block(line, "underlined" if underlined else line.prefix)


def _inner_items(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of items that stand indented under an item with a name and a text.

    Under one of the same kind, with bullets or numbers, they have no name themselves.
    """
    found = _under_bullets(lines) | _within_texts(lines)
    over: Line | None = None
    for line in lines:
        named = any(labels(line.text, ""))
        if over and (_stands_in_text(line, over) or _is_under(line, over, named)):
            found.add(line.number)
        else:
            over = line if named and (line.prefix.startswith(_ITEMS) or _WIDE.search(line.text)) else None
    return frozenset(found)


_ITEMS = ("number", "bullet")
NESTED = 2  # lists around an item that stands within another one


def _is_under(line: Line, over: Line, named: bool) -> bool:
    """Whether an item stands indented under another one; a named bullet only under one with a number."""
    counted = line.prefix.startswith("number")
    below = not line.gap and over.prefix.startswith(_ITEMS) and line.indent > over.indent
    if not below or not (counted or line.prefix == "bullet"):
        return False
    return (line.indent > over.indent + 1 and not named) or (over.prefix != "bullet" and not counted)


WIDENED = 4  # signs by which a gap may have grown


def _stands_in_text(line: Line, over: Line) -> bool:
    """Whether an item stands below the text that a gap parts from its name, at the left edge of that text."""
    gap = _WIDE.search(over.text)
    if gap is None or line.gap or not line.prefix:
        return False
    return line.indent >= over.indent + gap.end() - WIDENED


OUTER = 3  # items over others


def _under_bullets(lines: Sequence[Line]) -> set[int]:
    """The numbers of bulleted lines that are texts under names with a bullet, where all names have such."""
    items = [line for line in lines if line.prefix == "bullet"]
    margin = min((line.indent for line in items), default=0)
    inner = [line for line in items if line.indent > margin + 1]
    over = [(line, after) for line, after in pairwise(items) if line.indent == margin]
    bare = sum(
        after.indent > margin + 1 and is_name_like(line.text) and not any(labels(line.text, ""))
        for line, after in over
    )
    numbers = [line.number for line in items]
    among = sum(numbers[0] <= line.number <= numbers[-1] for line in lines) if items else 0
    if bare < OUTER or bare < len(over) or len(items) < among - OUTER:
        return set()
    signed = sum(any(labels(line.text, "")) for line in inner)
    return {line.number for line in inner} if 2 * signed < len(inner) else set()


def _within_texts(lines: Sequence[Line]) -> set[int]:
    """The numbers of items of another kind that stand in the text below an item, at its margin or deeper."""
    heads = Counter(
        (line.mark, line.indent)
        for line, after in pairwise(lines)
        if line.prefix == "bullet" and not after.prefix and after.indent > line.indent
    )
    outer = {head for head, times in heads.items() if times >= OUTER}
    found = set[int]()
    margin = 0  # of the text below the last such item
    for before, line in pairwise(lines):
        if (line.mark, line.indent) in outer or (margin and line.indent < margin):
            margin = 0
        elif (before.mark, before.indent) in outer and not line.prefix:
            margin = line.indent if line.indent > before.indent else 0
        elif margin and line.prefix == "bullet" and line.mark not in {mark for mark, _ in outer}:
            found.add(line.number)
    return found


def _even_rows(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of neighbouring lines whose tabs part them into the same number of cells, three or more."""
    found: set[int] = set()
    run: list[int] = []
    width = 0
    for line in lines:
        count = len(_TAB.split(line.text))
        if line.gap or count != width:
            run, width = [], count
        run.append(line.number)
        if width >= CELLS and len(run) >= EVEN:
            found.update(run)
            run = run[-EVEN:]
    return frozenset(found)


def _is_header(cells: Sequence[str], after: Line | None) -> bool:
    """Whether cells separated by tabs are headers for terms and texts, above a row with both."""
    below = after is not None and not after.gap and _TAB.search(after.text)
    return bool(below) and {"name", "text"} <= set(by_header(cells, {}))


def _underlines(line: Line, after: Line) -> bool:
    fits = len(line.text) - 2 <= len(after.text) <= len(line.text) + 12
    return bool(_UNDERLINE.match(after.text)) and fits and is_name_like(line.text)


def _block(line: Line, prefix: str) -> Iterator[Block | Row]:
    why = "" if line.prefix else noise_of(line.text)
    if why or _LEADERS.search(line.text[-40:]):
        yield Noise(line=line.number, text=line.text, why=why or "table of contents")
    elif line.text.count("|") > 1 or " | " in f" {_BAR_INSIDE.sub('', line.text)} ":
        yield Row(line=line.number, cells=tuple(_CELLS.split(line.text.strip())))
    else:
        within = int(bool(line.prefix) or not line.gap or line.indent > 0)
        otherwise = replace(_bare(line, prefix), listed=within)
        options = tuple(labels(line.text, prefix)) if prefix != "underlined" else ()
        listed = int(bool(line.prefix))
        yield (
            Labelled(line=line.number, options=options, otherwise=otherwise, listed=listed)
            if options
            else otherwise
        )


_BAR_INSIDE = re.compile(r"\([^()|]{1,60}\|[^()|]{1,60}\)")  # "Our words (German | English)"


def _bare(line: Line, prefix: str) -> Heading | Prose:
    text = line.text
    if prefix != "bullet" and is_question(text) and is_name_like(text, 14):
        return Heading(line=line.number, text=clean_name(text), style="question")
    name = text.removesuffix(":").rstrip()
    if (
        is_name_like(name)
        and not _SAID_IN_BRACKETS.fullmatch(text)
        and not (text.endswith(":") and (prefix or count_words(name) > 6))
    ):
        style = prefix or ("colon" if text.endswith(":") else "plain")
        return Heading(line=line.number, text=clean_name(name), style=style)
    if prefix == "bullet":
        return Prose(line=line.number, text=text, bullet=True)
    return Prose(line=line.number, text=line.mark + text)  # numbers may count the meanings of a name


_SAID_IN_BRACKETS = re.compile(r"[(\[][^()\[\]:]{1,40}:\s[^()\[\]:]{1,80}[)\]]")  # "(Abbreviation: FP)"
_COMMENT = re.compile(r"(?:#|//|--|;|%)\s*[^\W\d_]")


def _tables(found: Iterator[Block | Row]) -> Iterator[Block]:
    """The blocks with consecutive rows as tables; a row of dashes marks the first row as header."""
    rows: list[Row] = []
    between: list[Noise] = []
    for block in found:
        if isinstance(block, Row):
            rows.append(block)
            continue
        inner = block.otherwise if isinstance(block, Labelled) else block
        if rows and isinstance(inner, Heading | Prose) and _COMMENT.match(inner.text):
            between.append(Noise(line=inner.line, text=inner.text, why="comment"))
            continue
        if rows:
            yield _table(rows)
            yield from between
            rows, between = [], []
        yield block
    if rows:
        yield _table(rows)
        yield from between


def _table(rows: Sequence[Row]) -> Table:
    ruled = [all(set(cell.strip()) <= set("-:=+ ") for cell in row.cells) for row in rows]
    kept = _without_edges([row for row, rule in zip(rows, ruled, strict=True) if not rule])
    return Table(line=rows[0].line, rows=kept, header=True if True in ruled[1:2] else None)


def _without_edges(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without the blank cells that bars at the margins make; else a blank first cell has none."""
    first = int(bool(rows) and all(row.cells[0] == "" for row in rows))
    return tuple(
        replace(row, cells=row.cells[first : len(row.cells) - (len(row.cells) > 1 and row.cells[-1] == "")])
        for row in rows
    )


_REPEAT = re.compile(r"(?P<name>[^\W\d_][\w &/'’().-]{2,78}?)\s?(?P=name)(?=[\s,(])", re.IGNORECASE)


def _fused(found: Iterator[Block | Row]) -> Iterator[Block | Row]:
    """Separate a heading from the text joined to it: "Churn rateChurn rate measures …"."""
    for block in found:
        prose = block.otherwise if isinstance(block, Labelled) else block
        if isinstance(prose, Prose):
            twice = _REPEAT.match(prose.text)
            if (
                twice
                and twice["name"][0].isupper()
                and prose.text[len(twice["name"]) :].lstrip()[0].isupper()
            ):
                yield Heading(line=prose.line, text=clean_name(twice["name"]), style="plain")
                yield Prose(line=prose.line, text=prose.text[len(twice["name"]) :].lstrip())
                continue
        yield block
