"""What the columns of a table hold: by its header, down its side, or by what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from site_gen.model import names
from site_gen.sources.shape import explained_kinds, stated_language
from site_gen.sources.shape.abbreviation_columns import add_abbreviations, cell_of, mostly_filled
from site_gen.sources.shape.blocks import Row, Table, count_words
from site_gen.sources.shape.column_contents import are_names, by_content, is_entry, is_header, prose
from site_gen.sources.shape.columns import (
    Chosen,
    by_header,
    chosen_field,
    roles,
    with_long_as_text,
    with_meanings_as_long,
)
from site_gen.sources.shape.header_roles import field_of, is_exact, role_of
from site_gen.sources.shape.header_words import LANGUAGES, STRONG_TEXT_HEADERS, folded_set
from site_gen.sources.shape.text_roles import NONE, with_sentences, with_translation, without_kinds
from site_gen.sources.shape.translation_headers import are_of_translations

NO_COLUMNS = "table without a column of terms and one of texts"
PREAMBLE = 20  # rows that may stand before the header
MAX_COLUMNS = 400  # of a table for people
NOTE_WORDS, NOTES_DIFFER = 2, 0.7  # words of notes that are texts, on average, and share of different ones
HEADER_WORDS = 7  # length in words of a header that no rule knows


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The roles of the columns of one table; ``start`` is the index of its first row of entries.

    ``roles`` are those of ``columns.roles``. ``heads`` has the line and the column of each header. ``table``
    is the table to read instead, if the headers of the original are in its first column.
    """

    headers: tuple[str, ...]
    roles: tuple[str, ...]
    start: int
    header: bool  # whether the row above ``start`` is a header
    known: bool  # whether headers gave the roles; false if the content did
    heads: tuple[tuple[int, int], ...] = ()
    table: Table | None = None
    beside: tuple[int, ...] = ()  # by row of ``table``: the column, from 1, in which the entry stood

    @property
    def fields(self) -> tuple[str, ...]:
        """The field of an entry for each column, in the order of the columns."""
        return tuple(field_of(role) for role in self.roles)


def layout(table: Table, chosen: Chosen) -> Layout | None:
    """The layout of a table; None if no columns look like names with texts, or if there are too many."""
    if any(len(row.cells) > MAX_COLUMNS for row in table.rows):
        return None
    if _has_letters(table):
        below = replace(table, rows=table.rows[1:], header=None)
        plan = layout(below, chosen)
        return replace(plan, table=plan.table or below) if plan else None
    return (
        _side_by_side(table, chosen)
        or _by_header(table, chosen, least=2)
        or _down_the_side(table, chosen)
        or _by_header(table, chosen, least=1)
        or _guessed(table, chosen)
    )


def _has_letters(table: Table) -> bool:
    """Whether the letters of a sheet's columns, A and B and C, stand over its header, as in a saved page."""
    said = [cell.strip() for cell in table.rows[0].cells if cell.strip()] if table.rows else []
    letters = [chr(ord("A") + place) for place in range(len(said))]
    return (
        len(table.rows) > 2
        and len(said) > 1
        and said == letters
        and sum(map(is_exact, table.rows[1].cells)) > 1
    )


def _side_by_side(table: Table, chosen: Chosen) -> Layout | None:
    """The layout of a table that repeats its headers to the right: two or more entries in each row."""
    for index, row in enumerate(table.rows[:PREAMBLE]):
        heads = [names.fold(cell) for cell in row.cells]
        wide, step = _repeated(heads)
        if not wide or "name" not in by_header(row.cells[:wide], chosen):
            continue
        rows = [replace(row, cells=row.cells[:wide])]
        for place in range(0, len(heads), step):
            parts = (replace(r, cells=r.cells[place : place + wide]) for r in table.rows[index + 1 :])
            rows += [part for part in parts if cells_filled(part)]
        apart = replace(table, rows=tuple(rows))
        plan = _by_header(apart, chosen, least=1)
        return replace(plan, table=apart) if plan else None
    return None


def _repeated(heads: Sequence[str]) -> tuple[int, int]:
    """The number of headers that stand again to the right, and from which column; (0, 0) if none do."""
    for wide in range(2, len(heads) // 2 + 1):
        for step in range(wide, len(heads) - wide + 1):
            again = heads[:wide] == heads[step : step + wide] and not any(heads[wide:step])
            if again and all(heads[:wide]):
                return wide, step
    return 0, 0


def _by_header(table: Table, chosen: Chosen, least: int) -> Layout | None:
    """The layout by the first row in which at least ``least`` cells are known headers."""
    for index, row in enumerate(table.rows[: 1 if table.header else PREAMBLE]):
        if cells_filled(row) < 2 or _is_among(table.rows, index):
            continue
        by_hand = any(chosen_field(cell, chosen) is not None for cell in row.cells)
        known = sum(map(is_exact, row.cells)) >= least or are_of_translations(row.cells)
        if not by_hand and (not known or _says_twice(row) or (index and _is_with_value(row))):
            continue
        headers = _with_languages(row, table.rows[index - 1] if index else row)
        start = index + 1
        if start < len(table.rows) and _goes_on(row, table.rows[start]):
            headers, start = _together(row, table.rows[start]), start + 1
        below = [under.cells for under in table.rows[start:]]
        found = roles(headers, chosen, below)
        found = found if by_hand else stated_language.set_aside(found, headers, below)
        known = any(role.startswith("name") for role in found)
        found = completed(found, headers, below, chosen)
        if not by_hand:
            found = with_meanings_as_long(_with_notes(found, below), headers, below)
            found = without_kinds(with_long_as_text(found, headers), below)
            found = with_translation(found, headers)
        said = {role.split("@")[0] for role in found}
        over = index + 1 < len(table.rows) and sum(map(is_exact, table.rows[index + 1].cells)) > 1
        languages = 0 if over else sum(role.startswith("name@") for role in found)
        if "name" in said and (by_hand or languages > 1 or {"text", "also", "long", "short", "says"} & said):
            heads = _across(row, len(headers))
            return Layout(
                headers=headers, roles=tuple(found), start=start, header=True, known=known, heads=heads
            )
    return None


def _is_among(rows: Sequence[Row], index: int) -> bool:
    """Whether a row has a known header by chance, "AD" of a list of abbreviations, as all above are alike.

    Rows over a header have fewer cells: a title, a note.
    """
    filled = cells_filled(rows[index])
    alike = index > 1 and all(cells_filled(above) == filled for above in rows[:index])
    return alike and sum(map(is_exact, rows[index].cells)) == 1


def _says_twice(row: Row) -> bool:
    """Whether two cells are the same word in two languages, an entry of a word list: "abbrev, 略語"."""
    said = [role_of(cell) for cell in row.cells if cell.strip()]
    return len(said) == 2 and said[0] == said[1] and said[0] in ("short", "long", "also", "text")


def _is_with_value(row: Row) -> bool:
    """Whether a row is a label and a short form that is the code of a language too: "Abbreviation | IT"."""
    said = [cell.strip() for cell in row.cells if cell.strip()]
    return len(said) == 2 and role_of(said[0]) in ("short", "also") and said[1].lower() in LANGUAGES


def _across(row: Row, width: int) -> tuple[tuple[int, int], ...]:
    """The line and the column of each header in a row."""
    return tuple((row.line, column) for column in range(width))


def _goes_on(head: Row, under: Row) -> bool:
    """Whether a header has a second row: known headers and languages, also under its blank cells."""
    said = [cell for cell in under.cells if cell.strip()]
    blank = any(cell.strip() and not cell_at(head, i).strip() for i, cell in enumerate(under.cells))
    named = any(is_exact(cell) and names.fold(cell) not in LANGUAGES for cell in head.cells)
    return named and blank and len(said) > 1 and head.cells != under.cells and all(map(is_exact, said))


def _together(head: Row, under: Row) -> tuple[str, ...]:
    """The headers of two rows: the lower one, with the one over it where that is a language's."""
    out, last = [], ""
    for index in range(max(len(head.cells), len(under.cells))):
        last = cell_at(head, index).strip() or last
        below = cell_at(under, index).strip()
        in_language = names.fold(below) in LANGUAGES
        out.append(f"{last} ({below})" if in_language and last else below or cell_at(head, index))
    return tuple(out)


def _with_languages(row: Row, above: Row) -> tuple[str, ...]:
    """The headers, combined with the languages in the row above that span groups of them."""
    if not any(names.fold(cell) in LANGUAGES for cell in above.cells):
        return row.cells
    out, last = [], ""
    for index, header in enumerate(row.cells):
        over = cell_at(above, index)
        last = (over if names.fold(over) in LANGUAGES else "") if over else last
        out.append(f"{header} ({last})" if header and last and header != last else header)
    return tuple(out)


def completed(
    found: Sequence[str], headers: Sequence[str], below: Sequence[Sequence[str]], chosen: Chosen
) -> list[str]:
    """The roles, with a column of sentences or names found by content if no header names one.

    A topic column that does not group the rows loses its role.
    """
    out = list(found)
    free = [
        index
        for index, role in enumerate(out)
        if role in ("", "note")
        and chosen_field(headers[index], chosen) is None
        and count_words(headers[index]) <= HEADER_WORDS
    ]
    said = {role.split("@")[0] for role in out}
    exact_name = any(
        role.startswith("name@") or (role == "name" and is_exact(headers[i])) for i, role in enumerate(out)
    )
    if "text" not in said and exact_name and below:
        index = prose(below, free)
        if index is not None:
            out[index] = "text"
    if "name" not in said and "text" in said and len(below) > 1:
        places = _named_last(out, headers, below, free, chosen)
        named = (
            i for i in places if are_names([c for row in below if (c := cell_of(row, i).strip())], len(below))
        )
        index = next(named, None)
        if index is not None:
            out[index] = "name"
    out = explained_kinds.with_codes(out, headers, below)
    add_abbreviations(out, free, below)
    by_hand = [chosen_field(header, chosen) is not None for header in headers]
    settled = with_sentences(out, below)
    out = [old if hand else new for old, new, hand in zip(out, settled, by_hand, strict=True)]
    for index, role in enumerate(out):
        if role == "topics" and chosen_field(headers[index], chosen) is None and not _repeats(index, below):
            out[index] = NONE
    return out


def _with_notes(found: list[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles with the one column of notes as the text, if most rows have some and nothing else is said.

    Its notes may be short, as in a table "Français | English | Usage".
    """
    kinds = {role.partition("@")[0] for role in found}
    if (
        found.count("note") != 1
        or "name" not in kinds
        or {"text", "also", "short", "long", "says", "see"} & kinds
    ):
        return found
    place = found.index("note")
    said = [cell for cell in (cell_of(row, place).strip() for row in below) if cell]
    different = len(set(said)) >= NOTES_DIFFER * len(said)
    worded = sum(map(count_words, said)) >= NOTE_WORDS * len(said)
    if not (said and mostly_filled(place, below) and different and worded):
        return found
    return ["text" if role == "note" else role for role in found]


def _named_last(
    found: Sequence[str],
    headers: Sequence[str],
    below: Sequence[Sequence[str]],
    free: Sequence[int],
    chosen: Chosen,
) -> list[int]:
    """The columns that may hold the names where no header says so, the likeliest first."""
    unknown = [i for i in free if not found[i]]
    noted = [i for i in free if found[i]]
    beside = [*_not_grouping(found, headers, below, chosen), *_keys(found, headers, below)]
    return [*unknown, *beside, *explained_kinds.places(found, headers, below), *noted]


_KEYS = folded_set("key, id, slug, identifier, schlüssel, kennung, clé, clave, ключ, anahtar, chave, chiave")


def _keys(found: Sequence[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[int]:
    """The columns headed as keys whose cells are words: "key | meaning"."""
    keys = [i for i, role in enumerate(found) if role == NONE and names.fold(headers[i]) in _KEYS]
    said = {i: [cell for row in below if (cell := cell_of(row, i).strip())] for i in keys}
    return [i for i in keys if said[i] and not any(any(map(str.isdigit, cell)) for cell in said[i][:3])]


def _not_grouping(
    found: Sequence[str], headers: Sequence[str], below: Sequence[Sequence[str]], chosen: Chosen
) -> list[int]:
    """The columns headed as topics that group no rows: "topic" over the names themselves."""
    topics = [index for index, role in enumerate(found) if role == "topics"]
    return [i for i in topics if chosen_field(headers[i], chosen) is None and not _repeats(i, below)]


def _repeats(index: int, below: Sequence[Sequence[str]]) -> bool:
    """Whether a column groups the rows: some values repeat, or blank cells below continue them."""
    values = [row[index].strip() if index < len(row) else "" for row in below]
    times = Counter(value for value in values if value)
    return bool(times) and (max(times.values()) > 1 or is_sparse(values))


def is_sparse(values: Sequence[str]) -> bool:
    """Whether a column names a group in its first row and leaves most rows below it empty."""
    filled = sum(map(bool, values))
    return bool(values) and bool(values[0]) and 1 < filled <= 0.6 * len(values)


LABELS = 3  # one in so many cells of the first column at least is a known header, if it holds headers


def _down_the_side(table: Table, chosen: Chosen) -> Layout | None:
    """The layout of a table with headers in its first column: entries in columns, or stacked records."""
    edge = _first_column(table)
    heads = [cell_at(row, edge) for row in table.rows[: 4 * PREAMBLE]]
    if len(heads) < 2 or (table.header and len(heads) < 3 and not heads[0]):
        return None
    if len(heads) > 2 and not heads[0].strip() and all(map(str.strip, table.rows[0].cells[edge + 1 :])):
        heads[0] = "Term"  # names in the first row, with nothing in the corner
    known = [role if is_exact(head) else "" for head, role in zip(heads, roles(heads, chosen), strict=True)]
    if not {"name", "text"} <= set(known) or LABELS * sum(map(bool, known)) < len(heads):
        return None
    first = known.index("name")
    own = names.fold(heads[first])
    begins = [index for index, head in enumerate(heads) if names.fold(head) == own]
    wide = max(len(row.cells) for row in table.rows)
    if len(begins) == 1 and wide > edge + 2:
        filled = [i for i in range(edge + 1, wide) if any(cell_at(row, i).strip() for row in table.rows)]
        columns = [
            Row(line=table.rows[first].line, cells=tuple(cell_at(row, column) for row in table.rows))
            for column in filled
        ]
        plan = _turned(table, heads, [(row.line, edge) for row in table.rows], columns, chosen)
        return replace(plan, beside=tuple(column + 1 for column in filled))
    if wide != 2 or edge:
        return None
    labels = list(dict.fromkeys(row.cells[0] for row in table.rows if row.cells))
    places = [index for index, row in enumerate(table.rows) if names.fold(cell_at(row, 0)) == own]
    records = []
    for start, end in zip(places, [*places[1:], len(table.rows)], strict=True):
        said = {cell_at(row, 0): cell_at(row, 1) for row in table.rows[start:end]}
        records.append(Row(line=table.rows[start].line, cells=tuple(said.get(label, "") for label in labels)))
    lines = {cell_at(row, 0): row.line for row in reversed(table.rows)}
    return _turned(table, labels, [(lines[label], 0) for label in labels], records, chosen)


def _first_column(table: Table) -> int:
    """The index of the first column that is not blank in all rows; 0 if all are."""
    filled = (index for row in table.rows for index, cell in enumerate(row.cells) if cell.strip())
    return min(filled, default=0)


def _turned(
    table: Table,
    heads: Sequence[str],
    places: Sequence[tuple[int, int]],
    rows: Sequence[Row],
    chosen: Chosen,
) -> Layout:
    turned = replace(table, rows=tuple(row for row in rows if cells_filled(row)))
    return Layout(
        headers=tuple(heads),
        roles=tuple(roles(heads, chosen)),
        start=0,
        header=False,
        known=True,
        heads=tuple(places),
        table=turned,
    )


def cell_at(row: Row, index: int) -> str:
    """The cell of a row at a place; empty beyond its end."""
    return row.cells[index] if index < len(row.cells) else ""


def _first_filled(above: Sequence[Row], fields: Sequence[str]) -> int:
    """How many of the first rows, which have fewer cells than most, have no name with a text: titles."""
    needed = [index for index, field in enumerate(fields) if field in ("name", "text")]
    start = len(above)
    while start and len(needed) > 1 and all(cell_at(above[start - 1], index).strip() for index in needed):
        start -= 1
    return start


def _guessed(table: Table, chosen: Chosen) -> Layout | None:
    if not table.rows:
        return None
    times = Counter(map(cells_filled, table.rows))
    wide = max(times, key=lambda filled: (times[filled] * (filled > 1), filled))  # of most rows
    start = next((i for i, row in enumerate(table.rows[:PREAMBLE]) if cells_filled(row) >= wide), 0)
    rest = [row.cells for row in table.rows[start + 1 :]]
    header = table.header if table.header is not None and not start else None
    if header is None:
        header = bool(rest) and is_header(table.rows[start].cells, rest)
    header = header and not is_entry(table.rows[start].cells, rest)
    cells = rest if header else [row.cells for row in table.rows[start:]]
    fields = by_content(cells)
    width = max(len(fields), len(table.rows[start].cells))
    headers = table.rows[start].cells if header else tuple(f"column {i + 1}" for i in range(width))
    set_by_hand = roles(headers, chosen) if chosen else []
    if "name" in set_by_hand:
        pairs = zip_longest(set_by_hand, fields, fillvalue="")
        fields = [by_hand or ("" if guess == "name" else guess) for by_hand, guess in pairs]
    if "name" not in fields:
        return None
    if not header:
        start = _first_filled(table.rows[:start], fields)
    heads = _across(table.rows[start], width) if header else ()
    return Layout(
        headers=headers, roles=tuple(fields), start=start + header, header=header, known=False, heads=heads
    )


def says_texts(plan: Layout) -> bool:
    """Whether a header says that a column explains those beside it: "Code | Meaning"."""
    pairs = zip(plan.headers, plan.roles, strict=False)
    return plan.header and any(role == "text" and names.fold(h) in STRONG_TEXT_HEADERS for h, role in pairs)


def continued(table: Table, plan: Layout) -> Layout | None:
    """The layout of a table without header that continues another table (one sheet for each letter)."""
    own = _guessed(table, {})
    if own is None or own.header or len(own.headers) > len(plan.headers):
        return None
    first = {names.fold(cell) for cell in table.rows[0].cells if cell.strip()} if table.rows else set()
    if first and first <= {names.fold(header) for header in plan.headers}:
        return None  # lists of the values of some of the columns
    places = [
        (own.roles.index(role), plan.roles.index(role)) for role in ("name", "text") if role in plan.roles
    ]
    if len(places) < 2 or any(here != there for here, there in places):
        return None
    return replace(plan, start=own.start, header=False, heads=(), table=None)


def columns(plans: Iterable[Layout]) -> dict[str, str]:
    """The field for each column header of the tables; columns without a header are not included."""
    out: dict[str, str] = {}
    for plan in plans:
        for header, role in zip_longest(plan.headers, plan.roles, fillvalue=""):
            if header:
                out[header] = role if "@" in role else field_of(role)
    return out


def places(plan: Layout) -> dict[str, tuple[int, int]]:
    """The line and the column of each header of a table."""
    return {header: place for header, place in zip(plan.headers, plan.heads, strict=False) if header}


def cells_filled(row: Row) -> int:
    """How many cells of a row hold anything."""
    return sum(bool(cell.strip()) for cell in row.cells)
