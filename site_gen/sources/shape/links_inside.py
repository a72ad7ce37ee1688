"""Lines of links in the middle of a text: an item of a list, or a line between paragraphs of one section.

Elsewhere a line of links is navigation, which ends the entry above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Prose

NAVIGATION = "navigation"
INSIDE = "links inside of a text"
AHEAD = 5  # lines without words that may stand between links and a text


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks where links between items are an item, and those between paragraphs end no entry."""
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
