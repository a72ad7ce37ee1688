"""How healthy a glossary is, for its editors: counts, gaps, due reviews, hard texts, and where links go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from site_gen.checks.coverage import Undefined, orphans, undefined
from site_gen.checks.owners import Ownership, ownerships
from site_gen.checks.reviews import Due, due_reviews, never_due
from site_gen.history.events import History
from site_gen.model.adopted import shipped_slugs
from site_gen.model.owners import owner_of
from site_gen.model.records import LEVELS, UNSORTED, Glossary, Site, Term
from site_gen.model.relations import Relations, current
from site_gen.text.links import Links
from site_gen.text.readability import reading, scale_of

MOST = 10  # rows of a list of the longest, hardest and most linked
SHIPPED = "+shipped"  # stands among the sources; a sign that the id of none has
STATUSES = ("approved", "shipped", "draft", "deprecated")


@dataclass(frozen=True, slots=True)
class Count:
    """``parts`` are the terms of each of ``STATUSES``; ``id`` names the topic, source or level."""

    id: str
    name: str
    number: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What some terms that staff work with do not say."""

    what: str
    terms: tuple[Term, ...]
    key: str = ""  # of what, in the catalog


@dataclass(frozen=True, slots=True)
class Measured:
    term: Term
    value: float


@dataclass(frozen=True, slots=True)
class Linked:
    """A label, the slugs of the terms it leads to, and its share of all links in percent."""

    label: str
    slugs: tuple[str, ...]
    number: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """``today`` is the clock that due reviews were told by; ``note`` says why changed texts could not be."""

    terms: int
    today: date | None
    statuses: tuple[Count, ...]
    levels: tuple[Count, ...]
    topics: tuple[Count, ...]
    sources: tuple[Count, ...]
    missing: tuple[Missing, ...]
    due: tuple[Due, ...]
    unreachable: tuple[Ownership, ...]  # owners who are listed without mail and chat
    unlisted: tuple[Ownership, ...]  # names that own terms and are not in the list
    unowned: tuple[Term, ...]
    orphans: tuple[Term, ...]
    undefined: tuple[Undefined, ...]
    longest: tuple[Measured, ...]
    hardest: tuple[Measured, ...]
    formula: str  # what they are measured by; "" for years of school
    links: int
    linked: tuple[Linked, ...]
    never_linked: tuple[Linked, ...]
    note: str = ""
    never_due: bool = False  # no review ever runs out


def health(
    glossary: Glossary,
    links: Links,
    inverse: Relations,
    site: Site,
    history: History,
    phrases: Sequence[Undefined] | None = None,
) -> Health:
    """Deprecated terms count among the statuses only; nobody works on them any more."""
    terms = current(glossary.terms)
    today = history.today or max((term.reviewed for term in terms if term.reviewed), default=None)
    total = sum(links.made.values())
    owners = [one for one in ownerships(glossary, site) if one.terms]
    return Health(
        terms=len(glossary.terms),
        today=today,
        statuses=_counts(
            ((status, status.capitalize()) for status in STATUSES), glossary, lambda t: (t.status,)
        ),
        levels=_counts(((level, level.capitalize()) for level in LEVELS), glossary, lambda t: (t.level,)),
        topics=_counts(_topics(glossary), glossary, lambda t: t.topics or (UNSORTED,)),
        sources=_sources(glossary),
        missing=_missing(terms, inverse),
        due=due_reviews(glossary, site, history.text_changed, today),
        unreachable=tuple(one for one in owners if one.is_known and not one.owner.is_reachable),
        unlisted=tuple(one for one in owners if not one.is_known),
        unowned=tuple(
            term for term in terms if term.level != "reference" and not owner_of(term, glossary, site)
        ),
        orphans=tuple(glossary.by_slug[slug] for slug in orphans(glossary, links)),
        undefined=tuple(undefined(glossary) if phrases is None else phrases),
        longest=_most(terms, lambda term: len(term.definition)),
        hardest=_hardest(terms, glossary.language),
        formula=scale_of(glossary.language).name,
        links=total,
        linked=_linked(links, links.made, total),
        never_linked=_linked(links, links.skipped, 0),
        note=history.note,
        never_due=never_due(glossary, site),
    )


def _counts(
    names: Iterable[tuple[str, str]], glossary: Glossary, of: Callable[[Term], Iterable[str]]
) -> tuple[Count, ...]:
    found: Counter[tuple[str, str]] = Counter(
        (name, term.status) for term in glossary.terms for name in set(of(term))
    )
    counts = []
    for name, shown in names:
        parts = tuple(found[name, status] for status in STATUSES)
        counts.append(Count(name, shown, sum(parts), parts))
    return tuple(count for count in counts if count.number)


def _topics(glossary: Glossary) -> list[tuple[str, str]]:
    known = [(topic.id, topic.name) for topic in glossary.topics]
    return known if UNSORTED in glossary.topics_by_id else [*known, (UNSORTED, "Unsorted")]


def _sources(glossary: Glossary) -> tuple[Count, ...]:
    """Terms by the sources that define them, the shipped glossary among them, and those that none does."""
    of: dict[str, set[str]] = {
        slug: {source.id for source, _entry in pairs} for slug, pairs in glossary.entries_of.items()
    }
    for slug in shipped_slugs(glossary):
        of.setdefault(slug, set()).add(SHIPPED)
    known = [(source.id, source.title) for source in glossary.sources]
    names = [(SHIPPED, "From the shipped glossary"), *known, ("", "No source: written here")]
    return _counts(names, glossary, lambda term: of.get(term.slug) or {""})


def _missing(terms: Iterable[Term], inverse: Relations) -> tuple[Missing, ...]:
    """What terms lack; those kept only for reference need none of it."""
    asked = [term for term in terms if term.level != "reference"]
    lacks: tuple[tuple[str, str, Callable[[Term], bool]], ...] = (
        ("no_example", "no example", lambda term: not term.example),
        ("no_sentence", "neither a sentence for customers nor why it stays inside",
         lambda term: not (term.say_to_customer or term.internal)),
        ("no_details", "no details", lambda term: not term.details),
        ("no_relation", "no relation to another term", lambda term: not _related(term, inverse)),
        ("no_phrases", "no phrases that people type (search_as)", lambda term: not term.search_as),
        ("no_topic", "no topic but unsorted", lambda term: set(term.topics) <= {UNSORTED}),
        ("no_review", "never reviewed", lambda term: term.reviewed is None),
    )  # fmt: skip
    found = (Missing(what, tuple(filter(lack, asked)), key) for key, what, lack in lacks)
    return tuple(missing for missing in found if missing.terms)


def _related(term: Term, inverse: Relations) -> bool:
    slug = term.slug
    found = (term.broader, inverse.narrower.get(slug), inverse.related.get(slug), inverse.contrasts.get(slug))
    return any(found)


def _most(terms: Iterable[Term], measure: Callable[[Term], float]) -> tuple[Measured, ...]:
    measured = (Measured(term, measure(term)) for term in terms)
    return tuple(sorted(measured, key=lambda one: (-one.value, one.term.slug))[:MOST])


def _hardest(terms: Iterable[Term], language: str) -> tuple[Measured, ...]:
    found = ((term, reading(term.definition, language)) for term in terms)
    measured = [(one.hardness, Measured(term, one.value)) for term, one in found if one]
    return tuple(one for _, one in sorted(measured, key=lambda pair: (-pair[0], pair[1].term.slug))[:MOST])


def _linked(links: Links, counts: Mapping[str, int], total: int) -> tuple[Linked, ...]:
    slugs = {label.shown: label.slugs for label in links.labels}
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    return tuple(
        Linked(label, slugs.get(label, ()), number, round(100 * number / total, 1) if total else 0.0)
        for label, number in ordered
    )
