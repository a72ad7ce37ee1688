"""What commands that change terms say of the step after them, where a glossary is not whole without it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote

from site_gen.corpus.layout import OWNERS, TOPICS
from site_gen.language import language_of
from site_gen.model.adopted import is_redefined, shipped_slugs
from site_gen.model.owners import names_in, people, person
from site_gen.model.records import UNSORTED, Entry, Glossary, Site, Term

_SHOWN = 6  # terms that are said one by one
_COMMANDS = 3  # commands that are said one by one


def after_approval(terms: Sequence[Term]) -> Iterator[str]:
    """Where terms that readers may rely on are still without a topic to be found by."""
    bare = [term.slug for term in terms if set(term.topics) <= {UNSORTED}]
    if bare:
        slugs = " ".join(bare[:_SHOWN]) + " …" * (len(bare) > _SHOWN)
        them = "it" if len(bare) == 1 else "them"
        yield f"Next: glossary set topics TOPIC {slugs}; no list of a topic has {them} yet"
    unread = [term.slug for term in terms if term.reviewed is None]
    if unread:
        slugs = " ".join(unread[:_SHOWN]) + " …" * (len(unread) > _SHOWN)
        yield f"Read against how you work? glossary review {slugs}; the page then says when, and by whom"


def after_shipped_changed(terms: Sequence[Term], address: str = "") -> Iterator[str]:
    """Where terms that came with the tool were changed, and go on saying that nobody here has read them.

    ``address`` is where the one that was renamed stands now.
    """
    unread = [address or term.slug for term in terms if term.status == "shipped"]
    if unread:
        named = " ".join(unread[:_SHOWN]) + " …" * (len(unread) > _SHOWN)
        yield f"Next: once all of it is as you work: glossary review {named}; till then it is marked shipped"


def after_owner(owner: str, glossary: Glossary, site: Site) -> Iterator[str]:
    """Where a new owner cannot be reached, and where no review ever comes to them."""
    listed = people(glossary, site)
    for name in names_in(owner):
        one = person(name, listed)
        if not one.is_reachable and not one.handle:
            how = f"{name}: {{mail: …}}, or with chat or handle"
            yield f"Next: so that readers can ask '{name}', write into {OWNERS}: {how}"


def kept_in_sources(claimed: Sequence[tuple[Entry, Term]], glossary: Glossary) -> Iterator[str]:
    """What a desk's own rows say of shipped terms, which stay as they came, and how the term gets it."""
    theirs = [(entry, term) for entry, term in claimed if term.status == "shipped"]
    told = [(entry, term) for entry, term in theirs if entry.text and not is_redefined(term, glossary)]
    if told:
        texts = "1 of your texts stands" if len(told) == 1 else f"{len(told)} of your texts stand"
        yield f"{texts} in the source only, since the terms came with the tool; to make one the definition:"
        yield from _commands([f"set definition {quote(entry.text)} {term.slug}" for entry, term in told])
    key = language_of(glossary.language).key
    named = [
        (entry, term)
        for entry, term in theirs
        if key(entry.name) not in {key(label) for _, label in term.labels()}
    ]
    if named:
        names = (
            "1 of your names is no name" if len(named) == 1 else f"{len(named)} of your names are no names"
        )
        yield f"{names} of the terms yet; to be found by, or to take its place (glossary rename):"
        yield from _commands([f"set aliases {quote(entry.name)} {term.slug} --add" for entry, term in named])
    left = [
        f"set owner {quote(entry.owner)} {term.slug}"
        for entry, term in theirs
        if entry.owner and entry.owner != term.owner
    ] + [
        f"review {term.slug} --date {entry.reviewed}"
        for entry, term in theirs
        if entry.reviewed and entry.reviewed != term.reviewed
    ]
    if left:
        yield "Owners and days of review in those rows are not taken over; what is true of the term too:"
        yield from _commands(left)


def _commands(lines: Sequence[str]) -> Iterator[str]:
    """The first commands of many alike."""
    yield from (f"  glossary {line}" for line in lines[:_COMMANDS])
    if len(lines) > _COMMANDS:
        yield f"  … and so for {len(lines) - _COMMANDS} more"


def drafts_owned(drafts: Sequence[Term], glossary: Glossary, site: Site) -> Iterator[str]:
    """How the owners that drafts bring along can be reached."""
    names = dict.fromkeys(name for term in drafts for name in names_in(term.owner))
    steps = list(after_owner(", ".join(names), glossary, site))
    yield from steps[:1]
    if len(steps) > 1:
        others = "1 other owner" if len(steps) == 2 else f"{len(steps) - 1} other owners"
        yield f"  and so for {others}; who they are: glossary owners"


def drafts_for_home(drafts: Sequence[Term], glossary: Glossary) -> Iterator[str]:
    """How a desk's own terms come to the home page, while it shows none but shipped ones as essential."""
    shipped = shipped_slugs(glossary)
    own = [term for term in glossary.terms if term.slug not in shipped and term.level == "essential"]
    if drafts and shipped and not own:
        slugs = " ".join(term.slug for term in drafts[:_SHOWN]) + " …" * (len(drafts) > _SHOWN)
        yield "The essential words of the home page are all shipped ones; to have yours there:"
        yield f"  glossary set level essential {slugs}"


def drafts_without_topic(drafts: Sequence[Term]) -> Iterator[str]:
    """How drafts get a topic that have none."""
    bare = [term.slug for term in drafts if set(term.topics) <= {UNSORTED}]
    if bare:
        stand = "of them stands" if len(bare) == 1 else "of them stand"
        yield f"{len(bare)} {stand} in no topic ('{UNSORTED}'): say in {TOPICS} which topics there are"
        yield "  (id and name), then: glossary set topics ID SLUG …"
