"""Commands that would make something internal public say what, and ask; nothing is written without an answer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.corpora import ROOT, term_yaml
from site_gen.__main__ import main

FILES: Mapping[str, str] = {
    "topics.yaml": "- {id: desk, name: The desk}\n- {id: lab, name: The lab}\n",
    "terms/ticket.yaml": term_yaml("Ticket", "audience: public"),
    "terms/queue.yaml": term_yaml("Queue"),
    "terms/plan.yaml": term_yaml("Quiet plan", "aliases: [Night plan]", "audience: internal").replace(
        "desk", "lab"
    ),
    "paths.yaml": "- {id: way, title: The quiet way, stops: [{term: plan}]}\n",
    "redirects.yaml": "old-plan: plan\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / "glossary" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "glossary" / path).write_text(text)
    return tmp_path


def run(root: Path, audience: str, *arguments: str, answer: str = "") -> Result:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("- glossary:\n", f"- glossary:\n      audience: {audience}\n")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return CliRunner().invoke(main, ["--root", str(root), *arguments], input=answer)


def files(root: Path) -> Mapping[str, str]:
    folder = root / "glossary"
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.yaml")}


ASKS = {  # the command, and what it says becomes public
    "merge-terms plan ticket": "term Quiet plan|old address terms/old-plan.html",
    "set audience public plan": "term Quiet plan|topic The lab|learning path The quiet way|old address",
    "deprecate plan --replaced-by ticket": "learning path The quiet way",
    "set topics lab ticket --add": "topic The lab",
}


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("command", ASKS)
def test_without_a_terminal_nothing_internal_becomes_public(root: Path, command: str, audience: str) -> None:
    done = run(root, audience, *command.split())
    assert done.exit_code == 1, done.output
    for part in ASKS[command].split("|"):
        assert f"internal until now, public after this: {part}" in done.output
    assert "Nothing was changed: add --yes" in done.output
    assert files(root) == FILES

    shown = run(root, audience, *command.split(), "--dry-run")
    assert shown.exit_code == 0 and "internal until now" in shown.output
    assert files(root) == FILES

    assert run(root, audience, *command.split(), "--yes").exit_code == 0
    assert files(root) != FILES


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1)])
def test_with_a_terminal_a_person_is_asked(
    root: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr("site_gen.cli.change._is_asked", lambda: True)
    done = run(root, "public", "merge-terms", "plan", "ticket", answer=answer)
    assert (done.exit_code, files(root) != FILES) == (code, code == 0), done.output
    assert "Make it public? [y/N]" in done.output


@pytest.mark.parametrize(
    ("audience", "command"),
    [
        ("internal", "merge-terms plan queue"),  # neither is public: the site is internal
        ("internal", "set audience internal queue"),
        ("internal", "set audience public ticket"),
        ("public", "set audience public queue"),  # it is public already
        ("public", "merge-terms queue ticket"),
        ("public", "merge-terms ticket plan"),  # the other way round: a public term becomes internal
        ("public", "rename plan other-plan"),
        ("public", "set level essential plan"),
        ("internal", "rename plan other-plan"),
    ],
)
def test_where_nothing_becomes_public_nobody_is_asked(root: Path, audience: str, command: str) -> None:
    done = run(root, audience, *command.split())
    assert done.exit_code == 0, done.output
    assert "internal until now" not in done.output


def test_an_unmarked_term_is_what_the_site_is(root: Path) -> None:
    """Where the site is internal, so is a term that says nothing."""
    done = run(root, "internal", "merge-terms", "queue", "ticket")
    assert done.exit_code == 1 and "public after this: term Queue" in done.output
    assert files(root) == FILES


def test_a_term_that_is_no_more_marked_and_a_new_one_ask_as_well(root: Path) -> None:
    assert (
        run(root, "internal", "set", "audience", "", "plan", "--dry-run").output.count("internal until") == 0
    )
    for command in (["set", "audience", "", "plan"], ["new", "Oil lamp", "--topic", "lab"]):
        done = run(root, "public", *command)
        assert done.exit_code == 1 and "public after this: topic The lab" in done.output, done.output
    assert files(root) == FILES


def test_a_sheet_asks_as_well(root: Path) -> None:
    from openpyxl import load_workbook

    place = root / "terms.xlsx"
    assert run(root, "public", "export", "sheet", "--output", str(place)).exit_code == 0
    book = load_workbook(place)
    sheet = book["Terms"]
    heads = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[heads.index("slug")].value == "plan")
    row[heads.index("audience")].value = "public"
    book.save(place)
    done = run(root, "public", "import", "--update", str(place))
    assert done.exit_code == 1 and "public after this: term Quiet plan" in done.output, done.output
    assert files(root) == FILES
    assert run(root, "public", "import", "--update", str(place), "--yes").exit_code == 0
    assert "audience: public" in files(root)["terms/plan.yaml"]
