"""The view of a metric: its formula as people write it, its parts, and the worked numbers beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from site_gen.catalog import Catalog
from site_gen.model.formula import FormulaError, number, spoken
from site_gen.model.records import Metric
from site_gen.pages.borrowed import borrowed
from site_gen.pages.words import placed
from site_gen.text.plain import inert, plain

_TOKEN = re.compile(r"(?P<name>[^\W\d]\w*)|(?P<sign>[*/-])|(?P<rest>.)", re.DOTALL)
_SIGNS = {"*": "×", "/": "÷", "-": "−"}
CURRENCIES = ("$", "€", "£")  # stand in front of their number


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One quantity of the formula; ``worked`` is its number in the example, "" where there is none."""

    name: str
    meaning: str
    worked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricView:
    """``share`` is the worked result as 0 to 100 of a bar, None where it is no percentage of a whole."""

    formula: Markup
    better: str
    parts: tuple[Part, ...]
    worked: Markup
    result: str
    share: float | None
    edges: tuple[tuple[str, str], ...]


def metric_view(metric: Metric, words: Catalog, english: Collection[str] = ()) -> MetricView:
    """``english`` are texts of the glossary that stand in English on a site of another language.

    The names of the parts are words of the formula, so they stand in its language; a case stands in that of
    its rule.
    """
    told = borrowed if metric.formula in english else Markup
    worked = {name: _grouped(text, words) for name, text in metric.worked.items()}
    result = worked.get("result", "")
    return MetricView(
        formula=told(_typeset(metric.formula, {})),
        better=words.text(f"metric.{metric.better}"),
        parts=tuple(
            Part(name=told(placed(spoken(name))), meaning=meaning, worked=worked.get(name, ""))
            for name, meaning in metric.parts.items()
        ),
        worked=_typeset(metric.formula, worked) if result else Markup(""),
        result=_with_unit(result, metric.unit) if result else "",
        share=_share(metric.worked.get("result", ""), metric.unit),
        edges=tuple(
            (borrowed(placed(case)) if rule in english else case, rule) for case, rule in metric.edges.items()
        ),
    )


def _grouped(text: str, words: Catalog) -> str:
    """A written number as it is; five digits and more that nobody has parted, as the language parts them."""
    plain_digits = len(text) > 4 and text.isascii() and text.isdigit() and text[0] != "0"
    return words.number(int(text)) if plain_digits else text


def _typeset(formula: str, numbers: Mapping[str, str]) -> Markup:
    """The formula with × and ÷; names become their numbers, or words where there are none."""
    placed = Markup("").join(_placed(token, numbers) for token in _TOKEN.finditer(plain(formula)))
    return Markup(inert(str(placed)))


def _placed(token: re.Match[str], numbers: Mapping[str, str]) -> Markup | str:
    if token["name"]:
        known = numbers.get(token["name"])
        return escape(plain(known)) if known else Markup("<var>{}</var>").format(spoken(token["name"]))
    return _SIGNS[token["sign"]] if token["sign"] else escape(token["rest"])


def _with_unit(result: str, unit: str) -> str:
    """The result as it is read: "75%", "$7", "12 minutes"."""
    if unit in CURRENCIES:
        return f"-{unit}{result[1:]}" if result.startswith("-") else unit + result
    return result + unit if unit == "%" else f"{result} {unit}"


def _share(result: str, unit: str) -> float | None:
    try:
        share = float(number(result)) if unit == "%" else None
    except FormulaError:
        return None
    return share if share is not None and 0 <= share <= 100 else None
