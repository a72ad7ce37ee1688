"""What of a glossary the readers of one site may see: a public site has no trace of internal terms."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import Any

from site_gen.model.records import Glossary, Path, Site, Source, Stop, Term
from site_gen.model.schema import ONE_TERM, SEVERAL_TERMS


def hidden_terms(glossary: Glossary, site: Site) -> frozenset[str]:
    """The slugs of the terms that a site does not show."""
    internal = (term.slug for term in glossary.terms if term.audience == "internal")
    return frozenset(internal) if site.audience == "public" else frozenset()


def visible(glossary: Glossary, site: Site) -> Glossary:
    """The glossary without the terms that this site hides, and without what others say of them."""
    hidden = hidden_terms(glossary, site)
    if not hidden:
        return glossary
    return replace(
        glossary,
        terms=tuple(_term(term, hidden) for term in glossary.terms if term.slug not in hidden),
        sources=tuple(_source(source, hidden) for source in glossary.sources),
        paths=tuple(_path(path, hidden) for path in glossary.paths),
        redirects={old: new for old, new in glossary.redirects.items() if new not in hidden},
    )


def _term(term: Term, hidden: Container[str]) -> Term:
    kept: dict[str, Any] = {
        **{name: "" for name in ONE_TERM if getattr(term, name) in hidden},
        **{name: tuple(slug for slug in getattr(term, name) if slug not in hidden) for name in SEVERAL_TERMS},
        "contrast": tuple(contrast for contrast in term.contrast if contrast.to not in hidden),
    }
    return replace(term, **kept)


def _source(source: Source, hidden: Container[str]) -> Source:
    return replace(source, entries=tuple(entry for entry in source.entries if entry.term not in hidden))


def _path(path: Path, hidden: Container[str]) -> Path:
    return replace(
        path,
        stops=tuple(_stop(stop, hidden) for stop in path.stops if stop.term not in hidden),
        terms=tuple(slug for slug in path.terms if slug not in hidden),
        drops=tuple(key for key in path.drops if key not in hidden),
    )


def _stop(stop: Stop, hidden: Container[str]) -> Stop:
    return replace(
        stop,
        after="" if stop.after in hidden else stop.after,
        before="" if stop.before in hidden else stop.before,
    )
