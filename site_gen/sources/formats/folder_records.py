"""Folders with a data file for each term: the files as the records of one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats import data, record
from site_gen.sources.formats import folder_left_out as left_out
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.formats.decode import to_text
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.folder_files import format_of
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_roles import is_exact, role_of

FAR = 10_000_000  # more than the lines of a file
LEAST, MOST = 3, 0.6  # files with a term each, and their share, from which the others are no terms


def read(document: Document, paths: Sequence[str], chosen: Chosen) -> Reading | None:
    """The entries of the files, a record in each, with their places; None if most hold something else.

    Together they tell, as the records of one file do, which keys hold the name, the text and other things.
    """
    values = {path: value for path in paths if (value := _value(document, path))}
    records = {path: value for path, value in values.items() if _is_term(value)}
    if len(records) < max(LEAST, MOST * len(paths)):
        return None
    items = tuple(_moved(value, number * FAR) for number, value in enumerate(records.values()))
    found = data.from_value(data.prepared(Many(items=items, line=1)), chosen, document.language)
    read, places = list(records), _places(list(records))
    return replace(
        found,
        drafts=tuple(
            replace(one, part=one.line // FAR, where=read[one.line // FAR], line=one.line % FAR)
            for one in found.drafts
        ),
        skipped=(
            *left_out.files((path for path in paths if path not in records), left_out.BESIDE),
            *(replace(one, where=places(one.line), line=one.line % FAR) for one in found.skipped),
        ),
        places={
            key: replace(one, where=places(one.line), line=one.line % FAR)
            for key, one in found.places.items()
        },
    )


def _places(paths: Sequence[str]) -> Callable[[int], str]:
    return lambda line: f"{paths[line // FAR]}, line {line % FAR}"


def _value(document: Document, path: str) -> Value | None:
    form = format_of(path)
    if form not in ("json", "yaml", "toml"):
        return None
    try:
        text, _ = to_text(document.files[path])
        return data.parsed(Document(filename=path, format=form, text=text, data=b""))
    except UnreadableError:
        return None


def _is_term(value: Value) -> bool:
    """Whether a file is a record with a name of its own and something about it."""
    if not isinstance(value, Named) or not record.has_name(value):
        return False
    roles = {role_of(key.text) for key, _ in value.pairs if is_exact(key.text) or "@" in role_of(key.text)}
    return any(role.partition("@")[0] == "text" for role in roles)


def _moved(value: Value, by: int) -> Value:
    """The value with its line numbers increased by ``by``."""
    if isinstance(value, Leaf):
        return replace(value, line=value.line + by)
    if isinstance(value, Many):
        return Many(items=tuple(_moved(item, by) for item in value.items), line=value.line + by)
    pairs = tuple((replace(key, line=key.line + by), _moved(inner, by)) for key, inner in value.pairs)
    return Named(pairs=pairs, line=value.line + by)
