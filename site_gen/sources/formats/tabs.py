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
_TAB = re.compile(r"[^\S\t]*\t\s*")  # several tabs in a row are one, unless that makes the rows uneven
_EACH = re.compile(r"[^\S\t]*\t[^\S\t]*")


def settled(root: Any) -> None:
    """The paragraphs of a page with rows as tables; in others the tab after a name becomes a dash."""
    for run, tab in list(_runs(root)):
        if len(run) >= ROWS:
            _as_table(run, tab)
    for part in root.iter("p"):
        if "\t" in part.text_content().strip():
            _dash(part)


def _runs(root: Any) -> Iterator[tuple[list[Any], re.Pattern[str]]]:
    """Neighbouring paragraphs that have the same number of cells, at least ``CELLS``; and what parts them."""
    run: list[Any] = []
    fits: list[re.Pattern[str]] = []
    for part in root.iter("p"):
        beside = bool(run) and run[-1].getnext() is part
        kept = [tab for tab in fits if beside and len(_cells(part, tab)) == len(_cells(run[0], tab))]
        if run and not kept:
            yield run, fits[0]
            run = []
        if run:
            fits = kept
            run.append(part)
        elif fits := [tab for tab in (_TAB, _EACH) if CELLS <= len(_cells(part, tab)) <= MAX_CELLS]:
            run.append(part)
    if run:
        yield run, fits[0]


def _cells(part: Any, tab: re.Pattern[str]) -> list[str]:
    text = with_few_blanks(part.text_content().strip())
    return tab.split(text) if "\t" in text else []


def _as_table(run: list[Any], tab: re.Pattern[str]) -> None:
    """Replace paragraphs by a table that begins in the same line and has a row in each of theirs."""
    parent, place = run[0].getparent(), run[0].getparent().index(run[0])
    table = etree.Element("table")
    for part in run:
        row = etree.SubElement(table, "tr")
        row.tail = part.tail
        for text in _cells(part, tab):
            etree.SubElement(row, "td").text = " ".join(text.split())
        parent.remove(part)
    parent.insert(place, table)


# a typed number over a term, and not "404", which may be a name
_COUNT = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3}){1,4}[.)]?|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s*")


def _dash(part: Any) -> None:
    """Replace the first tab of a paragraph, after the name, by a dash, and other tabs by spaces.

    A tab inside bold words that others follow is a space in a name, and so is one after a number.
    """
    for bold in part.iter("strong", "b"):
        if _goes_on(part, bold):
            _blank(bold)
    counted = _COUNT.fullmatch(part.text_content().split("\t")[0]) is not None
    signs = iter([" ", " – "] if counted else [" – "])
    for element in part.iter():
        if "\t" in (element.text or ""):
            element.text = _signed(element.text, signs)
        if element is not part and "\t" in (element.tail or ""):
            element.tail = _signed(element.tail, signs)


def _goes_on(part: Any, bold: Any) -> bool:
    """Whether bold words begin a paragraph, and others follow them."""
    said, name = (part.text_content().split(), bold.text_content().split())
    return len(name) < len(said) and said[: len(name) - 1] == name[:-1] and bool(name)


def _blank(bold: Any) -> None:
    """Replace tabs between words by spaces; one at the end parts the name from its text."""
    text = bold.text_content().rstrip()
    if "\t" not in text:
        return
    end = bold.text_content()[len(text) :]
    for element in list(bold.iter()):
        element.text = (element.text or "").replace("\t", " ")
        if element is not bold:
            element.tail = (element.tail or "").replace("\t", " ")
    if "\t" in end:
        bold.tail = f"\t{bold.tail or ''}"


def _signed(text: str, signs: Iterator[str]) -> str:
    """A text with the next sign for each tab, and a blank for those after the last sign."""
    return re.sub(r"[^\S\t]*\t\s*", lambda _: next(signs, " "), with_few_blanks(text))
