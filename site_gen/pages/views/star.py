"""The picture of a term's neighbors: broader above, narrower below, confusable left, related right.

Where one of the sides is empty, what there is stands in the middle of the picture.

The numbers are whole units of the picture's own size, so that the same corpus gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from site_gen.model.records import Term

Kind = Literal["broader", "confused", "related", "narrower"]

WIDTH = 640
_BOX = 188, 30  # width and height of a term
_BESIDE = 226  # from the left of the term to that of a neighbor at its side
_STEP = 38  # from the top of one term to that of the next below it
_GAP = 34  # between the middle and what stands above and below it, where its label is
_SIDE = 3  # terms shown at each side
_ROW = 3  # and below
_LETTERS = 24  # that fit into a line of a box,
_SMALL = 27  # and into one of two
_LEAST = 3  # fewer neighbors are told by the lists alone


@dataclass(frozen=True, slots=True)
class Node:
    """One neighbor: where its box stands, and from where to where its line goes."""

    kind: Kind
    term: Term
    name: tuple[str, ...]  # in one line, or in two
    x: int
    y: int
    line: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """What one side of the picture is called: ``key`` in the catalog, and where the words stand."""

    key: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class StarView:
    nodes: tuple[Node, ...]
    labels: tuple[Label, ...]
    name: tuple[str, ...]
    x: int
    y: int
    height: int
    width: int = WIDTH
    box: tuple[int, int] = _BOX


def star(
    term: Term,
    parent: Term | None,
    narrower: Sequence[Term],
    related: Sequence[Term],
    confused: Sequence[Term],
) -> StarView | None:
    """The picture, or None where there is too little to see."""
    left, right, below = list(confused[:_SIDE]), list(related[:_SIDE]), list(narrower[:_ROW])
    if len(left) + len(right) + len(below) + bool(parent) < _LEAST:
        return None
    wide, high = _BOX
    rows = max(len(left), len(right), 1)
    top = (high + _GAP) if parent else 0
    first = top + (20 if left or right else 0)
    height = rows * _STEP - (_STEP - high)
    x = _own_place(left, right)
    y = first + (height - high) // 2
    middle = x + wide // 2, y + high // 2
    nodes: list[Node] = []
    if parent:
        nodes.append(_node("broader", parent, x, 0, (middle[0], y, middle[0], high)))
    nodes += _side("confused", left, x - _BESIDE, first, height, (x, middle[1]), wide)
    nodes += _side("related", right, x + _BESIDE, first, height, (x + wide, middle[1]), 0)
    foot = max(first + height, y + high) + _GAP
    for place, one in enumerate(below):
        at = _spread(place, len(below)) if len(below) > 1 else x
        nodes.append(_node("narrower", one, at, foot, (middle[0], y + high, at + wide // 2, foot)))
    whole = (foot + high) if below else first + height
    return StarView(
        nodes=tuple(nodes),
        labels=tuple(_labels(parent, left, right, below, top, x, foot)),
        name=_lines(term.title),
        x=x,
        y=y,
        height=whole + 2,
    )


def _own_place(left: Sequence[Term], right: Sequence[Term]) -> int:
    """Where the box of the term itself begins."""
    middle = (WIDTH - _BOX[0]) // 2
    if bool(left) == bool(right):
        return middle
    return middle + _BESIDE // 2 if left else middle - _BESIDE // 2


def _side(
    kind: Kind, terms: Sequence[Term], x: int, first: int, height: int, start: tuple[int, int], end: int
) -> Iterator[Node]:
    """A column of terms, its middle beside the middle of the picture."""
    above = first + (height - (len(terms) * _STEP - (_STEP - _BOX[1]))) // 2
    for place, term in enumerate(terms):
        y = above + place * _STEP
        yield _node(kind, term, x, y, (*start, x + end, y + _BOX[1] // 2))


def _node(kind: Kind, term: Term, x: int, y: int, line: tuple[int, int, int, int]) -> Node:
    return Node(kind=kind, term=term, name=_lines(term.title), x=x, y=y, line=line)


def _spread(place: int, count: int) -> int:
    """Where the box of one of the terms below begins: they share the width evenly."""
    return (2 * place + 1) * WIDTH // (2 * count) - _BOX[0] // 2


def _labels(
    parent: Term | None,
    left: Sequence[Term],
    right: Sequence[Term],
    below: Sequence[Term],
    top: int,
    x: int,
    foot: int,
) -> Iterator[Label]:
    if parent:
        yield Label(key="star.broader", x=x + _BOX[0] // 2 + 8, y=_BOX[1] + 20)
    if left:
        yield Label(key="star.confused", x=x - _BESIDE + 2, y=top + 12)
    if right:
        yield Label(key="star.related", x=x + _BESIDE + 2, y=top + 12)
    if below:
        yield Label(key="star.narrower", x=2 if len(below) > 1 else x + _BOX[0] // 2 + 8, y=foot - 8)


def _lines(name: str) -> tuple[str, ...]:
    """A name as its box holds it: in two lines, as even as can be, where it is too long for one."""
    if len(name) <= _LETTERS:
        return (name,)
    words = name.split()
    parted = [(" ".join(words[:first]), " ".join(words[first:])) for first in range(1, len(words))]
    two = min(parted, key=lambda lines: max(map(len, lines)), default=(name,))
    return tuple(_cut(line) for line in two)


def _cut(line: str) -> str:
    return line if len(line) <= _SMALL else line[: _SMALL - 1].rstrip() + "…"
