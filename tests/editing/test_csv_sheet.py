"""The sheet as CSV: out, saved by other programs in their own ways, and back field by field."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from site_gen.__main__ import main

QUEUE = """\
name: Queue
aliases: [Line]
search_as: [who is next]
definition: The line in which requests wait.
details: |
  Calls wait for a person.

  * One line for each skill.
say_to_customer: "- You are next; stay on the line."
topics: [desk]
"""
GERMAN = "theme: {name: material, language: de}\nplugins: [glossary]\n"

Rows = list[dict[str, str]]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    terms = tmp_path / "glossary" / "terms"
    terms.mkdir(parents=True)
    (terms / "queue.yaml").write_text(QUEUE, encoding="utf-8")
    (terms / "ticket.yaml").write_text("name: Ticket\ndefinition: One request.\ntopics: [desk]\n")
    (tmp_path / "glossary" / "topics.yaml").write_text("- id: desk\n  name: Desk\n")
    (tmp_path / "mkdocs.yml").write_text(GERMAN)
    return tmp_path


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def exported(root: Path) -> Rows:
    done = run(root, "export", "sheet", "--output", str(root / "terms.csv"), "--force")
    assert done.exit_code == 0, done.output
    text = (root / "terms.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def saved(root: Path, rows: Rows, *, sign: str = ";", encoding: str = "utf-8-sig") -> None:
    """The rows as a spreadsheet program writes them."""
    text = io.StringIO()
    table = csv.DictWriter(text, list(rows[0]), delimiter=sign, lineterminator="\r\n", extrasaction="ignore")
    table.writeheader()
    table.writerows(rows)
    (root / "terms.csv").write_bytes(text.getvalue().encode(encoding))


def bring_back(root: Path, *options: str) -> Result:
    return run(root, "import", "--update", str(root / "terms.csv"), *options)


def term(root: Path, slug: str = "queue") -> Mapping[str, object]:
    found = yaml.safe_load((root / "glossary" / "terms" / f"{slug}.yaml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_what_was_not_edited_changes_nothing(desk: Path) -> None:
    exported(desk)
    done = bring_back(desk)
    assert (done.exit_code, done.stdout) == (0, "")
    assert (desk / "glossary" / "terms" / "queue.yaml").read_text(encoding="utf-8") == QUEUE


@pytest.mark.parametrize(
    ("sign", "encoding"),
    [(";", "utf-8-sig"), (";", "cp1252"), (",", "utf-8"), ("\t", "utf-16"), (",", "utf-8-sig")],
)
def test_edits_come_back_however_the_file_was_saved(desk: Path, sign: str, encoding: str) -> None:
    rows = exported(desk)
    rows[0]["search_as"] = "wer ist dran; Warteschlange prüfen"
    saved(desk, rows, sign=sign, encoding=encoding)
    done = bring_back(desk)
    assert done.exit_code == 0, done.output
    assert done.stdout == "changed   queue: search_as\n"
    assert term(desk)["search_as"] == ["wer ist dran", "Warteschlange prüfen"]
    assert term(desk)["say_to_customer"] == "- You are next; stay on the line."
    assert bring_back(desk).stdout == ""  # the same file once more


def test_a_new_row_is_a_draft_and_a_row_that_is_gone_stays(desk: Path) -> None:
    rows = exported(desk)
    new = {"name": "Rückruf", "definition": "Ein Anruf zurück.", "topics": "desk"}
    saved(desk, [rows[0], dict.fromkeys(rows[0], "") | new])
    done = bring_back(desk)
    assert done.exit_code == 0, done.output
    assert term(desk, "rueckruf")["status"] == "draft"
    assert term(desk, "ticket")["name"] == "Ticket"


def test_what_both_sides_changed_is_listed_and_left(desk: Path) -> None:
    rows = exported(desk)
    rows[0]["definition"], rows[1]["definition"] = "Ours.", "Only here."
    saved(desk, rows)
    path = desk / "glossary" / "terms" / "queue.yaml"
    path.write_text(QUEUE.replace("The line in which requests wait.", "Theirs."))
    done = bring_back(desk)
    assert done.exit_code == 1
    assert "terms.csv:2: 'definition' was changed here to 'Theirs.', in the file to 'Ours.'" in done.stdout
    assert (term(desk)["definition"], term(desk, "ticket")["definition"]) == ("Theirs.", "Only here.")


def test_without_the_last_column_every_difference_is_a_question(desk: Path) -> None:
    rows = exported(desk)
    rows[0]["definition"] = "Ours."
    saved(desk, [{title: text for title, text in row.items() if title != "exported"} for row in rows])
    assert bring_back(desk).exit_code == 1
    assert term(desk)["definition"] == "The line in which requests wait."
    assert bring_back(desk, "--yes").exit_code == 0
    assert term(desk)["definition"] == "Ours."


WRONG: Mapping[str, tuple[Callable[[Rows], object], str]] = {
    "a choice": (
        lambda rows: rows[0].update(level="importent"),
        "terms.csv:2: 'level' is 'importent', expected one of",
    ),
    "a relation": (lambda rows: rows[1].update(related="queu"), "related: no term 'queu'"),
    "a column": (lambda rows: rows[0].update(notes="x"), "unknown column 'notes'"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told_with_its_line(desk: Path, case: str) -> None:
    rows = exported(desk)
    change, said = WRONG[case]
    change(rows)
    saved(desk, rows)
    assert said in bring_back(desk).stderr


def test_a_table_of_other_things_is_refused(desk: Path) -> None:
    (desk / "terms.csv").write_text("Name;Text\nQueue;A line.\n")
    done = bring_back(desk)
    assert done.exit_code == 1 and "no sheet, no CSV of one" in done.stderr
