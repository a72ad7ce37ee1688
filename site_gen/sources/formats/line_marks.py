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
