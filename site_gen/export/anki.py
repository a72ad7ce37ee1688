"""Decks for Anki: one of all terms and one of each path, as packages that Anki can import again and again.

Anki knows a note by its ``guid`` and a note type or deck by its id, so these must never change: the guid
comes from the term's slug alone, the id of a deck from the path's id. A term has one note, whichever deck
brings it: whoever imports a path and later the whole glossary gets no card twice.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import blake2s

from markupsafe import escape

from site_gen.export.archive import zipped
from site_gen.learning.course import Course
from site_gen.learning.quiz.wrong_answers import asked
from site_gen.model.records import Glossary, Metric, Site, Term
from site_gen.model.relations import Relations
from site_gen.text.markdown import plain_text

NOTE_TYPE = 1_478_205_311  # chosen once; another number would double every note of every learner
FIELDS = (
    "Term",
    "Short form",
    "Meaning",
    "Meaning without the term",
    "Formula",
    "Example",
    "Not to be confused with",
    "Page",
)  # a field may be added at the end only: Anki keeps notes by the place of their fields
FOLDER = "assets/anki"
_LONG_AGO = date(2000, 1, 1)
_BACK = """{{Meaning}}
{{#Formula}}<p class="more"><b>How it is computed</b><br>{{Formula}}</p>{{/Formula}}
{{#Example}}<p class="more"><b>Example</b><br>{{Example}}</p>{{/Example}}
{{#Not to be confused with}}<p class="more"><b>Not to be confused with</b><br>{{Not to be confused with}}</p>\
{{/Not to be confused with}}
{{#Page}}<p class="more"><a href="{{Page}}">All about this term</a></p>{{/Page}}"""
_NAME = '<p class="term">{{Term}}{{#Short form}} <span class="short">{{Short form}}</span>{{/Short form}}</p>'
_TEMPLATES = (
    ("Term to meaning", _NAME, f"{_NAME}<hr id=answer>{_BACK}"),
    (
        "Meaning to term",
        "{{Meaning without the term}}",
        f"{{{{Meaning without the term}}}}<hr id=answer>{_NAME}{_BACK}",
    ),
    (
        "Short form to term",
        '{{#Short form}}<p class="term">{{Short form}}</p>{{/Short form}}',
        f'<p class="term">{{{{Short form}}}}</p><hr id=answer><p class="term">{{{{Term}}}}</p>{_BACK}',
    ),
)
_CSS = """.card { font: 1.1rem/1.5 system-ui, sans-serif; text-align: center; }
.card { max-width: 34rem; margin: 1rem auto; }
.term { font-size: 1.5rem; font-weight: 700; }
.short { padding: 0 0.4rem; border: 1px solid; border-radius: 6px; font-size: 0.8em; }
.more { text-align: left; font-size: 0.9rem; opacity: 0.85; }"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One term: ``fields`` in the order of ``FIELDS``, each as HTML."""

    guid: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """``id`` is that of the path, "all" for the deck of all terms; notes stand in the order of learning."""

    id: str
    name: str
    notes: tuple[Note, ...]


def decks(relations: Relations, course: Course, site: Site) -> Iterator[Deck]:
    """The deck of all terms, in reading order, and one of each path that has terms."""
    notes = dict(_notes(relations, course, site))
    yield Deck(id="all", name=site.name, notes=tuple(notes.values()))
    for route in course.routes:
        found = tuple(notes[term.slug] for term in route.terms if term.slug in notes)
        if found:
            yield Deck(id=route.path.id, name=f"{site.name}::{route.path.title}", notes=found)


def _notes(relations: Relations, course: Course, site: Site) -> Iterator[tuple[str, Note]]:
    paths: dict[str, list[str]] = {}
    for route in course.routes:
        for term in route.terms:
            paths.setdefault(term.slug, []).append(route.path.id)
    for term in course.order.terms:
        if asked(term):
            yield (
                term.slug,
                Note(
                    guid=f"glossary:{term.slug}",
                    fields=tuple(_fields(term, course.masked[term.slug], relations, site)),
                    tags=(
                        *(f"topic::{topic}" for topic in term.topics),
                        f"level::{term.level}",
                        *(f"path::{path}" for path in paths.get(term.slug, ())),
                    ),
                ),
            )


def _fields(term: Term, gapped: str, relations: Relations, site: Site) -> Iterator[str]:
    contrasts = (
        f"{other.title}: {contrast.difference}" for other, contrast in relations.contrasts.get(term.slug, ())
    )
    page = f"{site.url.rstrip('/')}/terms/{term.slug}.html" if site.url else ""
    yield str(escape(term.title))
    yield str(escape(", ".join(term.abbreviations)))
    yield str(escape(term.definition))
    yield str(escape(gapped))
    yield str(escape(_formula(term.metric))) if term.metric else ""
    yield str(escape(plain_text(term.example)))
    yield "<br>".join(str(escape(text)) for text in contrasts)
    yield str(escape(page))


def _formula(metric: Metric) -> str:
    return f"{metric.formula} ({metric.unit})"


def packages(
    glossary: Glossary, relations: Relations, course: Course, site: Site, today: date | None
) -> Mapping[str, bytes]:
    """The package of each deck by its path on the site.

    Without a day, the latest review tells when the notes were last changed.
    """
    day = today or max((term.reviewed for term in glossary.terms if term.reviewed), default=_LONG_AGO)
    at = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    return {f"{FOLDER}/{deck.id}.apkg": package(deck, at) for deck in decks(relations, course, site)}


def package(deck: Deck, at: int) -> bytes:
    """The deck as an .apkg file; ``at``, in seconds since 1970, is when its notes were last changed.

    Anki takes the text of a note that it has only from a package that is later. The same deck and time give
    the same bytes. The format is Anki's, as genanki writes it: a zip of an SQLite database and of a list of
    media.
    """
    import genanki  # takes a tenth of a second, which only this command and a build need

    made = genanki.Deck(_number(f"deck {deck.id}"), deck.name)
    kind = genanki.Model(
        NOTE_TYPE,
        "Glossary term",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": name, "qfmt": front, "afmt": back} for name, front, back in _TEMPLATES],
        css=_CSS,
    )
    for place, note in enumerate(deck.notes):
        made.add_note(genanki.Note(kind, list(note.fields), tags=list(note.tags), guid=note.guid, due=place))
    database = sqlite3.connect(":memory:")
    try:
        genanki.Package(made).write_to_db(database.cursor(), at, itertools.count(at * 1000))
        database.commit()
        collection = database.serialize()
    finally:
        database.close()
    files = {"collection.anki2": collection, "media": json.dumps({}).encode()}
    return zipped(files, folder="", level=1)  # made at every build


def _number(text: str) -> int:
    """An id that stays, as Anki wants it: a whole number, the same for the same text."""
    return 1 << 30 | int.from_bytes(blake2s(text.encode(), digest_size=3).digest())
