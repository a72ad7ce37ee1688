"""A tiddler of TiddlyWiki, its fields over an empty line and its text, as a page of HTML."""

from __future__ import annotations

import html as web
import re
from collections.abc import Mapping

from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats.wiki_lines import BOLD, STRUCK, Inline, Page

_FIELD = re.compile(r"(?P<key>[a-z][\w./-]{0,60}):[ \t]?(?P<value>.*)")
_TEXTS = frozenset(["", "text/vnd.tiddlywiki", "text/plain", "text/x-markdown", "text/markdown"])
_HEADING = re.compile(r"(?P<marks>!{1,6})\s*(?P<text>[^!\s].*)")
_ITEM = re.compile(r"(?P<marks>[*#]{1,6})\s+(?P<text>\S.*)")
_PAIRED = re.compile(r"(?P<mark>[;:])\s*(?P<text>\S.*)")
_ROW = re.compile(r"\|(?P<cells>.+)\|(?P<kind>[khfc])?\s*")
_BAR = re.compile(r"\|(?![^\[\]]*\]\])")  # a bar that stands in no link
_INLINE: Inline = (
    (re.compile(r"\[\[([^\[\]|\n]{1,300})\|[^\[\]\n]{1,300}\]\]"), r"\1"),
    (re.compile(r"\[\[([^\[\]\n]{1,300})\]\]"), r"\1"),
    (
        re.compile(r"\[img[^\[\]\n]{0,200}\[[^\[\]\n]{1,300}\]\]|<<[^<>\n]{1,300}>>|\{\{[^{}\n]{0,300}\}\}"),
        "",
    ),
    (re.compile(r"''(.{1,300}?)''"), BOLD),
    (re.compile(r"(?<!:)//(.{1,300}?)(?<!:)//"), r"\1"),
    (re.compile(r"__(.{1,300}?)__|\^\^(.{1,99}?)\^\^|,,(.{1,99}?),,|@@(.{1,300}?)@@"), r"\1\2\3\4"),
    (re.compile(r"~~(.{1,300}?)~~"), STRUCK),
    (re.compile(r"(?<![\w~])~(?=[A-Z][a-z]+[A-Z])"), ""),
)


def as_page(text: str) -> str:
    """A file of a tiddler, its fields over an empty line and its text, as a page with its title.

    Raises ``UnreadableError`` for a tiddler of the program.
    """
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    fields = {found["key"]: found["value"] for line in head.split("\n") if (found := _FIELD.match(line))}
    if not is_read(fields):
        raise UnreadableError("import-nothing", "a part of the wiki itself", "import the pages of terms")
    over = "\n" * (head.count("\n") + 2)
    return f"<h1>{web.escape(fields['title'].strip())}</h1>{over}{_page(body)}"


def is_read(fields: Mapping[str, str]) -> bool:
    """Whether the fields are those of a tiddler with a text, and not of the program."""
    title = fields.get("title") or fields.get("tiddler") or ""
    return bool(title) and not title.startswith("$:/") and (fields.get("type") or "") in _TEXTS


def _page(text: str) -> str:
    """The text of a tiddler as lines of HTML."""
    made = Page(inline=_INLINE)
    for line in text.replace("\r\n", "\n").split("\n"):
        _line(made, line.strip())
    return made.text()


def _line(made: Page, line: str) -> None:
    if not line:
        made.blank()
    elif head := _HEADING.fullmatch(line):
        made.heading(len(head["marks"]) + 1, head["text"])
    elif re.fullmatch(r"-{3,}|<<<.*|\\\w+.*", line):
        made.close()
        made.put()
    elif item := _ITEM.fullmatch(line):
        if made.open[:1] == ["dl"]:
            made.close()
        made.item(item["marks"], item["text"], {"*": "ul", "#": "ol"})
    elif row := _ROW.fullmatch(line):
        _row(made, row)
    elif (paired := _PAIRED.fullmatch(line)) and (paired["mark"] == ";" or made.open[:1] == ["dl"]):
        (made.term if paired["mark"] == ";" else made.definition)(paired["text"])
    else:
        if made.open and made.open[-1] != "p":
            made.close()
        made.line(line)


def _row(made: Page, row: re.Match[str]) -> None:
    """Read a row of a table; "!" marks header cells, and a "k" or "c" behind it tells of the table."""
    if (row["kind"] or "") in ("k", "c"):
        made.put()
        return
    cells = [cell.strip() for cell in _BAR.split(row["cells"])]
    heads = row["kind"] == "h"
    made.row((heads or cell.startswith("!"), cell.lstrip("!").strip()) for cell in cells)
