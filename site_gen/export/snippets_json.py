"""``api/snippets.json``: what agents may send to customers, for macros of help desks and text expanders."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from site_gen.catalog import Catalog
from site_gen.export.terms_json import told_trust
from site_gen.model.records import Glossary, Site, Term
from site_gen.model.relations import alphabetical, current
from site_gen.model.trust import Trust
from site_gen.text.markdown import plain_text
from site_gen.text.plain import visible

FORMAT = 1


def snippets_json(glossary: Glossary, site: Site, trust: Mapping[str, Trust], words: Catalog) -> str:
    """A snippet for each text, by the name of its term. No two have one name or one shortcut.

    Each says how far to trust it: a line that nobody at the desk has approved is offered with its mark.
    """
    rows = [
        row
        for term in alphabetical(current(glossary.terms))
        for row in _snippets(term, site, trust[term.slug], words)
    ]
    return json.dumps({"format": FORMAT, "snippets": rows}, ensure_ascii=False, indent=1) + "\n"


def _snippets(term: Term, site: Site, trust: Trust, words: Catalog) -> Iterator[dict[str, Any]]:
    path = f"terms/{term.slug}.html"
    for channel, text in term.texts("say_to_customer").items():
        yield {
            "name": visible(f"{term.title}: {words.text(f'channel.{channel}')}" if channel else term.title),
            "text": visible(plain_text(text)),
            "shortcut": f"{term.slug}.{channel}" if channel else term.slug,  # no slug has a dot
            "term": term.slug,
            "channel": channel,
            "url": site.absolute(path) or path,
            **told_trust(trust, words),
        }
