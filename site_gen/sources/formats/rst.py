"""reStructuredText to blocks, from the tree of docutils, including the ``glossary`` directive of Sphinx."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Parser
from docutils.parsers.rst.states import Inliner
from docutils.utils import escape2null, unescape

from site_gen.sources import shape
from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats import rst_sphinx
from site_gen.sources.formats.decode import check_paragraphs, check_size
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.inline_markup import heading, paragraph
from site_gen.sources.formats.rst_substitutions import Measured
from site_gen.sources.formats.spans import Span, SpanLine
from site_gen.sources.shape.blocks import (
    Block,
    Noise,
    Pair,
    Prose,
    Row,
    Table,
    clean_name,
    count_words,
    is_name_like,
    tidy,
)
from site_gen.sources.shape.columns import Chosen

MAX_BYTES = 1_000_000
MAX_MARKS = 400  # signs of markup in one paragraph; docutils takes the square of their number
MAX_TARGETS = 1_000  # of links; docutils takes the square of their number, and no text needs them
_TARGET = re.compile(r"^[ \t]*\.\. _[^:\n]*:[ \t]*$", re.MULTILINE)
_SETTINGS = {
    "file_insertion_enabled": False,  # no include, no csv-table from disk or net
    "raw_enabled": False,
    "_disable_config": True,
    "halt_level": 5,
    "report_level": 5,
    "doctitle_xform": False,
    "line_length_limit": 20_000,
}


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a reStructuredText document. Raises ``UnreadableError``."""
    check_size(document.text.encode(), MAX_BYTES)
    check_paragraphs(document.text)
    return shape.read(blocks(document.text), chosen, file=document.filename)


class _Words(Inliner):
    """The markup inside paragraphs, without what only makes links: docutils looks for addresses in long
    words from every letter on."""

    def init_customizations(self, settings: Any) -> None:
        """Forget addresses and numbers of standards; docutils calls it."""
        made = Inliner()  # it looks for pieces of its patterns in the class itself, and not in those above it
        made.init_customizations(settings)
        vars(self).update(vars(made))
        self.implicit_dispatch = []

    def parse(self, text: str, lineno: int, memo: Any, parent: Any) -> Any:
        """The nodes of a paragraph, and what is to say of it; one full of signs stays as it is written."""
        if sum(map(text.count, "`*_|[")) > MAX_MARKS or not any(map(str.isalnum, text)):
            return [nodes.Text(unescape(escape2null(text)))], []
        return super().parse(text, lineno, memo, parent)


class _Parser(Parser):
    """The parser of docutils, with our reading of words, and with a measure of what substitutions make."""

    def __init__(self) -> None:
        super().__init__(inliner=_Words())

    def get_transforms(self) -> list[Any]:
        """The steps after the parser; docutils calls it."""
        return [*super().get_transforms(), Measured]


def blocks(text: str) -> list[Block]:
    """The blocks of a text. Raises ``UnreadableError`` for one nested too deeply, or that unfolds too far."""
    rst_sphinx.register()
    text = rst_sphinx.with_marks_apart(rst_sphinx.referred(text))
    if len(_TARGET.findall(text)) > MAX_TARGETS:
        text = _TARGET.sub("", text)
    try:
        tree = publish_doctree(text, parser=_Parser(), settings_overrides=dict(_SETTINGS))
    except RecursionError:
        raise UnreadableError(
            "import-unreadable", "nested too deep to be read", "export it more plainly"
        ) from None
    unread = []
    for message in list(tree.findall(nodes.system_message)):  # what docutils has to say is no text
        if message.parent is not None:
            message.parent.remove(message)
            unread += _unread(message)
    _without_references(tree)
    for name in list(tree.findall(nodes.title_reference)):  # "`text <target_>`", "`target_`"
        name.parent.replace(name, nodes.Text(_TARGET_IN_TEXT.sub("", name.astext())))
    return [*_blocks(tree, 0, ""), *unread]


def _unread(message: nodes.system_message) -> list[Noise]:
    """The lines that docutils left out, such as a directive that it does not know, with its reason."""
    left = next(message.findall(nodes.literal_block), None)
    if left is None:
        return []
    why = tidy(message.children[0].astext()).rstrip(".")[:100]
    return [Noise(line=int(message.get("line", 1)), text=left.astext().strip()[:200], why=f"not read: {why}")]


_TARGET_IN_TEXT = re.compile(r"(?<=\S)\s{0,9}<[^<>]{1,200}>$|(?<=\w)_{1,2}$")
LINE_BREAK = "\u2028"
_UNREAD = (  # what docutils could not resolve, and what readers would see of it
    (re.compile(r"(?:(?<!\s)\s+)?\[(?:\d{1,4}|#[\w-]*|\*)\]_"), ""),
    (re.compile(r"(\[[\w.-]{1,60}\])_"), r"\1"),
    (re.compile(r"\|(?:br|newline)\|_{0,2}", re.IGNORECASE), LINE_BREAK),
    (
        re.compile(  # marks and pictures that another file defines
            r"(?:^|\s)\|(?:nbsp|[\w-]{0,30}(?:link|logo|icon|image|button))\|_{0,2}(?=\s|$)",
            re.IGNORECASE,
        ),
        "",
    ),
    (re.compile(r"\|([^|\n]{1,80})\|_{0,2}"), r"\1"),
    (
        re.compile(r"(?::[\w:.-]{1,40}:)?`(?:~[\w.]{0,80}\.)?([^`<]{1,200}?)(?:\s{0,9}<[^`]{0,400})?`_{0,2}"),
        r"\1",
    ),
    (re.compile(r"(?<=\w)_{1,2}$"), ""),
)


_UNSAID = (  # by entries
    nodes.comment, nodes.system_message, nodes.literal_block, nodes.target, nodes.footnote, nodes.citation,
)  # fmt: skip


def _without_references(tree: nodes.document) -> None:
    """Remove marks of footnotes, and of references that lead nowhere."""
    for mark in list(tree.findall(nodes.footnote_reference)):
        before = mark.parent.index(mark) - 1
        if before >= 0 and isinstance(mark.parent[before], nodes.Text):  # "an answer [1]_."
            mark.parent[before] = nodes.Text(mark.parent[before].astext().rstrip())
        mark.parent.remove(mark)
    for unread in list(tree.findall(nodes.problematic)):
        said = unread.astext()
        for pattern, instead in _UNREAD:
            said = pattern.sub(instead, said)
        unread.parent.replace(unread, nodes.Text(said))


def _blocks(node: nodes.Element, depth: int, listed: str, level: int = 0) -> Iterator[Block]:
    for child in node.children:
        if isinstance(child, nodes.section):
            yield from _blocks(child, depth + 1, "")
        elif isinstance(child, nodes.rubric):
            yield heading(_line(child), child.astext(), 6)
        elif isinstance(child, nodes.definition_list) and listed:
            for item in child.children:
                yield from _wrapped(item, listed, level)
        elif isinstance(child, nodes.title):
            yield heading(_line(child), child.astext(), depth)
        elif isinstance(child, nodes.definition_list):
            for item in child.children:
                if isinstance(item, nodes.definition_list_item):
                    yield from _defined(item)
        elif isinstance(child, nodes.field_list) and depth < 2 and _is_about(child):
            yield Noise(line=_line(child), text=tidy(child.astext())[:200], why="about the document")
        elif isinstance(child, nodes.field_list):
            yield from (_field(item) for item in child.children if isinstance(item, nodes.field))
        elif isinstance(child, nodes.table):
            yield from _table(child)
        elif isinstance(child, nodes.paragraph):
            yield from paragraph(_rows(child), listed, level)
        elif isinstance(child, nodes.bullet_list | nodes.enumerated_list):
            kind = "bullet" if isinstance(child, nodes.bullet_list) else "number1"
            for item in child.children:
                if isinstance(item, nodes.Element):
                    yield from _blocks(item, depth, kind, level + 1)
        elif isinstance(child, nodes.literal_block | nodes.doctest_block) and child.astext().strip():
            said = "\n".join(line.rstrip() for line in child.astext().strip("\n").split("\n"))
            yield Prose(line=_line(child), text=said, listed=level, verbatim=True)
        elif isinstance(child, _UNSAID):
            yield Noise(
                line=_line(child), text=child.astext()[:200], why=type(child).__name__.replace("_", " ")
            )
        elif isinstance(child, nodes.Element):
            yield from _blocks(child, depth, listed, level)


def _wrapped(item: Any, listed: str, level: int) -> Iterator[Block]:
    """A list item that docutils reads as a definition; text on the name's line belongs to the item."""
    parts = [part for part in item.children if isinstance(part, nodes.term)]
    term = parts[0] if len(parts) == 1 else None
    bold = term is not None and term.children and isinstance(term.children[0], nodes.strong)
    if term is None or (is_name_like(term.astext()) and not (bold and len(term.children) > 1)):
        yield _pair(item)
        return
    rows = _rows(term)
    for body in item.findall(nodes.definition):
        rows += [row for part in body.findall(nodes.paragraph) for row in _rows(part)]
    yield from paragraph(rows, listed, level)


def _line(node: Any) -> int:
    """The line of a node, or of the nearest node around it that has one."""
    while node is not None and not getattr(node, "line", None):
        node = node.parent
    return int(node.line) if node is not None else 1


def _rows(node: nodes.Element) -> list[SpanLine]:
    spans = []
    for part in node.findall(nodes.Text):
        bold = isinstance(part.parent, nodes.strong)
        spans.append(Span(text=part.astext(), bold=bold, link=isinstance(part.parent, nodes.reference)))
    return [(_line(node), spans)]


def _pair(item: nodes.definition_list_item) -> Pair:
    terms = [part for part in item.children if isinstance(part, nodes.term)]
    bodies = [part for part in item.children if isinstance(part, nodes.definition)]
    return Pair(
        line=_line(terms[0]) if terms else _line(item),
        names=tuple(clean_name(tidy(term.astext())) for term in terms),
        bodies=tuple("\n\n".join(tidy(child.astext()) for child in body.children) for body in bodies),
    )


MAX_TERM = 6  # words before a colon; more of them are a sentence over an indented text


def _defined(item: nodes.definition_list_item) -> Iterator[Block]:
    """An entry of a definition list; a sentence with a colon over an indented text is part of a text."""
    pair = _pair(item)
    said = item.children[0].astext().strip()
    if len(pair.names) == 1 and said.endswith(":") and count_words(said) > MAX_TERM:
        yield Prose(line=pair.line, text=tidy(said))
        yield from (Prose(line=pair.line, text=text) for text in pair.bodies)
    else:
        yield pair


def _field(item: nodes.field) -> Pair:
    name, body = item.children[0], item.children[1]
    return Pair(line=_line(item), names=(clean_name(tidy(name.astext())),), bodies=(tidy(body.astext()),))


_ABOUT = frozenset(  # fields at the head of a document
    ["author", "authors", "organization", "contact", "address", "version", "revision", "status", "date",
     "copyright", "license", "abstract", "dedication", "orphan", "tocdepth", "nocomments", "title",
     "language", "auteur", "auteurs", "autor", "autoren", "autores", "autore", "autori", "datum", "fecha",
     "data", "société", "societe", "firma", "empresa", "organisation", "sprache", "langue", "idioma",
     "lizenz", "licence", "licencia", "statut", "estado", "stand", "fassung"]
)  # fmt: skip


def _is_about(fields: nodes.field_list) -> bool:
    """Whether most fields of a list tell about the document, such as its author."""
    own = [field.children[0].astext().strip().lower() in _ABOUT for field in fields.findall(nodes.field)]
    return 2 * sum(own) > len(own)


def _row_line(row: nodes.row) -> int:
    """The line of the first paragraph of a row, because docutils gives rows no line."""
    lines = [int(part.line) for part in row.findall(nodes.paragraph) if part.line]
    return min(lines) if lines and min(lines) >= _line(row) else _line(row)


def _cell(entry: nodes.Node) -> str:
    """The words of a cell; a name may stand in each of its paragraphs, and on each line that it parts."""
    said = [tidy(part) for block in entry.children for part in block.astext().split(LINE_BREAK)]
    return "\n".join(filter(None, said))


def _table(node: nodes.table) -> Iterator[Block]:
    rows = [
        Row(line=_row_line(row), cells=tuple(_cell(entry) for entry in row.children))
        for row in node.findall(nodes.row)
    ]
    if rows:
        yield Table(
            line=rows[0].line,
            rows=tuple(rows),
            header=next(node.findall(nodes.thead), None) is not None or None,
        )
    for title in node.findall(nodes.title):
        yield Noise(line=_line(title), text=tidy(title.astext())[:200], why="caption of a table")
