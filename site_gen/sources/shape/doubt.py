"""Refuse documents of another kind whose shape looks like a glossary: instructions, minutes, logs, letters.

A heading over a text may be a step ("Open the queue"), a version ("1.2.0") or a part of a report ("Agenda").
Where most entries are of such kinds and the document is not called a glossary, it is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft, Skipped
from site_gen.sources.shape import defining
from site_gen.sources.shape.blocks import Block, Heading, Noise, Prose, is_value, speaks_of
from site_gen.sources.shape.scope import SENT, VERSION, introduces, says_words, speaks_of_glossary
from site_gen.sources.shape.sections import in_order, is_facet, is_structure
from site_gen.sources.shape.vocabulary import CHAPTERS, PARTS_OF_REPORTS

MOST = 0.5  # share of entries of another kind
ORDERED = 0.9  # share of neighbours in alphabetical order
WHY = "its parts are steps, versions, dates or chapters of another kind of document"
_VERBS = (
    "get|set|add|open|close|start|stop|run|install|configure|create|make|build|write|read|check|test|use|switch|turn|press|"
    "click|choose|select|pin|wire|connect|log|sign|send|ask|call|find|follow|go|update|upgrade|deploy|download|upload|copy|"
    "move|remove|delete|change|fix|wait|print|save|define|review|prepare|enable|disable|import|export|register|verify|submit|"
    "enter|replace|edit|clone|fork|commit|push|pull|put|take|give|keep|try|see|visit|contact|tell|bring|clean|wash|mix|cut|"
    "öffnen|klicken|wählen|starten|prüfen|ouvrez|cliquez|choisissez|abra|haga|elija"
)  # fmt: skip
_STEP = re.compile(
    rf"(?:{_VERBS})\s+(?:the|an?|your|our|on|in|into|up|down|out|off|all|each|it|this|that|us|one|"
    rf"new)\b|how to\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(rf"(?:then |first,? |next,? |now |please )?(?:{_VERBS})\b", re.IGNORECASE)
_RULES = re.compile(  # a title, folded, and where the rules are for
    r"(?:(?:our|the|unsere|nos|onze|nuestras|le nostre) )?(?:house rules|rules of the house|"
    r"ground rules|hausordnung|hausregeln|huisregels|huishoudelijk reglement|reglement interieur|"
    r"regles de la maison|normas de (?:la )?casa|"
    r"reglamento interno|regolamento interno|regras da casa|regulamin|ordningsregler|husregler|husorden|"
    r"domaci rad|hazirend|правила внутреннего распорядка)"
    r"(?: (?:of|for|der|des|fur|van|voor|de|du|del|della|do|da|for) .{1,40}| [^ ]{1,30})?"
)
WHY_RULES = "it tells the rules of a house"
_FIRM = frozenset(
    ["table row", "card", "definition list", "question", "item", "entry", "concept"]
)  # shapes of glossaries only


def doubt(title: str, found: Sequence[Draft], blocks: Sequence[Block]) -> str:
    """The reason why a document with these entries is no glossary, "" if it may be one."""
    if not found or any(draft.how in _FIRM for draft in found) or says_words(title):
        return ""
    if any(isinstance(block, Heading) and speaks_of_glossary(block.text) for block in blocks):
        return ""
    if _RULES.fullmatch(names.fold(title)):
        return WHY_RULES
    first = min(draft.line for draft in found)
    before = [block for block in blocks if isinstance(block, Noise | Prose) and block.line < first]
    if any(introduces(block.text) for block in before):
        return ""
    if len(found) > 3 and in_order([draft.name for draft in found]) >= ORDERED:
        return ""
    talk = any(isinstance(block, Noise) and block.why == SENT for block in blocks)
    other = [_is_other(draft, talk) for draft in found]
    return WHY if sum(other) > 1 and mean(other) >= MOST else ""


def _is_other(draft: Draft, talk: bool) -> bool:
    """Whether an entry is one of another kind; in a ``talk``, people speak to each other of terms too."""
    text = draft.body[0].text if draft.body else ""
    folded = names.fold(draft.name)
    if VERSION.fullmatch(draft.name) or is_value(draft.name) or is_value(text):
        return True
    if defining.defines(draft.name, text) or speaks_of(draft.name, text, whole=True):
        return bool(_STEP.match(draft.name))
    if folded in CHAPTERS | PARTS_OF_REPORTS or is_structure(draft.name) or is_facet(draft.name):
        return True
    if _STEP.match(draft.name):
        return True
    addresses = not talk and defining.speaks_to_readers(text) and not speaks_of(draft.name, text)
    return bool(_ORDERS.match(text)) or addresses


def is_step(name: str, text: str) -> bool:
    """Whether a name or its text tells somebody to do something, as instructions and logs of changes do."""
    return bool(_STEP.match(name) or _ORDERS.match(text))


def left_out(found: Sequence[Draft]) -> list[Skipped]:
    """The entries of a refused document as text that was left out."""
    return [
        Skipped(
            line=draft.line,
            text=f"{draft.name}: {' '.join(piece.text for piece in draft.body)}"[:200],
            why=WHY,
        )
        for draft in found
    ]
