"""Names in italics or links at the start of paragraphs, in documents whose paragraphs mostly begin so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from markdown_it.token import Token

from site_gen.sources.shape.blocks import count_words

ENOUGH, MOST = 4, 0.6  # paragraphs that begin in italics, and their share
WORDS = 7  # most words of a name
_BRACKETS = re.compile(r"\([^()]{1,60}\)\s*$")
_OR = re.compile(r"\s*(?:or|oder|ou|o|или|veya|/)\s*", re.IGNORECASE)


def settled(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with names in italics as bold ones if they set off the names of the document."""
    said = [
        token.children
        for before, token in pairwise(tokens)
        if token.type == "inline" and before.type == "paragraph_open" and token.children
    ]
    led = [(children, place) for children in said if (place := _start(children)) is not None]
    of_led = {id(children) for children, _ in led}
    linked = [children for children in said if id(children) not in of_led and _is_linked(children)]
    bold = any(child.type == "strong_open" for children in said for child in children[:2])
    share = (len(led) + len(linked)) / len(said) if len(linked) <= len(led) and led else 0
    if len(led) < ENOUGH or share < MOST or bold:
        return tokens
    for children, start in led:
        _set_bold(children, start)
    for children in linked:
        end = next(i for i, child in enumerate(children) if child.type == "link_close")
        children.insert(end + 1, Token("strong_close", "strong", -1))
        children.insert(0, Token("strong_open", "strong", 1))
    return tokens


def _set_bold(children: Sequence[Token], start: int) -> None:
    """Make the italics that begin at a place bold, and those that "or" joins to them."""
    close = next(i for i in range(start, len(children)) if children[i].type == "em_close")
    children[start].type, children[close].type = "strong_open", "strong_close"
    after = children[close + 1 : close + 3]
    if len(after) == 2 and after[1].type == "em_open" and _OR.fullmatch(after[0].content):
        _set_bold(children, close + 2)


def _is_linked(children: Sequence[Token]) -> bool:
    """Whether a paragraph begins with a link that may be a name, and goes on."""
    close = next((i for i, child in enumerate(children) if child.type == "link_close"), 0)
    name = "".join(child.content for child in children[:close])
    after = "".join(child.content for child in children[close + 1 :])
    begins = bool(close) and children[0].type in ("link_open", "text") and not children[0].content.strip()
    return begins and 0 < count_words(name) <= WORDS and count_words(after) > 1


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
    goes_on = count_words(after) > 1 or _COLON.match(after) is not None
    return told[0] if 0 < count_words(_BRACKETS.sub("", name)) <= WORDS and goes_on else None


_COLON = re.compile(r"\s?[:：]\s*\w")  # "*Apple* : pomme."
