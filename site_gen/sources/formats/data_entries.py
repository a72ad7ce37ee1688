"""Take the entries out of the values of a data file: its lists, mappings and records, nested or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Place
from site_gen.sources.formats import (
    data_beside,
    data_meaning,
    data_texts,
    keys_as_names,
    record,
    record_drafts,
    struck,
)
from site_gen.sources.formats.data_collector import Collector, holds_records
from site_gen.sources.formats.data_mappings import (
    are_names_too,
    explains_keys,
    is_beside,
    is_empty,
    is_one_record,
    line_of,
    roles_inside,
    senses_of,
    topics_of,
)
from site_gen.sources.formats.data_tables import as_table
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape import sheets, table_layout, tables
from site_gen.sources.shape.blocks import clean_name
from site_gen.sources.shape.header_roles import field_of, is_exact
from site_gen.sources.shape.language_codes import nearest, tag_of
from site_gen.sources.shape.scope import names_glossary, speaks_of_glossary

_ABOUT = frozenset(["metadata", "meta", "info", "about", "header", "document"])  # keys beside the entries


def collect(value: Value, found: Collector, root: bool = False, called: bool = False) -> None:
    """Take the entries of a value; ``called`` is true if the key over it speaks of a glossary."""
    found.called |= {id(value)} if called else set()
    table = as_table(value)
    if (
        table
        and (plan := table_layout.layout(table, found.chosen))
        and (plan.known or not isinstance(value, Named))
    ):
        drafts, skipped = tables.drafts(table, plan)
        found.drafts += [replace(draft, how="item") for draft in drafts]
        found.skipped += skipped
        found.columns |= table_layout.columns([plan])
        found.places |= {head: Place(line=line) for head, (line, _) in table_layout.places(plan).items()}
    elif isinstance(value, Many):
        _list(value, found)
    elif isinstance(value, Named):
        _mapping(value, found, root)
    elif value.text.strip():
        found.skip(value, value.text, "text without a name")


def _list(value: Many, found: Collector) -> None:
    records = [item for item in value.items if isinstance(item, Named)]
    key_role = record.key_roles(records, found.chosen) if records else {}
    keys = list(dict.fromkeys(key.text for item in records[:20] for key, _ in item.pairs))
    if len(records) == 1:
        key_role = found.peers.get(frozenset(keys), key_role)
    if records and not (found.chosen or found.of_words) and sheets.are_of_things(keys):
        for item in value.items:
            found.skip(item, " ".join(record.texts(item)), sheets.THINGS)
        return
    value = _glossary_among(value, records, found)
    whole = [_is_entry(item, key_role, found) for item in records]
    told = {key.text for item, is_one in zip(records, whole, strict=True) if is_one for key, _ in item.pairs}
    even = len(records) > 1 and mean(whole) > 0.5
    called = {key for key in told if key_role.get(key) == "name"} if sum(whole) > 1 else set()
    for item in value.items:
        draft = data_texts.from_text(item) or data_texts.from_row(item)
        if draft:
            found.drafts.append(draft)
        elif isinstance(item, Named) and _is_entry(item, key_role, found):
            _record(item, key_role, found)
        elif isinstance(item, Named) and (
            (
                (even or all(is_exact(key.text) for key, _ in item.pairs))
                and told.issuperset(key.text for key, _ in item.pairs)
            )
            or data_meaning.is_bare(item, called)
        ):
            is_named = any(key_role.get(key.text) == "name" for key, _ in item.pairs)
            found.skip(item, record.in_full(item), f"record without a {'text' if is_named else 'name'}")
        else:
            collect(item, found)


_KINDS = frozenset(["type", "kind", "component", "layout", "template", "__component", "_type"])
_MODELS = frozenset(["_type", "__typename", "@type", "model", "contentType", "content_type", "post_type"])
_OF_TERMS = re.compile(r"(?i:glossar|lexi[ck]|vocab)|(?:\b|_|(?<=[a-z]))(?i:terms?|definitions?)(?![a-z])")


def _glossary_among(value: Many, records: Sequence[Named], found: Collector) -> Many:
    """The list without what stands beside its glossary.

    That are other blocks of a page beside {"type": "glossary", …}, and records of other models of a program
    beside those of {"model": "help.term", …}.
    """
    of_terms = [item for item in records if any(map(_OF_TERMS.search, _models(item)))]
    if len(of_terms) > 1 and all(map(_models, records)):
        for item in records:
            if item not in of_terms:
                found.skip(item, record.in_full(item), "beside the glossary")
        return Many(items=tuple(of_terms), line=value.line)
    own = [item for item in records if _says_glossary(item)]
    if not own or len(own) == len(records) or not all(map(_holds_items, own)):
        return value
    for item in records:
        if not _says_glossary(item):
            found.skip(item, record.in_full(item), "beside the glossary")
    return Many(items=tuple(own), line=value.line)


def _models(item: Named) -> list[str]:
    """What a program calls the kind of a record."""
    return [inner.text for key, inner in item.pairs if key.text in _MODELS and isinstance(inner, Leaf)]


def _holds_items(item: Named) -> bool:
    """Whether a list or mapping of records stands in a block."""
    inner = (part for _, part in item.pairs)
    return any(isinstance(one, Named) for part in inner for one in getattr(part, "items", ()))


def _says_glossary(item: Named) -> bool:
    told = (inner.text for key, inner in item.pairs if key.text in _KINDS and isinstance(inner, Leaf))
    return any(names_glossary(text.replace("_", " ").replace("-", " ")) for text in told)


def _is_entry(item: Named, key_role: dict[str, str], found: Collector) -> bool:
    """Whether an item is a record, and not a group of records with its own name and description."""
    if not record.is_record(item, key_role):
        return False
    lists = any(
        isinstance(inner, Many) and not record.translated(inner) and holds_records(inner, found)
        for _, inner in item.pairs
    )
    return not lists or data_meaning.defines(item) or data_meaning.has_sections(item, key_role)


def _mapping(value: Named, found: Collector, root: bool) -> None:
    if data_meaning.is_link(value):
        found.skip(value, record.in_full(value), "link to another page")
        return
    peer = None if root else found.peers.get(frozenset(key.text for key, _ in value.pairs))
    key_role = peer or record.key_roles([value], found.chosen)
    holds = holds_records(value, found)
    if data_meaning.is_whole_by_language(value):
        _in_language(value, found)
    elif is_one_record(value, key_role, found, root):
        _record(value, key_role, found)
    else:
        _pairs_of(value, key_role, holds, found)


def _pairs_of(value: Named, key_role: dict[str, str], holds: bool, found: Collector) -> None:
    """Read the keys of a mapping that is no record, each with its value."""
    keyed, inner_role = roles_inside(value, found)
    shorts = data_meaning.are_short_forms([k.text for k, i in value.pairs if isinstance(i, Named)])
    beside = data_beside.beside_terms(value, found.chosen)
    long_forms = data_meaning.long_forms(value, inner_role)
    topics = topics_of(value, key_role)
    nested = any(not isinstance(inner, Leaf) for _, inner in value.pairs)
    free = not found.records_only
    listed = data_meaning.meaning_of_lists(value, id(value) in found.of_synonyms) if free else ""
    says, may_mean = free and explains_keys(value, found), free and not record.has_name(value)
    before, holds = len(found.drafts), holds or data_meaning.heads_list(value)
    holds = holds and not are_names_too(value, len(keyed), inner_role)
    numbered = data_meaning.are_numbers([key.text for key, _ in value.pairs])
    for key, inner in value.pairs:
        if holds and names.fold(key.text) in _ABOUT and isinstance(inner, Named):
            found.skip(key, " ".join(record.texts(inner)), "about the document")
        elif key.text in beside:
            found.skip(key, f"{key.text}: {' '.join(record.texts(inner))}", "beside the terms")
        elif isinstance(inner, Leaf) and not (listed and id(value) in found.of_synonyms):
            of_number = numbered and key.text.strip().isdigit()
            if holds or not says or of_number or is_beside(key.text, inner.text, nested):
                found.skip(key, f"{key.text}: {inner.text}", "beside the entries" if holds else "no entry")
            else:
                found.drafts.append(data_texts.draft(key.text, key.line, [inner.text]))
        elif isinstance(inner, Named) and key.text in long_forms:
            _record(inner, inner_role, found, key)
        elif listed and isinstance(inner, Leaf | Many):
            _take_list(key, inner, listed, found)
        elif isinstance(inner, Many) and may_mean and (senses := senses_of(key, inner, found)):
            found.drafts += senses
        elif found.records_only or not (
            isinstance(inner, Named) and _keyed(key, inner, inner_role, found, shorts)
        ):
            found.of_synonyms |= {id(inner)} if data_meaning.says_synonyms(key.text) else set()
            collect(inner, found, called=speaks_of_glossary(key.text.replace("_", " ")))
    if topics:
        later = found.drafts[before:]
        found.drafts[before:] = [one if one.topics else replace(one, topics=topics) for one in later]


def _take_list(key: Leaf, value: Value, meaning: str, found: Collector) -> None:
    """Take the entries of a name that maps to a list of its other names or meanings, or to a single one."""
    said = record.texts(Many(items=data_meaning.other_names(value), line=key.line))
    also, meanings = ([], said) if meaning == data_meaning.MEANINGS else (said, [""])
    found.drafts += [data_texts.draft(key.text, key.line, [text], also) for text in meanings]
    if not meanings:
        found.skip(key, key.text, "name without a text")


def _in_language(value: Named, found: Collector) -> None:
    codes = {tag_of(key.text): inner for key, inner in value.pairs}
    taken = nearest(codes, found.language)
    collect(codes[taken], found)
    for code, inner in codes.items():
        if code != taken:
            for text in record.texts(inner):
                found.skip(inner, text, f"in another language ({code})")


def _record(value: Named, key_role: dict[str, str], found: Collector, name: Leaf | None = None) -> None:
    for key, inner in value.pairs:
        role = key_role.get(key.text, "")
        translated = not field_of(role) and "@" not in role and record.holds_translations(key.text, inner)
        held = "in_other_languages" if translated else role if "@" in role else field_of(role)
        found.columns.setdefault(key.text, held)
        found.places.setdefault(key.text, Place(line=key.line))
    if any(_names_struck(role, inner) for key, inner in value.pairs if (role := key_role.get(key.text, ""))):
        found.skip(value, record.in_full(value), struck.WHY)
        return
    line = name.line if name else line_of(value, key_role)
    new = record_drafts.drafts(
        value, key_role, line, clean_name(data_texts.spaced(name.text)) if name else ""
    )
    if not new:
        found.skip(value, " ".join(record.texts(value)), "record without a name")
    elif is_empty(value, new, key_role):
        found.skip(value, record.in_full(value), "record without a text")
        new = []
    found.drafts += new
    for key, inner in value.pairs:
        if not isinstance(inner, Leaf) and not record.is_plain(inner) and holds_records(inner, found):
            listed = isinstance(inner, Many) and record.translated(inner)
            listed = listed or (isinstance(inner, Named) and record.by_language(inner))
            if listed or key_role.get(key.text, "").startswith("@"):
                continue
            if data_meaning.has_sections(value, key_role) or data_meaning.holds_parts(value, inner, key_role):
                found.skip(inner, " ".join(record.texts(inner)), "further section of the record")
                continue
            collect(inner, found)


def _names_struck(role: str, inner: Value) -> bool:
    """Whether a value is a name that is struck through."""
    return role.partition("@")[0] == "name" and isinstance(inner, Leaf) and struck.is_written(inner.text)


def _keyed(key: Leaf, inner: Named, key_role: dict[str, str], found: Collector, shorts: bool) -> bool:
    """Read a name that maps to a record, or to texts in several languages; return whether it is one.

    ``shorts`` is true if it is one of many abbreviations.
    """
    of_list = names_glossary(key.text.replace("_", " ")) and holds_records(inner, found)
    if of_list or keys_as_names.maps_names(inner) or data_meaning.heads_names(key.text, inner):
        return False
    own = record.key_roles([inner], found.chosen)
    own |= {one: key_role.get(one, role) for one, role in own.items() if role == "short"}
    if record.is_record(inner, own) and record.has_name(inner) and not data_meaning.is_retold(key_role):
        before = len(found.drafts)
        _record(inner, own, found)
        if len(found.drafts) == before + 1 and (shorts or data_meaning.is_short_form(key.text)):
            last = found.drafts[-1]
            found.drafts[-1] = replace(last, also=(*last.also, clean_name(key.text)))
        return True
    told = {
        own.text for own, value in inner.pairs if isinstance(value, Leaf) or not holds_records(value, found)
    }
    if {"text", "short", "long", "see"} & {role for k, role in key_role.items() if k in told}:
        _record(inner, key_role, found, None if record.is_id(key.text, inner, key_role) else key)
        return True
    if record.is_named(inner):
        new = record_drafts.drafts(
            Named(pairs=((key, inner),), line=inner.line), {key.text: "name"}, key.line
        )
        found.drafts += new
        return bool(new)
    said = any(not data_meaning.is_nothing_said(text) for text in record.texts(inner))
    of_number = re.fullmatch(r"\d+", key.text.strip()) is not None
    if said and record.is_plain(inner) and not record.has_name(inner) and not of_number:
        new = record_drafts.drafts(
            Named(pairs=((key, inner),), line=inner.line), {key.text: "text"}, key.line, key.text
        )
        found.drafts += new
        return bool(new)
    return False
