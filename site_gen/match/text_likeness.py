"""What the text of an entry is about: evidence for or against two names being one concept.

Texts never make two names one by themselves (the five most alike texts in the field define five different
times); they confirm a likeness of names, or raise a doubt about it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from site_gen.match.family import root
from site_gen.match.wordlists import COMMON, FIELD, MEASURING
from site_gen.model.names import fold, stem

_COMMON = {root(stem(word)) for word in COMMON}
_FIELD = {root(stem(word)) for word in FIELD}
_MEASURING = {root(stem(word)) for word in MEASURING}
_PRIOR_TEXTS = 150  # a glossary of the field, imagined behind the texts at hand
_PRIOR_SHARE = 0.12  # of them hold each everyday word of the field
_FEW = 3  # words to judge by


@lru_cache(maxsize=1 << 15)
def content(text: str) -> frozenset[str]:
    """The roots of the words that a text is about."""
    roots = {root(stem(word)) for word in fold(text).split() if len(word) > 1}
    return frozenset(roots - _COMMON)


def speaks_of_a_figure(text: frozenset[str]) -> bool:
    return bool(text & _MEASURING)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How many texts of the glossary hold each word, so that rare words weigh more."""

    texts: int
    held_by: Mapping[str, int]

    def weight(self, word: str, *, besides: int = 0) -> float:
        """0 (in every text) to about 1 (in none); ``besides`` texts with the word do not count."""
        held = max(0, self.held_by.get(word, 0) - besides) + (word in _FIELD) * _PRIOR_TEXTS * _PRIOR_SHARE
        every = self.texts + _PRIOR_TEXTS + 1
        return math.log(every / (held + 0.5)) / math.log(every)

    def oddness(self, text: frozenset[str], known: frozenset[str], *, besides: int = 0) -> float:
        """How foreign a text is to the glossary and to what is known of the concept: 0 at home, 1 foreign.

        0 as well where the text is too short to judge by.
        """
        if len(text) < _FEW:
            return 0.0
        return sum(self.weight(word, besides=besides) for word in text - known) / (len(text) + 1)

    def share(self, text: frozenset[str], known: frozenset[str]) -> float:
        """How much of a text, by weight, is in what is known; 0 to 1."""
        return self._sum(text & known) / (self._sum(text) or 1)

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The share of the shorter text, by weight, that both texts hold; 0 to 1."""
        if min(len(one), len(other)) < _FEW or len(one & other) < _FEW:
            return 0.0
        return self._sum(one & other) / min(self._sum(one), self._sum(other))

    def _sum(self, words: Iterable[str]) -> float:
        return sum(map(self.weight, words))


def vocabulary(texts: Iterable[frozenset[str]]) -> Vocabulary:
    held_by: Counter[str] = Counter()
    count = 0
    for text in texts:
        held_by.update(text)
        count += bool(text)
    return Vocabulary(count, held_by)
