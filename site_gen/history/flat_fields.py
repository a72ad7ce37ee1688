"""A term field by field, as texts that can be laid side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from site_gen.model.records import Term
from site_gen.model.schema import TERM

RELATIONS = ("broader", "related", "contrast", "distinct", "replaced_by")
# What a reader reads; a change of anything else needs no second review.
READ = (
    "name", "context", "abbreviations", "aliases", "formerly", "discouraged", "pronounced", "definition",
    "details", "example", "say_to_customer", "internal", "here", "links", "metric", "contrast",
)  # fmt: skip
_TERM_LINK = re.compile(r"\]\(term:[a-z0-9-]+\)")


class Relation(NamedTuple):
    """``kind`` is the field that holds it, ``to`` the slug of the other term."""

    kind: str
    to: str


def read_of(term: Term) -> tuple[tuple[str, str], ...]:
    """What a reader reads of a term, to tell whether that changed; where its links lead is no part of it."""
    fields = ((name, text) for name, text in flat(term).items() if not name.endswith(".fits"))
    texts = ((name.partition(".")[0], _TERM_LINK.sub("](term:)", text)) for name, text in fields)
    return tuple((name, text) for name, text in texts if name in READ)


def flat(term: Term) -> dict[str, str]:
    """The fields of a term that are no relation, each as one text; absent ones are left out."""
    return dict(_flat(term))


def _flat(term: Term) -> Iterator[tuple[str, str]]:
    for name in TERM:
        if name == "contrast":
            for one in term.contrast:
                yield f"contrast.{one.to}", " / ".join(filter(None, (one.difference, one.scene)))
                if one.fits:
                    yield f"contrast.{one.to}.fits", one.fits
        elif name == "metric":
            yield from _metric(term)
        elif name == "links":
            if term.links:
                yield name, "; ".join(f"{link.what} {link.to}".strip() for link in term.links)
        elif name == "allow":
            yield from ((f"allow.{code}", reason) for code, reason in term.allow.items())
        elif name not in RELATIONS and (text := _text(getattr(term, name))):
            yield name, text


def _metric(term: Term) -> Iterator[tuple[str, str]]:
    if term.metric:
        for name in ("formula", "unit", "better"):
            yield f"metric.{name}", getattr(term.metric, name)
        for name in ("parts", "worked", "edges"):
            yield from ((f"metric.{name}.{key}", text) for key, text in getattr(term.metric, name).items())


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
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
