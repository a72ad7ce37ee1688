"""Lists of definitions inside the texts of terms that are headings: a price, a rule, kinds of the term."""

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


@dataclass(kw_only=True, slots=True)
class _Part:
    """A heading, whether a text stands right below it, and the places of the definitions after that text."""

    head: Heading
    told: bool = False
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
    places = {place for part in held for place in part.pairs or ()}
    if len(places) >= len(told):
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
            out[-1].told = out[-1].told or (isinstance(block, Prose) and not out[-1].pairs)
    return out


def _is_term(part: _Part) -> bool:
    return len(part.pairs or ()) <= PAIRS and not says_words(part.head.text)


def _is_name(part: _Part) -> bool:
    own = part.head.text
    if not part.head.sure or names.fold(own) in CHAPTERS or is_structure(own):
        return False
    return count_words(own) <= NAME


def _as_line(block: Block) -> Block:
    if not isinstance(block, Pair):
        return block
    said = " ".join(text for text in block.bodies if text.strip())
    return Prose(line=block.line, text=f"{block.names[0]}: {said}")
