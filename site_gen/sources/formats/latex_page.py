"""LaTeX without glossary packages to lines of HTML: headings, tables, list items with bold names, paragraphs.

Each line of the document gives one line, so that the reader of HTML pages tells the lines of the source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from html import escape

from site_gen.sources.formats.latex_text import group, shown
from site_gen.sources.formats.wiki_lines import Page

_HEADS = ("chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph")
_HEAD = re.compile(  # also one of the document's own, as "\\sectioncentered"
    rf"\s*\\(?P<kind>{'|'.join(_HEADS)}|(?P<own>chapter|section)[a-z]{{1,20}}(?<!mark))\*?(?=\s*[\[{{])"
)
_ITEM = re.compile(  # also with a sign of its own
    r"\s*\\item(?![A-Za-z])\s*(?:\[(?:\\(?:text)?(?:bullet|endash|emdash|cdot|ast|star|circ)(?![a-z])|[^\w\[\]\\]){1,4}\]\s*)?"
)
_BOLD = re.compile(r"\\textbf\{(?P<said>[^{}\n]{1,200})\}|\{\\bf(?:series)?\s+(?P<old>[^{}\n]{1,200})\}")
_TABLE = re.compile(
    r"\\(?P<end>begin|end)\s*\{(?:tabular[xy*]?|tabulary|longtable|x?ltabular|longtabu|tabu|"
    r"supertabular|xtabular|mpsupertabular|(?:long|tall)?tblr|NiceTabular[X*]?)\*?\}"
)
_RULE = re.compile(  # lines, colours and spaces between rows
    r"\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|addlinespace(?:\[[^\]\n]*\])?|"
    r"(?:cline|hhline|(?:row|column|cell|arrayrule)colors?|cmidrule|specialrule|noalign|rule)\*?"
    r"(?:\([^()\n]{0,20}\)|\[[^\[\]\n]{0,40}\]|\{[^{}\n]{0,60}\}){1,4})"
)
_ROW_END = re.compile(r"\\\\(?:\*|\[[^\]\n]{0,20}\])?|\\tabularnewline\b")
_LINE_END = re.compile(rf"(?:{_ROW_END.pattern})\s*$")
_CELL = re.compile(r"(?<!\\)&")
_OTHER = re.compile(
    r"\s*\\(?:begin|end|documentclass|usepackage|title|author|date|maketitle|label|addcontentsline|phantomsection|"
    r"(?:new|clear|cleardouble)page|(?:this)?pagestyle|setcounter|markboth|vspace|noindent\s*$)\b.*$"
)


_OWN_HEAD = re.compile(
    r"^\\(?P<macro>[A-Za-z]{3,30})\{(?P<said>[^{}\n]{1,80})\}[ \t]*$\n(?=[ \t]*[^\s\\])", re.MULTILINE
)
_NO_HEAD = re.compile(  # what LaTeX itself does with one argument
    r"(?:label|input|include|caption|ref|cite|footnote|text(?:bf|it)|emph|centerline|usepackage|bibliography|title|"
    r"author|date|[hv]space|(?:chapter|section)mark)$"
)
_RUN_IN = re.compile(
    r"^[ \t]*\\(?P<macro>[A-Za-z]{3,30})\{(?P<said>[^{}\n]{1,80})\}[ \t]+(?=[^\s\\&])", re.MULTILINE
)
_OF_TERMS = re.compile(r"gloss|vocab|lexi|defn|^(?:[a-z]{1,4})?(?:term|entry|word)(?:item)?$", re.IGNORECASE)
HEADS = 3  # lines with a macro of the document's own, each above a text


def _with_heads(text: str) -> str:
    """The document with paragraphs' headings in place of a macro of its own: a name alone above each text."""
    times = Counter(found["macro"] for found in _OWN_HEAD.finditer(text))
    own = {
        macro
        for macro, count in times.items()
        if count >= HEADS and not _NO_HEAD.match(macro) and not _HEAD.match(f"\\{macro}{{}}")
    }

    def head(found: re.Match[str]) -> str:
        return f"\\subparagraph{{{found['said']}}}\n" if found["macro"] in own else found[0]

    text = _OWN_HEAD.sub(head, text) if own else text
    return _with_run_in_heads(text)


def _with_run_in_heads(text: str) -> str:
    """The document with paragraphs' headings for a macro of terms before texts: "\\glossitem{Hold} A …"."""
    times = Counter(found["macro"] for found in _RUN_IN.finditer(text) if _OF_TERMS.search(found["macro"]))
    own = {macro for macro, count in times.items() if count >= HEADS}

    def head(found: re.Match[str]) -> str:
        return f"\\subparagraph{{{found['said']}}} " if found["macro"] in own else found[0]

    return _RUN_IN.sub(head, text) if own else text


# the header and the foot of a long table on its further pages
_HEAD_AGAIN = re.compile(r"(\\endfirsthead)(?![a-z])(?:(?!\\end).){0,2000}?\\endhead(?![a-z])", re.DOTALL)
_FOOT = re.compile(
    r"(\\end(?:first)?head)(?![a-z])(?:(?!\\end).){0,1000}?\\end(?:last)?foot(?![a-z])", re.DOTALL
)
_TABBING = re.compile(
    r"\\begin\{tabbing\}(?P<rows>(?:(?!\\begin\{tabbing\}).){1,100000}?)\\end\{tabbing\}", re.DOTALL
)


def _tabular(found: re.Match[str]) -> str:
    """A list with tab stops as a table; a line that only sets them is no row."""
    rows = re.sub(r"[^\n]{0,300}\\kill(?![a-zA-Z])", "", found["rows"])
    cells = re.sub(r"\\[>=]", "&", rows)
    return f"\\begin{{tabular}}{{ll}}{cells}\\end{{tabular}}"


def page(text: str) -> str:
    """The document as lines of HTML; comments are gone already."""
    for repeated in (_HEAD_AGAIN, _FOOT):
        text = repeated.sub(lambda found: found[1] + "\n" * found[0].count("\n"), text)
    text = _with_heads(_TABBING.sub(_tabular, text))
    made = Page(inline=())
    in_table, row = False, list[str]()
    ended = False  # whether the line above ends its line in print as well
    for line in text.split("\n"):
        edge = _TABLE.search(line)
        head = _HEAD.match(line)
        if edge or in_table:
            in_table, row = _of_table(made, line, edge, row)
        elif head:
            _heading(made, line, head)
        elif item := _ITEM.match(line):
            made.close()
            made.put(f"<ul><li>{_marked(line[item.end() :])}")
            made.open += ["ul", "li"]
        elif not line.strip() or _OTHER.match(line):
            if line.strip():
                made.close()
            made.blank()
        else:
            if made.open == ["p"] and ended and _BOLD.match(line.lstrip()):
                made.close()
            if not made.open:
                made.put(f"<p>{_marked(line)}")
                made.open.append("p")
            else:
                made.put(_marked(line))
        ended = _LINE_END.search(line[-40:]) is not None
    return made.text()


def _heading(made: Page, line: str, head: re.Match[str]) -> None:
    _, place = group(line, head.end(), "[]")
    title, place = group(line, place)
    level = _HEADS.index(head["own"] or head["kind"])
    said = _line(title or "")
    # a heading in the line of its text has a mark of its own: "\\paragraph{Hold.} The caller waits."
    made.heading(level + 1, said.rstrip(".:") if level >= _HEADS.index("paragraph") else said)
    if line[place:].strip():
        made.more(f"<p>{_marked(line[place:])}</p>")


def _of_table(made: Page, line: str, edge: re.Match[str] | None, row: list[str]) -> tuple[bool, list[str]]:
    """Read a line of a table; return whether the table goes on, and the cells of the row that does."""
    begins = edge is not None and edge["end"] == "begin"
    if begins:
        made.close()
    made.put()
    if edge is None:
        return True, _rows(made, row, line)
    if begins:
        return True, _rows(made, [], _after_columns(line, edge.end()))
    _row(made, _rows(made, row, line[: edge.start()]))  # the last one may have no end of its own
    made.close()
    return False, []


_WIDTH = re.compile(r"\s*(?:to|spread)\s*[^\s{]{1,40}\s*(?=\{)")  # of a longtabu


def _after_columns(line: str, place: int) -> str:
    """What stands in the line of the beginning of a table behind the columns that it tells."""
    width = _WIDTH.match(line, place)
    place = width.end() if width else place
    for signs in ("[]", "{}", "{}"):
        _, place = group(line, place, signs)
    return line[place:]


def _rows(made: Page, row: list[str], line: str) -> list[str]:
    """Add the rows that end in a line to it; return the cells of the row that goes on."""
    *ended, rest = _ROW_END.split(_RULE.sub("", line))
    for cells in ended:
        _row(made, [*row, cells])
        row = []
    return [*row, rest]


def _row(made: Page, said: Sequence[str]) -> None:
    """Add a row of a table to the last line, unless it only draws rules."""
    text = " ".join(part.strip() for part in said).strip()
    if not text:
        return
    if made.open != ["table"]:
        made.close()
        made.more("<table>")
        made.open.append("table")
    cells = (escape(_line(cell), quote=False) for cell in _CELL.split(text))
    made.more("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")


def _marked(text: str) -> str:
    """A piece of text as HTML, with its bold words marked."""
    out, place = [], 0
    for found in _BOLD.finditer(text):
        out += [escape(_words(text[place : found.start()]), quote=False)]
        out += [f"<b>{escape(_line(found['said'] or found['old']), quote=False)}</b>"]
        place = found.end()
    return "".join([*out, escape(_words(text[place:]), quote=False)])


_GAP = re.compile(r"\s|~|\\(?:q?quad|enspace|hspace\*?|hfill|enskip|[ ,;:])(?![a-zA-Z])")


def _words(text: str) -> str:
    """The words of a piece of text, with the blanks around them."""
    said = _line(text)
    before, after = _GAP.match(text) is not None, text[-1:].isspace()
    return f"{' ' * before}{said}{' ' * after}" if said else " " * before


def _line(text: str) -> str:
    """The words of a piece of text, with single blanks before anything searches them."""
    return shown(" ".join(text.split())).strip()
