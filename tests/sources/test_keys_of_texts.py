"""Texts of programs whose keys tell the term, the field, or both: gettext, properties, strings, JSON, outlines."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources import importing

BERTH, QUAY = "A place in the harbour for one boat.", "A wall where ships lie."


def entries(document: str, filename: str) -> list[tuple[str, str]]:
    found = importing.read(document.encode(), filename, source="mine")
    return [(entry.name, " ".join(entry.text.split())) for entry in found.entries]


KEYED = {
    "field-inside.strings": f'"glossary_term_berth" = "Berth";\n"glossary_def_berth" = "{BERTH}";\n"glossary_term_quay" = "Quay";\n"glossary_def_quay" = "{QUAY}";\n',
    "field-first.properties": f"term.1=Berth\ndefinition.1={BERTH}\nterm.2=Quay\ndefinition.2={QUAY}\n",
    "in-one-word.json": f'{{"@@locale": "en", "glossaryBerthTitle": "Berth", "glossaryBerthText": "{BERTH}", "glossaryQuayTitle": "Quay", "glossaryQuayText": "{QUAY}"}}',
    "ids.po": f'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "glossary.berth.term"\nmsgstr "Berth"\n\nmsgid "glossary.berth.definition"\nmsgstr "{BERTH}"\n\n'
    f'msgid "glossary.quay.term"\nmsgstr "Quay"\n\nmsgid "glossary.quay.definition"\nmsgstr "{QUAY}"\n',
    "names.properties": f"# tooltips\nglossary.Berth = {BERTH}\nglossary.Quay = {QUAY}\n",
}


@each_row("filename", KEYED)
def test_keys_tell_names_and_fields(filename: str) -> None:
    assert entries(KEYED[filename], filename) == [("Berth", BERTH), ("Quay", QUAY)]


def test_a_name_of_several_words_stands_in_a_key() -> None:
    document = "tooltip.first_contact_solution = A case that the first contact solves.\ntooltip.quay = A wall for ships.\n"
    assert entries(document, "a.properties")[0][0] == "first contact solution"


@each_row(
    "filename, document",
    [
        ("menu.po", 'msgid ""\nmsgstr ""\n\nmsgid "menu.file.title"\nmsgstr "File"\n\nmsgid "menu.file.description"\nmsgstr "Opens the menu of files"\n\n'
         'msgid "menu.edit.title"\nmsgstr "Edit"\n\nmsgid "menu.edit.description"\nmsgstr "Opens the menu of edits"\n'),
        ("conf.properties", "term.color=256 colours of a kind\nterm.font=Mono Sans 12 regular\nterm.size=80 by 24 cells\n"),
    ],
)  # fmt: skip
def test_texts_and_settings_of_programs_are_no_terms(filename: str, document: str) -> None:
    assert entries(document, filename) == []


def test_short_sentences_below_a_name_of_an_outline_are_its_text() -> None:
    document = (
        '<opml version="2.0"><head><title>Glossary</title></head><body>'
        f'<outline text="Berth"><outline text="{BERTH}"/><outline text="Not sold."/></outline>'
        f'<outline text="Quay" _note="{QUAY}"/></body></opml>'
    )
    assert entries(document, "words.opml") == [("Berth", f"{BERTH} Not sold."), ("Quay", QUAY)]
