"""Definitions labelled as such below headings of several styles, and notes that belong to a text."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing


def entries(document: str, name: str = "glossary.md") -> list[tuple[str, tuple[str, ...], str]]:
    read = importing.read(document.encode(), name, source="test").entries
    return [(entry.name, entry.also, " ".join(entry.text.split())) for entry in read]


def test_headings_and_bold_items_over_labelled_definitions_are_names_alike() -> None:
    document = (
        "# Words\n\n## Phone\n\n### Ring-back\n\n**Definition:** A call that we make.\n**Synonyms:** callback\n\n"
        "### Listening in\n\n**Definition:** A colleague listens.\n\n## Bills\n\n- **Credit note**\n"
        "  - Definition: A paper that takes a bill back.\n  - Abbreviation: CN\n- **Share**\n"
        "  - Definition: What the days used cost.\n"
    )
    assert [entry[:2] for entry in entries(document)] == [
        ("Ring-back", ("callback",)), ("Listening in", ()), ("Credit note", ("CN",)), ("Share", ())
    ]  # fmt: skip


REMARKS = (
    ("Note: it needs deep water to turn round.", True),
    ("Remarque : elle ne tourne que dans un bassin assez profond.", True),
    ("NOTE: Never stand under it.", False),
    ("Note: page 4", False),
    ("Note: the terms below come from the coast guard.", False),
)


@each_row("remark, kept", REMARKS)
def test_a_note_in_a_sentence_of_its_own_is_part_of_the_text(remark: str, kept: bool) -> None:
    document = f"# Glossary\n\n## Tug\n\nA ship that pulls.\n\n{remark}\n\n## Berth\n\nA place for a ship.\n"
    assert entries(document)[0][2] == ("A ship that pulls. " + remark if kept else "A ship that pulls.")


def test_abbreviations_in_several_languages_are_no_texts() -> None:
    data = (
        '{"records": [{"term": {"en": "time of arrival", "de": "Ankunft"}, "abbreviation": {"en": "ETA", "de": "VA"},'
        ' "definition": {"en": "When the parcel comes.", "de": "Wann das Paket kommt."}},'
        ' {"term": {"en": "attempt", "de": "Versuch"}, "abbreviation": {"en": "DA", "de": "ZV"},'
        ' "definition": {"en": "The driver was there.", "de": "Der Fahrer war da."}}]}'
    )
    assert [entry[:2] for entry in entries(data, "g.json")] == [
        ("time of arrival", ("ETA",)),
        ("attempt", ("DA",)),
    ]
