"""What of a glossary's history the readers of one site may see."""

from __future__ import annotations

from dataclasses import replace

from site_gen.history.events import History
from site_gen.model.audience import hidden_terms
from site_gen.model.records import Glossary, Site


def visible_history(history: History, glossary: Glossary, site: Site) -> History:
    """The history without what happened to terms that this site hides, or hid when it happened.

    ``glossary`` is the whole one.
    """
    if site.audience == "internal":
        return history
    hidden = hidden_terms(glossary, site)
    shown = (event for event in history.changes if not event.internal and event.slug not in hidden)
    return replace(
        history,
        changes=tuple(replace(event, into="") if event.into in hidden else event for event in shown),
        text_changed={slug: day for slug, day in history.text_changed.items() if slug not in hidden},
    )
