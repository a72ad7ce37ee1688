"""Nearly equal names in one document, for a person to check whether they mean one term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_gen.model import names
from site_gen.model.records import Entry

MOST = 50  # pairs that are reported at most
SHORTEST, LONGEST = 6, 60  # length in characters of names that are compared for typing errors


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Two names of one document and what they have in common."""

    name: str
    other: str
    why: str


def near_names(entries: Sequence[Entry]) -> tuple[Near, ...]:
    """Pairs of entries whose names have the same words, differ in one letter, or share another name."""
    found: dict[frozenset[str], Near] = {}
    for pair in (*_same_words(entries), *_same_label(entries), *_one_letter(entries)):
        if pair.name != pair.other and not _is_numbered(pair):
            found.setdefault(frozenset((pair.name, pair.other)), pair)
        if len(found) >= MOST:
            break
    return tuple(found.values())


def _is_numbered(pair: Near) -> bool:
    """Whether one name is only the numbered second definition of the other, which is reported elsewhere."""
    return pair.other.startswith(f"{pair.name} (") and pair.other[len(pair.name) + 2 : -1].isdigit()


def _same_words(entries: Sequence[Entry]) -> Iterator[Near]:
    first: dict[tuple[str, ...], str] = {}
    for entry in entries:
        words = tuple(sorted(names.words(names.bare(entry.name))))
        if words and (known := first.setdefault(words, entry.name)) != entry.name:
            yield Near(name=known, other=entry.name, why="the same words")


def _same_label(entries: Sequence[Entry]) -> Iterator[Near]:
    first: dict[str, str] = {}
    for entry in entries:
        for label in (entry.name, *entry.also, *names.brackets(entry.name)):
            if label.isdigit():  # of a second definition: "CR (2)"
                continue
            key = names.key(label)
            if key and (known := first.setdefault(key, entry.name)) != entry.name:
                yield Near(name=known, other=entry.name, why=f"both are called {label}")


def _one_letter(entries: Sequence[Entry]) -> Iterator[Near]:
    """Pairs of names that differ in one letter added, removed or replaced.

    A different digit makes different names ("Level 1", "Level 2") and is not reported.
    """
    first: dict[str, tuple[str, str]] = {}
    for entry in entries:
        folded = names.fold(names.bare(entry.name))
        if not SHORTEST <= len(folded) <= LONGEST:
            continue
        known, name = first.setdefault(folded, (folded, entry.name))
        if known != folded:
            yield Near(name=name, other=entry.name, why="one letter apart")
        for place, letter in enumerate(folded):
            if not letter.isalpha():
                continue
            less = f"{folded[:place]}{folded[place + 1 :]}"
            kept = f"{folded[:place]}?{folded[place + 1 :]}"
            for key in (less, kept):
                known, name = first.setdefault(key, (folded, entry.name))
                if name != entry.name and known != folded:
                    yield Near(name=name, other=entry.name, why="one letter apart")
