"""Which parts of a document say the same in other languages, by what they are called: "English", "Deutsch"?

Parts are what stands below headings, in sheets of a workbook, or in tabs of a page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.sources.draft import Skipped
from site_gen.sources.shape import tongue
from site_gen.sources.shape.blocks import (
    Block,
    Heading,
    Labelled,
    Noise,
    Pair,
    Prose,
    Table,
    count_words,
)
from site_gen.sources.shape.language_codes import nearest, of_title

TEXTS, WORDS = 2, 3  # texts of a part, and words of each, from which its language can be told


def taken(parts: Mapping[str, Sequence[str]], language: str) -> str:
    """The language of the part to read, the site's if there is one; "" where the texts do not bear it out.

    A part "German" may hold German words that are explained in English as well.
    """
    if len(parts) < 2 or any(len(texts) < TEXTS for texts in parts.values()):
        return ""
    kept = nearest(parts, language)
    for code, texts in parts.items():
        other = kept if code != kept else next(one for one in parts if one != kept)
        if not tongue.are_nearer(texts, code, other):
            return ""
    return kept


def settled(found: Sequence[Block], language: str) -> list[Block]:
    """The blocks, with the parts in other languages than the site's as no content."""
    heads = [(place, one) for place, one in enumerate(found) if isinstance(one, Heading) and one.sure]
    called = [(place, one.depth, code) for place, one in heads if (code := of_title(one.text))]
    if len({code for *_, code in called}) < max(2, len(called)) or len({depth for _, depth, _ in called}) > 1:
        return list(found)
    ends = {place: _end(found, place) for place, *_ in called}
    texts = {code: _texts(found[place : ends[place]]) for place, _, code in called}
    kept = taken(texts, language)
    out = list(found)
    for place, _, code in called:
        if kept and code != kept:
            own = found[place : ends[place]]
            out[place : ends[place]] = [_noise(one, code) for one in own]
    return out


def sheets(found: Sequence[Table], language: str) -> tuple[list[Table], list[Skipped]]:
    """The sheets without those in other languages than the site's, and what stands in these."""
    called = {code: table for table in found if (code := of_title(table.title))}
    parts = {code: [cell for row in table.rows for cell in row.cells] for code, table in called.items()}
    kept = taken({code: _long(cells) for code, cells in parts.items()}, language)
    left = [table for table in found if kept and of_title(table.title) not in ("", kept)]
    told = [
        Skipped(line=row.line, text=" ".join(row.cells)[:200], why=why(of_title(table.title)),
                where=f"sheet {table.title}, row {row.line}")
        for table in left
        for row in table.rows
    ]  # fmt: skip
    return [table for table in found if all(table is not one for one in left)], told


def _end(found: Sequence[Block], place: int) -> int:
    """The index after the part below a heading."""
    depth = getattr(found[place], "depth", 0)
    later = range(place + 1, len(found))
    ends = (i for i in later if isinstance(one := found[i], Heading) and one.sure and one.depth <= depth)
    return next(ends, len(found))


def _texts(part: Sequence[Block]) -> list[str]:
    said: list[str] = []
    for block in part:
        if isinstance(block, Labelled):
            said.append(block.otherwise.text)
        elif isinstance(block, Prose):
            said.append(block.text)
        elif isinstance(block, Pair):
            said += block.bodies
        elif isinstance(block, Table):
            said += [cell for row in block.rows for cell in row.cells]
    return _long(said)


def _long(said: Sequence[str]) -> list[str]:
    return [text for text in said if count_words(text) >= WORDS]


def why(own: str) -> str:
    """The reason why a part in a language with this code is left out."""
    return f"in another language ({own})"


def _noise(block: Block, language: str) -> Block:
    if isinstance(block, Table):
        text = " ".join(cell for row in block.rows for cell in row.cells)
    elif isinstance(block, Pair):
        text = f"{', '.join(block.names)}: {' '.join(block.bodies)}"
    else:
        text = block.otherwise.text if isinstance(block, Labelled) else getattr(block, "text", "")
    return Noise(line=block.line, text=text[:200], why=why(language)) if text else block
