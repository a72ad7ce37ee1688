"""Blocks of markup and tables to drafts, by the rules of shape (plainer blocks go to ``shape.read``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_gen.sources import shape
from site_gen.sources.draft import Draft, Reading, Skipped
from site_gen.sources.formats import unmarked
from site_gen.sources.shape import sheets, tables
from site_gen.sources.shape.blocks import Block, Table
from site_gen.sources.shape.columns import Chosen


def of_markup(found: Sequence[Block], chosen: Chosen) -> Reading:
    """By markup; a page whose markup tells nothing is read as the text that it shows."""
    marked = shape.read(found, chosen)
    if marked.drafts or marked.declined:
        return marked
    plain = shape.read(unmarked.blocks(found), chosen)
    return plain if plain.drafts else marked


def of_tables(found: Sequence[Table], skipped: Sequence[Skipped], chosen: Chosen) -> Reading:
    """All tables whose headers are known; without any, those that look like names and texts.

    A log of changes is none, nor a table of other things beside one that says "Term"; a table without a
    header goes on with the columns of one that has it. ``skipped`` is what the reader itself has left out.
    """
    layouts = {id(table): tables.layout(table, chosen) for table in found}
    reasons = sheets.left_out([(table, layouts[id(table)]) for table in found], chosen)
    head = next((p for t in found if (p := layouts[id(t)]) and p.known and id(t) not in reasons), None)
    left, plans, drafts = list(skipped), list[tables.Layout](), list[Draft]()
    for number, table in enumerate(found):
        sheet = f"sheet {table.title}" if len(found) > 1 else ""
        plan = layouts[id(table)]
        if plan and head and not plan.known:
            plan = tables.continued(table, head)
        why = reasons.get(id(table)) or ("" if plan else tables.NO_COLUMNS)
        if plan is None or why:
            left.extend(_placed(tables.left_out(row, why), sheet) for row in table.rows)
            continue
        more, other = tables.drafts(table, plan, sheet)
        plans.append(plan)
        drafts.extend(replace(draft, part=number) for draft in more)
        left.extend(_placed(row, sheet) for row in other)
    return Reading(drafts=tuple(drafts), skipped=tuple(left), columns=tables.columns(plans))


def _placed(one: Skipped, sheet: str) -> Skipped:
    return replace(one, where=f"{sheet}, row {one.line}") if sheet else one
