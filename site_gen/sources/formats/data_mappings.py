"""Tell of one mapping of a data file whether it is a record, and what its keys and their texts are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft
from site_gen.sources.formats import data_meaning, keys_as_names, record, record_drafts
from site_gen.sources.formats.data_collector import Collector, holds_records
from site_gen.sources.formats.data_kinds import STRONG_TEXT
from site_gen.sources.formats.data_tree import Leaf, Many, Named
from site_gen.sources.shape.blocks import clean_name, count_words
from site_gen.sources.shape.header_roles import is_exact
from site_gen.sources.shape.header_words import folded_set

MANY, SAID, NAME_WORDS = 4, 0.9, 4  # keys, the share of those with sentences, and most words of a name
SOME = 3  # keys with a record, and with a text, that show that both are names
_SENSES = STRONG_TEXT | folded_set(
    "gloss, sense, explanation, erklärung, signification, explication, значение"
)


def is_one_record(value: Named, key_role: dict[str, str], found: Collector, root: bool) -> bool:
    """Whether a mapping is a record of one term, and none that stands over other records."""
    if (
        not record.is_record(value, key_role)
        or data_meaning.explains(value)
        or _explains_many(value, key_role)
    ):
        return False
    if root and any(map(data_meaning.holds_terms, (inner for _, inner in value.pairs))):
        return False  # title and description of a file, and below them a mapping of names to texts
    holds = holds_records(value, found) and (root or not data_meaning.defines(value))
    return not holds or (record.by_language(value) and not root)


def _explains_many(value: Named, key_role: Mapping[str, str]) -> bool:
    """Whether all keys have sentences, and what would be the name is one as well: a glossary of web pages.

    {"body": "The part of a page that people see.", "title": "What a tab shows.", …}
    """
    told = [(key.text, inner.text) for key, inner in value.pairs if isinstance(inner, Leaf)]
    if len(told) < MANY or len(told) < SAID * len(value.pairs):
        return False
    called = [text for key, text in told if key_role.get(key) == "name"]
    long = all(count_words(text) > NAME_WORDS for text in called)
    return long and mean(count_words(text) >= record.PROSE for _, text in told) >= SAID


def explains_keys(value: Named, found: Collector) -> bool:
    """Whether the texts of a mapping explain its keys; they may be short where it is called a glossary."""
    return data_meaning.says(value) or (id(value) in found.called and data_meaning.may_say(value))


def is_beside(key: str, text: str, nested: bool) -> bool:
    """Whether a text is no meaning of its key: none at all, or about the document above ``nested`` values."""
    return data_meaning.is_nothing_said(text) or (nested and names.fold(key) in data_meaning.METADATA)


def roles_inside(value: Named, found: Collector) -> tuple[list[Named], dict[str, str]]:
    """The records that keys of a mapping name, and the roles of the keys in them."""
    called = [key.text for key, inner in value.pairs if isinstance(inner, Named)]
    keyed = [inner for _, inner in value.pairs if isinstance(inner, Named)]
    inner_role = record.key_roles(keyed, found.chosen, called) if keyed else {}
    if keys_as_names.maps_names(value) and not found.chosen:
        inner_role = data_meaning.with_prose(keyed, inner_role)
    return keyed, inner_role


def topics_of(value: Named, key_role: dict[str, str]) -> tuple[str, ...]:
    """The texts that group the entries of a mapping."""
    leaves = ((key, inner) for key, inner in value.pairs if isinstance(inner, Leaf))
    return tuple(inner.text for key, inner in leaves if key_role.get(key.text) == "topics")


def are_names_too(value: Named, keyed: int, inner_role: dict[str, str]) -> bool:
    """Whether the keys with a text are names, as the keys with a record: {"API": "…", "CPU": {"long": …}}."""
    if keyed < SOME or not {"text", "long", "short"} & set(inner_role.values()):
        return False
    texts = [key.text for key, inner in value.pairs if isinstance(inner, Leaf)]
    told = any(is_exact(text) or names.fold(text) in data_meaning.METADATA for text in texts)
    return len(texts) >= SOME and 3 * len(texts) >= len(value.pairs) and not told


def senses_of(key: Leaf, value: Many, found: Collector) -> list[Draft]:
    """The entries of a name that maps to a list of records with a text and without names; else none."""
    items = [item for item in value.items if isinstance(item, Named)]
    if not items or len(items) < len(value.items) or any(map(record.has_name, items)):
        return []
    told = any(names.fold(own.text) in _SENSES for item in items for own, _ in item.pairs)
    if not told or record.translated(value) or "name" in record.key_roles(items, found.chosen).values():
        return []
    key_role, name = record.key_roles(items, found.chosen, [key.text] * len(items)), clean_name(key.text)
    return [draft for item in items for draft in record_drafts.drafts(item, key_role, key.line, name)]


def is_empty(value: Named, new: Sequence[Draft], key_role: dict[str, str]) -> bool:
    """Whether a record has a key for its text but nothing there, and nothing else of a term but its name."""
    keyed = any(key_role.get(key.text) == "text" and isinstance(inner, Leaf) for key, inner in value.pairs)
    told = any(one.body or one.also or one.versions or one.says or one.say_to_customer for one in new)
    return keyed and not told and not any(isinstance(inner, Many | Named) for _, inner in value.pairs)


def line_of(value: Named, key_role: dict[str, str]) -> int:
    """The line of the name of a record, else that of the record."""
    return next((inner.line for key, inner in value.pairs if key_role.get(key.text) == "name"), value.line)
