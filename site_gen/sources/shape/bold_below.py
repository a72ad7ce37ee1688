"""Bold lines right below headings, one below each: what the headings mean, and no names themselves.

"## Queue", "**Warteschlange**": a list of words and their translations, with remarks below some of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.sources.shape.blocks import Block, Heading, Prose

ENOUGH, SHARE = 4, 0.7  # headings with a single bold line right below, and their share of those with a text


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks, with such lines as texts if nearly every heading has just one."""
    below = _below(found)
    bold = [[index for index in under if _is_bold(found[index])] for under in below]
    one = [own[0] for own, under in zip(bold, below, strict=True) if len(own) == 1 and own[0] == under[0]]
    if len(one) < ENOUGH or len(one) < SHARE * len(below) or any(len(own) > 1 for own in bold):
        return list(found)
    texts = frozenset(one)
    return [
        Prose(line=block.line, text=block.text) if index in texts and isinstance(block, Heading) else block
        for index, block in enumerate(found)
    ]


def _below(found: Sequence[Block]) -> list[list[int]]:
    """The places of the blocks below each heading in markup, for those with any; letters are left out."""
    out, open_ = list[list[int]](), False
    for index, block in enumerate(found):
        if isinstance(block, Heading) and block.sure:
            open_ = len(block.text) > 1
            out += [[]] if open_ else []
        elif open_:
            out[-1].append(index)
    return [under for under in out if under]


def _is_bold(block: Block) -> bool:
    return isinstance(block, Heading) and not block.sure and block.style.startswith("bold")
