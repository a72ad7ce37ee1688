"""``api/terms.json``: the whole glossary for machines.

The format is versioned by ``format``; a change that breaks a reader is a major version. Addresses are
relative to the root of the site.
"""

from __future__ import annotations

import json
from typing import Any

from site_gen.model import Glossary, Term
from site_gen.relations import Relations

FORMAT = 1


def terms_json(glossary: Glossary, relations: Relations) -> str:
    """One term a line, so that a change of a term is a change of a line."""
    rows = (json.dumps(_term(term, glossary, relations), ensure_ascii=False) for term in glossary.terms)
    return f'{{"format": {FORMAT}, "terms": [\n' + ",\n".join(rows) + "\n]}\n"


def _term(term: Term, glossary: Glossary, relations: Relations) -> dict[str, Any]:
    return {
        "slug": term.slug,
        "name": term.name,
        "abbreviations": list(term.abbreviations),
        "aliases": list(term.aliases),
        "definition": term.definition,
        "topics": list(term.topics),
        "related": [other.slug for other in relations.related.get(term.slug, ())],
        "url": f"terms/{term.slug}.html",
        "sources": [
            {"source": source.id, "name": entry.name, "also": list(entry.also)}
            for source, entry in glossary.entries_of.get(term.slug, ())
        ],
    }
