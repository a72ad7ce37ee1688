"""Roles of the keys of records that their values show, where the keys themselves do not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from site_gen.model import names
from site_gen.sources.shape.blocks import abbreviates
from site_gen.sources.shape.column_contents import by_content, prose, written_out
from site_gen.sources.shape.header_words import WEAK_NAMES, folded_set

_GLOSSARY = folded_set("glossary, glossar, glossaire, glosario, glossario, глоссарий")
_IDS = frozenset(["id", "xml id", "uuid", "guid", "identifier", "oid"])


def guessed(told: Sequence[str], keys: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The roles that the cells show where no key says what it holds: "key" and "value"."""
    of_ids = {
        i for i, key in enumerate(keys) if names.fold(key) in _IDS or told[i] in ("also", "topics", "see")
    }
    of_ids |= {i for i, cells in enumerate(zip(*rows, strict=True)) if len(cells) > 1 and len({*cells}) == 1}
    said = [["" if i in of_ids else cell for i, cell in enumerate(row)] for row in rows]
    guess = by_content(said) or by_content(rows)
    if guess and (told[at := guess.index("text")] == "topics") and _groups([row[at] for row in rows]):
        return list(told)
    return [new or old for new, old in zip_longest(guess, told, fillvalue="")] if guess else list(told)


def _groups(cells: Sequence[str]) -> bool:
    """Whether values group records: there are far fewer than records."""
    return 2 * len({*cells}) <= len(cells)


RECORDS = 5  # from which sentences beside names of any kind are their texts


def with_prose(told: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The roles of keys, with the first key of sentences as the text, where nothing is said of the names."""
    if "name" not in told or len(rows) < RECORDS or {"text", "also", "short", "long", "see"} & set(told):
        return list(told)
    at = prose(rows, [index for index, role in enumerate(told) if role in ("", "note")])
    return ["text" if index == at else role for index, role in enumerate(told)]


def with_glossary(told: Sequence[str], keys: Sequence[str]) -> list[str]:
    """The roles of keys; beside a name, a key that is called as the whole list is one for its text."""
    said = [names.fold(key) in _GLOSSARY and "name" in told for key in keys]
    return ["text" if text and not role else role for role, text in zip(told, said, strict=True)]


def with_written_out(told: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The roles of keys; where nothing says more of the names, values that write them out are the texts."""
    roles_of = [role.split("@")[0] for role in told]
    if "name" not in roles_of or {"text", "long", "short", "also"} & set(roles_of):
        return list(told)
    columns = list(zip(*rows, strict=True))
    shorts = columns[roles_of.index("name")]
    for index, role in enumerate(roles_of):
        if role in ("", "-") and written_out(shorts, columns[index]):
            return [*told[:index], "text", *told[index + 1 :]]
    return list(told)


def with_abbreviated(told: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The roles of keys; without texts, what abbreviates others is the name, and these its long form.

    An abbreviation may be the key of its record: ``{"id": "AHT", "expansion": "average handle time"}``.
    """
    if {"text", "short", "also"} & {role.split("@")[0] for role in told} or len(rows) < 2:
        return list(told)
    columns = list(zip(*rows, strict=True))
    free = [index for index, role in enumerate(told) if role in ("", "-")]
    longs = [index for index, role in enumerate(told) if role in ("name", "long")] or free
    pairs = ((short, long) for short in free for long in longs if short != long)
    found = next((pair for pair in pairs if _abbreviates_all(columns[pair[0]], columns[pair[1]])), None)
    called = {found[0]: "name", found[1]: "long"} if found else {}
    return [called.get(index, role) for index, role in enumerate(told)]


def _abbreviates_all(shorts: Sequence[str], longs: Sequence[str]) -> bool:
    return all(any(map(str.isupper, short)) for short in shorts) and written_out(shorts, longs)


_SLUG = re.compile(r"[a-z][a-z\d]*(?:[-_][a-z\d]+)*")
SLUGS = 4  # records from which short names are known as keys


def without_keys(told: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The roles of keys; short names that only identify records, as in addresses, are no abbreviations."""
    out = list(told)
    if "name" not in told or "short" not in told:
        return out
    at, index = told.index("name"), told.index("short")
    pairs = [(row[at], row[index].strip()) for row in rows if row[index].strip()]
    keys = len(pairs) >= SLUGS and all(_SLUG.fullmatch(short) for _, short in pairs)
    if keys and 2 * sum(_is_short_for(short, name) for name, short in pairs) < len(pairs):
        out[index] = "-"
    return out


def _is_short_for(short: str, name: str) -> bool:
    return abbreviates(short, name) and short not in names.fold(name).split()


def is_weak(told: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether the key of the name is one that people, places and products have too, and no key is a text."""
    named = [names.fold(key) for key, role in zip(keys, told, strict=True) if role == "name"]
    return bool(named) and all(key in WEAK_NAMES for key in named) and "text" not in told
