"""Items of a Markdown list whose first line is a name and whose next line is its text: "- Queue", "  The …".

No sign parts the two, and Markdown itself joins the lines. They are only parted in a document that calls
itself a glossary, where nearly all items are written so; steps over their explanation are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from site_gen.sources.shape.blocks import is_name_like, labels
from site_gen.sources.shape.scope import says_words

ENOUGH, SHARE = 3, 0.8  # such items, and their share of the items of the document
NAME, WORDS = 45, 6  # characters and words of a name; a longer line was broken off at its margin
_MARKS = re.compile(r"^([`*_]?)([^`*_].*?)\1\s*$")
_GOES_ON = re.compile(r"[a-zß-ÿ,;.)]")


def with_names(tokens: Sequence[Token], filename: str) -> frozenset[int]:
    """The inline tokens, by identity, whose first line is a name over its text."""
    stem = filename.rsplit(".", 1)[0].replace("-", " ").replace("_", " ")
    if not says_words(stem) and not any(map(says_words, _headings(tokens))):
        return frozenset()
    items = list(_items(tokens))
    named = [token for token in items if _has_name(token)]
    if len(named) < ENOUGH or len(named) < SHARE * len(items):
        return frozenset()
    return frozenset(map(id, named))


def _headings(tokens: Sequence[Token]) -> Iterator[str]:
    return (tokens[place + 1].content for place, token in enumerate(tokens) if token.type == "heading_open")


def _items(tokens: Sequence[Token]) -> Iterator[Token]:
    """The first paragraph of each item of an outermost list."""
    depth, first = 0, False
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "list_item_open":
            first = depth == 1
        elif token.type == "inline" and first:
            first = False
            yield token


def _has_name(token: Token) -> bool:
    head, _, rest = token.content.partition("\n")
    found = _MARKS.match(head.strip())
    name = found[2] if found else ""
    if not rest.strip() or len(name) > NAME or not is_name_like(name, WORDS) or any(labels(name, "")):
        return False
    return not _GOES_ON.match(rest.strip())
