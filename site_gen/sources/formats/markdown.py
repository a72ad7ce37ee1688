"""Markdown to blocks, on markdown-it's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from site_gen.sources.draft import Reading
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.decode import check_paragraphs, check_size
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.inline_markup import Span, SpanLine, heading, paragraph
from site_gen.sources.shape.blocks import Block, Noise, Pair, Row, Table, clean_name, tidy
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.lines import without_unseen

MAX_BYTES = 2_000_000


def read(document: Document, chosen: Chosen) -> Reading:
    check_size(document.text.encode(), MAX_BYTES)
    check_paragraphs(document.text)
    return of_markup(blocks(document.text), chosen)


def blocks(text: str) -> list[Block]:
    parser = MarkdownIt("commonmark", {"maxNesting": 30}).enable(["table", "strikethrough"])
    parser.use(deflist_plugin).use(front_matter_plugin)
    return list(_blocks(parser.parse(text)))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    index, lists = 0, []
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
            yield from _inline(token, tokens[index - 1], lists[-1] if lists else "")
        elif token.type in ("html_block", "fence", "code_block", "hr", "front_matter"):
            yield Noise(line=_line(token), text=token.content.strip()[:200], why=token.type.replace("_", " "))
        index += 1


def _closing(tokens: Sequence[Token], start: int) -> int:
    kind, level = tokens[start].type.replace("_open", "_close"), tokens[start].level
    return next(i for i in range(start, len(tokens)) if tokens[i].type == kind and tokens[i].level == level)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _inline(token: Token, before: Token, listed: str) -> Iterator[Block]:
    rows = _rows(token)
    if before.type == "heading_open":
        yield heading(_line(token), " ".join(_said(spans) for _, spans in rows), int(before.tag[1]))
    else:
        yield from paragraph(rows, listed)


def _rows(token: Token) -> list[SpanLine]:
    """The lines of an inline token as spans."""
    line, spans = _line(token), list[Span]()
    rows: list[SpanLine] = []
    bold = link = 0
    for child in token.children or ():
        bold += (child.type == "strong_open") - (child.type == "strong_close")
        link += (child.type == "link_open") - (child.type == "link_close")
        if child.type in ("softbreak", "hardbreak"):
            rows.append((line, spans))
            line, spans = line + 1, []
        elif child.type in ("text", "code_inline"):
            spans.append(Span(text=child.content, bold=bold > 0, link=link > 0))
    return [*rows, (line, spans)]


def _said(spans: Sequence[Span]) -> str:
    return "".join(span.text for span in spans)


def _text(token: Token) -> str:
    return tidy(" ".join(_said(spans) for _, spans in _rows(token)))


def _table(tokens: Sequence[Token]) -> Iterator[Block]:
    found: list[tuple[int, list[str]]] = []
    for token in tokens:
        if token.type == "tr_open":
            found.append((_line(token), []))
        elif token.type == "inline":
            found[-1][1].append(without_unseen(_text(token)))
    rows = tuple(Row(line=line, cells=tuple(cells)) for line, cells in found)
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
            found[-1] = Pair(line=last.line, names=last.names, bodies=(*last.bodies, "\n\n".join(body)))
            inside = False
        elif token.type == "inline":
            if inside:
                body.append(without_unseen(_text(token)))
            else:
                found[-1] = Pair(line=found[-1].line, names=(clean_name(_text(token)),), bodies=())
    yield from found
