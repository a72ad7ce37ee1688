"""Names that end with a colon beside lines with a name, a colon and a text: items of lists, and lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from site_gen.sources.shape.blocks import Block, Heading, Label, Labelled, Prose, clean_name, is_name_like
from site_gen.sources.shape.sections import is_facet

ENOUGH = 3  # entries outside of lists
WORDS = 5  # of a name before its colon
SIGNS = (":", "：")


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with such an item as a heading over the entries after it, or as the name of its text."""
    outside = [block for block in found if isinstance(block, Labelled) and not block.listed]
    bold = Counter(block.options[0].style for block in outside if block.options[0].style.startswith("bold"))
    if sum(bold.values()) < ENOUGH:
        return list(found)
    style = bold.most_common(1)[0][0]
    out: list[Block] = []
    taken = False
    for block, after in zip_longest(found, found[1:]):
        name = _name(block)
        if taken:
            taken = False
        elif name and isinstance(block, Prose) and isinstance(after, Labelled) and not after.listed:
            out.append(Heading(line=block.line, text=name, style="colon"))
        elif name and isinstance(block, Prose) and isinstance(after, Prose) and not after.listed:
            label = Label(style=style, name=name, body=after.text)
            out.append(Labelled(line=block.line, options=(label,), otherwise=block))
            taken = True
        else:
            out.append(block)
    return out


def _name(block: Block) -> str:
    """What stands before the colon at the end of an item, if it may be a name; else ""."""
    if not isinstance(block, Prose) or not block.listed or not block.text.endswith(SIGNS):
        return ""
    name = clean_name(block.text)
    return name if is_name_like(name, WORDS) and not is_facet(name) else ""


OVER = ("colon", "hanging")  # styles of names over their texts
HEADS = 2  # names with a colon over texts, and lines with both, that are one habit; beside more, one line is


def with_lines(found: Sequence[Block]) -> list[Block]:
    """The blocks with names over their texts, "tariff:", as entries like "tip: …" behind a blank line."""
    heads = {
        place
        for place, (head, under) in enumerate(pairwise(found))
        if isinstance(head, Heading) and head.style in OVER and is_name_like(head.text, WORDS)
        and isinstance(under, Prose) and not under.bullet and not is_facet(head.text)
    }  # fmt: skip
    lines = [
        place + 1
        for place, (above, block) in enumerate(pairwise(found))
        if isinstance(block, Labelled) and not block.listed and block.line > above.line + 1
        and any(option.style == "colon" and not is_facet(option.name) for option in block.options)
    ]  # fmt: skip
    few = len(heads) < HEADS or len(lines) < (HEADS if len(heads) == HEADS else 1)
    if few or min(lines) < min(heads):  # lines above all names tell of the document: "Version: 2"
        return list(found)
    out: list[Block] = []
    for place, block in enumerate(found):
        above = found[place - 1] if place - 1 in heads else None
        if isinstance(above, Heading) and isinstance(block, Prose):
            label = Label(style="colon", name=above.text, body=block.text)
            out[-1] = Labelled(line=above.line, options=(label,), otherwise=above)
        else:
            out.append(block)
    return out
