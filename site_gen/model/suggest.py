"""Suggestions for a misspelt word."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_NEAR = 60  # likeness from 0 to 100; a suggestion below this value would only confuse
_SHORT = 5  # letters: up to so many, two slips make another word,
_NEARER = 65  # and a suggestion has to be one slip away ("nope" is no "snooze")


def nearest(word: str, known: Iterable[str], limit: int = 1) -> list[str]:
    """At most ``limit`` of the words ``known`` that are most like ``word``, the best first.

    ``known`` must be in lower case. The list is empty if no known word is like ``word``.
    """
    least = _NEAR if len(word) > _SHORT else _NEARER
    found = process.extract(word.lower(), list(known), scorer=fuzz.ratio, limit=limit, score_cutoff=least)
    return [choice for choice, _score, _index in found]


def did_you_mean(word: str, known: Iterable[str], otherwise: str, limit: int = 1) -> str:
    """A question that names the known words most like ``word``; ``otherwise`` if there is none."""
    close = [f"'{name}'" for name in nearest(word, known, limit)]
    if not close:
        return otherwise
    listed = " or ".join(filter(None, (", ".join(close[:-1]), close[-1])))
    return f"did you mean {listed}?"
