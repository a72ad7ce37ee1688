"""Marks of one dialect as those of another: patterns over the lines of a text, with what stands for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Marks = Sequence[tuple[re.Pattern[str], str]]


def lines(pattern: str) -> re.Pattern[str]:
    """The pattern, whose edges are those of lines."""
    return re.compile(pattern, re.MULTILINE)


def marked(marks: Marks) -> Callable[[str], str]:
    """A function that puts what stands for each of some marks into a text, in their order."""

    def written(text: str) -> str:
        for pattern, instead in marks:
            text = pattern.sub(instead, text)
        return text

    return written


def joined(found: Sequence[str]) -> list[str]:
    """The lines of MediaWiki, where a text that goes on in the next lines stands in its first one."""
    out: list[str] = []
    first = -1  # the index of the line with the beginning of the text right above
    for line in found:
        goes_on = first >= 0 and line.startswith(": ")
        if goes_on:
            out[first] += line[1:]
        out.append("" if goes_on else line)
        first = (first if goes_on else len(out) - 1) if line.startswith(": ") else -1
    return out
