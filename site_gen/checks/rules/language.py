"""Rules on plain language: a definition is read once, mid-call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.checks.rules.style import style
from site_gen.corpus.load import Loaded
from site_gen.model.problem import Problem
from site_gen.text import readability

MAX_GRADE = 12  # years of school in the United States
MAX_WORDS = 30  # in one sentence

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def reading_grade(loaded: Loaded) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        grade = readability.grade(term.definition, loaded.glossary.language)
        if grade > MAX_GRADE:
            yield from style(
                term,
                "definition",
                "reading-grade",
                f"the definition reads at grade {grade:g}, at most {MAX_GRADE} is easy enough mid-call",
                "use shorter words and sentences",
            )


def long_sentences(loaded: Loaded) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        words = max((len(sentence.split()) for sentence in _SENTENCE.split(term.definition)), default=0)
        if words > MAX_WORDS:
            yield from style(
                term,
                "definition",
                "long-sentence",
                f"a sentence of the definition has {words} words, at most {MAX_WORDS} are read in one go",
                "make two sentences of it",
            )
