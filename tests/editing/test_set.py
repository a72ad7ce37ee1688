"""One field of many terms: set, review and deprecate as an editor types them, with the slips that happen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.corpora import term_yaml
from helpers.rows import each_row
from site_gen.__main__ import main

TODAY = date.today().isoformat()
TERMS = {
    "queue": term_yaml("Queue", "aliases:", "  - Line # old", "  - Row", "status: draft # soon", definition="A line of work."),
    "pile": term_yaml("Pile", "level: specialist", "reviewed:   2026-01-01", "# end", definition="All that lies about."),
    "slip": term_yaml("Slip", "status: deprecated", "since: 2026-01-01", "replaced_by: pile", definition="A small sheet."),
}  # fmt: skip


@pytest.fixture
def root(root: Path) -> Path:
    (root / "glossary" / "terms" / "ticket.yaml").unlink()
    (root / "glossary" / "topics.yaml").write_text("- {id: desk, name: Desk}\n- {id: calls, name: Calls}\n")
    for slug, text in TERMS.items():
        (root / "glossary" / "terms" / f"{slug}.yaml").write_text(text)
    return root


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def terms(root: Path) -> dict[str, str]:
    return {path.stem: path.read_text() for path in (root / "glossary" / "terms").iterdir()}


@pytest.mark.parametrize(
    ("arguments", "changes"),
    [
        (["set", "owner", "Desk one", "pile", "queue"], {"pile": ("2026-01-01\n", None), "queue": ("soon\n", "soon\nowner: Desk one\n")}),
        (["set", "level", "essential", "pile"], {"pile": ("level: specialist", "level: essential")}),
        (["set", "status", "approved", "queue"], {"queue": ("draft # soon", "approved # soon")}),
        (["set", "level", "", "pile"], {"pile": ("level: specialist\n", "")}),
        (["set", "topics", "calls", "--add", "queue"], {"queue": ("[desk]", "[desk, calls]")}),
        (["set", "topics", "[calls, desk]", "queue"], {"queue": ("[desk]", "[calls, desk]")}),
        (["set", "aliases", "Line", "queue", "--remove"], {"queue": ("  - Line # old\n", "")}),
        (["set", "aliases", "[Row, 'Files, all']", "queue"], {"queue": ("  - Line # old\n  - Row\n", "  - Row\n  - Files, all\n")}),
        (["set", "kind", "team", "--level", "specialist"], {"pile": ("level: specialist", None)}),
        (["set", "autolink", "false", "queue"], {"queue": ("soon\n", "soon\nautolink: false\n")}),
        (["review", "pile", "--date", "2026-02-03"], {"pile": ("reviewed:   2026-01-01", "reviewed:   2026-02-03")}),
        (["review", "pile", "--date", "2026-02-03", "--by", "Ana Ruiz"], {"pile": ("reviewed:   2026-01-01", "reviewed:   2026-02-03\nreviewed_by: Ana Ruiz")}),
        (["review", "queue"], {"queue": ("soon\n", f"soon\nreviewed: {TODAY}\n")}),
        (["deprecate", "queue", "--why", "Nobody waits.", "--date", "2026-02-03"],
         {"queue": ("status: draft # soon\n", "status: deprecated # soon\nsince: 2026-02-03\nwhy: Nobody waits.\n")}),
        (["deprecate", "pile", "--replaced-by", "queue", "--date", "2026-02-03"],
         {"pile": ("level: specialist\n", "level: specialist\nstatus: deprecated\nsince: 2026-02-03\nreplaced_by: queue\n"),
          "slip": ("replaced_by: pile", "replaced_by: queue")}),
    ],
)  # fmt: skip
def test_the_change_is_made_and_nothing_else(
    root: Path, arguments: list[str], changes: dict[str, tuple[str, str | None]]
) -> None:
    done = run(root, *arguments)
    assert done.exit_code == 0, done.output
    now = terms(root)
    for slug, text in TERMS.items():
        old, new = changes.get(slug, ("", ""))
        if new is None:  # a key that goes in front of the one that is named
            assert [row for row in now[slug].splitlines() if row not in text.splitlines()] in (
                ["owner: Desk one"],
                ["kind: team"],
            )
        else:
            assert now[slug] == (text.replace(old, new) if old else text)
    assert run(root, *arguments).stdout == "Nothing to change: all of it is so already.\n"


@each_row(
    "arguments, code, said",
    [
        (["set", "stats", "draft", "pile"], 1, "'stats' is no field of a term; did you mean 'status'?"),
        (["set", "status", "aproved", "pile"], 1, "did you mean 'approved'?"),
        (["set", "status", "draft"], 2, "name terms by their slugs"),
        (["set", "status", "draft", "pile", "--topic", "desk"], 2, "name terms by their slugs"),
        (["set", "status", "draft", "pyle"], 1, "there is no term 'pyle'; did you mean 'pile'"),
        (["set", "status", "draft", "row"], 1, "did you mean 'queue'?"),
        (["set", "status", "draft", "../../etc/passwd"], 1, "there is no term '../../etc/passwd'"),
        (["set", "status", "draft", "--topic", "desc"], 1, "there is no topic 'desc'; did you mean 'desk'?"),
        (["set", "status", "draft", "--topic", "calls"], 1, "no term fits: topic calls"),
        (["set", "status", "draft", "--level", "expert"], 1, "expected one of essential"),
        (["set", "topics", "cals", "pile", "--add"], 1, "did you mean 'calls'?"),
        (["set", "related", "quue", "pile"], 1, "did you mean 'queue'"),
        (["set", "related", "No slug", "pile"], 1, "did you mean 'no-slug'?"),
        (["set", "metric", "x", "pile"], 1, "write it in the file of the term"),
        (["set", "aliases", "[a", "pile"], 1, "write it like '[one, two]'"),
        (["set", "aliases", "[{a: b}]", "pile"], 1, "write it like '[one, two]'"),
        (["set", "aliases", "Queue", "pile"], 1, "'Queue' is also an alias of 'pile'"),
        (["set", "aliases", "", "pile", "--add"], 2, "need a value"),
        (["set", "aliases", "x", "pile", "--add", "--remove"], 2, "exclude each other"),
        (["set", "owner", "x", "pile", "--add"], 1, "'owner' holds one value"),
        (["set", "name", "", "pile"], 1, "'name' is needed in every term"),
        (["set", "owner", "x\u200by", "pile"], 1, "U+200B"),
        (["set", "owner", "a\nb", "pile"], 1, "keep it on one line"),
        (["set", "reviewed", "tomorrow", "pile"], 1, "write it like 2026-11-21"),
        (["set", "status", "deprecated", "pile"], 1, "a deprecated term has no 'since'"),
        (["set", "status", "approved", "queue", "--dry-run", "--nope"], 2, "--nope"),
        (["review"], 2, "name terms by their slugs"),
        (["review", "pile", "--date", "3026-01-01"], 2, "lies in the future"),
        (["review", "pile", "--date", "1.2.26"], 2, "does not match"),
        (["deprecate", "pile"], 2, "--replaced-by SLUG"),
        (["deprecate", "pile", "--replaced-by", "pyle"], 1, "did you mean 'pile'"),
        (["deprecate", "pile", "--replaced-by", "pile"], 1, "cannot replace itself"),
        (["deprecate", "pile", "--replaced-by", "slip"], 1, "is deprecated too"),
    ],
)  # fmt: skip
def test_slips_are_told_and_change_nothing(root: Path, arguments: list[str], code: int, said: str) -> None:
    done = run(root, *arguments)
    assert done.exit_code == code, done.output
    assert said in done.output
    assert terms(root) == TERMS


def test_an_error_elsewhere_does_not_stop_a_small_change(root: Path) -> None:
    (root / "glossary" / "terms" / "broken.yaml").write_text("name: Broken\n\tx: y\n")
    assert run(root, "review", "pile").exit_code == 0
    assert "cannot be read; run 'glossary check'" in run(root, "review", "broken").output
    assert "no command can change it" not in run(root, "review", "queue").output


def test_a_dry_run_shows_the_change_and_the_new_warnings(root: Path) -> None:
    done = run(root, "set", "search_as", "Row", "queue", "--dry-run")
    assert done.exit_code == 0
    assert "+search_as: [Row]\n" in done.stdout
    assert "[search-as-taken]" in done.stderr
    assert terms(root) == TERMS


PATHS = """\
# the way in
- id: in
  title: The way in
  stops:
    - {term: pile, note: Look at it first.}  # why
    - task: Ask about the pile.
      id: ask
      after: pile
- id: out
  title: The way out
  terms: [queue, pile]
"""


def test_a_path_goes_by_what_replaces_a_stop(root: Path) -> None:
    path = root / "glossary" / "paths.yaml"
    path.write_text(PATHS)
    (root / "glossary" / "terms" / "heap.yaml").write_text(
        term_yaml("Heap", definition="More than one can see.")
    )
    done = run(root, "deprecate", "pile", "--replaced-by", "heap", "--date", "2026-02-01")
    assert done.exit_code == 0, done.output
    assert "learning paths that go by heap now: in, out" in done.output
    assert path.read_text() == PATHS.replace("term: pile", "term: heap").replace(
        "after: pile", "after: heap"
    ).replace("[queue, pile]", "[queue, heap]")


def test_several_stops_of_one_path_are_replaced_by_one(root: Path) -> None:
    path = root / "glossary" / "paths.yaml"
    path.write_text("- id: out\n  title: The way out\n  terms: [slip, queue, pile]\n")
    (root / "glossary" / "terms" / "slip.yaml").write_text(term_yaml("Slip", definition="A small sheet."))
    (root / "glossary" / "terms" / "heap.yaml").write_text(
        term_yaml("Heap", definition="More than one can see.")
    )
    done = run(root, "deprecate", "pile", "slip", "--replaced-by", "heap")
    assert done.exit_code == 0, done.output
    assert "terms: [queue, heap]" in path.read_text() or "terms: [heap, queue]" in path.read_text()


def test_a_path_whose_stop_nothing_replaces_stops_the_command(root: Path) -> None:
    (root / "glossary" / "paths.yaml").write_text(PATHS)
    done = run(root, "deprecate", "pile", "--why", "It is gone.")
    assert done.exit_code == 1
    assert "glossary/paths.yaml:5: " in done.stdout and "Nothing was changed" in done.stderr


def test_a_review_that_goes_back_is_told(root: Path) -> None:
    done = run(root, "review", "pile", "queue", "--date", "1999-01-01")
    assert done.exit_code == 0
    assert "warning: 1999-01-01 is before the last review of pile (2026-01-01)" in done.output
    assert "queue (" not in done.output
    assert "reviewed:   1999-01-01" in terms(root)["pile"]
    assert "warning" not in run(root, "review", "pile").output
