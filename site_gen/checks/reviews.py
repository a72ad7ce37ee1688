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

from site_gen.model.owners import names_in, owner_of
from site_gen.model.records import Glossary, Site, Term
from site_gen.model.relations import current
from site_gen.model.trust import review_of, review_period

NOBODY = "Nobody"  # stands where neither a term nor its topic nor the site names an owner


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
    glossary: Glossary, site: Site, text_changed: Mapping[str, date], today: date | None
) -> tuple[Due, ...]:
    """By owner, those of nobody last; of each the longest due first."""
    found = (_due(term, glossary, site, text_changed, today) for term in current(glossary.terms))
    return tuple(
        sorted(
            (due for due in found if due),
            key=lambda due: (due.owner == NOBODY, due.owner, due.since or date.min, due.term.slug),
        )
    )


def never_due(glossary: Glossary, site: Site) -> bool:
    """Whether no review ever runs out: of no term in use do it, its topic or the site say when."""
    return not any(review_period(term, glossary, site) for term in current(glossary.terms))


def by_owner(due: Iterable[Due]) -> Iterator[tuple[str, tuple[Due, ...]]]:
    for owner, group in groupby(due, key=lambda one: one.owner):
        yield owner, tuple(group)


def of_owner(due: Iterable[Due], name: str) -> tuple[Due, ...]:
    """Those that an owner of that name answers for, alone or with others."""
    return tuple(one for one in due if name in (one.owner, *names_in(one.owner)))


def _due(
    term: Term, glossary: Glossary, site: Site, text_changed: Mapping[str, date], today: date | None
) -> Due | None:
    if term.status == "shipped" or (term.reviewed is None and term.status != "approved"):
        return None
    owner, changed = owner_of(term, glossary, site) or NOBODY, text_changed.get(term.slug)
    now = review_of(term, glossary, site, changed).at(today)
    if now.mark != "due":
        return None
    if now.until is None:
        return Due(term=term, owner=owner, why="never", since=None)
    return Due(term=term, owner=owner, why="changed" if now.until == changed else "overdue", since=now.until)
