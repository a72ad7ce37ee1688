"""Numbers before names as texts of East Asia write them: "1、工单", "（2）首响", "③结案", "四、升级"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.sources.shape.blocks import Block, Heading, Labelled

_DIGITS = "一二三四五六七八九"
_LETTER = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_HAN = r"[一二三四五六七八九十]{1,3}"
PLAIN = (
    rf"\d{{1,3}}(?:[、．）]|[.)](?={_LETTER}))|[（(]\d{{1,3}}(?:）|\)(?={_LETTER}))|[①-⑳]"  # in lines as well
)
_NUMBER = re.compile(rf"(?:{PLAIN}|{_HAN}、|[（(]{_HAN}[)）]|\(?\d{{1,3}}\)(?=\s))\s*(?=[^\W\d]|[「『【“\"])")
_KIND = re.compile(rf"\d+|{_HAN}|[①-⑳]")
SHARE = 0.6  # share of the names that have a number


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks with names and headings free of such numbers, if most have one and each follows the last."""
    numbers = {id(block): number for block in found if (number := _NUMBER.match(_name(block)))}
    if len(numbers) < 2:
        return list(found)
    for shape in (Heading, Labelled):
        own = [numbers[id(block)] for block in found if isinstance(block, shape) and id(block) in numbers]
        every = sum(isinstance(block, shape) for block in found)
        if len(own) < 2 or len(own) < SHARE * every or not _in_order(own):
            numbers = {id(b): numbers[id(b)] for b in found if id(b) in numbers and not isinstance(b, shape)}
    return [_without(block, numbers[id(block)][0]) if id(block) in numbers else block for block in found]


def _name(block: Block) -> str:
    if isinstance(block, Labelled):
        return block.options[0].name
    return block.text if isinstance(block, Heading) else ""


def _without(block: Block, number: str) -> Block:
    if isinstance(block, Labelled):
        own = tuple(replace(option, name=option.name.removeprefix(number)) for option in block.options)
        return replace(block, options=own)
    return replace(block, text=block.text.removeprefix(number)) if isinstance(block, Heading) else block


def _in_order(numbers: Sequence[re.Match[str]]) -> bool:
    """Whether the numbers of each kind go up by one, or begin again."""
    kinds: dict[str, list[int]] = {}
    for number in numbers:
        said = _KIND.search(number[0])
        written = said[0] if said else ""
        kinds.setdefault(_NUMBER_SIGNS.sub("", number[0]), []).append(_value(written))
    return all(
        (len(own) > 1 or own == [1]) and all(b in (a + 1, 1) for a, b in pairwise(own))
        for own in kinds.values()
    )


_NUMBER_SIGNS = re.compile(r"[\d一二三四五六七八九十①-⑳\s]+")


def _value(written: str) -> int:
    if written.isdecimal():
        return int(written)
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    tens, ten, ones = written.rpartition("十")
    own = 1 + _DIGITS.find(ones) if ones else 0
    return own + (10 * (1 + _DIGITS.find(tens) if tens else 1) if ten else 0)
