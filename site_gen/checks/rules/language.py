"""Rules on plain language: a definition is read once, mid-call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.checks.rules.style import style
from site_gen.corpus.load import Loaded
from site_gen.model.problem import Problem
from site_gen.text import readability

MAX_WORDS = 30  # in one sentence

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def reading_grade(loaded: Loaded) -> Iterator[Problem]:
    for term in loaded.glossary.terms:
        found = readability.reading(term.definition, loaded.glossary.language)
        if found and found.is_hard:
            yield from style(
                term,
                "definition",
                "reading-grade",
                f"the definition reads at {_told(found)} is easy enough mid-call",
                "use shorter words and sentences",
            )


def _told(found: readability.Reading) -> str:
    """What was found and what is expected: "grade 14.2, at most 12", "38.5 (Gulpease), at least 40"."""
    scale = found.scale
    limit = f"at {'least' if scale.is_ease else 'most'} {scale.limit:g}"
    return f"{found.value:g} ({scale.name}), {limit}" if scale.name else f"grade {found.value:g}, {limit}"


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
