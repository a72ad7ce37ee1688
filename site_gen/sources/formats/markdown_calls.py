"""Calls of site generators around a text, with its name: shortcodes of Hugo, tags of Liquid, components."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from site_gen.sources.formats.markdown_boxes import as_heading

_CALLED = re.compile(  # a call around a text: {{< term "Name" >}}, <Accordion title="Name">
    r"\s{0,3}(?:\{\{[<%]|\{%|<(?=[A-Z]))\s?(?P<tag>[\w-]{0,30}(?:term|gloss|definition|entry|accordion|expand|details|"
    r"collapse|toggle)[\w-]{0,20})\s(?P<told>[^<>{}%\n]{1,300})(?:[>%]\}\}|%\}|>)(?P<said>[^\n]*)$",
    re.IGNORECASE,
)
_OF_CALL = re.compile(
    r"(?:^|\b(?:term|title|name|label|word|summary|header|heading)=)\s*[\"'“]([^\"'“”\n]{1,90})[\"'”]"
)
_ENDED = re.compile(r"(?:\{\{[<%]|\{%|<)\s?/[^\n]{0,60}$")
_DRAWN = re.compile(  # a call around the code of a picture: {% mermaid() %}, {{< plantuml >}}
    r"\s{0,3}(?:\{%|\{\{[<%])\s*(?P<tag>mermaid|plantuml|graphviz|dot|d2|kroki|chart|diagram|math|katex)\b[^\n]{0,120}"
    r"[>%]\}{1,2}\s*$",
    re.IGNORECASE,
)
_DRAWN_END = re.compile(
    r"\s{0,3}(?:\{%|\{\{[<%])\s*(?:/\s*|end)(?P<tag>\w{0,20})[^\n]{0,20}[>%]\}{1,2}\s*$", re.IGNORECASE
)
_BLOCK = re.compile(r"\s{0,3}\{%-?\s*docs\s+(?P<name>\w{1,80})\s*-?%\}\s*$")  # of dbt: {% docs name %}
_OF_TERM = re.compile(  # a call in a sentence that shows a term: {{< tooltip text="pods" id="pod" >}}
    r"(?:\{\{[<%]|\{%)-?\s*(?:include\s+)?[\w/.-]{0,30}?(?:term|gloss|tooltip|abbr|acronym|gls)[\w/.-]{0,30}\s"
    r"(?P<told>[^<>{}%\n]{1,300}?)(?:[>%]\}\}|%\})(?![^{}\n]{0,200}\{(?:\{[<%]\s?/|%-?\s?end))",
    re.IGNORECASE,
)
_SHOWN_BY_CALL = re.compile(
    r"\b(?P<key>text|label|title|name|term|word|display|value|\w{0,10}id|key|slug|ref)=(?P<sign>[\"'])"
    r"(?P<said>[^\"'\n]{1,200})(?P=sign)"
)
_FIRST = re.compile(r"[\"'“](?P<said>[^\"'“”\n]{1,200})[\"'”]|(?P<bare>[^\W\d]\w{0,60})\s*/?-?$")
_ONLY_KEY = re.compile(r"\w{0,10}id|key|slug|ref")
NEAR_END = 60  # lines within which a call has to end


def without_drawings(lines: list[str]) -> None:
    """Empty the calls of pictures that are written as code, with the code in them."""
    start, tag = None, ""
    for index, line in enumerate(lines):
        if start is None:
            called = _DRAWN.match(line)
            start, tag = (index, called["tag"].lower()) if called else (None, "")
        elif (ended := _DRAWN_END.match(line)) and ended["tag"].lower() in ("", tag):
            lines[start : index + 1] = [""] * (index + 1 - start)
            start = None


def shown_by_calls(part: str, line: str) -> str:
    """A part of a line with the words that calls in its sentences show; one that is the whole line stays."""

    def said(call: re.Match[str]) -> str:
        return call[0] if call[0] == line.strip() else _shown(call["told"]) or call[0]

    return _OF_TERM.sub(said, part)


def _shown(told: str) -> str:
    """The words that the arguments of a call tell, else the key of the term in words; "" if there is none."""
    by_key = {found["key"].lower(): found["said"] for found in _SHOWN_BY_CALL.finditer(told)}
    shown = by_key.get("text") or next(
        (said for key, said in by_key.items() if not _ONLY_KEY.fullmatch(key)), ""
    )
    if by_key:
        return shown or next(iter(by_key.values())).replace("-", " ").replace("_", " ")
    first = _FIRST.match(told.strip())
    return (first["said"] or first["bare"]) if first else ""


def headed(lines: list[str], index: int, shown: Callable[[str], str]) -> bool:
    """Write the name that a call tells over its text, or before it; return whether the call has both.

    ``shown`` gives the visible text of a line.
    """
    block = _BLOCK.match(lines[index])
    if block:
        lines[index] = as_heading(block["name"].replace("_", " "))
        return True
    called = _CALLED.match(lines[index])
    name = _name_of_call(lines, index, called) if called else ""
    if called and name:
        said = called["said"].strip()
        lines[index] = f"**{name}**: {shown(_ENDED.sub('', said))}" if said else as_heading(name)
    return bool(name)


def _name_of_call(lines: Sequence[str], index: int, called: re.Match[str]) -> str:
    """The name that a call around a text tells; "" if it is not closed, or tells none."""
    told = _OF_CALL.search(called["told"])
    name = told[1].strip() if told else ""
    if not name or called["told"].rstrip().endswith("/"):
        return ""
    near = (*(line for line in lines[index + 1 : index + NEAR_END]), called["said"])
    closed = any(f"/{called['tag']}" in line or f"/ {called['tag']}" in line for line in near)
    return name if closed else ""
