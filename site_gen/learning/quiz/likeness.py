"""How much two terms are about the same, by the words of their texts: what makes a wrong answer plausible.

A wrong answer that is of another sort than the right one ("a person who", "a rule that") or about something
else falls away at sight, and its question teaches nothing.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

from rapidfuzz.fuzz import token_set_ratio

from site_gen.learning.quiz.masking import JOINING
from site_gen.model.names import fold
from site_gen.model.records import Term
from site_gen.text.words import words_of

_RARE = 10  # what a word is worth more than its texts have bits
_COMPARED = 80  # the nearest, whose definitions are compared
_MANY = 100  # texts with a word; one that more of them have tells little, and would take long
_SORT = 0.15  # worth of a definition that begins with the same word ("person", "share", "rule")
_KIND = 0.1  # worth of the same ``kind``
NEAR = 0.2  # from here on a term is near
NEARER = 0.25  # and so near that its whole definition may be taken for that of the other
_MUCH_THE_SAME = 70  # percent of the words
_TYPICAL = 3  # a word that begins more than one in so many texts is no sort ("eine" in a German glossary)
_FEW = 30  # terms, with which such a share says nothing


class Likeness:
    """Which terms of a glossary are near each other, in either direction the same."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._by_slug = {term.slug: term for term in terms}
        self._told = {term.slug: _telling(_texts(term)) for term in terms}
        counts = Counter(stem for stems in self._told.values() for stem in set(stems))
        self._weights = {stem: _weight(n) for stem, n in counts.items()}
        self._ranked: dict[str, tuple[array[float], tuple[Term, ...]]] = {}  # small: of each term
        self._differing: dict[tuple[str, str], bool] = {}
        self._sorts = {term.slug: self._sort(term, counts) for term in terms}

    def ranked(
        self, term: Term, least: float = 0.0, among: Callable[[Term], bool] = lambda _: True
    ) -> Iterator[Term]:
        """The terms ``among`` all that have something in common with this one, from so near on.

        The nearest come first. A metric stands beside metrics only; no term is there whose definition is much
        the same.
        """
        values, others = self._nearest(term)
        for value, other in zip(values, others, strict=True):
            if value < least:
                return
            if among(other) and self._differ(term, other):
                yield other

    def _nearest(self, term: Term) -> tuple[array[float], tuple[Term, ...]]:
        if term.slug not in self._ranked:
            found = self._values(term)
            least = min(sorted(found.values())[-_COMPARED:], default=0.0)  # numbers sort sooner than pairs
            best = sorted((-value, slug) for slug, value in found.items() if value >= least)[:_COMPARED]
            values = array("d", (-value for value, _ in best))
            self._ranked[term.slug] = values, tuple(self._by_slug[slug] for _, slug in best)
        return self._ranked[term.slug]

    def _differ(self, one: Term, other: Term) -> bool:
        """Whether two terms do not tell much the same, and none of them the name of the other."""
        pair = (one.slug, other.slug) if one.slug < other.slug else (other.slug, one.slug)
        if pair not in self._differing:  # each is asked for by both, and for several kinds of questions
            alike = self._is_told_by(one, other) or self._is_told_by(other, one) or much_the_same(one, other)
            self._differing[pair] = not alike
        return self._differing[pair]

    def _is_told_by(self, one: Term, other: Term) -> bool:
        """Whether a definition has the whole name of the other term, if only inside of another name."""
        return self._folded[one.slug][0] in self._folded[other.slug][1]

    def _values(self, term: Term) -> Mapping[str, float]:
        """Of every other term that has a telling word or the sort of this one; of a metric, metrics only."""
        shared: dict[str, int] = defaultdict(int)
        for stem in set(self._told[term.slug]):
            if len(bearers := self._bearers[stem]) <= _MANY:
                weight = self._weights[stem]
                for slug in bearers:
                    shared[slug] += weight
        of_sort = self._of_sort.get(self._sorts[term.slug], frozenset())
        for slug in of_sort:
            shared[slug] += 0
        shared.pop(term.slug, None)
        length, lengths, of_kind = self._lengths[term.slug], self._lengths, self._of_kind[term.kind]
        return {
            slug: weight / (length * lengths[slug])
            + (_SORT if slug in of_sort else 0.0)
            + (_KIND if slug in of_kind else 0.0)
            for slug, weight in shared.items()
            if term.metric is None or self._by_slug[slug].metric is not None
        }

    def _sort(self, term: Term, counts: Mapping[str, int]) -> str:
        most = max(_FEW, len(self._told) // _TYPICAL)
        return next((stem for stem in _telling(term.definition) if counts[stem] <= most), "")

    @cached_property
    def _folded(self) -> Mapping[str, tuple[str, str]]:
        """The name and definition of each term, as they are compared, with a space around each word."""
        return {
            slug: (f" {fold(term.name)} ", f" {fold(term.definition)} ")
            for slug, term in self._by_slug.items()
        }

    @cached_property
    def _bearers(self) -> Mapping[str, Sequence[str]]:
        return _by_value((slug, set(stems)) for slug, stems in self._told.items())

    @cached_property
    def _of_sort(self) -> Mapping[str, Set[str]]:
        found = _by_value((slug, (sort,)) for slug, sort in self._sorts.items() if sort)
        return {sort: frozenset(slugs[:_MANY]) for sort, slugs in found.items()}

    @cached_property
    def _of_kind(self) -> Mapping[str, Set[str]]:
        found = _by_value((slug, (term.kind,)) for slug, term in self._by_slug.items())
        return {kind: frozenset(slugs) for kind, slugs in found.items()}

    @cached_property
    def _lengths(self) -> Mapping[str, float]:
        return {
            slug: math.sqrt(sum(self._weights[stem] for stem in set(stems))) or 1.0
            for slug, stems in self._told.items()
        }


def _weight(texts: int) -> int:
    """How much a word tells that stands in so many texts.

    It hangs on no other number, and only on about how many: a term more or less leaves other questions alone.
    """
    return max(1, _RARE - texts.bit_length()) ** 2


def much_the_same(one: Term, other: Term) -> bool:
    """Whether two definitions differ in few words, so that both may be right."""
    return token_set_ratio(one.definition, other.definition, score_cutoff=_MUCH_THE_SAME) > 0


def _texts(term: Term) -> str:
    return ". ".join((term.name, term.definition, *term.aliases, *term.search_as))


def _telling(text: str) -> Sequence[str]:
    return [word.stem for word in words_of(text) if word.stem not in JOINING]


def _by_value(things: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for slug, its in things:
        for one in its:
            found[one].append(slug)
    return found
