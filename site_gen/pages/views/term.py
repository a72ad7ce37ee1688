"""The view of a term's page: what its template places, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup

from site_gen.model.owners import Part
from site_gen.model.records import Contrast, Entry, Path, Source, Term, Topic
from site_gen.model.relations import ancestors, by_level, current
from site_gen.model.trust import Trust
from site_gen.pages import repository
from site_gen.pages.views.diagram import DiagramView, diagram_view
from site_gen.pages.views.metric import MetricView, metric_view
from site_gen.pages.views.paper import needs_small_letters
from site_gen.pages.views.star import StarView, star
from site_gen.pages.views.texts import Saying, Texts
from site_gen.pages.views.world import SceneView, World, pair_id, scenes

RELATED_SHOWN = 8
MENTIONS_SHOWN = 24  # a basic term is mentioned on half of all pages
HELPED_SHOWN = 6
PATHS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class TopicPart:
    topic: Topic
    url: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one source calls the term and says of it."""

    source: Source
    entry: Entry
    url: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One confusable pair, seen from one of its sides."""

    other: Term
    contrast: Contrast
    scenes: tuple[SceneView, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Translation:
    """What the term is called in another language."""

    code: str
    language: str  # its name in the language of the site
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foot:
    """Who answers for a term and where a reader can change or question it; addresses may be ""."""

    asked: tuple[Part, ...]  # whom to ask, in words and links
    edit: str
    report: str
    history: str
    changed: date | None


@dataclass(frozen=True, slots=True)
class TermView:
    term: Term
    definition: Markup
    texts: Mapping[str, str]  # beside the definition, by field
    says: tuple[Saying, ...]
    ancestors: tuple[Term, ...]
    parent: Term | None
    topics: tuple[TopicPart, ...]
    narrower: tuple[Term, ...]
    related: tuple[Term, ...]
    more_related: tuple[Term, ...]
    differences: tuple[Difference, ...]
    star: StarView | None
    diagram: DiagramView | None
    mentioned_in: tuple[Term, ...]
    more_mentions: int
    said: tuple[Said, ...]
    replacement: Term | None
    before: Term | None
    after: Term | None
    metric: MetricView | None
    links: tuple[tuple[str, str], ...]
    translations: tuple[Translation, ...]
    first: tuple[Term, ...]  # to understand before this one
    helps: tuple[Term, ...]  # to understand after it
    more_helps: int
    paths: tuple[Path, ...]  # that teach it
    foot: Foot
    trust: Trust

    @property
    def is_small_on_paper(self) -> bool:
        pairs = ((one.other, one.contrast) for one in self.differences)
        return needs_small_letters(self.term, pairs, self.narrower)


def term_views(world: World) -> Iterator[TermView]:
    return (_term_view(term, world) for term in world.glossary.terms)


def _term_view(term: Term, world: World) -> TermView:
    texts = Texts(world, term)
    related = current(world.relations.related.get(term.slug, ()))
    mentions = world.in_order(world.links.mentioned_in.get(term.slug, ()))
    order = world.course.order
    helps = order.helps.get(term.slug, ())
    before, after = _neighbours(term, world)
    parent = next(iter(world.in_order([term.broader])), None)
    narrower = current(world.relations.narrower.get(term.slug, ()))
    differences = tuple(_differences(term, world))
    neighbours = term, parent, narrower, related, tuple(one.other for one in differences)
    return TermView(
        term=term,
        **texts.all(),
        ancestors=ancestors(term, world.glossary),
        parent=parent,
        topics=_topics(term, world),
        narrower=narrower,
        related=related[:RELATED_SHOWN],
        more_related=related[RELATED_SHOWN:],
        differences=differences,
        diagram=diagram_view(term.diagram),
        star=world.memo.made("star", term.slug, neighbours, partial(star, *neighbours)),
        mentioned_in=_most_telling(mentions, world),
        more_mentions=max(0, len(mentions) - MENTIONS_SHOWN),
        said=tuple(_said(term, world)),
        replacement=world.glossary.by_slug.get(term.replaced_by),
        before=before,
        after=after,
        metric=metric_view(term.metric, world.catalog, world.words.english) if term.metric else None,
        links=tuple(texts.links()),
        translations=tuple(_translations(term, world)),
        first=order.first.get(term.slug, ()),
        helps=helps[:HELPED_SHOWN],
        more_helps=max(0, len(helps) - HELPED_SHOWN),
        paths=world.paths_of.get(term.slug, ())[:PATHS_SHOWN],
        foot=_foot(term, world),
        trust=world.trust[term.slug],
    )


def _translations(term: Term, world: World) -> Iterator[Translation]:
    for code, labels in sorted(term.in_other_languages.items()):
        yield Translation(code, world.catalog.language_name(code), labels)


def _foot(term: Term, world: World) -> Foot:
    return Foot(
        asked=world.asked(term),
        edit=repository.edit_url(world.site, term.origin.path),
        report=repository.issue_url(world.site, "correction", {"term": term.title}, world.catalog),
        history=repository.history_url(world.site, term.origin.path),
        changed=world.history.text_changed.get(term.slug),
    )


def _most_telling(terms: tuple[Term, ...], world: World) -> tuple[Term, ...]:
    """At most ``MENTIONS_SHOWN``, what week one needs before the rest, in the order of their names."""
    if len(terms) <= MENTIONS_SHOWN:
        return terms
    return world.in_order(term.slug for term in by_level(terms)[:MENTIONS_SHOWN])


def _neighbours(term: Term, world: World) -> tuple[Term | None, Term | None]:
    """The terms before and after in the list of all; none for a term that is not in it."""
    index = world.place.get(term.slug)
    if index is None:
        return None, None
    before = world.listed[index - 1] if index else None
    after = world.listed[index + 1] if index + 1 < len(world.listed) else None
    return before, after


def _topics(term: Term, world: World) -> tuple[TopicPart, ...]:
    return tuple(
        TopicPart(topic=world.topics[topic], url=f"../topics/{topic}.html")
        for topic in term.topics
        if topic in world.topics
    )


def _differences(term: Term, world: World) -> Iterator[Difference]:
    """Only what the page of pairs has too, so that the link to it leads somewhere."""
    if term.slug in world.place:
        for other, contrast in world.relations.contrasts.get(term.slug, ()):
            if other.slug in world.place:
                yield Difference(
                    other=other,
                    contrast=contrast,
                    scenes=scenes(term, other, contrast),
                    anchor=pair_id(term.slug, other.slug),
                )


def _said(term: Term, world: World) -> Iterator[Said]:
    """What sources say of the term, but for those that nobody has summed up, such as a desk's own sheet."""
    for source, entry in world.glossary.entries_of.get(term.slug, ()):
        if not any(one.says for one in source.entries):
            continue
        anchor = world.anchors[source.id][entry.name]
        yield Said(source=source, entry=entry, url=f"../sources/{source.id}.html#{anchor}")
