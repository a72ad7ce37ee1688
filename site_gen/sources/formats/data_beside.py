"""What stands beside the list of terms in a mapping of data: lists of other things, and what topics mean."""

from __future__ import annotations

from statistics import mean

from site_gen.model import names
from site_gen.sources.formats import data_meaning, record
from site_gen.sources.formats.data_tree import Many, Named
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.scope import speaks_of_glossary


def beside_terms(value: Named, chosen: Chosen) -> frozenset[str]:
    """The keys of what holds other things, if one list holds terms by a key such as "term"."""
    lists = {key.text: inner for key, inner in value.pairs if isinstance(inner, Many) and inner.items}
    own = {key for key, inner in lists.items() if _are_terms(inner, chosen)}
    others = {key for key, inner in lists.items() if key not in own and not data_meaning.names_terms(inner)}
    others = {key for key in others if own and not speaks_of_glossary(key.replace("_", " "))}
    about = {key.text for key, inner in value.pairs if data_meaning.explains_topics(key.text, inner)}
    if about and any(_are_records(inner, chosen) for inner in lists.values()):
        others |= about
    others |= {key for key, inner in lists.items() if names.fold(key) in _OTHERS and not _defined(inner)}
    return frozenset(others | _remarks(value) if len(others) < len(value.pairs) else _remarks(value))


_OTHERS = folded_set(
    "locales, languages, users, authors, contributors, editors, members, included, links, pagination, "
    "sprachen, autoren"
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
