"""Relations between terms: editors write them in one direction, readers see them in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_gen.model import names
from site_gen.model.records import LEVELS, Contrast, Glossary, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The relations of each term in both directions, by slug; relations to missing terms are left out."""

    narrower: Mapping[str, tuple[Term, ...]]
    related: Mapping[str, tuple[Term, ...]]
    contrasts: Mapping[str, tuple[tuple[Term, Contrast], ...]]  # (the other term, the contrast)


def relations(glossary: Glossary) -> Relations:
    """The relations of all terms of a glossary, in both directions.

    ``related`` has the terms that the term itself names first, then those that name it. ``narrower`` is in
    alphabetical order. A pair with a contrast stands under both slugs.
    """
    by_slug = glossary.by_slug
    narrower: dict[str, list[Term]] = defaultdict(list)
    related: dict[str, dict[str, Term]] = defaultdict(dict)
    contrasts: dict[str, list[tuple[Term, Contrast]]] = defaultdict(list)
    for term in glossary.terms:
        if term.broader in by_slug:
            narrower[term.broader].append(term)
        for slug in term.related:
            if slug in by_slug:
                related[term.slug][slug] = by_slug[slug]
    # Relations from the file of the term itself come first, those from files of other terms after them.
    for term in glossary.terms:
        for slug in term.related:
            if slug in by_slug:
                related[slug].setdefault(term.slug, term)
        for contrast in term.contrast:
            if contrast.to in by_slug:
                contrasts[term.slug].append((by_slug[contrast.to], contrast))
                contrasts[contrast.to].append((term, contrast))
    return Relations(
        narrower={slug: alphabetical(terms) for slug, terms in narrower.items()},
        related={slug: tuple(terms.values()) for slug, terms in related.items()},
        contrasts={slug: tuple(pairs) for slug, pairs in contrasts.items()},
    )


def alphabetical(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms sorted by name as readers expect in a list: case and accents are ignored."""
    return tuple(sorted(terms, key=lambda term: (names.fold(term.name), term.slug)))


def by_level(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms sorted by level (those needed in the first week come first), then by name."""
    return tuple(sorted(terms, key=lambda term: (LEVELS.index(term.level), names.fold(term.name), term.slug)))


def ancestors(term: Term, glossary: Glossary) -> tuple[Term, ...]:
    """The broader terms of a term, the widest first; a circle of broader terms is cut, not followed."""
    line: list[Term] = []
    above = glossary.by_slug.get(term.broader)
    while above is not None and above not in line:
        line.append(above)
        above = glossary.by_slug.get(above.broader)
    return tuple(reversed(line))


def current(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms that lists and paths show: all but the deprecated ones, which only have a page."""
    return tuple(term for term in terms if term.status != "deprecated")
