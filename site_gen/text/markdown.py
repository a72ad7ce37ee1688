"""Markdown in corpus files: parsed by markdown-it-py, and rendered without raw HTML and images.

These texts never go through Python-Markdown, because its attribute lists would allow an ``onclick``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from site_gen.corpus.layout import PAGE_LINK
from site_gen.text.paragraphs import Run, is_plain, is_prose, parts, runs
from site_gen.text.plain import Linked, inert, visible

TERM_LINK = "term:"
_SAFE_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of plain paragraphs only, with its links; such a text is not parsed into tokens."""

    paragraphs: tuple[Linked, ...]


Parsed = Prose | list[Token]


class _Renderer(RendererHTML):
    """Renders HTML on one line, because builders would read their own syntax at the start of a line."""

    def renderToken(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: N802
        """The tag without a line break; the method of the base class would add line breaks."""
        token = tokens[idx]
        if token.hidden:  # a paragraph in a tight list has no tag
            return ""
        attributes = self.renderAttrs(token) if token.attrs else ""
        return f"</{token.tag}>" if token.nesting == -1 else f"<{token.tag}{attributes}>"

    def linked(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        linked: Linked = tokens[idx].meta["linked"]
        return linked.html(env["url"])

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return escapeHtml(tokens[idx].content)

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self.code_block(tokens, idx, options, env)

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        code = escapeHtml(tokens[idx].content).replace("\n", "&#10;")
        return f"<pre><code>{code}</code></pre>"

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The opening tag of a link; "" for an unsafe link or an unknown term, shown as text only."""
        href = str(tokens[idx].attrs.get("href", ""))
        is_term = href.startswith(TERM_LINK)
        if is_term or href.startswith(PAGE_LINK):
            address = env["url"](href.removeprefix(TERM_LINK))
        else:
            address = href if is_safe_link(href) else ""
        env["open"].append(bool(address))
        if not address:
            return ""
        if is_term:
            return f'<a class="gl-t" href="{escapeHtml(address)}">'
        rel = "" if href.startswith(("#", PAGE_LINK)) else ' rel="noopener"'
        return f'<a href="{escapeHtml(address)}"{rel}>'

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</a>" if env["open"].pop() else ""

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return _cell(tokens[idx])

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return _cell(tokens[idx])

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"<{_below_page_headings(tokens[idx])}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"</{_below_page_headings(tokens[idx])}>"


def _cell(token: Token) -> str:
    """The tag of a cell, with an ``align`` attribute: a strict content security policy blocks ``style``."""
    side = str(token.attrs.get("style", "")).removeprefix("text-align:")
    return f'<{token.tag} align="{side}">' if side else f"<{token.tag}>"


def _below_page_headings(token: Token) -> str:
    return f"h{min(6, int(token.tag[1]) + 2)}"


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer)
    parser.enable(["table", "strikethrough"])
    parser.disable(["reference", "html_block", "html_inline"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # judged when rendered, and by the checks
    return parser


def is_safe_link(url: str) -> bool:
    """Whether a page may have a link to this address: http(s), mailto, another term, or an anchor."""
    return url.startswith(TERM_LINK) or _SAFE_LINK.match(url.strip()) is not None


_PARSER = _parser()


def parse(text: str) -> list[Token]:
    """The block tokens of a Markdown text.

    In their inline tokens, texts that only a line break separates are joined into one text token.
    """
    text = visible(text)
    tokens = [token for run in runs(text) for token in _tokens(run)]
    for token in tokens:
        if token.children:
            token.children = list(_joined(token.children))
    return tokens


def paragraphs(text: str) -> list[str] | None:
    """The paragraphs of a text that has only plain paragraphs, each on one line; None for any other text."""
    text = visible(text)
    if not (is_plain(text) and is_prose(text)):
        return None
    return [part.replace("\n", " ") for part in map(str.strip, text.split("\n\n")) if part]


def unlinked(text: str) -> Parsed:
    """The Markdown text parsed, without links to terms added."""
    plain_ones = paragraphs(text)
    return parse(text) if plain_ones is None else Prose(tuple(map(Linked, plain_ones)))


def _tokens(run: Run) -> Iterator[Token]:
    """The tokens that ``_PARSER`` gives for a run; for paragraphs and plain lists without calling it."""
    if run.kind == "other":
        for token in _PARSER.parse(run.text):
            token.map = token.map and [run.line + line for line in token.map]
            yield token
        return
    tokens_of = _paragraph if run.kind == "prose" else _list
    for number, rows in parts(run.text):
        if rows[0].strip():
            yield from tokens_of(rows, run.line + number)


def _paragraph(rows: Sequence[str], line: int, *, hidden: bool = False) -> Iterator[Token]:
    inline = _inline("\n".join(rows).strip())
    inline.map = [line, line + len(rows)]
    yield Token("paragraph_open", "p", 1, hidden=hidden)
    yield inline
    yield Token("paragraph_close", "p", -1, hidden=hidden)


def _list(rows: Sequence[str], line: int) -> Iterator[Token]:
    """The tokens of a tight list, whose paragraphs have no tags. Each row starts or continues an item."""
    starts = [number for number, row in enumerate(rows) if row.startswith("-")]
    yield Token("bullet_list_open", "ul", 1)
    for start, end in pairwise([*starts, len(rows)]):
        yield Token("list_item_open", "li", 1)
        yield from _paragraph([row[2:] for row in rows[start:end]], line + start, hidden=True)
        yield Token("list_item_close", "li", -1)
    yield Token("bullet_list_close", "ul", -1)


def _inline(text: str) -> Token:
    if not is_plain(text):
        return _PARSER.parseInline(text)[0]
    inside = [Token("text", "", 0, content=text.replace("\n", " "))]
    return Token("inline", "", 0, content=text, children=inside)


def _joined(children: list[Token]) -> Iterator[Token]:
    """The tokens with soft line breaks as spaces and texts joined, so that a label may cross a line end."""
    last: Token | None = None
    for token in children:
        if token.type == "softbreak":
            token = Token("text", "", 0, content=" ", level=token.level)
        if token.type == "text" and last is not None and last.type == "text":
            last.content += token.content
            continue
        if last is not None:
            yield last
        last = token
    if last is not None:
        yield last


def render(parsed: Parsed, url: Callable[[str], str]) -> str:
    """Safe HTML on one line; ``url`` returns the address of the page of a slug, "" if there is no page."""
    if isinstance(parsed, Prose):
        return "".join([f"<p>{linked.html(url)}</p>" for linked in parsed.paragraphs])
    html: str = _PARSER.renderer.render(parsed, _PARSER.options, {"url": url, "open": []})
    return inert(visible(html.replace("\n", "").replace("\r", "")))  # the parser decoded "&#13;" before


def link_text(token: Token, linked: Linked) -> None:
    """Change an inline text token so that it is rendered as ``linked``."""
    token.type, token.meta = "linked", {"linked": linked}


def targets(tokens: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """(address, line from 0) of each link that an editor wrote; images have "!" before the address."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrs.get("href", "")), (token.map or [0])[0]
            elif child.type == "image":
                yield f"!{child.attrs.get('src', '')}", (token.map or [0])[0]


def plain_text(text: str) -> str:
    """Markdown as the words that a reader would see, on one line."""
    return shown(unlinked(text)) if text else ""


def shown(parsed: Parsed) -> str:
    """The words of a parsed text as readers see them, on one line; added links change nothing."""
    if isinstance(parsed, Prose):
        text = " ".join([linked.text for linked in parsed.paragraphs])
    else:
        text = " ".join(
            "".join(one.content for one in token.children or (token,)) for token in parsed if token.content
        )
    return " ".join(text.split())


def running_text(text: str) -> str:
    """The words of a Markdown text without its code, each block on a line of its own."""
    plain_ones = paragraphs(text)
    if plain_ones is not None:
        return "\n".join(plain_ones)
    blocks = (
        "".join("…" if one.type == "code_inline" else one.content for one in token.children)
        for token in parse(text)
        if token.children
    )
    return "\n".join(" ".join(block.split()) for block in blocks)
