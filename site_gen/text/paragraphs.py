"""Stretches of Markdown that are plain paragraphs or one plain list, and can be read without the parser.

The parser, markdown-it, is the truth: this module may only recognise texts for which the short way in
``markdown.py`` gives the same tokens, and whatever is not surely one of them is "other" and goes to the
parser. A property test, ``test_the_short_way_of_parsing_prose_gives_what_the_parser_gives``, holds it to that
with rows of Markdown of every kind. The short way stays because parsing is the most expensive stage of a
build: docs/figures.md has the rule for such code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

_SIGNS = r"\`*_[]!<&~"
_INLINE_SIGN = re.compile(f"[{re.escape(_SIGNS)}]")
_WORDS = r"""(?:[^\W\d_]|["'“‘(]|\d+(?![\d.)]))"""  # what can start nothing but a paragraph
_NO_PARAGRAPH = re.compile(rf"\n(?!{_WORDS}|[ \t]*\n|\Z)")  # the beginning of a line that is no paragraph
_ITEM = rf"- {_WORDS}[^\r\n]*(?:\n  {_WORDS}[^\r\n]*)*(?:\n|\Z)"
_LIST = re.compile(rf"(?:[ \t]*\n)*(?:{_ITEM})+[ \t\n]*")


class Run(NamedTuple):
    """A stretch of a text, and the line that it begins in, from 0."""

    line: int
    text: str
    kind: Literal["prose", "list", "other"]


def is_prose(text: str) -> bool:
    """Whether a text has paragraphs only."""
    return "\r" not in text and not _NO_PARAGRAPH.search(f"\n{text}")


def is_plain(text: str) -> bool:
    """Whether nothing inside a paragraph could be markup."""
    return not (_INLINE_SIGN.search(text) or " \n" in text or "\t\n" in text)


def runs(text: str) -> Iterator[Run]:
    """Split a text into stretches that are paragraphs and stretches of anything else; each is parsed alone.

    A line that starts a paragraph at the margin, after a blank line, ends whatever was open: lists, quotes,
    tables (CommonMark 0.31, sections 5.1 and 5.2). It does not end a fence, so a text with a fence is not
    split.
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
