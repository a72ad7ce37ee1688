"""What a stage has made, kept by what it was made from: a preview makes again only what changed.

A memo is handed in where one stage meets the next; no stage holds anything by itself. ``AFRESH`` keeps
nothing, and is what a build takes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


class Memo:
    """Values by stage and name, each with the source that it was made from."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[Any, Any]] = {}
        self._used: set[tuple[str, str]] = set()

    def made(self, stage: str, name: str, source: tuple[Any, ...], make: Callable[[], T]) -> T:
        """The value that ``make`` makes from ``source``, which has to hold all that it depends on."""
        key = stage, name
        self._used.add(key)
        kept = self._kept.get(key)
        if kept is not None and same(kept[0], source):
            value: T = kept[1]
            return value
        value = make()
        self._kept[key] = source, value
        return value

    def forget(self) -> None:
        """Drop what nobody has asked for since the last call, such as the pages of a term that is gone."""
        self._kept = {key: kept for key, kept in self._kept.items() if key in self._used}
        self._used.clear()


class _Afresh(Memo):
    """Makes each value when it is asked for."""

    def made(self, stage: str, name: str, source: tuple[Any, ...], make: Callable[[], T]) -> T:
        return make()


AFRESH = _Afresh()


def same(one: Any, other: Any) -> bool:
    """Whether two values are alike in all that a page could show.

    More strictly than ``==``: mappings in another order differ, and so do values of two types, such as text
    and Markup. What is no record, collection or plain value is the same only as itself.
    """
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind in _PLAIN:
        return bool(one == other)
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Mapping):
        return len(one) == len(other) and all(
            name == name2 and same(value, value2)
            for (name, value), (name2, value2) in zip(one.items(), other.items(), strict=True)
        )
    if isinstance(one, str):  # Markup
        return str.__eq__(one, other)
    if _by_fields(one.__class__):
        return all(same(getattr(one, name), getattr(other, name)) for name in _names(one.__class__))
    return isinstance(one, _VALUES) and bool(one == other)


_PLAIN = frozenset((str, bytes, int, float, bool, type(None)))
_VALUES = (frozenset, set, date)


@cache
def _by_fields(kind: Hashable) -> bool:
    """Whether records of a kind are compared by their fields: not those that say they are each themselves."""
    return is_dataclass(kind) and isinstance(kind, type) and kind.__eq__ is not object.__eq__


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
