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


_DERIVING = frozenset(["spanish", "french", "italian", "portuguese"])
_INFLECTED = 2  # letters of an ending of number or gender in these languages
_PLURALS = {  # that change more than the end of the word: journaux, solicitações
    "french": (re.compile("aux$"), "al"),
    "portuguese": (re.compile("(?:oes|aes)$"), "ao"),
}
_NUMBER = re.compile("(?:[aeio]?s|x|[aeio])$")


def inflected(word: str, algorithm: str) -> str:
    """The word without an ending of number or gender, folded; names that share it are one name.

    Snowball's stems of Romance languages also lose what makes another word: *facture* and *facturation*,
    *escalado* and *escalamiento* have one stem. Where more than such an ending goes, the plural goes.
    """
    stem = stemmed(word, algorithm)
    if algorithm not in _DERIVING:
        return stem
    folded = names.fold(_bare(word, algorithm))
    if not folded.isalpha() or (folded.startswith(stem) and len(folded) - len(stem) <= _INFLECTED):
        return stem
    if algorithm in _PLURALS:
        plural, singular = _PLURALS[algorithm]
        folded = plural.sub(singular, folded)
    return _NUMBER.sub("", folded)


def stemmed(word: str, algorithm: str) -> str:
    """The stem of a word, folded; rules need the accents, so a word as it is written has the truer stem.

    A word with signs or digits is no word of the language, and stays.
    """
    low = _bare(word, algorithm)
    if not low.isalpha() or len(low) < 3:
        return names.spelled(word).replace(" ", "")
    return names.fold(_stemmer(algorithm).stemWord(low)) or names.fold(low)


def _bare(word: str, algorithm: str) -> str:
    """The word in small letters, without what an apostrophe parts from it."""
    low = word.translate(_TURKISH) if algorithm == "turkish" else word
    low = unicodedata.normalize("NFC", low.lower())
    parts = [part for part in _APOSTROPHES.split(low) if len(part) > 2]
    if parts and parts != [low]:
        low = parts[-1 if algorithm in _ELIDING else 0]  # Turkish and Dutch: an ending, Windows'un, foto's
    return low
