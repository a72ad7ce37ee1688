"""Tables whose texts stand in rows of their own below the names, and tables that only look so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helpers.rows import each_row
from helpers.word import word
from site_gen.sources import importing

ROWS = [
    ("Clutch", "CL", "The part that joins motor and gears."),
    ("Torque", "", "The force that turns something."),
    ("Piston", "PI", "A disc that moves in a cylinder."),
]
EXPECTED = [(name, (short,) if short else (), text) for name, short, text in ROWS]
NAMED = [(name, (), text) for name, _, text in ROWS]
Blocks = Sequence[Any]


def _turns(wide: bool) -> list[list[str]]:
    return [row for name, short, text in ROWS for row in ([name, short] if wide else [name], [text])]


LOOKS: Mapping[str, tuple[Blocks, list[tuple[str, tuple[str, ...], str]]]] = {
    "under headers": (["# Words", [["Term", "Abbreviation"], *_turns(True)]], EXPECTED),
    "one column with a header": (["# Words", [["Term and meaning"], *_turns(False)]], NAMED),
    "one column": (["# Glossary", _turns(False)], NAMED),
    "a table for each": (["# Glossary", *([[name], [text]] for name, _, text in ROWS)], NAMED),
    "a table for each, with short forms": (
        ["# Glossary", *([[name, short], [text]] for name, short, text in ROWS)],
        EXPECTED,
    ),
}


def read(blocks: Blocks) -> list[tuple[str, tuple[str, ...], str]]:
    found = importing.read(word(list(blocks)), "words.docx", source="mine")
    return [(entry.name, entry.also, entry.text) for entry in found.entries]


@each_row("look", LOOKS)
def test_a_text_in_the_row_below_belongs_to_the_name(look: str) -> None:
    blocks, expected = LOOKS[look]
    assert read(blocks) == expected


def test_rows_over_groups_are_no_texts() -> None:
    rows = [["Short", "Full form"], ["Of the motor"], ["TQ", "Torque"], ["Of the office"], ["INV", "Invoice"]]
    assert [name for name, _, _ in read(["# Abbreviations", rows])] == ["TQ", "INV"]


def test_sentences_after_each_other_are_no_names() -> None:
    rows = [["We open at nine."], ["The desk is staffed until five."], ["Please ring."], ["We will come."]]
    assert read(["# Glossary of the desk", rows]) == []


def test_forms_with_two_labels_in_a_row_are_entries() -> None:
    forms = [[["Term", n, "Abbreviation", a], ["Definition", t, "Owner", "Kim"]] for n, a, t in ROWS]
    assert read(["# Glossary", *forms]) == EXPECTED
    wide = [[["Term", n, "Abbreviation", a], ["Definition", t], ["Source", "Book"]] for n, a, t in ROWS]
    assert read(["# Glossary", *wide]) == EXPECTED


def test_terms_that_are_called_like_labels_stay_in_their_table() -> None:
    rows = [
        ["Term", "Abbreviation", "Definition", "Owner"],
        ["Source", "SRC", "Where a text is from.", "Kim"],
    ]
    rows.append(["Status", "ST", "How far it is.", "Kim"])
    assert [name for name, _, _ in read(["# Glossary", rows])] == ["Source", "Status"]


def test_a_short_form_may_be_the_code_of_a_language() -> None:
    forms = [[["Term", n], ["Abbreviation", a], ["Definition", t]] for n, a, t in (
        ("Human resources", "HR", "The team for people."), ("Line test", "LT", "A test of a line."),
    )]  # fmt: skip
    assert [also for _, also, _ in read(["# Glossary", *forms])] == [("HR",), ("LT",)]
