"""The placeholder of a definition that is still to be written, and how such placeholders are recognised."""

from __future__ import annotations

import re

TO_BE_WRITTEN = "Still to be written: what it is, in one or two sentences."
_UNWRITTEN = re.compile(
    r"(?:(?:still )?to be (?:written|defined|done|decided|added)|(?-i:TODO)|tb[adc]|fixme|xxx|lorem ipsum)\b"
    r"|\W*$"
    # "Todo" is a word in Spanish and Portuguese: "Todo lo que se anota"
    r"|todo(?:\W*$|\s*[:…–—(-]|\s+(?:write|define|add|ask|check|explain)\b)",
    re.IGNORECASE,
)


def is_unwritten(definition: str) -> bool:
    """Whether a definition is only a placeholder: "Still to be written …", "TODO", "TBD", "…"."""
    return _UNWRITTEN.match(definition) is not None
