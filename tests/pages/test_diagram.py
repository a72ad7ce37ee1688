"""The diagram of a term: read with its mistakes told, drawn inside its frame, the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import igraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from site_gen.corpus.load import load
from site_gen.model.records import Diagram
from site_gen.pages.views.diagram import Arrow, diagram_view

NAMES = [f"State {one}" for one in range(8)]
ARROWS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.text(max_size=12)), min_size=1)


@pytest.fixture(scope="module", autouse=True)
def whole_graphs() -> Iterator[None]:
    """igraph 1.0 crashes now and then on a graph in several parts: it must get none."""

    def layout(graph: igraph.Graph, **more: Any) -> igraph.Layout:
        assert graph.is_connected(mode="weak")
        return laid_out(graph, **more)

    laid_out = igraph.Graph.layout_sugiyama
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(igraph.Graph, "layout_sugiyama", layout)
        yield


@given(arrows=ARROWS)
def test_any_diagram_is_drawn_inside_its_frame_and_the_same_each_time(arrows: list[tuple[str, ...]]) -> None:
    diagram = Diagram(states=tuple(NAMES), arrows=tuple(arrows))
    view = diagram_view(diagram)
    assert view is not None and view == diagram_view(diagram)
    boxes = [(state.left, state.top, state.width) for state in view.states]
    for x, y, wide in boxes:
        assert x >= 0 and x + wide <= view.width + 0.2 and y >= 0 and y + view.high <= view.height
    assert len({(x, y) for x, y, _ in boxes}) == len(NAMES)
    for arrow in view.arrows:
        assert all(
            -8 <= end <= limit + 8
            for end, limit in zip(arrow.line, (view.width, view.height) * 2, strict=True)
        )
        assert len(set(_sides(arrow))) == 1  # no letter lies on the arrow


def test_states_that_hang_together_stand_below_those_before() -> None:
    one = (("A", "B"), ("B", "C"), ("C", "D"), ("A", "D"))  # the last passes by two columns
    view = diagram_view(Diagram(states=tuple("EABFCDG"), arrows=(*one, ("F", "G"))))
    assert view is not None
    at = {state.name: (state.x, state.y) for state in view.states}
    assert at["A"][0] < at["B"][0] < at["C"][0] < at["D"][0] and at["F"][0] < at["G"][0]
    assert at["E"][1] < min(at[name][1] for name in "ABCD")
    assert max(at[name][1] for name in "ABCD") < min(at["F"][1], at["G"][1])


def _sides(arrow: Arrow) -> list[bool]:
    """On which side of its arrow each corner of a label lies, of letters 6 wide and 8 high."""
    x, y, to_x, to_y = arrow.line
    middle, foot, wide = *arrow.at, len(arrow.label) * 3
    return [
        (to_x - x) * (corner_y - y) > (to_y - y) * (corner_x - x)
        for corner_x in (middle - wide, middle + wide)
        for corner_y in (foot, foot - 8)
    ]


@each_row(
    "lines, said",
    [
        ("  states: [Open, Closed]\n  arrows: [[Open, Closed, done]]\n", []),
        ("  states: [Open, Closed]\n  arrows: [[Open, Closed]]\n", []),
        (
            "  states: [Open, Closed]\n  arrows: [[Open, Close, done]]\n",
            ["names 'Close', which is not among"],
        ),
        ("  states: [Open, Closed]\n  arrows: [Open]\n", ["expected from, to and a label"]),
        ("  states: [Open, Closed]\n  arrows: [[Open]]\n", ["expected from, to and a label"]),
        ("  states: [Open, Closed]\n", ["has no 'arrows'"]),
    ],
)
def test_what_is_wrong_with_a_diagram_is_told_at_its_line(lines: str, said: list[str]) -> None:
    text = f"name: Ticket\ndefinition: A record.\ntopics: [tickets]\ndiagram:\n{lines}"
    loaded = load({"glossary/terms/ticket.yaml": text.encode()})
    found = [
        problem for problem in loaded.problems if "diagram" in problem.message or "arrow" in problem.message
    ]
    assert [part in problem.message for problem, part in zip(found, said, strict=True)] == [True] * len(said)
    assert all(problem.line >= 4 for problem in found)
