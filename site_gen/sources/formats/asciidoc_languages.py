"""Regions of AsciiDoc that are tagged by languages: ``// tag::EN[]`` … ``// end::EN[]``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.sources.draft import Skipped
from site_gen.sources.shape.header_words import LANGUAGES

_EDGE = re.compile(r"//\s*(?P<edge>tag|end)::(?P<code>[A-Za-z]{2})\[\]\s*$")


def in_language(text: str, language: str) -> tuple[str, list[Skipped]]:
    """The text with the regions of other languages than that of the site emptied, and what they say.

    Where no region is in the language of the site, those of the first language stay.
    """
    lines = text.split("\n")
    codes = [found["code"].lower() for line in lines if (found := _EDGE.match(line))]
    said = [code for code in dict.fromkeys(codes) if code in LANGUAGES]
    if len(said) < 2:
        return text, []
    kept = language.split("-")[0].lower()
    others = {code for code in said if code != (kept if kept in said else said[0])}
    left, inside = [], ""
    for index, line in enumerate(lines):
        edge = _EDGE.match(line)
        code = edge["code"].lower() if edge else ""
        if edge and code in others:
            inside = code if edge["edge"] == "tag" else ""
            if inside:
                told = _first(lines[index + 1 :])
                left.append(Skipped(line=index + 1, text=told, why=f"in another language ({code})"))
        if inside:
            lines[index] = ""
    return "\n".join(lines), left


def _first(lines: Sequence[str]) -> str:
    return next((line.strip("= \t") for line in lines[:20] if line.strip()), "")[:200]
