"""Documents that stand as a whole in a block of code that is called Markdown, as assistants answer."""

from __future__ import annotations

import re

_OPENS = re.compile(r"\s{0,3}(?P<sign>`{3,}|~{3,})\s?(?:markdown|md|mdx)\s*$", re.IGNORECASE)
FEW = 5  # lines that may stand over the block, as a word to the reader
MOST = 0.6  # share of the written lines that stand in the block


def unwrapped(text: str) -> tuple[str, int]:
    """The text inside of such a block and the number of lines over it; the text itself and 0 for others."""
    lines = text.split("\n")
    written = [index for index, line in enumerate(lines) if line.strip()]
    start = next((i for i in written if _OPENS.match(lines[i])), -1)
    opened = _OPENS.match(lines[start]) if start >= 0 else None
    if not opened or written.index(start) > FEW:
        return text, 0
    end = next((i for i in reversed(written) if i > start and lines[i].strip() == opened["sign"]), len(lines))
    inside = sum(start < index < end for index in written)
    if inside < MOST * len(written):
        return text, 0
    return "\n".join(lines[start + 1 : end]), start + 1
