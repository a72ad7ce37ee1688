"""One scalar of a corpus file to its value, by the kind of its field: nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from site_gen.corpus.yaml.parse import Node, Scalar, Sequence
from site_gen.model import names
from site_gen.model.contact import EXPECTED, is_contact
from site_gen.model.field import Field
from site_gen.model.period import is_period
from site_gen.model.schema import FREE_TEXT
from site_gen.model.suggest import did_you_mean

_COUNT = re.compile(r"[1-9][0-9]{0,3}")
_PERCENT = re.compile(r"([1-9][0-9]?|100)\s?%")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NULLS = ("null", "Null", "NULL", "~")  # https://yaml.org/spec/1.2.2/#10212-null
_SWITCHES = {"yes": "true", "on": "true", "no": "false", "off": "false"}
CURLY = ("“”", "„“", "„”", "‘’", "‚‘")
_OPENING = tuple(pair[0] for pair in CURLY)
_BLOCK_START = re.compile(r"(?:[-*+]|\d{1,2}[.)]|#{1,6}|>|\||```|~~~)(?:\s|$)|\|")
_FIELD_START = re.compile(r"\s*(?P<name>[a-z_]+):(?P<space>\s|$)?")
_ADDRESS = re.compile(r"\]\(<?((?:[^\s()<>]|\([^\s()]*\))+)")


class WrongValueError(Exception):
    """Why a scalar is no value of its field; ``Reader`` makes a problem of it."""

    def __init__(self, line: int, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.code, self.message, self.hint = line, code, message, hint


def value_of(node: Scalar, spec: Field, shown: str) -> Any:
    """The value, None where the scalar is empty. Raises ``WrongValueError``. ``shown`` names the field."""
    kind, written = spec.kind, node.value
    if written in _NULLS:
        refuse_null(node, shown)
    if node.lost and kind in FREE_TEXT:
        raise WrongValueError(
            node.lost_line, "cut-value", f"YAML cuts {shown} short before '{short(node.lost, 60)}'",
            "put the whole value in quotes, or move a comment to a line of its own, not indented",
        )  # fmt: skip
    value = written.strip()
    if not value:
        return None
    if kind == "text":
        return " ".join(value.split())
    if kind == "markdown":
        _refuse_joined(node, shown)
        return written.rstrip()
    if "\n" in value:
        raise WrongValueError(
            node.line, "wrong-type", f"{shown} runs over several lines, expected one", "keep it on one line"
        )
    if node.raw:
        _refuse_taken_in(node, shown)
    return _ONE_LINE[kind](value, node, spec, shown)


def refuse_null(node: Scalar, shown: str) -> None:
    """YAML elsewhere takes these words for nothing, here every value is text: so a person decides."""
    if node.style is None and node.value in _NULLS:
        raise WrongValueError(
            node.line, "null-value", f"{shown} is '{node.value}', which could mean nothing or the word",
            "leave the value empty, or put the word in quotes",
        )  # fmt: skip


def _refuse_taken_in(node: Scalar, shown: str) -> None:
    """An item that is indented deeper than its list belongs to the text of the item above it."""
    for number, row in enumerate(node.raw.split("\n")[1:] if node.style is None else ()):
        if row.lstrip().startswith("- "):
            raise WrongValueError(
                node.line + 1 + number, "joined-lines", f"YAML joins this line of {shown} with the one above",
                "align its dash with the others, or put the whole value in quotes",
            )  # fmt: skip


def _refuse_joined(node: Scalar, shown: str) -> None:
    line = joined_line(node)
    if line:
        raise WrongValueError(
            line, "joined-lines", f"YAML joins this line of {shown} with the one above",
            "write '|' after the field's name, so that lines stay lines",
        )  # fmt: skip


def joined_line(node: Scalar) -> int:
    """The first line that begins a Markdown block and that YAML joins with the one above; else 0."""
    if not node.raw or node.style == "|":
        return 0
    rows = node.raw.split("\n")
    margin = _margin(rows[1]) if node.style == ">" and rows[1:] else 0
    for number in range(2 if node.style == ">" else 1, len(rows)):
        before, row = rows[number - 1], rows[number]
        folded = node.style != ">" or _margin(before) == _margin(row) == margin
        if folded and before.strip() and _BLOCK_START.match(row.strip()):
            return node.line + number
    return 0


def _margin(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def swallowed(node: Scalar, fields: Collection[str]) -> Iterator[tuple[int, str]]:
    """(line, field) of each line of a long text that reads like a field of the record around it."""
    fenced = False
    for number, row in enumerate(node.raw.split("\n")[1:], node.line + 1):
        fenced ^= row.lstrip().startswith(("```", "~~~"))
        found = _FIELD_START.match(row)
        if (
            found
            and not fenced
            and found["name"] in fields
            and (found["space"] is not None or not node.style)
        ):
            yield number, found["name"]


def addresses(node: Scalar) -> Iterator[tuple[str, int]]:
    """(address, line) of each Markdown link in a text of several lines."""
    if "](" not in node.raw:
        return
    for number, row in enumerate(node.raw.split("\n"), node.line):
        for found in _ADDRESS.finditer(row):
            yield found[1], number


def _line(value: str, node: Scalar, spec: Field, shown: str) -> str:
    if value[0] in _OPENING and node.style is None and value[0] + value[-1] in CURLY and len(value) > 1:
        raise WrongValueError(
            node.line, "curly-quotes", f"{shown} stands in curly quotes, which YAML takes for a part of it",
            'use straight quotes (") or none',
        )  # fmt: skip
    return value


def _choice(value: str, node: Scalar, spec: Field, shown: str) -> str:
    if value in spec.choices:
        return value
    listed = ", ".join(spec.choices)
    raise WrongValueError(
        node.line, "wrong-value", f"{shown} is '{short(value)}', expected one of {listed}",
        did_you_mean(value, spec.choices, "write one of them"),
    )  # fmt: skip


def _flag(value: str, node: Scalar, spec: Field, shown: str) -> bool:
    if value in ("true", "false"):
        return value == "true"
    meant = _SWITCHES.get(value.lower(), value.lower())
    raise WrongValueError(
        node.line, "wrong-value", f"{shown} is '{short(value)}', expected true or false",
        f"write {meant}" if meant in ("true", "false") else "write one of the two",
    )  # fmt: skip


def _period(value: str, node: Scalar, spec: Field, shown: str) -> str:
    if is_period(value):
        return value
    raise WrongValueError(
        node.line, "wrong-value", f"{shown} is '{short(value)}', expected a number and a unit",
        "write it like 12 months",
    )  # fmt: skip


def _count(value: str, node: Scalar, spec: Field, shown: str) -> int:
    if _COUNT.fullmatch(value):
        return int(value)
    raise WrongValueError(
        node.line, "wrong-value", f"{shown} is '{short(value)}', expected a whole number from 1 to 9999",
        "write it in digits, like 5",
    )  # fmt: skip


def _percent(value: str, node: Scalar, spec: Field, shown: str) -> int:
    if found := _PERCENT.fullmatch(value):
        return int(found[1])
    raise WrongValueError(
        node.line, "wrong-value", f"{shown} is '{short(value)}', expected a percentage from 1% to 100%",
        "write it like 80%",
    )  # fmt: skip


def _date(value: str, node: Scalar, spec: Field, shown: str) -> date:
    try:
        if not _DATE.fullmatch(value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise WrongValueError(
            node.line,
            "wrong-value",
            f"{shown} is '{short(value)}', expected a date",
            "write it like 2026-11-21",
        ) from None


def _slug(value: str, node: Scalar, spec: Field, shown: str) -> str:
    if value in names.DEVICES:
        raise WrongValueError(
            node.line, "not-a-slug", f"{shown} is '{value}', and Windows cannot hold a page of that name",
            "add a word to it",
        )  # fmt: skip
    if names.is_slug(value):
        return value
    meant = names.slug(value)
    raise WrongValueError(
        node.line, "not-a-slug", f"{shown} is '{short(value)}', expected lower-case words joined by hyphens",
        f"did you mean '{meant}'?" if meant else "use lower-case letters, digits and single hyphens",
    )  # fmt: skip


def _contact(value: str, node: Scalar, spec: Field, shown: str) -> str:
    kind = spec.kind
    assert kind in ("mail", "https", "handle")
    if is_contact(kind, value):
        return value
    expected, hint = EXPECTED[kind]
    raise WrongValueError(node.line, "wrong-value", f"{shown} is '{short(value)}', expected {expected}", hint)


_ONE_LINE = {
    "line": _line,
    "choice": _choice,
    "flag": _flag,
    "period": _period,
    "count": _count,
    "percent": _percent,
    "date": _date,
    "slug": _slug,
    "id": _slug,
    "mail": _contact,
    "https": _contact,
    "handle": _contact,
}


def short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def described(node: Node) -> str:
    if isinstance(node, Scalar):
        return f"the text '{short(node.value, 30)}'" if node.value else "empty"
    return "a list" if isinstance(node, Sequence) else "a mapping"


@lru_cache(maxsize=1 << 10)  # asked for with every value, told with few
def named(name: str) -> str:
    """A field as messages name it: ``aliases.0`` is an item of a list, "" the file."""
    field, _, last = name.rpartition(".")
    if field and last.isdecimal():
        return f"an item of '{short(field, 60)}'"
    return f"'{short(name, 60)}'" if name else "the file"
