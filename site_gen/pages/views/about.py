"""What leads away from the terms: the glossary's own pages, and its copies for people and machines."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.catalog import Catalog
from site_gen.model.published import PUBLISHED, Listing, Published
from site_gen.model.records import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A page or file worth a click, and why; ``path`` is relative to the site's root, "" of several files."""

    path: str
    name: str
    what: str


def cards(listed: Listing, site: Site, words: Catalog) -> tuple[Card, ...]:
    """What a page offers to choose from, as far as this site has it."""
    return tuple(
        Card(
            path=one.path,
            name=words.text(f"published.{one.key}.name"),
            what=words.text(f"published.{one.key}.what"),
        )
        for one in PUBLISHED.values()
        if one.listed == listed and one.stands_on(site)
    )


def machine_files(site: Site, words: Catalog) -> tuple[Card, ...]:
    """The files for programs, those with a format number first.

    A file of the builder is named by its full address: the docs folder, in which links are checked, lacks it.
    Where each record has a file, there is no address to link.
    """
    files = [one for one in PUBLISHED.values() if one.for_programs and one.stands_on(site)]
    return tuple(
        Card(
            path=_linked(one, site),
            name=one.shown,
            what=words.text(f"published.{one.key}.holds"),
        )
        for one in sorted(files, key=lambda one: not one.path.startswith("api/"))
    )


def _linked(one: Published, site: Site) -> str:
    if one.shown != one.path:
        return ""
    return site.absolute(one.path) if one.maker == "builder" else one.path
