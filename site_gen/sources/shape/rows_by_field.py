"""Tables with a row for each field of a term, "Term | Hold" over "Definition | Waiting", as usual tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.shape.blocks import Row, Table
from site_gen.sources.shape.header_roles import is_exact, role_of

LEAST = 2  # terms


def turned(table: Table) -> Table:
    """The table with a row for each term; other tables stay as they are.

    A column holds nothing but labels, those of names and texts among them; a name begins the next term.
    """
    head, *rows = table.rows or (None,)
    if head is None or len(rows) < 2 * LEAST:
        return table
    width = len(head.cells)
    own = next((i for i in range(width) if _are_labels([_cell(row, i) for row in rows])), None)
    if own is None:
        return table
    terms: list[list[Row]] = []
    for row in rows:
        if role_of(_cell(row, own)) == "name":
            terms.append([])
        if not terms:
            return table
        terms[-1].append(row)
    labels = list(dict.fromkeys(_cell(row, own) for row in rows))
    values = [i for i in range(width) if i != own and not _is_shared(terms, i)]
    if not values or any(len({_cell(row, own) for row in term}) < len(term) for term in terms):
        return table
    several = len(values) > 1
    header = [f"{label} ({head.cells[i].strip()})" if several else label for i in values for label in labels]
    out = [Row(line=head.line, cells=tuple(header))]
    for term in terms:
        said = {_cell(row, own): row for row in term}
        cells = (_cell(said[label], i) if label in said else "" for i in values for label in labels)
        out.append(Row(line=term[0].line, cells=tuple(cells)))
    return replace(table, rows=tuple(out))


def _are_labels(cells: Sequence[str]) -> bool:
    """Whether cells are labels of fields, those of names and of texts several times."""
    roles = [role_of(cell) for cell in cells]
    known = all(cell and is_exact(cell) for cell in cells) and len({*map(names.fold, cells)}) < len(cells)
    return known and roles.count("name") >= LEAST and roles.count("text") >= LEAST


def _is_shared(terms: Sequence[Sequence[Row]], column: int) -> bool:
    """Whether a column has the same in all rows of each term, as its number, or nothing."""
    return all(len({_cell(row, column) for row in term}) == 1 for term in terms)


def _cell(row: Row, index: int) -> str:
    return row.cells[index].strip() if index < len(row.cells) else ""
