"""The glossary as immutable values, read from the corpus files.

All records are frozen: a stage of the build cannot change a record, only return a new one. Records keep the
file and lines that they were read from, so that a problem can name them. docs/corpus.md has the meaning of
each field; ``schema`` has their types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, get_args

from site_gen.model.schema import LABELS

Kind = Literal["concept", "role", "status", "tool", "team", "product", "code"]
Level = Literal["essential", "working", "specialist", "reference"]
Status = Literal["draft", "shipped", "approved", "deprecated"]
Audience = Literal["internal", "public"]
Direction = Literal["higher", "lower", "range"]
PathOrder = Literal["builds-up", "as-written"]
RepositoryHost = Literal["github", "gitlab", "gitea", "bitbucket"]
English = Literal["american", "british", "any"]  # which one a site writes
Rating = Literal["error", "warning", "ignore"]  # how seriously a site takes a rule

LEVELS: tuple[Level, ...] = get_args(Level)
RULE_LEVELS = LEVELS[:-1]  # what the rule of a path selects if it names no level
# The topic of drafts that `merge` cannot sort; topics.yaml need not have it.
UNSORTED = "unsorted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a record was read from: file, first line, and the line of each field.

    ``lines`` has dotted keys: "related" for the field, "related.2" for an item. Lines count from 1.
    """

    path: str
    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)

    def at(self, *steps: str | int) -> int:
        """The line of a field or item; if that is not known, the line of the nearest field around it."""
        for end in range(len(steps), 0, -1):
            found = self.lines.get(".".join(map(str, steps[:end])))
            if found is not None:
                return found
        return self.line


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """How a number is calculated: ``formula`` is arithmetic over the names in ``parts``.

    ``parts`` maps each name to what it counts, ``worked`` each name and "result" to an example number, and
    ``edges`` each doubtful case to whether it is counted. ``better`` is the direction that is good.
    """

    formula: str
    unit: str
    better: Direction
    parts: Mapping[str, str]
    worked: Mapping[str, str]
    edges: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """States, and what leads from one to another: ``arrows`` are (from, to) or (from, to, label)."""

    states: tuple[str, ...]
    arrows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """How this term differs from the term with the slug ``to``.

    ``scenes`` maps the slug of a term to a situation that fits only this term. There is one scene for each of
    the two terms, or (in the older form of the file) one scene for one of them.
    """

    to: str
    difference: str
    scenes: Mapping[str, str] = field(default_factory=dict)

    @property
    def scene(self) -> str:
        """The only scene; "" if there is none, or one for each of the two terms."""
        return next(iter(self.scenes.values())) if len(self.scenes) == 1 else ""

    @property
    def fits(self) -> str:
        """The slug of the term that the only scene fits; "" if there is none, or one for each term."""
        return next(iter(self.scenes)) if len(self.scenes) == 1 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A macro, procedure or dashboard that belongs to a term."""

    to: str
    origin: Origin
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class Term:
    """One concept with its designations (as ISO 1087 defines both); docs/corpus.md explains the fields."""

    slug: str
    name: str
    definition: str
    topics: tuple[str, ...]
    origin: Origin
    context: str = ""
    kind: Kind = "concept"
    abbreviations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    discouraged: tuple[str, ...] = ()
    search_as: tuple[str, ...] = ()
    pronounced: str = ""
    details: str = ""
    example: str = ""
    say_to_customer: str | Mapping[str, str] = ""  # one text, or one for each channel
    internal: str = ""
    here: str = ""
    links: tuple[Link, ...] = ()
    metric: Metric | None = None
    diagram: Diagram | None = None
    broader: str = ""
    related: tuple[str, ...] = ()
    contrast: tuple[Contrast, ...] = ()
    distinct: tuple[str, ...] = ()
    level: Level = "working"
    status: Status = "draft"
    since: date | None = None
    replaced_by: str = ""
    why: str = ""
    audience: Audience | None = None
    owner: str = ""
    reviewed: date | None = None
    reviewed_by: str = ""
    review_every: str = ""
    autolink: bool = True
    in_other_languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by language code
    allow: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def title(self) -> str:
        """The name; with the context in brackets if several terms share the name."""
        return f"{self.name} ({self.context})" if self.context else self.name

    @property
    def is_finished(self) -> bool:
        """Whether rules of style are strict with the term: it is in use, and no draft."""
        return self.status in ("approved", "shipped")

    def texts(self, field: str) -> Mapping[str, str]:
        """The texts of a prose field: by channel if there is one for each channel, else one text by "".

        An empty field gives an empty mapping. Raises ``AttributeError`` for an unknown field.
        """
        value: str | Mapping[str, str] = getattr(self, field)
        if isinstance(value, str):
            return {"": value} if value else {}
        return value

    def labels(self) -> Iterator[tuple[str, str]]:
        """(field, label) for every name a reader may see, preferred name first."""
        yield "name", self.name
        for kind in LABELS[1:]:
            for label in getattr(self, kind):
                yield kind, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a source glossary; ``term`` is the slug of its term, "" while it belongs to none."""

    name: str
    origin: Origin
    also: tuple[str, ...] = ()
    at: str = ""
    text: str = ""
    digest: str = ""  # hash of a text that the corpus does not keep
    says: str = ""
    say_to_customer: str = ""  # a sentence for customers in the source
    in_other_languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: tuple[str, ...] = ()  # names of topics in the source
    search_as: tuple[str, ...] = ()  # hidden labels of the source
    owner: str = ""  # who answers for the page of the term in the source
    reviewed: date | None = None  # the day that page was last reviewed
    term: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A glossary of other people, as imported: its entries, and where and when it was read.

    ``id`` is the name of its file without ending. ``keep_text`` is false if the corpus must not keep the
    source's own words.
    """

    id: str
    title: str
    origin: Origin
    publisher: str = ""
    url: str = ""
    retrieved: date | None = None
    keep_text: bool = True
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject by which terms are grouped.

    ``meaning`` says which terms belong to it. ``owner`` and ``review_every`` (such as "12 months") hold for
    those of its terms that state none.
    """

    id: str
    name: str
    meaning: str = ""
    owner: str = ""
    review_every: str = ""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Somebody who answers for terms, by the name that terms and topics give as their ``owner``.

    ``chat`` is an https address, ``handle`` one or several accounts on the code host, parted by spaces, and
    ``deputy`` the name of another owner. An empty text says that it is not known.
    """

    name: str
    origin: Origin
    mail: str = ""
    chat: str = ""
    handle: str = ""
    deputy: str = ""

    @property
    def is_reachable(self) -> bool:
        """Whether a reader can write to this owner."""
        return bool(self.mail or self.chat)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One step of a learning path: a term, a link, or a task."""

    origin: Origin
    term: str = ""
    link: str = ""
    what: str = ""  # what the link leads to, or the task in a few words
    task: str = ""
    note: str = ""
    id: str = ""  # address of a link or a task; the address of a term is its slug
    minutes: int = 0  # how long a link or a task takes; 0: not known
    after: str = ""  # address of the stop behind which this one is placed
    before: str = ""  # address of the stop in front of which this one is placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A learning path: stops in an order, written one by one or selected by a rule on topics and levels.

    ``extends`` is the id of the path whose stops this one takes over, "" for none.
    """

    id: str
    title: str
    origin: Origin
    audience: str = ""
    outcome: str = ""
    stops: tuple[Stop, ...] = ()
    terms: tuple[str, ...] = ()  # slugs of terms: stops without a note
    topics: tuple[str, ...] = ()  # a rule that selects the terms of these topics …
    levels: tuple[Level, ...] = ()  # … and these levels
    extends: str = ""
    drops: tuple[str, ...] = ()  # addresses of stops of the extended path to leave out
    order: PathOrder | None = None
    days: int = 0  # number of working days that the path takes
    minutes_a_day: int = 0  # maximum
    then: str = ""  # id of the path to continue with
    pass_mark: int = 0  # field "pass": percentage of its test that must be right; 0: there is no test

    def chooses(self, term: Term) -> bool:
        """Whether the rule of the path selects the term; a path without a rule selects no term."""
        by_topic = not self.topics or not set(self.topics).isdisjoint(term.topics)
        return bool(self.topics or self.levels) and by_topic and term.level in (self.levels or RULE_LEVELS)


# The name of the field "pass" is a word of Python; what reads fields by their names finds this one, too.
setattr(Path, "pass", property(lambda path: path.pass_mark))


_EDITION = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6}){0,3}(?:[A-Za-z0-9.+-]{0,40})")


def is_edition(text: str) -> bool:
    """Whether the text can name an edition of the shipped glossary: a version, such as 0.2.0."""
    return bool(_EDITION.fullmatch(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Upstream:
    """What a glossary has taken over of the shipped one: an edition, and its topics; no topic means all."""

    edition: str
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The settings of one site, read from mkdocs.yml."""

    name: str = "Glossary"
    description: str = ""
    url: str = ""
    repo_url: str = ""
    repo_host: RepositoryHost | None = None  # None: recognised by repo_url
    repo_branch: str = "main"
    repo_folder: str = ""  # folder of the project in the repository
    owner: str = ""  # who answers for a term if term and topic do not say
    owners: Mapping[str, Owner] = field(default_factory=dict)  # by name
    suggest_url: str = ""  # with {title} and {body}; "": the issue forms of repo_url
    upstream: Upstream | None = None  # None: not started from the shipped glossary
    id: str = ""  # tells this glossary from every other one; "": none was set
    license: str = ""  # address of the licence that the texts are under
    misses_url: str = ""  # gets each word that found nothing; "": no word leaves the browser
    language: str = "en"
    favicon: str = "assets/favicon.svg"  # path below the docs folder
    stylesheets: tuple[str, ...] = ()  # paths of the site's own, below the docs folder
    audience: Audience = "internal"
    readers: Audience | None = None  # who can reach the site, as the desk says; None where it says nothing
    public_fields: tuple[str, ...] = ()  # internal fields that this public site shows
    authors: bool = False  # whether pages name who changed a term
    review_every: str = ""  # how long a review is valid if term and topic do not say
    english: English = "any"
    reviews_a_month: int = 20  # the most that an owner is asked for in a month
    severities: Mapping[str, Rating] = field(default_factory=dict)
    nav: frozenset[str] | None = None  # pages in the navigation; None if it need not have all
    not_in_nav: str = ""  # patterns of pages that nav may leave out, one a line
    trusted_scripts: tuple[str, ...] = ()  # hand-written files, paths below glossary/pages/

    def absolute(self, path: str) -> str:
        """The full address of a page or file of the site; "" if the address of the site is not set."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """What the glossary has taken over of the shipped one: the texts of the edition, by slug or id here."""

    terms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    topics: Mapping[str, frozenset[str]] = field(default_factory=dict)
    paths: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Glossary:
    """The whole corpus. Terms stand in the order of their slugs, topics in reading order."""

    terms: tuple[Term, ...] = ()
    topics: tuple[Topic, ...] = ()
    sources: tuple[Source, ...] = ()
    paths: tuple[Path, ...] = ()
    owners: tuple[Owner, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
    redirects_origin: Origin = field(default_factory=lambda: Origin(path="glossary/redirects.yaml"))
    plain_words: Mapping[str, str] = field(default_factory=dict)  # phrase -> why it needs no term
    words: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)  # texts of pages, by key
    words_origin: Origin = field(default_factory=lambda: Origin(path="glossary/words.yaml"))
    pages: Mapping[str, bytes] = field(default_factory=dict)
    language: str = "en"  # of the texts, as the settings of the site say
    adopted: Adopted = Adopted()

    @cached_property
    def by_slug(self) -> Mapping[str, Term]:
        """The terms by slug."""
        return {term.slug: term for term in self.terms}

    @cached_property
    def topics_by_id(self) -> Mapping[str, Topic]:
        """The topics by id, in reading order."""
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def entries_of(self) -> Mapping[str, tuple[tuple[Source, Entry], ...]]:
        """For each slug of a term, the entries that belong to the term, each with its source."""
        found: dict[str, list[tuple[Source, Entry]]] = {}
        for source in self.sources:
            for entry in source.entries:
                if entry.term:
                    found.setdefault(entry.term, []).append((source, entry))
        return {slug: tuple(pairs) for slug, pairs in found.items()}
