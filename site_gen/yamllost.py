"""What YAML takes away from a value without a word: comments that were none, and escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_COMMENT = re.compile(r"[ \t]+(#[^\n]*)")
_LINE_END = re.compile(r"[ \t\r]*\n")
_ROW = re.compile(r"[^\n]*\n?")
_CHANGING = re.compile(r"\\\\|(?P<escape>\\(?:[0abtvfreN_LP]|x[01][0-9a-fA-F]|u00[01][0-9a-fA-F]))")


def comment_after(text: str, event: Any, column: int | None) -> tuple[str, int]:
    """Words after a scalar event that YAML takes for a comment, and their line; ("", 0) for none.

    After a plain value that is the rest of its line. After a plain or block value also a comment below that
    is indented deeper than ``column``, where the key or dash of the value stands: it was meant as text.
    """
    at, line = event.end_mark.index, int(event.end_mark.line) + 1
    if event.style in ("'", '"'):
        return "", 0
    if not event.style:
        cut = _COMMENT.match(text, at)
        if cut:
            return cut[1].strip(), line
        ends = _LINE_END.match(text, at)
        if ends is None:
            return "", 0
        at, line = ends.end(), line + 1
    else:
        at -= event.end_mark.column  # a block may end inside the indentation of a comment
    return _comment_below(text, at, line, column) if column is not None else ("", 0)


def _comment_below(text: str, at: int, line: int, column: int) -> tuple[str, int]:
    """The next line that is not blank, if it is a comment indented as deep as a value would be."""
    for row in _ROW.finditer(text, at):
        words = row[0].strip()
        if words:
            deeper = len(row[0]) - len(row[0].lstrip(" ")) > column
            return (words, line) if words.startswith("#") and deeper else ("", 0)
        line += 1
    return "", 0


def changing_escapes(text: str, start: int, end: int, line: int) -> Iterator[tuple[str, int]]:
    """(escape, line) of what becomes an invisible character in a value in double quotes."""
    counted = start
    for found in _CHANGING.finditer(text, start, end):
        if found["escape"]:
            line += text.count("\n", counted, found.start())
            counted = found.start()
            yield found["escape"], line
