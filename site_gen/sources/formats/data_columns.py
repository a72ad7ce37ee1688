"""Records that data keeps by column, or as rows beside a list of their keys, with lists among the cells.

{"term": ["Hold", "Park"], "synonyms": [["wait"], []], "definition": ["…", "…"]}; ``data_tables`` reads
columns of texts whose headers are no words for the parts of an entry.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from site_gen.model import names
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.blocks import abbreviates, count_words
from site_gen.sources.shape.columns import by_header
from site_gen.sources.shape.header_roles import is_exact
from site_gen.sources.shape.header_words import folded_set

FEWEST = 2  # rows
NAME_WORDS = 12
ALIKE = 0.8  # share of keys that their rows begin with
_HEADS = folded_set(
    "columns, column names, headers, header, head, fields, field names, keys, cols, schema, spalten, kopf, "
    "kopfzeile, colonnes, champs, columnas, campos, colonne, colunas, kolommen, столбцы, sütunlar"
)
_ROWS = folded_set(
    "rows, data, values, records, items, entries, body, cells, zeilen, werte, daten, lignes, données, filas, "
    "valores, datos, righe, dati, linhas, dados, rijen, строки, satırlar"
)
_LABELS = frozenset(["label", "title", "name", "key", "id", "field"])  # of a column that is a mapping
_CARD = [Leaf(text="term", line=1), Leaf(text="definition", line=1)]  # front and back
_FIELDS = frozenset(["fields", "flds", "values", "cells"])
_SAYING = frozenset(["text", "also", "short"])  # what a column beside that of the names holds
_ROW = re.compile(r"\D{0,4}\d+")  # the number or key of a row

Column = tuple[Leaf, Mapping[str, Value]]  # its header, and its cells by row


def as_records(value: Value, alone: bool = True, heads: Sequence[Leaf] = ()) -> Value:
    """The value with such columns or rows as a list of records.

    A mapping is ``alone`` where it is not one of several in a list, which are records themselves. ``heads``
    are the names of the fields of notes, as a deck of flash cards tells them.
    """
    if isinstance(value, Many):
        if notes := _of_notes(value, heads):
            return notes
        one = len(value.items) == 1
        return Many(items=tuple(as_records(item, one, heads) for item in value.items), line=value.line)
    if not isinstance(value, Named):
        return value
    if made := (_by_column(value) if alone else None) or _by_row(value) or _by_name(value):
        return made
    heads = _fields_of_notes(value) or heads
    pairs = tuple((key, as_records(inner, heads=heads)) for key, inner in value.pairs)
    return Named(pairs=pairs, line=value.line)


def _fields_of_notes(value: Named) -> Sequence[Leaf]:
    """The names of the fields in the first model of a deck: {"models": [{"flds": [{"name": "Front"}]}]}."""
    models = [item for _, inner in value.pairs if isinstance(inner, Many) for item in inner.items[:1]]
    told = (own for one in models if isinstance(one, Named) for key, own in one.pairs if key.text == "flds")
    return next((labels for own in told if (labels := _labels(own))), ())


def _of_notes(value: Many, heads: Sequence[Leaf]) -> Many | None:
    """The records of notes that list their fields: [{"guid": "…", "fields": ["Hold", "The caller …"]}]."""
    rows: list[Many] = []
    for item in value.items:
        held = [inner for key, inner in item.pairs if key.text in _FIELDS] if isinstance(item, Named) else []
        if len(held) != 1 or not isinstance(held[0], Many) or len(held[0].items) < FEWEST:
            return None
        rows.append(held[0])
    if len(rows) < FEWEST or not all(_is_list(row) for row in rows):
        return None
    told = by_header([head.text for head in heads], {})
    own = heads if {"name", "text"} <= {*told} else _CARD
    return _list([list(zip(own, row.items, strict=False)) for row in rows], value.line)


def _by_column(value: Named) -> Named | Many | None:
    """The records of columns, after what stands beside them; None where there are no such columns."""
    found = [(key, cells) for key, inner in value.pairs if len(cells := _cells(inner)) >= FEWEST]
    headers = [key.text for key, _ in found]
    called = next(
        (c for (_, c), role in zip(found, by_header(headers, {}), strict=True) if role == "name"), {}
    )
    columns = [(key, cells) for key, cells in found if cells.keys() == called.keys()]
    if not _are_names(list(called.values())) or not _say(columns):
        return None
    own = {id(key) for key, _ in columns}
    beside = [(key, inner) for key, inner in value.pairs if id(key) not in own]
    return _with(beside, [[(key, cells[row]) for key, cells in columns] for row in called], value.line)


def _cells(value: Value) -> Mapping[str, Value]:
    """The cells of a column; {} for what is no column."""
    if isinstance(value, Many):
        cells: dict[str, Value] = {str(number): item for number, item in enumerate(value.items)}
    elif isinstance(value, Named) and all(_ROW.fullmatch(key.text) for key, _ in value.pairs):
        cells = {key.text: inner for key, inner in value.pairs}
    else:
        return {}
    return cells if all(isinstance(one, Leaf) or _is_list(one) for one in cells.values()) else {}


def _is_list(value: Value) -> bool:
    return isinstance(value, Many) and all(isinstance(item, Leaf) for item in value.items)


def _are_names(cells: Sequence[Value]) -> bool:
    said = [cell.text for cell in cells if isinstance(cell, Leaf) and cell.text.strip()]
    return 0 < len(said) == len(cells) and all(count_words(text) <= NAME_WORDS for text in said)


def _say(columns: Sequence[Column]) -> bool:
    """Whether columns tell names by a known header, and something of them by another."""
    headers = [key.text for key, _ in columns]
    told = {role for role, head in zip(by_header(headers, {}), headers, strict=True) if is_exact(head)}
    return "name" in told and bool(told & _SAYING)


def _by_row(value: Named) -> Named | Many | None:
    """The records of rows beside a list of their keys, after what else there is; None for other mappings."""
    parts = {names.fold(key.text): inner for key, inner in value.pairs}
    head = next((labels for key, inner in parts.items() if key in _HEADS and (labels := _labels(inner))), [])
    rows = next((inner for key, inner in parts.items() if key in _ROWS and isinstance(inner, Many)), None)
    if rows is None or not _say([(label, {}) for label in head]):
        return None
    cells = [row.items for row in rows.items if isinstance(row, Many) and 1 < len(row.items) <= len(head)]
    if len(cells) < max(FEWEST, len(rows.items)) or any(
        isinstance(one, Named) for row in cells for one in row
    ):
        return None
    known = _HEADS | _ROWS | {"index"}
    beside = [(key, inner) for key, inner in value.pairs if names.fold(key.text) not in known]
    return _with(beside, [list(zip(head, row, strict=False)) for row in cells], value.line)


def _by_name(value: Named) -> Many | None:
    """The records of keys whose rows begin with the key in full: {"queue": ["Queue", "Callers …"]}.

    That may be what a key abbreviates: {"FCR": ["First contact resolution", "Solved …"]}.
    """
    rows = [(key.text, inner.items) for key, inner in value.pairs if isinstance(inner, Many)]
    told = [(key, row) for key, row in rows if len(row) > 1 and all(isinstance(one, Leaf) for one in row[:2])]
    if len(told) < max(FEWEST, len(value.pairs)):
        return None
    alike = [isinstance(row[0], Leaf) and names.key(row[0].text) == names.key(key) for key, row in told]
    texts = [isinstance(row[1], Leaf) and count_words(row[1].text) > 1 for _, row in told]
    if not all(texts):
        return None
    long = [isinstance(row[0], Leaf) and abbreviates(key, row[0].text) for key, row in told]
    if sum(long) >= ALIKE * len(told) > sum(alike) and len({len(row) for _, row in told}) == 1:
        keys = [key for key, inner in value.pairs if isinstance(inner, Many)]
        own = [Leaf(text=head, line=1) for head in ("term", "synonyms", "definition")]
        return _list(
            [list(zip(own, [key, *row], strict=False)) for key, (_, row) in zip(keys, told, strict=True)],
            value.line,
        )
    if sum(alike) < ALIKE * len(told):
        return None
    heads = [*_CARD, Leaf(text="synonyms", line=1)]
    return _list([list(zip(heads, row, strict=False)) for _, row in told], value.line)


def _labels(value: Value) -> list[Leaf]:
    """The headers of columns, each a text or a mapping with its label; [] for other lists."""
    found = []
    for item in value.items if isinstance(value, Many) else ():
        own = {names.fold(k.text): inner for k, inner in item.pairs} if isinstance(item, Named) else {}
        label = item if isinstance(item, Leaf) else next((own[key] for key in _LABELS if key in own), None)
        if not isinstance(label, Leaf):
            return []
        found.append(label)
    return found


def _with(
    beside: Sequence[tuple[Leaf, Value]], rows: Sequence[Sequence[tuple[Leaf, Value]]], line: int
) -> Named | Many:
    """The records of rows as a list, in a mapping with what stands beside them if there is anything."""
    if not beside:
        return _list(rows, line)
    return Named(pairs=(*beside, (Leaf(text="terms", line=line), _list(rows, line))), line=line)


def _list(rows: Sequence[Sequence[tuple[Leaf, Value]]], line: int) -> Many:
    """The records of rows, each in the line of its first text."""
    lines = [next((one.line for _, one in pairs if isinstance(one, Leaf)), line) for pairs in rows]
    items = tuple(
        Named(pairs=tuple((Leaf(text=key.text, line=own), one) for key, one in pairs), line=own)
        for pairs, own in zip(rows, lines, strict=True)
    )
    return Many(items=items, line=line)
