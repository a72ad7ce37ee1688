"""The lookup's data as the browser loads it: scripts, since a page opened from disk may not fetch."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from site_gen.model.records import Glossary, Site, Term
from site_gen.model.schema import CHANNELS
from site_gen.pages.lookup import lookup_json
from site_gen.pages.repository import suggest_pattern
from site_gen.pages.views import pair_id
from site_gen.text.links import Links

_GLOBAL = "var glossary = glossary || {};\n"


def lookup_files(glossary: Glossary, links: Links, site: Site) -> Mapping[str, str]:
    """The data for machines (api/lookup.json) and the two scripts that pages load."""
    data = lookup_json(glossary, leaned_on(links))
    settings = json.dumps({"suggest": suggest_pattern(site)}, ensure_ascii=False)
    return {
        "api/lookup.json": data + "\n",
        "assets/lookup-data.js": f"{_GLOBAL}glossary.site = {settings};\nglossary.data = {data};\n",
        "assets/lookup-texts.js": f"{_GLOBAL}glossary.texts = {_texts(glossary)};\n",
    }


def leaned_on(links: Links) -> Mapping[str, int]:
    """For each term, how many definitions use it."""
    return Counter(slug for linked in links.terms.values() for slug in linked.defined_by)


def _texts(glossary: Glossary) -> str:
    """Longer texts, loaded when first asked for.

    ``sayings``: what an agent may send to a customer (``say``, or ``says`` with one for each channel), or why
    the word stays inside, by slug;
    ``differences``: what tells a confusable pair apart, by the pair's anchor on the compare page.
    """
    sayings = {term.slug: saying for term in glossary.terms if (saying := _saying(term))}
    differences = {
        pair_id(term.slug, contrast.to): contrast.difference
        for term in glossary.terms
        for contrast in term.contrast
    }
    texts = {"sayings": sayings, "differences": differences}
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def _saying(term: Term) -> Mapping[str, object]:
    texts = {key: " ".join(text.split()) for key, text in term.texts("say_to_customer").items()}
    if "" in texts:
        return {"say": texts[""]}
    if texts:
        return {"says": [[CHANNELS[channel].title, text] for channel, text in texts.items()]}
    return {"internal": term.internal} if term.internal else {}
