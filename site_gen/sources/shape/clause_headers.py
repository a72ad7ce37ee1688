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
    (
        "also|sometimes|often|otherwise",
        "says?|said|calls?|called|hear|heard|named|known|uses?|writes?|types?",
    ),
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
    r"es anlaml\w{1,9}(?: \w{3,12})?$",  # with any ending
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
    "autre, autres, d'autres, "
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


_FOR_IT = re.compile(
    r"(?<=\w) (?:(?:for|of) (?:it|this|that|the term)|dafur|hierfur|pour (?:ca|cela)|para (?:ello|eso)|"
    r"per questo|"
    r"ervoor)$"
)


def says_other_names(header: str) -> bool:
    """Whether a column or key with this header holds what else a thing is called."""
    own = _ANY.sub("", names.fold(header), count=1) if header.rstrip().endswith("?") else names.fold(header)
    own = _FOR_IT.sub("", own)
    if not 1 < len(own.split()) <= MAX_WORDS or _NOT.search(own):
        return False
    first, _, rest = own.partition(" ")
    before, _, last = own.rpartition(" ")
    joined = (first in _OTHER and _names(rest)) or (last in _OTHER and _names(before))
    return joined or any(clause.match(own) for clause in _CLAUSES)


_WORD = r"(?:words?|terms?|names?|phrases?|expressions?)"
_OURSELVES = r"(?:we|(?:our |the )?(?:team|staff|desk|agents|colleagues|advis[eo]rs))"
_OWN = re.compile(  # folded: "Word we use", "So nennen wir es", "Nous disons"
    rf"(?:the |our )?{_WORD} (?:that |which )?{_OURSELVES} (?:use|say|prefer)s?|"
    r"(?:(?:what|how) )?we (?:say|call (?:it|this|them|that))|"
    r"(?:(?:so|wie|was) )?wir (?:sagen|nennen)(?: es| das)?|"
    r"(?:so|wie) (?:nennen|sagen) wir(?: es| das| dazu)?|"
    r"(?:bei uns heisst (?:es|das)|(?:so|wie) heisst (?:es|das) bei uns)|"
    r"(?:(?:ce que|comment) )?nous (?:disons|l ?appelons)|"
    r"(?:(?:lo que|como) )?(?:nosotros )?(?:decimos|lo llamamos)|"
    r"(?:(?:cosa|come) )?(?:noi )?(?:diciamo|lo chiamiamo)|(?:(?:o que|como) )?(?:nos )?(?:dizemos|chamamos)|"
    r"(?:(?:wat|zo) )?(?:wij|we) (?:zeggen|noemen(?: het| dit)?)|zo noemen (?:wij|we) het|"
    r"(?:sa )?(?:vi sager|sager vi)|"
    r"(?:(?:как|что) )?мы (?:говорим|называем)(?: это)?|(?:biz )?(?:ne )?diyoruz|(?:jak )?(?:my )?mowimy"
)


def says_own_name(header: str) -> bool:
    """Whether a column with this header holds what the writers of the list call a thing: "Word we use"."""
    return _OWN.fullmatch(names.fold(header)) is not None


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


_NAME = (
    "term|word|phrase|expression|abbreviation|acronym|begriff|fachbegriff|wort|ausdruck|abkurzung|terme|"
    "mot|sigle|"
    "termino|palabra|sigla|expresion|termine|parola|espressione|termo|palavra|expressao|begrip|woord|"
    "afkorting|"
    "termin|slowo|haslo|termen|ord|термин|слово|terim|kelime"
)
_ASKS_NAME = re.compile(  # of a form, folded: "What is the term?"
    rf"(?:(?:what|which)(?: is| s)?|was ist|wie (?:heisst|lautet)|welche[rsn]?|quel(?:le)?(?: est)?|"
    rf"cual es|que|"
    rf"qual e|quale|wat is|welk(?:e)?|jaki(?:e)?(?: jest)?|vilket|какой|какое) "
    rf"(?:(?:the|your|an?|new|der|die|das|dein|ihr|neue[rs]?|le|la|l|el|un|il|lo|o|a|de|het|"
    rf"jest) ){{0,2}}(?:{_NAME})\b"
    rf"(?! (?:mean|stand|bedeut|signif|heisst|betek))"
)
_ASKS_TEXT = re.compile(
    r"(?:how (?:would|do|can) (?:you|we) (?:explain|describe|define)|(?:please )?(?:explain|describe|define) "
    r"(?:it|this|the|what|in)\b|what does (?:it|this|that|the (?:term|word|abbreviation)) (?:mean|stand for)|"
    r"what do (?:you|we) mean|(?:wie )?(?:wurdest du|wurden sie|erklarst du|erklaren sie) .{0,40}|"
    r"was bedeutet "
    r"(?:es|er|das|der begriff|das wort)|(?:bitte )?(?:erklare|erklaren|beschreibe?n?) |que (?:signifie|"
    r"veut dire)|"
    r"comment (?:l )?expliqu|expliquez|que significa|como (?:lo |la )?(?:explicar|definir)|explica |"
    r"cosa significa|"
    r"come (?:lo |la )?(?:spiegher|definir)|spiega |o que significa|como explicar|wat betekent|"
    r"hoe zou (?:je|u)|leg "
    r"(?:het )?uit|co (?:to )?(?:znaczy|oznacza)|vad betyder|что (?:это )?(?:значит|означает)|"
    r"как бы вы объяснили|ne "
    r"demek)"
)


def asked_for(header: str) -> str:
    """The role of the answers to a question of a form: "What is the term?" is "name"; else ""."""
    if not header.rstrip().endswith(("?", "*", ":", ".")) or len(header.split()) > ASKED:
        return ""
    own = names.fold(header)
    return "text" if _ASKS_TEXT.match(own) else "name" if _ASKS_NAME.match(own) else ""


ASKED = 16  # words of such a question


def role_in_words(header: str) -> str:
    """The role of a column by a clause or question over it, "" if there is none."""
    if says_other_names(header):
        return "also"
    if says_own_name(header):
        return "name"
    return "long" if says_long_form(header) else asked_for(header)


_ANY = re.compile(
    r"(?:(?:any|are there|is there|do you know|gibt es|kennst du|y a t il|hay|ci sono|ha|zijn er) )+(?:any )?"
)


def _names(header: str) -> bool:
    """Whether a header, or what it is the plural of, holds names."""
    return header in _NAMES or header.removesuffix("s") in _NAMES
