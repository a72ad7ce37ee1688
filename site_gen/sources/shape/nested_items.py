"""Items that are only a name, with their text in an item below them, beside lines that have both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Label,
    Labelled,
    Noise,
    Prose,
    count_words,
    is_name_like,
    is_unspaced,
)
from site_gen.sources.shape.header_roles import is_exact
from site_gen.sources.shape.sections import option_of

ENOUGH = 2  # such items, and lines with a sign between name and text in the same list
WORDS = 3  # of a text at least, on average


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with such items as lines of the style that the others have."""
    found = outlined(found, mixed=True)
    places = [
        place
        for place, (head, under) in enumerate(pairwise(found))
        if isinstance(head, Prose)
        and isinstance(under, Prose)
        and head.bullet
        and under.bullet
        and under.listed == head.listed + 1
        and is_name_like(head.text)
    ]
    depths = Counter(block.listed for place in places if isinstance(block := found[place], Prose))
    depth = max(depths, key=lambda one: depths[one], default=0)
    beside = [block for block in found if isinstance(block, Labelled) and block.listed == depth > 0]
    styles = Counter(block.options[0].style for block in beside)
    own = [place for place in places if _depth(found[place]) == depth]
    words = [count_words(block.text) for place in own if isinstance(block := found[place + 1], Prose)]
    if len(own) < ENOUGH or len(beside) < ENOUGH or sum(words) < WORDS * len(words):
        return list(found)
    style = styles.most_common(1)[0][0]
    out: list[Block] = []
    taken = set(own)
    for place, block in enumerate(found):
        under = found[place + 1] if place in taken else None
        if isinstance(block, Prose) and isinstance(under, Prose):
            label = Label(style=style, name=block.text, body=under.text)
            out.append(Labelled(line=block.line, options=(label,), otherwise=block, listed=block.listed))
        elif place - 1 not in taken:
            out.append(block)
    return out


BOLD, OVER = 3, 0.34  # entries with bold names in a list, and the share of them with items below


def inside(found: Sequence[Block], live: frozenset[str]) -> Iterator[int]:
    """By identity: labelled items below few of the bold entries of a list, which have no bold name: kinds."""
    over: Labelled | None = None
    below: dict[int, list[int]] = {}
    bold = 0
    for block in found:
        option = option_of(block, live) if isinstance(block, Labelled) else None
        if not isinstance(block, Labelled) or not option:
            over = over if isinstance(block, Prose) and over and block.listed >= over.listed else None
        elif option.style.startswith("bold"):
            over = block
            bold += block.listed > 0
        elif over and block.listed > over.listed > 0:
            below.setdefault(id(over), []).append(id(block))
    if bold >= BOLD and len(below) <= OVER * bold:
        yield from (item for items in below.values() for item in items)


OUTLINE = 3  # items that are only a name, each over items of the next level
MOST = 0.8  # their share of the items of their level


def outlined(found: Sequence[Block], mixed: bool = False) -> Sequence[Block]:
    """The blocks of an outline with its names as headings; all that stands below a name is its text.

    With ``mixed``, only where some names are in bold, which are headings already, and others are not.
    """
    heads = {place: _depth(head) for place, head in enumerate(found) if _is_over(found, place)}
    levels = Counter(heads.values())
    depth = max(levels, key=lambda one: levels[one], default=0)
    level = [block for block in found if _depth(block) == depth]
    bold = sum(isinstance(found[place], Heading) for place, at in heads.items() if at == depth)
    if (
        levels[depth] < OUTLINE
        or levels[depth] < MOST * len(level)
        or (mixed and not 0 < bold < levels[depth])
    ):
        return found
    return [
        Heading(line=block.line, text=block.text, style="outline", depth=6, sure=True, listed=block.listed)
        if heads.get(place) == depth and isinstance(block, Prose | Heading)
        else block.otherwise
        if isinstance(block, Labelled) and block.listed > depth and not _is_field(block)
        else block
        for place, block in enumerate(found)
    ]


def _is_over(found: Sequence[Block], place: int) -> bool:
    """Whether an item that may be a name stands over an item of the next level that is a text."""
    head, below = found[place], found[place + 1 : place + 1 + FIELDS]
    under = next((block for block in below if not _is_field(block)), None)
    if isinstance(under, Labelled):
        under = under.otherwise
    is_name = isinstance(head, Prose | Heading) and _depth(head) > 0 and is_name_like(head.text)
    return (
        is_name
        and isinstance(under, Prose)
        and under.listed == _depth(head) + 1
        and (count_words(under.text) >= WORDS or is_unspaced(under.text))
    )


FIELDS = 6  # of an item, before its text


def _is_field(block: Block) -> bool:
    """Whether an item tells a part of the entry that it stands below: "Alias: mooring"."""
    return isinstance(block, Labelled) and block.listed > 1 and is_exact(block.options[0].name)


LINKS = 3  # items that are only a link, each over a text


def with_links(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks with items that are only a link over a text as names, as outliners write: "[[Hold]]"."""
    places = {
        place: under.listed - 1
        for place, (head, under) in enumerate(pairwise(found))
        if isinstance(head, Noise) and head.why == "navigation"
        and isinstance(under, Prose | Labelled) and under.listed > 1
    }  # fmt: skip
    others = (place for place, block in enumerate(found) if _is_over(found, place))
    beside = sum(_depth(found[place]) in places.values() for place in others)
    if sum(_tells(found[place + 1]) for place in places) + beside < LINKS:
        return found
    return [
        Prose(line=block.line, text=block.text, bullet=True, listed=places[place])
        if place in places and isinstance(block, Noise)
        else block
        for place, block in enumerate(found)
    ]


def _tells(block: Block) -> bool:
    inner = block.otherwise if isinstance(block, Labelled) else block
    return isinstance(inner, Prose) and count_words(inner.text) >= WORDS


def _depth(block: Block) -> int:
    """The level of an item that may be only a name; 0 for other blocks."""
    is_head = isinstance(block, Heading) and not block.sure
    return block.listed if isinstance(block, Prose) or (is_head and isinstance(block, Heading)) else 0
