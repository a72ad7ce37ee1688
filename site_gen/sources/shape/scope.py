"""Find the part of a document that is the glossary: a chapter, the whole document, or (in a README) none.

The headings decide. If one of several chapters is called "Glossary" or "Terms and definitions", and the
document itself is not, the other chapters hold no entries. If no heading says so and the headings are those
of a README or a design document, the document contains no glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Pair, Prose, Table, count_words
from site_gen.sources.shape.calendar_words import is_day
from site_gen.sources.shape.calling_titles import says_how_called
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.sections import in_order
from site_gen.sources.shape.vocabulary import (
    CHAPTERS,
    GLOSSARY_PHRASES,
    GLOSSARY_SIGNS,
    JOINING,
    STRUCTURE,
    WORD_LIST,
    WORDS_OF_TITLES,
    is_glossary_stem,
    is_glossary_word,
    words_of_title,
)

ORDERED = 0.9  # share of neighbours in alphabetical order: chapters are not sorted
TERM_HEADERS = frozenset(["term", "word", "acronym", "abbreviation"])
PROSE = 0.5  # share of the chapters beside the glossary that begin with a paragraph
VERSION = re.compile(
    r"\W*(?:v(?:ersion)?\.?\s?)?\d+(?:\.\d+)+\S*.{0,40}|\W*(?:unreleased|\d{4}-\d\d-\d\d)\W*.{0,40}", re.I
)
OVER = "heading over the glossary"
OF_SUBJECT = 9  # words of a heading that begins with one for a glossary
ENOUGH, SHARE = 3, 0.5  # headings that name parts of another kind of document, and their share


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """The blocks that may contain entries, and the other blocks.

    ``others_may_be``: use all blocks if the first ones contain no entries. ``why`` is the reason reported for
    the other blocks.
    """

    taken: tuple[Block, ...]
    left: tuple[Block, ...]
    heads: tuple[Heading, ...] = ()  # over the parts that may contain entries
    why: str
    others_may_be: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading, its index, and the index of the next heading of the same or a higher level."""

    head: Heading
    start: int
    end: int


_CONTRACT = re.compile(
    r"\bterms (?:of (?:use|service|sale|payment|reference|business|employment)|and conditions)\b|"
    r"\btermos (?:de (?:uso|servico|utilizacao)|e condicoes)\b|\btermes (?:et|i) condici?ons\b|"
    r"\btermes (?:du service|d utilisation)\b|"
    r"\bterminos y condiciones\b|\btermeni(?:i)? si conditii(?:le)?\b"
)
_WORDS_THAT = re.compile(
    r"(?:(?:the|our|some) )?(?:words?|terms?|jargon|lingo|vocabulary|acronyms|abbreviations|phrases) "
    r"(?:(?:that|which) )?(?:you|we|they)\b|"
    r"(?:worter|begriffe|fachbegriffe|abkurzungen) die (?:wir|du|sie|man)\b|"
    r"(?:palabras|terminos|siglas) que\b|(?:mots|termes|sigles) qu"
)


_PART_OF_DOCUMENT = re.compile(
    r"(?:appendix|annex|annexe|anhang|anlage|anexo|apéndice|allegato|appendice|bijlage|chapter|kapitel|chapitre|"
    r"capítulo|section|abschnitt|part|teil|article|artikel|artículo|artigo|articolo|điều|chương|mục|phụ lục|"
    r"załącznik|dodatek|rozdział|příloha|príloha|kapitola|článek|prilog|dodatak|poglavlje|priloga|приложение|глава|"
    r"раздел|статья|додаток|розділ|стаття|член|ek|bölüm|madde|lampiran|bab|pasal|bilaga|vedlegg|bilag|liite|luku|"
    r"melléklet|fejezet|anexa|capitolul|articolul|παράρτημα|κεφάλαιο|άρθρο|lisa|peatükk|pielikums|nodaļa|priedas|"
    r"skyrius|viðauki|kafli|capítol|apèndix|ภาคผนวก|บทที่|परिशिष्ट|अध्याय|ملحق|فصل|پیوست|נספח|פרק|부록|付録|附录|附錄)"
    r"\s+(?:[A-Z]|[IVX]{1,5}|\d{1,3}(?:\.\d{1,3}){0,3})\s*[:.–—-]?\s+(?=\S)",
    re.IGNORECASE,
)


_OF_SUBJECT = re.compile(  # "Glossary of the harbour", "Definitions used in this policy"
    r"(?:glossar(?:y|ies)|terminology|definitions|abbreviations|acronyms|glossar|begriffsbestimmungen|"
    r"abkürzungen|glossaire|lexique|définitions|abréviations|sigles|glosario|definiciones|abreviaturas|siglas|"
    r"glossario|glossário|definizioni|definições|begrippenlijst|ordlista|ordliste|słownik|slovník)"
    r"(?:\s+(?:of|for|used|relat\w+|propre|des?|du|d['’]\w+|del?|della|dos?|das?|di|für|der|"
    r"zum|zur|zu|van|voor|över|för|til)\b|\s*\()",
    re.IGNORECASE,
)


_STRONG = folded_set(
    "glossary, glossaries, vocabulary, lexicon, glossaire, lexique, vocabulaire, vocabulario, lessico, "
    "vokabular, begrippenlijst, woordenlijst, מילון, מילונון, מונחון, مسرد, معجم, قاموس"
)
QUALIFIED, ANNOUNCED = 3, 4  # words of a heading with one for a glossary: alone, and over a list


def _is_qualified(folded: str) -> bool:
    """Whether a folded heading is a word for a glossary with one or two others: "vocabulaire retenu"."""
    said = folded.split()
    if not 1 < len(said) <= QUALIFIED or _STEP_FIRST.match(folded):
        return False
    return any(word in _STRONG or is_glossary_stem(word) for word in (said[0], said[-1]))


def _announces(folded: str) -> bool:
    """Whether a folded line over a list has a word for a glossary: "banking terms"."""
    return len(folded.split()) <= ANNOUNCED and speaks_of_glossary(folded)


_STEP_FIRST = re.compile(
    r"(?:add|use|using|edit|update|import|export|build|create|open|new|no|missing|about|your|find|see|check|"
    r"manage|load|generate|maintain|extend|publish|neue?r?|kein|"
    r"glossar(?:y|e)? (?:import|export|add|edit|file|page|tool|app|plugin|entry|entries|terms? in|pflegen|"
    r"anlegen|"
    r"bearbeiten|erstellen|service|api|module|feature|data|format|schema|structure|management|builder|"
    r"generator|editor|support|usage|updates?|sync|search|view))\b"
)


def names_glossary(heading: str) -> bool:
    """Whether a heading consists of words for a glossary: "Terms and definitions", "Annex B: glossary"."""
    heading = _PART_OF_DOCUMENT.sub("", heading, count=1) if len(heading) < 200 else heading
    folded = names.fold(heading)
    if _WORDS_THAT.match(folded) or folded in GLOSSARY_PHRASES:
        return True
    if _is_qualified(folded) or (heading.endswith((":", "：")) and _announces(folded)):
        return True
    if any(sign in heading and len(heading) <= len(sign) + 4 for sign in GLOSSARY_SIGNS):
        return True
    if says_how_called(heading) or any(
        map(names_glossary, _around_brackets(heading))
    ):  # "Thuật ngữ chuyên môn (Glossary)"
        return True
    if _OF_SUBJECT.match(heading) and len(heading.split()) <= OF_SUBJECT and not heading.endswith("."):
        return True
    inside = [phrase for phrase in GLOSSARY_PHRASES if f" {phrase} " in f" {folded} "]
    said = max(inside, key=lambda phrase: (len(phrase), phrase), default="")
    words = f" {folded} ".replace(f" {said} ", " ").split() if said else words_of_title(heading)
    several = len(words) > 1
    called = [is_glossary_word(word) or (several and word in _OF_WORDS) for word in words]
    joined = all(own or word in JOINING for own, word in zip(called, words, strict=True))
    return joined and (bool(said) or any(called))


_OF_WORDS = WORDS_OF_TITLES - folded_set("codebook, phrases, phrasebook")  # a script of a call has phrases
_BRACKETED = re.compile(r"(?P<before>[^()（）]{1,80})[(（](?P<inside>[^()（）]{1,80})[)）]\s*")


def _around_brackets(heading: str) -> tuple[str, ...]:
    """What stands before the brackets that end a heading, and in them."""
    found = _BRACKETED.fullmatch(heading)
    return (found["before"], found["inside"]) if found else ()


def headed(found: Sequence[Block]) -> Iterator[Block]:
    """The blocks with a line such as "Appendix C - Glossary" as the heading that it is, and no name.

    So is a line that names a glossary right over a table.
    """
    for block, after in zip_longest(found, found[1:]):
        line = block.otherwise if isinstance(block, Labelled) else block
        over = isinstance(block, Labelled) or (isinstance(after, Table) and not _is_sure(line))
        if over and isinstance(line, Heading | Prose) and names_glossary(line.text):
            yield Heading(line=line.line, text=line.text, style="plain", depth=1, sure=True)
        else:
            yield block


def _is_sure(block: Block) -> bool:
    return isinstance(block, Heading) and block.sure


def says_words(title: str) -> bool:
    """Whether a title has a word for a glossary, or says "words": "Words to know at the front desk"."""
    folded = names.fold(title)
    listed = WORD_LIST.search(folded) is not None or not WORDS_OF_TITLES.isdisjoint(folded.split())
    return listed or speaks_of_glossary(title) or says_how_called(title)


def speaks_of_glossary(title: str) -> bool:
    """Whether a title has a word for a glossary; "Terms of use" has none."""
    if any(sign in title for sign in GLOSSARY_SIGNS):
        return True
    folded = _CONTRACT.sub("", names.fold(title))
    return any(map(is_glossary_word, words_of_title(folded))) or any(
        f" {phrase} " in f" {folded} " for phrase in GLOSSARY_PHRASES
    )


_INTRODUCES = re.compile(  # without accents, as ``names.fold`` leaves it
    r"(?<!other )\b(?:words|terms|abbreviations|acronyms|phrases|expressions|jargon|vocabulary)(?: \w+)? "
    r"(?:(?:that|which) )?(?:we|you|they|used|people|everyone|everybody|new colleagues|beginners)\b|"
    r"\b(?:here are|these are|i noted|i(?: wi)?ll (?:send|post)|hier (?:sind|kommen)?|das sind|voici|voila|"
    r"te (?:paso|mando|dejo|apunto)|os (?:paso|dejo)|aqui (?:van|tienes|teneis|estan)|ecco(?:ti|vi)?|"
    r"ti mando|"
    r"hier(?:bij)? (?:zijn|komen)?|segue[mn]?|aqui vao|tu masz|oto|tady (?:jsou|mas)|вот|ось|"
    r"her (?:er|kommer)|har (?:ar|kommer)|tassa (?:on|ovat)|iste) "
    r"(?:\w+ ){0,3}(?:words|terms|abbreviations|worter|begriffe|abkurzungen|mots|termes|sigles|palabras|"
    r"terminos|siglas|parole|termini|woorden|begrippen|palavras|termos|slowa|pojecia|slova|pojmy|слова|термины|"
    r"терміни|ord(?:ene?)?|begreb\w*|begrep\w*|sana[tn]\w*|termit|kelimeler|terimler)\b|"
    r"\b(?:list|collection|meanings?|explanations?|definitions?) of (?:\w+ ){0,3}"
    r"(?:words|terms|abbreviations|acronyms|phrases|expressions|jargon)\b|"
    r"\b(?:collect|gather|put|write|post|note|share|explain) (?:down )?(?:\w+ ){0,2}"
    r"(?:words|terms|abbreviations|acronyms|jargon)\b(?! of\b)|"
    r"\b(?:worter|begriffe|abkurzungen|fachbegriffe|mots|termes|sigles|palabras|terminos|siglas|parole|termini|"
    r"woorden|begrippen|afkortingen|palavras|termos)(?: \w+){0,2} "
    r"(?:sammeln|zusammentragen|rassembler|noter|recopilar|apuntar|raccogliere|verzamelen|reunir|anotar)\b|"
    r"\b(?:rassembl\w+|not(?:er|ons|ez)|recopil\w+|apunt\w+|raccogli\w+|verzamel\w*|reun\w+) (?:\w+ ){0,2}"
    r"(?:mots|termes|sigles|palabras|terminos|siglas|parole|termini|woorden|begrippen|palavras|termos)\b|"
    r"\b(?:this|our|following) (?:glossary|lexicon|vocabulary|list of words)\b|"
    r"\b(?:use|learn|know|remember|write|say) (?:only )?(?:these|the following|those) "
    r"(?:words|terms|expressions)\b|"
    r"\b(?:diese|folgenden?) (?:worter|begriffe|ausdrucke)\b|\bces (?:mots|termes)\b|"
    r"\b(?:estas palabras|estos terminos|queste parole|questi termini|deze (?:woorden|begrippen)|"
    r"estas palavras|estes termos)\b|"
    r"\b(?:worter|begriffe|abkurzungen|ausdrucke|fachbegriffe) (?:die|aus|rund um|im|unserer?)\b|"
    r"\b(?:mots|termes|sigles|abreviations|expressions) (?:que|qu|utilises|employes|courants)\b|"
    r"\b(?:palabras|terminos|siglas|abreviaturas|expresiones) (?:que|usad[oa]s|utilizad[oa]s)\b|"
    r"\b(?:parole|termini|sigle|espressioni) (?:che|usat[ei]|utilizzat[ei])\b|"
    r"\b(?:woorden|begrippen|afkortingen|termen) (?:die|uit|van)\b|"
    r"\b(?:tell|explain|knows?|wonder\w*|asks?|asked|remember)\b(?: \w+){0,3} "
    r"what (?:\w+ ){1,5}(?:means?|stands? for)\b"
)
CHATTER = "message without a term"
SENT = "time and sender of a message"
INTRODUCTION = 400  # characters of an introduction that are looked at


def introduces(text: str) -> bool:
    """Whether a text says that words follow: "Words that we use on the radio", "tell me what these mean"."""
    return _INTRODUCES.search(names.fold(text[:INTRODUCTION])) is not None


def parted(title: str, found: Sequence[Block]) -> Parted | None:
    """The blocks that may contain entries; None if headings give no hint, so that all blocks may."""
    guide = _GUIDE.search(names.fold(title)) is not None
    if speaks_of_glossary(title) or (says_words(title) and not guide):
        return _chapters(found) if _has_front_chapters(found) else None
    chapters = _chapters(found, beside=guide)
    if chapters:
        return chapters
    if is_log(found):
        return _of_another_kind(found, "its headings are versions or dates, as in another kind of document")
    return _of_another_kind(found, _REPORT) if is_other(found) else None


def _has_front_chapters(found: Sequence[Block]) -> bool:
    """Whether a glossary is written like a report: all chapters beside the one of terms have usual names."""
    parts = parts_of(found)
    depth = min((part.head.depth for part in parts), default=0)
    parts_at = [part.head for part in parts if part.head.depth == depth]
    others = [head for head in parts_at if not names_glossary(head.text)]
    return 0 < len(others) < len(parts_at) and all(map(_is_usual, others))


_GUIDE = re.compile(  # titles of documents that say what to do, whose lists are no terms
    r"\b(?:style ?guide|design system|handbook|manual|policy|specification|contributing|agents|"
    r"handbuch|leitfaden|richtlinie|manuel|reglamento|politica|regolamento|reglement)\b"
)


def _chapters(found: Sequence[Block], beside: bool = False) -> Parted | None:
    """The chapters called a glossary, if there are other chapters on the same level; else None.

    Chapters that are no prose may contain entries too, unless the glossary only stands ``beside`` them.
    """
    parts = parts_of(found)
    own = [part for part in parts if names_glossary(part.head.text)]
    widest = min((part.head.depth for part in own), default=0)
    others = [part for part in parts if part.head.depth <= widest and part not in own]
    inside = {index for part in own for index in range(part.start + 1, part.end)}
    own_styles = _styles([found[index] for index in inside])
    heads = {part.start for part in own}
    told = [_is_beside(part.head, found[part.start + 1 : part.end], own_styles) for part in others]
    if not inside or not told or (mean(told) < PROSE and not beside):
        return None
    return Parted(
        taken=tuple(block for index, block in enumerate(found) if index in inside),
        left=tuple(block for index, block in enumerate(found) if index not in inside | heads),
        heads=tuple(part.head for part in own),
        why="outside of the chapter that holds the glossary",
        others_may_be=not beside,
    )


def _is_beside(head: Heading, inside: Sequence[Block], own_styles: set[str]) -> bool:
    """Whether a chapter beside the glossary holds no terms: by its heading, or by how it is written."""
    of_terms = any(isinstance(block, Table) and _is_of_terms(block) for block in inside)
    return (_is_usual(head) and not of_terms) or _is_apart(inside, own_styles)


def _is_usual(head: Heading) -> bool:
    """Whether a chapter is called as those of manuals are: "Install", "Table of contents"."""
    folded = names.fold(names.bare(head.text) or head.text)
    return folded in CHAPTERS or folded in STRUCTURE


def _styles(found: Sequence[Block]) -> set[str]:
    return {option.style for block in found if isinstance(block, Labelled) for option in block.options}


def _is_apart(found: Sequence[Block], styles: set[str]) -> bool:
    """Whether a chapter is prose, a list in another style than the entries, or one of no names."""
    if _is_prose(found) or not styles:
        return _is_prose(found)
    if _are_short_parts(found):
        return False
    of_items = all(isinstance(block, Prose | Noise) for block in found)
    return not _styles(found) & styles and (of_items or bool(_styles(found)))


def _is_prose(found: Sequence[Block]) -> bool:
    """Whether a chapter begins with a paragraph; two sentences may look like a name and its text."""
    first = next((block for block in found if not isinstance(block, Noise | Heading)), None)
    if _are_short_parts(found):
        return False
    if isinstance(first, Labelled) and all(option.style == "stop" for option in first.options):
        return isinstance(first.otherwise, Prose)
    return isinstance(first, Prose) and not first.bullet


SHORT_PARTS, SHORT_PART = 2, 40  # headings of a chapter that may be names, and words of the text of one


def _are_short_parts(found: Sequence[Block]) -> bool:
    """Whether a chapter has no text of its own, and a short paragraph under each of several headings."""
    heads = [place for place, block in enumerate(found) if isinstance(block, Heading) and block.sure]
    if len(heads) < SHORT_PARTS or any(not isinstance(block, Noise) for block in found[: heads[0]]):
        return False
    parts = [found[start + 1 : end] for start, end in pairwise([*heads, len(found)])]
    texts = [[block for block in part if not isinstance(block, Noise)] for part in parts]
    plain = all(text and all(map(_is_paragraph, text)) for text in texts)
    return plain and all(
        sum(count_words(said) for b in text for _, said in words_in(b)) <= SHORT_PART for text in texts
    )


def _is_paragraph(block: Block) -> bool:
    if isinstance(block, Labelled):
        return not block.listed
    return isinstance(block, Prose) and not (block.bullet or block.verbatim)


_REPORT = "its headings are those of a README, a design document or a report"


def _of_another_kind(found: Sequence[Block], why: str) -> Parted:
    """In a document of another kind, only the tables whose header says that they contain terms."""
    taken = tuple(block for block in found if isinstance(block, Table) and _is_of_terms(block))
    return Parted(
        taken=taken,
        left=tuple(block for block in found if not any(block is one for one in taken)),
        why=why,
        others_may_be=False,
    )


def _is_of_terms(table: Table) -> bool:
    head = table.rows[0].cells if table.header and table.rows else ()
    return any(speaks_of_glossary(cell) or names.fold(cell) in TERM_HEADERS for cell in head)


def parts_of(found: Sequence[Block]) -> list[Part]:
    """The chapters of a document on all levels, by its sure headings."""
    heads = [(i, block) for i, block in enumerate(found) if isinstance(block, Heading) and block.sure]
    out = []
    for place, (start, head) in enumerate(heads):
        after = (heads[other] for other in range(place + 1, len(heads)))
        wider = (index for index, other in after if other.depth <= head.depth)
        out.append(Part(head=head, start=start, end=next(wider, len(found))))
    return out


def is_log(found: Sequence[Block]) -> bool:
    """Whether several headings are versions or dates, as in a log of changes, and none is of a glossary."""
    heads = [block.text for block in found if isinstance(block, Heading) and block.sure]
    told = sum(VERSION.fullmatch(head) is not None or is_day(head) for head in heads)
    return told > 1 and not any(map(speaks_of_glossary, heads))


def is_other(found: Sequence[Block]) -> bool:
    """Whether the headings are those of a README, design document or report, and none is of a glossary."""
    heads = [block.text for block in found if isinstance(block, Heading) and block.sure]
    if any(speaks_of_glossary(head) for head in heads):
        return False
    named = [head for head in heads if names.fold(head) in CHAPTERS | STRUCTURE]
    return len(named) >= ENOUGH and len(named) >= SHARE * len(heads) and in_order(heads) < ORDERED


def words_in(block: Block) -> list[tuple[int, str]]:
    """The words of a block that are reported if the block is not imported, and their lines."""
    if isinstance(block, Table):
        return [(row.line, " | ".join(row.cells)) for row in block.rows]
    if isinstance(block, Pair):
        said = f"{', '.join(block.names)}: {' '.join(block.bodies)}"
    elif isinstance(block, Labelled):
        said = block.otherwise.text or block.options[0].name
    else:
        said = block.text
    return [(block.line, said)] if said else []
