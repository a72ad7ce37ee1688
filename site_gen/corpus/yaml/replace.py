"""Where in a YAML text a value stands, and what has to be put there to make it another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from site_gen.corpus.yaml import parse, write
from site_gen.corpus.yaml.write import Value

Key = str | int  # a key of a mapping, or the place of an item in a list, from 0

_END = re.compile(r"\r\n|\r|\n")
_BLANKS = re.compile(r"[ \t]*(?=[\r\n]|\Z)")
_HEADER_NOTE = re.compile(r"[|>](?:[^\r\n#]*[^\r\n# \t])?([ \t]+#[^\r\n]*)")


class EditError(ValueError):
    """The text is not readable, the place is not there, or the change cannot be made without side effects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """``text[start:end]`` becomes ``new``; the lines of ``new`` end in line feeds."""

    start: int
    end: int
    new: str


def of_value(
    text: str,
    root: parse.Node | None,
    keys: tuple[Key, ...],
    value: Value,
    one_line: bool,
    order: Sequence[str] = (),
) -> Change:
    """The change that gives the value at ``keys``, or adds its key; ``one_line``: nothing new is folded.

    A new key at the top comes after those that stand before it in ``order``; any other, after the last.
    """
    if root is None and len(keys) == 1:
        return _into_empty(text, str(keys[0]), value)
    parent, key = node_at(root, keys[:-1]), keys[-1]
    if isinstance(parent, parse.Mapping) and isinstance(key, str) and parent.get(key) is None:
        return _key(text, parent, key, value, one_line, order if len(keys) == 1 else ())
    node = node_at(root, keys)
    one_line = one_line or in_flow(root, keys)
    if isinstance(node, parse.Scalar) and isinstance(value, str | bool | date):
        return _scalar(text, node, value, _column(text, parent) + 2, one_line, in_flow(root, keys))
    if not isinstance(parent, parse.Mapping):
        raise EditError("a list item can only be exchanged text for text")
    name = next(name for name, inner in parent.pairs if inner is node)
    return _whole(text, name, node, value, _column(text, parent), one_line)


def of_items(
    text: str, root: parse.Node | None, keys: tuple[Key, ...], items: Sequence[Value], one_line: bool
) -> Change:
    """The change that adds items to the list at ``keys``."""
    if root is None and len(keys) == 1:
        return _into_empty(text, str(keys[0]), items)
    parent, key = node_at(root, keys[:-1]), keys[-1]
    if isinstance(parent, parse.Mapping) and isinstance(key, str) and parent.get(key) is None:
        return _key(text, parent, key, items, one_line)
    node = node_at(root, keys)
    if isinstance(node, parse.Sequence) and node.flow and (node.items or in_flow(root, keys)):
        return _in_brackets(text, node, ", ".join(map(write.inline, items)), bool(node.items))
    if isinstance(node, parse.Sequence) and not node.flow:
        return _below(text, end_of(text, node), _listed(items, _column(text, node), one_line))
    empty = isinstance(node, parse.Sequence) or (isinstance(node, parse.Scalar) and not node.value)
    if not empty or in_flow(root, keys) or not isinstance(parent, parse.Mapping):
        raise EditError(f"{'.'.join(map(str, keys))} is no list")
    return _begun(text, node, _listed(items, _column(text, parent) + 2, one_line))


def of_inserted(
    text: str,
    root: parse.Node | None,
    keys: tuple[Key, ...],
    items: Mapping[int, Sequence[Value]],
    one_line: bool,
) -> list[Change]:
    """The changes that put items before others into the list at ``keys``, which has some."""
    node = node_at(root, keys)
    if not isinstance(node, parse.Sequence):
        raise EditError(f"{'.'.join(map(str, keys))} is no list")
    column, changes = _column(text, node), []
    for place, new in items.items():
        if node.flow:
            at = node.items[place - 1].end if place else node.items[0].start
            written = ", ".join(map(write.inline, new))
            changes.append(Change(start=at, end=at, new=f", {written}" if place else f"{written}, "))
        elif place:
            end = max(end_of(text, node.items[place - 1]), node.items[place - 1].start)
            changes.append(_below(text, end, _listed(new, column, one_line)))
        elif text[node.start - column : node.start].strip():
            raise EditError("the list begins on the line of another item")
        else:
            lines = "".join(f"{line}\n" for line in _listed(new, column, one_line))
            changes.append(Change(start=node.start - column, end=node.start - column, new=lines))
    return changes


def of_removal(text: str, root: parse.Node | None, keys: tuple[Key, ...]) -> Change:
    """The change that takes the key at ``keys`` out, with its value and what stands beside that."""
    parent, node = node_at(root, keys[:-1]), node_at(root, keys)
    if not isinstance(parent, parse.Mapping):
        raise EditError("only a key of a mapping can be taken out")
    place = next(place for place, (_, inner) in enumerate(parent.pairs) if inner is node)
    start, last = parent.pairs[place][0].start, place + 1 == len(parent.pairs)
    if parent.flow:
        if not last:
            return Change(start=start, end=parent.pairs[place + 1][0].start, new="")
        before = text[:start].rstrip().removesuffix(",") if place else text[:start]
        return Change(start=len(before), end=node.end, new="")
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if text[line:start].strip():  # the first key of a list item stands behind its dash
        if last:
            raise EditError("an item of a list would be left without a key")
        return Change(start=start, end=parent.pairs[1][0].start, new="")
    line_end = _END.search(text, max(end_of(text, node), text.index(":", parent.pairs[place][0].end)))
    if line_end is None:  # the last line, which has no line break: then the one before it goes
        return Change(start=len(text[:line].removesuffix("\n").removesuffix("\r")), end=len(text), new="")
    return Change(start=line, end=line_end.end(), new="")


def _listed(items: Sequence[Value], column: int, one_line: bool) -> list[str]:
    return [line for item in items for line in write.listed(item, column, one_line)]


def node_at(root: parse.Node | None, keys: Sequence[Key]) -> parse.Node:
    node = root
    for key in keys:
        inner: parse.Node | None = None
        if isinstance(node, parse.Mapping) and isinstance(key, str):
            inner = node.get(key)
        elif isinstance(node, parse.Sequence) and isinstance(key, int) and 0 <= key < len(node.items):
            inner = node.items[key]
        if inner is None:
            raise EditError(f"there is no {'.'.join(map(str, keys))}")
        node = inner
    if node is None:
        raise EditError("the text is empty")
    return node


def in_flow(root: parse.Node | None, keys: Sequence[Key]) -> bool:
    nodes = [node_at(root, keys[:end]) for end in range(len(keys))]
    return any(not isinstance(node, parse.Scalar) and node.flow for node in nodes)


def _column(text: str, node: parse.Node) -> int:
    return node.start - 1 - max(text.rfind("\n", 0, node.start), text.rfind("\r", 0, node.start))


def end_of(text: str, node: parse.Node) -> int:
    """Where the content of a node ends; marks of blocks reach over blank lines and comments after them."""
    if isinstance(node, parse.Scalar):
        if node.style in ("|", ">"):
            return node.start + len(text[node.start : node.end].rstrip())
        return node.end
    if node.flow:
        return node.end
    last = node.items[-1] if isinstance(node, parse.Sequence) else node.pairs[-1][1]
    return max(end_of(text, last), last.start)


def _follows(text: str, end: int) -> bool:
    """Whether anything stands after ``end`` on its line."""
    return not _BLANKS.match(text, end)


def _after_blanks(text: str, end: int, new: str) -> int:
    """Spaces that ended the line go where several lines come in: they would end up in the last of them."""
    blank = _BLANKS.match(text, end)
    return blank.end() if blank and "\n" in new else end


def _scalar(
    text: str, node: parse.Scalar, value: str | bool | date, indent: int, one_line: bool, flow: bool
) -> Change:
    """A text in the place of a text; a comment beside a block's sign stays."""
    end = end_of(text, node)
    block = node.style in ("|", ">")
    note = _HEADER_NOTE.match(text, node.start, end) if block else None
    beside = one_line or (not block and _follows(text, end))
    room = max(write.WIDTH - _column(text, node), 20)
    if isinstance(value, str):
        new = write.scalar(value, indent=indent, room=room, flow=flow, one_line=beside)
        if new == value and node.style in ("'", '"') and not flow and _follows(text, end):
            new = write.quoted(value)  # without quotes, the comment beside it would look like lost words
    else:
        new = write.inline(value)
    if note:
        first, *rest = new.split("\n", 1)
        new = "\n".join([first + note[1], *rest])
    if node.start == node.end:  # an empty value stands right behind its colon or dash
        new = " " + new
    return Change(start=node.start, end=_after_blanks(text, end, new), new=new)


def _whole(
    text: str,
    name: parse.Scalar,
    node: parse.Node,
    value: Value,
    column: int,
    one_line: bool,
) -> Change:
    """A list or mapping, or a value of another kind: everything behind the key is written anew."""
    end = end_of(text, node)
    if one_line or _follows(text, end):
        new = f": {write.inline(value)}"
    else:
        lines = write.lines({"key": value}, column)
        new = "\n".join(lines).removeprefix(" " * column + "key")
    colon = text.index(":", name.end)
    end = max(end, colon + 1)
    return Change(start=colon, end=_after_blanks(text, end, new), new=new)


def _into_empty(text: str, key: str, value: Value) -> Change:
    gap = "" if not text or text.endswith(("\n", "\r")) else "\n"
    return Change(start=len(text), end=len(text), new=gap + write.document({key: value}))


def _key(
    text: str, parent: parse.Mapping, key: str, value: Value, one_line: bool, order: Sequence[str] = ()
) -> Change:
    """A new key after the last of its mapping that comes before it in ``order``."""
    if parent.flow:
        new = f"{write.inline(key)}: {write.inline(value)}"
        return _in_brackets(text, parent, new, bool(parent.pairs))
    earlier = order[: order.index(key)] if key in order else ()
    before = [max(end_of(text, node), name.end) for name, node in parent.pairs if name.value in earlier]
    end = max(before, default=end_of(text, parent))
    return _below(text, end, write.lines({key: value}, _column(text, parent), one_line))


def _in_brackets(text: str, node: parse.Mapping | parse.Sequence, new: str, filled: bool) -> Change:
    """Before the closing bracket, after a comma where something stands before it."""
    last = text[: node.end - 1].rstrip()
    comma = ", " if filled and not last.endswith(",") else " " if filled else ""
    return Change(start=len(last), end=len(last), new=comma + new)


def _below(text: str, end: int, lines: Sequence[str]) -> Change:
    """Lines under the one that holds ``end``, which may lack a line break; comments beside it stay there."""
    line_end = _END.search(text, end)
    place = line_end.start() if line_end else len(text)
    return Change(start=place, end=place, new="".join(f"\n{line}" for line in lines))


def _begun(text: str, node: parse.Node, lines: Sequence[str]) -> Change:
    """A block list in the place of ``[]`` or of nothing."""
    if node.start == node.end:
        return _below(text, node.end, lines)
    if _follows(text, node.end):
        raise EditError("something stands beside the empty list")
    start = len(text[: node.start].rstrip(" \t"))
    below = _below(text, node.end, lines)
    return Change(start=start, end=below.end, new=below.new)
