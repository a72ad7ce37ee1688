"""Rows, records and pages that state their language: those of the site are taken, the others are told."""

from __future__ import annotations

from collections.abc import Mapping

from helpers.rows import each_row
from site_gen.sources import importing
from site_gen.sources.shape.language_codes import of_value

ENGLISH = {"Berth": "A place for one boat.", "Quay": "A wall where the boats are tied up."}
GERMAN = {"Liegeplatz": "Ein Platz für ein Boot.", "Kaimauer": "Eine Mauer, an der die Boote liegen."}


def _rows(english: str, german: str) -> list[tuple[str, str, str]]:
    return [(n, english, t) for n, t in ENGLISH.items()] + [(n, german, t) for n, t in GERMAN.items()]


def _table(header: str, english: str, german: str) -> str:
    rows = "".join(f"| {n} | {c} | {t} |\n" for n, c, t in _rows(english, german))
    return f"# Glossary\n\n| Term | {header} | Meaning |\n|---|---|---|\n{rows}"


def _records(key: str, english: str, german: str) -> str:
    return "".join(f"- term: {n}\n  {key}: {c}\n  definition: '{t}'\n" for n, c, t in _rows(english, german))


def _pages(key: str, german: str) -> dict[str, bytes]:
    pages = {f"{n}.md": f"---\ntitle: {n}\n---\n{t}\n" for n, t in ENGLISH.items()}
    pages |= {f"{n}.md": f"---\ntitle: {n}\n{key}: {german}\n---\n{t}\n" for n, t in GERMAN.items()}
    return {path: text.encode() for path, text in pages.items()}


@each_row(
    "filename, document, language, wanted",
    [
        ("x.md", _table("Language", "en", "de"), "en", ENGLISH),
        ("x.md", _table("Lang", "en-GB", "de-AT"), "de", GERMAN),
        ("x.md", _table("Sprache", "Englisch", "Deutsch"), "en", ENGLISH),
        ("x.yaml", _records("language", "English", "German"), "en", ENGLISH),
        ("x.yaml", _records("locale", "en_US", "de_DE"), "de", GERMAN),
        ("x.yaml", _records("lang", "", "de"), "en", ENGLISH),
        ("x.yaml", _records("lang", "en", "de"), "fr", ENGLISH),
        ("notes", _pages("lang", "de"), "en", ENGLISH),
        ("notes", _pages("language", "Deutsch"), "en", ENGLISH),
    ],
)
def test_entries_that_state_another_language_are_told(
    filename: str, document: str | Mapping[str, bytes], language: str, wanted: Mapping[str, str]
) -> None:
    data = document.encode() if isinstance(document, str) else document
    found = importing.read(data, filename, source="mine", language=language)
    assert {entry.name: entry.text for entry in found.entries} == wanted
    assert not any(entry.also for entry in found.entries)
    told = [one.text for one in found.skipped if one.why.startswith("entry in another language")]
    others = GERMAN if wanted is ENGLISH else ENGLISH
    assert sorted(told) == sorted(f"{name}: {text}" for name, text in others.items())


@each_row(
    "document",
    [
        _table("Language", "de", "de"),
        _table("Language", "en", "German").replace("Ein Platz für ein Boot.", "The place of a boat.")
        .replace("Eine Mauer, an der die Boote liegen.", "The wall that is there for boats."),
        _table("Language", "en, de", "en, de"),
    ],
)  # fmt: skip
def test_a_column_that_tells_no_language_of_texts_changes_nothing(document: str) -> None:
    found = importing.read(document.encode(), "x.md", source="mine")
    assert [entry.name for entry in found.entries] == ["Berth", "Quay", "Liegeplatz", "Kaimauer"]


@each_row("language, text", [("en", "A place for one boat."), ("de", "Ein Platz für ein Boot.")])
def test_a_file_called_by_a_language_beside_one_without_is_its_translation(language: str, text: str) -> None:
    files = {
        f"{name.lower()}.md": f"---\ntitle: {name}\n---\n{said}\n".encode() for name, said in ENGLISH.items()
    }
    files["berth.de.md"] = "---\ntitle: Liegeplatz\n---\nEin Platz für ein Boot.\n".encode()
    found = importing.read(files, "terms", source="mine", language=language)
    texts = [entry.text for entry in found.entries]
    assert text in texts
    assert ("Ein Platz für ein Boot." in texts) == (language == "de")


@each_row(
    "value, code",
    [("de", "de"), ("de_DE", "de-DE"), ("pt-BR", "pt-BR"), ("zh-Hans", "zh-Hans"), ("German (Austria)", "de-AT"), ("German (spoken)", "de"), ("Français", "fr"),
     ("en, de", ""), ("en/de", ""), ("Python", ""), ("", "")],
)  # fmt: skip
def test_a_value_names_one_language(value: str, code: str) -> None:
    assert of_value(value) == code
