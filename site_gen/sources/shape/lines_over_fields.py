"""Paragraphs that are only a name, over labelled lines with its definition: "kade", "Definitie: …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Prose, clean_name, is_name_like
from site_gen.sources.shape.header_roles import field_of, is_exact, role_of

ENOUGH, SHARE = 3, 0.8  # such names, and their share of the definitions
STYLE = "over fields"
_CLASS = re.compile(r",\s?(?:[^\W\d_]{1,5}\.\s?){1,4}$")  # ",n.m."


def settled(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks with such paragraphs as headings."""
    times = Counter(_label(block) for block in found)
    texts = {label for label in times if label and times[label] >= ENOUGH and _is_definition(label)}
    if not texts:
        return found
    heads = [place for place in range(len(found)) if _is_over(found, place, texts, times)]
    if len(heads) < max(ENOUGH, SHARE * max(times[label] for label in texts)):
        return found
    out = list(found)
    for place in heads:
        block = found[place]
        if isinstance(block, Prose):
            name = clean_name(_CLASS.sub("", block.text))
            out[place] = Heading(line=block.line, text=name, style=STYLE, depth=6, sure=True)
    return out


def _label(block: Block) -> str:
    return names.fold(block.options[0].name) if isinstance(block, Labelled) else ""


def _is_definition(label: str) -> bool:
    return is_exact(label) and role_of(label) == "text"


def _is_over(found: Sequence[Block], place: int, texts: set[str], times: Counter[str]) -> bool:
    """Whether a paragraph may be a name over labels that come again, a definition or reference among them."""
    block = found[place]
    if not isinstance(block, Prose) or block.bullet or block.listed:
        return False
    if not is_name_like(clean_name(_CLASS.sub("", block.text))):
        return False
    for below in found[place + 1 :]:
        label = _label(below)
        if label in texts or (label and _CLASS.search(block.text) and role_of(label) == "see"):
            return True
        if not label or (times[label] < ENOUGH and field_of(role_of(label)) != "also"):
            return False
    return False
