"""Separate text columns that stood side by side on a page and were copied line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from statistics import mean

from site_gen.sources.shape.blocks import count_words, is_name_like

Numbered = list[tuple[int, str]]  # the number of a line, and the line
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)(?!\d{1,4}$)")
_INDENT = re.compile(r" {6,}(?=\S)(?!\d{1,4}$)")
_LABEL = re.compile(r"\s*[^\W\d_][^:\n]{1,60}(?::\s|\s[–—-]\s)")
SHARE = 0.5  # share of lines that must have a gap at the same position
HEADED = 0.6  # share of the paragraphs of a text column that have a name over them
WORDS = 3.0  # mean number of words in the lines of a text column
MAX_WIDTH = 400


def in_columns(lines: Numbered) -> tuple[Numbered, bool]:
    """The lines in reading order, and whether two columns of running text were separated.

    If the left column has names and the right one has texts, gaps too narrow to be detected are widened.
    """
    usual = _column(lines)
    if not usual:
        return lines, False
    left = [(number, line[:usual].rstrip()) for number, line in lines]
    right = [(number, line[usual:]) for number, line in lines]
    clean = all(line[usual - 1 : usual] in ("", " ") for _, line in lines)
    both = [line for _, line in left], [line for _, line in right]
    if clean and (all(map(_is_running, both)) or all(map(_has_heads, both))):
        return [*left, (lines[-1][0], ""), *right], True
    return [(number, _widened(line, usual)) for number, line in _unwrapped(lines, usual)], False


def _column(lines: Numbered) -> int:
    """The position where most lines with a gap continue after it, 0 if there is none."""
    starts = Counter(found.end() for _, line in lines if (found := _GAP.search(line[:MAX_WIDTH])))
    starts.update(found.end() for _, line in lines if starts and (found := _INDENT.match(line[:MAX_WIDTH])))
    place, times = max(starts.items(), key=lambda item: item[1], default=(0, 0))
    filled = sum(bool(line.strip()) for _, line in lines)
    at_all = sum(
        line[place - 2 : place] == "  " and line[place : place + 1].strip() != "" for _, line in lines
    )
    return place if times >= 2 and at_all >= SHARE * filled else 0


def _is_running(column: Sequence[str]) -> bool:
    """Whether a column contains running text with names, in lines of several words."""
    said = [line for line in column if line.strip()]
    labels = sum(bool(_LABEL.match(line)) for line in said)
    return labels >= 2 and mean(map(count_words, said)) >= WORDS


def _has_heads(column: Sequence[str]) -> bool:
    """Whether nearly all paragraphs of a column are a name in its own line and sentences under it."""
    parts = [[line.strip() for line in part] for said, part in groupby(column, _is_filled) if said]
    headed = [
        len(part) > 1 and is_name_like(part[0]) and part[-1].endswith((".", "!", "?")) for part in parts
    ]
    return sum(headed) >= 2 and mean(headed) >= HEADED


def _is_filled(line: str) -> bool:
    return bool(line.strip())


def _unwrapped(lines: Numbered, place: int) -> Numbered:
    """The lines where a name went on in the next line beside its text: both parts stand in the first line."""
    names = [line[:place].strip() for _, line in lines if _in_two(line, place)]
    if sum(map(begins_small, names)) > 0.3 * len(names):
        return lines
    out: Numbered = []
    open_ = False  # whether the line before is a name and a text that has not ended
    for number, line in lines:
        name, text = line[:place].strip(), line[place:].strip()
        if open_ and begins_small(name) and _in_two(line, place):
            before, first = out[-1]
            left = f"{first[:place].strip()} {name}"
            out[-1] = (before, f"{left}    {first[max(place, 0) :].strip()} {text}")
            out.append((number, ""))
            open_ = False
            continue
        out.append((number, line))
        open_ = _in_two(line, place) and not text.endswith((".", "!", "?", ":", ";"))
    return out


def begins_small(name: str) -> bool:
    """Whether words may go on with the name before: small letters, and no abbreviation such as "eNPS"."""
    return (name[:1].islower() and not any(map(str.isupper, name.split(" ")[0]))) or name[:1] == "("


def _in_two(line: str, place: int) -> bool:
    """Whether a line has text in both columns."""
    return line[place - 2 : place] == "  " and bool(line[:place].strip()) and bool(line[place:].strip())


def _widened(line: str, place: int) -> str:
    """The line with a gap before its second column that no reader overlooks."""
    if (
        line[:1] != "#"
        and line[place - 1 : place] == " "
        and line[:place].strip()
        and line[place : place + 1].strip()
    ):
        return f"{line[:place]}   {line[place:]}"
    return line
