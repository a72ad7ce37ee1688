"""AsciiDoc to blocks: sections, labelled lists, tables, paragraphs. No file is included or downloaded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from site_gen.sources.draft import Reading
from site_gen.sources.formats import asciidoc_data, asciidoc_languages
from site_gen.sources.formats.decode import put_in
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.wiki_lines import BOLD, BREAK, MAX_BYTES, STRUCK, Inline, Page, read_as
from site_gen.sources.shape.columns import Chosen

_HEADING = re.compile(r"(?P<marks>={1,6}|#{1,6})\s+(?P<text>\S.*?)(?<!\s)(?:\s+=+)?\s*$")
_TERM = re.compile(
    r"\s*(?P<term>\S(?:(?!::|;;).)*?(?:[^:;\s])|[^\W_])[ \t]{0,3}"
    r"(?P<mark>:{2,4}|;;)(?:\s+(?P<text>\S.*))?\s*$"
)
_ITEM = re.compile(r"\s*(?P<marks>\*{1,5}|-|\.{1,5}|\d{1,3}\.)\s+(?P<text>\S.*)$")
_ATTRIBUTE = re.compile(r":!?[\w-]+!?:(?:\s|$)")
_BLOCK_ATTRIBUTES = re.compile(  # the source of a quotation may be a link: "[quote, 'https://…[A book]']"
    r"\[(?:\[[^\]]*\]|[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\s*$"
)
_ONLY_ANCHOR = re.compile(r"\A\[\[(?P<id>[^\[\],]{1,60})(?:,[^\[\]]{0,200})?\]\]\Z")  # in place of a name
_MACRO = re.compile(r"(?:include|image|video|audio|toc|ifdef|ifndef|endif|ifeval)::[^\s\[]*\[.*\]\s*$")
_FENCE = re.compile(r"(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|--|`{3,}\w*)\s*$")
_CELL = re.compile(
    r"(?:(?:^|(?<=\s))(?:\d+\*|(?P<wide>\d{0,2})(?:\.\d+)?\+)?[<^>.]{0,3}[aehlmsdv]?)?(?<!\\)\|"
)
_COLUMNS = re.compile(r"cols\s*=\s*\"?(?P<cols>[^\"\]]*)")
_DEFINED = re.compile(r"^:(?P<name>\w[\w-]{0,60}):[ \t]+(?P<text>\S[^\n]{0,200}?)[ \t]*$", re.MULTILINE)
_REFERENCE = re.compile(r"(?<![\\${])\{(?P<name>\w[\w-]{0,60})\}(?!\})")
_CHARACTERS = {  # attributes that AsciiDoc itself defines
    "nbsp": " ", "sp": " ", "empty": "", "blank": "", "zwsp": "", "wj": "", "apos": "'", "quot": '"',
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "deg": "°", "plus": "+", "brvbar": "¦",
    "vbar": "|", "amp": "&", "lt": "<", "gt": ">", "startsb": "[", "endsb": "]", "caret": "^",
    "asterisk": "*", "tilde": "~", "backslash": "\\", "backtick": "`", "two-colons": "::",
    "two-semicolons": ";;", "cpp": "C++", "cxx": "C++", "pp": "++",
}  # fmt: skip
_INLINE: Inline = (
    (re.compile(r"(?:\[\[[^\]\n]{0,200}\]\]|anchor:[\w-]+\[[^\]]*\])(?:#{4})?"), ""),  # with an empty mark
    (re.compile(r"[ \t]{0,3}footnote(?:ref)?:[\w-]*\[[^\]\n]{0,500}\]"), ""),
    (re.compile(r"<<[^,<>\n]{1,200},\s*([^<>\n]{1,200})>>"), r"\1"),
    (re.compile(r"<<#?([^<>\n]{1,200})>>"), r"\1"),
    (re.compile(r"\(\(\([^()\n]{0,300}\)\)\)|indexterm:\[[^\]]{0,300}\]"), ""),
    (re.compile(r"\(\(([^()\n]{1,200})\)\)|indexterm2:\[([^\]]{1,200})\]"), r"\1\2"),
    (re.compile(r"(?:link|xref|mailto|https?)(?::|//)[^\s\[\]]{1,500}"
                r"\[([^],\n]{1,300}?)(?:,[^]\n]{0,300}|\^)?\]"), r"\1"),
    (re.compile(r"(?:kbd|btn|menu|term|stem|pass|abbr):[\w-]{0,30}\[([^\]\n]{0,300})\]"), r"\1"),
    (re.compile(r"(?:icon|image):[^\s\[\]]{0,300}\[[^\]\n]{0,300}\]"), ""),
    (re.compile(r"\[\.?line-through\](#{1,2})(?=\S)([^#\n]{1,300}?)\1"), STRUCK.replace("1", "2")),
    (re.compile(r"\[[.#\w][\w .#-]{0,80}\](?=[#*_`])"), ""),
    (re.compile(r"(?<!\w)\"`([^`\n]{1,300})`\""), r"“\1”"),
    (re.compile(r"(?<!\w)'`([^`\n]{1,300})`'"), r"‘\1’"),
    (re.compile(r"\*\*(?=\S)([^*\n]{1,300})\*\*|(?<![\w*])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?![\w*])"),
     lambda found: BOLD.replace("\\1", found[1] or found[2])),
    (re.compile(r"(?<![\w_])_{1,2}(?=\S)([^_\n]{1,300}?)(?<=\S)_{1,2}(?![\w_])"), r"\1"),
    (re.compile(r"`\+?([^`\n]{1,300}?)\+?`"), r"\1"),
    (re.compile(r"(?<!\w)\+{1,3}(?=\S)([^+\n]{1,300})\+{1,3}(?!\w)"), r"\1"),
    (re.compile(r"(?<!\w)#(?=\S)([^#\n]{1,300}?)(?<=\S)#(?!\w)"), r"\1"),
    (re.compile(r"\^(?!\^)(\S{1,60}?)\^|(?<!~)~(?!~)(\S{1,60}?)~"), r"\1\2"),
    (re.compile(r"\s\+$"), BREAK),
    (_REFERENCE, lambda found: _CHARACTERS.get(found["name"].lower(), found[0])),
    (re.compile(r"\\(?=[*_`#\[{<|])"), ""),
)  # fmt: skip


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of an AsciiDoc document, in the language of the site where its regions tell languages."""
    text, left = asciidoc_languages.in_language(document.text, document.language)
    reading = read_as(page, replace(document, text=text), chosen)
    return replace(reading, skipped=(*reading.skipped, *left)) if left else reading


_ANCHORED = re.compile(
    r"\[(?:\[|#)(?P<id>[^\],\n]{1,100})\]{1,2}[ \t]*(?:\n(?:={1,6}[ \t]+)?)?"
    r"(?P<name>[^\s:\[\].=|][^:\n]{0,100}?)(?:::|$)",
    re.MULTILINE,
)
_BARE = re.compile(r"<<#?(?P<id>[^,<>\n]{1,200})>>")


NESTED = 3  # an attribute may name others, whose texts name others again


def _resolved(text: str) -> str:
    """The text with the attributes that it defines, as in ":product: Voicebox", for their names.

    Raises ``UnreadableError`` if the text would grow too large.
    """
    told = {found["name"].lower(): found["text"] for found in _DEFINED.finditer(text)}
    for _ in range(NESTED if told else 0):
        text = put_in(_REFERENCE, lambda found: told.get(found["name"].lower(), found[0]), text, MAX_BYTES)
    return text


def _told(text: str) -> str:
    """The text with the name of its target in each reference that only has an anchor: "<<ru>>"."""
    names = {found["id"]: found["name"].strip() for found in _ANCHORED.finditer(text)}
    return put_in(_BARE, lambda found: f"<<{found['id']},{_shown_as(found['id'], names)}>>", text, MAX_BYTES)


def _shown_as(anchor: str, names: Mapping[str, str]) -> str:
    """The words of a reference: the anchor itself if it is the name in small letters, else the name."""
    name = names.get(anchor, anchor)
    return anchor if name.casefold() == anchor.casefold() else name


TIGHT = 5  # headings right below another line from which all are read, as in Typst
_UNDER = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}  # signs under a title, with its level


def _is_tight(lines: Sequence[str]) -> bool:
    """Whether headings stand right below other lines, as Typst allows, so that each of them is one."""
    return sum(bool(_HEADING.match(line) and above.strip()) for above, line in pairwise(lines)) >= TIGHT


def _with_one_line_titles(lines: list[str]) -> list[str]:
    """The lines, with titles that are underlined written as others are: "Glossary" over "--------"."""
    out = list(lines)
    for index in range(len(out) - 1):
        title, under = out[index].strip(), out[index + 1].rstrip()
        drawn = len(under) > 2 and under == under[:1] * len(under) and under[0] in _UNDER
        alone = not index or not out[index - 1].strip() or out[index - 1].startswith(("[", "//"))
        if drawn and alone and title[:1].isalnum() and abs(len(title) - len(under)) <= 2:
            out[index], out[index + 1] = f"{'=' * _UNDER[under[0]]} {title}", ""
    return out


def page(text: str) -> str:
    """The document as lines of HTML."""
    made = Page(inline=_INLINE)
    lines = _with_one_line_titles(_told(_resolved(text)).split("\n"))
    tight, more = _is_tight(lines), _terms_follow(lines)
    options, fence, outer, index = "", "", "", 0  # outer: the sign after the names of the outermost list
    header, gap, attached = False, False, False  # under the title; after a blank line; in an attached block
    while index < len(lines):
        line = lines[index].rstrip()
        if line.startswith(("|===", ",===", ":===", "!===")):
            index, options = _table(made, lines, index, options), ""
            continue
        if fence or line.startswith("////"):
            fence = _fenced(made, line, fence)
        elif not line.strip():
            header, gap = False, True
            _blank(made)
        elif line.startswith("//") or _ATTRIBUTE.match(line) or _MACRO.match(line) or line in ("'''", "<<<"):
            made.put()
        elif _BLOCK_ATTRIBUTES.match(line) and not _TERM.match(line):
            options = line
            made.put()
        elif header and not _HEADING.match(line):
            made.put()
        elif (head := _HEADING.match(line)) and (gap or tight or not made.open):
            made.heading(len(head["marks"]), head["text"])
            header = len(head["marks"]) == 1 and index < 5
        elif _FENCE.match(line):
            fence = line if line.startswith(("----", "....", "++++", "```")) else ""
            attached = line == "--" and not attached and lines[index - 1].strip() == "+"
            made.put()
        elif line.startswith(".") and re.match(r"\.[^\s.]", line):
            _titled(made, line[1:], lines[max(index - 1, 0) : index + 3])
        else:
            _end(made, line, gap and not attached and not more[index])
            outer = _text(made, line, gap and not attached, outer if made.open[:1] == ["dl"] else "")
            gap = False
        gap = gap or not line.strip()
        index += 1
    return made.text()


_BOXED = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--)\s*$")  # but no listing
_BESIDE = re.compile(r"\[(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|source|listing|verse)\b")


def _titled(made: Page, title: str, near: Sequence[str]) -> None:
    """Read a line with a title: over a box or paragraph it heads its text, elsewhere it is no text.

    ``near`` are the lines from the one before it to the second one after it.
    """
    own = next((place for place, line in enumerate(near[:2]) if line.rstrip() == f".{title}"), 0)
    following = () if any(map(_BESIDE.match, near[: own + 2])) else near[own + 1 :]
    over_text = bool(following) and following[0][:1].isalnum() and not _MACRO.match(following[0])
    if over_text or any(_BOXED.match(line) for line in following):
        made.heading(6, f"{title} {{.box}}")
    else:
        made.put()


def _fenced(made: Page, line: str, fence: str) -> str:
    """Read a line of a comment or code block; return the fence that is still open."""
    if not fence:
        made.put()
        return "////"
    if line == fence or (fence == "////" and line.startswith("////")):
        made.put()
        return ""
    if fence == "////" or _MACRO.match(line):
        made.put()
    else:
        made.line(line)
        made.more("<br>")
    return fence


def _blank(made: Page) -> None:
    if made.open and made.open[-1] == "p":
        made.blank()
    elif made.open[:1] == ["dl"] and made.open[-1] == "dd":
        made.put("<p></p>")
    else:
        made.put()


def _text(made: Page, line: str, gap: bool, outer: str) -> str:
    """Read a line of text; return the sign of the outermost list of names, which is ``outer`` before it.

    A name with another sign is part of the text above, unless it has an anchor, so that others refer to it.
    """
    in_list = made.open[:1] == ["dl"]
    term = _TERM.match(line)
    if line == "+":
        made.put("<p></p>" if made.open else "")
    elif term and (term["mark"] == (outer or term["mark"]) or made.open[-1] != "dd" or line.startswith("[[")):
        outer = outer or term["mark"]
        name = _ONLY_ANCHOR.sub(r"\g<id>", term["term"])
        if term["text"]:
            made.pair(name, term["text"])
        else:
            made.term(name)
    elif term:
        made.line(f"{term['term']}: {term['text'] or ''}")
    elif item := _ITEM.match(line):
        _item(made, item, in_list)
    elif in_list and made.open[-1] == "dl":
        made.definition(line.strip())
    else:
        if gap and in_list and not line[:1].isspace() and not _continued(made):
            made.close()
        made.line(line.strip())
    return outer


def _terms_follow(lines: Sequence[str]) -> list[bool]:
    """For each line whether a term with a text follows before the next heading."""
    out, follows = [False] * len(lines), False
    for index in range(len(lines) - 1, -1, -1):
        out[index] = follows
        follows = bool(_TERM.match(lines[index])) or (follows and not _HEADING.match(lines[index]))
    return out


def _end(made: Page, line: str, alone: bool) -> None:
    """End a list of terms before a line that stands alone below it, and is no item of a list itself."""
    inside = made.open[:1] == ["dl"] and made.open[-1] == "dd"
    if alone and inside and not line[:1].isspace() and line != "+" and not _ITEM.match(line):
        made.close()


def _continued(made: Page) -> bool:
    """Whether the last line is a continuation mark (a plus sign), so that the text continues."""
    return any(line == "<p></p>" for line in made.lines[-1:])


def _item(made: Page, item: re.Match[str], in_list: bool) -> None:
    if in_list and made.open[-1] == "dl":
        made.definition(item["text"])
    elif in_list:
        made.inside(item["text"])
    else:
        marks = item["marks"]
        numbered = marks[0] in ".0123456789"
        depth = 1 if marks[0].isdigit() else len(marks)
        made.item("#" * depth if numbered else "*" * depth, item["text"], {"#": "ol", "*": "ul"})


def _table(made: Page, lines: Sequence[str], start: int, options: str) -> int:
    """Read a table between two lines of bar and equals signs; return the index of the line after it."""
    mark = lines[start].rstrip()
    end = next((i for i in range(start + 1, len(lines)) if lines[i].rstrip() == mark), len(lines) - 1)
    if parted := asciidoc_data.sign(mark, options):
        lines = [*lines[: start + 1], *asciidoc_data.as_cells(lines[start + 1 : end], parted), *lines[end:]]
    cells = list(_cells(lines, start + 1, end))
    first = next((cell.line for cell in cells), start)
    in_first = sum(cell.wide for cell in cells if cell.line == first)
    told = _COLUMNS.search(options)
    width = (_width(told["cols"]) if told else 0) or in_first
    blank = first + 1 < end and not lines[first + 1].strip() and in_first == width
    header = "header" in options or blank
    rows = {row[0].line: row for row in _rows(cells, width)}
    made.close()
    for index in range(start, end + 1):
        row = rows.get(index)
        if row and len(row) == 1 < row[0].wide:
            made.row([(False, row[0].text)], wide=row[0].wide)
        elif row:
            made.row((header and index == first, cell.text) for cell in row)
        else:
            made.put()
    made.close()
    return end + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A cell of a table: the line where it begins, its text, and over how many columns it goes."""

    line: int
    text: str
    wide: int = 1


def _rows(cells: Sequence[_Cell], width: int) -> Iterator[list[_Cell]]:
    """The cells by rows: a row is full when its cells go over all columns."""
    row: list[_Cell] = []
    for cell in cells:
        row.append(cell)
        if sum(part.wide for part in row) >= width:
            yield row
            row = []
    if row:
        yield row


def _cells(lines: Sequence[str], start: int, end: int) -> Iterator[_Cell]:
    """The cells of a table, each with the index of the line where it begins; comments are no text."""
    open_cell: tuple[int, int, list[str]] | None = None
    for index in range(start, end):
        line = lines[index]
        if line.startswith("//") and not line.startswith("////"):
            continue
        marks = list(_CELL.finditer(line))
        head = line[: marks[0].start()] if marks else line
        if open_cell and not (marks and not head.strip()):
            open_cell[2].append(head.strip())
        for place, mark in enumerate(marks):
            if open_cell:
                yield _closed(*open_cell)
            stop = marks[place + 1].start() if place + 1 < len(marks) else len(line)
            open_cell = (index, int(mark["wide"] or 1), [line[mark.end() : stop].strip()])
    if open_cell:
        yield _closed(*open_cell)


def _is_mark(line: str) -> bool:
    """Whether a line only begins or ends a block, such as a note in a cell."""
    return bool(line) and bool(_BLOCK_ATTRIBUTES.match(line) or _FENCE.match(line))


_PARAGRAPHS = re.compile(r"\n(?:[^\S\n]*\n)+")


def _closed(line: int, wide: int, texts: Sequence[str]) -> _Cell:
    """The cell with its texts, in which each paragraph and each item of a list has a line of its own."""
    shown = [text for place, text in enumerate(texts) if not place or not _is_mark(text)]
    shown = [f"{text[:-2]}{BREAK}" if text.endswith(" +") else text for text in shown]
    said = "\n".join(f"{BREAK}{text}" if _ITEM.match(text) else text for text in shown).strip()
    return _Cell(line=line, text=_PARAGRAPHS.sub(f"\n{BREAK}", said), wide=max(wide, 1))


def _width(columns: str) -> int:
    """The number of columns that an attribute tells: "3", "1,2a", "s,,", "2*,3"; 0 if it tells none."""
    if not columns.strip() or columns.strip().isdigit():
        return int(columns or 0)
    parts = re.split("[,;]", columns)
    return sum(int(times[1]) if (times := re.match(r"\s*(\d{1,2})\*", part)) else 1 for part in parts)
