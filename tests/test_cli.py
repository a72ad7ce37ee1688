"""The commands as users type them: what they print, write, and exit with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_gen.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
TERM = "name: Ticket\ndefinition: A record of one request.\ntopics: [tickets]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "glossary" / "terms").mkdir(parents=True)
    (tmp_path / "glossary" / "terms" / "ticket.yaml").write_text(TERM)
    (tmp_path / "glossary" / "topics.yaml").write_text("- id: tickets\n  name: Tickets\n")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def everything(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_check_is_silent_about_a_sound_corpus(root: Path) -> None:
    done = run(root, "check")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "1 terms, 0 errors, 0 warnings" in done.stderr


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
    assert done.stdout.startswith("1 terms. Open ")
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
    assert " 1 removed," in run(root, "render").stdout
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


@pytest.mark.parametrize("name", ["", *sorted(main.commands)])
def test_help_has_examples_and_exit_codes(name: str) -> None:
    done = CliRunner().invoke(main, [*([name] if name else []), "--help"])
    assert done.exit_code == 0
    assert "Examples:\n    glossary" in done.output
    assert "Exit codes:" in done.output


def test_severities_of_the_site_are_heeded(root: Path) -> None:
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(
        settings.replace("  - glossary\n", "  - glossary:\n      severities: {unclaimed-entry: error}\n")
    )
    (root / "glossary" / "sources").mkdir()
    (root / "glossary" / "sources" / "x.yaml").write_text("title: X\nentries:\n  - name: Ticket\n")
    assert run(root, "check").exit_code == 1
