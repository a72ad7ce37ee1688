"""Changes of one YAML text: the change is made, and nothing else of the text changes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.tried import tried
from site_gen.corpus.yaml import characters, edit, parse

SOURCE = """\
# who wrote it
title:   Words of support   # two spaces more
entries:
  # first
  - name: Backlog
    says: >-
      A pile of requests
      that wait.
    term: backlog   # ruled

  - {name: Churn, also: [attrition, 'loss: of customers'],}
  - name: "Queue"
    also:
      - line
      - row  # rare

    # tail of the list
keep_text: false
"""


def plain(text: str) -> Any:
    root, problems = parse.parse(text, "x.yaml")
    assert not problems, (problems, text)
    return value_of(root)


def value_of(node: parse.Node | None) -> Any:
    if isinstance(node, parse.Scalar):
        return node.value
    if isinstance(node, parse.Sequence):
        return [value_of(item) for item in node.items]
    return {key.value: value_of(value) for key, value in node.pairs} if node else None


@each_row(
    "keys, value, old, new",
    [
        (("title",), "Other words", "Words of support  ", "Other words  "),
        (("entries", 0, "term"), "pile", "backlog   # ruled", "pile   # ruled"),
        (
            ("entries", 0, "says"),
            "Short.",
            ">-\n      A pile of requests\n      that wait.",
            "Short.",
        ),
        (("entries", 0, "name"), "Pile: of work", "Backlog", "'Pile: of work'"),
        (("entries", 1, "name"), "Churn, rate", "Churn, also", "'Churn, rate', also"),
        (("entries", 1, "term"), "churn", "customers'],}", "customers'], term: churn}"),
        (
            ("entries", 2, "also"),
            ["line"],
            "also:\n      - line\n      - row  # rare",
            "also: [line]  # rare",
        ),
        (("entries", 2, "term"), "queue", "- row  # rare\n", "- row  # rare\n    term: queue\n"),
        (("entries", 0, "at"), "line 3", "# ruled\n", "# ruled\n    at: line 3\n"),
        (("publisher",), "Ann", "keep_text: false\n", "keep_text: false\npublisher: Ann\n"),
    ],
)
def test_one_value_changes_and_every_other_byte_stays(
    keys: tuple[str | int, ...], value: str | list[str], old: str, new: str
) -> None:
    assert SOURCE.count(old) == 1
    assert edit.set_value(SOURCE, keys, value) == SOURCE.replace(old, new)


def test_long_text_is_folded_under_its_key() -> None:
    said = (
        "One of the longer sentences, which would reach over the margin of the file, " * 2
        + "so it is folded."
    )
    after = edit.set_value("says: short\n\n# end\n", ("says",), said)
    assert after.startswith("says: >-\n  One of") and after.endswith("\n\n# end\n")
    assert plain(after) == {"says": said}


def test_long_text_beside_a_comment_stays_on_its_line() -> None:
    said = "word " * 40 + "end"
    after = edit.set_value("says: short # why\nterm: x\n", ("says",), said)
    assert after == f"says: {said} # why\nterm: x\n"


@each_row("quote", ["'", '"'])
def test_a_quoted_text_beside_a_comment_stays_quoted(quote: str) -> None:
    after = edit.set_value(f"says: {quote}short{quote}  # why\n", ("says",), "it's longer")
    assert after == "says: 'it''s longer'  # why\n"


@each_row(
    "text, keys, item, after",
    [
        ("a:\n  - x\n\n# end\nb: 1\n", ("a",), "y", "a:\n  - x\n  - y\n\n# end\nb: 1\n"),
        (
            "a:\n- x # why\nb: 1",
            ("a",),
            {"n": "1 # 2", "t": "z"},
            "a:\n- x # why\n- n: '1 # 2'\n  t: z\nb: 1",
        ),
        ("a: [x, y]", ("a",), "z", "a: [x, y, z]"),
        ("a: [x, y, ]\n", ("a",), "z", "a: [x, y, z ]\n"),
        ("a: []\nb: 1\n", ("a",), {"n": "x"}, "a:\n  - n: x\nb: 1\n"),
        ("a:   # none yet\nb: 1\n", ("a",), "x", "a:   # none yet\n  - x\nb: 1\n"),
        ("b: 1", ("a",), {"n": "x"}, "b: 1\na:\n  - n: x"),
        ("{b: 1}", ("a",), "x", "{b: 1, a: [x]}"),
        ("", ("a",), "x", "a: [x]\n"),
        (
            "a:\r\n  - |\r\n    x\r\n\r\nb: 1\r\n",
            ("a",),
            "y",
            "a:\r\n  - |\r\n    x\r\n  - y\r\n\r\nb: 1\r\n",
        ),
    ],
)
def test_an_item_is_added(text: str, keys: tuple[str], item: Any, after: str) -> None:
    assert edit.append_item(text, keys, item) == after


@each_row(
    "text, keys",
    [
        ("a: 1\n", ("b", "c", "d")),
        ("a: [1]\n", ("a", 3)),
        ("a: {b: 1\n", ("a",)),
        ("a: &x 1\n", ("a",)),
        ("- 1\n", ("a",)),
    ],
)
def test_what_cannot_be_changed_is_refused(text: str, keys: tuple[str | int, ...]) -> None:
    with pytest.raises(edit.EditError):
        edit.set_value(text, keys, "new")


def test_a_list_cannot_be_added_to_a_text() -> None:
    with pytest.raises(edit.EditError):
        edit.append_item("a: text\n", ("a",), "x")


# --- properties: texts in every style that people write ---------------------------------------------------

WORDS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Zs", "Co", "Cn"))
    | st.just(" "),
    max_size=30,
).filter(lambda text: not list(characters.signs(text, "")))  # such texts cannot stand in the corpus
VALUES = WORDS | st.sampled_from(
    ["", " ", "no", "1:1", "007", "- x", "a: b", "a #b", "# c", "'", '"', "{x}", "[", "é", "x,y", "&a", "*a", "!t",
     "|", ">", "2026-11-21", "a\nb", "a\n\n b\n", "~", "null", "? x", "%x", "@x", "`x`", "=", "<<", "trailing ",
     "long word " * 15]
)  # fmt: skip
COMMENT = st.sampled_from(["", "", "", "  # note", " # a: b"])
BETWEEN = st.sampled_from(["", "", "\n", "# c: d\n", "\n\n", "    # deep\n"])


@st.composite
def written(draw: st.DrawFn, indent: int) -> str:
    """One value as somebody may have written it, with its comment and line end."""
    margin = " " * (indent + 2)
    return draw(
        st.sampled_from(
            [
                "plain words", "'it''s: quoted'", '"double # quoted"', "", "1:1",
                f">-\n{margin}folded\n{margin}text", f"|\n{margin}literal\n{margin} text\n",
                f"|+\n{margin}kept\n\n",
                f"> # why\n{margin}folded", f"two\n{margin}lines", "[a, 'b, c']", "[]", "{a: 1, b: [x]}",
                f"\n{margin}- a\n{margin}- b: 1\n{margin}  c: 2", f"\n{margin}a: 1",
            ]
        )
    )  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> str:
    out = []
    for key in draw(
        st.lists(st.sampled_from(["a", "bb", "'c c'", "d"]), min_size=1, max_size=4, unique=True)
    ):
        out.append(draw(BETWEEN))
        if draw(st.booleans()):
            out.append(f"{key}:{draw(COMMENT)}\n")
            column = draw(st.sampled_from([0, 2, 4]))
            for _ in range(draw(st.integers(1, 3))):
                out.append(draw(BETWEEN))
                out.append(f"{' ' * column}- {draw(_record(column + 2))}")
        else:
            out.append(f"{key}: {draw(written(0))}\n")
    text = "".join(out)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@st.composite
def _record(draw: st.DrawFn, column: int) -> str:
    keys = draw(st.lists(st.sampled_from(["name", "says", "term"]), min_size=1, max_size=3, unique=True))
    rows = [f"{key}: {draw(written(column))}{draw(COMMENT) if draw(st.booleans()) else ''}\n" for key in keys]
    return (" " * column).join(rows)


def paths(value: Any, before: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place whose value can be set: keys of mappings and texts in lists."""
    found: list[tuple[str | int, ...]] = []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += [(*before, key), *paths(inner, (*before, key))]
    if isinstance(value, list):
        for index, inner in enumerate(value):
            found += [(*before, index)] if isinstance(inner, str) else []
            found += paths(inner, (*before, index))
    return found


def replaced(value: Any, keys: tuple[str | int, ...], new: Any) -> Any:
    if not keys:
        return new
    if isinstance(value, list):
        return [replaced(v, keys[1:], new) if i == keys[0] else v for i, v in enumerate(value)]
    return {**value, keys[0]: replaced(value.get(keys[0]), keys[1:], new)}


def kept_lines(text: str) -> list[str]:
    return [line for line in re.split(r"\r?\n", text) if line.strip()]


def is_subsequence(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(line in rest for line in part)


@tried(200)
@given(st.data())
def test_any_value_can_be_set_and_all_else_stays(data: st.DataObject) -> None:
    text = data.draw(documents())
    root, problems = parse.parse(text, "x")
    if problems or root is None:
        return
    before = value_of(root)
    keys = data.draw(st.sampled_from(paths(before)))
    value = data.draw(VALUES)
    after = edit.set_value(text, keys, value)
    assert plain(after) == replaced(before, keys, value)
    start, end = span(root, keys)
    assert after.startswith(text[:start])
    assert after.endswith(text[end:].lstrip(" "))
    if "\r\n" in text:
        assert "\n" not in after.replace("\r\n", "")
    comments = [line for line in kept_lines(text[:start] + text[end:]) if line.lstrip().startswith("#")]
    assert is_subsequence(comments, kept_lines(after))


def span(root: parse.Node, keys: tuple[str | int, ...]) -> tuple[int, int]:
    """From behind the key to the end of the value as PyYAML marks it."""
    node: Any = root
    start = 0
    for key in keys:
        if isinstance(node, parse.Mapping):
            name = next(name for name, _ in node.pairs if name.value == key)
            start, node = name.end, node.get(str(key))
        else:
            node = node.items[key]
            start = node.start
    return start, node.end


@tried(200)
@given(st.data())
def test_a_key_that_is_absent_is_added_and_nothing_goes(data: st.DataObject) -> None:
    text = data.draw(documents())
    root, problems = parse.parse(text, "x")
    if problems or root is None:
        return
    before = value_of(root)
    mappings = [(), *(keys for keys in every(before) if isinstance(look(before, keys), dict))]
    keys = (*data.draw(st.sampled_from(mappings)), "new")
    value = data.draw(VALUES)
    after = edit.set_value(text, keys, value)
    assert ended(plain(after)) == ended(replaced(before, keys, value))
    assert is_subsequence(list(text), list(after))


def lists_of(text: str, at_least: int = 1) -> tuple[Any, list[tuple[str | int, ...]]]:
    """The value of a document and the way to each of its lists with so many items; none where it is broken."""
    root, problems = parse.parse(text, "x")
    if problems or root is None:
        return None, []
    value = value_of(root)
    found = [(keys, look(value, keys)) for keys in every(value)]
    return value, [keys for keys, one in found if isinstance(one, list) and len(one) >= at_least]


@tried(150)
@given(st.data())
def test_items_can_be_added_to_any_list_and_nothing_goes(data: st.DataObject) -> None:
    text = data.draw(documents())
    before, lists = lists_of(text)
    if before is None:
        return
    keys = data.draw(st.sampled_from([*lists, ("fresh",)]))
    item = data.draw(
        st.sampled_from(["word", "a: b", {"name": "X # y", "also": ["p", "q"], "says": "long " * 40 + "."}])
    )
    after = edit.append_item(text, keys, item)
    assert ended(plain(after)) == ended(replaced(before, keys, [*(look(before, keys) or []), item]))
    assert is_subsequence(list(text), list(after))


def ended(value: Any) -> Any:
    """Without line breaks at the ends of texts: a literal one on the last line gains one if a line follows."""
    if isinstance(value, dict):
        return {key: ended(inner) for key, inner in value.items()}
    return [ended(inner) for inner in value] if isinstance(value, list) else value.rstrip("\n")


def every(value: Any, before: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [keys for key, child in inner for keys in ((*before, key), *every(child, (*before, key)))]


def look(value: Any, keys: tuple[str | int, ...]) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else value[key]
    return value


@each_row(
    "text, keys, after",
    [
        ("a: 1\nb: 2 # why\n# end\n", ("b",), "a: 1\n# end\n"),
        ("a: 1\nb: 2", ("b",), "a: 1"),
        ("a: 1\r\nb: >-\r\n  x\r\n  y\r\n\r\nc: 3\r\n", ("b",), "a: 1\r\n\r\nc: 3\r\n"),
        ("a:\n  - x # why\n\n  # deep\nb: 2\n", ("a",), "\n  # deep\nb: 2\n"),
        ("a:\nb: 2\n", ("a",), "b: 2\n"),
        ("a: {b: 1, c: 2, d: 3}\n", ("a", "b"), "a: {c: 2, d: 3}\n"),
        ("a: {b: 1, c: 2, d: 3}\n", ("a", "d"), "a: {b: 1, c: 2}\n"),
        ("a: {b: 1}\nc: 2\n", ("a", "b"), "c: 2\n"),
        ("a:\n  b: 1\n  c: 2\n", ("a", "b"), "a:\n  c: 2\n"),
        ("a:\n  b:\n    c: 1\nd: 2\n", ("a", "b", "c"), "d: 2\n"),
        ("a:\n  - n: 1\n    m: 2\n", ("a", 0, "n"), "a:\n  - m: 2\n"),
    ],
)
def test_a_key_is_taken_out_and_nothing_else(text: str, keys: tuple[str | int, ...], after: str) -> None:
    assert edit.remove_key(text, keys) == after


@each_row(
    "text, keys",
    [("a: 1\n", ("b",)), ("a: [x]\n", ("a", 0)), ("a:\n  - n: 1\n", ("a", 0, "n")), ("a: {b: 1\n", ("a",))],
)
def test_what_cannot_be_taken_out_is_refused(text: str, keys: tuple[str | int, ...]) -> None:
    with pytest.raises(edit.EditError):
        edit.remove_key(text, keys)


@tried(150)
@given(st.data())
def test_any_key_can_be_taken_out_and_all_else_stays(data: st.DataObject) -> None:
    text = data.draw(documents())
    root, problems = parse.parse(text, "x")
    if problems or root is None:
        return
    before = value_of(root)
    keys = data.draw(st.sampled_from([(key,) for key in before]))
    if len(before) == 1:
        return  # nothing would be left
    after = edit.remove_key(text, keys)
    assert ended(plain(after)) == ended({key: value for key, value in before.items() if key not in keys})
    assert is_subsequence(list(after), list(text))


@each_row(
    "text, after",
    [
        ("format: csv\n", "format: csv\ncolumns:\n  Term: name\n  What it is: text\n"),
        ("columns: # none\nformat: csv", "columns: {Term: name, What it is: text} # none\nformat: csv"),
        ("columns: {}\n", "columns:\n  Term: name\n  What it is: text\n"),
        ("columns:\n  Term: also\n", "columns:\n  Term: name\n  What it is: text\n"),
        ("", "columns:\n  Term: name\n  What it is: text\n"),
    ],
)
def test_an_absent_mapping_is_begun(text: str, after: str) -> None:
    changes = {("columns", "Term"): "name", ("columns", "What it is"): "text"}
    assert edit.set_values(text, changes) == after


def test_several_values_at_once_are_the_same_as_one_by_one() -> None:
    changes = {
        ("entries", 0, "term"): "pile",
        ("entries", 1, "term"): "churn",
        ("entries", 0, "url"): "x",
        ("title",): "T",
    }
    one_by_one = SOURCE
    for keys, value in changes.items():
        one_by_one = edit.set_value(one_by_one, keys, value)
    assert edit.set_values(SOURCE, changes) == one_by_one


@each_row(
    "text, places, after",
    [
        ("a:\n  - x\n  - y # why\n  - z\n", [1], "a:\n  - x\n  - z\n"),
        ("a:\n  - x\n  # of y\n  - y\n# end\n", [1], "a:\n  - x\n  # of y\n# end\n"),
        ("a:\n- x\n- y", [1], "a:\n- x"),
        ("a:\r\n  - x\r\n  - >-\r\n    y\r\n    y\r\n  - z\r\n", [1, 0], "a:\r\n  - z\r\n"),
        ("a:\n  - {b: 1}\n  -\n    b: 2\n  - b: 3\n    c: 4\n", [1], "a:\n  - {b: 1}\n  - b: 3\n    c: 4\n"),
        ("a: [x, y, z] # w\n", [1], "a: [x, z] # w\n"),
        ("a: [x, y, z,]\n", [2, 0], "a: [y,]\n"),
        ("a: [x, # of x, it\n  y]\n", [0], "a: [ # of x, it\n  y]\n"),
        ("a: [x, # of x, it\n  y]\n", [1], "a: [x # of x, it\n  ]\n"),
        ("a: ['x, y', \"z\"]\nb: 1\n", [0, 1], "b: 1\n"),
        ("a: [x, y, z] # w\n", [1, 2], "a: [x] # w\n"),
        ("a:\n- x\n- y\n- z", [2, 1], "a:\n- x"),
    ],
)
def test_items_are_taken_out_and_nothing_else(text: str, places: list[int], after: str) -> None:
    assert edit.remove_items(text, ("a",), places) == after


@each_row(
    "text, items, after",
    [
        ("a:\n  - x\n  # of y\n  - y # why\n", {1: ["m"]}, "a:\n  - x\n  - m\n  # of y\n  - y # why\n"),
        ("a:\n- x\n- y", {0: ["k"], 2: [{"n": "z", "t": "u"}]}, "a:\n- k\n- x\n- y\n- n: z\n  t: u"),
        (
            "a:\r\n  - |\r\n    x\r\n  - y\r\n",
            {1: ["m", "n"]},
            "a:\r\n  - |\r\n    x\r\n  - m\r\n  - n\r\n  - y\r\n",
        ),
        ("a: [x, y] # w\n", {0: ["k"], 1: ["m"], 2: ["z"]}, "a: [k, x, m, y, z] # w\n"),
    ],
)
def test_items_are_put_between_others(text: str, items: Any, after: str) -> None:
    assert edit.insert_items(text, ("a",), items) == after


@each_row("text, place", [("a: x\n", 0), ("a: []\n", 0), ("a: [x]\n", 2), ("a:\n- - x\n", 3)])
def test_items_have_to_stand_beside_others(text: str, place: int) -> None:
    with pytest.raises(edit.EditError):
        edit.insert_items(text, ("a",), {place: ["y"]})


@tried(100)
@given(st.data())
def test_items_can_be_put_anywhere_and_nothing_goes(data: st.DataObject) -> None:
    text = data.draw(documents())
    before, lists = lists_of(text)
    if not lists:
        return
    keys = data.draw(st.sampled_from(lists))
    old = look(before, keys)
    place = data.draw(st.integers(0, len(old)))
    item = data.draw(st.sampled_from(["word", "a: b", {"name": "X # y", "says": "long " * 40 + "."}]))
    after = edit.insert_items(text, keys, {place: [item]})
    assert ended(plain(after)) == ended(replaced(before, keys, [*old[:place], item, *old[place:]]))
    assert is_subsequence(list(text), list(after))


@tried(150)
@given(st.data())
def test_any_items_can_be_taken_out_and_all_else_stays(data: st.DataObject) -> None:
    text = data.draw(documents())
    before, lists = lists_of(text, at_least=2)
    if not lists:
        return
    keys = data.draw(st.sampled_from(lists))
    items = look(before, keys)
    some = st.sets(st.integers(0, len(items) - 1), min_size=1, max_size=len(items) - 1)
    places = sorted(data.draw(some))
    after = edit.remove_items(text, keys, places)
    left = [item for number, item in enumerate(items) if number not in places]
    assert ended(plain(after)) == ended(replaced(before, keys, left))
    assert is_subsequence(list(after), list(text))


@each_row(
    "text, keys, after",
    [
        ("a:\n  'old' : >-\n    x\n  c: 1 # y\n", ("a", "old"), "a:\n  'new' : >-\n    x\n  c: 1 # y\n"),
        ("a: {old: 1, b: 2}\n", ("a", "old"), "a: {new: 1, b: 2}\n"),
        ("old:\n", ("old",), "new:\n"),
    ],
)
def test_a_key_gets_another_name(text: str, keys: tuple[str, ...], after: str) -> None:
    assert edit.rename_key(text, keys, "new") == after


def test_no_key_gets_the_name_of_another() -> None:
    for keys in (("b",), ("a", "c"), ("d",)):
        with pytest.raises(edit.EditError):
            edit.rename_key("b: 1\nnew: 2\n", keys, "new")


@each_row(
    "text, which, after",
    [
        ("a: | # t:x\n  [1](t:x) t:x\n", [0], "a: | # t:x\n  [1](t:yy) t:x\n"),
        ("a: >-\n  t:x and\n  t:x.\n", [1], "a: >-\n  t:x and\n  t:yy.\n"),
        ('a: "t:x \\" t:x" # t:x\nb: t:x', [0, 1], 'a: "t:yy \\" t:yy" # t:x\nb: t:x'),
        ("{a: 't:x', b: t:x}", [0], "{a: 't:yy', b: t:x}"),
    ],
)
def test_words_inside_a_value_are_exchanged(text: str, which: list[int], after: str) -> None:
    assert edit.replace_words(text, ("a",), "t:x", "t:yy", which) == after


def test_words_that_yaml_hides_are_refused() -> None:
    with pytest.raises(edit.EditError):
        edit.replace_words('a: "t\\x3ax"\n', ("a",), "t:x", "t:y", [0])


@each_row(
    "text, key, after",
    [
        ("a: 1\n# c\nc: 3\n", "b", "a: 1\nb: new\n# c\nc: 3\n"),
        ("c: 3\na: # none\n", "b", "c: 3\na: # none\nb: new\n"),
        ("c: 3\n", "a", "c: 3\na: new\n"),
        ("a:\n  - 1\n\nc: 3\n", "b", "a:\n  - 1\nb: new\n\nc: 3\n"),
        ("{a: 1, c: 3}", "b", "{a: 1, c: 3, b: new}"),
    ],
)
def test_a_new_key_stands_in_its_order(text: str, key: str, after: str) -> None:
    assert edit.set_value(text, (key,), "new", order=("a", "b", "c")) == after


@tried(100)
@given(st.data())
def test_a_comment_is_added_to_any_text(data: st.DataObject) -> None:
    text = data.draw(documents())
    _root, problems = parse.parse(text, "x")
    if problems:
        return
    after = edit.add_comment(text, ["one: two", "", "- three"])
    assert ended(plain(after)) == ended(plain(text))
    assert after.startswith(text) and after.replace("\r\n", "\n").endswith("# one: two\n#\n# - three\n")
