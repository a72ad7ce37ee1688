"""Pieces of a line with one emphasis each, as Markdown, HTML and reStructuredText set them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from site_gen.sources.shape.blocks import tidy
from site_gen.sources.shape.lines import without_unseen


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of a line with one emphasis: whether it is bold, in italics, a link, or code."""

    text: str
    bold: bool = False
    link: bool = False
    italic: bool = False
    code: bool = False


SpanLine = tuple[int, Sequence[Span]]  # the line of the raw document, and what stands in it


def is_set_off(span: Span) -> bool:
    """Whether words are bold or in italics."""
    return span.bold or span.italic


def plain_text(spans: Sequence[Span]) -> str:
    """The words of the pieces without what is not seen, with single blanks."""
    return tidy("".join(without_unseen(span.text) for span in spans))


def closed(row: SpanLine) -> SpanLine:
    """The line with brackets that begin in bold words closed there as well: "**Code (PIN**): the number"."""
    line, spans = row
    out = list(spans)
    for at, (one, after) in enumerate(pairwise(spans)):
        open_ = one.bold and not after.bold and one.text.count("(") > one.text.count(")")
        if open_ and after.text.startswith(")"):
            out[at], out[at + 1] = replace(one, text=f"{one.text})"), replace(after, text=after.text[1:])
    return line, out
