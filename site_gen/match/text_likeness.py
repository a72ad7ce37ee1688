"""The similarity of texts, as evidence for or against two names being one concept.

Similar texts alone never make two names one: the five most similar texts of the field define five different
times. They only confirm that two names are alike, or raise a doubt about it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from site_gen.language.common_words import COMMON, MEASURING
from site_gen.match.family import root
from site_gen.match.field import FIELDS, Field
from site_gen.model.names import fold

_PRIOR_TEXTS = 150  # an imagined glossary of the field, counted together with the texts at hand
_PRIOR_SHARE = 0.12  # the share of its texts that use each everyday word of the field
_FEW = 3  # words, the fewest to judge by


@lru_cache(maxsize=FIELDS)
def _common(field: Field) -> frozenset[str]:
    return _roots(COMMON, field)


@lru_cache(maxsize=FIELDS)
def _measuring(field: Field) -> frozenset[str]:
    return _roots(MEASURING, field)


def _roots(words: Iterable[str], field: Field) -> frozenset[str]:
    return frozenset(root(field.stem(word), field) for word in words)


@lru_cache(maxsize=1 << 15)
def content(text: str, field: Field) -> frozenset[str]:
    """The roots of the words that a text is about."""
    return _roots((word for word in fold(text).split() if len(word) > 1), field) - _common(field)


def speaks_of_a_figure(text: frozenset[str], field: Field) -> bool:
    """Whether a text, given by its content words, defines a figure such as a rate or a time."""
    return bool(text & _measuring(field))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How many texts of the glossary use each word; rare words weigh more.

    ``usual`` are the roots of the words that the field takes to be usual.
    """

    texts: int
    held_by: Mapping[str, int]
    usual: frozenset[str]

    def weight(self, word: str, *, besides: int = 0) -> float:
        """From 0 (every text has the word) to about 1 (none has); ``besides`` texts with it do not count."""
        held = (
            max(0, self.held_by.get(word, 0) - besides) + (word in self.usual) * _PRIOR_TEXTS * _PRIOR_SHARE
        )
        every = self.texts + _PRIOR_TEXTS + 1
        return math.log(every / (held + 0.5)) / math.log(every)

    def oddness(self, text: frozenset[str], known: frozenset[str], *, besides: int = 0) -> float:
        """How unusual a text is for the glossary and for the ``known`` words of the concept: 0 usual, 1 odd.

        Also 0 where the text is too short to judge.
        """
        if len(text) < _FEW:
            return 0.0
        return sum(self.weight(word, besides=besides) for word in text - known) / (len(text) + 1)

    def share(self, text: frozenset[str], known: frozenset[str]) -> float:
        """The share of a text's words, by weight, that are ``known``; 0 to 1."""
        return self._sum(text & known) / (self._sum(text) or 1)

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The weight of the common words as a share of the text of lower weight; 0 to 1."""
        if min(len(one), len(other)) < _FEW or len(one & other) < _FEW:
            return 0.0
        return self._sum(one & other) / min(self._sum(one), self._sum(other))

    def _sum(self, words: Iterable[str]) -> float:
        return sum(map(self.weight, words))


def vocabulary(texts: Iterable[frozenset[str]], field: Field) -> Vocabulary:
    """The word counts of texts, each given by its content words."""
    held_by: Counter[str] = Counter()
    count = 0
    for text in texts:
        held_by.update(text)
        count += bool(text)
    return Vocabulary(count, held_by, _roots(field.usual, field))
