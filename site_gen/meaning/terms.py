"""The vectors of a term: a few directions that stand for all that is said of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from operator import mul

from site_gen.meaning.words import Vector, WordVectors, unit
from site_gen.model.records import Term

ALIKE = 0.5  # texts nearer than this share a vector: a third as many, and the lookup finds as much
ENOUGH = 3  # with so many vectors a term gets none for a word by itself, which is found as it stands


def term_vectors(term: Term, words: WordVectors) -> list[Vector]:
    """One for each group of its texts that are about the same; none where no word of it is known.

    A word by itself joins a group; it makes one only where the term has few.
    """
    groups: list[Vector] = []
    for text, known in _texts(term, words):
        vector = known.of_text(text)
        if vector is None:
            continue
        likeness = [_product(unit(group) or group, vector) for group in groups]
        best = max(range(len(groups)), key=likeness.__getitem__, default=None)
        if best is not None and likeness[best] > ALIKE:
            groups[best] = [a + b for a, b in zip(groups[best], vector, strict=True)]
        elif len(groups) < ENOUGH or " " in text.strip():
            groups.append(vector)
    return groups


def _texts(term: Term, words: WordVectors) -> Iterator[tuple[str, WordVectors]]:
    """Each with what is known of its words; what people type stays as it is: so the lookup finds more."""
    yield f"{term.name}: {term.definition}", words
    yield from ((label, words) for _, label in term.labels())
    as_typed = replace(words, informal={})
    yield from ((phrase, as_typed) for phrase in term.search_as)


def _product(one: Vector, other: Vector) -> float:
    return math.fsum(map(mul, one, other))
