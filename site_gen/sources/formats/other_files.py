"""Lines that take in another file: no file is ever read beside the document, and that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from site_gen.sources.draft import Skipped

WHY = "takes in another file, which is not read"
MOST = 200  # lines that are told
# What takes in a file, at the beginning of a line, by format.
_TAKES_IN: Mapping[str, re.Pattern[str]] = {
    "asciidoc": re.compile(r"include::\S[^\n]{0,300}"),
    "latex": re.compile(
        r"\s{0,20}\\(?:input|include|subfile|loadglsentries)\b(?:\[[^\]\n]{0,80}\])?\{[^{}\n]{1,300}\}"
    ),
    "markdown": re.compile(
        r"\s{0,20}(?:--8<--\s{1,9}\S[^\n]{0,300}|!\[\[[^\[\]\n]{1,300}\]\]|\{!\s{0,9}[^!\n]{1,300}!\})"
    ),
    "mediawiki": re.compile(r"\{\{:[^{}|\n]{1,300}[^{}\n]{0,300}\}\}"),
    "org": re.compile(r"\s{0,20}#\+(?:include|setupfile):[^\n]{1,300}", re.IGNORECASE),
}


def added(skipped: Sequence[Skipped], text: str, format: str) -> list[Skipped]:
    """What was left out of a text, with the lines that take in another file."""
    files = list(_told(text, format))
    places = {(one.line, one.text) for one in files}
    return [*(one for one in skipped if (one.line, one.text) not in places), *files]


def _told(text: str, format: str) -> Iterator[Skipped]:
    pattern = _TAKES_IN.get(format)
    found = 0
    for number, line in enumerate(text.split("\n") if pattern else (), 1):
        if found < MOST and pattern and (said := pattern.match(line)):
            found += 1
            yield Skipped(line=number, text=said[0].strip()[:200], why=WHY)
