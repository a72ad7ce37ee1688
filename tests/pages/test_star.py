"""The picture of a term's neighbors: who is shown, where, and that no line or box leaves it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from site_gen.model.records import Origin, Term
from site_gen.pages.views.star import WIDTH, star

HERE = Origin(path="x.yaml")


def terms(prefix: str, count: int) -> list[Term]:
    return [
        Term(slug=f"{prefix}-{one}", name=f"{prefix} {one} " * 3, definition="x", topics=(), origin=HERE)
        for one in range(count)
    ]


OWN = Term(slug="own", name="Own", definition="x", topics=(), origin=HERE)
COUNTS = st.integers(0, 9)


def test_too_few_neighbors_are_not_drawn() -> None:
    assert star(OWN, None, terms("n", 1), terms("r", 1), []) is None


@given(st.booleans(), COUNTS, COUNTS, COUNTS)
def test_every_box_is_inside_and_none_covers_another(parent: bool, below: int, right: int, left: int) -> None:
    view = star(OWN, OWN if parent else None, terms("n", below), terms("r", right), terms("c", left))
    if view is None:
        assert parent + min(below, 3) + min(right, 3) + min(left, 3) < 3
        return
    wide, high = view.box
    boxes = [(node.x, node.y) for node in view.nodes] + [(view.x, view.y)]
    for x, y in boxes:
        assert 0 <= x <= WIDTH - wide and 0 <= y <= view.height - high
    for place, (x, y) in enumerate(boxes):
        assert all(abs(x - a) >= wide or abs(y - b) >= high for a, b in boxes[place + 1 :])
    for node in view.nodes:
        assert all(0 <= end <= limit for end, limit in zip(node.line, (WIDTH, view.height) * 2, strict=True))
        assert max(map(len, node.name)) <= (24 if len(node.name) == 1 else 27)


@each_row(
    "name, lines",
    [
        ("Average handle time", ("Average handle time",)),
        ("Customer relationship management", ("Customer relationship", "management")),
        ("Application programming interface", ("Application", "programming interface")),
        ("Aufmerksamkeitsdefizitstörungen", ("Aufmerksamkeitsdefizitstör…",)),
    ],
)
def test_a_long_name_stands_in_two_lines_and_only_a_long_word_is_cut(
    name: str, lines: tuple[str, ...]
) -> None:
    view = star(replace(OWN, name=name), None, terms("n", 3), [], [])
    assert view is not None and view.name == lines


@each_row("left, right", [(0, 3), (3, 0)])
def test_with_one_side_alone_the_picture_stands_in_the_middle(left: int, right: int) -> None:
    view = star(OWN, None, [], terms("r", right), terms("c", left))
    assert view is not None
    places = [view.x, *(node.x for node in view.nodes)]
    assert min(places) == WIDTH - max(places) - view.box[0]
