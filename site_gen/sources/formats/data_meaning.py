"""What mappings and lists of data mean, told by their keys and texts alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from statistics import mean

from site_gen.model import names
from site_gen.sources.formats import fragment, record
from site_gen.sources.formats.data_kinds import STRONG_TEXT
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape import tables
from site_gen.sources.shape.blocks import count_words, is_value, labels, tidy
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.header_words import (
    LANGUAGES,
    NAME_HEADERS,
    OTHER_HEADERS,
    TOPIC_HEADERS,
    WEAK_NAMES,
    folded_set,
)
from site_gen.sources.shape.language_codes import is_tag
from site_gen.sources.shape.scope import speaks_of_glossary
from site_gen.sources.shape.sections import is_facet, is_structure

ITEM_WORDS = 5  # mean number of words of an item in a list of names
SECTIONS = 0.2  # share of the records in a record whose names are those of chapters
TERM_KEYS = NAME_HEADERS - WEAK_NAMES
OTHER_NAMES, MEANINGS = "other names", "meanings"
SHORT_KEY = 10  # characters
EXPLAINED, FEW = 6, 0.34  # keys of a mapping that explains them, share of known ones among them
HEADED = 4  # keys of a mapping that only heads a list
SMALL = 0.6  # share of texts that begin with a small letter
METADATA = OTHER_HEADERS | folded_set(
    "title, version, date, author, authors, description, language, lang, updated, license, source, url, id, "
    "name, schema, generator, copyright, publisher, draft, weight, layout"
)


def is_bare(item: Named, called: Collection[str]) -> bool:
    """Whether a record has a name under the same key as entries beside it, but lacks a text of its own.

    Lists of names, such as those of narrower terms, are no text.
    """
    bare = all(isinstance(inner, Leaf) or _lists_names(inner) for _, inner in item.pairs)
    return bare and any(key.text in called and names.fold(key.text) in TERM_KEYS for key, _ in item.pairs)


def _lists_names(value: Value) -> bool:
    items = value.items if isinstance(value, Many) else ()
    said = [item.text.strip() for item in items if isinstance(item, Leaf)]
    short = all(count_words(text) <= ITEM_WORDS and not text.endswith((".", "!", "?", "。")) for text in said)
    return 0 < len(said) == len(items) and short


def has_sections(item: Named, key_role: dict[str, str]) -> bool:
    """Whether the records in an item that has a text of its own are chapters: "Definition", "Example"."""
    own = {key_role.get(key.text) for key, inner in item.pairs if isinstance(inner, Leaf)}
    inside = [part for _, inner in item.pairs if isinstance(inner, Many) for part in inner.items]
    heads = [
        inner.text
        for part in inside
        if isinstance(part, Named)
        for key, inner in part.pairs
        if isinstance(inner, Leaf) and role_of(key.text) == "name"
    ]
    if not {"name", "text"} <= own or not heads:
        return False
    return mean(is_facet(head) or is_structure(head) for head in heads) >= SECTIONS


_OF_LINK = folded_set("label, title, name, text, url, href, link, uri, rel, type, target")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+", re.IGNORECASE)


def is_link(value: Named) -> bool:
    """Whether a mapping is an address with its label: {"label": "Our wiki", "url": "https://…"}."""
    said = [inner.text.strip() for _, inner in value.pairs if isinstance(inner, Leaf)]
    own = all(names.fold(key.text) in _OF_LINK for key, _ in value.pairs)
    return own and len(said) == len(value.pairs) > 1 and any(map(_ADDRESS.fullmatch, said))


def explains_topics(key: str, value: Value) -> bool:
    """Whether a value says what each topic of the terms beside it is: "categories": {"hull": "Parts …"}.

    A topic may have a record as well: {"hull": {"color": "#08c", "description": "Parts …"}}.
    """
    if names.fold(key) not in TOPIC_HEADERS or isinstance(value, Leaf):
        return False
    inner = value.items if isinstance(value, Many) else [one for _, one in value.pairs]
    plain = isinstance(value, Named) and all(isinstance(one, Leaf) for one in inner)
    return plain or (bool(inner) and all(isinstance(one, Named) and _is_topic(one) for one in inner))


def _is_topic(item: Named) -> bool:
    """Whether a record has a description and no key such as "term" or "definition"."""
    keys = {names.fold(key.text) for key, _ in item.pairs}
    about = any(role_of(key) == "text" and is_exact(key) for key in keys)
    return about and not keys & (TERM_KEYS | STRONG_TEXT) and all(isinstance(i, Leaf) for _, i in item.pairs)


def holds_parts(item: Named, inner: Value, key_role: dict[str, str]) -> bool:
    """Whether the records in one value of a defined term are parts of it: {"term": …, "scale": […]}.

    Terms in a term have its own key for the name, or one such as "term".
    """
    if not defines(item) or not isinstance(inner, Many):
        return False
    own = {key.text for key, _ in item.pairs if key_role.get(key.text) == "name"}
    parts = [part for part in inner.items if isinstance(part, Named)]
    return not any(
        key.text in own or names.fold(key.text) in TERM_KEYS for part in parts for key, _ in part.pairs
    )


def names_terms(value: Many) -> bool:
    """Whether a record of a list has a key such as "term"."""
    records = [item for item in value.items if isinstance(item, Named)]
    return any(names.fold(key.text) in TERM_KEYS for item in records for key, _ in item.pairs)


_NOTHING = re.compile(
    r"(?:https?://|www\.|mailto:)\S+|\.{0,2}/[\w.~%-]+[/?#]\S*|[-+]?[\d.,]*",
    re.IGNORECASE,  # with paths on the same host
)


def is_nothing_said(text: str) -> bool:
    """Whether a text is blank, a number, or only the address of a page or a person."""
    return _NOTHING.fullmatch(text.strip()) is not None


def says(value: Named) -> bool:
    """Whether the texts of a mapping explain its keys, and are not settings of a program."""
    said = [
        (key.text.strip(), text)
        for key, inner in value.pairs
        if isinstance(inner, Leaf) and (text := fragment.shown(inner.text).strip())
    ]
    if not said:
        return False
    if mean("." in key or "/" in key for key, _ in said) >= 0.5:  # keys with dots or slashes are settings
        return False
    if len(said) < 6 and any(names.fold(key) == "name" for key, _ in said):  # properties of one thing
        return False
    if mean(_is_code(text) for _, text in said) >= 0.5:
        return False
    if mean("_" in key and key.isupper() for key, _ in said) >= 0.5:  # the messages of a program
        return False
    words = mean(count_words(text) for _, text in said)
    ended = mean(text.endswith((".", "!", "?", "。")) for _, text in said)
    short = mean(key.isupper() or sum(map(str.isupper, key)) > 1 for key, _ in said)
    return words >= 3 or (words >= 1.8 and (ended >= 0.6 or short >= 0.5))


PAIRS = 8  # names with short texts in a mapping that is called a glossary


def may_say(value: Named) -> bool:
    """Whether the texts of a mapping that is called a glossary may explain its keys, however short they are.

    Its keys are words or abbreviations, and no keys of a program: "Checked out", "FYP".
    """
    said = [(key.text.strip(), inner.text.strip()) for key, inner in value.pairs if isinstance(inner, Leaf)]
    if len(said) < PAIRS or len(said) < len(value.pairs) or mean(_is_code(text) for _, text in said) >= 0.5:
        return False
    keys = mean(bool(_KEY_OF_PROGRAM.search(key)) for key, _ in said)
    nothing = mean(is_nothing_said(text) or is_value(text) for _, text in said)
    return keys < 0.2 and nothing < 0.2


_KEY_OF_PROGRAM = re.compile(r"[._/:$]|[a-z][A-Z]")


SEVERAL = 5  # keys of a mapping of names to texts inside of a document


def holds_terms(value: Value) -> bool:
    """Whether a value is a mapping of several names to texts in words, and not one text in languages."""
    if not isinstance(value, Named) or len(value.pairs) < SEVERAL or record.by_language(value):
        return False
    texts = [inner.text for _, inner in value.pairs if isinstance(inner, Leaf)]
    return len(texts) == len(value.pairs) and says(value) and mean(map(count_words, texts)) >= SEVERAL


_STYLE = re.compile(r"[a-z\d]+(?:[-:][a-z\d]+)+")


def _is_code(text: str) -> bool:
    """Whether most words of a text are names of styles, as in "card-small bg-red-50"."""
    words = text.split()
    return len(words) > 1 and 2 * sum(bool(_STYLE.fullmatch(word)) for word in words) > len(words)


def heads_names(key: str, value: Named) -> bool:
    """Whether a key such as "glossary" stands over names with their texts, of which one may be "title"."""
    plain = len(value.pairs) > 2 and all(isinstance(inner, Leaf) for _, inner in value.pairs)
    called = plain and not defines(value) and speaks_of_glossary(key.replace("_", " "))
    return called and (says(value) or may_say(value))


def explains(value: Named) -> bool:
    """Whether a mapping explains its keys although a few of them are also codes of languages or columns.

    {"ashi": "foot, leg", "de": "advanced", …}: no record, which has a key for its name and one for its text.
    """
    roles = [role_of(key.text).split("@")[0] for key, _ in value.pairs if is_exact(key.text)]
    plain = len(value.pairs) >= EXPLAINED and all(isinstance(inner, Leaf) for _, inner in value.pairs)
    return plain and len(roles) <= FEW * len(value.pairs) and not {"name", "text"} <= {*roles} and says(value)


def with_prose(keyed: Sequence[Named], key_role: dict[str, str]) -> dict[str, str]:
    """The roles of the keys in records of names, where a key such as "name" holds the only texts.

    {"ashi": {"name": "foot, leg"}}; names of people, places and products begin with a capital.
    """
    called = [key for key, role in key_role.items() if role == "also" and role_of(key) == "name"]
    if len(called) != 1 or {"text", "short", "long"} & set(key_role.values()):
        return key_role
    found = [
        inner.text
        for item in keyed
        for key, inner in item.pairs
        if key.text == called[0] and isinstance(inner, Leaf)
    ]
    small = mean(text[:1].islower() for text in found) if found else 0
    return {**key_role, called[0]: "text"} if small >= SMALL else key_role


def heads_list(value: Named) -> bool:
    """Whether the texts of a mapping are the title and notes over its one list of records, or its terms."""
    leaves = [names.fold(key.text) for key, inner in value.pairs if isinstance(inner, Leaf)]
    told = len(leaves) <= HEADED and any(key in METADATA for key in leaves)
    if told and any(holds_terms(inner) for _, inner in value.pairs):
        return True
    lists = [inner for _, inner in value.pairs if not isinstance(inner, Leaf)]
    held = lists[0].items if len(lists) == 1 and isinstance(lists[0], Many) else ()
    return len(value.pairs) <= HEADED and len(held) > 1 and all(isinstance(item, Named) for item in held)


def long_forms(value: Named, key_role: Mapping[str, str]) -> frozenset[str]:
    """The keys whose mappings only tell a long form, beside others with a text of their own.

    {"queue": {"kind": "term", "definition": "…"}, "FCR": {"kind": "acronym", "term": "first contact …"}}
    """
    keyed = [(key.text, inner) for key, inner in value.pairs if isinstance(inner, Named)]
    told = [item for _, item in keyed if any(key_role.get(key.text) == "text" for key, _ in item.pairs)]
    known = {key.text for item in told for key, _ in item.pairs}
    if any(key_role.get(key) == "also" and role_of(key) == "name" for key in known):
        return frozenset()  # the key of a record only identifies it
    return frozenset(name for name, item in keyed if known and _is_long_form(item, known))


def _is_long_form(item: Named, known: Collection[str]) -> bool:
    """Whether a mapping has a name, and else only keys that are ``known`` from the others."""
    others = [(key.text, inner) for key, inner in item.pairs if key.text not in known]
    return (
        0 < len(others) < len(item.pairs)
        and all(role_of(key) == "name" for key, _ in others)
        and all(record.is_plain(inner) for _, inner in item.pairs)
    )


def is_retold(key_role: dict[str, str]) -> bool:
    """Whether a key such as "name" is read as the text of records: see ``with_prose``."""
    return any(role == "text" and role_of(key) == "name" for key, role in key_role.items())


def says_synonyms(*titles: str) -> bool:
    """Whether the name of a file, or the key over a mapping, has a word for other names: "synonyms"."""
    return any(role_of(word) == "also" for title in titles for word in names.fold(title).split())


def meaning_of_lists(value: Named, of_synonyms: bool = False) -> str:
    """The meaning of lists that names map to: other names ({"laptop": ["notebook"]}), meanings or "".

    Where something says that they are ``of_synonyms``, a single one may stand alone: {"printer": "device"}.
    """
    lists = [(key.text, inner) for key, inner in value.pairs if isinstance(inner, Many)]
    if of_synonyms and lists and len(lists) < len(value.pairs) and not _about_more(value):
        lists = [(key.text, Many(items=other_names(inner), line=key.line)) for key, inner in value.pairs]
    if len(lists) < 2 or len(lists) < 0.8 * len(value.pairs):
        return ""
    items = [item for _, inner in lists for item in inner.items]
    said = [item.text for item in items if isinstance(item, Leaf)]
    if not said or len(said) < len(items) or any(len(key.strip()) < 2 for key, _ in lists):
        return ""
    texts = [text for text in said if count_words(text) > ITEM_WORDS or next(labels(tidy(text), ""), None)]
    if any(next(labels(tidy(text), ""), None) for text in said[:20]):
        return ""
    return (
        OTHER_NAMES
        if mean(map(count_words, said)) <= ITEM_WORDS and len(texts) <= 0.3 * len(said)
        else MEANINGS
    )


def _about_more(value: Named) -> bool:
    """Whether a mapping holds records, or has keys for parts of an entry or of a document."""
    return any(
        isinstance(inner, Named) or is_exact(key.text) or names.fold(key.text) in METADATA
        for key, inner in value.pairs
    )


def other_names(value: Value) -> tuple[Value, ...]:
    """The other names in a list, or in a text with commas."""
    if isinstance(value, Leaf):
        return tuple(replace(value, text=part) for part in tables.other_names([value.text]))
    return value.items if isinstance(value, Many) else ()


def speaks(value: Named) -> bool:
    """Whether a mapping is more than one text in several languages or a wrapper around one text."""
    return len(value.pairs) > 1 and not record.is_plain(value)


def defines(value: Named) -> bool:
    """Whether a mapping has a key such as "definition"."""
    return any(names.fold(key.text) in STRONG_TEXT for key, _ in value.pairs)


def is_whole_by_language(value: Named) -> bool:
    """Whether the value is a complete glossary for each language: {"en": {…}, "de": {…}}."""
    own = [inner for key, inner in value.pairs if names.fold(key.text) in LANGUAGES or is_tag(key.text)]
    whole = (
        len(own) > 1 and len(own) == len(value.pairs) and not any(isinstance(inner, Leaf) for inner in own)
    )
    return whole and not any(isinstance(inner, Named) and record.has_name(inner) for inner in own)


def are_numbers(keys: Sequence[str]) -> bool:
    """Whether most keys only count what they hold."""
    return bool(keys) and mean(key.strip().isdigit() for key in keys) > 0.5


def are_short_forms(keys: Sequence[str]) -> bool:
    """Whether the keys of records with names of their own are abbreviations: most have the letters for it."""
    return len(keys) > 2 and mean(map(is_short_form, keys)) > 0.5 and not any(" " in key for key in keys)


_WORDS_IN_KEY = re.compile(r"(?:[A-Z][a-z]{3,}){2,}")  # "GlossEntry", and not "DevOps"


def is_short_form(key: str) -> bool:
    """Whether a key is an abbreviation, and no key of a program: {"LiDAR": {"name": "Light detection …"}}."""
    if not key[:1].isalnum() or " " in key or len(key) > SHORT_KEY or _WORDS_IN_KEY.fullmatch(key):
        return False
    return sum(map(str.isupper, key)) > 1
