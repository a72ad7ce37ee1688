"""A term field by field, as texts that can be laid side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from site_gen.model.field import Field
from site_gen.model.records import Term
from site_gen.model.schema import RELATIONS, TERM

_TERM_LINK = re.compile(r"\]\(term:[a-z0-9-]+\)")


class Relation(NamedTuple):  # a tuple: it is sorted by field and slug, and unpacked
    """``kind`` is the field that holds it, ``to`` the slug of the other term."""

    kind: str
    to: str


def read_of(term: Term) -> tuple[tuple[str, str], ...]:
    """What a reader reads of a term, to tell whether that changed; where its links lead is no part of it."""
    fields = ((name, text) for name, text in flat(term).items() if not name.endswith(".fits"))
    texts = ((name.partition(".")[0], _TERM_LINK.sub("](term:)", text)) for name, text in fields)
    return tuple((name, text) for name, text in texts if TERM[name].reviewed)


def flat(term: Term) -> dict[str, str]:
    """The fields of a term that are no relation, each as one text; absent ones are left out."""
    return dict(_flat(term))


def _flat(term: Term) -> Iterator[tuple[str, str]]:
    for name, spec in TERM.items():
        if name == "contrast":
            for one in term.contrast:
                yield f"contrast.{one.to}", " / ".join(filter(None, (one.difference, one.scene)))
                if one.fits:
                    yield f"contrast.{one.to}.fits", one.fits
                if len(one.scenes) > 1:
                    yield f"contrast.{one.to}.own", one.scenes.get(term.slug, "")
                    yield f"contrast.{one.to}.other", one.scenes.get(one.to, "")
        elif name == "links":
            if term.links:
                yield name, "; ".join(f"{link.what} {link.to}".strip() for link in term.links)
        elif spec.role != "relation":
            yield from texts_of(name, spec, getattr(term, name))


def texts_of(name: str, spec: Field, value: object) -> Iterator[tuple[str, str]]:
    """The texts of one field: one for each part of a record and for each line of a map."""
    if isinstance(value, Mapping):
        yield from ((f"{name}.{key}", text_of(inner)) for key, inner in value.items())
    elif spec.kind == "record" and value is not None:
        for part, inner in spec.fields.items():
            yield from texts_of(f"{name}.{part}", inner, getattr(value, part))
    elif text := text_of(value):
        yield name, text


def text_of(value: object) -> str:
    """A value as one text; "" where there is none."""
    if isinstance(value, tuple):
        return "; ".join(" → ".join(one) if isinstance(one, tuple) else str(one) for one in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def relations_of(term: Term) -> Iterator[Relation]:
    """The relations that the term's own file states."""
    for kind in RELATIONS:
        value = getattr(term, kind)
        if kind == "contrast":
            yield from (Relation(kind, one.to) for one in value)
        else:
            yield from (Relation(kind, to) for to in ((value,) if isinstance(value, str) else value) if to)
