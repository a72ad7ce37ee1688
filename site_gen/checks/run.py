"""The first stages, load → check, by which a corpus is judged; quick to start, since an editor waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from site_gen.checks.corpus import Corpus, corpus_of
from site_gen.checks.rules import CHECKS, OF_THE_SITE, Check, problems_of
from site_gen.corpus.disk import Tree
from site_gen.corpus.load import load
from site_gen.model.memo import AFRESH, Memo
from site_gen.model.problem import Problem, in_reading_order
from site_gen.model.records import Rating, Site


def judge(
    tree: Tree, site: Site, rules: tuple[Check, ...] = CHECKS, memo: Memo = AFRESH
) -> tuple[tuple[Problem, ...], Corpus]:
    """All problems with the severities of this site, and the corpus as far as it can be read."""
    corpus = corpus_of(load(tree.files, (problem.path for problem in tree.problems), memo), site, memo)
    of_the_site = (problem for rule in OF_THE_SITE for problem in rule(corpus, site))
    problems = in_reading_order((*tree.problems, *problems_of(corpus, rules), *of_the_site))
    return rated(problems, site.severities), corpus


def rated(problems: tuple[Problem, ...], severities: Mapping[str, Rating]) -> tuple[Problem, ...]:
    """The problems that count for a site, as severe as it takes them."""
    kept = (problem for problem in problems if severities.get(problem.code) != "ignore")
    return tuple(_with(problem, severities.get(problem.code)) for problem in kept)


def _with(problem: Problem, wanted: Rating | None) -> Problem:
    return replace(problem, severity=wanted) if wanted and wanted != "ignore" else problem
