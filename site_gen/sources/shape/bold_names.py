"""Lines whose name goes on after its bold words: "**Push** X: move by X" next to "**Rest**: do nothing"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.sources.shape.blocks import Block, Label, Labelled, clean_name
from site_gen.sources.shape.vocabulary import WORD_CLASS

ENOUGH, SHARE = 3, 0.6  # lines with such a name, and their share of those without a sign after the bold words
_SIGN = re.compile(r"\s*(?:[:：=|]|[-–—―]{1,3}(?=\s))")
_ON = re.compile(r"(?P<words>(?:\s+[^\s:：]{1,20}){1,3}?)\s*[:：](?=\s)\s*")


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with whole names, if most bold words have no sign after them but one some words later."""
    places = [index for index, block in enumerate(found) if isinstance(block, Labelled) and _bold(block)]
    unsigned = {index: rest for index in places if not _SIGN.match(rest := _rest(found[index]))}
    named = {index: on for index, rest in unsigned.items() if (on := _ON.match(rest))}
    if len({on["words"].strip() for on in named.values()}) == 1 < len(named):  # a label of texts
        return list(found)
    if len(named) < ENOUGH or len(named) < SHARE * len(unsigned):
        return list(found)
    return [_whole(block, named[index]) if index in named else block for index, block in enumerate(found)]


def _bold(block: Labelled) -> Label | None:
    text = block.otherwise.text
    return next((o for o in block.options if o.style.startswith("bold") and text.startswith(o.name)), None)


def _rest(block: Block) -> str:
    """The text of a line after its bold words."""
    option = _bold(block) if isinstance(block, Labelled) else None
    return block.otherwise.text[len(option.name) :] if option and isinstance(block, Labelled) else ""


def _whole(block: Block, on: re.Match[str]) -> Block:
    option = _bold(block) if isinstance(block, Labelled) else None
    body = on.string[on.end() :].strip()
    if not option or not isinstance(block, Labelled) or not body:
        return block
    words = on["words"].strip()
    more = "" if WORD_CLASS.fullmatch(words.strip("()[].,")) else f" {words}"
    named = replace(option, name=clean_name(option.name + more), body=body)
    return replace(block, options=tuple(named if one is option else one for one in block.options))
