"""Directives of MyST around a glossary, a table or a box, as common Markdown."""

from __future__ import annotations

import csv
import re

from site_gen.sources.formats.inline_markup import BOX

_DEFINITION = re.compile(r"\s{0,3}[:~]\s+\S")
_BOX = re.compile(
    r"\s*(?P<sign>`{3,}|:{3,}|~{3,})\{(?!code|sourcecode|literal|math|image|figure)[\w:-]{1,30}\}"
)


_OVER_LINES = re.compile(
    r"(?<=\S)[ \t]{1,4}(\{[a-z][\w:-]{1,20}\}`[^`\n]{0,200})\n[ \t]{0,20}([^`\n]{1,200}`)"
)


def joined(text: str) -> str:
    """The text with each role that goes on over the end of a line whole on the second line."""
    return _OVER_LINES.sub(r"\n\1 \2", text) if "}`" in text else text


def unfence(lines: list[str], start: int, sign: str) -> None:
    """Remove the marks of a directive, and write its names over indented texts as a definition list."""
    in_list = "{glossary}" in lines[start].lower()
    lines[start] = ""
    end = next((i for i in range(start + 1, len(lines)) if lines[i].strip() == sign), len(lines))
    first = next((i for i in range(start + 1, end) if lines[i].strip()), end)
    if lines[first : first + 1] == ["---"]:  # options of the directive
        last = next((i for i in range(first + 1, end) if lines[i].strip() == "---"), first)
        lines[first : last + 1] = [""] * (last + 1 - first)
    for index in range(start + 1, end):
        if re.match(r"\s*:[\w-]+:", lines[index]):
            lines[index] = ""
        if box := _BOX.match(lines[index]):  # a note inside of the text of an entry
            shut = next((i for i in range(index + 1, end) if lines[i].strip() == box["sign"]), index)
            lines[index] = lines[shut] = ""
    if in_list:
        _defined(lines, start + 1, end)
    if end < len(lines):
        lines[end] = ""


def _defined(lines: list[str], start: int, end: int) -> None:
    """Write each indented text under a name at the margin as a definition: ": text"."""
    indent, is_defined = 0, False
    for index in range(start, end):
        line = lines[index].expandtabs(4)
        deep = len(line) - len(line.lstrip())
        if not line.strip() or not deep:
            indent = 0 if line.strip() else indent
            is_defined = is_defined if not line.strip() else _DEFINITION.match(line) is not None
            continue
        if is_defined:
            continue
        if not indent and lines[index - 1].strip():
            indent = deep
            lines[index] = f": {line[deep:]}"
        elif indent:
            lines[index] = "  " + line[min(deep, indent) :]


_OF_SPHINX = re.compile(
    r"\s{0,3}(?P<sign>`{3,}|:{3,}|~{3,})\{(?P<kind>eval-rst|csv-table)\}(?P<title>[^\n]*)"
)
_INNER = re.compile(r"\.\. (?P<kind>glossary|list-table|csv-table)::(?P<title>[^\n]*)")
_TOLD = re.compile(r"\s*:(?P<key>[\w-]{1,40}):\s*(?P<said>[^\n]*)$")


def tables(text: str) -> str:
    """The text with tables of values, and lists in directives of reStructuredText, as those of Markdown."""
    if "{eval-rst}" not in text and "{csv-table}" not in text:
        return text
    lines = text.split("\n")
    for start, line in enumerate(lines):
        if found := _OF_SPHINX.fullmatch(line):
            near = range(start + 1, min(start + MAX_BOX, len(lines)))
            end = next((i for i in near if lines[i].strip() == found["sign"]), 0)
            kind = _opened(lines, start, end, found["sign"]) if found["kind"] == "eval-rst" else found["kind"]
            if kind == "csv-table" and end:
                _as_rows(lines, start, end)
    return "\n".join(lines)


def _opened(lines: list[str], start: int, end: int, sign: str) -> str:
    """Write the one directive inside of another as that of MyST; return its kind, "" for others."""
    first = next((i for i in range(start + 1, end) if lines[i].strip()), end)
    found = _INNER.match(lines[first]) if first < end else None
    if not found:
        return ""
    inner = [line for line in lines[first + 1 : end] if line.strip()]
    margin = min((len(line) - len(line.lstrip()) for line in inner), default=0)
    if not margin:
        return ""
    lines[start : first + 1] = [f"{sign}{{{found['kind']}}}{found['title']}", *([""] * (first - start))]
    lines[first + 1 : end] = [line[margin:] for line in lines[first + 1 : end]]
    return found["kind"]


def _as_rows(lines: list[str], start: int, end: int) -> None:
    """Write a table of values as rows between bars; each keeps its line."""
    heads, at = "", start + 1
    while at < end and (not lines[at].strip() or (told := _TOLD.match(lines[at]))):
        if lines[at].strip() and told and told["key"] == "header":
            heads = told["said"]
        lines[at] = ""
        at += 1
    lines[start] = lines[end] = ""
    if not heads and at > start + 1:  # the first row is the header, one line higher
        heads, lines[at] = lines[at], ""
        at += 1
    if heads and at - 2 >= start:
        lines[at - 2] = _row(heads)
        lines[at - 1] = "|" + " --- |" * lines[at - 2].count(" |")
    for index in range(at, end):
        if lines[index].strip():
            lines[index] = _row(lines[index])


def _row(line: str) -> str:
    cells = next(csv.reader([line], skipinitialspace=True), [])
    return "| " + " | ".join(cell.strip().replace("|", "\\|") for cell in cells) + " |"


_DIRECTIVE = re.compile(
    r"\s{0,12}(?P<sign>`{3,}|:{3,}|~{3,})\{(?P<kind>note|tip|hint|important|warning|caution|danger|attention|error|"
    r"seealso|admonition|dropdown|details|card|grid-item-card|tab-item|topic|sidebar|margin|aside|"
    r"(?:prf|proof):[a-z]{4,20}|grid|tab-set|card-carousel|div)\}(?P<title>[^\n]*)"
)
MAX_BOX = 2_000  # lines of a box at most
_LAYOUT = frozenset(["grid", "tab-set", "card-carousel", "div"])  # boxes around others, without a title
_OPTION = re.compile(r"\s*:[\w-]{1,40}:(?:\s|$)")
_PART_OF_CARD = re.compile(r"\s*(?:\+{3,}|\^{3,})\s*")
_SENTENCE = re.compile(r"[.!?:…]$")
_FENCE = re.compile(r"\s{0,12}(?P<sign>`{3,}|~{3,})")


def boxes(lines: list[str]) -> None:
    """Write the titles of boxes over their texts, without options; those without one get fences of colons."""
    index = 0
    while index < len(lines):
        found = _DIRECTIVE.fullmatch(lines[index])
        if found:
            _unboxed(lines, index, found)
        elif admonished := _ADMONISHED.match(lines[index]):  # of mdBook
            _admonished(lines, index, admonished)
        elif folded := _FOLDED.fullmatch(lines[index]):  # of Retype
            _folded(lines, index, folded["title"])
        elif mark := _FENCE.match(lines[index]):  # code
            after = range(index + 1, len(lines))
            if "glossary" not in lines[index]:
                index = next((i for i in after if lines[i].strip().startswith(mark["sign"])), index)
        index += 1


_ADMONISHED = re.compile(r"\s{0,3}(?P<sign>`{3,}|~{3,})\s?admonish\b(?P<told>[^`\n]{0,200})$")
_TITLE = re.compile(r"\btitle\s?=\s?(?P<sign>[\"'])(?P<said>[^\"'\n]{1,120})(?P=sign)")
_FOLDED = re.compile(r"==-[ \t]{1,4}(?P<title>\S[^\n]{0,120})")


def _admonished(lines: list[str], start: int, found: re.Match[str]) -> None:
    """Replace the fence of a box whose first line tells its title."""
    near = range(start + 1, min(start + MAX_BOX, len(lines)))
    end = next((i for i in near if lines[i].strip() == found["sign"]), near.stop)
    title = _TITLE.search(found["told"])
    lines[start] = f"###### {title['said']} {BOX}" if title else ":::note"
    if end < near.stop:
        lines[end] = "" if title else ":::"


def _folded(lines: list[str], start: int, title: str) -> None:
    """Replace the lines around a folded text."""
    near = range(start + 1, min(start + MAX_BOX, len(lines)))
    end = next((i for i in near if lines[i].strip() == "==="), 0)
    if end:
        lines[start], lines[end] = f"###### {title.strip()} {BOX}", ""


def _unboxed(lines: list[str], start: int, found: re.Match[str]) -> None:
    """Replace the marks of one box."""
    near = range(start + 1, min(start + MAX_BOX, len(lines)))
    end = next((i for i in near if lines[i].strip() == found["sign"]), near.stop)
    title = "" if found["kind"] in _LAYOUT else found["title"].strip()
    is_titled = bool(title) and not _SENTENCE.search(title)
    lines[start] = f"###### {title} {BOX}" if is_titled else title or f":::{{{found['kind']}}}"
    if end < near.stop:
        lines[end] = "" if title else ":::"
    for index in range(start + 1, end):
        if not _OPTION.match(lines[index]):
            break
        lines[index] = ""
    for index in range(start + 1, end):
        if _PART_OF_CARD.fullmatch(lines[index]):
            lines[index] = ""
