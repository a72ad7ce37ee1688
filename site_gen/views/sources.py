"""The views of sources: every entry, and where it went."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.model import Entry, Source, Term
from site_gen.views.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    entry: Entry
    anchor: str
    term: Term | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    source: Source
    rows: tuple[EntryRow, ...]
    terms: int
    shared: int  # terms that another source has too


def source_views(world: World) -> tuple[SourceView, ...]:
    by_slug = world.glossary.by_slug
    in_sources: dict[str, set[str]] = {}
    for source in world.glossary.sources:
        for entry in source.entries:
            in_sources.setdefault(entry.term, set()).add(source.id)
    views = []
    for source in world.glossary.sources:
        rows = tuple(
            EntryRow(entry=entry, anchor=world.anchors[source.id][entry.name], term=by_slug.get(entry.term))
            for entry in source.entries
        )
        slugs = {row.term.slug for row in rows if row.term}
        views.append(
            SourceView(
                source=source,
                rows=rows,
                terms=len(slugs),
                shared=sum(len(in_sources[slug]) > 1 for slug in slugs),
            )
        )
    return tuple(views)
