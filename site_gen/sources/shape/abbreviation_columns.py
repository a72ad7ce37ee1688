"""Columns that abbreviate the names of a table, or write them out, found by what stands in their cells."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.model import names
from site_gen.sources.shape.column_contents import prose, written_out


def add_abbreviations(out: list[str], free: Sequence[int], below: Sequence[Sequence[str]]) -> None:
    """Set the roles of columns that abbreviate the names, or write them out, whatever their header says."""
    if "name" in out and "short" not in out:
        name_at = out.index("name")
        for place in [i for i in free if out[i] == ""]:
            shorts, longs = ([cell_of(row, column) for row in below] for column in (place, name_at))
            if all(_plain(one) == _plain(other) for one, other in zip(shorts, longs, strict=True)):
                continue  # "brood-frame", the name in an address
            if written_out(shorts, longs):
                out[place] = "short"
            elif "long" not in out and written_out(longs, shorts):
                out[place] = "long"
    if "name" in out and "long" not in out:  # "Title | Name": a second column of names
        shorts = [cell_of(row, out.index("name")) for row in below]
        seconds = [i for i, role in enumerate(out) if role == "also"]
        written = [i for i in seconds if written_out(shorts, [cell_of(row, i) for row in below])]
        for second in written[:1]:
            out[second] = "long"
    if out.count("text") == 1 and "name" in out and "long" not in out:  # "abbreviation, meaning, comment"
        name_at, told = out.index("name"), out.index("text")
        notes = prose(below, [i for i in free if out[i] == "note"])
        shorts, longs = ([cell_of(row, column) for row in below] for column in (name_at, told))
        if notes is not None and mostly_filled(notes, below) and written_out(shorts, longs):
            out[told], out[notes] = "long", "text"
    if out.count("text") > 1 and "name" in out and "long" not in out:  # "abbreviation, meaning, explanation"
        name_at = out.index("name")
        for place in [i for i, role in enumerate(out) if role == "text"]:
            shorts, longs = ([cell_of(row, column) for row in below] for column in (name_at, place))
            if out.count("text") > 1 and written_out(shorts, longs):
                out[place] = "long"


def _plain(name: str) -> str:
    return names.fold(name.replace("-", " ").replace("_", " "))


def mostly_filled(column: int, below: Sequence[Sequence[str]]) -> bool:
    """Whether most cells of a column hold anything."""
    return 2 * sum(bool(cell_of(row, column).strip()) for row in below) > len(below)


def cell_of(cells: Sequence[str], column: int) -> str:
    """The cell of a row at a place; empty beyond its end."""
    return cells[column] if column < len(cells) else ""
