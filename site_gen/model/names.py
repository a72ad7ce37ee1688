"""How names are compared: one rule of "the same name" for matching, linking and collision checks.

Four functions, each for a different use:

``fold``     removes differences that do not matter to readers: case, accents, apostrophes, and all signs
             (``&`` becomes "and"). For prose and headings.
``spelled``  does the same but keeps the signs that tell names apart: "c++", "c#", ".net", "n / a", "99%".
``stem``     takes one word that ``fold`` or ``spelled`` gave, and removes its plural and British spelling.
``key``      does all of this for a whole name and also removes what is printed around a name: an
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

MAX_SLUG = 80
# Windows opens a device instead of a file of these names, whatever its ending:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}

# A table for bytes.translate, which is fast: letters and digits of ASCII stay, all else becomes a space.
_ASCII_WORDS = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
_QUESTION = re.compile(
    r"^\s*(?:what(?:'s|’s| is| are| does)|how (?:is|are|do you define)|define|definition of|meaning of)\s+"
    r"(?P<name>.+?)(?:\s+(?:mean|stand for|measured|defined|calculated))?\s*\?*\s*$",
    re.IGNORECASE,
)
_AROUND = {"what", "how", "define", "definition", "meaning", "a", "an", "the"}  # question words, articles
_EDGES = re.compile(r"^(?!\s*-\d)[ \-—:?]+|[ \-—:?]+$")  # "-1" keeps its minus
_ARTICLE = re.compile(r"^\s*(?:an?|the)\s+(?=[^\s/&])", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）](?!\w)")  # "(re)open" is one word
_PLURAL_ABBREVIATION = re.compile(  # "KPIs", "T&Cs", "Q & As"; "PhDs", "MSc's"; "4Gs", "A's"
    r"(?<![\w’'])([A-Z](?:[&/.]?[A-Z])*(?:[&/.]| & )?[A-Z0-9]"
    r"|[A-Za-z]+[A-Z]|[A-Z][a-z]*[A-Z][A-Za-z]*(?=['’])"
    r"|[A-Z]+\d[A-Z0-9]*|\d+[A-Z]+|[A-Z](?=['’]))['’]?s(?!\w)"
)

# Signs that belong to a name, in text that ``letters.plain`` or ``one_print`` returned.
MONEY = "$€£¥"
SIGNS = f"+#%@{MONEY}°"
DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?")  # "U.S.", "e.g."
_LAST_SIGN = re.compile(
    r"(?<![\w-])([^\W_]{1,2}(?=-)|[^\W\d_]{1,2})(-{1,2}|\*)(?=\s*$)|(?<![\w-])([^\W\d_])(--)(?!\w)"
)
WITH_SIGNS = (  # one word with the signs that belong to it
    rf"(?:(?<![\w.])\.(?=\w)|\A *-(?=\d)|(?<![\w{SIGNS}])(?:[{SIGNS}]+(?=\w)|[{MONEY}] (?=\d)))?"
    rf"(?:{WORD})+(?:(?<=\d)[.:](?=\d)(?:{WORD})+)*"
    rf"(?:\s?%(?!\w)|[{SIGNS}]+)?"
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


def _token(found: str) -> str:
    return "/" if found[0] == "/" else _TOKENS.get(found) or found.replace(" ", "")


_IRREGULAR_PLURALS = """
people>person men>man women>woman children>child oxen>ox geese>goose feet>foot teeth>tooth mice>mouse
lice>louse dice>die lives>life wives>wife knives>knife halves>half shelves>shelf thieves>thief loaves>loaf
calves>calf scarves>scarf wolves>wolf elves>elf hooves>hoof wharves>wharf dwarves>dwarf chairmen>chairman
firemen>fireman workmen>workman policemen>policeman salespeople>salesperson spokespeople>spokesperson
chairpeople>chairperson tradespeople>tradesperson statuses>status bonuses>bonus viruses>virus
campuses>campus focuses>focus buses>bus menus>menu lenses>lens canvases>canvas gases>gas gasses>gas
criteria>criterion phenomena>phenomenon automata>automaton crises>crisis axes>axis diagnoses>diagnosis
prognoses>prognosis indices>index indexes>index matrices>matrix appendices>appendix vertices>vertex
vortices>vortex cortices>cortex helices>helix codices>codex curricula>curriculum memoranda>memorandum
addenda>addendum errata>erratum strata>stratum data>datum quanta>quantum momenta>momentum ova>ovum
symposia>symposium referenda>referendum millennia>millennium bacteria>bacterium spectra>spectrum
alumni>alumnus syllabi>syllabus nuclei>nucleus stimuli>stimulus cacti>cactus fungi>fungus radii>radius
foci>focus loci>locus termini>terminus larvae>larva vertebrae>vertebra antennae>antenna algae>alga
formulae>formula nebulae>nebula schemata>schema bureaux>bureau plateaux>plateau tableaux>tableau
"""
_BRITISH_WORDS = "tyre>tire tyres>tire grey>gray"  # too short for the table of endings
_NO_PLURALS = (
    "canvas atlas lens news goods customs physics economics logistics politics mathematics electronics"
)
_WITHOUT_VOWEL = ("pdf", "vpn", "crm", "dvd", "llm", "rfc", "rfp", "sdk", "tld", "xml")


def _pairs(text: str) -> dict[str, str]:
    return {word: stem for word, _, stem in (pair.partition(">") for pair in text.split())}


_IRREGULAR = {  # whole words that the tables of endings get wrong; general English only
    **_pairs(_IRREGULAR_PLURALS),
    **_pairs(_BRITISH_WORDS),
    **{word: word for word in _NO_PLURALS.split()},
    # abbreviations without a vowel, which ``stem`` leaves alone: HTTPS is no plural of HTTP
    **{f"{short}s": short for short in _WITHOUT_VOWEL},
}
PARTICLES = {"ups": "up", "ins": "in", "ons": "on", "bys": "by"}  # "follow-ups", "log-ins"
_VOWEL = re.compile("[aeiouy]|[^a-z]")
_PLURALS = (  # (ending, replacement); the first ending that fits is used
    ("smen", "sman"),  # salesmen, batsmen
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
_BRITISH = (  # the first that fits is used, so words stand before endings
    ("programme", "program"),
    ("adviser", "advisor"),
    ("aeroplane", "airplane"),
    ("artefact", "artifact"),
    ("caesarean", "cesarean"),
    ("councillor", "councilor"),
    ("cypher", "cipher"),
    ("distil", "distill"),
    ("doughnut", "donut"),
    ("encyclopaedia", "encyclopedia"),
    ("foetal", "fetal"),
    ("foetus", "fetus"),
    ("greyscale", "grayscale"),
    ("greylist", "graylist"),
    ("greylisted", "graylisted"),
    ("greylisting", "graylisting"),
    ("gynaecology", "gynecology"),
    ("gynaecologist", "gynecologist"),
    ("haemoglobin", "hemoglobin"),
    ("haemorrhage", "hemorrhage"),
    ("jewellery", "jewelry"),
    ("kilogramme", "kilogram"),
    ("likeable", "likable"),
    ("manoeuvre", "maneuver"),
    ("marvellous", "marvelous"),
    ("mediaeval", "medieval"),
    ("mould", "mold"),
    ("moustach", "mustach"),  # what the plural endings leave of it
    ("moveable", "movable"),
    ("oestrogen", "estrogen"),
    ("omelette", "omelet"),
    ("plough", "plow"),
    ("pyjama", "pajama"),
    ("saleable", "salable"),
    ("sceptic", "skeptic"),
    ("sceptical", "skeptical"),
    ("sizeable", "sizable"),
    ("skilful", "skillful"),
    ("useable", "usable"),
    ("wilful", "willful"),
    ("woollen", "woolen"),
    ("yoghurt", "yogurt"),
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
    ("aemia", "emia"),
    ("aemic", "emic"),
    ("aediatric", "ediatric"),
    ("opaedic", "opedic"),
    ("aesthesia", "esthesia"),
    ("aeology", "eology"),
    ("oesophagus", "esophagus"),
    ("oedema", "edema"),
    ("rrhoea", "rrhea"),
    ("ulphur", "ulfur"),
    ("ulphate", "ulfate"),
    ("uminium", "uminum"),
    ("elling", "eling"),
    ("elled", "eled"),
    ("eller", "eler"),
    ("ellor", "elor"),
    ("alling", "aling"),
    ("alled", "aled"),
    ("aller", "aler"),
)


# Only the endings, so that one call of str.endswith can test all of them.
_PLURAL, _SPELT = (tuple(ending for ending, _ in table) for table in (_PLURALS, _BRITISH))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A folded word in the singular and in American spelling; signs are kept.

    Both sides of a comparison are stemmed, so a stem need not be a word ("exercise" gives "exercize").
    A word of up to three letters is not changed; one of four letters keeps its British spelling. A word
    without a vowel is an abbreviation: an s at its end may be one of its letters, so it is kept.
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
    """The tables of ``stem`` for the lookup in the browser: whole words, plural and British endings."""
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
    """``text`` with plural abbreviations in the singular ("IDs" as "ID"); needs the capitals of the text."""
    if text[1:].islower() and text[1] not in "'’":  # a word in small letters
        return text
    return _PLURAL_ABBREVIATION.sub(r"\1", text)


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
