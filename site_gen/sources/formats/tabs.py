"""Tabs in the paragraphs of word processors: cells of rows, or a sign between a name and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from site_gen.sources.shape.lines import with_few_blanks

ROWS = 3  # paragraphs in a row with the same number of tabs that are rows of a table
CELLS = 3  # cells of each; two are a name and its text
MAX_CELLS = 12
_TAB = re.compile(r"[^\S\t]*\t\s*")


def settled(root: Any) -> None:
    """The paragraphs of a page with rows as tables; in others the tab after a name becomes a dash."""
    for run in list(_runs(root)):
        if len(run) >= ROWS:
            _as_table(run)
    for part in root.iter("p"):
        if "\t" in part.text_content().strip():
            _dash(part)


def _runs(root: Any) -> Iterator[list[Any]]:
    """Neighbouring paragraphs that have the same number of cells, at least ``CELLS``."""
    run: list[Any] = []
    for part in root.iter("p"):
        count = len(_cells(part))
        fits = bool(run) and run[-1].getnext() is part and len(_cells(run[0])) == count
        if run and not fits:
            yield run
            run = []
        if CELLS <= count <= MAX_CELLS:
            run.append(part)
    if run:
        yield run


def _cells(part: Any) -> list[str]:
    text = with_few_blanks(part.text_content().strip())
    return _TAB.split(text) if "\t" in text else []


def _as_table(run: list[Any]) -> None:
    """Replace paragraphs by a table that begins in the same line and has a row in each of theirs."""
    parent, place = run[0].getparent(), run[0].getparent().index(run[0])
    table = etree.Element("table")
    for part in run:
        row = etree.SubElement(table, "tr")
        row.tail = part.tail
        for text in _cells(part):
            etree.SubElement(row, "td").text = " ".join(text.split())
        parent.remove(part)
    parent.insert(place, table)


def _dash(part: Any) -> None:
    """Replace the first tab of a paragraph, after the name, by a dash, and other tabs by spaces."""
    sign = " – "
    for element in part.iter():
        if "\t" in (element.text or ""):
            element.text = _signed(element.text, sign)
            sign = " "
        if element is not part and "\t" in (element.tail or ""):
            element.tail = _signed(element.tail, sign)
            sign = " "


def _signed(text: str, sign: str) -> str:
    """A text with a sign for its first tab, and blanks for the others."""
    return re.sub(r"\s*\t\s*", sign, with_few_blanks(text), count=1).replace("\t", " ")
