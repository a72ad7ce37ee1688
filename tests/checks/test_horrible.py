"""One corpus in which everything is wrong: the complete list of its problems, as an editor reads them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from helpers.corpora import DATA, agrees_with_golden
from helpers.rows import each_row
from site_gen import pipeline
from site_gen.corpus.disk import read_tree
from site_gen.model.problem import Problem, as_text
from site_gen.model.records import Site

HORRIBLE = DATA / "horrible"


@cache
def problems() -> tuple[Problem, ...]:
    return pipeline.judge(read_tree(HORRIBLE), Site())[0]


def test_every_problem_in_one_run(update_golden: bool) -> None:
    agrees_with_golden(HORRIBLE / "problems.txt", as_text(problems()) + "\n", update_golden)


def test_nothing_is_built_from_it() -> None:
    built = pipeline.build(read_tree(HORRIBLE), Site())
    assert built.failed
    assert not built.files


@each_row("path", sorted(path for path in HORRIBLE.rglob("*") if path.is_file()))
def test_every_line_that_is_named_is_there(path: Path) -> None:
    """A line past the end of the file would send an editor nowhere."""
    here = [problem.line for problem in problems() if problem.path == path.relative_to(HORRIBLE).as_posix()]
    assert all(1 <= line <= max(1, len(path.read_bytes().splitlines())) for line in here)
