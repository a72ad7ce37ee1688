"""Rules on the English of the terms, for sites that say which one they write (``english`` in mkdocs.yml).

Names of terms are not judged, also where a text mentions them; nor is what people type or say in other
languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from site_gen.checks.corpus import Corpus
from site_gen.checks.english import Correction
from site_gen.checks.english.commas import missing_commas
from site_gen.checks.english.numbers import house_forms, other_numbers
from site_gen.checks.english.words import Judged, other_words, stiff_words
from site_gen.checks.rules.style import style
from site_gen.checks.texts import Text
from site_gen.model.problem import Problem
from site_gen.text.mentions import find, lexicon

Finder = Callable[[str], Iterable[Correction]]


def words_of_the_other_english(loaded: Corpus) -> Iterator[Problem]:
    """Words of the other English, such as British ones where American is written."""
    english = _judged(loaded)
    if english:
        finder = _kept(loaded, "other-english", lambda text: other_words(text, english), english)
        yield from _problems(loaded, "other-english", _without_names(loaded, finder))


def stiff_wording(loaded: Corpus) -> Iterator[Problem]:
    """What is said in neither English at a desk, and turns that only announce what comes."""
    if _judged(loaded):
        finder = _kept(loaded, "stiff-wording", stiff_words)
        yield from _problems(loaded, "stiff-wording", _without_names(loaded, finder))


def number_forms(loaded: Corpus) -> Iterator[Problem]:
    """Numbers in one form each: "45%", "3 p.m.", "$15"."""
    english = _judged(loaded)
    if english:
        house = house_forms(one.text for texts in loaded.texts.values() for one in texts)
        finder = _kept(
            loaded, "number-form", lambda text: other_numbers(text, english, house), english, house
        )
        yield from _problems(loaded, "number-form", finder)


def serial_commas(loaded: Corpus) -> Iterator[Problem]:
    """American English has a comma before the last item of a list."""
    if _judged(loaded) == "american":
        yield from _problems(loaded, "serial-comma", _kept(loaded, "serial-comma", missing_commas))


def _judged(corpus: Corpus) -> Judged | None:
    english = corpus.site.english
    return None if english == "any" else english


def _kept(corpus: Corpus, code: str, finder: Finder, *settings: object) -> Finder:
    """The finder, which looks at a text once for each choice of the ``settings`` that it looks by."""
    return lambda text: corpus.memo.made(code, text, settings, lambda: tuple(finder(text)))


def _without_names(corpus: Corpus, finder: Finder) -> Finder:
    """A finder that passes over names of terms; these are looked for only where something was found."""
    names = cache(lambda: lexicon(corpus.named or corpus.glossary.terms))

    def found_in(text: str) -> Iterator[Correction]:
        found = list(finder(text))
        mentions = find(text, names()) if found else ()
        for one in found:
            if not any(name.start <= one.start < name.end for name in mentions):
                yield one

    return found_in


def _problems(corpus: Corpus, code: str, finder: Finder) -> Iterator[Problem]:
    """One problem for each finding of a text; the same words of one place are told once."""
    for term in corpus.glossary.terms:
        told: dict[tuple[object, ...], tuple[Text, Correction]] = {
            (one.place, found.found.lower()): (one, found)
            for one in corpus.texts[term.slug]
            for found in finder(one.text)
        }
        for one, found in told.values():
            hint = f"write '{found.instead}'" if found.instead else "leave it out and say what it is"
            message = f"'{found.found}' in '{one.field}' {found.why}"
            yield from style(term, one.field, code, message, hint, place=one.place)
