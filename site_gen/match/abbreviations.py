"""Abbreviations: how they look, and whether one can stand for given words."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from site_gen.match.lexicon import STOP
from site_gen.model.names import fold

_LONGEST = 6
_MOST_WORDS = 12
_ONE_WORD_FROM = 6  # letters of a single word that an abbreviation may stand for
_LETTERS = re.compile(r"[^\W_]")
_SIGNED = re.compile(r"[^\W\d_](?:[&/][^\W\d_])+|(?:[^\W\d_]\.){2,}[^\W\d_]?")  # "c/o", "a.m."
_NUMBERED = re.compile(r"([^\W\d_])(\d{1,2})([^\W\d_])")  # "i18n": a word by its ends and a number of letters
_FEWEST_LEFT_OUT = 4  # letters: "b2b" is no such word
_SKIPPING = 3  # letters of an abbreviation that may pass over words of its long form
_SOUNDS = {  # what a digit or letter may stand for: "B2B", "CX", "3PL"
    "1": ("one", "first"), "2": ("to", "two", "second"), "3": ("three", "third"), "4": ("for", "four"),
    "5": ("five", "fifth"), "6": ("six",), "7": ("seven",), "8": ("eight",), "9": ("nine", "ninth"),
    "x": ("ex", "cross", "trans"),
}  # fmt: skip


def looks_like_one(word: str) -> bool:
    """Whether a printed word is written as an abbreviation: "FCR", "KPIs", "VoC", "R&D", "2FA", "c/o"."""
    if " " in word or (word[1:].isalpha() and word[1:].islower()):
        return False  # most words; what follows takes ten times as long
    if _SIGNED.fullmatch(word) or _left_out(word) >= _FEWEST_LEFT_OUT:
        return True
    letters = _LETTERS.findall(word.removesuffix("s"))
    capitals = sum(letter.isupper() for letter in letters)
    return (
        1 < len(letters) <= _LONGEST
        and capitals + sum(letter.isdigit() for letter in letters) > 1
        and capitals > 0
        and 2 * capitals >= len(letters) - 1
    )


def _left_out(word: str) -> int:
    """How many letters a word such as "i18n" says that it leaves out; 0 for other words."""
    found = _NUMBERED.fullmatch(word)
    return int(found[2]) if found else 0


def folded(word: str) -> str:
    """The letters of an abbreviation in lower case, without the plural s: "KPIs" and "K.P.I." give "kpi"."""
    word = re.sub(r"(?<=[A-Z\d])['’]?s$", "", word.strip())
    return "".join(_LETTERS.findall(fold(word.replace("&", ""))))


def spells(abbreviation: str, words: Sequence[str], *, whole: bool = False) -> bool:
    """Whether a folded abbreviation is made of the first letters of all the folded words, in order.

    A word may contribute more letters than its first ("CSAT", "CMDB", "WFM"). Words such as "of" may be left
    out, and so may the last word ("CSAT", customer satisfaction score) unless ``whole``. A letter or digit
    may stand for a sound: the X of "CX" for "ex", the 2 of "D2C" for "to".
    """
    return 1 < len(words) <= _MOST_WORDS and (
        _spells(abbreviation, tuple(words))
        or (not whole and len(words) > 2 and _spells(abbreviation, tuple(words[:-1])))
    )


@lru_cache(maxsize=1 << 14)
def _spells(letters: str, words: tuple[str, ...]) -> bool:
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if word in STOP and _spells(letters, rest):
        return True
    if any(
        letters[:1] == sound and word.startswith(spoken) and _spells(letters[1:], rest)
        for sound, spoken in _SOUNDS.items()
    ):
        return True
    return letters[:1] == word[0] and _within(letters[1:], word[1:], rest)


def _within(letters: str, word: str, rest: tuple[str, ...]) -> bool:
    """Whether ``letters`` come from the remaining letters of this word, or from the words after it."""
    if _spells(letters, rest):
        return True
    at = word.find(letters[:1]) if letters else -1
    return at >= 0 and _within(letters[1:], word[at + 1 :], rest)


def skips(abbreviation: str, words: Sequence[str]) -> bool:
    """Whether three letters or more are first letters of the words in order, and some words have none.

    So it is in "VDSL" (very high speed digital subscriber line). The first and the last word have one.
    Chance gives this to many words: only what is printed as the abbreviation of these words may be tried.
    """
    if not _SKIPPING <= len(abbreviation) < len(words) <= _MOST_WORDS:
        return False
    rest = iter(words[1:-1])
    inside = all(any(word[0] == letter for word in rest) for letter in abbreviation[1:-1])
    return inside and words[0][0] + words[-1][0] == abbreviation[0] + abbreviation[-1]


def is_within(abbreviation: str, word: str) -> bool:
    """Whether a single word may be the long form of an abbreviation: "kilobyte" for "kb".

    Both are folded. The word has at least 6 letters, begins with the first letter of the abbreviation,
    and has all its letters in order. Of "i18n" it has the ends, and as many letters between.
    """
    left_out = _left_out(abbreviation)
    if left_out:
        return (word[:1], len(word) - 2, word[-1:]) == (abbreviation[0], left_out, abbreviation[-1])
    rest = iter(word)
    return (
        len(word) >= _ONE_WORD_FROM
        and word[0] == abbreviation[:1]
        and all(letter in rest for letter in abbreviation)
    )


def initials(words: Sequence[str], whole: Container[str] = ()) -> list[str]:
    """What each word contributes to an abbreviation: its first letter, or the whole word if in ``whole``."""
    return [word if word in whole else word[0] for word in words]
