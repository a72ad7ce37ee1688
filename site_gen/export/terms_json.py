"""``api/terms.json``, the whole glossary for machines, and ``api/terms/SLUG.json``, one term of it.

The format is versioned by ``format``; a change that breaks a reader is a major version. Addresses are
relative to the root of the site.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from site_gen.catalog import Catalog
from site_gen.model.field import Field
from site_gen.model.records import Contrast, Glossary, Term
from site_gen.model.relations import Relations
from site_gen.model.schema import MARKDOWN, TERM, term_fields
from site_gen.model.trust import Trust
from site_gen.text.links import Links
from site_gen.text.markdown import plain_text

FORMAT = 1
_FIELDS = term_fields(lambda spec: spec.in_json)


def terms_json(
    glossary: Glossary, relations: Relations, links: Links, trust: Mapping[str, Trust], words: Catalog
) -> str:
    """One term a line, so that a change of a term is a change of a line."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    rows = (encode(row) for row in term_rows(glossary, relations, links, trust, words))
    return f'{{"format": {FORMAT}, "terms": [\n' + ",\n".join(rows) + "\n]}\n"


def term_files(
    glossary: Glossary, relations: Relations, links: Links, trust: Mapping[str, Trust], words: Catalog
) -> Mapping[str, str]:
    """The same record of each term as a text of its own, by slug."""
    encode = json.JSONEncoder(ensure_ascii=False, indent=1).encode
    return {
        row["slug"]: encode({"format": FORMAT, **row}) + "\n"
        for row in term_rows(glossary, relations, links, trust, words)
    }


def term_rows(
    glossary: Glossary, relations: Relations, links: Links, trust: Mapping[str, Trust], words: Catalog
) -> Iterator[dict[str, Any]]:
    """Every term as a record of plain values, by slug."""
    for term in glossary.terms:
        yield _term(term, glossary, relations, links) | told_trust(trust[term.slug], words)


def _term(term: Term, glossary: Glossary, relations: Relations, links: Links) -> dict[str, Any]:
    """Every key in every term, in the order of a file."""
    linked = links.terms[term.slug]
    found: dict[str, Any] = {"slug": term.slug}
    for name in _FIELDS:
        if name == "related":
            found["narrower"] = [other.slug for other in relations.narrower.get(term.slug, ())]
            found["related"] = [other.slug for other in relations.related.get(term.slug, ())]
        elif name == "contrast":
            pairs = relations.contrasts.get(term.slug, ())
            found["contrast"] = [_contrast(term, other, contrast) for other, contrast in pairs]
        elif name in MARKDOWN:  # as plain text: its links may name terms that are hidden here
            found[name] = linked.text(name) if TERM[name].linked else _said(term.texts(name), TERM[name])
        else:
            found[name] = _plain(getattr(term, name), TERM[name])
    if sayings := {key: plain_text(text) for key, text in term.texts("say_to_customer").items() if key}:
        found["sayings"] = sayings
    found["url"] = f"terms/{term.slug}.html"
    found["sources"] = [
        {
            "source": source.id,
            "name": entry.name,
            "also": list(entry.also),
            "says": entry.says,
            "in_other_languages": dict(entry.in_other_languages),
        }
        for source, entry in glossary.entries_of.get(term.slug, ())
    ]
    return found


def told_trust(trust: Trust, words: Catalog) -> dict[str, Any]:
    """``mark`` on the day of the build; from ``until`` on an approved term is due for a review."""
    return {
        "trust": {
            "mark": trust.mark,
            "words": trust.said(words),
            "by": trust.by,
            "on": _day(trust.on),
            "until": _day(trust.until),
        }
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _said(texts: Mapping[str, str], spec: Field) -> str:
    """One text, or a line for each channel that begins with it."""
    return "\n".join(
        f"{spec.fields[channel].title.capitalize()}: {plain_text(text)}" if channel else plain_text(text)
        for channel, text in texts.items()
    )


def _contrast(term: Term, other: Term, contrast: Contrast) -> dict[str, Any]:
    """As seen from ``term``, whichever file says it; ``scenes`` only where there is one for each."""
    found: dict[str, Any] = {"term": other.slug, "difference": contrast.difference}
    if len(contrast.scenes) > 1:
        found["scenes"] = {"own": contrast.scenes[term.slug], "other": contrast.scenes[other.slug]}
    return found


def _plain(value: Any, spec: Field) -> Any:
    """A value as JSON holds it; a date as it is written, a record as its fields."""
    if isinstance(value, tuple):
        return [_plain(item, spec) for item in value]
    if spec.kind == "record" and value is not None:
        return {name: _plain(getattr(value, name), inner) for name, inner in spec.fields.items()}
    if spec.kind == "date":
        return _day(value)
    return dict(value) if isinstance(value, Mapping) else value
