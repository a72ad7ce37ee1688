"""Elements whose place hides what they are: tables inside cells, terms outside of a list, text in a head."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from statistics import mean
from typing import Any

from lxml import etree

from site_gen.sources.formats import html_glued, html_joined, raised
from site_gen.sources.formats.html_parts import text_of
from site_gen.sources.shape.blocks import tidy
from site_gen.sources.shape.header_roles import is_exact

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = (*HEADINGS, "table", "ul", "ol", "dl", "section", "article", "details")  # never part of a heading
LOOSE = frozenset(["dt", "dd"])
_OF_HEADS = frozenset(["title", "meta", "link", "base", "style", "script", "noscript", "template", "object"])
KNOWN = 2  # headers that are known, from which a table holds terms and no layout


def mend(root: Any) -> None:
    """Close headings, give terms outside of a list a list of their own, make lines of tables inside cells.

    Blanks part bold names from their texts. How signs are read aloud is no part of a text.
    """
    _end_head(root)
    _end_terms(root)
    _close_headings(root)
    _set_cells(root)
    _unstack(root)
    _open(root)
    _gather(root)
    _flatten(root)
    _part_chips(root)
    _part_spans(root)
    _wrap_names(root)
    _set_other_names(root)
    raised.set_signs(root)
    html_glued.part(root)
    html_joined.set_pairs(root)
    etree.strip_elements(root, "rt", "rp", with_tail=False)


def _end_head(root: Any) -> None:
    """End the head of a page at its first element that is shown, as browsers do where no tag says so.

    The parser knows few elements that begin a body, and ``main`` and ``section`` are none of them.
    """
    head = root.find("head")
    shown = (part for part in head if _is_shown(part)) if head is not None else iter(())
    first = next(shown, None)
    if head is None or first is None:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    moved = [first, *first.itersiblings()]
    if body.text and body.text.strip():
        moved[-1].tail = (moved[-1].tail or "") + body.text
        body.text = None
    body[:0] = moved


def _end_terms(root: Any) -> None:
    """End each term and text of a list at the next one, as browsers do: "<dt>Hold<dt>Wait<dd>…"."""
    for part in list(root.iter("dt", "dd")):
        around = part.getparent()
        if around is not None and around.tag in LOOSE:
            around.addnext(part)


def _is_shown(part: Any) -> bool:
    """Whether an element of a head is text: not what belongs there, nor data of a word processor."""
    tag = part.tag if isinstance(part.tag, str) else ""
    return bool(tag) and tag not in _OF_HEADS and tag != "xml" and ":" not in tag


def _close_headings(root: Any) -> None:
    """End the headings that nobody closed before a table or list: "<h2>Words<h2><table>…"."""
    for heading in list(root.iter(*HEADINGS)):
        end = next((part for part in heading if part.tag in _BLOCKS or _holds_blocks(part)), None)
        if end is None:
            continue
        made = etree.Element(heading.tag, dict(heading.attrib))
        made.text, heading.text = heading.text, None
        made.extend(end.itersiblings(preceding=True))
        made[:] = reversed(made)
        heading.tag = "div"
        if tidy(text_of(made)):
            heading.insert(0, made)


def _set_cells(root: Any) -> None:
    """Take a heading that is all of a cell, beside other cells, for the look of that cell."""
    for heading in list(root.iter(*HEADINGS)):
        cell = next(heading.iterancestors("td", "th"), None)
        if cell is not None and tidy(text_of(cell)) == tidy(text_of(heading)):
            row = next(cell.iterancestors("tr"), cell.getparent())
            if sum(bool(tidy(text_of(other))) for other in row.iter("td", "th")) > 1:
                heading.tag = "span" if cell.tag == "th" else "b"


STACKED, WORDS = 3, 3  # entries in such tables, and words of their texts on average


def _unstack(root: Any) -> None:
    """Make headings and texts of tables with one column, where header cells stand over cells with texts."""
    stacked = [table for table in root.iter("table") if _is_stack(table)]
    texts = [cell for table in stacked for cell in table.iter("td")]
    heads = sum(1 for table in stacked for _ in table.iter("th"))
    if heads < STACKED or mean(len("".join(cell.itertext()).split()) for cell in texts) < WORDS:
        return
    for table in stacked:
        for part in table.iter("table", "thead", "tbody", "tr", "td", "th"):
            part.tag = "h6" if part.tag == "th" else "div"


def _is_stack(table: Any) -> bool:
    rows = [list(row) for row in table.iter("tr")]
    if len(rows) < 2 or any(len(row) != 1 for row in rows) or table.findall(".//table"):
        return False
    tags = [row[0].tag for row in rows]
    follows = all(after == "td" for tag, after in pairwise(tags) if tag == "th")
    return tags[0] == "th" and tags[-1] == "td" and follows and {*tags} <= {"th", "td"}


_CHIP = re.compile(
    r"(?:[\w-]{0,40}[-_])?(?:selected-value|tags?|chips?|badges?|pills?|labels?|tokens?|options?|values?|"
    r"keywords?|lozenge)(?:[-_][\w-]{0,40})?",
    re.IGNORECASE,
)


def _part_chips(root: Any) -> None:
    """Set commas between values of a cell that only boxes around them part: "attrition" and "loss rate"."""
    for cell in root.iter("td", "dd"):
        chips = [one for one in cell if one.tag in ("span", "a")]
        if len(chips) < 2 or len(chips) < len(cell) or (cell.text or "").strip():
            continue
        kinds = {next(iter((one.get("class") or "").split()), "") for one in chips}
        if len(kinds) == 1 and _CHIP.fullmatch(kinds.pop()) and not any(one.tail for one in chips[:-1]):
            for one in chips[:-1]:
                one.tail = ", "


_ENDED, _BEGUN = re.compile(r"[.!?:;,)\]]$"), re.compile(r"[^\W_]|[(\[]")


def _part_spans(root: Any) -> None:
    """Set blanks between pieces of a line that only the style sheet sets apart: "n." before "A claim"."""
    for line in root.iter("p", "div", "li", "dd", "td"):
        parts = list(line)
        if (
            not 1 < len(parts) < MAX_PARTS
            or (line.text or "").strip()
            or any((one.tail or "") for one in parts)
        ):
            continue
        if not all(
            one.tag in ("span", "em", "i", "b", "strong", "small") and one.get("class") for one in parts
        ):
            continue
        for one, after in pairwise(parts):
            said, then = "".join(one.itertext()), "".join(after.itertext())
            turns = said[-1:].islower() and then[:1].isupper()
            if (_ENDED.search(said) or turns) and _BEGUN.match(then):
                one.tail = " "


def _wrap_names(root: Any) -> None:
    """Set the words apart before the only part of a link or item: "<a>Hold<small>A wait …</small></a>"."""
    for box in root.iter("a", "li"):
        said, parts = box.text or "", list(box)
        if len(parts) != 1 or not said[-1:].strip() or (parts[0].tail or "").strip():
            continue
        if parts[0].tag in ("small", "span", "em", "i", "p", "div") and (parts[0].text or "")[:1].isalnum():
            name = etree.Element("span")
            name.text, box.text = said, None
            box.insert(0, name)


MAX_PARTS = 8  # pieces of such a line


_OTHERS = frozenset(["alternatename", "termcode"])  # properties of schema.org, as ``_property`` gives them


def _property(element: Any) -> str:
    return (element.get("itemprop") or "").lower() if isinstance(element.tag, str) else ""


def _set_other_names(root: Any) -> None:
    """Set what the data of a page call other names behind the name, in brackets: "Lede (lead)"."""
    for name in [one for one in root.iter() if _property(one) == "name" and one.getparent() is not None]:
        others = [one for one in name.getparent() if _property(one) in _OTHERS and not len(one)]
        said = ", ".join(filter(None, ((one.text or "").strip() for one in others)))
        if not said:
            continue
        for one in others:
            one.text = None
        if len(name):
            name[-1].tail = f"{name[-1].tail or ''} ({said})"
        else:
            name.text = f"{name.text or ''} ({said})"


def _holds_blocks(part: Any) -> bool:
    return isinstance(part.tag, str) and next(part.iter(*_BLOCKS), None) is not None


def _open(root: Any) -> None:
    """Part a list of terms at the headings that stand between them, such as letters."""
    for listed in list(root.iter("dl")):
        if any(part.tag in HEADINGS for part in listed):
            listed.tag = "div"


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
