"""Letters of an alphabet under which a document says, again and again, that there is nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Prose, count_words

NOTHING = 6  # words of a line that says so at most
_LETTER = re.compile(r"(?P<letter>[^\W\d_])[\W_]*")  # "B", "B - …"
WHY = "letter without entries"


def settled(found: Sequence[Block]) -> Iterator[Block]:
    """The blocks with a letter and the line under it as noise, where another letter has the same line."""
    lines = [_line(head, under) for head, under in pairwise((*found, None))]
    said = Counter(text for text in lines if text)
    under = False
    for block, text in zip(found, lines, strict=True):
        empty = said[text] > 1
        yield Noise(line=block.line, text=_said(block), why=WHY) if empty or under else block
        under = empty


def _line(head: Block | None, under: Block | None) -> str:
    """The short line under a heading of one letter, folded and without that letter; "" for anything else."""
    letter = _LETTER.fullmatch(head.text) if isinstance(head, Heading) else None
    text = _said(under)
    if not letter or not text or count_words(text) > NOTHING:
        return ""
    own = names.fold(letter["letter"])
    return " ".join(word for word in names.fold(text).split() if word != own) or text


def _said(block: Block | None) -> str:
    inner = block.otherwise if isinstance(block, Labelled) else block
    return inner.text if isinstance(inner, Prose | Heading) else ""
