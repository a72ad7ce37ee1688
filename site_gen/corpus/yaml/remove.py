"""What has to change in a YAML text for an item to leave its list, a key to bear another name, or a word
inside a value to be another: the parts of ``edit`` that write no value anew."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.corpus.yaml import parse, write
from site_gen.corpus.yaml.replace import Change, EditError, Key, end_of, in_flow, node_at
from site_gen.model import names

_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMA = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*,")
_BLANKS = re.compile(r"[ \t]*")


def of_items(
    text: str, root: parse.Node | None, keys: tuple[Key, ...], places: Sequence[int]
) -> list[Change]:
    """The changes that take some items out of a list that keeps others, each with what stands beside it."""
    node = node_at(root, keys)
    if not isinstance(node, parse.Sequence) or not set(places) < set(range(len(node.items))):
        raise EditError(f"{'.'.join(map(str, keys))} is no list that can lose its items {[*places]}")
    last_kept = max(place for place in range(len(node.items)) if place not in places)
    of_item = _from_brackets if node.flow else _from_lines
    return [change for place in places for change in of_item(text, node, place, place > last_kept)]


def _from_lines(text: str, node: parse.Sequence, place: int, at_end: bool) -> list[Change]:
    """The lines of the item; ``at_end`` tells that no later item stays."""
    dash = node.start if place == 0 else _dash(text, node, end_of(text, node.items[place - 1]))
    line = _line_start(text, dash)
    if text[line:dash].strip():
        raise EditError("the list begins on the line of another item")
    line_end = _LINE_END.search(text, max(end_of(text, node.items[place]), dash + 1))
    end = line_end.end() if line_end else len(text)
    if at_end and _ends_the_text(text, node):  # which has no line break: then those before the items go
        return [Change(start=_without_line_end(text, line), end=_without_line_end(text, end), new="")]
    return [Change(start=line, end=end, new="")]


def _ends_the_text(text: str, node: parse.Sequence) -> bool:
    """Whether the list stands in the last line, and that line has no line break."""
    return _LINE_END.search(text, max(end_of(text, node.items[-1]), node.start)) is None


def _without_line_end(text: str, end: int) -> int:
    return len(text[:end].removesuffix("\n").removesuffix("\r"))


def _dash(text: str, node: parse.Sequence, after: int) -> int:
    """The dash of the item that follows; all dashes of a list stand in one column."""
    column = node.start - _line_start(text, node.start)
    found = re.compile(rf"(?:\r\n|\r|\n) {{{column}}}-(?=\s|\Z)").search(text, after)
    if found is None:
        raise EditError("an item of the list stands where none is seen")
    return found.end() - 1


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _from_brackets(text: str, node: parse.Sequence, place: int, at_end: bool) -> list[Change]:
    """The item and one comma, that before it where no later item stays; a comment between the two stays."""
    item = node.items[place]
    end = end_of(text, item)
    if not at_end:
        comma = _comma(text, end)
        blanks = _BLANKS.match(text, comma + 1)
        after = blanks.end() if blanks else comma + 1
        if text[after : after + 1] in ("#", "\r", "\n"):
            after = comma + 1
        return _gone(text, item.start, end, comma, after)
    comma = _comma(text, end_of(text, node.items[place - 1]))
    return _gone(text, comma, comma + 1, item.start, end)


def _gone(text: str, start: int, end: int, other_start: int, other_end: int) -> list[Change]:
    """Two stretches, as one where only blanks are between them."""
    if not text[end:other_start].strip():
        return [Change(start=start, end=other_end, new="")]
    return [Change(start=start, end=end, new=""), Change(start=other_start, end=other_end, new="")]


def _comma(text: str, after: int) -> int:
    found = _COMMA.match(text, after)
    if found is None:
        raise EditError("no comma stands between two items")
    return found.end() - 1


def of_name(text: str, root: parse.Node | None, keys: tuple[Key, ...], name: str) -> Change:
    """The change that gives the key at ``keys`` another name, in the quotes that it stands in."""
    parent, node = node_at(root, keys[:-1]), node_at(root, keys)
    if not isinstance(parent, parse.Mapping):
        raise EditError("only a key of a mapping has a name")
    key = next(key for key, inner in parent.pairs if inner is node)
    raw = text[key.start : key.end]
    if raw.count(key.value) == 1 and names.is_slug(name):
        return Change(start=key.start, end=key.end, new=raw.replace(key.value, name))
    new = write.scalar(name, indent=0, flow=parent.flow or in_flow(root, keys), one_line=True)
    return Change(start=key.start, end=key.end, new=new)


def with_words(text: str, old: str, new: str, which: Sequence[int]) -> str:
    """``text`` with the occurrences of ``old`` whose numbers are in ``which`` exchanged."""
    parts = text.split(old)
    return parts[0] + "".join(
        (new if number in which else old) + part for number, part in enumerate(parts[1:])
    )


def of_words(
    text: str, root: parse.Node | None, keys: tuple[Key, ...], old: str, new: str, which: Sequence[int]
) -> list[Change]:
    """The changes that exchange some occurrences of ``old`` in the value at ``keys``."""
    node = node_at(root, keys)
    if not isinstance(node, parse.Scalar):
        raise EditError(f"{'.'.join(map(str, keys))} is no text")
    start = node.start
    if node.style in ("|", ">"):  # its first line holds the sign and maybe a comment
        line_end = _LINE_END.search(text, start)
        start = line_end.end() if line_end else start
    places = [found.start() for found in re.finditer(re.escape(old), text[start : node.end])]
    if len(places) != node.value.count(old):
        raise EditError(f"{'.'.join(map(str, keys))} is written so that '{old}' cannot be exchanged in it")
    return [
        Change(start=start + place, end=start + place + len(old), new=new)
        for number, place in enumerate(places)
        if number in which
    ]
