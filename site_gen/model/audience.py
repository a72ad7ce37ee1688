"""The part of a glossary that the readers of one site may see.

A public site has no trace of internal terms, nor of what only internal terms use: topics, learning paths,
sources, entries of sources, old addresses. It also leaves out the fields that are not ``public`` in the
schema, unless the setting ``public_fields`` of the site allows them. This module decides what a public site
shows of the records, and ``history/audience.py`` what it shows of the git history. Pages, files and decks
are made only from what these two modules return.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any, TypeVar

from site_gen.model import graph, names
from site_gen.model.field import Field
from site_gen.model.records import Entry, Glossary, Path, Site, Source, Stop, Term, Topic
from site_gen.model.relations import current
from site_gen.model.schema import (
    ENTRY,
    ONE_TERM,
    PATH,
    SEVERAL_TERMS,
    SOURCE,
    STOP,
    TERM,
    TOPIC,
    term_fields,
)

NO_ACCESS_CONTROL = (
    "'audience' is no access control: whoever can read the repository, or an internal site, reads all of it."
)

_Record = TypeVar("_Record", Term, Topic, Source, Entry, Path, Stop)


def hidden_terms(glossary: Glossary, site: Site) -> frozenset[str]:
    """The slugs of the terms that a site does not show."""
    internal = (term.slug for term in glossary.terms if term.audience == "internal")
    return frozenset(internal) if site.audience == "public" else frozenset()


def visible(glossary: Glossary, site: Site) -> Glossary:
    """The glossary as the readers of a site may see it: all of an internal one, less of a public one."""
    if site.audience == "internal":
        return glossary
    hidden, allowed = hidden_terms(glossary, site), frozenset(site.public_fields)
    terms = tuple(_term(term, hidden, allowed) for term in glossary.terms if term.slug not in hidden)
    used = {topic for term in terms for topic in term.topics}
    names_hidden = _names_of_hidden(glossary, hidden)
    sources = (_source(source, hidden, names_hidden, allowed) for source in glossary.sources)
    ends = graph.ends(glossary.redirects)
    return replace(
        glossary,
        terms=terms,
        topics=tuple(_public(topic, TOPIC, allowed) for topic in glossary.topics if topic.id in used),
        owners=glossary.owners if "owner" in allowed else (),
        sources=tuple(source for source in sources if source.entries),
        paths=tuple(_paths(glossary, hidden, allowed)),
        redirects={old: new for old, new in glossary.redirects.items() if ends[old] not in hidden},
        plain_words={},  # why a phrase needs no term is for editors
    )


def shown_site(site: Site) -> Site:
    """The settings as pages may use them: those of a public site name no owner unless it allows that."""
    if site.audience == "internal" or "owner" in site.public_fields:
        return site
    return replace(site, owner="", owners={})


def _public(record: _Record, specs: Mapping[str, Field], allowed: Container[str]) -> _Record:
    """The record with its default value in each field that a public site may not show."""
    left_out = {name for name, spec in specs.items() if not spec.public and name not in allowed}
    if not left_out:
        return record
    return replace(record, **{one.name: _unwritten(one) for one in fields(record) if one.name in left_out})


def _unwritten(one: Any) -> Any:
    return one.default if one.default_factory is MISSING else one.default_factory()


def _term(term: Term, hidden: Container[str], allowed: Container[str]) -> Term:
    kept: dict[str, Any] = {
        **{name: "" for name in ONE_TERM if getattr(term, name) in hidden},
        **{name: tuple(slug for slug in getattr(term, name) if slug not in hidden) for name in SEVERAL_TERMS},
        "contrast": tuple(contrast for contrast in term.contrast if contrast.to not in hidden),
    }
    return replace(_public(term, TERM, allowed), **kept)


def _names_of_hidden(glossary: Glossary, hidden: Container[str]) -> frozenset[str]:
    """The keys (``names.key``) of the names that hidden terms have and visible terms do not have."""
    keys: dict[bool, set[str]] = {True: set(), False: set()}
    for term in glossary.terms:
        keys[term.slug in hidden].update(names.key(label) for _, label in term.labels())
    return frozenset(keys[True] - keys[False] - {""})


def _source(
    source: Source, hidden: Container[str], names_hidden: Container[str], allowed: Container[str]
) -> Source:
    """The source without the entries that belong to hidden terms.

    An entry that is not merged yet counts as belonging to a hidden term if it has a name of one.
    """
    entries = (
        _public(entry, ENTRY, allowed)
        for entry in source.entries
        if entry.term not in hidden
        and (entry.term or not any(names.key(name) in names_hidden for name in _names(entry)))
    )
    return replace(_public(source, SOURCE, allowed), entries=tuple(entries))


def _names(entry: Entry) -> Iterator[str]:
    """Each name of an entry: as printed, without its brackets, and the text in the brackets."""
    for name in (entry.name, *entry.also):
        yield from (name, names.bare(name), *names.brackets(name))


def _paths(glossary: Glossary, hidden: Collection[str], allowed: Container[str]) -> Iterator[Path]:
    """The paths that teach something visible, without their hidden stops.

    A path is left out if it has terms and all of them are hidden, even if it also has tasks: its title and
    tasks are about the hidden terms. A path without terms of its own is left out together with the path
    that it extends.
    """
    gone = {path.id for path in glossary.paths if _is_hidden(path, glossary, hidden)}
    for path in glossary.paths:
        if path.id not in gone:
            yield replace(
                _public(path, PATH, allowed),
                stops=tuple(_stop(stop, hidden, allowed) for stop in path.stops if stop.term not in hidden),
                terms=tuple(slug for slug in path.terms if slug not in hidden),
                drops=tuple(key for key in path.drops if key not in hidden),
                extends="" if path.extends in gone else path.extends,
                then="" if path.then in gone else path.then,
            )


def _is_hidden(path: Path, glossary: Glossary, hidden: Collection[str]) -> bool:
    by_id = {one.id: one for one in glossary.paths}
    seen: set[str] = set()
    while path.id not in seen:
        seen.add(path.id)
        own = {stop.term for stop in path.stops if stop.term} | {*path.terms}
        own |= {term.slug for term in current(glossary.terms) if path.chooses(term)}
        if own or path.extends not in by_id:
            return bool(own) and own <= set(hidden)
        path = by_id[path.extends]
    return False


def _stop(stop: Stop, hidden: Container[str], allowed: Container[str]) -> Stop:
    return replace(
        _public(stop, STOP, allowed),
        after="" if stop.after in hidden else stop.after,
        before="" if stop.before in hidden else stop.before,
    )


# The kind of a record, as (singular, plural), and two texts that identify the record within its kind.
_Key = tuple[tuple[str, str], str, str]
_TERM, _TOPIC = ("term", "terms"), ("topic", "topics")
_PATH, _SOURCE = ("learning path", "learning paths"), ("source", "sources")
_ENTRY, _ADDRESS = ("entry of a source", "entries of sources"), ("old address", "old addresses")


def _records(glossary: Glossary) -> Mapping[_Key, str]:
    """The name that readers see for each record of a glossary."""
    return {
        **{(_TERM, term.slug, ""): term.title for term in glossary.terms},
        **{(_TOPIC, topic.id, ""): topic.name for topic in glossary.topics},
        **{(_PATH, path.id, ""): path.title for path in glossary.paths},
        **{(_SOURCE, source.id, ""): source.title for source in glossary.sources},
        **{
            (_ENTRY, source.id, entry.name): f"{entry.name} ({source.id})"
            for source in glossary.sources
            for entry in source.entries
        },
        **{(_ADDRESS, old, ""): f"terms/{old}.html" for old in glossary.redirects},
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """How much a public site leaves out.

    ``records`` counts records by kind, ``fields`` counts by field the visible terms and topics whose value is
    left out, and ``changes`` counts the changes in the git history.
    """

    records: Mapping[tuple[str, str], int]
    fields: Mapping[str, int]
    changes: int = 0

    def __str__(self) -> str:
        counts = [f"{number} {kind[number != 1]}" for kind, number in self.records.items()]
        counts += [f"'{name}' of {number}" for name, number in self.fields.items()]
        if self.changes:
            counts.append(f"{self.changes} change{'s' if self.changes > 1 else ''} in the history")
        return ", ".join(counts) or "nothing"


def left_out(whole: Glossary, shown: Glossary) -> LeftOut:
    """Count what the glossary ``whole`` has and ``shown``, the result of ``visible``, does not have."""
    there = _records(shown)
    pairs: list[tuple[object, object]] = [(term, shown.by_slug.get(term.slug)) for term in whole.terms]
    pairs += [(topic, shown.topics_by_id.get(topic.id)) for topic in whole.topics]
    values = Counter(
        name
        for name in term_fields(lambda spec: not spec.public)
        for one, seen in pairs
        if seen and getattr(one, name, "") and not getattr(seen, name)
    )
    return LeftOut(records=Counter(key[0] for key in _records(whole) if key not in there), fields=values)


def becomes_public(
    before: Glossary, after: Glossary, site: Site, moved: Mapping[str, str]
) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The names of the records that are internal before a change and public after it, by kind of record.

    A term without an ``audience`` has the audience of the site. ``moved`` maps each slug that the change
    removes to the slug that replaces it, so that a renamed term counts as the same term.
    """
    was, now = (_records(_on_public_site(glossary, site)) for glossary in (before, after))
    found: dict[tuple[str, str], list[str]] = {}
    for (kind, one, other), name in _records(before).items():
        slug = moved.get(one, one) if kind is _TERM else one
        if (kind, one, other) not in was and (kind, slug, other) in now:
            found.setdefault(kind, []).append(name)
    return {kind: tuple(shown) for kind, shown in found.items()}


def _on_public_site(glossary: Glossary, site: Site) -> Glossary:
    terms = (replace(term, audience=term.audience or site.audience) for term in glossary.terms)
    return visible(replace(glossary, terms=tuple(terms)), replace(site, audience="public"))
