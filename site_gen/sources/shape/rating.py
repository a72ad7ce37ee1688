"""How glossary-like the result of a reading is, to choose between readings of one document.

The usual reading follows from the styles that a document proves. Where it leaves out much of the text, other
readings are tried (only headings, only one kind of labelled lines), and the best of them counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft
from site_gen.sources.shape import defining
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Pair, Table, count_words, is_value
from site_gen.sources.shape.sections import in_order, is_facet, is_structure
from site_gen.sources.shape.vocabulary import CHAPTERS, FACET_STARTS

USUAL_NAME, LONG_NAME, LONG_TEXT = 5, 9, 150  # words
ORDERED = 0.8  # share of neighbours in alphabetical order


def rated(found: Sequence[Draft], blocks: Sequence[Block]) -> float:
    """From 0 to 1: the share of the words of a document that are entries, times how well those are formed."""
    if not found:
        return 0.0
    whole = sum(_words(block) for block in blocks)
    taken = sum(count_words(d.name) + sum(count_words(piece.text) for piece in d.body) for d in found)
    return min(1.0, taken / max(whole, 1)) * quality(found)


def quality(found: Sequence[Draft]) -> float:
    """From 0 to 1: short different names of things, each with a text that is no chapter."""
    if not found:
        return 0.0
    times = Counter(names.fold(draft.name) for draft in found)
    own = mean(_quality(draft) * (times[names.fold(draft.name)] <= 2) for draft in found)
    ordered = len(found) > 3 and in_order([draft.name for draft in found]) >= ORDERED
    return min(1.0, own + 0.1 * ordered)


def _quality(draft: Draft) -> float:
    text = " ".join(piece.text for piece in draft.body)
    if is_facet(draft.name) or is_structure(draft.name) or names.fold(draft.name) in CHAPTERS:
        return 0.1
    words = count_words(draft.name)
    value = 1.0 if words <= USUAL_NAME else 0.6 if words <= LONG_NAME else 0.2
    if names.fold(draft.name).split(" ")[0] in FACET_STARTS or draft.name.endswith((".", "!", ",")):
        value *= 0.5
    if not text or is_value(text):
        return value * 0.3
    if count_words(text) > LONG_TEXT or draft.body[0].text[:1] in ",;)":
        value *= 0.6
    return value if defining.defines(draft.name, text) else value * 0.9


def _words(block: Block) -> int:
    if isinstance(block, Noise):
        return 0
    if isinstance(block, Labelled):
        return count_words(block.otherwise.text)
    if isinstance(block, Pair):
        return sum(map(count_words, (*block.names, *block.bodies)))
    if isinstance(block, Table):
        return sum(count_words(cell) for row in block.rows for cell in row.cells)
    return 0 if isinstance(block, Heading) and is_structure(block.text) else count_words(block.text)
