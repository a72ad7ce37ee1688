"""Wrong readings of short forms: other words with the same first letters, as plausible as the right ones.

The words come from the names of the glossary's terms, each from the place in a name where it stands there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, product
from random import Random

from site_gen.learning.quiz.masking import JOINING, one_family
from site_gen.model import names
from site_gen.model.records import Term

MOST = 4
_WORDS = 6  # tried in the place of one word, those that most names have first
_WORD = re.compile(r"[^\W\d_]{3,}")


class Expansions:
    """What the letters of a short form could stand for in this glossary, and do not."""

    def __init__(self, terms: Sequence[Term], all_terms: Iterable[Term] = ()) -> None:
        """Words come from ``terms``; no reading is a name that one of ``all_terms`` has."""
        every = (*terms, *all_terms)
        self._taken = {names.fold(label) for term in every for _, label in term.labels()}
        self._begins = _by_letter(term.name.split()[:-1] for term in terms)
        self._ends = _by_letter(term.name.split()[-1:] for term in terms)

    def beside(self, short: str, label: str) -> tuple[str, ...]:
        """Other readings, with one word changed or two, always the same; none where a word has no letter."""
        words = label.split()
        changeable = [place for place, word in enumerate(words) if _WORD.fullmatch(word)]
        if len(words) < 2 or not changeable:
            return ()
        random = Random(short + label)
        made = [
            *self._changed(words, changeable[-1:]),
            *(one for place in changeable[:-1] for one in self._changed(words, [place])),
        ]
        twice = [one for pair in combinations(changeable, 2) for one in self._changed(words, list(pair))]
        found = dict.fromkeys([*_mixed(made, random), *_mixed(twice, random)])
        return tuple(islice((one for one in found if names.fold(one) not in self._taken), MOST))

    def _changed(self, words: list[str], places: list[int]) -> Iterator[str]:
        choices = [self._others(words, place) for place in places]
        for choice in product(*choices):
            other = list(words)
            for place, word in zip(places, choice, strict=True):
                other[place] = word
            first = other[0] if other[0] == words[0] else other[0].capitalize()
            yield " ".join([first, *other[1:]])

    def _others(self, words: list[str], place: int) -> list[str]:
        """Words that may stand there: with this letter, and of no family with a word that is there."""
        stock = self._ends if place == len(words) - 1 else self._begins
        stems = [names.stem(names.fold(word)) for word in words]
        found = (
            word
            for word in stock.get(names.fold(words[place])[:1], ())
            if not any(one_family(names.stem(word), stem) for stem in stems)
        )
        chosen = list(islice(found, _WORDS))
        return [word.title() for word in chosen] if words[place].istitle() and place else chosen


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
