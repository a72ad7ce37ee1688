"""The views for learners: a path's page and sheet, and the whole glossary from zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from markupsafe import Markup

from site_gen.catalog import Catalog
from site_gen.learning import schedule
from site_gen.learning.paths import Route, RouteStop
from site_gen.learning.reading_order import Order
from site_gen.model.records import LEVELS, Contrast, Path, Term
from site_gen.pages.views.metric import MetricView, metric_view
from site_gen.pages.views.parts import Listing, Section, by_number
from site_gen.pages.views.texts import Saying, Texts
from site_gen.pages.views.world import World
from site_gen.text import markdown

# How many letters of titles and definitions fill nine tenths of a printed page, with the sizes of
# assets/learn.css from 12 points down to 6.9; with more, a sheet takes two pages.
SHEET_SIZES = (1750, 2080, 2520, 2730, 3040, 3330, 3650, 4250, 4860)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermTexts:
    """What a stop shows of its term."""

    term: Term
    definition: Markup
    beside: Mapping[str, str]  # the definition, by field
    says: tuple[Saying, ...]
    metric: MetricView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StopView:
    """``anchor`` opens the path at the number of the stop; "" where another stop has that address."""

    number: int
    anchor: str
    key: str
    title: str
    term: Term | None
    link: str
    task: str
    note: str
    differences: tuple[tuple[Term, Contrast], ...]
    minutes: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    number: int
    minutes: str
    stops: tuple[StopView, ...]


@dataclass(frozen=True, kw_only=True)
class PathView:
    """``then`` is the path to go on with, None where there is none."""

    path: Path
    days: tuple[DayView, ...]
    minutes: str
    then: Path | None
    world: World

    @cached_property
    def stops(self) -> tuple[StopView, ...]:
        return tuple(stop for day in self.days for stop in day.stops)

    @property
    def sheet_size(self) -> int:
        """Which size of letters fills a printed page with the path: 0 is the largest."""
        letters = sum(
            len(stop.title) + len(stop.term.definition if stop.term else stop.task or stop.note)
            for stop in self.stops
        )
        return sum(letters > most for most in SHEET_SIZES)

    def texts(self, term: Term) -> TermTexts:
        """Made when the page is: the other pages need none of it."""
        texts = Texts(self.world, term, "../terms/")
        return TermTexts(
            term=term,
            definition=texts.definition(),
            beside=texts.beside(),
            says=texts.says(),
            metric=metric_view(term.metric, self.world.catalog, self.world.words.english)
            if term.metric
            else None,
        )


def path_views(world: World) -> tuple[PathView, ...]:
    """Every learning path, in the order of the file."""
    shown = {route.path.id: route.path for route in world.course.routes}
    return tuple(_path_view(route, shown.get(route.path.then), world) for route in world.course.routes)


def _path_view(route: Route, then: Path | None, world: World) -> PathView:
    keys = {stop.key for stop in route.stops}
    numbered = {id(stop): number for number, stop in enumerate(route.stops, 1)}
    days = tuple(
        DayView(
            number=number,
            minutes=_minutes(stops),
            stops=tuple(_stop_view(stop, numbered[id(stop)], keys, world.catalog) for stop in stops),
        )
        for number, stops in enumerate(schedule.days(route), 1)
    )
    return PathView(path=route.path, days=days, minutes=_minutes(route.stops), then=then, world=world)


def _minutes(stops: tuple[RouteStop, ...]) -> str:
    return schedule.whole_minutes(map(schedule.half_minutes, stops))


def _stop_view(stop: RouteStop, number: int, keys: set[str], words: Catalog) -> StopView:
    written, anchor = stop.stop, f"stop-{number}"
    return StopView(
        number=number,
        anchor="" if anchor in keys else anchor,
        key=stop.key,
        title=stop.term.title if stop.term else written.what or written.link or words.text("path.task"),
        term=stop.term,
        link=written.link if not written.task and markdown.is_safe_link(written.link) else "",
        task=written.task,
        note=written.note,
        differences=stop.differences,
        minutes=schedule.minutes(schedule.half_minutes(stop)),
        hash=schedule.text_hash(stop),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ZeroView(Listing[Term]):
    """All terms in reading order; a section has those of one level, and of later ones that these need."""

    paths: tuple[str, ...]  # ids: what was ticked there counts here


def zero_view(world: World) -> ZeroView:
    sections = tuple(_stages(world.course.order))
    return ZeroView(
        sections=sections,
        parts=by_number(sections, world.most_lines("from-zero"), world.catalog, lambda term: term.title),
        paths=tuple(route.path.id for route in world.course.routes),
    )


def _stages(order: Order) -> Iterator[Section[Term]]:
    """A term stands with the best level among itself and what follows: for its sake it comes so early."""
    ranks: dict[str, int] = {}
    rank = len(LEVELS) - 1
    for term in reversed(order.terms):
        rank = ranks[term.slug] = min(rank, LEVELS.index(term.level))
    for stage, terms in groupby(order.terms, key=lambda term: ranks[term.slug]):
        yield Section(label=LEVELS[stage], lines=tuple(terms))
