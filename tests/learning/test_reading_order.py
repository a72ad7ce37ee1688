"""The order that builds up: no term before those that its definition uses."""

from __future__ import annotations

import time
from graphlib import TopologicalSorter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import real
from helpers.rows import each_row
from helpers.support import glossary, term, topic
from site_gen.learning.reading_order import builds_up, reading_order, too_early
from site_gen.text.links import definitions

NAMES = [f"t{number}" for number in range(12)]


@each_row(
    "names, uses, expected",
    [
        ("a b c", {}, "a b c"),
        ("a b c", {"a": "c"}, "c a b"),
        ("a b c", {"a": "b", "b": "c"}, "c b a"),
        ("a b c d", {"b": "dc"}, "a c d b"),
        ("a b", {"a": "x", "x": "b"}, "b a"),  # through a term that is not wanted itself
        ("a b", {"a": "x"}, "a b"),
        ("a b c", {"a": "b", "b": "a"}, "b a c"),  # a circle, as drafts may have
        ("", {"a": "b"}, ""),
    ],
)
def test_names_keep_their_order_but_for_what_they_use(
    names: str, uses: dict[str, str], expected: str
) -> None:
    assert " ".join(builds_up(names.split(), {name: list(used) for name, used in uses.items()})) == expected


graphs = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), unique=True, max_size=4), max_size=12
)


@given(graphs, st.permutations(NAMES))
def test_every_name_comes_once_and_after_what_it_uses(uses: dict[str, list[str]], names: list[str]) -> None:
    earlier_only = {
        name: [u for u in used if NAMES.index(u) < NAMES.index(name)] for name, used in uses.items()
    }
    order = builds_up(names, earlier_only)
    assert sorted(order) == sorted(names)
    assert not list(too_early(order, earlier_only))
    TopologicalSorter(earlier_only).prepare()  # what the graph promises, by the standard library's word
    assert sorted(builds_up(names, uses)) == sorted(names)  # with circles still each once


@given(graphs, st.permutations(NAMES))
def test_an_order_that_builds_up_already_stays(uses: dict[str, list[str]], names: list[str]) -> None:
    earlier_only = {
        name: [u for u in used if NAMES.index(u) < NAMES.index(name)] for name, used in uses.items()
    }
    order = builds_up(names, earlier_only)
    assert builds_up(order, earlier_only) == order


def test_week_one_comes_first_then_what_definitions_lean_on_then_the_topics() -> None:
    words = glossary(
        term("zulu", level="essential", definition="Something about a yankee."),
        term("yankee", level="specialist"),
        term("hub"),
        term("alpha", definition="Not without a hub."),
        term("bravo", topics=("second",)),
        term("charlie", level="reference"),
        term("gone", status="deprecated", why="So."),
        topics=(topic("basics"), topic("second", "Second")),
    )
    order = reading_order(words, definitions(words).uses)
    assert [t.slug for t in order.terms] == ["yankee", "zulu", "hub", "alpha", "bravo", "charlie"]
    assert [t.slug for t in order.first["zulu"]] == ["yankee"]
    assert [t.slug for t in order.helps["hub"]] == ["alpha"]
    assert "gone" not in order.place and "hub" not in order.first


@pytest.mark.slow
def test_the_real_corpus_builds_up_from_zero() -> None:
    words = real.glossary()
    uses = definitions(words).uses
    order = reading_order(words, uses)
    slugs = [term.slug for term in order.terms]
    assert not list(too_early(slugs, uses))
    assert len(slugs) == len([term for term in words.terms if term.status != "deprecated"])
    assert {term.level for term in order.terms[:40]} == {"essential"}


def test_ten_thousand_terms_are_ordered_at_once() -> None:
    words = glossary(*(term(f"t{number}") for number in range(10_000)))
    chain = {f"t{number}": [f"t{number - 1}", f"t{number // 2}"] for number in range(1, 10_000)}
    start = time.process_time()
    order = reading_order(words, chain)
    assert (
        time.process_time() - start < 2
    )  # about 0.05 s, by the square minutes; a shared machine may be slow
    assert [term.slug for term in order.terms[:3]] == ["t0", "t1", "t2"]
