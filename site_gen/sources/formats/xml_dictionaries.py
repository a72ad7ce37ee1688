"""Dictionaries in XML: TEI, LIFT and XDXF, with the word deep in a form and the text deep in a sense."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from site_gen.sources.draft import Draft, Piece, Reading, Skipped
from site_gen.sources.formats.xml_dialects import line_of, local, said
from site_gen.sources.shape.blocks import clean_name

_ENTRIES = frozenset(["entry", "entryfree", "ar"])
_WORDS = frozenset(["orth", "k", "lexical-unit"])
_TEXTS = frozenset(["def", "definition", "gloss"])
_NESTED = frozenset(["re", "xr", "relation", "example", "cit", "etym"])  # of other words


def read(root: Any) -> Reading:
    """The entries of a dictionary; a word without a text of its own is told."""
    drafts, skipped = [], []
    for entry in root.iter():
        if local(entry) not in _ENTRIES:
            continue
        inner = list(_own(entry))
        names = [clean_name(said(one)) for one in inner if local(one) in _WORDS]
        names = list(dict.fromkeys(name for name in names if name))
        texts = [said(one) for one in inner if local(one) in _TEXTS and not _is_inside(one)]
        texts = list(dict.fromkeys(text for text in texts if text))
        if not names:
            continue
        texts = texts or [text for text in (_around(entry),) if text]
        if not texts:
            skipped.append(Skipped(line=line_of(entry), text=names[0], why="name without a text"))
            continue
        body = tuple(Piece(line=line_of(entry), text=text) for text in texts)
        drafts.append(
            Draft(name=names[0], line=line_of(entry), how="entry", body=body, also=tuple(names[1:]))
        )
    title = next((said(one) for one in root.iter() if local(one) in ("title", "full_name")), "")
    return Reading(title=title, drafts=tuple(drafts), skipped=tuple(skipped))


def _own(entry: Any) -> Iterator[Any]:
    """The elements of an entry without those of examples and other words inside it."""
    waiting = [entry]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [one for one in reversed(element) if local(one) and local(one) not in _NESTED | _ENTRIES]


def _around(entry: Any) -> str:
    """The text of an entry that stands beside its word without an element of its own, as in XDXF."""
    parts = [entry.text or "", *(one.tail or "" for one in entry)]
    return " ".join(" ".join(parts).split())


def _is_inside(text: Any) -> bool:
    """Whether a text stands inside another one, which tells it already."""
    return any(local(up) in _TEXTS for up in text.iterancestors())
