"""Editors' Markdown: parsed once by markdown-it-py, without raw HTML, images or heading tricks.

No text of an editor passes through Python-Markdown, whose attribute lists would let an ``onclick`` through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

TERM_LINK = "term:"
_SAFE_LINK = re.compile(r"(?:https?://|mailto:|term:|#)", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class _Renderer(RendererHTML):
    """HTML on one line: builders look for their own syntax at line starts, and must find none of ours."""

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return escapeHtml(tokens[idx].content)

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self.code_block(tokens, idx, options, env)

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        code = escapeHtml(tokens[idx].content).replace("\n", "&#10;")
        return f"<pre><code>{code}</code></pre>"

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A ``term:`` link gets the address of its page; one that leads nowhere stays as its text."""
        href = str(tokens[idx].attrs.get("href", ""))
        is_term = href.startswith(TERM_LINK)
        address = env["url"](href.removeprefix(TERM_LINK)) if is_term else href if is_safe_link(href) else ""
        env["open"].append(bool(address))
        if not address:
            return ""
        kind = ' class="gl-t"' if is_term else "" if href.startswith("#") else ' rel="noopener"'
        return f'<a href="{escapeHtml(address)}"{kind}>'

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</a>" if env["open"].pop() else ""

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"<{_below_page_headings(tokens[idx])}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"</{_below_page_headings(tokens[idx])}>"


def _below_page_headings(token: Token) -> str:
    return f"h{min(6, int(token.tag[1]) + 2)}"


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer)
    parser.enable(["table", "strikethrough"])
    parser.disable("reference")
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # judged when rendered, and by the checks
    return parser


def is_safe_link(url: str) -> bool:
    """An address that may stand in a page: the web, mail, another term, or an anchor."""
    return _SAFE_LINK.match(url.strip()) is not None


_PARSER = _parser()


def parse(text: str) -> list[Token]:
    """Block tokens; in inline tokens, text that only a line break parts is one text token."""
    tokens = _PARSER.parse(visible(text))
    for token in tokens:
        if token.children:
            token.children = list(_joined(token.children))
    return tokens


def _joined(children: list[Token]) -> Iterator[Token]:
    """A label may run over a line end, so soft breaks become spaces inside one text."""
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


def render(tokens: Sequence[Token], url: Callable[[str], str]) -> str:
    """Safe HTML on one line; ``url`` turns a slug into the address of its page, "" where there is none."""
    html: str = _PARSER.renderer.render(tokens, _PARSER.options, {"url": url, "open": []})
    return html.replace("\n", "")


def visible(text: str) -> str:
    """The text without control characters, which builders use as markers of their own."""
    return _UNSEEN.sub("", text)


def targets(tokens: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """(address, line from 0) of each link an editor wrote; of an image, with "!" before the address."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrs.get("href", "")), (token.map or [0])[0]
            elif child.type == "image":
                yield f"!{child.attrs.get('src', '')}", (token.map or [0])[0]
