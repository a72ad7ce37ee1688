"""Ranges of numbered names in one label: "P1..P5" means P1, P2, P3, P4 and P5."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MOST = 20  # names that one range may have

_RANGE = re.compile(r"(?P<before>.*?)(?P<first>\d{1,4})\.\.(?P<again>\D*?)(?P<last>\d{1,4})(?P<after>.*)")


def expanded(label: str) -> tuple[str, ...]:
    """The names that a label stands for: the names of the range in order, or the label itself if it is none.

    The letters before the first number may be repeated before the last ("P1..P5") or left out ("P1..5").
    """
    found = _RANGE.fullmatch(label)
    if not found or not _is_family(found):
        return (label,)
    first, last = int(found["first"]), int(found["last"])
    return tuple(f"{found['before']}{number}{found['after']}" for number in range(first, last + 1))


def one_by_one(labels: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs (field, label); a range of abbreviations gives one pair for each of its names."""
    for field, label in labels:
        for one in expanded(label) if field == "abbreviations" else (label,):
            yield field, one


def is_broken(label: str) -> bool:
    """Whether a label looks like a range but is invalid: backwards, too long, or with different letters."""
    found = _RANGE.fullmatch(label)
    return bool(found) and not _is_family(found)


def _is_family(found: re.Match[str] | None) -> bool:
    if not found:
        return False
    same = not found["again"] or found["before"].endswith(found["again"])
    return same and 0 < int(found["last"]) - int(found["first"]) < MOST
