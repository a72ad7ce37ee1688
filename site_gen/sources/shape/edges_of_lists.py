"""Texts at the edges of lists of entries: behind the last entry, between two lists, and inside an entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from site_gen.sources.shape.blocks import Block, Heading, Labelled, Prose, is_name_like
from site_gen.sources.shape.sections import in_order, is_facet, option_of

MANY_OUTSIDE, IN_ORDER = 8, 0.8  # entries in no list, and the share of their neighbours in order
LINES, JOINED = 5, 0.7  # entries in one line each, and the share of them right below another line
GROUP = 4  # words of a line over a list of entries
_STOPS = (".", "!", "?", ",", ";", "。", "…")


def after_lists(blocks: Sequence[Block], labels: frozenset[str]) -> Iterator[int]:
    """Texts outside of lists, if no further list entry follows before the next heading."""
    follows = False
    for block in reversed(blocks):
        if (isinstance(block, Labelled) and option_of(block, labels)) or isinstance(block, Heading):
            follows = block.listed > 0
        else:
            inner = block.otherwise if isinstance(block, Labelled) else block
            if isinstance(inner, Prose) and not inner.listed and not follows:
                yield id(inner)


def after_lines(blocks: Sequence[Block], labels: frozenset[str]) -> Iterator[int]:
    """Texts below a blank line after many entries that are one line each, without any between."""
    run: list[Labelled] = []
    for block in blocks:
        if isinstance(block, Labelled) and option_of(block, labels):
            run.append(block)
        elif isinstance(block, Prose) and not block.listed and _are_lines(run):
            yield id(block)
        else:
            run = []


def _are_lines(run: Sequence[Labelled]) -> bool:
    """Whether entries stand in lines one below the other, with no marks of a list before them."""
    joined = sum(isinstance(block.otherwise, Heading | Prose) and block.otherwise.listed > 0 for block in run)
    return len(run) >= LINES and joined >= JOINED * len(run) and not any(block.listed for block in run)


def between_lists(blocks: Sequence[Block], labels: frozenset[str]) -> Iterator[int]:
    """Lines of few words right above a list of entries, which stands below another: "Systems"."""
    for block, below in pairwise(blocks):
        inner = block.otherwise if isinstance(block, Labelled) else block
        if not isinstance(inner, Prose) or inner.bullet or not is_name_like(inner.text, GROUP):
            continue
        listed = isinstance(below, Labelled) and below.listed and option_of(below, labels)
        if listed and not inner.text.endswith(_STOPS) and not is_facet(inner.text):
            yield id(inner)


def inside_others(blocks: Sequence[Block], labels: frozenset[str]) -> Iterator[int]:
    """Labelled items below entries that stand in no list, where only the latter are in order or bold."""
    told = [(block, option_of(block, labels)) for block in blocks if isinstance(block, Labelled)]
    named = [(block, option.name) for block, option in told if option]
    outside = [name for block, name in named if not block.listed]
    inside = [(block, name) for block, name in named if block.listed]
    bold = all(option.style.startswith("bold") != (block.listed > 0) for block, option in told if option)
    if len(outside) < MANY_OUTSIDE or 2 * len(inside) > len(outside):
        return
    if not bold and in_order(outside) < IN_ORDER:
        return
    after = ""
    headed = _under_heads(blocks, labels)
    for is_inside, run in groupby(named, key=lambda pair: pair[0].listed > 0):
        items = list(run)
        if is_inside and len(items) > 1 and id(items[0][0]) not in headed:
            fits = in_order([after, *(name for _, name in items)]) == 1
            yield from () if fits else (id(block) for block, _ in items)
        after = items[-1][1]


def _under_heads(blocks: Sequence[Block], labels: frozenset[str]) -> set[int]:
    """By identity: labelled blocks before which a heading ended the entry above."""
    found, ended = set(), False
    for block in blocks:
        if isinstance(block, Heading):
            ended = ended or not is_facet(block.text)
        elif isinstance(block, Labelled) and option_of(block, labels):
            if ended:
                found.add(id(block))
            ended = ended and block.listed > 0
    return found
