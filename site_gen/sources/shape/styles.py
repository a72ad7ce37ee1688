"""Find the styles that a document really uses to mark names, by counting over the whole document.

One line can read as a heading, a labelled definition or plain text. A style is *live* if its lines behave
like entries of a glossary: many short, different names, each with a text, in alphabetical order or mentioned
in their own text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise, zip_longest
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape import defining
from site_gen.sources.shape.blocks import (
    Block,
    Field,
    Heading,
    Label,
    Labelled,
    Noise,
    Pair,
    Prose,
    count_words,
    is_numbered,
    is_question,
    is_value,
    speaks_of,
)
from site_gen.sources.shape.scope import names_glossary, speaks_of_glossary
from site_gen.sources.shape.sections import Section, in_order, is_facet, is_structure, option_of, sections
from site_gen.sources.shape.vocabulary import FACET_STARTS, WORD_CLASS

STRICT = (
    "script",
    "stop",
    "caps",
    "enclosed",
    "rare",
    "class",
    "double",
    "article",
)  # signs of ordinary prose, accepted only if nearly every line has them
HALF = ("break", "article")  # a name over its text in one paragraph; a bold one behind an article
UNMARKED = ("colon", "dash", "equals")  # labels without bold words, as sentences have them as well
TITLED = "titled"  # headings whose class says that they are names
MOST_BROKEN = 0.5  # share of the lines that have such a name
MAX_LABEL_MEAN = 4.5  # mean words; labels of definitions are names, those of paragraphs are phrases
EVERYWHERE = 0.8  # share of the lines with a bold label that leaves no room for phrases
SELF_DEFINING = 0.5  # share of headings whose text speaks of them
OPENING = 8  # characters of a text before and after the name that it begins with
FAR_MORE = 4  # times as many headings of a level as of all proven levels below
FEW_ITEMS, MANY_HEADS = 6, 8  # items of a list in the text of one of so many headings
SOME_HEADS = 4  # the same, where the text says that a list follows
FEW_BOLD = 0.25  # least bold labels for each heading over a paragraph; fewer are parts of texts
FEW_PARTS = 3  # labels that all repeat and so name the parts of texts
SORTED = 0.8  # share of neighbours in alphabetical order


def live_labels(found: Sequence[Block]) -> frozenset[str]:
    """The label styles that mark names, and do not only structure the text under headings."""
    parts = sections(found)
    proven = live_headings(parts, labelled=1)
    headed = sum(1 for part in parts if part.body and part.head.style in proven)
    plain = max(Counter(part.head.style for part in parts if _begins_plain(part)).values(), default=0)
    titled = sum(part.head.style == TITLED and _begins_plain(part) for part in parts)
    lines = sum(isinstance(block, Labelled | Prose) and not _announces(block) for block in found)
    said = _by_style(found)
    pairs = sum(isinstance(block, Pair) for block in found)
    named = {style: options for style, options in said.items() if _labels_are_names(options, style, lines)}
    bold = max((len(options) for style, options in named.items() if style.startswith("bold")), default=0)
    times = {
        style: len(options)
        for style, options in named.items()
        if len(options) >= _needed(style, headed, plain, lines, bold, titled)
        and (len(options) >= pairs or not style.startswith(UNMARKED))  # "Note: …" below a definition list
    }
    before = _before_the_headings(found, parts)
    times = {style: count for style, count in times.items() if before.get(style, 0) < count}
    most = max(times.values(), default=0)
    live = frozenset(style for style, count in times.items() if count >= 0.1 * most)
    live -= _inside_one(found, parts, live) | _outdone(found, parts, live) | _kinds(found, parts, live)
    live -= _below_one(found, live) | _under_heads(found, live)
    live |= _single(found, live | proven) | _between(found, live)
    return live if proven else live | _listed_beside(found, live)


def _under_heads(found: Sequence[Block], live: frozenset[str]) -> frozenset[str]:
    """Styles of ordinary prose whose lines nearly all begin the text under a heading of their own."""
    pairs = [(above, block) for above, block in pairwise(found) if isinstance(block, Labelled)]
    out = set()
    for style in live.intersection(STRICT):
        own = [above for above, block in pairs if any(option.style == style for option in block.options)]
        heads = [one for one in own if isinstance(one, Heading) and one.sure]
        if len(heads) >= FEW_PARTS and len(heads) >= SORTED * len(own) - 1:
            out.add(style)
    return frozenset(out)


def _announces(block: Block) -> bool:
    """Whether a paragraph leads to the lines below it: "In this contract:"."""
    return isinstance(block, Prose) and block.text.rstrip().endswith((":", "："))


def _inside_one(found: Sequence[Block], parts: Sequence[Section], live: frozenset[str]) -> frozenset[str]:
    """Styles of a few items that one text among many under headings announces: "The team settles: …"."""
    headed = Counter(part.head.style for part in parts if part.body)
    out = set()
    for style in live:
        own = {b.line for b in found if isinstance(b, Labelled) and any(o.style == style for o in b.options)}
        over = [part for part in parts if any(block.line in own for block in part.body)]
        inside = {block.line for part in over for block in part.body}
        if (
            len(over) != 1
            or not own <= inside
            or len(own) > FEW_ITEMS
            or headed[over[0].head.style] < SOME_HEADS
        ):
            continue
        first = next(index for index, block in enumerate(over[0].body) if block.line in own)
        before = over[0].body[first - 1] if first else None
        if isinstance(before, Prose) and before.text.rstrip().endswith((":", "：")):
            out.add(style)
    return frozenset(out)


def _outdone(found: Sequence[Block], parts: Sequence[Section], live: frozenset[str]) -> frozenset[str]:
    """Styles of labels that all stand under one heading, beside far more short headings over short texts."""
    told = [part for part in parts if part.head.sure and _begins_plain(part) and not is_facet(part.head.text)]
    styles = Counter(part.head.style for part in told if defining.is_short(part.text))
    heads, times = max(styles.items(), key=lambda pair: pair[1], default=("", 0))
    own = [part for part in told if part.head.style == heads]
    if times < max(MANY_HEADS, SORTED * len(own)) or not _are_names(own):
        return frozenset()
    if mean(count_words(part.head.text) for part in own) > MAX_LABEL_MEAN:
        return frozenset()
    out = set()
    for style in live:
        lines = {
            b.line for b in found if isinstance(b, Labelled) and any(o.style == style for o in b.options)
        }
        over = [part.head for part in parts if any(block.line in lines for block in part.body)]
        if len(over) == 1 and over[0].style != heads and 2 * len(lines) <= times:
            out.add(style)
    return frozenset(out)


def _kinds(found: Sequence[Block], parts: Sequence[Section], live: frozenset[str]) -> frozenset[str]:
    """Styles of items that all stand under one of many headings alike: the kinds that this one entry has.

    The other headings have short texts of their own, most of which define them.
    """
    out = set()
    for style in live:
        lines = {
            b.line: b.listed
            for b in found
            if isinstance(b, Labelled) and any(option.style == style for option in b.options)
        }
        over = [part for part in parts if any(block.line in lines for block in part.body)]
        if len(over) != 1 or not over[0].head.sure or not all(lines.values()):
            continue
        alike = [part for part in parts if part.head.style == over[0].head.style and _begins_plain(part)]
        others = [part for part in alike if part is not over[0] and defining.is_short(part.text)]
        told = sum(defining.defines(part.head.text, part.text) for part in others)
        many = len(others) >= max(FEW_ITEMS, 2 * len(lines)) and 2 * told >= len(others)
        if many and _are_names(others) and not speaks_of_glossary(over[0].head.text):
            out.add(style)
    return frozenset(out)


def _below_one(found: Sequence[Block], live: frozenset[str]) -> frozenset[str]:
    """Styles of items that all stand in one list right below one of several bold names with texts."""
    lines = [block for block in found if not isinstance(block, Noise)]
    bold = frozenset(style for style in live if style.startswith("bold"))
    named = [isinstance(b, Labelled) and not b.listed and option_of(b, bold) is not None for b in lines]
    out = set()
    for style in live - bold if sum(named) > FEW_PARTS else ():
        items = {
            place: block.listed
            for place, block in enumerate(lines)
            if isinstance(block, Labelled) and any(option.style == style for option in block.options)
        }
        first, last = min(items), max(items)
        in_list = last - first + 1 == len(items) and all(items.values())
        if in_list and first and named[first - 1] and last + 1 < len(lines) and named[last + 1]:
            out.add(style)
    return frozenset(out)


def _before_the_headings(found: Sequence[Block], parts: Sequence[Section]) -> Counter[str]:
    """The number of labels of each style above the first heading with text, such as "Status: draft".

    Those under a heading that names a glossary ("Abbreviations") are entries.
    """
    first = next((part for part in parts if part.body and part.head.depth > 1), None)
    headed = sum(bool(part.body) for part in parts)
    times: Counter[str] = Counter()
    of_glossary = False
    for block in found:
        if first is None or block is first.head:
            break
        if isinstance(block, Heading):
            of_glossary = names_glossary(block.text)
        if isinstance(block, Labelled) and not of_glossary:
            times.update(option.style for option in block.options)
    return times if max(times.values(), default=0) <= headed else Counter()


def _single(found: Sequence[Block], live: frozenset[str]) -> frozenset[str]:
    """Styles with one line that mark a name like a live style does, but inside or outside of a list."""
    bases = {style.split(" ")[0] for style in live if style.startswith("bold")}
    bases |= {"bold"} if "article" in live else frozenset()
    return frozenset(
        style
        for style, options in _by_style(found).items()
        if len(options) == 1
        and style not in live
        and style.split(" ")[0] in bases
        and not _is_phrase(options[0].name)
        and defining.defines(options[0].name, options[0].body)
    )


def _between(found: Sequence[Block], live: frozenset[str]) -> frozenset[str]:
    """Styles with one line that mark a name, since it stands in a row of lines with another sign.

    "SLA - …" between "OLA: …" and "UC: …": one line each, as far from each other as the lines before.
    """
    signs = tuple(f"{item}{sign}" for item in ("", "bullet") for sign in (*UNMARKED, "tab"))
    plain = live & set(signs) - {"tab"}
    own = {style: options for style, options in _by_style(found).items() if style in signs}
    single = {
        id(options[0]): style for style, options in own.items() if len(options) == 1 and style not in live
    }
    out = set()
    lines = [block for block in found if not isinstance(block, Noise)]
    named = [isinstance(block, Labelled) and option_of(block, plain) is not None for block in lines]
    told = {option.name for style in plain for option in own[style]}
    for place, line in enumerate(lines):
        options = line.options if isinstance(line, Labelled) else ()
        style = next((single[id(option)] for option in options if id(option) in single), "")
        small = style and options[0].name[0].islower() and not any(name[0].islower() for name in told)
        if style and not small and count_words(options[0].name) <= 3 and _is_in_a_row(lines, named, place):
            out.add(style)
    return frozenset(out) | _in_rows(lines, named, own)


def _in_rows(
    lines: Sequence[Block], named: Sequence[bool], own: Mapping[str, Sequence[Label]]
) -> frozenset[str]:
    """Styles whose lines all stand in rows of lines without gaps, most of them named by other signs."""
    within = set[int]()
    run: list[tuple[Labelled, bool]] = []
    for line, is_named in zip_longest(lines, named):
        signed = isinstance(line, Labelled) and count_words(line.options[0].name) <= MOST_WORDS
        if not signed or (run and line.line - run[-1][0].line != 1):
            if len(run) >= NAMED and 2 * sum(sure for _, sure in run) > len(run):
                within |= {id(option) for one, _ in run for option in one.options}
            run = []
        if isinstance(line, Labelled) and signed:
            run.append((line, is_named))
    return frozenset(style for style, options in own.items() if all(id(o) in within for o in options))


def _listed_beside(found: Sequence[Block], live: frozenset[str]) -> frozenset[str]:
    """The style of the items of a document without headings, if all have a sign as its lines have."""
    items = [block for block in found if isinstance(block, Labelled | Prose | Heading) and _is_item(block)]
    said = _by_style(found)
    if sum(len(said[style]) for style in live & set(UNMARKED)) < NAMED or len(items) < FEW_ITEMS_BESIDE:
        return frozenset()
    styles = [{o.style for o in b.options} if isinstance(b, Labelled) else set[str]() for b in items]
    common = frozenset.intersection(*map(frozenset, styles))
    return frozenset(style for style in common if style.startswith("bullet"))


def _is_item(block: Labelled | Prose | Heading) -> bool:
    inner = block.otherwise if isinstance(block, Labelled) else block
    return block.listed > 0 or (isinstance(inner, Prose) and inner.bullet)


FEW_ITEMS_BESIDE = 2  # items of such a list
MOST_WORDS = 3  # of a name in such a row
NAMED = 4  # lines with a name, between two of which one with another sign stands


def _is_in_a_row(lines: Sequence[Block], named: Sequence[bool], place: int) -> bool:
    """Whether a line stands between named ones, of which three are as far from each other as it is.

    An abbreviation may stand at an end of them. Between many, its two neighbours are enough.
    """
    line = lines[place]
    short = isinstance(line, Labelled) and line.options[0].name.isupper()
    if 0 < place < len(lines) - 1 and named[place - 1] and named[place + 1] and sum(named) >= NAMED:
        return line.line - lines[place - 1].line == lines[place + 1].line - line.line
    first, last = (max(0, place - 3), place + 1) if short else (max(0, place - 2), place)
    for start in range(first, last):
        others = [index for index in range(start, start + 4) if index != place and index < len(lines)]
        if len(others) == 3 and all(named[index] for index in others):
            gaps = {b.line - a.line for a, b in pairwise(lines[start : start + 4])}
            return len(gaps) == 1
    return False


def _by_style(found: Sequence[Block]) -> dict[str, list[Label]]:
    out: dict[str, list[Label]] = {}
    for block in found:
        for option in block.options if isinstance(block, Labelled) else ():
            out.setdefault(option.style, []).append(option)
    return out


def _begins_plain(part: Section) -> bool:
    """Whether a heading has a paragraph under it, or a text with a label: "Definition: …"."""
    first = next((block for block in part.body if not isinstance(block, Field)), None)
    told = any(isinstance(block, Field) and block.field == "text" for block in part.body)
    plain = isinstance(first, Prose) and not first.bullet
    return (plain or told) and not is_structure(part.head.text)


def _needed(style: str, headed: int, plain: int, lines: int, bold: int, titled: int) -> float:
    """The number of labels that makes a style credible. Lists in texts under headings are no entries."""
    if style.endswith(HALF):
        return max(MOST_BROKEN * lines, FEW_PARTS)
    if style.endswith(STRICT):
        return 0.8 * lines
    if style.startswith(("bullet", "number")):
        return max(headed, 2 * plain)
    if style.startswith(UNMARKED):
        return max(0.3 * headed, 0.8 * plain, 0.5 * bold)
    if titled >= MANY_HEADS:  # the page itself calls its headings names
        return titled
    return max(0.3 * headed, FEW_BOLD * plain)


def _labels_are_names(options: Sequence[Label], style: str, lines: int) -> bool:
    """Whether labels are short and differ. Long labels are names if nearly every line has a bold one."""
    folded = [names.fold(option.name) for option in options]
    times = Counter(name for name, _ in groupby(folded))  # several meanings of a name stand together
    facets = [
        (_is_phrase(option.name) and not style.endswith("equals")) or is_numbered(option.name) or times[f] > 2
        for option, f in zip(options, folded, strict=True)
    ]
    own = [option for option, facet in zip(options, facets, strict=True) if not facet]
    if len(own) < 2 or mean(facets) > 0.4 or mean(is_value(option.body) for option in own) > 0.5:
        return False
    of_parts = len(times) == 1 or (len(times) <= FEW_PARTS and min(times.values()) > 1)
    if of_parts and style.startswith(("bold", "colon")):  # "Where used: …" in two texts
        return False
    everywhere = style.startswith("bold") and len(own) >= EVERYWHERE * lines
    return everywhere or mean(count_words(option.name) for option in own) <= MAX_LABEL_MEAN


def _is_phrase(label: str) -> bool:
    """Whether a label names a part of a text ("Benefits of …") rather than a term."""
    if is_question(label):
        return False
    return (
        is_facet(label)
        or WORD_CLASS.fullmatch(label) is not None
        or names.fold(label).split(" ")[0] in FACET_STARTS
    )


def live_headings(found: Sequence[Section], labelled: int = 0) -> frozenset[str]:
    """The heading styles whose headings are names; ``labelled`` is the number of entries found otherwise."""
    by_style: dict[str, list[Section]] = {}
    for section in found:
        if section.body:
            by_style.setdefault(section.head.style, []).append(section)
    proven = frozenset(style for style, group in by_style.items() if _is_proven(group))
    proven = _with_level_above(_deepest(proven, by_style), by_style)
    if not proven and not labelled:
        return frozenset(_likeliest(by_style))
    return frozenset(style for style in proven if not _are_groups(by_style[style], proven))


def _deepest(proven: frozenset[str], by_style: Mapping[str, Sequence[Section]]) -> frozenset[str]:
    """The proven styles; a level whose headings mostly group others is replaced by the deeper level."""
    for style in proven:
        own = by_style[style]
        if _define_themselves(own):
            continue
        below = [s.after for s in own if isinstance(s.after, Heading)]
        deeper = Counter(head.style for head in below if head.sure and head.depth > own[0].head.depth)
        for other, times in deeper.items():
            group = by_style.get(other, ())
            if 2 * times > len(own) and len(group) >= 1.5 * len(own) and _are_names(group):
                return proven - {style} | {other}
    return proven


def _with_level_above(proven: frozenset[str], by_style: Mapping[str, Sequence[Section]]) -> frozenset[str]:
    """The proven styles, and a level above all of them with far more headings, of which they are kinds."""
    told = [part for style in proven for part in by_style[style]]
    if not told or not all(part.head.sure for part in told):
        return proven
    top = min(part.head.depth for part in told)
    above = {
        style
        for style, group in by_style.items()
        if group[0].head.sure and group[0].head.depth < top and len(group) >= FAR_MORE * len(told)
    }
    return proven | {style for style in above if _are_names(by_style[style])}


def _are_names(group: Sequence[Section]) -> bool:
    heads = [section.head.text for section in group]
    return _repeated(heads) <= 0.2 and mean(is_structure(head) or is_facet(head) for head in heads) <= 0.2


def _are_groups(found: Sequence[Section], proven: frozenset[str]) -> bool:
    """Whether most headings of a style only group entries and are no entries themselves."""
    return mean(_leads(section, proven) for section in found) > 0.5 and not _define_themselves(found)


def _define_themselves(found: Sequence[Section]) -> bool:
    """Whether every heading has a text of its own that begins with its name: "## Troop", "A troop is …"."""
    return len(found) > 1 and all(
        speaks_of(part.head.text, part.text[: len(part.head.text) + OPENING], whole=True)
        and defining.is_short(part.text)
        and not defining.introduces(part.text)
        and not defining.tells_of_parts(part.text)
        and not defining.speaks_to_readers(part.text)
        for part in found
    )


def _leads(section: Section, proven: frozenset[str]) -> bool:
    after = section.after
    if isinstance(after, Heading):
        return after.sure and after.style in proven and after.depth > section.head.depth
    return isinstance(after, Labelled | Pair)


def _is_proven(group: Sequence[Section]) -> bool:
    heads = [section.head.text for section in group]
    own = [s for s in group if not is_structure(s.head.text) and not is_facet(s.head.text)]
    if group[0].head.style in ("question", "record"):
        return len(group) >= 2
    if len(own) < 2 or _repeated(heads) > 0.4:
        return False
    spoken = mean(
        speaks_of(s.head.text, s.text, whole=True) and not speaks_of_glossary(s.head.text) for s in own
    )
    return spoken >= SELF_DEFINING or (len(own) >= 4 and in_order([s.head.text for s in own]) >= SORTED)


def _repeated(heads: Sequence[str]) -> float:
    times = Counter(names.fold(head) for head in heads)
    return mean(times[names.fold(head)] > 2 for head in heads)


def _likeliest(by_style: dict[str, list[Section]]) -> Iterable[str]:
    """The style with the most different headings that have text, used if there is no other evidence."""
    counts = {
        style: len({names.fold(s.head.text) for s in group if not is_structure(s.head.text)})
        for style, group in by_style.items()
        if _repeated([s.head.text for s in group]) <= 0.4
    }
    best = max(counts, key=lambda style: counts[style], default="")
    return [best] if counts.get(best, 0) >= 2 else []
