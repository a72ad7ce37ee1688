"""What is worth telling of a history: by month, each term once, whatever it went through on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from site_gen.history.events import Event, History, Told

ORDER: tuple[Told, ...] = (
    "new", "here", "customers", "renamed", "redefined", "merged", "deprecated", "restored", "removed"
)  # fmt: skip
MANY = 12  # new terms of one kind; more are told as a number


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The changes of one month by kind, in the order of ``ORDER``; ``first`` is its first day."""

    first: date
    groups: tuple[tuple[Told, tuple[Event, ...]], ...]

    @property
    def count(self) -> int:
        return sum(len(events) for _kind, events in self.groups)


def months(history: History) -> tuple[Month, ...]:
    """The months in which something happened, newest first."""
    found = []
    by_month = groupby(history.changes, key=lambda event: event.when.date().replace(day=1))
    for first, events in _in_calendar_order(by_month):
        told = tuple(settled(reversed(events)))
        groups = tuple((kind, _of(kind, told)) for kind in ORDER if _of(kind, told))
        if groups:
            found.append(Month(first=first, groups=groups))
    return tuple(found)


def _in_calendar_order(
    runs: Iterable[tuple[date, Iterable[Event]]],
) -> list[tuple[date, Sequence[Event]]]:
    """Commits need not come in the order of their dates."""
    found: dict[date, list[Event]] = {}
    for first, events in runs:
        found.setdefault(first, []).extend(events)
    return sorted(found.items(), reverse=True)


def _of(kind: Told, events: Iterable[Event]) -> tuple[Event, ...]:
    chosen = (event for event in events if event.kind == kind)
    return tuple(sorted(chosen, key=lambda event: (event.name.casefold(), event.slug)))


def settled(events: Iterable[Event]) -> Iterator[Event]:
    """What is left of some events, oldest first, once each term is told only as it went in and came out.

    A term that came and changed is new, one that came and went is not told, two changes of a definition are
    one from the first text to the last.
    """
    terms: dict[str, dict[Told, Event]] = {}
    for event in events:
        told = terms.pop(event.old or event.slug, {})
        terms[event.slug] = _told(told, event)
    for told in terms.values():
        yield from told.values()


def _told(told: dict[Told, Event], event: Event) -> dict[Told, Event]:
    """What is told of a term, with one more event."""
    told = {kind: replace(one, slug=event.slug, name=event.name) for kind, one in told.items()}
    match event.kind:
        case "removed" | "merged":
            return {} if "new" in told else {event.kind: event}
        case "new":
            return {} if told else {"new": event}  # it went and came back
        case "redefined" if "new" in told:
            told["new"] = replace(told["new"], after=event.after)
        case ("redefined" | "here" | "customers") as kind if "new" not in told:
            before = told[kind].before if kind in told else event.before
            told[kind] = replace(event, before=before)
            if before == event.after:
                del told[kind]
        case "renamed":
            was = told["renamed"].was if "renamed" in told else event.was
            told.pop("renamed", None)
            if was != event.name and "new" not in told:
                told["renamed"] = replace(event, was=was)
        case "deprecated":
            told.pop("restored", None)
            told["deprecated"] = event
        case "restored" if told.pop("deprecated", None) is None:
            told["restored"] = event
    return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """One line on what changed lately: a term, or a number of new ones."""

    day: date
    kind: Told
    event: Event | None = None
    number: int = 1


def lately(history: History, limit: int) -> tuple[Lately, ...]:
    """The newest changes a line each, many new terms of one day in one line."""
    lines: list[Lately] = []
    for day, events in groupby(history.changes, key=lambda event: event.when.date()):
        told = list(settled(reversed(list(events))))
        new = [event for event in told if event.kind == "new"]
        many = len(new) > limit
        for kind in ORDER:
            if kind == "new" and many:
                lines.append(Lately(day=day, kind="new", number=len(new)))
            else:
                lines += (Lately(day=day, kind=kind, event=event) for event in _of(kind, told))
        if len(lines) >= limit:
            break
    return tuple(lines[:limit])
