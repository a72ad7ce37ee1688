"""The picture of a term's states and the arrows between them, laid out in columns when the site is built.

igraph finds the columns and the order in them (Sugiyama's layout, which asks for no random number). The
states come in the order of the file, so that the same corpus gives the same bytes. Numbers have one decimal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import hypot

from site_gen.model.records import Diagram

_LETTER = 7.0  # the width of a letter, about
_HIGH = 34.0
_COLUMN = 70.0  # between two columns, at least: room for an arrow
_ROW = 112.0  # from the middle of a state to that of the next below it
_ASIDE = 7.0  # how far the two arrows between two states keep from the middle
_TIP = 3.0  # and an arrow from the state that it leads to
_SHARE = 0.62  # of an arrow, where the words of one of two stand: nearer to where fewer arrows meet
_LETTER_SAID = 6.4  # the width of a letter of a label
_HIGH_SAID = 11.0  # the height of a label
_CLEAR = 5.0  # between a label and its arrow


@dataclass(frozen=True, slots=True)
class State:
    """One state; ``x`` and ``y`` are those of its middle."""

    name: str
    x: float
    y: float
    width: float

    @property
    def left(self) -> float:
        return round(self.x - self.width / 2, 1)

    @property
    def top(self) -> float:
        return round(self.y - _HIGH / 2, 1)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from one state to another, with its words and where their middle stands."""

    start: str
    end: str
    label: str
    line: tuple[float, float, float, float]
    at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class DiagramView:
    states: tuple[State, ...]
    arrows: tuple[Arrow, ...]
    width: float
    height: float
    high: float = _HIGH


def diagram_view(diagram: Diagram | None) -> DiagramView | None:
    """The picture of a diagram; None where there is none to draw."""
    if diagram is None or len(diagram.states) < 2 or not diagram.arrows:
        return None
    places = _places(diagram)
    columns = sorted({column for column, _ in places})
    wide = max(len(name) for name in diagram.states) * _LETTER + 24
    said = max((len(arrow[2]) for arrow in diagram.arrows if len(arrow) > 2), default=0) * _LETTER_SAID
    step = wide + max(_COLUMN, said + 24)
    top = min(row for _, row in places)
    states = tuple(
        State(
            name=name,
            x=round(columns.index(column) * step + wide / 2, 1),
            y=round((row - top) * _ROW + _HIGH, 1),
            width=round(wide, 1),
        )
        for name, (column, row) in zip(diagram.states, places, strict=True)
    )
    return DiagramView(
        states=states,
        arrows=tuple(_arrows(states, diagram.arrows)),
        width=round((len(columns) - 1) * step + wide, 1),
        height=round(max(state.y for state in states) + _HIGH, 1),
    )


def _places(diagram: Diagram) -> list[tuple[float, float]]:
    """Column and row of each state, in the order of the states.

    Each group of states that hang together is laid out by itself, below the group before it: for the bends of
    arrows in several groups at once igraph 1.0 looks past the end of its table, and may crash.
    """
    import igraph  # only where a term has a diagram

    number = {name: place for place, name in enumerate(diagram.states)}
    pairs = ((number[arrow[0]], number[arrow[1]]) for arrow in diagram.arrows if arrow[0] != arrow[1])
    edges = list(dict.fromkeys(pairs))
    places = [(0.0, 0.0)] * len(number)
    below = 0.0
    for group in igraph.Graph(n=len(number), edges=edges).connected_components():
        within = {state: place for place, state in enumerate(group)}
        inner = [(within[one], within[other]) for one, other in edges if one in within]
        found = igraph.Graph(n=len(group), edges=inner, directed=True).layout_sugiyama(maxiter=200)
        rows = [row for row, _ in chain(found.coords, *found.edge_routing)]
        for state, (row, column) in zip(group, found.coords, strict=True):
            places[state] = round(column, 1), round(row - min(rows) + below, 1)
        below += max(rows) - min(rows) + 1
    return places


def _arrows(states: Sequence[State], arrows: Sequence[tuple[str, ...]]) -> list[Arrow]:
    by_name = {state.name: state for state in states}
    ends = {arrow[:2] for arrow in arrows}
    meet = Counter(end for arrow in arrows for end in arrow[:2])
    return [
        _arrow(
            by_name[one],
            by_name[other],
            "".join(label),
            is_both=(other, one) in ends,
            is_end_apart=meet[other] <= meet[one],
        )
        for one, other, *label in arrows
        if one != other
    ]


def _arrow(one: State, other: State, label: str, is_both: bool, is_end_apart: bool) -> Arrow:
    """The line between two boxes; where another leads back, each keeps to its own right.

    The words of one of two arrows stand nearer to the end if ``is_end_apart``, where fewer arrows meet.
    """
    x, y = other.x - one.x, other.y - one.y
    length = hypot(x, y)
    right = -y / length, x / length
    aside = (right[0] * _ASIDE, right[1] * _ASIDE) if is_both else (0.0, 0.0)
    start = _edge(one, x, y, aside, 0)
    end = _edge(other, -x, -y, aside, _TIP)
    share = (_SHARE if is_end_apart else 1 - _SHARE) if is_both else 0.5
    side = right if is_both or right[1] < 0 else (-right[0], -right[1])
    away = _beside(label, side)
    at = (
        start[0] + (end[0] - start[0]) * share + side[0] * away,
        start[1] + (end[1] - start[1]) * share + side[1] * away + _HIGH_SAID / 3,
    )
    return Arrow(
        start=one.name,
        end=other.name,
        label=label,
        line=(round(start[0], 1), round(start[1], 1), round(end[0], 1), round(end[1], 1)),
        at=(round(at[0], 1), round(at[1], 1)),
    )


def _beside(label: str, side: tuple[float, float]) -> float:
    """How far the middle of a label keeps from its arrow, to which ``side`` is normal."""
    return abs(side[0]) * len(label) * _LETTER_SAID / 2 + abs(side[1]) * _HIGH_SAID / 2 + _CLEAR


def _edge(state: State, x: float, y: float, aside: tuple[float, float], away: float) -> tuple[float, float]:
    """Where a line in the direction (x, y), ``aside`` of the middle of a box, is ``away`` from its edge."""
    wide, high = state.width / 2 + away, _HIGH / 2 + away
    scale = min(
        (wide - aside[0] * (1 if x > 0 else -1)) / abs(x) if x else float("inf"),
        (high - aside[1] * (1 if y > 0 else -1)) / abs(y) if y else float("inf"),
    )
    return state.x + x * scale + aside[0], state.y + y * scale + aside[1]
