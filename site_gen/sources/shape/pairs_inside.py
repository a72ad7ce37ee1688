"""Lists of definitions inside the texts of terms that are headings: "Price: see the list".

The texts of the headings are sentences, and the definitions are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Heading, Noise, Pair, Prose, count_words
from site_gen.sources.shape.scope import says_words
from site_gen.sources.shape.sections import is_structure
from site_gen.sources.shape.vocabulary import CHAPTERS

TOLD, FEW = 3, 1 / 3  # headings with texts, and the share of them that has such a list
PAIRS = 3  # of one heading at most
NAME = 6  # words of a heading
STOPS, SENTENCES = (".", "!", "?", "。"), 0.8  # ends of sentences, and the share of the texts that have one


@dataclass(kw_only=True, slots=True)
class _Part:
    """A heading, whether a text stands right below it, and the places of the definitions after that text."""

    head: Heading
    told: bool = False
    ended: bool = False  # whether a sentence ends that text
    pairs: list[int] | None = None


def settled(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks, with such definitions as lines of the texts, where nearly all headings have only a text."""
    parts = _parts(found)
    told = [part for part in parts if part.told]
    held = [part for part in parts if part.pairs]
    if not held or len(told) < TOLD or len(held) > FEW * len(told):
        return found
    if not all(part.told and _is_term(part) for part in held) or not all(map(_is_name, told)):
        return found
    if sum(part.ended for part in told) < SENTENCES * len(told):
        return found
    places = {place for part in held for place in part.pairs or ()}
    if len(places) >= len(told) or any(_is_sentence(found[place]) for place in places):
        return found
    return [_as_line(block) if place in places else block for place, block in enumerate(found)]


def _parts(found: Sequence[Block]) -> list[_Part]:
    out: list[_Part] = []
    for place, block in enumerate(found):
        if isinstance(block, Heading):
            out.append(_Part(head=block))
        elif isinstance(block, Pair):
            out = out or [_Part(head=Heading(line=0, text="", style=""))]
            out[-1].pairs = [*(out[-1].pairs or ()), place]
        elif out and not isinstance(block, Noise):
            own = out[-1]
            if isinstance(block, Prose) and not own.told and not own.pairs:
                own.told, own.ended = True, block.text.endswith(STOPS)
    return out


def _is_term(part: _Part) -> bool:
    return len(part.pairs or ()) <= PAIRS and not says_words(part.head.text)


def _is_name(part: _Part) -> bool:
    own = part.head.text
    if not part.head.sure or names.fold(own) in CHAPTERS or is_structure(own):
        return False
    return count_words(own) <= NAME


def _is_sentence(block: Block) -> bool:
    """Whether a definition is a sentence, as the texts of the headings are, and no price or number."""
    return isinstance(block, Pair) and any(text.rstrip().endswith(STOPS) for text in block.bodies)


def _as_line(block: Block) -> Block:
    if not isinstance(block, Pair):
        return block
    said = " ".join(text for text in block.bodies if text.strip())
    return Prose(line=block.line, text=f"{block.names[0]}: {said}")
