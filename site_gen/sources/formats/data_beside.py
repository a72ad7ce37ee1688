"""What stands beside the list of terms in a mapping of data: lists of other things, and what topics mean."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.formats import data_meaning, record
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.scope import names_glossary, speaks_of_glossary


def beside_terms(value: Named, chosen: Chosen) -> frozenset[str]:
    """The keys of what holds other things, if one list holds terms by a key such as "term"."""
    lists = {key.text: inner for key, inner in value.pairs if isinstance(inner, Many) and inner.items}
    own = {key for key, inner in lists.items() if _are_terms(inner, chosen)}
    others = {key for key, inner in lists.items() if key not in own and not data_meaning.names_terms(inner)}
    others = {key for key in others if own and not speaks_of_glossary(key.replace("_", " "))}
    others |= set() if own else _beside_glossary(value, chosen)
    about = {key.text for key, inner in value.pairs if data_meaning.explains_topics(key.text, inner)}
    keyed = (
        _values(inner) for key, inner in value.pairs if isinstance(inner, Named) and key.text not in about
    )
    terms = any(_are_records(inner, chosen) for inner in lists.values()) if about else False
    if about and (terms or any(_are_terms(inner, chosen) for inner in keyed)):
        others |= about
    others |= {key for key, inner in lists.items() if names.fold(key) in _OTHERS and not _defined(inner)}
    return frozenset(others | _remarks(value) if len(others) < len(value.pairs) else _remarks(value))


def _values(value: Named) -> Many:
    return Many(items=tuple(inner for _, inner in value.pairs), line=value.line)


def _beside_glossary(value: Named, chosen: Chosen) -> set[str]:
    """The keys of records with other fields than those under a key that is called a glossary."""
    held = {key.text: _records_in(inner) for key, inner in value.pairs}
    called = {key for key in held if names_glossary(key.replace("_", " ")) and len(held[key]) > 1}
    terms = [item for key in called for item in held[key]]
    if not terms or not _are_records(Many(items=tuple(terms), line=value.line), chosen):
        return set()
    fields = _keys(terms)
    return {
        key
        for key, items in held.items()
        if items and not speaks_of_glossary(key.replace("_", " ")) and not (_keys(items) & fields - _COMMON)
    }


_COMMON = frozenset(["id", "key", "slug", "url", "order", "position", "type", "lang"])


def _records_in(value: Value) -> Sequence[Named]:
    """The records of a list, also below keys that hold nothing else; a single one counts as well."""
    while isinstance(value, Named) and len(value.pairs) == 1:
        value = value.pairs[0][1]
    if isinstance(value, Named):
        return [value] if all(isinstance(inner, Leaf) for _, inner in value.pairs) else []
    items = value.items if isinstance(value, Many) else ()
    return [item for item in items if isinstance(item, Named)]


def _keys(items: Sequence[Named]) -> set[str]:
    return {names.fold(key.text) for item in items[:50] for key, _ in item.pairs}


_OTHERS = folded_set(
    "locales, languages, users, authors, contributors, editors, members, included, links, pagination, "
    "contenttypes, editorinterfaces, assets, webhooks, sprachen, autoren"
)


def _defined(value: Many) -> bool:
    return any(isinstance(item, Named) and data_meaning.defines(item) for item in value.items)


def _remarks(value: Named) -> set[str]:
    """The keys of remarks for people who edit the file: "_comment", "//", "$schema"."""
    marked = {key.text for key, _ in value.pairs if key.text.strip().startswith(("_", "//", "$", "#"))}
    return marked if 3 * len(marked) <= len(value.pairs) else set()


def _are_terms(value: Many, chosen: Chosen) -> bool:
    items = [item for item in value.items if isinstance(item, Named)]
    if len(items) < 2 or len(items) < len(value.items):
        return False
    named = mean(
        any(names.fold(key.text) in data_meaning.TERM_KEYS for key, _ in item.pairs) for item in items
    )
    return named > 0.5 and _are_records(value, chosen)


def _are_records(value: Many, chosen: Chosen) -> bool:
    items = [item for item in value.items if isinstance(item, Named)]
    key_role = record.key_roles(items, chosen)
    return len(items) > 1 and mean(record.is_record(item, key_role) for item in items) > 0.5
