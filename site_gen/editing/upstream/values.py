"""The values of corpus files in three states: as adopted, as the desk has them, and as they are upstream.

Values are as ``corpus.yaml.edit.plain`` reads them: texts, lists and mappings; None is an absent field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import Any, Literal

from site_gen.corpus.yaml import edit
from site_gen.corpus.yaml.write import Value
from site_gen.model.field import Field

Side = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One value that both sides have changed, each in another way; None where a side has taken it out.

    ``about`` names it for people and for answers: a slug or a file, then the keys: ``queue.definition``;
    ``field`` is the first of these keys.
    """

    about: str
    path: str
    field: str
    base: Any
    ours: Any
    theirs: Any


Decide = Callable[[Question], Side | None]  # None: no answer now, and ours stays


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Asks about one record: ``name`` is what it is called in questions, ``path`` its file."""

    name: str
    path: str
    decide: Decide

    def about(self, field: str, key: str, base: Any, ours: Any, theirs: Any) -> Question:
        """The question about one field, or about one key in it."""
        about = ".".join(filter(None, (self.name, field, key)))
        return Question(about=about, path=self.path, field=field, base=base, ours=ours, theirs=theirs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The values after a merge, the fields with a change from upstream, and what is left in doubt."""

    values: Mapping[str, Any]
    arrived: tuple[str, ...]
    open: tuple[Question, ...]


def merged(
    base: Mapping[str, Any],
    ours: Mapping[str, Any],
    theirs: Mapping[str, Any],
    fields: Mapping[str, Field],
    ask: Ask,
) -> Merged:
    """Three states of one record to one, field by field; a field that is each desk's own stays as it is."""
    values = dict(ours)
    arrived: list[str] = []
    left: list[Question] = []

    def chosen(field: str, key: str, before: Any, here: Any, there: Any) -> Any:
        question = ask.about(field, key, before, here, there)
        side = ask.decide(question)
        if side is None:
            left.append(question)
        return there if side == "theirs" else here

    for name, spec in fields.items():
        if spec.desks_own:
            continue
        before, here, there = (state.get(name) or None for state in (base, ours, theirs))
        value = _value(spec, before, here, there, partial(chosen, name))
        if value == here:
            continue
        arrived.append(name)
        if value is None:
            values.pop(name, None)
        else:
            values[name] = value
    return Merged(values=values, arrived=tuple(arrived), open=tuple(left))


_Chosen = Callable[[str, Any, Any, Any], Any]


def _value(spec: Field, base: Any, ours: Any, theirs: Any, chosen: _Chosen) -> Any:
    """One field. Names and slugs go item by item, mappings key by key, and a record only holds as a whole."""
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    there = [value for value in (base, ours, theirs) if value is not None]
    if spec.kind != "record" and all(isinstance(value, list) for value in there):
        value = _items(base or [], ours or [], theirs or [])
        return chosen("", base, ours, theirs) if spec.required and not value else value or None
    if spec.kind != "record" and all(isinstance(value, dict) for value in there):
        return _keys(base or {}, ours or {}, theirs or {}, chosen)
    return chosen("", base, ours, theirs)


def _items(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    """What ours has without what theirs took out, and then what theirs brought in."""
    kept = [item for item in ours if item in theirs or item not in base]
    return kept + [item for item in theirs if item not in base and item not in ours]


def _keys(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any], chosen: _Chosen
) -> dict[str, Any] | None:
    out: dict[str, Any] = {}
    for key in dict.fromkeys((*ours, *theirs)):
        before, here, there = base.get(key), ours.get(key), theirs.get(key)
        if here == there or there == before:
            value = here
        elif here == before:
            value = there
        elif all(isinstance(one, list) for one in (before, here, there) if one is not None):
            value = _items(before or [], here or [], there or []) or None
        else:
            value = chosen(key, before, here, there)
        if value is not None:
            out[key] = value
    return out or None


def rewritten(
    text: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    fields: Mapping[str, Field],
    above: tuple[edit.Key, ...] = (),
) -> str:
    """The text of a file whose record at ``above`` says ``before``, made to say ``after``.

    Every byte outside the fields that differ stays. Raises ``EditError``.
    """
    for name, old in before.items():
        if name not in after:
            text = edit.remove_key(text, (*above, name))
        elif after[name] != old:
            text = _changed(text, (*above, name), old, after[name], fields.get(name))
    for name in (name for name in after if name not in before):
        text = _set(text, (*above, name), _written(after[name], fields.get(name)), fields)
    return text


def _changed(text: str, keys: tuple[edit.Key, ...], old: Any, new: Any, spec: Field | None) -> str:
    if isinstance(old, list) and isinstance(new, list):
        try:
            return _relisted(text, keys, old, new, spec)
        except edit.EditError:
            pass  # the list is written anew as a whole
    elif isinstance(old, dict) and isinstance(new, dict) and old and set(old) & set(new):
        for key in (key for key in old if key not in new):
            text = edit.remove_key(text, (*keys, key))
        inner: dict[tuple[edit.Key, ...], Value] = {
            (*keys, key): value for key, value in new.items() if old.get(key) != value
        }
        return edit.set_values(text, inner) if inner else text
    return edit.set_value(text, keys, _written(new, spec))


def _relisted(
    text: str, keys: tuple[edit.Key, ...], old: Sequence[Any], new: Sequence[Any], spec: Field | None
) -> str:
    """A list made to say ``new``, where items that stay in their order keep every byte.

    Raises ``EditError`` where no item stays.
    """
    pairs = list(_pairs(old, new))
    if not pairs:
        raise edit.EditError("nothing of the list stays")
    for place, at in pairs:
        if old[place] != new[at]:
            fields = spec.fields if spec else {}
            text = rewritten(text, old[place], new[at], fields, (*keys, place))
    come: dict[int, Sequence[Any]] = {}
    done = 0
    for place, at in (*pairs, (len(old), len(new))):
        if done < at:
            come[place] = new[done:at]
        done = at + 1
    text = edit.insert_items(text, keys, come) if come else text
    gone = set(range(len(old))) - {place for place, _ in pairs}
    moved = [place + sum(len(items) for at, items in come.items() if at <= place) for place in sorted(gone)]
    return edit.remove_items(text, keys, moved) if moved else text


def _pairs(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """The places of each item that stays, before and after, in order.

    Between items that are the same, two records with a value in common are one, of which other fields have
    changed.
    """
    before, after = ([json.dumps(item, sort_keys=True) for item in items] for items in (old, new))
    for kind, start, end, first, last in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind == "equal":
            yield from zip(range(start, end), range(first, last), strict=True)
        for at in range(first, last) if kind == "replace" else ():
            place = next((place for place in range(start, end) if _is_one(old[place], new[at])), None)
            if place is not None:
                yield place, at
                start = place + 1


def _is_one(old: Any, new: Any) -> bool:
    both = isinstance(old, dict) and isinstance(new, dict)
    return both and any(name in new and new[name] == value for name, value in old.items())


def _set(text: str, keys: tuple[edit.Key, ...], value: Value, fields: Mapping[str, Field]) -> str:
    return edit.set_value(text, keys, value, order=tuple(fields))


def _written(value: Any, spec: Field | None) -> Value:
    """A switch stands without quotes, as people write it."""
    written: Value = value == "true" if spec and spec.kind == "flag" and value in ("true", "false") else value
    return written
