"""A build for everybody says how many drafts go public, with the command that holds them back."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from site_gen.__main__ import main
from site_gen.corpus.disk import read_tree
from site_gen.pipeline import build
from site_gen.publish.generate import Generated
from site_gen.settings import load_site


def told(root: Path) -> str:
    return Generated(built=build(read_tree(root), load_site(root)), written=None).drafts_told


@pytest.mark.parametrize("readers", ["public", "internal"])
def test_drafts_that_everybody_may_read_are_told_until_they_are_held_back(
    tmp_path: Path, readers: str
) -> None:
    root = tmp_path / "desk"
    runner = CliRunner()
    assert runner.invoke(main, ["init", str(root), "--readers", readers]).exit_code == 0
    at = ["--root", str(root)]
    assert runner.invoke(main, [*at, "set", "status", "approved", "--status", "draft"]).exit_code in (0, 1)
    assert told(root) == ""
    assert runner.invoke(main, [*at, "set", "status", "draft", "ticket", "queue"]).exit_code == 0
    said = told(root)
    assert said.startswith("2 drafts are on this public site") == (readers == "public")
    assert bool(said) == (readers == "public")
    if said:
        command = said.partition("To hold back: glossary ")[2].split()
        done = runner.invoke(main, [*at, *command])
        assert done.exit_code == 0, done.output
        assert told(root) == ""
