"""Tables with the text of a term in a row of its own below its name, as forms have them, as usual tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import mean

from site_gen.sources.shape.blocks import Block, Prose, Row, Table, count_words, is_name_like
from site_gen.sources.shape.header_roles import is_exact, role_of

PAIRS = 2  # names with texts at least
WORDS = 3  # words of a text at least
MOST = 0.6  # share of texts that end as sentences do


def settled(found: Sequence[Block]) -> Iterator[Block]:
    """The blocks with such tables turned, and with neighbouring tables of one name and text each as one."""
    for is_card, group in groupby(_without_gaps(found), _is_card):
        run = list(group)
        if is_card and len(run) >= PAIRS:
            rows = tuple(row for block in run if isinstance(block, Table) for row in block.rows)
            yield joined(replace(run[0], rows=rows)) if isinstance(run[0], Table) else run[0]
        else:
            yield from (joined(block) if isinstance(block, Table) else block for block in run)


def _without_gaps(found: Sequence[Block]) -> list[Block]:
    """The blocks without empty paragraphs between tables."""
    return [block for block in found if not (isinstance(block, Prose) and not block.text.strip())]


def _is_card(block: Block) -> bool:
    return isinstance(block, Table) and len(block.rows) == 2 and _are_pairs(block.rows, least=1)


def joined(table: Table) -> Table:
    """The table with each text in the row of its name; as it is where names and texts do not take turns."""
    head = len(table.rows) % 2
    body = table.rows[head:]
    if len(body) < 2 * PAIRS or not _are_pairs(body, least=PAIRS) or (head and not _heads(table.rows[0])):
        return table
    width = max(len(_filled(row)) for row in body[::2])
    if head:
        width = max(width, len(_filled(table.rows[0])))
    rows = [
        Row(line=name.line, cells=(*_wide(name, width), _filled(text)[0]))
        for name, text in zip(body[::2], body[1::2], strict=True)
    ]
    if head and not _names_text(table.rows[0]):
        rows.insert(0, Row(line=table.rows[0].line, cells=(*_wide(table.rows[0], width), "Definition")))
    elif head:
        rows.insert(0, Row(line=table.rows[0].line, cells=("Term", "Definition")))
    elif width > 1:
        rows.insert(0, Row(line=table.line, cells=("Term", "Abbreviation", "Definition")))
    return replace(table, rows=tuple(rows))


def _heads(row: Row) -> bool:
    """Whether a row is a header with a column of names, and none of texts but in the same cell."""
    said = _filled(row)
    if len(said) == 1:
        return not said[0].rstrip().endswith(".")
    return all(map(is_exact, said)) and "name" in map(role_of, said) and "text" not in map(role_of, said)


def _names_text(row: Row) -> bool:
    return len(_filled(row)) == 1


def _are_pairs(rows: Sequence[Row], least: int) -> bool:
    """Whether rows of names and rows of one text each take turns."""
    names, texts = [_filled(row) for row in rows[::2]], [_filled(row) for row in rows[1::2]]
    if len(names) != len(texts) or len(names) < least or not all(names) or any(len(t) != 1 for t in texts):
        return False
    if any(not row.cells[0].strip() for row in rows) or max(map(len, names)) > WORDS:
        return False
    told = [text[0] for text in texts]
    return (
        all(is_name_like(name[0]) and not name[0].rstrip().endswith((".", ":")) for name in names)
        and all(count_words(text) >= WORDS for text in told)
        and mean(text.rstrip().endswith((".", "。", "!")) for text in told) >= MOST
        and all(count_words(text) > count_words(name[0]) for name, text in zip(names, told, strict=True))
    )


def _filled(row: Row) -> list[str]:
    return [cell for cell in row.cells if cell.strip()]


def _wide(row: Row, width: int) -> tuple[str, ...]:
    cells = tuple(row.cells[:width])
    return (*cells, *("" for _ in range(width - len(cells))))
