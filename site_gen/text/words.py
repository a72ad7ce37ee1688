"""The words of a text with their positions, in which ``mentions`` searches labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from site_gen.model import names, word_forms
from site_gen.model.letters import INVISIBLE, MARKS, visible

# Scripts without spaces: each character of Han, Hiragana, Thai, Lao, Burmese and Khmer is a word, and each
# sequence of Katakana.
_ALONE = (
    "\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6"
    "\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3"
)
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff"
# Korean writes particles behind a noun without a space: "고객이", "고객에게는". A noun has two syllables
# or more.
_PARTICLE = (
    "(?:들|님)?(?:이|가|은|는|을|를|의|에|로|으로|와|과|도|만|나|이나|께|께서|에게|에서|한테|까지|부터|보다|처럼|마다|조차"
    "|이라고|라고|입니다|이다|이며|이고)?(?:는|도|만|의)?"
)
_HANGUL = "가-힣"
_KOREAN = rf"(?<![{_HANGUL}])[{_HANGUL}]{{2,}}?(?={_PARTICLE}(?![{_HANGUL}]))|[{_HANGUL}]+"
_LETTER = rf"[^\W_{MARKS}{_ALONE}{_KATAKANA}{_HANGUL}][{MARKS}{INVISIBLE}]*"
_SIGNS = names.SIGNS
_JOINING = ("&", "/")
ANY_WORD = (
    rf"(?<![\w.])(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!\w))?"  # "U.S."
    rf"|{_KOREAN}"
    r"|(?<![\w-])(?:[A-Z0-9]{1,2}[-−]{1,2}|[A-Z]{1,2}\*)(?![\w-])(?! (?:and|or)\b)"  # not "A- and B-level"
    rf"|(?:(?<![\w.])\.(?=\w)|(?<!\S)[-−](?=\d)"
    rf"|(?<![\w{_SIGNS}])(?:[{_SIGNS}]+(?=\w)|[{names.MONEY}] (?=\d)))?"
    rf"(?:{_LETTER})+(?:['’ʼ](?:{_LETTER})+|(?<=\d)[.:](?=\d)(?:{_LETTER})+)*"
    rf"(?:\s?%(?!\w)|[{_SIGNS}]+)?"
    rf"|&|/|№|[{_ALONE}][{MARKS}]*|(?:[{_KATAKANA}][{MARKS}]*)+"
)
# A word of plain letters before another word or a stop is the same in both patterns, and most words are such.
_WORD = re.compile(rf"[a-zA-Z][a-z]++(?=[ \n][a-zA-Z]|[,.;:][ \n])|{ANY_WORD}")


class Word(NamedTuple):  # a tuple: a corpus has hundreds of thousands
    """One word of running text: its stem, the word as written, and its position (``end`` not included)."""

    stem: str
    written: str
    start: int
    end: int


Stemmer = Callable[[str], str]  # of a word: folded for ``word_forms.stem``, else as it is written


def words_of(text: str, stemmer: Stemmer = word_forms.stem) -> Sequence[Word]:
    """The words of a text in order, with stems as its language has them; that of ``&`` is "and"."""
    return _kept(text, stemmer) if len(text) <= _SHORT else _words(text, stemmer)


def _words(text: str, stemmer: Stemmer) -> tuple[Word, ...]:
    found, end = [], 0
    for written in _WORD.findall(text):  # what no word holds has no letter, so the next such text is the word
        start = text.find(written, end)
        end = start + len(written)
        stem, visibly = _read(written, stemmer)
        found.append(Word(stem, visibly, start, end))
    return _with_initials(found) if "&" in text or "/" in text else tuple(found)


def _with_initials(found: list[Word]) -> tuple[Word, ...]:
    """The same words with letters behind a sign for what they are: "T&Cs"."""
    for at, (sign, word) in enumerate(pairwise(found), start=1):
        if sign.written in _JOINING and word.written[1:] == "s" and word.written[0].isupper():
            found[at] = word._replace(stem=word.written[0].lower())
    return tuple(found)


_SHORT = 2000  # characters: what a term holds; of whole documents nothing is kept
_kept = lru_cache(maxsize=1 << 13)(_words)  # checks look into the same texts up to ten times


@lru_cache(maxsize=1 << 16)  # a corpus repeats the same words many times
def _read(written: str, stemmer: Stemmer) -> tuple[str, str]:
    """The stem of a word, and the word without invisible signs."""
    return _stem(written, stemmer), visible(written)


def _stem(written: str, stemmer: Stemmer) -> str:
    """The stem as ``names.words`` gives it, but "ups" and "ins" are plurals also as the first word."""
    if written in "&/":
        return "and" if written == "&" else written
    spelt = names.spelled(names.singular(written))
    word = names.PARTICLES.get(written, spelt.replace(" ", ""))
    if stemmer is word_forms.stem or names.spelled(visible(written)) != word:
        return stemmer(word)
    return stemmer(visible(written))
