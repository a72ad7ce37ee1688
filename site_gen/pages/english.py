"""Which words English knows that a slip could turn into a word of a label: those are no slips.

The list is made by tools/english_words.py. Of its words a site needs only those a slip or two away from a
word of its labels, and those with which such a word begins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from itertools import chain
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

_LONGEST = 32  # letters; no English word is longer, and each letter of a word costs time and memory


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


@lru_cache(maxsize=1)
def _by_length() -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(_words()):
        found[len(word)].append(word)
    return found


@lru_cache(maxsize=1 << 14)  # most words of a corpus stand in it from one build of a preview to the next
def _slips_of(word: str) -> frozenset[str]:
    """English words so few slips from this one, or one from its beginning, that they could be read for it."""
    if len(word) < 4:
        return frozenset()
    starts = (word[:end] for end in range(5, len(word) + 1))
    near = _one_slip_from(word).union(*map(_one_slip_from, starts)) & _words()
    return near | _two_slips_from(word) if len(word) > 7 else near


def _one_slip_from(word: str) -> frozenset[str]:
    """Every text one slip away: a letter too much, too few or another one, or two exchanged."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = (start + end[1:] for start, end in cuts if end)
    turned = (start + end[1] + end[0] + end[2:] for start, end in cuts if len(end) > 1)
    more = (start + letter + end for start, end in cuts for letter in ascii_lowercase)
    other = (start + letter + end[1:] for start, end in cuts if end for letter in ascii_lowercase)
    return frozenset(chain(less, turned, more, other)) - {word}


def _two_slips_from(word: str) -> frozenset[str]:
    near = (
        process.extract(word, _alike(word, length), scorer=OSA.distance, score_cutoff=2, limit=None)
        for length in range(len(word) - 2, len(word) + 3)
    )
    return frozenset(other for found in near for other, *_ in found if other != word)


def _alike(word: str, length: int) -> list[str]:
    """The English words of a length that miss at most two letters of this one and have at most two others.

    No other is two slips away. All are looked at together: each is a bit of the numbers below.
    """
    words, having = _letters(length)
    every = (1 << len(words)) - 1
    missing = _at_most_two(every, (every & ~having.get(letter, 0) for letter in set(word)))
    others = _at_most_two(every, (has for letter, has in having.items() if letter not in word))
    bits, found = f"{missing & others:b}"[::-1], []
    at = bits.find("1")
    while at >= 0:
        found.append(words[at])
        at = bits.find("1", at + 1)
    return found


def _at_most_two(every: int, rows: Iterable[int]) -> int:
    """The bits that at most two of the rows have."""
    none, one, two = every, 0, 0
    for row in rows:
        two = (two & ~row) | (one & row)
        one = (one & ~row) | (none & row)
        none &= ~row
    return none | one | two


@lru_cache(maxsize=_LONGEST + 3)
def _letters(length: int) -> tuple[list[str], dict[str, int]]:
    """The English words of a length, and for each letter which have it: the first is the lowest bit."""
    words = _by_length()[length]
    rows = {letter: bytearray(b"0" * (len(words) + 1)) for letter in ascii_lowercase}
    for at, word in enumerate(words):
        for letter in word:
            rows[letter][-1 - at] = ord("1")
    return words, {letter: int(row, 2) for letter, row in rows.items()}
