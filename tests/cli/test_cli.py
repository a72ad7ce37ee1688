"""The commands as users type them: what they print, write, and exit with."""

from __future__ import annotations

import gc
import json
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from helpers.corpora import ROOT, TERM
from helpers.repo import Repo
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.cli import change
from site_gen.cli.app import SELDOM
from site_gen.cli.commands import COMMANDS


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_check_is_silent_about_a_sound_corpus(root: Path) -> None:
    done = run(root, "check")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "1 term, 0 errors, 0 warnings" in done.stderr


def test_check_reports_all_problems_and_changes_nothing(root: Path) -> None:
    (root / "glossary" / "terms" / "ticket.yaml").write_text(TERM.replace("definition", "defintion"))
    (root / "glossary" / "terms" / "queue.yaml").write_text("name: Queue\n\tdefinition: x\n")
    before = everything(root)
    done = run(root, "check")
    assert done.exit_code == 1
    assert "glossary/terms/queue.yaml:2: a tab character; indent with spaces [tab]" in done.stdout
    assert (
        "glossary/terms/ticket.yaml:2: unknown field 'defintion'; did you mean 'definition'? [unknown-field]"
        in done.stdout
    )
    assert everything(root) == before


def test_check_writes_json_and_github_annotations(root: Path) -> None:
    (root / "glossary" / "terms" / "ticket.yaml").write_text(TERM + "broader: tickt\n")
    (problem,) = json.loads(run(root, "check", "--json").stdout)
    assert problem["path"] == "glossary/terms/ticket.yaml"
    assert (problem["line"], problem["code"], problem["severity"]) == (4, "unknown-term", "error")
    annotation = run(root, "check", "--format", "github").stdout
    assert annotation.startswith("::error file=glossary/terms/ticket.yaml,line=4,title=unknown-term::")


def test_strict_counts_warnings(root: Path) -> None:
    (root / "glossary" / "sources").mkdir()
    (root / "glossary" / "sources" / "x.yaml").write_text("title: X\nentries:\n  - name: Ticket\n")
    assert run(root, "check").exit_code == 0
    assert run(root, "check", "--strict").exit_code == 1


def test_a_build_with_an_error_writes_nothing(root: Path) -> None:
    (root / "glossary" / "terms" / "ticket.yaml").write_text("name: Ticket\n")
    done = run(root, "build")
    assert done.exit_code == 1
    assert "glossary/terms/ticket.yaml:1: the term has no 'definition'" in done.stdout
    assert not (root / "build" / "site").exists()
    assert not list((root / "build" / "docs").iterdir())


def test_build_says_how_to_open_the_site(root: Path) -> None:
    done = run(root, "build")
    assert done.exit_code == 0, done.output
    assert re.match(
        r"Built in [\d.]+ s; glossary.zip \([\d.]+ MB\) took another [\d.]+ s.\n1 term. Open ", done.stdout
    )
    assert (root / "build" / "site" / "terms" / "ticket.html").is_file()


def test_render_writes_only_what_changed(root: Path) -> None:
    first = run(root, "render")
    assert first.exit_code == 0, first.output
    assert " 0 files written, 0 removed," in run(root, "render").stdout
    (root / "glossary" / "terms" / "queue.yaml").write_text(
        TERM.replace("Ticket", "Queue").replace("record", "line")
    )
    run(root, "render")
    assert (root / "build" / "docs" / "terms" / "queue.md").is_file()
    (root / "glossary" / "terms" / "queue.yaml").unlink()
    assert " 2 removed," in run(root, "render").stdout, "its page and its data"
    assert not (root / "build" / "docs" / "terms" / "queue.md").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda root: (root / "mkdocs.yml").unlink(), "mkdocs.yml: no such file"),
        (lambda root: (root / "mkdocs.yml").write_text("site_name: [\n"), "mkdocs.yml"),
        (
            lambda root: (root / "mkdocs.yml").write_text("site_name: X\ndocs_dir: build/docs\n"),
            "add the line '- glossary'",
        ),
        (
            lambda root: (root / "mkdocs.yml").write_text(
                "site_name: X\ndocs_dir: build/docs\nplugins: [nowhere]\n"
            ),
            "nowhere",
        ),
        (
            lambda root: (root / "mkdocs.yml").write_text(
                "site_name: X\ndocs_dir: build/docs\nplugins: [{glossary: {audience: all}}]\n"
            ),
            "audience",
        ),
    ],
)
def test_settings_that_cannot_be_used_get_one_clear_line(root: Path, change, said: str) -> None:
    change(root)
    done = run(root, "build")
    assert done.exit_code == 1
    assert said in done.output
    assert "Traceback" not in done.output


def test_a_wrong_root_is_wrong_use(tmp_path: Path) -> None:
    done = run(tmp_path, "check")
    assert done.exit_code == 2
    assert "--root" in done.output


INNER = [
    f"{name} {inner}"
    for name, command in main.every().items()
    if isinstance(command, click.Group)
    for inner in command.commands
]


@each_row("name", ["", *sorted([*main.every(), *INNER])])
def test_help_has_examples_and_exit_codes(name: str) -> None:
    done = CliRunner().invoke(main, [*name.split(), "--help"])
    assert done.exit_code == 0
    assert "Examples:\n    glossary" in done.output
    assert "Exit codes:" in done.output


def test_a_misspelt_rule_under_severities_is_told_with_a_suggestion(root: Path) -> None:
    settings = (root / "mkdocs.yml").read_text()
    wrong = "  - glossary:\n      severities: {unclaimed-entrys: error}\n"
    (root / "mkdocs.yml").write_text(settings.replace("  - glossary:\n", wrong))
    for command in ("check", "build"):
        done = run(root, command)
        assert done.exit_code == 1
        said = "severities: there is no rule 'unclaimed-entrys'; did you mean 'unclaimed-entry'?"
        assert said in done.output.replace("\n", " ")


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    for name, command in main.every().items():
        module, line = COMMANDS[name]
        assert " ".join((command.help or "").split()).startswith(line), name
        assert command.callback is not None and command.callback.__module__ == f"site_gen.cli.{module}", name
    assert set(main.every()) == set(COMMANDS)


# What a quick command loads of our rooms, and of the libraries that take longer than the command itself.
_OF_EDITORS = {
    *("catalog", "checks", "corpus", "editing", "history", "language", "learning", "match", "meaning"),
    *("model", "settings", "text"),
}
ROOMS = {
    "--help": set(),
    "match x": {"catalog", "corpus", "language", "match", "meaning", "model"},
    "check": _OF_EDITORS | {"export"},
    "new Ox": _OF_EDITORS,
}
SLOW = {"mkdocs", "jinja2", "lxml", "openpyxl", "docutils", "mammoth", "genanki", "charset_normalizer"}


@pytest.mark.parametrize("line", ROOMS)
def test_a_command_loads_only_what_it_uses(root: Path, line: str) -> None:
    code = (
        "import sys; from site_gen.__main__ import main\n"
        f"try: main(['--root', {str(root)!r}, *{line.split()!r}], standalone_mode=False)\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    names = done.stderr.splitlines()[-1].split()
    assert SLOW.isdisjoint(names)
    rooms = {name.split(".")[1] for name in names if name.startswith("site_gen.")}
    assert rooms - {"__main__", "cli", "model"} <= ROOMS[line]


def test_a_command_seldom_looks_for_garbage(root: Path) -> None:
    before = gc.get_threshold()
    try:
        gc.set_threshold(700, 10, 10)  # Python's own
        assert run(root, "check").exit_code == 0
        assert gc.get_threshold() == (SELDOM, 10, 10)
    finally:
        gc.set_threshold(*before)


def test_severities_of_the_site_are_heeded(root: Path) -> None:
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(
        settings.replace("  - glossary:\n", "  - glossary:\n      severities: {unclaimed-entry: error}\n")
    )
    (root / "glossary" / "sources").mkdir()
    (root / "glossary" / "sources" / "x.yaml").write_text("title: X\nentries:\n  - name: Ticket\n")
    assert run(root, "check").exit_code == 1


def test_the_english_of_the_site_is_asked_for(root: Path) -> None:
    term = root / "glossary" / "terms" / "ticket.yaml"
    term.write_text(term.read_text() + "details: The colour of the request.\n")
    settings = (root / "mkdocs.yml").read_text()
    for english, told in (("american", True), ("british", False), ("any", False)):
        chosen = settings.replace("english: american", f"english: {english}")
        (root / "mkdocs.yml").write_text(chosen)
        assert ("[other-english]" in run(root, "check").output) is told


def test_a_folder_with_files_of_somebody_else_is_not_touched(root: Path) -> None:
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(settings.replace("docs_dir: build/docs", "docs_dir: docs"))
    (root / "docs").mkdir()
    (root / "docs" / "handbook.md").write_text("Ours.")
    for command in ("render", "build"):
        done = run(root, command)
        assert done.exit_code == 1
        assert "holds files that are not generated (handbook.md)" in done.output
    assert [path.name for path in (root / "docs").iterdir()] == ["handbook.md"]


SOURCE = "First Call Fix: a problem solved the first time.\n\nQueue: the line of tickets that wait.\n"


def corpus(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in everything(root).items() if "/glossary/" in path}


def test_a_glossary_goes_from_raw_text_to_terms(root: Path) -> None:
    (root / "raw.txt").write_text(SOURCE)
    done = run(root, "import", str(root / "raw.txt"), "--source", "theirs", "--title", "Their words")
    assert done.exit_code == 0, done.output
    assert "2 entries, read as text" in done.stderr
    before = corpus(root)
    assert run(root, "merge", "--dry-run").exit_code == 0
    assert corpus(root) == before
    rows = json.loads(run(root, "merge", "--json").stdout)
    assert [(row["name"], row["verdict"]) for row in rows] == [("First Call Fix", "new"), ("Queue", "new")]
    assert set(rows[0]) == {"name", "verdict", "term", "score", "why", "candidates", "source"}
    after = corpus(root)
    assert run(root, "merge").exit_code == 0
    assert corpus(root) == after
    assert run(root, "check").exit_code == 0
    assert run(root, "build").exit_code == 0


def test_importing_again_shows_what_changed_and_keeps_our_words(root: Path) -> None:
    (root / "raw.txt").write_text(SOURCE)
    run(root, "import", str(root / "raw.txt"), "--source", "theirs")
    path = root / "glossary" / "sources" / "theirs.yaml"
    ours = path.read_text() + "    says: Waiting.\n    term: ticket\n"
    path.write_text(ours)
    (root / "raw.txt").write_text(
        SOURCE.replace("First Call Fix", "One-call fix") + "\nTag: a word on a ticket.\n"
    )
    done = run(root, "import", str(root / "raw.txt"), "--source", "theirs", "--dry-run")
    assert done.stdout.splitlines() == ["new     One-call fix", "new     Tag", "gone    First Call Fix"]
    assert path.read_text() == ours
    run(root, "import", str(root / "raw.txt"), "--source", "theirs")
    text = path.read_text()
    assert (
        "    says: Waiting.\n    term: ticket\n" in text and "name: Tag" in text and "First Call Fix" in text
    )


def test_columns_are_kept_beside_the_source(root: Path) -> None:
    (root / "raw.csv").write_text("Wort,Was es ist\nTicket,One request\nQueue,A line\n")
    sheet = str(root / "raw.csv")
    done = run(
        root, "import", sheet, "--source", "x", "--columns", "Wort=name", "--columns", "Was es ist=text"
    )
    assert done.exit_code == 0, done.output
    assert "Wort: name" in (root / "glossary" / "sources" / "x.import.yaml").read_text()
    assert json.loads(run(root, "import", sheet, "--source", "x", "--json").stdout)["columns"] == {
        "Wort": "name",
        "Was es ist": "text",
    }


@each_row(
    "arguments, code, said",
    [
        (["import", "no-such-file.txt", "--source", "x"], 2, "no-such-file.txt"),
        (["import", "-", "--source", "No Slug"], 2, "lower-case letters"),
        (["import", "-", "--source", "x", "--columns", "a"], 2, "COLUMN=FIELD"),
        (["import", "-", "--source", "x"], 1, "Nothing was written"),
        (["match"], 2, "nothing to match"),
        (["match", "--names", "-"], 2, "nothing to match"),
        (["serve", "--port", "99999"], 2, "99999 is not in the range"),
        (
            ["export", "sheet", "--output", "no/such/x.xlsx"],
            1,
            "x.xlsx: No such file or directory; make the folder",
        ),
        (["review", "tickt", "queu"], 1, "did you mean 'ticket'?\nthere is no term 'queu'"),
    ],
)
def test_wrong_use_is_told_in_a_line(root: Path, arguments: list[str], code: int, said: str) -> None:
    before = corpus(root)
    done = CliRunner().invoke(main, ["--root", str(root), *arguments], input="")
    assert done.exit_code == code
    assert said in done.output
    assert corpus(root) == before


def test_match_answers_before_one_writes(root: Path) -> None:
    (verdict,) = json.loads(run(root, "match", "Tickets", "--json").stdout)
    assert (verdict["name"], verdict["verdict"], verdict["term"]) == ("Tickets", "same", "ticket")
    lines = '{"name": "Ticket", "text": "One request."}\nHorse\n'
    done = CliRunner().invoke(main, ["--root", str(root), "match", "--names", "-", "--json"], input=lines)
    assert [row["verdict"] for row in json.loads(done.stdout)] == ["same", "new"]
    assert run(root, "match", "Horse").stdout.startswith("new   Horse")
    beside = run(root, "match", "Ticketzeile").stdout.splitlines()
    assert beside[0].startswith("new   Ticketzeile")
    assert beside[1] == "    ticket  has a part of it, and the lookup shows it: Ticket"


def test_every_line_of_names_that_cannot_be_read_is_told(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_bytes(b'\xef\xbb\xbfTicket\ncaf\xe9\n{"name": 3}\n\n{"text": "x"}\n{\n')
    done = run(root, "match", "--names", str(file))
    assert done.exit_code == 1
    assert [line.partition(";")[0] for line in done.stderr.splitlines()] == [
        f"Error: {file}:2: not UTF-8 text",
        *(f"{file}:{line}: expected a name, or JSON with a name and a text" for line in (3, 5, 6)),
    ]
    file.write_bytes(b"\xef\xbb\xbfTicket\r\n")
    assert run(root, "match", "--names", str(file)).stdout.startswith("same  Ticket")


def test_a_glossary_is_no_name_and_no_list_of_names(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "theirs.csv"
    file.write_text("Word,Meaning\nTicket,A request.\n")
    for arguments in (["match", str(file)], ["match", "--names", str(file)]):
        done = run(root, *arguments)
        assert done.exit_code == 2 and f"glossary import {file}" in done.stderr, arguments


def test_a_port_in_use_is_told_with_another(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(root, "serve", "--port", str(port))
    assert (done.exit_code, done.exception.__class__) == (1, SystemExit)
    assert f"port {port} is taken by another program; name another one: glossary serve --port" in done.stderr


def test_a_merge_asks_and_remembers(root: Path) -> None:
    (root / "glossary" / "sources").mkdir()
    (root / "glossary" / "sources" / "x.yaml").write_text("title: X\nentries:\n  - name: Ticket software\n")
    done = CliRunner().invoke(
        main, ["--root", str(root), "merge", "--interactive"], input="n\nOne is a tool.\n"
    )
    assert done.exit_code == 0, done.output
    assert "One concept?" in done.output
    text = (root / "glossary" / "terms" / "ticket-software.yaml").read_text()
    assert "contrast:\n  ticket: One is a tool." in text
    assert "term: ticket-software" in (root / "glossary" / "sources" / "x.yaml").read_text()


def test_who_stops_answering_keeps_the_answers(root: Path) -> None:
    source = root / "glossary" / "sources" / "x.yaml"
    source.parent.mkdir()
    source.write_text("title: X\nentries:\n  - name: Ticket software\n  - name: Ticket process\n")
    asked = CliRunner().invoke(main, ["--root", str(root), "merge", "--interactive"], input="n\n\nq\n")
    assert asked.exit_code == 0, asked.output
    assert source.read_text().count("term: ") == 1, "the first answer is written, the second question is open"


def test_answers_survive_a_file_that_is_saved_meanwhile(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = root / "glossary" / "sources" / "x.yaml"
    source.parent.mkdir()
    source.write_text("title: X\nentries:\n  - name: Ticket software\n")
    write_tree, saved = change.write_tree, []

    def save_first(*args: Any, **named: Any) -> None:
        if not saved:
            saved.append(source.write_text(f"# saved by an editor\n{source.read_text()}"))
        write_tree(*args, **named)

    monkeypatch.setattr(change, "write_tree", save_first)
    done = CliRunner().invoke(main, ["--root", str(root), "merge", "--interactive"], input="n\n\n")
    assert done.exit_code == 0, done.output
    assert done.output.count("One concept?") == 1
    assert source.read_text().startswith("# saved by an editor\n")
    assert "term: ticket-software" in source.read_text()


def test_questions_explain_their_keys_and_come_in_the_order_of_a_dry_run(root: Path) -> None:
    source = root / "glossary" / "sources" / "x.yaml"
    source.parent.mkdir()
    names = ["Ticket software", "Zebra", "Ticket (software)", "Ticketing"]
    source.write_text("title: X\nentries:\n" + "".join(f"  - name: {name}\n" for name in names))
    listed = [
        line.split(": ", 1)[1]
        for line in run(root, "merge", "--dry-run").stdout.splitlines()
        if line[:3] == "ask"
    ]
    listed = [line.partition(" ? ")[0] for line in listed]
    assert listed == ["Ticket (software)", "Ticket software", "Ticketing"]
    done = CliRunner().invoke(main, ["--root", str(root), "merge", "--interactive"], input="?\n" + "s\n" * 20)
    assert done.exit_code == 0, done.output
    asked = [
        line.strip()[3:].rstrip(". ") for line in done.output.splitlines() if line.startswith("      x: ")
    ]
    assert list(dict.fromkeys(asked))[: len(listed)] == listed
    for said in (
        "  y  One concept.",
        "  n  Two concepts.",
        "  s  No answer now",
        "  q  Stop asking.",
        "The definition of a term stays",
    ):
        assert done.output.count(said) == 1


def test_a_broken_corpus_is_not_merged_into(root: Path) -> None:
    (root / "glossary" / "terms" / "ticket.yaml").write_text("name: [\n")
    done = run(root, "merge")
    assert done.exit_code == 1
    assert "Mend these first" in done.stderr


# --- a write that was cut off


READING = [
    ["check"],
    ["match", "Ticket"],
    ["merge", "--dry-run"],
    ["health"],
    ["export", "sheet"],
    ["build"],
    ["render"],
    ["check", "--fix", "--dry-run"],
]
WRITING = [["set", "owner", "Mia", "ticket"], ["check", "--fix"]]


def _attacked(root: Path) -> None:
    """What a cloned project may bring: a stage that would write outside of it."""
    folder = root / "glossary/.glossary-write"
    folder.mkdir()
    (folder / "journal.json").write_text('[{"path": "../../outside.txt", "old": false, "new": true}]')
    (folder / "new-0").write_text("x")


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_a_reading_command_tells_of_a_cut_off_write_and_ends(root: Path, arguments: list[str]) -> None:
    _attacked(root)
    done = run(root, *arguments)
    assert done.exit_code == 1
    assert "glossary/.glossary-write: a command was cut off here; run `glossary recover`" in done.output
    assert not (root.parent / "outside.txt").exists()
    assert (root / "glossary/.glossary-write").exists()


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_a_writing_command_leaves_a_foreign_stage_alone(root: Path, arguments: list[str]) -> None:
    _attacked(root)
    done = run(root, *arguments)
    assert "no command of yours on this machine" in done.output
    assert not (root.parent / "outside.txt").exists()
    assert (root / "glossary/.glossary-write/new-0").exists()
    if arguments[0] == "set":
        assert done.exit_code == 0
        assert "owner: Mia" in (root / "glossary/terms/ticket.yaml").read_text()


def test_recover_names_what_it_leaves_and_discards_when_asked(root: Path) -> None:
    assert run(root, "recover").output == "Nothing was cut off; the corpus is whole.\n"
    _attacked(root)
    done = run(root, "recover")
    assert (done.exit_code, (root / "glossary/.glossary-write").exists()) == (1, True)
    assert "glossary recover --discard" in done.output
    done = run(root, "recover", "--discard")
    assert (done.exit_code, (root / "glossary/.glossary-write").exists()) == (0, False)
    assert run(root, "check").exit_code == 0


def test_check_tells_of_a_stage_that_git_tracks(root: Path) -> None:
    _attacked(root)
    for command in (["init", "-q"], ["add", "-f", "glossary"]):
        subprocess.run(["git", "-C", str(root), *command], check=True)
    shutil.rmtree(root / "glossary/.glossary-write")
    done = run(root, "check")
    assert done.exit_code == 1
    assert "glossary/.glossary-write: git tracks what a cut-off write has left here" in done.output


def test_annotations_for_github_start_at_the_top_of_the_repository(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo", "desk")
    repo.write({"terms/queue.yaml": "nane: Queue\n"})
    lines = run(repo.root, "check", "--format", "github").stdout.splitlines()
    assert lines and all(" file=desk/glossary/terms/queue.yaml," in line for line in lines)
    assert run(repo.root, "check").stdout.startswith("glossary/terms/queue.yaml:")


@pytest.mark.parametrize(
    ("folder", "path"), [("a/b", "a/b/glossary/"), ("/a/", "a/glossary/"), ("", "glossary/")]
)
def test_without_git_the_settings_say_where_the_project_stands(root: Path, folder: str, path: str) -> None:
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(
        settings.replace("  - glossary:\n", f"  - glossary:\n      folder: '{folder}'\n")
    )
    (root / "glossary" / "terms" / "ticket.yaml").write_text("nane: Ticket\n")
    assert f" file={path}terms/ticket.yaml," in run(root, "check", "--format", "github").stdout


def test_help_needs_no_glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (
        ["new", "--help"],
        ["health", "--due", "-h"],
        ["export", "anki", "--help"],
        ["owners", "-h"],
    ):
        done = CliRunner().invoke(main, words)
        assert done.exit_code == 0 and "Usage: " in done.stdout, words
    refused = CliRunner().invoke(main, ["match", "--", "-h"])
    assert refused.exit_code == 2 and "is not there; run this in the project's folder" in refused.output
