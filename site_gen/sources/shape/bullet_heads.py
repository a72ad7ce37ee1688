"""Names after a bullet over paragraphs: "• Soil study:" and, below it, the text, which stands in no list.

Some end with a colon and some do not. Where a document is made so, other bullets between two such names are
part of the text over them, whatever signs they hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from site_gen.sources.shape.blocks import Block, Heading, Labelled, Prose, clean_name, count_words

ENOUGH, MOST = 4, 0.7  # lists of one item over a text, and the share of lists that end over one
WORDS = 14  # of a name at most
COLONS = (":", "：")
STYLE = "bullet head"


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with such bullets as headings, in a document that has many of them."""
    lists = [
        list(run) for is_item, run in groupby(range(len(found)), lambda i: _is_item(found[i])) if is_item
    ]
    over = [run for run in lists if _is_text(found, run[-1] + 1) and _is_name(found[run[-1]])]
    alone = [found[run[0]] for run in over if len(run) == 1]
    mixed = len({_said(block).endswith(COLONS) for block in alone}) > 1
    if not mixed or len(alone) < ENOUGH or len(over) < MOST * len(lists):
        return list(found)
    heads = {run[-1] for run in over} | {
        place for run in lists for place in run[:-1] if _said(found[place]).endswith(COLONS)
    }
    first = min(heads)
    return [
        made
        for place, block in enumerate(found)
        for made in ([block] if place < first else _made(block, place in heads))
    ]


def _said(block: Block) -> str:
    plain = block.otherwise if isinstance(block, Labelled) else block
    return plain.text if isinstance(plain, Prose | Heading) else ""


def _is_item(block: Block) -> bool:
    return isinstance(block, Prose | Labelled) and block.listed == 1


def _is_name(block: Block) -> bool:
    """Whether an item may be a name: it is short, and holds no bold name with a text of its own."""
    bold = isinstance(block, Labelled) and any(one.style.startswith("bold") for one in block.options)
    return not bold and count_words(_said(block)) <= WORDS


def _is_text(found: Sequence[Block], place: int) -> bool:
    block = found[place] if place < len(found) else None
    return isinstance(block, Prose | Labelled) and not block.listed


def _made(block: Block, is_head: bool) -> Iterator[Block]:
    """A heading, with what follows its colon as the first text below it; other lines as text."""
    if is_head:
        name, _, rest = _said(block).partition(": ")
        yield Heading(line=block.line, text=clean_name(name), style=STYLE, depth=6, sure=True)
        if rest.strip():
            yield Prose(line=block.line, text=rest.strip())
    elif isinstance(block, Labelled) and isinstance(block.otherwise, Prose):
        yield block.otherwise
    else:
        yield block
