"""Shared by the readers of wikis and light markup: an HTML page with one line for each source line.

Each of those readers turns its lines into lines of HTML with the same line numbers, and the reader of HTML
pages makes the blocks. Only a few elements are used: headings, lists, definition lists, tables, paragraphs,
bold words, breaks and links.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from site_gen.sources.draft import Reading
from site_gen.sources.formats import raised
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.decode import check_lines, check_size
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.blocks import Block
from site_gen.sources.shape.columns import Chosen

MAX_BYTES = 2_000_000
_START, _END, BREAK = "\ue010", "\ue011", "\ue012"  # private-use characters for <b>, </b> and <br>
_STRUCK, _UNSTRUCK = "\ue018", "\ue019"  # for <s> and </s>
BOLD = f"{_START}\\1{_END}"  # the first group of a pattern, in bold
STRUCK = f"{_STRUCK}\\1{_UNSTRUCK}"  # and struck through
STRUCK_TAGS = re.compile(  # of HTML in wiki text
    r"<(?:s|del|strike)\b[^<>]{0,100}>([^<>\n]{1,1000})</(?:s|del|strike)\s{0,9}>", re.IGNORECASE
)
Inline = Sequence[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]]


def read_as(page: Callable[[str], str], document: Document, chosen: Chosen) -> Reading:
    """The entries of a document that ``page`` turns into HTML, line by line."""
    from site_gen.sources.formats import html as pages

    check_size(document.text.encode(), MAX_BYTES)
    check_lines(document.text)
    text = re.sub("[\ue010-\ue012\ue018\ue019]", "", document.text.replace("\r\n", "\n").replace("\r", "\n"))
    found: list[Block] = pages.blocks(page(text))
    return of_markup(found, chosen, file=document.filename)


def shown(text: str, inline: Inline) -> str:
    """A text as HTML, with the marks of ``inline`` replaced and everything else unchanged."""
    text = raised.in_line(text)
    for pattern, instead in inline:
        text = pattern.sub(instead, text)
    text = html.escape(text, quote=False)
    text = text.replace(_STRUCK, "<s>").replace(_UNSTRUCK, "</s>")
    return text.replace(_START, "<b>").replace(_END, "</b>").replace(BREAK, "<br>")


@dataclass(slots=True, kw_only=True)
class Page:
    """Lines of HTML under construction.

    Open elements are closed at the end of the previous line.
    """

    inline: Inline
    lines: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)  # names of elements, the innermost last
    begun: str = ""  # start of the first line
    broken: bool = False  # whether each line of a paragraph is one for its readers as well

    def put(self, text: str = "") -> None:
        """Add the next line."""
        self.lines.append(self.begun + text)
        self.begun = ""

    def more(self, text: str) -> None:
        """Add text at the end of the last line."""
        if self.lines:
            self.lines[-1] += text
        else:
            self.begun += text

    def close(self, to: int = 0) -> None:
        """Close all open elements except the outermost ``to``."""
        ended = "".join(f"</{name}>" for name in reversed(self.open[to:]))
        if ended:
            self.more(ended)
            del self.open[to:]

    def heading(self, depth: int, text: str) -> None:
        """Add a heading; its depth is limited to 1 to 6."""
        self.close()
        level = min(max(depth, 1), 6)
        self.put(f"<h{level}>{shown(text, self.inline)}</h{level}>")

    def line(self, text: str) -> None:
        """Add a line of running text to the open element, or to a new paragraph."""
        if not self.open:
            self.put("<p>" + shown(text, self.inline))
            self.open.append("p")
        else:
            ended = "<br>" if self.broken and self.open == ["p"] else ""
            self.put(ended + shown(text, self.inline))

    def blank(self) -> None:
        """Add a blank line, which ends a paragraph."""
        if self.open and self.open[-1] == "p":
            self.close(len(self.open) - 1)
        self.put()

    def item(self, marks: str, text: str, kinds: dict[str, str]) -> None:
        """Add a list item; ``kinds`` gives the kind of list at each depth for the signs in ``marks``."""
        wanted = [kinds[mark] for mark in marks]
        known = [name for name in self.open if name in ("ul", "ol")]
        if not known or (self.open and self.open[0] not in ("ul", "ol")):
            self.close()
            known = []
        same = 0
        while same < min(len(wanted), len(known)) and wanted[same] == known[same]:
            same += 1
        self.close(max(0, 2 * same - (same == len(wanted))) if same else 0)
        begun = ""
        for name in wanted[same:]:
            begun += f"<{name}><li>"
            self.open += [name, "li"]
        if same == len(wanted) and same:
            begun = "<li>"
            self.open.append("li")
        self.put(begun + shown(text, self.inline))

    def term(self, text: str) -> None:
        """Add a name to a definition list."""
        self._into_list()
        self.put(f"<dt>{shown(text, self.inline)}</dt>")

    def definition(self, text: str) -> None:
        """Add a text to a definition list."""
        self._into_list()
        self.put(f"<dd>{shown(text, self.inline)}")
        self.open.append("dd")

    def pair(self, name: str, text: str) -> None:
        """Add a name and the beginning of its text in one line."""
        self._into_list()
        self.put(f"<dt>{shown(name, self.inline)}</dt><dd>{shown(text, self.inline)}")
        self.open.append("dd")

    def inside(self, text: str) -> None:
        """Add a separate line to the open element, such as a list item inside a definition."""
        self.put("<br>" + shown(text, self.inline))

    def _into_list(self) -> None:
        if self.open[:1] == ["dl"]:
            self.close(1)
        else:
            self.close()
            self.more("<dl>")
            self.open.append("dl")

    def row(self, cells: Iterable[tuple[bool, str]], wide: int = 1) -> None:
        """Add a table row; each cell is a pair of whether it is a header, and its text.

        A single cell may go over ``wide`` columns.
        """
        if self.open != ["table"]:
            self.close()
            self.more("<table>")
            self.open = ["table"]
        kinds = (("th" if head else "td", shown(text, self.inline)) for head, text in cells)
        over = f' colspan="{wide}"' if wide > 1 else ""
        self.put("<tr>" + "".join(f"<{kind}{over}>{said}</{kind}>" for kind, said in kinds) + "</tr>")

    def text(self) -> str:
        """The finished page as HTML."""
        self.close()
        return "\n".join(self.lines)
