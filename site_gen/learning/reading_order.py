"""An order in which each term comes after those that its definition uses.

``uses`` is the graph of mentions among definitions: slug to the slugs that its definition mentions. The
checks refuse circles in approved definitions; drafts may have some for a while, and then one term of the
circle comes too early.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_gen.model.graph import Graph
from site_gen.model.records import LEVELS, Glossary, Term
from site_gen.model.relations import current


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The reading order of the whole glossary, and what it rests on; only terms that lists show."""

    terms: tuple[Term, ...]  # "learn from zero"
    place: Mapping[str, int]  # where each stands in ``terms``, by slug
    first: Mapping[str, tuple[Term, ...]]  # the terms that a term's definition uses, in reading order
    helps: Mapping[str, tuple[Term, ...]]  # the inverse: the terms whose definitions use it


def reading_order(glossary: Glossary, uses: Graph) -> Order:
    """Week one first, then what most definitions lean on, then by topic; but never before what it uses."""
    listed = {term.slug: term for term in current(glossary.terms)}
    leans = Counter(slug for slugs in uses.values() for slug in slugs)
    topics = {topic: number for number, topic in enumerate(glossary.topics_by_id)}

    def wanted(term: Term) -> tuple[int, int, int]:
        topic = topics.get(term.topics[0], len(topics)) if term.topics else len(topics)
        return LEVELS.index(term.level), -leans[term.slug], topic

    slugs = builds_up((term.slug for term in sorted(listed.values(), key=wanted)), uses)
    place = {slug: number for number, slug in enumerate(slugs)}
    first = {
        slug: sorted((s for s in uses.get(slug, ()) if s in place), key=place.__getitem__) for slug in slugs
    }
    helps: dict[str, list[Term]] = defaultdict(list)
    for slug in slugs:
        for used in first[slug]:
            helps[used].append(listed[slug])
    return Order(
        terms=tuple(listed[slug] for slug in slugs),
        place=place,
        first={slug: tuple(listed[s] for s in used) for slug, used in first.items() if used},
        helps={slug: tuple(terms) for slug, terms in helps.items()},
    )


def builds_up(names: Iterable[str], uses: Graph) -> tuple[str, ...]:
    """The names in the order given, each but moved up where an earlier one uses it, directly or not.

    Linear in names and edges. A name that no definition can have, such as a task's, may stand among them.
    """
    rank = {name: number for number, name in enumerate(names)}
    entered: set[str] = set()
    placed: dict[str, None] = {}
    for name in rank:
        way = [(name, iter(_needed(name, uses, rank)))] if name not in entered else []
        entered.add(name)
        while way:  # a depth of thousands is no reason to fail, so no recursion
            at, needed = way[-1]
            after = next((other for other in needed if other not in entered), "")
            if after:
                entered.add(after)
                way.append((after, iter(_needed(after, uses, rank))))
            else:
                way.pop()
                placed[at] = None
    return tuple(name for name in placed if name in rank)


def _needed(name: str, uses: Graph, rank: Mapping[str, int]) -> Iterable[str]:
    """What a name uses, in the order wanted; what is not wanted itself may lead to what is."""
    needed = uses.get(name, ())
    return sorted(needed, key=lambda other: rank.get(other, len(rank))) if len(needed) > 1 else needed


def too_early(names: Iterable[str], uses: Graph) -> Iterator[tuple[str, str]]:
    """(name, what it uses) for each name whose definition uses one that comes later among them."""
    place = {name: number for number, name in enumerate(names)}
    for name, number in place.items():
        for used in uses.get(name, ()):
            if place.get(used, -1) > number:
                yield name, used
