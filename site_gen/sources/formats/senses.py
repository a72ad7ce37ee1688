"""Records of dictionaries with their meanings in lists of mappings, as one record for each meaning.

Dictionaries nest: a word has meanings, a meaning has definitions, a definition has its text under a key or in
a list. ``apart`` gives {"word": "queue", "senses": [{"glosses": ["Callers who wait."]}, …]} as several plain
records with "word" and "definition".
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.model import names
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.columns import is_exact, role_of
from site_gen.sources.shape.header_words import folded_set

Pairs = tuple[tuple[Leaf, Value], ...]
DEEP = 3  # levels of meanings inside meanings
_HOLDING = folded_set(
    "senses, sense, meanings, meaning, definitions, definition, entries, glosses, explanations, "
    "lexical entries, bedeutungen, sens, significations, significados, acepciones, definiciones, значения, "
    "толкования, anlamlar"
)
_TEXT = folded_set("text, plaintext, plain text, plain, value, content, gloss, definition, raw, html, en")
_KEPT = frozenset(["also", "topics", "short", "long"])


def apart(value: Value) -> Value:
    """The value with each record whose meanings are mappings as one record for each of them."""
    if isinstance(value, Many):
        items = (made for item in value.items for made in _records(item))
        return Many(items=tuple(items), line=value.line)
    if isinstance(value, Named):
        return Named(pairs=tuple((key, apart(inner)) for key, inner in value.pairs), line=value.line)
    return value


def _records(item: Value) -> list[Value]:
    """The records of the meanings of an item; the item itself where it has none."""
    held = [] if not isinstance(item, Named) else [pair for pair in item.pairs if _holds(*pair)]
    if not isinstance(item, Named) or len(held) != 1 or not _is_word(item):
        return [apart(item)]
    meanings = list(_meanings(held[0][1], DEEP))
    if not meanings or any(not pairs for pairs in meanings):
        return [apart(item)]
    shared = tuple(pair for pair in item.pairs if pair is not held[0])
    return [Named(pairs=(*shared, *pairs), line=item.line) for pairs in meanings]


def _holds(key: Leaf, value: Value) -> bool:
    """Whether a key of meanings has mappings as its value."""
    items = value.items if isinstance(value, Many) else ()
    return names.fold(key.text) in _HOLDING and bool(items) and all(isinstance(one, Named) for one in items)


def _is_word(item: Named) -> bool:
    """Whether a record has a name, and no text beside its meanings."""
    told = {role_of(k.text) for k, inner in item.pairs if isinstance(inner, Leaf) and is_exact(k.text)}
    return "name" in told and "text" not in told


def _meanings(value: Value, depth: int) -> Iterator[Pairs]:
    """The pairs of each meaning: its text and other names; empty for what is no meaning."""
    for item in value.items if isinstance(value, Many) else (value,):
        if not isinstance(item, Named):
            yield ()
            continue
        kept = tuple(p for p in item.pairs if is_exact(p[0].text) and role_of(p[0].text) in _KEPT)
        inner = next((part for key, part in item.pairs if depth and _holds(key, part)), None)
        if inner is not None:
            for pairs in _meanings(inner, depth - 1):
                yield (*kept, *pairs) if pairs else ()
        else:
            text = _text(item)
            named = any(role_of(k.text) == "name" and is_exact(k.text) for k, _ in item.pairs)
            key = Leaf(text="definition", line=item.line)
            yield () if text is None or named else ((key, text), *kept)


def _text(item: Named) -> Leaf | None:
    """The text of a meaning: under its key, in a mapping there, or the last of a list from wide to narrow."""
    for key, inner in item.pairs:
        own = names.fold(key.text)
        if own not in _HOLDING | _TEXT and not (role_of(key.text) == "text" and is_exact(key.text)):
            continue
        if isinstance(inner, Many) and inner.items:
            inner = inner.items[-1]
        if isinstance(inner, Named):
            told = (part for name, part in inner.pairs if names.fold(name.text) in _TEXT)
            inner = next((part for part in told if isinstance(part, Leaf)), inner)
        if isinstance(inner, Leaf) and inner.text.strip():
            return inner
    return None
