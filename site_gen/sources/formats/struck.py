"""Names that a document shows struck through are no entries any more; what is told of them is left out.

The readers of markup set the struck words that begin a line, name or cell between two marks of private use,
which end here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.sources.draft import Skipped
from site_gen.sources.shape.blocks import (
    Block,
    Field,
    Heading,
    Label,
    Labelled,
    Noise,
    Pair,
    Prose,
    Row,
    Table,
)

START, END = "\ue022", "\ue023"
WHY = "struck through"
_STRUCK = re.compile(f"(?:{START}[^{START}{END}]*(?:{END}|$)\\s*)+")
_WRITTEN = re.compile(
    r"\s*(?:<(?P<tag>s|del|strike)\b[^<>]{0,200}>(?:(?!</(?P=tag)).){1,20000}</(?P=tag)\s*>|~~[^~]{1,5000}~~)\s*",
    re.IGNORECASE | re.DOTALL,
)
_UNDER = "under a heading that is struck through"


def marked(text: str) -> str:
    """Words between the marks, without the blanks around them."""
    bare = text.strip()
    return text.replace(bare, f"{START}{bare}{END}", 1) if bare else text


def is_written(text: str) -> bool:
    """Whether all of a value is struck through by tags of HTML or by signs of Markdown."""
    return text.lstrip()[:1] in ("<", "~") and _WRITTEN.fullmatch(text) is not None


def bare(text: str) -> str:
    """A value without the signs of Markdown around it."""
    return text.strip().removeprefix("~~").removesuffix("~~")


def of_tables(tables: Sequence[Table]) -> tuple[list[Table], list[Skipped]]:
    """The tables without what is struck through, and that."""
    found = settled(tables)
    left = [Skipped(line=one.line, text=one.text, why=one.why) for one in found if isinstance(one, Noise)]
    return [one for one in found if isinstance(one, Table)], left


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks without marks; a name that is struck through, with the text under it, is no content."""
    if not any(map(_is_marked, found)):
        return list(found)
    out: list[Block] = []
    under = False
    for block in found:
        if under and isinstance(block, Prose | Labelled | Field):
            out.append(Noise(line=block.line, text=plain(_text(block)), why=_UNDER))
            continue
        if not isinstance(block, Noise):
            under = isinstance(block, Heading) and _is_struck(block.text)
        out.extend(_settled(block))
    return out


def _is_marked(block: Block) -> bool:
    if isinstance(block, Table):
        return any(START in cell for row in block.rows for cell in row.cells)
    if isinstance(block, Pair):
        return any(START in text for text in (*block.names, *block.bodies))
    return START in _text(block)


def _text(block: Block) -> str:
    if isinstance(block, Labelled):
        return block.otherwise.text
    return block.text if isinstance(block, Heading | Prose | Field | Noise) else ""


def _is_struck(name: str) -> bool:
    """Whether all of a name is struck through: nothing stands outside the marks."""
    return _STRUCK.fullmatch(name) is not None


def plain(text: str) -> str:
    """The text without marks."""
    return text.replace(START, "").replace(END, "")


def _settled(block: Block) -> Iterator[Block]:
    if isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Pair):
        kept = tuple(plain(name) for name in block.names if not _is_struck(name))
        bodies = tuple(plain(body) for body in block.bodies if not _is_struck(body))
        if kept:
            for body in filter(_is_struck, block.bodies):
                yield Noise(line=block.line, text=plain(body), why=WHY)
        else:
            bodies = tuple(map(plain, block.bodies))
        for name in block.names:
            if _is_struck(name):
                said = plain(name) if kept else " ".join([plain(name), *bodies])
                yield Noise(line=block.line, text=said, why=WHY)
        if kept:
            yield replace(block, names=kept, bodies=bodies)
    elif isinstance(block, Labelled):
        struck = _is_struck(block.otherwise.text) or any(_is_struck(o.name) for o in block.options)
        yield Noise(line=block.line, text=plain(_text(block)), why=WHY) if struck else _labelled(block)
    elif isinstance(block, Heading | Prose) and _is_struck(block.text):
        yield Noise(line=block.line, text=plain(block.text), why=WHY)
    elif isinstance(block, Heading | Prose | Field | Noise):
        yield replace(block, text=plain(block.text))
    else:
        yield block


def _labelled(block: Labelled) -> Labelled:
    options = tuple(
        Label(style=option.style, name=plain(option.name), body=plain(option.body))
        for option in block.options
    )
    otherwise = replace(block.otherwise, text=plain(block.otherwise.text))
    return replace(block, options=options, otherwise=otherwise)


def _table(table: Table) -> Iterator[Block]:
    """The table without rows whose first cell is struck through, and without other such cells; then these."""
    struck = [row for row in table.rows if _is_struck(next(filter(None, row.cells), ""))]
    left = set(map(id, struck))
    kept = [row for row in table.rows if id(row) not in left]
    rows = tuple(
        Row(line=row.line, cells=tuple("" if _is_struck(cell) else plain(cell) for cell in row.cells))
        for row in kept
    )
    if rows:
        yield replace(table, rows=rows)
    for row in struck:
        said = " | ".join(filter(None, (" ".join(cell.split()) for cell in row.cells)))
        yield Noise(line=row.line, text=plain(said), why=WHY)
    for row in kept:
        for cell in filter(_is_struck, row.cells):
            yield Noise(line=row.line, text=plain(cell), why=WHY)
