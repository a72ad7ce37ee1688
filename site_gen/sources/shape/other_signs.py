"""Lines with another sign than their neighbours: "Float - …" and "Void → …" in a run of lines with colons.

Notes that grew over years have several habits. Where most lines of a run are entries, the others are too, if
each of them has some sign between a short name and a text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Label, Labelled, count_words, is_value
from site_gen.sources.shape.sections import is_facet, is_structure, option_of
from site_gen.sources.shape.vocabulary import FACET_STARTS

NAMED = 2  # lines of a run that are entries at least
MOST = 0.6  # share of a run that may have other signs
WORDS, APART = 4, 2  # of a name; of one in lines with blank lines between them
_SIGN = re.compile(
    r"(?P<item>bullet|number\d)?(?:colon|dash|equals|leaders|tab|rare)|bold(?: (?P<bold>\w+))?"
)


def settled(found: Sequence[Block], live: frozenset[str], style: str) -> list[Block]:
    """The blocks, with lines of other signs than the ``live`` ones in a run of entries marked by a style."""
    out = list(found)
    for run in _runs(found):
        named = [option for block in run.values() if (option := option_of(block, live))]
        told = {
            place: option
            for place, block in run.items()
            if not option_of(block, live) and (option := _option(block))
        }
        if len(named) < NAMED or not 0 < len(told) <= MOST * len(run) or _goes_on(run, named, told.values()):
            continue
        apart = all(after - before > 1 for before, after in pairwise(b.line for b in run.values()))
        most = APART if apart and not next(iter(run.values())).listed else WORDS
        if all(_may_be(option, most) for option in told.values()):
            for place, option in told.items():
                out[place] = replace(run[place], options=(replace(option, style=style),))
    return out


def _goes_on(run: Mapping[int, Labelled], named: Sequence[Label], told: Collection[Label]) -> bool:
    """Whether a line may belong to the entry above: one without bold words, or one in small letters."""
    in_list = next(iter(run.values())).listed
    bold = not in_list and all(option.style.startswith("bold") for option in named)
    great = not any(option.name[0].islower() for option in named)
    return any(
        (bold and not option.style.startswith("bold")) or (great and option.name[0].islower())
        for option in told
    )


def _runs(found: Sequence[Block]) -> Iterator[dict[int, Labelled]]:
    """The lines with some sign that follow each other in one list, or as far apart as most of them."""
    run: dict[int, Labelled] = {}
    for place, block in enumerate([*found, None]):
        last = next(reversed(run.values()), None)
        if isinstance(block, Labelled) and (option := _option(block)):
            if last and (_item(option), block.listed) == (_item(_option(last)), last.listed):
                run[place] = block
                continue
            yield from _even(run)
            run = {place: block}
        else:
            yield from _even(run)
            run = {}


def _even(run: dict[int, Labelled]) -> Iterator[dict[int, Labelled]]:
    """The parts of a run whose lines are as far apart as most of them; items of lists stay together."""
    steps = [after.line - before.line for before, after in pairwise(run.values())]
    if not steps or next(iter(run.values())).listed:
        yield run
        return
    usual = Counter(steps).most_common(1)[0][0]
    part: dict[int, Labelled] = {}
    for (place, block), step in zip(run.items(), [usual, *steps], strict=True):
        if step > usual:
            yield part
            part = {}
        part[place] = block
    yield part


def _item(option: Label | None) -> str:
    """The kind of item that a line is, "" for one that is none."""
    found = _SIGN.fullmatch(option.style) if option else None
    return (found["item"] or found["bold"] or "") if found else ""


def _option(block: Labelled) -> Label | None:
    """The way to read a line by its first sign."""
    fits = [option for option in block.options if _SIGN.fullmatch(option.style)]
    return min(fits, key=lambda option: len(option.name), default=None)


def _may_be(option: Label, most: int) -> bool:
    """Whether what stands before the sign may be a name: few words, and no part of a text."""
    own = names.bare(option.name)
    part = is_facet(own) or is_structure(own) or names.fold(own).split(" ")[0] in FACET_STARTS
    return count_words(own) <= most and not part and not is_value(option.body)
