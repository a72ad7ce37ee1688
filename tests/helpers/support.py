"""Terms and glossaries as values, and tables of cases. Corpora as files are in corpora.py."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from site_gen.history.events import History
from site_gen.learning.course import course
from site_gen.model.records import Contrast, Entry, Glossary, Origin, Site, Source, Term, Topic
from site_gen.model.relations import relations
from site_gen.pages.views import World
from site_gen.text.links import link

TABLES = Path(__file__).resolve().parents[1] / "data" / "tables"


def table(name: str) -> Any:
    """A table of cases from tests/data/tables."""
    return from_yaml((TABLES / name).read_text(encoding="utf-8"))


def from_yaml(text: str) -> Any:
    """What a YAML text holds, by the fast loader: large tables are read while tests are collected."""
    return yaml.load(text, Loader=yaml.CSafeLoader)


def term(slug: str, **fields: Any) -> Term:
    """A term that needs no field but its slug; lists may be lists, contrast maps slugs to sentences."""
    contrast = tuple(Contrast(to=to, difference=text) for to, text in fields.pop("contrast", {}).items())
    known = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
    return Term(
        slug=slug,
        name=known.pop("name", slug.replace("-", " ").capitalize()),
        definition=known.pop("definition", "Some meaning."),
        topics=known.pop("topics", ("basics",)),
        origin=Origin(path=f"glossary/terms/{slug}.yaml"),
        contrast=contrast,
        **known,
    )


def topic(slug: str, name: str = "Basics", meaning: str = "What comes first.") -> Topic:
    return Topic(id=slug, name=name, meaning=meaning, origin=Origin(path="glossary/topics.yaml"))


def source(slug: str, entries: Mapping[str, str], says: str = "It says so.", **fields: Any) -> Source:
    """``entries`` maps printed names to the terms that they went into, "" for none."""
    origin = Origin(path=f"glossary/sources/{slug}.yaml")
    return Source(
        id=slug,
        title=fields.pop("title", slug.capitalize()),
        origin=origin,
        entries=tuple(Entry(name=name, term=to, says=says, origin=origin) for name, to in entries.items()),
        **fields,
    )


def glossary(*terms: Term, sources: tuple[Source, ...] = (), topics: tuple[Topic, ...] = ()) -> Glossary:
    return Glossary(
        terms=tuple(sorted(terms, key=lambda term: term.slug)),
        sources=sources,
        topics=topics or (topic("basics"),),
    )


def world_of(corpus: Glossary, site: Site | None = None) -> World:
    """What views are made from, without a history."""
    links = link(corpus)
    return World(
        glossary=corpus,
        links=links,
        course=course(corpus, links),
        relations=relations(corpus),
        site=site or Site(),
        history=History(),
    )
