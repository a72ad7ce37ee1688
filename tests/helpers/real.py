"""The corpus that stands in ``glossary/``, read once in a run, and judged with changes as a preview judges it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from helpers.corpora import ROOT
from site_gen.checks.rules import CHECKS, Check
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.checks.run import judge
from site_gen.corpus.disk import Tree, read_tree
from site_gen.corpus.load import load
from site_gen.model.memo import Memo
from site_gen.model.problem import Problem
from site_gen.model.records import Glossary
from site_gen.settings import load_site

_MEMO = Memo()


@cache
def files() -> Mapping[str, bytes]:
    return read_tree(ROOT).files


@cache
def glossary() -> Glossary:
    return load(files(), memo=_MEMO).glossary


def judged(
    changed: Mapping[str, bytes] | None = None, rules: tuple[Check, ...] = (*CHECKS, *EDITORIAL)
) -> tuple[Problem, ...]:
    """What `glossary check --strict` says of the corpus with these files in it."""
    return _judged(tuple((changed or {}).items()), rules)


@cache
def _judged(changed: tuple[tuple[str, bytes], ...], rules: tuple[Check, ...]) -> tuple[Problem, ...]:
    tree = Tree(files={**files(), **dict(changed)})
    return judge(tree, load_site(ROOT), rules, _MEMO)[0]
