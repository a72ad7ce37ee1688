"""How hard a text is to read: the Flesch-Kincaid grade level.

J. P. Kincaid and others, "Derivation of New Readability Formulas", 1975 (Research Branch Report 8-75):
0.39 x words per sentence + 11.8 x syllables per word - 15.59, in years of school in the United States. The
number of syllables of a word is the number of places where a hyphenation dictionary divides it, plus one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pyphen import Pyphen

_END = re.compile(r"[.!?]+(?=\s|[\"”’)]|$)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_APOSTROPHE = re.compile("['’]")
_FEW = 2  # words: a sentence with no more words is not counted as a sentence


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of an English text, with one decimal place; 0 for a text without words."""
    parts = [_WORD.findall(sentence) for sentence in _END.split(text)]
    words = [word for part in parts for word in part]
    if not words:
        return 0.0
    sentences = sum(len(part) > _FEW for part in parts) or 1
    syllables = sum(map(_syllables, words))
    return round(0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59, 1)


@lru_cache(maxsize=1 << 14)
def _syllables(word: str) -> int:
    parts = _APOSTROPHE.sub("", word.lower()).split("-")
    return sum(len(_dictionary().positions(part)) + 1 for part in parts)


@lru_cache(maxsize=1)
def _dictionary() -> Pyphen:  # loaded only when needed
    return Pyphen(lang="en_US")
