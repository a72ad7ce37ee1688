"""Names in italics at the start of their paragraphs, in documents whose paragraphs mostly begin so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from markdown_it.token import Token

from site_gen.sources.shape.blocks import count_words

ENOUGH, MOST = 4, 0.6  # paragraphs that begin in italics, and their share
WORDS = 7  # most words of a name


def settled(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with names in italics as bold ones if they set off the names of the document."""
    said = [
        token.children
        for before, token in pairwise(tokens)
        if token.type == "inline" and before.type == "paragraph_open" and token.children
    ]
    led = [(children, place) for children in said if (place := _start(children)) is not None]
    bold = any(child.type == "strong_open" for children in said for child in children[:2])
    if len(led) < ENOUGH or len(led) < MOST * len(said) or bold:
        return tokens
    for children, start in led:
        close = next(i for i in range(start, len(children)) if children[i].type == "em_close")
        children[start].type, children[close].type = "strong_open", "strong_close"
    return tokens


def _start(children: Sequence[Token]) -> int | None:
    """The place of the italics that begin a paragraph, if other words follow them."""
    told = [i for i, child in enumerate(children[:3]) if child.type == "em_open"]
    if not told or any(child.type == "text" and child.content.strip() for child in children[: told[0]]):
        return None
    close = next((i for i in range(told[0], len(children)) if children[i].type == "em_close"), None)
    if close is None:
        return None
    name = "".join(child.content for child in children[told[0] : close])
    after = "".join(child.content for child in children[close:] if child.type == "text")
    return told[0] if 0 < count_words(name) <= WORDS and count_words(after) > 1 else None
