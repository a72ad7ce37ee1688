"""Headings below the names of terms that repeat under each of them: "Technical definition", "Example"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Heading
from site_gen.sources.shape.header_words import STRONG_TEXT_HEADERS

BOLD = "bold"  # style of lines that are bold as a whole
OFTEN = 3  # terms under which a heading repeats
SHARE = 0.6  # share of the headings of a level that repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The level of such headings, 0 if there is none, and the folded words of the one over definitions."""

    depth: int = 0
    text: str = ""


def levelled(found: Sequence[Block]) -> list[Block]:
    """The blocks where bold lines that repeat below headings, one over a definition, are headings too."""
    heads = [block for block in found if isinstance(block, Heading)]
    bold = Counter(names.fold(head.text) for head in heads if head.style == BOLD)
    again = {folded for folded, count in bold.items() if count >= OFTEN}
    told = any(not STRONG_TEXT_HEADERS.isdisjoint(folded.split()) for folded in again)
    deepest = max((head.depth for head in heads if head.sure), default=0)
    if not told or not deepest or any(head.depth == deepest + 1 for head in heads):
        return list(found)
    return [
        replace(block, depth=deepest + 1, sure=True)
        if isinstance(block, Heading) and block.style == BOLD and names.fold(block.text) in again
        else block
        for block in found
    ]


def found(heads: Sequence[Heading], times: Mapping[str, int]) -> Parts:
    """The level whose headings mostly repeat under different terms, one of them over the definitions."""
    for depth in sorted({head.depth for head in heads})[1:]:
        own = [names.fold(head.text) for head in heads if head.depth == depth]
        again = [folded for folded in own if times[folded] >= OFTEN]
        under = list(_under(heads, depth))
        if len(again) < SHARE * len(own) or len(set(under)) < len(under) or len(under) < OFTEN:
            continue
        told = Counter(folded for folded in again if not STRONG_TEXT_HEADERS.isdisjoint(folded.split()))
        most, count = max(told.items(), key=lambda pair: pair[1], default=("", 0))
        if 2 * count > len(under):
            return Parts(depth=depth, text=most)
    return Parts()


def _under(heads: Sequence[Heading], depth: int) -> Iterator[str]:
    """The folded headings right above those of a level."""
    above = ""
    for head in heads:
        if head.depth < depth:
            above = names.fold(head.text)
        elif head.depth == depth and above:
            yield above
            above = ""
