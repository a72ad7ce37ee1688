"""Chapters in which each paragraph that is a name stands over one that is its text, without any mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from site_gen.sources.shape.blocks import Block, Heading, Prose, clean_name, count_words, is_name_like
from site_gen.sources.shape.sections import is_facet, is_structure

STYLE = "alternating"
NAMES, WORDS, LEAST = 2, 6, 3  # such names in a chapter, words of one at most, and words of a text at least
_STOPS = (".", "!", "?", "。", "…")


def settled(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks with such names as headings that no markup calls so."""
    heads = [place for place, block in enumerate(found) if isinstance(block, Heading) and block.sure]
    own = {
        place
        for start, end in pairwise([*heads, len(found)])
        if _alternate(found[start + 1 : end])
        for place in range(start + 1, end, 2)
    }
    if not own:
        return found
    return [_head(block) if place in own else block for place, block in enumerate(found)]


def _alternate(part: Sequence[Block]) -> bool:
    told = [block.text for block in part if isinstance(block, Prose) and not (block.listed or block.verbatim)]
    if len(told) < len(part) or len(told) % 2 or len(told) < 2 * NAMES:
        return False
    return all(_is_pair(name, text) for name, text in zip(told[::2], told[1::2], strict=True))


def _is_pair(name: str, text: str) -> bool:
    if not is_name_like(name, WORDS) or is_facet(name) or is_structure(name) or name.endswith("?"):
        return False
    return text.rstrip().endswith(_STOPS) and count_words(text) >= max(LEAST, count_words(name))


def _head(block: Block) -> Block:
    text = block.text if isinstance(block, Prose) else ""
    return Heading(line=block.line, text=clean_name(text), style=STYLE)
