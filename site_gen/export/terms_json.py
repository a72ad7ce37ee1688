"""``api/terms.json``: the whole glossary for machines.

The format is versioned by ``format``; a change that breaks a reader is a major version. Addresses are
relative to the root of the site.
"""

from __future__ import annotations

import json
from typing import Any

from site_gen.model.records import Glossary, Metric, Term
from site_gen.model.relations import Relations
from site_gen.text.links import Links
from site_gen.text.markdown import plain_text

FORMAT = 1


def terms_json(glossary: Glossary, relations: Relations, links: Links) -> str:
    """One term a line, so that a change of a term is a change of a line."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    rows = (encode(_term(term, glossary, relations, links)) for term in glossary.terms)
    return f'{{"format": {FORMAT}, "terms": [\n' + ",\n".join(rows) + "\n]}\n"


def _term(term: Term, glossary: Glossary, relations: Relations, links: Links) -> dict[str, Any]:
    """Every key in every term. Markdown becomes plain text: its links may name terms that are hidden here."""
    linked = links.terms[term.slug]
    return {
        "slug": term.slug,
        "name": term.name,
        "context": term.context,
        "kind": term.kind,
        "abbreviations": list(term.abbreviations),
        "aliases": list(term.aliases),
        "formerly": list(term.formerly),
        "discouraged": list(term.discouraged),
        "definition": term.definition,
        "details": linked.text("details"),
        "example": linked.text("example"),
        "say_to_customer": plain_text(term.say_to_customer),
        "internal": term.internal,
        "here": linked.text("here"),
        "metric": _metric(term.metric) if term.metric else None,
        "topics": list(term.topics),
        "broader": term.broader,
        "narrower": [other.slug for other in relations.narrower.get(term.slug, ())],
        "related": [other.slug for other in relations.related.get(term.slug, ())],
        "contrast": [
            {"term": other.slug, "difference": contrast.difference}
            for other, contrast in relations.contrasts.get(term.slug, ())
        ],
        "level": term.level,
        "status": term.status,
        "replaced_by": term.replaced_by,
        "owner": term.owner,
        "reviewed": term.reviewed.isoformat() if term.reviewed else "",
        "url": f"terms/{term.slug}.html",
        "sources": [
            {"source": source.id, "name": entry.name, "also": list(entry.also), "says": entry.says}
            for source, entry in glossary.entries_of.get(term.slug, ())
        ],
    }


def _metric(metric: Metric) -> dict[str, Any]:
    return {
        "formula": metric.formula,
        "unit": metric.unit,
        "better": metric.better,
        "parts": dict(metric.parts),
        "worked": dict(metric.worked),
        "edges": dict(metric.edges),
    }
