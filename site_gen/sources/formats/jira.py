"""Wiki text of Jira and Confluence to blocks: headings, tables, lists, bold names, the content of macros."""

from __future__ import annotations

import re

from site_gen.sources.draft import Reading
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.wiki_lines import BOLD, BREAK, STRUCK, Inline, Page, read_as, shown
from site_gen.sources.shape.columns import Chosen

_HEADING = re.compile(  # with the class or place of Textile: "h3(#slot). Slot"
    r"\s*h(?P<depth>[1-6])(?:\([^()\n]{0,60}\)|\{[^{}\n]{0,90}\}|[<>=]){0,3}\.\s+(?P<text>\S.*)$"
)
_ITEM = re.compile(r"\s*(?P<marks>[*#-]{1,6})\s+(?P<text>\S.*)$")
_BOX = re.compile(
    r"\s*\{(?P<kind>panel|expand|note|info|tip|warning|section|quote)(?::(?P<told>[^}]*))?\}\s*(?P<rest>.*)$"
)
_TITLE = re.compile(r"(?:^|\|)\s*title\s*=\s*(?P<said>[^|]*)|^(?P<bare>[^=|]+)(?=\||$)")
_NOTE = re.compile(r"fn\d{1,3}(?:\([^()\n]{0,60}\))?\.\s")  # a footnote of Textile
_ESCAPED = re.compile(r"\\(?P<sign>[\[\]{}])")
_MACRO = re.compile(r"\{/?(?:[a-z][\w-]{1,30})(?::[^{}\n]{0,300})?\}")
_LINK = re.compile(  # what may hold a bar that parts no cells: a link, a picture, a macro, code
    r"(?<!\\)\[[^\]\n]{1,300}\]|(?<![\w!])![^\s!|][^!|\n]{0,200}\|[^!|\n]{0,100}!(?!\w)|"
    r"(?<!\\)\{[a-z][\w-]{1,30}:[^{}\n]{0,300}\}|\{\{[^{}\n]{1,300}\}\}"
)
_CELLS = re.compile(r"(?<!\\)(?P<mark>\|\||\|)")
_SIGNS = dict(zip("\ue014\ue015\ue016\ue017", "[]{}", strict=True))  # private use: signs that are no marks
_INLINE: Inline = (
    (_ESCAPED, lambda found: next(key for key, sign in _SIGNS.items() if sign == found["sign"])),
    (re.compile(r"\{\{([^{}\n]{1,300})\}\}"), r"\1"),
    (re.compile(r"%(?:\{[^{}%\n]{1,90}\}|\([^()%\n]{1,60}\))([^%\n]{1,300})%"), r"\1"),  # styles of Textile
    (re.compile(r"\{([*_+^~-])\}"), r"\1"),  # as newer editors write it: "{*}bold{*}"
    (re.compile(r"(?<![\w@])@(?=[^\s@])([^@|\n]{1,100}?)(?<=\S)@(?![\w@])"), r"\1"),  # code of Textile
    (re.compile(rf"(?<=\S)[ \t]{_MACRO.pattern}(?=[.,;:!?)])"), ""),
    (_MACRO, ""),
    (re.compile(r"![^\s!|][^!\n]{0,200}\.(?:png|jpe?g|gif|svg|webp|bmp)[^!\n]{0,100}!"), ""),
    (re.compile(r"![^\s!|]{2,200}\|(?:thumbnail|\w+=)[^!\n]{0,100}!"), ""),
    (re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]"), r"\1"),  # of Redmine's wiki
    (re.compile(r"\[([^\[\]|\n]{1,300})\|[^\[\]\n]{1,300}\]"), r"\1"),
    (re.compile(r"\[[~^]?(?:https?://|mailto:|#)?([^\[\]|\n]{1,300})\]"), r"\1"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?![\w*])"), BOLD),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,300}?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"(?<!\w)[+~^](?=\S)([^+~^\n]{1,100}?)(?<=\S)[+~^](?!\w)"), r"\1"),
    (re.compile(r"(?<![\w-])-(?=[^\s-])([^\n]{1,300}?)(?<=[^\s-])-(?![\w-])"), STRUCK),
    (
        re.compile(
            r"\"([^\"\n]{1,300}?)(?:\([^()\n]{1,100}\))?\":(?:https?://|mailto:|/|#)[^\s|]{1,400}(?<![.,;:!?)])"
        ),
        r"\1",
    ),
    (re.compile(r"(?<=\S)\s+=:\s*$"), ""),  # the end of a definition in Textile
    (re.compile(r"\?\?([^?\n]{1,200})\?\?"), r"\1"),
    (re.compile(rf"\\\\[ \t]{{0,3}}{BREAK}"), BREAK),
    (re.compile(r"\\\\(?=\s|$)|(?<=[a-zß-ÿ.,;!?)])\\\\(?=[^\W\d_]{3,})"), BREAK),
    (re.compile(r"\\(?=[*_!|-])"), ""),
    (re.compile("[\ue014-\ue017]"), lambda found: _SIGNS[found[0]]),
)


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a page in the wiki text of Jira or Confluence."""
    return read_as(page, document, chosen)


def page(text: str) -> str:
    """The page as lines of HTML."""
    made = Page(inline=_INLINE, broken=True)
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        line = lines[index].rstrip()
        taken = 1
        if line.lstrip().startswith("|"):
            taken = _row_lines(lines, index)
            _row(made, BREAK.join(part.strip() for part in lines[index : index + taken]))
        else:
            _line(made, line)
        for _ in range(taken - 1):
            made.put()
        index += taken
    return made.text()


def _row_lines(lines: list[str], start: int) -> int:
    """The number of lines in a table row, which ends at a line with a final bar or at a blank line."""
    for index in range(start, min(start + 40, len(lines))):
        if lines[index].rstrip().endswith("|"):
            return index - start + 1
        if not lines[index].strip():
            return max(1, index - start)
    return 1


def _line(made: Page, line: str) -> None:
    box = _BOX.match(line)
    if not line.strip():
        made.blank()
    elif head := _HEADING.match(line):
        made.heading(int(head["depth"]), head["text"])
    elif box:
        _box(made, box)
    elif re.fullmatch(r"\s*-{4,}\s*", line):
        made.close()
        made.put("<hr>")
    elif _NOTE.match(line):
        made.put()
    elif (item := _ITEM.match(line)) and not re.match(r"\s*-{2,3}\s", line):
        made.item(item["marks"].replace("-", "*"), item["text"], {"#": "ol", "*": "ul"})
    elif not _MACRO.sub("", line).strip():
        made.put()
    else:
        if made.open and made.open[0] in ("table", "dl"):
            made.close()
        if made.open and made.open[-1] == "p" and line.lstrip().startswith("*"):
            made.close()
        made.line(re.sub(r"^\s*bq\.\s+", "", line).strip())


def _box(made: Page, box: re.Match[str]) -> None:
    """Read the first line of a box: its title is a heading, and what stands beside it is a paragraph."""
    title = _TITLE.search(box["told"] or "")
    rest = re.sub(rf"\{{{box['kind']}\}}\s*$", "", box["rest"]).strip()
    if title and (title["said"] or title["bare"] or "").strip():
        made.heading(6, (title["said"] or title["bare"]).strip())
        made.more(f"<p>{shown(rest, _INLINE)}</p>" if rest else "")
    elif rest:
        made.close()
        made.line(rest)
    else:
        made.close()
        made.put()


def _row(made: Page, line: str) -> None:
    hidden = _LINK.sub(lambda found: found[0].replace("|", "\ue013"), line)
    parts = _CELLS.split(hidden)
    cells = [
        (parts[i] == "||", parts[i + 1].strip().strip(BREAK).replace("\ue013", "|"))
        for i in range(1, len(parts) - 1, 2)
    ]
    if cells and not cells[-1][1] and line.rstrip().endswith("|"):
        cells.pop()
    made.row(cells)
