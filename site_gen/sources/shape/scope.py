"""Find the part of a document that is the glossary: a chapter, the whole document, or (in a README) none.

The headings decide. If one of several chapters is called "Glossary" or "Terms and definitions", and the
document itself is not, the other chapters hold no entries. If no heading says so and the headings are those
of a README or a design document, the document contains no glossary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Pair, Prose, Table
from site_gen.sources.shape.sections import in_order
from site_gen.sources.shape.vocabulary import CHAPTERS, GLOSSARY_WORDS, JOINING, STRUCTURE

ORDERED = 0.9  # share of neighbours in alphabetical order: chapters are not sorted
TERM_HEADERS = frozenset(["term", "word", "acronym", "abbreviation"])
PROSE = 0.5  # share of the chapters beside the glossary that begin with a paragraph
ENOUGH, SHARE = 3, 0.5  # headings that name parts of another kind of document, and their share


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """The blocks that may contain entries, and the other blocks.

    ``others_may_be``: use all blocks if the first ones contain no entries. ``why`` is the reason reported for
    the other blocks.
    """

    taken: tuple[Block, ...]
    left: tuple[Block, ...]
    why: str
    others_may_be: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading, its index, and the index of the next heading of the same or a higher level."""

    head: Heading
    start: int
    end: int


def names_glossary(heading: str) -> bool:
    """Whether a heading consists of words for a glossary: "Terms and definitions", "Our glossary"."""
    words = names.fold(heading).split()
    return any(word in GLOSSARY_WORDS for word in words) and all(
        word in GLOSSARY_WORDS or word in JOINING for word in words
    )


def speaks_of_glossary(title: str) -> bool:
    """Whether a title has a word for a glossary."""
    return any(word in GLOSSARY_WORDS for word in names.fold(title).split())


def parted(title: str, found: Sequence[Block]) -> Parted | None:
    """The blocks that may contain entries; None if headings give no hint, so that all blocks may."""
    if speaks_of_glossary(title):
        return None
    chapters = _chapters(found)
    if chapters:
        return chapters
    return _of_another_kind(found) if is_other(found) else None


def _chapters(found: Sequence[Block]) -> Parted | None:
    """The chapters called a glossary, if there are other chapters on the same level; else None."""
    parts = _parts(found)
    own = [part for part in parts if names_glossary(part.head.text)]
    widest = min((part.head.depth for part in own), default=0)
    others = [part for part in parts if part.head.depth <= widest and part not in own]
    inside = {index for part in own for index in range(part.start + 1, part.end)}
    told = [_is_prose(found[part.start + 1 : part.end]) for part in others]
    if not inside or not told or mean(told) < PROSE:  # chapters that are no prose may contain entries too
        return None
    return Parted(
        taken=tuple(block for index, block in enumerate(found) if index in inside),
        left=tuple(block for index, block in enumerate(found) if index not in inside),
        why="outside of the chapter that holds the glossary",
        others_may_be=True,
    )


def _is_prose(found: Sequence[Block]) -> bool:
    """Whether a chapter begins with a paragraph; two sentences may look like a name and its text."""
    first = next((block for block in found if not isinstance(block, Noise | Heading)), None)
    if isinstance(first, Labelled) and all(option.style == "stop" for option in first.options):
        return isinstance(first.otherwise, Prose)
    return isinstance(first, Prose) and not first.bullet


def _of_another_kind(found: Sequence[Block]) -> Parted:
    """In a document of another kind, only the tables whose header says that they contain terms."""
    taken = tuple(block for block in found if isinstance(block, Table) and _is_of_terms(block))
    return Parted(
        taken=taken,
        left=tuple(block for block in found if not any(block is one for one in taken)),
        why="its headings are those of a README, a design document or a report",
        others_may_be=False,
    )


def _is_of_terms(table: Table) -> bool:
    head = table.rows[0].cells if table.header and table.rows else ()
    return any(speaks_of_glossary(cell) or names.fold(cell) in TERM_HEADERS for cell in head)


def _parts(found: Sequence[Block]) -> list[Part]:
    heads = [(i, block) for i, block in enumerate(found) if isinstance(block, Heading) and block.sure]
    out = []
    for place, (start, head) in enumerate(heads):
        wider = (i for i, other in heads[place + 1 :] if other.depth <= head.depth)
        out.append(Part(head=head, start=start, end=next(wider, len(found))))
    return out


def is_other(found: Sequence[Block]) -> bool:
    """Whether the headings are those of a README, design document or report, and none is of a glossary."""
    heads = [block.text for block in found if isinstance(block, Heading) and block.sure]
    if any(speaks_of_glossary(head) for head in heads):
        return False
    named = [head for head in heads if names.fold(head) in CHAPTERS | STRUCTURE]
    return len(named) >= ENOUGH and len(named) >= SHARE * len(heads) and in_order(heads) < ORDERED


def words_in(block: Block) -> str:
    """The words of a block that are reported if the block is not imported."""
    if isinstance(block, Labelled):
        return block.otherwise.text or block.options[0].name
    if isinstance(block, Pair):
        return block.names[0]
    if isinstance(block, Table):
        return " | ".join(block.rows[0].cells) if block.rows else ""
    return "" if isinstance(block, Noise) and not block.text else block.text
