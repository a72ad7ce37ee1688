"""The views of lists: home, topics, pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_gen.corpus.layout import HOME_INTRO
from site_gen.model.adopted import shipped_slugs
from site_gen.model.records import Term, Topic
from site_gen.pages.views.facets import Facet, Item, facets, item
from site_gen.pages.views.learn import PathView
from site_gen.pages.views.news import Row, lately_rows
from site_gen.pages.views.parts import Listing, by_letter, under_letters
from site_gen.pages.views.world import PairView, World
from site_gen.text.page_links import resolved

ESSENTIAL_SHOWN = 100  # on the home page


@dataclass(frozen=True, slots=True)
class PairsOf:
    """A term that is in confusable pairs, with what it can be filtered by, and the others of these pairs."""

    term: Term
    item: Item
    others: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareView(Listing[PairsOf]):
    """Every one of the confusable ``pairs`` under both of its names."""

    pairs: int
    facets: tuple[Facet, ...]


def compare_view(world: World) -> CompareView:
    others: dict[str, set[str]] = defaultdict(set)
    for pair in world.pairs:
        others[pair.left.slug].add(pair.right.slug)
        others[pair.right.slug].add(pair.left.slug)
    lines = [
        PairsOf(term, replace(item(world, term), source=""), world.in_order(others[term.slug]))
        for term in world.listed
        if term.slug in others
    ]
    sections = under_letters(lines, lambda line: line.term.name)
    return CompareView(
        sections=sections,
        parts=by_letter(sections, world.most_lines("compare"), world.catalog, lambda line: line.term.title),
        pairs=len(world.pairs),
        facets=facets(world, ("topic", "level")) if len(world.pairs) > 1 else (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    topic: Topic
    terms: tuple[Term, ...]
    pairs: tuple[PairView, ...]


def topic_views(world: World) -> tuple[TopicView, ...]:
    """Topics in reading order; their terms by level, each after what it uses. Empty topics are left out."""
    pairs: dict[str, list[PairView]] = defaultdict(list)
    for pair in world.pairs:
        for topic in pair.left.topics:
            if topic in pair.right.topics:
                pairs[topic].append(pair)
    return tuple(
        TopicView(
            topic=topic, terms=world.building_up(world.terms_of[topic.id]), pairs=tuple(pairs[topic.id])
        )
        for topic in world.topics.values()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    topics: tuple[TopicView, ...]
    essential: tuple[Term, ...]
    shown: int = ESSENTIAL_SHOWN  # of ``essential``; from-zero.html has all
    pairs: tuple[PairView, ...]
    terms: int
    shipped: int  # of them, those that came with the tool
    sources: int
    intro: str
    lately: tuple[Row, ...]
    paths: tuple[PathView, ...]


def _essential(world: World) -> Iterator[PairView]:
    return (pair for pair in world.pairs if pair.left.level == pair.right.level == "essential")


def home_view(world: World, paths: tuple[PathView, ...]) -> HomeView:
    intro = world.glossary.pages.get(HOME_INTRO, b"")
    return HomeView(
        topics=topic_views(world),
        essential=tuple(
            sorted((term for term in world.listed if term.level == "essential"), key=world.is_foreign)
        ),
        pairs=tuple(sorted(_essential(world), key=lambda pair: any(map(world.is_foreign, pair.terms))))[:6],
        terms=len(world.listed),
        shipped=len(shipped_slugs(world.glossary).intersection(world.place)),
        sources=sum(any(entry.term for entry in source.entries) for source in world.glossary.sources),
        lately=lately_rows(world),
        paths=tuple(sorted(paths, key=lambda one: one.path.title in world.words.english)),
        intro=resolved(HOME_INTRO, intro, world.glossary.by_slug).decode("utf-8", "replace"),
    )
