"""Properties that note programs read from a line of Markdown: "synonyms:: line, row", "[alias:: line]"."""

from __future__ import annotations

import re

from site_gen.sources.shape.header_roles import is_exact

_STATED = re.compile(
    r"^(?P<before>\s*(?:[-*+]\s+)?)(?P<open>[\[(])?\*{0,2}(?P<key>[^\W\d_][\w -]{1,40}?)\*{0,2}::\s*"
    r"(?P<value>[^\s:].*)$"
)
_CLOSED = {"[": "]", "(": ")"}


def as_field(line: str) -> str:
    """A line with a property that tells something of an entry as a field: "Synonyms: line, row"."""
    found = _STATED.match(line) if "::" in line else None
    if not found or not is_exact(found["key"]):
        return line
    value, key = found["value"].rstrip(), found["key"]
    if closing := _CLOSED.get(found["open"] or ""):
        if not value.endswith(closing):
            return line
        value = value[:-1].rstrip()
    # below an item: an item of its own, or its words would go on with those of the item
    before = f"{found['before']}  - " if found["before"].isspace() else found["before"]
    return f"{before}{key[0].upper()}{key[1:]}: {value}"
