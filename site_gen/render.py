"""Glossary to pages: Markdown files in which nothing that an editor wrote is Markdown any more.

A page is front matter, our own ``##`` headings and blocks of HTML. Builders put ``title`` and ``description``
into the page as they stand, so they are escaped here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from site_gen import views
from site_gen.link import Links
from site_gen.markdown import visible
from site_gen.model import Glossary, Site, Term
from site_gen.relations import Relations

LEVEL_NAMES = {
    "essential": "Week one",
    "working": "Everyday work",
    "specialist": "Specialist",
    "reference": "For reference",
}


def pages(glossary: Glossary, links: Links, inverse: Relations, site: Site) -> Mapping[str, str]:
    """Every generated page by its path below the docs folder."""
    world = views.World(glossary=glossary, links=links, relations=inverse, site=site)
    return dict(_pages(world))


def _pages(world: views.World) -> Iterator[tuple[str, str]]:
    listed = world.listed
    yield "index.md", _page("index", "", site=world.site, view=views.home_view(world))
    yield "az.md", _page("az", "", site=world.site, letters=views.letters(listed))
    yield "abbreviations.md", _page("abbreviations", "", rows=views.short_forms(world))
    yield "compare.md", _page("compare", "", pairs=views.pair_views(world))
    yield "explain.md", _page("explain", "")
    yield "mini.html", _environment().get_template("mini.html.j2").render(site=world.site)
    topics = views.topic_views(world)
    yield "topics.md", _page("topics", "", topics=topics)
    for topic in topics:
        yield f"topics/{topic.topic.id}.md", _page("topic", "../", view=topic)
    sources = views.source_views(world)
    yield "sources.md", _page("sources", "", sources=sources)
    for source in sources:
        yield f"sources/{source.source.id}.md", _page("source", "../", view=source)
    template = _environment().get_template("term.md.j2")
    for view in views.term_views(world):
        yield f"terms/{view.term.slug}.md", template.render(base="../", view=view, term=view.term)


def _page(template: str, base: str, **values: object) -> str:
    """``base`` leads from the page's folder to the root of the site."""
    return _environment().get_template(f"{template}.md.j2").render(base=base, **values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("site_gen"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters.update(front=_front_matter, day=_day, groupby_level=_by_level)
    environment.globals.update(level_names=LEVEL_NAMES)
    return environment


def _finalize(value: object) -> object:
    """No control character reaches a page: builders use some as markers of their own."""
    return visible(value) if type(value) is str else value


def _front_matter(text: str) -> Markup:
    """A value for front matter: JSON, which every builder's YAML reads alike, around escaped text."""
    return Markup(json.dumps(str(escape(visible(" ".join(text.split())))), ensure_ascii=False))


def _day(value: date) -> str:
    return f"{value:%B} {value.day}, {value.year}"


def _by_level(terms: Iterable[Term]) -> list[tuple[str, list[Term]]]:
    """Terms in reading order as (level, terms)."""
    return [(level, list(group)) for level, group in groupby(terms, key=lambda term: term.level)]
