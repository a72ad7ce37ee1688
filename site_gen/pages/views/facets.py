"""By what a long list can be narrowed down: topic, level and source, and what each item has of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_gen.model.records import LEVELS, Term
from site_gen.pages.views.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One choice above a list: ``key`` stands in the address, ``options`` are (value, text)."""

    key: str
    name: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What one item of a list can be found by: values of each facet, parted by spaces."""

    topic: str
    level: str
    source: str


def facets(world: World, keys: Iterable[str] = ("topic", "level", "source")) -> tuple[Facet, ...]:
    """The facets that part the listed terms at all, in the order of ``keys``."""
    words = world.catalog.text
    levels = {term.level for term in world.listed}
    sources = {
        source.id for term in world.listed for source, _ in world.glossary.entries_of.get(term.slug, ())
    }
    every = {
        "topic": Facet(
            key="topic",
            name=words("facet.topic"),
            options=tuple((t.id, t.name) for t in world.topics.values()),
        ),
        "level": Facet(
            key="level",
            name=words("facet.level"),
            options=tuple((level, words(f"level.{level}")) for level in LEVELS if level in levels),
        ),
        "source": Facet(
            key="source",
            name=words("facet.source"),
            options=tuple((s.id, s.title) for s in world.glossary.sources if s.id in sources),
        ),
    }
    return tuple(every[key] for key in keys if len(every[key].options) > 1)


def item(world: World, *terms: Term) -> Item:
    """What an item can be found by that shows these terms."""
    entries_of = world.glossary.entries_of
    return Item(
        topic=_joined([topic for term in terms for topic in term.topics if topic in world.topics]),
        level=_joined([term.level for term in terms]),
        source=_joined([source.id for term in terms for source, _ in entries_of.get(term.slug, ())]),
    )


def _joined(values: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(values))
