"""The columns of the sheet, made from the schema, and what stands in them for a term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from site_gen.model.field import Field
from site_gen.model.records import Contrast, Term
from site_gen.model.schema import TERM

SLUG = "slug"
SEPARATOR = " | "  # between the address and the text of a link
Shape = Literal["one", "list", "map", "lists", "links", "contrast"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; ``keys`` is where its values stand in a term's YAML."""

    title: str
    keys: tuple[str, ...]
    spec: Field
    shape: Shape

    @property
    def help(self) -> str:
        """What to write, for the note at the head of the column."""
        return (
            self.spec.help
            + {
                "one": "",
                "list": "; one a line (Alt+Enter), or parted by ;",
                "map": "; one 'name: text' a line (Alt+Enter)",
                "lists": "; one 'name: item' a line, for several items several lines (Alt+Enter)",
                "links": f"; one 'address{SEPARATOR}what' a line (Alt+Enter)",
                "contrast": "; one 'slug: text' a line (Alt+Enter)",
            }[self.shape]
        )


def _columns() -> Iterator[Column]:
    for name, spec in TERM.items():
        if any(inner.kind == "row" for inner in spec.fields.values()):
            continue  # a list of lists has no cell
        if spec.fields and not spec.many:
            if spec.kind == "markdown":
                yield Column(title=name, keys=(name,), spec=spec, shape="one")
            for keys, inner in _parts((name,), spec):
                shape: Shape = "map" if inner.kind == "map" else "one"
                if spec.kind == "map":
                    shape = "contrast"
                yield Column(title=".".join(keys), keys=keys, spec=inner, shape=shape)
        else:
            shape = "lists" if spec.lists else "map" if spec.kind == "map" else "list" if spec.many else "one"
            yield Column(title=name, keys=(name,), spec=spec, shape="links" if spec.fields else shape)


def _parts(keys: tuple[str, ...], spec: Field) -> Iterator[tuple[tuple[str, ...], Field]]:
    """The fields inside a field, those of an inner record one by one."""
    for name, inner in spec.fields.items():
        if inner.kind == "record":
            yield from _parts((*keys, name), inner)
        else:
            yield (*keys, name), inner


COLUMNS: Mapping[str, Column] = {column.title: column for column in _columns()}


def cells(term: Term) -> dict[str, str]:
    """The text of each column for a term; the slug apart."""
    return {title: _shown(_value(term, column)) for title, column in COLUMNS.items()}


def _value(term: Term, column: Column) -> Any:
    if column.shape == "contrast":
        return {one.to: text for one in term.contrast if (text := _part(term, one, column.keys[1:]))}
    if column.shape == "links":
        return tuple(link.to + (SEPARATOR + link.what if link.what else "") for link in term.links)
    value = getattr(term, column.keys[0])
    if column.spec.kind == "markdown":
        return term.texts(column.keys[0]).get("".join(column.keys[1:]), "")
    if len(column.keys) > 1:
        return getattr(value, column.keys[1]) if value else ""
    return value


def _part(term: Term, contrast: Contrast, keys: tuple[str, ...]) -> str:
    if keys[0] == "scenes":
        slug = term.slug if keys[1] == "own" else contrast.to
        return contrast.scenes.get(slug, "") if len(contrast.scenes) > 1 else ""
    return str(getattr(contrast, keys[0]))


def _items(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool | date):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "\n".join(f"{name}: {text}" for name, inner in value.items() for text in _items(inner))
    return value if isinstance(value, str) else "\n".join(value)
