"""What of a glossary's history the readers of one site may see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from site_gen.history.events import Event, History
from site_gen.model import graph, names
from site_gen.model.audience import hidden_terms
from site_gen.model.records import Glossary, Site
from site_gen.text.mentions import naming


def visible_history(history: History, glossary: Glossary, site: Site) -> History:
    """The history without what happened to terms that this site hides, or hid when it happened.

    ``glossary`` is the whole one. Nothing is told of a hidden term from the time before it was one, under
    whatever name and address it then had, nor of the terms that were merged into it; nothing of the rule of
    the desk, unless ``public_fields`` of the site show it; and no name that only
    hidden terms ever had stands in what is told of others.
    """
    if site.audience == "internal":
        return history
    hidden = {*hidden_terms(glossary, site), *_addresses_of_hidden(history, glossary, site)}
    changes = (one for one in history.changes if one.kind != "here" or "here" in site.public_fields)
    told = tuple(_told(changes, hidden))  # from here on ``hidden`` has the slugs of the past as well
    is_named = _naming_hidden(history, glossary, site, hidden)
    return replace(
        history,
        changes=tuple(_without_names(told, is_named)),
        text_changed={slug: day for slug, day in history.text_changed.items() if slug not in hidden},
        called={},
        card_changed={slug: when for slug, when in history.card_changed.items() if slug not in hidden},
    )


def _addresses_of_hidden(history: History, glossary: Glossary, site: Site) -> Iterator[str]:
    """What leads to hidden terms, and what went since the last commit: git cannot say where to."""
    hidden, ends = hidden_terms(glossary, site), graph.ends(glossary.redirects)
    yield from (old for old, end in ends.items() if end in hidden)
    for slug in history.text_changed:
        if slug not in glossary.by_slug and ends.get(slug) not in glossary.by_slug:
            yield slug


def _told(changes: Iterable[Event], hidden: set[str]) -> Iterator[Event]:
    """The events, newest first, of terms that are not hidden; ``hidden`` grows by the slugs of the past.

    A term that was internal at any time is hidden in all the time before.
    """
    for _, same in groupby(changes, key=lambda event: event.commit):
        events = tuple(same)
        hidden |= {slug for event in events if event.internal for slug in (event.slug, event.old) if slug}
        for event in events:
            gone_into = event.into if event.kind == "merged" else ""
            if event.slug in hidden or gone_into in hidden:
                hidden |= {event.slug, event.old} - {""}
            else:
                yield replace(event, into="") if event.into in hidden else event


def _naming_hidden(
    history: History, glossary: Glossary, site: Site, hidden: Iterable[str]
) -> Callable[[str], bool]:
    """Whether a text has a name that only hidden terms have now or ever had."""
    shown, secret = set(), []
    now_hidden = hidden_terms(glossary, site)
    for term in glossary.terms:
        labels = [("name", term.title), *term.labels()]
        if term.slug in now_hidden:
            secret += labels
        else:
            shown |= {names.key(label) for _, label in labels}
    secret += [label for slug in hidden for label in history.called.get(slug, ())]
    hiding = ((field, label) for field, label in secret if names.key(label) not in shown)
    is_named = naming(hiding, glossary.language)
    return lambda text: names.key(text) not in shown and is_named(text)


def _without_names(changes: Iterable[Event], is_named: Callable[[str], bool]) -> Iterator[Event]:
    """The events without those that have such a name; a new term is told without its text."""
    for event in changes:
        if is_named(event.name) or is_named(event.was):
            continue
        if is_named(event.before) or is_named(event.after):
            if event.kind == "new":
                yield replace(event, after="")
            continue
        yield event
