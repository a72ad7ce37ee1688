"""Stems by Snowball (https://snowballstem.org), for languages that have no rules of their own here."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Protocol

from site_gen.model import names

_APOSTROPHES = re.compile("['’ʼ]")
_ELIDING = ("french", "italian")  # what stands before an apostrophe is another word: l'incident
_TURKISH = str.maketrans({"I": "ı", "İ": "i"})


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@cache
def _stemmer(algorithm: str) -> _Stemmer:
    import snowballstemmer  # only sites in such a language need it

    found: _Stemmer = snowballstemmer.stemmer(algorithm)
    return found


def stemmed(word: str, algorithm: str) -> str:
    """The stem of a word, folded; rules need the accents, so a word as it is written has the truer stem.

    A word with signs or digits is no word of the language, and stays.
    """
    low = word.translate(_TURKISH) if algorithm == "turkish" else word
    low = unicodedata.normalize("NFC", low.lower())
    parts = [part for part in _APOSTROPHES.split(low) if len(part) > 2]
    if parts and parts != [low]:
        low = parts[-1 if algorithm in _ELIDING else 0]  # Turkish and Dutch: an ending, Windows'un, foto's
    if not low.isalpha() or len(low) < 3:
        return names.spelled(word).replace(" ", "")
    return names.fold(_stemmer(algorithm).stemWord(low)) or names.fold(low)
