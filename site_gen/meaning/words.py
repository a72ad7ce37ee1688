"""Vectors of words as one file holds them: ``english.bin``, made by tools/word_vectors.py.

The file begins with a line of JSON: ``size``, the numbers a vector, ``typical``, the length that most vectors
have, and where they come from. A line with the words follows, in the order of the alphabet; then each word's
record. A record is a byte for how much the word tells (of 255), and ``size`` numbers of four bits, two to a
byte, the first one in the high half.

Informal words ("dosh") have no record: ``informal.txt`` says which plain words ("money") each stands for.
"""

from __future__ import annotations

import json
import math
import pkgutil
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from site_gen.model.names import fold

Vector = Sequence[float]

MIDDLE = 7.5  # of the numbers 0 to 15
SPREAD = 0.35  # what one step of them is, where a vector's numbers have a mean square of 1
# What a word may end in beside its short form, and what that ends in; assets/meaning-data.js is told them.
ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"),
)  # fmt: skip
_DOUBLED = re.compile(r"([a-z])\1$")
_SHORTEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WordVectors:
    """``records``: packed, by word; ``told``: how much a word tells, of 255.

    ``informal``: the plain words that each informal one stands for, with a blank between them.
    """

    size: int
    typical: float
    records: Mapping[str, bytes]
    informal: Mapping[str, str] = field(default_factory=dict)

    def told(self, word: str) -> int:
        return self.records[word][0]

    def of_word(self, word: str) -> Vector | None:
        """The vector of the word, of its short form or of its plain words; as long as it tells something."""
        known = next((form for form in forms(word) if form in self.records or form in self.informal), "")
        plain = self.informal.get(known, known).split()
        found = [_unpacked(self.records[one]) for one in plain if one in self.records]
        return found[0] if len(found) == 1 else total(found) if found else None

    def of_text(self, text: str) -> Vector | None:
        """The direction of all words of a text together, of length 1; None where no word is known."""
        vectors = [
            vector for word in dict.fromkeys(fold(text).split()) if (vector := self.of_word(word)) is not None
        ]
        return unit(total(vectors)) if vectors else None


def forms(word: str) -> Iterator[str]:
    """A folded word, and the shorter words that it may be a form of: "calling", "call"."""
    yield word
    for ending, instead in ENDINGS:
        short = word.removesuffix(ending)
        if short == word or len(short + instead) < _SHORTEST:
            continue
        yield short + instead
        if not instead and _DOUBLED.search(short):
            yield short[:-1]


def total(vectors: Iterable[Vector]) -> Vector:
    return [math.fsum(numbers) for numbers in zip(*vectors, strict=True)]


def unit(vector: Vector) -> Vector | None:
    """The vector with the length 1; None for one without a direction."""
    length = math.hypot(*vector)
    return [number / length for number in vector] if length else None


def packed(vector: Vector) -> bytes:
    """Its direction, in four bits a number."""
    scale = math.sqrt(len(vector)) / (math.hypot(*vector) or 1) / SPREAD
    steps = [min(15, max(0, round(number * scale + MIDDLE))) for number in vector]
    return bytes(high << 4 | low for high, low in zip(steps[::2], steps[1::2], strict=True))


@lru_cache(maxsize=1 << 15)  # the same words stand in many texts
def _unpacked(record: bytes) -> Vector:
    steps = [half - MIDDLE for byte in record[1:] for half in (byte >> 4, byte & 15)]
    scale = record[0] / 255 / math.hypot(*steps)
    return [step * scale for step in steps]


@lru_cache(maxsize=1)
def english() -> WordVectors:
    """The vectors that the package brings."""
    return replace(read(_shipped("english.bin")), informal=_informal(_shipped("informal.txt").decode()))


def _shipped(name: str) -> bytes:
    data = pkgutil.get_data("site_gen.meaning", name)
    assert data is not None, "the loader of the package reads its files"
    return data


def _informal(text: str) -> Mapping[str, str]:
    """Of lines "money: dosh wonga" each word after the colon with what stands before it."""
    lines = (line.partition(": ") for line in text.splitlines() if not line.startswith("#"))
    return {word: plain for plain, _, words in lines for word in words.split()}


def read(data: bytes) -> WordVectors:
    head, words, records = data.split(b"\n", 2)
    about = json.loads(head)
    step = 1 + about["size"] // 2
    return WordVectors(
        size=about["size"],
        typical=about["typical"],
        records={
            word: records[n * step : (n + 1) * step] for n, word in enumerate(words.decode().split(" "))
        },
    )


def only(data: bytes, words: Collection[str]) -> bytes:
    """The file with these of its words, whose records stay as they are."""
    head = data.partition(b"\n")[0]
    kept = {word: record for word, record in read(data).records.items() if word in words}
    return b"\n".join((head, " ".join(kept).encode(), b"".join(kept.values())))


def written(vectors: Mapping[str, Vector], about: Mapping[str, object]) -> bytes:
    """The file of these vectors; the longest tells 255. ``about``: what else its first line says."""
    lengths = {word: math.hypot(*vector) for word, vector in vectors.items()}
    longest = max(lengths.values())
    words = sorted(vectors)
    size = len(vectors[words[0]])
    middle = sorted(lengths.values())[len(words) // 2]
    head = {"size": size, "typical": round(middle / longest, 3), **about}
    records = (bytes([round(255 * lengths[word] / longest)]) + packed(vectors[word]) for word in words)
    return json.dumps(head).encode() + b"\n" + " ".join(words).encode() + b"\n" + b"".join(records)


def notice() -> str:
    """What the licences ask to hand on with the vectors."""
    return _shipped("NOTICE.txt").decode()
