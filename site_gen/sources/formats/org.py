"""Org mode to blocks: headings, description lists, tables and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from html.entities import html5

from site_gen.sources.draft import Reading, Skipped
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.wiki_lines import BOLD, STRUCK, Inline, Page, read_as
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_roles import field_of, is_exact, role_of

_HEADING = re.compile(
    r"(?P<marks>\*+)\s+(?:(?:TODO|DONE|NEXT|WAITING|DRAFT|CANCELLED|REVIEW)\s+)?(?:\[#[A-C]\]\s+)?"
    r"(?P<text>\S.*?)(?<!\s)(?:\s+:[\w@#%:]+:)?\s*$"
)
_KEYWORD = re.compile(r"\s*#\+(?P<key>\w+):\s*(?P<text>.*)$")
_MARK = re.compile(r"\s*(?:#\+(?:begin|end)_\w+\b.*|#(?:\s.*)?)$", re.IGNORECASE)
_ITEM = re.compile(r"(?P<indent>\s*)(?P<mark>[-+]|\d{1,3}[.)])\s+(?:\[[ X-]\]\s+)?(?P<text>\S.*)$")
_PAIR = re.compile(r"(?P<name>\S.{0,200}?)\s+::(?:\s+(?P<text>\S.*))?$")
_FOOTNOTE = re.compile(r"\[fn:[^\]\s]+\]\s")


def _entity(found: re.Match[str]) -> str:
    """The sign that a word after a backslash stands for; other words stay as they are."""
    return _SIGNS.get(found[1]) or html5.get(f"{found[1]};", found[0])


_SIGNS = {
    "to": "→",
    "dots": "…",
    "ldots": "…",
    "EUR": "€",
    "ast": "*",
    "vert": "|",
    "under": "_",
    "nbsp": " ",
}
_INLINE: Inline = (
    (re.compile(r"(?<![\w\[:])(?:abbr|acr|acrshort|acrfull|gls|glspl|glossary):(?=\w)"), ""),
    (re.compile(r"[ \t]{0,3}\[fn:[^\]\n]{0,300}\]|<<<?[^<>\n]{1,100}>>>?"), ""),
    (re.compile(r"(?<=\S) *\[\[[^\[\]\n]{1,400}\]\[[^\w\[\]\n]{1,4}\]\]"), ""),  # a link of an arrow
    (re.compile(r"\[\[[^\[\]\n]{1,400}\]\[([^\[\]\n]{1,300})\]\]"), r"\1"),
    (re.compile(r"\[\[(?:[^\[\]\n]{0,200}[*#])?([^\[\]\n]{1,300})\]\]"), r"\1"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?![\w*])"), BOLD),
    (re.compile(r"(?<![\w/:])/(?=\S)([^/\n]{1,300}?)(?<=\S)/(?![\w/])"), r"\1"),
    (re.compile(r"(?<![\w=])=(?=\S)((?:[^=\n]|(?<=\s)=(?=\s)){1,300}?)(?<=\S)=(?![\w=])"), r"\1"),
    (re.compile(r"(?<![\w~])~(?=\S)([^~\n]{1,300}?)(?<=\S)~(?![\w~])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]{1,300}?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"(?<![\w+])\+(?=\S)([^+\n]{1,300}?)(?<=\S)\+(?![\w+])"), STRUCK),
    (re.compile(r"(?<!\s)\s*\[(?:\d{0,3}/\d{0,3}|\d{0,3}%)\](?=\s|$)"), ""),  # how much of a list is done
    (re.compile(r"\\\\\s*$"), ""),
    (re.compile(r"(?<=[^\W_])[_^]\{([^{}\n]{1,60})\}|(?<=[^\W_])[_^](\d{1,9})(?!\w)"), r"\1\2"),
    (re.compile(r"~?\\(?:cite[a-z]{0,6}|label|ref|index)\{[^{}\n]{0,200}\}"), ""),
    (re.compile(r"\\(?:emph|textit|textbf|texttt|textsc)\{([^{}\n]{0,200})\}"), r"\1"),
    (re.compile(r"@@[\w-]{1,20}:[^\n]{0,200}?@@"), ""),
    (re.compile(r"\{\{\{(\w{1,40})(?:\([^\n]{0,200}?\))?\}\}\}"), r"\1"),
    (re.compile(r"\\([A-Za-z]{2,12})(?:\{\}|(?![\w{]))"), _entity),
)
_PROPERTY = re.compile(r"\s*:(?P<key>[\w-]{2,40})\+?:\s+(?P<text>\S.*)$")
_LABELS = {"also": "Also known as", "text": "Definition"}  # for a field, the label of its paragraph
_STAMP = r"[\[<]\d{4}-\d\d-\d\d[^\[\]<>\n]{0,40}[\]>]"
_DATE = re.compile(
    rf"\s*(?:(?:(?:CLOSED|SCHEDULED|DEADLINE|CREATED):?\s*)?{_STAMP}(?:--{_STAMP})?\s*)+", re.IGNORECASE
)
_STAMPED = re.compile(_STAMP)
_WIDTHS = re.compile(r"\s*\|(?:\s*+(?:<[lcr]?\d*>\s*+)?\|)+")  # a row that only aligns columns
_NOT_PRINTED = re.compile(r"\*+\s+(?:COMMENT\b|.*:(?:noexport|ARCHIVE):)")


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of an Org document."""
    reading = read_as(page, document, chosen)
    return replace(reading, skipped=(*reading.skipped, *_not_printed(document.text)))


def _not_printed(text: str) -> Iterator[Skipped]:
    """The parts of a document that Org does not print, and its footnotes."""
    depth, begun = 0, (0, "")  # the line and the words of the part that is open
    for number, line in enumerate(text.splitlines(), 1):
        before, depth = depth, _hidden(line, depth)
        if begun[1] and (not depth or (depth <= before and _HEADING.match(line))):
            yield Skipped(line=begun[0], text=begun[1][:200], why="part that is not printed")
            begun = (0, "")
        if depth:
            begun = (begun[0] or number, f"{begun[1]} {line.strip(' *')}".strip()[:400])
        elif note := _FOOTNOTE.match(line):
            yield Skipped(line=number, text=line[note.end() :].strip()[:200], why="footnote")
    if begun[1]:
        yield Skipped(line=begun[0], text=begun[1][:200], why="part that is not printed")


_STATES = re.compile(r"^[ \t]*#\+(?:SEQ_|TYP_)?TODO:(?P<words>[^\n]{1,300})$", re.IGNORECASE | re.MULTILINE)


def _without_states(text: str) -> str:
    """The text without the states that it defines for its headings: "#+TODO: IDEA | AGREED"."""
    words = {
        word for found in _STATES.finditer(text) for word in re.findall(r"[^\W\d][\w-]*", found["words"])
    }
    if not words:
        return text
    said = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.sub(rf"^(\*+[ \t]+)(?:{said})[ \t]+(?=\S)", r"\1", text, flags=re.MULTILINE)


def page(text: str) -> str:
    """The document as lines of HTML."""
    text = _without_states(text)
    made = Page(inline=_INLINE)
    drawer = footnote = comment = False
    depth = 0
    lines = list(_at_margin(text.split("\n")))
    for index, raw in enumerate(lines):
        line = raw.rstrip()
        if re.match(r"\s*:(?:PROPERTIES|LOGBOOK|[A-Z_]{3,30}):\s*$", line, re.IGNORECASE):
            drawer = True
        if drawer:
            drawer = not re.match(r"\s*:END:\s*$", line, re.IGNORECASE)
            made.put(_property(line))
            continue
        if (depth := _hidden(line, depth)) or _DATE.fullmatch(line) or _WIDTHS.fullmatch(line):
            made.put()
            continue
        if (comment := _comment(line, comment)) or _END_COMMENT.match(line):
            made.put()
            continue
        footnote = bool(_FOOTNOTE.match(line)) or (footnote and bool(line.strip()))
        keyword = _KEYWORD.match(line)
        if footnote or _MARK.match(line) or (keyword and keyword["key"].lower() != "title"):
            made.put()
        elif keyword:
            made.put(f"<h1>{keyword['text']}</h1>".replace("&", "&amp;"))
        else:
            following = lines[index + 1] if index + 1 < len(lines) else ""
            _line(made, line, following)
    return made.text()


def _at_margin(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with each description list that is indented as a whole moved to the left margin."""
    margin = 0
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if line.strip() and indent < margin:
            margin = 0
        item = _ITEM.match(line) if indent and not margin else None
        if item and _PAIR.match(item["text"]):
            margin = indent
        yield line[margin:]


_COMMENT = re.compile(r"\s*#\+begin_(?:comment|export)\b", re.IGNORECASE)
_END_COMMENT = re.compile(r"\s*#\+end_(?:comment|export)\b", re.IGNORECASE)


def _comment(line: str, inside: bool) -> bool:
    """Whether a line is inside a block that is not printed."""
    return bool(_COMMENT.match(line)) or (inside and not _END_COMMENT.match(line))


def _hidden(line: str, depth: int) -> int:
    """The depth of the heading whose part Org does not print and in which the line stands; 0 outside."""
    head = _HEADING.match(line)
    if head and (not depth or len(head["marks"]) <= depth):
        return len(head["marks"]) if _NOT_PRINTED.match(line) else 0
    return depth


def _property(line: str) -> str:
    """A property of a heading that tells something of its term, as a labelled paragraph."""
    found = _PROPERTY.match(line)
    key = (
        found["key"].replace("_", " ").lower().removeprefix("roam ").removeprefix("custom ") if found else ""
    )
    if not found or not is_exact(key) or not (label := _LABELS.get(field_of(role_of(key)))):
        return ""
    if found["text"].startswith("$"):  # a sign in a formula
        return ""
    text = found["text"]
    if label == _LABELS["also"] and '"' in text:  # names with blanks stand in quotes, others without
        text = ", ".join(quoted or bare for quoted, bare in re.findall(r'"([^"\n]*)"|([^\s"]+)', text))
    return f"<p>{escape(label)}: {escape(text)}</p>"


def _line(made: Page, line: str, following: str) -> None:
    head = _HEADING.match(line)
    item = _ITEM.match(line)
    if not line.strip():
        made.blank()
    elif head:
        made.heading(len(head["marks"]) + 1, head["text"])
    elif re.fullmatch(r"\s*-{5,}\s*", line):
        made.close()
        made.put("<hr>")
    elif line.lstrip().startswith("|"):
        _row(made, line.strip(), following)
    elif (
        item
        and (pair := _PAIR.match(item["text"]))
        and not _STAMPED.match(pair["name"])
        and not (made.open[:1] == ["dl"] and item["indent"])
    ):
        made.pair(pair["name"], pair["text"] or "")
    elif item and made.open[:1] == ["dl"] and item["indent"]:
        made.inside(item["text"])
    elif item:
        depth = 1 + len(item["indent"]) // 2
        mark = "*" if item["mark"] in "-+" else "#"
        made.item(mark * min(depth, 5), item["text"], {"*": "ul", "#": "ol"})
    else:
        if made.open and made.open[-1] != "p" and not line[:1].isspace():
            made.close()
        made.line(line.strip())


def _row(made: Page, line: str, following: str) -> None:
    if line.startswith("|-"):
        made.put()
        return
    header = made.open != ["table"] and following.lstrip().startswith("|-")
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    made.row((header, cell) for cell in cells)
