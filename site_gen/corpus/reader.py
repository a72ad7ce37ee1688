"""Nodes to values by the schema: every field checked, every line kept, nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from site_gen.corpus import scalars
from site_gen.corpus.scalars import WrongValueError, described, named, short
from site_gen.corpus.yaml import parse
from site_gen.model.field import Field
from site_gen.model.languages import is_language, meant_language
from site_gen.model.problem import Problem
from site_gen.model.records import Origin
from site_gen.model.schema import OWNER
from site_gen.model.suggest import did_you_mean, nearest

_NO_SPACE = re.compile(r"[\w-]+:[^\s/]")
_SEE = "see glossary docs corpus"
_SLUG = Field(kind="slug", help="a slug")
_TEXT = Field(kind="text", help="a text")
_NAMES = Field(kind="line", many=True, help="names")


@dataclass(slots=True)
class Reader:
    """Reads the mappings of one file; collects problems and the line of each field."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def problem(self, line: int, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(path=self.path, line=line, code=code, message=message, hint=hint))

    def record(
        self, node: parse.Node | None, fields: Mapping[str, Field], where: str = "", what: str = "file"
    ) -> dict[str, Any]:
        """The values of a mapping by field; absent, empty and wrong fields are left out."""
        if not isinstance(node, parse.Mapping):
            self._no_mapping(node, f"{what} needs 'field: value' lines", _SEE)
            return {}
        values: dict[str, Any] = {}
        settled: set[str] = set()  # fields that need no word about being absent
        problems, lines = self.problems, self.lines
        for key, inner in node.pairs:
            name = key.value
            spec = fields.get(name)
            if spec is None:
                settled.update(self._unknown(key, fields))
                continue
            place = where + name
            lines[place] = key.line
            before = len(problems)
            read = self._field(inner, spec, place)
            if read or read is False:
                values[name] = read
            elif len(problems) > before:
                settled.add(name)
        settled.update(self._swallowed(node, fields))
        self._missing(node, fields, where, what, settled.union(values))
        return values

    def _no_mapping(self, node: parse.Node | None, needed: str, hint: str) -> None:
        line = node.line if node else 1
        found = "nothing" if node is None else described(node)
        if isinstance(node, parse.Scalar) and _NO_SPACE.match(node.value):
            hint = "put a space after the colon"
        self.problem(line, "wrong-type", f"{needed}, found {found}", hint)

    def _missing(
        self,
        node: parse.Mapping,
        fields: Mapping[str, Field],
        where: str,
        what: str,
        settled: set[str],
    ) -> None:
        for name in (name for name, spec in fields.items() if spec.required):
            if name not in settled:
                line = self.lines.get(f"{where}{name}", node.line)
                self.problem(line, "missing-field", f"{what} has no '{name}'", f"add it: {fields[name].help}")

    def _unknown(self, key: parse.Scalar, fields: Mapping[str, Field]) -> list[str]:
        """Say what the key may have been meant to be, and return that."""
        meant = nearest(key.value, fields)
        inside = [name for name, spec in fields.items() if key.value in spec.fields]
        if inside:
            hint = f"it belongs under '{inside[0]}'"
        else:
            hint = did_you_mean(key.value, fields, "known fields: " + ", ".join(fields))
        self.problem(key.line, "unknown-field", f"unknown field '{short(key.value)}'", hint)
        return meant

    def _swallowed(self, node: parse.Mapping, fields: Mapping[str, Field]) -> list[str]:
        """Fields that are absent because they are indented so deep that the text above takes them in."""
        long = [(key, text) for key, text in node.pairs if isinstance(text, parse.Scalar) and ":" in text.raw]
        if not long:
            return []
        absent = set(fields).difference(key.value for key, _ in node.pairs)
        found = [
            (line, name, key.value) for key, inner in long for line, name in scalars.swallowed(inner, absent)
        ]
        for line, name, inside in found:
            self.problem(
                line, "swallowed-field", f"'{name}:' is a part of the text of '{inside}'",
                f"align it with '{inside}:', or begin the line with another word",
            )  # fmt: skip
        return [name for _, name, _ in found]

    def _field(self, node: parse.Node, spec: Field, name: str) -> Any:
        if not spec.many and spec.kind not in ("map", "record"):
            if spec.fields and isinstance(node, parse.Mapping):
                return self.record(node, spec.fields, f"{name}.", named(name))
            return self._scalar(node, spec, name)
        if isinstance(node, parse.Scalar):
            try:
                scalars.refuse_null(node, named(name))
            except WrongValueError as wrong:
                return self._wrong(wrong)
            if not node.value:
                return None
        if spec.many:
            return self._list(node, spec, name)
        if spec.kind == "map":
            return self._map(node, spec, name)
        return self.record(node, spec.fields, f"{name}.", named(name))

    def _scalar(self, node: parse.Node, spec: Field, name: str, shown: str = "") -> Any:
        if not isinstance(node, parse.Scalar):
            hint = "put the value in quotes" if isinstance(node, parse.Mapping) else "write one value"
            self.problem(node.line, "wrong-type", f"{named(name)} is {described(node)}, expected text", hint)
            return None
        if node.raw and spec.kind == "markdown":
            for address, line in scalars.addresses(node):
                self.lines.setdefault(f"{name}({address})", line)
        try:
            return scalars.value_of(node, spec, shown or named(name))
        except WrongValueError as wrong:
            return self._wrong(wrong)

    def _wrong(self, wrong: WrongValueError) -> None:
        self.problem(wrong.line, wrong.code, wrong.message, wrong.hint)

    def _list(self, node: parse.Node, spec: Field, name: str) -> tuple[Any, ...]:
        if not isinstance(node, parse.Sequence):
            shown = "a list with '- '"
            if isinstance(node, parse.Scalar) and spec.kind != "record":
                shown = f"[{short(node.value)}]"
            self.problem(
                node.line,
                "wrong-type",
                f"{named(name)} is {described(node)}, expected a list",
                f"write {shown}",
            )
            return ()
        items: dict[Any, None] = {}
        records: list[Any] = []
        of_records = spec.kind == "record"
        for inner in node.items:
            # the number of the value, so that problems of values find its line
            place = f"{name}.{len(items)}"
            before = len(self.problems)
            value: Any
            if spec.kind == "row":
                value = self._row(inner, place)
            else:
                value = self._item(inner, spec, name) if of_records else self._scalar(inner, spec, place)
            if not value:
                if len(self.problems) == before:
                    self.problem(
                        inner.line, "empty-item", f"{named(name)} has an empty item", "delete it or fill it"
                    )
            elif of_records:
                records.append(value)
            elif value in items:
                self.problem(
                    inner.line, "repeated-item", f"{named(name)} has '{short(str(value))}' twice",
                    "delete one of the two",
                )  # fmt: skip
            else:
                self.lines[place] = inner.line
                items[value] = None
        return tuple(records or items)

    def _row(self, node: parse.Node, name: str) -> tuple[str, ...] | None:
        """Two or three texts in a list of their own."""
        cells = node.items if isinstance(node, parse.Sequence) else ()
        if not 2 <= len(cells) <= 3:
            self.problem(
                node.line, "wrong-type", f"{named(name)} is {described(node)}, expected from, to and a label",
                "write [open, pending, we ask the customer]",
            )  # fmt: skip
            return None
        texts = [self._scalar(cell, _TEXT, name) or "" for cell in cells]
        return tuple(texts) if all(texts[:2]) else None

    def _item(self, node: parse.Node, spec: Field, name: str) -> dict[str, Any]:
        """One record of a list, with an ``origin`` of its own."""
        if isinstance(node, parse.Scalar) and not node.value and not node.lost:
            return {}
        inner = Reader(self.path, self.problems)
        values = inner.record(node, spec.fields, what=f"an item of {named(name)}")
        if values:
            values["origin"] = Origin(path=self.path, line=node.line, lines=inner.lines)
        return values

    def records(self, node: parse.Node | None, fields: Mapping[str, Field]) -> tuple[dict[str, Any], ...]:
        """The items of a file that is one list, each with its ``origin``."""
        if node is None:
            return ()
        found: tuple[dict[str, Any], ...] = self._list(node, Field(kind="record", help="", fields=fields), "")
        return found

    def texts(self, node: parse.Node) -> dict[str, str]:
        """A file that maps words to a text (plain-words.yaml)."""
        return self._map(node, _TEXT, "")

    def owners(self, node: parse.Node) -> dict[str, dict[str, str]]:
        """A file that maps names of owners to how they are reached, or to a handle alone (owners.yaml)."""
        found: dict[str, dict[str, str]] = {}
        if not isinstance(node, parse.Mapping):
            self._no_mapping(node, "the file needs a name and 'mail:', 'chat:' or 'handle:' under it", _SEE)
            return found
        for key, inner in node.pairs:
            name = " ".join(key.value.split())
            self.lines[name] = key.line
            if not name or "," in name:
                self.problem(
                    key.line, "wrong-value", f"'{short(key.value)}' is no name of one owner",
                    "write each name as an entry of its own",
                )  # fmt: skip
            elif isinstance(inner, parse.Scalar):
                handle = self._scalar(inner, OWNER["handle"], name) if inner.value else None
                found[name] = {"handle": handle} if handle else {}
            else:
                found[name] = self.record(inner, OWNER, f"{name}.", named(name))
        return found

    def slugs(self, node: parse.Node) -> dict[str, str]:
        """A file that maps slugs to slugs (redirects.yaml)."""
        if not isinstance(node, parse.Mapping):
            self._no_mapping(node, "the file needs 'old: new' lines", _SEE)
            return {}
        found: dict[str, str] = {}
        for key, inner in node.pairs:
            self.lines[key.value] = key.line
            before = len(self.problems)
            old = self._scalar(key, _SLUG, key.value, "the old address")
            new = self._scalar(inner, _SLUG, key.value)
            if old and new:
                found[old] = new
            elif len(self.problems) == before:
                self.problem(
                    key.line, "empty-item", f"'{short(key.value)}' leads nowhere", "write the slug of a term"
                )
        return found

    def _no_language(self, key: parse.Scalar, name: str) -> None:
        meant = meant_language(key.value)
        self.problem(
            key.line,
            "wrong-value",
            f"{named(name)} has '{short(key.value)}', expected the code of a language, such as de or pt-BR",
            f"did you mean '{meant}'?"
            if meant
            else "see https://www.iana.org/assignments/language-subtag-registry",
        )

    def _map(self, node: parse.Node, spec: Field, name: str) -> dict[str, Any]:
        if not isinstance(node, parse.Mapping):
            self._no_mapping(
                node, f"{named(name)} needs 'name: text' lines", "indent one 'name: text' a line under it"
            )
            return {}
        values: dict[str, Any] = {}
        for key, inner in node.pairs:
            place = f"{name}.{key.value}" if name else key.value
            self.lines[place] = key.line
            before = len(self.problems)
            if spec.keys == "language" and not is_language(key.value):
                self._no_language(key, name)
                continue
            if spec.lists:
                value: Any = self._list(inner, _NAMES, place)
            elif spec.fields and isinstance(inner, parse.Mapping):
                value = self.record(inner, spec.fields, f"{place}.", named(place))
            else:
                value = self._scalar(inner, _TEXT, place)
            if value:
                values[key.value] = value
            elif len(self.problems) == before:
                self.problem(
                    key.line, "empty-item", f"{named(place)} has no text", "write it or delete the line"
                )
        return values
