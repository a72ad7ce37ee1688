"""Turn blocks of markup and tables into drafts by the rules of shape (see also ``shape.read``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_gen.sources import shape
from site_gen.sources.draft import Draft, Place, Reading, Skipped
from site_gen.sources.formats import letters, mail_blocks, plain, struck, unmarked
from site_gen.sources.shape import (
    document_facts,
    joined_cells,
    label_pairs,
    language_parts,
    level_columns,
    names_by_language,
    nested_items,
    rows_by_field,
    sheets,
    table_layout,
    tables,
    tables_apart,
    texts_below,
    texts_by_language,
)
from site_gen.sources.shape.blocks import Block, Table
from site_gen.sources.shape.columns import Chosen

LINES = 3  # rows of a sheet that has a name and a text in each cell


def of_markup(
    found: Sequence[Block], chosen: Chosen, title: str = "", language: str = "", file: str = ""
) -> Reading:
    """The reading of a page by its markup, or as plain text if the markup shows no entries.

    ``title`` is the title that the format tells apart from the blocks, and ``file`` the name of the file; of
    parts in several languages, the one in the ``language`` of the site is read.
    """
    found = language_parts.settled(mail_blocks.settled(found), language)
    found = names_by_language.settled(texts_by_language.settled(found, language), language)
    marked = letters.titled(shape.read(found, chosen, title, file))
    if marked.drafts or marked.declined:
        return marked
    outline = nested_items.outlined(found)
    if outline is not found:
        named = letters.titled(shape.read(outline, chosen, title, file))
        if named.drafts and not named.declined:
            return named
    plain = letters.titled(shape.read(unmarked.blocks(found), chosen, title, file))
    return plain if plain.drafts else marked


def of_tables(
    found: Sequence[Table], skipped: Sequence[Skipped], chosen: Chosen, *, sheets_of: bool = False
) -> Reading:
    """The reading of all tables with known headers, or else of tables that look like names and texts.

    Change logs are left out, and so are tables of other things beside a table with the header "Term". A table
    without a header continues the columns of a table that has one. ``skipped`` is what the reader itself has
    left out. ``sheets_of`` is true for the sheets of a workbook, where people know cells by "B4".
    """
    found = found if chosen else [rows_by_field.turned(table) for table in found]
    found, lined = struck.of_tables(found)
    return _of_kept(found, (*skipped, *lined), chosen, sheets_of)


def _of_kept(found: Sequence[Table], skipped: Sequence[Skipped], chosen: Chosen, sheets_of: bool) -> Reading:
    if len(found) == 1 and not chosen and (lines := _lines_of(found[0])):
        reading = shape.read(plain.blocks(lines), chosen)
        return replace(reading, skipped=(*skipped, *reading.skipped))
    several = len(found) > 1 or any(one.where.startswith("sheet ") for one in skipped)
    found = [level_columns.joined(table) for table in found]
    found = [part for table in found for part in tables_apart.apart(table, chosen)]
    alone = len(found) == 1
    found = [table if chosen else _parted(table, alone) for table in found]
    layouts = {id(table): table_layout.layout(table, chosen) for table in found}
    reasons = sheets.left_out([(table, layouts[id(table)]) for table in found], chosen)
    head = next((p for t in found if (p := layouts[id(t)]) and p.known and id(t) not in reasons), None)
    left, plans, drafts = list(skipped), list[table_layout.Layout](), list[Draft]()
    places: dict[str, Place] = {}
    for number, table in enumerate(found):
        sheet = f"sheet {table.title}" if several else ""
        plan = layouts[id(table)]
        if plan and head and not (plan.known or table_layout.says_texts(plan)):
            plan = table_layout.continued(table, head)
        why = reasons.get(id(table)) or ("" if plan else table_layout.NO_COLUMNS)
        if plan is None or why:
            left.extend(_placed(tables.left_out(row, why), sheet) for row in table.rows)
            continue
        more, other = tables.drafts(table, plan, sheet)
        plans.append(plan)
        for header, (line, column) in table_layout.places(plan).items():
            cell = f"{sheet}, cell {_letters(column)}{line}".removeprefix(", ") if sheets_of else ""
            places.setdefault(header, Place(line=line, where=cell))
        drafts.extend(replace(draft, part=number) for draft in more)
        left.extend(_placed(row, sheet) for row in other)
    columns = table_layout.columns(plans)
    read = [table for table in found if (plan := layouts[id(table)]) and plan in plans and plan.header]
    title = next(filter(None, (sheets.title_of_tasks(one, layouts[id(one)]) for one in read)), "")
    return Reading(title=title, drafts=tuple(drafts), skipped=tuple(left), columns=columns, places=places)


def _parted(table: Table, alone: bool) -> Table:
    """A table with a name and a text in each row, wherever they stood; a cover stays as it is."""
    if not alone and document_facts.is_cover(table):
        return table
    return joined_cells.parted(texts_below.joined(label_pairs.parted(table)))


def _lines_of(table: Table) -> str:
    """The text of a sheet with one column of names and texts together, a line for each row; else none."""
    cells = {row.line: "".join(row.cells) for row in table.rows}
    if len(cells) < LINES or any(table_layout.cells_filled(row) > 1 for row in table.rows):
        return ""
    return "\n".join(" ".join(cells.get(line, "").split()) for line in range(1, max(cells) + 1))


def _letters(column: int) -> str:
    """The letters of a column of a sheet, counted from 0."""
    return (_letters(column // 26 - 1) if column > 25 else "") + chr(ord("A") + column % 26)


def _placed(one: Skipped, sheet: str) -> Skipped:
    return replace(one, where=f"{sheet}, row {one.line}") if sheet else one
