"""Long lists: their sections, and the pages that share the lines where one page would be heavy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil
from typing import Any, Generic, TypeVar

from site_gen.catalog import Catalog
from site_gen.model.letters import DIGITS, letter

SHARE = 3  # a page has a third at most of what may stand on one: whoever opens a part looks for one letter
MANY = 64  # letters, more than an alphabet has; Chinese names begin with thousands of signs

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Generic[Line]):
    """Lines under one heading, such as a letter; ``anchor`` is its address on the page, "" if it has none."""

    label: str
    anchor: str = ""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[Line]):
    """A page with some lines of a list: ``name`` stands in its address, ``label`` where parts are listed.

    ``opens`` are the sections that begin on it, which is none where it goes on with the letter before;
    ``first`` and ``last`` are what its lines are called at both ends.
    """

    name: str
    label: str
    first: str
    last: str
    opens: tuple[Section[Line], ...]
    sections: tuple[Section[Line], ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def count(self) -> int:
        return len(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[Line]):
    """A list of the whole set of terms: on one page, or where there are ``parts``, on one page for each."""

    sections: tuple[Section[Line], ...]
    parts: tuple[Part[Line], ...] = ()

    @property
    def count(self) -> int:
        """How many lines there are."""
        return _lines(self.sections)


def under_letters(
    lines: Iterable[Line], name: Callable[[Line], str], *, with_anchors: bool = True
) -> tuple[Section[Line], ...]:
    """Lines, given in order, under the first letters of their names; Latin ones come first, digits last."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(letter(name(line)) or DIGITS, []).append(line)
    ordered = sorted(groups, key=lambda first: (first == DIGITS, first))
    return tuple(
        Section(label=first, anchor=_anchor(first) if with_anchors else "", lines=tuple(groups[first]))
        for first in ordered
    )


def by_letter(
    every: Sequence[Section[Line]], most: int, words: Catalog, title: Callable[[Line], str]
) -> tuple[Part[Line], ...]:
    """The parts of a list under letters; none where one page carries it, with at most ``most`` lines."""
    if _lines(every) <= most:
        return ()
    share = ceil(most / SHARE)
    return tuple(
        _part(
            f"{_address(run[0].label)}{f'-{number}' if number > 1 else ''}",
            f"{_label(words, run)}{f' {words.number(number)}' if number > 1 else ''}",
            run if number == 1 else (),
            shown,
            title,
        )
        for run in _runs(every, share)
        for number, shown in enumerate(_pages(run, share), 1)
    )


def by_number(
    every: Sequence[Section[Line]], most: int, words: Catalog, title: Callable[[Line], str]
) -> tuple[Part[Line], ...]:
    """The parts of a list in another order, alike in length; a section may go on from one to the next."""
    lines = [(index, line) for index, section in enumerate(every) for line in section.lines]
    if len(lines) <= most:
        return ()
    size = _even(len(lines), ceil(most / SHARE))
    return tuple(
        _part(
            str(number),
            _from_to(words, words.number(start + 1), words.number(start + len(shown))),
            (Section(label="", lines=()),),
            tuple(_sections(every, shown)),
            title,
        )
        for number, start in enumerate(range(0, len(lines), size), 1)
        for shown in [lines[start : start + size]]
    )


def _sections(every: Sequence[Section[Line]], shown: list[tuple[int, Line]]) -> Iterator[Section[Line]]:
    for index, lines in groupby(shown, key=lambda numbered: numbered[0]):
        yield replace(every[index], lines=tuple(line for _, line in lines))


def _part(
    name: str,
    label: str,
    opens: tuple[Section[Line], ...],
    sections: tuple[Section[Line], ...],
    title: Callable[[Line], str],
) -> Part[Line]:
    first, last = title(sections[0].lines[0]), title(sections[-1].lines[-1])
    return Part(name=name, label=label, first=first, last=last, opens=opens, sections=sections)


def _runs(every: Sequence[Section[Line]], most: int) -> Iterator[tuple[Section[Line], ...]]:
    """Letters that share a page: each has its own, or, of very many, as many as one page carries well."""
    run: list[Section[Line]] = []
    for section in every:
        # a heading weighs nearly what a line does
        if run and (len(every) <= MANY or _lines((*run, section)) + len(run) >= most):
            yield tuple(run)
            run = []
        run.append(section)
    if run:
        yield tuple(run)


def _pages(run: tuple[Section[Line], ...], most: int) -> Iterator[tuple[Section[Line], ...]]:
    """What stands on each page of a run: all of it, or an equal share of a letter with too many lines."""
    if len(run) > 1 or len(run[0].lines) <= most:
        yield run
        return
    lines = run[0].lines
    size = _even(len(lines), most)
    for start in range(0, len(lines), size):
        yield (replace(run[0], lines=lines[start : start + size]),)


def _lines(sections: Iterable[Section[Any]]) -> int:
    return sum(len(section.lines) for section in sections)


def _even(count: int, most: int) -> int:
    """How many lines each of the fewest pages has that share them alike, with at most ``most``."""
    return ceil(count / ceil(count / most))


def _label(words: Catalog, run: tuple[Section[Line], ...]) -> str:
    first, last = run[0].label, run[-1].label
    return first if first == last else _from_to(words, first, last)


def _from_to(words: Catalog, first: str, last: str) -> str:
    return words.text("parts.from_to", first=first, last=last)


def _anchor(label: str) -> str:
    return "other" if label == DIGITS else label.lower()


def _address(label: str) -> str:
    """The letter as a file name that every system and host takes: "a", "other", "u436" for ж."""
    anchor = _anchor(label)
    return anchor if anchor.isascii() else "-".join(f"u{ord(sign):x}" for sign in anchor)
