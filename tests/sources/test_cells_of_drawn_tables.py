"""Cells of tables that are drawn with signs, over several lines."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

ROW = "+--------+--------------------------------+\n"
TABLE = (
    "# Words of the mill\n\n{row}| Term   | Definition                     |\n+========+====================+\n"
    "| {name} | {lines}\n{row}| Bolter | A sieve of cloth for flour.    |\n{row}"
)
WRITTEN = (
    (["The *stone that", "turns* on the other."], "The stone that turns on the other."),
    (["The **stone", "that turns**."], "The stone that turns."),
    (["The stone that", "[turns](https://mill.example)."], "The stone that turns."),
    (["The stone that turns.", "", "It has furrows."], "The stone that turns.\n\nIt has furrows."),
    (["One of:", "- the upper stone", "- the lower one"], "One of:\n- the upper stone\n- the lower one"),
)


@each_row("lines, text", WRITTEN)
def test_lines_of_a_cell_are_one_paragraph_and_marks_go_over_them(lines: list[str], text: str) -> None:
    said = " |\n|        | ".join(line.ljust(30) for line in lines) + " |"
    document = TABLE.format(row=ROW, name="Runner", lines=said)
    found = importing.read(document.encode(), "mill.md", source="mine").entries
    assert [(one.name, one.text) for one in found] == [
        ("Runner", text),
        ("Bolter", "A sieve of cloth for flour."),
    ]
