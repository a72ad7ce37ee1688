"""Paragraphs that begin with a short form and its words in brackets, among entries with a sign after names.

"SLA (service level agreement) what we promise …" between "Queue: …" and "Ticket: …" is an entry of its own,
because the letters of the short form are those of the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.sources.shape.blocks import Block, Label, Labelled, Prose, is_name_like
from site_gen.sources.shape.sections import option_of
from site_gen.sources.shape.styles import UNMARKED

ENOUGH = 3  # entries with a sign after the name
_SHORT = re.compile(
    r"(?P<name>(?P<short>[A-Z][A-Za-z0-9&-]{1,7})\s?\((?P<long>[^()\n]{4,90})\))\s*"
    r"(?P<text>[^\s,.;:)].{10,})",
    re.DOTALL,
)
_SMALL = frozenset(["of", "the", "and", "for", "to", "in", "on"])


def settled(found: Sequence[Block], labels: frozenset[str], style: str) -> list[Block]:
    """The blocks, with such paragraphs as labelled lines of a ``style``."""
    plain = labels & frozenset(UNMARKED)
    named = sum(isinstance(block, Labelled) and option_of(block, plain) is not None for block in found)
    if named < ENOUGH:
        return list(found)
    return [_labelled(block, style) if isinstance(block, Prose) else block for block in found]


def _labelled(line: Prose, style: str) -> Block:
    said = _SHORT.match(line.text) if not (line.bullet or line.listed or line.verbatim) else None
    if not said or not _is_short_for(said["short"], said["long"]) or not is_name_like(said["long"]):
        return line
    option = Label(style=style, name=said["name"], body=said["text"])
    return Labelled(line=line.line, options=(option,), otherwise=line)


def _is_short_for(short: str, long: str) -> bool:
    """Whether a short form consists of the first letters of its words, small words aside."""
    words = [word for word in re.findall(r"[^\W_]+", long) if word.lower() not in _SMALL]
    letters = "".join(filter(str.isalnum, short))
    return len(letters) > 1 and letters.lower() == "".join(word[0] for word in words).lower()
