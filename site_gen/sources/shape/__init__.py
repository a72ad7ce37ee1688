"""Turn blocks into drafts: find the styles that mark names, walk once through all blocks, check the whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from site_gen.sources.draft import Draft, Piece, Place, Reading, Skipped
from site_gen.sources.shape import (
    bare_pairs,
    before_articles,
    boards,
    bold_below,
    bold_names,
    bullet_heads,
    chapters,
    clauses,
    closing,
    colon_items,
    defining,
    doubt,
    empty_letters,
    explained_names,
    headed_fields,
    in_a_row,
    introduction,
    introduction_parts,
    joined_cells,
    label_pairs,
    labelled_fields,
    letter_links,
    links_inside,
    mixed,
    names_last,
    nested_items,
    of_list,
    own_heading,
    people,
    questions,
    readings,
    run_on,
    scope,
    subtitles,
    table_layout,
    texts_below,
    told_headings,
)
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Noise,
    Prose,
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
    without_days,
    without_files,
    without_imprint,
    without_leads,
    without_references,
    without_samples,
    without_tail,
)
from site_gen.sources.shape.sections import is_structure, is_title

WAYS = (  # of reading entries that no sign parts, in this order
    in_a_row.drafts,
    defining.by_sentences,
    defining.by_abbreviations,
    run_on.drafts,
    run_on.in_one_paragraph,
    before_articles.drafts,
    defining.in_sentences,
)
ONLY_NAMES = "it is a list of names, nearly all of them without texts"
NAMES, ALONE = 20, 6  # names without texts, in all and for each with one
CHAPTERS = 2  # on the level of the title of a document
FIRST = 12  # number of first blocks that may contain the title


def read(found: Sequence[Block], chosen: Chosen, called: str = "", file: str = "") -> Reading:
    """The entries of a document of blocks; ``chosen`` is what a person set for table columns.

    ``called`` is the title, where the format tells it apart from the blocks, ``file`` the name of the file.
    """
    title, rest, skipped = _title(_settled(found))
    if not title or (scope.says_words(called) and not scope.says_words(title)):
        title = (
            called or next(filter(scope.says_words, map(_underlined, rest[:FIRST])), "") or _over_all(rest)
        )
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
    return _without_proof(_read(rest, chosen, title, skipped, file=file), rest)


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


def _over_all(found: Sequence[Block]) -> str:
    """The only heading of the highest level, if it is among the first blocks and calls a list of words."""
    heads = [block for block in found if isinstance(block, Heading) and block.sure]
    if len(heads) < 2 or heads[0].depth >= min(head.depth for head in heads[1:]):
        return ""
    first = any(block is heads[0] for block in found[:FIRST])
    return heads[0].text if first and scope.says_words(heads[0].text) else ""


def _underlined(block: Block) -> str:
    return block.text if isinstance(block, Heading) and block.style == "underlined" else ""


def _settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with names that several lines write, and lines without content, as what they are."""
    found = closing.without_contact(subtitles.settled(found))
    opening = introduction_parts.lines(found)
    turned = list(texts_below.settled(label_pairs.settled(list(scope.headed(found)))))
    whole = in_a_row.settled(list(letter_links.settled(turned)))
    whole = names_last.settled(questions.settled(joined_cells.settled(bare_pairs.settled(whole))))
    content = explained_names.settled(of_list.settled(closing.settled(list(told_headings.settled(whole)))))
    plain = bullet_heads.settled(bold_below.settled(list(empty_letters.settled(content))))
    items = colon_items.with_lines(colon_items.settled(nested_items.settled(plain)))
    numbered = links_inside.settled(clauses.settled(bold_names.settled(items)))
    named = list(introduction_parts.left_out(chapters.unnumbered(numbered), opening))
    return list(own_heading.settled(spelled_out(named)))


def _read(
    found: Sequence[Block],
    chosen: Chosen,
    title: str,
    before: Sequence[Skipped],
    called: bool = False,
    file: str = "",
) -> Reading:
    """The entries of a part of a document; ``called``: a heading calls it a glossary, or its ``file``."""
    skipped = list(before)
    fields = headed_fields.settled(labelled_fields.settled(introduction.settled(found)))
    words = called or scope.says_words(title)
    walk = readings.chosen_of(fields, chosen, words)
    if not title:
        title, walk.drafts, more = _first_heading(walk)
        skipped += more
    drafts, around = _without_others(walk.drafts, found, words)
    skipped += [*walk.skipped, *around]
    if not drafts:
        drafts = next(filter(None, (way(walk.blocks) for way in WAYS)), [])
        lines = {line for draft in drafts for line in (draft.line, *(piece.line for piece in draft.body))}
        skipped = [s for s in skipped if s.line not in lines]
    named = called or boards.title_of(file)
    why = "" if named else doubt.doubt(title, drafts, found)
    if why := why or (ONLY_NAMES if _are_names_alone(drafts, skipped) else ""):
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
    own, samples = without_samples(drafts)
    own, of_people = people.without(own, found)
    own, of_contacts = without_contacts(own)
    own, of_days = without_days(own)
    own, of_document = without_imprint(own)
    own, of_files = without_files(own)
    heads = [block for block in found if isinstance(block, Heading) and block.sure and words]
    own, referred = without_references(own, heads)
    own, tail = without_tail(own)
    own, leads = without_leads(own)
    kept, dropped = trimmed(own)
    return kept, [
        *samples,
        *of_people,
        *of_contacts,
        *of_days,
        *of_document,
        *of_files,
        *referred,
        *tail,
        *leads,
        *dropped,
    ]


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


def _own_heads(rest: Sequence[Block]) -> list[Heading]:
    """The headings without those that have nothing but links to parts of the page below them."""
    pairs = zip_longest(rest, rest[1:])
    return [head for head, below in pairs if isinstance(head, Heading) and not _is_over_contents(head, below)]


def _is_over_contents(head: Heading, below: Block | None) -> bool:
    return isinstance(below, Noise) and below.why == "navigation" and is_structure(head.text)


def _is_bare(rest: Sequence[Block]) -> bool:
    """Whether chapters follow a first heading on its level, and nothing below it may be an entry."""
    heads = [block for block in rest if isinstance(block, Heading) and block.sure]
    own = takewhile(lambda block: not (isinstance(block, Heading) and block.sure), rest)
    facts = all(isinstance(block, Prose | Noise) or introduction.is_note(block) for block in own)
    return facts and sum(head.depth == 1 for head in heads) >= CHAPTERS and heads[0].depth == 1


def _is_title(line: Heading | Prose, rest: Sequence[Block], first: bool) -> bool:
    if first and isinstance(line, Heading) and line.sure and line.depth == 1:
        alone = not any(block.depth == 1 for block in _own_heads(rest))
        return alone or (scope.says_words(line.text) and _is_bare(rest))
    short = count_words(line.text) <= 16 and not line.text.endswith((".", ",", ";"))
    called = is_title(line.text) or (first and scope.says_words(line.text))
    return short and called and (first or isinstance(line, Heading))
