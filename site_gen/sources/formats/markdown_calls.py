"""Calls of site generators around sentences and in them: pictures as code, blocks of dbt, shown words."""

from __future__ import annotations

import re

from site_gen.sources.formats.markdown_boxes import as_heading

_DRAWN = re.compile(  # a call around the code of a picture: {% mermaid() %}, {{< plantuml >}}
    r"\s{0,3}(?:\{%|\{\{[<%])\s*(?P<tag>mermaid|plantuml|graphviz|dot|d2|kroki|chart|diagram|math|katex)\b[^\n]{0,120}"
    r"[>%]\}{1,2}\s*$",
    re.IGNORECASE,
)
_DRAWN_END = re.compile(
    r"\s{0,3}(?:\{%|\{\{[<%])\s*(?:/\s*|end)(?P<tag>\w{0,20})[^\n]{0,20}[>%]\}{1,2}\s*$", re.IGNORECASE
)
_BLOCK = re.compile(
    r"\s{0,3}\{%-?\s*docs\s+(?:(?:glossary|term|definition|def)_+)?(?P<name>\w{1,80})\s*-?%\}\s*$"
)  # of dbt: {% docs name %}
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


def headed(lines: list[str], index: int) -> bool:
    """Write the name that a block of dbt tells over its text; return whether the line begins one."""
    block = _BLOCK.match(lines[index])
    if block:
        lines[index] = as_heading(block["name"].replace("_", " "))
    return block is not None
