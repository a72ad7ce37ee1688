"""What a Word document keeps beside the words that it prints: hidden text, deletions, comments, boxes.

They are set between marks before the document is converted, and taken out of the page with their places.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_START, _END = "\ue01a", "\ue01b"  # private use
_KINDS = {"h": "hidden text", "d": "deleted text", "c": "comment", "b": "text box"}
_MARKED = re.compile(f"{_START}(?P<kind>[hdcb])(?P<said>[^{_START}{_END}<>]{{0,20000}}){_END}")


def mark(root: Any, comments: Mapping[str, str]) -> None:
    """Set marks around what is not printed; ``comments`` are texts by their numbers."""
    for deleted in [*root.iter(f"{_W}delText")]:
        deleted.tag = f"{_W}t"
        deleted.text = _marked("d", deleted.text)
    for deleted in [*root.iter(f"{_W}del")]:
        if deleted.find(f"{_W}r") is not None:  # else the end of a paragraph
            deleted.tag = f"{_W}ins"
    for run in root.iter(f"{_W}r"):
        vanish = run.find(f"{_W}rPr/{_W}vanish")
        if vanish is not None and vanish.get(f"{_W}val") not in ("0", "false", "off"):
            for text in run.iter(f"{_W}t"):
                text.text = _marked("h", text.text)
    for reference in [*root.iter(f"{_W}commentReference")]:
        said = comments.get(reference.get(f"{_W}id") or "")
        if said:
            reference.tag = f"{_W}t"
            reference.text = _marked("c", said)


def tell(kind: str, paragraph: Any, said: str) -> None:
    """Set words that the text of a document does not have, marked, at the end of a paragraph."""
    text = etree.SubElement(etree.SubElement(paragraph, f"{_W}r"), f"{_W}t")
    text.text = _marked(kind, said)


def _marked(kind: str, text: str | None) -> str:
    said = re.sub(f"[{_START}{_END}]", "", text or "")
    return f"{_START}{kind}{said}{_END}" if said.strip() else said


def comments_of(xml: bytes, parser: etree.XMLParser) -> dict[str, str]:
    """The comments of a document by their numbers."""
    root = etree.fromstring(xml, parser) if xml else ()
    said = {
        one.get(f"{_W}id") or "": " ".join("".join(t.text or "" for t in one.iter(f"{_W}t")).split())
        for one in root
        if isinstance(one.tag, str)
    }
    return {number: text.replace("<", "‹").replace(">", "›") for number, text in said.items() if text}


def taken_out(page: str) -> tuple[str, list[tuple[str, str, int]]]:
    """The page without what is marked; for each piece the reason, the words and the line, counted from 0."""
    found: list[tuple[str, str, int]] = []
    out, place, line = [], 0, 0
    for piece in _MARKED.finditer(page):
        line += page.count("\n", place, piece.start())
        out.append(page[place : piece.start()])
        place = piece.end()
        said, why = html.unescape(piece["said"]), _KINDS[piece["kind"]]
        if found and found[-1][0] == why and found[-1][2] == line:
            said = f"{found.pop()[1]}{said}"
        found.append((why, said, line))
    return "".join([*out, page[place:]]), [(why, " ".join(said.split())[:200], at) for why, said, at in found]
