"""Values to YAML text that ``parse`` and every other reader take for the same values.

PyYAML's dumper sorts, wraps at odd places and has no say per value, so the few shapes that the corpus
uses are written here: block mappings and lists, short lists in brackets, folded and literal text.

No line that this module breaks begins with a sign that YAML, Markdown or our own checks could take for the
beginning of something else, and no line of a long text looks like a field of the corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import yaml

from site_gen.corpus.yaml import parse
from site_gen.model import schema
from site_gen.model.field import Field
from site_gen.model.problem import RefusedError, errors

WIDTH = 100  # columns; longer text is folded


class NotWrittenError(RefusedError):
    """A text that this module has written does not read back as the values that it was made from."""


Value = str | bool | date | Sequence["Value"] | Mapping[str, "Value"]

_PLAIN = re.compile(r"[A-Za-z](?:[\w .,;()/'’%&+*=?!®™–—-]*[\w.)%?!®™+])?")
_OPENING = "“„‘‚"  # a plain value in curly quotes is an error: YAML takes them for a part of it
_STARTS = re.compile(  # words that must not be the first of a line that was broken here
    r"[-*+?:=]+$|\d+[.)]|\(?\w{1,3}[.)]$|[\w-]+:|[-=.~*_<|]{3}|[#>|%&!@`*\"'\[\]{}<,]"
)
_FIELD_LINE = re.compile(r"^[ \t]*([a-z_]+):(?:\s|$)", re.MULTILINE)
_FLOW_SIGNS = re.compile(r"[\[\]{},?]")  # PyYAML without its C part ends a plain text at "?", too
_RESOLVER: Any = yaml.resolver.Resolver()


def _named(fields: Mapping[str, Field]) -> Iterator[str]:
    for name, field in fields.items():
        yield name
        yield from _named(field.fields)


# A line of a text that begins like one of them looks like a field that is indented too deep.
_FIELDS = frozenset(
    name
    for fields in (schema.TERM, schema.SOURCE, schema.TOPIC, schema.OWNER, schema.PATH, schema.RULES)
    for name in _named(fields)
)


def document(values: Mapping[str, Value]) -> str:
    """A whole file: block mapping, keys in the order given, ending in a line break.

    Raises ``NotWrittenError`` where reading it gives other values, as for a character that no file may hold.
    """
    text = "\n".join(_mapping(values, 0)) + "\n"
    node, problems = parse.parse(text, "")
    wrong = errors(problems)
    if wrong or (values and not _same(node, values)):
        raise NotWrittenError(wrong[0].sentence() if wrong else "the values do not read back as they are")
    return text


def _same(node: parse.Node | None, value: Value) -> bool:
    """Whether a node holds the value, and nothing of it is taken for a comment."""
    if isinstance(value, Mapping):
        pairs = node.pairs if isinstance(node, parse.Mapping) else ()
        return [key.value for key, _ in pairs] == list(value) and all(
            map(_same, (inner for _, inner in pairs), value.values())
        )
    if isinstance(value, str | bool | date):
        return _is_text(node, value if isinstance(value, str) else str(value).lower())
    items = node.items if isinstance(node, parse.Sequence) else ()
    return len(items) == len(value) and all(map(_same, items, value))


def lines(values: Mapping[str, Value], indent: int, one_line: bool = False) -> list[str]:
    """The lines of a block mapping whose keys stand at column ``indent``; ``one_line``: each text on one."""
    return list(_mapping(values, indent, one_line))


def scalar(value: str, *, indent: int, room: int = WIDTH, flow: bool = False, one_line: bool = False) -> str:
    """One text as YAML writes it after ``key: ``, in the plainest form that reads back exactly.

    ``indent`` is the column that further lines are indented to, ``room`` the columns left on the first
    line. ``flow``: stands inside brackets. ``one_line``: no folded or literal block, whatever the length.
    """
    if not flow and not one_line:
        if "\n" in value:
            return _literal(value, indent) or _double(value)
        if len(value) > room and not _has_field_line(value):
            folded = _folded(value, indent)
            if folded:
                return folded
    if _is_plain(value, flow):
        return value
    single = quoted(value)
    return single if _reads_as(single, value, flow) else _double(value)


def quoted(value: str) -> str:
    """The text in single quotes."""
    return "'" + value.replace("'", "''") + "'"


def _has_field_line(value: str) -> bool:
    return any(found[1] in _FIELDS for found in _FIELD_LINE.finditer(value))


def _is_plain(value: str, flow: bool) -> bool:
    if value.startswith(tuple(_OPENING)):
        return False
    if flow and _FLOW_SIGNS.search(value):
        return False
    if _RESOLVER.resolve(yaml.ScalarNode, value, (True, False)) != "tag:yaml.org,2002:str":
        return False
    if _PLAIN.fullmatch(value):
        return True
    return "\n" not in value and not value.startswith(("-", "?")) and _reads_as(value, value, flow)


def _reads_as(written: str, value: str, flow: bool = False) -> bool:
    """Whether the value comes back with nothing cut off, after ``key:`` or anywhere inside brackets."""
    node, _ = parse.parse(f"[{written}, {{key: {written}}}]\n" if flow else f"key: {written}\n", "")
    if flow and isinstance(node, parse.Sequence) and len(node.items) == 2:
        first, inner = node.items
        return (
            _is_text(first, value) and isinstance(inner, parse.Mapping) and _is_text(inner.get("key"), value)
        )
    return isinstance(node, parse.Mapping) and len(node.pairs) == 1 and _is_text(node.get("key"), value)


def _is_text(node: parse.Node | None, value: str) -> bool:
    return isinstance(node, parse.Scalar) and node.value == value and not node.lost


def _double(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _folded(value: str, indent: int) -> str:
    """``>-`` with a break at single spaces only; empty where folding would change the text."""
    if value != value.strip() or re.search(r"\s\s|[^\S ]", value):
        return ""
    margin = " " * indent
    rows = [margin + row for row in _wrapped(value, max(WIDTH - indent, 30))]
    return "\n".join([">-", *rows])


def _wrapped(value: str, width: int) -> Iterator[str]:
    row = ""
    for words in _held_together(value):
        if row and len(row) + 1 + len(words) > width:
            yield row
            row = words
        else:
            row = f"{row} {words}" if row else words
    yield row


def _held_together(value: str) -> Iterator[str]:
    """The words, each with those after it that must not begin a line."""
    held: list[str] = []
    for word in value.split(" "):
        if held and not _STARTS.match(word):
            yield " ".join(held)
            held = []
        held.append(word)
    yield " ".join(held)


def _literal(value: str, indent: int) -> str:
    """``|-`` line by line; empty where the block would not read back as it is."""
    rows = value.split("\n")
    if (
        _has_field_line(value)
        or not value.strip()
        or rows[0] != rows[0].strip()
        or value != value.rstrip()
        or "\r" in value
    ):
        return ""
    margin = " " * indent
    return "\n".join(["|-", *(margin + row if row else "" for row in rows)])


def _mapping(values: Mapping[str, Value], indent: int, one_line: bool = False) -> Iterator[str]:
    for key, value in values.items():
        yield from _pair(key, value, indent, one_line)


def _pair(key: str, value: Value, indent: int, one_line: bool) -> Iterator[str]:
    start = " " * indent + scalar(key, indent=indent, one_line=True) + ":"
    if isinstance(value, bool | date):
        yield f"{start} {str(value).lower()}"
    elif isinstance(value, str):
        text = scalar(value, indent=indent + 2, room=WIDTH - len(start) - 1, one_line=one_line)
        yield from f"{start} {text}".split("\n")
    elif isinstance(value, Mapping):
        yield start
        yield from _mapping(value, indent + 2, one_line)
    else:
        yield from _sequence(start, value, indent, one_line)


def _sequence(start: str, items: Sequence[Value], indent: int, one_line: bool) -> Iterator[str]:
    texts = [item for item in items if isinstance(item, str)]
    if len(texts) == len(items):
        short = inline(texts)
        if len(start) + 1 + len(short) <= WIDTH:
            yield f"{start} {short}"
            return
    yield start
    for item in items:
        yield from listed(item, indent + 2, one_line)


def listed(item: Value, indent: int, one_line: bool = False) -> Iterator[str]:
    """The lines of one list item whose ``-`` stands at column ``indent``."""
    dash = " " * indent + "- "
    if isinstance(item, Mapping):
        inner = list(_mapping(item, indent + 2, one_line))
        yield dash + inner[0].lstrip(" ")
        yield from inner[1:]
    elif isinstance(item, bool | date):
        yield dash + str(item).lower()
    elif isinstance(item, str):
        text = scalar(item, indent=indent + 2, room=WIDTH - len(dash), one_line=one_line)
        yield from f"{dash}{text}".split("\n")
    else:
        yield from _sequence(dash.rstrip(), item, indent, one_line)


def inline(value: Value) -> str:
    """A value on one line, as it can stand inside brackets."""
    if isinstance(value, str):
        return scalar(value, indent=0, flow=True)
    if isinstance(value, bool | date):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{inline(key)}: {inline(inner)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(inline(item) for item in value) + "]"
