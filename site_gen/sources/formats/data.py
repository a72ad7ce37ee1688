"""YAML, JSON and TOML to drafts: records, names that map to texts, columns and rows, nested or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft, Place, Reading, Skipped
from site_gen.sources.formats import (
    data_beside,
    data_boards,
    data_boxes,
    data_kinds,
    data_lists,
    data_meaning,
    data_outlines,
    data_page,
    data_texts,
    data_tree,
    grouped_keys,
    keys_as_names,
    record,
    record_drafts,
    rich_text,
    senses,
    yaml_tree,
)
from site_gen.sources.formats.data_kinds import STRONG_TEXT
from site_gen.sources.formats.data_tables import as_table, joined
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.formats.decode import check_size
from site_gen.sources.formats.document import Document
from site_gen.sources.shape import sheets, table_layout, tables
from site_gen.sources.shape.blocks import (
    clean_name,
)
from site_gen.sources.shape.called_glossary import is_called_glossary
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_roles import field_of, is_exact, role_of
from site_gen.sources.shape.header_words import (
    LANGUAGES,
    folded_set,
)
from site_gen.sources.shape.scope import speaks_of_glossary

SOME = 3  # keys with a record, and with a text, that show that both are names
_ABOUT = frozenset(["metadata", "meta", "info", "about", "header", "document"])  # keys beside the entries


_SENSES = STRONG_TEXT | folded_set(
    "gloss, sense, explanation, erklärung, signification, explication, значение"
)


@dataclass(slots=True, kw_only=True)
class _Collector:
    chosen: Chosen
    language: str
    records_only: bool
    of_words: bool  # whether a title or a field of all records says so
    columns: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    peers: dict[frozenset[str], dict[str, str]] = field(default_factory=dict)  # roles of keys in like lists
    holding: dict[int, bool] = field(default_factory=dict)  # by identity: whether records stand inside
    called: set[int] = field(default_factory=set)  # by identity: mappings that are called a glossary

    def skip(self, value: Value, text: str, why: str) -> None:
        self.skipped.append(Skipped(line=value.line, text=text[:200], why=why))


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a YAML, JSON or TOML file. Raises ``UnreadableError``."""
    value = _parsed(document)
    broken = data_tree.broken_rows(document.text) if document.format == "json" else []
    reading = from_value(value, chosen, document.language, file=document.filename)
    reading = or_page(reading, value, document, chosen) if value else reading
    told = {draft.name for draft in reading.drafts}  # few where keys were taken for names again and again
    if value and (2 * len(told) <= len(reading.drafts) or data_outlines.is_of_strings(value)):
        reading = data_outlines.reading(value) or reading
    left = [Skipped(line=line, text=text[:200], why="line that is no whole JSON") for line, text in broken]
    return replace(reading, skipped=(*reading.skipped, *left))


def or_page(reading: Reading, value: Value, document: Document, chosen: Chosen) -> Reading:
    """The reading of a value, or that of the page in its longest text if this has far more entries."""
    page = data_page.page(value, len(reading.drafts))
    if page is None:
        return reading
    from site_gen.sources.formats import html

    of_page = html.read(replace(document, text="\n" * (page.line - 1) + page.text, format="html"), chosen)
    titled = replace(of_page, title=of_page.title or data_page.titled(value))
    return titled if len(of_page.drafts) > max(1, len(reading.drafts)) else reading


def _parsed(document: Document) -> Value | None:
    if document.format == "yaml":
        check_size(document.text.encode(), data_tree.MAX_BYTES)
    parsers = {"json": data_tree.from_json, "toml": data_tree.from_toml, "yaml": yaml_tree.from_yaml}
    value = parsers[document.format](document.text)
    return prepared(value) if value else None


def prepared(value: Value) -> Value:
    """A tree with plain texts, tables as records, and the senses and lists of a term spelled out."""
    value = data_lists.opened(grouped_keys.apart(data_boxes.unboxed(value)))
    return joined(data_lists.spelled_out(senses.apart(data_lists.together(rich_text.flattened(value)))))


def of_one(document: Document, name: str, chosen: Chosen) -> Reading | None:
    """The entry called ``name`` of a file with the other fields of one term; None for other files."""
    value = _parsed(document)
    if not isinstance(value, Named) or record.has_name(value):
        return None
    keys = {key.text for key, inner in value.pairs if record.is_plain(inner)}
    if not any(role_of(key) == "text" and is_exact(key) for key in keys):
        return None
    key_role = record.key_roles([value], chosen, named=True)
    return Reading(drafts=tuple(record_drafts.drafts(value, key_role, value.line, name)))


def from_value(
    value: Value | None, chosen: Chosen, language: str = "en", *, records_only: bool = False, file: str = ""
) -> Reading:
    """The entries of a value: records with a name or, unless ``records_only``, names mapped to texts.

    ``file`` is the name of the file, which may call it a glossary.
    """
    if value is None:
        return Reading()
    title = data_boards.words_said(value, file)
    found = _Collector(chosen=chosen, language=language, records_only=records_only, of_words=bool(title))
    data_kinds.not_terms(value, of_words=bool(title))
    of_tasks = bool(title) and data_kinds.is_of_things(value)
    terms = data_boards.list_of_terms(value) if of_tasks else value
    if terms is not value:
        found.skip(value, " ".join(record.texts(value)), "beside the list of terms")
    _learn(terms, found)
    called = bool(file) and is_called_glossary(file)
    _collect(terms, found, root=terms is value, called=called)
    if len(found.drafts) == 1:
        data_kinds.not_of_project(value)
    return Reading(
        title=_title(value) or (title if of_tasks else ""),
        drafts=tuple(_with_long_forms(found)),
        skipped=tuple(found.skipped),
        columns=found.columns,
        places=found.places,
    )


def _with_long_forms(found: _Collector) -> list[Draft]:
    """The entries, with long forms as texts in a document that has nothing else: a list of abbreviations."""
    long = [key for key, field in found.columns.items() if field == "also" and role_of(key) == "long"]
    others = [[one for one in d.also if _letters(one) != _letters(d.name)] for d in found.drafts]
    bare = all(not draft.body and not draft.versions for draft in found.drafts)
    if len(long) != 1 or not bare or any(len(one) != 1 for one in others):
        return found.drafts
    found.columns[long[0]] = "text"
    pairs = [(d, d.name, other) for d, [other] in zip(found.drafts, others, strict=True)]
    if mean(len(name) > len(other) for _, name, other in pairs) > 0.5:  # keys that only identify a record
        pairs = [(draft, other, name) for draft, name, other in pairs]
    return [
        replace(draft, name=name, also=(), body=record_drafts.pieces([text], draft.line))
        for draft, name, text in pairs
    ]


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _title(value: Value) -> str:
    pairs = value.pairs if isinstance(value, Named) else ()
    return next((v.text for k, v in pairs if k.text.lower() == "title" and isinstance(v, Leaf)), "")


def _collect(value: Value, found: _Collector, root: bool = False, called: bool = False) -> None:
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


def _list(value: Many, found: _Collector) -> None:
    records = [item for item in value.items if isinstance(item, Named)]
    key_role = record.key_roles(records, found.chosen) if records else {}
    keys = [key.text for key in dict.fromkeys(key for item in records[:20] for key, _ in item.pairs)]
    if len(records) == 1:
        key_role = found.peers.get(frozenset(keys), key_role)
    if records and not (found.chosen or found.of_words) and sheets.are_of_things(keys):
        for item in value.items:
            found.skip(item, " ".join(record.texts(item)), sheets.THINGS)
        return
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
            _collect(item, found)


def _is_entry(item: Named, key_role: dict[str, str], found: _Collector) -> bool:
    """Whether an item is a record, and not a group of records with its own name and description."""
    if not record.is_record(item, key_role):
        return False
    lists = any(
        isinstance(inner, Many) and not record.translated(inner) and _holds_records(inner, found)
        for _, inner in item.pairs
    )
    return not lists or data_meaning.defines(item) or data_meaning.has_sections(item, key_role)


def _mapping(value: Named, found: _Collector, root: bool) -> None:
    if data_meaning.is_link(value):
        found.skip(value, record.in_full(value), "link to another page")
        return
    peer = None if root else found.peers.get(frozenset(key.text for key, _ in value.pairs))
    key_role = peer or record.key_roles([value], found.chosen)
    holds = _holds_records(value, found)
    if data_meaning.is_whole_by_language(value):
        _in_language(value, found)
    elif _is_one_record(value, key_role, found, root):
        _record(value, key_role, found)
    else:
        _pairs_of(value, key_role, holds, found)


def _learn(value: Value, found: _Collector) -> None:
    """Note what the keys of records hold in all lists together: one list of many may have a single record."""
    alike: dict[frozenset[str], list[Named]] = {}
    several: set[frozenset[str]] = set()  # keys of the records in a list
    waiting: list[Value] = [value]
    while waiting:
        one = waiting.pop()
        parts = [part for _, part in one.pairs] if isinstance(one, Named) else []
        inner = one.items if isinstance(one, Many) else parts
        waiting += inner
        for part in inner:
            if isinstance(part, Named) and len(part.pairs) > 1:
                keys = frozenset(key.text for key, _ in part.pairs)
                alike.setdefault(keys, []).append(part)
                several |= {keys} if len(inner) > 1 and isinstance(one, Many) else set()
    for keys in several:
        if len(alike[keys]) > 2:
            found.peers[keys] = record.key_roles(alike[keys][:200], found.chosen)


def _is_one_record(value: Named, key_role: dict[str, str], found: _Collector, root: bool) -> bool:
    if not record.is_record(value, key_role) or data_meaning.explains(value):
        return False
    if root and any(map(data_meaning.holds_terms, (inner for _, inner in value.pairs))):
        return False  # title and description of a file, and below them a mapping of names to texts
    holds = _holds_records(value, found) and (root or not data_meaning.defines(value))
    return not holds or (record.by_language(value) and not root)


def _pairs_of(value: Named, key_role: dict[str, str], holds: bool, found: _Collector) -> None:
    """Read the keys of a mapping that is no record, each with its value."""
    keyed, inner_role = _roles_inside(value, found)
    shorts = data_meaning.are_short_forms([k.text for k, i in value.pairs if isinstance(i, Named)])
    beside = data_beside.beside_terms(value, found.chosen)
    long_forms = data_meaning.long_forms(value, inner_role)
    topics = _topics(value, key_role)
    nested = any(not isinstance(inner, Leaf) for _, inner in value.pairs)
    free = not found.records_only
    listed = data_meaning.meaning_of_lists(value) if free else ""
    says, may_mean = free and _says(value, found), free and not record.has_name(value)
    before, holds = len(found.drafts), holds or data_meaning.heads_list(value)
    holds = holds and not _are_names_too(value, len(keyed), inner_role)
    numbered = data_meaning.are_numbers([key.text for key, _ in value.pairs])
    for key, inner in value.pairs:
        if holds and names.fold(key.text) in _ABOUT and isinstance(inner, Named):
            found.skip(key, " ".join(record.texts(inner)), "about the document")
        elif key.text in beside:
            found.skip(key, f"{key.text}: {' '.join(record.texts(inner))}", "beside the terms")
        elif isinstance(inner, Leaf):
            of_number = numbered and key.text.strip().isdigit()
            if holds or not says or of_number or _is_beside(key.text, inner.text, nested):
                found.skip(key, f"{key.text}: {inner.text}", "beside the entries" if holds else "no entry")
            else:
                found.drafts.append(data_texts.draft(key.text, key.line, [inner.text]))
        elif isinstance(inner, Named) and key.text in long_forms:
            _record(inner, inner_role, found, key)
        elif listed and isinstance(inner, Many):
            said = record.texts(inner)
            also, meanings = ([], said) if listed == data_meaning.MEANINGS else (said, [""])
            found.drafts += [data_texts.draft(key.text, key.line, [text], also) for text in meanings]
        elif isinstance(inner, Many) and may_mean and (senses := _senses(key, inner, found)):
            found.drafts += senses
        elif found.records_only or not (
            isinstance(inner, Named) and _keyed(key, inner, inner_role, found, shorts)
        ):
            _collect(inner, found, called=speaks_of_glossary(key.text.replace("_", " ")))
    if topics:
        later = found.drafts[before:]
        found.drafts[before:] = [one if one.topics else replace(one, topics=topics) for one in later]


def _says(value: Named, found: _Collector) -> bool:
    """Whether the texts of a mapping explain its keys; they may be short where it is called a glossary."""
    return data_meaning.says(value) or (id(value) in found.called and data_meaning.may_say(value))


def _is_beside(key: str, text: str, nested: bool) -> bool:
    """Whether a text is no meaning of its key: none at all, or about the document above ``nested`` values."""
    return data_meaning.is_nothing_said(text) or (nested and names.fold(key) in data_meaning.METADATA)


def _roles_inside(value: Named, found: _Collector) -> tuple[list[Named], dict[str, str]]:
    """The records that keys of a mapping name, and the roles of the keys in them."""
    keyed = [inner for _, inner in value.pairs if isinstance(inner, Named)]
    inner_role = record.key_roles(keyed, found.chosen, named=True) if keyed else {}
    if keys_as_names.maps_names(value) and not found.chosen:
        inner_role = data_meaning.with_prose(keyed, inner_role)
    return keyed, inner_role


def _topics(value: Named, key_role: dict[str, str]) -> tuple[str, ...]:
    """The texts that group the entries of a mapping."""
    leaves = ((key, inner) for key, inner in value.pairs if isinstance(inner, Leaf))
    return tuple(inner.text for key, inner in leaves if key_role.get(key.text) == "topics")


def _are_names_too(value: Named, keyed: int, inner_role: dict[str, str]) -> bool:
    """Whether the keys with a text are names, as the keys with a record: {"API": "…", "CPU": {"long": …}}."""
    if keyed < SOME or not {"text", "long", "short"} & set(inner_role.values()):
        return False
    texts = [key.text for key, inner in value.pairs if isinstance(inner, Leaf)]
    told = any(is_exact(text) or names.fold(text) in data_meaning.METADATA for text in texts)
    return len(texts) >= SOME and 3 * len(texts) >= len(value.pairs) and not told


def _senses(key: Leaf, value: Many, found: _Collector) -> list[Draft]:
    """The entries of a name that maps to a list of records with a text and without names; else none."""
    items = [item for item in value.items if isinstance(item, Named)]
    if not items or len(items) < len(value.items) or any(map(record.has_name, items)):
        return []
    told = any(names.fold(own.text) in _SENSES for item in items for own, _ in item.pairs)
    if not told or record.translated(value) or "name" in record.key_roles(items, found.chosen).values():
        return []
    key_role, name = record.key_roles(items, found.chosen, named=True), clean_name(key.text)
    return [draft for item in items for draft in record_drafts.drafts(item, key_role, key.line, name)]


def _holds_records(value: Value, found: _Collector) -> bool:
    """Whether full records, with their own names, are nested in the value."""
    known = found.holding.get(id(value))
    if known is not None:
        return known
    inner = (
        value.items
        if isinstance(value, Many)
        else [part for _, part in value.pairs]
        if isinstance(value, Named)
        else []
    )
    maps = [part for part in inner if isinstance(part, Named)]
    key_role = record.key_roles(maps[:20], found.chosen) if maps else {}
    holds = any(
        record.is_record(part, key_role) and len(part.pairs) > 1 and data_meaning.speaks(part)
        for part in maps[:20]
    )
    holds = holds or any(_holds_records(part, found) for part in inner if not isinstance(part, Leaf))
    found.holding[id(value)] = holds
    return holds


def _in_language(value: Named, found: _Collector) -> None:
    codes = {LANGUAGES[names.fold(key.text)]: inner for key, inner in value.pairs}
    taken = found.language if found.language in codes else next(iter(codes))
    _collect(codes[taken], found)
    for code, inner in codes.items():
        if code != taken:
            for text in record.texts(inner):
                found.skip(inner, text, f"in another language ({code})")


def _record(value: Named, key_role: dict[str, str], found: _Collector, name: Leaf | None = None) -> None:
    for key, _ in value.pairs:
        role = key_role.get(key.text, "")
        found.columns.setdefault(key.text, role if "@" in role else field_of(role))
        found.places.setdefault(key.text, Place(line=key.line))
    line = name.line if name else _line(value, key_role)
    new = record_drafts.drafts(
        value, key_role, line, clean_name(data_texts.spaced(name.text)) if name else ""
    )
    if not new:
        found.skip(value, " ".join(record.texts(value)), "record without a name")
    elif _is_empty(value, new, key_role):
        found.skip(value, record.in_full(value), "record without a text")
        new = []
    found.drafts += new
    for key, inner in value.pairs:
        if not isinstance(inner, Leaf) and not record.is_plain(inner) and _holds_records(inner, found):
            listed = isinstance(inner, Many) and record.translated(inner)
            listed = listed or (isinstance(inner, Named) and record.by_language(inner))
            if listed or key_role.get(key.text, "").startswith("@"):
                continue
            if data_meaning.has_sections(value, key_role) or data_meaning.holds_parts(value, inner, key_role):
                found.skip(inner, " ".join(record.texts(inner)), "further section of the record")
                continue
            _collect(inner, found)


def _is_empty(value: Named, new: Sequence[Draft], key_role: dict[str, str]) -> bool:
    """Whether a record has a key for its text but nothing there, and nothing else of a term but its name."""
    keyed = any(key_role.get(key.text) == "text" and isinstance(inner, Leaf) for key, inner in value.pairs)
    told = any(one.body or one.also or one.versions or one.says or one.say_to_customer for one in new)
    return keyed and not told and not any(isinstance(inner, Many | Named) for _, inner in value.pairs)


def _line(value: Named, key_role: dict[str, str]) -> int:
    return next((inner.line for key, inner in value.pairs if key_role.get(key.text) == "name"), value.line)


def _keyed(key: Leaf, inner: Named, key_role: dict[str, str], found: _Collector, shorts: bool) -> bool:
    """Read a name that maps to a record, or to texts in several languages; return whether it is one.

    ``shorts`` is true if it is one of many abbreviations.
    """
    if keys_as_names.maps_names(inner) or data_meaning.heads_names(key.text, inner):
        return False
    own = record.key_roles([inner], found.chosen)
    if record.is_record(inner, own) and record.has_name(inner) and not data_meaning.is_retold(key_role):
        before = len(found.drafts)
        _record(inner, own, found)
        if len(found.drafts) == before + 1 and (shorts or data_meaning.is_short_form(key.text)):
            last = found.drafts[-1]
            found.drafts[-1] = replace(last, also=(*last.also, clean_name(key.text)))
        return True
    if {"text", "short", "long"} & {
        role for k, role in key_role.items() if any(k == p.text for p, _ in inner.pairs)
    }:
        _record(inner, key_role, found, None if record.is_id(key.text, inner, key_role) else key)
        return True
    if record.is_named(inner):
        new = record_drafts.drafts(
            Named(pairs=((key, inner),), line=inner.line), {key.text: "name"}, key.line
        )
        found.drafts += new
        return bool(new)
    said = any(not data_meaning.is_nothing_said(text) for text in record.texts(inner))
    if (
        said
        and record.is_plain(inner)
        and not record.has_name(inner)
        and not re.fullmatch(r"\d+", key.text.strip())
    ):
        new = record_drafts.drafts(
            Named(pairs=((key, inner),), line=inner.line), {key.text: "text"}, key.line, key.text
        )
        found.drafts += new
        return bool(new)
    return False
