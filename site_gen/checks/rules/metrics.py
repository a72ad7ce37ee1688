"""Rules on metrics: formulas that can be computed, and worked numbers that add up."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.corpus.load import Loaded
from site_gen.model.formula import FormulaError, agrees, number, parts_of, result
from site_gen.model.problem import Problem
from site_gen.model.records import Metric, Term
from site_gen.model.suggest import did_you_mean

RESULT = "result"


def formulas(loaded: Loaded) -> Iterator[Problem]:
    for term, metric in _metrics(loaded):
        yield from _formula(term, metric)


def _formula(term: Term, metric: Metric) -> Iterator[Problem]:
    try:
        used = parts_of(metric.formula)
    except FormulaError as error:
        yield _problem(
            term, "formula", "metric-formula", f"the formula: {error}", "use + - * / over the parts"
        )
        return
    for name in used:
        if name not in metric.parts:
            hint = did_you_mean(name, metric.parts, "add it to 'parts'")
            yield _problem(term, "formula", "metric-formula", f"'{name}' is not among the parts", hint)
    for name in metric.parts:
        if name not in used:
            message = f"part '{name}' is not in the formula"
            yield _problem(term, f"parts.{name}", "metric-formula", message, "delete it, or use it")


def worked_numbers(loaded: Loaded) -> Iterator[Problem]:
    for term, metric in _metrics(loaded):
        if metric.worked:
            yield from _worked(term, metric)


def _worked(term: Term, metric: Metric) -> Iterator[Problem]:
    names = (*metric.parts, RESULT)
    for name in names:
        if name not in metric.worked:
            yield _problem(term, "worked", "metric-worked", f"no worked number for '{name}'", "add it")
    for name in metric.worked:
        if name not in names:
            hint = did_you_mean(name, names, "delete it, or add it to 'parts'")
            yield _problem(term, f"worked.{name}", "metric-worked", f"'{name}' is not among the parts", hint)
    if all(name in metric.worked for name in names) and not any(_formula(term, metric)):
        yield from _sum(term, metric)


def _sum(term: Term, metric: Metric) -> Iterator[Problem]:
    written = metric.worked[RESULT]
    try:
        exact = result(metric.formula, {name: number(metric.worked[name]) for name in metric.parts})
        if not agrees(exact, written):
            yield _problem(
                term, f"worked.{RESULT}", "metric-worked",
                f"the worked numbers give {float(exact):g}, not {written}", "correct one of them",
            )  # fmt: skip
    except (FormulaError, OverflowError) as error:
        yield _problem(term, "worked", "metric-worked", f"the worked numbers: {error}", "write plain numbers")


def _metrics(loaded: Loaded) -> Iterator[tuple[Term, Metric]]:
    for term in loaded.glossary.terms:
        if term.metric and term.metric.formula and term.metric.parts:  # else it is missing, and said so
            yield term, term.metric


def _problem(term: Term, place: str, code: str, message: str, hint: str) -> Problem:
    line = term.origin.at("metric", *place.split("."))
    return Problem(path=term.origin.path, line=line, code=code, message=message, hint=hint)
