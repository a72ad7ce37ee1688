"""What to leave for another time, so that nothing of a later edition brings an error into this glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from site_gen.corpus.layout import TERMS, UPSTREAM
from site_gen.editing.rename import path_of
from site_gen.editing.upstream.bring import Brought
from site_gen.model.problem import Problem

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def to_hold(problems: Iterable[Problem], brought: Brought) -> Mapping[str, str]:
    """The files whose change to leave out, each with the reason; none where a problem is of no change.

    A new term goes before one that is here already: what is new can wait.
    """
    changed = {path for path, data in brought.changed.changes.items() if data is not None} - {UPSTREAM}
    new = {path_of(slug) for slug in brought.new}
    out: dict[str, str] = {}
    for problem in problems:
        named = _named(problem)
        paths = ({problem.path} & new) or (named & new) or ({problem.path} & changed) or (named & changed)
        for path in sorted(paths):
            out.setdefault(path, problem.sentence())
    return out


def _named(problem: Problem) -> set[str]:
    """The files of the terms that a problem may name."""
    said = f"{problem.message} {problem.hint}".replace(TERMS, " ").replace(".yaml", " ")
    return {path_of(slug) for slug in _SLUG.findall(said)}
