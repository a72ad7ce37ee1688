"""Lists of records with one for each language of a concept: the languages of a concept become one record.

``[{"id": 1, "lang": "en", "term": "queue"}, {"id": 1, "lang": "de", "term": "Warteschlange"}]``
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.formats import record
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape import rows_by_language, stated_language
from site_gen.sources.shape.header_roles import role_of

FEWEST = 3  # records of two concepts, one of them in two languages


def together(value: Value) -> Value:
    """The value with one record for each concept of such lists, wherever they stand in it."""
    if isinstance(value, Named):
        pairs = _with_norwegian(value.pairs)
        return Named(pairs=tuple((key, together(inner)) for key, inner in pairs), line=value.line)
    if not isinstance(value, Many):
        return value
    rows = [item for item in value.items if isinstance(item, Named)]
    joined = _joined(rows) if FEWEST <= len(rows) == len(value.items) else None
    return Many(items=joined or tuple(map(together, value.items)), line=value.line)


def _with_norwegian(pairs: Sequence[tuple[Leaf, Value]]) -> Sequence[tuple[Leaf, Value]]:
    """The pairs with the code of Norwegian in the place of "no", beside other languages only."""
    keys = {key.text for key, _ in pairs}
    if "no" not in keys or len(keys) < 2 or not all(map(record.language_of_key, keys - {"no"})):
        return pairs
    return [(replace(key, text="nb") if key.text == "no" else key, inner) for key, inner in pairs]


def _joined(rows: Sequence[Named]) -> tuple[Named, ...] | None:
    """The records of concepts; None where the records do not state languages, or nothing tells which belong
    together.
    """
    codes = [record.stated_language(row) for row in rows]
    if not all(codes) or len({*codes}) < 2:
        return None
    cells = [
        {key.text: inner.text.strip() for key, inner in r.pairs if isinstance(inner, Leaf)} for r in rows
    ]
    heads = [head for head in cells[0] if names.fold(head) not in stated_language.HEADERS]
    if not any(role_of(head) == "name" for head in heads):
        return None
    key = rows_by_language.key_of(heads, [[row.get(head, "") for head in heads] for row in cells], codes)
    if key is None:
        return None
    concepts: dict[str, dict[str, Named]] = {}
    for row, code, cell in zip(rows, codes, cells, strict=True):
        concepts.setdefault(cell[heads[key]], {})[code] = row
    return tuple(_concept(by_code, heads[key]) for by_code in concepts.values())


def _concept(by_code: Mapping[str, Named], key: str) -> Named:
    """One record whose names and texts are told by language; of all else, what the first record says."""
    told: dict[str, list[tuple[Leaf, Value]]] = {}
    for code, row in by_code.items():
        for head, inner in row.pairs:
            if head.text != key and names.fold(head.text) not in stated_language.HEADERS:
                line = inner.line if isinstance(inner, Leaf) else head.line
                told.setdefault(head.text, []).append((Leaf(text=code, line=line), inner))
    pairs: list[tuple[Leaf, Value]] = []
    for text, said in told.items():
        (own, first), *_ = said
        whole = Named(pairs=tuple(said), line=own.line)
        pairs.append(
            (Leaf(text=text, line=own.line), whole if rows_by_language.is_told_by_language(text) else first)
        )
    return Named(pairs=tuple(pairs), line=next(iter(by_code.values())).line)
