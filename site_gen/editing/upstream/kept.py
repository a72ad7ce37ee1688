"""glossary/upstream.json: what this glossary has taken over of the shipped one, as it was then.

A later edition is compared with it, so that the desk's own changes can be told from those of the edition.
The file is text with a line for each term: git keeps many editions of it in little space, a person can read
it, and nothing has to be unpacked. What it holds is checked before any of it is used, since a stranger may
have written it: slugs become paths of files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from site_gen.corpus.layout import MAX_UPSTREAM, UPSTREAM
from site_gen.editing.upstream.edition import Values
from site_gen.model import names
from site_gen.model.field import Field
from site_gen.model.problem import RefusedError
from site_gen.model.records import is_edition
from site_gen.model.schema import PATH, TERM, TOPIC

FORMAT = 1
_FIELDS: Mapping[str, Mapping[str, Field]] = {"terms": TERM, "topics": TOPIC, "paths": PATH}
_MAX_DEPTH = 5  # a record, a field, a key, a stop or a list, its texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An edition as far as it was taken over: values by slug or id, with the slugs of the edition.

    ``at`` gives the slug here of each term that this glossary has under another one.
    """

    edition: str
    terms: Mapping[str, Values]
    topics: Mapping[str, Values]
    paths: Mapping[str, Values]
    plain_words: Mapping[str, str]
    at: Mapping[str, str]


def as_bytes(kept: Kept) -> bytes:
    """The file, with a line for each term, topic, path and phrase."""
    return ("{\n" + ",\n".join(_parts(kept)) + "\n}\n").encode()


def _parts(kept: Kept) -> Iterator[str]:
    yield f'"format": {FORMAT}'
    yield f'"edition": {_line(kept.edition)}'
    for name in (*_FIELDS, "plain_words", "at"):
        records = getattr(kept, name)
        rows = ",\n".join(f"{_line(key)}: {_line(records[key])}" for key in sorted(records))
        yield f'"{name}": {{\n{rows}\n}}' if rows else f'"{name}": {{}}'


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=False)


def read_kept(data: bytes) -> Kept:
    """What the file says. Raises ``RefusedError`` where it is not as a command of ours has written it."""
    if len(data) > MAX_UPSTREAM:
        _refuse(f"it is larger than {MAX_UPSTREAM:,} bytes")
    try:
        values = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        _refuse(f"it cannot be read: {str(error) or 'too deep'}")
    if not isinstance(values, dict):
        _refuse("it is no mapping")
    if values.get("format") != FORMAT:
        _refuse(f"its format is {values.get('format')!r:.20}, expected {FORMAT}; a newer version may read it")
    if not isinstance(values.get("edition"), str) or not is_edition(values["edition"]):
        _refuse("it names no edition")
    for name in _FIELDS:
        _check_records(name, values.get(name))
    words = values.get("plain_words")
    if not isinstance(words, dict) or not all(isinstance(reason, str) for reason in words.values()):
        _refuse("its plain_words are no texts")
    at = values.get("at", {})  # the first files of this format have none, when no address was another one
    if not isinstance(at, dict) or not all(
        isinstance(slug, str) and names.is_slug(slug) for pair in at.items() for slug in pair
    ):
        _refuse("its 'at' is no mapping of addresses")
    return Kept(
        edition=values["edition"], plain_words=words, at=at, **{name: values[name] for name in _FIELDS}
    )


def _no_constant(constant: str) -> None:
    raise ValueError(f"{constant} is no value of a glossary")


def _check_records(name: str, records: Any) -> None:
    if not isinstance(records, dict):
        _refuse(f"its {name} are no mapping")
    for key, record in records.items():
        if not names.is_slug(key):
            _refuse(f"{name}: {key!r:.60} is no address")
        if not isinstance(record, dict) or not _is_plain(record, _MAX_DEPTH):
            _refuse(f"{name}: {key}: expected fields with texts, lists and mappings")
        for field, value in record.items():
            if field not in _FIELDS[name] or not _fits(_FIELDS[name][field], value):
                _refuse(f"{name}: {key}: {field!r:.60} is no field, or its value is of another kind")


def _fits(spec: Field, value: Any) -> bool:
    """Whether a value has the shape that the field has in a file."""
    if spec.many:
        kind = dict if spec.kind == "record" else str
        return isinstance(value, list) and all(isinstance(item, kind) for item in value)
    if spec.kind in ("map", "record"):
        return isinstance(value, dict)
    return isinstance(value, str) or (bool(spec.fields) and isinstance(value, dict))


def _is_plain(value: Any, depth: int) -> bool:
    if isinstance(value, str):
        return True
    if depth == 0 or not isinstance(value, (dict, list)):
        return False
    return all(
        _is_plain(inner, depth - 1) for inner in (value.values() if isinstance(value, dict) else value)
    )


def _refuse(what: str) -> NoReturn:
    raise RefusedError(f"{UPSTREAM}: {what}; bring back the file that git has (git checkout -- {UPSTREAM})")
