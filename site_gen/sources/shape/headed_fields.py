"""Documents whose entries are headings over a line "Definition: …": other labelled items name no terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Field, Heading, Labelled, Noise, Pair, Prose, Table
from site_gen.sources.shape.header_roles import role_of
from site_gen.sources.shape.header_words import STRONG_TEXT_HEADERS
from site_gen.sources.shape.scope import names_glossary

ENOUGH = 5  # headings over a definition that show the habit
_FIELDS = ("also", "short", "text")  # of lines such as "Abbreviation: HT"
SEVERAL = 3  # headings of any style over a definition
WHY = "under a heading without a definition"


def settled(found: Sequence[Block]) -> Sequence[Block]:
    """The blocks with labelled items as parts of the entry above, or as noise where no entry is."""
    if sum(_defines(block) for block in found) < ENOUGH:
        return found
    return list(_settled(found))


def heads(found: Sequence[Block]) -> frozenset[int]:
    """The headings, by identity and of any style, that stand over a definition labelled as such."""
    told = set[int]()
    last: Heading | None = None
    for block in found:
        if isinstance(block, Heading):
            last = None if role_of(re.split("[:：]", block.text)[0]) in _FIELDS else block
        elif isinstance(block, Labelled | Prose | Pair | Table):
            last = None
        elif last and _defines(block):
            told.add(id(last))
    return frozenset(told) if len(told) >= SEVERAL else frozenset()


def _settled(found: Sequence[Block]) -> Iterator[Block]:
    inside, listing = False, False
    for block in found:
        if isinstance(block, Heading):
            inside, listing = False, names_glossary(block.text)
        inside = inside or _defines(block)
        if not isinstance(block, Labelled) or not block.listed or (listing and not inside):
            yield block
        elif inside:
            label = block.options[0].name if block.options else ""
            yield Field(line=block.line, label=label, field="", text=block.otherwise.text)
        else:
            yield Noise(line=block.line, text=block.otherwise.text, why=WHY)


def _defines(block: Block) -> bool:
    is_text = isinstance(block, Field) and block.field == "text"
    return is_text and isinstance(block, Field) and names.fold(block.label) in STRONG_TEXT_HEADERS
