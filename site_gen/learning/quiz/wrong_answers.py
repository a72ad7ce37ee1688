"""Wrong answers: near enough to the right one to be plausible, and never right themselves.

A definition may fit more than its own term: what is narrower has all that the broader one has, and a
definition that mentions a term mostly says of its own that it is a kind of it. Such terms are no wrong
answers. An editor's ``contrast`` is a ruling that two terms differ, so those come first.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import TypeVar

from site_gen.learning.quiz.likeness import NEAR, NEARER, Likeness
from site_gen.learning.quiz.masking import stems_of_name
from site_gen.model import names
from site_gen.model.records import LEVELS, UNSORTED, Glossary, Term
from site_gen.model.relations import Relations, ancestors
from site_gen.text.links import Links
from site_gen.text.words import words_of

MOST = 7
SHOWN = 3  # beside the right one
FEW = 4  # from which on a term needs no wrong answers from elsewhere
ENOUGH = 400  # looked at for a term, in a glossary of any size

H = TypeVar("H")
Row = tuple[str, ...]
Sort = tuple[bool, str, int]  # whether it is a metric, its kind, its level


def asked(term: Term) -> bool:
    """Whether questions and cards may be about a term, or offer it as an answer."""
    return term.status != "deprecated" and term.level != "reference"


class Rivals:
    """The wrong answers of each term of a glossary."""

    def __init__(self, glossary: Glossary, relations: Relations, links: Links) -> None:
        self.glossary = glossary
        self.relations = relations
        self.links = links
        self.terms = tuple(term for term in glossary.terms if asked(term))
        self.by_slug = {term.slug: term for term in self.terms}

    def of(
        self, term: Term, fits: Callable[[Term], bool] = lambda _: True, *, only_near: bool = False
    ) -> tuple[Term, ...]:
        """At most ``MOST`` wrong answers that fit, the confusable ones first, then near ones of its topics.

        Near ones of other topics, and others of its own, come only where these are fewer than ``FEW``; what
        it has nothing in common with, where they are fewer than ``SHOWN``. With ``only_near`` neither
        does, and near is nearer.
        """
        topics = frozenset(term.topics or (UNSORTED,))

        def of_topics(other: Term) -> bool:
            return not topics.isdisjoint(other.topics or (UNSORTED,))

        least = NEARER if only_near else NEAR
        stages = (
            (self._likeness.ranked(term, least, of_topics), MOST),
            (self._likeness.ranked(term, least), FEW),
            (self._likeness.ranked(term, among=of_topics), FEW),
            (self._neighbours(term), SHOWN),
        )
        found: tuple[Term, ...] = ()
        for others, most in stages[:2] if only_near else stages:
            if len(found) >= min(most, FEW):
                break
            looked_at = islice(self._plausible(term, chain(found, others)), ENOUGH)
            found = tuple(islice(filter(fits, looked_at), most))
        return found

    def nearest(self, term: Term, terms: Iterable[Term]) -> Iterator[Term]:
        """Of these, the terms beside which another one may stand as a wrong answer, the nearest first."""
        places = {other.slug: place for place, other in enumerate(self._likeness.ranked(term))}
        ordered = sorted(terms, key=lambda other: (places.get(other.slug, len(places)), other.slug))
        ruled = {other.slug for other, _ in self.relations.contrasts.get(term.slug, ())}
        return (other for other in ordered if other.slug not in ruled and self.may_stand_beside(other, term))

    def may_stand_beside(self, term: Term, other: Term) -> bool:
        """Whether a term that is no neighbour may be a wrong answer, too: nothing ties the two."""
        return other is not term and other in self._plausible(term, iter((other,)))

    def only_one_has(self, term: Term, short: str) -> bool:
        """Whether no other term has the abbreviation too, or is one that it could stand for."""
        return self._stands_for[names.key(short)] == {term.slug}

    def _plausible(self, term: Term, others: Iterator[Term]) -> Iterator[Term]:
        """The confusable terms that an editor's ruling parts, then those of the others that are not right."""
        contrasted = {other.slug: other for other, _ in self.relations.contrasts.get(term.slug, ())}
        yield from (
            other for other in contrasted.values() if asked(other) and not self._fits_both(term, other)
        )
        alike = (self._by_key[key] for key in self._own[term.slug].keys)
        passed = self._ties[term.slug].union(contrasted, *alike)
        for other in others:
            overlap = term.broader and term.broader == other.broader  # as kinds of one thing may
            if other.slug not in passed and not overlap:
                passed.add(other.slug)
                yield other

    def _neighbours(self, term: Term) -> Iterator[Term]:
        """The other terms of the home topic: numbers beside numbers, roles beside roles, then by level.

        Among equals, those behind the term in the order of slugs come first, so that not all get the same.
        """
        sorts = self._by_sort[_home(term)]
        own = _sort(term)
        for sort in sorted(sorts, key=lambda other: _distance(own, other)):
            alike = sorts[sort]
            at = bisect(alike, term.slug, key=lambda other: other.slug)
            around = chain(islice(alike, at, None), islice(alike, at))
            yield from (other for other in around if other is not term)

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """The stems of each term's name."""
        return {term.slug: stems_of_name(term) for term in self.terms}

    @cached_property
    def said(self) -> Mapping[str, frozenset[str]]:
        """The stems of each term's definition."""
        return {term.slug: frozenset(word.stem for word in words_of(term.definition)) for term in self.terms}

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(self.terms)

    @cached_property
    def _by_sort(self) -> Mapping[str, Mapping[Sort, Sequence[Term]]]:
        """The terms of each topic by what neighbours have in common; each list in the order of slugs."""
        found: dict[str, dict[Sort, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for term in self.terms:
            for topic in term.topics or (_home(term),):
                found[topic][_sort(term)].append(term)
        return found

    def _fits_both(self, term: Term, other: Term) -> bool:
        """What even a ruling does not part: one name, or one above the other."""
        own, others = self._own[term.slug], self._own[other.slug]
        return (
            not own.keys.isdisjoint(others.keys)
            or other.slug in own.above
            or term.slug in others.above
            or _is_end(own.rows, others.rows)  # "chat" and "live chat": perhaps a kind of it
            or _is_end(others.rows, own.rows)
        )

    @cached_property
    def _own(self) -> Mapping[str, _Own]:
        return {term.slug: _own(term, self.glossary) for term in self.terms}

    @cached_property
    def _ties(self) -> Mapping[str, set[str]]:
        """For each term, those of another name that may be right in its place, and it in theirs."""
        ties: dict[str, set[str]] = {slug: set() for slug in self._own}
        named = _bearers((slug, own.rows) for slug, own in self._own.items())
        lengths = sorted(set(map(len, named)))
        for slug, own in self._own.items():
            related = [other.slug for other in self.relations.related.get(slug, ())]
            inside = chain.from_iterable([named[part] for part in _parts(own.rows, lengths) if part in named])
            for other in chain(own.above, related, self.links.terms[slug].named, inside):
                if other in ties:
                    ties[other].add(slug)
                    ties[slug].add(other)
        return ties

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[str]]:
        return _bearers((slug, own.keys) for slug, own in self._own.items())

    @cached_property
    def _stands_for(self) -> Mapping[str, frozenset[str]]:
        """The terms that letters may be short for: by an abbreviation or name, or by first letters."""
        found: dict[str, set[str]] = defaultdict(set)
        for term in self.glossary.terms:
            for _, label in term.labels():
                found[names.key(label)].add(term.slug)
                found[names.key(names.initials(label))].add(term.slug)
        return {letters: frozenset(slugs) for letters, slugs in found.items()}


@dataclass(frozen=True, slots=True)
class _Own:
    """What tells whether two terms may be meant by one answer."""

    keys: frozenset[str]
    above: tuple[str, ...]
    rows: frozenset[Row]  # the name and aliases as rows of stems


def _own(term: Term, glossary: Glossary) -> _Own:
    labels = [label for _, label in term.labels()]
    return _Own(
        keys=frozenset(map(names.key, (*labels, *term.search_as))),
        above=tuple([above.slug for above in ancestors(term, glossary)]),
        rows=frozenset(filter(None, map(names.words, (term.name, *term.aliases)))),
    )


def _bearers(things: Iterable[tuple[str, Iterable[H]]]) -> Mapping[H, Sequence[str]]:
    """The slugs that have each thing."""
    found: dict[H, list[str]] = defaultdict(list)
    for slug, its in things:
        for one in its:
            found[one].append(slug)
    return found


def _is_end(ends: Iterable[Row], rows: Iterable[Row]) -> bool:
    return any(row[-len(end) :] == end for row in rows for end in ends)


def _parts(rows: Iterable[Row], lengths: Iterable[int]) -> Iterator[Row]:
    """What stands in the rows; of a row of a thousand words, all parts of any length would be too many."""
    for row in rows:
        for length in lengths:
            yield from (row[at : at + length] for at in range(len(row) - length + 1))


def _home(term: Term) -> str:
    return term.topics[0] if term.topics else UNSORTED


def _sort(term: Term) -> Sort:
    return term.metric is not None, term.kind, LEVELS.index(term.level)


def _distance(one: Sort, other: Sort) -> tuple[object, ...]:
    return other[0] != one[0], other[1] != one[1], abs(other[2] - one[2]), other
