"""YAML as text with places: every scalar a string, every node with its line and span.

PyYAML's composer guesses types (``NO``, ``1:1``, ``007``), follows aliases and recurses until the C
stack ends, so nodes are built here from its parser's events instead: no guessing, one pass, a depth limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from site_gen.problem import Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 50

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MERGE_MARKER = re.compile(r"^(?:<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Scalar:
    value: str
    line: int
    start: int
    end: int
    style: str | None  # None for plain, else the quote or block sign
    lost: str = ""  # words that YAML cut off after " #"


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    line: int
    start: int
    end: int
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    start: int
    end: int
    flow: bool = False

    def get(self, key: str) -> Node | None:
        return next((value for name, value in self.pairs if name.value == key), None)


Node = Scalar | Sequence | Mapping


class NotReadableError(Exception):
    """Carries the problem that ends the reading of one file; caught in ``parse``."""

    def __init__(self, line: int, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.code, self.message, self.hint = line, code, message, hint


def decode(data: bytes, path: str) -> tuple[str, Problem | None]:
    """The text of a corpus file, or the problem that keeps it from being text."""
    if len(data) > MAX_BYTES:
        return "", Problem(
            path=path, line=1, code="too-large", message=f"file is larger than {MAX_BYTES:,} bytes",
            hint="split it, or check that it is the right file",
        )  # fmt: skip
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", Problem(
            path=path, line=line, code="not-utf8",
            message=f"byte 0x{data[error.start]:02x} is not UTF-8 text", hint="save the file as UTF-8",
        )  # fmt: skip


def parse(text: str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The root node of one YAML document, or the problems that keep it from being read.

    Refused beside malformed YAML: aliases and anchors, tags, several documents, duplicate keys, keys that
    are no plain text, nesting over 50, merge markers, control characters.
    """
    found = tuple(_problems_of_text(text, path))
    if found:
        return None, found
    try:
        return _Builder(text, path).build()
    except NotReadableError as error:
        return None, (
            Problem(path=path, line=error.line, code=error.code, message=error.message, hint=error.hint),
        )


def _problems_of_text(text: str, path: str) -> Iterator[Problem]:
    def at(pattern: re.Pattern[str], code: str, message: str, hint: str) -> Iterator[Problem]:
        for found in pattern.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            yield Problem(
                path=path, line=line, code=code, message=message.format(ord(found[0][-1])), hint=hint
            )

    yield from at(
        _MERGE_MARKER, "merge-marker", "merge conflict marker",
        "keep one of the two versions and delete the marker lines",
    )  # fmt: skip
    yield from at(_CONTROL, "control-character", "invisible control character U+{:04X}", "delete it")
    yield from at(
        _ODD_BREAK, "control-character", "invisible line separator U+{:04X}", "use an ordinary line end"
    )


class _Builder:
    """Nodes from parser events, one look ahead; recursion is bounded by MAX_DEPTH."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path
        self.problems: list[Problem] = []

    def build(self) -> tuple[Node | None, tuple[Problem, ...]]:
        try:
            root = self._stream(yaml.parse(self.text, Loader=_LOADER))
        except yaml.reader.ReaderError as error:
            line = self.text.count("\n", 0, error.position) + 1
            raise NotReadableError(
                line, "malformed-yaml", "a character that YAML does not allow", "delete it"
            ) from None
        except yaml.MarkedYAMLError as error:
            raise _malformed(error, self.text) from None
        return (None if self.problems else root), tuple(self.problems)

    def _stream(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise NotReadableError(
                        _line(event), "several-documents", "a second document starts here (---)",
                        "keep one document in a file",
                    )  # fmt: skip
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 1)
        return root

    def _node(self, event: Any, events: Iterator[yaml.Event], depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise NotReadableError(
                _line(event),
                "too-deep",
                f"nested deeper than {MAX_DEPTH} levels",
                "a term needs four at most",
            )
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise NotReadableError(
                _line(event), "yaml-alias", f"YAML anchor or alias '{event.anchor}'",
                "write the value out, or put text that starts with & or * in quotes",
            )  # fmt: skip
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise NotReadableError(
                _line(event),
                "yaml-tag",
                f"YAML tag '{tag}'",
                "delete it, or put text that starts with ! in quotes",
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, depth)
        return self._mapping(event, events, depth)

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or None
        line = _line(event)
        if style == '"':
            self._escapes(start, end, line)
        lost = ""
        if style is None and self.text[end : end + 1] in (" ", "\t"):
            line_end = self.text.find("\n", end)
            rest = self.text[end : line_end if line_end >= 0 else len(self.text)].strip()
            lost = rest if rest.startswith("#") else ""
        return Scalar(event.value, line, start, end, style, lost)

    def _escapes(self, start: int, end: int, line: int) -> None:
        for found in _CHANGING_ESCAPE.finditer(self.text, start, end):
            if found["escape"]:
                self.problems.append(
                    Problem(
                        path=self.path,
                        line=line + self.text.count("\n", start, found.start()),
                        code="yaml-escape",
                        message=f"in double quotes, YAML turns {found['escape']} into an invisible character",
                        hint="use single quotes, or write the backslash twice",
                    )
                )

    def _sequence(self, event: Any, events: Iterator[yaml.Event], depth: int) -> Sequence:
        items: list[Node] = []
        inner: Any = event
        for inner in events:
            if isinstance(inner, yaml.SequenceEndEvent):
                break
            items.append(self._node(inner, events, depth + 1))
        return Sequence(
            tuple(items), _line(event), event.start_mark.index, inner.end_mark.index, bool(event.flow_style)
        )

    def _mapping(self, event: Any, events: Iterator[yaml.Event], depth: int) -> Mapping:
        pairs: list[tuple[Scalar, Node]] = []
        first: dict[str, int] = {}
        inner: Any = event
        for inner in events:
            if isinstance(inner, yaml.MappingEndEvent):
                break
            name = self._node(inner, events, depth + 1)
            if not isinstance(name, Scalar):
                raise NotReadableError(
                    name.line, "malformed-yaml", "a list or mapping as a key", "use a plain word"
                )
            value = self._node(next(events), events, depth + 1)
            if name.value in first:
                self.problems.append(
                    Problem(
                        path=self.path,
                        line=name.line,
                        code="duplicate-key",
                        message=f"'{name.value}' stands twice; the first is in line {first[name.value]}",
                        hint="keep one of the two",
                    )
                )
            first.setdefault(name.value, name.line)
            pairs.append((name, value))
        return Mapping(
            tuple(pairs),
            _line(event),
            event.start_mark.index,
            inner.end_mark.index,
            bool(event.flow_style),
        )


_CHANGING_ESCAPE = re.compile(r"\\\\|(?P<escape>\\(?:[0abtvfreN_LP]|x[01][0-9a-fA-F]|u00[01][0-9a-fA-F]))")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


_HINTS = (  # (what PyYAML says, take the line where the construct began?, what we say, what to do)
    ("could not find expected ':'", True, "a line that is neither 'key: value' nor part of the value above",
     "write 'key: value', indent it under its key, or put the value in quotes"),
    ("mapping values are not allowed", False, "a second ': ' inside a value, or a key indented too far",
     "put the value in quotes, or align the key with the others"),
    ("found unexpected end of stream", True, "a quote that is never closed", "add the closing quote"),
    ("did not find expected ',' or ']'", True, "a list in brackets that does not close as expected",
     "close it with ] and put items with special characters in quotes"),
    ("did not find expected ',' or '}'", True, "a mapping in braces that does not close as expected",
     "close it with }, or put the value in quotes"),
    ("did not find expected key", False, "the indentation or quoting breaks here",
     "align the key with the others, or put the value above in quotes"),
    ("did not find expected '-' indicator", False, "the indentation of this list breaks here",
     "align the '-' with the others"),
    ("found character that cannot start any token", False, "a value begins with a sign that YAML reserves",
     "put the value in quotes"),
    ("block sequence entries are not allowed", False, "a list item where none can stand",
     "start the list in a line of its own"),
    ("found unknown escape character", False, "a backslash in double quotes that YAML does not know",
     "use single quotes, or write the backslash twice"),
)  # fmt: skip


def _malformed(error: yaml.MarkedYAMLError, text: str) -> NotReadableError:
    said = str(error.problem or error.context or "not readable")
    here = error.problem_mark or error.context_mark
    began = error.context_mark or here
    line = (here.line if here else 0) + 1
    lines = text.split("\n")
    for spot in (here, began):
        if spot is not None and spot.line < len(lines):
            written = lines[spot.line]
            if "\t" in written[: len(written) - len(written.lstrip())] or (
                spot is here and written[spot.column : spot.column + 1] == "\t"
            ):
                return NotReadableError(spot.line + 1, "tab", "a tab character", "indent with spaces")
    for pattern, from_start, message, hint in _HINTS:
        if pattern in said:
            return NotReadableError(
                (began.line + 1) if from_start and began else line, "malformed-yaml", message, hint
            )
    return NotReadableError(
        min(line, len(lines)), "malformed-yaml", f"not readable as YAML: {said}", "check the lines above"
    )
