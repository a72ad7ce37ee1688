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
    lengths = range(len(word) - 2, len(word) + 3)
    near = (
        process.extract(word, _by_length()[length], scorer=OSA.distance, score_cutoff=2, limit=None)
        for length in lengths
    )
    return frozenset(other for found in near for other, *_ in found if other != word)
