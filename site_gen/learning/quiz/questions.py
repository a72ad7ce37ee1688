"""Every question that a quiz may ask, made once from the corpus; a quiz is a choice among them.

A question keeps all its wrong answers, of which a quiz shows three: so whatever is shown has been checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_gen.learning.quiz.masking import GAP, without_names_of, without_words_of
from site_gen.learning.quiz.number_questions import Sum, sums
from site_gen.learning.quiz.wrong_answers import Rivals, asked
from site_gen.model import names
from site_gen.model.records import Contrast, Glossary, Term
from site_gen.model.relations import Relations
from site_gen.text.links import Links

SHOWN = 3  # wrong answers beside the right one
_TOLD = 4  # words that a definition must still have


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Which term is this? ``text`` is its definition without its own words."""

    term: Term
    text: str
    wrong: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """What does this abbreviation stand for? ``label`` is the name of the term that it shortens."""

    term: Term
    short: str
    label: str
    wrong: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Which of two confusable terms fits? ``text`` is the scene without the names of either."""

    left: Term
    right: Term
    fits: Term
    contrast: Contrast
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compute:
    """What is the metric with these numbers?"""

    term: Term
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """All questions of a glossary, each kind in the order of the terms."""

    meanings: tuple[Meaning, ...]
    shorts: tuple[Short, ...]
    scenes: tuple[Scene, ...]
    computes: tuple[Compute, ...]


def bank(glossary: Glossary, relations: Relations, links: Links, texts: Mapping[str, str]) -> Bank:
    """Every question; ``texts`` are the definitions without the words of their own names (``masked``)."""
    rivals = Rivals(glossary, relations, links)
    wrong = {term.slug: rivals.of(term) for term in rivals.terms}
    return Bank(
        meanings=tuple(
            Meaning(term=term, text=texts[term.slug], wrong=wrong[term.slug])
            for term in rivals.terms
            if len(wrong[term.slug]) >= SHOWN and _tells_enough(texts[term.slug])
        ),
        shorts=tuple(short for term in rivals.terms for short in _shorts(term, rivals)),
        scenes=tuple(scene for term in rivals.terms for scene in _scenes(term, glossary)),
        computes=tuple(
            Compute(term=term, sums=found) for term in rivals.terms if term.metric and (found := sums(term))
        ),
    )


def masked(glossary: Glossary) -> Mapping[str, str]:
    """The definitions of what may be asked about, without the words of the term's own names, by slug."""
    return {term.slug: without_words_of(term, term.definition) for term in glossary.terms if asked(term)}


def _tells_enough(text: str) -> bool:
    return len(text.replace(GAP, " ").split()) >= _TOLD


def _shorts(term: Term, rivals: Rivals) -> Iterator[Short]:
    """One question an abbreviation; none for one that several terms share, since each would be right."""
    for short in term.abbreviations:
        wrong = rivals.of_short(term, short)
        if wrong is not None and len(wrong) >= SHOWN:
            yield Short(term=term, short=short, label=spelled_out(term, short), wrong=wrong)


def spelled_out(term: Term, short: str) -> str:
    """The name with these first letters, else the preferred one ("ACW" is after-call work)."""
    labels = (term.name, *term.aliases)
    return next((label for label in labels if names.initials(label) == short.upper()), term.title)


def _scenes(term: Term, glossary: Glossary) -> Iterator[Scene]:
    for contrast in term.contrast:
        other = glossary.by_slug.get(contrast.to)
        if other is None or not asked(other):
            continue
        for fits in (term, other):
            if scene := contrast.scenes.get(fits.slug):
                text = without_names_of((term, other), scene)
                yield Scene(left=term, right=other, fits=fits, contrast=contrast, text=text)
