"""Labelled facts that stand below nearly every text are parts of records, whatever their labels say."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

TOLD = [
    ("Quern", "A pair of stones that grinds grain.", "stone", "hall 1"),
    ("Hopper", "A box above the stones.", "wood", "hall 2"),
    ("Bolter", "A sieve of cloth for flour.", "cloth", "hall 2"),
    ("Runner", "The stone that turns.", "stone", "hall 1"),
    ("Shoe", "A tray that shakes grain into the eye.", "wood", "hall 3"),
    ("Spindle", "A rod that carries the runner.", "iron", "hall 1"),
]
WRITTEN = (
    ("mill.md", "# Words of the mill\n\n", "## {}\n{}\n\n- **Made of:** {}\n- **Shown in:** {}\n\n"),
    ("mill.html", "<h1>Mühle</h1>", "<h3>{}</h3><p>{}</p><ul><li>Stoff: {}</li><li>Saal: {}</li></ul>"),
    ("mill.txt", "Words of the mill\n\n", "{}\n{}\nMaterial: {}\nHall: {}\n\n"),
)


def read(document: str, name: str) -> list[tuple[str, str]]:
    found = importing.read(document.encode(), name, source="mine").entries
    return [(entry.name, entry.text) for entry in found]


@each_row("name, title, each", WRITTEN)
def test_facts_with_the_same_labels_are_no_text(name: str, title: str, each: str) -> None:
    document = title + "".join(each.format(*row) for row in TOLD)
    assert read(document, name) == [row[:2] for row in TOLD]


def test_what_goes_on_with_a_fact_is_no_text_either() -> None:
    each = "## {}\n{}\n\n- Picture: {}\ncut by a friend\n- Shown in: {}\n\n"
    document = "# Words of the mill\n\n" + "".join(each.format(*row) for row in TOLD)
    assert read(document, "mill.md") == [row[:2] for row in TOLD]


def test_labels_over_sentences_and_lists_that_a_text_leads_to_stay() -> None:
    each = "## {}\n{}\n\nWhy we keep it: without it no {} of {} was ever made.\n\n"
    document = "# Words of the mill\n\n" + "".join(each.format(*row) for row in TOLD)
    assert all("Why we keep it" in text for _, text in read(document, "mill.md"))
    each = "## {}\n{} There are two kinds:\n\n- Large: {}\n- Small: {}\n\n"
    document = "# Words of the mill\n\n" + "".join(each.format(*row) for row in TOLD)
    assert all("Large" in text for _, text in read(document, "mill.md"))
