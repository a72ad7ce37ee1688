"""Changed columns to changed YAML: field by field through ``edit``, so that all else in a file stays."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from site_gen.corpus.layout import TERMS
from site_gen.corpus.yaml import edit, write
from site_gen.editing.sheet.columns import COLUMNS
from site_gen.editing.sheet.compare import Compared
from site_gen.editing.sheet.values import Value, empty
from site_gen.model.schema import LINK, TERM

Keys = tuple[str | int, ...]


def changes(files: Mapping[str, bytes], compared: Compared) -> dict[str, bytes]:
    """The files that change or are new, by path."""
    out: dict[str, bytes] = {}
    for row in compared.edited:
        path = f"{TERMS}{row.slug}.yaml"
        data = files[path]
        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        out[path] = mark + changed(data.decode("utf-8-sig"), row.values).encode()
    for row in compared.new:
        out[f"{TERMS}{row.slug}.yaml"] = drafted(row.values).encode()
    return out


def changed(text: str, values: Mapping[str, Value]) -> str:
    """One term's YAML with the values of these columns."""
    metric = {title: value for title, value in values.items() if COLUMNS[title].keys[0] == "metric"}
    if metric and not _there(text, ("metric",)):
        values = {title: value for title, value in values.items() if title not in metric}
        text = _set(text, ("metric",), _record(metric).get("metric", {}))
    for title, value in values.items():
        column = COLUMNS[title]
        if column.shape == "contrast":
            text = _contrast(text, column.keys[1:], _mapping(value))
        elif column.shape == "lists":
            text = _lists(text, column.keys, _mapping(value))
        elif column.shape == "map":
            text = _map(text, column.keys, _mapping(value))
        elif isinstance(value, list):
            text = _list(text, column.keys, value)
        else:
            text = _set(text, column.keys, value)
    return text


def drafted(values: Mapping[str, Value]) -> str:
    """The YAML of a new term; a draft whatever its row says."""
    return write.document(_record({**values, "status": "draft"}))


def _record(values: Mapping[str, Value]) -> dict[str, Any]:
    """The values as a term holds them, in the order of the schema, empty ones left out."""
    record: dict[str, Any] = {}
    for title in COLUMNS:
        value, keys = values.get(title), COLUMNS[title].keys
        if value is None or empty(value):
            continue
        if COLUMNS[title].shape == "contrast":
            for slug, text in _mapping(value).items():
                inner = record.setdefault("contrast", {}).setdefault(slug, {})
                for key in keys[1:-1]:
                    inner = inner.setdefault(key, {})
                inner[keys[-1]] = text
        elif len(keys) > 1:
            inner = record.setdefault(keys[0], {})
            if isinstance(inner, str):
                raise edit.EditError(f"'{keys[0]}' and '{title}' are both filled; keep one of the two")
            inner[keys[1]] = value
        else:
            record[keys[0]] = value
    for slug, inner in record.get("contrast", {}).items():
        record["contrast"][slug] = inner["difference"] if list(inner) == ["difference"] else inner
    return {name: record[name] for name in TERM if name in record}


def _mapping(value: Value) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _set(text: str, keys: Keys, value: Any) -> str:
    if not empty(value):
        if len(keys) > 1 and isinstance(_plain(text, keys[:1]), str):
            raise edit.EditError(
                f"'{keys[0]}' is one text; empty its cell to write '{'.'.join(map(str, keys))}' instead"
            )
        return edit.set_value(text, keys, value, tuple(TERM))
    return edit.remove_key(text, keys) if _there(text, keys) else text


def _map(text: str, keys: Keys, wanted: Mapping[str, str]) -> str:
    before = _plain(text, keys) or {}
    if not before or not wanted:
        return _set(text, keys, wanted)
    for name in before:
        if name not in wanted:
            text = edit.remove_key(text, (*keys, name))
    for name, inner in wanted.items():
        if name not in before or " ".join(str(before[name]).split()) != inner:
            text = edit.set_value(text, (*keys, name), inner)
    return text


def _lists(text: str, keys: Keys, wanted: Mapping[str, Any]) -> str:
    """A list under each name."""
    for name in _plain(text, keys) or {}:
        if name not in wanted:
            text = edit.remove_key(text, (*keys, name))
    for name, items in wanted.items():
        text = _list(text, (*keys, name), list(items))
    return text


def _contrast(text: str, part: Keys, wanted: Mapping[str, str]) -> str:
    """One part of what is said of every term that is told apart, such as ``difference``."""
    whole = part == ("difference",)
    for slug in _plain(text, ("contrast",)) or {}:
        there = ("contrast", slug) if whole else ("contrast", slug, *part)
        if slug not in wanted and _there(text, there):
            text = edit.remove_key(text, there)
    for slug, inner in wanted.items():
        now = _plain(text, ("contrast", slug))
        if isinstance(now, dict):
            text = edit.set_value(text, ("contrast", slug, *part), inner)
        elif whole:
            text = edit.set_value(text, ("contrast", slug), inner)
        else:
            known = {"difference": now} if now else {}
            nested: Any = inner
            for key in reversed(part):
                nested = {key: nested}
            text = edit.set_value(text, ("contrast", slug), {**known, **nested})
    return text


def _list(text: str, keys: Keys, wanted: list[Any]) -> str:
    """Item by item, so that the comments beside items stay; in one where items come in between."""
    before = _plain(text, keys)
    if not isinstance(before, list) or not before or not wanted:
        return _set(text, keys, wanted)
    steps = SequenceMatcher(
        None, list(map(str, before)), list(map(str, wanted)), autojunk=False
    ).get_opcodes()
    between = [step for step in steps if step[0] == "insert" and step[1] < len(before)]
    if between or any(step[4] - step[3] > step[2] - step[1] for step in steps if step[0] == "replace"):
        return edit.set_value(text, keys, wanted)
    for _, start, end, first, last in reversed([step for step in steps if step[0] != "equal"]):
        if start == len(before):
            text = edit.append_items(text, keys, wanted[first:])
        shared = min(end - start, last - first)
        if shared < end - start:
            text = edit.remove_items(text, keys, range(start + shared, end))
        for place in range(shared):
            text = _item(text, (*keys, start + place), wanted[first + place])
    return text


def _item(text: str, keys: Keys, wanted: Any) -> str:
    if not isinstance(wanted, dict):
        return edit.set_value(text, keys, wanted)
    for name in LINK:
        text = _set(text, (*keys, name), wanted.get(name, ""))
    return text


def _there(text: str, keys: Keys) -> bool:
    return _plain(text, keys) is not None


def _plain(text: str, keys: Keys) -> Any:
    """The value at ``keys`` as plain texts, lists and mappings; None where there is none."""
    value = edit.plain(text)
    for key in keys:
        if isinstance(value, list):
            value = value[int(key)]
        else:
            value = value.get(key) if isinstance(value, dict) else None
    return value
