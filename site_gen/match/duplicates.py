"""Pairs of terms in the corpus that may be one concept and on which no editor has ruled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.match.field import field_for
from site_gen.match.matcher import ASK_FROM, Progress
from site_gen.match.profile import of_term
from site_gen.match.score import Context, score
from site_gen.match.search import Search
from site_gen.model.records import Glossary


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two slugs in alphabetical order, how likely they are one concept (0 to 100), and why."""

    one: str
    other: str
    score: float
    why: str


def rulings(glossary: Glossary) -> frozenset[frozenset[str]]:
    """The pairs of slugs that ``distinct``, ``contrast`` or ``broader`` of either term declares different.

    ``related`` does not count as a ruling: duplicates of one concept are usually related too.
    """
    return frozenset(
        frozenset((term.slug, other))
        for term in glossary.terms
        for other in (*term.distinct, term.broader, *(contrast.to for contrast in term.contrast))
        if other
    )


def near_duplicates(
    glossary: Glossary, *, ask_from: float = ASK_FROM, progress: Progress | None = None
) -> Iterator[Duplicate]:
    """The pairs of terms without a ruling that score ``ask_from`` or more, in the order of their slugs."""
    field = field_for(glossary)
    profiles = [of_term(term, field, glossary.entries_of.get(term.slug, ())) for term in glossary.terms]
    search = Search(field, profiles)
    context = Context(
        vocabulary=search.vocabulary,
        subject=search.subject,
        rivals=search.has_rivals,
    )
    ruled = rulings(glossary)
    for at, profile in enumerate(profiles):
        for other in sorted(near for near in search.near(profile) if near > at):
            found = score(profile, profiles[other], context)
            slugs = profile.term, profiles[other].term
            if found.score >= ask_from and frozenset(slugs) not in ruled:
                yield Duplicate(min(slugs), max(slugs), found.score, found.why)
        if progress:
            progress(at + 1, len(profiles))
