"""Workbooks with a sheet for each language or with an archive: what is read, and what is told."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from site_gen.sources import importing

SHEETS = {
    "EN": [
        ("Term", "Definition"),
        ("Backfill", "Calling somebody in for a colleague who is ill."),
        ("Occupancy", "Share of the time that is spent on calls."),
    ],
    "DE": [
        ("Begriff", "Erklärung"),
        ("Nachbesetzung", "Jemand springt für einen kranken Kollegen ein."),
        ("Auslastung", "Anteil der Zeit, die ein Kollege am Telefon ist."),
    ],
}


def book(sheets: Mapping[str, Sequence[tuple[str, str]]]) -> bytes:
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_the_sheet_in_the_language_of_the_site_is_read() -> None:
    for language, names in (("en", ["Backfill", "Occupancy"]), ("de", ["Nachbesetzung", "Auslastung"])):
        found = importing.read(book(SHEETS), "glossary.xlsx", source="mine", language=language)
        assert [entry.name for entry in found.entries] == names
        left = [skip for skip in found.skipped if skip.why.startswith("in another language")]
        assert len(left) == 3 and all(skip.where.startswith("sheet ") for skip in left)


def test_a_sheet_that_is_called_an_archive_is_told() -> None:
    old = [("Term", "Definition"), ("Telex", "A message that is sent by wire.")]
    found = importing.read(book({"Terms": SHEETS["EN"], "Old terms": old}), "glossary.xlsx", source="mine")
    assert [entry.name for entry in found.entries] == ["Backfill", "Occupancy"]
    assert [skip.why for skip in found.skipped if "Telex" in skip.text] == ["an archive, no terms in use"]
    alone = importing.read(book({"Old terms": old}), "glossary.xlsx", source="mine")
    assert [entry.name for entry in alone.entries] == ["Telex"]


def test_a_formula_that_links_is_its_text() -> None:
    rows = [("Term", "Definition"), ('=HYPERLINK("#A1","Backfill")', "Calling somebody in for a colleague.")]
    found = importing.read(book({"Terms": rows}), "glossary.xlsx", source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == [
        ("Backfill", "Calling somebody in for a colleague.")
    ]


def test_a_language_in_the_header_of_the_only_names_takes_no_name_away() -> None:
    rows = "Pojem (anglicky),Vysvětlení,Zkratka\nPřístaviště (berth),Místo pro loď.,PR\nHráz (mole),Zeď v moři.,\n"
    found = importing.read(rows.encode(), "glossary.csv", source="mine")
    assert [(entry.name, set(entry.also)) for entry in found.entries] == [
        ("Přístaviště", {"berth", "PR"}),
        ("Hráz", {"mole"}),
    ]
