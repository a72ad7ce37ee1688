"""Labels that name parts of an entry: records ("Term: …", "Definition: …"), fields under headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Prose, clean_name
from site_gen.sources.shape.header_words import NAME_HEADERS, TEXT_HEADERS
from site_gen.sources.shape.vocabulary import FACETS

OFTEN = 3  # a label that stands so often is no name


def settled(found: Sequence[Block]) -> list[Block]:
    """Records become heading and text; other labels that repeat or are known as parts become text."""
    times = Counter(label for block in found if isinstance(block, Labelled) for label in set(_labels(block)))
    known = {label for label, count in times.items() if count > 1}
    records = bool(known & NAME_HEADERS) and bool(known & TEXT_HEADERS)
    return [_settled(block, times, records) if isinstance(block, Labelled) else block for block in found]


def _labels(block: Labelled) -> list[str]:
    return [names.fold(option.name) for option in block.options]


def _settled(block: Labelled, times: Counter[str], records: bool) -> Block:
    for option, label in zip(block.options, _labels(block), strict=True):
        if records and label in NAME_HEADERS:
            return Heading(line=block.line, text=clean_name(option.body), style="record")
        if records and label in TEXT_HEADERS:
            return Prose(line=block.line, text=option.body)
    kept = tuple(
        o for o, label in zip(block.options, _labels(block), strict=True) if not _is_part(label, times)
    )
    if len(kept) == len(block.options):
        return block
    text = f"{block.options[0].name}: {block.options[0].body}"
    prose = Prose(line=block.line, text=block.otherwise.text if isinstance(block.otherwise, Prose) else text)
    return replace(block, options=kept, otherwise=prose) if kept else prose


def _is_part(label: str, times: Counter[str]) -> bool:
    return label in FACETS or times[label] >= OFTEN
