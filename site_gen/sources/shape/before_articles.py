"""Lines in which an article alone shows where a name ends: "Anchor light a white light shown at night"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Prose, clean_name

FEWEST, SHARE = 4, 0.8  # such lines, and their share of all lines
ORDERED = 0.8  # share of names that stand in order: lines that ask readers to do something do not
_LINE = re.compile(
    r"(?P<name>[A-ZÀ-ÞА-Я][\w'’-]*(?: [\w'’-]+){0,3}?)\s+"
    r"(?P<text>(?:eine?[rnms]?|der|die|das)\s[^\W\d_][\w'’-]*(?:[\s,].*)?|(?:an?|the|any|one|une?|le|la|"
    r"les|un|una|uno|el|los|las|il|lo|gli|um|"
    r"uma|een|het)\s[a-zà-ÿа-я][\w'’-]*(?:[\s,].*)?|l['’][a-zà-ÿ].*)",
    re.DOTALL,
)
_SMALL = frozenset(
    ["of", "for", "to", "and", "or", "in", "on", "by", "with", "is", "are", "de", "du", "des", "und"]
)


def drafts(found: Sequence[Block]) -> list[Draft]:
    """An entry for each such line, if nearly all lines are so and their names stand in order; else none."""
    texts = [block.otherwise if isinstance(block, Labelled) else block for block in found]
    lines = [block for block in texts if _may_be_line(block)]
    read = [(block, told) for block in lines if (told := _read(_text(block)))]
    if len(read) < max(FEWEST, SHARE * len(lines)):
        return []
    own = [names.fold(name) for _, (name, _) in read]
    ordered = sum(first <= second for first, second in pairwise(own))
    if ordered < ORDERED * (len(own) - 1):
        return []
    return [
        Draft(name=name, line=block.line, how="text", body=(Piece(line=block.line, text=text),))
        for block, (name, text) in read
    ]


def _may_be_line(block: Block) -> bool:
    return not block.sure if isinstance(block, Heading) else isinstance(block, Prose) and not block.verbatim


def _text(block: Block) -> str:
    return block.text if isinstance(block, Prose | Heading) else ""


def _read(line: str) -> tuple[str, str] | None:
    found = _LINE.fullmatch(line.strip())
    if not found or found["name"].split()[-1].lower() in _SMALL:
        return None
    return clean_name(found["name"]), found["text"]
