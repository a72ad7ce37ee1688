"""DokuWiki text to blocks: sections, lists, definition lists of its plugin, tables, bold names."""

from __future__ import annotations

import re

from site_gen.sources.draft import Reading
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.wiki_lines import BOLD, BREAK, STRUCK, STRUCK_TAGS, Inline, Page, read_as
from site_gen.sources.shape.columns import Chosen

_HEADING = re.compile(r"\s*(?P<marks>={2,6})\s*(?P<text>[^=].*?)(?<!\s)\s*={2,6}\s*$")
_ITEM = re.compile(r"(?P<indent>(?: {2}|\t)+) ?(?P<mark>[*-])\s*(?P<text>\S.*)$")
_TERM = re.compile(r"(?: {2,}|\t)(?P<mark>[;:?!])\s*(?P<text>\S.*)$")
_CELLS = re.compile(r"(?<!\\)(?P<mark>[\^|])")
_LINK = re.compile(r"\[\[[^\]\n]{1,300}\]\]|\{\{[^}\n]{1,300}\}\}|%%[^%\n]{1,300}%%")
_INLINE: Inline = (
    (re.compile(r"\(\([^()\n]{1,500}\)\)"), ""),
    (re.compile(r"\{\{[^{}\n]{0,300}\}\}|~~[A-Z:\w]{2,60}~~"), ""),
    (STRUCK_TAGS, STRUCK),
    (
        re.compile(r"</?(?:WRAP|wrap|del|sub|sup|note|hidden|color|fs|html|code|file|nowiki)\b[^<>]{0,200}>"),
        "",
    ),
    (re.compile(r"\[\[[^\[\]\|\n]{1,300}\|([^\[\]\n]{1,300})\]\]"), r"\1"),
    (re.compile(r"\[\[(?:[^\[\]\n]{0,200}[:#>])?([^\[\]\n]{1,300})\]\]"), r"\1"),
    (re.compile(r"\*\*(.{1,300}?)\*\*"), BOLD),
    (re.compile(r"^(\s*)//([^/\n]{1,60}:)//(?=\s)"), r"\1\2"),
    (re.compile(r"(?<!:)//(.{1,300}?)(?<!:)//"), r"\1"),
    (re.compile(r"__(.{1,300}?)__"), r"\1"),
    (re.compile(r"''(.{1,300}?)''"), r"\1"),
    (re.compile(r"%%(.{1,300}?)%%"), r"\1"),
    (re.compile(r"\\\\(?:\s|$)"), BREAK),
)


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a DokuWiki page."""
    return read_as(page, document, chosen)


_OF_ZIM = re.compile(r"\AContent-Type: text/x-zim-wiki\n(?:[\w-]{1,40}: [^\n]*\n){0,9}")


_ZIM_ITEM = re.compile(r"^(?P<tabs>\t*)(?P<mark>[*-]) ", re.MULTILINE)


def page(text: str) -> str:
    """The page as lines of HTML."""
    made = Page(inline=_INLINE)
    zim = _OF_ZIM.match(text)
    if zim:
        text = "\n" * zim[0].count("\n") + _ZIM_ITEM.sub(r"  \g<tabs>\g<mark> ", text[zim.end() :])
    for line in text.split("\n"):
        _line(made, line.rstrip())
    return made.text()


def _line(made: Page, line: str) -> None:
    if not line.strip():
        made.blank()
    elif head := _HEADING.match(line):
        made.heading(7 - len(head["marks"]), head["text"])
    elif re.fullmatch(r"-{4,}", line):
        made.close()
        made.put("<hr>")
    elif term := _TERM.match(line):
        _pair(made, term)
    elif item := _ITEM.match(line):
        depth = len(item["indent"].replace("\t", "  ")) // 2
        if made.open[:1] == ["dl"]:
            made.close()
        made.item(item["mark"] * depth, item["text"], {"*": "ul", "-": "ol"})
    elif line.lstrip()[:1] in ("^", "|") and len(line.strip()) > 1:
        _row(made, line.strip())
    else:
        if made.open and made.open[-1] != "p":
            made.close()
        made.line(line.strip().removeprefix(">").strip())


def _pair(made: Page, term: re.Match[str]) -> None:
    if term["mark"] in ":!" and made.open[:1] == ["dl"]:
        made.definition(term["text"])
        return
    if term["mark"] in ":!":
        made.line(term["text"])
        return
    name, sign, text = term["text"].partition(" : ")
    if sign:
        made.pair(name, text)
    else:
        made.term(name)


def _row(made: Page, line: str) -> None:
    """Read a table row: the sign before a cell marks headers. Bars inside links do not separate cells."""
    hidden = _LINK.sub(lambda found: found[0].replace("|", "\ue013").replace("^", "\ue014"), line)
    parts = _CELLS.split(hidden)
    cells = [
        (
            parts[i] == "^",
            parts[i + 1].strip().replace("\ue013", "|").replace("\ue014", "^").replace(":::", ""),
        )
        for i in range(1, len(parts) - 1, 2)
    ]
    if cells and not cells[-1][1]:
        cells.pop()
    made.row(cells)
