"""Lists that go from the meaning to the name: "A guest who never came: no-show", or bold names below texts.

Which side is the name, only the whole list can tell: the short one, where the other is a phrase in each line.
A list of tasks with the people who do them looks the same, so a title has to speak of words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape import defining
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Label,
    Labelled,
    Noise,
    Prose,
    abbreviates,
    clean_name,
    count_words,
    is_name_like,
    is_value,
)
from site_gen.sources.shape.scope import says_words

LEAST, NEARLY_ALL = 3, 0.8  # lines with a name at their end, and their share of all
FIRST = 3  # first lines, which may be a title and words of introduction
NAME, NAMES = 4, 2.5  # words of a name, and of names on average
LONGEST = 7  # words of a name with what its brackets add
TEXT, TIMES = 5, 2  # words of texts on average, and times as many as of the names
_SIGN = r"(?:\s[-–—―=]{1,2}\s|\s?(?:[-=]>|→|⇒)\s?|:\s|：|\s?\.{3,}\s?|\s?…+\s?)"
_LAST = re.compile(rf"(?P<text>(?:(?!{_SIGN})[^\n]){{8,200}}?){_SIGN}\s{{0,9}}(?P<name>[^:：→=–—\n]{{1,70}})")
_BRACKETS = re.compile(r"(?P<text>[^()\n]{8,200}?)\s?\((?P<name>[^():=\n]{1,50})\)\.?")


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks, with lines that end with their names as lines that begin with them."""
    texts = [
        (place, (block.otherwise if isinstance(block, Labelled) else block).text)
        for place, block in enumerate(found)
        if isinstance(block, Labelled | Heading | Prose) and not (isinstance(block, Heading) and block.sure)
    ]
    for pattern in (_LAST, _BRACKETS):
        read = {place: pattern.fullmatch(text[:300]) for place, text in texts}
        told = {place: one for place, one in read.items() if one and count_words(one["name"]) <= LONGEST}
        before = [text for place, text in texts if told and place < min(told)]
        if len(told) < max(LEAST, NEARLY_ALL * (len(texts) - len(before))) or len(before) > FIRST:
            continue
        titles = [*before, *(block.text for block in found if isinstance(block, Heading) and block.sure)]
        if _are_reversed([(read["name"], read["text"]) for read in told.values()], titles):
            return [_turned(block, told.get(place)) for place, block in enumerate(found)]
    return _with_names_above(found)


def _are_reversed(pairs: Sequence[tuple[str, str]], titles: Sequence[str]) -> bool:
    own = [names.bare(name) for name, _ in pairs]
    words = [count_words(name) for name in own]
    said = [count_words(text) for _, text in pairs]
    short = all(0 < count <= NAME for count in words) and mean(words) <= NAMES
    if not short or mean(said) < max(TEXT, TIMES * mean(words)) or len(set(map(names.fold, own))) < len(own):
        return False
    if not all(map(is_name_like, own)) or any(map(is_value, own)):
        return False
    if any(abbreviates(name, text) for name, text in zip(own, (text for _, text in pairs), strict=True)):
        return False
    return any(map(says_words, titles))


def _turned(block: Block, read: re.Match[str] | None) -> Block:
    if read is None or isinstance(block, Noise):
        return block
    own = block.otherwise if isinstance(block, Labelled) else block
    listed = getattr(own, "listed", 0)
    label = Label(style="equals", name=clean_name(read["name"]), body=read["text"].strip())
    return Labelled(
        line=block.line, options=(label,), otherwise=Prose(line=block.line, text=read[0]), listed=listed
    )


def _with_names_above(found: Sequence[Block]) -> list[Block]:
    """The blocks with names above their texts, where each paragraph has its bold name below."""
    inner = [place for place, block in enumerate(found) if not isinstance(block, Noise)]
    start = next((i for i, place in enumerate(inner) if isinstance(found[place], Prose)), 0)
    pairs = [
        (found[one], found[other]) for one, other in zip(inner[start::2], inner[start + 1 :: 2], strict=False)
    ]
    if len(pairs) < LEAST or (len(inner) - start) % 2 or start > FIRST:
        return list(found)
    out = dict(enumerate(found))
    for index, (text, name) in enumerate(pairs):
        if not isinstance(text, Prose) or not isinstance(name, Heading) or name.sure or text.bullet:
            return list(found)
        if not defining.names_thing(text.text) or not defining.is_short(text.text):
            return list(found)
        place = inner[start + 2 * index]
        out[place], out[inner[start + 2 * index + 1]] = name, text
    return list(out.values())
