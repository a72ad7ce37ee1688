"""What a change would make wrong: the problems of the corpus after it that it did not have before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from site_gen.checks.rules import CHECKS, EDITORIAL
from site_gen.checks.run import judge
from site_gen.corpus.disk import Tree
from site_gen.model.memo import Memo
from site_gen.model.problem import Problem, errors
from site_gen.model.records import Site

_NUMBER = re.compile(r"\d+")


def after(files: Mapping[str, bytes], changes: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """The files as they would be."""
    merged = {**files, **changes}
    return {path: data for path, data in merged.items() if data is not None}


def new_problems(
    tree: Tree,
    changes: Mapping[str, bytes | None],
    site: Site,
    moved: Mapping[str, str],
    memo: Memo | None = None,
) -> tuple[Problem, ...]:
    """Errors and warnings that the change brings in; what was wrong before does not count.

    ``moved`` are slugs that the change gives up, with those that take their place. What the change leaves
    as it was is judged once, or not at all where ``memo`` knows it already.
    """
    memo = memo or Memo()
    now = _problems(Tree(files=after(tree.files, changes), problems=tree.problems), site, memo)
    before = _problems(tree, site, memo)
    known = Counter(_identity(problem, moved) for problem in before)
    found = []
    for problem in now:
        identity = _identity(problem, {})
        if known[identity]:
            known[identity] -= 1
        else:
            found.append(problem)
    return tuple(found)


def new_errors(tree: Tree, changes: Mapping[str, bytes | None], site: Site) -> tuple[Problem, ...]:
    """Errors that the change brings in. The corpus before it is only judged if there is an error after it."""
    memo = Memo()
    now = _problems(Tree(files=after(tree.files, changes), problems=tree.problems), site, memo)
    return errors(new_problems(tree, changes, site, {}, memo)) if errors(now) else ()


def _problems(tree: Tree, site: Site, memo: Memo) -> tuple[Problem, ...]:
    problems, _ = judge(tree, site, (*CHECKS, *EDITORIAL), memo)
    return problems


def _identity(problem: Problem, moved: Mapping[str, str]) -> tuple[str, str, str, str]:
    """The same for one finding before and after lines have shifted and slugs have changed."""
    path, message = problem.path, problem.message
    for old, new in moved.items():
        path = path.replace(f"/{old}.yaml", f"/{new}.yaml")
        message = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, message)
    return path, problem.code, problem.severity, _NUMBER.sub("", message)
