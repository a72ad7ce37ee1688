"""The encoding of 8-bit text by the alphabets of languages: which letters no language has together."""

from __future__ import annotations

import re
from collections import Counter

_SIGNS = frozenset("’‘“”„–—…•·€£©®™«»°§¿¡½¼²³ºª\xa0\xad´¨×‹›†‚№µ±÷¶¬¤¦¯¸¾‰")
_GLUED = re.compile(  # signs inside a word, and before one; two scripts in one word
    r"(?<=[^\W\d_])[¿¡¹²³ºª¼½¾£¥©®°§¨‰†‡„‚“”–—…‹›«»€\x80-\x9f](?=[^\W\d_])|(?<!\S)[®¼¾³¹](?=[^\W\d_])|"
    r"(?<=[^\W\d_])[±¶]|[±¶](?=[^\W\d_])|(?<=[A-Za-z])[Ͱ-ӿ֐-ۿ]|[Ͱ-ӿ֐-ۿ](?=[A-Za-z])"
)
_WEST = ("äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúüç", "áâãàçéêíóôõú", "àèéìíîòóùú", "áéëïóöüèê", "æøåéèóü",
         "äöåéü", "áéíúýþæöðó", "àçèéïíòóúü", "äöõüšž")  # fmt: skip
_MIDDLE = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţșț")
_CYRILLIC = ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
             "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "абвгдђежзијклљмнњопрстћуфхцчџш",
             "абвгдѓежзѕијклљмнњопрстќуфхцчџш")  # fmt: skip
_ENCODINGS = (  # the usual ones first; Hebrew has no capitals, which all others but it need
    ("cp1252", _WEST), ("cp1255", ("אבגדהוזחטיךכלםמןנסעףפץצקרשת",)), ("cp1251", _CYRILLIC),
    ("cp1250", _MIDDLE), ("cp1254", ("çğıöşüâîû",)), ("cp1253", ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",)),
    ("cp1257", ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž")), ("iso8859_2", _MIDDLE), ("koi8_u", _CYRILLIC),
    ("mac_roman", _WEST), ("cp850", _WEST), ("cp852", _MIDDLE), ("cp866", _CYRILLIC),
)  # fmt: skip
SAMPLE = 16_000  # bytes
FEW = 3  # signs beyond ASCII that tell nothing yet
STRAY, WRONG = 0.02, 0.1  # share of what fits no language: most in the right encoding, least in a wrong one


def guessed(sample: bytes) -> str:
    """The first usual encoding in which the letters of a text belong to one language; "" if none is sure.

    Text that may be Western is left to others, unless much of it fits no Western language.
    """
    shares: dict[str, float] = {}
    for encoding, alphabets in _ENCODINGS:
        text = sample[:SAMPLE].decode(encoding, errors="replace")
        if sum(ord(sign) > 127 for sign in text) < FEW:
            return ""
        shares[encoding] = _strays(text, alphabets)
    if STRAY < shares["cp1252"] < WRONG:
        return ""
    return next((encoding for encoding, share in shares.items() if share <= STRAY), "")


def _strays(text: str, alphabets: tuple[str, ...]) -> float:
    """The share of the signs beyond ASCII that the best of the alphabets lacks, or that stand wrongly."""
    signs = [sign for sign in text if ord(sign) > 127]
    glued = len(_GLUED.findall(text)) + sum(map(_turns, text, text[1:]))
    others = Counter(sign.lower() for sign in signs if sign not in _SIGNS)
    wrong = min(sum(often for sign, often in others.items() if sign not in own) for own in alphabets)
    return (wrong + glued) / len(signs)


def _turns(before: str, sign: str) -> bool:
    """Whether a word goes on with a capital beyond ASCII."""
    return ord(sign) > 127 and sign.isupper() and before.islower()
