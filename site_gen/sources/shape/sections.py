"""Headings with their text, and tests on the words of a heading or label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Field, Heading, Label, Labelled, Noise, Prose
from site_gen.sources.shape.vocabulary import (
    ADDRESS,
    CALL,
    FACETS,
    ORDINAL,
    STRUCTURE,
    STRUCTURE_START,
    TITLE_WORDS,
    WORD_LIST,
    is_glossary_word,
    words_of_title,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with the text directly under it. ``after`` is the block that ends the text."""

    head: Heading
    body: tuple[Block, ...]
    after: Block | None

    @property
    def text(self) -> str:
        """The first three texts under the heading, on one line."""
        said = (_said(block) for block in self.body)
        return " ".join(list(filter(None, said))[:3])


def _said(block: Block) -> str:
    if isinstance(block, Labelled):
        return block.otherwise.text
    if isinstance(block, Field):
        return block.text if block.field == "text" else ""
    return block.text if isinstance(block, Prose) else ""


_COUNTED = re.compile(r" \d{1,2}$")


def is_facet(label: str) -> bool:
    """Whether a label names a part of a text, such as "Example" or "Note 2", and no term."""
    folded = names.fold(label)
    if len(label) <= SHORT and label.isupper() and label.isascii() and folded not in _LOUD:
        return False
    return folded in FACETS or _COUNTED.sub("", folded) in FACETS


SHORT = 4  # letters of an abbreviation that is a word of some language as well: "ARI"
_LOUD = frozenset(
    ["note", "nota", "tip", "tips", "hint", "see", "voir", "aka", "nb", "bsp", "todo", "e g", "z b"]
)


_I = re.compile(r"(?<![^\W_])[Ii](?:['’]|\s+[a-z])")  # and not "Carb ratio (I:C)"


_QUOTED = re.compile(r"[“\"„«][^“”\"„«»]{1,80}[”\"“»]")


def is_structure(heading: str) -> bool:
    """Whether a heading names a part of a page: "Introduction", "Part 2 …", "Join us"."""
    folded = names.fold(heading)
    if folded in STRUCTURE or CALL.match(folded) or ORDINAL.match(folded) or STRUCTURE_START.match(folded):
        return True
    letters = not heading.isupper()  # "I&I" speaks of nobody
    own = names.fold(_QUOTED.sub(" ", heading)).split()  # "“We are looking into it” reply" is a term
    said = (word for word in own if word in ADDRESS and (letters or len(word) > 1))
    return any(word != "i" or _I.search(heading) for word in said)


def is_title(text: str) -> bool:
    """Whether a first line reads like the title of a glossary: "Words of …", "40 terms to know"."""
    if re.match(r"(?:the |top )*\d+\+? [^\W\d_]{3}", text, re.IGNORECASE):
        return True
    folded = names.fold(text)
    return WORD_LIST.search(folded) is not None or any(
        word in TITLE_WORDS or is_glossary_word(word) for word in words_of_title(text)
    )


def in_order(found: Sequence[str]) -> float:
    """The share of neighbours that stand in alphabetical order."""
    folded = [names.fold(name) for name in found]
    return mean([a <= b for a, b in pairwise(folded)]) if len(folded) > 1 else 0.0


def sections(found: Sequence[Block], labels: frozenset[str] = frozenset()) -> list[Section]:
    """Every heading with its own text. A labelled line in one of ``labels`` ends the text like a heading."""
    out: list[Section] = []
    head: Heading | None = None
    body: list[Block] = []
    for block in [*found, None]:
        inner = block.otherwise if isinstance(block, Labelled) and not option_of(block, labels) else block
        if isinstance(inner, Prose | Field):
            body.append(inner)
        elif not isinstance(inner, Noise):
            if head:
                out.append(Section(head=head, body=tuple(body), after=inner))
            head, body = (inner if isinstance(inner, Heading) else None), []
    return out


def option_of(block: Labelled, live: frozenset[str]) -> Label | None:
    """The first way to read a labelled line in a ``live`` style, by the position of its sign."""
    fits = [option for option in block.options if option.style in live]
    return min(fits, key=lambda option: len(option.name), default=None)
