"""English words without their plural and their British spelling: tables of endings and of whole words.

The browser stems with the same tables (``stem_tables``); tests/data/tables/names.json holds the cases that
both must pass.
"""

from __future__ import annotations

import re
from functools import lru_cache

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
