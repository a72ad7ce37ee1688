"""What several pages are made from: which terms are listed, which topics and pairs have a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from site_gen.catalog import Catalog, catalog
from site_gen.checks.coverage import Undefined
from site_gen.history.events import History
from site_gen.learning.course import Course
from site_gen.model import names
from site_gen.model.adopted import english_texts
from site_gen.model.memo import AFRESH, Memo
from site_gen.model.owners import Part, asked, owner_of, people, said
from site_gen.model.published import LIST_WEIGHT, PUBLISHED
from site_gen.model.records import (
    LEVELS,
    UNSORTED,
    Contrast,
    Glossary,
    Origin,
    Owner,
    Path,
    Site,
    Source,
    Term,
    Topic,
)
from site_gen.model.relations import Relations, alphabetical, current
from site_gen.model.trust import BRIEF, Mark, Trust, trust
from site_gen.pages.views.short_forms import ShortForms, short_forms
from site_gen.pages.words import Words
from site_gen.text.links import Links


@dataclass(frozen=True, slots=True)
class SceneView:
    """A situation, and the one of two confusable terms that it fits."""

    fits: Term
    text: str


@dataclass(frozen=True, slots=True)
class PairView:
    """A confusable pair as a page of its own sees it."""

    left: Term
    right: Term
    contrast: Contrast
    anchor: str

    @property
    def terms(self) -> tuple[Term, Term]:
        return self.left, self.right

    @property
    def scenes(self) -> tuple[SceneView, ...]:
        return scenes(self.left, self.right, self.contrast)


@dataclass(frozen=True, kw_only=True)
class World:
    """What every view is made from."""

    glossary: Glossary
    links: Links
    relations: Relations
    course: Course
    site: Site
    history: History
    # phrases without a term, from where they are known already once somebody has asked for them
    undefined: Callable[[], tuple[Undefined, ...]] | None = None
    memo: Memo = AFRESH  # of whoever makes pages of the same site again and again
    list_weight: int = LIST_WEIGHT  # from which on a list stands on several pages

    def most_lines(self, name: str) -> int:
        """How many lines of a list, by its folder, one page has at most."""
        return max(1, self.list_weight // PUBLISHED[f"{name}/{{}}.html"].line)

    @cached_property
    def catalog(self) -> Catalog:
        """The texts of ours on these pages, in the site's language and the desk's own words."""
        source = self.site.language, self.glossary.words
        return self.memo.made("catalog", "", source, partial(catalog, *source))

    @cached_property
    def words(self) -> Words:
        """Those texts as templates take them, and the glossary's own that stand in English here."""
        return Words(self.catalog, english_texts(self.glossary) | self.catalog.borrowed_sentences)

    def is_foreign(self, term: Term) -> bool:
        """Whether a term is still told in English on a site of another language: lists name others first."""
        return term.definition in self.words.english

    @cached_property
    def trust(self) -> Mapping[str, Trust]:
        """How far readers may rely on each term on the day of the build, by slug.

        A reader without scripts, and a program that compares no days, is told by then what has run out.
        """
        told = trust(self.glossary, self.site, self.history.text_changed)
        return {slug: one.at(self.history.today) for slug, one in told.items()}

    def brief(self, terms: Iterable[Term]) -> tuple[Mark, ...]:
        """Those marks of the terms that dense lists show as a sign alone: their words stand there once."""
        found = {self.trust[term.slug].mark for term in terms}
        return tuple(mark for mark in BRIEF if mark in found)

    @cached_property
    def people(self) -> Mapping[str, Owner]:
        """The owners that are listed, by name."""
        return people(self.glossary, self.site)

    def asked(self, term: Term) -> tuple[Part, ...]:
        """Whom a reader can ask about a term, in words and links."""
        return said(asked(owner_of(term, self.glossary, self.site), self.people), self.catalog)

    @cached_property
    def targets(self) -> frozenset[str]:
        """What texts may link to: slugs and hand-written pages; the same value while none changes."""
        found = tuple(self.glossary.by_slug), tuple(self.glossary.pages)
        return self.memo.made("targets", "", found, lambda: frozenset(chain(*found)))

    @cached_property
    def listed(self) -> tuple[Term, ...]:
        """The terms that lists show, in the order of their names."""
        return alphabetical(current(self.glossary.terms))

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each listed term stands in ``listed``, by slug."""
        return {term.slug: index for index, term in enumerate(self.listed)}

    @cached_property
    def paths_of(self) -> Mapping[str, tuple[Path, ...]]:
        """The learning paths that teach a term, by its slug."""
        found: dict[str, list[Path]] = defaultdict(list)
        for route in self.course.routes:
            for term in route.terms:
                found[term.slug].append(route.path)
        return {slug: tuple(paths) for slug, paths in found.items()}

    @cached_property
    def terms_of(self) -> Mapping[str, tuple[Term, ...]]:
        """The listed terms of each topic, by its id."""
        found: dict[str, list[Term]] = defaultdict(list)
        for term in self.listed:
            for topic in term.topics:
                found[topic].append(term)
        return {topic: tuple(terms) for topic, terms in found.items()}

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """The topics that have a page because they have terms, by id in reading order."""
        known = dict(self.glossary.topics_by_id)
        known.setdefault(UNSORTED, self._unsorted())
        return {topic: known[topic] for topic in known if topic in self.terms_of}

    def _unsorted(self) -> Topic:
        return Topic(
            id=UNSORTED,
            name=self.catalog.text("topics.unsorted"),
            meaning=self.catalog.text("topics.unsorted_meaning"),
            origin=Origin(path="glossary/topics.yaml"),
        )

    @cached_property
    def pairs(self) -> tuple[PairView, ...]:
        """Every confusable pair of listed terms, in the order of the terms that hold the sentences."""
        return tuple(
            PairView(
                left=term,
                right=self.glossary.by_slug[contrast.to],
                contrast=contrast,
                anchor=pair_id(term.slug, contrast.to),
            )
            for term in self.listed
            for contrast in term.contrast
            if contrast.to in self.place
        )

    @cached_property
    def anchors(self) -> Mapping[str, Mapping[str, str]]:
        """The anchors of all entries by source."""
        return {source.id: entry_ids(source) for source in self.glossary.sources}

    @cached_property
    def short_forms(self) -> ShortForms:
        """The abbreviations and shared names, to which texts link."""
        most = self.most_lines("abbreviations")
        return short_forms(self.listed, self.links, self.in_order, most, self.catalog)

    @cached_property
    def short_parts(self) -> Mapping[str, str]:
        """The part of the list of abbreviations that has a row, by its anchor; empty while it is one page.

        The same value while none changes.
        """
        parts = self.short_forms.parts
        found = tuple((row.anchor, part.name) for part in parts for row in part.lines)
        return self.memo.made("short parts", "", found, lambda: dict(found))

    def short_form(self, anchor: str) -> str:
        """The address below the root of the site of a row in the list of abbreviations."""
        part = self.short_parts.get(anchor)
        return f"abbreviations/{part}.html#{anchor}" if part else f"abbreviations.html#{anchor}"

    def now(self, slug: str) -> Term | None:
        """The term that stands at an address that may be an old one; None where none does any more."""
        seen = set()
        while slug not in self.glossary.by_slug and slug not in seen:
            seen.add(slug)
            slug = self.glossary.redirects.get(slug, slug)
        return self.glossary.by_slug.get(slug)

    def building_up(self, terms: Iterable[Term]) -> tuple[Term, ...]:
        """Listed terms by level, within a level each after those that its definition uses."""
        return tuple(sorted(terms, key=lambda t: (LEVELS.index(t.level), self.course.order.place[t.slug])))

    def in_order(self, slugs: Iterable[str]) -> tuple[Term, ...]:
        """Those of the slugs that lists show, by name."""
        place, listed = self.place, self.listed
        return tuple([listed[index] for index in sorted([place[slug] for slug in slugs if slug in place])])


def scenes(one: Term, other: Term, contrast: Contrast) -> tuple[SceneView, ...]:
    """The scenes of a pair, that of ``one`` first."""
    found = (SceneView(term, contrast.scenes.get(term.slug, "")) for term in (one, other))
    return tuple(scene for scene in found if scene.text)


def pair_id(one: str, other: str) -> str:
    """The anchor of a confusable pair, whichever side it is seen from."""
    return "-vs-".join(sorted((one, other)))


def entry_ids(source: Source) -> dict[str, str]:
    """The anchor of each entry of a source by its printed name; no two are alike."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for number, entry in enumerate(source.entries, 1):
        anchor = f"e-{names.slug(entry.name) or number}"
        while anchor in taken:
            anchor += f"-{number}"
        taken.add(anchor)
        ids[entry.name] = anchor
    return ids
