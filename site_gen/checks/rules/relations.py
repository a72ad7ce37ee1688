"""Rules on pairs of terms: what is said of a pair is said once, whole, and where readers find it."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.corpus.load import Loaded
from site_gen.model.problem import Problem
from site_gen.model.records import Term
from site_gen.model.schema import SEVERAL_TERMS


def scenes(loaded: Loaded) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        for contrast in term.contrast:
            line = term.origin.at("contrast", contrast.to)
            there = contrast.to in loaded.glossary.by_slug or contrast.to in loaded.unread  # else misspelt
            if contrast.fits and there and contrast.fits not in (term.slug, contrast.to):
                yield Problem(
                    path=term.origin.path, line=term.origin.at("contrast", contrast.to, "fits"),
                    code="contrast-scene", message=f"'fits' is '{contrast.fits}', neither of the two",
                    hint=f"write {term.slug} or {contrast.to}",
                )  # fmt: skip
            if len(contrast.scenes) == 1 and not (contrast.scene and contrast.fits):
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


def said_twice(loaded: Loaded) -> Iterator[Problem]:
    """Relations are written in one of the two files and shown on both pages."""
    by_slug = loaded.glossary.by_slug
    for term in loaded.glossary.terms:
        for name in SEVERAL_TERMS:
            for index, slug in enumerate(getattr(term, name)):
                other = by_slug.get(slug) if term.slug < slug else None
                if other and term.slug in getattr(other, name):
                    yield _twice(
                        term, name, index, f"'{name}' is written in both files", "keep one of the two"
                    )
        if not term.distinct:
            continue
        ruled = {term.broader, *term.related, *(contrast.to for contrast in term.contrast)}
        for index, slug in enumerate(term.distinct):
            if slug in ruled:
                yield _twice(
                    term,
                    "distinct",
                    index,
                    f"'{slug}' is kept apart by another field already",
                    "delete it here",
                )


def _twice(term: Term, name: str, index: int, message: str, hint: str) -> Problem:
    return Problem(
        path=term.origin.path, line=term.origin.at(name, index), code="relation-twice",
        message=message, hint=hint, severity="warning",
    )  # fmt: skip
