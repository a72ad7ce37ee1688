"""Letters as readers take them: which differences of print make no other letter, and where a name is filed.

Case, width, ligatures and the accents of Latin, Greek and Cyrillic letters make no other letter, nor do the
vowel points of Arabic and Hebrew, which most texts leave out. Marks that make another sound stay: the
breve of й, the voicing of ガ, vowel and tone signs of Indic scripts and Thai.
assets/lookup.js does the same; tests/data/tables/names.json holds the cases that both must pass.
"""

from __future__ import annotations

import re
import unicodedata

_TRADE_SIGNS = re.compile("[®™©℠\u00ad]")  # with the soft hyphen, which shows only at the end of a line
_ONE_PRINT = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`´＇", "'"),
        **dict.fromkeys("−–‐‑﹣", "-"),
        **dict.fromkeys("⁄∕", "/"),
        "♯": "#",
        "ـ": "",  # stretches Arabic words
    }
)
# Letters that are no other letter with a mark, in lower case.
_LATIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t", "ı": "i"}
)
_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_POINTS = re.compile(
    rf"(?<![\u0400-\u052f{_ACCENTS}])[{_ACCENTS}]+"
    r"|(?<=[\u0400-\u052f])[\u0300\u0301]|(?<=е)\u0308"  # stress, and ё
    r"|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]"
)


def _marks() -> str:
    """All combining marks as the inside of a character class; ``re`` has no name for them."""
    codes = (*range(0x300, 0x1E00), *range(0x20D0, 0x2100), 0x3099, 0x309A, *range(0xA800, 0xAC00))
    return "".join(chr(code) for code in codes if unicodedata.category(chr(code))[0] == "M")


MARKS = _marks()
WORD = rf"[^\W_{MARKS}][{MARKS}]*"  # one letter or digit with its marks


def one_print(text: str) -> str:
    """``text`` with one sign for each apostrophe, hyphen and slash, and without trademark signs."""
    return text if text.isascii() and "`" not in text else _TRADE_SIGNS.sub("", text).translate(_ONE_PRINT)


def plain(text: str) -> str:
    """``text`` in lower case, each letter without what makes it no other letter; signs stay."""
    text = one_print(text)
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.casefold())
    text = _POINTS.sub("", text).translate(_LATIN).casefold()
    return unicodedata.normalize("NFC", one_print(text))


DIGITS = "0–9"


def letter(name: str) -> str:
    """Under which letter a name is filed: its own script's, plain; "0–9" for digits, "" where it has none."""
    for first in plain(name):
        if first.isalnum():
            return first.upper()[0] if first.isalpha() else DIGITS
    return ""


_SCRIPTS = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"}  # with letters that look alike
_QUANTITIES = frozenset("µμΩΩπΔ")  # Greek letters that stand for a unit or a number
_RUN = re.compile(rf"(?:{WORD})+")


def mixed(name: str) -> str:
    """The first word whose letters are of several scripts with letters that look alike, else ""."""
    for word in () if name.isascii() else _RUN.findall(name):
        scripts = {
            unicodedata.name(sign, "").partition(" ")[0]
            for sign in unicodedata.normalize("NFC", word)
            if sign.isalpha() and sign not in _QUANTITIES
        }
        if len(scripts & _SCRIPTS) > 1:
            return str(word)
    return ""
