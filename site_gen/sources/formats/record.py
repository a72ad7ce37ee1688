"""What the values of a record of a data file are: texts, wrapped texts, texts in languages, or records."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from site_gen.model import names
from site_gen.sources.formats import fragment, keys_as_names, record_keys
from site_gen.sources.formats.data_kinds import STRONG_TEXT
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.blocks import (
    abbreviates,
    count_words,
    is_nothing,
)
from site_gen.sources.shape.columns import Chosen, are_of_card, of_pages, of_words, roles
from site_gen.sources.shape.header_roles import role_of
from site_gen.sources.shape.header_words import LANGUAGES, folded_set
from site_gen.sources.shape.language_codes import is_tag, of_value, tag_of
from site_gen.sources.shape.roles_by_cells import with_shown_names, with_summary
from site_gen.sources.shape.stated_language import HEADERS as STATED_LANGUAGE
from site_gen.sources.shape.stated_language import of_pairs
from site_gen.sources.shape.table_layout import completed
from site_gen.sources.shape.tables import is_word
from site_gen.sources.shape.text_roles import with_sentences, without_kinds

MAX_KEYS = 80
# keys that systems use to wrap a single text
WRAPPING = folded_set(
    "rendered, value, singular, html, plain, raw, markdown, t, literal form, form, written form, "
    "para, paragraph, p, ul, ol"
)
IN_LANGUAGES = folded_set(
    "translations, translation, languages, localized, localizations, i18n, locales, in other languages, "
    "übersetzungen, traductions, traducciones, переводы, çeviriler, labels"
)
PROSE = 3  # words from which a value is more than a name, a kind or a date
MOST_NAMES = 12  # in the list of names of one entry
MOST_PROSE = 2  # of them in a mapping around a single text
_SAYING = frozenset(["text", "also", "short", "long", "says", "see"])


def key_roles(items: Sequence[Named], chosen: Chosen, called: Sequence[str] = ()) -> dict[str, str]:
    """The roles of the keys of some records; ``called`` are the keys that stand over them as their names."""
    named = bool(called)
    keys = list(dict.fromkeys(key.text for item in items for key, _ in item.pairs))[:MAX_KEYS]
    pairs = [pair for item in items for pair in item.pairs]
    languages = {k.text for k, inner in pairs if isinstance(inner, Named) and _is_language(k.text)}
    plain = [key for key in keys if key not in languages]
    own = ["term"] if named else []
    rows = [
        [*called[at : at + 1], *(_cell(item, key) for key in plain)] for at, item in enumerate(items[:200])
    ]
    told = roles(of_words([*own, *(_singular(key, items) for key in plain)], rows, chosen), chosen)
    if not chosen:
        heads = [*own, *plain]
        told = of_pages(with_summary(with_shown_names(told, heads, rows), heads, rows), heads, rows)
    nested = [any(_holds_more(item, key) for item in items[:200]) for key in plain]
    told = ["-" if deep else role for role, deep in zip(told, [*(False for _ in own), *nested], strict=True)]
    if len(items) > named:  # one record under a key may be a group of entries as well
        seldom = [_seldom(key, items) for key in plain]
        told = [role or "-" * rare for role, rare in zip(told, [*(False for _ in own), *seldom], strict=True)]
        told, before = completed(told, [*own, *plain], rows, chosen), told
        if len(items) == 1 and record_keys.is_weak(
            before, [*own, *plain]
        ):  # "name" of anything, beside some sentence
            told = [new if new != "text" or old else old for old, new in zip(before, told, strict=True)]
        if not {"name", "text"} & {role.split("@")[0] for role in told} and len(items) > 1 and not languages:
            told = record_keys.guessed(told, [*own, *plain], rows)
        told = record_keys.with_abbreviated(record_keys.with_prose(told, rows), rows)
    told = record_keys.with_glossary(
        record_keys.with_written_out(with_sentences(told, rows), rows), [*own, *plain]
    )
    told = without_kinds(record_keys.without_keys(told, rows), [] if chosen else rows)
    out = dict(zip(plain, told[len(own) :], strict=True))
    out |= {key: "-" for key in plain if names.fold(key) in STATED_LANGUAGE}
    if named:
        out = {key: "also" if role == "name" else role for key, role in out.items()}
    return out | {key: f"@{LANGUAGES.get(names.fold(key)) or tag_of(key)}" for key in languages}


def _is_language(key: str) -> bool:
    return names.fold(key) in LANGUAGES or is_tag(key)


def _singular(key: str, items: Sequence[Named]) -> str:
    """The key of what each record says in several languages as of one: "names" of {"names": {"en": …}}."""
    held = [inner for item in items[:20] for own, inner in item.pairs if own.text == key]
    if role_of(key) or not all(isinstance(one, Named) and by_language(one) for one in held):
        return key
    singles = (key.removesuffix(end) for end in ("s", "en", "n", "e") if key.endswith(end))
    return next((single for single in singles if role_of(single) in ("name", "text")), key)


def _seldom(key: str, items: Sequence[Named]) -> bool:
    times = sum(any(own.text == key for own, _ in item.pairs) for item in items)
    return times < min(2, len(items)) or 2 * times < len(items)


def _cell(item: Named, key: str) -> str:
    value = next((inner for own, inner in item.pairs if own.text == key), None)
    if isinstance(value, Many) and any(isinstance(item, Named) and has_name(item) for item in value.items):
        return ""  # records of their own
    return " ".join(texts(value)) if value is not None else ""


def _holds_more(item: Named, key: str) -> bool:
    """Whether a key holds a mapping of several texts, which are entries of their own and no single text."""
    value = next((inner for own, inner in item.pairs if own.text == key), None)
    if not isinstance(value, Named) or len(value.pairs) < 2 or role_of(key) == "text":
        return False
    return not is_plain(value) and not by_language(value) and names.fold(key) not in IN_LANGUAGES


def is_plain(value: Value) -> bool:
    """Whether a value is a text, a list of texts, or one wrapped text, possibly in several languages."""
    if isinstance(value, Leaf):
        return True
    if isinstance(value, Many):
        return all(isinstance(item, Leaf) or _is_wrapped(item) for item in value.items)
    whole = all(isinstance(inner, Leaf) or _is_list(inner) for _, inner in value.pairs)
    return (whole and by_language(value)) or _is_wrapped(value)


def _is_list(value: Value) -> bool:
    return isinstance(value, Many) and all(isinstance(item, Leaf) for item in value.items)


def _is_alone(value: Named) -> bool:
    """Whether a mapping has one known key, as of <synonyms><synonym>hold</synonym></synonyms>."""
    if len(value.pairs) != 1:
        return False
    key, inner = value.pairs[0]
    if isinstance(inner, Named):  # {"storage": {"value": "<p>…</p>", "representation": "storage"}}
        return any(names.fold(own.text) == "value" for own, _ in inner.pairs) and _is_wrapped(inner)
    known = role_of(key.text) in ("name", "text", "also", "short", "long") or names.fold(key.text) in WRAPPING
    return known and (isinstance(inner, Leaf) or _is_list(inner))


def _is_wrapped(value: Value) -> bool:
    """Whether a mapping wraps a single text: under a value key, or as a name or a text alone."""
    if not isinstance(value, Named):
        return False
    if _is_alone(value):
        return True
    plain = [(names.fold(key.text), inner) for key, inner in value.pairs if isinstance(inner, Leaf)]
    for key, inner in plain:
        beside = [other for name, other in plain if name != key]
        if key in WRAPPING and not any(_says_more(other, inner) for other in beside):
            return True
    told = {role_of(key.text) for key, _ in value.pairs if names.fold(key.text) not in STATED_LANGUAGE}
    if any(_is_language(key.text) for key, _ in value.pairs):
        return False  # a text beside its name in each language
    if are_of_card([key.text for key, _ in value.pairs]):
        return False
    if {"name", "text"} <= {role.split("@")[0] for role in told}:
        return False  # "name_en", "name_de", "definition": a record
    flat = all(isinstance(inner, Leaf) or _is_list(inner) for _, inner in value.pairs)
    if (
        sum(count_words(inner.text) >= PROSE for k, inner in value.pairs if isinstance(inner, Leaf))
        > MOST_PROSE
    ):
        return False  # names with their texts, of which one is a word for names: "title"
    return flat and len({"text", "name"} & told) == 1 and not {"long", "short", "also"} & told


def _says_more(other: Leaf, own: Leaf) -> bool:
    """Whether a text beside a wrapped one is prose, and not the same in another form ("processed")."""
    if count_words(other.text) < PROSE:
        return False
    return fragment.shown(other.text).split() != fragment.shown(own.text).split()


def is_named(value: Named) -> bool:
    """Whether a mapping holds a name in each of several languages: {"en": "queue", "de": "Schlange"}."""
    said = [inner.text for _, inner in value.pairs if isinstance(inner, Leaf)]
    short = all(count_words(text) <= 4 and not text.endswith(".") for text in said)
    return len(said) == len(value.pairs) > 1 and by_language(value) and short


def has_name(value: Named) -> bool:
    """Whether one of the keys is a key for names, or for the labels in several languages."""
    return _has_labels(value) or any(role_of(key.text).split("@")[0] == "name" for key, _ in value.pairs)


def _has_labels(value: Named) -> bool:
    return any(
        names.fold(key.text) == "labels" and isinstance(inner, Named) and by_language(inner)
        for key, inner in value.pairs
    )


def is_id(key: str, value: Named, key_role: Mapping[str, str]) -> bool:
    """Whether a key only identifies a record, whose short name is its name: ``[work-stealing] short = …``."""
    if " " in key.strip() or key != key.lower():
        return False
    held = [inner for own, inner in value.pairs if key_role.get(own.text) == "short"]
    shorts = [text for inner in held for text in texts(inner)]
    if len(shorts) != 1:
        return False
    words = key.replace("-", " ").replace("_", " ")
    same = names.key(shorts[0]) == names.key(key)
    return same or (not shorts[0].isupper() and not abbreviates(shorts[0], words))


def is_record(value: Named, key_role: Mapping[str, str]) -> bool:
    """Whether a mapping is one entry: a name, and information about it."""
    if keys_as_names.maps_names(value):
        return False
    said = {"name": _has_labels(value)}
    for key, inner in value.pairs:
        role = key_role.get(key.text, "")
        if (
            role == "name"
            and isinstance(inner, Many)
            and not translated(inner)
            and (any(map(_defines, inner.items)) or len(inner.items) > MOST_NAMES)
        ):
            return False  # "terms": a list of entries or of names
        if role.startswith("@") or is_plain(inner):
            kind = role.split("@")[0] or ("name" if role else "")
            word = kind == "name" and isinstance(inner, Leaf) and is_word(inner.text.strip())  # "None"
            said[kind] = said.get(kind, False) or word or bool(texts(inner)) or role.startswith("@")
    if any(isinstance(inner, Many) and translated(inner) for _, inner in value.pairs):
        return True
    told = any(names.fold(key.text) in IN_LANGUAGES for key, _ in value.pairs)
    in_language = any(role.startswith("@") for role in key_role.values())
    in_language = in_language or len({role for role in key_role.values() if role.startswith("name@")}) > 1
    return said.get("name", False) and bool(_SAYING & set(said) or in_language or told)


def _defines(value: Value) -> bool:
    return isinstance(value, Named) and any(names.fold(key.text) in STRONG_TEXT for key, _ in value.pairs)


def texts(value: Value) -> list[str]:
    """The texts of a value; for a mapping the wrapped text, else each text with its key."""
    if isinstance(value, Leaf):
        shown = fragment.shown(value.text)
        return [] if is_nothing(shown) else [shown]
    if isinstance(value, Many):
        return [text for item in value.items for text in texts(item)]
    if _is_alone(value):
        return texts(value.pairs[0][1])
    wrapped = [inner for key, inner in value.pairs if names.fold(key.text) in WRAPPING] or [
        inner for key, inner in value.pairs if role_of(key.text) in ("text", "name")
    ]
    if wrapped:
        return texts(wrapped[0])
    said = [shown for _, inner in value.pairs if isinstance(inner, Leaf) for shown in texts(inner)]
    prose = [text for text in said if count_words(text) >= PROSE]
    if len(prose) == 1 and len(said) == len(value.pairs):  # a text with its author, source or date
        return prose
    return [f"{key.text}: {' '.join(said)}" for key, inner in value.pairs if (said := texts(inner))]


def in_full(value: Named) -> str:
    """All that a mapping says, each text with its key, for a person who looks for it."""
    said = ((key.text, " ".join(texts(inner))) for key, inner in value.pairs)
    return "; ".join(f"{key}: {text}" for key, text in said if text)


def by_language(value: Named) -> bool:
    """Whether the keys of a record are names of languages: ``{"en": …, "de": …}``."""
    return bool(value.pairs) and all(language_of_key(key.text) for key, _ in value.pairs)


def holds_translations(key: str, value: Value) -> bool:
    """Whether a key tells names in other languages: {"translations": {"de": "Vorgang"}}."""
    if isinstance(value, Many):
        return translated(value)
    return names.fold(key) in IN_LANGUAGES and isinstance(value, Named) and by_language(value)


_VARIANT = re.compile(r"(?<=^[a-z]{2})(?=[A-Z][a-z])")  # "enSimple"


def language_of_key(key: str) -> str:
    """The language with which a key begins: "en", "de-CH", "frFacile" (French); "" if there is none."""
    return tag_of(_VARIANT.sub(" ", key))


def translated(value: Many) -> bool:
    """Whether a list contains one record for each of several languages."""
    return bool(value.items) and all(
        isinstance(item, Named) and stated_language(item) for item in value.items
    )


def stated_language(item: Named) -> str:
    """The code of the language that a record states; "" if it states none that is known."""
    leaves = [(key.text, inner.text) for key, inner in item.pairs if isinstance(inner, Leaf)]
    code = dict(leaves).get("code", "")
    return of_pairs(leaves) or (of_value(code) if _CODE.fullmatch(code) else "")


_CODE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
