"""The first stages, load → check, by which a corpus is judged; quick to start, since an editor waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from site_gen.checks.rules import CHECKS, Check, check
from site_gen.corpus.disk import Tree
from site_gen.corpus.load import load
from site_gen.model.problem import Problem, in_reading_order
from site_gen.model.records import Glossary, Rating, Site


def judge(tree: Tree, site: Site, rules: tuple[Check, ...] = CHECKS) -> tuple[tuple[Problem, ...], Glossary]:
    """The glossary as far as it can be read, and all problems with the severities of this site."""
    loaded = load(tree.files, (problem.path for problem in tree.problems))
    problems = in_reading_order((*tree.problems, *check(loaded, rules)))
    return rated(problems, site.severities), loaded.glossary


def rated(problems: tuple[Problem, ...], severities: Mapping[str, Rating]) -> tuple[Problem, ...]:
    """The problems that count for a site, as severe as it takes them."""
    kept = (problem for problem in problems if severities.get(problem.code) != "ignore")
    return tuple(_with(problem, severities.get(problem.code)) for problem in kept)


def _with(problem: Problem, wanted: Rating | None) -> Problem:
    return replace(problem, severity=wanted) if wanted and wanted != "ignore" else problem
