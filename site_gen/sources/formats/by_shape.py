"""Blocks of markup and tables to drafts, by the rules of shape (plainer blocks go to ``shape.read``)."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.sources import shape
from site_gen.sources.draft import Reading, Skipped
from site_gen.sources.formats import unmarked
from site_gen.sources.shape import tables
from site_gen.sources.shape.blocks import Block, Table
from site_gen.sources.shape.columns import Chosen


def of_markup(found: Sequence[Block], chosen: Chosen) -> Reading:
    """By markup; a page whose markup tells nothing is read as the text that it shows."""
    marked = shape.read(found, chosen)
    if marked.drafts:
        return marked
    plain = shape.read(unmarked.blocks(found), chosen)
    return plain if plain.drafts else marked


def of_tables(found: Sequence[Table], chosen: Chosen) -> Reading:
    """All tables whose headers are known; without any, those that look like names and texts."""
    layouts = {id(table): tables.layout(table, chosen) for table in found}
    known = any(plan and plan.known for plan in layouts.values())
    skipped: list[Skipped] = []
    plans, drafts = [], []
    for table in found:
        plan = layouts[id(table)]
        if plan is None or (known and not plan.known):
            skipped.extend(tables.left_out(row, tables.NO_COLUMNS) for row in table.rows)
            continue
        more, left = tables.drafts(table, plan, f"sheet {table.title}" if len(found) > 1 else "")
        plans.append(plan)
        drafts.extend(more)
        skipped.extend(left)
    return Reading(drafts=tuple(drafts), skipped=tuple(skipped), columns=tables.columns(plans))
