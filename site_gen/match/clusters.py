"""Clustering of many entries into concepts: certain matches are joined, doubtful ones become questions.

The order is that of a merge by hand: join the likeliest pair first, then score every pair with either of the
two again, using all names and texts of the new group. Groups are compared as wholes, because linking by
single members would chain "customer support" to "customer success". No group holds two terms of the corpus.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from site_gen.match.field import field_for
from site_gen.match.matcher import ASK_FROM, MARGIN, Progress
from site_gen.match.profile import Query, joined, of_query, of_term
from site_gen.match.score import SAME_FROM, Context, Scored, score
from site_gen.match.search import Search
from site_gen.model.records import Glossary

_PERHAPS_ONE = 86  # groups that score this much with each other are not counted as rivals


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entries of one concept: ``term`` is its slug, "" where the corpus does not have it yet."""

    name: str
    term: str = ""
    members: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Two groups that may be one concept; ``score`` and ``why`` mean the same as in ``Candidate``."""

    one: Group
    other: Group
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustering:
    """The groups in the order of their first entries, and the open questions, likeliest first."""

    groups: tuple[Group, ...]
    questions: tuple[Question, ...]


Decide = Callable[[Question], bool | None]  # one concept, two, or no answer
_Pair = tuple[int, int, int]  # (negative score, lower number, higher number): a heap returns the best first


def cluster(
    glossary: Glossary,
    queries: Sequence[Query],
    *,
    ask_from: float = ASK_FROM,
    decide: Decide | None = None,
    progress: Progress | None = None,
) -> Clustering:
    """Sort entries into the terms of a glossary and into new concepts; terms without an entry are left out.

    ``decide`` is asked the questions, likeliest first, once all certain pairs are joined. Questions that it
    does not answer are listed in the result. ``progress`` counts the entries compared.
    """
    sorting = _Sorting(glossary, queries, ask_from)
    sorting.compare_all(progress)
    sorting.join_certain()
    while decide and (question := sorting.next_question()):
        sorting.settle(decide(question))
        sorting.join_certain()
    return sorting.result()


class _Sorting:
    """The state of one run. Each group has a number: first come the terms, then the entries in order."""

    def __init__(self, glossary: Glossary, queries: Sequence[Query], ask_from: float) -> None:
        field = field_for(glossary)
        terms = [of_term(term, field, glossary.entries_of.get(term.slug, ())) for term in glossary.terms]
        profiles = [*terms, *(of_query(query, field) for query in queries)]
        self._queries = queries
        self._ask_from = ask_from
        self._terms = len(terms)
        self._search = Search(field, profiles)
        self._members: list[list[int]] = [
            [at - len(terms)] if at >= len(terms) else [] for at in range(len(profiles))
        ]
        self._became = list(range(len(profiles)))
        self._likely: list[dict[int, Scored]] = [{} for _ in profiles]
        self._told_apart: set[frozenset[int]] = set()
        self._unanswered: set[_Pair] = set()
        self._open: list[_Pair] = []
        self._doubtful: list[_Pair] = []
        self._context = Context(
            vocabulary=self._search.vocabulary,
            subject=self._search.subject,
            besides=1,
            rivals=self._search.has_rivals,
        )

    def compare_all(self, progress: Progress | None) -> None:
        for done in range(len(self._queries)):
            self._compare(self._terms + done)
            if progress:
                progress(done + 1, len(self._queries))

    def join_certain(self) -> None:
        """Join all pairs that need no person to decide, likeliest first; keep the others as doubtful."""
        while self._open:
            pair = heapq.heappop(self._open)
            if self._is_current(pair):
                if self._is_certain(pair):
                    self._join(*pair[1:])
                else:
                    heapq.heappush(self._doubtful, pair)

    def next_question(self) -> Question | None:
        """The likeliest pair that is not joined, not ruled to be two concepts and not yet asked about."""
        while self._doubtful:
            pair = self._doubtful[0]
            if self._is_current(pair) and pair not in self._unanswered:
                return self._question(*pair[1:])
            heapq.heappop(self._doubtful)
        return None

    def settle(self, answer: bool | None) -> None:
        """Apply the answer to the question that ``next_question`` returned last."""
        pair = heapq.heappop(self._doubtful)
        _, left, right = pair
        if answer is None:
            self._unanswered.add(pair)
        elif answer:
            self._join(left, right)
        else:
            self._told_apart.add(frozenset((left, right)))
            self._forget(left, right)
            for at in (left, right):  # each has one rival fewer, so its pairs may be certain now
                for other in self._likely[at]:
                    self._push(at, other)

    def result(self) -> Clustering:
        ends = (at for at, members in enumerate(self._members) if members and self._became[at] == at)
        questions = sorted(
            (-found.score, left, right)
            for left, likely in enumerate(self._likely)
            for right, found in likely.items()
            if left < right
        )
        return Clustering(
            groups=tuple(self._group(at) for at in sorted(ends, key=lambda at: self._members[at])),
            questions=tuple(self._question(left, right) for _, left, right in questions),
        )

    def _compare(self, at: int) -> None:
        """Score a group against all groups that may be similar; keep the scores of ``ask_from`` and above."""
        profiles = self._search.profiles
        for other in {self._end(near) for near in self._search.near(profiles[at])} - {at}:
            if other in self._likely[at] or (profiles[at].term and profiles[other].term):
                continue
            if frozenset((at, other)) in self._told_apart:
                continue
            found = score(profiles[min(at, other)], profiles[max(at, other)], self._context)
            if found.score >= self._ask_from:
                self._likely[at][other] = self._likely[other][at] = found
                self._push(at, other)

    def _push(self, at: int, other: int) -> None:
        points = self._likely[at][other].score
        heapq.heappush(self._open, (-points, min(at, other), max(at, other)))

    def _is_current(self, pair: _Pair) -> bool:
        points, left, right = pair
        found = self._likely[left].get(right)
        return found is not None and found.score == -points

    def _is_certain(self, pair: _Pair) -> bool:
        """Whether the score is high enough and neither group has a rival for the other."""
        points, left, right = -pair[0], *pair[1:]
        if points < SAME_FROM:
            return False
        return not (self._has_rival(left, right, points) or self._has_rival(right, left, points))

    def _has_rival(self, at: int, partner: int, points: int) -> bool:
        """Whether a third group, of another concept than the partner, scores almost as high as the partner.

        If one of the names itself states both ("first call/contact resolution"), they are no rivals.
        """
        stated = self._likely[at][partner].stated
        for rival, found in self._likely[at].items():
            if rival != partner and found.score >= points - MARGIN and not (stated and found.stated):
                between = self._likely[partner].get(rival)
                if between is None or between.score < _PERHAPS_ONE:
                    return True
        return False

    def _join(self, left: int, right: int) -> None:
        """Make ``right`` part of ``left``, and score every pair with either of them again."""
        profiles = self._search.profiles
        self._search.replace(left, joined(profiles[left], profiles[right]))
        self._members[left] = sorted(self._members[left] + self._members[right])
        self._became[right] = left
        for at in (left, right):
            for other in tuple(self._likely[at]):
                self._forget(at, other)
        self._told_apart |= {
            frozenset((pair - {right}) | {left}) for pair in self._told_apart if right in pair
        }
        self._compare(left)

    def _forget(self, left: int, right: int) -> None:
        del self._likely[left][right], self._likely[right][left]

    def _end(self, at: int) -> int:
        while self._became[at] != at:
            at = self._became[at]
        return at

    def _group(self, at: int) -> Group:
        profile = self._search.profiles[at]
        members = tuple(self._queries[member] for member in self._members[at])
        return Group(name=profile.name, term=profile.term, members=members)

    def _question(self, left: int, right: int) -> Question:
        found = self._likely[left][right]
        return Question(one=self._group(left), other=self._group(right), score=found.score, why=found.why)
