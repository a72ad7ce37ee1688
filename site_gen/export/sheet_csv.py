"""``glossary.csv``: every term as a row, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from site_gen.model import Glossary, Term

HEADER = (
    "name",
    "abbreviations",
    "also called",
    "definition",
    "say to a customer",
    "topics",
    "level",
    "page",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


def terms_csv(glossary: Glossary) -> str:
    """UTF-8 with a mark in front, which Excel needs to read accents."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(HEADER)
    rows.writerows(_row(term, glossary) for term in glossary.terms)
    return "\ufeff" + out.getvalue()


def _row(term: Term, glossary: Glossary) -> list[str]:
    topics = [glossary.topics_by_id[topic].name for topic in term.topics if topic in glossary.topics_by_id]
    values = (
        term.title,
        ", ".join(term.abbreviations),
        ", ".join(term.aliases),
        term.definition,
        " ".join(term.say_to_customer.split()),
        ", ".join(topics),
        term.level,
        f"terms/{term.slug}.html",
    )
    return [f"'{value}" if value.startswith(_FORMULA) else value for value in values]
