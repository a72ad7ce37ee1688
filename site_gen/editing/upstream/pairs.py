"""Which term of a later edition is which term here, whatever either side has renamed meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from site_gen.editing.rename import path_of
from site_gen.editing.upstream.edition import Edition
from site_gen.editing.upstream.kept import Kept
from site_gen.model import graph
from site_gen.model.records import Glossary


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One term by its slugs: as adopted, in the later edition, and here; "" where it is not there."""

    base: str = ""
    theirs: str = ""
    here: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The pairs, and what follows from them.

    ``renames`` are slugs of terms here with the addresses that they have upstream and can take. ``joined``
    leads from terms as adopted that were merged here to those that they were merged into, ``here`` from all
    addresses of this glossary, old ones too, to those of today.
    """

    pairs: tuple[Pair, ...]
    renames: Mapping[str, str]
    joined: Mapping[str, str]
    here: Mapping[str, str]
    notes: tuple[str, ...]

    @property
    def by_base(self) -> Mapping[str, str]:
        """The slug here of each term as adopted, or of the one that it was joined into.

        What was kept may still name a term that is no longer upstream and stays here.
        """
        return {**self.here, **{pair.base: pair.here for pair in self.pairs if pair.base and pair.here}}

    @property
    def by_theirs(self) -> Mapping[str, str]:
        """The same for the terms of the later edition."""
        joined = {pair.theirs: self.joined[pair.base] for pair in self.pairs if pair.base in self.joined}
        return {**joined, **{pair.theirs: pair.here for pair in self.pairs if pair.theirs and pair.here}}

    @property
    def left(self) -> frozenset[str]:
        """The terms here that are no longer upstream, and stay."""
        return frozenset(pair.here for pair in self.pairs if pair.base and pair.here and not pair.theirs)

    @property
    def at(self) -> Mapping[str, str]:
        """The slug here of each term of the later edition that has another one here."""
        return {
            pair.theirs: pair.here
            for pair in self.pairs
            if pair.theirs and pair.here not in ("", pair.theirs)
        }

    @property
    def theirs(self) -> frozenset[str]:
        """The terms of the later edition that are here under any slug."""
        return frozenset(pair.theirs for pair in self.pairs if pair.theirs and pair.here)


def match(
    kept: Kept,
    edition: Edition,
    wanted: Collection[str],
    glossary: Glossary,
    files: Collection[str],
    held: Collection[str],
) -> Matched:
    """Pair what was adopted with the later edition and with what is here.

    ``wanted`` are terms of the edition to take over where they are new; those whose files are ``held`` are
    left for another time.
    """
    pairs: list[Pair] = []
    claimed: set[str] = set()
    for base in sorted(kept.terms):
        theirs = _upstream(base, kept, edition, claimed)
        claimed.add(theirs)
        pairs.append(Pair(base=base, theirs=theirs, here=here_of(base, kept, glossary)))
    renames = {
        pair.here: pair.theirs
        for pair in pairs
        if pair.here == pair.base != pair.theirs and _is_free(pair.theirs, glossary, files)
    }
    notes = [note for pair in pairs for note in _told(pair, edition, renames)]
    pairs = [replace(pair, here=renames.get(pair.here, pair.here)) for pair in pairs]
    for slug in sorted(set(wanted) - claimed):
        if path_of(slug) in held:
            continue
        if _is_free(slug, glossary, files):
            pairs.append(Pair(theirs=slug, here=slug))
        else:
            notes.append(f"{slug} is new upstream and was left out: you have that address already")
    ends = graph.ends(glossary.redirects)
    ends = {**ends, **{slug: slug for slug in glossary.by_slug}}
    here = {old: renames.get(end, end) for old, end in ends.items() if end in glossary.by_slug}
    joined = {pair.base: here[pair.base] for pair in pairs if not pair.here and pair.base in here}
    return Matched(pairs=tuple(pairs), renames=renames, joined=joined, here=here, notes=tuple(notes))


def _upstream(base: str, kept: Kept, edition: Edition, claimed: Collection[str]) -> str:
    """The slug in the later edition: the same, or a new one that the old one leads to."""
    if base in edition.terms:
        return base
    moved = edition.moved.get(base, "")
    is_renamed = moved in edition.terms and moved not in kept.terms and moved not in claimed
    return moved if is_renamed else ""


def here_of(base: str, kept: Kept, glossary: Glossary) -> str:
    """The slug here: as it was, or where that old address leads, unless another adopted term is there."""
    was = kept.at.get(base, base)
    if was in glossary.by_slug:
        return was
    moved = graph.ends(glossary.redirects).get(was, "")
    others = {kept.at.get(slug, slug) for slug in kept.terms}
    return moved if moved in glossary.by_slug and moved not in others else ""


def _is_free(slug: str, glossary: Glossary, files: Collection[str]) -> bool:
    return bool(slug) and path_of(slug) not in files and slug not in glossary.redirects


def _told(pair: Pair, edition: Edition, renames: Mapping[str, str]) -> Iterator[str]:
    """What a person has to know of a term here that is gone upstream, or is called otherwise."""
    if pair.here and not pair.theirs:
        instead = edition.replaced.get(pair.base) or edition.moved.get(pair.base)
        more = f", which has {instead} instead" if instead else ""
        yield f"{pair.here} is no longer upstream{more}; it stays here, and is yours from now on"
    elif pair.here in renames:
        yield f"{pair.here} is called {pair.theirs} upstream now, and so it is here; the old address leads on"
    elif pair.here == pair.base != pair.theirs:
        yield f"{pair.here} is called {pair.theirs} upstream now; here it stays, since that address is taken"
