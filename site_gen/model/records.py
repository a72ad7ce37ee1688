"""The glossary as values: what the corpus files mean, once read.

All is frozen: a stage can only return something new. Records keep their file and lines, to point at later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

Kind = Literal["concept", "role", "status", "tool", "team", "product", "code"]
Level = Literal["essential", "working", "specialist", "reference"]
Status = Literal["draft", "approved", "deprecated"]
Audience = Literal["internal", "public"]
Direction = Literal["higher", "lower", "range"]
PathOrder = Literal["builds-up", "as-written"]
RepositoryHost = Literal["github", "gitlab", "gitea", "bitbucket"]
Rating = Literal["error", "warning", "ignore"]  # what a site makes of a rule of the checks

LABELS = ("name", "abbreviations", "aliases", "formerly", "discouraged")  # as the schema has them
LEVELS: tuple[Level, ...] = ("essential", "working", "specialist", "reference")
RULE_LEVELS = LEVELS[:-1]  # what the rule of a learning path takes where it names no level
UNSORTED = "unsorted"  # where `merge` puts drafts that no topic fits; needs no line in topics.yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a record stands: file, first line, and the line of each field ("related.2" for an item)."""

    path: str
    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)

    def at(self, *steps: str | int) -> int:
        """The line of a field or item; of the nearest thing around it that has one."""
        for end in range(len(steps), 0, -1):
            found = self.lines.get(".".join(map(str, steps[:end])))
            if found is not None:
                return found
        return self.line


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """How a number is made: ``formula`` is arithmetic over the names in ``parts``."""

    formula: str
    unit: str
    better: Direction
    parts: Mapping[str, str]
    worked: Mapping[str, str]
    edges: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """What tells this term from ``to``; ``scenes`` are situations, by the slug of the term that each fits.

    There is one for each of the two, or for one of them only, as the older form has it.
    """

    to: str
    difference: str
    scenes: Mapping[str, str] = field(default_factory=dict)

    @property
    def scene(self) -> str:
        """The only scene; "" where there is none, or one for each."""
        return next(iter(self.scenes.values())) if len(self.scenes) == 1 else ""

    @property
    def fits(self) -> str:
        """The slug of the term that the only scene fits."""
        return next(iter(self.scenes)) if len(self.scenes) == 1 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A macro, procedure or dashboard that belongs to a term."""

    to: str
    origin: Origin
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class Term:
    """One concept (ISO 1087) with its designations; field meanings are in docs/corpus.md."""

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
    review_every: str = ""
    autolink: bool = True
    in_other_languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by code, such as de
    allow: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def title(self) -> str:
        """The name, with the context in brackets where several terms share it."""
        return f"{self.name} ({self.context})" if self.context else self.name

    def texts(self, field: str) -> Mapping[str, str]:
        """The texts of a field of prose, by channel where it has one for each; else by ""."""
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
    """One entry of one source glossary; ``term`` is the concept it was merged into, "" while unclaimed."""

    name: str
    origin: Origin
    also: tuple[str, ...] = ()
    at: str = ""
    text: str = ""
    digest: str = ""  # of a text that is not kept
    says: str = ""
    in_other_languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: tuple[str, ...] = ()  # as the source has them
    term: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
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
    id: str
    name: str
    meaning: str = ""
    owner: str = ""
    review_every: str = ""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One step of a learning path: a term, a link, or a task."""

    origin: Origin
    term: str = ""
    link: str = ""
    what: str = ""  # stands at the link, or the task in a few words
    task: str = ""
    note: str = ""
    id: str = ""  # an address for a link or a task; a term's is its slug
    minutes: int = 0  # that a link or a task takes
    after: str = ""  # the stop to stand behind, by address
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    id: str
    title: str
    origin: Origin
    audience: str = ""
    outcome: str = ""
    stops: tuple[Stop, ...] = ()
    terms: tuple[str, ...] = ()  # stops without a word
    topics: tuple[str, ...] = ()  # with ``levels`` a rule: the terms of these topics …
    levels: tuple[Level, ...] = ()  # … and of these levels
    extends: str = ""
    drops: tuple[str, ...] = ()  # stops of the path that this one extends, by address
    order: PathOrder | None = None
    days: int = 0  # over which it is spread
    minutes_a_day: int = 0  # at most
    then: str = ""  # the path to go on with

    def chooses(self, term: Term) -> bool:
        """Whether the path's rule takes the term; a path without a rule takes none."""
        by_topic = not self.topics or not set(self.topics).isdisjoint(term.topics)
        return bool(self.topics or self.levels) and by_topic and term.level in (self.levels or RULE_LEVELS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The settings of one site, read at the rim from mkdocs.yml."""

    name: str = "Glossary"
    description: str = ""
    url: str = ""
    repo_url: str = ""
    repo_host: RepositoryHost | None = None  # None: told by the address
    repo_branch: str = "main"
    repo_folder: str = ""  # where the project stands in the repository
    owners: Mapping[str, str] = field(default_factory=dict)  # handles on the host for names of owners
    suggest_url: str = ""  # {title} and {body} are filled in; "" takes the issue forms of repo_url
    language: str = "en"
    favicon: str = "assets/favicon.svg"  # by path below the docs folder, as the next
    stylesheets: tuple[str, ...] = ()  # the site's own
    audience: Audience = "internal"
    public_fields: tuple[str, ...] = ()  # that a public site shows, though the schema keeps them inside
    authors: bool = False  # whether pages name who changed a term
    review_every: str = ""  # how long a review holds where neither term nor topic says
    severities: Mapping[str, Rating] = field(default_factory=dict)
    nav: frozenset[str] | None = None  # pages that the navigation names; None where it need not name all
    not_in_nav: str = ""  # patterns of pages that it may leave out, a line each
    trusted_scripts: tuple[str, ...] = ()  # hand-written pages and scripts, by path below glossary/pages/

    def absolute(self, path: str) -> str:
        """The address of a page or file; "" where nobody has said where the site will stand."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else ""


@dataclass(frozen=True, kw_only=True)
class Glossary:
    """The whole corpus. Terms stand in the order of their slugs, topics in reading order."""

    terms: tuple[Term, ...] = ()
    topics: tuple[Topic, ...] = ()
    sources: tuple[Source, ...] = ()
    paths: tuple[Path, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
    redirects_origin: Origin = field(default_factory=lambda: Origin(path="glossary/redirects.yaml"))
    plain_words: Mapping[str, str] = field(default_factory=dict)  # phrase -> why it needs no term
    pages: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def by_slug(self) -> Mapping[str, Term]:
        return {term.slug: term for term in self.terms}

    @cached_property
    def topics_by_id(self) -> Mapping[str, Topic]:
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def entries_of(self) -> Mapping[str, tuple[tuple[Source, Entry], ...]]:
        """For each term, what each source calls it and says of it."""
        found: dict[str, list[tuple[Source, Entry]]] = {}
        for source in self.sources:
            for entry in source.entries:
                if entry.term:
                    found.setdefault(entry.term, []).append((source, entry))
        return {slug: tuple(pairs) for slug, pairs in found.items()}
