"""Databases of entries for bib2gls (.bib) as the macros of the glossaries package that they stand for."""

from __future__ import annotations

import re

from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats.latex_text import group

_RECORD = re.compile(
    r"^[ \t]*@(?P<kind>[A-Za-z]{3,40})[ \t]*(?=\{\s*(?P<key>[^\s{},]{1,100})\s*,)", re.MULTILINE
)
_ENTRY = re.compile(
    r"(?:dual|spawn|tertiary|progenitor)?(?:index)?(?:entry|symbol|number|index\w*)", re.IGNORECASE
)
_SHORT = re.compile(r"(?:dual|spawn|tertiary)?(?:abbreviation|acronym)(?:entry)?", re.IGNORECASE)
_QUOTED = re.compile(r'(?<==)(?P<gap>\s*)"(?P<said>[^"{}]{0,2000})"')
_FIELD = r"(?:^|,)\s*{}\s*=\s*"


def as_macros(text: str, filename: str) -> str:
    """The text with each record as a macro in its place.

    Raises ``UnreadableError`` for a database of books and papers.
    """
    records = [found for found in _RECORD.finditer(text) if _is_ours(found["kind"])]
    if not records:
        if filename.lower().endswith(".bib"):
            raise UnreadableError(
                "import-format", "this is a bibliography, no terms", "choose the file with the glossary"
            )
        return text
    out, done = [], 0
    for found in records:
        inner, end = group(text, found.end())
        if inner is None or found.start() < done:
            continue
        out += [text[done : found.start()], _macro(found["kind"], found["key"], inner)]
        done = end
    return "".join([*out, text[done:]])


def _is_ours(kind: str) -> bool:
    return bool(_ENTRY.fullmatch(kind) or _SHORT.fullmatch(kind))


def _macro(kind: str, key: str, inner: str) -> str:
    """One record as a macro in one line and as many blank ones as it has."""
    lines = inner.count("\n")
    fields = _QUOTED.sub(lambda found: f"{found['gap']}{{{found['said']}}}", inner.partition(",")[2])
    fields = " ".join(fields.split())
    if _SHORT.fullmatch(kind):
        short, long, said = (_value(fields, name) for name in ("short", "long", "description"))
        made = f"\\newacronym[description={{{said}}}]{{{key}}}{{{short}}}{{{long}}}"
    else:
        made = f"\\newglossaryentry{{{key}}}{{{fields}}}"
    return made + "\n" * lines


def _value(fields: str, name: str) -> str:
    found = re.search(_FIELD.format(name), fields, re.IGNORECASE)
    value, _ = group(fields, found.end()) if found else ("", 0)
    return value or ""
