"""Renaming and merging: the file, everything that names it, and the old address, at once and without loss."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.corpora import term_yaml
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.checks.rules import CHECKS
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.checks.run import judge
from site_gen.corpus.disk import read_tree
from site_gen.corpus.load import load
from site_gen.model.problem import as_text, errors
from site_gen.model.records import Site

CORPUS = {
    "topics.yaml": "- id: desk\n  name: The desk\n",
    "terms/oldslug.yaml": """\
name: "Fax queue" # as people say
aliases:
- Fax line
definition: A line of sheets.
details: See [itself](term:oldslug).
topics: [desk]
contrast:
  pile:
    difference: One waits, the other lies.
    scene: It hums.
    fits: oldslug
""",
    "terms/pile.yaml": term_yaml("Pile", "related: ['oldslug', letter]", definition="All that lies about."),
    "terms/letter.yaml": term_yaml(
        "Letter",
        "broader: >-",
        "  oldslug",
        "example: |",
        "  [a](term:oldslug) `[b](term:oldslug)` <term:oldslug> [c](term:oldslug-b) oldslug",
        definition="A sheet in an envelope.",
    ),
    "terms/oldslug-b.yaml": term_yaml(
        "Second fax", "status: deprecated", "since: 2026-01-01", "replaced_by: oldslug # or none",
        'distinct: ["oldslug"]', definition="The other machine.",
    ),
    "sources/book.yaml": "title: Book\nentries:\n- {name: Fax, term: oldslug}\n- name: Pile\n  term: 'pile'\n",
    "paths.yaml": """\
- id: way
  title: The way
  terms: [letter, oldslug]
- id: other
  title: The other way
  stops:
    - term: pile
    - term: oldslug
      after: pile
      note: Look at oldslug.
    - {task: Send one., before: oldslug}
- {id: third, title: Third, extends: other, drops: [oldslug]}
""",
    "redirects.yaml": "# kept for ever\nfirst: second\nsecond: oldslug\n",
    "pages/help.md": "[x](term:oldslug) [y](terms/oldslug.html#a) (../terms/oldslug.md) terms/oldslug-b.html oldslug\r\n",
    "pages/logo.png": "terms/oldslug.html",
}  # fmt: skip


@pytest.fixture
def root(root: Path) -> Path:
    shutil.rmtree(root / "glossary")
    for name, text in CORPUS.items():
        path = root / "glossary" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assert sound(root)
    return root


def run(root: Path, *arguments: str, answer: str = "") -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments], input=answer)


def files(root: Path) -> dict[str, str]:
    return {
        path.removeprefix("glossary/"): data.decode() for path, data in read_tree(root).files.items()
    }  # fmt: skip


def sound(root: Path) -> bool:
    """Whether ``glossary check`` finds no error."""
    problems, _ = judge(read_tree(root), Site(), (*CHECKS, *EDITORIAL))
    print(as_text(problems))
    return not errors(problems)


def succeeds(root: Path, *arguments: str) -> str:
    done = run(root, *arguments)
    assert done.exit_code == 0, done.output
    assert sound(root)
    return done.stdout


def test_everything_that_names_the_term_goes_along_and_nothing_else_changes(root: Path) -> None:
    said = succeeds(root, "rename", "oldslug", "newslug")
    assert "terms/oldslug.html → terms/newslug.html; the old address leads on" in said
    now = files(root)
    assert now.pop("redirects.yaml") == "# kept for ever\nfirst: newslug\nsecond: newslug\noldslug: newslug\n"
    assert "terms/oldslug.yaml" not in now
    back = {
        path.replace("newslug", "oldslug"): text.replace("newslug", "oldslug") for path, text in now.items()
    }
    assert back == {path: text for path, text in CORPUS.items() if path != "redirects.yaml"}
    assert {path: text.count("newslug") for path, text in now.items() if "newslug" in text} == {
        "terms/newslug.yaml": 2, "terms/pile.yaml": 1, "terms/letter.yaml": 3, "terms/oldslug-b.yaml": 2,
        "sources/book.yaml": 1, "paths.yaml": 4, "pages/help.md": 3,
    }  # fmt: skip
    assert "`[b](term:oldslug)` <term:newslug> [c](term:oldslug-b) oldslug" in now["terms/letter.yaml"]
    assert "note: Look at oldslug." in now["paths.yaml"]


def test_a_new_name_makes_the_address_and_keeps_the_old_name(root: Path) -> None:
    said = succeeds(root, "rename", "Fax queue", "Fax  line")
    assert said.startswith("Fax queue → Fax line\n")
    text = files(root)["terms/fax-line.yaml"]
    assert text.startswith("name: 'Fax line' # as people say\nformerly: [Fax queue]\ndefinition:")


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ([], "formerly: [Fax queue]"),
        (["--old-name", "aliases"], "- Fax queue"),
        (["--old-name", "search_as"], "search_as: [Fax queue]"),
        (["--old-name", "drop"], ""),
    ],
)
def test_the_old_name_goes_where_one_wants_it(root: Path, options: list[str], line: str) -> None:
    succeeds(root, "rename", "oldslug", "Telecopy", *options)
    text = files(root)["terms/telecopy.yaml"]
    assert (line in text.split("\n")) if line else "Fax queue" not in text


def test_a_name_may_change_without_the_address(root: Path) -> None:
    succeeds(root, "rename", "oldslug", "Telecopy", "--slug", "oldslug")
    succeeds(root, "rename", "oldslug", "TELECOPY")
    now = files(root)
    assert now["terms/oldslug.yaml"].startswith("name: 'TELECOPY' # as people say\n")
    assert now["redirects.yaml"] == CORPUS["redirects.yaml"]


def test_old_addresses_lead_on_through_every_further_change(root: Path) -> None:
    redirects = root / "glossary" / "redirects.yaml"
    succeeds(root, "rename", "oldslug", "second-name")
    succeeds(root, "rename", "second-name", "third-name")
    assert redirects.read_text() == (
        "# kept for ever\nfirst: third-name\nsecond: third-name\noldslug: third-name\nsecond-name: third-name\n"
    )
    succeeds(root, "rename", "third-name", "oldslug")  # an old address that is live again needs no line
    assert redirects.read_text() == (
        "# kept for ever\nfirst: oldslug\nsecond: oldslug\nsecond-name: oldslug\nthird-name: oldslug\n"
    )
    succeeds(root, "merge-terms", "oldslug", "pile")
    ends = load(read_tree(root).files).glossary.redirects
    assert set(ends) == {"first", "second", "oldslug", "second-name", "third-name"}
    assert set(ends.values()) == {"pile"}
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("nav:\n", "nav:\n  - Help: help.md\n", 1))
    succeeds(root, "render")
    for old in ends:
        page = (root / "build" / "docs" / "terms" / f"{old}.html").read_text()
        assert 'content="0; url=pile.html"' in page


@each_row(
    "arguments, said",
    [
        (["rename", "oldslug", "pile"], "glossary/terms/pile.yaml is there already: 'Pile'"),
        (["rename", "oldslug", "Pile"], "or join the two: glossary merge-terms oldslug pile"),
        (["rename", "pile", "first"], "'first' is an old address of 'oldslug'"),
        (["rename", "oldslug", "oldslug"], "nothing to do"),
        (["rename", "oldslg", "x"], "there is no term 'oldslg'; did you mean 'oldslug'"),
        (["rename", "fax line", "x"], "did you mean 'oldslug'?"),
        (["rename", "second", "x"], "it was renamed: write 'oldslug'"),
        (["rename", "oldslug", "../x"], "looks like a file"),
        (["rename", "oldslug", "/etc/passwd"], "looks like a file"),
        (["rename", "oldslug", "x.yaml"], "looks like a file"),
        (["rename", "oldslug", "..\\x"], "looks like a file"),
        (["rename", "oldslug", "客服"], "no address can be made from '客服'"),
        (["rename", "oldslug", "Telecopy", "--slug", "../x"], "'../x' is no address of a term; did you mean 'x'?"),
        (["rename", "oldslug", "Telecopy", "--slug", "Tele"], "'Tele' is no address of a term; did you mean 'tele'?"),
        (["rename", "oldslug", "x", "--slug", "y" * 81], "is no address of a term"),
        (["rename", "oldslug", "Telecopy", "--slug", "nul"], "Windows cannot hold a file named 'nul.yaml'"),
        (["rename", "oldslug", "Letter", "--slug", "post"], "is also the name of 'letter'"),
        (["rename", "oldslug", "a\u200bb"], "invisible character U+200B"),
        (["merge-terms", "pile", "pile"], "cannot be merged with itself"),
        (["merge-terms", "pile", "nothing"], "there is no term 'nothing'"),
        (["merge-terms", "oldslug", "oldslug-b"], "merge the other way round: glossary merge-terms oldslug-b oldslug"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_a_reason(root: Path, arguments: list[str], said: str) -> None:
    before = files(root)
    done = run(root, *arguments)
    assert done.exit_code == 1
    assert said in done.output
    assert files(root) == before


def test_a_corpus_that_cannot_be_read_is_not_renamed_in(root: Path) -> None:
    (root / "glossary" / "terms" / "broken.yaml").write_text("name: Broken\n\trelated: [oldslug]\n")
    before = files(root)
    done = run(root, "rename", "oldslug", "newslug")
    assert done.exit_code == 1
    assert "glossary/terms/broken.yaml:2: a tab" in done.output
    assert "Mend these first; nothing was written." in done.output
    assert files(root) == before


@pytest.mark.parametrize(
    "arguments",
    [["rename", "oldslug", "newslug"], ["rename", "oldslug", "Telecopy"], ["merge-terms", "oldslug", "pile"]],
)
def test_the_diff_of_a_dry_run_is_the_change(root: Path, arguments: list[str]) -> None:
    before = files(root)
    diff = run(root, *arguments, "--dry-run").stdout_bytes
    assert files(root) == before
    shutil.copytree(root / "glossary", root / "copy" / "glossary")
    subprocess.run(["git", "apply", "--unsafe-paths", "-"], input=diff, check=True, cwd=root / "copy")
    succeeds(root, *arguments)
    assert files(root / "copy") == files(root)


# --- merge-terms


def test_nothing_that_the_merged_term_says_is_lost(root: Path) -> None:
    terms = root / "glossary" / "terms"
    (terms / "telecopy.yaml").write_text(
        """\
# asked for by the desk
name: Telecopy
abbreviations: [TC]
aliases: [Fax-line, Facsimile]
formerly: [Telefax]
search_as: [paper by phone]
definition: A box for paper.
details: >-
  It hums.
here: We check it at nine.
topics: [desk]
links:
  - {to: https://example.org/fax, what: the manual}
metric:
  formula: sheets / hours
  unit: sheets
  better: range
  parts: {sheets: all sheets, hours: all hours}
  worked: {sheets: "6", hours: "2", result: "3"}
related: [oldslug, letter]
contrast:
  pile: Nothing lies in it.
  letter: No stamp is needed.
owner: "Mia" # since May
status: approved
"""
    )
    said = succeeds(root, "merge-terms", "telecopy", "oldslug")
    kept = (
        "kept as comment lines in glossary/terms/oldslug.yaml: definition, details, metric, contrast, status"
    )
    assert kept in said
    (carried,) = (
        line
        for line in said.splitlines()
        if line.startswith("carried over into glossary/terms/oldslug.yaml: ")
    )
    assert set(carried.partition(": ")[2].split("; ")) == {
        "abbreviations TC", "aliases Telecopy, Facsimile", "formerly Telefax", "search_as 'paper by phone'", "here",
        "owner", "related letter", "links https://example.org/fax", "contrast letter",
    }  # fmt: skip
    text = files(root)["terms/oldslug.yaml"]
    term = load(read_tree(root).files).glossary.by_slug["oldslug"]
    assert term.aliases == ("Fax line", "Telecopy", "Facsimile")
    assert (term.abbreviations, term.formerly, term.search_as) == (("TC",), ("Telefax",), ("paper by phone",))
    assert (term.owner, term.here, term.details) == (
        "Mia",
        "We check it at nine.",
        "See [itself](term:oldslug).",
    )
    assert (term.definition, term.status) == ("A line of sheets.", "draft")
    assert term.metric is None
    assert [link.what for link in term.links] == ["the manual"]
    assert term.related == ("letter",)
    assert {contrast.to for contrast in term.contrast} == {"pile", "letter"}
    for line in (
        "# # asked for by the desk", "# definition: A box for paper.", "# details: >-", "#   It hums.",
        "# metric:", '#   worked: {sheets: "6", hours: "2", result: "3"}', "#   pile: Nothing lies in it.", '# owner: "Mia" # since May', "# status: approved",
    ):  # fmt: skip
        assert line in text.split("\n")
    assert text.startswith('name: "Fax queue" # as people say\n')


def test_contrasts_that_point_elsewhere_now_are_told(root: Path) -> None:
    terms = root / "glossary" / "terms"
    (terms / "telecopy.yaml").write_text(term_yaml("Telecopy", definition="A box for paper."))
    contrast = "contrast: {telecopy: {difference: One hums., scene: It hums by itself., fits: telecopy}}"
    (terms / "hum.yaml").write_text(term_yaml("Hum", contrast, definition="A low sound."))
    said = succeeds(root, "merge-terms", "telecopy", "oldslug")
    assert "contrasts that told telecopy apart and now name oldslug: hum\n" in said
    assert "scenes whose answer is oldslug now: hum (telecopy)\n" in said


def test_a_term_out_of_use_leaves_its_name_as_an_earlier_one(root: Path) -> None:
    succeeds(root, "merge-terms", "oldslug-b", "oldslug")
    assert "formerly: [Second fax]\n" in files(root)["terms/oldslug.yaml"]


def test_a_draft_takes_the_definition_that_it_lacks(root: Path) -> None:
    run(root, "new", "Telecopy", "--definition", "A sheet by phone.", "--yes")
    path = root / "glossary" / "terms" / "oldslug.yaml"
    path.write_text(path.read_text().replace("A line of sheets.", "TODO"))
    succeeds(root, "merge-terms", "telecopy", "oldslug")
    assert "definition: A sheet by phone.\n" in path.read_text()


def test_where_both_are_named_one_stays_and_words_are_kept(root: Path) -> None:
    terms = root / "glossary" / "terms"
    (terms / "post.yaml").write_text(
        term_yaml("Post", "related: [oldslug, pile]", "contrast:", "  oldslug: It hums.", "  letter: Many of it.",
                  definition="All things sent.")
    )  # fmt: skip
    (terms / "letter.yaml").write_text(term_yaml("Letter", definition="A sheet in an envelope."))
    (terms / "oldslug.yaml").write_text(
        term_yaml("Fax queue", "contrast:", "  letter: No stamp.", definition="A line of sheets.")
    )
    paths = root / "glossary" / "paths.yaml"
    paths.write_text(paths.read_text() + "- id: fourth\n  title: Fourth\n  terms: [letter, pile, oldslug]\n")
    succeeds(root, "merge-terms", "oldslug", "pile")
    now = files(root)
    assert "related: [pile]" in now["terms/post.yaml"] and "  pile: It hums." in now["terms/post.yaml"]
    assert (
        "related: [letter]" in now["terms/pile.yaml"]
        and "oldslug" not in now["terms/pile.yaml"].split("#")[0]
    )
    assert "  terms: [letter, pile]\n- id: other" in now["paths.yaml"]
    assert "# The note of oldslug in 'other', which is pile now: Look at oldslug.\n" in now["paths.yaml"]
    succeeds(root, "merge-terms", "pile", "letter")
    now = files(root)
    assert "# The contrast with pile, which is letter now" in now["terms/post.yaml"]
    assert "# It hums.\n" in now["terms/post.yaml"] and "  letter: Many of it." in now["terms/post.yaml"]


def test_a_merge_that_would_define_in_a_circle_is_refused(root: Path) -> None:
    path = root / "glossary" / "terms" / "pile.yaml"
    path.write_text(path.read_text().replace("All that lies about.", "A fax queue on a table."))
    before = files(root)
    done = run(root, "merge-terms", "oldslug", "pile")
    assert done.exit_code == 1
    assert "the definition uses its own name" in done.stdout and "Nothing was changed" in done.output
    assert files(root) == before


def test_a_file_in_one_pair_of_brackets_is_merged_too(root: Path) -> None:
    path = root / "glossary" / "terms" / "flow.yaml"
    path.write_text("{name: Flow, definition: A thing that runs., topics: [desk], owner: Mia}\n")
    succeeds(root, "merge-terms", "flow", "letter")
    text = files(root)["terms/letter.yaml"]
    assert re.search(r"^owner: Mia$", text, re.MULTILINE)
    assert "# {name: Flow, definition: A thing that runs., topics: [desk], owner: Mia}\n" in text
    path.write_text("{name: Stream, definition: A thing that runs., topics: [desk]}\n")
    succeeds(root, "merge-terms", "pile", "flow")
    assert files(root)["terms/flow.yaml"].startswith(
        "{name: Stream, definition: A thing that runs., topics: [desk], aliases: [Pile], related: [oldslug, letter]}"
    )
