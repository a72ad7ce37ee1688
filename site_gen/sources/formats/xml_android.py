"""Texts of Android programs (``<resources>``) that hold a glossary: lists of names beside lists of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from site_gen.sources.draft import Reading
from site_gen.sources.formats import data, fragment, program_texts
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.lines import without_unseen
from site_gen.sources.shape.scope import speaks_of_glossary

FEWEST = 3  # items of a list of names
_ESCAPED = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<sign>.))")
_WORDS = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])")


def read(root: Any, document: Document, chosen: Chosen) -> Reading:
    """The entries of such a file. Raises ``UnreadableError`` for the texts of a program without a "
    "glossary."""
    arrays = {one.get("name", ""): _items(one) for one in root.iter("string-array")}
    if value := _beside(arrays) or _of_glossary(arrays):
        reading = data.from_value(value, chosen, document.language, records_only=True, file=document.filename)
        if len(reading.drafts) >= FEWEST:
            return reading
    return program_texts.read(list(_texts(root)), document, chosen)


def _items(array: Any) -> list[Leaf]:
    return [_leaf(item) for item in array.iter("item")]


def _leaf(element: Any) -> Leaf:
    """The text of an element without the marks that keep its signs, such as \\' for '."""
    said = fragment.of_element(element) if len(element) else element.text or ""
    shown = _ESCAPED.sub(_sign, " ".join(said.split()).strip('"'))
    return Leaf(text=without_unseen(shown).strip(), line=element.sourceline or 1)


def _sign(found: re.Match[str]) -> str:
    if found["code"]:
        return chr(int(found["code"], 16))
    return {"n": "\n", "t": " "}.get(found["sign"], found["sign"])


def _role(name: str) -> str:
    """What the items of a list are, by the last word of its name that tells it: "glossary_titles"."""
    words = [word.lower() for word in _WORDS.findall(name)]
    tried = (form for word in reversed(words) for form in (word, word.removesuffix("s")) if is_exact(form))
    return next(map(role_of, tried), "")


def _beside(arrays: Mapping[str, Sequence[Leaf]]) -> Value | None:
    """The records of a list of names and lists of as many other items, one of them their texts."""
    roles = {name: _role(name) for name in arrays}
    for own, items in arrays.items():
        if roles[own] != "name" or len(items) < FEWEST:
            continue
        beside = {roles[one]: other for one, other in arrays.items() if len(other) == len(items)}
        if "text" in beside:
            held = [("term", items), ("definition", beside["text"])]
            held += [("synonyms", beside[role]) for role in ("also",) if role in beside]
            rows = zip(*(cells for _, cells in held), strict=True)
            return Many(
                items=tuple(_record([key for key, _ in held], row) for row in rows), line=items[0].line
            )
    return None


def _record(keys: Sequence[str], cells: Sequence[Leaf]) -> Named:
    line = cells[0].line
    pairs = tuple((Leaf(text=key, line=line), cell) for key, cell in zip(keys, cells, strict=True))
    return Named(pairs=pairs, line=line)


def _of_glossary(arrays: Mapping[str, Sequence[Leaf]]) -> Value | None:
    """The items of the lists that are called a glossary: "Beacon – a light on land"."""
    own = [item for name, items in arrays.items() if speaks_of_glossary(_spaced(name)) for item in items]
    return Many(items=tuple(own), line=own[0].line) if own else None


def _spaced(name: str) -> str:
    return " ".join(_WORDS.findall(name))


def _texts(root: Any) -> Iterator[program_texts.Message]:
    """All texts by their keys, of which some may belong together: "buoy_title", "buoy_description"."""
    for one in root.iter("string"):
        leaf = _leaf(one)
        yield program_texts.Message(line=leaf.line, key=one.get("name", ""), text=leaf.text)
