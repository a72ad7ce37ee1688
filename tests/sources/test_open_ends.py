"""What nobody has written yet, heads of pages between entries, values and postscripts below a text."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing
from site_gen.sources.entries.bare_names import NOT_YET

LINES = "Berth{0}a place where a ship lies\nLock{0}{1}\nMole{0}a wall of stones in the sea\n"


@each_row(
    "text",
    ("TODO", "???", "...", "tbd.", "TBD (ask Rosa)", "TODO: ask the harbour", "to be written", "folgt noch"),
)
@each_row("sign", (" – ", ": "))
@each_row("bold", (True, False))
def test_a_name_whose_text_is_still_to_be_written_is_told(text: str, sign: str, bold: bool) -> None:
    lines = LINES.format(sign, text)
    if bold:
        lines = "\n\n".join(f"**{line.replace(sign, f'**{sign}', 1)}" for line in lines.splitlines())
    found = importing.read(f"# Glossary\n\n{lines}\n".encode(), "glossary.md", source="mine")
    assert [entry.name for entry in found.entries] == ["Berth", "Mole"]
    assert any("Lock" in one.text for one in found.skipped)


def test_what_is_written_stays_where_it_only_looks_unwritten() -> None:
    document = "# Glossary\n\n- **TBD**: to be decided\n- **Lock**: a gate in a canal for ships\n- **Mole**: a wall\n"
    found = importing.read(document.encode(), "glossary.md", source="mine")
    assert [entry.name for entry in found.entries] == ["TBD", "Lock", "Mole"]
    words = importing.read(
        b"Words German-English\n\nAufgabe: to do\nKai: quay\nBoje: buoy\n", "words.txt", source="x"
    )
    assert not [one for one in words.skipped if one.why == NOT_YET]


@each_row("first, second", [
    ("4 | Book of the harbour", "Book of the harbour | 5"),
    ("Book of the harbour – 4", "Book of the harbour – 5"),
    ("4     Book of the harbour", "Book of the harbour     5"),
])  # fmt: skip
def test_heads_of_pages_with_a_growing_number_are_no_part_of_texts(first: str, second: str) -> None:
    document = (
        f"{first}\n\nGlossary\n\nBerth\nA place where a ship lies.\nLock\nA gate in a canal.\n\n{second}\n\n"
        "Mole\nA wall in the sea.\nPier\nA bridge that ends in the water.\n"
    )
    found = importing.read(document.encode(), "book.txt", source="mine").entries
    assert [entry.text for entry in found] == [
        "A place where a ship lies.",
        "A gate in a canal.",
        "A wall in the sea.",
        "A bridge that ends in the water.",
    ]


def test_a_value_below_a_text_belongs_to_it() -> None:
    document = "Words of the till\n\nFloat: money that a till begins with\n\tAmount: 150 €\nVoid: a sale that is undone\nCover: a guest\n"
    found = importing.read(document.encode(), "words.txt", source="mine").entries
    assert [entry.name for entry in found] == ["Float", "Void", "Cover"]


@each_row("line", ("P.S. Ask the harbour master.", "P. S. Ask the harbour master."))
def test_a_postscript_is_no_part_of_the_last_text(line: str) -> None:
    document = (
        f"Words\n\nBerth: a place\nLock: a gate\nMole: a wall\nPier: a bridge\nQuay: a wall\n\n{line}\n"
    )
    found = importing.read(document.encode(), "words.txt", source="mine").entries
    assert (found[-1].name, found[-1].text) == ("Quay", "a wall")


def test_a_dash_behind_the_full_stop_after_brackets_ends_a_name() -> None:
    document = (
        "GLOSARIO\n\nCola.- Los que esperan su turno.\nTiempo medio (TM).- Los minutos que dura.\n"
        "Muelle.- Una pared junto al agua.\nBoya.- Un flotador.\n"
    )
    found = importing.read(document.encode(), "glosario.txt", source="mine").entries
    assert [(entry.name, entry.also) for entry in found][:2] == [("Cola", ()), ("Tiempo medio", ("TM",))]


def test_a_bar_inside_the_brackets_of_a_title_parts_nothing() -> None:
    document = "Words (German | English)\n\nKai | quay | eine Mauer am Wasser\nBoje | buoy | ein Körper, der schwimmt\n"
    found = importing.read(document.encode(), "words.txt", source="mine").entries
    assert [entry.text for entry in found] == ["eine Mauer am Wasser", "ein Körper, der schwimmt"]
