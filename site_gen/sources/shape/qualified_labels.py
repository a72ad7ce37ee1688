"""Labels of texts with further words, "Simple definition: …", that repeat: they are labels of texts as well.

A single line that begins so may be a term: "Definition query: what a view shows".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Label, Labelled, count_words
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.sections import is_facet

OFTEN = 2  # times that such a label stands in a document
WORDS = range(2, 5)  # of such a label
PLAIN = "definition"  # the label of texts that stands for all of them


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with such labels as the plain label of a text."""
    times = Counter(names.fold(label.name) for block in found if (label := _label(block)))
    told = {folded for folded, count in times.items() if count >= OFTEN}
    return [
        _plain(block, label)
        if isinstance(block, Labelled) and (label := _label(block)) and names.fold(label.name) in told
        else block
        for block in found
    ]


def _label(block: Block) -> Label | None:
    """The first way to read a line as a label of a text with further words and that text."""
    option = block.options[0] if isinstance(block, Labelled) else None
    if not option or option.style.endswith("equals") or count_words(option.name) not in WORDS:
        return None
    known = is_exact(option.name) or is_facet(option.name) or role_of(option.name) != "text"
    return None if known else option


def _plain(block: Labelled, label: Label) -> Labelled:
    return replace(block, options=(replace(label, name=PLAIN),))
