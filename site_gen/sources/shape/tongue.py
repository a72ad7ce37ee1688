"""Which language a text may be in, as far as its script and its small words can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from statistics import mean

from site_gen.language import TAGS, language_of
from site_gen.model import names
from site_gen.sources.shape.header_words import folded_set

ENGLISH = re.compile(
    r"\b(?:the|an?|of|is|are|to|for|and|in|or|by|that|with|from|when|who|which|not|on|it)\b", re.IGNORECASE
)
# words of English texts as well, which tell nothing of another language
_IN_ENGLISH = folded_set(
    "a, also, am, an, as, at, be, but, can, come, die, do, for, from, get, go, had, has, hat, have, he, "
    "her, him, his, how, i, if, in, is, it, its, me, man, men, mu, no, not, of, on, one, or, our, out, "
    "over, own, par, per, plus, so, some, sous, son, sur, such, than, that, then, there, they, this, to, "
    "too, two, under, un, une, up, us, via, war, was, we, were, what, when, who, will, with, would, you, "
    "your, de, la, con, te, ten, den, hem, net, pole, pour, sin, sera, sole, tale, tan, ton, tot, van, "
    "vis, all"
)
_OWN = re.compile(  # words of English texts that few other languages have
    r"\b(?:the|of|is|are|to|for|and|by|that|with|from|when|which|this|these)\b", re.IGNORECASE
)
_FURTHER: Mapping[str, str] = {  # small words of languages that have no file in ``language``
    "pl": "w, z, na, do, się, który, która, które, lub, jest, przez, oraz, nie, dla",
    "cs": "v, se, nebo, pro, je, který, která, které, na, do, aby, jako",
    "sk": "v, sa, alebo, pre, je, ktorý, ktorá, ktoré, na, do, aby, ako",
    "hu": "a, az, egy, és, hogy, vagy, amely, nem, aki, amit, ami",
    "ro": "de, la, pentru, și, care, este, un, o, cu, din, sau, prin",
    "hr": "u, na, za, koji, koja, koje, je, se, ili, od, što",
    "sl": "v, na, za, ki, je, se, ali, od, pri, kot",
    "uk": "у, в, на, для, що, який, яка, яке, або, та, з, до, не",
    "bg": "на, за, с, който, която, което, или, се, от, е, да",
    "ca": "el, la, de, que, per, una, un, amb, i, els, les",
    "et": "on, ja, või, mis, kui, ning",
    "lt": "ir, yra, arba, kuris, kuri, kad, su",
    "lv": "ir, un, vai, kas, kuru, par, ar",
    "id": "yang, dan, di, untuk, dari, adalah, atau, dengan, pada, oleh",
    "vi": "là, của, và, một, các, cho, được, trong, người",
}
_SCRIPTS: Mapping[str, str] = {  # letters of languages that are not written in Latin ones
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be", "kk"), r"[\u0400-\u04ff]"),
    **dict.fromkeys(("ar", "fa", "ur"), r"[\u0600-\u06ff]"),
    **dict.fromkeys(("hi", "mr", "ne"), r"[\u0900-\u097f]"),
    "el": r"[\u0370-\u03ff]", "he": r"[\u0590-\u05ff]", "th": r"[\u0e00-\u0e7f]", "ka": r"[\u10a0-\u10ff]",
    "hy": r"[\u0530-\u058f]", "ko": r"[\uac00-\ud7af]", "ja": r"[\u3040-\u30ff]", "zh": r"[\u4e00-\u9fff]",
}  # fmt: skip
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_ACCENTED = re.compile(r"[À-ɏ]")
_ENGLISH_WORDS = _IN_ENGLISH | folded_set(
    "the, of, are, to, and, by, with, when, which, these, whose, between, before, after, more, most, any"
)
MOST, SOME = 0.5, 0.3  # share of texts in another language from which all are; if none is in this one
MANY_SIGNS = 2_000  # of a text, enough to know its language


@cache
def small_words() -> frozenset[str]:
    """The small words of all languages that are known but English."""
    return frozenset[str]().union(*map(_little, (*TAGS, *_FURTHER)))


@cache
def _little(language: str) -> frozenset[str]:
    if language in _FURTHER:
        return folded_set(_FURTHER[language])
    return (
        frozenset(names.fold(word) for word in language_of(language).little.split())
        if language in TAGS
        else frozenset()
    )


def share_in(texts: Iterable[str], language: str) -> float:
    """The share of texts that show signs of a language: its script, or one of its small words."""
    told = [_shows(text[:MANY_SIGNS], language) for text in texts]
    return mean(told) if told else 0.0


def _shows(text: str, language: str) -> bool:
    if language in _SCRIPTS:
        return re.search(_SCRIPTS[language], text) is not None
    if language == "en":
        return _OWN.search(text) is not None
    return not _little(language).isdisjoint(names.fold(text).split())


def are_nearer(texts: Iterable[str], language: str, other: str) -> bool:
    """Whether texts show more signs of one language than of another: letters, or small words of it alone."""
    said = [text[:MANY_SIGNS] for text in texts]
    return _signs(said, language, other) > _signs(said, other, language)


def _signs(texts: Iterable[str], language: str, other: str) -> int:
    if language in _SCRIPTS:
        return sum(len(re.findall(_SCRIPTS[language], text)) for text in texts)
    if other in _SCRIPTS:
        return sum(len(_LATIN.findall(text)) for text in texts)
    own = _words(language) - _words(other)
    return sum(word in own for text in texts for word in names.fold(text).split())


def _words(language: str) -> frozenset[str]:
    return _ENGLISH_WORDS if language == "en" else _little(language)


def are_foreign(texts: Iterable[str], language: str) -> bool:
    """Whether most texts are in another language than the one with this code, as far as can be told."""
    told = [text[:MANY_SIGNS] for text in texts]
    foreign = mean(_is_foreign(text, language) for text in told) if told else 0.0
    own = share_in(told, language)
    return foreign > own and foreign >= (MOST if own else SOME)


def _is_foreign(text: str, language: str) -> bool:
    """Whether a text has signs of another language than the one with this code."""
    if language in _SCRIPTS:
        return re.search(_SCRIPTS[language], text) is None
    if not _LATIN.search(text) or any(re.search(letters, text) for letters in _SCRIPTS.values()):
        return 2 * len(_LATIN.findall(text)) < sum(map(str.isalpha, text))
    if language == "en" and _ACCENTED.search(text):
        return True
    said = frozenset(names.fold(text).split()) - (_IN_ENGLISH if language == "en" else frozenset())
    return not (small_words() - _little(language)).isdisjoint(said)
