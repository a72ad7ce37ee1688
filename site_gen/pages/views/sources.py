"""The views of sources: every entry, and where it went."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from site_gen.catalog import Catalog
from site_gen.language import language_of
from site_gen.model import names
from site_gen.model.records import Entry, Source, Term
from site_gen.pages.views.world import World

_PLACE = re.compile(r"(?:(?P<how>.+), )?line (?P<line>\d+)")  # as imports write it


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry with the term it went into, and by which of the term's names."""

    entry: Entry
    anchor: str
    term: Term | None
    why: str
    at: str  # where in the source it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    source: Source
    rows: tuple[EntryRow, ...]
    terms: int
    shared: int  # terms that another source has too
    summed_up: bool  # whether it is told what any entry says


def _why(entry: Entry, term: Term | None, words: Catalog, key: Callable[[str], str]) -> str:
    """How a printed name belongs to its term; "ruled by an editor" where no name of the term is like it."""
    if term is None:
        return ""
    if entry.name == term.name:
        return words.text("source.why_name")
    printed = {key(name) for name in (entry.name, *entry.also)}
    printed |= {key(inside) for name in (entry.name, *entry.also) for inside in names.brackets(name)}
    found = next((field for field, label in term.labels() if key(label) in printed), "ruled")
    return words.text(f"source.why_{found}")


def _place(at: str, words: Catalog) -> str:
    """Where an import found an entry, in the words of the site; a place that somebody wrote stays."""
    return "; ".join(_one_place(part, words) for part in at.split("; "))


def _one_place(at: str, words: Catalog) -> str:
    found = _PLACE.fullmatch(at)
    if not found:
        return at
    how, line = found["how"], found["line"]
    if not how:
        return words.text("source.line", line=line)
    key = f"source.how_{how.replace(' ', '_')}"
    return words.text("source.place", how=words.text(key) if key in words.texts else how, line=line)


def source_views(world: World) -> tuple[SourceView, ...]:
    by_slug, key = world.glossary.by_slug, language_of(world.glossary.language).key
    in_sources: dict[str, set[str]] = {}
    for source in world.glossary.sources:
        for entry in source.entries:
            in_sources.setdefault(entry.term, set()).add(source.id)
    views = []
    for source in world.glossary.sources:
        rows = tuple(
            EntryRow(
                entry=entry,
                anchor=world.anchors[source.id][entry.name],
                term=by_slug.get(entry.term),
                why=_why(entry, by_slug.get(entry.term), world.catalog, key),
                at=_place(entry.at, world.catalog),
            )
            for entry in source.entries
        )
        slugs = {row.term.slug for row in rows if row.term}
        views.append(
            SourceView(
                source=source,
                rows=rows,
                terms=len(slugs),
                shared=sum(len(in_sources[slug]) > 1 for slug in slugs),
                summed_up=any(entry.says for entry in source.entries),
            )
        )
    return tuple(views)
