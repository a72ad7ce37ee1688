"""Exports of boards and lists of tasks in which the tasks are terms: what says so, and which list it is."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.sources.formats import record
from site_gen.sources.formats.data_kinds import DEEP
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape import boards
from site_gen.sources.shape.header_roles import role_of

RECORDS, KEYS = 50, 60  # of a value that are looked at


def words_said(value: Value, filename: str) -> str:
    """What says that a value is a list of words: its file, its title, or a text in each of its records."""
    titles = [boards.title_of(filename)]
    columns: list[list[str]] = []
    for one, depth in _parts(value):
        if isinstance(one, Named) and depth <= isinstance(value, Named):
            named = (inner for key, inner in one.pairs[:KEYS] if role_of(key.text) == "name")
            titles += [inner.text for inner in named if isinstance(inner, Leaf)]
        elif isinstance(one, Many):
            columns += _columns(one)
    return boards.words_said(titles, columns)


def _columns(value: Many) -> list[list[str]]:
    """The texts under each key that all records of a list have."""
    items = value.items[:RECORDS]
    held: dict[str, list[str]] = {}
    for item in items:
        for key, inner in item.pairs[:KEYS] if isinstance(item, Named) else ():
            held.setdefault(key.text, []).extend(record.texts(inner)[:1])
    return [cells for key, cells in held.items() if len(cells) == len(items) and role_of(key) != "text"]


def list_of_terms(value: Value) -> Value:
    """The list of a value with the most records of a name and a text; the value itself if it has none."""
    best, most = value, 0
    for one, _ in _parts(value):
        items = [item for item in one.items if isinstance(item, Named)] if isinstance(one, Many) else []
        found = set(record.key_roles(items, {}).values()) if len(items) > most else set[str]()
        if {"name", "text"} <= found:
            best, most = one, len(items)
    return best


def _parts(value: Value) -> Iterator[tuple[Value, int]]:
    """The value and what stands inside of it, each with its depth; of long lists only the beginning."""
    waiting: list[tuple[Value, int]] = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        yield one, depth
        inside = one.items[:RECORDS] if isinstance(one, Many) else ()
        inside = tuple(inner for _, inner in one.pairs[:KEYS]) if isinstance(one, Named) else inside
        waiting += [(part, depth + 1) for part in inside] if depth < DEEP else []
