"""Entries that run on, as pages are copied: "Void A flat without a tenant.", or all in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece
from site_gen.sources.shape import defining
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Prose, abbreviates, is_name_like
from site_gen.sources.shape.sections import in_order
from site_gen.sources.shape.vocabulary import is_glossary_word

ENOUGH = 5  # entries
SHARE, ORDERED = 0.8, 0.9  # share of the lines that are entries, and of their neighbours in order
DEFINED = 0.5  # share of texts that open as definitions do
LONGEST = 100_000  # signs of a paragraph
NAME, TEXT = 5, 3  # most words of a name, least words of a text


def drafts(found: Sequence[Block]) -> list[Draft]:
    """The entries of lines with a capital where the text begins, if nearly all are such and in order."""
    inner = [block.otherwise if isinstance(block, Labelled) else block for block in found]
    lines = [block for block in inner if isinstance(block, Prose | Heading)]
    if lines and isinstance(lines[0], Heading):  # a title
        del lines[0]
    made: list[Draft] = []
    for line in lines:
        name, text = _parted(line.text)
        if name:
            made.append(
                Draft(name=name, line=line.line, how="text", body=(Piece(line=line.line, text=text),))
            )
    if len(made) < max(ENOUGH, SHARE * len(lines)) or in_order([draft.name for draft in made]) < ORDERED:
        return []
    defined = mean(defining.defines(draft.name, draft.body[0].text) for draft in made)
    return made if defined >= DEFINED else []


_NEXT = re.compile(r"(?<=[.!?)”\"])\s+(?=[^\W\d_][^.:!?]{1,60}:\s)")
_FIRST = re.compile(r"\b[A-ZÀ-Þ]{4,20}\s+(?=[A-ZÀ-Þ])")


def in_one_paragraph(found: Sequence[Block]) -> list[Draft]:
    """The entries of a single paragraph that parts them only by names and colons: "Void: A flat. Yard: …"."""
    inner = [block.otherwise if isinstance(block, Labelled) else block for block in found]
    lines = [block for block in inner if isinstance(block, Prose)]
    if len(lines) != 1 or len(lines[0].text) > LONGEST:
        return []
    text = lines[0].text
    title = _FIRST.match(text)
    if title and is_glossary_word(names.fold(title[0]).strip()):
        text = text[title.end() :]
    pairs = [part.partition(":") for part in _NEXT.split(text)]
    if len(pairs) < ENOUGH or not all(is_name_like(name) and said.strip() for name, _, said in pairs):
        return []
    if in_order([name for name, _, _ in pairs]) < ORDERED:
        return []
    line = lines[0].line
    return [
        Draft(name=name.strip(), line=line, how="text", body=(Piece(line=line, text=said.strip()),))
        for name, _, said in pairs
    ]


def _parted(line: str) -> tuple[str, str]:
    """The name and the text of a line, parted before the first capital in it that small letters follow."""
    words = line.split()
    if len(words) < TEXT + 1 or not line[0].isalnum():
        return "", ""
    if words[0].isupper() and abbreviates(words[0], " ".join(words[1:])):
        return words[0], " ".join(words[1:])
    for place in range(1, min(NAME + 1, len(words) - TEXT + 1)):
        begun = words[place][0].isupper() and words[place + 1][0].islower()
        name = " ".join(words[:place])
        if begun and is_name_like(name):
            return name, " ".join(words[place:])
    return "", ""
