"""Lists in which nearly every line is a name with its text in brackets: "Berth (place for one boat)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from site_gen.sources.shape.blocks import (
    LABEL_WORDS,
    Block,
    Heading,
    Label,
    Labelled,
    Noise,
    Prose,
    count_words,
    is_name_like,
    is_value,
    tidy,
)

LINES, SHARE = 4, 0.8  # such lines, and their share of all that have content
WORDS = 3  # mean words in brackets; abbreviations, places and kinds of names have fewer
_SIGNED = re.compile(r"bold|dash|colon|equals|leaders|tab$")  # styles of labels
_EXPLAINED = re.compile(r"(?P<name>[^\W_][^()（）\n]{1,60}?)\s?[(（](?P<text>[^()（）\n]{4,300})[)）][.;,]?")


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks, with such lines read as names with texts if the document has hardly any others."""
    named = {place: label for place, block in enumerate(found) if (label := _label(block))}
    content = [block for block in found if not isinstance(block, Noise)]
    if len(named) < LINES or len(named) < SHARE * len(content):
        return list(found)
    if mean(count_words(label.body) for label in named.values()) < WORDS:
        return list(found)
    return [_labelled(block, named.get(place)) for place, block in enumerate(found)]


def _labelled(block: Block, label: Label | None) -> Block:
    plain = _plain(block)
    if not label or not plain:
        return block
    return Labelled(line=block.line, options=(label,), otherwise=plain, listed=plain.listed)


def _plain(block: Block) -> Heading | Prose | None:
    inner = block.otherwise if isinstance(block, Labelled) else block
    if isinstance(inner, Heading) and inner.sure:
        return None
    return inner if isinstance(inner, Heading | Prose) else None


def _label(block: Block) -> Label | None:
    plain = _plain(block)
    said = _EXPLAINED.fullmatch(plain.text.strip()) if plain else None
    if not said or not is_name_like(said["name"], LABEL_WORDS) or is_value(said["text"]):
        return None
    if isinstance(block, Labelled) and any(_SIGNED.search(option.style) for option in block.options):
        return None  # "**ADR** — Average Daily Rate (price of a room)": a sign parts name and text
    return Label(style="brackets", name=tidy(said["name"]), body=tidy(said["text"]))
