"""Rows of tables without a name: what goes on with the entry above, and what has lost its name."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

_HEAD = "Term,Meaning,Area\nBerth,A place for one boat.,Harbour\n"
_LAST = "Quay,A wall for boats.,Harbour\nPier,A walk over water.,Harbour\nSlip,A ramp for boats.,Harbour\n"


def read(document: str, filename: str) -> tuple[dict[str, str], dict[str, str]]:
    """The texts by name, and the reasons by what is left out."""
    found = importing.read(document.encode(), filename, source="mine")
    return {entry.name: entry.text for entry in found.entries}, {one.text: one.why for one in found.skipped}


@each_row(
    "row, left",
    [
        (",Who keeps the gate.,Harbour", "Who keeps the gate. | Harbour"),
        ('"",Who keeps the gate.,Harbour', "Who keeps the gate. | Harbour"),
        ("-,Who keeps the gate.,Harbour", "- | Who keeps the gate. | Harbour"),
        ("<img src='gate.png'>,who keeps the gate,Harbour", "who keeps the gate | Harbour"),
        ("![](gate.png),who keeps the gate,Harbour", "who keeps the gate | Harbour"),
        ("[sound:gate.mp3],who keeps the gate,Harbour", "who keeps the gate | Harbour"),
        (",who keeps the gate,Gate", "who keeps the gate | Gate"),
    ],
)
def test_a_row_that_has_lost_its_name_is_told(row: str, left: str) -> None:
    texts, told = read(f"{_HEAD}{row}\n{_LAST}", "glossary.csv")
    assert list(texts) == ["Berth", "Quay", "Pier", "Slip"]
    assert texts["Berth"] == "A place for one boat."
    assert "name" in told[left]


@each_row(
    "row, text",
    [
        (",with water and power,Harbour", "A place for one boat.\n\nwith water and power"),
        (",It has a number.,Harbour", "A place for one boat.\n\nIt has a number."),
        (
            ",For example the one at the wall.,Harbour",
            "A place for one boat.\n\nFor example the one at the wall.",
        ),
        (",with water and power,", "A place for one boat.\n\nwith water and power"),
    ],
)
def test_a_row_without_a_name_goes_on_with_the_entry_above(row: str, text: str) -> None:
    texts, _ = read(f"{_HEAD}{row}\n{_LAST}", "glossary.csv")
    assert texts["Berth"] == text


def test_nothing_goes_on_below_a_reference() -> None:
    rows = "Mooring,See Berth,Harbour\n,who keeps the gate,Harbour\n"
    texts, told = read(_HEAD + rows + _LAST, "glossary.csv")
    assert texts["Berth"] == "A place for one boat."
    assert told["who keeps the gate | Harbour"] == "table row without a name"


def test_numbered_meanings_go_on() -> None:
    texts, _ = read(
        "| Term | Meaning |\n|---|---|\n| Berth | 1. A place. |\n| | 2. A bed. |\n| Quay | A wall. |\n",
        "g.md",
    )
    assert texts["Berth"].split() == ["1.", "A", "place.", "2.", "A", "bed."]


def test_a_column_of_pictures_is_no_column_of_lost_names() -> None:
    rows = "".join(
        f"<tr><td><img src={i}></td><td>Berth {i}</td><td>Place number {i}.</td></tr>" for i in "abcd"
    )
    texts, _ = read(f"<h1>Glossary</h1><table>{rows}</table>", "x.html")
    assert list(texts) == ["Berth a", "Berth b", "Berth c", "Berth d"]
