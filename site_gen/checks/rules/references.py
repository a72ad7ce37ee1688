"""Rules on what one record says of another: it must be there, and the whole must make sense."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from site_gen.corpus.load import Loaded
from site_gen.model import graph
from site_gen.model.problem import Problem
from site_gen.model.records import UNSORTED, Origin, Term
from site_gen.model.schema import ONE_TERM, SEVERAL_TERMS
from site_gen.model.suggest import did_you_mean

MAX_DEPTH = 4


def topics(loaded: Loaded) -> Iterator[Problem]:
    known = loaded.glossary.topics_by_id
    if not loaded.topics_read:
        return
    otherwise = "known topics: " + ", ".join(known) if known else "write it into glossary/topics.yaml"
    for term in loaded.glossary.terms:
        for index, topic in enumerate(term.topics):
            if topic not in known and topic != UNSORTED:
                yield Problem(
                    path=term.origin.path,
                    line=term.origin.at("topics", index),
                    code="unknown-topic",
                    message=f"no topic '{topic}' in topics.yaml",
                    hint=did_you_mean(topic, known, otherwise),
                )


def terms(loaded: Loaded) -> Iterator[Problem]:
    """Every slug that a term, a source entry or a path names belongs to a term."""
    hints: dict[str, str] = {}
    for place, slug, origin, steps in _unknown_terms(loaded):
        if slug not in hints:
            hints[slug] = _instead_of(slug, loaded)
        yield Problem(
            path=origin.path, line=origin.at(*steps), code="unknown-term",
            message=f"{place}: no term '{slug}'", hint=hints[slug],
        )  # fmt: skip


def _unknown_terms(loaded: Loaded) -> Iterator[tuple[str, str, Origin, tuple[str | int, ...]]]:
    known = {*loaded.glossary.by_slug, *loaded.unread}
    for term in loaded.glossary.terms:
        if not known.issuperset(_named_by(term)):
            for place, slug, steps in references_of(term):
                if slug not in known:
                    yield place, slug, term.origin, steps
    for source in loaded.glossary.sources:
        for entry in source.entries:
            if entry.term and entry.term not in known:
                yield f"term of '{entry.name}'", entry.term, entry.origin, ("term",)
    for path in loaded.glossary.paths:
        for stop in path.stops:
            if stop.term and stop.term not in known:
                yield f"path '{path.id}'", stop.term, stop.origin, ("term",)
        for index, slug in enumerate(path.terms):
            if slug not in known:
                yield f"path '{path.id}'", slug, path.origin, ("terms", index)


def _named_by(term: Term) -> tuple[str, ...]:
    """The slugs of ``references_of``, without where: few terms name one that is wrong."""
    single = filter(None, [getattr(term, name) for name in ONE_TERM])
    several = chain.from_iterable([getattr(term, name) for name in SEVERAL_TERMS])
    return (*single, *several, *[contrast.to for contrast in term.contrast])


def references_of(term: Term) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """(field, slug, where) for every term that a term names outside its prose."""
    for name in ONE_TERM:
        if getattr(term, name):
            yield name, getattr(term, name), (name,)
    for name in SEVERAL_TERMS:
        for index, slug in enumerate(getattr(term, name)):
            yield name, slug, (name, index)
    for contrast in term.contrast:
        yield "contrast", contrast.to, ("contrast", contrast.to)


def _instead_of(slug: str, loaded: Loaded) -> str:
    moved = loaded.glossary.redirects.get(slug)
    if moved:
        return f"it was renamed: write '{moved}'"
    otherwise = f"write the term first, as glossary/terms/{slug}.yaml"
    return did_you_mean(slug, loaded.glossary.by_slug, otherwise, limit=3)


def self_references(loaded: Loaded) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        for place, slug, steps in references_of(term) if term.slug in _named_by(term) else ():
            if slug == term.slug:
                yield Problem(
                    path=term.origin.path,
                    line=term.origin.at(*steps),
                    code="self-reference",
                    message=f"'{place}' names the term itself",
                    hint="delete it",
                )


def hierarchy(loaded: Loaded) -> Iterator[Problem]:
    """``broader`` has no circle and at most four levels."""
    by_slug = loaded.glossary.by_slug
    above = {term.slug: term.broader for term in loaded.glossary.terms if term.broader in by_slug}
    for circle in graph.chain_circles(above):
        if len(circle) > 1:  # a term above itself is a self-reference
            way = graph.shown((*circle, circle[0]))
            yield _broader(by_slug[circle[0]], "broader-circle", f"a circle of broader terms: {way}",
                           "cut it at one place")  # fmt: skip
    tops = graph.ends(above)
    for slug in above:
        line = tuple(islice(graph.walk(slug, above), MAX_DEPTH + 1))
        if tops[slug] and len(line) > MAX_DEPTH:
            yield _broader(
                by_slug[slug], "broader-depth",
                f"more than {MAX_DEPTH} levels of broader terms: {graph.shown(line)}",
                "name a term further up, or none",
            )  # fmt: skip


def _broader(term: Term, code: str, message: str, hint: str) -> Problem:
    return Problem(
        path=term.origin.path, line=term.origin.at("broader"), code=code, message=message, hint=hint
    )


def redirects(loaded: Loaded) -> Iterator[Problem]:
    """An old address leads to a live term, in one step or several, and never in a circle."""
    glossary, origin = loaded.glossary, loaded.glossary.redirects_origin
    for old, end in graph.ends(glossary.redirects).items():
        if old in glossary.by_slug:
            yield _redirect(
                origin, old, f"'{old}' is the address of a term", "delete the line or rename the term"
            )
        if not end:
            yield _redirect(origin, old, f"'{old}' leads in a circle", "repoint it to a term")
        elif end not in glossary.by_slug and end not in loaded.unread:
            hint = did_you_mean(end, glossary.by_slug, "repoint it to a term", limit=3)
            yield _redirect(origin, old, f"'{old}' leads to '{end}', which is no term", hint)


def _redirect(origin: Origin, old: str, message: str, hint: str) -> Problem:
    return Problem(path=origin.path, line=origin.at(old), code="redirect", message=message, hint=hint)
