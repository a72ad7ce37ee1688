"""Marks of flash cards and tags that note programs set beside names in Markdown: "Hold #card", "?"."""

from __future__ import annotations

import re

OFTEN = 2  # names with tags that show the habit
WORDS = 8  # of a name beside tags
_TAGGED = re.compile(
    r"(?P<name>\s{0,12}(?:[-*+]|\d{1,3}[.)]|#{1,6})[ \t]{1,4}(?=\S)[^\n]{0,200}?[^\s.!?:;#,])"
    r"(?:[ \t]{1,4}#(?=[^\W\d_])[\w/-]{2,40}){1,6}[ \t]*"
)
_ONLY_TAGS = re.compile(r"\s*(?:#(?=[^\W\d_])[\w/-]{2,40}\s*){1,8}")
_ASKS = re.compile(r"\s{0,3}\?{1,2}\s*")  # between the front of a card and its back


def settled(lines: list[str]) -> None:
    """Write each back of a card as a definition of its front, and take the tags from the names."""
    for index in range(1, len(lines) - 1):
        if _ASKS.fullmatch(lines[index]) and lines[index - 1].strip() and lines[index + 1].strip():
            start = index - 1
            if start and lines[start - 1].strip():  # below other lines: a front needs a paragraph of its own
                continue
            lines[index], lines[index + 1] = "", f": {lines[index + 1].strip()}"
    tagged = [index for index, line in enumerate(lines) if "#" in line and _is_tagged(line)]
    for index in tagged if len(tagged) >= OFTEN else ():
        found = _TAGGED.fullmatch(lines[index])
        lines[index] = found["name"] if found else lines[index]
    if lines and _ONLY_TAGS.fullmatch(lines[0]):
        lines[0] = ""


def _is_tagged(line: str) -> bool:
    found = _TAGGED.fullmatch(line)
    return found is not None and len(found["name"].split()) <= WORDS + 1
