"""The picture of a term's neighbors: who is shown, where, and that no line or box leaves it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

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
        assert len(node.label) <= 24
