"""YAML as text with places: every scalar a string, every node with its line and span.

PyYAML's composer guesses types (``NO``, ``1:1``, ``007``), follows aliases and recurses until the C
stack ends, so nodes are built here from its parser's events instead: no guessing, one pass, a depth limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from site_gen.corpus.yaml.characters import breaks, signs
from site_gen.corpus.yaml.explain import MAX_DEPTH, changing_escapes, comment_after, malformed, too_deep
from site_gen.model.problem import Problem

MAX_BYTES = 1_000_000

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text; ``start`` and ``end`` are offsets into the file, for this and the other nodes."""

    value: str
    line: int
    start: int
    end: int
    style: str | None  # None for plain, else the quote or block sign
    lost: str = ""  # words that YAML takes for a comment, because of " #"
    lost_line: int = 0
    raw: str = ""  # the text as written, where it runs over several lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list; ``flow`` where it is written in brackets."""

    items: tuple[Node, ...]
    line: int
    start: int
    end: int
    flow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys with their values in the order of the file; ``flow`` where it is written in braces."""

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
    """The text of a corpus file without a byte order mark, or the problem that keeps it from being text."""
    if len(data) > MAX_BYTES:
        return "", Problem(
            path=path, line=1, code="too-large", message=f"file is larger than {MAX_BYTES:,} bytes",
            hint="split it, or check that it is the right file",
        )  # fmt: skip
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"\0" in data[:2] and data[:2] != b"\0\0"):
        return "", Problem(
            path=path, line=1, code="not-utf8", message="the file is UTF-16, expected UTF-8",
            hint="save it again with the encoding UTF-8",
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
    are no plain text, nesting over 50, merge markers, characters that nobody sees. Where a problem leaves the
    structure whole, the node comes with it, so that the rest of the file can be read in the same run.
    """
    found = tuple(signs(text, path))
    if any(map(breaks, found)):
        return None, found
    try:
        node, more = _Builder(text, path).build()
    except NotReadableError as error:
        node = None
        more = (Problem(path=path, line=error.line, code=error.code, message=error.message, hint=error.hint),)
    return node, (*found, *more)


class _Builder:
    """Nodes from parser events, one look ahead; recursion is bounded by MAX_DEPTH."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path
        self.has_signs = "#" in text  # most files have none, and then nothing can be lost
        self.problems: list[Problem] = []

    @cached_property
    def last_line(self) -> int:
        return self.text.count("\n") + 1

    def build(self) -> tuple[Node | None, tuple[Problem, ...]]:
        try:
            root = self._stream(iter(_LOADER(self.text).get_event, None))
        except yaml.reader.ReaderError as error:
            line = self.text.count("\n", 0, error.position) + 1
            raise NotReadableError(
                line, "malformed-yaml", "a character that YAML does not allow", "delete it"
            ) from None
        except yaml.MarkedYAMLError as error:
            raise NotReadableError(*malformed(error, self.text)) from None
        return root, tuple(sorted(self.problems, key=lambda problem: (problem.line, problem.code)))

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
            raise NotReadableError(*too_deep(_line(event)))
        if event.anchor or event.tag:  # an alias has its anchor, and no tag
            raise _trick(event)
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event, None)
        if kind is yaml.SequenceStartEvent:
            return self._sequence(event, events, depth)
        return self._mapping(event, events, depth)

    def _scalar(self, event: Any, column: int | None) -> Scalar:
        """``column`` is where the keys or dashes around it stand, None inside brackets and at the top."""
        value, first, last = event.value, event.start_mark, event.end_mark
        start, end, row = first.index, last.index, first.line
        style = event.style or None
        line = row + 1 if value else min(row + 1, self.last_line)  # PyYAML puts what is absent past the end
        if style == '"':
            self._refuse_escapes(start, end, line)
        raw = self.text[start:end] if last.line > row else ""
        lost, lost_line = comment_after(self.text, event, column) if self.has_signs else ("", 0)
        return Scalar(
            value=value, line=line, start=start, end=end, style=style, lost=lost, lost_line=lost_line, raw=raw
        )

    def _refuse_escapes(self, start: int, end: int, line: int) -> None:
        for escape, at in changing_escapes(self.text, start, end, line):
            self._problem(
                at, "yaml-escape", f"in double quotes, YAML turns {escape} into an invisible character",
                "use single quotes, or write the backslash twice",
            )  # fmt: skip

    def _sequence(self, event: Any, events: Iterator[yaml.Event], depth: int) -> Sequence:
        items, end = self._inside(event, events, depth + 1, keys=False)
        return Sequence(
            items=tuple(items), line=_line(event), start=event.start_mark.index, end=end,
            flow=bool(event.flow_style),
        )  # fmt: skip

    def _mapping(self, event: Any, events: Iterator[yaml.Event], depth: int) -> Mapping:
        nodes, end = self._inside(event, events, depth + 1, keys=True)
        names: list[Any] = nodes[::2]  # scalars, for else the reading has ended
        if len({name.value for name in names}) < len(names):
            self._refuse_seconds(names)
        pairs = tuple(zip(names, nodes[1::2], strict=True))
        return Mapping(
            pairs=pairs, line=_line(event), start=event.start_mark.index, end=end,
            flow=bool(event.flow_style),
        )  # fmt: skip

    def _inside(
        self, begin: Any, events: Iterator[yaml.Event], depth: int, *, keys: bool
    ) -> tuple[list[Node], int]:
        """The items of a list, or the keys and values of a mapping in turn; and where it ends."""
        nodes: list[Node] = []
        column = None if begin.flow_style else int(begin.start_mark.column)
        event: Any = begin
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent and depth <= MAX_DEPTH and not event.anchor and not event.tag:
                nodes.append(self._scalar(event, column))  # nearly all: straight, past _node
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                break
            else:
                node = self._node(event, events, depth)
                if keys and len(nodes) % 2 == 0:
                    raise NotReadableError(
                        node.line, "malformed-yaml", "a list or mapping as a key", "use a plain word"
                    )
                nodes.append(node)
        return nodes, event.end_mark.index

    def _refuse_seconds(self, names: list[Scalar]) -> None:
        first: dict[str, int] = {}
        for name in names:
            if name.value in first:
                self._problem(
                    name.line, "duplicate-key",
                    f"'{name.value}' stands twice; the first is in line {first[name.value]}",
                    "keep one of the two",
                )  # fmt: skip
            first.setdefault(name.value, name.line)

    def _problem(self, line: int, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(path=self.path, line=line, code=code, message=message, hint=hint))


def _trick(event: Any) -> NotReadableError:
    if event.anchor:
        return NotReadableError(
            _line(event), "yaml-alias", f"YAML anchor or alias '{event.anchor}'",
            "write the value out, or put text that starts with & or * in quotes",
        )  # fmt: skip
    return NotReadableError(
        _line(event), "yaml-tag", f"YAML tag '{event.tag}'",
        "delete it, or put text that starts with ! in quotes",
    )  # fmt: skip


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
