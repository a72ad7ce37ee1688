"""How names are compared: one notion of "the same name" for matching, linking and collision checks.

Three steps, each with a use of its own:

``fold``  removes what readers do not see as a difference: case, accents, apostrophes, punctuation, ``&``.
``stem``  removes from one folded word its plural and its British spelling.
``key``   does both for a whole name and removes what is printed around a name: an abbreviation in
          brackets, "What is …?", articles, trademark signs; spaces go too, so that "cross selling",
          "cross-selling" and "crossselling" meet.

The browser's lookup folds in the same way (assets/lookup.js); tests/data/tables/fold.json holds the cases
that both must pass.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MAX_SLUG = 80
# Windows opens a device instead of a file of these names, whatever its ending:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}

_APOSTROPHES = re.compile("['’‘ʼ`´]")
_SIGNS = re.compile("[®™©℠]")
_NOT_WORD = re.compile(r"[\W_]+")
# Each byte of ASCII to itself where it is a letter or digit, else to a space: the one table for speed.
_ASCII_WORDS = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
_QUESTION = re.compile(
    r"^\s*(?:what(?:'s|’s| is| are| does)|how (?:is|are|do you define)|define|definition of|meaning of)\s+"
    r"(?P<name>.+?)(?:\s+(?:mean|stand for|measured|defined|calculated))?\s*\?*\s*$",
    re.IGNORECASE,
)
_AROUND = {"what", "how", "define", "definition", "meaning", "a", "an", "the"}  # in a question or an article
_ARTICLE = re.compile(r"^\s*(?:an?|the)\s+(?=\S)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）]")
_PLURAL_ABBREVIATION = re.compile(r"\b([A-Z]{2,})['’]?s\b")


@lru_cache(maxsize=1 << 16)  # sorting asks for the same names again and again
def fold(text: str) -> str:
    """The words of ``text`` in lower case with single spaces; accents, apostrophes, signs go, & is and."""
    if text.isascii():
        plain = text.lower()
        if plain.isalnum():  # one word
            return plain
        if plain.replace(" ", "").isalnum():  # words and spaces only
            return " ".join(plain.split())
    else:
        plain = _SIGNS.sub("", text)
        plain = unicodedata.normalize("NFKD", plain.casefold())
        plain = "".join(c for c in plain if unicodedata.category(c)[0] != "M").casefold()
        plain = _APOSTROPHES.sub("", plain)
    plain = plain.replace("'", "").replace("`", "").replace("&", " and ")
    if plain.isascii():
        return " ".join(plain.encode().translate(_ASCII_WORDS).decode().split())  # as _NOT_WORD, in less time
    return _NOT_WORD.sub(" ", plain).strip()


_IRREGULAR = {  # plurals that no ending shows; general English, not words of any one glossary
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "criteria": "criterion",
    "crises": "crisis",
    "phenomena": "phenomenon",
    "indices": "index",
    "indexes": "index",
    "matrices": "matrix",
    "appendices": "appendix",
    "vertices": "vertex",
    "statuses": "status",
    "bonuses": "bonus",
    "viruses": "virus",
    "campuses": "campus",
    "focuses": "focus",
    "buses": "bus",
    "menus": "menu",
    "lenses": "lens",
    "canvases": "canvas",
    "canvas": "canvas",
    "atlas": "atlas",
    "lens": "lens",
    "news": "news",
}
_PLURALS = (  # (ending, what stands in its place); the first that fits wins
    ("sses", "ss"),
    ("yses", "ysis"),
    ("eses", "esis"),
    ("iases", "ias"),
    ("ches", "ch"),
    ("che", "ch"),  # cache, caches
    ("shes", "sh"),
    ("xes", "x"),
    ("izzes", "iz"),
    ("zzes", "zz"),
    ("ies", "y"),
    ("ie", "y"),  # cookie, cookies
    ("oes", "o"),
    ("oe", "o"),
    ("ss", "ss"),
    ("us", "us"),
    ("ias", "ias"),
    ("sis", "sis"),
    ("xis", "xis"),
    ("tis", "tis"),
    ("nis", "nis"),
    ("ris", "ris"),
    ("s", ""),
)
_BRITISH = (
    ("programme", "program"),
    ("fulfil", "fulfill"),
    ("fulfilment", "fulfillment"),
    ("enrol", "enroll"),
    ("enrolment", "enrollment"),
    ("instalment", "installment"),
    ("dgement", "dgment"),
    ("ageing", "aging"),
    ("ueing", "uing"),
    ("isational", "izational"),
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("practise", "practice"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("yser", "yzer"),
    ("ogue", "og"),
    ("oural", "oral"),
    ("ourite", "orite"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("our", "or"),
    ("tred", "tered"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("ence", "ense"),
    ("elling", "eling"),
    ("elled", "eled"),
    ("eller", "eler"),
    ("alling", "aling"),
    ("alled", "aled"),
    ("aller", "aler"),
)


# The endings alone: one call of str.endswith shows whether a word has any of them.
_PLURAL, _SPELT = (tuple(ending for ending, _ in table) for table in (_PLURALS, _BRITISH))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A folded word without its plural and in American spelling.

    Both sides of a comparison are stemmed, so a stem need not be a word ("exercise" gives "exercize").
    Words of up to three letters stay as they are, words of up to four keep their spelling.
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 3 and word.endswith(_PLURAL):
        word = _with_ending(word, _PLURALS)
    if len(word) > 4 and word.endswith(_SPELT):
        word = _with_ending(word, _BRITISH)
    return word


def _with_ending(word: str, table: tuple[tuple[str, str], ...]) -> str:
    for ending, instead in table:
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + instead
    return word


def stem_tables() -> tuple[tuple[tuple[str, str], ...], ...]:
    """What ``stem`` goes by, for the browser's lookup: whole words, plural endings, British endings."""
    return tuple(_IRREGULAR.items()), _PLURALS, _BRITISH


def bare(name: str) -> str:
    """A printed name without what stands around it: brackets, question form, article, signs."""
    plain = _is_plain(name)
    if plain and name.isascii() and _AROUND.isdisjoint(name.lower().split()):
        return name.strip()
    name = name if name.isascii() else _SIGNS.sub("", name)
    question = _QUESTION.match(name)
    if question:
        name = question["name"]
    outside = _BRACKETS.sub(" ", name) if not plain else name
    outside = outside.strip(" -–—:?")
    name = outside or name
    return _ARTICLE.sub("", name).strip() or name.strip()


def _is_plain(name: str) -> bool:
    return name.replace(" ", "").isalnum()


def brackets(name: str) -> tuple[str, ...]:
    """What stands in brackets in a printed name: an abbreviation, its long form, or a qualifier."""
    return tuple(found.strip() for found in _BRACKETS.findall(name) if found.strip())


@lru_cache(maxsize=1 << 16)
def words(name: str) -> tuple[str, ...]:
    """The stemmed words of a printed name, in order; what stands around the name is gone."""
    return tuple(map(stem, fold(singular(bare(name))).split()))


def singular(text: str) -> str:
    """``text`` with plural abbreviations in the singular ("IDs" as "ID"), while capitals still show them."""
    if text[1:].islower():  # a word in small letters
        return text
    return _PLURAL_ABBREVIATION.sub(r"\1", text)


@lru_cache(maxsize=1 << 17)  # asked for by checks, matching and the quiz
def key(name: str) -> str:
    """Equal for names that differ only in spelling, number or print. Empty when a name has no word."""
    return "".join(words(name))


def slug(name: str) -> str:
    """The address of a name: lower-case ASCII words joined by hyphens, at most 80 characters.

    Empty where the name has no letter or digit that ASCII can show. No name of a device: a file of that name
    cannot be.
    """
    out = "-".join(_ADDRESSABLE.findall(fold(name)))
    if len(out) > MAX_SLUG:  # then what fits of its words, or of the only one
        return out[: MAX_SLUG + 1].rpartition("-")[0] or out[:MAX_SLUG]
    return f"{out}-term" if out in DEVICES else out


_ADDRESSABLE = re.compile("[a-z0-9]+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    return len(text) <= MAX_SLUG and _SLUG.fullmatch(text) is not None


def initials(name: str) -> str:
    """First letters of the words, upper case: the plainest abbreviation of a name."""
    return "".join(word[0] for word in fold(name).split()).upper()
