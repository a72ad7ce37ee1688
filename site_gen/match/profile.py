"""What is known of one concept, be it a term or an entry: names, texts, and the sources that define it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_gen.match.abbreviations import looks_like_one
from site_gen.match.family import root
from site_gen.match.field import Field
from site_gen.match.forms import joined as joined_words
from site_gen.match.label import Label, labels
from site_gen.match.statements import expansion, set_against, stated
from site_gen.match.text_likeness import content
from site_gen.model.names import fold, key
from site_gen.model.placeholder import is_unwritten
from site_gen.model.records import Entry, Source, Term
from site_gen.model.schema import PROSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A name to look for in the corpus; ``text`` and ``source`` (an id) are evidence, "" where unknown.

    ``elsewhere`` are its names in other languages, by language.
    """

    name: str
    text: str = ""
    source: str = ""
    also: tuple[str, ...] = ()
    elsewhere: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The names and texts of one concept.

    ``term`` is the slug, "" for a concept that is not in the corpus. ``searched`` maps the joined words of
    each phrase that people search for to the phrase, ``elsewhere`` those of each name in another language to
    the reason that such a name gives. ``entries`` has (source, key of the printed name) for
    each entry, to see where one source defines two; ``called`` has the same for the other long names that the
    source prints for it. ``texts`` define the concept, ``around`` are its other
    texts. ``beside`` are the slugs of its related terms. ``field`` is that of the glossary whose names are
    compared.
    """

    name: str
    field: Field
    term: str = ""
    labels: tuple[Label, ...] = ()
    searched: Mapping[str, str] = dataclasses.field(default_factory=dict)
    elsewhere: Mapping[str, str] = dataclasses.field(default_factory=dict)
    texts: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    entries: tuple[tuple[str, str], ...] = ()
    called: frozenset[tuple[str, str]] = frozenset()
    topics: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def known(self) -> frozenset[str]:
        """The content words of all texts together."""
        return frozenset().union(*(content(text, self.field) for text in self.texts))

    def told(self) -> frozenset[str]:
        """The content words of the other texts, those that do not define the concept."""
        return frozenset().union(*(content(text, self.field) for text in self.around))

    def against(self) -> Iterator[tuple[str, ...]]:
        """The stemmed words after each "unlike", "not to be confused with" and so on in its texts."""
        for text in self.texts:
            for piece in set_against(text):
                yield tuple(self.field.stem(word) for word in fold(piece).split())

    def abbreviations(self) -> frozenset[str]:
        """The folded abbreviations among the names."""
        return frozenset(label.abbreviation for label in self.labels if label.abbreviation)

    def has_long_name(self) -> bool:
        """Whether any name is more than an abbreviation."""
        return any(not label.abbreviation for label in self.labels)


def of_query(query: Query, field: Field) -> Profile:
    """The profile of a name that is looked for; names that its text states are included, ``term`` is ""."""
    return _profile(
        name=query.name,
        field=field,
        found=[
            *(label for name in (query.name, *query.also) for label in labels(name, field)),
            *_stated_labels(query.name, query.text, field),
        ],
        elsewhere=_elsewhere(query.elsewhere, field),
        texts=[query.text],
        entries=((query.source, key(query.name)),) if query.source else (),
        called=_called(query.source, query.also) if query.source else frozenset(),
    )


def _elsewhere(names_in: Mapping[str, Iterable[str]], field: Field) -> dict[str, str]:
    """The joined words of each name in another language, and the reason that it gives for a question."""
    return {
        joined_words(name, field): f"“{name}” is its name in '{language}'"
        for language, found in names_in.items()
        for name in found
    }


def _called(source: str, also: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset((source, key(name)) for name in also if not looks_like_one(name))


def of_term(term: Term, field: Field, claimed: Iterable[tuple[Source, Entry]] = ()) -> Profile:
    """The profile of a term; the names and texts of the entries that belong to it are included."""
    claimed = tuple(claimed)
    spelt = expansion(term.name, term.definition)
    found = [label for _, name in term.labels() for label in labels(name, field)]
    if term.context:
        found = [*labels(term.title, field), *(label for label in found if label.printed != term.name)]
    found += [label for one in spelt for label in labels(one.name, field, cost=one.cost, why=one.why)]
    for _, entry in claimed:
        for name in (entry.name, *entry.also):
            found += labels(name, field)
        found += _stated_labels(entry.name, entry.text, field)
    return _profile(
        name=term.name,
        field=field,
        term=term.slug,
        found=found,
        searched={joined_words(text, field): text for text in term.search_as},
        elsewhere=_elsewhere(term.in_other_languages, field),
        texts=[
            "" if is_unwritten(term.definition) else term.definition,
            *(text for _, entry in claimed for text in (entry.text, entry.says)),
        ],
        around=tuple(filter(None, _around(term))),
        entries=tuple((source.id, key(entry.name)) for source, entry in claimed),
        called=frozenset().union(*(_called(source.id, entry.also) for source, entry in claimed)),
        topics=term.topics,
        beside=tuple(
            filter(None, (term.broader, *term.related, *(contrast.to for contrast in term.contrast)))
        ),
    )


def _around(term: Term) -> Iterator[str]:
    yield from (text for name in PROSE if name != "definition" for text in term.texts(name).values())
    for contrast in term.contrast:
        yield from (contrast.difference, *contrast.scenes.values())
    if term.metric:
        yield from term.metric.parts.values()


def _stated_labels(name: str, text: str, field: Field) -> list[Label]:
    return [
        label
        for one in stated(name, text, field)
        for label in labels(one.name, field, cost=one.cost, why=one.why)
    ]


def _profile(
    *,
    name: str,
    field: Field,
    found: Iterable[Label],
    texts: Iterable[str],
    entries: tuple[tuple[str, str], ...],
    called: frozenset[tuple[str, str]],
    around: tuple[str, ...] = (),
    term: str = "",
    searched: Mapping[str, str] | None = None,
    elsewhere: Mapping[str, str] | None = None,
    topics: tuple[str, ...] = (),
    beside: tuple[str, ...] = (),
) -> Profile:
    return Profile(
        name=name,
        field=field,
        term=term,
        labels=_each_once(found),
        searched=searched or {},
        elsewhere=elsewhere or {},
        texts=tuple(text for text in texts if text),
        around=around,
        entries=entries,
        called=called,
        topics=topics,
        beside=beside,
    )


def _each_once(found: Iterable[Label]) -> tuple[Label, ...]:
    """The labels without repetitions; of two equal ones, that with the lower cost stays."""
    kept: dict[tuple[object, ...], Label] = {}
    for label in found:
        same = (label.forms[0].words, label.abbreviation, label.qualifier)
        if same not in kept or label.cost < kept[same].cost:
            kept[same] = label
    return tuple(kept.values())


def joined(one: Profile, other: Profile) -> Profile:
    """One profile of all that two profiles hold, for two that are one concept."""
    return Profile(
        name=one.name,
        field=one.field,
        term=one.term or other.term,
        labels=_each_once((*one.labels, *other.labels)),
        searched={**one.searched, **other.searched},
        elsewhere={**one.elsewhere, **other.elsewhere},
        texts=(*one.texts, *other.texts),
        around=(*one.around, *other.around),
        entries=(*one.entries, *other.entries),
        called=one.called | other.called,
        topics=one.topics or other.topics,
        beside=one.beside or other.beside,
    )


def name_words(profile: Profile) -> frozenset[str]:
    """The roots of all words in a concept's names; as evidence in its texts they are ignored."""
    return frozenset(
        root(word, profile.field) for label in profile.labels for form in label.forms for word in form.words
    )
