"""``glossary.csv``: the terms as a table for a spreadsheet; `glossary import` reads it back."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from site_gen.catalog import catalog
from site_gen.history.flat_fields import text_of
from site_gen.model.records import Glossary, Site, Term
from site_gen.model.relations import Relations, alphabetical, current
from site_gen.model.schema import term_fields
from site_gen.model.trust import Trust
from site_gen.text.markdown import plain_text
from site_gen.text.table_cell import MARK, safe_cell

_FIELDS = term_fields(lambda spec: spec.in_csv)
COLUMNS = (*("differences" if name == "contrast" else name for name in _FIELDS), "trust", "url")


def terms_csv(glossary: Glossary, relations: Relations, site: Site, trust: Mapping[str, Trust]) -> str:
    """One term a row, by name; several values stand in one cell, separated by "; ".

    Other terms are named as readers know them, differences stand one a line. The byte order mark tells
    spreadsheets that the table is UTF-8.
    """
    text = io.StringIO()
    text.write(MARK)
    rows = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    rows.writerow(COLUMNS)
    names = {topic.id: topic.name for topic in glossary.topics}
    words = catalog(site.language, glossary.words)
    for term in alphabetical(current(glossary.terms)):
        values = {name: getattr(term, name) for name in _FIELDS}
        values |= {
            "name": term.title,
            "topics": tuple(names.get(topic, topic) for topic in term.topics),
            "example": plain_text(term.example),
            **_others(term, glossary, relations),
        }
        path = f"terms/{term.slug}.html"
        cells = (*map(text_of, values.values()), trust[term.slug].said(words), site.absolute(path) or path)
        rows.writerow(map(safe_cell, cells))
    return text.getvalue()


def _others(term: Term, glossary: Glossary, relations: Relations) -> Mapping[str, object]:
    """What the term is told apart from and goes with, by the titles of the other terms."""
    broader = glossary.by_slug.get(term.broader)
    pairs = relations.contrasts.get(term.slug, ())
    return {
        "broader": broader.title if broader else "",
        "related": tuple(other.title for other in relations.related.get(term.slug, ())),
        "contrast": "\n".join(f"{other.title}: {contrast.difference}" for other, contrast in pairs),
    }
