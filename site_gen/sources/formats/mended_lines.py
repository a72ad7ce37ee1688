"""Lines of plain text as their writers meant them: names parted at a line's end, gaps and dots too narrow."""

from __future__ import annotations

import re
from collections import Counter

from site_gen.sources.formats import letters
from site_gen.sources.shape import closing
from site_gen.sources.shape.blocks import is_name_like
from site_gen.sources.shape.page_columns import joined

JOINED = 3  # lines with a dash between name and text
_DASHED = re.compile(r"\S[^\n–—]{1,60}? [-–—] \S")
_BEGINS = re.compile(r"[-–—] \S")


def at_margin(lines: list[str]) -> list[str]:
    """The lines without the blanks that all of them begin with, as in a text quoted by its indent."""
    filled = [line for line in lines if line.strip()]
    depth = min((len(line) - len(line.lstrip(" ")) for line in filled), default=0)
    return [line[depth:] for line in lines] if depth else lines


def join_signs(lines: list[str]) -> None:
    """Join a name and a dash below it, where others stand in one line: "Berth - A place for a boat."."""
    if sum(_DASHED.match(line) is not None for line in lines) < JOINED:
        return
    for index in range(len(lines) - 1):
        name, below = lines[index].strip(), lines[index + 1]
        around = "".join([*lines[max(index - 1, 0) : index], *lines[index + 2 : index + 3]])
        told = _BEGINS.match(below) is not None and not _DASHED.match(below[2:])
        if told and not around.strip() and len(name) > 2 and is_name_like(name) and not _BEGINS.match(name):
            lines[index], lines[index + 1] = f"{name} {below}", ""


_GAP = re.compile(r"(\S(?:[^\s]| (?! )){0,40}) {3,}(?=\S)")
_BROKEN = re.compile(r"[^\W\d_][^\n.:;,]{1,40}[^\W\d_]-")


def join_names(lines: list[str]) -> None:
    """Join a name that a hyphen parts at the end of its line, over its text: "Moor-", "ing fee"."""
    for index in range(len(lines) - 2):
        name, below, text = (line.strip() for line in lines[index : index + 3])
        starts = index == 0 or not lines[index - 1].strip()
        if starts and text and below[:1].islower() and _BROKEN.fullmatch(name):
            whole = joined(name, below)
            if gap := _GAP.match(below):  # "Moor-", "ing fee      What a berth costs"
                lines[index], lines[index + 1] = "", f"{joined(name, gap[1])}      {below[gap.end() :]}"
            elif is_name_like(whole, 6) and not below.endswith((".", ",", ";")):
                lines[index], lines[index + 1] = "", whole


LAST, TEXT = 3, 8  # lines of a last paragraph at most, and lines of a text with one at least


def without_question(found: letters.Plain) -> None:
    """Blank a last paragraph that tells whom to ask: "Questions? Write to the desk at …"."""
    filled = [index for index, line in enumerate(found.lines) if line.strip()]
    if len(filled) < TEXT:
        return
    first = filled[-1]
    while found.lines[first - 1].strip() and first:
        first -= 1
    if filled[-1] - first < LAST and closing.asks(" ".join(found.lines[first:]).strip()):
        for index in range(first, filled[-1] + 1):
            found.blank(index, closing.OF_DOCUMENT)


_NARROW_GAP = re.compile(
    r"(?P<name>\s{0,12}[^\W\d_](?:[^.!?:;|\t\n ]| (?! )){1,40}) {2}(?=[\"“«(\d]|[^\W\d_a-z])"
)
NARROW_GAPS, SHARE = 4, 0.25  # lines with a gap of two blanks behind a name, and their share


def widen(found: letters.Plain) -> None:
    """Make gaps of two blanks behind names as wide as others, where many lines have one."""
    lines = [index for index, line in enumerate(found.lines) if _NARROW_GAP.match(line)]
    filled = sum(bool(line.strip()) for line in found.lines)
    if len(lines) >= NARROW_GAPS and len(lines) >= SHARE * filled:
        for index in lines:
            found.lines[index] = _NARROW_GAP.sub(r"\g<name>   ", found.lines[index], count=1)


_FEW_DOTS = re.compile(r"(?P<name>\s{0,12}[^\W\d_][^.:;!?\t\n]{0,60}?) \.{3} (?=\S)")
_DOTS = re.compile(r"\s{0,12}[^\W\d_][^:;!?\t\n]{0,60}? \.{4,80} (?=\S)")
ROOM = 5  # signs between a long name and the column of texts, too few for dots
LEADERS = 3  # lines with a longer row of dots between a name and a text


def lengthen(found: letters.Plain) -> None:
    """Make rows of three dots behind long names as long as others, where these part names from texts.

    A name that leaves room for none has its text in the column of the other texts.
    """
    dotted = [match.end() for line in found.lines if (match := _DOTS.match(line))]
    if len(dotted) < LEADERS:
        return
    column, times = Counter(dotted).most_common(1)[0]
    for index, line in enumerate(found.lines):
        found.lines[index] = _FEW_DOTS.sub(r"\g<name> .... ", line, count=1)
        if times == len(dotted) and line[column - 2 : column] == "  " and not _DOTS.match(line):
            name, text = line[:column].rstrip(), line[column:]
            if name and line[0] != " " and len(name) >= column - ROOM and text.strip():
                found.lines[index] = f"{name} .... {text}"


STARRED = 3  # lines that begin with bold words, as programs for chats mark them
_STARRED = re.compile(r"\s*(?:[-•*–]\s{1,3})?\*[^*\s](?:[^*\n]{0,60}[^*\s])?\*")
_ITALIC = re.compile(r"(?<![\w_])_([^_\s](?:[^_\n]{0,120}[^_\s])?)_(?![\w_])")
_BOTH = re.compile(r"\*([^*\n]{1,60})\*\s?/\s?\*([^*\n]{1,60})\*")


def without_chat_marks(lines: list[str]) -> None:
    """Take marks of italics off and join bold names around slashes, where lines begin with words in stars."""
    if sum(_STARRED.match(line) is not None for line in lines) < STARRED:
        return
    for index, line in enumerate(lines):
        lines[index] = _BOTH.sub(r"*\1, also \2*", _ITALIC.sub(r"\1", line))
