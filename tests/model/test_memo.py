"""What a stage keeps is used again only where all that it was made from is the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from helpers.corpora import term_yaml, tree
from helpers.rows import each_row
from site_gen.corpus.disk import Tree
from site_gen.corpus.load import load
from site_gen.model.memo import AFRESH, Memo, same
from site_gen.model.records import Site
from site_gen.pipeline import build


@dataclass(frozen=True)
class Row:
    name: str
    parts: dict[str, int]


@dataclass(frozen=True, eq=False)
class Itself:
    name: str


@each_row(
    "one, other, alike",
    [
        ("a", "a", True),
        ("a", Markup("a"), False),
        (Markup("a"), Markup("a"), True),
        (1, True, False),
        (1, 1.0, False),
        ((1, [2]), (1, [2]), True),
        ((1,), [1], False),
        ({"a": 1, "b": 2}, {"a": 1, "b": 2}, True),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, False),
        ({"a": 1}, {"a": True}, False),
        (Row("a", {"x": 1, "y": 2}), Row("a", {"x": 1, "y": 2}), True),
        (Row("a", {"x": 1, "y": 2}), Row("a", {"y": 2, "x": 1}), False),
        (Itself("a"), Itself("a"), False),
        (frozenset("ab"), frozenset("ba"), True),
        (iter(()), iter(()), False),
    ],
)
def test_values_are_the_same_only_in_type_order_and_parts(one: Any, other: Any, alike: bool) -> None:
    assert same(one, other) is alike
    assert same(one, one)


def test_a_value_is_made_again_when_its_source_changes_or_nobody_asked_for_it() -> None:
    memo, made = Memo(), []

    def ask(source: str) -> str:
        return memo.made("stage", "a", (source,), lambda: made.append(source) or source.upper())

    assert [ask("x"), ask("x"), ask("y"), ask("x")] == ["X", "X", "Y", "X"]
    assert made == ["x", "y", "x"]
    memo.forget()
    ask("x")
    assert made == ["x", "y", "x"]
    memo.forget()
    memo.forget()
    ask("x")
    assert made == ["x", "y", "x", "x"]
    assert AFRESH.made("stage", "a", (), lambda: 1) == 1


def test_a_file_that_did_not_change_stays_the_same_record() -> None:
    memo, files = Memo(), tree(one=term_yaml("One"), two=term_yaml("Two"))
    before = load(files, memo=memo).glossary
    files["glossary/terms/two.yaml"] = term_yaml("Two", "aliases: [Second]").encode()
    after = load(files, memo=memo).glossary
    assert after.by_slug["one"] is before.by_slug["one"]
    assert after.by_slug["two"].aliases == ("Second",)
    assert after == load(files).glossary


def test_the_order_of_a_mapping_reaches_the_page() -> None:
    metric = "metric: {{formula: a / b, unit: x, better: lower, parts: {{{}}}, worked: {{a: '4', b: '2', result: '2'}}}}"
    rows = "a: one, b: two", "b: two, a: one"
    memo, pages = Memo(), []
    for row in rows:
        files = tree(one=term_yaml("One", metric.format(row)))
        pages.append(build(Tree(files=files), Site(), memo=memo).files["terms/one.md"])
        assert pages[-1] == build(Tree(files=files), Site()).files["terms/one.md"]
    assert pages[0] != pages[1]


def test_settings_reach_every_page() -> None:
    memo, files = Memo(), Tree(files=tree(one=term_yaml("One")))
    for site in (Site(), Site(name="Words", url="https://example.org/"), Site()):
        assert build(files, site, memo=memo).files == build(files, site).files
