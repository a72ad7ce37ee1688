"""``sources/<id>.import.yaml``: what one raw document needs beyond the rules of shape, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from site_gen.corpus.reader import Reader
from site_gen.corpus.yaml import parse
from site_gen.model.problem import Problem
from site_gen.model.schema import IMPORT_FIELDS, RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What one line is; exactly one of the three is filled. ``at`` is the line of the rule itself."""

    line: int
    at: int
    name: tuple[str, ...] = ()
    skip: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    path: str = ""
    format: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[Rule, ...] = ()


def rules(text: str, path: str) -> tuple[Rules, tuple[Problem, ...]]:
    """The rules of one file and everything that is wrong with it."""
    node, problems = parse.parse(text, path)
    if node is None:
        return Rules(path=path), problems
    reader = Reader(path)
    return read_rules(reader, node), (*problems, *reader.problems)


def read_rules(reader: Reader, node: parse.Node | None) -> Rules:
    """The rules as far as they can be read; what is wrong with them is the reader's."""
    if node is None:
        return Rules(path=reader.path)
    values = reader.record(_listed(node), RULES, what="the import rules")
    lines = tuple(rule for item in values.get("lines", ()) if (rule := _rule(item, reader)))
    columns = {column: _field(column, name, reader) for column, name in values.get("columns", {}).items()}
    return Rules(path=reader.path, format=values.get("format", ""), columns=columns, lines=lines)


def _listed(node: parse.Node) -> parse.Node:
    """The same nodes with a single ``name: X`` or ``also: X`` as a list of one, which people may write."""
    if isinstance(node, parse.Sequence):
        return replace(node, items=tuple(map(_listed, node.items)))
    if isinstance(node, parse.Mapping):
        pairs = tuple((key, _one(key.value, _listed(value))) for key, value in node.pairs)
        return replace(node, pairs=pairs)
    return node


def _one(key: str, node: parse.Node) -> parse.Node:
    if key in ("name", "also") and isinstance(node, parse.Scalar) and node.value:
        return parse.Sequence(items=(node,), line=node.line, start=node.start, end=node.end)
    return node


def _rule(item: Mapping[str, object], reader: Reader) -> Rule | None:
    origin, number = item["origin"], str(item.get("line", ""))
    at = int(getattr(origin, "line", 1))
    said = [key for key in ("name", "skip", "also") if item.get(key)]
    if not number.isdecimal() or not int(number):
        reader.problem(at, "wrong-value", f"'line' is '{number[:40]}'", "write the number of a line, from 1")
        return None
    if len(said) != 1:
        reader.problem(at, "wrong-value", f"line {number} has {' and '.join(said) or 'no rule'}",
                       "give each line one of name, skip or also")  # fmt: skip
        return None
    name, also = item.get("name", ()), item.get("also", ())
    assert isinstance(name, tuple) and isinstance(also, tuple)
    return Rule(line=int(number), at=at, name=name, skip=str(item.get("skip", "")), also=also)


def _field(column: str, name: str, reader: Reader) -> str:
    if name in IMPORT_FIELDS or name == "-":
        return name.removeprefix("-")
    line = reader.lines.get(f"columns.{column}", 1)
    reader.problem(line, "wrong-value", f"column '{column}' is mapped to '{name[:40]}'",
                   "use one of " + ", ".join(IMPORT_FIELDS) + ", or - for none")  # fmt: skip
    return ""
