"""Rules on the English of the terms, for sites that say which one they write (``english`` in mkdocs.yml).

Names of terms are not judged, also where a text mentions them; nor is what people type or say in other
languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from site_gen.checks.corpus import Corpus
from site_gen.checks.english import Correction
from site_gen.checks.english.commas import missing_commas
from site_gen.checks.english.numbers import house_forms, other_numbers
from site_gen.checks.english.words import STIFF, Judged, other_words
from site_gen.checks.rules.style import style
from site_gen.model.problem import Problem
from site_gen.model.records import Term
from site_gen.model.schema import MARKDOWN, PROSE
from site_gen.text.markdown import running_text
from site_gen.text.mentions import find, lexicon


class Text(NamedTuple):
    """One text of a term; ``place`` leads to its line."""

    field: str
    place: tuple[str, ...]
    text: str


def texts(term: Term) -> Iterator[Text]:
    """What readers read of a term, without names, code and addresses of links."""
    for field in PROSE:
        for channel, text in term.texts(field).items():
            yield Text(field, (field, channel), running_text(text) if field in MARKDOWN else text)
    for one in term.contrast:
        for text in (one.difference, *one.scenes.values()):
            yield Text("contrast", ("contrast", one.to), text)
    if term.metric:
        for part in ("parts", "edges"):
            for name, text in getattr(term.metric, part).items():
                yield Text("metric", ("metric", part, name), text)


def words_of_the_other_english(loaded: Corpus) -> Iterator[Problem]:
    """Words of the other English, such as British ones where American is written."""
    yield from _word_problems(loaded, "other-english", lambda found: found.why != STIFF)


def stiff_words(loaded: Corpus) -> Iterator[Problem]:
    """What is said in neither English at a desk, and turns that only announce what comes."""
    yield from _word_problems(loaded, "stiff-wording", lambda found: found.why == STIFF)


def number_forms(loaded: Corpus) -> Iterator[Problem]:
    """Numbers in one form each: "45%", "3 p.m.", "$15"."""
    english = _judged(loaded)
    if english:
        house = house_forms(one.text for term in loaded.glossary.terms for one in texts(term))
        yield from _problems(loaded, "number-form", lambda text: other_numbers(text, english, house))


def serial_commas(loaded: Corpus) -> Iterator[Problem]:
    """American English has a comma before the last item of a list."""
    if _judged(loaded) == "american":
        yield from _problems(loaded, "serial-comma", missing_commas)


def _judged(corpus: Corpus) -> Judged | None:
    english = corpus.site.english
    return None if english == "any" else english


def _word_problems(corpus: Corpus, code: str, wanted: Callable[[Correction], bool]) -> Iterator[Problem]:
    english = _judged(corpus)
    if english:
        names = lexicon(corpus.glossary.terms)

        def found_in(text: str) -> Iterable[Correction]:
            found = [one for one in other_words(text, english) if wanted(one)]
            mentions = find(text, names) if found else ()
            return (one for one in found if not any(m.start <= one.start < m.end for m in mentions))

        yield from _problems(corpus, code, found_in)


def _problems(corpus: Corpus, code: str, find_in: Callable[[str], Iterable[Correction]]) -> Iterator[Problem]:
    """One problem for each finding of a text; the same words of one place are told once."""
    for term in corpus.glossary.terms:
        told: Mapping[tuple[object, ...], tuple[Text, Correction]] = {
            (one.place, found.found.lower()): (one, found)
            for one in texts(term)
            for found in find_in(one.text)
        }
        for one, found in told.values():
            hint = f"write '{found.instead}'" if found.instead else "leave it out and say what it is"
            message = f"'{found.found}' in '{one.field}' {found.why}"
            yield from style(term, one.field, code, message, hint, place=one.place)
