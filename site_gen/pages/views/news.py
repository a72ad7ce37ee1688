"""The view of what changed: a page by month, and a few lines for the home page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date

from site_gen.history.events import NO_GIT, SHALLOW, Event, Told
from site_gen.history.news import MANY, Month, lately, months
from site_gen.history.word_diff import Edit, word_diff
from site_gen.model.records import LEVELS, Term
from site_gen.pages.views.world import World

MONTHS = 12  # told in full; of earlier ones the page gives the number of changes
ON_HOME = 5
_EDITED = ("redefined", "here", "customers")  # told with the words that went and came


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One change; ``term`` and ``into`` are terms of now, None where there is none.

    ``at`` is its time, the same for readers everywhere, as text that sorts.
    """

    name: str
    day: date
    said: str
    term: Term | None
    into: Term | None = None
    at: str = ""
    was: str = ""
    author: str = ""
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The changes of one kind; ``folded`` stand behind a fold where they are many."""

    kind: Told
    heading: str
    shown: Sequence[Row]
    folded: Sequence[Row]

    @property
    def count(self) -> int:
        return len(self.shown) + len(self.folded)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    first: date
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    months: tuple[MonthView, ...]
    earlier: tuple[Month, ...]
    note: str


def news_view(world: World) -> NewsView:
    found = months(world.history)
    return NewsView(
        months=tuple(_month(month, world) for month in found[:MONTHS]),
        earlier=found[MONTHS:],
        note=_note(world),
    )


def _note(world: World) -> str:
    key = {NO_GIT: "news.no_git", SHALLOW: "news.shallow"}.get(world.history.note, "")
    return world.catalog.text(key) if key else world.history.note


def _month(month: Month, world: World) -> MonthView:
    groups = []
    for kind, events in month.groups:
        rows = [_row(event, world) for event in events]
        if kind == "new" and len(rows) > MANY:  # of a whole glossary that came at once, what week one needs
            rows.sort(key=lambda row: LEVELS.index(row.term.level) if row.term else len(LEVELS))
        groups.append(
            Group(
                kind=kind, heading=world.catalog.text(f"news.{kind}"), shown=rows[:MANY], folded=rows[MANY:]
            )
        )
    return MonthView(first=month.first, groups=tuple(groups))


def _row(event: Event, world: World) -> Row:
    return Row(
        name=event.name,
        day=event.when.date(),
        said=world.catalog.text(f"news.{event.kind}"),
        term=world.now(event.slug) if event.kind not in ("merged", "removed") else None,
        into=world.now(event.into) if event.into else None,
        at=event.when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        was=event.was,
        author=event.author if world.site.authors else "",
        edits=word_diff(event.before, event.after) if event.kind in _EDITED else (),
    )


def lately_rows(world: World) -> tuple[Row, ...]:
    """The newest changes for the home page, a line each."""
    return tuple(
        _row(line.event, world)
        if line.event
        else Row(
            name=world.catalog.text("common.terms", n=line.number),
            day=line.day,
            said=world.catalog.text(f"news.{line.kind}"),
            term=None,
        )
        for line in lately(world.history, ON_HOME)
    )
