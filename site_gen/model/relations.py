"""Relations between terms: editors write them in one direction, readers see them in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_gen.model import names
from site_gen.model.records import LEVELS, Contrast, Glossary, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """Inverses by slug; only terms that are there are named."""

    narrower: Mapping[str, tuple[Term, ...]]
    related: Mapping[str, tuple[Term, ...]]
    contrasts: Mapping[str, tuple[tuple[Term, Contrast], ...]]  # (the other term, what was written)


def relations(glossary: Glossary) -> Relations:
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
    for term in glossary.terms:  # what others wrote comes after what the term's own file says
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
    """Terms as a reader expects them in a list: by name, whatever its case or accents."""
    return tuple(sorted(terms, key=lambda term: (names.fold(term.name), term.slug)))


def by_level(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms in reading order: what week one needs first, then by name."""
    return tuple(sorted(terms, key=lambda term: (LEVELS.index(term.level), names.fold(term.name), term.slug)))


def ancestors(term: Term, glossary: Glossary) -> tuple[Term, ...]:
    """What stands above a term, the widest first."""
    line: list[Term] = []
    above = glossary.by_slug.get(term.broader)
    while above is not None and above not in line:
        line.append(above)
        above = glossary.by_slug.get(above.broader)
    return tuple(reversed(line))


def current(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms that lists and paths show; a deprecated one keeps its page only."""
    return tuple([term for term in terms if term.status != "deprecated"])  # lists of each term are asked for
