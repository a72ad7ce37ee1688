"""Tables that lead from old names to new ones, beside a table of terms: none of their rows is an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Noise, Table, tidy
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.table_layout import Layout

WHY = "row that leads from an old name to a new one"
_OLD = folded_set(
    "old, previous, former, original, legacy, before, from, alt, alte, alter, altes, bisher, bisherig, bisherige, "
    "bisheriger, früher, früherer, ancien, ancienne, avant, antiguo, antigua, anterior, viejo, старый, старое, старая, "
    "прежний, прежнее, eski, vecchio, vecchia, precedente, oud, oude, antigo, stary, stare"
)
_NEW = folded_set(
    "new, current, now, after, to, neu, neue, neuer, neues, künftig, künftige, künftiger, nouveau, nouvelle, après, "
    "nuevo, nueva, actual, новый, новое, новая, текущий, yeni, nuovo, nuova, attuale, nieuw, nieuwe, novo, nova, "
    "nowy, nowe"
)


def settled(
    found: Sequence[Block], layouts: Mapping[int, Layout], chosen: Chosen
) -> tuple[Sequence[Block], dict[int, Layout]]:
    """The blocks with such tables as rows without content, and the layouts of the other tables."""
    of_names = {table for table, plan in layouts.items() if leads(plan.headers)}
    others = [plan for table, plan in layouts.items() if table not in of_names]
    if chosen or not of_names or not any("text" in plan.roles for plan in others):
        return found, dict(layouts)
    out: list[Block] = []
    for block in found:
        if isinstance(block, Table) and id(block) in of_names:
            out += [Noise(line=row.line, text=tidy(" | ".join(row.cells)), why=WHY) for row in block.rows]
        else:
            out.append(block)
    return out, {table: plan for table, plan in layouts.items() if table not in of_names}


def leads(headers: Sequence[str]) -> bool:
    """Whether two headers are the same but for a word for what was and one for what is."""
    heads = [frozenset(names.fold(names.bare(header)).split()) for header in headers if header.strip()]
    if len(heads) != 2:
        return False
    before, after = heads
    return bool(before - after) and before - after <= _OLD and bool(after - before) and after - before <= _NEW
