"""Every question that a quiz may ask, made once from the corpus; a quiz is a choice among them.

A question keeps all its wrong answers, of which a quiz shows three: so whatever is shown has been checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from site_gen.learning.quiz.expansions import Expansions
from site_gen.learning.quiz.likeness import much_the_same
from site_gen.learning.quiz.masking import (
    GAP,
    JOINING,
    Masked,
    is_form,
    masked_text,
    one_family,
    stems_of_name,
    without_names_of,
)
from site_gen.learning.quiz.number_questions import Sum, sums
from site_gen.learning.quiz.wrong_answers import SHOWN, Rivals, asked
from site_gen.model import names
from site_gen.model.records import Contrast, Glossary, Term
from site_gen.model.relations import Relations
from site_gen.text.links import Links
from site_gen.text.words import words_of

_COMMON = 3  # names that have a word which tells little by itself (ticket, customer, call)
_FITTING = 2  # wrong answers that a gap must fit, too
_TOLD = 4  # words that a definition must still have


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Which term is this? ``text`` is its definition without its own words."""

    term: Term
    text: str
    wrong: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Define:
    """What does this term mean? Its definition and those of ``wrong`` are shown whole.

    A word of its own name that its definition has stands in all of them.
    """

    term: Term
    wrong: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """What does this abbreviation stand for? ``label`` is what it does; ``wrong`` has the same letters."""

    term: Term
    short: str
    label: str
    wrong: tuple[str, ...]


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
    defines: tuple[Define, ...]
    shorts: tuple[Short, ...]
    scenes: tuple[Scene, ...]
    computes: tuple[Compute, ...]


def bank(
    glossary: Glossary,
    relations: Relations,
    links: Links,
    texts: Mapping[str, Masked],
    ways: Iterable[Collection[str]] = (),
) -> Bank:
    """Every question; ``texts`` are the definitions without the words of their own names (``masked``).

    ``ways`` are the slugs of each path: all of them are a wrong answer there, where one can be found for it.
    A text whose gap only the right name fits is asked where its term has no other question on a path.
    """
    rivals = Rivals(glossary, relations, links)
    expansions = Expansions(rivals.terms, glossary.terms)
    defines = tuple(
        Define(term=term, wrong=wrong)
        for term in rivals.terms
        if len(wrong := _wrong_meanings(term, texts[term.slug], rivals)) >= SHOWN
    )
    shorts = tuple(short for term in rivals.terms for short in _shorts(term, rivals, expansions))
    scenes = tuple(scene for term in rivals.terms for scene in _scenes(term, glossary))
    computes = tuple(
        Compute(term=term, sums=found) for term in rivals.terms if term.metric and (found := sums(term))
    )
    paths = tuple(map(frozenset, ways))
    asking: tuple[Define | Short | Compute, ...] = (*defines, *shorts, *computes)
    others = {one.term.slug for one in asking} | {one.fits.slug for one in scenes}
    meanings = [
        Meaning(term=term, text=text.text, wrong=wrong)
        for term in rivals.terms
        if offered(text := texts[term.slug])
        and len(wrong := _wrong_names(term, text, rivals, relations)) >= SHOWN
        and (
            _others_fit(term, text, wrong, rivals)
            or (term.slug not in others and (not paths or any(term.slug in path for path in paths)))
        )
    ]
    for path in paths:
        meanings = list(_all_wrong_once(meanings, defines, scenes, path, rivals, texts))
    return Bank(meanings=tuple(meanings), defines=defines, shorts=shorts, scenes=scenes, computes=computes)


def _others_fit(term: Term, text: Masked, wrong: Collection[Term], rivals: Rivals) -> bool:
    """Whether no word of the name that is hidden, or has stayed, tells the right answer by itself."""
    name = rivals.names[term.slug]
    hidden, left = text.hidden & name, {word.stem for word in words_of(text.text)} & name - JOINING
    fits_gap = sum(not hidden.isdisjoint(rivals.names[one.slug]) for one in wrong)
    fits_rest = sum(left <= rivals.names[one.slug] for one in wrong)
    return (not hidden or fits_gap >= _FITTING) and (not left or fits_rest >= _FITTING)


def _all_wrong_once(
    meanings: Collection[Meaning],
    defines: Iterable[Define],
    scenes: Iterable[Scene],
    way: Set[str],
    rivals: Rivals,
    texts: Mapping[str, Masked],
) -> Iterator[Meaning]:
    """The questions, with one more wrong answer in some, so that no term of a path is only right."""
    asked: tuple[Meaning | Define, ...] = (*meanings, *defines)
    wrong = {other.slug for one in asked if one.term.slug in way for other in one.wrong}
    wrong.update(
        one.slug
        for scene in scenes
        if scene.fits.slug in way
        for one in (scene.left, scene.right)
        if one is not scene.fits
    )
    of_way = {one.term.slug: one.term for one in meanings if one.term.slug in way}
    free = {slug: term for slug, term in of_way.items() if not texts[slug].plain}
    added: dict[str, Term] = {}
    for slug in sorted(way - wrong):
        if (term := rivals.by_slug.get(slug)) is None:
            continue
        beside = next((other.slug for other in rivals.nearest(term, free.values()) if other is not term), "")
        if free.pop(beside, None):
            added[beside] = term
    for one in meanings:
        more = added.get(one.term.slug)
        yield replace(one, wrong=(*one.wrong, more)) if more else one


def masked(glossary: Glossary) -> Mapping[str, Masked]:
    """The definitions of what may be asked about, without the words of the term's own names, by slug.

    Where such a text reads as broken, words stay that many names have: they tell little by themselves.
    """
    terms = [term for term in glossary.terms if asked(term)]
    counts = Counter(stem for term in terms for stem in stems_of_name(term))
    common = frozenset(stem for stem, count in counts.items() if count >= _COMMON)
    return {term.slug: _masked(term, common) for term in terms}


def _masked(term: Term, common: frozenset[str]) -> Masked:
    text = masked_text(term, term.definition)
    if offered(text):
        return text
    own = stems_of_name(term)
    plain = frozenset(stem for stem in common if is_form(stem, own))
    plainer = masked_text(term, term.definition, plain)
    return plainer if offered(plainer) else text


def offered(text: Masked) -> bool:
    """Whether a text with gaps can be read, and still tells enough to go by."""
    return text.reads and len(text.text.replace(GAP, " ").split()) >= _TOLD


def _wrong_names(term: Term, text: Masked, rivals: Rivals, relations: Relations) -> tuple[Term, ...]:
    """Wrong answers to the text: where a gap hides a word of the name, names that have it, too."""
    told = {other.slug: contrast.difference for other, contrast in relations.contrasts.get(term.slug, ())}

    def fits(other: Term) -> bool:
        return other.slug not in told or _is_told(other, text, told[other.slug])

    def shares(other: Term, stems: Set[str]) -> bool:
        is_other = other.slug in told or not much_the_same(other, term)
        return is_other and not stems.isdisjoint(rivals.names[other.slug])

    if text.plain:
        return rivals.of(term, lambda other: fits(other) and shares(other, text.plain))
    if own := text.hidden & rivals.names[term.slug]:
        alike = rivals.of(term, lambda other: fits(other) and (other.slug in told or shares(other, own)))
        if sum(shares(other, own) for other in alike) >= SHOWN:
            return alike
    return rivals.of(term, fits)


def _is_told(other: Term, text: Masked, difference: str) -> bool:
    """Whether the difference between a wrong answer and the right one does not rest on a word that is hidden.

    A word that both names have tells nothing.
    """
    telling = text.hidden.difference(word.stem for word in words_of(other.name))
    return telling.isdisjoint(word.stem for word in words_of(difference))


def _wrong_meanings(term: Term, text: Masked, rivals: Rivals) -> tuple[Term, ...]:
    """Terms whose definitions have each word of the name that the right one has, which else shows it."""
    name = rivals.names[term.slug]
    left = {stem for stem in rivals.said[term.slug] if any(one_family(stem, one) for one in name)}
    own = (text.hidden | left) - JOINING

    def fits(other: Term) -> bool:
        said = rivals.said[other.slug]
        if not all(stem in said or any(one_family(stem, one) for one in said) for stem in own):
            return False
        return not own or not much_the_same(other, term)  # the slower question last

    return rivals.of(term, fits, only_near=True)


def _shorts(term: Term, rivals: Rivals, expansions: Expansions) -> Iterator[Short]:
    """One question an abbreviation whose letters begin the words of a name of the term.

    None for one that several terms share, since each would be right.
    """
    for short in term.abbreviations:
        label = spelled_out(term, short)
        if names.initials(label) == short.upper() and rivals.only_one_has(term, short):
            wrong = expansions.beside(short, label)
            if len(wrong) >= SHOWN:
                yield Short(term=term, short=short, label=label, wrong=wrong)


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
