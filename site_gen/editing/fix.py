"""What can be mended without asking anyone: signs, line ends and the order of fields.

A fix never changes what a file says: the values that are read before and after are the same, but for a space
that only looked like one, and quotes that YAML took for a part of the value. What cannot be proven so is left
to a person. Every byte outside of a fix stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from site_gen.corpus.layout import PAGES
from site_gen.corpus.load import load
from site_gen.corpus.scalars import CURLY
from site_gen.corpus.yaml import parse
from site_gen.corpus.yaml.characters import SPACES
from site_gen.editing.field_order import reordered
from site_gen.model.problem import errors

_BOM = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n?")
_SPACE = re.compile(f"[{SPACES}]")
_TRAILING = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)  # looked for once in each run of blanks
_CURLY_SIGNS = frozenset("".join(CURLY))
_QUOTED = re.compile(
    rf"(?P<before>\s*(?:- )?(?:[\w-]+: +)?)(?P<value>[{''.join(_CURLY_SIGNS)}].*(?<! ))(?P<after> *)"
)
_ROUNDS = 20  # curly quotes that break the YAML are found one at a time


class Fix(NamedTuple):  # a tuple: it is sorted by line and unpacked
    """What was mended in a line of the file as it was."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Fixed:
    data: bytes
    fixes: tuple[Fix, ...]


def fix_all(files: Mapping[str, bytes]) -> dict[str, Fixed]:
    """The files that are mended, by path; running it on what came out changes nothing."""
    found = {path: fix(path, data) for path, data in files.items() if _is_ours(path)}
    return {path: fixed for path, fixed in found.items() if fixed.data != files[path]}


def _is_ours(path: str) -> bool:
    return path.endswith(".yaml") and not path.startswith(PAGES)


def fix(path: str, data: bytes) -> Fixed:
    """One file of the corpus; as it is where it is no UTF-8 text, or too large for one."""
    text, problem = parse.decode(data, path)
    if problem:
        return Fixed(data, ())
    notes: list[Fix] = [Fix(1, "byte order mark removed")] if data.startswith(_BOM) else []
    text = text.lstrip("\ufeff")
    # In another order a block may end elsewhere, where blanks at its end mean nothing any more.
    for step in (_line_ends, _spaces, _quotes(path), _blanks, _end_of_file, _order(path), _blanks):
        text, found = step(text)
        notes += found
    return Fixed(text.encode(), tuple(sorted(notes)))


Step = Callable[[str], tuple[str, list[Fix]]]


def _line_ends(text: str) -> tuple[str, list[Fix]]:
    found = _LINE_END.search(text)
    if not found:
        return text, []
    line = text.count("\n", 0, found.start()) + 1
    return _LINE_END.sub("\n", text), [Fix(line, "line ends made ordinary (LF), from here on")]


def _spaces(text: str) -> tuple[str, list[Fix]]:
    rows = text.split("\n")
    notes = [
        Fix(number, "a space that YAML takes for a letter made an ordinary one")
        for number, row in enumerate(rows, 1)
        if _SPACE.search(row)
    ]
    return (_SPACE.sub(" ", text), notes) if notes else (text, [])


def _quotes(path: str) -> Step:
    """Curly quotes become straight ones where reading complains of them, and only there."""

    def step(text: str) -> tuple[str, list[Fix]]:
        notes: list[Fix] = []
        for _ in range(_ROUNDS):
            lines = _curly_lines(path, text) if _CURLY_SIGNS.intersection(text) else set()
            after = _with_straight(text, lines)
            if after is None or after == text:
                break
            notes += (Fix(line, "curly quotes made straight") for line in sorted(lines))
            text = after
        return text, notes

    return step


def _curly_lines(path: str, text: str) -> set[int]:
    problems = load({path: text.encode()}).problems
    return {
        problem.line
        for problem in problems
        if problem.code == "curly-quotes" or (problem.code == "malformed-yaml" and "curly" in problem.message)
    }


def _with_straight(text: str, lines: set[int]) -> str | None:
    """The text with straight quotes around the values of these lines; None where a value holds its own."""
    node, _ = parse.parse(text, "")
    if node is None:
        return _straight_rows(text, lines)
    spans = [
        (scalar.start, scalar.end)
        for scalar in _scalars(node)
        if scalar.line in lines and not scalar.style and scalar.value[:1] + scalar.value[-1:] in CURLY
    ]
    for start, end in sorted(spans, reverse=True):
        inner = text[start + 1 : end - 1]
        if re.search(r'["\\\n]', inner):
            return None
        text = f'{text[:start]}"{inner}"{text[end:]}'
    return text


def _straight_rows(text: str, lines: set[int]) -> str | None:
    rows = text.split("\n")
    for line in lines:
        found = _QUOTED.fullmatch(rows[line - 1])
        value = found["value"] if found else ""
        if not found or value[0] + value[-1] not in CURLY or re.search(r'["\\]', value[1:-1]):
            return None
        rows[line - 1] = f'{found["before"]}"{value[1:-1]}"{found["after"]}'
    return "\n".join(rows)


def _scalars(node: parse.Node | None) -> Iterator[parse.Scalar]:
    if isinstance(node, parse.Scalar):
        yield node
    elif isinstance(node, parse.Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif node:
        for _, inner in node.pairs:
            yield from _scalars(inner)


def _blanks(text: str) -> tuple[str, list[Fix]]:
    """White space at line ends goes; in a block of text two spaces are a line break, so there it stays."""
    spots = [(found.start(), found.end()) for found in _TRAILING.finditer(text)]
    if not spots:
        return text, []
    before = read(text)
    if before is None:
        return text, []
    node, _ = parse.parse(text, "")
    blocks = [(one.start, one.end) for one in _scalars(node) if one.style in ("|", ">")]
    outside = [spot for spot in spots if not any(start <= spot[0] < end for start, end in blocks)]
    for some in (spots, outside):
        after = _without(text, some)
        if read(after) == before:
            lines = (text.count("\n", 0, start) + 1 for start, _ in some)
            return after, [Fix(line, "white space at the end of the line removed") for line in lines]
    return text, []


def _without(text: str, spots: list[tuple[int, int]]) -> str:
    for start, end in reversed(spots):
        text = text[:start] + text[end:]
    return text


def _end_of_file(text: str) -> tuple[str, list[Fix]]:
    if not text or text.endswith("\n"):
        return text, []
    before, after = read(text), text + "\n"
    if before is None or read(after) != before:
        return text, []
    return after, [Fix(text.count("\n") + 1, "line end added to the last line")]


def _order(path: str) -> Step:
    def step(text: str) -> tuple[str, list[Fix]]:
        after, line = reordered(path, text)
        before = read(text) if line else None
        if not line or before is None or read(after) != before:
            return text, []
        return after, [Fix(line, "fields put into their usual order, from here on")]

    return step


def read(text: str) -> Any:
    """What the text says, whatever the order of its fields; None where it cannot be read whole."""
    node, problems = parse.parse(text, "")
    return None if errors(problems) or node is None else _plain(node)


def _plain(node: parse.Node) -> Any:
    """Line breaks at the ends apart, which mean nothing to any field."""
    if isinstance(node, parse.Scalar):
        return node.value.rstrip("\n"), node.lost
    if isinstance(node, parse.Sequence):
        return [_plain(item) for item in node.items]
    return {key.value: _plain(value) for key, value in node.pairs}
