"""Turn blocks into drafts: find the styles that mark names, walk once through all blocks, check the whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import mean

from site_gen.sources.draft import Draft, Piece, Place, Reading, Skipped
from site_gen.sources.shape import (
    bare_pairs,
    before_articles,
    beside_tables,
    bold_below,
    bold_names,
    bullet_heads,
    chapters,
    clauses,
    closing,
    colon_items,
    cover_table,
    defining,
    doubt,
    empty_letters,
    explained_names,
    grouped_headings,
    headed_fields,
    in_a_row,
    introduction,
    joined_cells,
    labelled_fields,
    letter_links,
    links_inside,
    mappings,
    mixed,
    names_last,
    nested_items,
    of_list,
    other_signs,
    own_heading,
    pairs_inside,
    people,
    questions,
    run_on,
    scope,
    sheets,
    short_forms,
    table_layout,
    tables,
    told_headings,
)
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Noise,
    Pair,
    Prose,
    Table,
    abbreviates,
    count_words,
)
from site_gen.sources.shape.collect import NO_TEXT, Walk
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.no_entries import (
    breaks_habit,
    left_out,
    trimmed,
    without_contacts,
    without_files,
    without_imprint,
    without_leads,
    without_references,
    without_tail,
)
from site_gen.sources.shape.rating import quality, rated
from site_gen.sources.shape.sections import Section, is_facet, is_title, option_of, sections
from site_gen.sources.shape.styles import STRICT, UNMARKED, live_headings, live_labels

WAYS = (  # of reading entries that no sign parts, in this order
    in_a_row.drafts,
    defining.by_sentences,
    defining.by_abbreviations,
    run_on.drafts,
    run_on.in_one_paragraph,
    before_articles.drafts,
)
ASKED = frozenset(["question"])  # heading styles that do not exclude entries of other shapes
DEFINING = 0.6  # share of texts that read like definitions
SHORT = 8  # characters of an abbreviation in capitals
ROWS = 5  # rows of a table that takes priority over headings
MANY = 10_000  # blocks of a document that is read in one way only
GOOD = 0.6  # rating from which no other reading is tried
WELL = 0.6  # least quality of another reading
BETTER, FORMED = 0.2, 0.1  # advantage of another reading in rating and in how its entries are formed
LITTLE = 0.1  # rating of a reading that takes next to nothing
MUCH = 0.3  # advantage in rating from which its entries need only be formed nearly as well
ONLY_NAMES = "it is a list of names, nearly all of them without texts"
NAMES, ALONE = 20, 6  # names without texts, in all and for each with one
FIRST = 12  # number of first blocks that may contain the title


def read(found: Sequence[Block], chosen: Chosen, called: str = "") -> Reading:
    """The entries of a document of blocks; ``chosen`` is what a person set for table columns.

    ``called`` is the title, where the format tells it apart from the blocks.
    """
    title, rest, skipped = _title(_settled(found))
    if not title or (scope.says_words(called) and not scope.says_words(title)):
        title = called or next(filter(scope.says_words, map(_underlined, rest[:FIRST])), "")
    parted = scope.parted(title, rest)
    if parted:
        of_glossary = _read(parted.taken, chosen, title, skipped, called=bool(parted.heads))
        if len(of_glossary.drafts) > 1 or not parted.others_may_be:
            left = [
                Skipped(line=line, text=text, why=parted.why)
                for block in parted.left
                for line, text in scope.words_in(block)
            ]
            left += [Skipped(line=head.line, text=head.text, why=scope.OVER) for head in parted.heads]
            declined = "" if of_glossary.drafts or parted.others_may_be else parted.why
            heads = tuple(Piece(line=head.line, text=head.text) for head in parted.heads)
            return replace(
                of_glossary,
                skipped=(*of_glossary.skipped, *left),
                headings=(*heads, *of_glossary.headings),
                declined=declined,
            )
    return _without_proof(_read(rest, chosen, title, skipped), rest)


def _without_proof(reading: Reading, found: Sequence[Block]) -> Reading:
    """The reading without headings that call a chapter without entries a glossary: they prove nothing.

    Terms may follow the first heading on the same level.
    """
    lines = sorted(draft.line for draft in reading.drafts)
    if not lines or lines[0] == lines[-1]:  # as in HTML, which has no lines
        return reading
    empty = {
        part.head.line
        for part in scope.parts_of(found)[1:]
        if scope.names_glossary(part.head.text)
        and not _stands_between(lines, part.head.line, found[part.end].line if part.end < len(found) else 0)
    }
    return replace(reading, headings=tuple(head for head in reading.headings if head.line not in empty))


def _stands_between(lines: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the sorted lines stands after a start, and before an end if there is one."""
    place = bisect_right(lines, start)
    return place < len(lines) and (not end or lines[place] < end)


def _underlined(block: Block) -> str:
    return block.text if isinstance(block, Heading) and block.style == "underlined" else ""


def _settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with names that several lines write, and lines without content, as what they are."""
    whole = in_a_row.settled(list(letter_links.settled(list(scope.headed(found)))))
    whole = names_last.settled(questions.settled(joined_cells.settled(bare_pairs.settled(whole))))
    content = explained_names.settled(of_list.settled(closing.settled(list(told_headings.settled(whole)))))
    plain = bullet_heads.settled(bold_below.settled(list(empty_letters.settled(content))))
    items = colon_items.with_lines(colon_items.settled(nested_items.settled(plain)))
    numbered = links_inside.settled(clauses.settled(bold_names.settled(items)))
    return list(own_heading.settled(spelled_out(chapters.unnumbered(numbered))))


def _read(
    found: Sequence[Block],
    chosen: Chosen,
    title: str,
    before: Sequence[Skipped],
    called: bool = False,
) -> Reading:
    """The entries of the part of a document that may hold some; ``called``: a heading calls it a glossary."""
    skipped = list(before)
    fields = headed_fields.settled(labelled_fields.settled(introduction.settled(found)))
    words = called or scope.says_words(title)
    walk = _walked(fields, chosen, words)
    if not title:
        title, walk.drafts, more = _first_heading(walk)
        skipped += more
    drafts, around = _without_others(walk.drafts, found, words)
    skipped += [*walk.skipped, *around]
    if not drafts:
        drafts = next(filter(None, (way(walk.blocks) for way in WAYS)), [])
        lines = {line for draft in drafts for line in (draft.line, *(piece.line for piece in draft.body))}
        skipped = [s for s in skipped if s.line not in lines]
    why = "" if called else doubt.doubt(title, drafts, found)
    why = why or (ONLY_NAMES if _are_names_alone(drafts, skipped) else "")
    if why:
        skipped += doubt.left_out(drafts)
        drafts = []
    return Reading(
        title=title,
        drafts=tuple(drafts),
        skipped=tuple(skipped),
        headings=(*walk.headings, *mixed.announced(found)),
        columns=table_layout.columns(walk.layouts.values()),
        places={
            header: Place(line=line)
            for plan in reversed(list(walk.layouts.values()))
            for header, (line, _) in table_layout.places(plan).items()
        },
        declined=why,
    )


def _without_others(
    drafts: Sequence[Draft], found: Sequence[Block], words: bool
) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without what stands around a glossary: imprint, files, sources, the end of the document."""
    own, of_people = people.without(drafts, found)
    own, of_contacts = without_contacts(own)
    own, of_document = without_imprint(own)
    own, of_files = without_files(own)
    heads = [block for block in found if isinstance(block, Heading) and block.sure and words]
    own, referred = without_references(own, heads)
    own, tail = without_tail(own)
    own, leads = without_leads(own)
    kept, dropped = trimmed(own)
    return kept, [*of_people, *of_contacts, *of_document, *of_files, *referred, *tail, *leads, *dropped]


def _are_names_alone(drafts: Sequence[Draft], skipped: Sequence[Skipped]) -> bool:
    """Whether a long list of names without texts has a few lines that look like texts of those above."""
    return sum(skip.why == NO_TEXT for skip in skipped) > max(NAMES, ALONE * len(drafts))


def spelled_out(found: Sequence[Block]) -> Iterator[Block]:
    """The blocks where a heading and its long form, the heading right under it, are one name."""
    before: Block | None = None
    for block in found:
        if isinstance(before, Heading) and isinstance(block, Heading) and _shortens(before, block):
            before = replace(before, text=f"{before.text} ({block.text})")
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


LETTER_RANGE = re.compile(r"[^\W\d_]\s?[-–—/&]\s?[^\W\d_]")  # "A–C" over its terms


def _shortens(head: Heading, under: Heading) -> bool:
    letters = LETTER_RANGE.fullmatch(head.text) is not None
    return (
        head.depth < under.depth
        and head.text.isupper()
        and not letters
        and abbreviates(head.text, under.text)
    )


def _first_heading(walk: Walk) -> tuple[str, list[Draft], list[Skipped]]:
    """The title that the first heading gives, if that heading is no entry or differs from all others."""
    first = next((block for block in walk.blocks if not isinstance(block, Noise)), None)
    if not isinstance(first, Heading):
        return "", walk.drafts, []
    draft = walk.drafts[0] if walk.drafts else None
    if draft is None or draft.line != first.line:
        return first.text, walk.drafts, []
    if first.sure or not breaks_habit(draft, walk.drafts):
        return "", walk.drafts, []
    return draft.name, walk.drafts[1:], left_out(draft, "title and introduction")


def _walked(found: Sequence[Block], chosen: Chosen, called: bool) -> Walk:
    """The usual reading, or another one if that takes much more of the text and has better entries.

    In a document that is ``called`` a glossary, headings may be formed nearly as well.
    """
    usual = _usual(found, chosen)
    value = rated(usual.drafts, found)
    if value >= GOOD or len(found) > MANY:
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
            table: plan for table, plan in layouts.items() if plan.known or _defines(told[table], plan)
        }
    elif known:
        layouts = {table: plan for table, plan in layouts.items() if mixed.is_of_texts(plan, chosen)}
    walk = Walk(blocks=found, labels=labels, heads=heads, beside=also, layouts=layouts)
    walk.run()
    return walk


def _defines(table: Table, plan: table_layout.Layout) -> bool:
    """Whether a table without a header contains names with definitions, in a document with other entries."""
    if plan.header:
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


def _title(found: Sequence[Block]) -> tuple[str, list[Block], list[Skipped]]:
    """The title of the document: its first line, or one of the first lines after navigation."""
    skipped: list[Skipped] = []
    for index, block in enumerate(found[:FIRST]):
        inner = block.otherwise if isinstance(block, Labelled) else block
        if isinstance(inner, Heading | Prose) and _is_title(inner, found[index + 1 :], first=not skipped):
            skipped.append(Skipped(line=inner.line, text=inner.text, why="title"))
            return inner.text, list(found[index + 1 :]), skipped
        if not isinstance(inner, Heading | Noise) or (isinstance(inner, Heading) and inner.sure):
            break
        skipped.append(Skipped(line=inner.line, text=inner.text, why="before the title"))
    return "", list(found), []


def _is_title(line: Heading | Prose, rest: Sequence[Block], first: bool) -> bool:
    if first and isinstance(line, Heading) and line.sure and line.depth == 1:
        return not any(isinstance(block, Heading) and block.depth == 1 for block in rest)
    short = count_words(line.text) <= 16 and not line.text.endswith((".", ",", ";"))
    return short and is_title(line.text) and (first or isinstance(line, Heading))
