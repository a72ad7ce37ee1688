"""What commands that change terms say of the step after them, where a glossary is not whole without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_gen.corpus.layout import OWNERS, TOPICS
from site_gen.model import names
from site_gen.model.owners import names_in, people, person
from site_gen.model.records import UNSORTED, Entry, Glossary, Site, Term, Topic

_SHOWN = 6  # names that are said one by one


def after_approval(terms: Sequence[Term]) -> Iterator[str]:
    """Where terms that readers may rely on are still without a topic to be found by."""
    bare = [term.slug for term in terms if set(term.topics) <= {UNSORTED}]
    if bare:
        slugs = " ".join(bare[:_SHOWN]) + " …" * (len(bare) > _SHOWN)
        them = "it" if len(bare) == 1 else "them"
        yield f"Next: glossary set topics TOPIC {slugs}; no list of a topic has {them} yet"


def after_owner(owner: str, glossary: Glossary, site: Site) -> Iterator[str]:
    """Where a new owner cannot be reached, and where no review ever comes to them."""
    listed = people(glossary, site)
    for name in names_in(owner):
        one = person(name, listed)
        if not one.is_reachable and not one.handle:
            yield f"Next: write '{name}' with a mail, chat or handle into {OWNERS}, so that readers can ask"


def drafts_without_topic(
    drafts: Sequence[Term], entries: Iterable[Entry], topics: Iterable[Topic]
) -> Iterator[str]:
    """How drafts get a topic that have none, with the areas that ``entries`` of sources name for them."""
    bare = [term.slug for term in drafts if set(term.topics) <= {UNSORTED}]
    if not bare:
        return
    known = {names.fold(label) for topic in topics for label in (topic.id, topic.name)}
    named = dict.fromkeys(group for entry in entries for group in entry.topics)
    areas = [group for group in named if names.fold(group) not in known]
    yield f"{len(bare)} of them stand{'s' if len(bare) == 1 else ''} in no topic ('{UNSORTED}')"
    if areas:
        yield f"  The source names areas of few entries each, which make no topics: {_some(areas)}"
    yield f"  Say in {TOPICS} which topics there are (id and name), then: glossary set topics ID SLUG …"


def _some(named: Sequence[str]) -> str:
    return ", ".join(named[:_SHOWN]) + (f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else "")
