"""Gaps in the net of terms: terms that nothing leads to, and phrases in use that nothing explains."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from site_gen.language.common_words import COMMON
from site_gen.model import names
from site_gen.model.memo import AFRESH, Memo
from site_gen.model.records import Glossary, Term
from site_gen.text import markdown, mentions
from site_gen.text.links import Links
from site_gen.text.words import words_of

Phrase = tuple[str, ...]  # the stems of two words, or a short form as written

IN_TERMS = 5  # a phrase that fewer terms use may stand there by chance

# Beside the common words: those that describe, count or do, and so begin or end no name of a thing.
_DULL_TOO = """
    him themselves itself off upon own one six seven eight nine ten half double true false real plain clear
    early late fast slow easy hard wrong busy free happy angry sure ready empty usual common single simple
    several past later earlier soon now today here there where whose own less least fewer most only too
    wait waits ask asks answer answers call calls write writes read reads send sends leave leaves find
    finds come comes go goes count counts add adds mean means hold holds take takes
"""
_DULL = frozenset(word.stem for word in words_of(" ".join((*COMMON, _DULL_TOO))))
_SHORT_FORM = re.compile(r"\b[A-Z]{2}[A-Z0-9]{0,4}(?=s?\b)")
_ENOUGH_TERMS = 10
_OFTEN_SHARE, _OFTEN = 10, 10
_TWO_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Undefined:
    """A phrase as first written, and the slugs of the terms whose definition or details use it."""

    phrase: str
    terms: tuple[str, ...]


def orphans(glossary: Glossary, links: Links) -> tuple[str, ...]:
    """The slugs of terms that no text, relation or path leads to, and that lead to no other term."""
    known = glossary.by_slug
    tied = {stop.term for path in glossary.paths for stop in path.stops}
    for term in glossary.terms:
        others = [slug for slug in _related(term) if slug in known and slug != term.slug]
        if others:
            tied.update(others, (term.slug,))
    loose = [term.slug for term in glossary.terms if term.slug not in tied]
    return tuple(
        slug for slug in loose if not links.terms[slug].mentions and not links.mentioned_in.get(slug)
    )


@dataclass(frozen=True, slots=True)
class LinkedEverywhere:
    """A term whose label is linked in ``places`` terms, where a term is ``usual``ly linked in so many."""

    term: str
    label: str
    places: int
    usual: float


def linked_everywhere(glossary: Glossary, links: Links) -> Iterator[LinkedEverywhere]:
    """Terms linked in a tenth of all terms or more, and that ten times as often as a term usually is.

    Usual is the median of the terms that are linked at all. Where a label is linked in more than half of all
    terms, the median does not matter.
    """
    every = len(glossary.terms)
    if every < _ENOUGH_TERMS:
        return
    counts = sorted(len(slugs) for slugs in links.mentioned_in.values())
    usual = median(counts) if counts else 0
    for slug, slugs in sorted(links.mentioned_in.items()):
        places = len(slugs)
        if places * _OFTEN_SHARE >= every and (places >= _OFTEN * usual or places * 2 > every):
            labels = [label for _, label in glossary.by_slug[slug].labels()]
            yield LinkedEverywhere(
                slug, max(labels, key=lambda label: links.made.get(label, 0)), places, usual
            )


def _related(term: Term) -> Iterator[str]:
    yield from (term.broader, term.replaced_by, *term.related, *(contrast.to for contrast in term.contrast))


def undefined(glossary: Glossary, memo: Memo = AFRESH) -> tuple[Undefined, ...]:
    """Phrases of two words, and short forms, that many terms use and none explains; the most used first.

    A phrase counts when its last word is the last word of some label too ("due *time*", as in "response
    time"), when neither word is an everyday one, and when it is no part of a label where it stands.
    ``glossary/plain-words.yaml`` rules which phrases need no term.
    """
    source = glossary.terms, glossary.plain_words
    return memo.made("undefined", "", source, lambda: _undefined(glossary, memo))


def _undefined(glossary: Glossary, memo: Memo) -> tuple[Undefined, ...]:
    labels = [spelt for spelt in map(mentions.spelling, _labels(glossary)) if spelt]
    heads = frozenset(spelt.stems[-1] for spelt in labels) - _DULL
    known: set[Phrase] = {pair for spelt in labels for pair in pairwise(spelt.stems)}
    known.update(spelt.written for spelt in labels if len(spelt.written) == 1)
    plain = {names.key(phrase) for phrase in glossary.plain_words}
    users: dict[Phrase, list[str]] = defaultdict(list)
    for term in glossary.terms:
        for key in _suspects(term, heads, memo) - known:
            users[key].append(term.slug)
    often = {key for key, slugs in users.items() if len(slugs) >= IN_TERMS}
    found = _confirmed(often, users, glossary)
    rows = [Undefined(phrase, tuple(slugs)) for phrase, slugs in found if names.key(phrase) not in plain]
    return tuple(sorted(rows, key=lambda row: (-len(row.terms), row.phrase)))


def _labels(glossary: Glossary) -> Iterator[str]:
    return (label for term in glossary.terms for _, label in term.labels())


def _suspects(term: Term, heads: Set[str], memo: Memo) -> set[Phrase]:
    """What may be such a phrase, by the bare words; markup is looked at only where many terms use it."""
    source = term.definition, term.details
    phrases = memo.made("phrases", term.slug, source, lambda: frozenset(_bare_phrases(*source)))
    return {phrase for phrase in phrases if phrase[-1] in heads or len(phrase) == 1}


def _bare_phrases(*texts: str) -> Iterator[Phrase]:
    for text in texts:
        stems = [word.stem for word in words_of(text)]
        yield from (pair for pair in pairwise(stems) if pair[0] not in _DULL)
        yield from ((short,) for short in _SHORT_FORM.findall(text))


def _confirmed(
    often: Set[Phrase], users: Mapping[Phrase, Sequence[str]], glossary: Glossary
) -> Iterator[tuple[str, list[str]]]:
    if not often:
        return
    lexicon = mentions.lexicon(glossary.terms)
    shown: dict[Phrase, str] = {}
    found: dict[Phrase, list[str]] = defaultdict(list)
    for slug in sorted({slug for key in often for slug in users[key]}):
        term = glossary.by_slug[slug]
        texts = (term.definition, markdown.plain_text(term.details))
        for key, phrase in dict(_phrases(texts, often, lexicon)).items():
            found[key].append(slug)
            shown.setdefault(key, phrase)
    for key, slugs in found.items():
        if len(slugs) >= IN_TERMS:
            yield shown[key], slugs


def _phrases(
    texts: Sequence[str], often: Set[Phrase], lexicon: mentions.Lexicon
) -> Iterator[tuple[Phrase, str]]:
    """The phrases that stand in running text outside of labels."""
    for text in texts:
        taken = [(found.start, found.end) for found in mentions.find(text, lexicon)]
        for key, start, end in _places(text, often):
            if not any(begin < end and start < stop for begin, stop in taken):
                yield key, text[start:end]


def _places(text: str, often: Set[Phrase]) -> Iterator[tuple[Phrase, int, int]]:
    for one, two in pairwise(words_of(text)):
        pair, written = (one.stem, two.stem), text[one.start : two.end]
        if pair in often and _TWO_WORDS.fullmatch(written):
            yield pair, one.start, two.end
    for short in _SHORT_FORM.finditer(text):
        if (short[0],) in often:
            yield (short[0],), short.start(), short.end()
