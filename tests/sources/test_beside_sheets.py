"""What workbooks have beside and below their terms: values to choose from, sums, whose the list is."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from helpers.rows import each_row
from site_gen.model.problem import errors
from site_gen.sources import importing

_Rows = Sequence[Sequence[object]]
ROWS = [
    ("Bollard", "A short post to which a ship is tied."),
    ("Fender", "A cushion between a ship and a wall."),
    ("Hold", "The space for cargo below the deck."),
]
PLAIN: _Rows = [["Term", "Definition"], *ROWS]
STATED: _Rows = [["Term", "Definition", "Status", "Area"], *([*row, "agreed", "Quay"] for row in ROWS)]
BOOKS: Mapping[str, Mapping[str, _Rows]] = {
    "values on a sheet called so": {
        "Terms": STATED,
        "Listen": [["a", "agreed"], ["d", "draft"], ["r", "refused"]],
    },
    "values under the headers of their columns": {
        "Terms": STATED,
        "Sheet2": [["Area", "Status"], ["Quay", "agreed"], ["Deck", "draft"], ["Bridge", "old"]],
    },
    "a sum below the rows": {"Terms": [*PLAIN, ["Total", 3]]},
    "a sum and whose it is": {"Terms": [*PLAIN, [], ["Total terms:", 3], ["© Port of Elm"]]},
    "a sum in one cell": {"Terms": [*PLAIN, [], ["Anzahl Begriffe: 3"]]},
    "whom to ask": {
        "Terms": PLAIN,
        "Suppliers": [["Name", "Contact", "Notes"], ["Elm ropes", "555-0100", "Closed on Mondays, all day."]],
    },
    "rows that go on": {"A-F": PLAIN[:3], "G-Z": PLAIN[3:]},
}


def read(sheets: Mapping[str, _Rows]) -> list[tuple[str, str]]:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    found = importing.read(out.getvalue(), "words.xlsx", source="mine")
    assert not errors(found.problems), found.problems
    return [(entry.name, entry.text) for entry in found.entries]


@each_row("kind", BOOKS)
def test_only_the_terms_of_a_workbook_are_entries(kind: str) -> None:
    assert read(BOOKS[kind]) == ROWS


def test_words_for_sums_are_terms_where_texts_explain_them() -> None:
    rows = [("Sum", "What an addition gives."), ("Total", "All of it."), ("Count", "How many there are.")]
    assert read({"Terms": [["Term", "Definition"], *rows]}) == rows


LANGUAGES: Mapping[str, _Rows] = {
    "texts beside names": [
        ["Español", "Definición", "English", "Definition"],
        *(["Palabra", "Un texto.", *row] for row in ROWS),
    ],
    "texts after all names": [
        ["Español", "English", "Definición", "Definition"],
        *(["Palabra", name, "Un texto.", text] for name, text in ROWS),
    ],
}


@each_row("kind", LANGUAGES)
def test_texts_are_in_the_languages_of_the_names(kind: str) -> None:
    assert read({"Terms": LANGUAGES[kind]}) == ROWS


FIELDS: Mapping[str, _Rows] = {
    "numbered": [
        ["No.", "Field", "Value"],
        *([n, label, said] for n, row in enumerate(ROWS) for label, said in zip(PLAIN[0], row, strict=True)),
    ],
    "numbers in the first row": [
        ["No.", "Field", "Value"],
        *([n if label == "Term" else "", label, said] for n, row in enumerate(ROWS)
          for label, said in zip(PLAIN[0], row, strict=True)),
    ],
    "in two languages": [
        ["ID", "Field", "EN", "DE"],
        *([n, label, said, "Wort"] for n, row in enumerate(ROWS) for label, said in zip(PLAIN[0], row, strict=True)),
    ],
}  # fmt: skip


@each_row("kind", FIELDS)
def test_rows_of_fields_are_joined_to_terms(kind: str) -> None:
    assert read({"Terms": FIELDS[kind]}) == ROWS


def test_terms_that_are_called_like_fields_are_entries_of_their_own() -> None:
    rows = [
        ("Term", "A word."),
        ("Definition", "What it means."),
        ("Name", "A call."),
        ("Meaning", "A sense."),
    ]
    assert read({"Words": [["Term", "Definition"], *rows]}) == rows
