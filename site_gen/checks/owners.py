"""Who owns what, and whether they can be reached: for `glossary owners` and the health of a glossary."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.model.owners import owned, people, person
from site_gen.model.records import Glossary, Owner, Site, Term
from site_gen.model.relations import current


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """One owner with the terms in use that they answer for.

    ``is_known``: the name is in the list, or is itself an address or a handle.
    """

    owner: Owner
    terms: tuple[Term, ...]
    is_known: bool


def ownerships(glossary: Glossary, site: Site) -> tuple[Ownership, ...]:
    """Everybody who owns a term or is in the list, by name."""
    listed, has = people(glossary, site), owned(current(glossary.terms), glossary, site)
    return tuple(_ownership(name, has.get(name, ()), listed.get(name)) for name in sorted({*listed, *has}))


def _ownership(name: str, terms: tuple[Term, ...], listed: Owner | None) -> Ownership:
    owner = listed or person(name, {})
    is_known = bool(listed or owner.mail or owner.handle)
    return Ownership(owner=owner, terms=terms, is_known=is_known)
