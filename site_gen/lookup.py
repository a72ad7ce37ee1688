"""The data of the lookup: what the browser ranks and shows, as small as it can be told.

One column per field and one row per term, in the order of ``Glossary.terms``: columns of like values
pack to about half of what a record per term takes. ``definitions`` is the only long column and stands
last; whatever serves it apart loses nothing but matches in definitions. Labels stand as written, since
assets/lookup.js folds labels and queries alike; only what people type for a term, which is never shown, is
folded here and stripped of the words that tell little.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from site_gen import names
from site_gen.markdown import plain_text
from site_gen.model import Glossary, Term

FORMAT = 1
# Words that tell little: they weigh next to nothing, and first letters leave them out. English, like
# names.stem.
SMALL = (
    "a am an and any are as be been but by can could did do does for from get had has have he her his "
    "how i if is it its just me my need of or our shall she should so such than that the their them "
    "then there these they this those to us very was we were what when where which who why will with "
    "would you your"
)
LITTLE = (
    f"{SMALL} about again all also at being each got in into let like more most much no not on one out "
    "own some too up while whom"
)
# Words around the subject of a question. Prepositions are not among them: "on hold" is a subject.
AROUND = (
    f"{SMALL} abbreviation about acronym anyone count counts define defined definition describe exactly "
    "explain explained give important know mean meaning means meant please point purpose remind show "
    "simple stand stands tell term understand use used whats word words work works"
)
_LITTLE = frozenset(LITTLE.split())
FACETS = ("formula", "example", "here", "say")  # bit 0 to bit 3 of a digit in the column "facets"


def lookup_data(glossary: Glossary, mentions: Mapping[str, int]) -> dict[str, Any]:
    """The columns, ready for JSON; ``mentions`` counts by slug the terms whose definition leans on it."""
    terms = glossary.terms
    topics = [topic.id for topic in glossary.topics]
    return {
        "format": FORMAT,
        "little": LITTLE,
        "around": AROUND,
        "stems": [" ".join(">".join(pair) for pair in table) for table in names.stem_tables()],
        "topics": [[topic.id, topic.name] for topic in glossary.topics],
        "names": [term.name for term in terms],
        "slugs": ["" if term.slug == names.slug(term.name) else term.slug for term in terms],
        "contexts": _sparse(term.context for term in terms),
        "abbreviations": [term.abbreviations for term in terms],
        "aliases": [term.aliases for term in terms],
        "formerly": _sparse(term.formerly for term in terms),
        "discouraged": _sparse(term.discouraged for term in terms),
        "searchAs": [_telling(term.search_as) for term in terms],
        "levels": "".join(_level(term) for term in terms),
        "facets": "".join(f"{_facets(term):x}" for term in terms),
        "topic": [_home(term, topics) for term in terms],
        "mentions": [mentions.get(term.slug, 0) for term in terms],
        "codes": [row for row, term in enumerate(terms) if term.kind == "code"],
        "contrasts": _contrasts(terms),
        "here": _sparse(plain_text(term.here) for term in terms),
        "definitions": [term.definition for term in terms],
    }


def lookup_json(glossary: Glossary, mentions: Mapping[str, int]) -> str:
    return json.dumps(lookup_data(glossary, mentions), ensure_ascii=False, separators=(",", ":"))


def _telling(phrases: Iterable[str]) -> list[str]:
    """Folded; without words that tell little where two others are left: "when can I call" is not "call"."""
    kept = []
    for phrase in phrases:
        words = names.fold(phrase).split()
        telling = [word for word in words if word not in _LITTLE]
        if telling:
            kept.append(" ".join(telling if len(telling) > 1 else words))
    return list(dict.fromkeys(kept))


def _sparse(values: Iterable[object]) -> dict[str, object]:
    """{row: value} for the rows that have one."""
    return {str(row): value for row, value in enumerate(values) if value}


def _level(term: Term) -> str:
    """First letter of the level; deprecated terms rank behind all others, whatever their level."""
    return "d" if term.status == "deprecated" else term.level[0]


def _facets(term: Term) -> int:
    has = (term.metric, term.example, term.here, term.say_to_customer or term.internal)
    return sum(1 << bit for bit, value in enumerate(has) if value)


def _home(term: Term, topics: list[str]) -> int:
    """The row of the term's first topic in "topics"; -1 where it has none there."""
    return topics.index(term.topics[0]) if term.topics and term.topics[0] in topics else -1


def _contrasts(terms: tuple[Term, ...]) -> list[tuple[int, int]]:
    """Pairs of rows, each once, the lower first."""
    rows = {term.slug: row for row, term in enumerate(terms)}
    pairs = ((row, rows[to.to]) for row, term in enumerate(terms) for to in term.contrast if to.to in rows)
    return sorted({(min(pair), max(pair)) for pair in pairs})
