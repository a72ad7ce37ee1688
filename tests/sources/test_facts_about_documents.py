"""Facts about a document beside its entries: cover sheets, lines above a list, labels under headings."""

from __future__ import annotations

import io

from openpyxl import Workbook

from helpers.rows import each_row
from site_gen.sources import importing

LIST = (("Bollard", "A post to which ropes are made fast."), ("Quay", "A wall beside which boats lie."))
NAMES = [name for name, _ in LIST]


def workbook(*sheets: tuple[str, list[tuple[str, ...]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def found(document: str, filename: str) -> list[tuple[str, tuple[str, ...], str]]:
    made = importing.read(document.encode(), filename, source="mine").entries
    return [(entry.name, entry.also, " ".join(entry.text.split())) for entry in made]


TERMS = [("Term", "Meaning"), *LIST]
COVERS: list[tuple[str, list[tuple[str, ...]]]] = [
    ("Start", [("Owner: Bo Lund",), ("How to use: sort by topic",), ("Next review: May",)]),
    ("Start", [("Words of the quay",), ("Maintained by", "the office"), ("Questions", "ask the watch")]),
    ("Blatt 1", [("Zweck", "Gleiche Wörter für alle"), ("Pflege", "Hafenamt"), ("Turnus", "jährlich")]),
    ("Page 1", [("Responsable :", "capitainerie"), ("Prochaine relecture :", "mai")]),
    ("Key", [("Column", "What it holds"), ("Term", "The word"), ("Meaning", "What it says")]),
    ("Legend", [("Green", "The office has agreed on this word."), ("Red", "Nobody says this any more.")]),
    ("Anleitung", [("Neu", "Ein Wort, das noch niemand kennt."), ("Alt", "Ein Wort von früher.")]),
]


@each_row("title, rows", COVERS)
def test_a_sheet_that_tells_of_the_document_has_no_entries(title: str, rows: list[tuple[str, ...]]) -> None:
    title = "Instructions" if title == "Key" else title
    read = importing.read(workbook((title, rows), ("Words", TERMS)), "words.xlsx", source="mine")
    assert [entry.name for entry in read.entries] == NAMES
    said = " ".join(one.text for one in read.skipped)
    assert all(cell in said.replace(" | ", ": ") for row in rows for cell in row[-1:])


def test_a_sheet_that_goes_on_with_terms_named_like_facts_has_entries() -> None:
    rows = [
        ("Owner", "The person to whom a boat belongs."),
        ("Raft", "Boats side by side."),
        ("Version", "A state of a chart."),
    ]
    read = importing.read(workbook(("A-Q", TERMS), ("R-Z", rows)), "words.xlsx", source="mine")
    assert [entry.name for entry in read.entries] == [*NAMES, "Owner", "Raft", "Version"]


BODY = "".join(f"- **{name}**: {text}\n" for name, text in LIST)
ABOVE = [
    (
        "# Words\n\n- **Owner:** Bo Lund\n- **Next review:** May\n- **How to use:** search\n\n## Harbour\n\n"
        + BODY,
        "words.md",
    ),
    (
        "# Wörter\n\n**Verantwortlich:** Hafenamt\n\n**So benutzt man sie:** suchen.\n\n## Hafen\n\n" + BODY,
        "words.md",
    ),
    (
        "# Words\n\n| | |\n|---|---|\n| Owner | Bo Lund |\n| Next review | May |\n\n"
        + "".join(f"## {n}\n\n{t}\n\n" for n, t in (*LIST, ("Raft", "Boats side by side."))),
        "words.md",
    ),
    (
        "= Mots\n\nResponsable:: capitainerie\nMode d'emploi:: chercher\n\n== Port\n\n"
        + "".join(f"{n}:: {t}\n" for n, t in LIST),
        "mots.adoc",
    ),
]


@each_row("document, filename", ABOVE)
def test_what_is_said_of_the_list_above_it_is_no_entry(document: str, filename: str) -> None:
    assert [name for name, *_ in found(document, filename)][:2] == NAMES


LABELLED = """# Words

%(2)s Raft
%(b)sAlso called:%(b)s raft-up
Boats side by side.

%(2)s Very high frequency
%(b)sAbbreviation:%(b)s VHF
The radio of boats.

%(2)s Quay
A wall beside which boats lie.
%(b)sOwner:%(b)s the office
"""
WRITTEN = [
    ("**", "##", "\n", "words.md"),
    ("*", "h2.", "\n", "words.jira"),
    ("*", "h2.", "\n\n", "words.textile"),
]


@each_row("bold, head, between, filename", WRITTEN)
def test_labels_under_headings_are_parts_of_the_entry(
    bold: str, head: str, between: str, filename: str
) -> None:
    document = LABELLED % {"2": head, "b": bold}
    if filename.endswith(".md"):
        document = document.replace("\nBoats", "  \nBoats").replace("\nThe radio", "  \nThe radio")
        document = document.replace("lie.\n", "lie.  \n")
    else:
        document = document.replace("# Words", "h1. Words").replace("\n", between)
    assert found(document, filename) == [
        ("Raft", ("raft-up",), "Boats side by side."),
        ("Very high frequency", ("VHF",), "The radio of boats."),
        ("Quay", (), "A wall beside which boats lie."),
    ]


def test_terms_named_like_parts_of_an_entry_are_entries_beside_others() -> None:
    document = "# Words\n\n## Names\n\nAll of them.\n\n**Alias:** another name of a boat\n\n**Berth:** where it lies\n\n## Ropes\n\nAll of them.\n\n**Bend:** a knot between two ropes\n\n**Hitch:** a knot round a post\n\n## Rest\n\nMore.\n"
    assert [name for name, *_ in found(document, "words.md")] == ["Alias", "Berth", "Bend", "Hitch"]


def test_two_letters_among_other_names_are_one_of_them() -> None:
    document = 'Term,Also,Meaning\nNo answer,"silent call, NA",Nobody spoke.\nSecond try,n/a,They come again.\nLast try,"end, n/a",They came.\n'
    assert [also for _, also, _ in found(document, "words.csv")] == [("silent call", "NA"), (), ("end",)]


BREAKS = "".join(f"<p><b>{name}</b><br>{text}</p>" for name, text in (*LIST, ("Raft", "Boats side by side.")))
FILED = [
    "registrado em: Porto, Glossário",
    "Filed under: Harbour",
    "Schlagwörter: Hafen, Wörter",
    "Метки: порт",
]


@each_row("line", FILED)
def test_where_a_page_is_filed_is_no_text_of_its_last_entry(line: str) -> None:
    made = found(f"<html><body><h1>Glossary</h1>{BREAKS}<p>{line}</p></body></html>", "words.html")
    assert made[-1] == ("Raft", (), "Boats side by side.")


def test_a_term_called_tag_is_an_entry_at_the_end_of_others() -> None:
    made = found(
        "# Glossary\n\n- Quay: A wall.\n- Raft: boats side by side\n- Tag: a small sign\n", "words.md"
    )
    assert made[-1] == ("Tag", (), "a small sign")


OTHERS = [
    ("Ook wel zorgleefplan genoemd.", "zorgleefplan"),
    ("Auch Rückrufzeit genannt.", "Rückrufzeit"),
    ("Wird auch Rückrufzeit genannt.", "Rückrufzeit"),
    ("Aussi appelés soins légers.", "soins légers"),
    ("Anche detta cura leggera.", "cura leggera"),
    ("Também chamado cuidado leve.", "cuidado leve"),
]


@each_row("sentence, other", OTHERS)
def test_a_last_sentence_gives_another_name_once(sentence: str, other: str) -> None:
    name = other.split()[-1].capitalize()
    made = found(f"# Glossary\n\n**{name} A** – A plan of it. {sentence}\n\n**Quay** – A wall.\n", "words.md")
    assert made[0][1] == (other,)


NOTHING = [
    "n.v.t.",
    "no aplica",
    "não se aplica",
    "sans objet",
    "nie dotyczy",
    "не применимо",
    "н/д",
    "該当なし",
    "不适用",
]


@each_row("cell", NOTHING)
def test_what_says_that_nothing_applies_is_no_name(cell: str) -> None:
    document = f"Term,Abbreviation,Meaning\nQuay,{cell},A wall.\nVery high frequency,VHF,The radio.\n"
    assert [also for _, also, _ in found(document, "words.csv")] == [(), ("VHF",)]


def test_marks_for_translators_are_not_seen() -> None:
    document = (
        "# Glossary\n\n## Model ([!UICONTROL Look-alike model])\n\nUse [!UICONTROL Modeling] in [!DNL Base].\n\n"
        "## Trait\n\nA rule of [!DNL Base].\n"
    )
    assert found(document, "words.md") == [
        ("Model", ("Look-alike model",), "Use Modeling in Base."),
        ("Trait", (), "A rule of Base."),
    ]


CODES = [("Code", "OOS", "Signification"), ("Código", "OOS", "Significado"), ("Kod", "OOS", "Znaczenie")]


@each_row("head, code, means", CODES)
def test_a_sheet_of_codes_beside_the_terms_has_entries(head: str, code: str, means: str) -> None:
    codes = [(head, means), (code, "out of service"), ("RES", "kept for somebody")]
    read = importing.read(workbook(("Words", TERMS), ("Codes", codes)), "words.xlsx", source="mine")
    assert [entry.name for entry in read.entries] == [*NAMES, code, "RES"]


def test_a_sheet_that_explains_the_columns_of_another_has_none() -> None:
    rows = [("Column", "Meaning"), ("Term", "The word itself."), ("Meaning", "What it says to us.")]
    read = importing.read(workbook(("Words", TERMS), ("Columns", rows)), "words.xlsx", source="mine")
    assert [entry.name for entry in read.entries] == NAMES


LOGS: list[tuple[str, list[tuple[str, ...]]]] = [
    (
        "Change log",
        [("Date", "Who", "Term", "Change"), ("3 May", "Bo", "Quay", "made shorter, asked for by the watch")],
    ),
    (
        "Historie",
        [("Datum", "Wer", "Begriff", "Änderung"), ("3.5.", "Bo", "Quay", "gekürzt, weil die Wache fragte")],
    ),
]


@each_row("title, rows", LOGS)
def test_a_log_of_changes_may_name_the_terms_that_have_changed(
    title: str, rows: list[tuple[str, ...]]
) -> None:
    data = workbook(("Terms", TERMS), (title, rows))
    assert [entry.name for entry in importing.read(data, "g.xlsx", source="mine").entries] == NAMES


def test_a_sheet_of_terms_may_have_columns_of_a_log() -> None:
    rows: list[tuple[str, ...]] = [
        ("Term", "Meaning", "Changed by", "Date"), *((*pair, "Bo", "3 May") for pair in LIST)
    ]  # fmt: skip
    data = workbook(("Terms", rows))
    assert [entry.name for entry in importing.read(data, "g.xlsx", source="mine").entries] == NAMES
