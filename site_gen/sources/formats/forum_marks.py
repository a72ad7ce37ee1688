"""Marks of forums in a text (BBCode): bold words as in Markdown, items as items, other marks left out."""

from __future__ import annotations

import re

ENOUGH = 3  # words in bold marks that show that a text has such marks
_BOLD = re.compile(r"\[b\] {0,3}([^\[\]\n]{1,200}?) {0,3}\[/b\]", re.IGNORECASE)
_ITEM = re.compile(r"^(\s*)\[\*\]\s*", re.MULTILINE)
_OTHER = re.compile(
    r"\[/?(?:b|i|u|s|color|size|font|url|quote|center|left|right|list|indent|spoiler)(?:=[^\[\]\n]{0,200})?\]",
    re.IGNORECASE,
)


def plain(text: str, bold: str) -> str:
    """The text without such marks; ``bold`` stands around bold words instead."""
    if len(_BOLD.findall(text)) < ENOUGH:
        return text
    said = _BOLD.sub(lambda found: f"{bold}{found[1]}{bold}", text)
    return _OTHER.sub("", _ITEM.sub(r"\1- ", said))
