"""What stands at the old addresses of terms: a page that leads on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.model import graph
from site_gen.model.records import Term
from site_gen.pages.views.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedView:
    """An old address and the term it leads to; ``canonical`` is absolute where the site has a url."""

    old: str
    term: Term
    canonical: str


def moved_views(world: World) -> Iterator[MovedView]:
    """The old addresses that lead to a term of this site, however often it moved."""
    by_slug, url = world.glossary.by_slug, world.site.url
    for old, end in sorted(graph.ends(world.glossary.redirects).items()):
        term = by_slug.get(end)
        if term and old not in by_slug:
            page = f"{end}.html"
            canonical = f"{url.rstrip('/')}/terms/{page}" if url else page
            yield MovedView(old=old, term=term, canonical=canonical)
