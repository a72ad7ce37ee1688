"""Clauses of standards and contracts: a number alone, then a term, its other names, and the definition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Noise,
    Pair,
    Prose,
    clean_name,
    count_words,
)

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,4}\.?")
MAX_NAME = 6  # words of a further name, which stands before the definition
ENOUGH = 2  # clauses in a document


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with each numbered clause as a name and its text; others stay unchanged."""
    starts = [index for index, block in enumerate(found) if _NUMBER.fullmatch(_text(block))]
    numbers = [[int(part) for part in _text(found[start]).rstrip(".").split(".")] for start in starts]
    if numbers != sorted(numbers):  # the newest version first, as in a log of changes
        return list(found)
    clauses = {start: _clause(found, start) for start in starts}
    if sum(pair is not None for pair, _ in clauses.values()) < max(ENOUGH, 0.7 * len(starts)):
        return list(found)
    out: list[Block] = []
    index = 0
    while index < len(found):
        pair, end = clauses.get(index, (None, index + 1))
        out.append(pair or found[index])
        index = end if pair else index + 1
    return out


def _text(block: Block) -> str:
    inner = block.otherwise if isinstance(block, Labelled) else block
    return inner.text if isinstance(inner, Heading | Prose | Noise) else ""


def _clause(found: Sequence[Block], start: int) -> tuple[Pair | None, int]:
    """The clause that begins with a number, None if no name and text follow; and the index after it."""
    end = start + 1
    while end < len(found) and _is_inside(found[end]):
        end += 1
    said = [_text(block) for block in found[start + 1 : end]]
    if len(said) < 2 or count_words(said[0]) > MAX_NAME + 3:
        return None, start + 1
    more = 1
    while more < len(said) - 1 and count_words(said[more]) <= MAX_NAME and said[more][-1:] not in ".:;":
        more += 1
    named, body = [clean_name(text) for text in said[:more]], "\n\n".join(said[more:])
    line = found[start + 1].line
    return Pair(line=line, names=tuple(filter(None, named)), bodies=(body,)), end


def _is_inside(block: Block) -> bool:
    inner = block.otherwise if isinstance(block, Labelled) else block
    if not isinstance(inner, Heading | Prose) or (isinstance(inner, Heading) and inner.sure):
        return False
    return not _NUMBER.fullmatch(inner.text)
