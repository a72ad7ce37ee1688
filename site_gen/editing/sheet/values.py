"""The text of a cell to the value of a field, by the same rules as YAML is read."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from site_gen.corpus import scalars
from site_gen.corpus.scalars import WrongValueError
from site_gen.corpus.yaml.parse import Scalar
from site_gen.editing.sheet.columns import SEPARATOR, Column
from site_gen.model.field import Field
from site_gen.model.schema import LINK

Value = str | bool | date | list[str] | dict[str, str] | dict[str, list[str]] | list[dict[str, str]]
_TEXT = Field(kind="text", help="")


def value(text: str, column: Column, known: Collection[str] = ()) -> Value:
    """What the YAML should hold; "" or an empty list or mapping where the cell is empty.

    ``known`` are the items that the list had, which may hold a semicolon themselves, or the names that the
    mapping had, which may hold a colon. Raises ``WrongValueError``.
    """
    if column.shape == "one":
        return _scalar(text, column.spec, column.title)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if column.shape == "list":
        return _items(lines, column, known)
    if column.shape == "links":
        return [_link(line) for line in lines]
    if column.shape == "lists":
        found: dict[str, list[str]] = {}
        for name, inner in (_pair(line, column, known) for line in lines):
            found.setdefault(name, []).extend(_parted(inner))
        return found
    out: dict[str, str] = {}
    for line in lines:
        name, inner = _pair(line, column, known)
        if name in out:
            raise WrongValueError(
                0, "sheet-value", f"'{column.title}' has '{name}' twice", "keep one of the two lines"
            )
        out[name] = inner
    return out


def empty(value: Value) -> bool:
    """Whether the field is to be taken out."""
    return value in ("", [], {})


def _one(text: str, spec: Field, shown: str) -> str:
    return str(_scalar(text, spec, shown))


def _scalar(text: str, spec: Field, shown: str) -> str | bool | date:
    if spec.kind in ("choice", "flag") and text.lower() in (*spec.choices, "true", "false"):
        text = text.lower()  # spreadsheets write TRUE, and begin a cell with a capital
    found: Any = scalars.value_of(Scalar(value=text, line=0, start=0, end=0, style='"'), spec, f"'{shown}'")
    return "" if found is None else found


def _items(lines: list[str], column: Column, known: Collection[str]) -> list[str]:
    spec = Field(kind=column.spec.kind, help="")
    if column.spec.kind in ("slug", "id"):  # no slug holds a comma: a list on one line is clear
        parts = [part for line in lines for part in re.split(r"[,;\s]+", line) if part]
    else:
        parts = [part for line in lines for part in ((line,) if line in known else _parted(line))]
    items = [_one(part, spec, column.title) for part in parts]
    twice = next((item for place, item in enumerate(items) if item in items[:place]), "")
    if twice:
        raise WrongValueError(
            0,
            "repeated-item",
            f"'{column.title}' has '{scalars.short(twice)}' twice",
            "delete one of the two",
        )
    return items


def _parted(line: str) -> list[str]:
    """The items that people have put on one line: a semicolon parts them, as in most lists of names."""
    return [part.strip() for part in line.split(";") if part.strip()]


def _link(line: str) -> dict[str, str]:
    address, _, what = line.partition(SEPARATOR)
    fields = {"to": address.strip(), "what": what.strip()}
    return {name: _one(text, LINK[name], f"links.{name}") for name, text in fields.items() if text}


def _pair(line: str, column: Column, known: Collection[str]) -> tuple[str, str]:
    name = next((one for one in sorted(known, key=len, reverse=True) if line.startswith(f"{one}:")), "")
    if not name:
        name = line.partition(":")[0].strip()
    text = line[len(name) :].lstrip().removeprefix(":").strip()
    if ":" not in line or not name or not text:
        raise WrongValueError(
            0, "sheet-value", f"'{column.title}' has the line '{scalars.short(line)}', expected 'name: text'",
            "write the name, a colon and the text, one a line",
        )  # fmt: skip
    spec = column.spec if column.keys == ("contrast", "fits") else _TEXT
    return name, _one(text, spec, f"{column.title}.{name}")


def straightened(text: str, before: str) -> str:
    """Quotes and dots that a program has corrected, as they were typed; those of the author stay."""
    if any(sign in before for sign in "“”‘’…„‚") or any(sign in text for sign in "„‚«»"):
        return text
    return text.translate(_TYPED)


def alike(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but what programs change by themselves."""
    return folded(one) == folded(other)


_TRAILING = re.compile(r"(?<![^\S\n])[^\S\n]+$", re.MULTILINE)
_TYPED: Mapping[int, str] = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "..."})


def folded(text: str) -> str:
    """A text without what programs change by themselves."""
    return re.sub(
        r"[^\S\n]+", " ", re.sub(r"(?<![^\S\n])[^\S\n]+$", "", text.translate(_TYPED), flags=re.M)
    ).strip()
