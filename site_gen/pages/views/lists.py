"""The views of lists: home, topics, pairs, abbreviations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_gen.corpus.layout import HOME_INTRO
from site_gen.model import names
from site_gen.model.letters import DIGITS, letter
from site_gen.model.records import Term, Topic
from site_gen.pages.views.facets import Facet, Item, facets, item
from site_gen.pages.views.learn import PathView
from site_gen.pages.views.news import Row, lately_rows
from site_gen.pages.views.world import PairView, World
from site_gen.text.field_links import row_id
from site_gen.text.page_links import resolved

ESSENTIAL_SHOWN = 100  # on the home page


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    letter: str
    anchor: str
    terms: tuple[Term, ...]


def letters(terms: Iterable[Term]) -> tuple[Letter, ...]:
    """Terms, given by name, under their first letters; Latin ones come first, digits last."""
    groups: dict[str, list[Term]] = {}
    for term in terms:
        groups.setdefault(letter(term.name) or DIGITS, []).append(term)
    ordered = sorted(groups, key=lambda first: (first == DIGITS, first))
    return tuple(
        Letter(
            letter=first,
            anchor="other" if first == DIGITS else first.lower(),
            terms=tuple(groups[first]),
        )
        for first in ordered
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareView:
    """Every confusable pair under both of its names; ``count`` terms are in ``pairs`` of them."""

    pairs: int
    count: int
    facets: tuple[Facet, ...]
    letters: tuple[PairLetter, ...]


@dataclass(frozen=True, slots=True)
class PairLetter:
    """The terms under one letter that are in pairs, each with what it can be filtered by and the others."""

    letter: str
    anchor: str
    terms: tuple[tuple[Term, Item, tuple[Term, ...]], ...]


def compare_view(world: World) -> CompareView:
    others: dict[str, set[str]] = defaultdict(set)
    for pair in world.pairs:
        others[pair.left.slug].add(pair.right.slug)
        others[pair.right.slug].add(pair.left.slug)
    groups = letters(term for term in world.listed if term.slug in others)
    return CompareView(
        pairs=len(world.pairs),
        count=len(others),
        facets=facets(world, ("topic", "level")) if len(world.pairs) > 1 else (),
        letters=tuple(
            PairLetter(
                letter=group.letter,
                anchor=group.anchor,
                terms=tuple(
                    (term, replace(item(world, term), source=""), world.in_order(others[term.slug]))
                    for term in group.terms
                ),
            )
            for group in groups
        ),
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
class ShortForm:
    """One abbreviation or shared name, and every term that it may mean."""

    label: str
    anchor: str
    terms: tuple[Term, ...]


def short_forms(world: World) -> tuple[ShortForm, ...]:
    """Every abbreviation, and every name that several terms share: what links may lead to is here."""
    rows: dict[str, tuple[str, set[str]]] = {}
    for label, slugs in _short_labels(world):
        rows.setdefault(row_id(label), (label, set()))[1].update(slugs)
    ordered = sorted(rows.items(), key=lambda row: (names.fold(row[1][0]), row[0]))
    return tuple(
        ShortForm(label=label, anchor=anchor, terms=world.in_order(slugs))
        for anchor, (label, slugs) in ordered
    )


def _short_labels(world: World) -> Iterator[tuple[str, Iterable[str]]]:
    for term in world.listed:
        yield from ((short, [term.slug]) for short in term.abbreviations)
    yield from ((label.shown, label.slugs) for label in world.links.labels if len(label.slugs) > 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    topics: tuple[TopicView, ...]
    essential: tuple[Term, ...]
    shown: int = ESSENTIAL_SHOWN  # of ``essential``; from-zero.html has all
    pairs: tuple[PairView, ...]
    terms: int
    sources: int
    intro: str
    lately: tuple[Row, ...]
    paths: tuple[PathView, ...]


def home_view(world: World, paths: tuple[PathView, ...]) -> HomeView:
    intro = world.glossary.pages.get(HOME_INTRO, b"")
    return HomeView(
        topics=topic_views(world),
        essential=tuple(term for term in world.listed if term.level == "essential"),
        pairs=tuple(pair for pair in world.pairs if pair.left.level == pair.right.level == "essential")[:6],
        terms=len(world.listed),
        sources=len(world.glossary.sources),
        lately=lately_rows(world),
        paths=paths,
        intro=resolved(HOME_INTRO, intro, world.glossary.by_slug).decode("utf-8", "replace"),
    )
