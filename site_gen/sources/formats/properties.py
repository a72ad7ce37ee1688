"""Files of keys and values: ``.properties`` of Java, ``.strings`` of Apple."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats import data
from site_gen.sources.formats.data_tree import MAX_VALUES, Leaf, Named
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.lines import without_unseen

_PAIR = re.compile(r"(?P<key>(?:[^\s\\=:]|\\.)(?:[^\\=:\s]|\\.)*+)[ \t]*[=: \t][ \t]*(?P<value>.*)")
_STRINGS = re.compile(r'"(?P<key>(?:[^"\\]|\\.)*+)"\s*=\s*"(?P<value>(?:[^"\\]|\\.)*+)"\s*;?\s*$')
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SIGNS = {"n": "\n", "t": " ", "r": "", "f": ""}


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries: keys that are names, or keys such as "fcr.name" and "fcr.text" as records."""
    pairs = tuple(_pairs(document.text))
    if len(pairs) > MAX_VALUES:
        raise UnreadableError(
            "import-too-large", "more keys than any glossary has", "export the terms by themselves"
        )
    value = Named(pairs=pairs, line=1) if pairs else None
    return data.from_value(data.prepared(value) if value else None, chosen, document.language)


def _pairs(text: str) -> Iterator[tuple[Leaf, Leaf]]:
    """Keys and values with their lines; comments are left out, and lines that go on are joined."""
    whole, first = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        part = line.strip()
        if not whole and (not part or part.startswith(("#", "!", "/*", "//", "*"))):
            continue
        whole, first = whole + part, first or number
        if (len(part) - len(part.rstrip("\\"))) % 2:
            whole = whole[:-1]
            continue
        if found := _STRINGS.match(whole) or _PAIR.match(whole):
            yield Leaf(text=_shown(found["key"]), line=first), Leaf(text=_shown(found["value"]), line=first)
        whole, first = "", 0


def _shown(text: str) -> str:
    shown = _ESCAPED.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else _SIGNS.get(found[2], found[2]), text
    )
    return without_unseen(shown)
