"""The view of A to Z: every term under its letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_gen.model.records import Term
from site_gen.pages.views.facets import Facet, Item, facets, item
from site_gen.pages.views.parts import Listing, Section, by_letter, under_letters
from site_gen.pages.views.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class AzView(Listing[Term]):
    """``items`` holds by slug what a term can be filtered by.

    Each part offers every choice, so that one can be kept on the next.
    """

    facets: tuple[Facet, ...]
    items: Mapping[str, Item]


def az_view(world: World) -> AzView:
    sections = letters(world.listed)
    return AzView(
        sections=sections,
        parts=by_letter(sections, world.most_lines("az"), world.catalog, lambda term: term.title),
        facets=facets(world) if len(world.listed) > 1 else (),
        items={term.slug: item(world, term) for term in world.listed},
    )


def letters(terms: Iterable[Term]) -> tuple[Section[Term], ...]:
    """Terms, given by name, under their first letters."""
    return under_letters(terms, lambda term: term.name)
