"""Pages whose markup shows no names and texts, read again as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_gen.sources.formats import plain
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Prose, Row, Table
from site_gen.sources.shape.lines import Line


def blocks(found: Sequence[Block]) -> list[Block]:
    """The blocks read again from the words alone; each keeps its line in the document."""
    said = [block.otherwise if isinstance(block, Labelled) else block for block in found]
    kept = [block for block in said if isinstance(block, Heading | Prose)]
    places = [block.line for block in kept]
    lines = [Line(number=number, text=block.text, gap=True) for number, block in enumerate(kept)]
    return [_moved(block, places) for block in plain.from_lines(lines)]


def _moved(block: Block, places: Sequence[int]) -> Block:
    place = places[block.line]
    if isinstance(block, Labelled):
        return replace(block, line=place, otherwise=replace(block.otherwise, line=place))
    if isinstance(block, Table):
        rows = tuple(Row(line=places[row.line], cells=row.cells) for row in block.rows)
        return replace(block, line=place, rows=rows)
    return replace(block, line=place)
