"""What comes after a merge, an approval and a new owner; and that the examples of `init` give way to a desk's terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from helpers.rows import each_row
from helpers.support import glossary, term
from site_gen.__main__ import main
from site_gen.cli.next_steps import after_owner, drafts_for_home, kept_in_sources
from site_gen.cli.verdicts import tell_long_work
from site_gen.model.records import Adopted, Entry, Origin, Owner, Site

EXAMPLES = {"en": "first-reply", "de": "erste-antwort", "es": "primera-respuesta", "fr": "premiere-reponse"}
SHEET = (
    "Term,Definition\nTicket,A slip of paper for the tram.\nTimetable,A board that says when trams leave.\n"
)


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def begun(tmp_path: Path, language: str = "en") -> Path:
    """A new glossary with a sheet of the desk imported."""
    desk = tmp_path / "desk"
    assert CliRunner().invoke(main, ["init", str(desk), "--language", language]).exit_code == 0
    (tmp_path / "ours.csv").write_text(SHEET, encoding="utf-8")
    assert run(desk, "import", str(tmp_path / "ours.csv"), "--source", "ours").exit_code == 0
    return desk


def terms(desk: Path) -> set[str]:
    return {path.stem for path in (desk / "glossary" / "terms").iterdir()}


@pytest.mark.parametrize("language", EXAMPLES)
def test_examples_that_nobody_changed_give_way_to_a_desks_own_terms(tmp_path: Path, language: str) -> None:
    desk = begun(tmp_path, language)
    before = terms(desk)
    shown = run(desk, "merge", "--dry-run")
    assert (
        f"would give way, unchanged as they were: glossary/paths.yaml, glossary/terms/{min(before)}"
        in shown.stderr
    )
    assert terms(desk) == before and EXAMPLES[language] in before
    done = run(desk, "merge")
    assert done.exit_code == 0, done.output
    assert terms(desk) == {"ticket", "timetable"}
    assert "tram" in (desk / "glossary" / "terms" / "ticket.yaml").read_text(encoding="utf-8")
    assert not (desk / "glossary" / "paths.yaml").exists()
    assert "0 errors" in run(desk, "check").stderr
    assert "gave way" not in run(desk, "merge").output


def row(name: str, **fields: object) -> Entry:
    return Entry(name=name, origin=Origin(path="glossary/sources/ours.yaml"), **fields)  # type: ignore[arg-type]


@each_row(
    "entry, fields, said",
    [
        (row("Queue", text="Our line."), {}, ["set definition 'Our line.' queue"]),
        (row("Queue", text="Our line."), {"status": "approved"}, []),
        (row("Queue", text="Our line."), {"definition": "It's ours."}, []),
        (row("Queue"), {}, []),
        (row("Warteschlange"), {}, ["set aliases Warteschlange queue --add"]),
        (row("Warteschlange"), {"aliases": ("Warteschlange",)}, []),
        (row("Queue", owner="Anna B."), {}, ["set owner 'Anna B.' queue"]),
        (row("Queue", owner="Anna B."), {"owner": "Anna B."}, []),
        (row("Queue", reviewed=date(2026, 3, 1)), {}, ["review queue --date 2026-03-01"]),
    ],
)
def test_what_a_shipped_term_does_not_take_of_a_row_is_told_with_the_command(
    entry: Entry, fields: Mapping[str, Any], said: list[str]
) -> None:
    queue = term("queue", **{"name": "Queue", "definition": "As it came.", "status": "shipped", **fields})
    made = replace(glossary(queue), adopted=Adopted(terms={"queue": frozenset({"Queue", "As it came."})}))
    lines = list(kept_in_sources([(entry, queue)], made))
    assert [line.removeprefix("  glossary ") for line in lines if line.startswith("  ")] == said


def test_commands_that_are_alike_are_not_all_told() -> None:
    made = glossary(*(term(f"t{at}", name=f"T{at}", status="shipped") for at in range(5)))
    adopted = Adopted(terms={one.slug: frozenset({one.definition}) for one in made.terms})
    rows = [(row(one.name, text="Ours."), one) for one in made.terms]
    lines = list(kept_in_sources(rows, replace(made, adopted=adopted)))
    assert (
        lines[0].startswith("5 of your texts stand")
        and lines[-1] == "  … and so for 2 more"
        and len(lines) == 5
    )


@each_row(
    "status, level, said",
    [("shipped", "working", True), ("shipped", "essential", True), ("approved", "essential", False)],
)
def test_a_home_page_with_shipped_words_alone_names_the_way_for_ones_own(
    status: str, level: str, said: bool
) -> None:
    draft = term("fach", name="Fach")
    made = glossary(term("queue", status="shipped"), term("pile", status=status, level=level), draft)
    told = list(drafts_for_home([draft], made))
    assert bool(told) == said and (not said or told[1] == "  glossary set level essential fach")
    assert list(drafts_for_home([draft], glossary(draft))) == [], "nothing was shipped"


@pytest.mark.parametrize(("entries", "terms", "said"), [(12, 588, True), (12, 20, False), (0, 588, False)])
def test_a_long_comparison_is_told_in_a_terminal(
    entries: int, terms: int, said: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_long_work(entries, terms)
    assert capsys.readouterr().err == "", "a pipe is told nothing"
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    tell_long_work(entries, terms)
    assert ("Comparing 12 entries with 588 terms" in capsys.readouterr().err) == said


@pytest.mark.parametrize(("title", "said"), [((), True), (("--title", "Desk words"), False)])
def test_a_new_source_without_a_title_is_told_where_it_gets_one(
    tmp_path: Path, title: tuple[str, ...], said: bool
) -> None:
    desk = tmp_path / "desk"
    assert CliRunner().invoke(main, ["init", str(desk)]).exit_code == 0
    (tmp_path / "ours.csv").write_text(SHEET, encoding="utf-8")
    for again in (False, True):
        done = run(desk, "import", str(tmp_path / "ours.csv"), "--source", "ours", *title)
        assert done.exit_code == 0, done.output
        assert ("Readers see it as 'ours'" in done.stderr) == (said and not again)


@pytest.mark.parametrize("change", ["changed", "used", "gone"])
def test_examples_that_somebody_took_up_stay(tmp_path: Path, change: str) -> None:
    desk = begun(tmp_path)
    queue = desk / "glossary" / "terms" / "queue.yaml"
    if change == "changed":
        queue.write_text(queue.read_text().replace("essential", "working"))
    elif change == "gone":
        queue.unlink()
        (desk / "glossary" / "paths.yaml").unlink()
    else:
        (desk / "glossary" / "terms" / "own.yaml").write_text(
            "name: Own\ndefinition: Ours.\nrelated: [queue]\n"
        )
    before = terms(desk)
    done = run(desk, "merge")
    assert "gave way" not in done.output and before <= terms(desk), done.output


def test_examples_stay_where_a_merge_drafts_nothing(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    assert CliRunner().invoke(main, ["init", str(desk)]).exit_code == 0
    assert run(desk, "merge").exit_code == 0
    assert len(terms(desk)) == 3


def test_what_stands_in_no_topic_is_told_with_what_to_do(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    assert "2 of them stand in no topic ('unsorted')" in run(desk, "merge").stderr
    done = run(desk, "set", "status", "approved", "ticket", "timetable")
    assert "Next: glossary set topics TOPIC ticket timetable; no list of a topic has them yet" in done.stderr
    assert run(desk, "set", "topics", "desk", "ticket").exit_code == 0
    assert "Next" not in run(desk, "set", "status", "draft", "ticket").output
    assert "Next" not in run(desk, "set", "status", "approved", "ticket").output


@each_row(
    "owner, said",
    [
        ("Ana Ruiz", ["Ana Ruiz"]),
        ("Zoe", []),
        ("Zoe, Ben", ["Ben"]),
        ("@lending", []),
        ("a@desk.example", []),
        ("", []),
    ],
)
def test_an_owner_whom_nobody_can_reach_is_told(owner: str, said: list[str]) -> None:
    site = Site(owners={"Zoe": Owner(name="Zoe", mail="zoe@desk.example", origin=Origin(path=""))})
    steps = list(after_owner(owner, glossary(term("a")), site))
    assert [step.split("'")[1] for step in steps] == said
    assert all("into glossary/owners.yaml: " in step and ": {mail: …}" in step for step in steps)


def test_a_new_owner_is_told_by_the_command(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    assert (
        "Next: so that readers can ask 'Ana Ruiz', write"
        in run(desk, "set", "owner", "Ana Ruiz", "queue").stderr
    )


def test_after_approval_comes_the_review_of_what_nobody_has_read(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    run(desk, "merge")
    said = run(desk, "set", "status", "approved", "ticket", "timetable").stderr
    assert "glossary review ticket timetable;" in said
    assert run(desk, "review", "ticket").exit_code == 0
    run(desk, "set", "status", "draft", "ticket")
    assert "glossary review" not in run(desk, "set", "status", "approved", "ticket").stderr


def test_owners_that_came_with_an_import_are_told_once_with_what_to_do(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    sheet = "Term,Definition,Owner\nTicket,A slip of paper.,Ana Ruiz\nTram,A train.,Ana Ruiz\nRail,Steel.,a@desk.example\nFare,A price.,Ben\n"
    (tmp_path / "ours.csv").write_text(sheet, encoding="utf-8")
    assert run(desk, "import", str(tmp_path / "ours.csv"), "--source", "ours").exit_code == 0
    assert run(desk, "merge", "--dry-run").stderr.count("readers can ask 'Ben', write into") == 1
    said = run(desk, "merge").stderr
    assert said.count("readers can ask ") == 1
    assert "  and so for 1 other owner; who they are: glossary owners\n" in said
    owned = run(desk, "owners").stdout
    assert "Ana Ruiz: not in glossary/owners.yaml\n  2 terms: ticket, tram\n" in owned
