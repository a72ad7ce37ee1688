"""The tables of fields as JSON Schema (draft 7), for completion, hover help and errors while typing.

An editor's YAML reader takes ``404`` for a number where the corpus reads text, and an empty value for null;
so both are allowed where the loader allows them. The slugs of a corpus stand in a file of their own and are
offered, not demanded: a term that was added a minute ago is no error, `glossary check` knows all of them.
https://json-schema.org/draft-07/json-schema-release-notes
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from site_gen.checks.codes import EXCEPTABLE
from site_gen.model.contact import MOST, PATTERNS
from site_gen.model.field import Field
from site_gen.model.languages import LANGUAGE
from site_gen.model.names import MAX_SLUG
from site_gen.model.records import UNSORTED, Glossary
from site_gen.model.schema import OWNER, PATH, RULES, SOURCE, TERM, TOPIC

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
NAMES = "names.json"  # the one file that follows the corpus and not the program
# Which files of a project each schema is for, as editors match them.
FILES: Mapping[str, tuple[str, ...]] = {
    "term.json": ("glossary/terms/*.yaml",),
    "source.json": ("glossary/sources/*.yaml",),
    "topics.json": ("glossary/topics.yaml",),
    "paths.json": ("glossary/paths.yaml",),
    "owners.json": ("glossary/owners.yaml",),
    "redirects.json": ("glossary/redirects.yaml",),
    "plain-words.json": ("glossary/plain-words.yaml",),
}

_SLUG: Schema = {
    "type": "string",
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "maxLength": MAX_SLUG,
}
_TEXT: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
_KINDS: Mapping[str, Schema] = {
    "line": {**_TEXT, "pattern": r"^[^\n]*\n?$"},
    "text": _TEXT,
    "markdown": _TEXT,
    "date": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
    "flag": {"enum": [True, False, "true", "false"]},
    "period": {"type": "string", "pattern": "^[1-9][0-9]{0,3} (day|week|month|year)s?$"},
    "row": {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 3},
    "count": {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^[1-9][0-9]*$"}]},
    "percent": {"type": "string", "pattern": "^([1-9][0-9]?|100) ?%$"},
    "slug": {"$ref": f"{NAMES}#/definitions/term"},
    **{kind: {"type": "string", "pattern": pattern, "maxLength": MOST} for kind, pattern in PATTERNS.items()},
}


def schemas(glossary: Glossary) -> dict[str, str]:
    """The texts of all schema files by name."""
    found: dict[str, Schema] = {
        "term.json": _file("A term", _record(TERM)),
        "source.json": _file("A source glossary, or the rules for its import", _source()),
        "topics.json": _file("The topics, in reading order", _list(_record(TOPIC))),
        "paths.json": _file("Learning paths", _list(_record(PATH))),
        "owners.json": _file("The people who answer for terms, and how to reach them", _owners()),
        "redirects.json": _file("Old addresses of terms, and where they lead now", _redirects()),
        "plain-words.json": _file("Phrases that need no term of their own, each with the reason", _texts()),
        NAMES: _names(glossary),
    }
    return {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in found.items()}


def _file(title: str, schema: Schema) -> Schema:
    return {"$schema": DRAFT, "title": title, **schema}


def _names(glossary: Glossary) -> Schema:
    """What a corpus has: offered first, with any other address that can be one allowed."""
    topics = [topic.id for topic in glossary.topics if topic.id]
    return {
        "$schema": DRAFT,
        "title": "The terms and topics of this glossary, for completion; `glossary schema` writes it anew",
        "definitions": {
            "term": _offered([term.slug for term in glossary.terms]),
            "topic": _offered([*topics, UNSORTED]),
        },
    }


def _offered(known: Sequence[str]) -> Schema:
    return {"anyOf": [{"enum": list(known)}, _SLUG]} if known else _SLUG


def _record(fields: Mapping[str, Field]) -> Schema:
    found: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _field(name, field) for name, field in fields.items()},
    }
    required = [name for name, field in fields.items() if field.required]
    return {**found, "required": required} if required else found


def _field(name: str, field: Field) -> Schema:
    value = _map(field) if field.kind == "map" else _value(name, field)
    if field.many:
        value = {"type": "array", "items": value, "uniqueItems": field.kind != "record"}
        if field.required:
            value["minItems"] = 1
    if not field.required:  # the loader takes an empty field for none
        value = {"anyOf": [value, {"type": "null"}]}
    return {"description": _help(field), **value}


def _help(field: Field) -> str:
    text = field.help[:1].upper() + field.help[1:]
    if field.choices and field.kind == "choice":
        text += f" ({', '.join(field.choices)})"
    return f"{text}. Required." if field.required else f"{text}."


def _value(name: str, field: Field) -> Schema:
    if field.kind == "markdown" and field.fields:
        return {"anyOf": [_TEXT, _record(field.fields)]}
    if field.kind == "record":
        return _record(field.fields)
    if field.kind == "choice":
        return {"enum": list(field.choices)}
    if field.kind == "id":
        return {"$ref": f"{NAMES}#/definitions/topic"} if name == "topics" else _SLUG
    return _KINDS[field.kind]


def _map(field: Field) -> Schema:
    """A text, or the fields that may stand instead of it, under each key."""
    if field.keys == "slug":
        value: Schema = {"anyOf": [_TEXT, _record(field.fields)]}
        return {"type": "object", "additionalProperties": value, "propertyNames": _KINDS["slug"]}
    if field.keys == "language":
        names: Schema = {"type": "array", "items": _KINDS["line"], "minItems": 1, "uniqueItems": True}
        return {"type": "object", "additionalProperties": names, "propertyNames": {"pattern": LANGUAGE}}
    if field.keys == "code":
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": {code: {**_TEXT, "description": "The reason."} for code in EXCEPTABLE},
        }
    return _texts()


def _texts() -> Schema:
    return {"type": "object", "additionalProperties": _TEXT}


def _list(item: Schema) -> Schema:
    return {"type": ["array", "null"], "items": item}


def _owners() -> Schema:
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": "^[^,]+$"},
        "additionalProperties": {"anyOf": [_record(OWNER), _KINDS["handle"], {"type": "null"}]},
    }


def _redirects() -> Schema:
    return {
        "type": ["object", "null"],
        "propertyNames": _SLUG,
        "additionalProperties": _KINDS["slug"],
    }


def _source() -> Schema:
    """Both kinds of file in glossary/sources/, since not every editor can match one and not the other."""
    rules = _record(RULES)
    lines = rules["properties"]["lines"]["anyOf"][0]["items"]["properties"]
    for name in ("name", "also"):  # one name may stand without a list
        lines[name] = {"anyOf": [*lines[name].pop("anyOf"), _TEXT], **lines[name]}
    lines["line"] = {**lines["line"], "type": ["integer", "string"], "pattern": "^[1-9][0-9]*$"}
    return {
        "if": {"anyOf": [{"required": [name]} for name in RULES]},
        "then": rules,
        "else": _record(SOURCE),
    }
