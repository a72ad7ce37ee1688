"""Which part of a document is its glossary: one chapter of a handbook, all of it, or none of a README.

A careful reader looks at the headings first. Where one of several chapters is called "Glossary" or "Terms and
definitions", and the whole is not, the others hold no entries. Where no heading says so and those there are
name the parts of a README or a design document, there is no glossary.
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
    """The blocks that may hold entries, and the others.

    ``others_may_be`` where all count if the first hold none; ``why`` is what is told of the others.
    """

    taken: tuple[Block, ...]
    left: tuple[Block, ...]
    why: str
    others_may_be: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading, where it stands, and where the next one as wide stands."""

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
    return any(word in GLOSSARY_WORDS for word in names.fold(title).split())


def parted(title: str, found: Sequence[Block]) -> Parted | None:
    """Which blocks may hold entries; None where the headings tell nothing, so that all may."""
    if speaks_of_glossary(title):
        return None
    chapters = _chapters(found)
    if chapters:
        return chapters
    return _of_another_kind(found) if is_other(found) else None


def _chapters(found: Sequence[Block]) -> Parted | None:
    """The chapters that are called a glossary beside others as wide, if there are some."""
    parts = _parts(found)
    own = [part for part in parts if names_glossary(part.head.text)]
    widest = min((part.head.depth for part in own), default=0)
    others = [part for part in parts if part.head.depth <= widest and part not in own]
    inside = {index for part in own for index in range(part.start + 1, part.end)}
    told = [_is_prose(found[part.start + 1 : part.end]) for part in others]
    if not inside or not told or mean(told) < PROSE:  # other lists may hold entries as well
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
    """Of a document of another kind only tables whose header says that they hold terms."""
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
    """Whether the headings are those of a README, a design document or a report, and none of a glossary."""
    heads = [block.text for block in found if isinstance(block, Heading) and block.sure]
    if any(speaks_of_glossary(head) for head in heads):
        return False
    named = [head for head in heads if names.fold(head) in CHAPTERS | STRUCTURE]
    return len(named) >= ENOUGH and len(named) >= SHARE * len(heads) and in_order(heads) < ORDERED


def words_in(block: Block) -> str:
    """What of a block that is not taken is told."""
    if isinstance(block, Labelled):
        return block.otherwise.text or block.options[0].name
    if isinstance(block, Pair):
        return block.names[0]
    if isinstance(block, Table):
        return " | ".join(block.rows[0].cells) if block.rows else ""
    return "" if isinstance(block, Noise) and not block.text else block.text
