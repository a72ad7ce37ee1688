"""Last paragraphs that offer readers more: "Your term is missing? Ask our bot!", "Ready to start?"."""

from __future__ import annotations

import re

from site_gen.model import names

WORDS = 16  # of the question
_FIRST = re.compile(r"\s*¿?(?P<question>[^?？؟]{3,140})[?？؟]")
# all folded, as names are
_TERM = (
    r"terms?|words?|definitions?|abbreviations?|acronyms?|entry|entries|begriffe?|fachbegriffe?|wort|worter|"
    r"abkurzung(?:en)?|eintrag|mots?|termes?|sigles?|abreviation|terminos?|palabras?|siglas?|abreviatura|"
    r"definicion|termin[ei]|parol[ae]|voc[ei]|sigl[ae]|definizione|termos?|palavras?|definicao|"
    r"begrip(?:pen)?|woord(?:en)?|term(?:en)?|afkorting|ord|begreb|begrep(?:p)?|termin(?:u|ow|y)?|slow[ao]|"
    r"hasla|pojem|pojmu|slovo|vyraz|термин\w*|слов[оа]|поняти[ея]|термін\w*|terimi?|kelimeyi?|kelime|szot?|"
    r"fogalmat?|kifejezest?|sanaa?|termia?|what|was|etwas|ce que|lo que|cio che|wat|o que|co|что"
)
_LACKS = (
    r"missing|not (?:listed|here|found|included|there|on the list|in (?:the|this|our) (?:list|glossary))|"
    r"isnt (?:here|listed|there)|(?:cant|cannot|can not|couldnt|could not|didnt|did not|dont|"
    r"unable to) (?:you )?(?:find|see)|fehlt|nicht (?:dabei|gefunden|aufgefuhrt|enthalten|finden|fundig)|"
    r"vermissen|vermisst|finden sie .{0,30}nicht|manque\w*|introuvable|pas trouve|ne (?:trouvez|trouves|"
    r"figure|voyez)|falta\w*|no (?:encuentr\w*|encontr\w*|esta|aparece)|manca\w*|non (?:trov\w*|c e|"
    r"hai trovato)|nao (?:encontr\w*|acho\w*|esta)|ontbreekt|niet (?:gevonden|vinden|erbij|terug)|mis je|"
    r"mist u|vind je .{0,30}niet|saknar?s?|hittar du inte|hittade du inte|mangler|(?:finder|finner|fant|"
    r"fandt) du ikke|brakuje|nie (?:znalaz\w*|znajdujesz|ma)|chybi|nenasli|не (?:нашли|нашел|хватает)|нет в|"
    r"отсутству\w*|не знайшли|bulamad\w*|eksik|yok|hianyzik|nem talal\w*|puuttuu|et loyda\w*|etko loyda\w*|"
    r"nu (?:gasiti|ati gasit)|lipseste"
)
_MISSING = re.compile(rf"(?=.*\b(?:{_TERM})\b)(?=.*\b(?:{_LACKS})\b)")
_OFFERS = re.compile(  # the begin of a question about what readers need or wish
    r"(?:(?:do you |you )?(?:still )?(?:need|want|wish|require)\b(?! to be\b)|looking for|interested in|"
    r"ready (?:to|for)|curious|would you like|have (?:you )?(?:any |more |further |a )?questions?|"
    r"still (?:have|unsure|not|confused)|got (?:a |any )?questions?|want (?:more|to)|confused|"
    r"(?:sie )?(?:brauchen|benotigen|wunschen|suchen)\b|(?:mochten|wollen|suchen|haben|brauchen) (?:sie|du)|"
    r"(?:brauchst|mochtest|willst|suchst|hast) du|sie (?:haben|mochten|wollen|interessieren)|interesse|"
    r"interessiert|neugierig|bereit fur|besoin d|vous (?:avez (?:encore )?(?:des|une|besoin)|souhaitez|"
    r"cherchez|voulez|desirez)|envie d|pret a|interesse|(?:necesitas?|quieres?|buscas?|deseas?) |"
    r"tienes? (?:mas |alguna )?(?:preguntas?|dudas?)|listo para|te interesa|interesad[oa]|(?:hai|avete|"
    r"ha) (?:ancora )?(?:bisogno|domande|dubbi)|(?:vuoi|vuole|cerchi|cerca|desideri)\b|pronto a|ti (?:serve|"
    r"interessa)|precisa (?:de|s)|(?:quer|procura|deseja)\b|pronto para|ficou com|tem (?:alguma |"
    r"mais )?(?:duvidas?|perguntas?)|(?:hulp|advies|meer|nog) .{0,30}nodig|(?:wilt u|wil je|zoekt u|"
    r"zoek je)\b|op zoek naar|benieuwd|interesse in|klaar om|potrzebujesz|chcesz|szukasz|(?:behover|vill|"
    r"letar|undrar) du|(?:har|vil|leter|mangler|onsker) du|нужна (?:помощь|консультация)|(?:хотите|ищете|"
    r"готовы|остались|интересует)\b|(?:yardima|daha fazla) .{0,40}|.{0,40}(?:ister misiniz|ihtiyaciniz)|"
    r"potrebujete|chcete|hledate|mate (?:dotaz|zajem))"
)


_RATES = re.compile(  # "Was this helpful?"
    r"(?:did|does|was|is) (?:this|that|it)\b.{0,40}\b(?:answer|help|useful|helpful)|(?:hat|haben) (?:ihnen|"
    r"dir|euch|dies|das).{0,30}geholfen|war (?:das|dies).{0,30}(?:hilfreich|nutzlich)|.{0,40}vous a t (?:il|"
    r"elle) (?:ete utile|aide)|.{0,30}(?:te|le|les) (?:ha|resulto|fue|sirvio|ayudo)\b.{0,12}|.{0,20}fue util|"
    r".{0,20}(?:ti|vi|le) e stat[oa] utile|.{0,30}foi util|.{0,20}ajudou|was (?:dit|deze).{0,20}nuttig|"
    r"heeft (?:dit|deze).{0,30}geholpen|.{0,30}(?:была|был|было) .{0,24}полезн|.{0,12}помогл[аио]|"
    r"bu .{0,30}(?:yardimci|faydali|isinize).{0,12}|czy .{0,30}(?:pomocn|pomogl)|(?:var|hjalpte) (?:det|den|"
    r"denna|denne|dette|detta).{0,30}|(?:byl[aoy]?|pomohl).{0,30}(?:uzitecn|pomohl)\w*|segitett.{0,30}|"
    r"oliko (?:tama|tasta).{0,20}"
)


def asks_what_lacks(text: str) -> bool:
    """Whether a paragraph asks first whether a term is missing: "Your term is not here? Tell us."."""
    found = _FIRST.match(text)
    asked = names.fold(found["question"]) if found else ""
    return len(asked.split()) <= WORDS and _MISSING.match(asked) is not None


def invites(text: str) -> bool:
    """Whether a paragraph asks first whether a term is missing, or whether readers need something."""
    found = _FIRST.match(text)
    if not found:
        return False
    asked = names.fold(found["question"])
    if len(asked.split()) > WORDS:
        return False
    return any(told.match(asked) for told in (_MISSING, _OFFERS, _RATES))
