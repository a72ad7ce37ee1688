"""Vectors as pages load them: the words' in pieces by first letters, so that a query takes only its own.

A page gets a vector as signs, two numbers a sign, each of them one of LEVELS steps: gzipped they weigh a
fifth less than the four bits of ``english.bin`` in base64, and the lookup finds as much by them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from site_gen.meaning.words import MIDDLE, Vector, WordVectors

LEVELS = 9
STEP = 0.5  # between two levels, where a vector's numbers have a mean square of 1
AT_MOST = 110  # words a piece: 3.5 KB gzipped at 48 numbers a word
_SAYS_LITTLE = 0.45  # of the typical length: "the", "what"; no piece is loaded for them


def little(words: WordVectors) -> list[str]:
    """The words that tell next to nothing."""
    return [word for word in words.records if words.told(word) < 255 * words.typical * _SAYS_LITTLE]


def pieces(words: WordVectors) -> Mapping[str, list[str]]:
    """The other words, in their order, by the name of their piece.

    A name is as much of the piece's first word as tells it from the word before; the first one is "a". So a
    word stands, if anywhere, in the last piece whose name does not come after it.
    """
    without = set(little(words))
    kept = [word for word in sorted(words.records) if word not in without]
    starts = range(0, len(kept), AT_MOST)
    names = ["a", *(_apart(kept[start - 1], kept[start]) for start in starts[1:])]
    ends = [*starts[1:], len(kept)]
    return {name: kept[start:end] for name, start, end in zip(names, starts, ends, strict=True)}


def _apart(before: str, word: str) -> str:
    """The shortest beginning of a word that the word before it comes before."""
    return next(word[:length] for length in range(1, len(word) + 1) if before < word[:length])


def signs(vector: Vector) -> str:
    """A vector's direction, for ``unpack`` of meaning.js; it has an even count of numbers."""
    scale = math.sqrt(len(vector)) / (math.hypot(*vector) or 1) / STEP
    steps = [_step(number * scale) for number in vector]
    return "".join(_sign(high * LEVELS + low) for high, low in zip(steps[::2], steps[1::2], strict=True))


def record_signs(record: bytes) -> str:
    """A word's record as a page gets it: what it tells, and the ``signs`` of its vector.

    Two numbers are a byte there and a sign here, and which sign hangs on the vector's length beside.
    """
    numbers = record[1:]
    table = _signs_of_bytes(sum(map(_SQUARES.__getitem__, numbers)), len(numbers))
    return told_sign(record[0]) + numbers.translate(table).decode()


_NUMBERS = [(byte >> 4, byte & 15) for byte in range(256)]  # those of each byte of a record
_SQUARES = [(high - MIDDLE) ** 2 + (low - MIDDLE) ** 2 for high, low in _NUMBERS]


@lru_cache(maxsize=1 << 10)  # the shipped vectors have 91 lengths
def _signs_of_bytes(square: float, pairs: int) -> bytes:
    """The sign of each byte, in a vector of this length and so many bytes."""
    scale = math.sqrt(2 * pairs) / math.sqrt(square) / STEP
    steps = [_step((number - MIDDLE) * scale) for number in range(16)]
    return "".join(_sign(steps[high] * LEVELS + steps[low]) for high, low in _NUMBERS).encode()


def told_sign(told: int) -> str:
    """How much a word tells, of 255, in as many steps as a sign has."""
    return _sign(round(told * (LEVELS**2 - 1) / 255))


def _step(number: float) -> int:
    most = LEVELS // 2
    return min(most, max(-most, round(number))) + most


def _sign(number: int) -> str:
    """From "#" on, without the backslash, so that JSON escapes none."""
    return chr(number + (35 if number < 57 else 36))
