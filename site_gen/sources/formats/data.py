"""YAML and JSON to drafts: lists or mappings of entries, however they are nested."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece, Reading, Skipped
from site_gen.sources.formats import data_tree
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.formats.decode import check_size
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.blocks import clean_name, is_name_like, labels, tidy
from site_gen.sources.shape.columns import Chosen, by_content, by_header

METADATA = frozenset(  # keys beside the entries of a file
    ["title", "version", "date", "author", "authors", "description", "language", "lang", "updated", "license",
     "source", "url", "id", "name", "schema"]
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class _Collector:
    chosen: Chosen
    columns: dict[str, str] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def read(document: Document, chosen: Chosen) -> Reading:
    if document.format == "json":
        return from_value(data_tree.from_json(document.text), chosen)
    check_size(document.text.encode(), data_tree.MAX_BYTES)
    return from_value(data_tree.from_yaml(document.text), chosen)


def from_value(value: Value | None, chosen: Chosen) -> Reading:
    """The entries of a value: records with a name, or names that map to texts or records."""
    found = _Collector(chosen=chosen)
    if value is None:
        return Reading()
    _collect(value, found)
    title = _title(value)
    return Reading(
        title=title, drafts=tuple(found.drafts), skipped=tuple(found.skipped), columns=found.columns
    )


def _title(value: Value) -> str:
    pairs = value.pairs if isinstance(value, Named) else ()
    return next((v.text for k, v in pairs if k.text.lower() == "title" and isinstance(v, Leaf)), "")


def _collect(value: Value, found: _Collector) -> None:
    if isinstance(value, Many):
        _list(value, found)
    elif isinstance(value, Named):
        _mapping(value, found)
    elif value.text.strip():
        found.skipped.append(Skipped(line=value.line, text=value.text[:200], why="text without a name"))


def _list(value: Many, found: _Collector) -> None:
    guessed = _guessed(value, found.chosen)
    for item in value.items:
        draft = _from_text(item) or _from_row(item)
        if draft:
            found.drafts.append(draft)
        elif guessed and isinstance(item, Named):
            _record(item, [guessed.get(key.text, "") for key, _ in item.pairs], found)
        else:
            _collect(item, found)


def _guessed(value: Many, chosen: Chosen) -> dict[str, str]:
    """The fields of records whose keys say nothing, by what stands under them; empty where they do."""
    records = [item for item in value.items if isinstance(item, Named)]
    keys = list(dict.fromkeys(key.text for item in records for key, _ in item.pairs))
    if (
        len(records) < 2
        or any(len(item.pairs) < 2 for item in records)
        or not 2 <= len(keys) <= 20
        or "name" in by_header(keys, chosen)
    ):
        return {}
    rows = [{key.text: " ".join(_texts(inner)) for key, inner in item.pairs} for item in records]
    return dict(zip(keys, by_content([[row.get(key, "") for key in keys] for row in rows]), strict=False))


def _from_text(item: Value) -> Draft | None:
    """An item like "FCR: solved at the first contact"."""
    if not isinstance(item, Leaf):
        return None
    label = next(labels(tidy(item.text), ""), None)
    return _draft(label.name, item.line, [label.body]) if label else None


def _from_row(item: Value) -> Draft | None:
    """An item like ["FCR", "solved at the first contact"]."""
    if not isinstance(item, Many) or not 2 <= len(item.items) <= 4:
        return None
    texts = [part.text for part in item.items if isinstance(part, Leaf)]
    return (
        _draft(texts[0], item.line, texts[1:])
        if len(texts) == len(item.items) and is_name_like(texts[0], 12)
        else None
    )


def _draft(
    name: str, line: int, texts: Sequence[str], also: Sequence[str] = (), says: str = "", term: str = ""
) -> Draft:
    body = tuple(Piece(line=line, text=text.strip()) for text in texts if text.strip())
    return Draft(
        name=clean_name(name), line=line, how="item", body=body, says=tidy(says), term=term.strip(),
        also=tuple(clean_name(part) for part in also if part.strip()),
    )  # fmt: skip


def _mapping(value: Named, found: _Collector) -> None:
    fields = by_header([key.text for key, _ in value.pairs], found.chosen)
    if "name" in fields and _is_record(value, fields):
        _record(value, fields, found)
        return
    nested = any(not isinstance(inner, Leaf) for _, inner in value.pairs)
    for key, inner in value.pairs:
        if isinstance(inner, Leaf):
            if not inner.text.strip() or (nested and names.fold(key.text) in METADATA):
                found.skipped.append(
                    Skipped(line=key.line, text=f"{key.text}: {inner.text}"[:200], why="no entry")
                )
            else:
                found.drafts.append(_draft(key.text, key.line, [inner.text]))
        elif not _keyed(key, inner, found):
            _collect(inner, found)


def _is_record(value: Named, fields: Sequence[str]) -> bool:
    """Whether a mapping is one entry: a name, and something said of it in plain texts."""
    said = {field_: inner for (_, inner), field_ in zip(value.pairs, fields, strict=True) if _is_plain(inner)}
    return bool(_texts(said.get("name", Leaf(text="", line=0)))) and bool(
        {"text", "also", "says"} & set(said)
    )


def _is_plain(value: Value) -> bool:
    return isinstance(value, Leaf) or (
        isinstance(value, Many) and all(isinstance(item, Leaf) for item in value.items)
    )


def _texts(value: Value) -> list[str]:
    if isinstance(value, Leaf):
        return [value.text] if value.text.strip() else []
    if isinstance(value, Many):
        return [text for item in value.items for text in _texts(item)]
    return [f"{key.text}: {' '.join(_texts(inner))}" for key, inner in value.pairs]


def _record(value: Named, fields: Sequence[str], found: _Collector, name: Leaf | None = None) -> None:
    cells: dict[str, list[str]] = {}
    meanings: list[str] = []
    for (key, inner), field_ in zip(value.pairs, fields, strict=True):
        found.columns.setdefault(key.text, field_)
        if field_ == "text" and isinstance(inner, Many) and len(inner.items) > 1:
            meanings = _texts(inner)
        elif field_:
            cells.setdefault(field_, []).extend(_texts(inner))
    printed = [part for text in ([name.text] if name else cells.get("name", [])) for part in _split(text)]
    if not printed:
        found.skipped.append(
            Skipped(line=value.line, text=" ".join(_texts(value))[:200], why="record without a name")
        )
        return
    also = [part for text in cells.get("also", []) for part in re.split(r"\s*[,;\n]\s*", text)]
    line = name.line if name else value.pairs[fields.index("name")][1].line
    says, term = " ".join(cells.get("says", [])), " ".join(cells.get("term", []))
    for text in [[m] for m in meanings] or [cells.get("text", [])]:
        found.drafts.append(_draft(printed[0], line, text, [*printed[1:], *also], says, term))


def _split(text: str) -> list[str]:
    return [part for part in re.split(r"\s*[\n;]\s*|\s+/\s+", text) if part.strip()] or [text]


def _keyed(key: Leaf, inner: Value, found: _Collector) -> bool:
    """A name that maps to a record or to a list of its meanings."""
    if isinstance(inner, Named):
        fields = by_header([k.text for k, _ in inner.pairs], found.chosen)
        if "text" in fields and ("name" not in fields or not _is_record(inner, fields)):
            fields = ["" if field_ == "name" else field_ for field_ in fields]
            _record(inner, fields, found, key)
            return True
    return False
