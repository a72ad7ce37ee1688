"""Names in two languages: with codes before them, beside each other in titles, or in a line of their own."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

TEXTS = ("A wall at the water where ships lie.", "A float on a chain.", "A bridge that ends in the water.")
OWN, OTHER = ("quay", "buoy", "pier"), ("Kai", "Boje", "Steg")


def document_of(title: str, shape: str) -> str:
    parts = (
        shape.format(own=own, other=other, text=text)
        for own, other, text in zip(OWN, OTHER, TEXTS, strict=True)
    )
    return f"{title}\n\n" + "\n".join(parts)


CODED = [
    ("# Glossary", "EN: {own}\nDE: {other}\nDefinition: {text}\n", "a.txt"),
    ("# Glossary", "Term (EN): {own}\nTerm (DE): {other}\nDefinition: {text}\n", "a.txt"),
    ("# Glossary", "English: {own}\nGerman: {other}\nMeaning: {text}\n", "a.txt"),
    ("# Glossary", "**DE:** {other}\n**EN:** {own}\n**Definition:** {text}\n", "a.md"),
    ("# Glossary", "**{own}**\n*DE: {other}*\n{text}\n", "a.md"),
    ("# Glossary", "- **{own}**: {text}\n  - German: *{other}*", "a.md"),
    ("# Glossary", "## {own}\n\n{text}\n\n- DE: {other}\n", "a.md"),
]


@each_row("title, shape, filename", CODED)
def test_names_with_their_language_before_them(title: str, shape: str, filename: str) -> None:
    found = importing.read(document_of(title, shape).encode(), filename, source="mine").entries
    assert [(entry.name, entry.text) for entry in found] == list(zip(OWN, TEXTS, strict=True))
    assert [dict(entry.in_other_languages) for entry in found] == [{"de": (name,)} for name in OTHER]


def test_the_language_of_the_site_names_a_record() -> None:
    document = document_of("Glossary", "EN: {own}\nDE: {other}\nDefinition: {text}\n")
    found = importing.read(document.encode(), "a.txt", source="mine", language="de").entries
    assert [entry.name for entry in found] == list(OTHER)
    assert [dict(entry.in_other_languages) for entry in found] == [{"en": (name,)} for name in OWN]


BESIDE = [
    ("# Glossary", "**{own} | {other}**\n{text}\n"),
    ("# Glossary EN-DE", "{own} – {other}\n\n{text}\n"),
    ("# Zweisprachiges Glossar", "### {own} — *{other}*\n\n{text}\n"),
    ("# Glossar / Glossary", "### {own} – {other}\n\n{text}\n"),
]


@each_row("title, shape", BESIDE)
def test_names_in_two_languages_beside_each_other(title: str, shape: str) -> None:
    found = importing.read(document_of(title, shape).encode(), "a.md", source="mine").entries
    assert [(entry.name, entry.also, entry.text) for entry in found] == [
        (own, (other,), text) for own, other, text in zip(OWN, OTHER, TEXTS, strict=True)
    ]


@each_row("lines, names", [
    ("ID: a card with a picture\nIT: those who mend computers\nES: a field of the form", ["ID", "IT", "ES"]),
    ("Tier 1 – front\nWho answers.\n\nTier 2 – expert\nWho knows.\n\nTier 3 – maker\nWho mends.", ["Tier 1", "Tier 2", "Tier 3"]),
])  # fmt: skip
def test_abbreviations_and_kinds_are_no_names_in_other_languages(lines: str, names: list[str]) -> None:
    found = importing.read(f"Glossary\n\n{lines}\n".encode(), "a.txt", source="mine").entries
    assert [entry.name for entry in found] == names
    assert not any(entry.in_other_languages for entry in found)
