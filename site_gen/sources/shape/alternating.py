"""Chapters in which each paragraph that is a name stands over one that is its text, without any mark.

Lines with another habit may stand before them, as where two lists were joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Label,
    Labelled,
    Noise,
    Prose,
    clean_name,
    count_words,
    is_name_like,
)
from site_gen.sources.shape.sections import is_facet, is_structure
from site_gen.sources.shape.styles import STRICT

STYLE = "alternating"
BEFORE, MANY = 2, 5  # labelled lines before such names, where there are some, and where nothing else tells
NAMES, WORDS, LEAST = 2, 6, 3  # such names in a chapter, words of one at most, and words of a text at least
_STOPS = (".", "!", "?", "。", "…")


def settled(found: Sequence[Block], called: bool) -> Sequence[Block]:
    """The blocks with such names as headings that no markup calls so.

    Behind lines with labels they are lines of the same kind; only there they count in a document that is not
    ``called`` a glossary.
    """
    heads = [place for place, block in enumerate(found) if isinstance(block, Heading) and block.sure]
    out = list(found)
    last = next((at for at in range(len(found), 0, -1) if not isinstance(found[at - 1], Noise)), 0)
    for start, end in reversed(list(pairwise([-1, *heads, max(last, heads[-1] + 1 if heads else 0)]))):
        first = _after_labelled(found, start + 1, end)
        if first - start <= _least(start, called) or not _alternate(found[first:end]):
            continue
        before = found[first - 1] if first > start + 1 else None
        for place in reversed(range(first, end, 2)):
            if isinstance(before, Labelled):
                out[place : place + 2] = [_line(found[place], found[place + 1], before.options[0].style)]
            else:
                out[place] = _head(found[place])
    return out


def _least(start: int, called: bool) -> int:
    """How many labelled lines have to stand before; at the beginning may be an introduction."""
    return MANY if not called else BEFORE if start < 0 else 0


def _line(name: Block, text: Block, style: str) -> Labelled:
    head, said = _prose(name), _prose(text)
    option = Label(style=style, name=clean_name(head.text if head else ""), body=said.text if said else "")
    joined = Prose(line=name.line, text=f"{option.name}: {option.body}")
    return Labelled(line=name.line, options=(option,), otherwise=joined)


def _after_labelled(found: Sequence[Block], start: int, end: int) -> int:
    """The place behind the lines with labels that a chapter begins with, if there are enough of them."""
    first = next((at for at in range(start, end) if _prose(found[at])), start)
    return first if first >= start + BEFORE else start


def _alternate(part: Sequence[Block]) -> bool:
    told = [said.text for block in part if (said := _prose(block))]
    if len(told) < len(part) or len(told) % 2 or len(told) < 2 * NAMES:
        return False
    return all(_is_pair(name, text) for name, text in zip(told[::2], told[1::2], strict=True))


def _prose(block: Block) -> Prose | None:
    """A block as a plain paragraph; a sentence with a full stop may be read as a name and its text."""
    if isinstance(block, Labelled) and all(option.style.endswith(STRICT) for option in block.options):
        block = block.otherwise
    return block if isinstance(block, Prose) and not (block.listed or block.verbatim) else None


def _is_pair(name: str, text: str) -> bool:
    if not is_name_like(name, WORDS) or is_facet(name) or is_structure(name) or name.endswith("?"):
        return False
    return text.rstrip().endswith(_STOPS) and count_words(text) >= max(LEAST, count_words(name))


def _head(block: Block) -> Block:
    text = block.text if isinstance(block, Prose) else ""
    return Heading(line=block.line, text=clean_name(text), style=STYLE)
