"""Mappings that write out records key by key: {"keel_label": "Keel", "keel": "The beam …", …}."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.header_words import LANGUAGES
from site_gen.sources.shape.scope import names_glossary, speaks_of_glossary

FEWEST, SHARE = 2, 0.7  # records, and the share of all keys that is in records
_PARTS = re.compile(r"(?P<base>.+?)(?:[._-]|(?<=[a-z\d])(?=[A-Z]))(?P<field>[A-Za-z]+)")
_SIGNS = re.compile(r"[._-]|(?<=[a-z\d])(?=[A-Z])")
_OF_WORDS = re.compile(
    r"[Gg]loss|(?:^|[._-])term(?![a-z])|Term(?![a-z])|[Dd]efin|(?:^|[._-])def(?![a-z])|vocab|meaning"
)
PLACES = (-1, 0, 1, 2)  # parts of a key of which one may tell the field
_NUMBERED = re.compile(r"(?P<field>[A-Za-z]+)[._-]?(?P<base>\d+)")
_TEXTS = ("definition", "description", "def", "desc", "text", "meaning", "tooltip", "explanation")
_LABELS = frozenset(["label", "title", "name", "term", "word"])


def apart(value: Value) -> Value:
    """The value with the records of each such mapping as a list in it; other values stay as they are."""
    if isinstance(value, Many):
        if (listed := _as_mapping(value)) and _groups(listed):
            return apart(listed)
        return Many(items=tuple(map(apart, value.items)), line=value.line)
    if not isinstance(value, Named):
        return value
    value = _nested(_without_prefix(_labelled(value)))
    groups = _groups(value)
    if not groups:
        return Named(pairs=tuple((key, apart(inner)) for key, inner in value.pairs), line=value.line)
    held = {key.text for group in groups for key, _ in group.values()}
    records = Many(items=tuple(map(_record, groups)), line=value.line)
    rest = tuple(pair for pair in value.pairs if pair[0].text not in held)
    return Named(pairs=(*rest, (Leaf(text="terms", line=value.line), records)), line=value.line)


_LABEL = re.compile(r"\s*(?P<name>[^:\n]{1,60}?)(?::| [–—-])\s+(?P<text>\S[^\0]*)")
LABELLED = 0.8  # share of texts that begin with their own key


def _labelled(value: Named) -> Named:
    """A mapping whose texts begin with the words of their keys, with these as the names: "Hold: a pause"."""
    said = [_LABEL.fullmatch(inner.text) if isinstance(inner, Leaf) else None for _, inner in value.pairs]
    told = [
        found if found and _letters(key.text).endswith(_letters(found["name"]) or "?") else None
        for (key, _), found in zip(value.pairs, said, strict=True)
    ]
    if len(value.pairs) < FEWEST or sum(map(bool, told)) < LABELLED * len(value.pairs):
        return value
    pairs = tuple(
        (replace(key, text=found["name"]), Leaf(text=found["text"], line=inner.line))
        if found
        else (key, inner)
        for (key, inner), found in zip(value.pairs, told, strict=True)
    )
    return Named(pairs=pairs, line=value.line)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _nested(value: Named) -> Named:
    """The mapping with keys that begin with a word for a glossary, "terms.hold", as one of their own."""
    held: dict[str, list[tuple[Leaf, Value]]] = {}
    for key, inner in value.pairs:
        head, sign, rest = key.text.partition(".")
        if sign and rest and isinstance(inner, Leaf) and names_glossary(head.replace("_", " ")):
            held.setdefault(head, []).append((replace(key, text=rest), inner))
    own = {head: pairs for head, pairs in held.items() if len(pairs) >= NESTED}
    if not own:
        return value
    taken = {id(inner) for pairs in own.values() for _, inner in pairs}
    others = [pair for pair in value.pairs if id(pair[1]) not in taken]
    nested = [
        (replace(pairs[0][0], text=head), Named(pairs=tuple(pairs), line=pairs[0][0].line))
        for head, pairs in own.items()
    ]
    return Named(pairs=(*others, *nested), line=value.line)


NESTED = 3  # keys with the same first word


def _as_mapping(value: Many) -> Named | None:
    """A list of keys with their texts as a mapping: [{"key": "hold.name", "value": "Hold"}, …]."""
    pairs = []
    for item in value.items:
        parts = {key.text.lower(): inner for key, inner in item.pairs} if isinstance(item, Named) else {}
        key, text = (parts.get(one) for one in ("key", "value"))
        if not isinstance(key, Leaf) or not isinstance(text, Leaf):
            return None
        pairs.append((key, text))
    return Named(pairs=tuple(pairs), line=value.line)


def _without_prefix(value: Named) -> Named:
    """A mapping of names, without the word before each of them: {"term.hold": "A pause …"}."""
    parted = [_FIRST.fullmatch(key.text) for key, _ in value.pairs]
    firsts = {found["first"].lower() for found in parted if found}
    texts = [
        inner.text for _, inner in value.pairs if isinstance(inner, Leaf) and count_words(inner.text) > 2
    ]
    if len(value.pairs) < 2 or len(firsts) != 1 or not all(parted) or len(texts) < len(value.pairs):
        return value
    first = next(iter(firsts))
    rest = [found["name"] for found in parted if found]
    fields = sum(is_exact(_SIGNS.split(name)[-1].lower()) for name in rest)
    if 2 * fields >= len(rest) or not _says_word(first):
        return value
    pairs = zip(rest, value.pairs, strict=True)
    made = ((Leaf(text=_SPACED.sub(" ", name), line=key.line), inner) for name, (key, inner) in pairs)
    return Named(pairs=tuple(made), line=value.line)


def _says_word(first: str) -> bool:
    """Whether the word before keys is one for terms or their definitions; any program has a "text.hello"."""
    told = first in _LABELS or role_of(first) == "text"
    return (told and first not in _OF_PROGRAMS) or speaks_of_glossary(first)


_OF_PROGRAMS = frozenset(["label", "title", "name", "text", "texts", "content", "message"])
_FIRST = re.compile(
    r"(?P<first>[A-Za-z](?:[a-z]{2,19}|[A-Z]{2,19}))(?:[._-]++|(?<=[a-z])(?=[A-Z]))(?P<name>[\w.-]+)"
)
_SPACED = re.compile("[._-]+|(?<=[a-z])(?=[A-Z])")
_Group = dict[str, tuple[Leaf, Value]]


def _groups(value: Named) -> Sequence[_Group]:
    """The keys of a mapping by the record that they belong to; an empty list if it has much else."""
    if len(value.pairs) < 2 * FEWEST or not all(isinstance(inner, Leaf) for _, inner in value.pairs):
        return []
    keys = {key.text for key, _ in value.pairs}
    ways: list[Callable[[str], tuple[str, str]]] = [lambda key: _split(key, keys)]
    if says_words(keys):
        ways += [partial(_split_at, place=place) for place in PLACES]
    return next(filter(None, (_grouped(value, way) for way in ways)), [])


def says_words(keys: Collection[str]) -> bool:
    """Whether keys speak of terms or their definitions, unlike those of a program: "glossary_hold_text"."""
    return any(map(_OF_WORDS.search, keys))


def _grouped(value: Named, way: Callable[[str], tuple[str, str]]) -> Sequence[_Group]:
    groups: dict[str, _Group] = {}
    for key, inner in value.pairs:
        base, field = way(key.text)
        groups.setdefault(base, {}).setdefault(field, (key, inner))
    whole = [group for group in groups.values() if "name" in group and "text" in group]
    enough = len(whole) >= FEWEST and sum(map(len, whole)) >= SHARE * len(value.pairs)
    return whole if enough else []


def _split_at(key: str, place: int) -> tuple[str, str]:
    """The record that a key belongs to, and its field, told at one place of it: "glossary_term_hold"."""
    parts = _SIGNS.split(key)
    field = parts.pop(place).lower() if place < len(parts) > 1 else ""
    base = ".".join(parts)
    if not is_exact(field) or base.lower() in LANGUAGES:  # "term.de" beside "term.en": one term
        return key, ""
    return base, "name" if _is_label(field) else "text" if role_of(field) == "text" else field


def _is_label(field: str) -> bool:
    """Whether a part of a key says that its text is a name, in any language: "titel"."""
    return field in _LABELS or (is_exact(field) and role_of(field) == "name")


def _split(key: str, keys: Collection[str]) -> tuple[str, str]:
    """The record that a key belongs to, and its field there: "name", "text" or what the key says."""
    if any(f"{key}{sign}{label}" in keys for sign in "._-" for label in _LABELS):
        return key, "text"
    if any(f"{key}{sign}{text}" in keys for sign in "._-" for text in _TEXTS):
        return key, "name"
    found = _NUMBERED.fullmatch(key) or _PARTS.fullmatch(key)
    if not found:
        return key, ""
    field = found["field"].lower()
    if _is_label(field):
        return found["base"], "name"
    return found["base"], "text" if is_exact(field) and role_of(field) == "text" else field


def _record(group: _Group) -> Named:
    """A record with the keys "term" and "definition", and what else is said of it."""
    called = {"name": "term", "text": "definition"}
    pairs = tuple(
        (Leaf(text=called.get(field, field), line=key.line), inner) for field, (key, inner) in group.items()
    )
    return Named(pairs=pairs, line=pairs[0][0].line)
