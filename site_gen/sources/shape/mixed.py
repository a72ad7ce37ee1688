"""Find entries beside entries of another shape: headings between tables, lists under headings.

In a document with one shape, many similar lines prove the style (see styles.py). Once another shape is
proven, the remaining styles are accepted only if their texts read like definitions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from operator import or_
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Piece
from site_gen.sources.shape import defining, document_facts, introduction, invitations, table_layout, tables
from site_gen.sources.shape.blocks import (
    DECORATION,
    OPENS,
    Block,
    Heading,
    Label,
    Labelled,
    Noise,
    Pair,
    Prose,
    Table,
    count_words,
    is_value,
    speaks_of,
)
from site_gen.sources.shape.calendar_words import DAYS_AND_MONTHS, is_day
from site_gen.sources.shape.columns import Chosen, by_header
from site_gen.sources.shape.header_words import LOG_HEADERS, LOG_TITLES, folded_set
from site_gen.sources.shape.no_entries import KEEPING
from site_gen.sources.shape.scope import VERSION, names_glossary, parts_of, speaks_of_glossary
from site_gen.sources.shape.sections import Section, in_order, is_facet, is_structure, option_of
from site_gen.sources.shape.table_layout import Layout
from site_gen.sources.shape.vocabulary import FACET_STARTS

FEW_PLAIN = 0.34  # share of items without bold words among those with them
ENOUGH_BOLD = 2  # items with bold words beside them
LISTED = "listed"  # style of labelled lines in a list of proven entries
MAX_HEAD = 6  # words in a heading at most
DEFINING = 0.6  # share of the texts that read like definitions
ENOUGH, HABIT = 5, 0.75  # number and share of such headings from which all are entries
USUAL = 0.5  # share of the headings of one style that could be entries
LETTERS = 3  # headings of a letter
TOLD = 4  # words of the texts of a list on average, unless abbreviations are written out
WORDED = 2  # words of a text in such a table at least
CHAPTER = 2  # headings of a chapter that holds nothing else
ALIKE, MOSTLY = 3, 0.8  # headings over short texts in a glossary, and their share of those in one style
_LETTER = re.compile(r"[^\W\d_]")
_IN_LIST = re.compile(r"bold(?: bullet| number\d)?|(?:bullet|number\d)(?:colon|dash|equals)")

_LINE = ("colon", "dash", "equals", "tab")  # lines under a heading that names a glossary


def headed(parts: Sequence[Section], labels: frozenset[str], tables: Collection[int]) -> frozenset[int]:
    """The headings (by identity) that are entries in a document whose ``tables`` or ``labels`` hold entries.

    A style needs two headings over short texts that read like definitions, and few other headings. If it has
    many such headings, those with texts that open differently are accepted too.
    """
    times = Counter(names.fold(part.head.text) for part in parts)
    by_style: dict[str, list[Section]] = {}
    for part in parts:
        if part.body and not is_structure(part.head.text) and times[names.fold(part.head.text)] <= 2:
            by_style.setdefault(part.head.style, []).append(part)
    found = {id(part.head) for group in by_style.values() for part in _of_style(group, labels, tables)}
    return frozenset(found | {id(part.head) for part in _under_letters(parts)})


def headed_in_glossary(
    parts: Sequence[Section], labels: frozenset[str], tables: Collection[int]
) -> frozenset[int]:
    """The headings (by identity) over short texts in a document called a glossary, whose texts need no sign.

    A style needs several such headings, and hardly others.
    """
    by_style: dict[str, list[Section]] = {}
    for part in parts:
        if part.body:
            by_style.setdefault(part.head.style, []).append(part)
    found = headed(parts, labels, tables)
    for group in by_style.values():
        clean = [part for part in group if _is_plain(part)]
        over = sum(_is_over(part.after, labels, tables) for part in clean)  # the last of them may be
        if over <= 1 and len(clean) >= ALIKE and len(clean) >= MOSTLY * len(group):
            found |= {id(part.head) for part in clean}
    return found


def in_chapters(parts: Sequence[Section], labels: frozenset[str], tables: Collection[int]) -> frozenset[int]:
    """The headings (by identity) of chapters in a document called a glossary, if all in a chapter have texts.

    Nothing else stands in such a chapter: no list, no heading of a lower level, no text of its own but one
    that speaks of what follows.
    """
    out = set(_of_details(parts))
    for place, part in enumerate(parts):
        chapter = part.head
        if is_structure(chapter.text) or is_facet(chapter.text) or _is_told(part):
            continue
        if _is_of_document(chapter.text):
            continue
        if not chapter.sure and not _is_chapter(chapter, parts):
            continue
        below = [other for other in _below(parts, place) if other.head.style != "box"]
        level = {(other.head.style, other.head.sure) for other in below}
        if len(below) < CHAPTER or len(level) > 1 or not isinstance(part.after, Heading):
            continue
        plain = all(other.body and _may_be_entry(other) for other in below)
        over = any(_is_over(other.after, labels, tables) for other in below[:-1])
        if plain and not over and mean(map(_only_speaks, below)) <= USUAL:
            out |= {id(other.head) for other in below}
    return frozenset(out)


_OPENS = re.compile(  # folded, of what says so
    r"(?:click|show|see|expand|klick|zeig|anzeig|cliqu|affich|voir|mostrar|clic|mostra|toon|klik|показать|"
    r"подробн|goster|pokaz|zobraz|visa|vis)\w*\b|(?:details|more|mehr|weitere|plus|ver (?:mas|todo))\b"
)


def _of_details(parts: Sequence[Section]) -> Iterator[int]:
    """The few lines, by identity, that open a short text on a page, beside entries of other shapes."""
    own = [part for part in parts if part.head.style == OPENS and part.body and part.head.sure]
    if all(map(_may_be_entry, own)) and not any(map(_only_speaks, own)):
        heads = (part.head for part in own if not document_facts.is_fact(part.head.text))
        yield from (id(head) for head in heads if not _OPENS.match(names.fold(head.text)))


def tables_in_chapters(
    parts: Sequence[Section], tables: Mapping[int, Layout], chosen: Chosen
) -> dict[int, Layout]:
    """Layouts of further tables in a document called a glossary: names and texts, right below a heading."""
    out = {}
    for part in parts:
        table = part.after
        if part.body or not part.head.sure or not isinstance(table, Table) or id(table) in tables:
            continue
        plan = None if _is_of_document(part.head.text) else table_layout.layout(table, chosen)
        if plan and not plan.header and not document_facts.is_cover(table) and _holds_texts(table, plan):
            out[id(table)] = plan
    return out


def _holds_texts(table: Table, plan: Layout) -> bool:
    """Whether a table without a header has several names, each with a text of some words."""
    made, _ = tables.drafts(table, plan)
    said = [" ".join(piece.text for piece in draft.body) for draft in made]
    return len(said) >= CHAPTER and all(count_words(text) >= WORDED for text in said)


def lists_in_chapters(found: Sequence[Block], live: frozenset[str]) -> list[Block]:
    """The blocks of a document called a glossary, with lists that are all of a chapter marked by their style.

    Each item has a short name and a text, and the heading says nothing of the document itself.
    """
    out = list(found)
    for head, items in _lists(found, live):
        options = [option for _, option in items]
        named = all(_may_be_item(option) for option in options)
        facts = any(document_facts.is_fact(option.name) for option in options)
        speaks = mean(defining.speaks_to_readers(option.body) for option in options)
        alike = len({option.style for option in options}) == 1
        told = all(o.name.isupper() for o in options) or mean(count_words(o.body) for o in options) >= TOLD
        if not (named and alike and told) or facts or speaks > USUAL or _is_of_document(head):
            continue
        for index, option in items:
            block = found[index]
            if isinstance(block, Labelled):
                out[index] = replace(block, options=(replace(option, style=LISTED),))
    return out


def _may_be_item(option: Label) -> bool:
    """Whether a label may be a name, and no day or part of an entry, and what follows it no mere value."""
    odd = is_facet(option.name) or names.fold(option.name) in DAYS_AND_MONTHS or is_value(option.body)
    return _is_name(option.name) and not odd


def _is_of_document(head: str) -> bool:
    """Whether a heading tells of the document, or of who keeps it: "Rules", "Owners", "Contact"."""
    own = names.fold(head)
    of_log = own in LOG_HEADERS | LOG_TITLES
    return own in introduction.LABELS | KEEPING | _TEAMS or of_log or document_facts.is_fact(head)


_TEAMS = folded_set(
    "team, the team, our team, teams, staff, mannschaft, das team, unser team, mitarbeiter, mitarbeitende, "
    "équipe, l'équipe, notre équipe, equipo, el equipo, nuestro equipo, squadra, la squadra, il team, "
    "equipe, a equipe, het team, zespół, tým, команда, наша команда, ekip, ekibimiz, チーム, 团队, 팀"
)


def _below(parts: Sequence[Section], place: int) -> list[Section]:
    """The headings of a lower level that follow the one at a place, and those that no markup calls so."""
    chapter = parts[place].head
    return list(takewhile(lambda other: _is_below(other.head, chapter), parts[place + 1 :]))


def _is_below(head: Heading, chapter: Heading) -> bool:
    if head.sure:
        return chapter.sure and head.depth > chapter.depth
    return head.style not in ("question", "colon", chapter.style)


def _is_chapter(head: Heading, parts: Sequence[Section]) -> bool:
    """Whether all of several lines that look like this one stand over entries, and have no text."""
    alike = [part for part in parts if part.head.style == head.style]
    return len(alike) >= CHAPTER and not any(part.body for part in alike)


def _is_told(chapter: Section) -> bool:
    """Whether a text right below a heading tells what the heading means, and not of what follows."""
    text = chapter.text
    speaks = defining.introduces(text) or defining.speaks_to_readers(text) or defining.tells_of_parts(text)
    speaks = speaks or _asks(text)
    return bool(chapter.body) and (not speaks or defining.defines(chapter.head.text, text))


def all_hold_entries(
    found: Sequence[Block], labels: frozenset[str], tables: Collection[int], headed: Collection[int]
) -> bool:
    """Whether each of several chapters holds entries: labelled lines, pairs, tables, or ``headed`` ones."""
    parts = parts_of(found)
    level = min((part.head.depth for part in parts), default=0)
    chapters = [found[part.start + 1 : part.end] for part in parts if part.head.depth == level]
    own = [any(_holds_entry(block, labels, tables) for block in chapter) for chapter in chapters]
    under = [any(id(block) in headed for block in chapter) for chapter in chapters]
    return sum(own) >= CHAPTER and all(map(or_, own, under))


def _holds_entry(block: Block, labels: frozenset[str], tables: Collection[int]) -> bool:
    if isinstance(block, Labelled):
        return option_of(block, labels) is not None
    return isinstance(block, Pair) or id(block) in tables


_NOTES = folded_set(  # headings over remarks, which no entry is called
    "notas, notizen, anmerkungen, remarques, opmerkingen, uwagi, примечания, примітки, notlar, "
    "poznámky, megjegyzések, anteckningar, anmärkningar, merknader, bemærkninger, huomautuksia, "
    "observaciones, observações"
)


def _asks(text: str) -> bool:
    """Whether a text asks first whether a term is missing."""
    return invitations.asks_what_lacks(DECORATION.sub("", text))


def _may_be_entry(part: Section) -> bool:
    """Whether a short text and no list stands under a heading that may be a name."""
    head, text = part.head.text, part.text
    structure = is_structure(head) or is_facet(head) or names_glossary(names.bare(head))
    structure = (
        structure or document_facts.is_fact(head) or is_day(head) or VERSION.fullmatch(head) is not None
    )
    plain = len(part.body) <= 3 and not any(isinstance(block, Prose) and block.bullet for block in part.body)
    short = plain and defining.is_short(text) and not defining.introduces(text)
    return not structure and short and _is_name(head)


def _only_speaks(part: Section) -> bool:
    """Whether a text speaks to readers and does not define."""
    return defining.speaks_to_readers(part.text) and not defining.defines(part.head.text, part.text)


def _is_plain(part: Section) -> bool:
    head, text = part.head.text, part.text
    structure = is_structure(head) or is_facet(head) or names_glossary(names.bare(head))
    return not structure and _is_clean(part, over=False) and not defining.speaks_to_readers(text)


def _under_letters(parts: Sequence[Section]) -> list[Section]:
    """The headings with a text one level below headings of single letters, of which there are several."""
    out, letters, depth = list[Section](), list[str](), 0
    for part in parts:
        head = part.head
        if head.sure and _LETTER.fullmatch(head.text) and not part.body:
            letters.append(head.text.upper())
            depth = head.depth
        elif depth and head.depth <= depth:
            depth = 0
        elif depth and head.sure and head.depth == depth + 1 and part.body and not head.text.endswith("?"):
            out.append(part)
    return out if len(letters) >= LETTERS and in_order(letters) == 1 else []


def _of_style(group: Sequence[Section], labels: frozenset[str], tables: Collection[int]) -> list[Section]:
    over = {
        id(part) for part in group if _is_over(part.after, labels, tables) and not _is_beside(part, labels)
    }
    if len(group) == 1 and group[0].head.style in labels and _begins(group[0]):
        alone = group[0]  # a name with its text in the next paragraph
        told = not over or _has_senses(alone) or defining.defines(alone.head.text, alone.text)
        return [alone] if told else []
    if 2 * len(over) > len(group):  # chapters, each with its introduction
        return []
    clean = [part for part in group if _is_clean(part, id(part) in over)]
    if len(group) == 1:
        alone = group[0]
        told = defining.speaks_to_readers(alone.text) or defining.tells_of_parts(alone.text)
        return clean if clean and not told and defining.defines(alone.head.text, alone.text) else []
    defined = [part for part in clean if defining.defines(part.head.text, part.text)]
    if len(defined) < 2 or len(defined) < DEFINING * len(clean) or len(clean) < USUAL * len(group):
        return []
    habit = HABIT * len(clean) if len(clean) >= ENOUGH else len(clean) - 1
    return clean if len(clean) > 2 and len(defined) >= habit else defined


def _begins(part: Section) -> bool:
    """Whether a single heading in the style of the names has a text, and no list or question."""
    first = part.body[0]
    plain = isinstance(first, Prose) and not (first.bullet and not 0 < part.head.listed == first.listed)
    return plain and _is_name(part.head.text) and not defining.introduces(part.text)


def _has_senses(part: Section) -> bool:
    """Whether a numbered list is all that stands under a heading: the senses of a name."""
    listed = [isinstance(block, Prose) and block.listed > 0 and not block.bullet for block in part.body]
    return len(listed) > 1 and all(listed)


def _is_beside(part: Section, labels: frozenset[str]) -> bool:
    """Whether a heading is an item of a list among items that are entries in its style."""
    after, head = part.after, part.head
    return head.style in labels and isinstance(after, Labelled) and 0 < head.listed == after.listed


def _is_over(after: Block | None, labels: frozenset[str], tables: Collection[int]) -> bool:
    """Whether the block after a heading and its text is an entry of another shape."""
    if isinstance(after, Labelled):
        return option_of(after, labels) is not None
    return isinstance(after, Pair) or id(after) in tables


def _is_clean(part: Section, over: bool) -> bool:
    """Whether no sign speaks against an entry; the test is stricter if entries of another shape follow."""
    head, text = part.head.text, part.text
    if names_glossary(names.bare(head)) or (_groups(part) and speaks_of_glossary(head)):
        return False
    bullets = any(isinstance(block, Prose) and block.bullet for block in part.body)
    if part.head.style == OPENS and _OPENS.match(names.fold(head)):
        return False
    if bullets or len(part.body) > 3 or not defining.is_short(text) or not _is_name(head):
        return False
    if defining.introduces(text) or _asks(text) or names.fold(head) in _NOTES:
        return False
    if over:
        told = defining.speaks_to_readers(text) or defining.tells_of_parts(text)
        return defining.defines(head, text) and not told
    return defining.defines(head, text) or not defining.speaks_to_readers(text)


def _groups(part: Section) -> bool:
    """Whether headings of a lower level follow a heading and its text."""
    return isinstance(part.after, Heading) and part.after.depth > part.head.depth


def _is_name(text: str) -> bool:
    first = names.fold(text).split(" ")[0]
    return count_words(text) <= MAX_HEAD and first not in FACET_STARTS and not text.endswith("?")


def listed(found: Sequence[Block], live: frozenset[str]) -> list[Block]:
    """The blocks, with lists of names and definitions directly under a heading marked by their style.

    Lists whose style is already ``live`` stay unchanged.
    """
    out = list(found)
    lists = list(_lists(found, live))
    times = Counter(names.fold(option.name) for _, items in lists for _, option in items)
    for head, items in lists:
        once = all(
            times[names.fold(option.name)] == 1 for _, option in items
        )  # otherwise the items are fields of several entries
        if once and _are_entries(head, [option for _, option in items]):
            for index, option in items:
                block = found[index]
                if isinstance(block, Labelled):
                    out[index] = replace(block, options=(replace(option, style=LISTED),))
    return out


def among_bold(found: Sequence[Block], live: frozenset[str]) -> list[Block]:
    """The blocks, with items without bold words marked as entries in a list whose other items have them.

    "- SOP: the usual way" after "- **Deploy**: to bring out", each with a sign of its own and one text.
    """
    out = list(found)
    bold = frozenset(style for style in live if style.startswith("bold"))
    for run in _runs(found):
        named = [option_of(block, bold) is not None for block in run.values()]
        plain = [place for place, is_named in zip(run, named, strict=True) if not is_named]
        if not plain or len(plain) > FEW_PLAIN * len(run) or len(run) - len(plain) < ENOUGH_BOLD:
            continue
        bold_names = [option.name for block in run.values() if (option := option_of(block, bold))]
        capital = _has_capital if any(map(_has_capital, bold_names)) else bool
        for place in plain:
            block = run[place]
            option = _option(block, live)
            if option and not is_facet(option.name) and _is_name(option.name) and capital(option.name):
                out[place] = replace(block, options=(replace(option, style=LISTED),))
    return out


def _has_capital(name: str) -> bool:
    """Whether the first word of a name has a capital, at its start or after a mark: "n°PPM"."""
    return any(map(str.isupper, name.split(" ")[0]))


def _runs(found: Sequence[Block]) -> Iterator[dict[int, Labelled]]:
    """The labelled items of lists that follow each other, by place; others of the same lists end a run."""
    run: dict[int, Labelled] = {}
    for place, block in enumerate([*found, None]):
        inside = (
            isinstance(block, Labelled | Prose)
            and block.listed
            and (block.listed > 1 or (isinstance(block, Prose) and not block.bullet))
        )
        if isinstance(block, Labelled) and block.listed == 1:
            run[place] = block
        elif run and not inside:
            yield run
            run = {}


_Items = list[tuple[int, Label]]  # places of labelled lines, and how they are read


def _lists(found: Sequence[Block], live: frozenset[str]) -> Iterator[tuple[str, _Items]]:
    """The lists directly under a heading in which every item has a label."""
    head, items = "", _Items()
    for index, block in enumerate([*found, None]):
        option = _option(block, live, names_glossary(head)) if head else None
        if option:
            items.append((index, option))
        elif items or not isinstance(block, Noise):
            if len(items) > 1 and not (isinstance(block, Prose) and block.bullet):
                yield head, items
            head, items = _over_list(block), []


def _over_list(block: Block | None) -> str:
    """The words over a list: those of a heading, or of a line that announces a glossary, "Abbreviations:"."""
    if said := _announcing(block) if block else "":
        return said
    return block.text if isinstance(block, Heading) and not _tells_of_one(block) else ""


def announced(found: Sequence[Block]) -> tuple[Piece, ...]:
    """The lines that announce a glossary as headings do: "Abbreviations:"."""
    over = (block for block, below in pairwise(found) if isinstance(below, Labelled))
    told = ((block.line, _announcing(block)) for block in over)
    return tuple(Piece(line=line, text=text) for line, text in told if text)


def _announcing(block: Block) -> str:
    """A line that announces a glossary, with its colon; "" for other blocks."""
    if isinstance(block, Heading) and block.style == "colon":
        text = f"{block.text}:"
    else:
        text = block.text if isinstance(block, Prose) and not block.bullet else ""
    return text if text.endswith((":", "：")) and names_glossary(text) else ""


def _tells_of_one(head: Heading) -> bool:
    """Whether a heading introduces a list of points about one thing: "Benefits of …", "Example"."""
    return is_facet(head.text) or is_structure(head.text) or not _is_name(head.text)


def _option(block: Block | None, live: frozenset[str], lines: bool = False) -> Label | None:
    """The name and text of an item of a list in no live style; ``lines``: or of one without a bullet."""
    if not isinstance(block, Labelled) or option_of(block, live):
        return None
    fits = [
        option
        for option in block.options
        if _IN_LIST.fullmatch(option.style) or (lines and option.style in _LINE)
    ]
    return min(fits, key=lambda option: len(option.name), default=None)


def _are_entries(head: str, options: Sequence[Label]) -> bool:
    """Whether the items of a list read like entries, and not like kinds of the thing in the heading."""
    if any(is_facet(option.name) or not _is_name(option.name) for option in options):
        return False
    kinds = mean(speaks_of(head, f"{option.name} {option.body}", whole=True) for option in options)
    if names_glossary(head) and kinds < USUAL:
        return True
    set_off = all(option.style.startswith("bold") for option in options)
    defined = mean(defining.defines(option.name, option.body) for option in options)
    return kinds < USUAL and defined >= (DEFINING if set_off else 1)


def is_of_texts(plan: Layout, chosen: Chosen) -> bool:
    """Whether a table without fully known headers may hold entries, because headers name terms or texts."""
    return plan.known or not plan.header or bool({"name", "text"} & set(by_header(plan.headers, chosen)))
