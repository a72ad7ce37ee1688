"""Labelled lines before the first entry that speak of the list: "Naming rule: …", "Status: draft"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from site_gen.model import names
from site_gen.sources.shape import closing, defining, document_facts
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Noise,
    Pair,
    Prose,
    Row,
    Table,
    count_words,
)
from site_gen.sources.shape.header_words import folded_set

WHY = "note about the list, before the first entry"
WHY_BELOW = "note about the list, below its last entry"
ENOUGH = 2  # entries at least that follow
VALUE = 4  # words of the value of a property at most: "Status: draft"
# what a list has as a whole; a term may be called so too, so the text has to speak of the list or be a value
LABELS = folded_set(
    "naming, naming rule, naming rules, naming convention, naming conventions, rule, rules, convention, "
    "conventions, guideline, guidelines, scope, purpose, aim, goal, audience, target audience, target "
    "group, intended for, readers, status, owner, owners, version, maintainer, maintainers, maintained "
    "by, contact, author, authors, editor, date, order, ordering, sorting, sort order, format, layout, "
    "structure, legend, key, symbols, source, sources, license, licence, usage, how to use, how to use "
    "this list, how to read, how to read this list, how to add, note, notes, notice, disclaimer, "
    "spelling, language, languages, changes, contributing, contributions, feedback, tip, hint, "
    "namensregel, regel, regeln, hinweis, hinweise, zweck, ziel, zielgruppe, geltungsbereich, stand, "
    "pflege, ansprechpartner, sortierung, reihenfolge, aufbau, legende, schreibweise, sprache, "
    "benutzung, quelle, quellen, règle, règles, remarque, objet, portée, public, responsable, ordre, "
    "légende, langue, regla, reglas, nota, objetivo, alcance, público, orden, leyenda, idioma, правило, "
    "правила, примечание, цель, порядок, язык, kural, kurallar, amaç, kapsam, sıralama, dil, à savoir, "
    "à noter, bon à savoir, gut zu wissen, good to know, info, wichtig, important, importante, "
    "ważne, uwaga, důležité, "
    "poznámka, viktigt, obs, vigtigt, viktig, tärkeää, huom, fontos, megjegyzés, важно, "
    "важливо, примітка, önemli, bilgi, "
    "注意, 重要, 说明, 說明, 참고, 안내"
)
_OF_LIST = re.compile(
    r"\b(?:terms?|entr(?:y|ies)|list|glossary|definitions?|names?|words?|abbreviations?|acronyms?|synonyms?|"
    r"letters?|alphabetical(?:ly)?|(?:this|the) (?:page|document|file|table)|please|you|your|we|our|ask|"
    r"begriffe?n?|einträge?n?|liste|glossar|definition(?:en)?|abkürzung(?:en)?|alphabetisch|bitte|sie|ihr|wir|"
    r"termes?|entrées?|glossaire|lexique|mots?|vous|nous|términos?|entradas?|glosario|palabras?|"
    r"термин\w*|слова?|список|глоссари\w*|terimler?|sözlük|liste)\b",
    re.IGNORECASE,
)

_BESIDE = re.compile(  # which definitions have as well: "Owner: the person whose name stands on it"
    r"(?:names?|definitions?|letters?|you|your|we|our|ask|definition(?:en)?|sie|ihr|wir|vous|nous)",
    re.IGNORECASE,
)


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with labelled lines that speak of the list, before the first entry, as no content."""
    found = _without_facts(found)
    out, last = list(found), _last(found)
    for index, block in enumerate(found):
        if isinstance(block, Heading) and block.style != "colon":
            break
        if isinstance(block, Table):
            break
        if isinstance(block, Pair):
            facts = _facts(found, index)
            out[index : index + len(facts)] = facts
            break
        if isinstance(block, Labelled):
            option = block.options[0]
            if option.style.endswith("equals") or not _is_note(option.name, option.body) or index >= last:
                break
            text = block.otherwise.text if isinstance(block.otherwise, Prose) else ""
            out[index] = Noise(line=block.line, text=text or f"{option.name}: {option.body}", why=WHY)
    return out


def _without_facts(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks without labelled lines below a heading for facts about the document, before all others."""
    heads = (place for place, one in enumerate(found) if not isinstance(one, Prose | Noise))
    first = next((place for place in heads if _is_over_facts(found[place]) or not _is_sure(found[place])), -1)
    if first < 0 or not _is_over_facts(found[first]):
        return found
    held = list(takewhile(lambda one: isinstance(one, Labelled | Noise), found[first + 1 :]))
    end = first + 1 + len(held)
    if sum(isinstance(one, Labelled) for one in held) < ENOUGH or not isinstance(
        next(iter(found[end:]), None), Heading | Table | Pair
    ):
        return found
    said = [
        (one, f"{one.options[0].name}: {one.options[0].body}") for one in held if isinstance(one, Labelled)
    ]
    facts = [Noise(line=one.line, text=text, why=WHY) for one, text in said]
    return [*found[:first], _as_noise(found[first]), *facts, *found[end:]]


def _is_sure(block: Block) -> bool:
    return isinstance(block, Heading) and block.sure


def _is_over_facts(block: Block) -> bool:
    return isinstance(block, Heading) and document_facts.is_over_facts(block.text)


def _as_noise(block: Block) -> Block:
    return Noise(line=block.line, text=block.text, why=WHY) if isinstance(block, Heading) else block


_OF_END = LABELS | folded_set(
    "fußnote, fußnoten, footnote, footnotes, note de bas de page, nota al pie, сноска, stand"
)
_OWNED = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)
ROWS = 8  # most rows below a table that speak of it


def rows_below(rows: Sequence[Row]) -> int:
    """How many rows at the end of a table, after blank ones, speak of it: "Legend", "Source", "Status"."""
    entries = len(rows) - 1
    if entries > 1 and (closing.is_total(rows[-1], entries) or closing.sum_of(rows[-1]) == entries):
        return 1
    gaps = [_gap(above, row) for above, row in pairwise(rows)]
    usual = min(gaps, default=1)  # documents count the paragraphs of cells as lines
    for count in range(1, min(len(rows), ROWS + 1)):
        row = rows[-count]
        if count == 1 and not _is_of_end(row):
            return 0
        if gaps[-count] > usual:
            return count if _is_of_end(row) else 0
    return 0


NOTE = 2  # cells of a note: its label and what it says


def _gap(above: Row, row: Row) -> int:
    """How many lines a row begins below the end of the one above it."""
    return row.line - above.line - sum(cell.count("\n") for cell in above.cells)


def _is_of_end(row: Row) -> bool:
    """Whether a row says "Legend" or "Source", whose the list is, or how many rows there are."""
    told = [cell.strip() for cell in row.cells if cell.strip()]
    owned = len(told) == 1 and _OWNED.match(told[0]) is not None
    labelled = 0 < len(told) <= NOTE and names.fold(told[0]) in _OF_END
    return labelled or owned or closing.sum_of(row) is not None


def _facts(found: Sequence[Block], start: int) -> list[Noise]:
    """The pairs of a definition list that only tells of the document, over the first heading of others."""
    held = list(takewhile(lambda block: isinstance(block, Pair), found[start:]))
    after = found[start + len(held) : start + len(held) + 1]
    own = [(pair.line, pair.names[0], " ".join(pair.bodies)) for pair in held if isinstance(pair, Pair)]
    told = all(_is_note(name, text) for _, name, text in own) and any(isinstance(b, Heading) for b in after)
    return [Noise(line=line, text=f"{name}: {text}", why=WHY) for line, name, text in own] if told else []


def is_note(block: Block) -> bool:
    """Whether a labelled line speaks of the list as a whole."""
    return isinstance(block, Labelled) and _is_note(block.options[0].name, block.options[0].body)


def _is_note(label: str, text: str) -> bool:
    """Whether a label and its text speak of the list as a whole."""
    if document_facts.says_how(label):
        return True
    if names.fold(label) not in LABELS | document_facts.FACTS:
        return False
    if _goes_on_with_fact(text):
        return True
    value = count_words(text) <= VALUE and not text.rstrip().endswith((".", "!"))
    told = [word[0] for word in _OF_LIST.finditer(text)]
    if defining.names_thing(text):
        told = [word for word in told if not _BESIDE.fullmatch(word)]
    return value or bool(told)


_LABEL = re.compile(r"(?:[^\W\d_][^\s:]{0,30}\s){0,3}[^\W\d_][^\s:]{0,30}(?=\s?:\s)")


def _goes_on_with_fact(text: str) -> bool:
    """Whether another fact stands in the same line: "Owner: Bo Lund   Next review: June"."""
    words = [found[0].split() for found in _LABEL.finditer(text[:120])]
    return any(document_facts.is_fact(" ".join(own[i:])) for own in words for i in range(1, len(own)))


def _last(found: Sequence[Block]) -> int:
    """The index after which too few lines follow that may be entries."""
    held = 0
    for index in range(len(found) - 1, -1, -1):
        block = found[index]
        held += len(block.rows) if isinstance(block, Table) else isinstance(block, Labelled | Pair | Heading)
        if held >= ENOUGH:
            return index
    return 0
