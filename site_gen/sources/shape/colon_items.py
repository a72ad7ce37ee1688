"""Items of lists that end with a colon between entries outside of lists: heads of groups, or terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

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
