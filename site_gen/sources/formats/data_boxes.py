"""Boxes that programs put around the values of a record: addresses of related pages, a text deep inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.model import names
from site_gen.sources.formats import record
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.columns import role_of

_ADDRESS = re.compile(r"(?:https?://\S+|\.{0,2}/\S*|)", re.IGNORECASE)


def unboxed(value: Value) -> Value:
    """The value without boxes that hold only addresses, and with the one text of a record out of its box.

    {"title": "Hold", "_links": {"self": "https://…"}, "content": {"params": {"text": "…"}}}
    """
    if isinstance(value, Many):
        return Many(items=tuple(map(unboxed, value.items)), line=value.line)
    if not isinstance(value, Named):
        return value
    pairs = [(key, inner) for key, inner in value.pairs if isinstance(inner, Leaf) or not _is_blank(inner)]
    own = {role_of(key.text) for key, inner in pairs if isinstance(inner, Leaf)}
    if "name" in own and "text" not in own:
        pairs = [(key, _only_text(key, inner) or inner) for key, inner in pairs]
    return Named(pairs=tuple((key, unboxed(inner)) for key, inner in pairs), line=value.line)


def _is_blank(value: Value) -> bool:
    """Whether a list or mapping says nothing in words: it is empty, or holds addresses only."""
    return all(_ADDRESS.fullmatch(leaf.text.strip()) for _, leaf in _leaves("", value))


def _only_text(key: Leaf, value: Value) -> Leaf | None:
    """The text in a mapping under a key for texts, if it is the only one there and stands deeper inside."""
    if not isinstance(value, Named) or role_of(key.text) != "text" or record.is_plain(value):
        return None
    if any(isinstance(inner, Many) for _, inner in value.pairs):
        return None
    told = [
        leaf
        for own, leaf in _leaves(key.text, value, named=False)
        if (role_of(own) == "text" or names.fold(own) in record.WRAPPING)
        and count_words(leaf.text) >= record.PROSE
    ]
    return told[0] if len(told) == 1 else None


def _leaves(key: str, value: Value, named: bool = True) -> Iterator[tuple[str, Leaf]]:
    """The texts in a value, each with the key that holds it; no ``named`` record unless so."""
    if isinstance(value, Leaf):
        yield key, value
    elif isinstance(value, Many):
        for item in value.items:
            yield from _leaves(key, item, named)
    elif named or not record.has_name(value):
        for own, inner in value.pairs:
            yield from _leaves(own.text, inner, named)
