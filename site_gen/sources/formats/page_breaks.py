"""Running heads and feet of pages, copied with their text: "Terms of our desk – page 3 of 7"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from site_gen.sources.formats.letters import Plain
from site_gen.sources.shape.columns import by_header

BESIDE = 2  # lines with content on either side of a page break that may be its head or foot
WHY = "head or foot of a page"
_NUMBERED = re.compile(
    r"(?:\S.{0,80}?[\s|–—-]{1,40})?(?:page|seite|página|pagina|p\.)\s?\d{1,4}\s?(?:of|von|de|di|van|sur|/)\s?"
    r"\d{1,4}(?:[\s|–—-]{1,40}\S.{0,40})?",
    re.IGNORECASE,
)
_ALONE = re.compile(r"[\s–—|-]*(?P<word>page|seite|página|pagina|p\.)?\s?\d{1,4}[\s–—|-]*", re.IGNORECASE)
_BESIDE_TITLE = re.compile(
    r"(?:\s{0,20}[|–—·•]\s{0,20}|\s{3,40})\d{1,4}|\d{1,4}(?:\s{0,20}[|–—·•]\s{0,20}|\s{3,40})"
)
_WORD = r"(?:page|seite|página|pagina|side|sida|strona|strana|страница|стр\.|p\.)"
_HEADED = re.compile(  # "Handbook of our desk          Page 41", on several pages
    rf"\S.{{0,100}}?[\s|–—·•-]{{1,60}}{_WORD}\s?\d{{1,4}}|{_WORD}\s?\d{{1,4}}[\s|–—·•-]{{1,60}}\S.{{0,100}}",
    re.IGNORECASE,
)
_COUNTED = re.compile(  # "HR handbook          23", "4 | Handbook of our desk"
    r"(?P<title>[^\W\d_].{2,80}?)(?: {3,}|\s[|–—·•]\s)(?P<page>\d{1,4})|"
    r"(?P<before>\d{1,4})(?: {3,}|\s[|–—·•]\s)\s*(?P<under>[^\W\d_].{2,80})"
)
_CELLS = re.compile(r" {2,}|\t")
MAX_HEAD = 200
GAP = 5  # blank lines before or after the head of a page
_ENDED = re.compile(r"[.!?:;…。]\W{0,3}$")
_DIGITS = re.compile(r"\d+")


def settled(found: Plain) -> None:
    """Blank the lines that tell the number of a page, and those that repeat beside page breaks."""
    for index in _numbered_titles(found.lines):
        found.blank(index, WHY)
    headed = set(_repeated_heads(found.lines))
    breaks = headed | {index for index, line in enumerate(found.lines) if _tells_of_page(line)}
    beside = list(dict.fromkeys(_beside(found.lines, breaks)))
    times = Counter(_folded(found.lines[index]) for index in beside)
    title = _folded(next((line for line in found.lines if line.strip()), ""))
    for index in beside:
        said = _folded(found.lines[index])
        names_document = " " in title and said.startswith(f"{title} ")  # "Our desk - Handbook - internal"
        if said and (times[said] > 1 or names_document) and not _heads_columns(found.lines[index]):
            found.blank(index, WHY)
    for index in breaks:
        if index in headed or _is_page_number(found.lines[index].strip("\f \t")):
            found.blank(index, WHY)
    _join(found.lines, headed)


def _is_page_number(text: str) -> bool:
    alone = _ALONE.fullmatch(text)
    return bool(_NUMBERED.fullmatch(text)) or (alone is not None and alone["word"] is not None)


def _heads_columns(line: str) -> bool:
    """Whether a line has the headers of columns, which stand there anew on each page."""
    return {"name", "text"} <= set(by_header(_CELLS.split(line.strip()[:MAX_HEAD]), {}))


def _numbered_titles(lines: Sequence[str]) -> Iterator[int]:
    """The indexes of lines that are the first one of the text, the title, with a number: "Our words | 2"."""
    title = next((line.strip() for line in lines if line.strip()), "")
    for index, line in enumerate(lines):
        text = line.strip()
        beside = text.replace(title, "", 1) if len(title) < len(text) < MAX_HEAD else ""
        if text.startswith(title) != text.endswith(title) and _BESIDE_TITLE.fullmatch(beside):
            yield index


def _join(lines: list[str], heads: Iterable[int]) -> None:
    """Move what goes on with a sentence after the head of a page up to the line that it goes on with."""
    for head in sorted(heads):
        before = next((i for i in range(head - 1, max(-1, head - GAP), -1) if lines[i].strip()), None)
        after = next((i for i in range(head + 1, min(len(lines), head + GAP)) if lines[i].strip()), None)
        if before is None or after is None or not _goes_on(lines[before], lines[after]):
            continue
        end = next((i for i in range(after, len(lines)) if not lines[i].strip()), len(lines))
        moved = lines[after:end]
        lines[after:end] = [""] * len(moved)
        lines[before + 1 : before + 1 + len(moved)] = moved


def _goes_on(line: str, after: str) -> bool:
    return not _ENDED.search(line) and after.strip()[:1].islower()


def _repeated_heads(lines: Sequence[str]) -> Iterator[int]:
    """The indexes of lines with a title and the number of a page that stand there for several pages."""
    said = {
        index: line.strip("\f \t")
        for index, line in enumerate(lines)
        if len(line) < MAX_HEAD and _HEADED.fullmatch(line.strip("\f \t"))
    }
    pages: dict[str, set[str]] = {}
    for text in said.values():
        pages.setdefault(_folded(text), set()).add(text)
    yield from (
        index for index, text in said.items() if len(pages[_folded(text)]) > 1 or _stands_alone(lines, index)
    )
    yield from _counted_heads(lines)


_FAR = re.compile(rf"\S.{{0,100}}? {{6,80}}{_WORD}\s?\d{{1,4}}", re.IGNORECASE)


def _stands_alone(lines: Sequence[str], index: int) -> bool:
    """Whether blank lines are around a line in which a title stands far from the number of a page."""
    around = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    return not "".join(around).strip() and _FAR.fullmatch(lines[index].strip("\f \t")) is not None


def _counted_heads(lines: Sequence[str]) -> Iterator[int]:
    """The indexes of lines with one title and a number far from it, which grows from line to line."""
    told: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        text = line.strip("\f \t")
        if len(text) < MAX_HEAD and (found := _COUNTED.fullmatch(text)):
            title, page = found["title"] or found["under"], found["page"] or found["before"]
            told.setdefault(title.strip(), []).append((index, int(page)))
    for places in told.values():
        if len(places) > 1 and all(page < after for (_, page), (_, after) in pairwise(places)):
            yield from (index for index, _ in places)


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
