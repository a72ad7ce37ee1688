"""The view of abbreviations: each, and each name that several terms share, with all that it may mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from site_gen.catalog import Catalog
from site_gen.model import names
from site_gen.model.records import Term
from site_gen.pages.views.parts import Listing, by_letter, under_letters
from site_gen.text.field_links import row_id
from site_gen.text.links import Links


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortForm:
    """One abbreviation or shared name, and every term that it may mean."""

    label: str
    anchor: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortForms(Listing[ShortForm]):
    """``rows`` has all in order; sections are for a list in parts, their letters have no addresses."""

    rows: tuple[ShortForm, ...]


def short_forms(
    listed: Iterable[Term],
    links: Links,
    in_order: Callable[[Iterable[str]], tuple[Term, ...]],
    most: int,
    words: Catalog,
) -> ShortForms:
    """Every abbreviation, and every name that several terms share: what links may lead to is here.

    ``in_order`` makes terms of slugs; a part has at most ``most`` rows.
    """
    found: dict[str, tuple[str, set[str]]] = {}
    for label, slugs in _short_labels(listed, links):
        found.setdefault(row_id(label), (label, set()))[1].update(slugs)
    ordered = sorted(found.items(), key=lambda row: (names.fold(row[1][0]), row[0]))
    rows = tuple(
        ShortForm(label=label, anchor=anchor, terms=in_order(slugs)) for anchor, (label, slugs) in ordered
    )
    sections = under_letters(rows, _label, with_anchors=False)
    return ShortForms(sections=sections, parts=by_letter(sections, most, words, _label), rows=rows)


def _label(row: ShortForm) -> str:
    return row.label


def _short_labels(listed: Iterable[Term], links: Links) -> Iterator[tuple[str, Iterable[str]]]:
    for term in listed:
        yield from ((short, [term.slug]) for short in term.abbreviations)
    yield from ((label.shown, label.slugs) for label in links.labels if len(label.slugs) > 1)
