"""Lines that colleagues write to each other between entries: "// Kai: is this so?", "@Ute please check"."""

from __future__ import annotations

import re

from site_gen.sources.formats.letters import Plain
from site_gen.sources.shape.blocks import Noise

WHY = "note to a colleague"
MOST = 0.34  # share of the lines; more of them are the comments of a program
LONGEST = 300  # characters of such a line
_NOTE = re.compile(
    r"\s*(?:>\s?)?(?:/{2,3}\s+(?=[^\W\d_])|>>+\s*(?-i:[A-ZÀ-ÞА-Я])\w{1,20}\s?:\s+|"
    r"@(?-i:[A-ZÀ-ÞА-Я])[^\W\d_]{1,20}(?:[,:?!]\s+|\s+(?=[^\W\d_])))"
    r"\S.*|\s*(?:\[~[\w.@-]{2,40}\]|<@[\w.]{2,40}>)[,:]?\s+\S.*"
)


def is_note(line: str) -> bool:
    """Whether a line speaks to a colleague, or is a remark as programmers write them."""
    return len(line) <= LONGEST and _NOTE.fullmatch(line) is not None


def without(lines: list[str]) -> list[Noise]:
    """Empty the lines of such notes in a plain text, and return what stood there."""
    told = [index for index, line in enumerate(lines) if is_note(line)]
    if len(told) > MOST * sum(bool(line.strip()) for line in lines):
        return []
    found = Plain(lines=lines)
    for index in told:
        found.blank(index, WHY)
    return found.noise
