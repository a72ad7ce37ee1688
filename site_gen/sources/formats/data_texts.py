"""Single texts and short lists of data as entries: "FCR: solved at once", ["FCR", "solved at once"]."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.sources.draft import Draft
from site_gen.sources.formats import fragment, record, record_drafts
from site_gen.sources.formats.data_tree import Leaf, Many, Value
from site_gen.sources.shape.blocks import clean_name, is_name_like, is_nothing, labels, tidy


def from_text(item: Value) -> Draft | None:
    """A draft from a text like "FCR: solved at the first contact"."""
    if not isinstance(item, Leaf):
        return None
    label = next(labels(tidy(fragment.shown(item.text)), ""), None)
    return draft(label.name, item.line, [label.body]) if label else None


def from_row(item: Value) -> Draft | None:
    """A draft from a list like ["FCR", "solved at the first contact"]."""
    if not isinstance(item, Many) or not 2 <= len(item.items) <= 4:
        return None
    said = [part.text for part in item.items if isinstance(part, Leaf)]
    lists = [part for part in item.items[1:] if isinstance(part, Many) and record.is_plain(part)]
    plain = len(said) + len(lists) == len(item.items) and len(said) > 1 and isinstance(item.items[0], Leaf)
    also = [text for part in lists for text in record.texts(part)]
    return draft(said[0], item.line, said[1:], also) if plain and is_name_like(said[0], 12) else None


def draft(name: str, line: int, said: Sequence[str], also: Sequence[str] = ()) -> Draft:
    """The entry of a name with its texts and other names."""
    body = record_drafts.pieces((fragment.shown(text) for text in said if not is_nothing(text)), line)
    label = clean_name(spaced(fragment.shown(name)).replace("\n", " "))
    return Draft(name=label, line=line, how="item", body=body, also=tuple(map(clean_name, also)))


_KEY = re.compile(r"[a-z\d]+(?:_[a-z\d]+)+")


def spaced(key: str) -> str:
    """A key of a program as words: "first_of_type" is "first of type"."""
    return key.replace("_", " ") if _KEY.fullmatch(key) else key
