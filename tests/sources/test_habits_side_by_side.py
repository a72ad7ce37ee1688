"""One glossary in which parts have other shapes: lists, headings, tables and bold paragraphs."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

PARTS = {
    "list": ("- **Berth**: a place where a ship lies.\n- **Buoy** – a float on a chain.\n", ["Berth", "Buoy"]),
    "bold": ("**Quay.** A wall at the water.\n\n**Mole.** A wall that breaks the waves.\n", ["Quay", "Mole"]),
    "headings": ("### Lock\n\nA basin that has two gates.\n\n### Pier\n\nA bridge into the sea.\n", ["Lock", "Pier"]),
    "table": ("| Word | Meaning |\n|---|---|\n| Tug | a ship that pulls |\n| Cleat | a hook for ropes |\n", ["Tug", "Cleat"]),
    "plain": ("Galley - the kitchen of a ship\n\nGangway - a bridge to the ship\n", ["Galley", "Gangway"]),
}  # fmt: skip


@each_row("kinds", [
    ("list", "bold", "headings"),
    ("table", "headings", "bold"),
    ("headings", "list"),
    ("bold", "list", "table"),
    ("table", "list", "headings"),
    ("headings", "table"),
    ("plain", "headings"),
])  # fmt: skip
def test_parts_of_a_glossary_in_shapes_of_their_own(kinds: tuple[str, ...]) -> None:
    parts = "\n".join(
        f"## At the {place}\n\n{PARTS[kind][0]}"
        for place, kind in zip(("wall", "gate", "ship"), kinds, strict=False)
    )
    found = importing.read(f"# Words of the harbour\n\n{parts}".encode(), "words.md", source="mine").entries
    assert [entry.name for entry in found] == [name for kind in kinds for name in PARTS[kind][1]]


@each_row("aside", [
    "## Welcome\n\nThe minutes of March were approved.\n\n## Next meeting\n\n12 May, room 3.\n",
    "## About us\n\nWe are the crew of the harbour.\n\n## Opening hours\n\nMonday to Friday.\n",
    "## ¿Vienes del tren?\n\n- **Tren** → Un barco largo.\n- **Vía** → Un canal que usan todos.\n",
])  # fmt: skip
def test_headings_over_other_things_beside_a_list_are_no_entries(aside: str) -> None:
    document = f"# Words of the harbour\n\n## Terms\n\n{PARTS['list'][0]}- **Slip**: a ramp.\n- **Dock**: a basin.\n\n{aside}"
    found = importing.read(document.encode(), "words.md", source="mine").entries
    names = [entry.name for entry in found]
    assert names[:4] == ["Berth", "Buoy", "Slip", "Dock"]
    assert not {"Welcome", "Next meeting", "About us", "Opening hours"} & set(names)


def test_lines_under_a_title_beside_headings_that_define() -> None:
    document = (
        "Words of the harbour\n\nQuay: a wall at the water.\nMole: a wall that breaks the waves.\n\nLOCK\n"
        "A basin that has two gates.\n\nPIER\nA bridge into the sea.\n"
    )
    found = importing.read(document.encode(), "words.txt", source="mine").entries
    assert [entry.name for entry in found] == ["Quay", "Mole", "LOCK", "PIER"]


def test_a_list_above_headings_in_a_language_whose_definitions_end_with_a_noun() -> None:
    document = (
        "# 用語\n\n## 岸\n\n- 係船：船をつなぐこと\n- 出港：港から船を出すこと\n\n## 海\n\n### 浮標\n\n鎖でつないだ浮き。\n\n"
        "### 桟橋\n\n海に出た橋。\n"
    )
    found = importing.read(document.encode(), "words.md", source="mine").entries
    assert [entry.name for entry in found] == ["係船", "出港", "浮標", "桟橋"]


def test_word_classes_in_brackets_part_names_from_texts_also_several_of_them() -> None:
    document = (
        "abseil (v.)  to go down a rock on a rope\nbelay (v., n.)  to hold the rope; the place where that is done by one\n"
        "chock (n.)  a stone stuck in a crack\njug (n.)  a large hold\n"
    )
    found = importing.read(document.encode(), "climbing-words.txt", source="mine").entries
    assert [entry.name for entry in found] == ["abseil", "belay", "chock", "jug"]


def test_a_shortened_word_for_an_example_names_no_entry() -> None:
    document = "Wörter der Werft\n\nDalbe -> ein Pfahl im Hafen\n   Bsp.: zehn Meter lang\nKai -> eine Mauer am Wasser\nMole -> eine Mauer im Meer\n"
    found = importing.read(document.encode(), "glossar.txt", source="mine").entries
    assert [entry.name for entry in found] == ["Dalbe", "Kai", "Mole"]


def test_a_table_whose_header_says_definition_beside_entries_of_another_shape() -> None:
    table = "| Role | {} |\n|---|---|\n| Pilot | Somebody who leads ships into the harbour. |\n| Mate | Whoever helps the master. |\n"
    for header, more in (("Definition", ["Pilot", "Mate"]), ("Bedeutung", ["Pilot", "Mate"]), ("Phone", [])):
        document = f"# Words of the harbour\n\nSlip\n: A ramp for boats.\n\nDock\n: A basin.\n\n## Roles\n\n{table.format(header)}"
        found = importing.read(document.encode(), "words.md", source="mine").entries
        assert [entry.name for entry in found] == ["Slip", "Dock", *more]
