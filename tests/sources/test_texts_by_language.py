"""Texts in two languages below one name: the one in the language of the site is taken, the other is told."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

EN = ("A wall at the water where ships lie.", "A float on a chain.", "A bridge that ends in the water.")
DE = ("Eine Mauer am Wasser, an der Schiffe liegen.", "Ein Schwimmkörper an einer Kette.", "Eine Brücke ins Wasser.")  # fmt: skip
NAMES = ("Quay", "Buoy", "Pier")


def read(shape: str, filename: str, language: str = "en") -> list[tuple[str, str]]:
    parts = (shape.format(name=name, en=en, de=de) for name, en, de in zip(NAMES, EN, DE, strict=True))
    document = ("# " if filename.endswith(".md") else "") + "Glossary\n\n" + "\n".join(parts)
    found = importing.read(document.encode(), filename, source="mine", language=language)
    assert any("Schwimmkörper" in one.text or "float" in one.text for one in found.skipped)
    return [(entry.name, entry.text) for entry in found.entries]


SHAPES = [
    ("{name}\nEN: {en}\nDE: {de}\n", "a.txt"),
    ("{name}\nDE: {de}\nEN: {en}\n", "a.txt"),
    ("{name}\n  en: {en}\n  de: {de}\n", "a.txt"),
    ("{name}\nEnglish: {en}\nDeutsch: {de}\n", "a.txt"),
    ("{name}\n(EN) {en}\n(DE) {de}\n", "a.txt"),
    ("{name}\n[de] {de}\n[en] {en}\n", "a.txt"),
    ("## {name}\n\n**EN:** {en}\n\n**DE:** {de}\n", "a.md"),
    ("## {name}\n\n**Definition (EN):** {en}\n\n**Definition (DE):** {de}\n", "a.md"),
    ("## {name}\n\n### English\n\n{en}\n\n### Deutsch\n\n{de}\n", "a.md"),
    ("**{name}**\n- EN: {en}\n- DE: {de}\n", "a.md"),
    ("- **{name}**\n  - DE: {de}\n  - EN: {en}\n", "a.md"),
    ("<h3>{name}</h3><p><b>DE:</b> {de}</p><p><b>EN:</b> {en}</p>", "a.html"),
]


@each_row("shape, filename", SHAPES)
@each_row("language, texts", [("en", EN), ("de", DE)])
def test_the_text_in_the_language_of_the_site_is_taken(
    shape: str, filename: str, language: str, texts: tuple[str, ...]
) -> None:
    assert read(shape, filename, language) == list(zip(NAMES, texts, strict=True))


def test_a_text_of_several_paragraphs_stays_whole() -> None:
    shape = "## {name}\n\n**DE:** {de}\n\nAuch in kleinen Häfen.\n\n**EN:** {en}\n\nIn small harbours, too.\n"
    assert [text for _, text in read(shape, "a.md")] == [f"{text}\n\nIn small harbours, too." for text in EN]


@each_row("lines", [
    "Desk\nIT: those who mend computers here\nPR: those who talk to the press\n\nHall\nIT: those who mend computers there\nHR: those who hire people\n",
    "Quay\nIT: molo\nDE: Kai\n\nBuoy\nIT: boa\nDE: Boje\n",
])  # fmt: skip
def test_abbreviations_and_names_in_other_languages_are_no_texts_in_them(lines: str) -> None:
    found = importing.read(f"Glossary\n\n{lines}".encode(), "words.txt", source="mine")
    assert not any("in another language" in one.why for one in found.skipped)
