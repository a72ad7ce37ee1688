"""Ask for proof that what was read is a glossary: settings, logs and lists of things have the same shapes.

A title, a file name or a column that says so is proof, and so are formats made for terms. Without those, the
texts have to explain their names. Marks of other documents count against it: values and code for texts, the
same few names again and again, names that are paths, versions or chapters. What is left after these limits is
weighed (``weighing``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece, Reading, Skipped
from site_gen.sources.shape import titles_of_others
from site_gen.sources.shape.blocks import count_words, is_name_like, is_question
from site_gen.sources.shape.called_glossary import is_called_glossary, is_page_of_project, is_proven
from site_gen.sources.shape.calling_titles import says_what_means, speaks_of_concepts
from site_gen.sources.shape.explaining_texts import MARKED, explains
from site_gen.sources.shape.header_words import OTHERS_HEADERS
from site_gen.sources.shape.name_and_text import (
    FEW,
    Said,
    asks_of_terms,
    is_explained,
    is_odd,
    said_by,
    share,
)
from site_gen.sources.shape.other_documents import NAMES, are_parameters, reason_against
from site_gen.sources.shape.scope import (
    CHATTER,
    INTRODUCTION,
    OVER,
    SENT,
    introduces,
    says_words,
    speaks_of_glossary,
)

OTHERS = "its columns or keys are those of people, events or products"
REMNANT = "what looks like entries is a small part of it, and does not say what names mean"
NO_TERMS = "its texts do not say what the names mean"
WITHOUT_TEXT = frozenset(["heading without text of its own", "text without a name", "name without a text"])
REMAINS = 0.35  # share of the words of a document up to which some entries are a remnant of it
MOSTLY = 0.6  # share of names that ask so


def settled(reading: Reading, filename: str) -> Reading:
    """The reading, or one without entries and with the reason if nothing proves that they are terms."""
    if _lists_names(reading):
        bare = [_left_out(draft, "name without a text") for draft in reading.drafts]
        return replace(reading, drafts=(), skipped=(*reading.skipped, *bare))
    why = lacking(reading, filename)
    if not why:
        return reading
    left = [_left_out(draft, why) for draft in reading.drafts]
    return replace(reading, drafts=(), skipped=(*reading.skipped, *left), declined=why, unproven=True)


BARE, TEXTLESS = 10, 8  # names without texts; for each entry so many of them: a list of names alone
NAME_WORDS = 3


def _lists_names(reading: Reading) -> bool:
    """Whether a document lists bare names, of which a few have a sign as before a text: "Cost: fixed"."""
    bare = [skip for skip in reading.skipped if skip.why in WITHOUT_TEXT and is_name_like(skip.text, 6)]
    if not reading.drafts or len(bare) < max(BARE, TEXTLESS * len(reading.drafts)):
        return False
    said = [piece.text.strip() for draft in reading.drafts for piece in draft.body]
    return all(count_words(text) <= NAME_WORDS and not text.endswith((".", "。")) for text in said)


def _left_out(draft: Draft, why: str) -> Skipped:
    said = said_by(draft)
    return Skipped(line=draft.line, text=f"{said.name}: {said.text}"[:200], why=why, where=draft.where)


def lacking(reading: Reading, filename: str) -> str:
    """The reason why the entries of a reading are no terms, as far as can be told; "" if they may be."""
    found = [said_by(draft) for draft in reading.drafts]
    if not found or all(draft.how in ("entry", "concept") for draft in reading.drafts):
        return ""
    proven = is_proven(reading, filename)
    if not proven and titles_of_others.calls(reading.title, found):
        return titles_of_others.WHY
    against = reason_against(found, proven)
    if proven and not against and _is_a_remnant(reading, found):
        return REMNANT
    if against == NAMES and proven and _is_of_code(reading, filename, found):
        return ""
    if against or proven:
        return against
    if any(names.fold(column) in OTHERS_HEADERS for column in reading.columns):
        return OTHERS
    if any(map(_is_kept_with_care, reading.drafts)):
        return ""
    if len(found) > 1 and share(found, asks_of_terms) >= MOSTLY:
        return ""
    if is_page_of_project(filename) and all(draft.how == "text" for draft in reading.drafts):
        return NO_TERMS
    if len(found) < 3 and all(map(is_odd, found)):
        return NAMES
    alone = len(found) == 1 and not is_explained(found[0]) and not _is_of_a_list(reading.drafts[0])
    if alone or _are_few_of_much(found, reading):
        return NO_TERMS
    if not is_page_of_project(filename) and _is_introduced(reading):
        return ""
    titled = speaks_of_concepts(reading.title) or any(
        speaks_of_concepts(head.text) for head in _heads_over(reading)[-1:]
    )
    return "" if explains(found, reading.drafts, is_page_of_project(filename), titled) else NO_TERMS


def _heads_over(reading: Reading) -> list[Piece]:
    """The headings that stand over the first entry."""
    first = min(draft.line for draft in reading.drafts)
    return [head for head in reading.headings if head.line < first]


_RUNNING = frozenset(["heading", "label", "text"])  # shapes of any document
MUCH = 3  # times as many words


def _are_few_of_much(found: Sequence[Said], reading: Reading) -> bool:
    """Whether some headings or words with a colon are all that was taken of a far longer document."""
    if len(found) > 3 or any(draft.how not in _RUNNING for draft in reading.drafts):
        return False
    taken = sum(count_words(f"{one.name} {one.text}") for one in found)
    left = (skip for skip in reading.skipped if skip.why not in (SENT, CHATTER))
    return sum(count_words(skip.text) for skip in left) > MUCH * taken


_TAGGED = re.compile(r"(?:^|\s)#(?:gloss|lexi[ck]on|terminolog|vocab|begriffe|sözlük)\w*", re.IGNORECASE)


def _is_introduced(reading: Reading) -> bool:
    """Whether the line or heading before the first entry says that words follow: "Words that we use"."""
    first = min(draft.line for draft in reading.drafts)
    if says_what_means(reading.title) and all(draft.how != "heading" for draft in reading.drafts):
        return True
    over = _heads_over(reading)
    last = over[-1].text if over else ""
    if last and count_words(last) <= ANNOUNCED and (says_words(last) or says_what_means(last)):
        return True
    return any(
        introduces(skip.text) or _announces(skip) or _asks(skip) or _TAGGED.search(skip.text[:INTRODUCTION])
        for skip in reading.skipped
        if skip.why in ("introduction", CHATTER) and skip.line <= first  # a page may be one line
    )


_SAID = re.compile(r"(?:.{0,60}: )?(?P<said>[^:]{3,120})")


def _asks(skip: Skipped) -> bool:
    """Whether somebody asks in a chat what a word means: "Ana: what is a void?"."""
    said = _SAID.fullmatch(skip.text.strip()) if skip.why == CHATTER else None
    return said is not None and is_question(said["said"])


ANNOUNCED, LEADING = 12, 20  # words of a line; of one that says what it leads to


def _announces(skip: Skipped) -> bool:
    """Whether a short line before the entries leads to a list of words: "For the harbour glossary:"."""
    words = count_words(skip.text)
    led = skip.why == CHATTER or skip.text.rstrip().endswith((":", "："))
    said = words <= ANNOUNCED and says_words(skip.text)
    return led and (said or (words <= LEADING and says_what_means(skip.text)))


def _is_kept_with_care(draft: Draft) -> bool:
    """Whether a page tells more of its term than a name and a text; lists of tasks have such columns too."""
    return draft.how not in ("table row", "item") and bool(draft.owner or draft.reviewed)


def _is_a_remnant(reading: Reading, found: Sequence[Said]) -> bool:
    """Whether a few headings or labels were taken that do not explain their names, and most was left."""
    if len(found) > FEW or any(draft.how not in ("heading", "label") for draft in reading.drafts):
        return False
    if any(skip.why == OVER for skip in reading.skipped) or any(map(is_explained, found)):
        return False
    left = [skip for skip in reading.skipped if skip.why not in ("title", "introduction", SENT, CHATTER)]
    if any(skip.why.startswith("field ") for skip in left):  # the entries have parts, as those of a glossary
        return False
    taken = sum(count_words(f"{one.name} {one.text}") for one in found)
    whole = taken + sum(count_words(skip.text) for skip in left)
    return len(left) > 2 * len(found) and taken < REMAINS * whole


def _is_of_a_list(draft: Draft) -> bool:
    """Whether a single entry has other names, or comes from a folder or a list of definitions."""
    return bool(draft.also or draft.where or draft.how in MARKED)


PHRASE = 5  # mean words of texts that say what names of a program are


def _is_of_code(reading: Reading, filename: str, found: Sequence[Said]) -> bool:
    """Whether a file that calls itself a glossary explains names of a program in words: "parseDate"."""
    called = speaks_of_glossary(reading.title) or is_called_glossary(filename)
    return called and mean(count_words(one.text) for one in found) >= PHRASE and not are_parameters(found)
