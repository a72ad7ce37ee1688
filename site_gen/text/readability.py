"""How hard a text is to read, in years of school: Flesch-Kincaid in English, Vienna's formula in German.

J. P. Kincaid and others, "Derivation of New Readability Formulas", 1975 (Research Branch Report 8-75):
0.39 x words per sentence + 11.8 x syllables per word - 15.59, in years of school in the United States. The
number of syllables of a word is the number of places where a hyphenation dictionary divides it, plus one.

R. Bamberger and E. Vanecek, "Lesen - Verstehen - Lernen - Schreiben", 1984, first Wiener Sachtextformel:
0.1935 x words of three or more syllables in percent + 0.1672 x words per sentence + 0.1297 x words of more
than six letters in percent - 0.0327 x words of one syllable in percent - 0.875.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pyphen import Pyphen

_END = re.compile(r"[.!?]+(?=\s|[\"”’)]|$)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_APOSTROPHE = re.compile("['’]")
_FEW = 2  # words: a sentence with no more words is not counted as a sentence


DICTIONARIES: Mapping[str, str] = {"en": "en_US", "de": "de_DE"}  # a language without one has no grade


def grade(text: str, language: str = "en") -> float:
    """The grade of a text with one decimal place; 0 without words, and in a language without a formula."""
    base = language.replace("_", "-").partition("-")[0].casefold()
    parts = [_WORD.findall(sentence) for sentence in _END.split(text)]
    words = [word for part in parts for word in part]
    if not words or base not in DICTIONARIES:
        return 0.0
    sentences = sum(len(part) > _FEW for part in parts) or 1
    counts = [_syllables(word, base) for word in words]
    if base == "de":
        return _vienna(words, counts, sentences)
    syllables = sum(counts)
    return round(0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59, 1)


def _vienna(words: Sequence[str], syllables: Sequence[int], sentences: int) -> float:
    share = 100 / len(words)
    many, one = sum(count > 2 for count in syllables) * share, sum(count == 1 for count in syllables) * share
    long = sum(len(word) > 6 for word in words) * share
    return round(0.1935 * many + 0.1672 * len(words) / sentences + 0.1297 * long - 0.0327 * one - 0.875, 1)


@lru_cache(maxsize=1 << 14)
def _syllables(word: str, language: str) -> int:
    parts = _APOSTROPHE.sub("", word.lower()).split("-")
    return sum(len(_dictionary(language).positions(part)) + 1 for part in parts)


@lru_cache(maxsize=len(DICTIONARIES))
def _dictionary(language: str) -> Pyphen:  # loaded only when needed
    return Pyphen(lang=DICTIONARIES[language])
