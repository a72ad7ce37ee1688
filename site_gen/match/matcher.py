"""The verdict on a name: the same concept as a term, a question with candidates, or a new concept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from site_gen.match.field import field_for
from site_gen.match.profile import Profile, Query, joined, of_query, of_term
from site_gen.match.score import SAME_FROM, Context, Scored, score
from site_gen.match.search import Search
from site_gen.model.records import Glossary

ASK_FROM = 70
MARGIN = 3  # points by which the best candidate must lead the next
_MOST_CANDIDATES = 5

Progress = Callable[[int, int], None]  # (done, of how many)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A term of the corpus that a name may mean; ``score`` 0 to 100, ``why`` for people."""

    term: str
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``term`` is the concept where ``kind`` is "same", else ""; ``candidates`` come best first."""

    name: str
    kind: Literal["same", "ask", "new"]
    term: str = ""
    score: float = 0
    why: str = ""
    candidates: tuple[Candidate, ...] = ()


class Matcher:
    """The corpus, prepared for comparison. Preparation takes longest, so use one matcher for many queries."""

    def __init__(self, glossary: Glossary, *, ask_from: float = ASK_FROM) -> None:
        field = self._field = field_for(glossary)
        self._ask_from = ask_from
        profiles = [of_term(term, field, glossary.entries_of.get(term.slug, ())) for term in glossary.terms]
        self._search = Search(field, profiles)
        self._at = {profile.term: at for at, profile in enumerate(profiles)}
        self._context = Context(
            vocabulary=self._search.vocabulary,
            subject=self._search.subject,
            rivals=self._search.has_rivals,
        )

    def match(self, query: Query) -> Verdict:
        """The verdict on one name. Where two terms fit almost equally well, it is a question."""
        profile = of_query(query, self._field)
        found = [
            Candidate(term=other.term, score=scored.score, why=scored.why)
            for other, scored in self._scored(profile)
            if scored.score >= self._ask_from
        ]
        found.sort(key=lambda candidate: (-candidate.score, candidate.term))
        return _verdict(query.name, tuple(found[:_MOST_CANDIDATES]))

    def match_all(self, queries: Sequence[Query], progress: Progress | None = None) -> tuple[Verdict, ...]:
        """The verdicts on many names in their order; no name influences another."""
        verdicts = []
        for done, query in enumerate(queries, start=1):
            verdicts.append(self.match(query))
            if progress:
                progress(done, len(queries))
        return tuple(verdicts)

    def learn(self, term: str, query: Query) -> None:
        """Add the query's names to those of the term, which may be new. This changes the matcher itself."""
        profile = of_query(query, self._field)
        if term in self._at:
            at = self._at[term]
            self._search.replace(at, joined(self._search.profiles[at], profile))
        else:
            self._at[term] = self._search.add(
                joined(Profile(name=query.name, field=self._field, term=term), profile)
            )

    def _scored(self, profile: Profile) -> Iterable[tuple[Profile, Scored]]:
        for at in sorted(self._search.near(profile)):
            other = self._search.profiles[at]
            yield other, score(profile, other, self._context)


def _verdict(name: str, candidates: tuple[Candidate, ...]) -> Verdict:
    if not candidates:
        return Verdict(name=name, kind="new", why="no name in the corpus is like it")
    best = candidates[0]
    if best.score < SAME_FROM:
        return Verdict(name=name, kind="ask", score=best.score, why=best.why, candidates=candidates)
    if len(candidates) > 1 and best.score - candidates[1].score <= MARGIN:
        why = f"{len(candidates)} terms fit: {best.why}"
        return Verdict(name=name, kind="ask", score=best.score, why=why, candidates=candidates)
    return Verdict(
        name=name, kind="same", term=best.term, score=best.score, why=best.why, candidates=candidates
    )
