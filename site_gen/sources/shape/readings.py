"""Ways to read the names of a document, by the styles that it proves, and the choice between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape import (
    alternating,
    beside_tables,
    cover_table,
    defining,
    grouped_headings,
    headed_fields,
    mappings,
    mixed,
    other_signs,
    pairs_inside,
    sheets,
    short_forms,
    table_layout,
    tables,
)
from site_gen.sources.shape.blocks import (
    Block,
    Labelled,
    Pair,
    Table,
    count_words,
)
from site_gen.sources.shape.collect import Walk
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_words import STRONG_TEXT_HEADERS
from site_gen.sources.shape.rating import quality, rated
from site_gen.sources.shape.sections import Section, is_facet, option_of, sections
from site_gen.sources.shape.styles import STRICT, UNMARKED, live_headings, live_labels

ASKED = frozenset(["question"])  # heading styles that do not exclude entries of other shapes
DEFINING = 0.6  # share of texts that read like definitions
ROWS = 5  # rows of a table that takes priority over headings
MANY = 10_000  # blocks of a document that is read in one way only
GOOD = 0.6  # rating from which no other reading is tried
WELL = 0.6  # least quality of another reading
BETTER, FORMED = 0.2, 0.1  # advantage of another reading in rating and in how its entries are formed
LITTLE = 0.1  # rating of a reading that takes next to nothing
SHORT = 8  # characters of an abbreviation in capitals
MUCH = 0.3  # advantage in rating from which its entries need only be formed nearly as well


def chosen_of(found: Sequence[Block], chosen: Chosen, called: bool) -> Walk:
    """The usual reading, or another one if that takes much more of the text and has better entries.

    In a document that is ``called`` a glossary, headings may be formed nearly as well.
    """
    found = alternating.settled(found, called)
    usual = _usual(found, chosen)
    if len(found) > MANY:
        return usual
    taken = _chosen_of(found, usual, called)
    made = _with_chapters(taken, chosen, called) or taken
    other = _with_chapters(usual, chosen, called) if taken is not usual else None
    return other if other and rated(other.drafts, found) > rated(made.drafts, found) else made


def _chosen_of(found: Sequence[Block], usual: Walk, called: bool) -> Walk:
    value = rated(usual.drafts, found)
    if value >= GOOD:
        return usual
    others = [(rated(other.drafts, found), other) for other in _others(found, usual)]
    most, best = max(others, key=lambda pair: pair[0], default=(0.0, usual))
    formed, before = quality(best.drafts), quality(usual.drafts)
    better = most > value + BETTER and formed > max(before + FORMED, WELL)
    may_be = called and best.heads and (value < LITTLE or not _is_firm(usual))
    fuller = may_be and most > value + MUCH and formed > max(before - FORMED, WELL)
    taken = best if (better or fuller) and len(best.drafts) > 1 else usual
    return (_with_all_habits(found, taken) if called else None) or taken


def _with_all_habits(found: Sequence[Block], usual: Walk) -> Walk | None:
    """A reading with all styles of names, if it keeps the usual entries and has many more: none if not.

    Who wrote a glossary may have had several habits.
    """
    said = Counter(option.style for b in found if isinstance(b, Labelled) for option in b.options)
    again = {style for style, times in said.items() if times > 1 and not style.endswith(STRICT)}
    if any(isinstance(block, Pair) for block in found):
        again = {style for style in again if not style.startswith(UNMARKED)}
    labels = usual.labels | again
    if usual.heads or labels == usual.labels:
        return None
    beside = mixed.headed_in_glossary(sections(found, labels), labels, usual.layouts)
    wide = _run(found, labels, usual.heads, usual, beside)
    more = rated(wide.drafts, found) > rated(usual.drafts, found) + BETTER
    formed = quality(wide.drafts) > max(quality(usual.drafts) - FORMED, WELL)
    return wide if more and formed and _keeps(wide, usual) else None


def _with_chapters(usual: Walk, chosen: Chosen, called: bool) -> Walk | None:
    """A reading with the headings of chapters that hold nothing else, beside entries of other shapes.

    In a document that nothing calls a glossary, all other chapters have to hold entries.
    """
    if not usual.drafts or (usual.heads and not called):
        return None
    blocks = mixed.lists_in_chapters(usual.blocks, usual.labels) if called else usual.blocks
    labels, parts = usual.labels | {mixed.LISTED}, sections(blocks, usual.labels | {mixed.LISTED})
    more = mixed.tables_in_chapters(parts, usual.layouts, chosen) if called else {}
    layouts = {**usual.layouts, **more}
    beside = usual.beside
    if not usual.heads:
        beside |= mixed.in_chapters(parts, labels, layouts)
    new = beside != usual.beside or more or any(a is not b for a, b in zip(blocks, usual.blocks, strict=True))
    if not new or not (called or mixed.all_hold_entries(blocks, labels, layouts, beside)):
        return None
    wide = Walk(blocks=blocks, labels=labels, heads=usual.heads, beside=beside, layouts=layouts)
    wide.run()
    known = {(draft.line, draft.name) for draft in usual.drafts}
    added = [draft for draft in wide.drafts if (draft.line, draft.name) not in known]
    return wide if quality(added) >= WELL and _keeps(wide, usual) else None


def _keeps(other: Walk, usual: Walk) -> bool:
    """Whether another reading has all entries of the usual one, with their texts."""
    return {(draft.line, draft.name, draft.body) for draft in usual.drafts} <= {
        (draft.line, draft.name, draft.body) for draft in other.drafts
    }


def _is_firm(walk: Walk) -> bool:
    """Whether a reading has entries of shapes that are made for terms or records."""
    return any(draft.how not in ("heading", "label") for draft in walk.drafts)


def _others(found: Sequence[Block], usual: Walk) -> Iterator[Walk]:
    """Readings of the same blocks with one style of names each; the tables stay as they are."""
    plain = sections(found)
    heads = Counter(part.head.style for part in plain if part.body and not is_facet(part.head.text))
    for style, times in heads.items():
        if times > 1 and (usual.labels or usual.heads != frozenset([style])):
            yield _run(found, frozenset(), frozenset([style]), usual)
    said = Counter(option.style for b in found if isinstance(b, Labelled) for option in b.options)
    for style, times in said.items():
        if times > 1 and not style.endswith(STRICT) and usual.labels != frozenset([style]):
            yield _run(found, frozenset([style]), frozenset(), usual)


def _run(
    found: Sequence[Block],
    labels: frozenset[str],
    heads: frozenset[str],
    usual: Walk,
    beside: frozenset[int] = frozenset(),
) -> Walk:
    walk = Walk(blocks=found, labels=labels, heads=heads, beside=beside, layouts=usual.layouts)
    walk.run()
    return walk


def _usual(found: Sequence[Block], chosen: Chosen) -> Walk:
    found = pairs_inside.settled(found)
    labels = live_labels(found)
    found = short_forms.settled(mixed.among_bold(found, labels), labels, mixed.LISTED)
    found = other_signs.settled(found, labels, mixed.LISTED)
    found, labels = mixed.listed(found, labels), labels | {mixed.LISTED}
    layouts = _layouts(found, chosen)
    found, layouts = cover_table.settled(*mappings.settled(found, layouts, chosen), chosen)
    found = beside_tables.settled(found, labels, layouts)
    known = sum(plan.known for plan in layouts.values())
    count = sum(
        isinstance(b, Pair) or (isinstance(b, Labelled) and bool(option_of(b, labels))) for b in found
    )
    parts = sections(found, labels)
    heads = live_headings(parts, count + known)
    several = (count or known or heads) and heads <= ASKED
    also = mixed.headed(parts, labels, layouts) if several else grouped_headings.entries(parts, heads)
    if heads and not count and not known and _is_mostly_tables(parts, heads, layouts, found):
        heads, also = frozenset(), frozenset()
    if count or heads or also:  # tables without known headers need more proof
        told = {id(b): b for b in found if isinstance(b, Table)}
        layouts = {
            table: plan
            for table, plan in layouts.items()
            if plan.known or table_layout.says_texts(plan) or _defines(told[table], plan)
        }
    elif known:
        layouts = {table: plan for table, plan in layouts.items() if mixed.is_of_texts(plan, chosen)}
    also |= headed_fields.heads(found)
    walk = Walk(blocks=found, labels=labels, heads=heads, beside=also, layouts=layouts)
    walk.run()
    return walk


def _defines(table: Table, plan: table_layout.Layout) -> bool:
    """Whether a table contains names with definitions, in a document with other entries.

    Its header is unknown: there is none, or only that of the texts says what they are, "Role | Definition".
    """
    if plan.header and STRONG_TEXT_HEADERS.isdisjoint(map(names.fold, plan.headers)):
        return False
    made, _ = tables.drafts(table, plan)
    said = [(draft.name, " ".join(piece.text for piece in draft.body)) for draft in made]
    return len(said) >= 2 and mean(_explains(name, text) for name, text in said) >= DEFINING


def _explains(name: str, text: str) -> bool:
    """Whether a text defines a name, or may be the long form of a short one: "SLA | Service agreement"."""
    is_short = name.isupper() and 1 < len(name) <= SHORT and " " not in name and count_words(text) > 1
    return defining.defines(name, text) or is_short


def _is_mostly_tables(
    parts: Sequence[Section],
    heads: frozenset[str],
    layouts: Mapping[int, table_layout.Layout],
    found: Sequence[Block],
) -> bool:
    """Whether tables with unknown headers have far more rows than the document has headings with text."""
    rows = sum(len(block.rows) - 1 for block in found if isinstance(block, Table) and id(block) in layouts)
    headed = sum(bool(part.body) for part in parts if part.head.style in heads)
    return rows >= ROWS and rows > 2 * headed


def _layouts(found: Sequence[Block], chosen: Chosen) -> dict[int, table_layout.Layout]:
    plans = [(block, table_layout.layout(block, chosen)) for block in found if isinstance(block, Table)]
    kept = {id(block): plan for block, plan in plans if plan and not sheets.corrects(block)}
    if not kept:
        return {id(block): plan for block, plan in plans if plan}
    return {
        table: plan
        for table, plan in kept.items()
        if chosen
        or not plan.header
        or not (sheets.are_of_things(plan.headers) or sheets.tells_of_versions(plan))
    }
