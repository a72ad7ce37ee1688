"""Lists and tables of HTML inside Markdown: where they begin and end, also with no element around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from textwrap import dedent

from markdown_it import MarkdownIt

MAX_SPAN = 12  # lines of a span over several paragraphs
MAX_REGION = 20_000  # lines of one list or table
_REGION = re.compile(r"^\s{0,3}<(?P<tag>dl|table)\b", re.IGNORECASE)
_SPAN = re.compile(r"^\s{0,3}<(?P<tag>font|small|sub|span|em|i)\b[^<>]{0,200}>(?=.*\S)", re.IGNORECASE)
_LOOSE_TERM = re.compile(r"^\s{0,3}<dt\b", re.IGNORECASE)
_LOOSE_TEXT = re.compile(r"^\s*</?d[dt]\b", re.IGNORECASE)


def opens(line: str) -> str:
    """The element of a list or table that a line opens, else ""."""
    region = _REGION.match(line)
    return region["tag"].lower() if region else ""


_HEADED = re.compile(
    r"^\s{0,3}(?P<head>#{1,6}\s[^<>\n]{1,200}?)\s*(?P<html><(?P<tag>dl|table|ul|ol|details|div)\b[^\n]*)$",
    re.IGNORECASE,
)


def under_heading(line: str) -> tuple[str, str, str] | None:
    """A heading in whose line a list or table of HTML begins, that HTML, and its tag; else None."""
    found = _HEADED.match(line) if "<" in line else None
    return (found["head"], found["html"], found["tag"].lower()) if found else None


def is_loose(line: str) -> bool:
    """Whether a line begins a name of a definition list that nothing opens: "<dt>…</dt>"."""
    return _LOOSE_TERM.match(line) is not None


def region_end(lines: Sequence[str], start: int, tag: str) -> int:
    """The index after the line that closes an HTML list or table; 0 if no line does."""
    depth = 0
    for index in range(start, min(len(lines), start + MAX_REGION)):
        low = lines[index].lower()
        depth += len(re.findall(rf"<{tag}\b", low)) - low.count(f"</{tag}")
        if depth <= 0:
            return index + 1 if low.rstrip().endswith((f"</{tag}>", ">")) else 0
    return 0


_TAGGED = re.compile(r"\s*</?[a-zA-Z!]")


def with_markdown(lines: Sequence[str]) -> list[str]:
    """The lines of a list or table of HTML, with Markdown in it as HTML: that begins after a blank line."""
    out, index = list(lines), 1
    while index < len(out):
        if out[index - 1].strip() or not out[index].strip() or _TAGGED.match(out[index]):
            index += 1
            continue
        end = next((i for i in range(index, len(out)) if _TAGGED.match(out[i])), len(out))
        made = _parser().render(dedent("\n".join(out[index:end]))).replace("\n", " ")
        out[index:end] = [made, *("" for _ in range(index + 1, end))]
        index = end + 1
    return out


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 30})


def loose_end(lines: Sequence[str], start: int) -> int:
    """The index after names and texts of a definition list that nothing opens: "<dt>…</dt> <dd>…</dd>"."""
    end, index, is_open = start + 1, start, False
    while index < min(len(lines), start + MAX_REGION):
        low = lines[index].lower()
        if low.strip() and not is_open and not _LOOSE_TEXT.match(low):
            break
        is_open = max(low.rfind("<dt"), low.rfind("<dd")) > max(low.rfind("</dt"), low.rfind("</dd"))
        end = index + 1 if low.strip() else end
        index += 1
    return end


_MARKED = re.compile(
    r"<(?P<tag>div|section|p|td|span)\b[^<>]{0,300}\smarkdown(?:=[\"']?(?:1|block|span)[\"']?)?[\s>]"
)
_LINK = re.compile(r"(?<!!)\[(?P<said>[^\[\]\n]{1,200})\]\((?P<to>[^()\s\"<>]{1,400})\)")
_BOLD = re.compile(r"(?<![\w*])\*\*(?=\S)(?P<said>[^*\n]{1,200})(?<=\S)\*\*(?![\w*])")


def inline_html(line: str) -> str:
    """A line with its links and bold words as HTML."""
    return _BOLD.sub(r"<b>\g<said></b>", _LINK.sub(r'<a href="\g<to>">\g<said></a>', line))


def with_marks(lines: list[str]) -> None:
    """Write links and bold words as HTML in boxes that say that Markdown is in them: markdown="1"."""
    close = ""
    for index, line in enumerate(lines):
        opened = None if close else _MARKED.search(line)
        if opened:
            close = f"</{opened['tag'].lower()}"
        elif close:
            lines[index] = inline_html(line)
        if close and close in line.lower():
            close = ""


_BARE = re.compile(r"\s*(?:</?(?:details|summary|section|div)\b[^<>]{0,300}>\s*){1,8}", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6} \S")


def free_headings(lines: list[str]) -> None:
    """Take away the tags of boxes over a heading, which would be HTML with them, and those that end it."""
    bare = [not line.isspace() and _BARE.fullmatch(line) is not None for line in lines]
    headed = [_HEADING.match(line) is not None for line in lines]
    for index, is_bare in enumerate(bare):
        closes = index > 0 and headed[index - 1] and lines[index].lstrip().startswith("</")
        if is_bare and (closes or any(headed[index + 1 : index + 2])):
            lines[index] = ""


def join_spans(lines: list[str]) -> None:
    """Make one paragraph of those inside of a span that begins at a margin: a note in small letters."""
    for index, line in enumerate(lines):
        opened = _SPAN.match(line)
        close = f"</{opened['tag'].lower()}>" if opened else ""
        if not opened or close in line.lower():
            continue
        near = range(index + 1, min(index + MAX_SPAN, len(lines)))
        end = next((i for i in near if close in lines[i].lower()), index)
        for place in range(index + 1, end):
            lines[place] = lines[place] if lines[place].strip() else "&#32;"
