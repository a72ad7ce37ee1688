"""YAML, JSON and TOML to drafts: records, names that map to texts, columns and rows, nested or not."""

from __future__ import annotations

from dataclasses import replace
from statistics import mean

from site_gen.sources.draft import Draft, Reading, Skipped, UnreadableError
from site_gen.sources.formats import (
    data_boards,
    data_boxes,
    data_columns,
    data_kinds,
    data_languages,
    data_lists,
    data_meaning,
    data_outlines,
    data_page,
    data_tree,
    grouped_keys,
    record,
    record_drafts,
    rich_text,
    script_values,
    senses,
    tiddlywiki,
    yaml_tree,
)
from site_gen.sources.formats.data_collector import Collector, learn
from site_gen.sources.formats.data_entries import collect
from site_gen.sources.formats.data_tables import joined
from site_gen.sources.formats.data_tree import Leaf, Named, Value
from site_gen.sources.formats.decode import check_size
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.called_glossary import is_called_glossary
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.scope import names_glossary


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a YAML, JSON or TOML file. Raises ``UnreadableError``."""
    value = _parsed(document)
    if value and (tiddlers := tiddlywiki.in_data(value)):
        return tiddlywiki.of_tiddlers(tiddlers, document, chosen)
    broken = data_tree.broken_rows(document.text) if document.format == "json" else []
    reading = from_value(value, chosen, document.language, file=document.filename)
    reading = or_page(reading, value, document, chosen) if value else reading
    if not reading.drafts and document.format == "yaml":
        yaml_tree.check(document.text)
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


def parsed(document: Document) -> Value | None:
    """The value of a file as it stands there; None for one without any."""
    if document.format == "yaml":
        check_size(document.text.encode(), data_tree.MAX_BYTES)
    parsers = {"json": data_tree.from_json, "toml": data_tree.from_toml, "yaml": yaml_tree.from_yaml}
    try:
        return parsers[document.format](document.text)
    except UnreadableError:
        value = script_values.from_lax_json(document.text) if document.format == "json" else None
        if value is None:
            raise
        return value


def _parsed(document: Document) -> Value | None:
    value = parsed(document)
    return prepared(value) if value else None


def prepared(value: Value) -> Value:
    """A tree with plain texts, tables as records, and the senses and lists of a term spelled out."""
    value = data_languages.together(data_columns.as_records(value))
    value = data_lists.opened(grouped_keys.apart(data_boxes.unboxed(value)))
    value = data_lists.named(senses.apart(data_lists.together(rich_text.flattened(value))))
    return joined(data_lists.spelled_out(value))


def of_one(document: Document, name: str, chosen: Chosen) -> Reading | None:
    """The entry called ``name`` of a file with the other fields of one term; None for other files."""
    value = _parsed(document)
    if not isinstance(value, Named) or record.has_name(value):
        return None
    keys = {key.text for key, inner in value.pairs if record.is_plain(inner)}
    if not any(role_of(key) == "text" and is_exact(key) for key in keys):
        return None
    key_role = record.key_roles([value], chosen, called=[name])
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
    found = Collector(chosen=chosen, language=language, records_only=records_only, of_words=bool(title))
    if inside := data_kinds.glossary_inside(value):
        found.skip(value, " ".join(record.texts(value)), "beside the glossary")
        value = inside
    data_kinds.not_terms(value, of_words=bool(title))
    of_tasks = bool(title) and data_kinds.is_of_things(value)
    terms = data_boards.list_of_terms(value) if of_tasks else value
    if terms is not value:
        found.skip(value, " ".join(record.texts(value)), "beside the list of terms")
    learn(terms, found)
    called = bool(file) and is_called_glossary(file)
    found.of_synonyms |= {id(terms)} if data_meaning.says_synonyms(file) else set()
    collect(terms, found, root=terms is value, called=called)
    if len(found.drafts) == 1:
        data_kinds.not_of_project(value)
    return Reading(
        title=_title(value) or (title if of_tasks else "") or _called(value),
        drafts=tuple(_with_long_forms(found)),
        skipped=tuple(found.skipped),
        columns=found.columns,
        places=found.places,
    )


def _with_long_forms(found: Collector) -> list[Draft]:
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


def _called(value: Value) -> str:
    """The only key of a file that holds more than a text, if it names a glossary: {"glossary": {…}}."""
    pairs = value.pairs if isinstance(value, Named) else ()
    held = [key.text.replace("_", " ") for key, inner in pairs if not isinstance(inner, Leaf)]
    return held[0] if len(held) == 1 and names_glossary(held[0]) else ""


def _title(value: Value) -> str:
    pairs = value.pairs if isinstance(value, Named) else ()
    return next((v.text for k, v in pairs if k.text.lower() == "title" and isinstance(v, Leaf)), "")
