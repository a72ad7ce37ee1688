"""Beginning a term: what exists is shown first, the file is sound, and the placeholder is no definition."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from helpers.corpora import TERM, around
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.corpus.disk import read_tree
from site_gen.corpus.load import load
from site_gen.model.schema import TERM as FIELDS


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def terms(root: Path) -> set[str]:
    return {path.name for path in (root / "glossary").rglob("*") if path.is_file()} - {"topics.yaml"}


@pytest.mark.parametrize(
    ("name", "address"), [(".NET", "dot-net"), ("C#", "c-sharp"), ("/status", "status"), ("24/7", "24-7")]
)
def test_signs_are_no_path_and_spoken_in_the_address(root: Path, name: str, address: str) -> None:
    done = run(root, "new", name)
    assert done.exit_code == 0, done.output
    term = load(read_tree(root).files).glossary.by_slug[address]
    assert term.name == name


def test_a_term_begins_with_six_lines_and_says_what_is_next(root: Path) -> None:
    done = run(root, "new", "Average speed of answer (ASA)")
    assert done.exit_code == 0, done.output
    assert (root / "glossary" / "terms" / "average-speed-of-answer.yaml").read_text() == (
        "name: Average speed of answer\nabbreviations: [ASA]\naliases: []\n"
        "definition: 'Still to be written: what it is, in one or two sentences.'\n"
        "topics: [unsorted]\nstatus: draft\n"
    )
    assert "1. Write the definition in glossary/terms/average-speed-of-answer.yaml" in done.stdout
    assert "2. Choose its topic: tickets." in done.stdout
    check = run(root, "check")
    assert check.exit_code == 0
    assert [line.rpartition("[")[2] for line in check.stdout.splitlines()] == ["unwritten-definition]"]
    assert run(root, "check", "--strict").exit_code == 1


def test_an_approved_placeholder_is_an_error(root: Path) -> None:
    run(root, "new", "Zebra")
    assert "[unwritten-definition]" in run(root, "set", "status", "approved", "zebra").stdout


def test_a_whole_term_can_be_given(root: Path) -> None:
    done = run(
        root, "new", "Hand-over", "--abbreviation", "HO", "--alias", "Turn-over", "--alias", "Pass", "--topic",
        "tickets", "--related", "ticket", "--broader", "ticket", "--kind", "concept", "--level", "specialist",
        "--owner", "Desk", "--definition", "A change of hands.", "--slug", "handover",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    term = load(read_tree(root).files).glossary.by_slug["handover"]
    assert (term.name, term.abbreviations, term.aliases) == ("Hand-over", ("HO",), ("Turn-over", "Pass"))
    assert (term.topics, term.broader, term.level, term.owner) == (
        ("tickets",),
        "ticket",
        "specialist",
        "Desk",
    )
    assert "Write the definition" not in done.stdout


def test_every_field_of_the_full_form_can_be_uncommented(root: Path) -> None:
    assert run(root, "new", "Zebra", "--full").exit_code == 0
    path = root / "glossary" / "terms" / "zebra.yaml"
    written = path.read_text()
    assert all(f"\n{name}:" in written or f"\n#{name}:" in written for name in FIELDS)
    rows = written.split("\n")
    for place, row in enumerate(rows):
        if row.startswith("#") and not row.startswith(("# ", "#  ")):
            block = [place]
            while rows[block[-1] + 1].startswith("#  "):
                block.append(block[-1] + 1)
            path.write_text("\n".join(r[1:] if n in block else r for n, r in enumerate(rows)))
            problems = load(read_tree(root).files).problems
            assert {problem.code for problem in problems} <= {"missing-field", "empty-item"}, row


@each_row("name", ["Ticket", "Tickets", "Tiket"])
def test_what_exists_is_shown_and_nothing_is_written(root: Path, name: str) -> None:
    done = run(root, "new", name)
    assert done.exit_code == 1
    assert "Ticket (ticket): " in done.stderr and "A record of one request." in done.stderr
    assert "run this again with --yes" in done.stderr
    assert terms(root) == {"ticket.yaml"}


def test_one_may_go_on_with_yes(root: Path) -> None:
    assert run(root, "new", "Tiket", "--yes").exit_code == 0
    refused = run(root, "new", "Ticket", "--yes")
    assert refused.exit_code == 1
    assert "glossary/terms/ticket.yaml is there already: 'Ticket'" in refused.output
    again = run(root, "new", "Ticket", "--yes", "--slug", "ticket-two")
    assert "is also the name of" in again.output and again.exit_code == 1
    assert terms(root) == {"ticket.yaml", "tiket.yaml"}


ASKED = "Is it another concept, to be written all the same?"


def test_a_person_who_says_nothing_has_written_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True), exit=sys.exit)
    monkeypatch.setattr("site_gen.cli.new.sys", person)
    done = CliRunner().invoke(main, ["--root", str(root), "new", "Tiket"], input="\n")
    assert done.exit_code == 1 and ASKED in done.stderr
    assert not (root / "glossary" / "terms" / "tiket.yaml").exists()


def test_a_person_is_asked(root: Path) -> None:
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "site_gen", "--root", str(root), "new", "Tiket"]
    with subprocess.Popen(command, stdin=follower, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        os.write(leader, b"y\n")
        _out, err = process.communicate(timeout=60)
    os.close(leader)
    os.close(follower)
    assert ASKED.encode() in err
    assert process.returncode == 0
    assert (root / "glossary" / "terms" / "tiket.yaml").is_file()


@each_row(
    "arguments, code, said",
    [
        ([""], 1, "the name is empty"),
        (["  ", "--slug", "blank"], 1, "the name is empty"),
        (["?!", "--slug", "blank"], 1, "'?!' has no letter or digit; write the word that people say"),
        (["caf\udce9"], 1, "not UTF-8 text"),
        (["客服"], 1, "name one: --slug"),
        (["../x"], 1, "looks like a file"),
        (["/tmp/x"], 1, "looks like a file"),
        (["glossary\\terms\\x"], 1, "looks like a file"),
        (["x.yaml"], 1, "looks like a file"),
        (["客服"], 1, "no address can be made from '客服'; name one: --slug its-address"),
        (["P\u0430yment"], 1, "whose word 'P\u0430yment' has letters of several alphabets that look alike"),
        (["Zebra", "--slug", "nul"], 1, "Windows cannot hold a file named 'nul.yaml'"),
        (["Zebra", "--slug", "../x"], 1, "'../x' is no address of a term"),
        (["Zebra", "--slug", "/tmp/x"], 1, "is no address of a term"),
        (["Zebra", "--slug", "ZEBRA"], 1, "did you mean 'zebra'?"),
        (["Zebra", "--slug", "z" * 81], 1, "is no address of a term"),
        (["Zebra " * 20], 1, "at most 100 fit a heading"),
        (["Zebra", "--slug", "slip"], 1, "'slip' is an old address of 'ticket'"),
        (["Zebra", "--topic", "tiket"], 1, "did you mean 'tickets'?"),
        (["Zebra", "--broader", "tiket"], 1, "did you mean 'ticket'?"),
        (["Zebra", "--level", "expert"], 2, "essential"),
        (["Zebra", "--definition", "The zebra."], 1, "the definition uses its own name"),
        (["Zebra\u0007"], 1, "U+0007"),
        (["Average", "speed"], 2, "unexpected extra argument"),
        ([], 2, "Missing argument"),
    ],
)  # fmt: skip
def test_slips_are_told_and_nothing_is_written(
    root: Path, arguments: list[str], code: int, said: str
) -> None:
    (root / "glossary" / "redirects.yaml").write_text("slip: ticket\n")
    before = around(root)
    done = run(root, "new", *arguments)
    assert done.exit_code == code, done.output
    assert said in done.output
    assert terms(root) == {"ticket.yaml", "redirects.yaml"}
    assert {path for path in around(root) if path.is_file()} <= before
    assert (root / "glossary" / "terms" / "ticket.yaml").read_text() == TERM
