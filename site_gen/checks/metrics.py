"""Rules on metrics: formulas that can be computed, and worked numbers that add up."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.arithmetic import FormulaError, agrees, number, parts_of, result
from site_gen.load import Loaded
from site_gen.model import Metric, Term
from site_gen.problem import Problem

RESULT = "result"


def formulas(loaded: Loaded) -> Iterator[Problem]:
    for term, metric in _metrics(loaded):
        try:
            used = parts_of(metric.formula)
        except FormulaError as error:
            yield _problem(
                term, "formula", "metric-formula", f"the formula: {error}", "use + - * / over the parts"
            )
            continue
        for name in used:
            if name not in metric.parts:
                yield _problem(
                    term, "formula", "metric-formula", f"'{name}' is not among the parts", "add it to 'parts'"
                )
        for name in metric.parts:
            if name not in used:
                yield _problem(
                    term,
                    f"parts.{name}",
                    "metric-formula",
                    f"part '{name}' is not in the formula",
                    "delete it",
                )


def worked_numbers(loaded: Loaded) -> Iterator[Problem]:
    for term, metric in _metrics(loaded):
        if metric.worked:
            yield from _worked(term, metric)


def _worked(term: Term, metric: Metric) -> Iterator[Problem]:
    missing = [name for name in (*metric.parts, RESULT) if name not in metric.worked]
    for name in missing:
        yield _problem(term, "worked", "metric-worked", f"no worked number for '{name}'", "add it")
    if missing:
        return
    try:
        exact = result(metric.formula, {name: number(metric.worked[name]) for name in metric.parts})
        if not agrees(exact, metric.worked[RESULT]):
            yield _problem(
                term, f"worked.{RESULT}", "metric-worked",
                f"the worked numbers give {float(exact):g}, not {metric.worked[RESULT]}",
                "correct one of them",
            )  # fmt: skip
    except FormulaError as error:
        yield _problem(term, "worked", "metric-worked", f"the worked numbers: {error}", "write plain numbers")


def _metrics(loaded: Loaded) -> Iterator[tuple[Term, Metric]]:
    for term in loaded.glossary.terms:
        if term.metric and term.metric.formula:
            yield term, term.metric


def _problem(term: Term, place: str, code: str, message: str, hint: str) -> Problem:
    line = term.origin.at("metric", *place.split("."))
    return Problem(path=term.origin.path, line=line, code=code, message=message, hint=hint)
