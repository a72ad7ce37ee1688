"""Which words English knows that a slip could turn into a word of a label: those are no slips.

The list is made by tools/english_words.py; informal words ("dosh") are those of ``meaning``. Of both a site
needs only those a slip or two away from a word of its labels, and those with which such a word begins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from itertools import chain
from operator import itemgetter
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

from site_gen.meaning.words import english

_LONGEST = 32  # letters; no English word is longer, and each letter of a word costs time and memory
_LETTERS = 4  # at the beginning of a word, by which likely ones are found
_LAST = 3  # at its end: as many as two slips among the first letters leave of a word of eight


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
    return frozenset(_listed())


@lru_cache(maxsize=1)
def _listed() -> Sequence[str]:
    text = (resources.files("site_gen.pages") / "english.txt").read_text(encoding="utf-8")
    _, _, listed = text.rpartition("#")[2].partition("\n")  # behind the notice
    return [*listed.split(), *english().informal]


@lru_cache(maxsize=1 << 14)  # most words of a corpus stand in it from one build of a preview to the next
def _slips_of(word: str) -> frozenset[str]:
    """English words so few slips from this one, or one from its beginning, that they could be read for it."""
    if len(word) < _LETTERS:
        return frozenset()
    ends = range(min(len(word), _LETTERS + 1), len(word) + 1)
    alike = _by_beginning().get(word[:_LETTERS], ())
    near = {other for end in ends for other in _within(1, word[:end], alike)}
    near.update(_slipped_early(word, ends))
    if len(word) > 7:  # of two slips, the first letters have at most one, or all behind them is the same
        near.update(_within(2, word, _begun_like(word)))
        near.update(_within(2, word, _by_end().get(word[-_LAST:], ())))
    return frozenset(near)


def _within(slips: int, word: str, others: Collection[str]) -> list[str]:
    """Those that are so many slips away, but for the word itself."""
    found = process.extract(word, others, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [other for other, distance, _ in found if distance]


def _slipped_early(word: str, ends: Sequence[int]) -> Iterator[str]:
    """English words that differ by a slip among the first letters from what of this word ends there."""
    known, begun = _words(), _by_beginning()
    for changed, longer in _changed_early(word):
        if changed[:_LETTERS] in begun and changed != word:
            yield from known.intersection([changed[: end + longer] for end in ends])


def _changed_early(word: str) -> Iterator[tuple[str, int]]:
    """The word with each slip that begins among its first letters, and by how much it is longer."""
    for at in range(_LETTERS):
        start, letter, end = word[:at], word[at], word[at + 1 :]
        yield start + end, -1
        yield start + end[:1] + letter + end[1:], 0
        for other in ascii_lowercase:
            yield start + other + end, 0
            yield start + other + letter + end, 1


def _begun_like(word: str) -> list[str]:
    """The English words whose first letters are at most one slip from those of this word."""
    begun = _by_beginning()
    return [*chain.from_iterable([begun[key] for key in _keys(word[:_LETTERS]) if key in begun])]


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
    return _by_part(slice(_LETTERS))


@lru_cache(maxsize=1)
def _by_end() -> Mapping[str, Sequence[str]]:
    return _by_part(slice(-_LAST, None))


def _by_part(part: slice) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, word in zip(map(itemgetter(part), _listed()), _listed(), strict=True):
        found[key].append(word)
    return dict(found)
