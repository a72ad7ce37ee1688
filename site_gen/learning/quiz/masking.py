"""Texts with the names of a term taken out, so that a question does not give its own answer away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import filterfalse

from site_gen.model.records import Term
from site_gen.text.mentions import find, lexicon, spelling
from site_gen.text.words import words_of

GAP = "___"
_WORDS = (  # words that only join others, and tell nothing
    "a after an and as at be before by do down for from has have in into is it its no not of off on or our "
    "out over per so that the their this to up us we what when where which who with within without you your"
)
JOINING = frozenset(_WORDS.split())
_ALIKE_FROM = 5  # letters that two words must begin with to be of one family ("resolve", "resolution")
_WHOLE_FROM = 4  # or the whole of one of them ("chat", "chatbot")


# a verb is promised after these: "to ___ out why", "what it ___"
_BEFORE_VERBS = "to can could will would may might must should it he she they we you who people agents agent"
_PROMISED = frozenset(_BEFORE_VERBS.split())


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with gaps; ``hidden`` are the stems that stood there, ``reads`` is whether it can be read.

    ``plain`` are stems of the term's own names that stay: other answers need one of them in their names.
    """

    text: str
    hidden: frozenset[str]
    reads: bool
    plain: frozenset[str] = frozenset()


def masked_text(term: Term, text: str, plain: frozenset[str] = frozenset()) -> Masked:
    """The text with a gap for each whole name, alias or abbreviation, and each word of the name's family.

    The words of an alias that stand alone stay: they are what tells the term from others. It reads as broken
    with two different gaps, or with a gap where a verb or a word of another form stood.
    """
    words = words_of(text)
    hints = set(_hints(term)) - plain
    alone = [word for word in words if _is_hint(word.stem, hints) and not is_form(word.stem, plain)]
    whole = [(found.start, found.end) for found in find(text, lexicon((term,)))]
    spans = _united([*whole, *((word.start, word.end) for word in alone)])
    inside = [[word for word in words if start <= word.start < end] for start, end in spans]
    before = dict(zip((word.start for word in words[1:]), words, strict=False))
    reads = len({tuple(word.stem for word in gap) for gap in inside}) < 2 and not any(
        (gap[0].start in before and before[gap[0].start].written.lower() in _PROMISED)
        or (len(gap) == 1 and gap[0] in alone and gap[0].stem not in hints)
        for gap in inside
    )
    hidden = frozenset(word.stem for gap in inside for word in gap)
    return Masked(text=_cut(text, spans), hidden=hidden, reads=reads, plain=plain)


def stems_of_name(term: Term) -> frozenset[str]:
    """The stems of a name's words, without those that only join others."""
    return frozenset(word.stem for word in words_of(term.name)) - JOINING


def without_words_of(term: Term, text: str) -> str:
    """The text with a gap for each name of the term, and each word of the family of a word in its name.

    Words that only join others stay.
    """
    return masked_text(term, text).text


def without_names_of(terms: Iterable[Term], text: str) -> str:
    """The text with a gap for each whole name, alias or abbreviation of the terms."""
    labels = lexicon(terms)
    return _cut(text, ((found.start, found.end) for found in find(text, labels)))


def _hints(term: Term) -> Iterator[str]:
    for label in (term.name, *term.abbreviations):
        spelt = spelling(label)
        yield from filterfalse(JOINING.__contains__, spelt.stems if spelt else ())


def _is_hint(stem: str, hints: Set[str]) -> bool:
    return stem not in JOINING and any(one_family(stem, hint) for hint in hints)


def is_form(stem: str, others: Iterable[str]) -> bool:
    """Whether a stem is one of the others, or one begins with the whole of the other ("call", "callback")."""
    return any(
        stem == other
        or (min(len(stem), len(other)) >= _WHOLE_FROM and (stem.startswith(other) or other.startswith(stem)))
        for other in others
    )


def one_family(word: str, hint: str) -> bool:
    """Whether two stems are one word or look as if one was made from the other."""
    if word == hint:
        return True
    shorter, longer = sorted((word, hint), key=len)
    if len(shorter) >= _WHOLE_FROM and longer.startswith(shorter):
        return True
    head = shorter[:_ALIKE_FROM]
    return len(shorter) > _ALIKE_FROM and longer.startswith(head)


def _united(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


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
