"""The view of a term's page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_gen import markdown
from site_gen.link import SHARED
from site_gen.markdown import Parsed, Piece
from site_gen.model import Contrast, Entry, Metric, Source, Term, Topic
from site_gen.relations import ancestors, current
from site_gen.views.world import World, pair_id

RELATED_SHOWN = 8
_NOTHING = Markup("")
_NAME = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPart:
    topic: Topic
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one source calls the term and says of it."""

    source: Source
    entry: Entry
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One confusable pair, seen from one of its sides."""

    other: Term
    contrast: Contrast
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    term: Term
    definition: Markup
    details: Markup
    example: Markup
    here: Markup
    say_to_customer: Markup
    ancestors: tuple[Term, ...]
    topics: tuple[TopicPart, ...]
    narrower: tuple[Term, ...]
    related: tuple[Term, ...]
    more_related: tuple[Term, ...]
    differences: tuple[Difference, ...]
    mentioned_in: tuple[Term, ...]
    said: tuple[Said, ...]
    replacement: Term | None
    before: Term | None
    after: Term | None
    worked: str


def term_views(world: World) -> Iterator[TermView]:
    return (_term_view(term, world) for term in world.glossary.terms)


def _term_view(term: Term, world: World) -> TermView:
    relations = world.relations
    texts = _Texts(world, term)
    related = current(relations.related.get(term.slug, ()))
    before, after = _neighbours(term, world)
    return TermView(
        term=term,
        definition=texts.linked(world.links.terms[term.slug].definition),
        details=texts.field("details"),
        example=texts.field("example"),
        here=texts.field("here"),
        say_to_customer=texts.html(markdown.parse(term.say_to_customer)),
        ancestors=ancestors(term, world.glossary),
        topics=_topics(term, world),
        narrower=current(relations.narrower.get(term.slug, ())),
        related=related[:RELATED_SHOWN],
        more_related=related[RELATED_SHOWN:],
        differences=tuple(_differences(term, world)),
        mentioned_in=world.in_order(world.links.mentioned_in.get(term.slug, ())),
        said=tuple(_said(term, world)),
        replacement=world.glossary.by_slug.get(term.replaced_by),
        before=before,
        after=after,
        worked=_worked(term.metric) if term.metric else "",
    )


def _neighbours(term: Term, world: World) -> tuple[Term | None, Term | None]:
    """The terms before and after in the list of all; none for a term that is not in it."""
    index = world.place.get(term.slug)
    if index is None:
        return None, None
    before = world.listed[index - 1] if index else None
    after = world.listed[index + 1] if index + 1 < len(world.listed) else None
    return before, after


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of one term as HTML, with addresses as its page writes them."""

    world: World
    term: Term

    def field(self, name: str) -> Markup:
        return self.html(self.world.links.terms[self.term.slug].fields.get(name, []))

    def html(self, parsed: Parsed) -> Markup:
        return Markup(markdown.render(parsed, self._url)) if parsed else _NOTHING

    def linked(self, pieces: Sequence[Piece]) -> Markup:
        return Markup(markdown.pieces_html(pieces, self._url))

    def _url(self, target: str) -> str:
        if target.startswith(SHARED):
            return f"../abbreviations.html#{target.removeprefix(SHARED)}"
        return f"{target}.html" if target in self.world.glossary.by_slug else ""


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
                yield Difference(other=other, contrast=contrast, anchor=pair_id(term.slug, other.slug))


def _said(term: Term, world: World) -> Iterator[Said]:
    for source, entry in world.glossary.entries_of.get(term.slug, ()):
        anchor = world.anchors[source.id][entry.name]
        yield Said(source=source, entry=entry, url=f"../sources/{source.id}.html#{anchor}")


def _worked(metric: Metric) -> str:
    """The formula with the worked numbers in the place of its parts."""
    return _NAME.sub(lambda name: metric.worked.get(name[0], name[0]), metric.formula)
