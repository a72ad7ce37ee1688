"""Records of dictionaries with their meanings in lists of mappings, as one record for each meaning.

Dictionaries nest: a word has meanings, a meaning has definitions, a definition has its text under a key or in
a list. ``apart`` gives {"word": "queue", "senses": [{"glosses": ["Callers who wait."]}, …]} as several plain
records with "word" and "definition".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.column_contents import are_names
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.header_words import folded_set

Pairs = tuple[tuple[Leaf, Value], ...]
MOST = 0.9  # share of the records that have the key of the name
DEEP = 3  # levels of meanings inside meanings
_HOLDING = folded_set(
    "senses, sense, meanings, meaning, definitions, definition, entries, glosses, explanations, "
    "bedeutung, bedeutungs, définition, définitions, significado, acepción, "
    "lexical entries, bedeutungen, sens, significations, significados, acepciones, definiciones, значения, "
    "толкования, anlamlar"
)
_ONE = folded_set(
    "senses, sense, meanings, meaning, definitions, bedeutung, sens, significado, acepción, значение"
)
_OF_LIST = re.compile(
    r"(?P<held>.{3,40}?)[ _-]?(?:[Ll]ist[ea]?|LISTE?|[Aa]rray)"
)  # "definition_list", "senseList"
_TEXT = folded_set("text, plaintext, plain text, plain, value, content, gloss, definition, raw, html, en")
_NUMBER = re.compile(r"\d{1,2}|[a-z]|(?:sense|meaning|def|definition)[ _-]?\d{1,2}", re.IGNORECASE)
_KEPT = frozenset(["also", "topics", "short", "long"])


def apart(value: Value) -> Value:
    """The value with each record whose meanings are mappings as one record for each of them."""
    if isinstance(value, Many):
        items = (made for item in _named(value.items) for made in _records(item))
        return Many(items=tuple(items), line=value.line)
    if isinstance(value, Named):
        return Named(pairs=tuple((key, apart(inner)) for key, inner in value.pairs), line=value.line)
    return value


def _named(items: Sequence[Value]) -> Sequence[Value]:
    """The items with their name under a known key, if they have meanings and only another key tells it."""
    records = [item for item in items if isinstance(item, Named)]
    held = [one for one in records if any(_holds(*pair) for pair in one.pairs)]
    if len(held) < 2 or any(map(_is_word, held)):
        return items
    said: dict[str, list[str]] = {}
    for one in records:
        for key, inner in one.pairs:
            if isinstance(inner, Leaf) and role_of(key.text) in ("", "text"):
                said.setdefault(key.text, []).append(inner.text)
    most = MOST * len(records)
    own = next((key for key, texts in said.items() if len(texts) >= most and are_names(texts, 0)), None)
    if own is None:
        return items
    return [_renamed(item, own) if isinstance(item, Named) else item for item in items]


def _renamed(item: Named, own: str) -> Named:
    pairs = ((replace(k, text="term") if k.text == own else k, inner) for k, inner in item.pairs)
    return Named(pairs=tuple(pairs), line=item.line)


def _counted(item: Named) -> Named:
    """The record with texts under numbers, {"definition": {1: …, 2: …}}, as a list of meanings."""
    pairs = ((key, _listed(inner) if _is_text(key.text) else inner) for key, inner in item.pairs)
    return replace(item, pairs=tuple(pairs))


def _listed(value: Value) -> Value:
    parts = [inner for _, inner in value.pairs if isinstance(inner, Leaf)] if isinstance(value, Named) else []
    if (
        not isinstance(value, Named)
        or len(parts) < len(value.pairs)
        or not all(_NUMBER.fullmatch(key.text) for key, _ in value.pairs)
    ):
        return value
    if len(parts) == 1:
        return parts[0]
    key = Leaf(text="definition", line=value.line)
    return Many(items=tuple(Named(pairs=((key, part),), line=part.line) for part in parts), line=value.line)


def _records(item: Value) -> list[Value]:
    """The records of the meanings of an item; the item itself where it has none."""
    item = _counted(item) if isinstance(item, Named) else item
    held = [] if not isinstance(item, Named) else [pair for pair in item.pairs if _holds(*pair)]
    if not isinstance(item, Named) or len(held) != 1 or not _is_word(item):
        return [apart(item)]
    meanings = list(_meanings(held[0][1], DEEP))
    if not meanings or any(not pairs for pairs in meanings):
        return [apart(item)]
    shared = tuple(pair for pair in item.pairs if pair is not held[0])
    return [Named(pairs=(*shared, *pairs), line=item.line) for pairs in meanings]


def _holds(key: Leaf, value: Value) -> bool:
    """Whether a key of meanings has mappings as its value, or one mapping with a text."""
    if isinstance(value, Named) and _called(key.text) in _ONE:
        return any(names.fold(own.text) in _TEXT | _ONE or _is_text(own.text) for own, _ in value.pairs)
    items = value.items if isinstance(value, Many) else ()
    return is_of_meanings(key.text) and bool(items) and all(isinstance(one, Named) for one in items)


def is_of_meanings(key: str) -> bool:
    """Whether a key is one for the meanings of a word: "senses", "definition_list"."""
    return _called(key) in _HOLDING


def _called(key: str) -> str:
    """What a key is called, without an ending that only says that its value is a list."""
    listed = _OF_LIST.fullmatch(key)
    return names.fold(listed["held"] if listed else key)


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
    return next(_texts(item), None) or next(_others(item), None)


def _others(item: Named) -> Iterator[Leaf]:
    """The texts of a meaning under keys that are not known, if no key is."""
    for key, inner in item.pairs:
        if isinstance(inner, Leaf) and not role_of(key.text) and re.search(r"[^\W\d_]", inner.text):
            yield inner


def _texts(item: Named) -> Iterator[Leaf]:
    for key, inner in item.pairs:
        own = names.fold(key.text)
        if own not in _HOLDING | _TEXT and not _is_text(key.text):
            continue
        if isinstance(inner, Many) and inner.items:
            inner = inner.items[-1]
        if isinstance(inner, Named):
            told = (part for name, part in inner.pairs if names.fold(name.text) in _TEXT)
            inner = next((part for part in told if isinstance(part, Leaf)), inner)
        if isinstance(inner, Leaf) and inner.text.strip():
            yield inner


def _is_text(key: str) -> bool:
    return role_of(key) == "text" and is_exact(key)
