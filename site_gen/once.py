"""Values that several stages need and that follow from one and the same record."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

A = TypeVar("A")
R = TypeVar("R")


def once(function: Callable[[A], R]) -> Callable[[A], R]:
    """Keep the latest result, for as long as the very same object is asked about.

    ``functools.lru_cache`` would hash a whole corpus; frozen records make identity enough.
    """
    latest: list[tuple[A, R]] = []

    @wraps(function)
    def called(record: A) -> R:
        if not latest or latest[0][0] is not record:
            latest[:] = [(record, function(record))]
        return latest[0][1]

    return called
