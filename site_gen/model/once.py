"""Values that several stages need and that follow from one and the same record."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def once(function: Callable[P, R]) -> Callable[P, R]:
    """Keep the latest result, for as long as it is asked about the very same objects.

    ``functools.lru_cache`` would hash a whole corpus; frozen records make identity enough.
    """
    latest: list[tuple[tuple[object, ...], R]] = []

    @wraps(function)
    def called(*records: P.args, **none: P.kwargs) -> R:
        if not latest or not all(map(is_, latest[0][0], records)):
            latest[:] = [(records, function(*records, **none))]
        return latest[0][1]

    return called
