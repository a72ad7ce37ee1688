"""Wrong answers: near enough to the right one to be plausible, and never right themselves.

A definition may fit more than its own term: what is narrower has all that the broader one has, and a
definition that mentions a term mostly says of its own that it is a kind of it. Such terms are no wrong
answers. An editor's ``contrast`` is a ruling that two terms differ, so those come first.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice

from site_gen import names
from site_gen.link import named_in_definitions
from site_gen.model import LEVELS, UNSORTED, Glossary, Term
from site_gen.relations import Relations, ancestors

MOST = 7
ENOUGH = 40  # candidates of one kind, of which some may be right after all

Row = tuple[str, ...]
Sort = tuple[bool, str, int]  # whether it is a metric, its kind, its level


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
        contrasted = {other.slug: other for other in self._contrasted(term)}
        ruled = [other for other in contrasted.values() if not self._fits_both(term, other)][:MOST]
        neighbours = (
            other
            for other in self._neighbours(term)
            if other.slug not in contrasted and not self._may_be_right(term, other)
        )
        return (*ruled, *islice(neighbours, MOST - len(ruled)))

    def of_short(self, term: Term, short: str) -> tuple[Term, ...] | None:
        """Wrong answers to what an abbreviation stands for, those with like first letters first.

        None where another term has the abbreviation too, or is one that it could stand for.
        """
        if self._stands_for[names.key(short)] != {term.slug}:
            return None
        contrasted = {other.slug: other for other in self._contrasted(term)}
        others = {
            **contrasted,
            **{other.slug: other for other in self._near(term, short) if other is not term},
        }
        plausible = (
            other
            for slug, other in others.items()
            if not (self._fits_both if slug in contrasted else self._may_be_right)(term, other)
        )
        return tuple(islice(plausible, MOST))

    def _near(self, term: Term, short: str) -> Iterator[Term]:
        """Terms that may have it for an abbreviation, the likest first letters first, then neighbours."""
        for count in range(len(short), 0, -1):
            yield from islice(self._by_letters.get(short[:count].upper(), ()), ENOUGH)
        yield from islice(self._neighbours(term), ENOUGH)

    def _contrasted(self, term: Term) -> Iterator[Term]:
        seen: set[str] = set()
        for other, _ in self.relations.contrasts.get(term.slug, ()):
            if asked(other) and other.slug not in seen:
                seen.add(other.slug)
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
    def _by_sort(self) -> Mapping[str, Mapping[Sort, Sequence[Term]]]:
        """The terms of each topic by what neighbours have in common; each list in the order of slugs."""
        found: dict[str, dict[Sort, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for term in self.terms:
            for topic in term.topics or (_home(term),):
                found[topic][_sort(term)].append(term)
        return found

    @cached_property
    def _by_letters(self) -> Mapping[str, Sequence[Term]]:
        """Terms by the first letters of their names: by one, by two, and so on."""
        found: dict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            letters = names.initials(term.name)
            for count in range(1, len(letters) + 1):
                found[letters[:count]].append(term)
        return found

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
        return named_in_definitions(self.glossary)


def _home(term: Term) -> str:
    return term.topics[0] if term.topics else UNSORTED


def _sort(term: Term) -> Sort:
    return term.metric is not None, term.kind, LEVELS.index(term.level)


def _distance(one: Sort, other: Sort) -> tuple[object, ...]:
    return other[0] != one[0], other[1] != one[1], abs(other[2] - one[2]), other
