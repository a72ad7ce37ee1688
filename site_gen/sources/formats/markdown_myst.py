"""Directives of MyST around a glossary or a table, as common Markdown."""

from __future__ import annotations

import re

_DEFINITION = re.compile(r"\s{0,3}[:~]\s+\S")
_BOX = re.compile(
    r"\s*(?P<sign>`{3,}|:{3,}|~{3,})\{(?!code|sourcecode|literal|math|image|figure)[\w:-]{1,30}\}"
)


_OVER_LINES = re.compile(
    r"(?<=\S)[ \t]{1,4}(\{[a-z][\w:-]{1,20}\}`[^`\n]{0,200})\n[ \t]{0,20}([^`\n]{1,200}`)"
)


def joined(text: str) -> str:
    """The text with each role that goes on over the end of a line whole on the second line."""
    return _OVER_LINES.sub(r"\n\1 \2", text) if "}`" in text else text


def unfence(lines: list[str], start: int, sign: str) -> None:
    """Remove the marks of a directive, and write its names over indented texts as a definition list."""
    in_list = "glossary" in lines[start].lower()
    lines[start] = ""
    end = next((i for i in range(start + 1, len(lines)) if lines[i].strip() == sign), len(lines))
    first = next((i for i in range(start + 1, end) if lines[i].strip()), end)
    if lines[first : first + 1] == ["---"]:  # options of the directive
        last = next((i for i in range(first + 1, end) if lines[i].strip() == "---"), first)
        lines[first : last + 1] = [""] * (last + 1 - first)
    for index in range(start + 1, end):
        if re.match(r"\s*:[\w-]+:", lines[index]):
            lines[index] = ""
        if box := _BOX.match(lines[index]):  # a note inside of the text of an entry
            shut = next((i for i in range(index + 1, end) if lines[i].strip() == box["sign"]), index)
            lines[index] = lines[shut] = ""
    if in_list and not any(_DEFINITION.match(line) for line in lines[start:end]):
        _defined(lines, start + 1, end)
    if end < len(lines):
        lines[end] = ""


def _defined(lines: list[str], start: int, end: int) -> None:
    """Write each indented text under a name at the margin as a definition: ": text"."""
    indent = 0
    for index in range(start, end):
        line = lines[index].expandtabs(4)
        deep = len(line) - len(line.lstrip())
        if not line.strip() or not deep:
            indent = 0 if line.strip() else indent
            continue
        if not indent and lines[index - 1].strip():
            indent = deep
            lines[index] = f": {line[deep:]}"
        elif indent:
            lines[index] = "  " + line[min(deep, indent) :]
