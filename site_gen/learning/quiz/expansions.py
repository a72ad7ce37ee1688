"""Wrong readings of short forms: other words with the same first letters, as plausible as the right ones.

A word in another's place stands beside its neighbour in a name ("customer experience" for "customer effort"),
or is made in the same way ("asked", "answered"; "internal", "initial"). Where these are too few, words come
from the names of terms, each from the place in a name where it stands there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, combinations, islice, pairwise, product, zip_longest
from random import Random
from typing import TypeVar

from site_gen.learning.quiz.masking import JOINING, one_family
from site_gen.model import names, word_forms
from site_gen.model.records import Term

MOST = 4
_WORDS = 6  # tried in the place of one word, those that most names have first
_BESIDE = 3  # readings for each place, of words that fit there
_SHORTEST = 3  # letters
# What words are made with, by which they are of one sort.
_ENDINGS = (
    "tion", "sion", "ment", "ship", "ance", "ence", "ity", "ness", "ive", "ing", "ed", "al", "er", "or",
)  # fmt: skip
_DONE = "ed"  # names have few of these
_RUN = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{3,}")

K = TypeVar("K")


class Expansions:
    """What the letters of a short form could stand for in this glossary, and do not."""

    def __init__(self, terms: Sequence[Term], all_terms: Iterable[Term] = ()) -> None:
        """Words come from ``terms``; no reading is a name that one of ``all_terms`` has."""
        every = (*terms, *all_terms)
        self._terms = tuple({term.slug: term for term in every}.values())
        self._bearers: dict[str, set[str]] = {}
        for term in every:
            for label in (*(one for _, one in term.labels()), *term.search_as):
                self._bearers.setdefault(names.fold(label), set()).add(term.slug)
        told = [label.split() for term in self._terms for label in (term.name, *term.aliases)]
        self._begins = _by_letter(words[:-1] for words in told)
        self._ends = _by_letter(words[-1:] for words in told)

    def beside(self, short: str, label: str) -> tuple[str, ...]:
        """Other readings, with one word changed or two, always the same; none where a word has no letter."""
        words = label.split()
        changeable = [place for place, word in enumerate(words) if _WORD.fullmatch(word)]
        if len(words) < 2 or not changeable:
            return ()
        random = Random(short + label)
        free = [place for place in changeable if not self._is_led(words, place)] or changeable
        last = list(self._changed(words, free[-1:]))
        others = [one for place in free[:-1] for one in self._changed(words, [place])]
        twice = [one for pair in combinations(free, 2) for one in self._changed(words, list(pair))]
        alike = self._in_turn(words, changeable)
        mixed = (_mixed(group, random) for group in (last, others, twice))
        found = dict.fromkeys(chain(alike, *mixed))
        return tuple(islice((one for one in found if not self._may_be_right(one, label)), MOST))

    def _may_be_right(self, reading: str, label: str) -> bool:
        """Whether a term has this name, or both all but one of its words and those of the label."""
        told, right = (names.fold(text).split() for text in (reading, label))
        if names.fold(reading) in self._bearers:
            return True
        parts = ((told[1:], right[1:]), (told[:-1], right[:-1]))
        return any(
            one != other
            and not self._bearers.get(" ".join(one), set()).isdisjoint(self._bearers.get(" ".join(other), ()))
            for one, other in parts
        )

    def _is_led(self, words: Sequence[str], place: int) -> bool:
        """Whether a word leads to others by one that only joins: "end of", "return to"."""
        return place + 1 < len(words) and names.fold(words[place + 1]) in JOINING

    def _in_turn(self, words: Sequence[str], places: Iterable[int]) -> Iterator[str]:
        """Readings with one word changed into one that fits there, the last place first, then in turn."""
        folded = [names.fold(word) for word in words]
        found = []
        for place in places:
            before, after = (folded[at] if 0 <= at < len(folded) else "" for at in (place - 1, place + 1))
            ending = next((one for one in _ENDINGS if folded[place].endswith(one)), "")
            beside = self._after.get(before, ()), self._before.get(after, ())
            made_alike = self._by_ending.get((not after, folded[place][0], ending), ())
            fitting = (
                word
                for word in dict.fromkeys(chain(*beside, made_alike))
                if word[0] == folded[place][0]
                and (not ending or word.endswith(ending))
                and word.endswith("s") == folded[place].endswith("s")
                and not any(one_family(word_forms.stem(word), word_forms.stem(other)) for other in folded)
            )
            found.append([_replaced(words, {place: word}) for word in islice(fitting, _BESIDE)])
        for readings in zip_longest(*reversed(found)):
            yield from filter(None, readings)

    @cached_property
    def _pairs(self) -> Sequence[tuple[str, str]]:
        """Neighbouring words in names and other names."""
        labels = [_RUN.findall(label) for term in self._terms for label in (term.name, *term.aliases)]
        found = (pair for words in labels for pair in pairwise(map(names.fold, words)))
        return [pair for pair in found if all(len(word) >= _SHORTEST for word in pair)]

    @cached_property
    def _after(self) -> Mapping[str, Sequence[str]]:
        return _often_first(self._pairs)

    @cached_property
    def _before(self) -> Mapping[str, Sequence[str]]:
        return _often_first((after, before) for before, after in self._pairs)

    @cached_property
    def _by_ending(self) -> Mapping[tuple[bool, str, str], Sequence[str]]:
        """Words by whether they end a name, first letter and ending; what was done, from texts, too."""
        labels = [_RUN.findall(label) for term in self._terms for label in (term.name, *term.aliases)]
        texts = (_RUN.findall(f"{term.definition} {term.details}") for term in self._terms)
        done = [word for words in texts for word in words if word.endswith(_DONE)]
        placed = chain(
            ((place == len(words) - 1, word) for words in labels for place, word in enumerate(words)),
            ((is_last, word) for is_last in (False, True) for word in done),
        )
        folded = ((is_last, names.fold(word)) for is_last, word in placed)
        return _often_first(
            ((is_last, word[0], ending), word)
            for is_last, word in folded
            if (ending := next((one for one in _ENDINGS if word.endswith(one)), ""))
            and len(word) - len(ending) >= _SHORTEST
        )

    def _changed(self, words: list[str], places: list[int]) -> Iterator[str]:
        choices = [self._others(words, place) for place in places]
        for choice in product(*choices):
            yield _replaced(words, dict(zip(places, choice, strict=True)))

    def _others(self, words: list[str], place: int) -> list[str]:
        """Words that may stand there: with this letter, and of no family with a word that is there."""
        stock = self._ends if place == len(words) - 1 else self._begins
        stems = [word_forms.stem(names.fold(word)) for word in words]
        found = (
            word
            for word in stock.get(names.fold(words[place])[:1], ())
            if not any(one_family(word_forms.stem(word), stem) for stem in stems)
        )
        return list(islice(found, _WORDS))


def _often_first(things: Iterable[tuple[K, str]]) -> Mapping[K, Sequence[str]]:
    """The words of each key, those that are there most often first."""
    counts: dict[K, Counter[str]] = {}
    for key, word in things:
        counts.setdefault(key, Counter())[word] += 1
    return {key: sorted(words, key=lambda word: (-words[word], word)) for key, words in counts.items()}


def _replaced(words: Sequence[str], others: Mapping[int, str]) -> str:
    """The words with others in some places, with a capital letter where one stood."""
    told = [
        word if (other := others.get(place)) is None else _as_written(other, word, place)
        for place, word in enumerate(words)
    ]
    return " ".join(told)


def _as_written(other: str, word: str, place: int) -> str:
    return other.capitalize() if word.istitle() or not place else other


def _by_letter(names_in_parts: Iterable[list[str]]) -> Mapping[str, list[str]]:
    """Words by their first letter, those that stand in most names first."""
    counts = Counter(
        names.fold(word)
        for parts in names_in_parts
        for word in parts
        if _WORD.fullmatch(word) and not word.isupper()
    )
    found: dict[str, list[str]] = {}
    for word in JOINING:
        counts.pop(word, None)
    for word, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        found.setdefault(word[0], []).append(word)
    return found


def _mixed(made: list[str], random: Random) -> list[str]:
    """In another order; by ``random()`` alone, which is the same in every Python."""
    return sorted(made, key=lambda _: random.random())
