"""How far readers may rely on a term: one mark for every page, file and copied text.

The mark follows from the term's status, its last review and the day that this review runs out. Whether that
day has passed is not a fact of the corpus: a page is read weeks after it was built, so the day is published
and the reader's browser compares it with today. A program that reads the published data does the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from site_gen.catalog import Catalog
from site_gen.model.adopted import is_redefined
from site_gen.model.owners import owner_of
from site_gen.model.period import spread_after
from site_gen.model.records import Glossary, Site, Term

Mark = Literal["draft", "shipped", "approved", "due", "deprecated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A mark. ``sign`` tells marks apart without color; ``how`` says to editors how a term gets it.

    What it is called and means to readers stands in the catalog; docs/trust.md is made from all of it.
    """

    sign: str
    how: str


MARKS: Mapping[Mark, Meaning] = {
    "draft": Meaning(
        sign="✎",
        how="`status: draft`, or no status: what `glossary new` and `glossary merge` write",
    ),
    "shipped": Meaning(
        sign="○",
        how="`status: shipped`: what the shipped terms carry until somebody at the desk reviews them",
    ),
    "approved": Meaning(
        sign="✓",
        how="`glossary review SLUG` on a shipped term; `glossary set status approved SLUG` on a draft, and "
        "`glossary review` for the day and the name",
    ),
    "due": Meaning(
        sign="◷",
        how="`review_every` of the term, its topic or the site has passed since `reviewed`; or what readers "
        "read changed after that day; or the term was approved and never reviewed",
    ),
    "deprecated": Meaning(
        sign="✕",
        how="`glossary deprecate SLUG`, which writes `status: deprecated` and `since`",
    ),
}


# What most terms of a glossary are: where many stand close together the sign is enough, explained once.
BRIEF: tuple[Mark, ...] = ("approved", "shipped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """The mark of one term on the day of the build.

    ``by`` is who approved it ("" if not known, or not shown here), ``on`` the day of the review. ``until`` is
    the day from which an approved term is due for a review: that of the next review, or an earlier day on
    which its text changed after the last; None if a review holds for ever. ``instead`` is the title of the
    term that is used in place of a deprecated one; ``is_redefined`` where a shipped term that nobody has
    reviewed here has the desk's own definition.
    """

    mark: Mark
    by: str = ""
    on: date | None = None
    until: date | None = None
    instead: str = ""
    is_redefined: bool = False

    @property
    def meaning(self) -> Meaning:
        """What the mark means, with its sign."""
        return MARKS[self.mark]

    def at(self, day: date | None) -> Trust:
        """The mark on that day; with None for a day, as if no time had passed."""
        return self.due if self.mark == "approved" and self.until and day and self.until <= day else self

    @property
    def due(self) -> Trust:
        """What becomes of the mark once the day ``until`` has come."""
        return replace(self, mark="due")

    def said(self, words: Catalog, written: Callable[[date], str] = date.isoformat) -> str:
        """The mark in words, with who and when as far as they are known; ``written`` writes a day."""
        if self.mark == "approved" and (self.by or self.on):
            known = "_".join(["by"] * bool(self.by) + ["on"] * bool(self.on))
            day = written(self.on) if self.on else ""
            return words.text(f"trust.approved_{known}", name=self.by, day=day)
        if self.mark == "due":
            return (
                words.text("trust.due_since", day=written(self.until))
                if self.until
                else words.text("trust.never")
            )
        if self.is_redefined:
            return words.text("trust.redefined")
        if self.instead:
            return words.text("trust.we_say", term=self.instead)
        return words.text(f"trust.{self.mark}.short")


def trust(glossary: Glossary, site: Site, text_changed: Mapping[str, date]) -> Mapping[str, Trust]:
    """The trust of every term by slug.

    ``text_changed`` is the day on which what readers read of a term last changed, by slug.
    """
    return {term.slug: trust_of(term, glossary, site, text_changed.get(term.slug)) for term in glossary.terms}


def trust_of(term: Term, glossary: Glossary, site: Site, changed: date | None = None) -> Trust:
    """The trust of one term, before today is asked; ``changed`` is the day its text last changed."""
    if term.status != "approved":
        other = glossary.by_slug.get(term.replaced_by) if term.status == "deprecated" else None
        own = term.status == "shipped" and is_redefined(term, glossary)
        return Trust(mark=term.status, instead=other.title if other else "", is_redefined=own)
    return review_of(term, glossary, site, changed)


def review_of(term: Term, glossary: Glossary, site: Site, changed: date | None = None) -> Trust:
    """How long the last review holds, whatever the status says.

    Reviews of one day do not run out on one day: each ends somewhere in the last quarter of its period.
    """
    every = review_period(term, glossary, site)
    if term.reviewed is None:
        return Trust(mark="due") if every else Trust(mark="approved", by=term.reviewed_by)
    by = term.reviewed_by or owner_of(term, glossary, site)
    if changed and changed > term.reviewed:
        return Trust(mark="due", by=by, on=term.reviewed, until=changed)
    until = spread_after(term.reviewed, every, term.slug) if every else None
    return Trust(mark="approved", by=by, on=term.reviewed, until=until)


def review_period(term: Term, glossary: Glossary, site: Site) -> str:
    """How long a review of the term holds, such as "12 months"; "" for ever."""
    topic = glossary.topics_by_id.get(term.topics[0]) if term.topics else None
    return term.review_every or (topic.review_every if topic else "") or site.review_every
