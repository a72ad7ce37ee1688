"""The sheet of all terms: out, edited as people do, and back field by field."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from helpers.corpora import SETTINGS
from helpers.rows import each_row
from helpers.tried import tried
from site_gen.__main__ import main
from site_gen.checks.run import judge
from site_gen.corpus.load import load
from site_gen.corpus.yaml import parse
from site_gen.editing.sheet.change import changes
from site_gen.editing.sheet.columns import COLUMNS, SLUG, cells
from site_gen.editing.sheet.compare import compare
from site_gen.editing.sheet.read import Row, Sheet, read
from site_gen.editing.sheet.write import BASE, TERMS, workbook
from site_gen.model.records import Glossary
from site_gen.sources.draft import UnreadableError

ROOT = Path(__file__).resolve().parents[2]
AT = {title: get_column_letter(number) for number, title in enumerate((SLUG, *COLUMNS), 1)}

QUEUE = """\
# why this file is as it is
name: Queue
aliases:  # current ones
  - Line
  - 'Waiting line'   # on the phone floor
search_as: ['who is next', "calls: waiting"]
definition: >-
  The line in which
  requests wait.
details: |
  Calls wait for a person.

  * One line for each skill.
metric:
  formula: a / b
  unit: "%"
  better: lower
  parts: {a: waiting, b: all}
  worked: {a: "1", b: "2", result: "0.5"}
topics: [desk]
contrast:
  ticket: A ticket is one request, a queue holds many.
  backlog:
    difference: A backlog is late, a queue is not.
    scene: Ten calls ring at noon.
    fits: queue
links:
  - to: https://desk.example.org/queue
    what: The board
status: draft
reviewed: 2026-11-21
"""
TICKET = "name: Ticket\ndefinition: A record of one request.\ntopics: [desk]\nautolink: false\n"
BACKLOG = "name: Backlog\ndefinition: Work that waits longer than it should.\ntopics: [desk]"


@pytest.fixture(scope="module")
def sheet_of_the_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sheet, made once and only copied."""
    root = tmp_path_factory.mktemp("desk")
    (root / "glossary" / "terms").mkdir(parents=True)
    write_terms(root)
    shutil.copy(SETTINGS, root / "mkdocs.yml")
    done = run(root, "export", "sheet", "--output", str(root / "terms.xlsx"))
    assert done.exit_code == 0, done.output
    return root / "terms.xlsx"


@pytest.fixture
def desk(root: Path, sheet_of_the_desk: Path) -> Path:
    """A project of three terms and its sheet, ``terms.xlsx``."""
    write_terms(root)
    shutil.copy(sheet_of_the_desk, root)
    return root


def write_terms(root: Path) -> None:
    for slug, text in (("queue", QUEUE), ("ticket", TICKET), ("backlog", BACKLOG)):
        (root / "glossary" / "terms" / f"{slug}.yaml").write_text(text)
    (root / "glossary" / "topics.yaml").write_text("- id: desk\n  name: Desk\n- id: calls\n  name: Calls\n")


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def bring_back(root: Path, *options: str) -> Result:
    return run(root, "import", "--update", str(root / "terms.xlsx"), *options)


def term(root: Path, slug: str = "queue") -> str:
    return (root / "glossary" / "terms" / f"{slug}.yaml").read_text()


def corpus(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (root / "glossary").rglob("*") if path.is_file()}


def edit(root: Path, change: Callable[[Any], None]) -> None:
    """Open the sheet as a spreadsheet program does, change it, and save it."""
    book = load_workbook(root / "terms.xlsx")
    change(book[TERMS])
    book.save(root / "terms.xlsx")


def cell(sheet: Any, slug: str, title: str) -> Any:
    (column,) = (head.column for head in sheet[1] if head.value == title)
    (row,) = (number for number in range(2, sheet.max_row + 1) if sheet.cell(number, 1).value == slug)
    return sheet.cell(row, column)


def put(slug: str, title: str, value: Any) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        cell(sheet, slug, title).value = value

    return change


def new_row(**values: str) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        row = sheet.max_row + 1
        for head in sheet[1]:
            if head.value in values:
                sheet.cell(row, head.column).value = values[head.value]

    return change


# --- out ----------------------------------------------------------------------------------------------------


def test_the_sheet_has_a_row_a_term_and_a_column_a_field(desk: Path) -> None:
    book = load_workbook(desk / "terms.xlsx")
    sheet = book[TERMS]
    assert [head.value for head in sheet[1]] == [SLUG, *COLUMNS]
    assert [sheet.cell(row, 1).value for row in range(2, 5)] == ["backlog", "queue", "ticket"]
    assert cell(sheet, "queue", "aliases").value == "Line\nWaiting line"
    assert cell(sheet, "queue", "metric.parts").value == "a: waiting\nb: all"
    assert cell(sheet, "queue", "contrast.scene").value == "backlog: Ten calls ring at noon."
    assert cell(sheet, "queue", "links").value == "https://desk.example.org/queue | The board"
    assert cell(sheet, "ticket", "autolink").value == "false"
    assert (sheet.freeze_panes, book[BASE].sheet_state) == ("C2", "veryHidden")


@each_row("text", ["=1+1", "=HYPERLINK(x)", "+49 30", "-5 %", "@home", "007", "1:1", "'quoted'"])
def test_no_text_becomes_a_formula_or_a_number(text: str) -> None:
    glossary = load({"glossary/terms/x.yaml": f"name: X\nhere: {json.dumps(text)}\n".encode()}).glossary
    found = cell(load_workbook(io.BytesIO(workbook(glossary.terms)))[TERMS], "x", "here")
    assert (found.value, found.data_type, found.number_format) == (text, "s", "@")
    assert found.quotePrefix == (text[0] in "=+-@'")


def test_a_text_that_no_cell_can_hold_is_told(desk: Path) -> None:
    long = term(desk) + "example: " + "word " * 7000 + "\n"
    (desk / "glossary" / "terms" / "queue.yaml").write_text(long)
    done = run(desk, "export", "sheet", "--output", str(desk / "new.xlsx"))
    assert done.exit_code == 1
    assert (
        "glossary/terms/queue.yaml: 'example' is longer than the 32,767 characters of a cell" in done.output
    )
    assert not (desk / "new.xlsx").exists()


def test_a_sheet_that_is_there_is_not_written_over(desk: Path) -> None:
    edit(desk, put("queue", "definition", "Edited."))
    before = (desk / "terms.xlsx").read_bytes()
    done = run(desk, "export", "sheet", "--output", str(desk / "terms.xlsx"))
    assert (done.exit_code, (desk / "terms.xlsx").read_bytes()) == (2, before)
    assert "--force" in done.output


# --- back ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_real_corpus_comes_back_as_it_was(project: Path, tmp_path: Path) -> None:
    before = corpus(project)
    sheet = str(tmp_path / "terms.xlsx")
    assert run(project, "export", "sheet", "--output", sheet).exit_code == 0
    book = load_workbook(sheet)  # saved by another program in between
    book.save(sheet)
    done = run(project, "import", "--update", sheet)
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    assert corpus(project) == before


CHANGES: Mapping[str, tuple[str, Any, str, str]] = {
    "a text": ("definition", "Where requests wait.", ">-\n  The line in which\n  requests wait.", "Where requests wait."),
    "an item": ("aliases", "Line\nHold line", "'Waiting line' ", "'Hold line' "),
    "an item less": ("aliases", "Line", "  - 'Waiting line'   # on the phone floor\n", ""),
    "an item more": ("aliases", "Line\nWaiting line\nRow", "# on the phone floor\n", "# on the phone floor\n  - Row\n"),
    "no items": ("search_as", None, "search_as: ['who is next', \"calls: waiting\"]\n", ""),
    "topics on one line": ("topics", "desk, calls", "topics: [desk]", "topics: [desk, calls]"),
    "a part": ("metric.parts", "a: those waiting\nb: all", "{a: waiting,", "{a: those waiting,"),
    "a number as text": ("metric.unit", "share", 'unit: "%"', "unit: share"),
    "a choice with a capital": ("status", "Approved", "status: draft", "status: approved"),
    "a date": ("reviewed", datetime(2026, 11, 25), "2026-11-21", "2026-11-25"),
    "a difference": ("contrast.difference", "ticket: One is many.\nbacklog: A backlog is late, a queue is not.",
                     "A ticket is one request, a queue holds many.", "One is many."),
    "a scene": ("contrast.scene", "backlog: Ten calls: at noon.", "Ten calls ring at noon.", "'Ten calls: at noon.'"),
    "what a link is": ("links", "https://desk.example.org/queue | Wall board", "what: The board", "what: Wall board"),
    "no address for a link's text": ("links", "https://desk.example.org/queue", "\n    what: The board", ""),
    "a new field": ("level", "essential", "status: draft\n", "level: essential\nstatus: draft\n"),
    "a flag": ("autolink", False, "reviewed: 2026-11-21\n", "reviewed: 2026-11-21\nautolink: false\n"),
    "quotes that a program corrected": ("definition", "It’s the “line”…", ">-\n  The line in which\n  requests wait.", "It's the \"line\"..."),
}  # fmt: skip


def one_beside_another(cases: Mapping[str, tuple[str, Any, str, str]]) -> list[list[str]]:
    """The cases in as few sheets as hold them: no two of a sheet in one column or at one place of the file."""
    sheets: list[list[str]] = []
    for name, (title, _, old, _) in cases.items():
        start, end = QUEUE.index(old), QUEUE.index(old) + len(old)
        for sheet in sheets:
            others = [cases[one] for one in sheet]
            if all(its != title for its, _, _, _ in others) and not any(
                start < QUEUE.index(its) + len(its) and QUEUE.index(its) < end for _, _, its, _ in others
            ):
                sheet.append(name)
                break
        else:
            sheets.append([name])
    return sheets


@pytest.mark.parametrize("cases", one_beside_another(CHANGES), ids=", ".join)
def test_one_cell_changes_one_place(desk: Path, cases: Sequence[str]) -> None:
    wanted, titles = QUEUE, []
    for title, _, old, new in (CHANGES[case] for case in cases):
        assert QUEUE.count(old) == 1
        wanted = wanted.replace(old, new)
        titles.append(title)
    puts = [put("queue", *CHANGES[case][:2]) for case in cases]
    edit(desk, lambda sheet: [change(sheet) for change in puts])
    done = bring_back(desk)
    assert done.exit_code == 0, done.output
    assert term(desk) == wanted
    assert term(desk, "ticket") == TICKET and term(desk, "backlog") == BACKLOG
    changed, _, said = done.stdout.removesuffix("\n").partition(": ")
    assert (changed, sorted(said.split(", "))) == ("changed   queue", sorted(titles))
    again = corpus(desk)
    assert bring_back(desk).stdout == ""  # the same sheet once more changes nothing
    assert corpus(desk) == again


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("definition", "  The line in which requests wait. \u00a0"),
        ("details", "Calls wait for a person.\r\n\r\n* One line for each skill.  \n"),
        ("aliases", "Line \nWaiting line\n\n"),
        ("kind", "concept"),
    ],
)
def test_what_programs_change_by_themselves_is_no_change(desk: Path, title: str, value: str) -> None:
    edit(desk, put("queue", title, value))
    before = corpus(desk)
    done = bring_back(desk)
    assert (done.exit_code, done.stdout, corpus(desk)) == (0, "", before)


def test_rows_may_be_sorted_and_columns_taken_out(desk: Path) -> None:
    def change(sheet: Any) -> None:
        put("queue", "definition", "Where requests wait.")(sheet)
        sheet.move_range(
            f"{AT[SLUG]}2:{sheet.cell(2, sheet.max_column).coordinate}", rows=4
        )  # backlog under the others
        sheet.delete_rows(2)
        sheet.delete_cols(cell(sheet, "queue", "aliases").column)
        sheet.cell(1, sheet.max_column + 1).value = "My notes"

    edit(desk, change)
    done = bring_back(desk)
    assert done.exit_code == 0, done.output
    assert done.stdout == "changed   queue: definition\n"
    assert "warning: unknown column 'My notes'; nothing of it is taken [sheet-column]" in done.stderr
    assert "Waiting line" in term(desk)


def test_a_new_row_is_a_draft_and_a_deleted_one_deletes_nothing(desk: Path) -> None:
    values = {"name": "Dead air", "definition": "Silence on a call.", "topics": "calls", "status": "approved",
              "contrast.difference": "queue: A queue may play music."}  # fmt: skip

    def change(sheet: Any) -> None:
        new_row(**values)(sheet)
        sheet.delete_rows(cell(sheet, "ticket", "name").row)

    edit(desk, change)
    done = bring_back(desk)
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [
        "new       dead-air: a draft in glossary/terms/dead-air.yaml",
        "left out  ticket: its row is gone from the sheet; the term stays",
    ]
    assert term(desk, "dead-air") == (
        "name: Dead air\ndefinition: Silence on a call.\ntopics: [calls]\n"
        "contrast:\n  queue: A queue may play music.\nstatus: draft\n"
    )
    assert term(desk, "ticket") == TICKET
    assert bring_back(desk).stdout.startswith("left out")


@pytest.mark.parametrize(("name", "slug"), [("小土豆", "small-potato"), ("Δέλτα", "delta")])
def test_a_new_row_in_another_script_needs_an_address(desk: Path, name: str, slug: str) -> None:
    def add(address: str) -> Result:
        book = load_workbook(desk / "terms.xlsx")
        rows, row = book[TERMS], 5
        for title, text in {
            "name": name,
            "definition": "A guest that is new.",
            "topics": "desk",
            SLUG: address,
        }.items():
            rows.cell(row, next(cell.column for cell in rows[1] if cell.value == title)).value = text or None
        book.save(desk / "terms.xlsx")
        return bring_back(desk)

    done = add("")
    assert done.exit_code == 1
    assert (
        f"terms.xlsx:Terms!A5: no address can be made from '{name}'; write one into this cell, in Latin letters"
        in done.stderr
    )
    done = add(slug)
    assert done.exit_code == 0, done.output
    assert name in (desk / "glossary" / "terms" / f"{slug}.yaml").read_text()


def test_a_wrong_topic_of_a_new_row_is_told_once(desk: Path) -> None:
    book = load_workbook(desk / "terms.xlsx")
    rows = book[TERMS]
    for title, text in {
        "name": "Dead air",
        "definition": "Silence on a line.",
        "topics": "No Topic!",
    }.items():
        rows.cell(5, next(cell.column for cell in rows[1] if cell.value == title)).value = text
    book.save(desk / "terms.xlsx")
    done = bring_back(desk)
    assert done.exit_code == 1
    assert done.stderr.count("terms.xlsx:Terms!") == 1, done.stderr


def test_the_sheet_lies_where_git_passes_over_it(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run(desk, "export", "sheet")
    assert done.exit_code == 0, done.output
    assert (desk / "build" / "terms.xlsx").read_bytes()[:2] == b"PK"
    assert f"glossary import --update {desk / 'build' / 'terms.xlsx'}" in done.stdout
    assert run(desk, "import", "--update", str(desk / "build" / "terms.xlsx")).exit_code == 0


def test_a_full_disk_leaves_no_empty_sheet_and_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    place = desk / "other.xlsx"
    done = run(desk, "export", "sheet", "--output", str(place))
    assert done.exit_code == 1
    assert f"{place}: No space left on device; make room on the disk, and run it again" in done.stderr
    assert done.stdout == ""
    assert [path.name for path in desk.iterdir() if "other" in path.name] == []


def test_a_column_that_is_gone_is_told_and_changes_nothing(desk: Path) -> None:
    edit(desk, lambda sheet: sheet.delete_cols(cell(sheet, "queue", "details").column))
    before = corpus(desk)
    done = bring_back(desk)
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        f"terms.xlsx:Terms!{AT[SLUG]}1: warning: no column 'details'; the terms keep what they hold there [sheet-column]",
        "0 terms changed in 0 fields, 0 new, 0 conflicts left to you, 0 rows gone",
    ]
    assert corpus(desk) == before


def test_an_import_writes_over_nothing_that_was_saved_meanwhile(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk / "glossary" / "terms" / "queue.yaml"

    def slow(*given: Any) -> Any:
        path.write_text(QUEUE + "# saved meanwhile\n")
        return judge(*given)

    edit(desk, put("queue", "definition", "Ours."))
    monkeypatch.setattr("site_gen.cli.sheet.judge", slow)
    done = bring_back(desk)
    assert (done.exit_code, term(desk)) == (1, QUEUE + "# saved meanwhile\n")
    assert "glossary/terms/queue.yaml: saved by somebody else while this command ran" in done.stderr


def test_what_both_sides_changed_is_listed_and_left(desk: Path) -> None:
    def change(sheet: Any) -> None:
        put("queue", "definition", "Ours.")(sheet)
        put("queue", "details", "Both the same.")(sheet)
        put("ticket", "definition", "Changed in the sheet alone.")(sheet)

    edit(desk, change)
    path = desk / "glossary" / "terms" / "queue.yaml"
    theirs = QUEUE.replace("The line in which\n  requests wait.", "Theirs.").replace(
        "|\n  Calls wait for a person.\n\n  * One line for each skill.", "Both the same."
    )
    path.write_text(theirs)
    done = bring_back(desk)
    assert done.exit_code == 1
    assert (
        f"terms.xlsx:Terms!{AT['definition']}3: 'definition' was changed here to 'Theirs.', in the sheet to 'Ours.'; "
        "decide which holds, and change it in the corpus [sheet-conflict]" in done.stdout
    )
    assert "1 conflict left to you" in done.stderr
    assert term(desk) == theirs
    assert "definition: Changed in the sheet alone." in term(desk, "ticket")


def test_a_term_that_went_or_came_meanwhile_is_a_conflict(desk: Path) -> None:
    def change(sheet: Any) -> None:
        put("ticket", "definition", "Edited.")(sheet)
        new_row(name="Dead air", definition="Silence.", topics="desk")(sheet)

    edit(desk, change)
    folder = desk / "glossary" / "terms"
    (folder / "ticket.yaml").rename(folder / "case.yaml")
    (folder / "queue.yaml").write_text(QUEUE.replace("  ticket:", "  case:"))
    (desk / "glossary" / "redirects.yaml").write_text("ticket: case\n")
    (folder / "dead-air.yaml").write_text("name: Dead air\ndefinition: No sound.\ntopics: [desk]\n")
    done = bring_back(desk)
    assert done.exit_code == 1
    assert (
        f"terms.xlsx:Terms!{AT[SLUG]}4: 'ticket' is no longer here; it is 'case' now: change it there"
        in done.stdout
    )
    assert (
        f"terms.xlsx:Terms!{AT[SLUG]}5: 'dead-air' was made here since the sheet was exported" in done.stdout
    )
    assert "No sound." in term(desk, "dead-air")


WRONG: Mapping[str, tuple[Callable[[Any], None], str]] = {
    "a choice": (put("queue", "level", "importent"), f"{AT['level']}3: 'level' is 'importent', expected one of essential, working, specialist, reference; write one of them [wrong-value]"),
    "a date that is none": (put("queue", "reviewed", "21.11.2026"), f"{AT['reviewed']}3: 'reviewed' is '21.11.2026', expected a date; write it like 2026-11-21 [wrong-value]"),
    "a time": (put("queue", "here", datetime(2026, 1, 1, 12, 30)), f"{AT['here']}3: a date or a time (2026-01-01 12:30:00), expected text in 'here'; set the cell's format to Text and type the text again [sheet-value]"),
    "a formula": (put("queue", "here", "=1+1"), f"{AT['here']}3: a formula (=1+1), expected text in 'here'; set the cell's format to Text and type the text again [sheet-value]"),
    "an error": (put("queue", "here", "#REF!"), f"{AT['here']}3: the error #REF!, expected text in 'here'; set the cell's format to Text and type the text again [sheet-value]"),
    "a name twice": (put("queue", "aliases", "Line\nLine"), f"{AT['aliases']}3: 'aliases' has 'Line' twice; delete one of the two [repeated-item]"),
    "a part without its name": (put("queue", "metric.parts", "waiting"), f"{AT['metric.parts']}3: 'metric.parts' has the line 'waiting', expected 'name: text'; write the name, a colon and the text, one a line [sheet-value]"),
    "a part twice": (put("queue", "metric.parts", "a: x\na: y"), f"{AT['metric.parts']}3: 'metric.parts' has 'a' twice; keep one of the two lines [sheet-value]"),
    "a relation to nothing": (put("queue", "related", "tiket"), f"{AT['related']}3: related: no term 'tiket'; did you mean 'ticket'? [unknown-term]"),
    "no name": (put("queue", "name", None), f"{AT['name']}3: the term has no 'name'"),
    "lines in a name": (put("queue", "pronounced", "a\nb"), f"{AT['pronounced']}3: 'pronounced' runs over several lines, expected one; keep it on one line [wrong-type]"),
    "two rows of one term": (new_row(slug="queue", name="Queue"), f"{AT['slug']}5: 'queue' stands in row 3 already; keep one of the two; a new term has a name of its own [sheet-row]"),
    "a slug typed over": (put("ticket", "slug", "tickets"), f"{AT['slug']}4: 'tickets' is no term, and the row of 'ticket' is gone; write 'ticket' again; to rename it: glossary rename ticket tickets [sheet-row]"),
    "no slug": (put("ticket", "slug", "My ticket!"), f"{AT['slug']}4: 'My ticket!' names no term; did you mean 'my-ticket'? [sheet-row]"),
    "a way out of the corpus": (new_row(slug="../../evil", name="x"), f"{AT['slug']}5: '../../evil' names no term; did you mean 'evil'? [sheet-row]"),
    "two columns of one field": (lambda sheet: put_head(sheet, "name"), "1: a second column 'name'; delete one of the two [sheet-column]"),
    "a new term without its topic": (new_row(name="Dead air", definition="Silence."), "5: the term has no 'topics'"),
    "a name that is taken": (new_row(name="Waiting line", definition="Silence.", topics="desk"), "Waiting line"),
}  # fmt: skip


def put_head(sheet: Any, title: str) -> None:
    sheet.cell(1, sheet.max_column + 1).value = title


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [
        ("aliases", "Case; Matter ;\nJob", "[Case, Matter, Job]"),
        ("search_as", "calls: who; my number", '["calls: who", my number]'),
        ("in_other_languages", "es: cola; fila\nde: Schlange", "{es: [cola, fila], de: [Schlange]}"),
    ],
)
def test_names_on_one_line_are_parted_by_semicolons(desk: Path, title: str, text: str, said: str) -> None:
    edit(desk, put("ticket", title, text))
    done = bring_back(desk)
    assert done.exit_code == 0, done.stderr
    expected = yaml.safe_load(f"{title}: {said}")
    assert expected.items() <= yaml.safe_load(term(desk, "ticket")).items()


def test_an_item_with_a_semicolon_that_was_there_stays_one(desk: Path) -> None:
    path = desk / "glossary" / "terms" / "queue.yaml"
    path.write_text(path.read_text().replace('"calls: waiting"', '"wait; hold"'))
    run(desk, "export", "sheet", "--output", str(desk / "terms.xlsx"), "--force")
    edit(desk, put("queue", "search_as", "who is next\nwait; hold\nin line; on line"))
    assert bring_back(desk).exit_code == 0
    wanted = ["who is next", "wait; hold", "in line", "on line"]
    assert yaml.safe_load(term(desk))["search_as"] == wanted


@each_row("case", WRONG)
def test_a_wrong_value_is_told_at_its_cell_and_nothing_is_written(
    desk: Path, sheet_of_the_desk: Path, case: str
) -> None:
    shutil.copy(sheet_of_the_desk, desk)
    change, said = WRONG[case]
    beside = put("backlog", "here", "A sound change beside it.")
    edit(desk, lambda sheet: (change(sheet), beside(sheet)))
    before = corpus(desk)
    done = bring_back(desk)
    assert done.exit_code == 1
    assert said in done.stderr
    assert done.stderr.startswith("terms.xlsx:Terms!")
    assert done.stderr.endswith("Nothing was written.\n")
    assert corpus(desk) == before


def test_all_that_is_wrong_is_told_in_one_run(desk: Path) -> None:
    told = [case for case in WRONG if not case.startswith(("two rows", "a slug", "no slug", "no name"))]
    for case in (
        "a choice",
        "a date that is none",
        "a formula",
        "a relation to nothing",
    ):
        assert case in told
        edit(desk, WRONG[case][0])
    done = bring_back(desk)
    for case in (
        "a choice",
        "a date that is none",
        "a formula",
        "a relation to nothing",
    ):
        assert WRONG[case][1] in done.stderr, case


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            lambda: b"no workbook",
            "is damaged: File is not a zip file; give the .xlsx that 'glossary export sheet' wrote",
        ),
        (lambda: _saved(Workbook()), "no sheet 'Terms'"),
        (lambda: _saved(_with_sheets(TERMS)), "no sheet 'Exported'"),
        (lambda: _saved(_with_sheets(TERMS, BASE)), "what had been exported cannot be read"),
    ],
)
def test_another_workbook_is_refused(desk: Path, make: Callable[[], bytes], said: str) -> None:
    (desk / "terms.xlsx").write_bytes(make())
    done = bring_back(desk)
    assert done.exit_code == 1
    assert said in done.stderr
    assert "[sheet-unreadable]" in done.stderr or "[import-" in done.stderr
    assert "Traceback" not in done.output


@tried(60)
@given(st.data())
def test_a_damaged_sheet_ends_in_a_problem(data: st.DataObject) -> None:
    glossary = load({"glossary/terms/queue.yaml": QUEUE.encode()}).glossary
    parts = {name: archive.read(name) for archive in [_archive(glossary)] for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    text = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text) - 1))
        text[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, bytes(text) if part == name else content)
    try:
        sheet = read(out.getvalue(), "terms.xlsx")
    except UnreadableError as error:
        assert error.hint
    else:
        assert compare(sheet, glossary)


def _archive(glossary: Glossary) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(workbook(glossary.terms)))


def _with_sheets(*titles: str) -> Workbook:
    book = Workbook()
    for title in titles:
        book.create_sheet(title)
    return book


def _saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_options_that_do_not_go_together_are_told(desk: Path) -> None:
    assert bring_back(desk, "--source", "x").exit_code == 2
    assert run(desk, "import", str(desk / "terms.xlsx")).exit_code == 2


def test_a_dry_run_and_json_write_and_tell(desk: Path) -> None:
    edit(desk, put("queue", "definition", "Where requests wait."))
    before = corpus(desk)
    told = json.loads(bring_back(desk, "--dry-run", "--json").stdout)
    assert told == {
        "changed": [{"slug": "queue", "fields": ["definition"]}],
        "new": [],
        "conflicts": [],
        "gone": [],
    }
    assert corpus(desk) == before


# --- properties: any cells changed at once -------------------------------------------------------------------

FREE = [
    title
    for title, column in COLUMNS.items()
    if column.shape == "one" and column.spec.kind in ("line", "text")
]
LISTS = [title for title, column in COLUMNS.items() if column.shape == "list"]
WORDS = st.text(alphabet="abc é:;#-'\"=|>&*!%@", min_size=1, max_size=12).map(str.strip).filter(bool)
SLUGS = st.sampled_from(["ticket", "backlog", "case"])


@st.composite
def edits(draw: st.DrawFn) -> dict[str, str]:
    chosen = draw(st.lists(st.sampled_from([*FREE, *LISTS]), min_size=1, max_size=5, unique=True))
    return {title: draw(WORDS if title in FREE else _lines(title)) for title in chosen}


def _lines(title: str) -> st.SearchStrategy[str]:
    kind = COLUMNS[title].spec.kind
    return st.lists(SLUGS if kind in ("slug", "id") else WORDS, max_size=4, unique=True).map("\n".join)


@tried(150)
@given(edits())
def test_any_cells_come_back_and_every_other_field_stays(wanted: dict[str, str]) -> None:
    files = {"glossary/terms/queue.yaml": QUEUE.encode(), "glossary/terms/ticket.yaml": TICKET.encode()}
    glossary = load(files).glossary
    base = {term.slug: cells(term) for term in glossary.terms}
    rows = tuple(
        Row(number=number, slug=slug, texts={**texts, **(wanted if slug == "queue" else {})})
        for number, (slug, texts) in enumerate(base.items(), 2)
    )
    compared = compare(Sheet(name="terms.xlsx", rows=rows, base=base, letters={}), glossary)
    if compared.problems:
        return  # a value that no field may have, such as a list with a sign that parts it
    after = {**files, **changes(files, compared)}
    assert after["glossary/terms/ticket.yaml"] == files["glossary/terms/ticket.yaml"]
    before, now = (cells(load(tree).glossary.by_slug["queue"]) for tree in (files, after))
    assert {title: text for title, text in now.items() if title not in wanted} == {
        title: text for title, text in before.items() if title not in wanted
    }
    for title, text in wanted.items():
        if COLUMNS[title].shape == "list":
            text = text.replace(";", "\n")  # a semicolon parts names
        assert " ".join(now[title].split()) == " ".join(text.split())
    kept = set(_untouched(wanted))
    assert kept <= set(after["glossary/terms/queue.yaml"].decode().splitlines())


def _untouched(wanted: Mapping[str, str]) -> Iterator[str]:
    """The lines of the file that belong to fields that no changed cell is about."""
    root, _ = parse.parse(QUEUE, "")
    assert isinstance(root, parse.Mapping)
    tops = {title.partition(".")[0] for title in wanted}
    lines = QUEUE.splitlines()
    ends = [name.line - 1 for name, _ in root.pairs[1:]] + [len(lines)]
    for (name, _), end in zip(root.pairs, ends, strict=True):
        if name.value not in tops:
            yield from lines[name.line - 1 : end]
