"""Paragraphs between entries that speak of the list: "This page is owned by …", "Terms with a star are …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Pair, Prose, Table

WHY = "note about the list"
MAX_LENGTH = 400  # characters of such a paragraph
_FLAGS = re.IGNORECASE
_LEAD = re.compile(r"\W*(?:[^\W\d_]+(?: [^\W\d_]+){0,2}\s?[:：]\s*)?")  # "Note: "
_THIS = re.compile(  # the list itself, with what is said of lists only
    r"(?:this|our) (?:glossary|word ?list|list of (?:terms|words|abbreviations))\b|"
    r"(?:this|the) (?:page|list|document|section|sheet|table) (?:is (?:maintained|owned|updated|reviewed|"
    r"kept|"
    r"checked|generated|under (?:review|construction)|being|incomplete|not (?:yet )?complete|a (?:living|"
    r"work)|"
    r"work in|meant|intended|for )|was |has been|will be|(?:only )?(?:contains|covers|lists|holds) )|"
    r"dieses? (?:glossar|begriffsliste|wörterverzeichnis|abkürzungsverzeichnis)\b|"
    r"(?:diese|die) (?:liste|seite|tabelle) (?:wird|wurde|ist (?:noch )?(?:nicht|in arbeit|unvollständig)|"
    r"gilt|enthält|richtet)\b|"
    r"ce(?:t)? (?:glossaire|lexique)\b|cette (?:page|liste) (?:est (?:en|tenue|mise|gérée|maintenue|révisée|"
    r"incomplète)|a été|sera|ne contient|contient)\b|"
    r"este (?:glosario|glossário|léxico|vocabulario)\b|est[ae] (?:página|lista) (?:se (?:actualiza|revisa)|"
    r"está (?:en|em)|fue|foi|será|contiene|contém|es mantenida|é (?:mantida|atualizada|revista))\b|"
    r"questo (?:glossario|lessico)\b|questa (?:pagina|lista) (?:è (?:in|aggiornata|curata|gestita)|viene|"
    r"contiene)\b|"
    r"deze (?:woordenlijst|begrippenlijst)\b|deze (?:pagina|lijst) (?:wordt|is (?:in|nog|niet)|bevat)\b|"
    r"ten (?:słownik|słowniczek)\b|ta (?:strona|lista) (?:jest (?:w|aktual|prowadz)|zawiera)|"
    r"(?:этот|данный|настоящий) (?:глоссарий|словарь)\b|(?:эта|данная) страница (?:обновл|содерж|ведёт)|"
    r"(?:этот|данный) список (?:обновл|содерж|состав)|"
    r"bu (?:sözlük|sözlükçe|terimler listesi)\b|den här (?:ordlistan|sidan|listan) (?:är|uppdateras)|"
    r"denne (?:ordliste[n]?|side|liste) (?:er|opdateres|oppdateres)",
    _FLAGS,
)
_WORDS = re.compile(  # several of its entries, told by their place or mark
    r"(?:(?:the|all|some|other|many|most|these|newer|older) )?(?:terms|words|entries|definitions|"
    r"abbreviations|"
    r"acronyms) (?:(?:listed |shown |given |explained )?(?:above|below|here\b|(?:on|in) this (?:page|list|"
    r"section|"
    r"glossary|document))|marked|flagged|with (?:an? |the )?(?:\*|star|asterisk|dagger|flag|icon)|"
    r"in (?:bold|italics?|gr[ae]y|red|green|blue|brackets|capitals))|"
    r"(?:(?:die|alle|einige|manche) )?(?:begriffe|wörter|einträge|abkürzungen) (?:oben|unten|hier\b|"
    r"auf dieser|in "
    r"dieser|mit (?:einem )?(?:\*|stern)|in (?:fett|kursiv|grau|klammern))|"
    r"(?:les |tous les |certains )?(?:termes|mots|entrées|sigles) (?:ci-(?:dessous|dessus|après)|marqués|"
    r"suivis d|"
    r"en (?:gras|italique|gris))|"
    r"(?:los |todos los |algunos )?(?:términos|palabras) (?:siguientes|de abajo|de arriba|"
    r"de esta (?:página|lista)|"
    r"marcad[oa]s|con (?:un )?asterisco|en (?:negrita|cursiva|gris))|"
    r"(?:i |tutti i |alcuni )?(?:termini|voci) (?:seguenti|qui sotto|contrassegnat[ie]|"
    r"con (?:un )?asterisco|in "
    r"(?:grassetto|corsivo))|"
    r"(?:os |todos os )?termos (?:abaixo|acima|marcados|com (?:um )?asterisco|em (?:negrito|itálico))|"
    r"(?:de |alle )?(?:begrippen|woorden|termen) (?:hieronder|hierboven|met (?:een )?(?:\*|ster)|op deze|"
    r"in deze)|"
    r"(?:hasła|terminy|pojęcia) (?:poniżej|powyżej|oznaczone|z gwiazdką)|"
    r"(?:термины|слова),? (?:ниже|выше|отмеченные|со звёздочкой|на этой странице)",
    _FLAGS,
)
_BOXED = re.compile(  # in a box, what begins with such words
    r"(?:\S+ ){0,2}(?:terms|entries|begriffe|einträge|termes|términos|termini|termos|begrippen|hasła|термины|"
    r"terimler)\b|"
    r"(?:this |the |our |diese |die |das |cette |la |esta |questa |deze |de |ta |эта |bu )?"
    r"(?:glossary|list|page|glossar|liste|seite|glossaire|lexique|glosario|lista|página|glossario|elenco|"
    r"pagina|"
    r"glossário|woordenlijst|lijst|słownik|глоссарий|список|словарь|страница|sözlük)\b "
    r"(?:is|are|was|will|has|wird|ist|wurde|est|sera|está|se|è|viene|em|en|in|im|w|wordt|jest|в|not|under|"
    r"only)\b",
    _FLAGS,
)


def speaks_of_list(text: str, boxed: bool = False) -> str:
    """The words by which a paragraph, in a box for hints if ``boxed``, speaks of the list; "" for others."""
    if len(text) > MAX_LENGTH:
        return ""
    own = text[lead.end() :] if (lead := _LEAD.match(text)) else text
    tries = (
        form.match(said) for form in (_THIS, _WORDS, _BOXED)[: 3 if boxed else 2] for said in (text, own)
    )
    return next((found[0] for found in tries if found), "")


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with such paragraphs between entries as no content."""
    heads = [
        place for place, block in enumerate(found) if isinstance(block, Heading | Labelled | Pair | Table)
    ]
    out, name = list(found), ""
    for place, block in enumerate(found[: heads[-1]] if heads else ()):
        name = _name(block) or name
        if place < heads[0] or not isinstance(block, Prose) or isinstance(found[place - 1], Heading):
            continue
        said = "" if block.bullet or block.listed or block.verbatim else speaks_of_list(block.text)
        if said and set(names.words(said)).isdisjoint(names.words(name)):  # "Deny list": "This list is …"
            out[place] = Noise(line=block.line, text=block.text, why=WHY)
    return out


def _name(block: Block) -> str:
    if isinstance(block, Heading):
        return block.text
    if isinstance(block, Labelled):
        return block.options[0].name
    return block.names[-1] if isinstance(block, Pair) and block.names else ""
