"""Names in other languages: read, kept, checked, exported."""

from __future__ import annotations

import json

from helpers.corpora import checked, printed, term_yaml, tree
from helpers.rows import each_row
from site_gen.corpus.load import load
from site_gen.corpus.yaml import edit
from site_gen.editing.merge_terms import merge_terms
from site_gen.editing.sheet.change import changed, drafted
from site_gen.editing.sheet.columns import COLUMNS, cells
from site_gen.editing.sheet.values import value
from site_gen.history.changes import FieldChange, compare_terms
from site_gen.model.languages import is_language, meant_language
from site_gen.model.records import Site
from site_gen.pipeline import files_of

GERMAN = "in_other_languages: {de: [Warteschlange, Schlange], no: [Kø]}"
SOURCE = """\
title: Words
entries:
  - name: Queue
    in_other_languages: {fr: [file d'attente]}
    term: queue
"""
COLUMN = "in_other_languages"


def corpus(written: str = GERMAN, other: str = "") -> dict[str, bytes]:
    return tree(
        {"sources/words.yaml": SOURCE},
        queue=term_yaml("Queue", written, definition="What waits in a line."),
        backlog=term_yaml("Backlog", other, definition="All that is late."),
    )


def test_they_are_read_of_terms_and_of_entries() -> None:
    assert printed(checked(corpus())) == []
    glossary = load(corpus()).glossary
    assert glossary.by_slug["queue"].in_other_languages == {
        "de": ("Warteschlange", "Schlange"),
        "no": ("Kø",),
    }
    assert glossary.by_slug["backlog"].in_other_languages == {}
    assert glossary.sources[0].entries[0].in_other_languages == {"fr": ("file d'attente",)}


@each_row(
    "written, expected",
    [
        (
            "in_other_languages: {german: [Schlange]}",
            "'in_other_languages' has 'german', expected the code of a language, such as de or pt-BR; "
            "did you mean 'de'? [wrong-value]",
        ),
        (
            "in_other_languages: {de: Schlange}",
            "'in_other_languages.de' is the text 'Schlange', expected a list; write [Schlange] [wrong-type]",
        ),
        (
            "in_other_languages: {de: [Schlange, Schlange]}",
            "'in_other_languages.de' has 'Schlange' twice; delete one of the two [repeated-item]",
        ),
        (
            "in_other_languages: {de: [Schlange, SCHLANGE]}",
            "'SCHLANGE' repeats 'Schlange': case, number and hyphens do not count; delete it [repeated-label]",
        ),
        (
            "in_other_languages: {de: []}",
            "'in_other_languages.de' has no text; write it or delete the line [empty-item]",
        ),
    ],
)
def test_what_is_wrong_is_told(written: str, expected: str) -> None:
    assert printed(checked(corpus(written))) == [f"glossary/terms/queue.yaml:4: {expected}"]


def test_a_name_of_two_terms_is_told_of() -> None:
    (problem,) = checked(corpus(other="in_other_languages: {de: [warteschlange], da: [Kø]}"))
    assert str(problem) == (
        "glossary/terms/queue.yaml:4: warning: 'Warteschlange' is also what 'backlog' is called in 'de'; "
        "write the name that tells the two apart, or merge the two [shared-translation]"
    )


@each_row("code", ["de", "no", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419", "gsw"])
def test_well_formed_codes_of_languages_are_known(code: str) -> None:
    assert is_language(code)


@each_row(
    "written, meant",
    [
        ("DE", "de"),
        ("pt_br", "pt-BR"),
        ("pt-br", "pt-BR"),
        ("jp", "ja"),
        ("xx", ""),
        ("", ""),
        ("de\n", "de"),
        ("d e", ""),
    ],
)
def test_what_is_no_code(written: str, meant: str) -> None:
    assert not is_language(written)
    assert meant_language(written) == meant


def test_they_are_exported() -> None:
    data = json.loads(files_of(load(corpus()).glossary, Site())["api/terms.json"])
    backlog, queue = data["terms"]
    assert (backlog[COLUMN], queue[COLUMN]) == ({}, {"de": ["Warteschlange", "Schlange"], "no": ["Kø"]})
    assert queue["sources"][0][COLUMN] == {"fr": ["file d'attente"]}


def test_a_merge_keeps_the_names_of_both() -> None:
    files = corpus(other="in_other_languages: {de: [Rückstand, Schlange], fr: [retard]}")
    loaded = load(files)
    queue, backlog = loaded.glossary.by_slug["queue"], loaded.glossary.by_slug["backlog"]
    done = merge_terms(files, loaded, backlog, queue)
    kept = edit.plain((done.changes["glossary/terms/queue.yaml"] or b"").decode())
    assert kept[COLUMN] == {
        "de": ["Warteschlange", "Schlange", "Rückstand"],
        "no": ["Kø"],
        "fr": ["retard"],
    }


def test_a_change_is_told_by_language() -> None:
    before, after = (
        load(corpus(text)).glossary.by_slug for text in (GERMAN, GERMAN.replace(", Schlange", ""))
    )
    (change,) = compare_terms(before, after, {})
    assert change.fields == (
        FieldChange("in_other_languages.de", "Warteschlange; Schlange", "Warteschlange"),
    )


def test_the_sheet_has_a_line_for_each_name() -> None:
    files = corpus()
    shown = cells(load(files).glossary.by_slug["queue"])[COLUMN]
    assert shown == "de: Warteschlange\nde: Schlange\nno: Kø"
    text = files["glossary/terms/queue.yaml"].decode()
    wanted = value("de: Warteschlange\nfr: file\nfr: queue", COLUMNS[COLUMN])
    assert edit.plain(changed(text, {COLUMN: wanted}))[COLUMN] == {
        "de": ["Warteschlange"],
        "fr": ["file", "queue"],
    }
    assert changed(text, {COLUMN: value(shown, COLUMNS[COLUMN])}) == text
    assert COLUMN not in edit.plain(changed(text, {COLUMN: value("", COLUMNS[COLUMN])}))
    assert edit.plain(drafted({"name": "X", COLUMN: wanted}))[COLUMN]["fr"] == ["file", "queue"]
