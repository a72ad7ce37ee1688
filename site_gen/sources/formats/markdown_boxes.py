"""Boxes of Markdown: admonitions and tabs ("!!! note"), alerts ("> [!NOTE]") and fenced divs ("::: tip").

A title of a box becomes a heading with a mark, its text stands below without indent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.sources.formats.inline_markup import BOX
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.sections import is_facet

BOXES = 2  # titles of boxes, less the headings, from which they name terms
REMARK = 200  # lines of a remark at most
_HEADED = re.compile(r" {0,3}#{1,6}\s")
_ADMONITION = re.compile(
    r"^(?P<indent> *)(?:!!!|\?\?\?\+?|===)\s*(?P<kind>[\w -]*?)\s*(?:\"(?P<title>[^\"]*)\")?\s*$"
)
_DIV = re.compile(
    r"^\s*:{3,}\s*(?:\{?[.\w-]*\}?)?\s*(?:\[(?P<boxed>[^\]]*)\]|(?P<title>[^\s{:][^{}]*?))?\s*(?:\{[^}]*\})?\s*$"
)
_ALERT = re.compile(r"^(?P<head>\s*>\s*)\[![A-Za-z]+\][+-]?\s*(?P<title>.*)$")
_NAMED_DIV = re.compile(  # a box around a name: "::: {.glossary-term}"
    r"^\s*:{3,}\s*\{?\s*\.?(?:[\w-]*[-_]|gls|gloss|glossary)?(?:term|headword|lemma)\b[^{}]*\}?\s*$",
    re.IGNORECASE,
)


def as_heading(title: str) -> str:
    """The title of a box as a line of its own."""
    return f"###### {title} {BOX}"


def is_heading(line: str) -> bool:
    """Whether a line is a heading with number signs, the title of a box or not."""
    return _HEADED.match(line) is not None


def name_terms(lines: Sequence[str]) -> bool:
    """Whether the titles of boxes name terms: there are several more of them than headings.

    A box without a title below such a box is a remark on its term.
    """
    return sum(map(is_titled, lines)) - sum(map(is_heading, lines)) >= BOXES


def named(lines: list[str], index: int) -> bool:
    """Whether a box around a name began here, which is a heading now."""
    if not _NAMED_DIV.match(lines[index]) or not re.match(r"\w", "".join(lines[index + 1 : index + 2])):
        return False
    lines[index], lines[index + 1] = "", as_heading(lines[index + 1].strip())
    return True


def begun(line: str) -> str:
    """The first line of an alert or a div as a heading with its title; other lines as they are."""
    if alert := _ALERT.match(line):
        title = alert["title"].strip()
        return f"{alert['head']}{as_heading(title)}" if title else alert["head"]
    if line.lstrip().startswith(":::"):
        title = _title_of_div(line)
        return as_heading(title) if title else ""
    return line


_BOX_NAME = re.compile(r"\b(?:name|title|term|data-latex)\s*=\s*[\"'“]([^\"'”{}]{1,90})[\"'”]")
_BARE_DIV = re.compile(r"^\s*:{3,}\s*\{?\.?[a-z][\w-]{2,20}\}?\s*$")
_KIND_FIRST = re.compile(  # "::: tip Anchor"
    r"^\s*:{3,}\s*(?:tip|note|info|warning|danger|details|caution|important|success|abstract|question|example|hint|"
    r"summary|quote|definition|term|spoiler|collapse|expand|toggle|accordion)\s+(?=\S)",
    re.IGNORECASE,
)
_CLASS_FIRST = re.compile(r"^\s*:{3,}\s*\{[^{}]*\}")


def _title_of_div(line: str) -> str:
    """The title in the first line of a box; a single word is its class, unless braces stand before it."""
    boxed = _DIV.match(line)
    if boxed and boxed["boxed"]:
        return boxed["boxed"].strip()
    title = (boxed["title"] or "") if boxed else ""
    if title and (not re.fullmatch(r"[\w-]+", title) or _CLASS_FIRST.match(line) or _KIND_FIRST.match(line)):
        return title
    told = _BOX_NAME.search(line)
    return told[1].strip() if told else ""


def end_of_remark(lines: Sequence[str], index: int) -> int:
    """The index after a box without a title that begins here; 0 for other lines."""
    line, after = lines[index], range(index + 1, min(len(lines), index + REMARK))
    boxed, alert = _ADMONITION.match(line), _ALERT.match(line)
    if boxed and boxed["kind"] and not boxed["title"]:
        inner = len(boxed["indent"]) + 1
        ends = (i for i in after if lines[i].strip() and not lines[i].startswith(" " * inner))
    elif alert and not alert["title"].strip():
        ends = (i for i in after if not lines[i].lstrip().startswith(">"))
    elif _BARE_DIV.match(line):
        ends = (i + 1 for i in after if lines[i].strip().strip(":") == "" and ":" in lines[i])
    else:
        return 0
    return next(ends, after.stop)


def is_titled(line: str) -> bool:
    """Whether a line is the title of a box, or has become one."""
    boxed = _ADMONITION.match(line) or _ALERT.match(line)
    title = boxed["title"] if boxed else ""
    own = bool(title and not _tells_of_record(title)) or (
        line.lstrip().startswith(":::") and bool(_title_of_div(line))
    )
    return own or line.rstrip().endswith(BOX)


def unboxed(lines: list[str], start: int) -> bool:
    """Whether an admonition or tab began here; its title is a heading now, its text has no indent."""
    boxed = _ADMONITION.match(lines[start])
    if not boxed or not (boxed["kind"] or boxed["title"]):
        return False
    indent = len(boxed["indent"])
    lines[start] = as_heading(boxed["title"]) if boxed["title"] else ""
    about = _tells_of_record(boxed["title"] or "")
    if about:
        lines[start] = _aside(boxed["title"])
    for index in range(start + 1, len(lines)):
        line = lines[index].expandtabs(4)
        if line.strip() and len(line) - len(line.lstrip()) < indent + 4:
            break
        lines[index] = _aside(line) if about else line[indent + 4 :]
    return True


_RECORD = re.compile(r"[*_]{0,2}(?P<label>[^\W\d_][^:*_\n]{0,30}):[*_]{0,2}\s+\S")


def _tells_of_record(title: str) -> bool:
    """Whether the title of a box tells of the record around it, and names nothing: "**ID:** T-17"."""
    found = _RECORD.match(title)
    label = found["label"] if found else ""
    return is_exact(label) and role_of(label) == "-" and not is_facet(label)


def _aside(line: str) -> str:
    """A line as a comment, which is told and is no content."""
    return f"<!-- {line.strip().replace('--', '- -')} -->" if line.strip() else ""
