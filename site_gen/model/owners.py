"""Who answers for a term, and how to reach them.

The people stand in glossary/owners.yaml, or in the setting ``owners`` where a name is not in that file. A
term names its owners by these names, parted by commas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from site_gen.catalog import Catalog
from site_gen.model.contact import handles_in, is_contact
from site_gen.model.records import Glossary, Origin, Owner, Site, Term


def people(glossary: Glossary, site: Site) -> Mapping[str, Owner]:
    """Everybody who is listed, by name; an entry of owners.yaml goes before one of the settings."""
    return {**site.owners, **{owner.name: owner for owner in glossary.owners}}


def names_in(owner: str) -> tuple[str, ...]:
    """The names in a field ``owner``: "Ana Ruiz, Ben Okafor" has two."""
    return tuple(dict.fromkeys(name for part in owner.split(",") if (name := part.strip())))


def owner_of(term: Term, glossary: Glossary, site: Site) -> str:
    """Who answers for the term: its owner, else that of its first topic, else the site's; "" for nobody."""
    topic = glossary.topics_by_id.get(term.topics[0]) if term.topics else None
    return term.owner or (topic.owner if topic else "") or site.owner


def owned(terms: Iterable[Term], glossary: Glossary, site: Site) -> Mapping[str, tuple[Term, ...]]:
    """The terms of each name that owns any, in the order of the names; a term may have several owners."""
    found: dict[str, list[Term]] = {}
    for term in terms:
        for name in names_in(owner_of(term, glossary, site)):
            found.setdefault(name, []).append(term)
    return {name: tuple(found[name]) for name in sorted(found)}


def person(name: str, listed: Mapping[str, Owner]) -> Owner:
    """The entry of that name; an address or an account that stands in place of a name speaks for itself."""
    if name in listed:
        return listed[name]
    return Owner(
        name=name,
        mail=name if is_contact("mail", name) else "",
        handle=name if handles_in(name) else "",
        origin=Origin(path=""),
    )


def known_as(said: str, known: Iterable[str], listed: Mapping[str, Owner]) -> str:
    """The name that somebody is known by who is called by a name, however it is written, a mail or a handle.

    "" where nobody is called so, or more than one.
    """
    names = tuple(known)
    if said in names:
        return said
    wanted = said.casefold()
    found = [name for name in names if wanted in _called(person(name, listed))]
    return found[0] if len(found) == 1 else ""


def _called(one: Owner) -> frozenset[str]:
    return frozenset(text.casefold() for text in (one.name, one.mail, *handles_in(one.handle)) if text)


def handles_of(owner: str, listed: Mapping[str, Owner]) -> tuple[str, ...]:
    """The accounts on the code host of the owners that a field names, each once."""
    found = (handles_in(person(name, listed).handle) for name in names_in(owner))
    return tuple(dict.fromkeys(chain.from_iterable(found)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Somebody whom a reader can ask about a term; ``stands_in`` if as the deputy of an owner."""

    owner: Owner
    stands_in: bool


Part = str | tuple[str, str, str]  # words, or a link: its words, its address, and what it is called aloud


def said(asked: Sequence[Asked], words: Catalog) -> tuple[Part, ...]:
    """Whom to ask, in words and links: "Ask Ana Ruiz (mail, chat); deputy: Ben Okafor (mail)"."""
    parts: list[Part] = []
    for number, one in enumerate(asked):
        key = "ask.deputy" if one.stands_in else "ask.another" if number else "ask.first"
        parts += [words.text(key, name=one.owner.name), *_ways(one.owner, words)]
    return tuple(parts)


def _ways(owner: Owner, words: Catalog) -> Iterator[Part]:
    """The ways to reach an owner, in brackets."""
    ways = [
        (words.text(f"ask.{way}"), address, words.text(f"ask.{way}_to", name=owner.name))
        for way, address in (("mail", owner.mail and f"mailto:{owner.mail}"), ("chat", owner.chat))
        if address
    ]
    for number, way in enumerate(ways):
        yield words.text("common.comma") if number else " ("
        yield way
    if ways:
        yield ")"


def asked(owner: str, listed: Mapping[str, Owner]) -> tuple[Asked, ...]:
    """Who can be asked: the owners that a field names, then their deputies, each once."""
    owners = {name: person(name, listed) for name in names_in(owner)}
    deputies = {one.deputy: None for one in owners.values() if one.deputy and one.deputy not in owners}
    return (
        *(Asked(owner=one, stands_in=False) for one in owners.values()),
        *(Asked(owner=person(name, listed), stands_in=True) for name in deputies),
    )
