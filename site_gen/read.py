"""Nodes to values by the schema: every field checked, every line kept, nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rapidfuzz import fuzz, process

from site_gen import names, yamltext
from site_gen.model import Origin
from site_gen.problem import Problem
from site_gen.schema import FREE_TEXT, Field

_PERIOD = re.compile(r"[1-9][0-9]{0,3} (?:day|week|month|year)s?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def nearest(
    word: str, known: Iterator[str] | tuple[str, ...] | Mapping[str, Any], limit: int = 1
) -> list[str]:
    """The known words that ``word`` was probably meant to be, best first; empty where none is near."""
    found = process.extract(word, list(known), scorer=fuzz.ratio, limit=limit, score_cutoff=60)
    return [choice for choice, _score, _index in found]


def did_you_mean(
    word: str, known: Iterator[str] | tuple[str, ...] | Mapping[str, Any], otherwise: str
) -> str:
    close = nearest(word, known, 3)
    if not close:
        return otherwise
    return "did you mean " + " or ".join(f"'{name}'" for name in close[:1]) + "?"


@dataclass(slots=True)
class Reader:
    """Reads the mappings of one file; collects problems and the line of each field."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def problem(self, line: int, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(path=self.path, line=line, code=code, message=message, hint=hint))

    def record(
        self, node: yamltext.Node | None, fields: Mapping[str, Field], where: str = "", what: str = "file"
    ) -> dict[str, Any]:
        """The values of a mapping by field; absent and empty fields are left out."""
        if not isinstance(node, yamltext.Mapping):
            line = node.line if node else 1
            found = "nothing" if node is None else _describe(node)
            self.problem(
                line, "wrong-type", f"expected 'field: value' lines, found {found}", "see docs/corpus.md"
            )
            return {}
        values: dict[str, Any] = {}
        for key, value in node.pairs:
            spec = fields.get(key.value)
            if spec is None:
                self._unknown(key, fields)
                continue
            name = f"{where}{key.value}"
            self.lines[name] = key.line
            read = self._field(value, spec, name)
            if read not in (None, "", (), {}):
                values[key.value] = read
        for name, spec in fields.items():
            if spec.required and name not in values and f"{where}{name}" not in self._bad:
                line = self.lines.get(f"{where}{name}", node.line)
                self.problem(line, "missing-field", f"{what} has no '{name}'", f"add it: {spec.help}")
        return values

    @property
    def _bad(self) -> set[str]:
        """Fields that are there but already have a problem, so that none is called missing as well."""
        troubled = {problem.line for problem in self.problems}
        return {name for name, line in self.lines.items() if line in troubled}

    def _unknown(self, key: yamltext.Scalar, fields: Mapping[str, Field]) -> None:
        hint = did_you_mean(key.value, fields, "known fields: " + ", ".join(fields))
        self.problem(key.line, "unknown-field", f"unknown field '{key.value}'", hint)

    def _field(self, node: yamltext.Node, spec: Field, name: str) -> Any:
        if spec.many:
            return self._list(node, spec, name)
        if spec.kind == "map":
            return self._map(node, spec, name)
        if spec.kind == "record":
            return self.record(node, spec.fields, f"{name}.", f"'{name}'") if _has_content(node) else {}
        if not isinstance(node, yamltext.Scalar):
            self.problem(
                node.line, "wrong-type", f"'{name}' is {_describe(node)}, expected text", "write one value"
            )
            return None
        return self._scalar(node, spec, name)

    def _list(self, node: yamltext.Node, spec: Field, name: str) -> tuple[Any, ...]:
        if isinstance(node, yamltext.Scalar) and not node.value:
            return ()
        if not isinstance(node, yamltext.Sequence):
            shown = f"[{node.value}]" if isinstance(node, yamltext.Scalar) else "a list with '- '"
            self.problem(
                node.line,
                "wrong-type",
                f"{_named(name)} is {_describe(node)}, expected a list",
                f"write {shown}",
            )
            return ()
        items: list[Any] = []
        single = Field(kind=spec.kind, help=spec.help, choices=spec.choices, fields=spec.fields)
        for index, inner in enumerate(node.items):
            place = f"{name}.{index}"
            self.lines[place] = inner.line
            value = (
                self._item(inner, spec, name) if spec.kind == "record" else self._field(inner, single, place)
            )
            if value in (None, "", {}):
                if isinstance(inner, yamltext.Scalar) and not inner.value.strip():
                    self.problem(
                        inner.line, "empty-item", f"'{name}' has an empty item", "delete it or fill it"
                    )
                continue
            if value in items:
                self.problem(
                    inner.line, "repeated-item", f"'{name}' has '{value}' twice", "delete one of the two"
                )
                continue
            items.append(value)
        return tuple(items)

    def _item(self, node: yamltext.Node, spec: Field, name: str) -> dict[str, Any]:
        """One record of a list, with an ``origin`` of its own."""
        inner = Reader(self.path, self.problems)
        values = inner.record(node, spec.fields, what=f"an item of '{name}'" if name else "an item")
        if values:
            values["origin"] = Origin(path=self.path, line=node.line, lines=inner.lines)
        return values

    def records(self, node: yamltext.Node | None, fields: Mapping[str, Field]) -> tuple[dict[str, Any], ...]:
        """The items of a file that is one list, each with its ``origin``."""
        if node is None:
            return ()
        found: tuple[dict[str, Any], ...] = self._list(node, Field(kind="record", help="", fields=fields), "")
        return found

    def slugs(self, node: yamltext.Node) -> dict[str, str]:
        """A file that maps slugs to slugs (redirects.yaml)."""
        if not isinstance(node, yamltext.Mapping):
            self.problem(
                node.line,
                "wrong-type",
                f"expected 'old: new' lines, found {_describe(node)}",
                "see docs/corpus.md",
            )
            return {}
        slug = Field(kind="slug", help="a slug")
        found: dict[str, str] = {}
        for key, value in node.pairs:
            self.lines[key.value] = key.line
            old = self._scalar(key, slug, "old slug")
            new = self._field(value, slug, key.value)
            if old and new:
                found[old] = new
        return found

    def _map(self, node: yamltext.Node, spec: Field, name: str) -> dict[str, Any]:
        if isinstance(node, yamltext.Scalar) and not node.value:
            return {}
        if not isinstance(node, yamltext.Mapping):
            self.problem(
                node.line, "wrong-type", f"'{name}' is {_describe(node)}, expected 'name: text' lines",
                "indent one 'name: text' a line under it",
            )  # fmt: skip
            return {}
        values: dict[str, Any] = {}
        for key, inner in node.pairs:
            place = f"{name}.{key.value}"
            self.lines[place] = key.line
            if spec.fields and isinstance(inner, yamltext.Mapping):
                values[key.value] = self.record(inner, spec.fields, f"{place}.", f"'{place}'")
                continue
            value = self._field(inner, Field(kind="text", help=spec.help), place)
            if not value and isinstance(inner, yamltext.Scalar):
                self.problem(key.line, "empty-item", f"'{place}' has no text", "write it or delete the line")
            elif value:
                values[key.value] = value
        return values

    def _scalar(self, node: yamltext.Scalar, spec: Field, name: str) -> Any:
        if node.lost and spec.kind in FREE_TEXT:
            self.problem(
                node.line, "cut-value", f"YAML cuts '{name}' short before '{node.lost}'",
                "put the whole value in quotes, or move a comment to a line of its own",
            )  # fmt: skip
            return None
        value = node.value.strip()
        if not value:
            return None
        if spec.kind == "text":
            return " ".join(value.split())
        if spec.kind == "markdown":
            if node.style == "|":
                self.lines[f"{name}|"] = node.line + 1  # only here do lines of text and file run in step
            return node.value.rstrip()
        if "\n" in value:
            self.problem(node.line, "wrong-type", f"'{name}' runs over several lines", "keep it on one line")
            return None
        return self._checked(value, node, spec, name)

    def _checked(self, value: str, node: yamltext.Scalar, spec: Field, name: str) -> Any:
        if spec.kind == "choice" and value not in spec.choices:
            hint = did_you_mean(value, spec.choices, "use one of " + ", ".join(spec.choices))
            self.problem(
                node.line,
                "wrong-value",
                f"'{name}' is '{value}', expected one of {', '.join(spec.choices)}",
                hint,
            )
            return None
        if spec.kind == "date":
            return self._date(value, node.line, name)
        if spec.kind == "flag":
            if value not in ("true", "false"):
                self.problem(node.line, "wrong-value", f"'{name}' is '{value}'", "write true or false")
                return None
            return value == "true"
        if spec.kind == "period" and not _PERIOD.fullmatch(value):
            self.problem(
                node.line, "wrong-value", f"'{name}' is '{value}'", 'write a number and a unit: "12 months"'
            )
            return None
        if spec.kind in ("slug", "id") and not names.is_slug(value):
            meant = names.slug(value)
            hint = (
                f"did you mean '{meant}'?" if meant else "use lower-case letters, digits and single hyphens"
            )
            self.problem(
                node.line, "not-a-slug", f"'{name}' is '{value[:60]}', which is no address of a term", hint
            )
            return None
        return value

    def _date(self, value: str, line: int, name: str) -> date | None:
        try:
            if not _DATE.fullmatch(value):
                raise ValueError
            return date.fromisoformat(value)
        except ValueError:
            self.problem(line, "wrong-value", f"'{name}' is '{value[:40]}'", "write a date like 2026-11-21")
            return None


def _has_content(node: yamltext.Node) -> bool:
    return not (isinstance(node, yamltext.Scalar) and not node.value)


def _describe(node: yamltext.Node) -> str:
    if isinstance(node, yamltext.Scalar):
        shown = node.value if len(node.value) <= 30 else node.value[:29] + "…"
        return f"the text '{shown}'" if shown else "empty"
    return "a list" if isinstance(node, yamltext.Sequence) else "a mapping"


def _named(name: str) -> str:
    return f"'{name}'" if name else "the file"
