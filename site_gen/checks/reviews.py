"""Which terms are due to be read again against practice, and who answers for them.

A review holds for the term's ``review_every``, else its first topic's, else the site's; a text that changed
after its ``reviewed`` stamp is due whatever the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from site_gen.model.period import after
from site_gen.model.records import Glossary, Term
from site_gen.model.relations import current

NOBODY = "Nobody"  # stands where neither a term nor its topic names an owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """``since`` is the day the review ran out, or the text changed; None where there never was a review."""

    term: Term
    owner: str
    why: Literal["changed", "overdue", "never"]
    since: date | None

    def said(self) -> str:
        """Why it is due, in a clause."""
        if self.why == "never":
            return "approved, but never reviewed"
        if self.why == "changed":
            return f"changed on {self.since}, after its review on {self.term.reviewed}"
        return f"due since {self.since}, last reviewed on {self.term.reviewed}"


def due_reviews(
    glossary: Glossary, site_every: str, text_changed: Mapping[str, date], today: date | None
) -> tuple[Due, ...]:
    """By owner, those of nobody last; of each the longest due first."""
    found = (_due(term, glossary, site_every, text_changed, today) for term in current(glossary.terms))
    return tuple(
        sorted(
            (due for due in found if due),
            key=lambda due: (due.owner == NOBODY, due.owner, due.since or date.min, due.term.slug),
        )
    )


def by_owner(due: Iterable[Due]) -> Iterator[tuple[str, tuple[Due, ...]]]:
    for owner, group in groupby(due, key=lambda one: one.owner):
        yield owner, tuple(group)


def owner_of(term: Term, glossary: Glossary) -> str:
    """The term's owner, else its first topic's, else ``NOBODY``."""
    return term.owner or _of_topic(term, glossary, "owner") or NOBODY


def _of_topic(term: Term, glossary: Glossary, field: str) -> str:
    topic = glossary.topics_by_id.get(term.topics[0]) if term.topics else None
    return getattr(topic, field) if topic else ""


def _due(
    term: Term, glossary: Glossary, site_every: str, text_changed: Mapping[str, date], today: date | None
) -> Due | None:
    owner, changed = owner_of(term, glossary), text_changed.get(term.slug)
    every = term.review_every or _of_topic(term, glossary, "review_every") or site_every
    if term.reviewed is None:
        never = every and term.status == "approved"
        return Due(term=term, owner=owner, why="never", since=None) if never else None
    if changed and changed > term.reviewed:
        return Due(term=term, owner=owner, why="changed", since=changed)
    ends = after(term.reviewed, every) if every else None
    if ends and today and ends <= today:
        return Due(term=term, owner=owner, why="overdue", since=ends)
    return None
