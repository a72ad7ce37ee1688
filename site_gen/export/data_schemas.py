"""The JSON Schemas (draft 7) of the files below ``api/``, made from the table of fields.

They allow more keys than they name: new ones may come at any time (docs/machines.md).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from site_gen.catalog import Catalog
from site_gen.export.json_schema import DRAFT
from site_gen.model.field import Field
from site_gen.model.published import PUBLISHED
from site_gen.model.schema import TERM, term_fields
from site_gen.model.trust import MARKS

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_SLUGS: Schema = {"type": "array", "items": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}}
_DAY: Schema = {"type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"}
_BY_LANGUAGE: Schema = {"type": "object", "additionalProperties": _TEXTS}
_BY_ROW: Schema = {"type": "object", "propertyNames": {"pattern": "^[0-9]+$"}}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_FORMAT: Schema = {"const": 1}


def data_schemas(words: Catalog) -> Mapping[str, str]:
    """The text of each schema by the name that the table of published files gives it."""
    wanted = {one.schema: one for one in PUBLISHED.values() if one.schema}
    return {
        name: _text(f"{one.shown}: {words.text(f'published.{one.key}.holds')}", _SCHEMAS[name]())
        for name, one in wanted.items()
    }


def data_schema_names() -> Iterator[str]:
    """The names of ``data_schemas``, known before these are made."""
    return (one.schema for one in PUBLISHED.values() if one.schema)


def _text(title: str, schema: Schema) -> str:
    return json.dumps({"$schema": DRAFT, "title": title, **schema}, ensure_ascii=False, indent=1) + "\n"


def _object(properties: Mapping[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _term() -> Schema:
    fields = {name: _value(TERM[name]) for name in term_fields(lambda spec: spec.in_json)}
    scenes = _object({"own": _TEXT, "other": _TEXT})
    contrast = _object({"term": _TEXT, "difference": _TEXT, "scenes": scenes}, optional=("scenes",))
    source = {"source": _TEXT, "name": _TEXT, "also": _TEXTS, "says": _TEXT}
    source["in_other_languages"] = _BY_LANGUAGE
    return _object(
        {
            "slug": _SLUGS["items"],
            **fields,
            "narrower": _SLUGS,
            "contrast": _list(contrast),
            "sayings": {"type": "object", "additionalProperties": _TEXT},
            "url": _TEXT,
            "sources": _list(_object(source)),
            "trust": _trust(),
        },
        optional=("sayings",),
    )


def _trust() -> Schema:
    return _object({"mark": {"enum": list(MARKS)}, "words": _TEXT, "by": _TEXT, "on": _DAY, "until": _DAY})


def _value(spec: Field) -> Schema:
    """What stands in the JSON for a field of a term; "" or an empty list where the term has none."""
    if spec.kind == "record":
        inner = {name: _value(field) for name, field in spec.fields.items()}
        return {"anyOf": [_object(inner), {"type": "null"}]}
    found = (
        {"type": "object", "additionalProperties": _TEXTS if spec.lists else _TEXT}
        if spec.kind == "map"
        else {"enum": list(spec.choices)}
        if spec.kind == "choice"
        else _DAY
        if spec.kind == "date"
        else _TEXTS
        if spec.kind == "row"
        else _TEXT
    )
    found = found if not spec.help else {"description": f"{spec.help[0].upper()}{spec.help[1:]}.", **found}
    return _list(found) if spec.many else found


def _one_term() -> Schema:
    schema = _term()
    return _object({"format": _FORMAT, **schema["properties"]}, optional=("sayings",))


def _terms() -> Schema:
    return _object({"format": _FORMAT, "terms": _list(_term())})


def _index() -> Schema:
    file = _object(
        {"path": _TEXT, "type": _TEXT, "holds": _TEXT, "format": _FORMAT, "schema": _TEXT},
        optional=("format", "schema"),
    )
    texts = ("name", "description", "url", "language", "license", "audience", "edition")
    shipped = _object({"terms": _COUNT, **dict.fromkeys(("name", "authors", "license"), _TEXT)})
    own = {"format": _FORMAT, **dict.fromkeys(texts, _TEXT)}
    return _object({**own, "shipped": shipped, "terms": _COUNT, "files": _list(file)}, optional=("shipped",))


def _snippets() -> Schema:
    texts = ("name", "text", "shortcut", "term", "channel", "url")
    snippet = _object({**dict.fromkeys(texts, _TEXT), "trust": _trust()})
    return _object({"format": _FORMAT, "snippets": _list(snippet)})


def _lookup() -> Schema:
    """The columns by what each row holds; ``_BY_ROW`` are those that few terms have a value in."""
    kinds = {"kinds": _list({"type": "array"})}
    return _object(
        {
            "format": _FORMAT,
            **dict.fromkeys(("little", "around", "rings", "english"), _TEXT),
            "questions": {"type": "object", "additionalProperties": {"type": "array"}},
            "stems": _TEXTS,
            "topics": _list(_TEXTS),
            **dict.fromkeys(("names", "slugs", "searchAs", "definitions"), _TEXTS),
            **dict.fromkeys(("abbreviations", "aliases"), _list(_TEXTS)),
            **dict.fromkeys(("contexts", "formerly", "discouraged", "inSources", "here"), _BY_ROW),
            **dict.fromkeys(("levels", "facets", "contrasts"), _TEXT),
            "topic": _list({"type": "integer", "minimum": -1}),
            "mentions": _list(_COUNT),
            "codes": _list(_COUNT),
            "trust": _object({**kinds, "rows": _list(_COUNT), "due": _TEXTS}),
            "asked": _object({**kinds, "rows": _BY_ROW}),
            "inOtherLanguages": _BY_ROW,
            "inEnglish": _TEXT,
            "rewrites": _list(_TEXTS),
            "forms": {"type": "object", "additionalProperties": _TEXT},
        },
        optional=("inOtherLanguages", "inEnglish", "rewrites", "forms"),
    )


_SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "index": _index,
    "terms": _terms,
    "term": _one_term,
    "lookup": _lookup,
    "snippets": _snippets,
}
