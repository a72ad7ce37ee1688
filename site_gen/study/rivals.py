"""Wrong answers: near enough to the right one to be plausible, and never right themselves.

A definition may fit more than its own term: what is narrower has all that the broader one has, and a
definition that mentions a term mostly says of its own that it is a kind of it. Such terms are no wrong
answers. An editor's ``contrast`` is a ruling that two terms differ, so those come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice

from site_gen import names
from site_gen.mentions import find, lexicon
from site_gen.model import LEVELS, UNSORTED, Glossary, Term
from site_gen.relations import Relations, ancestors

MOST = 7

Row = tuple[str, ...]


def asked(term: Term) -> bool:
    """Whether questions and cards may be about a term, or offer it as an answer."""
    return term.status != "deprecated" and term.level != "reference"


class Rivals:
    """The wrong answers of each term of a glossary."""

    def __init__(self, glossary: Glossary, relations: Relations) -> None:
        self.glossary = glossary
        self.relations = relations
        self.terms = tuple(term for term in glossary.terms if asked(term))

    def of(self, term: Term) -> tuple[Term, ...]:
        """At most ``MOST`` wrong answers, the confusable ones first, then neighbours in the home topic."""
        ruled = [other for other in self._contrasted(term) if not self._fits_both(term, other)][:MOST]
        nearest = sorted(self._in_topic(term), key=lambda other: _distance(term, other))
        neighbours = (other for other in nearest if not self._may_be_right(term, other))
        return (*ruled, *islice(neighbours, MOST - len(ruled)))

    def of_short(self, term: Term, short: str) -> tuple[Term, ...] | None:
        """Wrong answers to what an abbreviation stands for, those with like first letters first.

        None where another term has the abbreviation too, or is one that it could stand for.
        """
        if self._stands_for[names.key(short)] != {term.slug}:
            return None
        contrasted = {other.slug: other for other in self._contrasted(term)}
        near = (*self._by_letter.get(short[:1].upper(), ()), *self._by_topic[_home(term)])
        others = {**contrasted, **{other.slug: other for other in near if other is not term}}

        def nearness(other: Term) -> tuple[object, ...]:
            return other.slug not in contrasted, -_letters_alike(short, other), _distance(term, other)

        plausible = (
            other
            for other in sorted(others.values(), key=nearness)
            if not (self._fits_both if other.slug in contrasted else self._may_be_right)(term, other)
        )
        return tuple(islice(plausible, MOST))

    def _contrasted(self, term: Term) -> Iterator[Term]:
        seen: set[str] = set()
        for other, _ in self.relations.contrasts.get(term.slug, ()):
            if asked(other) and other.slug not in seen:
                seen.add(other.slug)
                yield other

    def _in_topic(self, term: Term) -> tuple[Term, ...]:
        contrasted = {other.slug for other, _ in self.relations.contrasts.get(term.slug, ())}
        return tuple(
            other
            for other in self._by_topic[_home(term)]
            if other is not term and other.slug not in contrasted
        )

    @cached_property
    def _by_topic(self) -> Mapping[str, tuple[Term, ...]]:
        found: dict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            for topic in term.topics or (_home(term),):
                found[topic].append(term)
        return {topic: tuple(terms) for topic, terms in found.items()}

    @cached_property
    def _by_letter(self) -> Mapping[str, tuple[Term, ...]]:
        """Terms by the first letter of their names."""
        found: dict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            found[names.initials(term.name)[:1]].append(term)
        return {letter: tuple(terms) for letter, terms in found.items()}

    def _fits_both(self, term: Term, other: Term) -> bool:
        """What even a ruling does not part: one name, or one above the other."""
        return (
            not self._keys[term.slug].isdisjoint(self._keys[other.slug])
            or other.slug in self._line[term.slug]
            or term.slug in self._line[other.slug]
            or not self._rows[term.slug].isdisjoint(self._ends[other.slug])  # "chat" and "live chat"
            or not self._rows[other.slug].isdisjoint(self._ends[term.slug])
        )

    def _may_be_right(self, term: Term, other: Term) -> bool:
        return (
            self._fits_both(term, other)
            or other.slug in self._related[term.slug]
            or bool(term.broader and term.broader == other.broader)  # kinds of one thing may overlap
            or other.slug in self._mentioned[term.slug]
            or term.slug in self._mentioned[other.slug]
            or not self._rows[term.slug].isdisjoint(self._parts[other.slug])
            or not self._rows[other.slug].isdisjoint(self._parts[term.slug])
        )

    @cached_property
    def _keys(self) -> Mapping[str, frozenset[str]]:
        return {
            term.slug: frozenset(
                names.key(label) for label in (*(label for _, label in term.labels()), *term.search_as)
            )
            for term in self.terms
        }

    @cached_property
    def _rows(self) -> Mapping[str, frozenset[Row]]:
        """The names and aliases as rows of stems."""
        return {
            term.slug: frozenset(names.words(label) for label in (term.name, *term.aliases))
            for term in self.terms
        }

    @cached_property
    def _ends(self) -> Mapping[str, frozenset[Row]]:
        """What the names end in: a name with words before another's is perhaps a kind of it."""
        return {
            slug: frozenset(row[at:] for row in rows for at in range(len(row)))
            for slug, rows in self._rows.items()
        }

    @cached_property
    def _parts(self) -> Mapping[str, frozenset[Row]]:
        return {
            slug: frozenset(row[:end] for row in ends for end in range(1, len(row) + 1))
            for slug, ends in self._ends.items()
        }

    @cached_property
    def _stands_for(self) -> Mapping[str, frozenset[str]]:
        """The terms that letters may be short for: by an abbreviation or name, or by first letters."""
        found: dict[str, set[str]] = defaultdict(set)
        for term in self.glossary.terms:
            for _, label in term.labels():
                found[names.key(label)].add(term.slug)
                found[names.key(names.initials(label))].add(term.slug)
        return {letters: frozenset(slugs) for letters, slugs in found.items()}

    @cached_property
    def _line(self) -> Mapping[str, frozenset[str]]:
        """What stands above each term."""
        return {
            term.slug: frozenset(above.slug for above in ancestors(term, self.glossary))
            for term in self.terms
        }

    @cached_property
    def _related(self) -> Mapping[str, frozenset[str]]:
        related = self.relations.related
        return {
            term.slug: frozenset(other.slug for other in related.get(term.slug, ())) for term in self.terms
        }

    @cached_property
    def _mentioned(self) -> Mapping[str, frozenset[str]]:
        """The terms named in each definition, whether or not their name is linked."""
        labels = lexicon(self.glossary.terms)
        return {
            term.slug: frozenset(
                slug for found in find(term.definition, labels) for slug in found.label.slugs
            )
            for term in self.terms
        }


def _home(term: Term) -> str:
    return term.topics[0] if term.topics else UNSORTED


def _distance(term: Term, other: Term) -> tuple[object, ...]:
    """Neighbours of the same sort first: numbers beside numbers, roles beside roles, then by level."""
    return (
        (other.metric is None) != (term.metric is None),
        other.kind != term.kind,
        abs(LEVELS.index(other.level) - LEVELS.index(term.level)),
        -len(set(other.topics) & set(term.topics)),
        other.slug,
    )


def _letters_alike(short: str, other: Term) -> int:
    """How many first letters of the name are those of the abbreviation, place by place."""
    return sum(one == two for one, two in zip(short.upper(), names.initials(other.name), strict=False))
