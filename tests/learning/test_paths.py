"""Learning paths: rules, extensions and order, resolved to stops."""

from __future__ import annotations

from itertools import pairwise

import pytest

from helpers import real
from helpers.corpora import term_yaml, tree
from helpers.rows import each_row
from site_gen.corpus.load import load
from site_gen.learning.paths import Route, routes
from site_gen.learning.reading_order import reading_order
from site_gen.learning.schedule import days, half_minutes
from site_gen.text.links import definitions

TERMS = {
    "terms/ticket.yaml": term_yaml("Ticket", "level: essential"),
    "terms/queue.yaml": term_yaml("Queue", "level: essential", definition="A line of tickets."),
    "terms/triage.yaml": term_yaml("Triage", definition="The first look at a queue."),
    "terms/macro.yaml": term_yaml("Macro").replace("[desk]", "[tools]"),
    "terms/relic.yaml": term_yaml("Relic", "level: reference"),
    "terms/gone.yaml": term_yaml("Gone", "status: deprecated", "since: 2026-01-01", "why: So."),
    "topics.yaml": "- {id: desk, name: The desk}\n- {id: tools, name: Tools}\n",
}
BASE = """\
- id: base
  title: Base
  audience: All
  days: 2
  order: as-written
  stops:
    - {term: ticket, note: First.}
    - {task: Look at one., id: look}
    - term: macro
"""


def resolved(paths: str) -> dict[str, Route]:
    loaded = load(tree({**TERMS, "paths.yaml": paths}))
    assert not loaded.problems
    uses = definitions(loaded.glossary).uses
    return {
        route.path.id: route for route in routes(loaded.glossary, reading_order(loaded.glossary, uses), uses)
    }


def keys(paths: str, name: str = "mine") -> str:
    return " ".join(stop.key for stop in resolved(paths)[name].stops)


def mine(*lines: str) -> str:
    return "- id: mine\n  title: Mine\n" + "".join(f"  {line}\n" for line in lines)


@each_row(
    "path, expected",
    [
        (mine("terms: [triage, macro, ticket, queue]"), "ticket queue triage macro"),
        (mine("terms: [triage, macro, ticket, queue]", "order: as-written"), "triage macro ticket queue"),
        (mine("terms: [triage, gone, ticket]"), "ticket triage"),
        (mine("topics: [desk]"), "ticket queue triage"),
        (mine("levels: [essential]"), "ticket queue"),
        (mine("topics: [desk]", "levels: [working, reference]"), "triage relic"),
        (mine("topics: [tools, desk]", "terms: [macro]"), "macro ticket queue triage"),
        (mine("stops: [{task: Breathe., id: b}, {term: queue}]", "terms: [ticket]"), "b ticket queue"),
        (BASE + mine("extends: base"), "ticket look macro"),
        (BASE + mine("extends: base", "drops: [look]"), "ticket macro"),
        (BASE + mine("extends: base", "terms: [queue]"), "ticket look macro queue"),
        (BASE + mine("extends: base", "stops: [{term: queue, after: ticket}]"), "ticket queue look macro"),
        (BASE + mine("extends: base", "stops: [{term: macro, before: ticket}]"), "macro ticket look"),
        (BASE + mine("extends: base", "stops: [{task: Other., id: look}]"), "ticket look macro"),
        (BASE + mine("extends: base", "terms: [triage, queue]", "order: builds-up"),
         "ticket look macro queue triage"),
        (mine("extends: base", "terms: [queue]") + BASE, "ticket look macro queue"),  # wherever it stands
        (mine("extends: mine", "terms: [queue]"), "queue"),  # the checks refuse it
        (mine("extends: other", "terms: [queue]") + "- {id: other, title: O, extends: mine, terms: [macro]}\n",
         "macro queue"),
    ],
)  # fmt: skip
def test_a_path_resolves_to_stops(path: str, expected: str) -> None:
    assert keys(path) == expected


def test_an_extension_takes_what_it_does_not_say() -> None:
    route = resolved(BASE + mine("extends: base", "audience: Us", "terms: [ticket, queue]"))["mine"]
    assert (route.path.title, route.path.audience, route.path.days) == ("Mine", "Us", 2)
    assert route.stops[0].stop.note == "First."  # a bare repetition takes no note away


def test_tasks_without_an_id_are_told_apart_by_their_words() -> None:
    first = keys(mine("stops: [{task: Listen.}, {task: Write.}]")).split()
    assert len(set(first)) == 2 and all(key.startswith("task-") for key in first)
    assert keys(mine("stops: [{task: Write.}, {term: ticket}, {task: Listen.}]")).split()[::2] == first[::-1]


def test_a_path_without_a_stop_is_none() -> None:
    assert resolved(mine("terms: [gone]")) == {}


@pytest.fixture(scope="module")
def shipped() -> dict[str, Route]:
    words = real.glossary()
    uses = definitions(words).uses
    return {route.path.id: route for route in routes(words, reading_order(words, uses), uses)}


@pytest.mark.slow
def test_seven_paths_ship_in_steps_of_ten_minutes(shipped: dict[str, Route]) -> None:
    assert len(shipped) >= 7
    for route in shipped.values():
        assert route.path.audience and route.path.outcome
        assert any(stop.stop.task for stop in route.stops)
        assert all(sum(map(half_minutes, day)) <= 20 for day in days(route)), route.path.id


@pytest.mark.slow
def test_the_weeks_of_a_hire_lead_on_to_each_other(shipped: dict[str, Route]) -> None:
    weeks = [shipped[f"week-{number}"] for number in ("one", "two", "three", "four")]
    for week, after in pairwise(weeks):
        assert week.path.then == after.path.id
    taught = [term.slug for week in weeks for term in week.terms]
    assert len(taught) == len(set(taught))  # no week repeats another
    for week in weeks:
        assert 12 <= len(week.stops) <= 20
        assert len(days(week)) == 5


@pytest.mark.slow
def test_the_shipped_paths_stand_as_their_authors_wrote_them(shipped: dict[str, Route]) -> None:
    """Notes speak of the stop before or after, so nothing may have had to move."""
    for route in shipped.values():
        assert [stop.stop for stop in route.stops] == list(route.path.stops)
