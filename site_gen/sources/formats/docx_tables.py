"""Long tables of Word documents to HTML, straight from their XML: mammoth needs minutes for many rows.

Short tables stay with mammoth, which knows more of the format (nested tables, lists and styles in cells).
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONG = 100  # rows from which a table is read here
START, END = "\ue020", "\ue021"  # private-use characters around the number of a table


def taken_out(body: Any) -> list[str]:
    """Replace each long table by a paragraph with its number, and return the tables as HTML."""
    found: list[str] = []
    for table in [one for one in body if one.tag == f"{_W}tbl"]:
        rows = table.findall(f"{_W}tr")
        if len(rows) < LONG or table.find(f".//{_W}tbl") is not None:
            continue
        found.append("\n<table>" + "".join(_row(row) for row in _spanning(rows)) + "</table>")
        table.clear(keep_tail=True)  # it becomes the paragraph: to replace it takes the square of its rows
        table.tag = f"{_W}p"
        text = etree.SubElement(etree.SubElement(table, f"{_W}r"), f"{_W}t")
        text.text = f"{START}{len(found) - 1}{END}"
    return found


def put_back(page: str, tables: list[str]) -> str:
    """The page with the tables in the place of their paragraphs."""
    for number, table in enumerate(tables):
        page = page.replace(f"<p>{START}{number}{END}</p>", table, 1)
    return page


def _spanning(rows: list[Any]) -> Iterator[list[tuple[Any, int, int]]]:
    """The cells of each row with their numbers of columns and rows; cells merged upwards are left out."""
    out: list[list[list[Any]]] = []
    above: dict[int, list[Any]] = {}  # by column: the cell that goes on downwards
    for row in rows:
        place, cells = 0, []
        for cell in row.findall(f"{_W}tc"):
            wide = int(_value(cell, "gridSpan") or 1)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merge is not None and merge.get(f"{_W}val") != "restart" and place in above:
                above[place][2] += 1
            else:
                entry = [cell, wide, 1]
                cells.append(entry)
                above.pop(place, None)
                if merge is not None:
                    above[place] = entry
            place += min(max(wide, 1), 60)
        out.append(cells)
    for cells in out:
        yield [(cell, wide, down) for cell, wide, down in cells]


def _value(cell: Any, name: str) -> str:
    found = cell.find(f"{_W}tcPr/{_W}{name}")
    value = (found.get(f"{_W}val") or "") if found is not None else ""
    return value if value.isdecimal() and len(value) < 4 else ""


def _row(cells: list[tuple[Any, int, int]]) -> str:
    made = (
        f'<td colspan="{wide}" rowspan="{down}">' + "".join(map(_paragraph, cell.iter(f"{_W}p"))) + "</td>"
        for cell, wide, down in cells
    )
    return "\n<tr>" + "".join(made) + "</tr>"


def _paragraph(paragraph: Any) -> str:
    return "<p>" + "".join(map(_run, paragraph.iter(f"{_W}r"))) + "</p>"


def _run(run: Any) -> str:
    """The words of a run; deleted words and marks of notes and comments have none."""
    said = "".join(
        html.escape(part.text or "", quote=False)
        if part.tag == f"{_W}t"
        else "<br>"
        if part.tag in (f"{_W}br", f"{_W}cr")
        else " "
        if part.tag == f"{_W}tab"
        else ""
        for part in run
    )
    bold = run.find(f"{_W}rPr/{_W}b")
    set_off = bold is not None and bold.get(f"{_W}val") not in ("0", "false")
    return f"<strong>{said}</strong>" if set_off and said.strip() else said
