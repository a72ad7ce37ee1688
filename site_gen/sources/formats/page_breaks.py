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
_ALONE = re.compile(r"[\s–—|-]*(?:page|seite|página|pagina|p\.)?\s?\d{1,4}[\s–—|-]*", re.IGNORECASE)
_BESIDE_TITLE = re.compile(
    r"(?:\s{0,20}[|–—·•]\s{0,20}|\s{3,40})\d{1,4}|\d{1,4}(?:\s{0,20}[|–—·•]\s{0,20}|\s{3,40})"
)
MAX_HEAD = 200
_DIGITS = re.compile(r"\d+")


def settled(found: Plain) -> None:
    """Blank the lines that tell the number of a page, and those that repeat beside page breaks."""
    for index in _numbered_titles(found.lines):
        found.blank(index, WHY)
    breaks = {index for index, line in enumerate(found.lines) if _tells_of_page(line)}
    beside = list(dict.fromkeys(_beside(found.lines, breaks)))
    times = Counter(_folded(found.lines[index]) for index in beside)
    for index in beside:
        said = _folded(found.lines[index])
        if said and times[said] > 1:
            found.blank(index, WHY)
    for index in breaks:
        if _NUMBERED.fullmatch(found.lines[index].strip("\f \t")):
            found.blank(index, WHY)


def _numbered_titles(lines: Sequence[str]) -> Iterator[int]:
    """The indexes of lines that are the first one of the text, the title, with a number: "Our words | 2"."""
    title = next((line.strip() for line in lines if line.strip()), "")
    for index, line in enumerate(lines):
        text = line.strip()
        beside = text.replace(title, "", 1) if len(title) < len(text) < MAX_HEAD else ""
        if text.startswith(title) != text.endswith(title) and _BESIDE_TITLE.fullmatch(beside):
            yield index


def _tells_of_page(line: str) -> bool:
    """Whether a line has a page break, or nothing but the number of a page, perhaps with the title."""
    text = line.strip("\f \t")
    return "\f" in line or (len(text) < 200 and bool(_NUMBERED.fullmatch(text) or _ALONE.fullmatch(text)))


def _folded(line: str) -> str:
    return " ".join(_DIGITS.sub("", line).split()).casefold()


def _beside(lines: Sequence[str], breaks: set[int]) -> Iterator[int]:
    """The indexes of the lines with content next to each page break, and of the first ones of the text."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if not breaks:
        return
    yield from filled[:BESIDE]
    place = 0
    for index in sorted(breaks):
        while place < len(filled) and filled[place] < index:
            place += 1
        yield from filled[max(0, place - BESIDE) : place + BESIDE + 1]
