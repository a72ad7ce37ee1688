"""The view of the health page: who is due, by owner; what is counted, as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_gen.checks.health import SHIPPED, STATUSES, Count, Health, Linked, Measured, health
from site_gen.checks.reviews import NOBODY, Due, by_owner
from site_gen.model.records import Term
from site_gen.pages.views.world import World

MUCH = 20  # percent of all links that lead by one name; more is worth a second look


# What stands among the sources and is none, by its id: the key of its name.
_NO_SOURCE = {"": "health.no_source", SHIPPED: "health.from_shipped"}
SHOWN = 60  # of each list, so that the page stays small whatever the glossary is


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One stretch of a bar: where it begins and how long it is, of 100."""

    kind: str
    start: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row of a chart; ``terms`` are what it stands for where these are terms."""

    name: str
    url: str
    number: int
    said: str
    parts: tuple[Part, ...]
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthView:
    health: Health
    due: tuple[tuple[str, tuple[Due, ...]], ...]
    undefined: tuple[tuple[str, tuple[Term, ...]], ...]
    measured: tuple[tuple[str, str, Sequence[Measured]], ...]
    counts: tuple[Chart, ...]
    linked: tuple[Bar, ...]
    much: tuple[Linked, ...]
    shown: int = SHOWN  # of each list; `glossary health` has all


def health_view(world: World) -> HealthView:
    words = world.catalog.text
    undefined = world.undefined() if world.undefined else None
    found = health(world.glossary, world.links, world.relations, world.site, world.history, undefined)
    topics = {topic: f"topics/{topic}.html" for topic in world.topics}
    sources = {source.id: f"sources/{source.id}.html" for source in world.glossary.sources}
    return HealthView(
        health=found,
        due=tuple(
            (words("health.nobody_owns") if owner == NOBODY else owner, due)
            for owner, due in by_owner(found.due)
        ),
        undefined=tuple((one.phrase, world.in_order(one.terms)) for one in found.undefined),
        measured=(
            (words("health.longest"), words("health.characters"), found.longest),
            (words("health.hardest"), found.formula or words("health.grade"), found.hardest),
        ),
        counts=(
            _chart("topic", found.topics, topics, world),
            _chart("level", found.levels, {}, world),
            _chart("source", found.sources, sources, world),
        ),
        linked=tuple(_link_bar(one, world) for one in found.linked),
        much=tuple(one for one in found.linked if one.share > MUCH),
    )


def _chart(kind: str, counts: Sequence[Count], urls: dict[str, str], world: World) -> Chart:
    most = max((count.number for count in counts), default=1)
    bars = (_bar(count, most, urls.get(count.id, ""), _named(kind, count, world), world) for count in counts)
    return Chart(title=world.catalog.text(f"health.by_{kind}"), bars=tuple(bars))


def _named(kind: str, count: Count, world: World) -> str:
    if kind == "source" and count.id in _NO_SOURCE:
        return world.catalog.text(_NO_SOURCE[count.id])
    if kind == "level":
        return world.catalog.text(f"health.level_{count.id}")
    return world.topics[count.id].name if kind == "topic" and count.id in world.topics else count.name


def _bar(count: Count, most: int, url: str, name: str, world: World) -> Bar:
    parts, start = [], 0.0
    for status, number in zip(STATUSES, count.parts, strict=True):
        if number:
            width = round(100 * number / most, 2)
            parts.append(Part(kind=status, start=round(start, 2), width=width))
            start += width
    words = world.catalog.text
    said = words("common.comma").join(
        words(f"health.count_{status}", number=n)
        for status, n in zip(STATUSES, count.parts, strict=True)
        if n
    )
    said = said if len(parts) > 1 or count.parts[0] == 0 else ""  # that all are approved needs no word
    return Bar(name=name, url=url, number=count.number, said=said, parts=tuple(parts))


def _link_bar(linked: Linked, world: World) -> Bar:
    return Bar(
        name=linked.label,
        url="",
        number=linked.number,
        said=world.catalog.text("common.percent", n=linked.share),
        parts=(Part(kind="share", start=0, width=linked.share),),
        terms=world.in_order(linked.slugs),
    )
