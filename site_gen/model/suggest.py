"""What a misspelt word was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_NEAR = 60  # of 100; below it a suggestion puzzles more than it helps


def nearest(word: str, known: Iterable[str], limit: int = 1) -> list[str]:
    """The known words, all in lower case, nearest to ``word``, best first; empty where none is near."""
    found = process.extract(word.lower(), list(known), scorer=fuzz.ratio, limit=limit, score_cutoff=_NEAR)
    return [choice for choice, _score, _index in found]


def did_you_mean(word: str, known: Iterable[str], otherwise: str, limit: int = 1) -> str:
    """A question that names the nearest known words, or what to do where none is near."""
    close = [f"'{name}'" for name in nearest(word, known, limit)]
    if not close:
        return otherwise
    listed = " or ".join(filter(None, (", ".join(close[:-1]), close[-1])))
    return f"did you mean {listed}?"
