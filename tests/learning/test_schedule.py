"""How long stops take, and how a path is spread over days."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.support import term
from site_gen.learning.paths import Route, RouteStop
from site_gen.learning.schedule import days, half_minutes, minutes, text_hash, whole_minutes
from site_gen.model.records import Contrast, Metric, Origin, Path, Stop

ORIGIN = Origin(path="glossary/paths.yaml")


def words(count: int) -> str:
    return "word " * count


def stop(**fields: object) -> RouteStop:
    return RouteStop(key="x", stop=Stop(origin=ORIGIN, **fields))  # type: ignore[arg-type]


@each_row("count, half", [(1, 1), (100, 1), (101, 2), (200, 2), (201, 3)])
def test_reading_goes_at_200_words_a_minute_in_half_minutes(count: int, half: int) -> None:
    assert half_minutes(stop(note=words(count))) == half


def test_a_task_and_a_link_take_the_time_that_they_say() -> None:
    assert half_minutes(stop(task="Listen.")) == 1 + 10
    assert half_minutes(stop(task="Listen.", minutes=2)) == 1 + 4
    assert half_minutes(stop(link="https://example.org")) == 1 + 6


def test_everything_that_a_stop_shows_of_a_term_counts() -> None:
    metric = Metric(
        formula=words(98),
        unit="%",
        better="higher",
        parts={"a": words(500)},
        worked={"a": "3", "result": "1"},
    )
    full = term(
        "call", name="Call", definition=words(99), details=words(100), example=words(100), here=words(100),
        internal=words(100), metric=metric,
    )  # fmt: skip
    one = replace(stop(note=words(100)), term=full)
    assert half_minutes(one) == 7
    assert half_minutes(replace(one, differences=((full, Contrast(to="x", difference=words(100))),))) == 8


def test_the_hash_of_a_stop_changes_with_what_it_shows() -> None:
    before = term("call", definition="One.", details="Two.", search_as=["x"])

    def hashed(**changes: object) -> str:
        changed = replace(before, **changes)  # type: ignore[arg-type]
        return text_hash(replace(stop(term="call"), term=changed))

    assert len(hashed()) == 6
    assert hashed(search_as=("y",)) == hashed()
    for field in ("name", "definition", "details", "example", "here", "say_to_customer"):
        assert hashed(**{field: "Other."}) != hashed()
    assert hashed(definition="One.Two.", details="") != hashed()
    assert text_hash(stop(task="Listen.")) != text_hash(stop(task="Listen twice."))


@each_row(
    "written, known",
    [
        ({}, "3d0b14"),
        ({"internal": "Inside."}, "d6cd34"),
        ({"internal": "Inside.", "say_to_customer": "Hello."}, "f2fced"),
        ({"say_to_customer": {"chat": "Hi.", "call": "Hello."}, "here": "Here.", "details": "D."}, "5d727e"),
    ],
)
def test_hashes_that_browsers_keep_stay_what_they_are(written: dict[str, object], known: str) -> None:
    told = term("call", name="Call", definition="One.", **written)
    assert text_hash(replace(stop(term="call"), term=told)) == known


@each_row("half, text", [(1, "½"), (2, "1"), (3, "1½"), (20, "10"), (21, "10½")])
def test_half_minutes_read_as_minutes(half: int, text: str) -> None:
    assert minutes(half) == text


@each_row("halves, text", [([], "0"), ([1], "1"), ([3, 3], "3"), ([3, 4], "4"), ([79], "40")])
def test_what_several_stops_take_reads_in_whole_minutes(halves: list[int], text: str) -> None:
    assert whole_minutes(halves) == text


def route(costs: list[int], **fields: int) -> Route:
    """A path whose stops take so many minutes each."""
    stops = tuple(stop(task="x", minutes=cost) for cost in costs)
    path = Path(id="p", title="P", origin=ORIGIN, **fields)  # type: ignore[arg-type]
    return Route(path=path, stops=stops)


@each_row(
    "costs, fields, expected",
    [
        ([1, 2, 3], {}, [[1, 2, 3]]),
        ([2, 2, 2, 2], {"days": 2}, [[2, 2], [2, 2]]),
        ([1, 1, 1, 9], {"days": 2}, [[1, 1, 1], [9]]),
        ([9, 1, 1, 1], {"days": 2}, [[9], [1, 1, 1]]),
        ([1, 1], {"days": 5}, [[1], [1]]),
        ([1, 1, 1, 1, 1], {"days": 2}, [[1, 1, 1], [1, 1]]),
        ([4, 4, 4], {"minutes_a_day": 10}, [[4, 4], [4]]),
        ([30, 1], {"minutes_a_day": 10}, [[30], [1]]),
    ],
)
def test_a_path_is_spread_over_days(
    costs: list[int], fields: dict[str, int], expected: list[list[int]]
) -> None:
    assert [[one.stop.minutes for one in day] for day in days(route(costs, **fields))] == expected


def longest(costs: list[int], count: int) -> int:
    """The least longest day, tried out."""
    if count == 1 or len(costs) <= 1:
        return sum(costs)
    return min(max(sum(costs[:end]), longest(costs[end:], count - 1)) for end in range(1, len(costs)))


@given(st.lists(st.integers(1, 9), min_size=1, max_size=9), st.integers(1, 4))
def test_the_longest_day_is_as_short_as_can_be(costs: list[int], count: int) -> None:
    made = days(route(costs, days=count))
    assert [one.stop.minutes for day in made for one in day] == costs
    assert len(made) == min(count, len(costs)) and all(made)
    half = [2 * cost + 1 for cost in costs]  # a word to read beside the task
    assert max(sum(half_minutes(one) for one in day) for day in made) == longest(half, min(count, len(costs)))
