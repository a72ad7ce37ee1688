"""Marks of Markdown's dialects that no page shows: lists of attributes, an editor's changes, raised words."""

from __future__ import annotations

import re

from site_gen.sources.formats import raised

_NAMED = r"[.#][^\W\d][\w:.-]{0,80}"
_QUOTED = r"[\w:-]{1,60}=(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}')"
_KEYED = rf"{_QUOTED}|[\w:-]{{1,60}}=[^\s\"'{{}}=]{{1,100}}"
_ANY = rf"(?:{_NAMED}|{_KEYED})"
_BOX = r"(?!\{\.box\})"  # our own mark behind the title of a box
_LIST = rf"{_BOX}\{{:?[ \t]*{_ANY}(?:[ \t]+{_ANY}){{0,12}}[ \t]*\}}"
_BARE = r"(?:data|aria)-[\w-]{1,40}"
_SURE = rf"{_BOX}\{{[ \t]*(?:{_NAMED}|{_QUOTED}|{_BARE})(?:[ \t]+{_ANY}){{0,12}}[ \t]*\}}"
_CODE = r"(?P<code>(?<!`)`+[^`\n]*`+(?!`))"
_APART = re.compile(r"((?<!`)`+[^`\n]*`+(?!`)|\$[^$\n]{1,200}\$)")  # code and formulas
_FOUND = re.compile(
    rf"{_CODE}|(?<![\]!])\[(?P<span>[^\[\]\n^@][^\[\]\n]{{0,200}})\]{_LIST}|"  # "[call]{.term}" shows "call"
    rf"(?<=[\])`*_:>]){_LIST}|"  # right behind a link, bold words, code, an icon
    rf"(?:(?<!\s)\s+)?{_SURE}(?=\s*(?:\||$))"  # at the end of a heading, a name or a cell
)


_CHANGES = (  # CriticMarkup
    (re.compile(r"\{--[^{}\n]{0,500}?--\}|\{>>[^{}\n]{0,500}?<<\}"), ""),
    (re.compile(r"\{~~[^{}\n]{0,500}?~>([^{}\n]{0,500}?)~~\}"), r"\1"),
    (re.compile(r"\{\+\+([^{}\n]{0,500}?)\+\+\}|\{==([^{}\n]{0,500}?)==\}"), r"\1\2"),
)
_RAISED = re.compile(r"(?<=\w)\^([+-]?\w{1,10})\^(?![\w^])")  # "10^th^", "10^3^"
_LOWERED = re.compile(r"(?<=\w)(?<!~)~(\w{1,4})~(?=[\w\s.,;:)]|$)(?!~)")  # "H~2~O"


def shown(line: str) -> str:
    """A line with the words of an editor's changes, and of what is raised or lowered; code stays as it is."""
    if not any(sign in line for sign in ("{", "^", "~")):
        return line
    parts = _APART.split(line)
    for place in range(0, len(parts), 2):
        for pattern, instead in _CHANGES:
            parts[place] = pattern.sub(instead, parts[place])
        parts[place] = _RAISED.sub(lambda found: raised.signs(found[1]), parts[place])
        parts[place] = _LOWERED.sub(r"\1", parts[place])
    return "".join(parts)


def without_attributes(line: str) -> str:
    """A line without lists of attributes; code between backticks stays as it is."""
    if "{" not in line or "}" not in line:
        return line
    return _FOUND.sub(lambda found: found["code"] or found["span"] or "", line)
