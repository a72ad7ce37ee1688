"""Calls of site generators around a text, with its name: shortcodes of Hugo, tags of Liquid, components."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

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


def headed(lines: list[str], index: int, shown: Callable[[str], str]) -> bool:
    """Write the name that a call tells over its text, or before it; return whether the call has both.

    ``shown`` gives the visible text of a line.
    """
    block = _BLOCK.match(lines[index])
    if block:
        lines[index] = f"###### {block['name'].replace('_', ' ')} {{.box}}"
        return True
    called = _CALLED.match(lines[index])
    name = _name_of_call(lines, index, called) if called else ""
    if called and name:
        said = called["said"].strip()
        lines[index] = f"**{name}**: {shown(_ENDED.sub('', said))}" if said else f"###### {name} {{.box}}"
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
