"""YAML as text with places: nothing guessed, nothing lost without a word, and marks that can be trusted."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from site_gen.corpus.yaml.characters import signs
from site_gen.corpus.yaml.explain import MAX_DEPTH, malformed
from site_gen.corpus.yaml.parse import MAX_BYTES, Mapping, Node, Scalar, Sequence, decode, parse
from site_gen.model.problem import errors


def root(text: str) -> Node:
    node, problems = parse(text, "x.yaml")
    assert not errors(problems), problems
    assert node is not None
    return node


def value(text: str) -> Scalar:
    """The value of the first field."""
    node = root(text)
    assert isinstance(node, Mapping)
    scalar = node.pairs[0][1]
    assert isinstance(scalar, Scalar)
    return scalar


@each_row(
    "typed",
    [
        "NO",
        "on",
        "1:1",
        "007",
        "12:30",
        "0x1F",
        "1_000",
        "1e5",
        ".5",
        "true",
        "null",
        "~",
        "2026-11-21",
        "=",
        "<",
    ],
)
def test_every_scalar_is_the_text_that_was_typed(typed: str) -> None:
    assert value(f"a: {typed}\n").value == typed


@each_row(
    "text, expected",
    [
        ("a: 'it''s'\n", "it's"),
        ('a: "x\\ny"\n', "x\ny"),
        ('a: "a \\\\b"\n', "a \\b"),
        ("a: one\n  two\n", "one two"),
        ("a: one\n\n  two\n", "one\ntwo"),
        ("a: |\n  one\n  two\n", "one\ntwo\n"),
        ("a: |-\n  one\n   two\n", "one\n two"),
        ("a: >-\n  one\n  two\n\n  three\n", "one two\nthree"),
        ("a: '#1'\n", "#1"),
        ("a: C#\n", "C#"),
        ("a:\n", ""),
        ("a: https://example.org/x#y\n", "https://example.org/x#y"),
        ("a: 👩‍🚀 здравствуй\n", "👩‍🚀 здравствуй"),
        ("\ufeffa: x\n".removeprefix("\ufeff"), "x"),
        ("a: x\r\n", "x"),
    ],
)
def test_values_are_those_of_yaml(text: str, expected: str) -> None:
    assert value(text).value == expected


@each_row(
    "text, lost, line",
    [
        ("a: x # y\n", "# y", 1),
        ("a: #y\n", "#y", 1),
        ("a: x\n  z # y\nb: 1\n", "# y", 2),
        ("a: x\n  # y\nb: 1\n", "# y", 2),
        ("a: |\n    x\n\n  # y\n", "# y", 4),
        ("a: >\n    x\n  # y\n\n\nb: 1\n", "# y", 3),
        # comments, which nobody misses
        ("a: x\n# y\nb: 1\n", "", 0),
        ("a: |\n  x\n# y\nb: 1\n", "", 0),
        ("a: |\n  x\n  # y\n", "", 0),
        ("a: 'x' # y\n", "", 0),
        ("a: x\n\n# y\n", "", 0),
        ("# y\na: x#y\n", "", 0),
        ("a: | # y\n  x\n", "", 0),
    ],
)
def test_words_that_yaml_takes_for_a_comment_are_kept_as_lost(text: str, lost: str, line: int) -> None:
    found = value(text)
    assert (found.lost, found.lost_line) == (lost, line)


def test_a_comment_in_a_nested_block_is_no_loss() -> None:
    node = root("a:\n  b: |\n    x\n  # about c\n  c: y\n")
    assert isinstance(node, Mapping)
    inner = node.pairs[0][1]
    assert isinstance(inner, Mapping)
    assert [scalar.lost for _, scalar in inner.pairs if isinstance(scalar, Scalar)] == ["", ""]


def test_places_are_lines_and_offsets_of_the_text() -> None:
    text = "# 😀 first\nname: Zoë 😀\nlist:\n  - one\n  - {a: 'b'}\n"
    node = root(text)
    assert isinstance(node, Mapping)
    name, items = node.get("name"), node.get("list")
    assert isinstance(name, Scalar)
    assert isinstance(items, Sequence)
    assert (name.line, text[name.start : name.end]) == (2, "Zoë 😀")
    one, mapping = items.items
    assert (one.line, text[one.start : one.end]) == (4, "one")
    assert (mapping.line, text[mapping.start : mapping.end]) == (5, "{a: 'b'}")
    assert not items.flow
    assert isinstance(mapping, Mapping)
    assert mapping.flow
    assert node.get("nothing") is None


def test_a_text_of_several_lines_is_kept_as_written() -> None:
    assert value("a: >-\n  one\n  two\nb: 1\n").raw.rstrip() == ">-\n  one\n  two"
    assert value("a: one\nb: 1\n").raw == ""


@each_row(
    "data, text",
    [(b"a: x", "a: x"), (b"\xef\xbb\xbfa: x", "a: x"), ("ü".encode(), "ü"), (b"", "")],
)
def test_bytes_are_decoded_with_or_without_a_mark(data: bytes, text: str) -> None:
    assert decode(data, "x.yaml") == (text, None)


def test_decode_names_the_line_of_the_first_wrong_byte() -> None:
    text, problem = decode(b"a: 1\nb: \xff\n", "x.yaml")
    assert text == ""
    assert problem is not None
    assert str(problem) == "x.yaml:2: byte 0xff is not UTF-8 text; save the file as UTF-8 [not-utf8]"


_LINES = st.lists(
    st.sampled_from(
        ["name: Call", "- one", "  - two", "a: |", "  text # not lost", "b: >-", "    deep", "", "# note", "c: 'x'",
         "d: [a, {b: c}]", "e: x # y", "\tf: g", "  g: h", "h:", "  # i", '"', "---", "😀: ä"]
    ),
    max_size=14,
)  # fmt: skip


@given(_LINES)
def test_what_is_read_is_what_yaml_reads(lines: list[str]) -> None:
    """The same values as PyYAML's own composer, wherever both read the text."""
    text = "\n".join(lines) + "\n"
    node, problems = parse(text, "x.yaml")
    if not problems:
        assert _plain(node) == yaml.load(text, Loader=yaml.BaseLoader)


def _plain(node: Node | None) -> object:
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {key.value: _plain(inner) for key, inner in node.pairs}


@given(_LINES)
def test_marks_cut_out_exactly_the_node(lines: list[str]) -> None:
    """Editing relies on it: what stands between the marks reads as the node alone."""
    text = "\n".join(lines) + "\n"
    node, problems = parse(text, "x.yaml")
    for scalar in _scalars(node) if not problems else ():
        written = text[scalar.start : scalar.end]
        assert text.count("\n", 0, scalar.start) + 1 == scalar.line
        if not scalar.raw:
            assert _first(root(f"- {written}\n")) == scalar.value


def _first(node: Node) -> str:
    assert isinstance(node, Sequence)
    assert isinstance(node.items[0], Scalar)
    return node.items[0].value


def _scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in _scalars(item)]
    if isinstance(node, Mapping):
        return [scalar for pair in node.pairs for part in pair for scalar in _scalars(part)]
    return []


@pytest.mark.slow
@each_row(
    "text",
    ["[" * MAX_BYTES, "{" * MAX_BYTES, "- " * 500_000, "? " * 500_000, "a: " * 300_000, "\x00\n" * 400_000,
     "a: \u00a0\n" * 150_000, 'a: "' + "\\t" * 400_000 + '"', "#\n" * 500_000, "a: |\n  x\n" + "\n" * 900_000,
     "&a " * 300_000, "!a " * 300_000, "%\n" * 400_000, "\u2028" * 300_000, "=======\n" * 100_000],
)  # fmt: skip
def test_no_file_of_legal_size_hangs(text: str) -> None:
    """Each was minutes or a crash with a parser or a search that goes back to the start."""
    began = time.process_time()
    parse(text, "x.yaml")
    assert time.process_time() - began < 10


def test_what_is_not_there_stands_in_the_last_line() -> None:
    assert root("---").line == 1


def test_nesting_ends_at_its_limit() -> None:
    _, problems = parse("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "x.yaml")
    assert [problem.code for problem in problems] == ["too-deep"]
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x.yaml")[1] == ()


def test_problems_come_in_the_order_of_lines() -> None:
    _, problems = parse('a:\n  b: "\\0"\nc: 1\na: "\\0"\n', "x.yaml")
    assert [(problem.line, problem.code) for problem in problems] == [
        (2, "yaml-escape"),
        (4, "duplicate-key"),
        (4, "yaml-escape"),
    ]


def test_what_no_file_can_hold_but_a_command_line_can_is_no_sign() -> None:
    assert not list(signs("caf\udce9 – “quoted”", ""))


@each_row(
    "escape, refused",
    [
        ("\\u007f", True), ("\\x7f", True), ("\\u200b", True), ("\\u202E", True), ("\\uFEFF", True), ("\\ud800", True),
        ("\\U0000200b", True), ("\\x85", True), ("\\u00e9", False), ("\\xe9", False), ("\\U0001F600", False),
    ],
)  # fmt: skip
def test_an_escape_that_writes_what_nobody_sees_is_refused(escape: str, refused: bool) -> None:
    _, problems = parse(f'a: "b{escape}c"\n', "x.yaml")
    assert bool(problems) == refused
    assert {problem.code for problem in problems} <= {"yaml-escape", "malformed-yaml"}


def test_a_limit_of_the_parser_is_told_like_our_own() -> None:
    """Newer versions of libyaml refuse deep nesting themselves, while they look ahead."""
    mark = yaml.Mark("", 0, 0, 1009, None, 0)  # type: ignore[no-untyped-call]
    error = yaml.MarkedYAMLError("while increasing flow level", mark, "exceeded maximum nesting depth", mark)
    assert malformed(error, "a: " + "[" * 1100)[:3] == (
        1,
        "too-deep",
        f"nested deeper than {MAX_DEPTH} levels",
    )
