"""Which words English knows that a slip could turn into a word of a label: those are no slips.

The list is made by tools/english_words.py. Of its words a site needs only those a slip or two away from a
word of its labels, and those with which such a word begins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

_LONGEST = 32  # letters; no English word is longer, and each letter of a word costs time and memory
_LETTERS = 4  # at either end of a word, by which likely ones are found


def english_near(words: Iterable[str]) -> list[str]:
    """Stems of English words that stand near these folded words or near their beginnings, in order."""
    known = _words()
    near: set[str] = set()
    for word in {word for word in words if len(word) <= _LONGEST}:
        near.update(_slips_of(word))
        near.update({word[:end] for end in range(3, len(word) + 1)} & known)
    return sorted(near)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    text = (resources.files("site_gen.pages") / "english.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


@lru_cache(maxsize=1 << 14)  # most words of a corpus stand in it from one build of a preview to the next
def _slips_of(word: str) -> frozenset[str]:
    """English words so few slips from this one, or one from its beginning, that they could be read for it."""
    if len(word) < 4:
        return frozenset()
    begun = _begun_like(word)
    starts = [word[:end] for end in range(5, len(word) + 1)] or [word]
    near = {other for start in starts for other in _within(1, start, begun)}
    if len(word) > 7:  # of two slips, the first or the last letters have at most one
        near.update(_within(2, word, begun), _within(2, word, _ended_like(word)))
    return frozenset(near)


def _within(slips: int, word: str, others: Collection[str]) -> list[str]:
    """Those that are so many slips away, but for the word itself."""
    found = process.extract(word, others, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [other for other, distance, _ in found if distance]


def _begun_like(word: str) -> list[str]:
    """The English words whose first letters are at most one slip from those of this word.

    No other is one slip away from this word or from a beginning of it.
    """
    return _having(_by_beginning(), word[:_LETTERS])


def _ended_like(word: str) -> list[str]:
    return _having(_by_end(), word[: -_LETTERS - 1 : -1])


def _having(words: Mapping[str, Sequence[str]], letters: str) -> list[str]:
    return [word for key in _keys(letters) for word in words.get(key, ())]


@lru_cache(maxsize=1 << 12)
def _keys(letters: str) -> frozenset[str]:
    """The first letters that a word can have whose beginning is at most one slip from these."""
    cuts = [(letters[:at], letters[at:]) for at in range(len(letters) + 1)]
    less = [start + end[1:] for start, end in cuts if end]
    turned = [start + end[1] + end[0] + end[2:] for start, end in cuts if len(end) > 1]
    more = [(start + letter + end)[:_LETTERS] for start, end in cuts for letter in ascii_lowercase]
    other = [start + letter + end[1:] for start, end in cuts if end for letter in ascii_lowercase]
    longer = [few + letter for few in less for letter in ascii_lowercase]
    return frozenset((letters, *less, *turned, *more, *other, *longer))


@lru_cache(maxsize=1)
def _by_beginning() -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in _words():
        found[word[:_LETTERS]].append(word)
    return found


@lru_cache(maxsize=1)
def _by_end() -> Mapping[str, Sequence[str]]:
    """By the last letters, the last one first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in _words():
        found[word[: -_LETTERS - 1 : -1]].append(word)
    return found
