"""How names are compared: one rule of "the same name" for matching, linking and collision checks.

Three functions, each for a different use:

``fold``     removes differences that do not matter to readers: case, accents, apostrophes, and all signs
             (``&`` becomes "and"). For prose and headings.
``spelled``  does the same but keeps the signs that tell names apart: "c++", "c#", ".net", "n / a", "99%".
``key``      does this for a whole name, takes each word without plural and British spelling
             (``word_forms.stem``), and also removes what is printed around a name: an
             abbreviation in brackets, "What is …?", articles, trademark signs. It removes spaces, too, so
             that "cross selling", "cross-selling" and "crossselling" have the same key.

Which signs belong to a name: ``+ # % @ $ °`` where they touch a letter or digit, a dot in front of a word or
between digits, a colon between digits, a slash and an ampersand with or without spaces around them, a sign
of money before a number, with or without a space between, a minus with a number at the beginning ("-1"), and
a minus or an asterisk behind a last word of one or two letters ("A-", "A*").

The browser's lookup compares in the same way (assets/lookup.js); tests/data/tables/names.json holds the
cases that both must pass.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from site_gen.model.letters import WORD, mixed, one_print, plain
from site_gen.model.word_forms import stem

MAX_SLUG = 80
# Windows opens a device instead of a file of these names, whatever its ending:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}

# A table for bytes.translate, which is fast: letters and digits of ASCII stay, all else becomes a space.
_ASCII_WORDS = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
_QUESTION = re.compile(
    r"^\s*(?:what(?:'s|’s| is| are| does)|how (?:is|are|do you define)|define|definition of|meaning of)\s+"
    r"(?P<name>\S.*?)(?:(?<!\s)\s+(?:mean|stand for|measured|defined|calculated))?$",
    re.IGNORECASE,
)
_AROUND = {"what", "how", "define", "definition", "meaning", "a", "an", "the"}  # question words, articles
_EDGES = re.compile(r"^(?!\s*-\d)[ \-—:?]+|(?<![ \-—:?])[ \-—:?]+$")  # "-1" keeps its minus
_ARTICLE = re.compile(r"^\s*(?:an?|the)\s+(?=[^\s/&+*-])(?!#+(?:\s|$))", re.IGNORECASE)
_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?[(\[（]([^()\[\]（）]*)[)\]）](?!\w)")  # "(re)open" is one word
_ENDING = re.compile(  # "KPIs", "T&Cs", "Q & As"; "PhDs", "MSc's"; "4Gs", "A's"; "SMSes"; "Wi-Fi's"
    r"(?:(?<![\w’'])([A-Z](?:[&/.]?[A-Z]){0,40}(?:[&/.]| & )?[A-Z0-9]"
    r"|[A-Za-z]+[A-Z]|[A-Z][a-z]*[A-Z][A-Za-z]*(?=['’])"
    r"|[A-Z]+\d[A-Z0-9]*|\d+[A-Z]+|[A-Z](?=['’]))(?:['’]|(?<=[SX])e)?s|['’]s)(?!\w)"
)

_PARTED = re.compile(r"(?<=\d) : (?=\d)|(?<=\w) [+#]+$")  # spaces that people also leave out: "1 : 1", "C ++"

# Signs that belong to a name, in text that ``letters.plain`` or ``one_print`` returned.
MONEY = "$€£¥"
SIGNS = f"+#%@{MONEY}°"
DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?")  # "U.S.", "e.g."
_LAST_SIGN = re.compile(
    r"(?<![\w-])([^\W_]{1,2}(?=-)|[^\W\d_]{1,2})(-{1,2}|\*)(?=\s*$)|(?<![\w-])([^\W\d_])(--)(?!\w)"
)
WITH_SIGNS = (  # one word with the signs that belong to it
    rf"(?:(?<![\w.])\.(?=\w)|\A *-(?=\d)|(?<![\w{SIGNS}])(?:[{SIGNS}]+(?=\w)|[{MONEY}] (?=\d)))?"
    rf"(?:{WORD})+(?:(?<=\d)(?:[.:]| : )(?=\d)(?:{WORD})+)*"
    rf"(?:\s?%(?!\w)|[{SIGNS}]+| [+#]+$)?"
)
_TOKEN = re.compile(rf"{WITH_SIGNS}|&|/+")
_TOKENS = {"&": "and"}
_LETTERS = re.compile(rf"(?:{WORD})+")


@lru_cache(maxsize=1 << 16)  # sorting folds the same names many times
def fold(text: str) -> str:
    """The words of ``text`` in lower case with single spaces, without accents and signs; "&" is "and"."""
    if text.isascii():
        low = text.lower()
        if low.isalnum():  # most texts are one word
            return low
        if low.replace(" ", "").isalnum():  # most others are words and spaces
            return " ".join(low.split())
    low = plain(text).replace("'", "").replace("&", " and ")
    if low.isascii():
        return " ".join(low.encode().translate(_ASCII_WORDS).decode().split())  # same result, but much faster
    return " ".join(_LETTERS.findall(low))


def spelled(text: str) -> str:
    """The words of a name as ``fold`` gives them, but with the signs that belong to it: "24 / 7", "c++".

    A slash is a word of its own. Empty if the name has no letter and no digit.
    """
    if text.isascii() and text.replace(" ", "").isalnum():
        return fold(text)
    return " ".join(tokens(plain(text)))


def tokens(low: str) -> list[str]:
    """The words of a text that ``letters.plain`` returned, with their signs; [] without letter and digit."""
    low = DOTTED.sub(lambda found: found[0].replace(".", ""), low.replace("'", ""))
    parts = _LAST_SIGN.split(low) if _LAST_SIGN.search(low) else [low]
    found: list[str] = []
    for at, part in enumerate(parts):
        place = at % 5  # parts repeat: text, letters, sign, letters, sign (see _LAST_SIGN)
        if not place and part:
            found += map(_token, _TOKEN.findall(part))
        elif place in (1, 3) and part:
            found.append(part + parts[at + 1])
    return found if any(map(str.isalnum, "".join(found))) else []


def closed(name: str) -> str:
    """A name without spaces beside signs that are part of a word: "C ++" as "C++", "1 : 1" as "1:1"."""
    return _PARTED.sub(lambda found: found[0].strip(), name)


def _token(found: str) -> str:
    return "/" if found[0] == "/" else _TOKENS.get(found) or found.replace(" ", "")


PARTICLES = {"ups": "up", "ins": "in", "ons": "on", "bys": "by"}  # "follow-ups", "log-ins"


def bare(name: str) -> str:
    """A printed name without what stands around it: brackets, question form, article, signs."""
    ordinary = _is_plain(name)
    if ordinary and name.isascii() and _AROUND.isdisjoint(name.lower().split()):
        return name.strip()
    name = one_print(name)
    question = _QUESTION.match(name.rstrip().rstrip("?").rstrip())
    if question:
        name = question["name"]
    outside = (_BRACKETS.sub(" ", name) if not ordinary else name).strip()
    if not _LAST_SIGN.search(outside):
        outside = _EDGES.sub("", outside)
    name = outside or name
    return _ARTICLE.sub("", name).strip() or name.strip()


def _is_plain(name: str) -> bool:
    return name.replace(" ", "").isalnum()


def brackets(name: str) -> tuple[str, ...]:
    """What stands in brackets in a printed name: an abbreviation, its long form, or a qualifier."""
    return tuple(found.strip() for found in _BRACKETS.findall(name) if found.strip())


@lru_cache(maxsize=1 << 16)
def words(name: str) -> tuple[str, ...]:
    """The stemmed words of a printed name in order, without what ``bare`` removes."""
    return words_of(bare(name))


def words_of(name: str) -> tuple[str, ...]:
    """The stemmed words of a name that ``bare`` returned, in order."""
    found = [stem(word) for word in spelled(singular(name)).split()]
    return (*found[:1], *(PARTICLES.get(word, word) for word in found[1:]))


def singular(text: str) -> str:
    """``text`` with plural abbreviations in the singular ("IDs" as "ID"), and without "’s" behind words.

    It needs the capitals of the text.
    """
    if text[1:].islower() and "'" not in text and "’" not in text:  # a word in small letters
        return text
    return _ENDING.sub(r"\1", text)


@lru_cache(maxsize=1 << 17)  # checks, matching and the quiz need the same keys
def key(name: str) -> str:
    """A text that is equal for names that differ only in spelling, singular or plural, or print.

    Empty if the name has no word.
    """
    return "".join(words(name))


_SHORT_WORDS = re.compile(r"[^\s/-]+")
_LONGEST_SHORT = 6  # letters: a longer word in capitals is no abbreviation


def contradict(one: str, other: str) -> bool:
    """Whether two names with one key have abbreviations of different letters: "CORS policy", "COR policy".

    ``key`` ignores case, so it takes a capital S at the end for a plural; only both names show that it is
    none. Of names of several words that are all in capitals nothing can be said.
    """
    first, second = (_SHORT_WORDS.findall(singular(bare(name))) for name in (one, other))
    if len(first) != len(second) or (len(first) > 1 and (one.isupper() or other.isupper())):
        return False
    return any(
        len({*pair}) > 1 and all(map(_is_in_capitals, pair)) and max(pair, key=len).endswith("S")
        for pair in zip(first, second, strict=True)
    )


def _is_in_capitals(name: str) -> bool:
    return name.isalpha() and len(name) <= _LONGEST_SHORT and sum(map(str.isupper, name)) > 1


def slug(name: str, letters: Mapping[str, str] | None = None) -> str:
    """The address of a name: lower-case ASCII words joined by hyphens, at most 80 characters.

    ``letters`` are small letters that the name's language writes with others in addresses ("ü" as "ue").

    Signs that belong to a name become words: "c-plus-plus", "c-sharp", "dot-net". Empty if a letter of the
    name has no ASCII form: then an editor has to choose an address. Names of Windows devices get the ending
    "-term", because Windows cannot have files with such names.
    """
    if letters:
        low = unicodedata.normalize("NFC", name).lower()
        name = "".join(letters.get(letter, letter) for letter in low)
    out = "-".join(_ADDRESSABLE.findall(" ".join(map(spoken, spelled(name).split()))))
    if not _SLUG.fullmatch(out) or any(ord(sign) > 127 for sign in fold(name)):
        return ""
    if len(out) > MAX_SLUG:  # keep the whole words that fit, or the beginning of one long word
        return out[: MAX_SLUG + 1].rpartition("-")[0] or out[:MAX_SLUG]
    return f"{out}-term" if out in DEVICES else out


def without_slug(name: str) -> str:
    """Why ``slug`` gives no address for a name, as the beginning of a message."""
    word = mixed(name)
    mixing = f", whose word '{word}' has letters of several alphabets that look alike" if word else ""
    return f"no address can be made from '{name}'{mixing}"


_SPOKEN = {
    "+": "plus", "#": "sharp", "%": "percent", "@": "at", "$": "dollar", "€": "euro", "£": "pound",
    "¥": "yen", "°": "degree", ".": "dot", "-": "minus", "*": "star",
}  # fmt: skip
_SPOKEN_BEFORE = {"#": "hash"}
_AROUND_WORD = re.compile(r"([^a-z0-9]*)(.*?)([^a-z0-9]*)", re.DOTALL)


def spoken(word: str) -> str:
    """One word that ``spelled`` gave, with the signs around it as words: "c++" as "c plus plus"."""
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
    """Whether a text may be the slug of a term: at most 80 of a-z and 0-9, with single hyphens between."""
    return len(text) <= MAX_SLUG and _SLUG.fullmatch(text) is not None


def initials(name: str) -> str:
    """The first letters of the words in upper case: the simplest abbreviation of a name."""
    return "".join(word[0] for word in fold(name).split()).upper()
