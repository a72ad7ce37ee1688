"""How a formula is worked out wrongly: each mistake as a formula, with what went wrong."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from site_gen.model.formula import FormulaError, result, spoken

_OTHER_UNITS = {  # unit -> (factor, the unit that the wrong answer is really in)
    "minutes": ((60, "seconds"), (Fraction(1, 60), "hours")),
    "seconds": ((Fraction(1, 60), "minutes"),),
    "hours": ((60, "minutes"), (Fraction(1, 24), "days")),
}


@dataclass(frozen=True, slots=True)
class Slip:
    """What went wrong: the key of its text in the catalog, and the part or number that it is about."""

    key: str
    part: str = ""


class Mistake(NamedTuple):  # a tuple: it is unpacked wherever it is read
    """A wrong result, and what leads to it."""

    value: Fraction
    why: Slip


def mistakes(formula: str, unit: str, values: Mapping[str, Fraction]) -> Iterator[Mistake]:
    """Wrong results of a formula, the likeliest mistakes first; they may be equal, also to the right one."""
    right = result(formula, values)
    if unit == "%" and 0 < right < 100:
        yield Mistake(100 - right, Slip("rest"))
    for changed, why in _all_changed(formula):
        yield from _with(changed, values, why)
    for factor, other in _OTHER_UNITS.get(unit, ()):
        yield Mistake(right * factor, Slip(f"in_{other}"))
    yield from _misread(formula, values)


def _misread(formula: str, values: Mapping[str, Fraction]) -> Iterator[Mistake]:
    """The formula with one part read wrongly from the table."""
    for name, value in values.items():
        digits = str(value.numerator).rstrip("0")
        if value.denominator == 1 and len(set(digits)) > 1:
            swapped = digits[1] + digits[0] + str(value.numerator)[2:]
            why = Slip("digits", spoken(name))
            yield from _with(formula, {**values, name: Fraction(swapped)}, why)
        for other in values:
            if other > name and value != values[other]:
                exchanged = {**values, name: values[other], other: value}
                why = Slip("exchanged", spoken(name))
                yield from _with(formula, exchanged, why)
        less = {**values, name: value * Fraction(3, 4)}
        yield from _with(formula, less, Slip("partly", spoken(name)))
        yield from _with(formula, {**values, name: value * 2}, Slip("twice", spoken(name)))


def _with(formula: str, values: Mapping[str, Fraction], why: Slip) -> Iterator[Mistake]:
    try:
        yield Mistake(result(formula, values), why)
    except FormulaError:  # nothing is left to divide by
        return


@lru_cache(maxsize=1 << 10)  # each formula is worked out with many numbers
def _all_changed(formula: str) -> tuple[tuple[str, Slip], ...]:
    tree = ast.parse(formula.strip(), mode="eval").body
    return tuple((ast.unparse(changed), why) for changed, why in _changed(tree))


def _changed(tree: ast.expr) -> Iterator[tuple[ast.expr, Slip]]:
    """The formula with one step of it done wrongly, for each step."""
    if not isinstance(tree, ast.BinOp):
        return
    yield from _wrong_step(tree)
    for inner, why in _changed(tree.left):
        yield ast.BinOp(inner, tree.op, tree.right), why
    for inner, why in _changed(tree.right):
        yield ast.BinOp(tree.left, tree.op, inner), why


def _wrong_step(step: ast.BinOp) -> Iterator[tuple[ast.expr, Slip]]:
    left, right = step.left, step.right
    if isinstance(right, ast.Constant) and isinstance(step.op, ast.Mult):
        yield left, Slip("no_times", ast.unparse(right))
    elif isinstance(right, ast.Constant) and isinstance(step.op, ast.Div):
        yield left, Slip("no_divided", ast.unparse(right))
    elif isinstance(step.op, ast.Div):
        yield ast.BinOp(right, ast.Div(), left), Slip("upside_down")
        if isinstance(left, ast.Name) and isinstance(right, ast.Name):
            both, rest = ast.BinOp(right, ast.Add(), left), ast.BinOp(right, ast.Sub(), left)
            yield ast.BinOp(left, ast.Div(), both), Slip("counted_in", _named(left))
            yield ast.BinOp(left, ast.Div(), rest), Slip("without", _named(left))
        if isinstance(left, ast.BinOp) and isinstance(left.left, ast.Name):
            yield ast.BinOp(left, ast.Div(), left.left), Slip("divided_by", _named(left.left))
    elif isinstance(step.op, ast.Add):
        yield from _one_side_only(step)
    elif isinstance(step.op, ast.Sub):
        yield ast.BinOp(left, ast.Add(), right), _slip("added", right)
        yield from _one_side_only(step)
    elif isinstance(step.op, ast.Mult):
        if isinstance(right, ast.Name):
            yield ast.BinOp(left, ast.Div(), right), Slip("divided_by", _named(right))
        yield from _one_side_only(step)


def _one_side_only(step: ast.BinOp) -> Iterator[tuple[ast.expr, Slip]]:
    for kept, lost in ((step.left, step.right), (step.right, step.left)):
        if isinstance(lost, ast.Name):
            yield kept, Slip("left_out", _named(lost))


def _named(node: ast.expr) -> str:
    return spoken(node.id) if isinstance(node, ast.Name) else ""


def _slip(key: str, node: ast.expr) -> Slip:
    """A slip with a part; where the part has no name of its own it is "one part"."""
    part = _named(node)
    return Slip(key, part) if part else Slip(f"{key}_one")
