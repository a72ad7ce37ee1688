"""Lines that take in another file: no file is ever read beside the document, and that is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from site_gen.sources.draft import Skipped

WHY = "takes in another file, which is not read"
MOST = 200  # lines that are told
# What takes in a file, by format; "^" where only the beginning of a line may hold it.
_TAKES_IN: Mapping[str, re.Pattern[str]] = {
    "asciidoc": re.compile(r"^include::\S[^\n]{0,300}"),
    "latex": re.compile(
        r"(?<!\\)\\(?:input|include|subfile|loadglsentries)\b(?:\[[^\]\n]{0,80}\])?\{[^{}\n]{1,300}\}"
    ),
    "markdown": re.compile(
        r"^\s{0,20}--8<--\s{1,9}\S[^\n]{0,300}|!\[\[[^\[\]\n]{1,300}\]\]|\{!\s{0,9}[^!\n]{1,300}!\}"
    ),
    "mediawiki": re.compile(r"\{\{:[^{}|\n]{1,300}[^{}\n]{0,300}\}\}"),
    "org": re.compile(r"^\s{0,20}#\+(?:include|setupfile):[^\n]{1,300}", re.IGNORECASE),
}

_COMMENT: Mapping[str, re.Pattern[str]] = {"latex": re.compile(r"(?<!\\)%[^\n]*")}


def added(skipped: Sequence[Skipped], text: str, format: str) -> list[Skipped]:
    """What was left out of a text, with the lines that take in another file."""
    files = list(told(text, format))
    places = {(one.line, one.text) for one in files}
    return [*(one for one in skipped if (one.line, one.text) not in places), *files]


def told(text: str, format: str) -> Iterator[Skipped]:
    """The first places of a text that take in another file."""
    pattern = _TAKES_IN.get(format)
    if pattern is None:
        return
    comment = _COMMENT.get(format)
    lines = enumerate(comment.sub("", text).split("\n") if comment else text.split("\n"), 1)
    found = ((number, said[0]) for number, line in lines for said in pattern.finditer(line))
    for number, said in islice(found, MOST):
        yield Skipped(line=number, text=said.strip()[:200], why=WHY)


def of_pages(
    skipped: Sequence[Skipped], pages: Iterable[tuple[str, str]], format_of: Callable[[str], str]
) -> list[Skipped]:
    """What was left out of pages, by path and text, with the lines that take in another file."""
    files = [
        replace(one, line=number, where=f"{path}, line {one.line}")
        for number, (path, text) in enumerate(pages, 1)
        for one in told(text, format_of(path))
    ]
    places = {(one.where, one.text) for one in files}
    return [*(one for one in skipped if (one.where, one.text) not in places), *files]
