"""Whoever has only the wheel can read every page that a message, a command or a written file names."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.corpora import ROOT
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.cli.docs import all_pages, part

WRITTEN = ("*.yaml", "*.yml", "*.md", "*.txt", "*.j2", "*.json")  # in the package, beside Python
NAMED = re.compile(r"\bglossary docs ([a-z-]+)(?:#([a-z-]+))?")
OURS = re.compile(r"\bdocs/[a-z-]+\.md\b|\]\((?:\.\./)*(?:docs/)?[a-z-]+\.md[#)]")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["docs", *arguments])


def messages(tree: ast.Module) -> Iterator[str]:
    """Every text of a module that is no docstring."""
    told = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, told) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


@cache
def texts() -> Sequence[tuple[str, str]]:
    """What the tool can say or write of pages, by where it stands, and all that it writes from files.

    Comments in its own catalogs are not handed on.
    """
    return tuple(_texts())


def _texts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "site_gen").rglob("*.py")):
        code = path.read_text(encoding="utf-8")
        if "docs" in code or ".md" in code:  # the other modules name no page
            for text in messages(ast.parse(code)):
                yield path.name, text
    folders = [ROOT / "glossary", *(ROOT / "site_gen" / "cli").glob("starter*")]
    for folder in folders:
        for pattern in WRITTEN:
            for path in sorted(folder.rglob(pattern)):
                if "terms" not in path.parts and "sources" not in path.parts:
                    yield path.name, path.read_text(encoding="utf-8")


def test_no_message_and_no_written_file_names_a_page_that_a_wheel_lacks() -> None:
    found = texts()
    assert len({where for where, _ in found}) > 100 and len(found) > 1000
    assert [(where, text[:80]) for where, text in found if OURS.search(text)] == []


def test_every_page_and_part_that_is_named_is_there() -> None:
    pages = all_pages()
    named = {(one[1], one[2] or "") for _, text in texts() for one in NAMED.finditer(text)}
    assert len(named) > 4
    for name, heading in named:
        text = pages[name].read_text("utf-8")
        assert not heading or part(text, heading).startswith("#")


def test_a_stream_that_lacks_a_sign_ends_no_command(tmp_path: Path) -> None:
    """Windows gives what is piped a code page without arrows; a command that has written must say so all the same."""
    assert CliRunner().invoke(main, ["init", str(tmp_path / "desk")]).exit_code == 0
    renamed = subprocess.run(
        [sys.executable, "-m", "site_gen", "rename", "queue", "Waiting line"],
        cwd=tmp_path / "desk",
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(ROOT)},
    )
    assert renamed.returncode == 0, renamed.stderr
    assert renamed.stdout.startswith(b"Queue ? Waiting line")


def test_a_wheel_brings_all_pages() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    brought = {Path(path).name for path in wheel["targets"]["wheel"]["force-include"].values()}
    assert {path.name for path in (ROOT / "docs").glob("*.md")} | {"README.md"} <= brought


def test_pages_are_listed_and_printed_whole_or_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where no glossary is
    listed = run().stdout
    assert listed.startswith("readme ") and "\nupgrade           Upgrade\n" in listed
    assert run("docs/upgrade.md").stdout.startswith("# Upgrade\n")
    sheet = run("commands.md#the-sheet").stdout
    assert sheet.startswith("## The sheet\n") and "## Exchange formats" not in sheet
    assert "### When a name is known" in run("commands#import").stdout  # what is below it belongs to it


@each_row(
    "page, said",
    [
        ("upgade", "did you mean 'upgrade'?"),
        ("commands#shet", "no heading of the page is 'shet'"),
        ("../x", "'x'"),
    ],
)
def test_a_page_that_is_not_there_is_told(page: str, said: str) -> None:
    done = run(page)
    assert done.exit_code != 0 and said in done.output
