"""Running heads and feet of pages, copied with their text: "Terms of our desk – page 3 of 7"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from site_gen.sources.formats.letters import Plain

BESIDE = 2  # lines with content on either side of a page break that may be its head or foot
WHY = "head or foot of a page"
_NUMBERED = re.compile(
    r"(?:\S.{0,80}?[\s|–—-]{1,40})?(?:page|seite|página|pagina|p\.)\s?\d{1,4}\s?(?:of|von|de|di|van|sur|/)\s?"
    r"\d{1,4}(?:[\s|–—-]{1,40}\S.{0,40})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def settled(found: Plain) -> None:
    """Blank the lines that tell the number of a page, and those that repeat beside page breaks."""
    for index, line in enumerate(found.lines):
        if len(line) < 200 and line[:1] != "\t" and _NUMBERED.fullmatch(line.strip("\f \t")):
            found.blank(index, WHY)
    beside = list(dict.fromkeys(_beside(found.lines)))
    times = Counter(_folded(found.lines[index]) for index in beside)
    for index in beside:
        if times[_folded(found.lines[index])] > 1:
            found.blank(index, WHY)


def _folded(line: str) -> str:
    return " ".join(_DIGITS.sub("", line).split()).casefold()


def _beside(lines: Sequence[str]) -> Iterator[int]:
    """The indexes of the lines with content next to each page break, and of the first ones of the text."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if not any("\f" in line for line in lines):
        return
    yield from filled[:BESIDE]
    place = 0
    for index, line in enumerate(lines):
        if "\f" in line:
            while place < len(filled) and filled[place] < index:
                place += 1
            yield from filled[max(0, place - BESIDE) : place + BESIDE]
