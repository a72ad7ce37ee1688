"""Boxes that programs put around the values of a record: addresses of related pages, a text deep inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.model import names
from site_gen.sources.formats import record
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.header_roles import role_of

_TYPES = frozenset(  # of values in DynamoDB and Firestore
    ["S", "N", "BOOL", "NULL", "L", "SS", "stringValue", "integerValue", "doubleValue", "booleanValue",
     "nullValue", "timestampValue", "arrayValue", "referenceValue"]
)  # fmt: skip
_ADDRESS = re.compile(r"(?:https?://\S+|\.{0,2}/\S*|)", re.IGNORECASE)


def unboxed(value: Value) -> Value:
    """The value without boxes that hold only addresses, and with the one text of a record out of its box.

    {"title": "Hold", "_links": {"self": "https://…"}, "content": {"params": {"text": "…"}}}
    """
    if isinstance(value, Many):
        return Many(items=tuple(map(unboxed, value.items)), line=value.line)
    if not isinstance(value, Named):
        return value
    value = _untyped(_opened(value))
    of_lists = all(isinstance(inner, Many) for _, inner in value.pairs)  # a name of which nothing is said
    pairs = [
        (k, inner) for k, inner in value.pairs if isinstance(inner, Leaf) or of_lists or not _is_blank(inner)
    ]
    own = {role_of(key.text) for key, inner in pairs if isinstance(inner, Leaf)}
    if "name" in own and "text" not in own:
        pairs = [(key, _only_text(key, inner) or inner) for key, inner in pairs]
    return Named(pairs=tuple((key, unboxed(inner)) for key, inner in pairs), line=value.line)


_OF_RECORD = frozenset(["id", "type", "attributes", "links", "relationships", "meta", "documentId"])


def _opened(value: Named) -> Named:
    """A record with the fields that its program keeps under "attributes", and lists without "data" over them.

    {"id": 4, "attributes": {"term": "Hold", "synonyms": {"data": [{"attributes": {"name": "wait"}}]}}}
    """
    pairs = list(value.pairs)
    own = next((inner for key, inner in pairs if key.text == "attributes" and isinstance(inner, Named)), None)
    if own is not None and all(key.text in _OF_RECORD for key, _ in pairs):
        pairs = [*((key, inner) for key, inner in pairs if key.text != "attributes"), *own.pairs]
    return Named(pairs=tuple((key, _list_inside(inner)) for key, inner in pairs), line=value.line)


def _list_inside(value: Value) -> Value:
    if not isinstance(value, Named) or len(value.pairs) != 1:
        return value
    key, inner = value.pairs[0]
    return inner if key.text == "data" and isinstance(inner, Many) else value


def _untyped(value: Named) -> Named:
    """A record without the types that databases put around each value: {"term": {"S": "Hold"}, …}."""
    typed = [isinstance(inner, Named) and _of_type(inner) is not None for _, inner in value.pairs]
    if len(typed) < 2 or not all(typed):
        return value
    inside = (_of_type(inner) if isinstance(inner, Named) else None for _, inner in value.pairs)
    return Named(
        pairs=tuple((key, new or old) for (key, old), new in zip(value.pairs, inside, strict=True)),
        line=value.line,
    )


def _of_type(value: Named) -> Value | None:
    """The value that stands under the name of its type, alone; None for other mappings."""
    key, inner = value.pairs[0] if len(value.pairs) == 1 else (None, None)
    if key is None or inner is None or key.text not in _TYPES:
        return None
    if isinstance(inner, Named) and len(inner.pairs) == 1:  # {"arrayValue": {"values": […]}}
        inner = inner.pairs[0][1]
    if isinstance(inner, Many):
        items = ((_of_type(one) if isinstance(one, Named) else None) or one for one in inner.items)
        return Many(items=tuple(items), line=inner.line)
    return inner


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
