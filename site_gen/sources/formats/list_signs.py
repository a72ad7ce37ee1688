"""Bullets written before paragraphs, by a person or by a word processor that saves its lists so."""

from __future__ import annotations

import re

from site_gen.sources.formats.inline_markup import Span, SpanLine

_ITEM = re.compile(r"MsoListParagraph|MsoListBullet", re.IGNORECASE)
_SAVED = re.compile(r"^\s*(?:[·•§▪◦‣o]|\uf0b7|\uf0a7)[\s\u00a0]{1,}")
_TYPED = re.compile(r"\s*[-*–•‣▪▫●○◦◆■□▶►✓✔❖➢➤\uf0b7\uf0a7][\s\u00a0]+(?=\S)")


def is_item(kind: str) -> bool:
    """Whether a word processor marked a paragraph of this class as an item of a list."""
    return bool(_ITEM.search(kind))


def removed(rows: list[SpanLine], listed: bool) -> list[SpanLine]:
    """The lines without a bullet before the first; ``listed`` is true if the class told an item of a list."""
    (line, spans), *rest = rows
    said = "".join(span.text for span in spans)
    sign = (_SAVED if listed else _TYPED).match(said)
    if not sign:
        return rows
    gone, kept = sign.end(), list[Span]()
    for span in spans:
        kept.append(Span(text=span.text[gone:], bold=span.bold, link=span.link))
        gone = max(0, gone - len(span.text))
    return [(line, kept), *rest]
