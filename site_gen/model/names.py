"""How names are compared: one notion of "the same name" for matching, linking and collision checks.

Four steps, each with a use of its own:

``fold``     removes what readers do not see as a difference: case, accents, apostrophes, and all signs
             (``&`` is "and"). For prose and headings.
``spelled``  does the same but keeps the signs that tell names apart: "c++", "c#", ".net", "n / a", "99%".
``stem``     removes from one such word its plural and its British spelling.
``key``      does all for a whole name and removes what is printed around a name: an abbreviation in
             brackets, "What is …?", articles, trademark signs; spaces go too, so that "cross selling",
             "cross-selling" and "crossselling" meet.

Which signs belong to a name: ``+ # % @ $ °`` where they touch a letter or digit, a dot in front of a word or
between digits, a colon between digits, a slash and an ampersand with or without spaces around them, and
a minus or an asterisk behind a last word of one or two letters ("A-", "A*").

The browser's lookup compares in the same way (assets/lookup.js); tests/data/tables/names.json holds the
cases that both must pass.
"""

from __future__ import annotations

import re
from functools import lru_cache

from site_gen.model.letters import WORD, one_print, plain

MAX_SLUG = 80
# Windows opens a device instead of a file of these names, whatever its ending:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}

# Each byte of ASCII to itself where it is a letter or digit, else to a space: the one table for speed.
_ASCII_WORDS = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
_QUESTION = re.compile(
    r"^\s*(?:what(?:'s|’s| is| are| does)|how (?:is|are|do you define)|define|definition of|meaning of)\s+"
    r"(?P<name>.+?)(?:\s+(?:mean|stand for|measured|defined|calculated))?\s*\?*\s*$",
    re.IGNORECASE,
)
_AROUND = {"what", "how", "define", "definition", "meaning", "a", "an", "the"}  # in a question or an article
_ARTICLE = re.compile(r"^\s*(?:an?|the)\s+(?=[^\s/&])", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）](?!\w)")  # "(re)open" is one word
_PLURAL_ABBREVIATION = re.compile(
    r"(?<![\w’'])((?:[A-Z]+[&/.]?)+[A-Z0-9]|[A-Z]+\d[A-Z0-9]*|\d+[A-Z]+|[A-Z](?=['’]))['’]?s(?!\w)"
)

# Signs of a name, in text that ``letters.plain`` or ``one_print`` has been through.
SIGNS = "+#%@$€£¥°"
DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?")  # "U.S.", "e.g."
_LAST_SIGN = re.compile(r"(?<![\w-])([^\W\d_]{1,2})(-{1,2}|\*)(?=\s*$)|(?<![\w-])([^\W\d_])(--)(?!\w)")
WITH_SIGNS = (  # one word with the signs that belong to it
    rf"(?:(?<![\w.])\.(?=\w)|(?<![\w{SIGNS}])[{SIGNS}]+(?=\w))?"
    rf"(?:{WORD})+(?:(?<=\d)[.:](?=\d)(?:{WORD})+)*"
    rf"(?:\s?%(?!\w)|[{SIGNS}]+)?"
)
_TOKEN = re.compile(rf"{WITH_SIGNS}|&|/+")
_TOKENS = {"&": "and"}
_LETTERS = re.compile(rf"(?:{WORD})+")


@lru_cache(maxsize=1 << 16)  # sorting asks for the same names again and again
def fold(text: str) -> str:
    """The words of ``text`` in lower case with single spaces; accents, apostrophes, signs go, & is and."""
    if text.isascii():
        low = text.lower()
        if low.isalnum():  # one word, as most texts that are asked about
            return low
        if low.replace(" ", "").isalnum():  # words and spaces, as most names
            return " ".join(low.split())
    low = plain(text).replace("'", "").replace("&", " and ")
    if low.isascii():
        return " ".join(low.encode().translate(_ASCII_WORDS).decode().split())  # the same, far sooner
    return " ".join(_LETTERS.findall(low))


def spelled(text: str) -> str:
    """The words of a name as ``fold`` has them, with the signs that tell it apart: "24 / 7", "c++".

    A slash is a word of its own. Empty where there is no letter or digit.
    """
    if text.isascii() and text.replace(" ", "").isalnum():
        return fold(text)
    return " ".join(tokens(plain(text)))


def tokens(low: str) -> list[str]:
    """The words of text that ``letters.plain`` has been through."""
    low = DOTTED.sub(lambda found: found[0].replace(".", ""), low.replace("'", ""))
    parts = _LAST_SIGN.split(low) if _LAST_SIGN.search(low) else [low]
    found: list[str] = []
    for at, part in enumerate(parts):
        place = at % 5  # prose, then letters and sign of either kind
        if not place and part:
            found += map(_token, _TOKEN.findall(part))
        elif place in (1, 3) and part:
            found.append(part + parts[at + 1])
    return found if any(map(str.isalnum, "".join(found))) else []


def _token(found: str) -> str:
    return "/" if found[0] == "/" else _TOKENS.get(found) or found.replace(" ", "")


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
    "gases": "gas",
    "axes": "axis",
    "diagnoses": "diagnosis",
    "prognoses": "prognosis",
    "curricula": "curriculum",
    "memoranda": "memorandum",
    "addenda": "addendum",
    "alumni": "alumnus",
    "syllabi": "syllabus",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "halves": "half",
    "shelves": "shelf",
    "thieves": "thief",
    **{f"{who}men": f"{who}man" for who in ("sales", "chair", "spokes", "ombuds", "fire", "work", "crafts")},
    **{f"{who}people": f"{who}person" for who in ("sales", "spokes", "chair", "trades")},
    **{word: word for word in ("goods", "customs", "physics", "economics", "logistics", "politics")},
    # abbreviations without a vowel, which ``stem`` leaves alone: HTTPS is no plural of HTTP
    **{f"{one}s": one for one in ("pdf", "vpn", "crm", "dvd", "llm", "rfc", "rfp", "sdk", "tld", "xml")},
}
PARTICLES = {"ups": "up", "ins": "in", "ons": "on", "bys": "by"}  # "follow-ups", "log-ins"
_VOWEL = re.compile("[aeiouy]|[^a-z]")
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
    ("aas", "aas"),  # SaaS, PaaS
    ("js", "js"),  # Node.js, NodeJS
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
    """A folded word without its plural and in American spelling; signs stay.

    Both sides of a comparison are stemmed, so a stem need not be a word ("exercise" gives "exercize").
    Words of up to three letters stay as they are, words of up to four keep their spelling. A word without
    a vowel is an abbreviation, whose s may belong to it.
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 3 and word.endswith(_PLURAL) and (word[-1] != "s" or _VOWEL.search(word)):
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
    ordinary = _is_plain(name)
    if ordinary and name.isascii() and _AROUND.isdisjoint(name.lower().split()):
        return name.strip()
    name = one_print(name)
    question = _QUESTION.match(name)
    if question:
        name = question["name"]
    outside = (_BRACKETS.sub(" ", name) if not ordinary else name).strip()
    if not _LAST_SIGN.search(outside):
        outside = outside.strip(" -—:?")
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
    return words_of(bare(name))


def words_of(name: str) -> tuple[str, ...]:
    """The stemmed words of a name around which nothing is printed."""
    found = [stem(word) for word in spelled(singular(name)).split()]
    return (*found[:1], *(PARTICLES.get(word, word) for word in found[1:]))


def singular(text: str) -> str:
    """``text`` with plural abbreviations in the singular ("IDs" as "ID"), while capitals still show them."""
    if text[1:].islower() and text[1] not in "'’":  # a word in small letters
        return text
    return _PLURAL_ABBREVIATION.sub(r"\1", text)


@lru_cache(maxsize=1 << 17)  # asked for by checks, matching and the quiz
def key(name: str) -> str:
    """Equal for names that differ only in spelling, number or print. Empty when a name has no word."""
    return "".join(words(name))


def slug(name: str) -> str:
    """The address of a name: lower-case ASCII words joined by hyphens, at most 80 characters.

    Signs that tell names apart are spoken: "c-plus-plus", "c-sharp", "dot-net". Empty where a letter of the
    name has no ASCII letter, so that an address has to be given. No name of a device: a file of that name
    cannot be.
    """
    out = "-".join(_ADDRESSABLE.findall(" ".join(map(_spoken, spelled(name).split()))))
    if not _SLUG.fullmatch(out) or any(ord(sign) > 127 for sign in fold(name)):
        return ""
    if len(out) > MAX_SLUG:  # then what fits of its words, or of the only one
        return out[: MAX_SLUG + 1].rpartition("-")[0] or out[:MAX_SLUG]
    return f"{out}-term" if out in DEVICES else out


_SPOKEN = {
    "+": "plus", "#": "sharp", "%": "percent", "@": "at", "$": "dollar", "€": "euro", "£": "pound",
    "¥": "yen", "°": "degree", ".": "dot", "-": "minus", "*": "star",
}  # fmt: skip
_SPOKEN_BEFORE = {"#": "hash"}
_AROUND_WORD = re.compile(r"([^a-z0-9]*)(.*?)([^a-z0-9]*)", re.DOTALL)


def _spoken(word: str) -> str:
    """One word with the signs around it as words."""
    found = _AROUND_WORD.fullmatch(word)
    before, inside, after = found.groups() if found else ("", word, "")
    if not inside:
        return ""
    return " ".join(
        (
            *(_SPOKEN_BEFORE.get(sign) or _SPOKEN.get(sign, "") for sign in before),
            inside,
            *(_SPOKEN.get(sign, "") for sign in after),
        )
    )


_ADDRESSABLE = re.compile("[a-z0-9]+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    return len(text) <= MAX_SLUG and _SLUG.fullmatch(text) is not None


def initials(name: str) -> str:
    """First letters of the words, upper case: the plainest abbreviation of a name."""
    return "".join(word[0] for word in fold(name).split()).upper()
