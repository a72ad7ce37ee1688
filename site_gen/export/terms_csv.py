"""``glossary.csv``: the terms as a table for a spreadsheet; `glossary import` reads it back."""

from __future__ import annotations

import csv
import io

from site_gen.model.records import Glossary, Site, Term
from site_gen.model.relations import alphabetical, current

COLUMNS = ("name", "abbreviations", "aliases", "definition", "topics", "level", "status", "url")
# A spreadsheet runs a cell that begins with one of these as a formula; an apostrophe keeps it text.
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = tuple("=+-@\t\r")


def terms_csv(glossary: Glossary, site: Site) -> str:
    """One term a row, by name; several values stand in one cell, separated by "; "."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    rows.writerow(COLUMNS)
    names = {topic.id: topic.name for topic in glossary.topics}
    for term in alphabetical(current(glossary.terms)):
        rows.writerow(map(_safe, _row(term, names, site)))
    return text.getvalue()


def _row(term: Term, topics: dict[str, str], site: Site) -> tuple[str, ...]:
    path = f"terms/{term.slug}.html"
    return (
        term.title,
        "; ".join(term.abbreviations),
        "; ".join(term.aliases),
        term.definition,
        "; ".join(topics.get(topic, topic) for topic in term.topics),
        term.level,
        term.status,
        site.absolute(path) or path,
    )


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
