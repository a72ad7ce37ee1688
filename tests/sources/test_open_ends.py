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


def test_chapters_with_usual_names_beside_the_glossary_hold_no_entries() -> None:
    document = (
        "# harbour-tools\n\n## Install\n\n| Variable | Meaning |\n|---|---|\n| `HT_DIR` | where the data lie |\n"
        "| `HT_LOG` | how much is logged |\n\n## Glossary\n\n| Word | What it means |\n|---|---|\n"
        "| Berth | A place where a ship lies. |\n| Mole | A wall in the sea. |\n\n## Credits\n\n- Ana: first version\n"
    )
    found = importing.read(document.encode(), "README.md", source="mine").entries
    assert [entry.name for entry in found] == ["Berth", "Mole"]
    of_terms = document.replace("Variable | Meaning", "Term | Meaning")
    assert len(importing.read(of_terms.encode(), "README.md", source="mine").entries) >= 2


@each_row("first, second", [("A", "B"), ("a", "b")])
def test_letters_that_begin_anew_in_each_part_count_entries(first: str, second: str) -> None:
    document = (
        f"I. Walls\n  {first}. Quay - a wall at the water\n  {second}. Mole - a wall in the sea\n"
        f"II. Signs\n  {first}. Buoy - a float on a chain\n  {second}. Beacon - a light on a tower\n"
    )
    found = importing.read(document.encode(), "words.txt", source="mine").entries
    assert [entry.name for entry in found] == ["Quay", "Mole", "Buoy", "Beacon"]


def test_initials_are_no_letters_of_a_list() -> None:
    document = "Crew\n\nA. Berg - steers the boat at night\nA. Dahl - mends the nets of all\nA. Fors - cooks for the crew\n"
    found = importing.read(document.encode(), "glossary.txt", source="mine").entries
    assert not any(entry.name in ("Berg", "Dahl", "Fors") for entry in found)


def test_a_call_to_all_readers_is_no_name() -> None:
    document = (
        "Glossary\n\nhey @channel – here are our words for the new ones\nBerth – a place where a ship lies\n"
        "Lock – a gate in a canal\nMole – a wall in the sea\n\nA compléter : quai, bouée\n"
    )
    found = importing.read(document.encode(), "words.txt", source="mine").entries
    assert [entry.name for entry in found] == ["Berth", "Lock", "Mole"]


def test_sentences_of_a_paragraph_that_each_define_a_name() -> None:
    document = (
        "# Key terms\n\nA **lock** is a basin with two gates. The **mole** is a wall that breaks the waves. "
        "A **berth** is a place where a ship lies. It may be hired.\n"
    )
    found = importing.read(document.encode(), "terms.md", source="mine").entries
    assert [(entry.name, entry.text) for entry in found] == [
        ("lock", "A lock is a basin with two gates."),
        ("mole", "The mole is a wall that breaks the waves."),
        ("berth", "A berth is a place where a ship lies. It may be hired."),
    ]


@each_row("line", ("{}.......{}", "{} .......{}", "{}....... {}", "{}……{}"))
def test_dots_without_blanks_part_names_from_texts_in_lines_of_any_length(line: str) -> None:
    said = {
        "Quay": "a wall at the water where ships lie",
        "Mole": "a wall",
        "ETA": "the hour at which a ship will come to us (ask the pilot about it)",
        "Pier": "a bridge that ends in the water",
    }
    document = "HARBOUR FRONT DESK - CHEAT SHEET\n\n" + "\n".join(line.format(*pair) for pair in said.items())
    found = importing.read(document.encode(), "desk.txt", source="mine").entries
    assert {entry.name: entry.text for entry in found} == said
