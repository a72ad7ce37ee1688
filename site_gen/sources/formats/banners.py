"""The head that programmers draw over a text file: lines that begin with one sign, between two rules of it.

"====", "== Author: …", "== Date: …", "====": what it says is about the file, and no entry.
"""

from __future__ import annotations

import re

from site_gen.sources.formats.letters import Plain

_RULE = re.compile(r"\s*(?:(?P<sign>[=*#/%;~+-])(?P=sign){9,})\s*")
LINES = 40  # of such a head at most
WHY = "about the document"


def settled(found: Plain) -> None:
    """Leave out the head of a file."""
    first = next((index for index, line in enumerate(found.lines) if line.strip()), None)
    rule = _RULE.fullmatch(found.lines[first]) if first is not None else None
    if first is None or rule is None:
        return
    for index in range(first + 1, min(first + LINES, len(found.lines))):
        line = found.lines[index]
        end = _RULE.fullmatch(line)
        if end and end["sign"] == rule["sign"]:
            for place in range(first, index + 1):
                found.blank(place, WHY)
            return
        if not line.strip().startswith(rule["sign"]):
            return
