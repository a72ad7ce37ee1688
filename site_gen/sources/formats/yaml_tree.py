"""YAML to a tree, also that of other people with anchors, tags and several documents.

The strict reader of the corpus comes first. What it refuses is read leniently, in bounded time and memory.

Aliases are unfolded within a bound, keys merged with ``<<`` stand after the own keys of a mapping, tags are
ignored, and of a key that stands twice both values are kept. Nothing is guessed: each value stays a text.
Where the text is no YAML, because people write "a: b: c" without quotes, such values are quoted first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import yaml

from site_gen.corpus.yaml import parse
from site_gen.model.problem import Problem, errors
from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats.data_tree import MAX_DEPTH, Leaf, Many, Named, Value
from site_gen.sources.shape.lines import without_unseen

MAX_NODES = 200_000  # values after all aliases are unfolded
SIGNS = 20  # signs of a text that count as a value where an alias repeats them
HINT = "export it more plainly"
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MERGE = "<<"
LONGEST = 4_000  # characters of a line in which quotes are set
_ENTRY = re.compile(r"(?P<head>[ ]*(?:-[ ]+)*(?:[^\s#&*!|>'\"%@`{\[:,-][^\n:]{0,200}?:[ ]+)?)(?P<value>\S.*)")
_RESERVED = re.compile(r"[@`%]|[&*!](?:\s|\S{0,80}[^\w\s-])|[\[{][^\]}]*$")


def from_yaml(text: str) -> Value | None:
    """The tree of a YAML text, with several documents as a list; None if it is empty.

    Raises ``UnreadableError`` with the problem that the strict reader found, if no reading succeeds.
    """
    node, problems = parse.parse(text, "")
    wrong = errors(problems)
    if not wrong:
        return _of_node(node) if node else None
    for attempt in (text, _without_tabs(text), _quoted(_without_tabs(text))):
        with suppress(yaml.YAMLError, RecursionError, ValueError):
            return _documents(attempt)
    raise _unreadable(wrong[0])


def check(text: str) -> None:
    """Raise ``UnreadableError`` for a text that is no YAML, where a lenient reading finds nothing in it."""
    with suppress(yaml.YAMLError, RecursionError, ValueError):
        _documents(text)
        return  # YAML that our own files may not hold, as with aliases
    if wrong := errors(parse.parse(text, "")[1]):
        raise _unreadable(wrong[0])


def _unreadable(first: Problem) -> UnreadableError:
    return UnreadableError(
        "import-unreadable", f"not readable as YAML: {first.message}", first.hint, first.line
    )


def _of_node(node: parse.Node) -> Value:
    if isinstance(node, parse.Scalar):
        nothing = node.value == "~" and node.style is None  # YAML's word for no value
        return Leaf(text="" if nothing else without_unseen(node.value), line=node.line)
    if isinstance(node, parse.Sequence):
        return Many(items=tuple(map(_of_node, node.items)), line=node.line)
    pairs = tuple(
        (Leaf(text=without_unseen(key.value), line=key.line), _of_node(value)) for key, value in node.pairs
    )
    return Named(pairs=pairs, line=node.line)


def _documents(text: str) -> Value | None:
    found = _Builder(events=yaml.parse(text, Loader=_LOADER)).documents()
    if len(found) < 2:
        return found[0] if found else None
    return Many(items=tuple(found), line=found[0].line)


@dataclass(slots=True, kw_only=True)
class _Builder:
    """Build values from the events of the parser, counting what aliases would unfold."""

    events: Iterator[yaml.Event]
    anchors: dict[str, Value] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)  # values below each anchor
    lengths: dict[str, int] = field(default_factory=dict)  # signs of their texts
    depths: dict[str, int] = field(default_factory=dict)
    nodes: int = 0
    signs: int = 0
    deepest: int = 0

    def documents(self) -> list[Value]:
        out = []
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.anchors.clear()
                value = self._value(next(self.events), 0)
                if not (isinstance(value, Leaf) and not value.text.strip()):
                    out.append(value)
        return out

    def _count(self, more: int, depth: int) -> None:
        self.nodes += more
        self.deepest = max(self.deepest, depth)
        if self.nodes > MAX_NODES:
            message = f"the YAML unfolds to more than {MAX_NODES:,} values"
            raise UnreadableError("import-too-large", message, HINT)
        if depth > MAX_DEPTH:
            raise UnreadableError("import-unreadable", "nested too deep to be read", HINT)

    def _value(self, event: yaml.Event, depth: int) -> Value:
        line = event.start_mark.line + 1 if event.start_mark else 1
        name = getattr(event, "anchor", None) or ""
        if isinstance(event, yaml.AliasEvent):
            if name not in self.anchors:
                raise ValueError(f"alias {name} without an anchor")
            self.signs += self.lengths[name]
            self._count(self.sizes[name] + self.lengths[name] // SIGNS, depth + self.depths[name])
            return self.anchors[name]
        self._count(1, depth)
        before, signs, above = self.nodes, self.signs, self.deepest
        self.deepest = depth
        value: Value
        if isinstance(event, yaml.ScalarEvent):
            text = "" if event.value == "~" and event.implicit[0] else event.value
            value = Leaf(text=without_unseen(text), line=line)
            self.signs += len(text)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = Many(items=tuple(self._parts(yaml.SequenceEndEvent, depth)), line=line)
        else:
            value = self._named(depth, line)
        if name:
            self.anchors[name] = value
            self.sizes[name] = 1 + self.nodes - before
            self.lengths[name] = self.signs - signs
            self.depths[name] = self.deepest - depth
        self.deepest = max(above, self.deepest)
        return value

    def _parts(self, end: type[yaml.Event], depth: int) -> Iterator[Value]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield self._value(event, depth + 1)

    def _named(self, depth: int, line: int) -> Named:
        parts = list(self._parts(yaml.MappingEndEvent, depth))
        own: list[tuple[Leaf, Value]] = []
        merged: list[tuple[Leaf, Value]] = []
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            if isinstance(key, Leaf) and key.text == _MERGE:
                for one in value.items if isinstance(value, Many) else (value,):
                    merged += one.pairs if isinstance(one, Named) else ()
            elif isinstance(key, Leaf):
                own.append((key, value))
            else:
                raise ValueError("a key that is no text")
        said = {key.text for key, _ in own}
        for key, value in merged:
            if key.text not in said:
                said.add(key.text)
                own.append((key, value))
                self._count(1, depth)
        return Named(pairs=tuple(own), line=line)


def _without_tabs(text: str) -> str:
    """The text with blanks instead of the tabs at the start of lines, and after a key or a dash."""
    return re.sub(r"(?m)^[ \t]+|(?<=[:-])\t+", lambda found: found[0].replace("\t", "  "), text)


def _quoted(text: str) -> str:
    """The text with quotes around values of one line that YAML would take for something else."""
    out = []
    block = -1  # indent of the line that opened a block of text
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if block >= 0 and (indent > block or not line.strip()):
            out.append(line)
            continue
        block = indent if re.search(r"(?:^|\s)[|>][-+0-9]{0,2}\s*$", line) else -1
        entry = _ENTRY.match(line.rstrip()) if block < 0 and len(line) < LONGEST else None
        if entry and _needs_quotes(entry["value"]):
            line = entry["head"] + "'" + entry["value"].replace("'", "''") + "'"
        out.append(line)
    return "\n".join(out)


def _needs_quotes(value: str) -> bool:
    """Whether a value is not quoted or in brackets as a whole, and has signs of YAML in it."""
    first, last = value[0], value[-1]
    if first in "\"'":
        inner = value[1:-1].replace("\\" + first, "").replace(first * 2, "")
        return first in inner or (last != first and first in value[1:])
    if (first, last) in (("[", "]"), ("{", "}")):
        return False
    return ": " in value or _RESERVED.match(value) is not None
