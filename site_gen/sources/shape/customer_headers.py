"""Headers of columns with the sentences that customers are told: "What we tell the patient", "Für Kunden".

A header states it by a word of saying and by the people to whom it is said. What customers say themselves is
something else: "What the customer says", "Lo que dice el cliente".
"""

from __future__ import annotations

import re

from site_gen.model import names

MAX_WORDS = 10

# All words stand as ``names.fold`` gives them: without accents, and apostrophes leave no space ("lusager").


def _any(words: str) -> str:
    """One of the words; those of an expression are joined by "_"."""
    return f"(?:{'|'.join(words.split()).replace('_', ' ')})"


def _people(beginnings: str) -> str:
    """Whom a desk answers, by the beginnings of the words."""
    return rf"[ld]?{_any(beginnings)}\w{{0,6}}"


_EN = _people(
    "customer client patient user caller guest visitor student citizen member resident tenant "
    "passenger subscriber shopper applicant policyholder owner traveler traveller insured claimant "
    "taxpayer buyer borrower donor parents families household"
)
_EN_SAY = _any(
    "say saying said tell telling told explain explained explanation answer reply respond response "
    "talk speak word worded wording phrase phrased phrasing sentence line script text template "
    "message version write communicate"
)
_EN_KIND = _any(
    "facing friendly ready safe wording phrasing text script sentence phrase explanation version "
    "language speak"
)
_DE = _people(
    "kunde kundin klient patient gast gaste nutzer anwender anrufer studierende burger mitglied "
    "mieter besucher fahrgast versicherte ratsuchende angehorige einwohner antragsteller reisende "
    "eltern schuler leser tierhalter halter besitzer spender klient verbraucher kaufer"
)
_DE_SAY = _any(
    r"sage sagen sag gesagt erklare erklaren erklart erklarung antwort antworten formulier\w* satz "
    r"satze text texte textbaustein\w* wortlaut schreiben mitteilen kommunizier\w* version "
    r"sprachregelung ansage nachricht"
)
_DE_TO = _any(
    "dem den der einem einer unserem unseren fur fur_den fur_die fur_unsere gegenuber zum zur an "
    "an_den an_die mit"
)
_DE_COMPOUND = (
    r"(?:kunden|patienten|nutzer|anwender|gaste)(?:text|satz|formulierung|sprache|antwort|version|erklarung|"
    r"gerecht\w*|tauglich\w*|freundlich\w*|verstandlich\w*)"
)
_ROMANCE = _people(
    "client paciente patient usuari usager utilisateur utent utilizador alumn estudiant etudiant "
    "ciudadan citoyen huesped soci adherent pazient invitad assure asegurad assicurat viajer voyageur "
    "viaggiator pasajer passager locatair inquilin abonn abonad contribu beneficia famil administre "
    "ospit cittadin "
    "solicitante demandeur habitant vecin lector lecteur visitant visiteur proprietair propietari"
)
_ROMANCE_SAY = _any(
    r"deci\w* digo diga dice dicho dire dis disons dit di diciamo dizer dizemos frase frasi phrase "
    r"phrases texto texte testo mensaje message messaggio mensagem respuesta reponse repondre "
    r"responder risposta resposta contar contamos l?expli[cq]\w* spiega\w* formula\w* redaccion guion "
    r"script version comunic\w* communiqu\w* plantilla modele"
)
_ROMANCE_TO = _any(
    "a a_la a_los a_las a_un a_una a_nuestros a_nuestras al au aux a_nos a_notre ao aos as alla ai "
    "agli allo para para_el para_la para_los para_las para_o para_a para_os para_as pour pour_le "
    "pour_la pour_les pour_nos per per_il per_la per_i per_gli con_el con_la con_los face_au face_aux "
    "destine_au destinee_au destine_aux"
)
_NL = _people("klant patient gebruiker gast student")
_NL_TO = "(?:tegen|aan|voor) (?:de |onze |een )?"

_TOLD = tuple(
    re.compile(f"(?:.* )?{pattern}(?: .*)?" if is_part else pattern)
    for is_part, pattern in (
        (True, rf"{_EN_SAY} (?:\w+ )?(?:(?:to|for|with) )?(?:the |our |a |your )?{_EN}"),
        (
            False,
            rf"(?:what|how) (?:the |our |a )?{_EN} (?:is|are|get|gets|should be|can be|hears?)(?: told)?",
        ),
        (False, rf"(?:for|to) (?:the |our |a )?{_EN}"),
        (False, rf"{_EN} {_EN_KIND}(?: .*)?"),
        (True, rf"{_DE_SAY} (?:\w+ ){{0,2}}{_DE_TO} {_DE}"),
        (True, rf"{_DE_TO} {_DE}(?: \w+)? {_DE_SAY}"),
        (True, rf"(?:wir|man|ich)(?: \w+){{0,2}} {_DE} (?:sagt|{_DE_SAY})"),
        (True, rf"{_DE_SAY} wir(?: \w+){{0,2}} {_DE}"),
        (False, rf"(?:fur|an|gegenuber) (?:die |den |unsere |unseren )?{_DE}"),
        (False, rf"{_DE_COMPOUND}(?: .*)?"),
        (True, rf"{_ROMANCE_SAY} (?:\w+ ){{0,2}}?{_ROMANCE_TO} {_ROMANCE}"),
        (True, rf"{_ROMANCE_SAY} all{_ROMANCE}"),  # as in "all'ospite"
        (False, rf"{_ROMANCE_TO} {_ROMANCE}(?: .*)?"),
        (False, rf"(?:formulation|phrase|discours|texte|version) {_ROMANCE}"),
        (True, rf"(?:zegg\w*|zeg|tekst|antwoord|uitleg|zin|formulering) (?:\w+ )?{_NL_TO}{_NL}"),
        (True, rf"{_NL_TO}{_NL} (?:\w+ )?zegg\w*"),
    )
)
_SAID_BY = re.compile(  # by somebody else, or told to nobody
    r"\b(?:from|by|vom|von|von der|uns|du|de la|des|dal|del|dai) (?:the |our |dem |der )?"
    rf"(?:{_EN}|{_DE}|{_ROMANCE})\b"
    r"|\b(?:not|never|nicht|nie|no|nunca|jamais|pas|non) (?:\w+ ){0,4}"
    r"(?:say|tell|use|write|sagen|deci\w*|dire|dizer)\b"
)


def is_for_customers(header: str) -> bool:
    """Whether a column or key with this header holds what customers are told."""
    own = names.fold(header)
    if own.count(" ") >= MAX_WORDS or _SAID_BY.search(own):
        return False
    return any(pattern.fullmatch(own) for pattern in _TOLD)
