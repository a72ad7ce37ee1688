"""Headers of columns with other names that no list holds: "They may also say", "Alternative keywords".

Such a header has a word of adding and a verb of naming of one language, or says what people call the thing,
or has a word for "other" beside a header of names.
"""

from __future__ import annotations

import re

from site_gen.model import names
from site_gen.sources.shape.header_words import NAME_HEADERS, WEAK_NAMES, folded_set

MAX_WORDS = 8

# All words stand as ``names.fold`` gives them: without accents, and apostrophes leave no space ("lappelle").
_ADDING_AND_NAMING = (
    ("also|sometimes|often|otherwise", "say|says|said|call|calls|called|hear|heard|named|known"),
    ("auch|manchmal|sonst", r"sag\w*|gesagt|nenn\w*|genannt|heisst|hort|horen|bezeichnet"),
    ("aussi|parfois|egalement", r"dit|dites|disent|l?appel\w+|nomm\w+|entend\w*"),
    ("tambien|ademas", r"dice\w*|decir|dicho|llam\w+|oye\w*"),
    ("anche|talvolta", r"dice|dicono|detto|detta|dire|chiam\w+|sente|sentono"),
    ("tambem|as vezes", r"diz|dizem|dito|dizer|cham\w+|ouve\w*"),
    ("ook|soms", r"zeg\w*|gezegd|noem\w*|genoemd|heet|hoort"),
    ("также|еще|иногда", r"говор\w+|называ\w+"),
)
_PEOPLE = r"(?:\w+ ){0,2}?(?:they|people|everybody|others|some|\w{3,}s)"
_LEUTE = "(?:kunden|gaste|leute|andere|manche|viele)"
_IT = "(?:it|this|that|them)"
_OURS = (  # who writes the glossary, and what no person says
    r"(?!.*\b(?:we|agents?|advis[eo]rs?|operators?|reps|colleagues|orders|numbers|users manual|"
    r"mitarbeit\w*|berater\w*|wir|regel\w*|gesetze)\b)"
)
_WHO = (
    "customer|caller|patient|guest|client|member|user|visitor|passenger|student|tenant|resident|citizen|"
    "buyer|shopper|parent|applicant|claimant"
)
_WHO_SAY = rf"(?:they|people|everybody|others|some|\w+(?:ers|ors|ees)|(?:{_WHO})s|children|kids)"
_SAID = (  # "Patients say", "What the caller says", "Mieter sagen", "Les clients disent"
    rf"{_OURS}(?:what |how )?(?:(?:the |our |some )?{_WHO_SAY} (?:say|ask for)|"
    rf"(?:the |a )?(?:{_WHO}) (?:says|asks for|calls it))$",
    rf"{_OURS}(?:was |wie )?(?:die |der |unsere )?\w{{3,}}(?:en|er|de|te|e) (?:sagen|sagt)$",
    rf"{_OURS}(?:ce que )?(?:(?:les?|la|nos|vos) \w+ (?:disent|dit)|(?:disent|dit) (?:les?|la|nos|vos) \w+)$",
    r"(?:lo que |como )?(?:(?:el|la|los|las) \w+ dicen?|dicen? (?:el|la|los|las) \w+)$",
    r"(?:come |cosa )?(?:(?:il|la|i|gli|le) \w+ (?:dice|dicono)|(?:dice|dicono) (?:il|la|i|gli|le) \w+)$",
    r"(?:o que |como )?(?:(?:o|a|os|as) \w+ (?:diz|dizem)|(?:diz|dizem) (?:o|a|os|as) \w+)$",
    r"(?:wat )?(?:de |een )?\w{4,} (?:zegt|zeggen)$",
)
_CLAUSES = (
    *(
        re.compile(rf"(?=(?:.* )?(?:{adding})(?: |$))(?=(?:.* )?(?:{naming})(?: |$))")
        for adding, naming in _ADDING_AND_NAMING
    ),
    re.compile(rf"(?:(?:what|how) )?{_PEOPLE} (?:may|might|can|could|will) (?:say|call)(?: {_IT})?$"),
    re.compile(rf"(?:what|how) {_PEOPLE} calls?(?: {_IT})?$|{_PEOPLE} call {_IT}$"),
    re.compile(rf"(?:other|more) (?:words|names|terms) (?:that )?{_PEOPLE} (?:say|use)(?: for {_IT})?$"),
    *(re.compile(said) for said in _SAID),
    re.compile(rf"(?:so|wie) (?:nennen|sagen) (?:es )?(?:\w+ )?{_LEUTE}(?: es)?$"),
    re.compile(rf"(?:wie |so )?(?:\w+ )?{_LEUTE} (?:es )?(?:nennen|sagen)(?: es)?$"),
)  # fmt: skip
_NOT = re.compile(r"\b(?:not|never|avoid|nicht|nie|niemals|pas|jamais|nunca|mai|nao|niet|nooit|не)\b")
_OTHER = folded_set(
    "other, alternative, alternate, additional, further, extra, alt, andere, anderer, anderes, "
    "weitere, weiterer, weiteres, alternative, alternativer, alternativen, gleichbedeutende, sonstige, "
    "zusätzliche, "
    "autre, autres, "
    "alternatif, alternatifs, otro, otra, otros, otras, alternativo, alternativa, alternativos, "
    "alternativas, altro, altra, altri, altre, alternativi, outro, outra, outros, outras, ander, "
    "overige, alternatieve, другой, другая, другое, другие, альтернативное, альтернативные, diğer, "
    "başka, inne, inna, jiné, jiný, iné, andra, annan, annat, andet, andre, muu, muut, інша, інші"
)
_NAMES = (NAME_HEADERS - WEAK_NAMES) | folded_set(
    "name, names, title, titles, label, labels, keyword, nom, noms, nombres, nomi, nomes, namen, namn, "
    "navn, navne, "
    "bezeichnung, bezeichnungen, benennungen, fachbegriffe, désignation, désignations, dénomination, "
    "dénominations, "
    "appellation, appellations, denominación, denominaciones, denominazione, denominazioni, designação, "
    "designações, "
    "benaming, benamingen, benämning, benämningar, betegnelse, betegnelser, названия, наименования, isim, "
    "isimler, adlar"
)


def says_other_names(header: str) -> bool:
    """Whether a column or key with this header holds what else a thing is called."""
    own = names.fold(header)
    if not 1 < len(own.split()) <= MAX_WORDS or _NOT.search(own):
        return False
    first, _, rest = own.partition(" ")
    before, _, last = own.rpartition(" ")
    joined = (first in _OTHER and _names(rest)) or (last in _OTHER and _names(before))
    return joined or any(clause.match(own) for clause in _CLAUSES)


_FULL = tuple(
    folded_set(
        "full, complete, long, whole, expanded, written out, spelled out, vollständig, ganz, voll, lang, "
        "ausgeschrieben, complèt, entier, entièr, développ, étendu, larg, desarrollad, extendid, estes, "
        "inter, extens, volledig, uitgeschreven, полн, развернут, развёрнут, tam, açık, uzun, pełn, "
        "rozwinięt, plný, plné, celý, úplný, fullständig, fuld, utskriv, täydelli, koko, teljes, повн, "
        "пълн, πλήρ"
    )
)
_FORMS = folded_set(
    "name, form, term, title, wording, spelling, bezeichnung, begriff, fassung, schreibweise, benennung, "
    "nom, forme, intitulé, libellé, appellation, désignation, nombre, forma, denominación, término, "
    "designación, nome, denominazione, dicitura, termine, designação, termo, naam, vorm, benaming, "
    "название, наименование, форма, имя, hali, adı, ad, ismi, biçimi, yazılışı, yazilisi, nazwa, nazev, "
    "název, tvar, namn, navn, form, nimi, muoto, név, alak, denumire, nume, назва, име, όνομα"
)


def says_long_form(header: str) -> bool:
    """Whether a column with this header holds what abbreviations stand for: "Vollständiger Name"."""
    first, _, rest = names.fold(header).partition(" ")
    before, _, last = names.fold(header).rpartition(" ")
    return (first.startswith(_FULL) and rest in _FORMS) or (last.startswith(_FULL) and before in _FORMS)


def _names(header: str) -> bool:
    """Whether a header, or what it is the plural of, holds names."""
    return header in _NAMES or header.removesuffix("s") in _NAMES
