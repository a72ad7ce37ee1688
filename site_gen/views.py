"""One frozen view per page kind: everything a template places, already decided.

Texts are ``Markup`` where they hold links; every other string is escaped by the template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from site_gen import markdown, names
from site_gen.link import SHARED, Links, Piece, row_id
from site_gen.model import UNSORTED, Contrast, Entry, Glossary, Metric, Site, Source, Term, Topic
from site_gen.relations import Relations, alphabetical, ancestors, by_level, current

RELATED_SHOWN = 8
OTHER_LETTER = "0–9"


@dataclass(frozen=True, kw_only=True)
class World:
    """What every view is made from."""

    glossary: Glossary
    links: Links
    relations: Relations
    site: Site

    @cached_property
    def listed(self) -> tuple[Term, ...]:
        """The terms that lists show, in the order of their names."""
        return alphabetical(current(self.glossary.terms))

    @cached_property
    def anchors(self) -> Mapping[str, Mapping[str, str]]:
        """The anchors of all entries by source."""
        return {source.id: entry_ids(source) for source in self.glossary.sources}


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


def term_views(world: World) -> Iterable[TermView]:
    listed = world.listed
    place = {term.slug: index for index, term in enumerate(listed)}
    for term in world.glossary.terms:
        index = place.get(term.slug)
        before = listed[index - 1] if index else None
        after = listed[index + 1] if index is not None and index + 1 < len(listed) else None
        yield _term_view(term, world, before, after)


def _term_view(term: Term, world: World, before: Term | None, after: Term | None) -> TermView:
    glossary, relations = world.glossary, world.relations
    linked = world.links.terms[term.slug]
    texts = {
        name: Markup(markdown.render(tokens, _beside(glossary))) for name, tokens in linked.fields.items()
    }
    related = current(relations.related.get(term.slug, ()))
    return TermView(
        term=term,
        definition=_linked(linked.definition, glossary),
        details=texts.get("details", Markup("")),
        example=texts.get("example", Markup("")),
        here=texts.get("here", Markup("")),
        say_to_customer=_markdown(term.say_to_customer, glossary),
        ancestors=ancestors(term, glossary),
        topics=_topics(term, glossary),
        narrower=current(relations.narrower.get(term.slug, ())),
        related=related[:RELATED_SHOWN],
        more_related=related[RELATED_SHOWN:],
        differences=tuple(
            Difference(other=other, contrast=contrast, anchor=pair_id(term.slug, other.slug))
            for other, contrast in relations.contrasts.get(term.slug, ())
        ),
        mentioned_in=_terms(world.links.mentioned_in.get(term.slug, ()), glossary),
        said=tuple(
            Said(
                source=source,
                entry=entry,
                url=f"../sources/{source.id}.html#{world.anchors[source.id][entry.name]}",
            )
            for source, entry in glossary.entries_of.get(term.slug, ())
        ),
        replacement=glossary.by_slug.get(term.replaced_by),
        before=before,
        after=after,
        worked=_worked(term.metric) if term.metric else "",
    )


def _beside(glossary: Glossary) -> Callable[[str], str]:
    """Addresses of terms and shared labels as a term page writes them."""

    def url(target: str) -> str:
        if target.startswith(SHARED):
            return f"../abbreviations.html#{target.removeprefix(SHARED)}"
        return f"{target}.html" if target in glossary.by_slug else ""

    return url


def _linked(pieces: Sequence[Piece], glossary: Glossary) -> Markup:
    url = _beside(glossary)
    out = []
    for piece in pieces:
        text = escape(markdown.visible(piece.text))
        address = url(piece.target) if piece.target else ""
        out.append(Markup('<a class="gl-t" href="{}">{}</a>').format(address, text) if address else text)
    return Markup("").join(out)


def _markdown(text: str, glossary: Glossary) -> Markup:
    return Markup(markdown.render(markdown.parse(text), _beside(glossary))) if text else Markup("")


def _terms(slugs: Iterable[str], glossary: Glossary) -> tuple[Term, ...]:
    found = [glossary.by_slug[slug] for slug in slugs if slug in glossary.by_slug]
    return alphabetical(current(found))


def _topics(term: Term, glossary: Glossary) -> tuple[TopicPart, ...]:
    known = topics_of(glossary)
    return tuple(
        TopicPart(topic=known[topic], url=f"../topics/{topic}.html")
        for topic in term.topics
        if topic in known
    )


def topics_of(glossary: Glossary) -> dict[str, Topic]:
    """The topics by id, with the one for unsorted drafts where it is used and has no line of its own."""
    known = dict(glossary.topics_by_id)
    if UNSORTED not in known and any(UNSORTED in term.topics for term in glossary.terms):
        origin = next(iter(glossary.terms)).origin
        known[UNSORTED] = Topic(
            id=UNSORTED,
            name="Unsorted",
            meaning="New terms that no topic has been chosen for.",
            origin=origin,
        )
    return known


def _worked(metric: Metric) -> str:
    """The formula with the worked numbers in the place of its parts."""
    shown = metric.formula
    for name in sorted(metric.parts, key=len, reverse=True):
        shown = shown.replace(name, metric.worked.get(name, name))
    return shown


def pair_id(one: str, other: str) -> str:
    """The anchor of a confusable pair, whichever side it is seen from."""
    return "-vs-".join(sorted((one, other)))


def entry_ids(source: Source) -> dict[str, str]:
    """The anchor of each entry of a source by its printed name; no two are alike."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for number, entry in enumerate(source.entries, 1):
        anchor = f"e-{names.slug(entry.name) or number}"
        if anchor in taken:
            anchor = f"{anchor}-{number}"
        taken.add(anchor)
        ids[entry.name] = anchor
    return ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    letter: str
    anchor: str
    terms: tuple[Term, ...]


def letters(terms: Iterable[Term]) -> tuple[Letter, ...]:
    """Terms under their first letters; what starts with no Latin letter stands last."""
    groups: dict[str, list[Term]] = {}
    for term in alphabetical(terms):
        groups.setdefault(_letter(term.name), []).append(term)
    ordered = sorted(groups, key=lambda letter: (letter == OTHER_LETTER, letter))
    return tuple(
        Letter(
            letter=letter,
            anchor="other" if letter == OTHER_LETTER else letter.lower(),
            terms=tuple(groups[letter]),
        )
        for letter in ordered
    )


def _letter(name: str) -> str:
    first = names.fold(name)[:1].upper()
    return first if first.isascii() and first.isalpha() else OTHER_LETTER


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    topic: Topic
    terms: tuple[Term, ...]
    pairs: tuple[PairView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """A confusable pair as a page of its own sees it."""

    left: Term
    right: Term
    contrast: Contrast
    anchor: str


def pair_views(world: World) -> tuple[PairView, ...]:
    pairs = [
        PairView(
            left=term,
            right=world.glossary.by_slug[contrast.to],
            contrast=contrast,
            anchor=pair_id(term.slug, contrast.to),
        )
        for term in world.listed
        for contrast in term.contrast
        if contrast.to in world.glossary.by_slug
    ]
    return tuple(pairs)


def topic_views(world: World) -> tuple[TopicView, ...]:
    """Topics in reading order with their terms, week one first; empty topics are left out."""
    pairs = pair_views(world)
    views = []
    for topic in topics_of(world.glossary).values():
        terms = tuple(term for term in world.listed if topic.id in term.topics)
        slugs = {term.slug for term in terms if term.topics[0] == topic.id}
        inside = tuple(pair for pair in pairs if pair.left.slug in slugs and pair.right.slug in slugs)
        if terms:
            views.append(TopicView(topic=topic, terms=by_level(terms), pairs=inside))
    return tuple(views)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortForm:
    """One abbreviation or shared name, and every term that it may mean."""

    label: str
    anchor: str
    terms: tuple[Term, ...]


def short_forms(world: World) -> tuple[ShortForm, ...]:
    """Every abbreviation, and every name that several terms share."""
    rows: dict[str, tuple[str, dict[str, Term]]] = {}
    for label, term in _short_labels(world):
        rows.setdefault(row_id(label), (label, {}))[1][term.slug] = term
    ordered = sorted(rows.items(), key=lambda row: (names.fold(row[1][0]), row[0]))
    return tuple(
        ShortForm(label=label, anchor=anchor, terms=tuple(terms.values()))
        for anchor, (label, terms) in ordered
    )


def _short_labels(world: World) -> Iterable[tuple[str, Term]]:
    owners: dict[str, list[tuple[str, Term]]] = {}
    for term in world.listed:
        for field, label in term.labels():
            if field == "abbreviations":
                yield label, term
            else:
                owners.setdefault(names.fold(label), []).append((label, term))
    for uses in owners.values():
        if len({term.slug for _, term in uses}) > 1:
            yield from ((uses[0][0], term) for _, term in uses)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    entry: Entry
    anchor: str
    term: Term | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    source: Source
    rows: tuple[EntryRow, ...]
    terms: int
    shared: int  # terms that another source has too


def source_views(world: World) -> tuple[SourceView, ...]:
    by_slug = world.glossary.by_slug
    in_sources: dict[str, set[str]] = {}
    for source in world.glossary.sources:
        for entry in source.entries:
            in_sources.setdefault(entry.term, set()).add(source.id)
    views = []
    for source in world.glossary.sources:
        rows = tuple(
            EntryRow(entry=entry, anchor=world.anchors[source.id][entry.name], term=by_slug.get(entry.term))
            for entry in source.entries
        )
        slugs = {row.term.slug for row in rows if row.term}
        views.append(
            SourceView(
                source=source,
                rows=rows,
                terms=len(slugs),
                shared=sum(len(in_sources[slug]) > 1 for slug in slugs),
            )
        )
    return tuple(views)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    topics: tuple[TopicView, ...]
    essential: tuple[Term, ...]
    pairs: tuple[PairView, ...]
    terms: int
    sources: int
    intro: str


def home_view(world: World) -> HomeView:
    pairs = pair_views(world)
    return HomeView(
        topics=topic_views(world),
        essential=tuple(term for term in world.listed if term.level == "essential"),
        pairs=tuple(pair for pair in pairs if pair.left.level == pair.right.level == "essential")[:6],
        terms=len(world.listed),
        sources=len(world.glossary.sources),
        intro=world.glossary.pages.get("home.md", b"").decode("utf-8", "replace"),
    )
