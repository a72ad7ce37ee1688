"""What an exchange file carries of a term, as texts of the sheet's columns, and how it is known again.

An exchange format has a place for some fields only, keeps lists in no order, and is edited by programs that
know nothing of us. So each concept also carries a digest of every field as it was exported. Whoever changed
what follows from three texts: the file's, the corpus', and the exported one, of which the digest is enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2s

from site_gen.editing.sheet.columns import cells
from site_gen.model.records import Glossary, Site, Term
from site_gen.model.relations import ancestors
from site_gen.text.markdown import plain_text
from site_gen.text.plain import visible

DIFFERENCE = "contrast.difference"
# Columns of the sheet that each format has a place for, by title.
SKOS = (
    "name", "context", "abbreviations", "aliases", "formerly", "discouraged", "search_as", "definition",
    "example", "topics", "broader", "related", DIFFERENCE, "status", "replaced_by", "in_other_languages",
)  # fmt: skip
TBX = (
    "name", "context", "abbreviations", "aliases", "formerly", "discouraged", "definition", "example",
    "topics", "related", "in_other_languages",
)  # fmt: skip
# Columns that hold several values, one a line; no exchange format keeps their order.
SEVERAL = frozenset(
    [
        "abbreviations",
        "aliases",
        "formerly",
        "discouraged",
        "search_as",
        "topics",
        "related",
        DIFFERENCE,
        "in_other_languages",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One concept of a file that came back.

    ``texts`` has the text of each column that the file can say something of, ``exported`` the digest that
    each had when it was exported; empty for a concept that was made elsewhere. ``line`` counts from 1.
    """

    slug: str
    line: int
    texts: Mapping[str, str]
    exported: Mapping[str, str] = field(default_factory=dict)


def carried(term: Term, glossary: Glossary, site: Site, titles: Iterable[str]) -> dict[str, str]:
    """The text of each of the columns for a term, as an exchange file can say it."""
    found = {**cells(term), **_narrowed(term, glossary, site), "example": plain_text(term.example)}
    return {title: normal(title, found[title]) for title in titles}


def _narrowed(term: Term, glossary: Glossary, site: Site) -> Mapping[str, str]:
    """Topics and terms that are there, and names in languages other than the site's own."""
    others = {
        code: names
        for code, names in term.in_other_languages.items()
        if code.lower() != site.language.lower()
    }
    return {
        "topics": "\n".join(topic for topic in term.topics if topic in glossary.topics_by_id),
        "broader": term.broader if term.broader in glossary.by_slug else "",
        "replaced_by": term.replaced_by if term.replaced_by in glossary.by_slug else "",
        "related": "\n".join(associated(term, glossary)),
        DIFFERENCE: "\n".join(
            f"{one.to}: {one.difference}" for one in term.contrast if one.to in glossary.by_slug
        ),
        "in_other_languages": "\n".join(
            f"{code}: {name}" for code, names in others.items() for name in names
        ),
    }


def associated(term: Term, glossary: Glossary) -> tuple[str, ...]:
    """The related terms that neither stand above the term nor below it: SKOS S27 wants these apart."""
    known = [glossary.by_slug[slug] for slug in term.related if slug in glossary.by_slug]
    above = ancestors(term, glossary)
    return tuple(
        other.slug for other in known if other not in above and term not in ancestors(other, glossary)
    )


def normal(title: str, text: str) -> str:
    """The text of a column as it is compared: single blanks, and several values in the order of letters."""
    lines = sorted({" ".join(visible(line).split()) for line in text.split("\n")} - {""})
    return "\n".join(lines) if title in SEVERAL else " ".join(visible(text).split())


def digests(texts: Mapping[str, str]) -> str:
    """The digest of each column on one line, for ``read_digests``."""
    return " ".join(f"{title}={_digest(text)}" for title, text in texts.items())


def read_digests(written: str, titles: Iterable[str]) -> dict[str, str]:
    """The digests by column; what is no column of the format is passed over."""
    pairs = (part.partition("=") for part in written.split())
    return {title: digest for title, _, digest in pairs if title in titles}


def is_as_exported(title: str, text: str, exported: Mapping[str, str]) -> bool:
    """Whether a column still has the text that it was exported with; no, where that is not known."""
    return exported.get(title) == _digest(text)


def _digest(text: str) -> str:
    return blake2s(text.encode(), digest_size=6).hexdigest()
