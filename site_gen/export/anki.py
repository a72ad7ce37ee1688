"""Decks for Anki: one of all terms and one of each path, as packages that Anki can import again and again.

Anki knows a note by its ``guid`` and a note type or deck by its id, so these must never change: they come
from the setting ``id`` of the site and from the oldest slug of the term. Anki takes a note over only where
its time is later than the learner's own, so a note carries the time at which its fields changed: what did not
change keeps the learner's tags and edits. All packages of a site fill one deck, since Anki makes every deck
that a package names, also where its cards are in another one already; tags tell the paths.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from markupsafe import Markup, escape

from site_gen.catalog import Catalog
from site_gen.export.archive import zipped
from site_gen.history.events import LONG_AGO, History, card_time
from site_gen.learning.course import Course
from site_gen.learning.quiz.questions import spelled_out
from site_gen.learning.quiz.wrong_answers import asked
from site_gen.model import graph
from site_gen.model.records import Glossary, Metric, Site, Term
from site_gen.model.relations import Relations
from site_gen.pages.views.metric import metric_view
from site_gen.text.markdown import plain_text

NOTE_TYPE = 1_478_205_311  # chosen once; another number would double every note of every learner
SHORT_TYPE = 1_478_205_312  # likewise
# Tried with Anki: a type that gets another field or template is another type to it, whose notes it takes no
# more from a package. So these stay as they are.
FIELDS = (
    "Term",
    "Short form",
    "Meaning",
    "Meaning without the term",
    "Formula",
    "Example",
    "Not to be confused with",
    "Page",
)
SHORT_FIELDS = ("Short form", "Stands for", "Term", "Meaning", "Page")
FOLDER = "assets/anki"
# When the look of cards, and the form of formulas and short forms on them, last changed. Anki takes a note
# type over only where it is later, and notes with such a form have to be.
FORM_CHANGED = 1_795_860_000  # 2026-11-28
_PAGE = '{{#Page}}<p class="more"><a href="{{Page}}">All about this term</a></p>{{/Page}}'
_BACK = (
    """{{Meaning}}
{{#Formula}}<p class="more"><b>How it is computed</b><br>{{Formula}}</p>{{/Formula}}
{{#Example}}<p class="more"><b>Example</b><br>{{Example}}</p>{{/Example}}
{{#Not to be confused with}}<p class="more"><b>Not to be confused with</b><br>{{Not to be confused with}}</p>\
{{/Not to be confused with}}
"""
    + _PAGE
)
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
        f'<p class="term told">{{{{Short form}}}}</p><hr id=answer><p class="term">{{{{Term}}}}</p>{_BACK}',
    ),
)
_SHORT_TEMPLATES = (
    (
        "Short form to term",
        '<p class="term">{{Short form}}</p>',
        '<p class="term">{{Short form}}</p><hr id=answer><p class="term">{{Stands for}}</p>'
        f"{{{{#Term}}}}<p>{{{{Term}}}}</p>{{{{/Term}}}}{{{{Meaning}}}}{_PAGE}",
    ),
)
_CSS = """.card { font: 1.1rem/1.5 system-ui, sans-serif; text-align: center; }
.card { color: #1b1f23; background: #fff; max-width: 34rem; margin: 1rem auto; }
.term { font-size: 1.5rem; font-weight: 700; }
.short { padding: 0 0.4rem; border: 1px solid; border-radius: 6px; font-size: 0.8em; }
.more { text-align: left; font-size: 0.9rem; opacity: 0.85; }
.stands { display: none; }
.told .stands { display: block; font-size: 1rem; font-weight: 400; }
.card a { color: #0b57a4; }
.nightMode.card, .nightMode .card { color: #e8eaed; background: #1f2226; }
.nightMode.card a, .nightMode .card a { color: #8ab8f0; }
.nightMode hr { border-color: #5a6068; }"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One term, or one more short form of it: ``fields`` in the order of its type, each as HTML.

    ``changed`` is when the fields last changed, in seconds since 1970.
    """

    guid: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    changed: int
    is_short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A package: ``id`` is that of the path, "all" for all terms; notes stand in the order of learning.

    ``name`` and ``number`` are those of the deck in Anki, the same for every package of a site.
    """

    id: str
    name: str
    number: int
    notes: tuple[Note, ...]


def decks(
    relations: Relations, course: Course, site: Site, history: History, words: Catalog
) -> Iterator[Deck]:
    """The package of all terms, in reading order, and one of each path that has terms."""
    made = _Notes(relations, course, site, history, words)
    notes = {term.slug: tuple(made.of(term)) for term in course.order.terms if asked(term)}
    for name, slugs in _ways(course):
        found = tuple(note for slug in slugs for note in notes[slug])
        yield Deck(id=name, name=site.name, number=_number(f"deck {site.id or 'all'}"), notes=found)


def _ways(course: Course) -> Iterator[tuple[str, Sequence[str]]]:
    """The id of each deck with the slugs of its terms."""
    every = [term.slug for term in course.order.terms if asked(term)]
    known = set(every)
    yield "all", every
    for way in course.routes:
        slugs = [term.slug for term in way.terms if term.slug in known]
        if slugs:
            yield way.path.id, slugs


class _Notes:
    """What the notes of all terms are made from."""

    def __init__(
        self, relations: Relations, course: Course, site: Site, history: History, words: Catalog
    ) -> None:
        self.words = words
        self.relations, self.course, self.site, self.history = relations, course, site, history
        self.oldest = oldest_slugs(course.glossary, history)
        self.paths: dict[str, list[str]] = {}
        for route in course.routes:
            for term in route.terms:
                self.paths.setdefault(term.slug, []).append(route.path.id)
        reviews = (term.reviewed for term in course.glossary.terms if term.reviewed)
        self.otherwise = card_time(history.today or max(reviews, default=LONG_AGO))

    def of(self, term: Term) -> Iterator[Note]:
        """The note of a term, and one of each further short form."""
        guid = ":".join(filter(None, ("glossary", self.site.id, self.oldest.get(term.slug, term.slug))))
        tags = (
            *(f"topic::{topic}" for topic in term.topics),
            f"level::{term.level}",
            *(f"path::{path}" for path in self.paths.get(term.slug, ())),
        )
        changed = self.history.card_changed.get(term.slug, self.otherwise)
        if term.metric or term.abbreviations:
            changed = max(changed, FORM_CHANGED)
        yield Note(guid=guid, fields=tuple(self._fields(term)), tags=tags, changed=changed)
        for short in term.abbreviations[1:]:
            fields = tuple(self._short(term, short))
            yield Note(guid=f"{guid}:{short}", fields=fields, tags=tags, changed=changed, is_short=True)

    def _fields(self, term: Term) -> Iterator[str]:
        contrasts = self.relations.contrasts.get(term.slug, ())
        yield str(escape(term.title))
        yield str(_first_short(term))
        yield str(escape(term.definition))
        yield str(escape(self.course.masked[term.slug]))
        yield str(_formula(term.metric, self.words)) if term.metric else ""
        yield str(escape(plain_text(term.example)))
        yield "<br>".join(str(escape(f"{other.title}: {one.difference}")) for other, one in contrasts)
        yield str(escape(self.site.absolute(f"terms/{term.slug}.html")))

    def _short(self, term: Term, short: str) -> Iterator[str]:
        label = spelled_out(term, short)
        yield str(escape(short))
        yield str(escape(label))
        yield str(escape(term.title)) if label != term.title else ""
        yield str(escape(term.definition))
        yield str(escape(self.site.absolute(f"terms/{term.slug}.html")))


def _first_short(term: Term) -> Markup:
    """The first short form; on the back alone stands what its letters stand for, unless it is the name."""
    if not term.abbreviations:
        return Markup("")
    short = term.abbreviations[0]
    label = spelled_out(term, short)
    stands = Markup(' <span class="stands">{}</span>').format(label) if label != term.title else Markup("")
    return escape(short) + stands


def _formula(metric: Metric, words: Catalog) -> Markup:
    """The formula as the site writes it, and what it comes to in the example."""
    view = metric_view(metric, words)
    formula = Markup("{} ({})").format(view.formula, metric.unit)
    return formula + Markup("<br>{} = {}").format(view.worked, view.result) if view.result else formula


def oldest_slugs(glossary: Glossary, history: History) -> Mapping[str, str]:
    """The slug that each renamed term had first: the earliest of its old addresses in redirects.yaml.

    An address of another term that was merged into it is none, as far as git knows of the merge.
    """
    merged = {event.slug for event in history.changes if event.kind == "merged"}
    found: dict[str, str] = {}
    for old, end in graph.ends(glossary.redirects).items():
        if old not in merged:
            found.setdefault(end, old)
    return found


def packages(
    relations: Relations, course: Course, site: Site, history: History, words: Catalog
) -> Mapping[str, bytes]:
    """The package of each path and of all terms by its path on the site."""
    made = decks(relations, course, site, history, words)
    return {_path(deck.id): package(deck) for deck in made}


def _path(deck: str) -> str:
    return f"{FOLDER}/{deck}.apkg"


def package(deck: Deck) -> bytes:
    """The deck as an .apkg file; the same deck gives the same bytes.

    The format is Anki's, as genanki writes it: a zip of an SQLite database and of a list of media.
    """
    import genanki  # takes a tenth of a second, which only this command and a build need

    made = genanki.Deck(deck.number, deck.name)
    kinds = {
        False: _type(genanki, NOTE_TYPE, "Glossary term", FIELDS, _TEMPLATES),
        True: _type(genanki, SHORT_TYPE, "Glossary short form", SHORT_FIELDS, _SHORT_TEMPLATES),
    }
    for place, note in enumerate(deck.notes):
        kind = kinds[note.is_short]
        made.add_note(genanki.Note(kind, list(note.fields), tags=list(note.tags), guid=note.guid, due=place))
    database = sqlite3.connect(":memory:")
    try:
        genanki.Package(made).write_to_db(
            database.cursor(), FORM_CHANGED, itertools.count(FORM_CHANGED * 1000)
        )
        changed = {note.guid: note.changed for note in deck.notes}
        rows = database.execute("SELECT id, guid FROM notes").fetchall()  # the table has an index of ids only
        times = [(changed[guid], number) for number, guid in rows]
        database.executemany("UPDATE notes SET mod = ? WHERE id = ?", times)
        database.commit()
        collection = database.serialize()
    finally:
        database.close()
    files = {"collection.anki2": collection, "media": json.dumps({}).encode()}
    return zipped(files, folder="", level=1)  # made at every build


def _type(
    genanki: Any,
    number: int,
    name: str,
    fields: tuple[str, ...],
    templates: tuple[tuple[str, str, str], ...],
) -> Any:
    return genanki.Model(
        number,
        name,
        fields=[{"name": field} for field in fields],
        templates=[{"name": title, "qfmt": front, "afmt": back} for title, front, back in templates],
        css=_CSS,
    )


def _number(text: str) -> int:
    """An id that stays, as Anki wants it: a whole number, the same for the same text."""
    return 1 << 30 | int.from_bytes(blake2s(text.encode(), digest_size=3).digest())
