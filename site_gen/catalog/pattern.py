"""The form of a text: words, with places that a page fills.

``{name}`` is replaced by a value. ``[words]{name}`` puts an element, such as a link, around the words: a
translator moves them freely, and the page gives the element under that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_PLACE = re.compile(r"(?:\[(?P<words>[^\[\]{}]+)\])?\{(?P<name>[a-z_]+)\}")
_LOOSE = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Place:
    """A place to fill; ``words`` are those that an element is put around, "" for a plain value."""

    name: str
    words: str = ""

    def __str__(self) -> str:
        return f"[…]{{{self.name}}}" if self.words else f"{{{self.name}}}"


@lru_cache(maxsize=1 << 12)  # the same texts stand on every page
def parts(pattern: str) -> tuple[str | Place, ...]:
    """The words and places of a text, in their order; the empty text is left out."""
    return tuple(_parts(pattern))


def _parts(pattern: str) -> Iterator[str | Place]:
    at = 0
    for found in _PLACE.finditer(pattern):
        if found.start() > at:
            yield pattern[at : found.start()]
        yield Place(found["name"], found["words"] or "")
        at = found.end()
    if at < len(pattern):
        yield pattern[at:]


def places(pattern: str) -> frozenset[tuple[str, bool]]:
    """(name, whether an element goes there) of each place in a text."""
    return frozenset((part.name, bool(part.words)) for part in parts(pattern) if isinstance(part, Place))


def loose_brace(pattern: str) -> str:
    """The first brace of a text that belongs to no place; "" where there is none."""
    words = "".join(part for part in parts(pattern) if isinstance(part, str))
    found = _LOOSE.search(words)
    return found[0] if found else ""
