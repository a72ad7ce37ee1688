"""Another name in the line of a name: after "also" in many languages, after slashes, commas and in brackets."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def first(document: str, filename: str = "glossary.md") -> tuple[str, tuple[str, ...], str]:
    entry = importing.read(document.encode(), filename, source="mine").entries[0]
    return entry.name, tuple(entry.also), entry.text


@each_row("line, other", [
    ("**Molo**, anche banchina – muro sull'acqua.", "banchina"),
    ("**Molo**, detto anche banchina: muro sull'acqua.", "banchina"),
    ("**Kade**, ook wal – muur aan het water.", "wal"),
    ("**Kade**, ook wel wal: muur aan het water.", "wal"),
    ("**Kaj**, även brygga – en mur vid vattnet.", "brygga"),
    ("**Nabrzeże**, także keja – mur nad wodą.", "keja"),
    ("**Причал**, также пирс — стена у воды.", "пирс"),
    ("**Причал**, он же пирс — стена у воды.", "пирс"),
    ("**Quay** aka wharf – a wall at the water.", "wharf"),
    ("**Kai** auch Anleger: eine Mauer am Wasser.", "Anleger"),
])  # fmt: skip
@each_row("mark", ("", "- "))
def test_a_word_for_also_behind_a_bold_name_in_many_languages(line: str, other: str, mark: str) -> None:
    name, also, text = first(f"# Glossary\n\n{mark}{line}\n\n{mark}**Boje** – a float.\n")
    assert (name, also) == (line.split("**")[1], (other,))
    assert line.endswith(text)


@each_row("line, text", [
    ("**Begriff** akademischer Grad der Fakultät", "akademischer Grad der Fakultät"),
    ("**Quay** akin to a pier: a wall at the water.", "akin to a pier: a wall at the water."),
    ("**Kai** auchartig – so sagt es einer.", "auchartig – so sagt es einer."),
])  # fmt: skip
def test_a_word_that_only_begins_like_also_is_a_part_of_the_text(line: str, text: str) -> None:
    found = importing.read(f"# Glossar\n\n{line}\n\n**Boje** – ein Körper.\n".encode(), "g.md", source="x")
    assert (found.entries[0].also, found.entries[0].text) == ((), text)


TWO = [
    ("Quay / Wharf", "A wall at the water.", ("Quay", "Wharf")),
    ("Gross tonnage / GT", "The size of a ship.", ("Gross tonnage", "GT")),
    ("GT / Gross tonnage", "The size of a ship.", ("GT", "Gross tonnage")),
    ("GT / gross tonnage", "The size of a ship.", ("GT", "gross tonnage")),
    ("copy / copy that", "What was said has been heard.", ("copy", "copy that")),
    ("Kunde / Kundin", "Wer etwas kauft.", ("Kunde", "Kundin")),
    ("Kündigung / Stornierung", "Das Ende eines Vertrags.", ("Kündigung", "Stornierung")),
    ("Inbound / Outbound", "Of ships that come or go.", ("Inbound / Outbound",)),
    ("Import / export", "Goods that cross a border.", ("Import / export",)),
    ("Opt-in / opt-out", "Whether somebody said yes.", ("Opt-in / opt-out",)),
    ("Warm / cold transfer", "A call that is put through.", ("Warm / cold transfer",)),
    ("Tier 1 / Tier 2", "Who takes a call.", ("Tier 1 / Tier 2",)),
    ("P1 / Sev-1", "The worst kind of outage.", ("P1 / Sev-1",)),
    ("Ebb / flood", "The ebb goes out, the flood comes in.", ("Ebb / flood",)),
]


@each_row("printed, text, names", TWO)
@each_row("shape", ("### {}\n\n{}\n", "- **{}**: {}\n", "**{}**\n\n{}\n"))
def test_a_slash_with_blanks_parts_two_names_of_one_thing(
    printed: str, text: str, names: tuple[str, ...], shape: str
) -> None:
    name, also, said = first(
        f"# Glossary\n\n{shape.format(printed, text)}\n{shape.format('Boje', 'A float.')}"
    )
    assert ((name, *also), said) == (names, text)


@each_row("line, also", [
    ("**Gross tonnage**, GT: the size of a ship.", ("GT",)),
    ("**Gross tonnage** [GT]: the size of a ship.", ("GT",)),
    ("**Quay** / wharf: the size of a ship.", ("wharf",)),
    ("**係船柱**／ビット：船をつなぐ柱。", ("ビット",)),
])  # fmt: skip
def test_another_name_between_a_bold_one_and_the_sign(line: str, also: tuple[str, ...]) -> None:
    assert first(f"# Glossary\n\n{line}\n\n**Boje**: a float.\n")[1] == also


@each_row("heads, names", [
    (("Rückstand.", "Rückruf."), ["Rückstand", "Rückruf"]),
    (("Demurrage.", "Quay"), ["Demurrage", "Quay"]),
    (("Approx.", "Quay"), ["Approx.", "Quay"]),
    (("Dept.", "Corp.", "Mgmt."), ["Dept.", "Corp.", "Mgmt."]),
    (("U.N.C.L.O.S.", "Quay"), ["U.N.C.L.O.S.", "Quay"]),
    (("Abstand.", "Mole.", "Ankerkette.", "Bugwulst."), ["Abstand", "Mole", "Ankerkette", "Bugwulst"]),
])  # fmt: skip
def test_a_full_stop_ends_a_heading_of_a_whole_word(heads: tuple[str, ...], names: list[str]) -> None:
    document = "# Glossary\n\n" + "\n\n".join(f"## {head}\n\nOne of many things." for head in heads)
    found = importing.read(document.encode(), "glossary.md", source="mine").entries
    assert [entry.name for entry in found] == names
