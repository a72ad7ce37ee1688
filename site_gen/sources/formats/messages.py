"""Saved chats: the time and the sender before each message are no content."""

from __future__ import annotations

import re

from site_gen.sources.formats.letters import Plain
from site_gen.sources.shape.blocks import Noise

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_STAMP = re.compile(  # "[03/05/2024, 08:02] Grace: ", "03.05.24, 08:02 - Grace: ", "08:02 <grace> "
    rf"\s*(?:[\[(](?:{_DAY},?\s{{1,3}})?{_TIME}(?:,?\s{{1,3}}{_DAY})?[\])]|(?:{_DAY},?\s{{1,3}})?{_TIME})"
    r"\s{0,3}(?:[-–—]\s{1,3})?(?:<[^<>\n]{1,40}>|[^\W\d][^:<>\n]{0,39}:)\s"
)
ENOUGH, SHARE = 3, 0.5  # messages, and their share of the lines
SENT = "time and sender of a message"


def unstamped(found: Plain) -> None:
    """Take time and sender off each message, if most lines are messages."""
    stamps = {index: stamp for index, line in enumerate(found.lines) if (stamp := _STAMP.match(line[:160]))}
    written = sum(bool(line.strip()) for line in found.lines)
    if len(stamps) < ENOUGH or len(stamps) < SHARE * written:
        return
    for index, stamp in stamps.items():
        said = found.lines[index][stamp.end() :].strip()
        worded = any(map(str.isalnum, said))  # else an emoji
        left = stamp[0] if worded else found.lines[index]
        found.noise.append(Noise(line=index + 1, text=left.strip(), why=SENT))
        found.lines[index] = said if worded else ""
