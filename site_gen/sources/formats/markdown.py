"""Markdown to blocks, from the tokens of markdown-it; embedded HTML is read like an HTML page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from site_gen.sources.draft import Reading
from site_gen.sources.formats import forum_marks, markdown_italics, markdown_items, one_term, struck
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.decode import check_paragraphs, check_size
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.front_matter import FrontMatter, front_matter, records
from site_gen.sources.formats.inline_markup import heading, paragraph
from site_gen.sources.formats.markdown_dialects import (
    INLINE_NOTE,
    NAME_BREAK,
    PLACE,
    Common,
    common,
    front_matter_end,
    moved,
)
from site_gen.sources.formats.markdown_myst import joined, tables
from site_gen.sources.formats.markdown_wrapped import unwrapped
from site_gen.sources.formats.run_in_headings import forms
from site_gen.sources.formats.spans import Span, SpanLine
from site_gen.sources.shape import nested_items
from site_gen.sources.shape.blocks import Block, Labelled, Noise, Pair, Prose, Row, Table, clean_name, tidy
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.lines import without_unseen
from site_gen.sources.shape.page_actions import is_control
from site_gen.sources.shape.scope import says_words

LINES, JOINED = 3, 3  # entries of a document of plain lines; its lines for each paragraph
MAX_BYTES = 2_000_000
_IN_CELL = re.compile(r"(?:</(?:ul|ol|p|div|li)|<(?:ul|ol|p|div|(?P<tag>li)))\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BOLD = re.compile(r"<(/?)(?:b|strong|dfn)\b[^>]*>", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b[^>]*\b(?:id|name|href=[\"']?#)", re.IGNORECASE)
_ANCHOR_TEXT = re.compile(r"\W*(?:link|permalink|anchor|top|back to top|#)?\W*", re.IGNORECASE)
_DRAWING = re.compile(
    r"\s*\{?\.?(?:mermaid|plantuml|puml|graphviz|dot|d2|kroki|ditaa|dataview(?:js)?|tasks|query|button|excalidraw)\b",
    re.IGNORECASE,
)
_RUN = re.compile(  # a chunk of R Markdown or Quarto, which the page does not show as it stands
    r"\s*\{(?:r|python|julia|ojs|sql|bash|sh|stan|rcpp|css|js|d3|octave|ruby|perl|awk|asis|cat)\b",
    re.IGNORECASE,
)
_FENCE = re.compile(r"\s{0,12}(?P<sign>`{3,}|~{3,})(?P<chunk>\s{0,3}\{[a-zA-Z])?")
_TASK = re.compile(r"\[[ xX]\]\s")
_MARK = re.compile(r"[\s#¶§🔗⚓↑↩✏✎📝\ufe0e\ufe0f]+")


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a document.

    A document without a list of terms is one entry itself if its front matter names a term.
    """
    check_size(document.text.encode(), MAX_BYTES)
    check_paragraphs(document.text)
    front, found = parts(document.text, document.filename)
    whole = one_term.whole(front, found, document.filename)
    if whole:
        return whole
    title = front.title if says_words(front.title) else ""
    reading = of_markup(found, chosen, title, document.language, document.filename)
    listed = None if reading.drafts else of_front(document, chosen)
    if not (reading.drafts or reading.declined or listed) and _are_joined(found, document.text):
        listed = _of_lines(document, chosen)
    return listed or replace(reading, title=reading.title or front.title)


def _are_joined(found: Sequence[Block], text: str) -> bool:
    """Whether Markdown makes a few paragraphs of many lines, with no heading and no list."""
    plain = [block.otherwise if isinstance(block, Labelled) else block for block in found]
    running = all(isinstance(one, Noise | Prose) and not getattr(one, "listed", 0) for one in plain)
    return running and len(found) * JOINED <= sum(map(bool, map(str.strip, text.split("\n"))))


def _of_lines(document: Document, chosen: Chosen) -> Reading | None:
    """The entries of plain lines, which Markdown would join: "Bow : The front." below each other."""
    from site_gen.sources.formats import plain

    raw = document.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = front_matter_end(raw)
    text = "\n".join([*("" for _ in raw[:end]), *_without_chunks(raw[end:])])
    reading = plain.read(replace(document, text=text), chosen)
    return reading if len(reading.drafts) >= LINES and not reading.declined else None


def _without_chunks(lines: Sequence[str]) -> Iterator[str]:
    """The lines with those of chunks of code, which R Markdown and Quarto run, empty."""
    sign = ""
    for line in lines:
        fence = _FENCE.match(line)
        if not sign and fence and fence["chunk"]:
            sign = fence["sign"]
            yield ""
        elif sign:
            sign = "" if fence and fence["sign"].startswith(sign) else sign
            yield ""
        else:
            yield line


def of_front(document: Document, chosen: Chosen) -> Reading | None:
    """The entries that the front matter lists for the layout of the page; None if it lists none."""
    from site_gen.sources.formats import data

    raw = document.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = front_matter_end(raw)
    value = records(raw[:end]) if end and raw[0].strip("\ufeff \t") == "---" else None
    reading = data.from_value(value, chosen, document.language, records_only=True)
    return reading if len(reading.drafts) > 1 else None


def blocks(text: str) -> list[Block]:
    """The blocks of a Markdown text, without its front matter."""
    return parts(text, "")[1]


def parts(text: str, filename: str) -> tuple[FrontMatter, list[Block]]:
    """The front matter of a text, and the blocks below it."""
    plain = forum_marks.plain(text, "**").replace("\r\n", "\n").replace("\r", "\n")
    text, over = unwrapped(tables(joined(plain)))
    front, found = _parts(text, filename)
    found = struck.settled(found)
    return front, [moved(block, over) for block in found] if over else found


IMPORTS = 4_000  # characters in which a page says which components it takes
_IMPORT = re.compile(r"^import [\w{}*, ]{1,80} from ['\"][^'\"\n]{1,120}['\"];?[ \t]*$", re.MULTILINE)


def _parts(text: str, filename: str) -> tuple[FrontMatter, list[Block]]:
    from site_gen.sources.formats import html

    raw = text.split("\n")
    of_components = filename.lower().endswith(".mdx") or _IMPORT.search(text[:IMPORTS]) is not None
    document = common(text, html.blocks, of_components)
    front = front_matter(raw[: document.body]) if document.body else FrontMatter()
    tokens = markdown_italics.settled(_parser().parse("\n".join(document.lines)))
    names = markdown_items.with_names(tokens, filename)
    found = list(nested_items.with_links(list(_blocks(tokens, document, names))))
    if document.body:
        said = tidy(" ".join(raw[1 : document.body - 1]))[:200]
        found.insert(0, Noise(line=1, text=said, why="front matter"))
    notes = [(line, note) for line, text in enumerate(raw, 1) for note in INLINE_NOTE.finditer(text)]
    found += [Noise(line=line, text=tidy(note["said"])[:200], why="footnote") for line, note in notes]
    return front, found


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 30}).enable(["table", "strikethrough"])
    return parser.use(deflist_plugin)


def _blocks(tokens: Sequence[Token], document: Common, named: frozenset[int]) -> Iterator[Block]:
    from site_gen.sources.formats import html

    index, lists = 0, list[str]()
    while index < len(tokens):
        token = tokens[index]
        if token.type in ("table_open", "dl_open"):
            end = _closing(tokens, index)
            reader = _table if token.type == "table_open" else _pairs
            yield from reader(tokens[index : end + 1])
            index = end
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append("bullet" if token.type.startswith("bullet") else "number1")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "inline":
            yield from _inline(token, tokens[index - 1], lists, document, id(token) in named)
        elif token.type == "html_block":
            yield from (moved(block, _line(token) - 1) for block in html.blocks(token.content))
        elif token.type == "fence" and _DRAWING.match(token.info):
            yield Noise(line=_line(token), text=tidy(token.content)[:200], why="code of a picture or a query")
        elif token.type == "fence" and _RUN.match(token.info):
            yield Noise(line=_line(token), text=tidy(token.content)[:200], why="code of a program")
        elif token.type in ("fence", "code_block") and token.content.strip():
            said = "\n".join(line.rstrip() for line in token.content.strip("\n").split("\n"))
            yield Prose(line=_line(token), text=said, listed=len(lists), verbatim=True)
        elif token.type == "hr":
            yield Noise(line=_line(token), text=token.content.strip()[:200], why="rule")
        index += 1


def _closing(tokens: Sequence[Token], start: int) -> int:
    kind, level = tokens[start].type.replace("_open", "_close"), tokens[start].level
    return next(i for i in range(start, len(tokens)) if tokens[i].type == kind and tokens[i].level == level)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _inline(
    token: Token, before: Token, lists: Sequence[str], document: Common, named: bool
) -> Iterator[Block]:
    prefix = lists[-1] if lists else ""
    if before.type == "heading_open":
        said = " ".join(_said(spans) for _, spans in _rows(token, in_heading=True))
        yield heading(_line(token), said, int(before.tag[1]))
        return
    rows: list[SpanLine] = []
    broken = named or _is_broken(token)
    for line, spans in _rows(token):
        place = PLACE.match(_said(spans))
        if not place:
            rows.append((line, spans))
            continue
        yield from paragraph(rows, prefix, len(lists), broken=broken) if rows else ()
        rows = []
        yield from document.places[int(place[1])]
    if rows:
        task = _TASK.match(_said(rows[0][1])) if prefix else None
        said = _said(rows[0][1])
        if task and rows[0][1][0].text.startswith(task[0]):
            first = replace(rows[0][1][0], text=rows[0][1][0].text[task.end() :])
            rows[0] = (rows[0][0], [first, *rows[0][1][1:]])
        for block in paragraph(rows, prefix, len(lists), broken=broken):
            is_task = task and isinstance(block, Prose)
            yield Noise(line=block.line, text=said, why="task") if is_task else block


def _is_broken(token: Token) -> bool:
    """Whether the author broke the first line of a paragraph: with two blanks, a backslash or <br>."""
    for child in token.children or ():
        if child.type == "softbreak":
            return False
        if child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.match(child.content)):
            return True
    return False


def _rows(token: Token, in_heading: bool = False) -> list[SpanLine]:
    """The lines of an inline token as spans."""
    line, spans = _line(token), list[Span]()
    rows: list[SpanLine] = []
    bold = link = lined = italic = 0
    inside = False  # in an anchor written as HTML
    for child in token.children or ():
        bold += (child.type == "strong_open") - (child.type == "strong_close")
        link += (child.type == "link_open") - (child.type == "link_close")
        italic += (child.type == "em_open") - (child.type == "em_close")
        lined += (child.type == "s_open") - (child.type == "s_close")
        if child.type in ("softbreak", "hardbreak"):
            rows.append((line, spans))
            line, spans = line + 1, []
        elif child.type == "html_inline":
            inside = bool(_ANCHOR.match(child.content)) or (inside and child.content != "</a>")
            item = _IN_CELL.match(child.content)
            if _BREAK.match(child.content) or (item and _said(spans).strip(" -")):
                rows.append((line, spans))
                spans = []
            if item and item["tag"]:
                spans = [Span(text="- ")]
            elif mark := _BOLD.match(child.content):
                bold += -1 if mark[1] else 1
        elif child.type == "text" and inside and in_heading and _ANCHOR_TEXT.fullmatch(child.content):
            continue
        elif child.type == "text" and link and in_heading and spans and is_control(child.content):
            continue  # "Queue [edit](https://…)"
        elif child.type == "text" and link and (in_heading or not rows) and _MARK.fullmatch(child.content):
            continue  # a permalink
        elif child.type in ("text", "code_inline"):
            first = lined and not any(span.text.strip() for span in spans)
            said = struck.marked(child.content) if first else child.content
            code = child.type == "code_inline"
            spans.append(Span(text=said, bold=bold > 0, link=link > 0, italic=italic > 0, code=code))
    return [*rows, (line, spans)]


def _said(spans: Sequence[Span]) -> str:
    return "".join(span.text for span in spans)


def _text(token: Token) -> str:
    """The words of a cell or definition; explicit line breaks are kept."""
    return _joined(_rows(token))


def _joined(rows: Sequence[SpanLine]) -> str:
    out = ""
    for place, (line, spans) in enumerate(rows):
        out += ("\n" if place and line == rows[place - 1][0] else " ") + _said(spans)
    return "\n".join(filter(None, (tidy(part) for part in out.split("\n"))))


def _name(token: Token) -> str:
    """The words of a first cell; several forms of a name, each set off, are parted by slashes."""
    rows = _rows(token, in_heading=True)
    own = forms(rows[0][1]) if len(rows) == 1 else []
    return " / ".join(own) if own else _joined(rows)


def _table(tokens: Sequence[Token]) -> Iterator[Block]:
    found: list[tuple[int, list[str]]] = []
    for token in tokens:
        if token.type == "tr_open":
            found.append((_line(token), []))
        elif token.type == "inline":
            found[-1][1].append(without_unseen(_text(token) if found[-1][1] else _name(token)))
    rows = tuple(Row(line=line, cells=tuple(cells)) for line, cells in found)
    if rows and not any(cell.strip() for cell in rows[0].cells):  # Markdown has no table without a header
        yield Table(line=rows[0].line, rows=rows[1:], header=None)
        return
    yield Table(line=rows[0].line if rows else 1, rows=rows, header=True)


def _pairs(tokens: Sequence[Token]) -> Iterator[Block]:
    found: list[Pair] = []
    body, inside = list[str](), False
    for token in tokens:
        if token.type == "dt_open":
            found.append(Pair(line=_line(token), names=(), bodies=()))
        elif token.type == "dd_open":
            body, inside = [], True
        elif token.type == "dd_close":
            last = found[-1]
            found[-1] = replace(last, bodies=(*last.bodies, "\n\n".join(body)))
            inside = False
        elif token.type in ("fence", "code_block") and inside:
            body.append(token.content.strip("\n"))
        elif token.type == "inline" and inside:
            body.append(without_unseen(_text(token)))
        elif token.type == "inline":
            said = (
                name for _, spans in _rows(token, in_heading=True) for name in _said(spans).split(NAME_BREAK)
            )
            names = (clean_name(tidy(without_unseen(name))) for name in said)
            found[-1] = replace(found[-1], names=tuple(name for name in names if name))
    yield from (pair for pair in found if pair.names)
