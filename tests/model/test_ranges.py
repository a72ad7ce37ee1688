"""Numbered families of names, told as one."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.model.ranges import expanded, is_broken, one_by_one


@each_row(
    "label, names",
    [
        ("P1..P3", ("P1", "P2", "P3")),
        ("P1..3", ("P1", "P2", "P3")),
        ("level 1..3", ("level 1", "level 2", "level 3")),
        ("tier 0..1 support", ("tier 0 support", "tier 1 support")),
        ("wait...", ("wait...",)),
        ("P3..P1", ("P3..P1",)),
        ("1..4000", ("1..4000",)),
        ("24/7", ("24/7",)),
    ],
)
def test_a_range_is_its_members(label: str, names: tuple[str, ...]) -> None:
    assert expanded(label) == names


@each_row("label", ["P3..P1", "P1..P1", "P1..Q3", "level 1..400"])
def test_a_range_that_is_none_is_told_of(label: str) -> None:
    assert is_broken(label)
    assert expanded(label) == (label,)


@each_row("label", ["P1..P5", "P1", "and so on...", "2.5"])
def test_other_names_are_no_broken_ranges(label: str) -> None:
    assert not is_broken(label)


def test_only_abbreviations_come_member_by_member() -> None:
    labels = [("name", "Level 1..2"), ("abbreviations", "L1..L2")]
    assert [*one_by_one(labels)] == [
        ("name", "Level 1..2"),
        ("abbreviations", "L1"),
        ("abbreviations", "L2"),
    ]
