"""``glossary.csv``: the terms as a table for a spreadsheet; `glossary import` reads it back."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from site_gen.history.flat_fields import text_of
from site_gen.model.records import Glossary, Site, Term
from site_gen.model.relations import alphabetical, current
from site_gen.model.schema import term_fields
from site_gen.model.trust import Trust

_FIELDS = term_fields(lambda spec: spec.in_csv)
COLUMNS = (*_FIELDS, "trust", "url")
# A spreadsheet runs a cell that begins with one of these as a formula; an apostrophe keeps it text.
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = tuple("=+-@\t\r")


def terms_csv(glossary: Glossary, site: Site, trust: Mapping[str, Trust]) -> str:
    """One term a row, by name; several values stand in one cell, separated by "; "."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    rows.writerow(COLUMNS)
    names = {topic.id: topic.name for topic in glossary.topics}
    for term in alphabetical(current(glossary.terms)):
        rows.writerow(map(_safe, _row(term, names, site, trust[term.slug])))
    return text.getvalue()


def _row(term: Term, topics: Mapping[str, str], site: Site, trust: Trust) -> tuple[str, ...]:
    values = {name: getattr(term, name) for name in _FIELDS}
    values["name"] = term.title
    values["topics"] = tuple(topics.get(topic, topic) for topic in term.topics)
    path = f"terms/{term.slug}.html"
    return (*map(text_of, values.values()), trust.said(), site.absolute(path) or path)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
