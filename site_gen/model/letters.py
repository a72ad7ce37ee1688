"""When two printed letters count as the same letter, and under which letter a name is listed.

Differences in case, width, ligatures and accents of Latin, Greek and Cyrillic letters are ignored. So are the
vowel points of Arabic and Hebrew, which most texts leave out. Marks that change the sound are kept: the
breve of й, the voicing mark of ガ, vowel and tone signs of Indic scripts and Thai.
assets/lookup.js does the same; tests/data/tables/names.json holds the cases that both must pass.
"""

from __future__ import annotations

import re
import unicodedata

# Soft hyphens, joiners and marks of direction, which change only how a text is set. (\u200b parts words.)
INVISIBLE = "\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_NO_SIGNS = re.compile(f"[®™©℠{INVISIBLE}]")
_ONE_PRINT = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`´＇", "'"),
        **dict.fromkeys("−–‐‑﹣", "-"),
        **dict.fromkeys("⁄∕", "/"),
        "♯": "#",
        "×": "x",
        "٪": "%",
        "ـ": "",  # the tatweel, which only makes Arabic words wider
    }
)
# Lower-case letters that Unicode does not decompose into a base letter and a mark.
_LATIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t", "ı": "i"}
)
_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_POINTS = re.compile(
    rf"(?<![\u0400-\u052f{_ACCENTS}])[{_ACCENTS}]+"
    r"|(?<=[\u0400-\u052f])[\u0300\u0301]|(?<=е)\u0308"  # stress marks, and the dots of ё
    r"|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]"
)


def _marks() -> str:
    """All combining marks, for use inside a character class; ``re`` has no class for them."""
    codes = (*range(0x300, 0x1E00), *range(0x20D0, 0x2100), 0x3099, 0x309A, *range(0xA800, 0xAC00))
    found: list[list[int]] = []  # first and last of each range, which compile quicker than single signs
    for code in codes:
        if unicodedata.category(chr(code))[0] == "M":
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in found)


MARKS = _marks()
WORD = rf"[^\W_{MARKS}][{MARKS}]*"  # one letter or digit with its marks


def visible(text: str) -> str:
    """``text`` without soft hyphens, joiners and marks of direction."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def one_print(text: str) -> str:
    """``text`` with one kind of apostrophe, hyphen and slash, without trademark and invisible signs."""
    return text if text.isascii() and "`" not in text else _NO_SIGNS.sub("", text).translate(_ONE_PRINT)


def plain(text: str) -> str:
    """``text`` in lower case without accents and the other differences that are ignored; signs are kept."""
    text = one_print(text)
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.casefold())
    text = _POINTS.sub("", text).translate(_LATIN).casefold()
    return unicodedata.normalize("NFC", one_print(text))


DIGITS = "0–9"
_HAMZA = dict.fromkeys("أإآٱ", "ا")


_HANGUL = "가", "힣"  # the syllables, those with one initial consonant behind one another
_SYLLABLES = 588  # with each initial
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"  # a double consonant is listed under the single one


def letter(name: str) -> str:
    """The heading under which a name is listed: its first letter as ``plain`` gives it, in upper case.

    "0–9" if the name begins with a digit; "" if it has no letter and no digit. Alef is one letter with or
    without hamza; a Korean syllable stands under its first consonant.
    """
    for first in plain(name):
        if _HANGUL[0] <= first <= _HANGUL[1]:
            return _INITIALS[(ord(first) - ord(_HANGUL[0])) // _SYLLABLES]
        if first.isalnum():
            return _HAMZA.get(first, first.upper()[0]) if first.isalpha() else DIGITS
    return ""


_SCRIPTS = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"}  # have letters that look alike
_QUANTITIES = frozenset("µμΩΩπΔ")  # Greek letters that stand for a unit or a number
_RUN = re.compile(rf"(?:{WORD})+")


def mixed(name: str) -> str:
    """The first word that mixes letters of several look-alike scripts (Latin and Cyrillic, say), else ""."""
    for word in () if name.isascii() else _RUN.findall(name):
        scripts = {
            unicodedata.name(sign, "").partition(" ")[0]
            for sign in unicodedata.normalize("NFC", word)
            if sign.isalpha() and sign not in _QUANTITIES
        }
        if len(scripts & _SCRIPTS) > 1:
            return str(word)
    return ""
