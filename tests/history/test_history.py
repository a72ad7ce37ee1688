"""The history of a corpus, told from real git repositories."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from helpers.corpora import term_yaml
from helpers.repo import Repo
from site_gen.history import log
from site_gen.history.events import NO_GIT, SHALLOW, History
from site_gen.history.log import read_history

CASE = term_yaml("Case", definition="A record of one request.")
QUEUE = term_yaml("Queue", definition="A list of requests that wait.")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "repo")


def told(found: History) -> list[tuple[str, str, str]]:
    return [(event.when.date().isoformat(), event.kind, event.slug) for event in found.changes]


def test_a_life_of_terms(repo: Repo) -> None:
    repo.commit("2026-01-05", case=CASE, queue=QUEUE)
    repo.commit("2026-02-05", case=CASE.replace("one request", "one question"))
    repo.commit(
        "2026-03-05", {"redirects.yaml": "case: ticket\n"}, case=None, ticket=CASE.replace("Case", "Ticket")
    )
    repo.commit("2026-04-05", {"redirects.yaml": "case: queue\nticket: queue\n"}, ticket=None)
    repo.commit("2026-05-05", queue=QUEUE + "status: deprecated\nsince: 2026-05-01\nwhy: nobody waits\n")
    repo.commit("2026-06-05", queue=None)
    found = read_history(repo.root)
    assert told(found) == [
        ("2026-06-05", "removed", "queue"),
        ("2026-05-05", "deprecated", "queue"),
        ("2026-04-05", "merged", "ticket"),
        ("2026-03-05", "renamed", "ticket"),
        ("2026-03-05", "redefined", "ticket"),
        ("2026-02-05", "redefined", "case"),
        ("2026-01-05", "new", "case"),
        ("2026-01-05", "new", "queue"),
    ]
    assert found.changes[2].into == "queue"
    assert (found.changes[3].was, found.changes[3].name) == ("Case", "Ticket")
    assert (found.changes[5].before, found.changes[5].after) == (
        "A record of one request.", "A record of one question.",
    )  # fmt: skip
    assert found.changes[0].author == "Ann Editor"
    assert (found.text_changed, found.today, found.note) == ({}, date(2026, 6, 5), "")


def test_what_the_desk_rules_and_says_to_customers_is_told_when_it_changes(repo: Repo) -> None:
    repo.commit("2026-01-05", case=CASE, queue=QUEUE + "here: Two *hours*.\nsay_to_customer: You wait.\n")
    repo.commit(
        "2026-02-05", queue=QUEUE + "here: Two hours.\nsay_to_customer: {chat: Soon., email: Later.}\n"
    )
    repo.commit("2026-03-05", queue=QUEUE + "here: Three [hours](term:case).\n")
    found = read_history(repo.root)
    assert [(one.kind, one.before, one.after) for one in found.changes[:3]] == [
        ("here", "Two hours.", "Three hours."),
        ("customers", "Soon. / Later.", ""),
        ("customers", "You wait.", "Soon. / Later."),
    ]
    assert {one.kind for one in found.changes[3:]} == {"new"}
    assert read_history(repo.root) == found


def test_the_day_of_a_text_moves_with_text_only(repo: Repo) -> None:
    repo.commit("2026-01-05", case=CASE, queue=QUEUE + "reviewed: 2026-01-02\n")
    repo.commit("2026-02-05", case=CASE + "related: [queue]\nowner: desk\nreviewed: 2026-02-04\n")
    assert read_history(repo.root).text_changed == {"case": date(2026, 1, 5), "queue": date(2026, 1, 2)}
    repo.commit("2026-03-05", case=CASE + "example: A scene.\nreviewed: 2026-02-04\n")
    assert read_history(repo.root).text_changed["case"] == date(2026, 3, 5)
    repo.commit("2026-04-05", case=CASE + "example: Another.\nreviewed: 2026-04-03\n")
    assert read_history(repo.root).text_changed["case"] == date(2026, 4, 3)


def test_a_renaming_keeps_the_day_and_repoints_without_a_change(repo: Repo) -> None:
    pointing = QUEUE + "details: See [it](term:case).\n"
    repo.commit("2026-01-05", case=CASE, queue=pointing)
    repo.commit(
        "2026-02-05", {"redirects.yaml": "case: ticket\n"},
        case=None, ticket=CASE, queue=pointing.replace(":case", ":ticket"),
    )  # fmt: skip
    assert read_history(repo.root).text_changed == {"ticket": date(2026, 1, 5), "queue": date(2026, 1, 5)}


def test_a_merge_is_one_step_on_the_day_it_landed(repo: Repo) -> None:
    repo.commit("2026-01-05", case=CASE)
    repo.git("switch", "-q", "-c", "work")
    repo.commit("2026-02-01", case=CASE.replace("one request", "a thing"))
    repo.commit("2026-02-02", case=CASE.replace("one request", "one question"), queue=QUEUE)
    repo.git("switch", "-q", "main")
    repo.commit("2026-02-10", {"topics.yaml": "- id: desk\n  name: Desk\n"})
    repo.git("merge", "-q", "--no-ff", "-m", "Land", "work", day="2026-02-20")
    found = read_history(repo.root)
    assert told(found)[:2] == [("2026-02-20", "redefined", "case"), ("2026-02-20", "new", "queue")]
    assert len(found.changes) == 3
    assert found.changes[0].before == "A record of one request."


@pytest.mark.parametrize(
    "broken", ["name: [\n", b"name: Caf\xe9\ndefinition: x\n", b"\xff\xfen\x00", "name: Case\n"]
)
def test_a_file_broken_for_a_while_is_passed_over(repo: Repo, broken: str | bytes) -> None:
    repo.commit("2026-01-05", case=CASE)
    repo.commit("2026-02-05", {"terms/case.yaml": broken, "terms/Wrong Name.yaml": CASE})
    repo.commit("2026-03-05", case=CASE.replace("one request", "one question"))
    assert told(read_history(repo.root)) == [
        ("2026-03-05", "redefined", "case"),
        ("2026-01-05", "new", "case"),
    ]
    assert read_history(repo.root).changes[0].before == "A record of one request."


def test_what_comes_back_is_new_again(repo: Repo) -> None:
    repo.commit("2026-01-05", case=CASE)
    repo.commit("2026-02-05", case=None)
    repo.commit("2026-03-05", case=CASE)
    assert [kind for _day, kind, _slug in told(read_history(repo.root))] == ["new", "removed", "new"]


def test_a_project_below_the_top_of_its_repository(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo", below="docs/our words")
    repo.commit("2026-01-05", case=CASE)
    (repo.top / "glossary" / "terms").mkdir(parents=True)
    (repo.top / "glossary" / "terms" / "other.yaml").write_text(QUEUE)
    repo.commit("2026-01-06")
    assert told(read_history(repo.root)) == [("2026-01-05", "new", "case")]
    repo.commit("2026-02-05", case=CASE.replace("one request", "one question"))
    assert told(read_history(repo.root))[0] == ("2026-02-05", "redefined", "case")


def test_no_git_or_a_part_of_it_only_says_so(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit("2026-01-05", case=CASE)
    repo.commit("2026-02-05", queue=QUEUE)
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.top}", str(tmp_path / "shallow"))
    found = read_history(tmp_path / "shallow")
    assert (found.changes, found.note, found.today) == ((), SHALLOW, date(2026, 2, 5))
    plain = tmp_path / "plain"
    plain.mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert read_history(plain) == History(note=NO_GIT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert read_history(plain).today == read_history(repo.root).today == date(2026, 9, 21)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(repo.root).note == NO_GIT


def test_a_repository_without_a_commit_has_no_history(repo: Repo) -> None:
    assert read_history(repo.root).note == NO_GIT


def test_settings_of_a_user_and_of_a_hook_change_nothing(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit("2026-01-05", case=CASE)
    for name, value in {
        "log.showRoot": "false", "log.showSignature": "true", "diff.renames": "copies", "color.ui": "always",
        "diff.relative": "false", "log.date": "relative", "core.quotePath": "true", "log.follow": "true",
    }.items():  # fmt: skip
        repo.git("config", name, value)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", "nothing")
    assert told(read_history(repo.root)) == [("2026-01-05", "new", "case")]


def test_what_was_told_is_carried_on(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit("2026-01-05", case=CASE, queue=QUEUE)
    first = read_history(repo.root)
    calls: list[str] = []
    steps = log._steps
    monkeypatch.setattr(
        log, "_steps", lambda root, revisions: (calls.append(revisions), steps(root, revisions))[1]
    )
    assert read_history(repo.root) == first
    assert calls == []
    repo.commit("2026-02-05", case=CASE.replace("one request", "one question"))
    carried = read_history(repo.root)
    assert len(calls) == 1 and ".." in calls[0]
    (repo.root / log.KEPT).unlink()
    assert read_history(repo.root) == carried
    repo.git("reset", "-q", "--hard", "HEAD~1")  # what was told is of a line that is no more
    assert read_history(repo.root) == first


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"format": 4}', '{"format": 4, "commit": "x", "changes": [{}], "text_changed": {}}'],
)
def test_a_damaged_note_of_it_is_told_anew(repo: Repo, text: str) -> None:
    repo.commit("2026-01-05", case=CASE)
    found = read_history(repo.root)
    (repo.root / log.KEPT).write_text(text)
    assert read_history(repo.root) == found
    assert json.loads((repo.root / log.KEPT).read_text())["format"] == 4


def test_a_branch_beside_the_told_one_is_told_by_itself(repo: Repo) -> None:
    repo.commit("2026-01-05", case=CASE)
    repo.git("switch", "-q", "-c", "work")
    repo.commit("2026-02-01", case=CASE.replace("one request", "a thing"))
    read_history(repo.root)
    repo.git("switch", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "Land", "work", day="2026-02-20")
    assert told(read_history(repo.root)) == [
        ("2026-02-20", "redefined", "case"),
        ("2026-01-05", "new", "case"),
    ]


def test_a_date_that_no_calendar_has(repo: Repo) -> None:
    tree = repo.git("write-tree").strip()
    body = f"tree {tree}\nauthor A <a@b> 99999999999999 +0000\ncommitter A <a@b> 99999999999999 +0000\n\nx\n"
    made = subprocess.run(
        ["git", "-C", str(repo.top), "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        input=body, capture_output=True, text=True, check=True,
    )  # fmt: skip
    repo.git("reset", "-q", "--hard", made.stdout.strip())
    assert read_history(repo.root).today == date(1970, 1, 1)
