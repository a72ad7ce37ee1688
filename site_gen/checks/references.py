"""Rules on what one record says of another: it must be there, and the whole must make sense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_gen.load import Loaded
from site_gen.model import UNSORTED, Origin, Term
from site_gen.problem import Problem
from site_gen.read import did_you_mean

MAX_DEPTH = 4


def topics(loaded: Loaded) -> Iterator[Problem]:
    known = loaded.glossary.topics_by_id
    for term in loaded.glossary.terms:
        for index, topic in enumerate(term.topics):
            if topic not in known and topic != UNSORTED:
                yield Problem(
                    path=term.origin.path,
                    line=term.origin.at("topics", index),
                    code="unknown-topic",
                    message=f"no topic '{topic}' in topics.yaml",
                    hint=did_you_mean(topic, known, "known topics: " + ", ".join(known)),
                )


def terms(loaded: Loaded) -> Iterator[Problem]:
    """Every slug that a term, a source entry or a path names belongs to a term."""
    for place, slug, origin, steps in _named_terms(loaded):
        yield from _dangling(loaded, place, slug, origin, *steps)


def _named_terms(loaded: Loaded) -> Iterator[tuple[str, str, Origin, tuple[str | int, ...]]]:
    for term in loaded.glossary.terms:
        for place, slug, steps in references_of(term):
            yield place, slug, term.origin, steps
    for source in loaded.glossary.sources:
        for entry in source.entries:
            if entry.term:
                yield f"term of '{entry.name}'", entry.term, entry.origin, ("term",)
    for path in loaded.glossary.paths:
        for stop in path.stops:
            if stop.term:
                yield f"path '{path.id}'", stop.term, stop.origin, ("term",)


def references_of(term: Term) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """(field, slug, where) for every term that a term names outside its prose."""
    for name in ("broader", "replaced_by"):
        if getattr(term, name):
            yield name, getattr(term, name), (name,)
    for name in ("related", "distinct"):
        for index, slug in enumerate(getattr(term, name)):
            yield name, slug, (name, index)
    for contrast in term.contrast:
        yield "contrast", contrast.to, ("contrast", contrast.to)


def _dangling(loaded: Loaded, place: str, slug: str, origin: Origin, *steps: str | int) -> Iterator[Problem]:
    if slug in loaded.glossary.by_slug or slug in loaded.unread:
        return
    moved = loaded.glossary.redirects.get(slug)
    hint = f"it was renamed: write '{moved}'" if moved else did_you_mean(
        slug, loaded.glossary.by_slug, f"write the term first, as glossary/terms/{slug}.yaml"
    )  # fmt: skip
    yield Problem(
        path=origin.path, line=origin.at(*steps), code="unknown-term",
        message=f"{place}: no term '{slug}'", hint=hint,
    )  # fmt: skip


def self_references(loaded: Loaded) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        for place, slug, steps in references_of(term):
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
    for term in loaded.glossary.terms:
        line = _line_upwards(term, by_slug)
        if term.broader == term.slug:
            continue
        if line[-1] == term.slug and len(line) > 1:
            if term.slug == min(line):
                yield _broader(
                    term,
                    "broader-circle",
                    f"a circle of broader terms: {' → '.join(line)}",
                    "cut it at one place",
                )
        elif len(line) > MAX_DEPTH:
            yield _broader(
                term, "broader-depth", f"{len(line)} levels of broader terms: {' → '.join(line)}",
                f"keep to {MAX_DEPTH}",
            )  # fmt: skip


def _line_upwards(term: Term, by_slug: Mapping[str, Term]) -> list[str]:
    """The term and what stands above it; ends at the first slug that comes again."""
    line = [term.slug]
    above = by_slug.get(term.broader)
    while above is not None:
        line.append(above.slug)
        if above.slug in line[:-1]:
            break
        above = by_slug.get(above.broader)
    return line


def _broader(term: Term, code: str, message: str, hint: str) -> Problem:
    return Problem(
        path=term.origin.path, line=term.origin.at("broader"), code=code, message=message, hint=hint
    )


def scenes(loaded: Loaded) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        for contrast in term.contrast:
            line = term.origin.at("contrast", contrast.to)
            if contrast.fits and contrast.fits not in (term.slug, contrast.to):
                yield Problem(
                    path=term.origin.path, line=term.origin.at("contrast", contrast.to, "fits"),
                    code="contrast-scene", message=f"'fits' is '{contrast.fits}', neither of the two",
                    hint=f"write {term.slug} or {contrast.to}",
                )  # fmt: skip
            if bool(contrast.scene) != bool(contrast.fits):
                yield Problem(
                    path=term.origin.path, line=line, code="contrast-scene",
                    message="'scene' and 'fits' belong together, and one is missing",
                    hint="add it, or delete both",
                )  # fmt: skip
            other = loaded.glossary.by_slug.get(contrast.to)
            twice = other and any(back.to == term.slug for back in other.contrast)
            if other and twice and term.slug < other.slug:
                yield Problem(
                    path=term.origin.path, line=line, code="contrast-twice",
                    message=f"the contrast with '{other.slug}' is written in both files",
                    hint="keep one; it is shown on both pages",
                )  # fmt: skip


def stops(loaded: Loaded) -> Iterator[Problem]:
    for path in loaded.glossary.paths:
        for stop in path.stops:
            if sum(map(bool, (stop.term, stop.link, stop.task))) != 1:
                yield Problem(
                    path=stop.origin.path, line=stop.origin.line, code="path-stop",
                    message="a stop has one of 'term', 'link' and 'task'", hint="keep one, split the rest",
                )  # fmt: skip
            target = loaded.glossary.by_slug.get(stop.term)
            if target and target.status == "deprecated":
                yield Problem(
                    path=stop.origin.path, line=stop.origin.at("term"), code="path-stop",
                    message=f"'{stop.term}' is deprecated",
                    hint=f"use '{target.replaced_by}'" if target.replaced_by else "take it out",
                )  # fmt: skip


def redirects(loaded: Loaded) -> Iterator[Problem]:
    """An old address leads to a live term, in one step or several, and never back."""
    glossary, origin = loaded.glossary, loaded.glossary.redirects_origin
    for old, new in glossary.redirects.items():
        if old in glossary.by_slug:
            yield _redirect(
                origin, old, f"'{old}' is the address of a term", "delete the line or rename the term"
            )
        seen = {old}
        while new in glossary.redirects and new not in seen:
            seen.add(new)
            new = glossary.redirects[new]
        if new in seen:
            yield _redirect(origin, old, f"'{old}' leads back to itself", "repoint it to a term")
        elif new not in glossary.by_slug and new not in loaded.unread:
            hint = did_you_mean(new, glossary.by_slug, "repoint it to a term")
            yield _redirect(origin, old, f"'{old}' leads to '{new}', which is no term", hint)


def _redirect(origin: Origin, old: str, message: str, hint: str) -> Problem:
    return Problem(path=origin.path, line=origin.at(old), code="redirect", message=message, hint=hint)
