"""Long tables of Word documents are read by another way than short ones, with the same result."""

from __future__ import annotations

import io
import zipfile
from time import process_time

import pytest

from helpers.word import word
from site_gen.sources import importing

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def cell(text: str, properties: str = "", bold: bool = False) -> str:
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = "</w:t><w:br/><w:t>".join(text.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r>{weight}<w:t>{lines}</w:t></w:r></w:p></w:tc>"


def document(rows: int) -> bytes:
    head = "".join(map(cell, ("Area", "Term", "Definition")))
    body = "".join(
        f"<w:tr>{cell('Phone' if not i % 10 else '', MERGED[bool(i % 10)])}{cell(f'Term {i}', bold=True)}"
        f"{cell(f'The text of row {i} &amp; more.{chr(10)}A second line.')}</w:tr>"
        for i in range(rows)
    )
    word = f"<w:document xmlns:w='{W}'><w:body><w:tbl><w:tr>{head}</w:tr>{body}</w:tbl></w:body></w:document>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "[Content_Types].xml",
            f"<Types xmlns='{TYPES}/content-types'><Default Extension='rels' ContentType="
            "'application/vnd.openxmlformats-package.relationships+xml'/>"
            f"<Override PartName='/word/document.xml' ContentType='{OFFICE}'/></Types>",
        )
        file.writestr(
            "_rels/.rels",
            f"<Relationships xmlns='{TYPES}/relationships'><Relationship Id='r1' Target='word/document.xml' Type="
            "'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/></Relationships>",
        )
        file.writestr("word/document.xml", word)
    return out.getvalue()


MERGED = ("<w:vMerge w:val='restart'/>", "<w:vMerge/>")


def entries(rows: int) -> list[tuple[str, str, tuple[str, ...]]]:
    found = importing.read(document(rows), "glossary.docx", source="mine")
    return [(entry.name, entry.text, entry.topics) for entry in found.entries]


def test_a_long_table_gives_what_a_short_one_gives() -> None:
    short, long = entries(40), entries(140)
    assert short[0] == ("Term 0", "The text of row 0 & more.\nA second line.", ("Phone",))
    assert long[:40] == short
    assert len(long) == 140


@pytest.mark.slow
def test_five_thousand_rows_take_seconds() -> None:
    data = document(5_000)
    began = process_time()
    assert len(importing.read(data, "glossary.docx", source="mine").entries) == 5_000
    assert process_time() - began < 10


PAIRS = [
    ("Berth", "A place for one boat.", "Hawser", "A thick rope."),
    ("Quay", "A wall for all boats.", "Mole", "A long wall into the sea."),
    ("Swell", "Waves that come from afar.", "Tide", "The water rises and falls."),
]


def _as_csv(rows: list[tuple[str, ...]]) -> list[tuple[str, str]]:
    text = "\n".join(",".join(row) for row in rows) + "\n"
    found = importing.read(text.encode(), "glossary.csv", source="mine")
    return sorted((entry.name, entry.text) for entry in found.entries)


def test_pairs_of_columns_without_headers_give_the_entries_of_each_pair() -> None:
    told = sorted([row[:2] for row in PAIRS] + [row[2:] for row in PAIRS])
    assert _as_csv([*PAIRS]) == told
    assert _as_csv([(*row[:2], "", *row[2:]) for row in PAIRS]) == told
    page = "".join("<tr>" + "".join(f"<td>{part}</td>" for part in row) + "</tr>" for row in PAIRS)
    found = importing.read(f"<h1>Glossary</h1><table>{page}</table>".encode(), "words.html", source="mine")
    assert sorted((entry.name, entry.text) for entry in found.entries) == told


def test_columns_under_headers_or_with_gaps_are_no_pairs() -> None:
    headed = [("Term", "Meaning", "Owner", "Remark"), *PAIRS]
    assert [name for name, _ in _as_csv(headed)] == ["Berth", "Quay", "Swell"]
    gaps = [(*row[:2], "", "") if row[0] == "Quay" else row for row in PAIRS]
    assert [name for name, _ in _as_csv(gaps)] == ["Berth", "Quay", "Swell"]


JOINED = {
    "Handover": "Telling the next shift what is open.",
    "Red tag": "A mark on tools that are broken.",
    "Toolbox talk": "Five minutes on safety before work.",
}


@pytest.mark.parametrize("sign", ["\n", ": ", " – "])
@pytest.mark.parametrize("header", ["Entry", "Term", "Glossary entry"])
def test_a_name_and_its_text_in_one_cell_are_parted(sign: str, header: str) -> None:
    rows = [
        f'"{name}{sign}{text}",{team}'
        for (name, text), team in zip(JOINED.items(), ("All", "Yard", "Site"), strict=True)
    ]
    text = "\n".join([f"{header},Team", *rows]) + "\n"
    found = importing.read(text.encode(), "glossary.csv", source="mine")
    assert {entry.name: entry.text for entry in found.entries} == JOINED


def test_cells_that_a_person_gave_a_field_are_not_parted() -> None:
    text = "Team,Entry\nAll,Handover: Telling all.\nYard,Red tag: A mark.\nSite,Talk: Five minutes.\n"
    columns = {"Team": "name", "Entry": "text"}
    found = importing.read(text.encode(), "glossary.csv", source="mine", columns=columns)
    assert (found.entries[0].name, found.entries[0].text) == ("All", "Handover: Telling all.")


@pytest.mark.parametrize("name", ["Order", "Note", "Source", "Legend", "Status", "Owner"])
def test_a_last_term_that_is_called_like_a_note_is_an_entry(name: str) -> None:
    rows = [["Term", "Definition"], ["Bill", "What is to be paid."], ["Till", "Where money lies."]]
    found = importing.read(word([[*rows, [name, "Something of ours."]]]), "words.docx", source="mine")
    assert [entry.name for entry in found.entries] == ["Bill", "Till", name]
    below = word([[*rows, ["", ""], [name, "new"]]])
    assert [e.name for e in importing.read(below, "words.docx", source="mine").entries] == ["Bill", "Till"]
