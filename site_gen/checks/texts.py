"""The texts of a term as its readers see them, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from site_gen.model.records import Term
from site_gen.model.schema import MARKDOWN, PROSE
from site_gen.text.markdown import running_text


class Text(NamedTuple):
    """One text of a term; ``place``: the keys that lead to its line."""

    field: str
    place: tuple[str, ...]
    text: str


def texts_of(term: Term) -> Iterator[Text]:
    """Every text of a term that is a sentence, without code and the addresses of links; no names."""
    for field in PROSE:
        for channel, text in term.texts(field).items():
            yield Text(field, (field, channel), running_text(text) if field in MARKDOWN else text)
    for one in term.contrast:
        for text in (one.difference, *one.scenes.values()):
            yield Text("contrast", ("contrast", one.to), text)
    if term.metric:
        for part in ("parts", "edges"):
            for name, text in getattr(term.metric, part).items():
                yield Text("metric", ("metric", part, name), text)
