"""What ``import`` writes, ``check`` accepts; what it could not accept is not written, and the entry is named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from helpers.corpora import TOPICS, term_yaml
from helpers.faults import Disk, DiskError
from site_gen.__main__ import main
from site_gen.checks.run import judge
from site_gen.cli import import_
from site_gen.editing import new_problems
from site_gen.sources import importing
from site_gen.sources.drafts import draft_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "glossary/terms").mkdir(parents=True)
    (tmp_path / "glossary/topics.yaml").write_text(TOPICS)
    (tmp_path / "glossary/terms/ticket.yaml").write_text(term_yaml("Ticket"))
    return tmp_path


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def raw(root: Path, text: str, name: str = "raw.csv") -> str:
    (root / name).write_text(text)
    return str(root / name)


@pytest.mark.parametrize("sign", ["-", "*", "+", "1.", "term:", "#", ">", "|"])
def test_a_long_text_with_signs_in_it_passes_check(root: Path, sign: str) -> None:
    rows = [
        "Term,Meaning",
        *(
            f'Hold {width},"{("word " * 40)[:width].rstrip()} {sign} word word, as long as it is."'
            for width in range(60, 110)
        ),
    ]
    done = run(root, "import", raw(root, "\n".join(rows)), "--source", "dash")
    assert done.exit_code == 0, done.output
    assert run(root, "check").exit_code == 0


def test_a_term_that_is_not_there_is_told_with_its_entry_and_nothing_is_written(root: Path) -> None:
    file = raw(root, "Term,Meaning,Ours\nHold,A wait.,hold-time\nTicket,A record.,ticket\n")
    done = run(root, "import", file, "--source", "x", "--columns", "Ours=term")
    assert done.exit_code == 1
    assert "hold-time" in done.stderr and "'Hold'" in done.stderr and "'Ticket'" not in done.stderr
    assert "Nothing was changed" in done.stderr and "2 entries" not in done.stderr
    assert not (root / "glossary/sources").exists()


def test_no_slug_in_the_column_of_terms_names_the_entry(root: Path) -> None:
    file = raw(root, "Term,Meaning,Ours\nHold,A wait.,Hold time!\n")
    done = run(root, "import", file, "--source", "x", "--columns", "Ours=term")
    assert done.exit_code == 1
    assert "in the entry 'Hold'" in done.stderr


def test_a_source_that_would_be_too_large_for_a_file_is_not_written(root: Path) -> None:
    rows = "\n".join(f"Name {number},{'word ' * 600}{number}." for number in range(370))
    done = run(root, "import", raw(root, f"Term,Meaning\n{rows}\n"), "--source", "x")
    assert done.exit_code == 1
    assert "larger than 1,000,000 bytes" in done.stderr
    assert not (root / "glossary/sources").exists()


def test_a_corpus_without_errors_is_judged_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def judged(*arguments: Any) -> Any:
        seen.append(arguments)
        return judge(*arguments)

    monkeypatch.setattr(new_problems, "judge", judged)
    done = run(root, "import", raw(root, "Term,Meaning\nHold,A wait.\n"), "--source", "x")
    assert done.exit_code == 0 and len(seen) == 1


def test_an_error_that_was_there_before_does_not_stop_an_import(root: Path) -> None:
    (root / "glossary/terms/ticket.yaml").write_text(term_yaml("Ticket", "broader: nowhere"))
    done = run(root, "import", raw(root, "Term,Meaning\nHold,A wait.\n"), "--source", "x")
    assert done.exit_code == 0, done.output
    assert "1 entry, read as csv" in done.stderr


def test_success_is_told_only_after_the_write(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = raw(root, "Term,Meaning\nHold,A wait.\n")
    Disk(monkeypatch, 1, DiskError)
    done = run(root, "import", file, "--source", "x")
    assert done.exit_code == 1
    assert "the disk is gone" in done.stderr and "1 entry" not in done.stderr


def test_terms_of_entries_that_changed_are_told_with_what_to_run(root: Path) -> None:
    sheet = "Term,Meaning,Ours\nTicket,A record.,ticket\nHold,A wait.,\n"
    first = ("import", raw(root, sheet), "--source", "x", "--columns", "Ours=term")
    assert "left as they are" not in run(root, *first).stderr
    changed = raw(root, sheet.replace("A record", "A record of one request").replace("A wait", "A pause"))
    done = run(root, "import", changed, "--source", "x")
    assert done.exit_code == 0, done.output
    assert "  ticket: Ticket\n" in done.stderr and "glossary set definition" in done.stderr
    assert "Hold" not in done.stderr.split("left as they are")[1]
    again = run(root, "import", changed, "--source", "x", "--json")
    assert '"terms": {}' in again.stdout


def test_sentences_for_customers_come_into_the_draft(root: Path) -> None:
    sheet = 'Term,Meaning,{}\nHold,A wait on the phone.,"I\'m putting you on hold, [name]."\n'
    by_hand = ("--source", "x", "--columns", "Script=say_to_customer")
    done = run(root, "import", raw(root, sheet.format("Script")), *by_hand)
    assert done.exit_code == 0, done.output
    assert "say_to_customer: I'm putting" in (root / "glossary/sources/x.yaml").read_text()
    found = importing.read(sheet.format("Say to customer").encode(), "a.csv", source="y")
    assert found.columns == {"Term": "name", "Meaning": "text", "Say to customer": "say_to_customer"}
    assert "say_to_customer: I'm putting you on hold, [name].\n" in draft_of(found.entries, bool).text({})
    without = run(
        root, "import", raw(root, sheet.format("Script")), "--source", "z", "--no-text", *by_hand[2:]
    )
    assert without.exit_code == 0, without.output
    assert "say_to_customer" not in (root / "glossary/sources/z.yaml").read_text()


def test_a_refusal_is_data_where_data_is_asked_for(root: Path) -> None:
    (root / "words.one").write_bytes(bytes(range(1, 250)) * 3)
    done = run(root, "import", str(root / "words.one"), "--source", "x", "--json")
    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (told["source"], told["entries"], told["problems"][0]["code"]) == ("x", [], "import-not-text")


def test_a_refusal_tells_the_first_passages_and_how_many_more_there_are(root: Path) -> None:
    rows = "".join(f"{place},{place * 7}\n" for place in range(1, 20))
    done = run(root, "import", raw(root, f"Berth,Depth\n{rows}"), "--source", "x")
    assert done.exit_code == 1
    told = [line for line in done.stderr.splitlines() if "not taken, " in line]
    assert [line.partition("raw.csv:")[2].partition(":")[0] for line in told] == ["1", "2", "3", "4", "5"]
    assert "15 more passages not taken; --json lists all" in done.stderr
    assert not (root / "glossary/sources").exists()


@pytest.mark.parametrize(
    ("rows", "arguments", "bar"), [(30, [], False), (12_000, [], True), (12_000, ["--json"], False)]
)
def test_a_bar_is_shown_in_a_terminal_while_much_is_read(
    root: Path, monkeypatch: pytest.MonkeyPatch, rows: int, arguments: list[str], bar: bool
) -> None:
    file = raw(
        root, "Term,Meaning\n" + "".join(f"Berth {place},A place at wall {place}.\n" for place in range(rows))
    )
    begun: list[int] = []
    monkeypatch.setattr(import_, "progress_bar", partial(_bar, begun))
    done = run(root, "import", file, "--source", "x", "--dry-run", *arguments)
    assert done.exit_code == 0, done.output
    assert begun == [importing.STEPS * bar]


@contextmanager
def _bar(begun: list[int], label: str, length: int, many: int) -> Iterator[None]:
    begun.append(length)
    yield None
