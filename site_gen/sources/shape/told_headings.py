"""Headings that also hold the text, between others with theirs below: "## Tenant: Whoever rents a flat."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_gen.sources.shape.blocks import Block, Heading, Prose, clean_name, count_words
from site_gen.sources.shape.called import SEE
from site_gen.sources.shape.sections import is_facet, is_structure

LEAST = 2  # headings of the same level with a text below
WORDS = 3  # least words of a text
_TOLD = re.compile(r"(?P<name>[^:：.!?]{1,60}?)\s*[:：]\s*(?P<text>\S.*[.…。])")

_SEE = re.compile(rf"(?:{SEE})(?!\w)", re.IGNORECASE)  # such a heading gives another name


def settled(found: Sequence[Block]) -> Iterator[Block]:
    """The blocks with each such heading as a name and the text below it."""
    told = [_told(block, after) for block, after in zip(found, (*found[1:], None), strict=False)]
    depths = [_depth(block) for block, after in pairwise(found) if _has_text(block, after)]
    for block, parts in zip(found, told, strict=True):
        depth = _depth(block)
        if not parts or depths.count(depth) < LEAST:
            yield block
            continue
        yield Heading(
            line=block.line, text=clean_name(parts["name"]), style=f"h{depth}", depth=depth, sure=True
        )
        yield Prose(line=block.line, text=parts["text"])


def _depth(block: Block) -> int:
    return block.depth if isinstance(block, Heading | Prose) else 0


def _has_text(block: Block, after: Block) -> bool:
    """Whether a heading is no more than a name, over a text."""
    named = isinstance(block, Heading) and block.sure and not _TOLD.fullmatch(block.text)
    return named and isinstance(after, Prose) and not after.depth


def _told(block: Block, after: Block | None) -> re.Match[str] | None:
    """The name and the text that are set as one heading with nothing below it, if the block is one."""
    if not ((isinstance(block, Prose) and block.depth) or (isinstance(block, Heading) and block.sure)):
        return None
    bare = after is None or (isinstance(after, Heading | Prose) and 0 < after.depth <= block.depth)
    found = _TOLD.fullmatch(block.text) if bare else None
    if not found or count_words(found["text"]) < WORDS or _SEE.match(found["text"]):
        return None
    return None if is_facet(found["name"]) or is_structure(found["name"]) else found
