"""Lines of links in the middle of a text: an item of a list, or a line between paragraphs of one section.

A link that is all the text of a name ("ECB", over "European Central Bank") is that text.

Elsewhere a line of links is navigation, which ends the entry above it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Prose, is_name_like

NAVIGATION = "navigation"
INSIDE = "links inside of a text"
MORE = 2  # names with other texts for each that has only a link
AHEAD = 5  # lines without words that may stand between links and a text


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks where links between items are an item, and those between paragraphs end no entry."""
    found = _under_names(found)
    last = max((place for place, block in enumerate(found) if isinstance(block, Heading)), default=0)
    begun = False  # inside of a section that begins with plain text
    out: list[Block] = []
    for place, block in enumerate(found):
        if isinstance(block, Heading):
            begun = False
        elif isinstance(out[-1] if out else None, Heading):
            begun = isinstance(block, Prose) and not block.bullet
        if isinstance(block, Noise) and block.why == NAVIGATION and begun:
            block = _inside(block, found, place, place < last)
        out.append(block)
    return out


def _under_names(found: Sequence[Block]) -> list[Block]:
    """The blocks with links as texts, where they stand alone under names and most names have other texts."""
    alone: dict[str, list[int]] = {}
    told: Counter[str] = Counter()
    for place, head in enumerate(found[:-1]):
        if not isinstance(head, Heading) or not is_name_like(head.text):
            continue
        under = found[place + 1]
        if isinstance(under, Prose | Labelled):
            told[head.style] += 1
        elif isinstance(under, Noise) and under.why == NAVIGATION and _is_text(found, place + 1):
            alone.setdefault(head.style, []).append(place + 1)
    taken = {
        place for style, places in alone.items() if told[style] >= MORE * len(places) for place in places
    }
    return [
        Prose(line=block.line, text=block.text) if place in taken and isinstance(block, Noise) else block
        for place, block in enumerate(found)
    ]


def _is_text(found: Sequence[Block], place: int) -> bool:
    """Whether links are words in capitals as names have them, and nothing else stands below a heading."""
    block, after = found[place], _content(found, place + 1)
    said = block.text.split() if isinstance(block, Noise) else []
    capitals = sum(word[0].isupper() and len(word) > 1 for word in said)  # "A B C D" leads to letters
    return (
        len(said) > 1 and 2 * capitals > len(said) and isinstance(after, Heading | None) and "|" not in said
    )


def _inside(block: Noise, found: Sequence[Block], place: int, more: bool) -> Block:
    before, after = found[place - 1], _content(found, place + 1)
    if after is None:
        return block
    if isinstance(before, Prose | Labelled) and _is_item(before) and _is_item(found[place + 1]):
        return Prose(line=block.line, text=block.text, bullet=True, listed=before.listed)
    if more and isinstance(after, Prose) and not after.bullet:
        return Noise(line=block.line, text=block.text, why=INSIDE)
    return block


def _content(found: Sequence[Block], place: int) -> Block | None:
    """The next block with words, among the next few."""
    ahead = (block for block in found[place : place + AHEAD] if not isinstance(block, Noise))
    return next(ahead, None)


def _is_item(block: Block | None) -> bool:
    """Whether a block is an item of a list with words of its own."""
    return isinstance(block, Prose | Labelled) and block.listed > 0
