"""Paragraphs under a heading that begin with its name or its long form: text of the heading, no entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Field, Heading, Label, Labelled, Prose, abbreviates, tidy
from site_gen.sources.shape.defining import goes_on
from site_gen.sources.shape.sections import is_facet

ENOUGH = 3  # lines with other names under the same heading

_LETTERS = re.compile(r"\w\s*[-–—/]\s*\w")  # "C–F", over the names with these letters


def settled(found: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with such a line as the text under its heading.

    Under "UTMS", "Universal time system — a framework …" is a text; under "Queue", "**Queue** is a line …".
    Under "UTMS", "**Universal time system.** A framework …" gives another name and a text.
    """
    before: Block | None = None
    content = list(found)
    for place, block in enumerate(content):
        if isinstance(before, Heading) and before.sure and isinstance(block, Labelled):
            one_of_many = _is_one_of_many(before, block, content[place + 1 :])
            yield from [block] if one_of_many else _under(before, block)
        else:
            yield block
        before = block


def _is_one_of_many(head: Heading, block: Labelled, after: Sequence[Block]) -> bool:
    """Whether a line with the name of its heading is the first of several such lines with other names."""
    own = {option.style for option in block.options if _is_same(head.text, option.name)}
    below = takewhile(lambda one: not isinstance(one, Heading), after if own else ())
    told = [one.options for one in below if isinstance(one, Labelled)]
    alike = [any(o.style in own and not is_facet(o.name) for o in options) for options in told]
    return sum(alike) >= ENOUGH


def _under(head: Heading, block: Labelled) -> Iterator[Block]:
    plain = block.otherwise
    own = next((option for option in block.options if _is_same(head.text, option.name)), None)
    letter = own and len(head.text) == 1 and isinstance(plain, Prose) and not _has_no_sign(own, plain)
    if letter:  # "C: a language" under the letter C
        yield block
    elif own and isinstance(plain, Prose):
        whole = _has_no_sign(own, plain) or _is_inserted(own.body)
        yield plain if whole else replace(plain, text=own.body)
    elif head.text.isupper() and not block.listed and not _LETTERS.fullmatch(head.text):
        yield from _written_out(head, block)
    else:
        yield block


def _written_out(head: Heading, block: Labelled) -> Iterator[Block]:
    """A line that may begin with what the letters of its heading stand for."""
    plain = block.otherwise
    long = next((option for option in block.options if _spells(option.name, head.text)), None)
    if long and isinstance(plain, Prose) and long.style == "bold" and not _has_no_sign(long, plain):
        yield Field(line=block.line, label=long.name, field="also", text=long.name, items=(long.name,))
        yield replace(plain, text=long.body)
    else:
        yield plain if long else block


def _spells(long: str, short: str) -> bool:
    """Whether words are what letters stand for; "HR brand" only begins with them."""
    return abbreviates(short, long) and not names.fold(long).startswith(names.fold(short))


_INSERTION = re.compile(r"[^—–.]{2,80}\s[—–]\s(?=\S)")


def _is_inserted(body: str) -> bool:
    """Whether the words after the sign stand between two dashes of a sentence: "— also called … — is a"."""
    found = _INSERTION.match(body)
    return found is not None and goes_on(body[found.end() :])


def _is_same(name: str, other: str) -> bool:
    return names.key(name) == names.key(other) != ""


def _has_no_sign(option: Label, plain: Prose) -> bool:
    """Whether the text goes on after the name without a sign, as a sentence: "**Queue** is …"."""
    return plain.text == tidy(f"{option.name} {option.body}") or goes_on(option.body)
