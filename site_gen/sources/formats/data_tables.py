"""Data in forms that stand for records: lists of keys and values, records in two halves, columns and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.formats import fragment, record
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.blocks import Row, Table
from site_gen.sources.shape.columns import by_header
from site_gen.sources.shape.header_roles import folded, is_exact, role_of
from site_gen.sources.shape.header_words import BODY_HEADERS

_OF_PAIR = ("key", "name", "field", "property", "attribute", "label")


def joined(value: Value) -> Value:
    """The value with lists of keys and values as mappings, and records that stand in two halves as one."""
    if isinstance(value, Many):
        items = tuple(joined(item) for item in _unwrapped(value.items))
        whole = tuple(_of_halves(item) if isinstance(item, Named) else item for item in items)
        return _mapped(items, value.line) or Many(items=whole, line=value.line)
    if not isinstance(value, Named):
        return value
    return Named(pairs=tuple((key, joined(inner)) for key, inner in _undotted(value).pairs), line=value.line)


def _unwrapped(items: Sequence[Value]) -> Sequence[Value]:
    """The records of a list, where each stands alone under the same key: [{"node": {…}}, {"node": {…}}]."""
    inner: list[Value] = []
    keys: set[str] = set()
    for item in items:
        if not isinstance(item, Named) or len(item.pairs) != 1 or not isinstance(item.pairs[0][1], Named):
            return items
        keys.add(item.pairs[0][0].text)
        inner.append(item.pairs[0][1])
    return inner if len(keys) == 1 < len(inner) else items


def _undotted(value: Named) -> Named:
    """A flat mapping of paths, {"minutes.title": …, "minutes.text": …}, as records by the first part."""
    parts = [(key.text.rpartition("."), key, inner) for key, inner in value.pairs]
    roles = {role_of(last) for (_, _, last), *_ in parts}
    if len(parts) < 4 or not {"name", "text"} <= roles or not all(first for (first, *_), *_ in parts):
        return value
    records: dict[str, list[tuple[Leaf, Value]]] = {}
    for (first, _, last), key, inner in parts:
        records.setdefault(first, []).append((replace(key, text=last), inner))
    lines = {first: replace(own[0][0], text=first) for first, own in records.items()}
    whole = [{role_of(key.text) for key, _ in own} >= {"name", "text"} for own in records.values()]
    if 2 * sum(whole) <= len(whole):
        return value
    return Named(
        pairs=tuple(
            (lines[first], Named(pairs=tuple(own), line=lines[first].line)) for first, own in records.items()
        ),
        line=value.line,
    )


_OF_PAGES = frozenset(["frontmatter", "front matter", "attributes", "metadata", "meta", "matter"])


def _of_halves(value: Named) -> Named:
    """A record whose name stands in one inner mapping and its text in another, as one mapping."""
    pairs = value.pairs
    if any(role_of(key.text) == "text" or folded(key.text) in BODY_HEADERS for key, _ in pairs):
        # a page, whose title stands in its front matter
        pairs = tuple(
            inner
            for key, own in pairs
            for inner in (
                own.pairs if isinstance(own, Named) and names.fold(key.text) in _OF_PAGES else ((key, own),)
            )
        )
    halves = [inner for _, inner in pairs if isinstance(inner, Named)]
    if halves and not any(record.by_language(half) for half in halves):
        told = [{role_of(key.text) for key, _ in half.pairs} & {"name", "text"} for half in halves]
        own = {role_of(key.text) for key, inner in pairs if isinstance(inner, Leaf) and is_exact(key.text)}
        rest = [half for half, roles in zip(halves, told, strict=True) if roles == {"text"}]
        if "name" in own and "text" not in own and len(rest) == 1 == sum(map(bool, told)):
            pairs = (*(pair for pair in pairs if pair[1] is not rest[0]), *rest[0].pairs)
        elif {"name"} in told and {"text"} in told and {"name", "text"} not in told and "text" not in own:
            inside = [pair for half in halves for pair in half.pairs]
            pairs = (*(pair for pair in pairs if not isinstance(pair[1], Named)), *inside)
    return Named(pairs=pairs, line=value.line)


def _mapped(items: Sequence[Value], line: int) -> Named | None:
    """The mapping that a list of pairs means: [{"key": "term", "value": "Twill"}, …]; else None."""
    out: list[tuple[Leaf, Value]] = []
    for item in items:
        parts = {names.fold(k.text): inner for k, inner in item.pairs} if isinstance(item, Named) else {}
        key = next((parts[one] for one in _OF_PAIR if isinstance(parts.get(one), Leaf)), None)
        text = parts.get("value") or (parts.get("text") if len(parts) == 2 else None)
        if text is None or not isinstance(key, Leaf):
            return None
        out.append((key, text))
    roles = {role_of(key.text) for key, _ in out}
    distinct = len({key.text for key, _ in out}) == len(out)
    return Named(pairs=tuple(out), line=line) if distinct and {"name", "text"} <= roles else None


def as_table(value: Value) -> Table | None:
    """The value as a table, if it is one in another form; else None.

    The forms are: columns as lists or by row number, a list of rows, and columns separate from rows.
    """
    if isinstance(value, Many):
        if lettered := _lettered(value):
            return lettered
        rows = [item for item in value.items if isinstance(item, Many)]
        cells = [[part.text for part in row.items if isinstance(part, Leaf)] for row in rows]
        whole = len(rows) == len(value.items) > 1
        flat = whole and all(len(own) == len(row.items) for own, row in zip(cells, rows, strict=True))
        filled = _filled(cells) if flat and len(cells[0]) >= 2 else []
        return _table(_without_keys(filled), [row.line for row in rows]) if filled else None
    if not isinstance(value, Named) or len(value.pairs) < 2:
        return None
    parts = {key.text: inner for key, inner in value.pairs}
    head, data = parts.get("columns"), parts.get("data")
    if sheet := _of_sheet(parts.get("cols"), parts.get("rows")):
        return sheet
    if isinstance(head, Many) and isinstance(data, Many) and head.items:
        return as_table(Many(items=(head, *data.items), line=head.line))
    columns = [_column(inner) for inner in parts.values()]
    if any(column is None for column in columns) or "name" not in by_header(list(parts), {}):
        return None
    kept = [column for column in columns if column]
    if len(kept) < len(parts) or len({tuple(key for key, _ in column) for column in kept}) > 1:
        return None
    leaves = [[leaf for _, leaf in column] for column in kept]
    lines = [leaf.line for leaf in leaves[0]]
    return _table(
        [list(parts), *([leaf.text for leaf in row] for row in zip(*leaves, strict=True))],
        [value.line, *lines],
    )


def _filled(cells: Sequence[list[str]]) -> list[list[str]]:
    """The rows, if they are even; below a header also those that sheets send without their last cells."""
    width = len(cells[0])
    if all(len(row) == width for row in cells):
        return list(cells)
    headed = {"name", "text"} <= {*by_header(cells[0], {})} and sum(map(is_exact, cells[0])) > 1
    return (
        [row + [""] * (width - len(row)) for row in cells] if headed and width >= max(map(len, cells)) else []
    )


def _without_keys(rows: list[list[str]]) -> list[list[str]]:
    """The rows without a first cell that is only the key of the second: "first-call" of "First call"."""
    keys = [(_letters(row[0]), _letters(row[1])) for row in rows if len(row) > 2]
    named = any(row[0] != row[1] for row in rows) and all(row[0].islower() for row in rows)
    alike = len(keys) == len(rows) and all(first == second for first, second in keys)
    return [row[1:] for row in rows] if named and alike else rows


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, names.fold(text)))


def _lettered(value: Many) -> Table | None:
    """Records whose keys only count columns, below one that holds the headers: ``{"A": "Term", "B": …}``."""
    records = [item.pairs for item in value.items if isinstance(item, Named)]
    if len(records) < len(value.items) or len(records) < 3:
        return None
    if not all(isinstance(inner, Leaf) for pairs in records for _, inner in pairs):
        return None
    keys = [key.text for key, _ in records[0]]
    heads = [inner.text for _, inner in records[0] if isinstance(inner, Leaf)]
    if any(role_of(key) for key in keys) or not {"name", "text"} <= {
        role_of(h) for h in heads if is_exact(h)
    }:
        return None
    told = [{key.text: inner.text for key, inner in pairs if isinstance(inner, Leaf)} for pairs in records]
    return _table(
        [[one.get(key, "") for key in keys] for one in told], [pairs[0][0].line for pairs in records]
    )


def _of_sheet(head: Value | None, rows: Value | None) -> Table | None:
    """A sheet as Google's query language sends it: columns with labels, and rows of {"c": [{"v": "…"}]}."""
    if not isinstance(head, Many) or not isinstance(rows, Many):
        return None
    labels = [_part(one, "label") for one in head.items]
    cells = [[_part(cell, "v") for cell in _cells_of(row)] for row in rows.items]
    if not any(labels) or not all(len(own) <= len(labels) for own in cells):
        return None
    return _table([labels, *cells], [head.line, *(row.line for row in rows.items)])


def _cells_of(row: Value) -> Sequence[Value]:
    held = (
        next((inner for key, inner in row.pairs if key.text == "c"), None) if isinstance(row, Named) else None
    )
    return held.items if isinstance(held, Many) else ()


def _part(value: Value, name: str) -> str:
    pairs = value.pairs if isinstance(value, Named) else ()
    return next((inner.text for key, inner in pairs if key.text == name and isinstance(inner, Leaf)), "")


def _column(value: Value) -> list[tuple[str, Leaf]] | None:
    """The cells of a column, each with the number or key of its row; None if the value is no column."""
    if isinstance(value, Many):
        pairs = [(str(index), item) for index, item in enumerate(value.items)]
    elif isinstance(value, Named):
        pairs = [(key.text, inner) for key, inner in value.pairs]
        if not all(key.isdigit() for key, _ in pairs):
            return None
    else:
        return None
    return (
        [(key, item) for key, item in pairs if isinstance(item, Leaf)]
        if all(isinstance(item, Leaf) for _, item in pairs)
        else None
    )


def _table(cells: Sequence[Sequence[str]], lines: Sequence[int]) -> Table:
    rows = tuple(
        Row(line=line, cells=tuple(fragment.shown(cell) for cell in row))
        for row, line in zip(cells, lines, strict=True)
    )
    return Table(line=lines[0], rows=rows)
