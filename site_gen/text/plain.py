"""Plain text for a page: control characters removed, HTML escaped, links added."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.common.utils import escapeHtml

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("[\r\n]")

Link = tuple[int, int, str]  # (start, end, target): positions in the text, and a slug or another target


@dataclass(frozen=True, slots=True)
class Linked:
    """Plain text and its links, from left to right and without overlap."""

    text: str
    links: tuple[Link, ...] = ()

    def html(self, url: Callable[[str], str]) -> str:
        """Safe HTML on one line; ``url`` returns the address of a target, "" for no link."""
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
    """The text on one line, without control characters."""
    return text if text.isprintable() else visible(_BREAK.sub(" ", text))


def inert(html: str) -> str:
    """HTML with braces as character references: plugins of builders replace {{ }} and {-- --} anywhere."""
    return html.replace("{", "&#123;").replace("}", "&#125;")


def visible(text: str) -> str:
    """The text without control characters, because builders use these as internal markers."""
    return text if text.isprintable() else _UNSEEN.sub("", text)  # none of them can be printed
