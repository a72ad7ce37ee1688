"""Raw glossaries of every shape: what is taken, what is left out and why, and that nothing is too hostile."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from time import process_time
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpora import DATA
from helpers.rows import each_row
from helpers.support import from_yaml
from helpers.tried import tried
from site_gen.corpus import load
from site_gen.corpus.yaml import characters
from site_gen.model.records import Entry, Origin, Source
from site_gen.sources import importing
from site_gen.sources.draft import UnreadableError
from site_gen.sources.entries.other_names import keys
from site_gen.sources.formats.xlsx import refuse_harmful
from site_gen.sources.shape import defining
from site_gen.sources.shape.blocks import abbreviates
from site_gen.sources.shape.header_roles import role_of

HERE = DATA / "importers"
SHAPES: list[dict[str, Any]] = from_yaml((HERE / "shapes.yaml").read_text("utf-8"))
MIXED: list[dict[str, Any]] = from_yaml((HERE / "shapes_mixed.yaml").read_text("utf-8"))


def read(document: str | bytes, filename: str = "glossary.txt", **options: Any) -> importing.Imported:
    """One import; a parser that gave up on anything but hostile bytes is a fault of ours."""
    data = document.encode() if isinstance(document, str) else document
    found = importing.read(data, filename, source="mine", **options)
    assert not [p for p in found.problems if "gave up" in p.message], found.problems
    return found


def names(found: importing.Imported) -> list[str]:
    return [entry.name for entry in found.entries]


# --- shapes ---------------------------------------------------------------------------------------------


@each_row("case", SHAPES)
def test_names_are_found_by_shape(case: Mapping[str, Any]) -> None:
    found = read(case["document"], case.get("file", "glossary.txt"))
    assert names(found) == [str(name) for name in case["names"]]


@each_row("case", SHAPES)
def test_line_ends_and_byte_order_marks_change_nothing(case: Mapping[str, Any]) -> None:
    text = "\ufeff" + case["document"].replace("\n", "\r\n")
    assert names(read(text, case.get("file", "glossary.txt"))) == [str(name) for name in case["names"]]


@each_row("line_end", ["\n", "\r\n"])
@each_row("case", MIXED)
def test_all_shapes_of_a_document_are_taken_and_the_rest_is_reported(
    case: Mapping[str, Any], line_end: str
) -> None:
    found = read(case["document"].replace("\n", line_end), case.get("file", "glossary.txt"))
    assert names(found) == case["names"]
    reported = [f"{s.line}: {s.why}: {s.text}" for s in found.skipped]
    for left in case.get("left", ()):
        assert [line for line in reported if line.startswith(left)], (left, reported)
    texts = {e.name: e.text for e in found.entries}
    assert {name: texts[name] for name in case.get("texts", ())} == case.get("texts", {})


@each_row(
    "name, text, defined",
    [
        ("Quiet hold", "A hold without any music.", True),
        ("Boomerang", "Someone who left and came back.", True),
        ("Ghost rate", "Share of chats that end in silence.", True),
        ("Wait", "The time a customer waits for an answer.", True),
        ("Whisper", "Speaking to the agent without the caller.", True),
        ("Churn rate", "Churn rate measures how many leave.", True),
        ("Promise", "A date that must be kept.", True),
        ("Stau", "Wenn mehr Anfragen kommen, als jemand löst.", True),
        ("File d'attente", "La suite des demandes en attente.", True),
        ("Tone", "Keep it short and kind.", False),
        ("Refunds", "A refund of more than 50 needs a lead.", False),
        ("Opening hours", "Monday to Friday, nine to five.", False),
        ("Figures", "These are the figures of each week.", False),
        ("Metrics", "A few are listed below.", False),
        ("Art of no", "A kind no is an art that takes some…", False),
    ],
)
def test_how_a_definition_opens(name: str, text: str, defined: bool) -> None:
    assert defining.defines(name, text) is defined


@each_row("stem", ["letters", "headings", "teasers", "sections", "mixed"])
def test_whole_documents_are_read_as_the_golden_files(stem: str, update_golden: bool) -> None:
    rules = None
    if (HERE / f"{stem}.import.yaml").exists():
        rules, problems = importing.rules(
            (HERE / f"{stem}.import.yaml").read_text("utf-8"), "mine.import.yaml"
        )
        assert not problems
    found = read((HERE / f"{stem}.txt").read_bytes(), f"{stem}.txt", rules=rules)
    golden = HERE / f"{stem}.golden.yaml"
    if update_golden:
        golden.write_text(outcome(found), "utf-8")
    assert outcome(found) == golden.read_text("utf-8")


def outcome(found: importing.Imported) -> str:
    """An import as a file that can be reviewed."""
    values = {
        "title": found.title,
        "entries": [
            {"name": e.name, "also": list(e.also), "at": e.at, "line": e.origin.line, "text": e.text}
            for e in found.entries
        ],
        "skipped": [f"{s.line}: {s.why}: {s.text}" for s in found.skipped],
        "problems": [str(problem) for problem in found.problems],
    }
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=100)


def test_every_line_is_an_entry_or_reported() -> None:
    """Nothing gets lost: each line of the mixed document is in a text, a place, or among the skipped."""
    text = (HERE / "mixed.txt").read_text("utf-8")
    found = read(text)
    said = " ".join([*(e.name + e.at + e.text for e in found.entries), *(s.text for s in found.skipped)])
    places = {int(n) for e in found.entries for n in "".join(c if c.isdigit() else " " for c in e.at).split()}
    places |= {s.line for s in found.skipped}
    rules = ("---|---|", "---|---|---|")
    for number, line in enumerate(text.splitlines(), 1):
        assert number in places or line in said or line in rules or "|" in line, (number, line)


# --- names ----------------------------------------------------------------------------------------------


@each_row(
    "document, name, also",
    [
        ("Wait Time, also known as hold time: how long.\nBee: one of many.\nCee: two of many.", "Wait Time", ["hold time"]),
        ("Wrap-up (aka ACW): the rest.\nBee: one of many.\nCee: two of many.", "Wrap-up", ["ACW"]),
        ("SLA\nAn SLA, or service promise, says when.\n\nBee\nA bee is one.\n\nCat\nA cat is two.", "SLA", []),
        (
            "Smart queue\nSmart queue, also called fast line or short line, is one.\n\nBee\nBee is two.",
            "Smart queue",
            ["fast line", "short line"],
        ),
        ("Swarming: many on one case.\nSynonyms: piling in, mobbing.\nBee: one of many.\nCee: two of many.", "Swarming",
         ["piling in", "mobbing"]),
        ("Average Wait (AW): how long.\nBee: one of many.\nCee: two of many.", "Average Wait", ["AW"]),
        ("Help desk or service desk: a place.\nBee: one of many.\nCee: two of many.", "Help desk or service desk", []),
    ],
)  # fmt: skip
def test_other_names_that_a_text_states(document: str, name: str, also: list[str]) -> None:
    entry = read(document).entries[0]
    assert (entry.name, list(entry.also)) == (name, also)


def test_an_entry_that_only_points_is_another_printing_of_its_target() -> None:
    found = read("Attrition: See Churn\nBacklog: a pile.\nChurn: those who left.\nGap: see Hole.\n")
    assert names(found) == ["Backlog", "Churn", "Gap"]
    churn = found.entries[1]
    assert (churn.also, churn.at, churn.origin.line) == (
        ("Attrition",),
        "reference, line 1; label, line 3",
        3,
    )


@each_row(
    "document, filename",
    [
        ("Agent: 1. a person who answers. 2. a program.\nBee: one of many.\nCee: two of many.", "a.txt"),
        ("Agent: (1) a person who answers; (2) a program.\nBee: one of many.\nCee: two of many.", "a.txt"),
        ("Agent\n: a person who answers\n: a program\n\nBee\n: one of many\n\nCee\n: two of many\n", "a.md"),
        ("<dl><dt>Agent<dd>a person who answers<dd>a program<dt>Bee<dd>one<dt>Cee<dd>two</dl>", "a.html"),
    ],
)
def test_senses_that_stand_under_one_name_are_one_entry(document: str, filename: str) -> None:
    found = read(document, filename)
    assert names(found) == ["Agent", "Bee", "Cee"] and not found.problems
    assert "person" in found.entries[0].text and "program" in found.entries[0].text


def test_a_name_that_stands_twice_is_kept_apart_and_flagged() -> None:
    document = "Agent: a person who answers.\nBee: one of many.\nCee: two of many.\nAgent: a program."
    found = read(document)
    agents = [entry for entry in found.entries if entry.name.startswith("Agent")]
    assert [entry.name for entry in agents] == ["Agent", "Agent (2)"]
    assert [(p.code, p.severity) for p in found.problems] == [("import-same-name", "warning")]


def test_one_text_printed_twice_is_one_entry_with_two_places() -> None:
    found = read("Agent: a person.\nBot: a program.\nAgent: a person.\n")
    assert names(found) == ["Agent", "Bot"]
    assert found.entries[0].at == "label, line 1; label, line 3"


@each_row(
    "short, long, fits",
    [
        ("FCR", "First Contact Resolution", True),
        ("SLAs", "service level agreement", True),
        ("CXM", "Customer Experience Management", True),
        ("KB", "knowledge base", True),
        ("FCR", "Customer Effort Score", False),
        ("software", "Agent", False),
        ("A", "Agent", False),
    ],
)
def test_abbreviations_are_told_by_their_letters(short: str, long: str, fits: bool) -> None:
    assert abbreviates(short, long) is fits


@each_row(
    "one, two, meet",
    [
        ("SLA (Service-Level Agreement)", "What are service-level agreements?", True),
        ("Case-Driven Care (CDC)", "What is case-driven care?", True),
        ("Customer Experience Management (CEM or CXM)", "CXM", True),
        ("Agent (person)", "Agent (software)", False),
        ("Churn", "Churn rate", False),
    ],
)
def test_printings_meet_by_name_abbreviation_or_question(one: str, two: str, meet: bool) -> None:
    assert bool(set(keys(one)) & set(keys(two))) is meet


# --- encodings ------------------------------------------------------------------------------------------

GERMAN = "Rückstau: Anfragen, die warten.\nAbwanderung: Verlust von Kunden.\nLösung: Ende eines Vorgangs.\n"
CZECH = "Zákazník: ten, kdo platí za služby.\nŘešení: konec požadavku zákazníka.\nČekání: doba, než někdo odpoví.\n"
RUSSIAN = "Клиент: тот, кто платит.\nОчередь: место ожидания запросов.\nОтток: потеря клиентов за месяц.\n"


@each_row(
    "text, encoding",
    [
        (GERMAN, "utf-8"), (GERMAN, "utf-8-sig"), (GERMAN, "utf-16"), (GERMAN, "utf-16-le"), (GERMAN, "utf-16-be"),
        (GERMAN, "utf-32"), (GERMAN, "latin-1"), (GERMAN, "cp1252"), (CZECH, "cp1250"), (RUSSIAN, "cp1251"),
    ],
)  # fmt: skip
def test_documents_are_read_in_the_encoding_that_they_have(text: str, encoding: str) -> None:
    found = read(text.encode(encoding))
    assert names(found) == [line.split(":")[0] for line in text.splitlines()]
    told = any(problem.code == "import-encoding" for problem in found.problems)
    assert told is (not encoding.startswith("utf"))


def test_signs_nobody_sees_and_wrongly_decoded_letters_are_put_right() -> None:
    found = read("RÃ¼ck\u200bstau:\u00a0what waitsâ€”always.\nB\u00adot: a program.\nCat: an animal.\n")
    assert names(found) == ["Rückstau", "Bot", "Cat"]
    assert found.entries[0].text == "what waits—always."


# --- tables ---------------------------------------------------------------------------------------------


def workbook(
    sheets: Mapping[str, Sequence[Sequence[Any]]], merged: Mapping[str, Sequence[str]] = {}
) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for area in merged.get(title, ()):
            sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_with_preamble_merged_cells_and_a_sheet_of_something_else() -> None:
    rows = [
        ["Our words", None, None, None], ["as of May", None, None, None], [],
        ["Area", "Support term", "What it means", "Other names"],
        ["Calls", "AHT", "Mean time of a call.", "handle time; call length"],
        [None, "Agent", "A person who answers.", None], [None, None, "A program that answers.", None],
        ["Tickets", "Macro /\nShortcut", "Steps at one click.", None], [None, 24.0, "Around the clock.", None],
    ]  # fmt: skip
    data = workbook(
        {"Words": rows, "Log": [["who", "when"], ["Ann", "today"]]}, {"Words": ["A1:D1", "B6:B7"]}
    )
    found = read(data, "words.xlsx")
    assert names(found) == ["AHT", "Agent", "Agent (2)", "Macro", "24"]
    assert found.entries[0].also == ("handle time", "call length")
    assert found.entries[3].also == ("Shortcut",)
    assert found.entries[0].at == "sheet Words, row 5"
    assert found.columns == {
        "Area": "topics", "Support term": "name", "What it means": "text", "Other names": "also",
    }  # fmt: skip
    assert [s.text for s in found.skipped if s.line == 1] == ["Our words", "who | when"]


def test_columns_that_no_rule_knows_are_listed_and_can_be_mapped() -> None:
    document = (
        "Vocable,Blurb,Owner\nAgent,Somebody who answers calls.,Ann\nMacro,Steps done at one click.,Bob\n"
    )
    found = read(document, "g.csv", columns={"vocable": "name", "Blurb": "says", "Owner": "-"})
    assert [(e.name, e.says, e.text) for e in found.entries] == [
        ("Agent", "Somebody who answers calls.", ""), ("Macro", "Steps done at one click.", ""),
    ]  # fmt: skip
    assert not found.problems
    known = read("Term,Meaning,Status\nAgent,Somebody who answers.,new\n", "g.csv")
    assert known.columns == {"Term": "name", "Meaning": "text", "Status": ""}
    assert [(p.code, p.severity) for p in known.problems] == [("import-column", "warning")]
    assert "of its term" in known.problems[0].hint  # to map it to a field of entries would be wrong


@each_row(
    "header",
    [
        "Term,Meaning,Owner,Reviewed on",
        "Begriff,Bedeutung,Verantwortlich,Geprüft am",
        "Terme,Définition,Responsable,Révisé le",
        "Término,Definición,Responsable,Revisado el",
        "Begrip,Betekenis,Eigenaar,Laatst gecontroleerd",
    ],
)
@each_row("day", ["2026-03-12", "12.03.2026", "3/12/2026 is no one day"])
def test_who_answers_for_a_term_and_its_review_come_from_columns(header: str, day: str) -> None:
    found = read(
        f"{header}\nAgent,Somebody who answers.,Ann Lee,{day}\nMacro,Steps at one click.,,\n", "g.csv"
    )
    expected = None if "no one day" in day else date(2026, 3, 12)
    assert [(e.owner, e.reviewed) for e in found.entries] == [("Ann Lee", expected), ("", None)]
    assert ["is a day" in (p.hint or "") for p in found.problems] == [True] * (expected is None)


def test_columns_are_mapped_to_owner_and_review_by_hand_and_left_out_by_hand() -> None:
    document = "Term,Meaning,Wer,Wann,Owner\nAgent,Somebody who answers.,Ann Lee,1.2.2026,Ben\n"
    found = read(document, "g.csv", columns={"Wer": "owner", "Wann": "reviewed", "Owner": "-"})
    assert [(e.owner, e.reviewed) for e in found.entries] == [("Ann Lee", date(2026, 2, 1))]
    records = '[{"term": "Agent", "meaning": "Who answers.", "owner": "Ann"}, {"term": "Macro", "meaning": "Steps.", "owner": "Ben"}]'
    assert [e.owner for e in read(records, "g.json").entries] == ["Ann", "Ben"]


def test_a_column_that_is_not_taken_is_told_with_its_place() -> None:
    def places(document: str, filename: str) -> list[str]:
        return [
            f"{p.path.removeprefix(filename)}:{p.line}"
            for p in read(document, filename).problems
            if p.code == "import-column"
        ]

    assert places("Our words\n\nTerm,Meaning,Status\nAgent,Who answers.,Ann\n", "g.csv") == [":3"]
    assert places('[{"term": "Agent",\n"meaning": "Who answers.",\n"status": "Ann"}]', "g.json") == [":3"]
    html = "<h1>Glossary</h1>\n<table>\n<tr><th>Term<th>Meaning<th>Status\n<tr><td>Agent<td>Who answers.<td>Ann</table>"
    assert places(html, "g.html") == [":3"]
    assert places("| Term | Meaning | Status |\n|---|---|---|\n| Agent | Who answers. | Ann |\n", "g.md") == [
        ":1"
    ]


def test_cells_of_workbooks_are_told_by_sheet_and_in_its_order() -> None:
    table = [["Words"], ["Term", "Meaning", "Status"], ["Agent", "Who answers.", "Ann"]]
    start = [["Read me", None], ["Ask Ann", None], [None, "since"]]
    found = read(workbook({"Start": start, "Words": table, "Lists": [["open"], ["done"]]}), "g.xlsx")
    assert [(p.path, p.line) for p in found.problems] == [("g.xlsx:sheet Words, cell C2", 0)]
    told = [f"{one.where.removeprefix('sheet ')}: {one.text}" for one in found.skipped]
    assert told == [
        "Start, row 1: Read me", "Start, row 2: Ask Ann", "Start, row 3: since", "Words, row 1: Words",
        "Lists, row 1: open", "Lists, row 2: done",
    ]  # fmt: skip
    (alone,) = read(workbook({"Words": table}), "g.xlsx").problems
    assert alone.path == "g.xlsx:cell C2"


def test_a_column_of_areas_that_groups_nothing_is_told() -> None:
    rows = "Agent,Phone,Who answers.\nMacro,Mail,Steps at one click.\n"
    (problem,) = read(f"Term,Area,Meaning\n{rows}", "g.csv").problems
    assert "groups nothing" in problem.hint and "'Area=topics'" in problem.hint
    taken = read(f"Term,Area,Meaning\n{rows}", "g.csv", columns={"Area": "topics"})
    assert [entry.topics for entry in taken.entries] == [("Phone",), ("Mail",)]


_TOLD = (
    "What we tell the patient | Say to callers | Customer-friendly wording | For customers | What customers are told | "
    "Was wir dem Kunden sagen | So sagen wir es den Gästen | Für Kunden | Kundengerechte Formulierung | "
    "Da dire all'ospite | Lo que decimos al cliente | Cómo explicarlo al paciente | Para el cliente | "
    "Ce que nous disons au client | À dire à l'usager | Phrase pour le client | Texto para o cliente"
)
_NOT_TOLD = (
    "Customer | Customer ID | What the customer says | Never say to customers | Message from customer | User story | "
    "Kundengruppe | Was der Kunde sagt | Frage vom Kunden | Dem Kunden nicht sagen | "
    "Lo que dice el cliente | Servicio al cliente | Ce que le client dit | Ne pas dire au client"
)


def test_a_column_of_sentences_for_customers_is_known_by_whom_it_speaks_to() -> None:
    found = {header: role_of(header) == "say_to_customer" for header in f"{_TOLD}|{_NOT_TOLD}".split("|")}
    assert found == {header: header in _TOLD.split("|") for header in found}
    only = read(
        "Begriff,Erklärung für Kunden\nCursor,Der blinkende Strich.\nMakro,Schritte auf Klick.\n", "g.csv"
    )
    assert [entry.text for entry in only.entries] == ["Der blinkende Strich.", "Schritte auf Klick."]


@each_row("columns", [{"Nope": "name"}, {"Term": "definition"}])
def test_columns_that_are_not_there_and_fields_that_are_none_are_errors(columns: dict[str, str]) -> None:
    found = read("Term,Meaning\nAgent,Somebody who answers.\n", "g.csv", columns=columns)
    assert "import-column" in [problem.code for problem in found.problems if problem.severity == "error"]


def test_the_format_can_be_set_against_the_file_name() -> None:
    document = "Agent;Somebody who answers.\nMacro;Steps at one click.\n"
    assert read(document, "words.md", format="csv").format == "csv"
    rules, _ = importing.rules("format: csv\n", "mine.import.yaml")
    assert names(read(document, "words.md", rules=rules)) == ["Agent", "Macro"]


# --- rules ----------------------------------------------------------------------------------------------

DOCUMENT = "Our words\n\nAgent\nAn agent answers.\nBots do so, too.\n\nMacro\nA macro does steps.\n\nEnd\n"


def ruled(lines: str) -> importing.Imported:
    rules, problems = importing.rules(f"lines:\n{lines}", "mine.import.yaml")
    assert not problems
    return read(DOCUMENT, rules=rules)


def test_a_rule_names_a_line_inside_a_text() -> None:
    found = ruled("  - {line: 5, name: Bot}\n")
    assert [(e.name, e.text) for e in found.entries] == [
        ("Agent", "An agent answers."), ("Bot", "Bots do so, too."), ("Macro", "A macro does steps."),
    ]  # fmt: skip


def test_a_rule_gives_a_heading_another_name_and_keeps_what_is_printed() -> None:
    found = ruled("  - {line: 7, name: [Macro (shortcut), Shortcut]}\n")
    assert names(found) == ["Agent", "Macro (shortcut)", "Shortcut"]
    assert found.entries[1].also == ("Macro",)


def test_a_rule_leaves_out_an_entry_or_a_line_and_says_why() -> None:
    found = ruled("  - {line: 3, skip: a role of ours}\n")
    assert names(found) == ["Macro"]
    assert [(s.line, s.why) for s in found.skipped if s.why == "a role of ours"] == [
        (3, "a role of ours"), (4, "a role of ours"), (5, "a role of ours"),
    ]  # fmt: skip
    assert ruled("  - {line: 5, skip: not about agents}\n").entries[0].text == "An agent answers."


def test_a_rule_adds_a_printing() -> None:
    found = ruled("  - {line: 10, also: Macro}\n")
    assert found.entries[1].at == "heading, line 7; heading, line 10"


def test_a_rule_makes_an_entry_of_what_was_left_out() -> None:
    found = ruled("  - {line: 1, name: Word}\n")
    assert names(found) == ["Word", "Agent", "Macro"]


def test_a_rule_without_effect_is_told() -> None:
    found = ruled("  - {line: 99, skip: gone}\n")
    assert [(p.path, p.line, p.code) for p in found.problems] == [("mine.import.yaml", 2, "import-rule")]


@each_row(
    "text, said",
    [
        ("lines:\n  - {line: x, skip: y}\n", "'line' is 'x'"),
        ("lines:\n  - {line: 3}\n", "line 3 has no rule"),
        ("lines:\n  - {line: 3, skip: y, name: Z}\n", "line 3 has name and skip"),
        ("lines:\n  - {line: 3, nmae: Z}\n", "unknown field 'nmae'"),
        ("format: word\n", "'format' is 'word'"),
        ("columns: {A: definition}\n", "column 'A' is mapped to 'definition'"),
        ("lines: 3\n", "'lines' is the text '3'"),
        ("lines:\n\t- x\n", "tab"),
    ],
)
def test_what_is_wrong_with_rules(text: str, said: str) -> None:
    _, problems = importing.rules(text, "mine.import.yaml")
    assert any(said in problem.message for problem in problems), problems


def test_a_dash_maps_a_column_to_nothing() -> None:
    rules, problems = importing.rules("columns: {Owner: '-'}\n", "x")
    assert not problems and rules.columns == {"Owner": ""}


# --- hostile documents ----------------------------------------------------------------------------------

_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'


def archive(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def with_sheet(xml: str) -> bytes:
    """A small workbook whose sheet is exchanged for the given XML."""
    parts = zipfile.ZipFile(io.BytesIO(workbook({"S": [["Term", "Meaning"], ["Agent", "Somebody."]]})))
    texts = {name: parts.read(name).decode() for name in parts.namelist()}
    return archive({**texts, "xl/worksheets/sheet1.xml": xml})


_ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
# Made when its test comes: not by every worker, and not for the tests of something else.
HOSTILE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "bomb.xlsx": (lambda: archive({"xl/workbook.xml": "0" * 31_000_000}), "import-too-large"),
    "laughs.xlsx": (lambda: with_sheet(_ENTITIES + _SHEET.format("&c;")), "import-unreadable"),
    "merged.xlsx": (
        lambda: with_sheet(_SHEET.format('<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        "import-too-large",
    ),
    "far.xlsx": (
        lambda: with_sheet(_SHEET.format('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')),
        "import-too-large",
    ),
    "cut.xlsx": (lambda: workbook({"S": [["Term", "Meaning"]]})[:2000], "import-unreadable"),
    "word.docx": (lambda: archive({"word/document.xml": "<x/>"}), "import-unreadable"),
    "line.txt": (lambda: b"a" * 100_000_000, "import-too-large"),
    "long.txt": (lambda: b"ab: " * 250_000, "import-nothing"),
    "lines.txt": (lambda: b"a\n" * 210_000, "import-too-large"),
    "spaces.txt": (lambda: b"a" + b" " * 4_000_000 + b"b|c|d", "import-nothing"),
    "question.md": (lambda: b"# what is " + b"?" * 90_000 + b"x", "import-nothing"),
    "comments.txt": (lambda: b"<!---->" * 9_000 + b"x", "import-nothing"),
    "binary.txt": (lambda: bytes(range(256)) * 400, "import-not-text"),
    "zeros.csv": (lambda: b"\0" * 100_000, "import-not-text"),
    "page.pdf": (lambda: b"%PDF-1.7 and more", "import-not-text"),
    "odd.txt": (lambda: b"\xff\xfea", "import-not-text"),
    "deep.html": (lambda: b"<div>" * 100_000 + b"x", "import-unreadable"),
    "tags.html": (lambda: b"<" * 1_000_000, "import-nothing"),
    "deep.md": (lambda: b">" * 90_000, "import-nothing"),
    "paragraph.md": (lambda: b"[" * 1_900_000, "import-too-large"),
    "deep.yaml": (lambda: b"[" * 100_000, "import-unreadable"),
    "alias.yaml": (lambda: b"a: &a [x]\nb: [*a, *a]\n", "import-nothing"),
    "laughs.yaml": (
        lambda: b"a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (c, c, b", ".join([b"*%c" % (c - 1)] * 10)) for c in range(98, 110)),
        "import-too-large",
    ),
    "chain.yaml": (
        lambda: b"a0: &a0 [x]\n" + b"".join(b"a%d: &a%d [*a%d]\n" % (i, i, i - 1) for i in range(1, 400)),
        "import-unreadable",
    ),
    "merge.yaml": (
        lambda: b"a0: &a0 {k0: v, l0: v}\n"
        + b"".join(b"a%d: &a%d {<<: [%s], k%d: v}\n" % (i, i, b", ".join([b"*a%d" % (i - 1)] * 200), i) for i in range(1, 200)),
        "import-too-large",
    ),
    "itself.yaml": (lambda: b"a: &a\n  b: *a\n", "import-unreadable"),
    "deep.json": (lambda: b"[" * 1_000_000, "import-unreadable"),
    "nested.json": (lambda: b"[" * 100 + b"1" + b"]" * 100, "import-unreadable"),
    "broken.json": (lambda: b'{"a": ', "import-unreadable"),
    "quotes.csv": (lambda: b'a,"' + b"b" * 1_000_000, "import-unreadable"),
    "rows.csv": (lambda: b"a,b\n" * 60_000, "import-too-large"),
    "files.rst": (lambda: b".. include:: /etc/passwd\n\n.. csv-table:: x\n   :file: /etc/passwd\n", "import-nothing"),
    "empty.txt": (lambda: b"", "import-nothing"), "empty.md": (lambda: b"", "import-nothing"), "empty.html": (lambda: b"", "import-nothing"),
    "empty.csv": (lambda: b"", "import-nothing"), "empty.yaml": (lambda: b"", "import-nothing"),
    "empty.rst": (lambda: b"", "import-nothing"), "empty.json": (lambda: b"", "import-nothing"),
    "letter.txt": (lambda: b"Dear Ann,\n\nthank you for your letter. I was glad to read it.\n", "import-nothing"),
}  # fmt: skip


@each_row("name", HOSTILE)
def test_hostile_documents_end_in_an_error_in_bounded_time(name: str) -> None:
    made, code = HOSTILE[name]
    data = made()
    start = process_time()
    found = importing.read(data, name, source="mine")
    assert process_time() - start < 10
    assert not found.entries
    assert [p.code for p in found.problems if p.severity == "error"] == [code], found.problems


def test_an_external_entity_is_not_read() -> None:
    page = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><dl><dt>Agent</dt><dd>&e; x</dd></dl>'
    assert "root" not in read(page, "x.html").entries[0].text


FILES = st.sampled_from(
    [f"x.{end}" for end in ("txt", "md", "html", "csv", "tsv", "yaml", "json", "rst", "xlsx", "")]
)
PIECES = st.lists(
    st.sampled_from(
        ["Agent", "Bot: a program", "Churn – loss", "\n", "\n\n", "    ", "1. ", "- ", "* ", "**", "| a | b |", "|---|---|",
         "# ", "## ", "What is X?", "See Y.", "---", "A", "A B C", ": ", "\t", "(ABC)", "<dl><dt>", "</dd>", "<td>", "{", "}",
         "[", "]", '"', ",", "::", ".. glossary::", "=====", "é", "\u200b", "\r", "Definition: x", "Term: y", "…", "."]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@tried(150)
@given(PIECES, FILES)
def test_no_document_ends_in_an_exception(document: str, filename: str) -> None:
    found = importing.read(document.encode(), filename, source="mine")
    assert not [p for p in found.problems if "gave up" in p.message], found.problems
    assert found.entries or [p for p in found.problems if p.severity == "error"]
    assert all(names(found)) and len(set(names(found))) == len(found.entries)
    last = document.count("\n") + document.count("\r") + 1
    assert all(
        1 <= line <= last
        for line in [*(e.origin.line for e in found.entries), *(s.line for s in found.skipped)]
    )


@tried(60)
@given(st.binary(max_size=300), FILES)
def test_no_bytes_end_in_an_exception(data: bytes, filename: str) -> None:
    found = importing.read(data, filename, source="mine")
    assert found.entries or [p for p in found.problems if p.severity == "error"]


# --- entries in, entries out ------------------------------------------------------------------------------

NOUNS = ["Agent", "Backlog", "Call tree", "Dead air", "Escalation path", "Floor walker", "Ghost call", "Hot seat (HS)",
         "In-app help", "Job aid", "Known error", "Live chat", "Macro", "Net score", "Open rate", "Peak hour"]  # fmt: skip
TEXTS = ["The one who answers.", "What waits for an answer. It grows on Mondays.", "A way to hand a case on.",
         "Silence while somebody looks something up.", "How many come back within a week.", "A list of steps."]  # fmt: skip
LAYOUTS = {
    "label": ("x.txt", "{n}: {t}\n"), "dash": ("x.txt", "• {n} – {t}\n"), "heading": ("x.txt", "{n}\n\n{t}\n\n"),
    "stanza": ("x.txt", "{n}\n{t}\n\n"), "hanging": ("x.txt", "{n}\n    {t}\n"), "level": ("x.md", "## {n}\n\n{t}\n\n"),
    "bold": ("x.md", "**{n}** — {t}\n\n"), "deflist": ("x.md", "{n}\n: {t}\n\n"), "dl": ("x.html", "<dt>{n}<dd>{t}\n"),
    "h3": ("x.html", "<h3>{n}</h3><p>{t}</p>\n"), "csv": ("x.csv", '"{n}","{t}"\n'), "yaml": ("x.yaml", "'{n}': '{t}'\n"),
    "rst": ("x.rst", "{n}\n   {t}\n\n"),
}  # fmt: skip


@tried(120)
@given(
    st.lists(st.sampled_from(NOUNS), min_size=4, unique=True), st.sampled_from(sorted(LAYOUTS)), st.randoms()
)
def test_what_is_laid_out_comes_back(found: list[str], layout: str, random: Any) -> None:
    filename, pattern = LAYOUTS[layout]
    start = random.randrange(len(TEXTS))  # in turn: a text under every name would be a page's furniture
    texts = [TEXTS[(start + place) % len(TEXTS)] for place in range(len(found))]
    document = "".join(pattern.format(n=name, t=text) for name, text in zip(found, texts, strict=True))
    if layout == "dl":
        document = f"<dl>{document}</dl>"
    imported = read(document, filename)
    bare = [name.removesuffix(" (HS)") for name in found]
    assert [(e.name, e.text) for e in imported.entries] == list(zip(bare, texts, strict=True))
    assert all(e.also == (("HS",) if e.name == "Hot seat" else ()) for e in imported.entries)


@each_row(
    "printed, name, also",
    [
        ("Rack unit (RU)", "Rack unit", ("RU",)),
        ("RU (rack unit)", "RU", ("rack unit",)),
        ("Gallery (or gods)", "Gallery", ("gods",)),
        ("Agent (software)", "Agent (software)", ()),
        ("Points (switch)", "Points", ("switch",)),
        ("Case owner (assignee, handler)", "Case owner", ("assignee", "handler")),
        ("Lead (in sales)", "Lead (in sales)", ()),
        ("backlog (n.)", "backlog", ()),
        ("Anliegen (n. m.)", "Anliegen", ()),
        ("(re)open", "(re)open", ()),
    ],
)
def test_another_name_in_brackets_is_another_name(printed: str, name: str, also: tuple[str, ...]) -> None:
    found = read(f"{printed}: one of many.\nWell: two of many.\nZone: three of many.\n")
    assert (found.entries[0].name, found.entries[0].also) == (name, also)


def test_a_source_that_has_a_name_as_printed_keeps_it() -> None:
    """Neither the split of brackets nor that of questions makes an entry new."""
    document = "Rack unit (RU): a height.\nWell: two of many.\nWhat is a zone?\nA part of it.\nWhat is an arc?\nA curve.\n"
    found = read(document)
    printed = [("Rack unit (RU)", ()), ("Well", ()), ("What is a zone?", ()), ("What is an arc?", ())]
    old = Source(
        id="mine", title="Mine", origin=Origin(path="glossary/sources/mine.yaml"), keep_text=True,
        entries=tuple(
            replace(entry, name=name, also=also) for entry, (name, also) in zip(found.entries, printed, strict=True)
        ),
    )  # fmt: skip
    changes = importing.update(old, found)
    assert not changes.new and not changes.changed and not changes.gone
    assert [pair.after.name for pair in changes.same] == [name for name, _ in printed]


@each_row(
    "document, filename, what",
    [
        ("churn\ncohort\ngross margin\nrun rate\n", "names.txt", "a list of 4 names without texts"),
        ("# Terms\n\n- Churn\n- Cohort\n- Run rate\n", "names.md", "a list of 3 names without texts"),
        (
            "# q\n\n## Installation\n\nRun it.\n\n## Usage\n\nCall it.\n\n## License\n\nMIT\n",
            "README.md",
            "a README",
        ),
    ],
)
def test_where_nothing_is_found_the_message_says_what_the_file_is(
    document: str, filename: str, what: str
) -> None:
    found = read(document, filename)
    (problem,) = found.problems
    assert not found.entries and problem.code == "import-nothing"
    assert what in problem.message and "Name" in problem.hint


@each_row(
    "ending, text",
    [("yaml", "term: {0}\ndefinition: A {0}.\n"), ("csv", "term,definition\n{0},A {0}.\n")],
)
def test_a_folder_of_data_files_gives_the_entries_of_all(ending: str, text: str) -> None:
    files = {f"{name}.{ending}": text.format(name).encode() for name in ("berth", "keel", "quay")}
    found = importing.read(files, "words", source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == [
        ("berth", "A berth."), ("keel", "A keel."), ("quay", "A quay."),
    ]  # fmt: skip


def test_short_and_long_sentences_are_texts_and_no_names() -> None:
    found = read(
        "- term: berth\n  short: A place where ships lie.\n- term: keel\n  short: The spine of a ship.\n",
        "a.yml",
    )
    assert [(entry.also, entry.text) for entry in found.entries] == [
        ((), "A place where ships lie."), ((), "The spine of a ship."),
    ]  # fmt: skip


def test_heavy_parsers_are_imported_when_their_format_comes() -> None:
    code = (
        "import sys; from site_gen.sources import importing; importing.read(b'A: b c\\nD: e f\\n', 'x.txt', source='s');"
        "print([m for m in ('openpyxl', 'lxml', 'docutils', 'markdown_it', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- source files -----------------------------------------------------------------------------------------

OLD = """\
# reviewed by Ann
title: Our words
retrieved: 2026-11-21
entries:
  - name: Agent
    at: heading, line 3
    text: |-
      An agent answers.
    says: >-
      Calls everybody an agent who answers.
    term: agent        # ruled by Ann

  - name: Bot
    also: [Robot]
    at: heading, line 6
    text: A program.
  - name: Gone
    at: heading, line 9
    says: Not there any more.
    term: gone
# the end
"""


def loaded(text: str) -> Source:
    found = load.load({"glossary/sources/mine.yaml": text.encode()})
    assert not found.problems, found.problems
    return found.glossary.sources[0]


def test_importing_again_shows_what_changed_and_keeps_every_other_byte() -> None:
    old = loaded(OLD)
    found = read(
        "Words\n\nAgent\nAn agent answers calls.\n\nBot\nA program.\n\nCat\nA cat sits.\n\nDog\nA dog is in.\n"
    )
    changes = importing.update(old, found)
    assert [entry.name for entry in changes.new] == ["Cat", "Dog"]
    assert [pair.after.name for pair in changes.changed] == ["Agent", "Bot"]
    assert [entry.name for entry in changes.gone] == ["Gone"]
    assert not changes.same
    after = importing.updated(OLD, old, changes)
    assert after == OLD.replace("An agent answers.\n", "An agent answers calls.\n").replace(
        "[Robot]", "[]"
    ).replace(
        "    term: gone\n",
        "    term: gone\n  - name: Cat\n    at: heading, line 9\n    text: A cat sits.\n"
        "  - name: Dog\n    at: heading, line 12\n    text: A dog is in.\n",
    ).replace("    text: |-\n      An agent answers calls.\n", "    text: An agent answers calls.\n")
    again = importing.update(loaded(after), found)
    assert not (again.new or again.changed) and importing.updated(after, loaded(after), again) == after


def test_what_a_person_wrote_is_never_touched() -> None:
    old = loaded(OLD)
    found = read("Term,Meaning,Says,Concept\nAgent,Other.,Theirs.,theirs\nBot,New.,Theirs.,theirs\n", "x.csv",
                 columns={"Says": "says", "Concept": "term"})  # fmt: skip
    changes = importing.update(old, found)
    assert [(p.after.says, p.after.term) for p in changes.changed] == [
        ("Calls everybody an agent who answers.", "agent"), ("", ""),
    ]  # fmt: skip
    after = loaded(importing.updated(OLD, old, changes))
    assert [(e.name, e.says, e.term) for e in after.entries] == [
        (e.name, e.says, e.term) for e in old.entries
    ]


def test_moved_entries_are_the_same_and_other_peoples_prose_does_not_land() -> None:
    old = loaded(OLD.replace("retrieved:", "keep_text: false\nretrieved:").replace("    also: [Robot]\n", ""))
    found = read("Words\n\n\nAgent\nSomething else.\n\nBot\nA program.\n\nCat\nA cat.\n\nDog\nA dog.\n")
    changes = importing.update(old, found)
    assert [pair.after.at for pair in changes.same] == ["heading, line 4", "heading, line 7"]
    assert not changes.changed
    after = importing.updated(importing.to_yaml(old), old, changes)
    reread = importing.update(loaded(after), found)
    assert not (reread.new or reread.changed)
    reworded = read(
        "Words\n\nAgent\nsomething   else!\n\nBot\nAnother program.\n\nCat\nA cat.\n\nDog\nA dog.\n"
    )
    changed = importing.update(loaded(after), reworded).changed
    assert [pair.after.name for pair in changed] == ["Bot"], "a text that is not kept is known by its digest"
    assert "Something else" not in after and "A cat." not in after
    assert [entry.name for entry in loaded(after).entries] == ["Agent", "Bot", "Gone", "Cat", "Dog"]


LINE = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Zs", "Co", "Cn")) | st.just(" "),
    min_size=1, max_size=40,
).map(lambda text: " ".join(text.split())).filter(lambda text: text and not list(characters.signs(text, "")))  # fmt: skip
ODD = st.sampled_from(
    ["no", "1:1", "007", "# x", "a: b", "- x", "'", "What is it?", "[x]", "null", "2026-11-21", "~", "x #y"]
)
NAME = LINE | ODD
PARAGRAPHS = st.lists(NAME, min_size=1, max_size=3).map("\n\n".join) | st.just("word " * 60 + "end")


@st.composite
def sources(draw: st.DrawFn) -> Source:
    where = Origin(path="glossary/sources/mine.yaml")
    keep = draw(st.booleans())
    entries = tuple(
        Entry(
            name=name, origin=where, also=tuple(draw(st.lists(NAME, max_size=4, unique=True))), at=draw(NAME | st.just("")),
            text=draw(PARAGRAPHS) if keep else "", says=" ".join(draw(PARAGRAPHS).split()),
            term=draw(st.sampled_from(["", "churn", "first-contact-resolution"])),
        )
        for name in draw(st.lists(NAME, min_size=1, max_size=4, unique=True))
    )  # fmt: skip
    return Source(
        id="mine", title=draw(NAME), origin=where, publisher=draw(NAME | st.just("")), url=draw(NAME | st.just("")),
        retrieved=draw(st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))), keep_text=keep, entries=entries,
    )  # fmt: skip


def without_origins(source: Source) -> Source:
    where = Origin(path="")
    return replace(
        source, origin=where, entries=tuple(replace(entry, origin=where) for entry in source.entries)
    )


@tried(120)
@given(sources())
def test_a_written_source_loads_as_it_was(source: Source) -> None:
    text = importing.to_yaml(source)
    assert without_origins(loaded(text)) == without_origins(source)
    # other readers of YAML see the same, PyYAML without its C part among them
    assert yaml.load(text, Loader=yaml.BaseLoader) == yaml.load(text, Loader=yaml.CBaseLoader)
    assert all(
        type(v) in (str, list, bool, date) for e in yaml.safe_load(text)["entries"] for v in e.values()
    )


@pytest.mark.slow
def test_a_wide_table_takes_time_by_its_length() -> None:
    """Four times the cells take about four times as long; by the square of the length it would be sixteen."""

    def seconds(cells: int) -> float:
        row = "a|" * cells
        text = f"|{row}\n|{'-|' * cells}\n|{row}\n".encode()
        began = process_time()
        importing.read(text, "wide.md", source="wide", format="markdown")
        return process_time() - began

    seconds(100)  # imports
    assert min(seconds(16_000) for _ in range(2)) < 9 * min(seconds(4_000) for _ in range(3))


@each_row("gap", ["\n", " ", "\t", "\u00a0", "\r"])
def test_a_long_run_of_blanks_costs_no_time(gap: str) -> None:
    """What is looked for after blanks is looked for once in a run of them, not from each of them."""
    text = f"Term: A word.\n{gap * 7_000}x{gap * 7_000}y\nOther: Another word.\n".encode()
    for form in ("", *importing.FORMATS):
        began = process_time()
        importing.read(text, "raw", source="raw", format=form)
        assert process_time() - began < 0.25, form


@each_row("gone", [1, 4, 38, 200])
def test_an_archive_with_a_piece_cut_out_is_told_to_be_damaged(gone: int) -> None:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(("Term", "Meaning"))
    book.save(out)
    whole = out.getvalue()
    for start in (4, 60, len(whole) // 2):
        cut = whole[:start] + whole[start + gone :]
        try:
            refuse_harmful(cut)
        except UnreadableError as error:
            assert "damaged" in str(error)


@each_row(
    "header", ["Search words", "Suchwörter", "Mots-clés", "Palabras clave", "Palavras-chave", "search_as"]
)
def test_a_column_of_search_words_is_what_people_type(header: str) -> None:
    table = f"Term;Definition;{header}\nChurn;Customers who leave.;leaving, who left\nQueue;A line.;\n"
    entries = read(table.encode(), "terms.csv").entries
    assert [entry.search_as for entry in entries] == [("leaving", "who left"), ()]


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    importing.read(
        b"Term,Definition\nRota,Who works when.\n", "x.csv", source="x", progress=lambda *at: told.append(at)
    )
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (importing.STEPS, importing.STEPS)
