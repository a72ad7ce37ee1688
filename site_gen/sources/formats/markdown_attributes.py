"""Lists of attributes behind what Markdown marks, which no page shows: "[call](x.md){ target=_blank }"."""

from __future__ import annotations

import re

_NAMED = r"[.#][^\W\d][\w:.-]{0,80}"
_QUOTED = r"[\w:-]{1,60}=(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}')"
_KEYED = rf"{_QUOTED}|[\w:-]{{1,60}}=[^\s\"'{{}}=]{{1,100}}"
_ANY = rf"(?:{_NAMED}|{_KEYED})"
_BOX = r"(?!\{\.box\})"  # our own mark behind the title of a box
_LIST = rf"{_BOX}\{{:?[ \t]*{_ANY}(?:[ \t]+{_ANY}){{0,12}}[ \t]*\}}"
_SURE = rf"{_BOX}\{{[ \t]*(?:{_NAMED}|{_QUOTED})(?:[ \t]+{_ANY}){{0,12}}[ \t]*\}}"
_CODE = r"(?P<code>(?<!`)`+[^`\n]*`+(?!`))"
_FOUND = re.compile(
    rf"{_CODE}|(?<![\]!])\[(?P<span>[^\[\]\n^@][^\[\]\n]{{0,200}})\]{_LIST}|"  # "[call]{.term}" shows "call"
    rf"(?<=[\])`*_:>]){_LIST}|"  # right behind a link, bold words, code, an icon
    rf"(?:(?<!\s)\s+)?{_SURE}(?=\s*(?:\||$))"  # at the end of a heading, a name or a cell
)


def without_attributes(line: str) -> str:
    """A line without lists of attributes; code between backticks stays as it is."""
    if "{" not in line or "}" not in line:
        return line
    return _FOUND.sub(lambda found: found["code"] or found["span"] or "", line)
