"""Plain text on its way to a page: without control characters, escaped, with links in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from markdown_it.common.utils import escapeHtml

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("[\r\n]")

Link = tuple[int, int, str]  # where it starts and ends, and what a ``term:`` link to it would name


class Linked(NamedTuple):
    """Plain text, and the links in it from left to right."""

    text: str
    links: tuple[Link, ...] = ()

    def html(self, url: Callable[[str], str]) -> str:
        """Safe HTML on one line; ``url`` turns what a link names into an address, "" where there is none."""
        parts: list[str] = []
        at = 0
        for start, end, target in self.links:
            address, words = url(target), escaped(self.text[start:end])
            parts.append(escaped(self.text[at:start]))
            parts.append(f'<a class="gl-t" href="{escaped(address)}">{words}</a>' if address else words)
            at = end
        return "".join((*parts, escaped(self.text[at:])))


def escaped(text: str) -> str:
    """Plain text as safe HTML on one line."""
    return inert(escapeHtml(plain(text)))


def plain(text: str) -> str:
    """Plain text for a place on one line of a page."""
    return visible(_BREAK.sub(" ", text))


def inert(html: str) -> str:
    """HTML without braces: extensions and plugins of builders look for {{ }} and {-- --} in all of a page."""
    return html.replace("{", "&#123;").replace("}", "&#125;")


def visible(text: str) -> str:
    """The text without control characters, which builders use as markers of their own."""
    return _UNSEEN.sub("", text)
