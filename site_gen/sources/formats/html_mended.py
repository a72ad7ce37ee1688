"""Elements whose place hides what they are: tables inside the cells of a table, terms outside of a list."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from lxml import etree

from site_gen.sources.formats.html_parts import text_of
from site_gen.sources.shape.blocks import tidy
from site_gen.sources.shape.columns import is_exact

LOOSE = frozenset(["dt", "dd"])
KNOWN = 2  # headers that are known, from which a table holds terms and no layout


def mend(root: Any) -> None:
    """Give terms outside of a list a list of their own, and make lines of tables inside cells of terms.

    How signs are read aloud is no part of a text.
    """
    _gather(root)
    _flatten(root)
    etree.strip_elements(root, "rt", "rp", with_tail=False)


def _gather(root: Any) -> None:
    loose = [one for one in root.iter("dt") if next(one.iterancestors("dl"), None) is None]
    for parent in dict.fromkeys(one.getparent() for one in loose if one.getparent() is not None):
        for is_loose, run in groupby(list(parent), lambda part: part.tag in LOOSE):
            parts = list(run)
            if is_loose and {part.tag for part in parts} == LOOSE:
                made = etree.Element("dl")
                parts[0].addprevious(made)
                made.extend(parts)


def _flatten(root: Any) -> None:
    """Make lines of the tables that stand in the cells of a table whose first row is a known header."""
    for table in list(root.iter("table")):
        inside = [inner for inner in table.iter("table") if inner is not table]
        if inside and _is_of_terms(table):
            for inner in inside:
                _as_lines(inner)


def _is_of_terms(table: Any) -> bool:
    row = next(table.iter("tr"), None)
    if row is None or next(row.iter("table"), None) is not None:
        return False
    heads = (tidy(text_of(cell)) for cell in row.iter("td", "th"))
    return sum(map(is_exact, filter(None, heads))) >= KNOWN


def _as_lines(table: Any) -> None:
    for part in table.iter("table", "thead", "tbody", "tfoot", "tr", "td", "th"):
        part.tag = {"tr": "p", "td": "span", "th": "span"}.get(part.tag, "div")
        if part.tag == "span":
            part.tail = f" {part.tail or ''}"
