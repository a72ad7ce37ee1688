"""Paragraphs and boxes between entries that speak of the list are no part of a text."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def texts(document: str, filename: str) -> list[str]:
    return [entry.text for entry in importing.read(document.encode(), filename, source="mine").entries]


TOLD = ["A light on land.", "A float that marks a way.", "The deep part of a harbour."]
ABOUT = (
    "This glossary is reviewed twice a year.", "This page is maintained by the pilots.", "Terms marked with a star are used on the radio only.",
    "Note: the terms below come from the coast guard.", "Dieses Glossar pflegt das Team am Kai.", "Die Begriffe unten gelten nur im Hafen.",
    "Ce lexique est mis à jour chaque mois.", "Les termes ci-dessous viennent du port.", "Este glosario se revisa en mayo.",
    "Questo glossario è curato dal porto.", "Deze lijst wordt elk jaar herzien.", "Этот словарь ведёт порт.",
)  # fmt: skip


@each_row("note", ABOUT)
def test_a_paragraph_between_entries_that_speaks_of_the_list_is_told(note: str) -> None:
    document = (
        f"# Glossary\n\n**Beacon**: {TOLD[0]}\n\n{note}\n\n**Buoy**: {TOLD[1]}\n\n**Fairway**: {TOLD[2]}\n"
    )
    found = importing.read(document.encode(), "x.md", source="mine")
    assert [entry.text for entry in found.entries] == TOLD
    assert any(note in one.text for one in found.skipped)


KEPT = (
    ("Deny list", "This list is checked before each call."), ("Landing page", "This page is kept short."),
    ("Buoy", "These are red or green."), ("Key words", "The words below a heading tell what it is about."),
)  # fmt: skip


@each_row("name, more", KEPT)
def test_a_paragraph_about_what_the_name_says_stays(name: str, more: str) -> None:
    document = f"# Glossary\n\n## Beacon\n\n{TOLD[0]}\n\n## {name}\n\n{TOLD[1]}\n\n{more}\n\n## Fairway\n\n{TOLD[2]}\n"
    assert more in texts(document, "x.md")[1]


BOXES = (
    '<div class="alert alert-warning">List under review: some terms may change.</div>',
    '<aside class="callout">Liste wird im Mai überarbeitet.</aside>',
    '<div class="note"><p>Términos en revisión.</p></div>',
)


@each_row("box", BOXES)
def test_a_box_between_entries_that_speaks_of_the_list_is_told(box: str) -> None:
    parts = [
        f"<h3>{name}</h3><p>{text}</p>"
        for name, text in zip(("Beacon", "Buoy", "Fairway"), TOLD, strict=True)
    ]
    assert texts(f"<h1>Glossary</h1>{parts[0]}{box}{parts[1]}{parts[2]}", "x.html") == TOLD


def test_a_box_that_speaks_of_its_entry_stays() -> None:
    box = '<div class="note"><p>List prices leave the tax out.</p></div>'
    document = f"<h1>Glossary</h1><h3>List price</h3><p>What a catalogue says.</p>{box}<h3>Net</h3><p>Without tax.</p>"
    assert "leave the tax out" in texts(document, "x.html")[0]
