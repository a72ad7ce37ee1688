"""Separate text columns that stood side by side on a page and were copied line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import groupby, pairwise
from statistics import mean

from site_gen.sources.shape.blocks import LABEL_WORDS, abbreviates, count_words, is_name_like

Numbered = list[tuple[int, str]]  # the number of a line, and the line
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)(?!\d{1,4}$)")
_INDENT = re.compile(r" {6,}(?=\S)(?!\d{1,4}$)")
_ENDED = re.compile(r"[.!?:;]\s*$")
_LABEL = re.compile(
    r"\s*[^\W\d_][^:\n]{1,60}(?::\s|\s[–—-]\s)|\s*[A-ZÀ-Þ][^\W\d_]{1,30}(?:[ -]\w{1,30}){0,3}\.\s(?=[A-ZÀ-Þ])"
)
SHARE = 0.5  # share of lines that must have a gap at the same position
HEADED = 0.6  # share of the paragraphs of a text column that have a name over them
WORDS = 3.0  # mean number of words in the lines of a text column
MAX_WIDTH = 400
SMALL = 0.3  # share of names, or of texts, in small letters up to which one such goes on with the line before
HANG = 5  # signs by which the further lines of an entry may stand to the right
JITTER = 2  # signs that letters of uneven width move a column by
BEGUN = 2  # texts that show how texts begin
MARGIN = 4  # blanks before names, where a list is set off
WRAPPED_NAME = 4  # words of the further line of a name


def in_columns(lines: Numbered) -> tuple[Numbered, bool]:
    """The lines in reading order, and whether columns of running text were separated.

    If the left column has names and the right one has texts, gaps too narrow to be detected are widened.
    """
    usual = _column(lines)
    if not usual:
        return lines, False
    lines = [(number, _aligned(line, usual)) for number, line in lines]
    apart = _apart(lines, usual)
    if apart:
        return apart, True
    joined = _unwrapped(_beside_names(lines, usual), usual)
    rows = set(lines)
    long = frozenset(number for number, line in joined if (number, line) not in rows)
    return _parts(joined, usual, long), False


def _apart(lines: Numbered, place: int) -> Numbered:
    """The lines of two or more columns of running text one after the other, none if they are no such."""
    left = [(number, line[:place].rstrip()) for number, line in lines]
    right = [(number, line[place:]) for number, line in lines]
    clean = all(line[place - 1 : place] in ("", " ") for _, line in lines)
    both = [line for _, line in left], [line for _, line in right]
    if not clean or not (all(map(_is_running, both)) or all(map(_has_heads, both))):
        return []
    return [*_further(left), (lines[-1][0], ""), *_further(right)]


def _further(lines: Numbered) -> Numbered:
    """The lines of a column, or of the two that it still holds, as one of three does."""
    place = _column(lines)
    return (_apart(lines, place) if place else []) or lines


def _column(lines: Numbered) -> int:
    """The position where most lines with a gap continue after it, 0 if there is none.

    A place where lines only begin is an indent.
    """
    gaps = Counter(found.end() for _, line in lines if (found := _GAP.search(line[:MAX_WIDTH])))
    starts = Counter(found.end() for _, line in lines if gaps and (found := _INDENT.match(line[:MAX_WIDTH])))
    parted = {end + beside for end in gaps for beside in range(-JITTER, JITTER + 1)}
    starts = gaps + Counter({place: times for place, times in starts.items() if place in parted})
    place, times = max(starts.items(), key=lambda item: item[1], default=(0, 0))
    filled = sum(bool(line.strip()) for _, line in lines)
    at_all = sum(
        line[place - 2 : place] == "  " and line[place : place + HANG].strip() != "" for _, line in lines
    )
    return place if times >= 2 and at_all >= SHARE * filled else 0


def _aligned(line: str, place: int) -> str:
    """The line with its second column at ``place``, where it stands one or two signs beside it."""
    found = _GAP.search(line[:MAX_WIDTH])
    beside = found.end() - place if found else 0
    if not found or not 0 < abs(beside) <= JITTER or place - found.start() < 2:
        return line
    return f"{line[: found.start()]:<{place}}{line[found.end() :]}"


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


def _beside_names(lines: Numbered, place: int) -> Numbered:
    """The lines, with a name longer than its column in one line with its text, which begins in the next."""
    out: Numbered = []
    for (_, before), (number, line) in pairwise([(0, ""), *lines]):
        name = out[-1][1] if out else ""
        above = out[-2][1] if len(out) > 1 else ""
        begins = not above.strip() or _ENDED.search(above) or len(name.rstrip()) >= place
        if begins and name == before and _is_over_its_column(name, place) and _begins_text(line, place):
            out[-1] = (out[-1][0], f"{name.rstrip()}    {line.strip()}")
        else:
            out.append((number, line))
    return out


def _is_over_its_column(line: str, place: int) -> bool:
    """Whether a line is a name that runs on into the column of the texts."""
    said = line.rstrip()
    own = said.lstrip()
    whole = len(said) > place - 2 and len(said) - len(own) <= MARGIN and "  " not in own
    return whole and is_name_like(own, LABEL_WORDS) and not _ENDED.search(own)


def _begins_text(line: str, place: int) -> bool:
    return not line[:place].strip() and line[place : place + 1].strip() != ""


def _unwrapped(lines: Numbered, place: int) -> Numbered:
    """The lines where a name went on in the next line beside its text: both parts stand in the first line."""
    if _share(begins_small(line[:place].strip()) for _, line in lines if _in_two(line, place)) > SMALL:
        return lines
    begun = [
        line[place:].strip()
        for (_, before), (_, line) in pairwise([(0, ""), *lines])
        if _in_two(line, place) and (not before.strip() or _ENDED.search(before))
    ]
    capitals = len(begun) >= BEGUN and _share(map(begins_small, begun)) <= SMALL  # else texts begin small
    width = _width_of_sentences(lines, place)
    out: Numbered = []
    open_ = False  # whether the line before is a name, which may go on
    for (_, above), (number, line) in pairwise([(0, ""), *lines]):
        name, text = line[:place].strip(), line[place:].strip()
        goes_on = open_ and name and _goes_on(out[-1][1], line, place, capitals)
        if goes_on or (open_ and name and _is_broken_off(out[-1][1], above, line, place, width)):
            before, first = out[-1]
            left, right = _parted(first, place)
            out[-1] = (before, f"{joined(left, name)}    {joined(right, text)}".rstrip())
        else:
            out.append((number, line))
            open_ = _in_two(line, place)
    return out


def _goes_on(row: str, line: str, place: int, capitals: bool) -> bool:
    """Whether the left part of a line belongs to the name of the row above it."""
    name, text = line[:place].strip(), line[place:].strip()
    if not text:
        return begins_small(name) and count_words(name) <= WRAPPED_NAME and not name.endswith(".")
    return (
        not _ENDED.search(row)
        and _in_two(line, place)
        and (begins_small(name) or (capitals and begins_small(text)))
    )


def _width_of_sentences(lines: Numbered, place: int) -> int:
    """The width of a page whose texts mostly end with a full stop before the next name; 0 for others."""
    ended = [
        _ENDED.search(before) is not None
        for (_, before), (_, line) in pairwise(lines)
        if _in_two(line, place) and before.strip()
    ]
    stopped = len(ended) >= ROWS and _share(ended) >= STOPPED
    return max(len(line.rstrip()) for _, line in lines) if stopped else 0


def _is_broken_off(row: str, above: str, line: str, place: int, width: int) -> bool:
    """Whether the name and the text of the row above both go on, although both parts begin with capitals.

    The last part of the name abbreviates the whole of it, or the text above fills its line and has no end.
    """
    if not _in_two(line, place) or not above.strip():
        return False
    name, text = line[:place].strip(), line[place:].strip()
    short = _SHORT_AT_END.search(name)
    before = _parted(row, place)[0]
    if short and not abbreviates(short["short"], name[: short.start()]):
        return abbreviates(short["short"], f"{before} {name[: short.start()]}")
    full = len(above.rstrip()) + 1 + len(text.split(" ", 1)[0]) > width
    return width > 0 and full and not _ENDED.search(above) and count_words(name) <= WRAPPED_NAME


_SHORT_AT_END = re.compile(r"\s?\((?P<short>[A-ZÀ-Þ][\w/&-]{1,6})\)$")
ROWS, STOPPED = 4, 0.6  # rows below another, and the share of those above which a full stop stands
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})-$")  # at the margin, inside of a word
_SHARED = re.compile(r"(?:and|or|und|oder|sowie|bzw|et|ou|y|o|e|en|of|och|og|eller|i|lub)\b")  # "Miet- und …"


def joined(text: str, more: str) -> str:
    """Two lines of a text as one, without the hyphen that parted a word between them."""
    parted = (
        more[:1].islower() and _HYPHEN.search(text) and not text[-2:-1].isupper() and not _SHARED.match(more)
    )
    return text[:-1] + more if parted else f"{text} {more}"


def _parted(row: str, place: int) -> tuple[str, str]:
    """The name and the text of a row, of which the name may have grown over its column."""
    if _in_two(row, place):
        return row[:place].strip(), row[place:].strip()
    left, _, right = row.partition("    ")
    return left.strip(), right.strip()


def _share(found: Iterable[bool]) -> float:
    told = list(found)
    return sum(told) / len(told) if told else 0.0


def _parts(lines: Numbered, place: int, long: Set[int]) -> Numbered:
    """The lines; one whose words only happen to part at the column, outside of the rows, stays whole.

    So do those with the numbers ``long``, whose names are longer than their column.
    """
    runs = [list(run) for _, run in groupby(lines, key=lambda one: _is_filled(one[1]))]
    rows = [sum(_in_two(line, place) for _, line in run) for run in runs]
    held = [index for index, count in enumerate(rows) if count]
    alone = sum(rows) < 2 * len(held)  # rows with a blank line between them
    out: Numbered = []
    for index, run in enumerate(runs):
        inside = rows[index] or (alone and held[0] < index < held[-1])
        out += [(n, line if n in long else _widened(line, place)) for n, line in run] if inside else run
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
