"""Which column of a table, or key of a record, holds what: by its header, else by what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.vocabulary import (
    ALSO_HEADERS,
    FACET_STARTS,
    NAME_HEADERS,
    SHORT_HEADERS,
    TEXT_HEADERS,
)

MAX_HEADER = 100  # characters
Chosen = Mapping[str, str]  # header -> field, as a person set it


def folded(header: str) -> str:
    return names.fold(header) or header.strip()


def chosen_field(header: str, chosen: Chosen) -> str | None:
    """The field that a person set for a header; None where nothing is set."""
    own = folded(header)
    return next((field for column, field in chosen.items() if folded(column) == own), None)


def by_header(headers: Sequence[str], chosen: Chosen) -> list[str]:
    """The field of each column by its header, "" where the header tells nothing."""
    fields = [_field(header) for header in headers]
    set_by_hand = [chosen_field(header, chosen) for header in headers]
    if "name" not in [*fields, *set_by_hand] and "short" in fields:
        fields[fields.index("short")] = "name"
    fields = ["also" if field == "short" else field for field in fields]
    for index, field in enumerate(set_by_hand):
        if field is not None:
            fields = ["" if other == field == "name" else other for other in fields]
            fields[index] = field
    return _one_name(fields)


def _one_name(fields: Sequence[str]) -> list[str]:
    first = fields.index("name") if "name" in fields else -1
    return ["also" if field == "name" and index != first else field for index, field in enumerate(fields)]


_KNOWN = (("name", NAME_HEADERS), ("text", TEXT_HEADERS), ("also", ALSO_HEADERS), ("short", SHORT_HEADERS))


def _field(header: str) -> str:
    """By the whole header, else by its last or first word ("Support term", "Definition (short)")."""
    if len(header) > MAX_HEADER:
        return ""
    whole = names.fold(header)
    for field, known in _KNOWN:
        if whole in known:
            return field
    words = names.fold(names.bare(header)).split()
    if not 0 < len(words) <= 4 or words[0] in FACET_STARTS - {"definition", "meaning", "explanation"}:
        return ""
    for word in (words[-1], words[0]):
        for field, known in _KNOWN:
            if word in known and word not in ("title", "item", "short", "code", "text", "word", "name"):
                return field
    return ""


def by_content(rows: Sequence[Sequence[str]]) -> list[str]:
    """The field of each column by what stands in it: short different values, then the longest text.

    Empty list where no two columns look like names and texts.
    """
    width = max((len(row) for row in rows), default=0)
    columns = [[row[i] for row in rows if i < len(row) and row[i].strip()] for i in range(width)]
    name = next((i for i, values in enumerate(columns) if _are_names(values, len(rows))), None)
    if name is None:
        return []
    lengths = [mean(map(len, values)) if values and i != name else 0.0 for i, values in enumerate(columns)]
    text = max(range(width), key=lambda i: lengths[i])
    if not lengths[text]:
        return []
    return ["name" if i == name else "text" if i == text else "" for i in range(width)]


def _are_names(values: Sequence[str], rows: int) -> bool:
    if len(values) < 0.5 * rows or not values:
        return False
    words = mean(count_words(value) for value in values)
    different = len({names.fold(value) for value in values}) / len(values)
    numbers = mean(value.strip().replace(".", "").isdigit() for value in values)
    return words <= 5 and different >= 0.7 and numbers < 0.5


def is_header(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a first row of unknown words is a header: short cells over a column of long texts."""
    fields = by_content(rest)
    if "text" not in fields or any(count_words(cell) > 3 for cell in first) or len(rest) < 2:
        return False
    column = fields.index("text")
    below = [count_words(row[column]) for row in rest if column < len(row)]
    return column < len(first) and 0 < 2.5 * count_words(first[column]) <= mean(below)
