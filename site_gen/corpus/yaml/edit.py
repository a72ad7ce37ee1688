"""One change of one YAML text at its node marks: every byte outside the changed span stays as it was.

A YAML library that loads and dumps reflows long lines, quotes and comments, and an editor's review would
drown in them. So the place is found by parsing, and text is put there (``spans``); the result is parsed
again, and a change that would do anything else than asked is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from site_gen.corpus.yaml import parse, remove, replace
from site_gen.corpus.yaml.replace import Change, EditError, Key
from site_gen.corpus.yaml.write import Value
from site_gen.model.problem import errors

__all__ = [
    "EditError", "Key", "add_comment", "append_item", "append_items", "insert_items", "plain", "remove_items",
    "remove_key", "rename_key", "replace_words", "set_value", "set_values",
]  # fmt: skip


def set_value(text: str, keys: Sequence[Key], value: Value, order: Sequence[str] = ()) -> str:
    """The text with one value changed, or added after the last key of its mapping where it is absent.

    ``keys`` leads there: ``("entries", 3, "term")``. Raises EditError where the way ends earlier.
    """
    return set_values(text, {tuple(keys): value}, order)


def set_values(text: str, changes: Mapping[tuple[Key, ...], Value], order: Sequence[str] = ()) -> str:
    """Several values changed at once, with one look at the text; a mapping that is absent is begun.

    A new key at the top comes after those that stand before it in ``order``.
    """
    root = _parsed(text)
    expected = _plain(root)
    gathered = _gathered(expected, changes)
    for keys, value in changes.items():
        expected = _with(expected, keys, _texts(value))

    def attempt(one_line: bool) -> list[Change]:
        return [
            replace.of_value(text, root, keys, value, one_line, order) for keys, value in gathered.items()
        ]

    return _made(text, attempt, expected)


def _gathered(before: Any, changes: Mapping[tuple[Key, ...], Value]) -> dict[tuple[Key, ...], Value]:
    """The changes, with those inside one absent or empty mapping as one change that gives the mapping."""
    out: dict[tuple[Key, ...], Value] = {}
    begun: dict[tuple[Key, ...], dict[str, Value]] = {}
    for keys, value in changes.items():
        inside = isinstance(keys[-1], str) and len(keys) > 1 and isinstance(_at(before, keys[:-2]), dict)
        if inside and not _at(before, keys[:-1]):
            begun.setdefault(keys[:-1], {})[str(keys[-1])] = value
            out[keys[:-1]] = begun[keys[:-1]]
        else:
            out[keys] = value
    return out


def append_item(text: str, keys: Sequence[Key], item: Value) -> str:
    """The text with an item added to a list, which is begun where its key is empty or absent."""
    return append_items(text, keys, [item])


def append_items(text: str, keys: Sequence[Key], items: Sequence[Value]) -> str:
    """The text with several items added at the end of one list."""
    if not items:
        return text
    root = _parsed(text)
    before = _plain(root)
    expected = _with(before, tuple(keys), [*(_at(before, keys) or []), *map(_texts, items)])
    return _made(
        text, lambda one_line: [replace.of_items(text, root, tuple(keys), items, one_line)], expected
    )


def insert_items(text: str, keys: Sequence[Key], items: Mapping[int, Sequence[Value]]) -> str:
    """The text with items put into a list that has some: each before the item that stands at its place.

    The place behind the last one is the length of the list. Comments above an item stay above it. Raises
    EditError where there is no such list, or an item begins on the line of another.
    """
    root = _parsed(text)
    before = _plain(root)
    old = _at(before, keys)
    if not isinstance(old, list) or not old or not set(items) <= set(range(len(old) + 1)):
        raise EditError(f"{'.'.join(map(str, keys))} is no list that can take items at {[*items]}")
    put = {place: [*map(_texts, items.get(place, ()))] for place in range(len(old) + 1)}
    new = [one for place in put for one in (*put[place], *old[place : place + 1])]
    return _made(
        text,
        lambda one_line: replace.of_inserted(text, root, tuple(keys), items, one_line),
        _with(before, tuple(keys), new),
    )


def remove_key(text: str, keys: Sequence[Key]) -> str:
    """The text without one key and its value; a mapping that is left with none goes as well.

    Raises EditError where the key is not there.
    """
    root = _parsed(text)
    before = _plain(root)
    keys = tuple(keys)
    while (
        len(keys) > 1 and {type(keys[-1]), type(keys[-2])} == {str} and len(_at(before, keys[:-1]) or ()) == 1
    ):
        keys = keys[:-1]
    change = replace.of_removal(text, root, keys)
    return _made(text, lambda one_line: [change], _without(before, keys))


def remove_items(text: str, keys: Sequence[Key], places: Sequence[int]) -> str:
    """The text without some items of a list, which goes with its key where none is left."""
    root = _parsed(text)
    before = _plain(root)
    items = _at(before, keys)
    kept = [item for place, item in enumerate(items) if place not in places]
    if not kept:
        return remove_key(text, keys)
    changes = remove.of_items(text, root, tuple(keys), places)
    return _made(text, lambda one_line: changes, _with(before, tuple(keys), kept))


def rename_key(text: str, keys: Sequence[Key], name: str) -> str:
    """The text with another name for a key; its value stays as it is written."""
    root = _parsed(text)
    before = _plain(root)
    inner = _at(before, keys[:-1])
    if not isinstance(inner, dict) or keys[-1] not in inner or name in inner:
        raise EditError(f"there is no {'.'.join(map(str, keys))}, or a '{name}' beside it")
    named = {name if key == keys[-1] else key: value for key, value in inner.items()}
    change = remove.of_name(text, root, tuple(keys), name)
    return _made(text, lambda one_line: [change], _with(before, tuple(keys[:-1]), named))


def replace_words(text: str, keys: Sequence[Key], old: str, new: str, which: Sequence[int]) -> str:
    """The text with some occurrences of ``old`` (counted from 0) in one value exchanged as they are written.

    Raises EditError where the value is written so that its occurrences cannot be seen: with YAML's escapes.
    """
    root = _parsed(text)
    before = _plain(root)
    value = remove.with_words(str(_at(before, keys)), old, new, which)
    changes = remove.of_words(text, root, tuple(keys), old, new, which)
    return _made(text, lambda one_line: changes, _with(before, tuple(keys), value))


def add_comment(text: str, lines: Sequence[str]) -> str:
    """The text with comment lines at its end."""
    gap = "" if not text or text.endswith(("\n", "\r")) else "\n"
    new = gap + "".join(f"# {line}".rstrip() + "\n" for line in lines)
    change = Change(start=len(text), end=len(text), new=new)
    return _made(text, lambda one_line: [change], _plain(_parsed(text)))


def plain(text: str) -> Any:
    """The values of a text as mappings, lists and strings, line breaks at their ends apart."""
    return _plain(_parsed(text))


def _parsed(text: str) -> parse.Node | None:
    root, problems = parse.parse(text, "")
    wrong = errors(problems)
    if wrong:
        raise EditError(f"line {wrong[0].line}: {wrong[0].message}")
    return root


def _made(text: str, attempt: Callable[[bool], list[Change]], expected: Any) -> str:
    """The changed text, proven by reading it again.

    Folded text swallows an indented comment that follows; then everything new goes on one line.
    """
    for one_line in (False, True):
        after = _changed(text, attempt(one_line))
        root, problems = parse.parse(after, "")
        if not errors(problems) and _plain(root) == expected:
            return after
    raise EditError("the change would alter more than its place")


_END = re.compile(r"\r\n|\r|\n")


def _changed(text: str, changes: Sequence[Change]) -> str:
    """All changes at once, in the line ends of the text; at one place they keep their order."""
    newline = _END.search(text)
    places: dict[tuple[int, int], list[str]] = {}
    for change in changes:
        places.setdefault((change.start, change.end), []).append(change.new)
    for (start, end), new in sorted(places.items(), reverse=True):
        text = text[:start] + "".join(new).replace("\n", newline[0] if newline else "\n") + text[end:]
    return text


def _plain(node: parse.Node | None) -> Any:
    """The values, line breaks at their ends apart: a literal text gains one where a line follows the last."""
    if node is None:
        return {}
    if isinstance(node, parse.Scalar):
        return node.value.rstrip("\n")
    if isinstance(node, parse.Sequence):
        return [_plain(item) for item in node.items]
    return {key.value: _plain(value) for key, value in node.pairs}


def _texts(value: Any) -> Any:
    """A value as it is read back: everything a text."""
    if isinstance(value, Mapping):
        return {key: _texts(inner) for key, inner in value.items()}
    if isinstance(value, str):
        return value.rstrip("\n")
    return [_texts(inner) for inner in value] if isinstance(value, Sequence) else str(value).lower()


def _at(value: Any, keys: Sequence[Key]) -> Any:
    for key in keys:
        if isinstance(value, list) and isinstance(key, int):
            value = value[key]
        else:
            value = value.get(key) if isinstance(value, dict) else None
    return value


def _with(value: Any, keys: tuple[Key, ...], new: Any) -> Any:
    if not keys:
        return new
    if isinstance(value, list):
        return [_with(inner, keys[1:], new) if i == keys[0] else inner for i, inner in enumerate(value)]
    inner = value if isinstance(value, dict) else {}
    return {**inner, keys[0]: _with(inner.get(keys[0]), keys[1:], new)}


def _without(value: Any, keys: tuple[Key, ...]) -> Any:
    inner = {key: content for key, content in _at(value, keys[:-1]).items() if key != keys[-1]}
    return _with(value, keys[:-1], inner) if len(keys) > 1 else inner
