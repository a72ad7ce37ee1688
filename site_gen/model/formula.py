"""The formulas of metrics: arithmetic over named parts.

A formula is parsed into a Python syntax tree and evaluated node by node. Only + - * /, names and numbers are
allowed, so a formula cannot run code.
"""

from __future__ import annotations

import ast
import math
import operator
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import TypeGuard

MAX_FORMULA = 300

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.\d{1,30})?", re.ASCII)

_OPERATORS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class FormulaError(ValueError):
    """A formula or number cannot be read or evaluated; the message tells editors the reason."""


def parts_of(formula: str) -> tuple[str, ...]:
    """The names in a formula, in order of appearance. Raises ``FormulaError``."""
    tree = _tree(formula)
    _value(tree, _AnyPart())
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return tuple(dict.fromkeys(node.id for node in sorted(nodes, key=lambda node: node.col_offset)))


def result(formula: str, values: Mapping[str, Fraction]) -> Fraction:
    """The exact value of a formula. Raises ``FormulaError``, also for a division by zero."""
    return _value(_tree(formula), values)


def number(text: str) -> Fraction:
    """A number as people write it ("1,250", "12.5"). Raises ``FormulaError``.

    A comma may only separate thousands: "12,5" is refused, because many countries read it as 12.5.
    """
    if not _NUMBER.fullmatch(text.strip()):
        raise FormulaError(f"'{text[:40]}' is no plain number")
    return Fraction(text.replace(",", "").strip())


def agrees(exact: Fraction, written: str) -> bool:
    """Whether ``written`` equals ``exact`` when rounded to the decimal places that ``written`` has.

    Raises ``FormulaError`` if ``written`` is no number.
    """
    places = len(written.partition(".")[2].strip())
    return abs(exact - number(written)) <= Fraction(1, 2 * 10**places)


class _AnyPart(Mapping[str, Fraction]):
    """The value 1 for every name: checks the form of a formula when no numbers are known."""

    def __getitem__(self, name: str) -> Fraction:
        return Fraction(1)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@lru_cache(maxsize=1 << 10)  # the same formula is evaluated with many numbers
def _tree(formula: str) -> ast.expr:
    if len(formula) > MAX_FORMULA:
        raise FormulaError(f"longer than {MAX_FORMULA} characters")
    try:
        with warnings.catch_warnings():  # Python warns about code that looks like a mistake
            warnings.simplefilter("ignore")
            return ast.parse(formula.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("not readable as arithmetic") from None


def spoken(name: str) -> str:
    """The name of a part for readers: "open_cases" as "open cases"."""
    return name.replace("_", " ")


@lru_cache(maxsize=1 << 8)
def _constant(written: str) -> Fraction:
    return Fraction(written)


def _is_number(value: object) -> TypeGuard[int | float]:
    return type(value) in (int, float)  # isinstance would accept True, which is an int


def _value(node: ast.expr, values: Mapping[str, Fraction]) -> Fraction:
    if isinstance(node, ast.Constant) and _is_number(node.value):
        if not math.isfinite(node.value):
            raise FormulaError("a number beyond all measure")
        return _constant(str(node.value))
    if isinstance(node, ast.Name):
        if node.id not in values and not isinstance(values, _AnyPart):
            raise FormulaError(f"'{node.id}' is not among the parts")
        return values[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, values)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        left, right = _value(node.left, values), _value(node.right, values)
        try:
            return _OPERATORS[type(node.op)](left, right)
        except ZeroDivisionError:
            if isinstance(values, _AnyPart):
                return Fraction(1)
            raise FormulaError("division by zero") from None
    raise FormulaError(f"'{ast.unparse(node)}' is not + - * / over names and numbers")
