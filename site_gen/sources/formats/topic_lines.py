"""Lines of topics and days that blogs and wikis put below each entry: "[support] [11 July 2021]", "#desk"."""

from __future__ import annotations

import re

from site_gen.sources.formats.letters import Plain
from site_gen.sources.shape.blocks import Noise

WHY = "topics of the entry above"
FEWEST, MOST = 2, 0.5  # such lines, and their share of all
_GROUP = r"\[[^\[\]\n]{1,40}\]|(?<!\S)#[^\W\d_][\w-]{1,30}"
_TOPICS = re.compile(rf"\s*(?:{_GROUP})(?:[\s,]{{0,4}}(?:{_GROUP})){{0,9}}\s*")
_SEVERAL = re.compile(
    rf"(?:{_GROUP})[\s,]{{0,4}}(?:{_GROUP})|\d{{4}}\]|^\s*#"
)  # a word in brackets may be a name


def without(lines: list[str]) -> list[Noise]:
    """Empty the lines of topics in a plain text, and return what stood there."""
    told = [index for index, line in enumerate(lines) if index and _TOPICS.fullmatch(line[:400])]
    several = sum(_SEVERAL.search(lines[index]) is not None for index in told)
    filled = sum(bool(line.strip()) for line in lines)
    if len(told) < FEWEST or 2 * several < len(told) or len(told) > MOST * filled:
        return []
    found = Plain(lines=lines)
    for index in told:
        found.blank(index, WHY)
    return found.noise
