"""Parts of a Markdown text that are plain paragraphs or a plain list and do not need the slow parser.

The result must always be that of the parser, markdown-it. So this module may recognise only texts for which
the faster code in ``markdown.py`` makes the same tokens; every other text is "other" and goes to the parser.
A property test, ``test_the_short_way_of_parsing_prose_gives_what_the_parser_gives``, proves this with lines
of Markdown of every kind. The faster code is worth keeping because parsing is the most expensive stage of a
build: docs/figures.md has the rule for such code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

_SIGNS = r"\`*_[]!<&~"
_INLINE_SIGN = re.compile(f"[{re.escape(_SIGNS)}]")
_WORDS = r"""(?:[^\W\d_]|["'“‘(]|\d+(?![\d.)]))"""  # a line that begins so can only be part of a paragraph
_NO_PARAGRAPH = re.compile(rf"\n(?!{_WORDS}|[ \t]*\n|\Z)")  # the start of a line that may be no paragraph
_ITEM = rf"- {_WORDS}[^\r\n]*(?:\n  {_WORDS}[^\r\n]*)*(?:\n|\Z)"
_LIST = re.compile(rf"(?:[ \t]*\n)*(?:{_ITEM})+[ \t\n]*")


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a text, what it consists of, and the line in which it begins, counted from 0."""

    line: int
    text: str
    kind: Literal["prose", "list", "other"]


def is_prose(text: str) -> bool:
    """Whether a text certainly has paragraphs only."""
    return "\r" not in text and not _NO_PARAGRAPH.search(f"\n{text}")


def is_plain(text: str) -> bool:
    """Whether a text has no sign that could be inline markup, and no blank before a line end."""
    return not (_INLINE_SIGN.search(text) or " \n" in text or "\t\n" in text)


def runs(text: str) -> Iterator[Run]:
    """Split a text into parts of plain paragraphs and parts of anything else, to be parsed separately.

    A paragraph that begins without indentation after a blank line ends every open list, quote and table
    (CommonMark 0.31, sections 5.1 and 5.2). It does not end a fenced code block, so a text with a fence is
    not split.
    """
    if is_prose(text) or "```" in text or "~~~" in text or "\r" in text:
        yield Run(0, text, "prose" if is_prose(text) else "other")
        return
    line, prose, kept = 0, False, list[str]()
    for number, rows in parts(text):
        if rows[0].strip():
            was, prose = prose, is_prose("\n".join(rows))
            if kept and was != prose:
                yield _run(line, "\n".join(kept), was)
                line, kept = number, []
        kept += rows
    yield _run(line, "\n".join(kept), prose)


def _run(line: int, text: str, prose: bool) -> Run:
    return Run(line, text, "prose" if prose else "list" if _LIST.fullmatch(text) else "other")


def parts(text: str) -> Iterator[tuple[int, list[str]]]:
    """Groups of lines that are all blank or all not blank, each with the number of its first line."""
    number = 0
    for _blank, rows in groupby(text.split("\n"), key=lambda row: not row.strip()):
        part = list(rows)
        yield number, part
        number += len(part)
