"""Numbers of chapters before headings, "2.1 Callback window", also where bold type makes the headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeGuard

from site_gen.sources.shape import east_asian_numbers
from site_gen.sources.shape.blocks import Block, Heading, Label, Labelled, Prose, clean_name

_CHAPTER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*|\d{1,2}-\d{1,2}(?=\.))\.?\s+(?=\S)")  # "2.1", "2-1."
_TYPED = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?\s+(?:[–-]\s+)?(?=[^\W\d_])")  # a tab is a dash
SHARE = 0.6  # share of the headings that have a number
ENOUGH = 4  # numbered lines that show what they are


def unnumbered(found: Sequence[Block]) -> list[Block]:
    """The blocks with headings free of chapter numbers, if most of a level have one and no number repeats."""
    return east_asian_numbers.settled(_of_labels(_typed(_of_headings(found))))


def _of_headings(found: Sequence[Block]) -> list[Block]:
    heads = [block for block in found if isinstance(block, Heading) and block.sure]
    numbers = {id(head): number for head in heads if (number := _CHAPTER.match(head.text))}
    of_level = Counter(head.depth for head in heads)
    told = Counter(head.depth for head in heads if id(head) in numbers)
    levels = {depth for depth, times in told.items() if times >= SHARE * of_level[depth]}
    levels |= set(told) if len(numbers) >= SHARE * len(heads) else set()
    numbers = {id(head): numbers[id(head)] for head in heads if id(head) in numbers and head.depth in levels}
    own = [number["number"] for number in numbers.values()]
    if len(own) < 2 or len(set(own)) < len(own):
        return list(found)
    return [
        replace(block, text=block.text[numbers[id(block)].end() :])
        if isinstance(block, Heading) and id(block) in numbers
        else block
        for block in found
    ]


_IN_LABEL = re.compile(r"(?P<number>\d{1,3}(?:(?:\.\d{1,3}){1,3}\.?|\.))\s+(?=[^\W\d]|[«„“\"(])")


def _of_labels(found: list[Block]) -> list[Block]:
    """The blocks with names free of the numbers of their lines: "**2.1. Dispatcher** – …"."""
    lines = [block for block in found if isinstance(block, Labelled)]
    numbers = {id(line): number for line in lines if (number := _IN_LABEL.match(line.options[0].name))}
    own = [_parts(number) for number in numbers.values()]
    if len(own) < 2 or len(own) < SHARE * len(lines) or not _go_on(own):
        return found
    return [
        replace(block, options=tuple(_without(option) for option in block.options))
        if isinstance(block, Labelled) and id(block) in numbers
        else block
        for block in found
    ]


def _go_on(numbers: Sequence[tuple[int, ...]]) -> bool:
    """Whether each number is the next one, or most are and the others come later: 1.4, 1.5 and 2.2."""
    following = [_follows(number, other) for number, other in pairwise(numbers)]
    if all(following):
        return True
    later = min(map(len, numbers)) > 1 and all(number < other for number, other in pairwise(numbers))
    return later and len(following) >= ENOUGH and sum(following) >= SHARE * len(following)


def _follows(number: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether a number of a part is the next one: 2.1 and 2.2, 2.9 and 3.1, but not 3.5 and 6.3."""
    deeper = other == (*number, 1)
    return deeper or any(
        other[:place] == number[:place]
        and other[place] == number[place] + 1
        and set(other[place + 1 :]) <= {1}
        for place in range(min(len(number), len(other)))
    )


def _without(option: Label) -> Label:
    return replace(option, name=_IN_LABEL.sub("", option.name, count=1))


def _typed(found: Sequence[Block]) -> list[Block]:
    """The blocks with bold lines as headings, if the sections of chapters are numbered by hand in order.

    Below them, plain lines with the number of a part of a section are headings too: "2.1.3 Dispatcher".
    """
    heads: list[Heading | Prose] = [
        block
        for block in found
        if (isinstance(block, Heading) and block.style.startswith("bold")) or _is_part(block)
    ]
    numbers = {id(head): number for head in heads if (number := _TYPED.match(head.text))}
    own = [_parts(number) for number in numbers.values()]
    in_order = all(before < after for before, after in pairwise(own))
    if len(own) < ENOUGH or len(own) < SHARE * len(heads) or not in_order or min(map(len, own)) < 2:
        return list(found)
    if not any(isinstance(head, Heading) for head in heads):
        return list(found)
    over = {
        id(head)
        for head, below in pairwise(heads)
        if id(head) not in numbers and id(below) in numbers and _parts(numbers[id(below)])[-1] == 1
    }
    return [
        _chapter(block, numbers.get(id(block)))
        if isinstance(block, Heading | Prose) and (id(block) in numbers or id(block) in over)
        else block
        for block in found
    ]


def _parts(number: re.Match[str]) -> tuple[int, ...]:
    return tuple(map(int, number["number"].rstrip(".").split(".")))


_PART = re.compile(r"\d{1,3}(?:\.\d{1,3}){2,}\.?\s+[^\W\d_][^.:;!?]{0,60}$")


def _is_part(block: Block) -> TypeGuard[Prose]:
    """Whether a plain line is a short name after a number of at least three parts."""
    return isinstance(block, Prose) and not block.bullet and _PART.match(block.text) is not None


def _chapter(block: Heading | Prose, number: re.Match[str] | None) -> Heading:
    below = 1 if isinstance(block, Prose) else 9  # a plain part is as much an entry as a section with a text
    depth = 2 + min(number["number"].count("."), below) if number else 2
    name = clean_name(block.text[number.end() :]) if number else block.text
    return Heading(line=block.line, text=name, style=f"h{depth}", depth=depth, sure=True, listed=block.listed)
