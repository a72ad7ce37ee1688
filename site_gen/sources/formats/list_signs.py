"""Lists without a tag of their own: paragraphs with bullets before them, and lines of one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.sources.formats.spans import Span, SpanLine
from site_gen.sources.shape.blocks import Block, Labelled

LINES = 3  # lines of a paragraph that make a list
_ITEM = re.compile(r"MsoListParagraph|MsoListBullet", re.IGNORECASE)
_SAVED = re.compile(r"^\s*(?:[·•§▪◦‣o]|\uf0b7|\uf0a7)[\s\u00a0]{1,}")
_TYPED = re.compile(r"\s*[-*–•‣▪▫●○◦◆■□▶►✓✔❖➢➤\uf0b7\uf0a7][\s\u00a0]+(?=\S)")


def is_item(kind: str) -> bool:
    """Whether a word processor marked a paragraph of this class as an item of a list."""
    return bool(_ITEM.search(kind))


def removed(rows: list[SpanLine], listed: bool) -> list[SpanLine]:
    """The lines without a bullet before the first, or before each of them where all have one.

    ``listed`` is true if the class told an item of a list.
    """
    if len(rows) >= LINES and all(_TYPED.match(_said(spans)) for _, spans in rows):
        return [_without(row, _TYPED) for row in rows]
    first = _without(rows[0], _SAVED if listed else _TYPED)
    return rows if first is rows[0] else [first, *rows[1:]]


def _said(spans: Sequence[Span]) -> str:
    return "".join(span.text for span in spans)


def _without(row: SpanLine, sign: re.Pattern[str]) -> SpanLine:
    """A line without such a sign before it."""
    line, spans = row
    found = sign.match(_said(spans))
    if not found:
        return row
    gone, kept = found.end(), list[Span]()
    for span in spans:
        kept.append(Span(text=span.text[gone:], bold=span.bold, link=span.link))
        gone = max(0, gone - len(span.text))
    return (line, kept)


def as_list(made: Sequence[Block]) -> Sequence[Block]:
    """The blocks of one paragraph; where each line may hold a name and a text, they are items of a list."""
    if len(made) < LINES or not all(isinstance(block, Labelled) for block in made):
        return made
    return [replace(block, listed=1) if isinstance(block, Labelled) else block for block in made]
