"""Texts with the names of a term taken out, so that a question does not give its own answer away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import filterfalse

from site_gen.model.records import Term
from site_gen.text.mentions import find, lexicon, spelling
from site_gen.text.words import words_of

GAP = "___"
_JOINING = (  # words that only join others, and tell nothing
    "a after an and as at be before by do down for from has have in into is it its no not of off on or our "
    "out over per so that the their this to up us we what when where which who with within without you your"
)
_SMALL = frozenset(_JOINING.split())
_ALIKE_FROM = 5  # letters that two words must begin with to be of one family ("resolve", "resolution")
_WHOLE_FROM = 4  # or the whole of one of them ("chat", "chatbot")


def without_words_of(term: Term, text: str) -> str:
    """The text with a gap for each word of the family of a word in one of the term's names.

    Words that only join others stay.
    """
    hints = set(_hints(term))
    return _cut(text, [(word.start, word.end) for word in words_of(text) if _is_hint(word.stem, hints)])


def without_names_of(terms: Iterable[Term], text: str) -> str:
    """The text with a gap for each whole name, alias or abbreviation of the terms."""
    labels = lexicon(terms)
    return _cut(text, ((found.start, found.end) for found in find(text, labels)))


def _hints(term: Term) -> Iterator[str]:
    for _, label in term.labels():
        spelt = spelling(label)
        yield from filterfalse(_SMALL.__contains__, spelt.stems if spelt else ())


def _is_hint(stem: str, hints: Set[str]) -> bool:
    return stem not in _SMALL and any(_one_family(stem, hint) for hint in hints)


def _one_family(word: str, hint: str) -> bool:
    """Whether two stems are one word or look as if one was made from the other."""
    if word == hint:
        return True
    shorter, longer = sorted((word, hint), key=len)
    if len(shorter) >= _WHOLE_FROM and longer.startswith(shorter):
        return True
    head = shorter[:_ALIKE_FROM]
    return len(shorter) > _ALIKE_FROM and longer.startswith(head)


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Gaps in the place of the spans; neighbouring ones become a single gap, so that they tell no number."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        between = text[at:start]
        if parts and not between.strip(" -‐‑–"):
            at = end
            continue
        parts += [between, GAP]
        at = end
    return "".join((*parts, text[at:]))
