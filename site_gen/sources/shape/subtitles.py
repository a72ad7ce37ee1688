"""Headings right below a name that only tell a field of the entry: "Also called: tally", "(tally sheet)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.sources.shape import called
from site_gen.sources.shape.blocks import (
    Block,
    Field,
    Heading,
    Labelled,
    Noise,
    Prose,
    count_words,
)
from site_gen.sources.shape.header_roles import field_of, is_exact, role_of
from site_gen.sources.shape.labelled_fields import made_field
from site_gen.sources.shape.sections import is_facet
from site_gen.sources.shape.vocabulary import REMARKS

SEVERAL = 2  # headings in brackets below names, from which these are other names
WORDS = 6  # most words of a name in brackets
_LABELLED = re.compile(r"(?P<label>[^:：]{1,40}?)\s?[:：]\s*(?P<said>\S.*)", re.DOTALL)
_PHRASE = re.compile(
    r"[(\[]?(?:(?:also|sometimes|commonly|otherwise|formerly) (?:known as|called|termed)|a\.?k\.?a\.?|"
    rf"{called.PHRASES})\s+(?P<said>[^()\[\]]+?)[)\]]?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\((?P<said>[^()]{1,80})\)")


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with each such heading as a field of the entry above it."""
    out, below, bracketed = list(found), False, list[int]()
    for place, block in enumerate(found):
        if isinstance(block, Noise):
            continue
        own = _field(block) if below and isinstance(block, Heading) and _is_over_text(found, place) else None
        if own:
            out[place] = own
            if own.label == "":
                bracketed.append(place)
        below = own is not None or (isinstance(block, Heading) and block.sure)
    if len(bracketed) < SEVERAL:
        for place in bracketed:
            out[place] = found[place]
    return out


def _is_over_text(found: Sequence[Block], place: int) -> bool:
    """Whether a paragraph or a further such heading follows, below no more than noise."""
    after = next((block for block in found[place + 1 :] if not isinstance(block, Noise)), None)
    return isinstance(after, Prose | Labelled) or (isinstance(after, Heading) and _field(after) is not None)


def _field(head: Heading) -> Field | None:
    """The field that a heading tells; names in brackets alone have no label."""
    if not head.sure:
        return None
    if (labelled := _LABELLED.fullmatch(head.text)) and _is_part(labelled["label"]):
        made = made_field(head.line, labelled["label"], labelled["said"])
        return made if made.items or field_of(role_of(made.label)) != "also" else None
    if phrase := _PHRASE.fullmatch(head.text):
        return made_field(head.line, "also", phrase["said"])
    said = _IN_BRACKETS.fullmatch(head.text)
    if (
        not said
        or not any(map(str.isalpha, said["said"]))
        or re.fullmatch(REMARKS, said["said"], re.IGNORECASE)
        or count_words(said["said"]) > WORDS
    ):
        return None
    made = made_field(head.line, "also", said["said"])
    return Field(line=made.line, label="", field="also", text=made.text, items=made.items)


def _is_part(label: str) -> bool:
    """Whether a label names a part of an entry that is no text: other names, topics, an owner."""
    role = role_of(label) if is_exact(label) else ""
    return role not in ("", "name", "text") and not (role == "-" and is_facet(label))
