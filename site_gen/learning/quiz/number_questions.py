"""Metrics to work out: other numbers for a formula than the worked ones, as plausible as those.

Numbers are varied around the worked example, which an editor wrote and a check recomputes. What holds among
its numbers (one part is no more than another, two parts make no more than a third) holds among the new ones.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, islice, permutations
from random import Random

from site_gen.learning.quiz.wrong_formulas import Mistake, Slip, mistakes
from site_gen.model.formula import FormulaError, number, result
from site_gen.model.records import Metric, Term

VARIANTS = 4  # quizzes of a metric with numbers of their own
WRONG = 4  # wrong results a variant, of which a question shows three
_TRIES = 400
_FACTORS = tuple(Fraction(n, 20) for n in (8, 10, 12, 14, 15, 16, 18, 20, 22, 24, 25, 26, 28, 30, 32, 36, 40))
_DIGITS = 3  # telling digits of a number that a reader works with
_LEAST, _MOST = (
    Fraction(3, 4),
    Fraction(6, 5),
)  # of the worked result: a score of 5.8 on a scale to 7 stays on it
_REST = 20  # times what a share lacks to the whole: an uptime of 85% is none
_SCALE = 5  # a wrong result of another scale than the right one falls away at sight
_APART = Fraction(1, 50)  # two results that differ by less could pass for one, rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Numbers for the parts of a metric, the right result, and wrong ones with what leads to them."""

    numbers: tuple[str, ...]
    right: str
    wrong: tuple[tuple[str, Slip], ...]


def sums(term: Term) -> tuple[Sum, ...]:
    """The variants of a metric, always the same; none where its worked example holds no numbers."""
    metric = term.metric
    if metric is None or not metric.worked:
        return ()
    try:
        worked = {name: number(metric.worked[name]) for name in metric.parts}
        wanted = number(metric.worked["result"])
        result(metric.formula, worked)
    except (KeyError, FormulaError):
        return ()
    found: dict[str, Sum] = {}
    random = Random(term.slug)
    for _ in range(_TRIES):
        for values in _others(metric, worked, wanted, random):
            right = _right(metric, values, worked, wanted)
            if right is None or (shown := written(right)) in found or shown == written(wanted):
                continue
            if made := _sum(metric, values, right):
                found[shown] = made
        if len(found) >= VARIANTS:
            break
    return tuple(found.values())[:VARIANTS]


def _others(
    metric: Metric, worked: Mapping[str, Fraction], wanted: Fraction, random: Random
) -> Iterator[dict[str, Fraction]]:
    """Varied numbers, as they come, and with one part chosen so that a whole number comes out.

    A formula is a line in one of its parts, or one divided by a line: two points of it give that part. Where
    another part is no easy number, that one is not looked for.
    """
    values = {name: value * _pick(_FACTORS, random) for name, value in worked.items()}
    yield values
    within = _LEAST + (_MOST - _LEAST) * Fraction(round(random.random(), 3))
    target = Fraction(round(wanted * within, 1 if wanted < 10 else 0))
    first, *_, last = (*worked, *worked)
    odd = [name for name, value in values.items() if not _is_easy(value)]
    points = {
        part: [_result(metric.formula, {**values, part: Fraction(value)}) for value in (1, 2)]
        for part in {first, last}
        if target and all(name == part for name in odd)
    }
    for part, power in ((first, 1), (last, -1), (last, 1), (first, -1)):
        known = [point**power for point in points.get(part, ()) if point is not None and (point or power > 0)]
        if len(known) == 2 and known[0] != known[1]:
            at_1, at_2 = known
            yield {**values, part: 1 + (target**power - at_1) / (at_2 - at_1)}


def _result(formula: str, values: Mapping[str, Fraction]) -> Fraction | None:
    try:
        return result(formula, values)
    except FormulaError:
        return None


def _pick(choices: Sequence[Fraction], random: Random) -> Fraction:
    return choices[int(random.random() * len(choices))]  # random() alone is the same in every Python


def _right(
    metric: Metric, values: Mapping[str, Fraction], worked: Mapping[str, Fraction], wanted: Fraction
) -> Fraction | None:
    """The result of numbers; None where they are not plausible, or are no easy ones."""
    if not all(map(_is_easy, values.values())):
        return None
    if any(name.endswith("percent") and value > 100 for name, value in values.items()):
        return None
    if not _multiplies(metric.formula) and not _keeps_order(tuple(values.values()), tuple(worked.values())):
        return None
    right = _result(metric.formula, values)
    if right is None or not (wanted * _LEAST <= right <= wanted * _MOST) or (right * 10).denominator != 1:
        return None
    if metric.unit == "%" and (right >= 100 > wanted or 100 - right > _REST * abs(100 - wanted)):
        return None
    return right


def _sum(metric: Metric, values: Mapping[str, Fraction], right: Fraction) -> Sum | None:
    """None where too few wrong results look like the right one."""
    found: Iterable[tuple[str, Slip]] = _distinct(right, mistakes(metric.formula, metric.unit, values))
    if metric.unit == "%" and right < 100 and _is_share(metric):
        # nobody takes 138% of the conversations for right
        found = sorted(found, key=lambda one: number(one[0]) > 100)
    wrong = tuple(islice(found, WRONG))
    if len(wrong) < 3:
        return None
    return Sum(numbers=tuple(written(value) for value in values.values()), right=written(right), wrong=wrong)


def _is_share(metric: Metric) -> bool:
    """Whether the metric tells how much of a whole has something, as far as its worked numbers say."""
    return number(metric.worked["result"]) <= 100


def _is_easy(value: Fraction) -> bool:
    """Whether a reader can work with a number: whole, and with few digits but for noughts at its end."""
    return value.denominator == 1 and value > 0 and len(str(value.numerator).rstrip("0")) <= _DIGITS


@lru_cache(maxsize=1 << 10)
def _multiplies(formula: str) -> bool:
    """Whether two parts are multiplied: then they are of different sorts and not compared."""
    return any(
        isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and len(_named(node)) > 1
        for node in ast.walk(ast.parse(formula.strip(), mode="eval"))
        if not (isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant))
    )


def _named(node: ast.AST) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def _keeps_order(values: tuple[Fraction, ...], worked: tuple[Fraction, ...]) -> bool:
    places = range(len(worked))
    pairs = all(values[a] <= values[b] for a, b in permutations(places, 2) if worked[a] <= worked[b])
    return pairs and all(
        values[a] + values[b] <= values[c]
        for a, b in combinations(places, 2)
        for c in places
        if c not in (a, b) and worked[a] + worked[b] <= worked[c]
    )


def _distinct(right: Fraction, wrong: Iterator[Mistake]) -> Iterator[tuple[str, Slip]]:
    """The mistakes that do not fall away at sight: near enough to the right result, no two alike."""
    taken = [right]
    shown = {written(right)}
    for value, why in wrong:
        text = written(value)
        near = any(abs(value - other) <= abs(other) * _APART for other in taken)
        if right <= value * _SCALE and value <= right * _SCALE and not near and text not in shown:
            taken.append(value)
            shown.add(text)
            yield text, why


def written(value: Fraction) -> str:
    """A number as people write it: whole, with one place, or with three telling digits below one."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    if abs(value) >= 10:
        return f"{float(round(value, 1)):,.1f}".removesuffix(".0")
    if abs(value) >= 1:
        return f"{float(round(value, 2)):g}"
    return f"{float(value):.3g}"
