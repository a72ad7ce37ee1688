"""The difference between two states of a glossary, for the person who reviews a change.

Beside the terms: the near-duplicates that came with it, the pages that read differently, and what changed in
topics, owners, paths, sources, redirects and pages written by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from site_gen.corpus.load import Loaded
from site_gen.history.changes import FieldChange, TermChange, compare_terms
from site_gen.history.flat_fields import text_of, texts_of
from site_gen.match.duplicates import Duplicate, near_duplicates
from site_gen.model.problem import Problem, errors
from site_gen.model.records import Glossary, Path
from site_gen.model.schema import ENTRY, OWNER, PATH, SOURCE, TOPIC

What = Literal["topic", "owner", "path", "source", "entry", "redirect", "word", "page"]
TERM_PAGES = "terms/"


@dataclass(frozen=True, slots=True)
class Other:
    """A change of anything but a term; ``fields`` where it was there before and after."""

    what: What
    name: str
    kind: Literal["new", "changed", "removed"]
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Everything that changed; ``pages`` are those of the site whose content differs, without their ending.

    ``affected`` are the slugs of terms that did not change, but whose pages do. ``unread_before`` and
    ``unread_after`` are the errors that only this side has in reading its files; what could not be read is
    not compared. ``heirs`` has the titles of the terms that others went into, by slug.
    """

    terms: tuple[TermChange, ...]
    others: tuple[Other, ...]
    duplicates: tuple[Duplicate, ...]
    pages: tuple[str, ...]
    affected: tuple[str, ...]
    unread_before: tuple[Problem, ...] = ()
    unread_after: tuple[Problem, ...] = ()
    heirs: Mapping[str, str] = field(default_factory=dict)

    @property
    def changed(self) -> bool:
        return bool(self.terms or self.others or self.unread_before or self.unread_after)


PagesOf = Callable[[Glossary], Mapping[str, str]]  # a glossary to the pages that readers see, by path


def compare(before: Loaded, after: Loaded, pages_of: PagesOf) -> Difference:
    """The difference between two states, as far as the files of both can be read."""
    old, new = before.glossary, after.glossary
    unread = before.unread | after.unread
    terms = compare_terms(
        {slug: term for slug, term in old.by_slug.items() if slug not in unread},
        {slug: term for slug, term in new.by_slug.items() if slug not in unread},
        new.redirects,
    )
    moved = {one.before.slug: one.slug for one in terms if one.before and one.after}
    gone = {one.before.slug for one in terms if one.before and one.redirected}
    others = tuple(
        other
        for other in _others(old, new, moved)
        if not (other.what == "redirect" and other.kind == "new" and other.name in gone)
    )
    differing = _pages(pages_of(old), pages_of(new)) if terms or others else ()
    stayed = (old.by_slug.keys() & new.by_slug.keys()) - {change.slug for change in terms}
    return Difference(
        heirs={one.into: new.by_slug[one.into].title for one in terms if one.into in new.by_slug},
        terms=terms,
        others=others,
        duplicates=_new_duplicates(old, new, terms, moved),
        pages=differing,
        affected=tuple(slug for slug in sorted(stayed) if f"{TERM_PAGES}{slug}" in differing),
        unread_before=_only(before, after),
        unread_after=_only(after, before),
    )


def _only(one: Loaded, other: Loaded) -> tuple[Problem, ...]:
    """The errors of one side; what was wrong before and is still is no part of a change."""
    known = set(other.problems)
    return tuple(problem for problem in errors(one.problems) if problem not in known)


def _new_duplicates(
    old: Glossary, new: Glossary, terms: Iterable[TermChange], moved: Mapping[str, str]
) -> tuple[Duplicate, ...]:
    """Pairs that are suspicious now and were not before, the likeliest first."""
    changed = {change.slug for change in terms}
    if not changed:
        return ()
    pairs = [pair for pair in near_duplicates(new) if pair.one in changed or pair.other in changed]
    if not pairs:
        return ()
    known = {
        frozenset(moved.get(slug, slug) for slug in (pair.one, pair.other)) for pair in near_duplicates(old)
    }
    found = (pair for pair in pairs if frozenset((pair.one, pair.other)) not in known)
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other)))


def _pages(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """The pages that are there on both sides and differ, and those that came or went."""
    differing = {path for path in (*before, *after) if before.get(path) != after.get(path)}
    return tuple(sorted({path.rpartition(".")[0] for path in differing}))


Records = Mapping[str, Mapping[str, str]]  # by name, field by field


def _others(old: Glossary, new: Glossary, moved: Mapping[str, str]) -> Iterator[Other]:
    """Both sides name terms by their slugs of now, so that a reference to a renamed term is no change."""
    yield from _records("topic", _topics(old), _topics(new))
    yield from _records("owner", _owners(old), _owners(new))
    yield from _records("path", _paths(old, moved), _paths(new, moved))
    yield from _records("source", _sources(old), _sources(new))
    both = {one.id for one in old.sources} & {one.id for one in new.sources}
    yield from _records("entry", _entries(old, both, moved), _entries(new, both, moved))
    yield from _records("redirect", _redirects(old, moved), _redirects(new, moved))
    yield from _records("word", _words(old), _words(new))
    yield from _records("page", _hand_written(old), _hand_written(new))


def _records(what: What, old: Records, new: Records) -> Iterator[Other]:
    for name in dict.fromkeys((*new, *old)):
        before, after = old.get(name, {}), new.get(name, {})
        fields = tuple(
            FieldChange(field, before.get(field, ""), after.get(field, ""))
            for field in dict.fromkeys((*after, *before))
            if before.get(field, "") != after.get(field, "")
        )
        if name not in new:
            yield Other(what, name, "removed")
        elif fields:
            yield Other(what, name, "changed" if name in old else "new", fields)


def _topics(glossary: Glossary) -> Records:
    fields = [field for field in TOPIC if field != "id"]
    return {one.id: {field: getattr(one, field) for field in fields} for one in glossary.topics}


def _owners(glossary: Glossary) -> Records:
    return {one.name: {field: getattr(one, field) for field in OWNER} for one in glossary.owners}


def _paths(glossary: Glossary, moved: Mapping[str, str]) -> Records:
    return {one.id: dict(_path(one, moved)) for one in glossary.paths}


def _path(path: Path, moved: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in PATH:
        value = getattr(path, name)
        if name == "stops":
            stops = (moved.get(stop.term, stop.term) or stop.link or stop.task for stop in value)
            yield name, "; ".join(stops)
        elif isinstance(value, tuple):
            yield name, "; ".join(moved.get(item, item) for item in value)
        elif name != "id":
            yield name, str(value or "")


def _sources(glossary: Glossary) -> Records:
    """Of its entries how many there are: what each says stands apart."""
    plain = [field for field in SOURCE if field != "entries"]
    return {
        one.id: {
            **{field: text_of(getattr(one, field)) for field in plain},
            "entries": str(len(one.entries)),
        }
        for one in glossary.sources
    }


def _entries(glossary: Glossary, sources: Container[str], moved: Mapping[str, str]) -> Records:
    """What each entry says and where it went, by source and printed name."""
    fields = [field for field, spec in ENTRY.items() if spec.role != "evidence" and field != "name"]
    return {
        f"{source.id}: {entry.name}": {
            **dict(pair for field in fields for pair in texts_of(field, ENTRY[field], getattr(entry, field))),
            "term": moved.get(entry.term, entry.term),
        }
        for source in glossary.sources
        if source.id in sources
        for entry in source.entries
    }


def _redirects(glossary: Glossary, moved: Mapping[str, str]) -> Records:
    return {slug: {"to": moved.get(to, to)} for slug, to in glossary.redirects.items()}


def _words(glossary: Glossary) -> Records:
    return {phrase: {"why": why} for phrase, why in glossary.plain_words.items()}


def _hand_written(glossary: Glossary) -> Records:
    return {path: {"text": _text(path, data)} for path, data in glossary.pages.items()}


def _text(path: str, data: bytes) -> str:
    if path.endswith(".md"):
        return data.decode("utf-8", "replace")
    return f"{len(data)} bytes, {sha256(data).hexdigest()[:8]}"
