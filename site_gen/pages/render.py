"""Glossary to pages: Markdown files in which nothing that an editor wrote is Markdown any more.

A page is front matter, our own ``##`` headings and blocks of HTML. Builders put ``title`` and ``description``
into the page as they stand, so they are escaped here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import groupby
from json.encoder import encode_basestring
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context
from markupsafe import Markup, escape

from site_gen.history.events import History
from site_gen.model.published import PUBLISHED
from site_gen.model.records import Glossary, Site, Term
from site_gen.model.relations import Relations
from site_gen.pages import views
from site_gen.pages.data.jsonld import set_jsonld, term_jsonld
from site_gen.pages.templating import environment, markup, stands_as_it_is
from site_gen.text.links import Links
from site_gen.text.plain import visible


def pages(
    glossary: Glossary, links: Links, inverse: Relations, site: Site, history: History
) -> Iterator[tuple[str, str]]:
    """Every generated page with its path below the docs folder, one at a time."""
    return _pages(views.World(glossary=glossary, links=links, relations=inverse, site=site, history=history))


def _pages(world: views.World) -> Iterator[tuple[str, str]]:
    page = _Page(site=world.site, **_parts(world.glossary.by_slug))
    yield "index.md", page("index", "", view=views.home_view(world), jsonld=set_jsonld(world.site))
    yield "az.md", page("az", "", view=views.az_view(world))
    yield "abbreviations.md", page("abbreviations", "", rows=views.short_forms(world))
    yield "compare.md", page("compare", "", view=views.compare_view(world))
    yield "new.md", page("new", "", view=views.news_view(world))
    if PUBLISHED["health.html"].stands_on(world.site):
        yield "health.md", page("health", "", view=views.health_view(world))
    yield "explain.md", page("explain", "")
    yield "cards.md", page("cards", "")
    yield "quiz.md", page("quiz", "")
    yield "mini.html", page("mini", "", "html")
    yield "about.md", page("about", "", cards=views.cards("about", world.site))
    yield "copy.md", page("copy", "", cards=views.cards("copy", world.site))
    yield "machines.md", page("machines", "", files=views.machine_files(world.site))
    yield "all.html", page("all", "", "html", letters=views.letters(world.listed), count=len(world.listed))
    topics = views.topic_views(world)
    yield "topics.md", page("topics", "", topics=topics)
    for topic in topics:
        yield f"topics/{topic.topic.id}.md", page("topic", "../", view=topic)
    paths = views.path_views(world)
    yield "learn.md", page("learn", "", cards=views.cards("learn", world.site), paths=paths)
    yield "from-zero.md", page("from-zero", "", view=views.zero_view(world))
    yield "team.md", page("team", "", paths=paths)
    for path in paths:
        yield f"paths/{path.path.id}.md", page("path", "../", view=path)
        yield f"sheets/{path.path.id}.md", page("sheet", "../", view=path)
    sources = views.source_views(world)
    yield "sources.md", page("sources", "", sources=sources)
    for source in sources:
        yield f"sources/{source.source.id}.md", page("source", "../", view=source)
    for view in views.term_views(world):
        yield (
            f"terms/{view.term.slug}.md",
            page("term", "../", view=view, term=view.term, jsonld=term_jsonld(view.term, world.site)),
        )
    for moved in views.moved_views(world):
        yield f"terms/{moved.old}.html", page("moved", "../", "html", view=moved, term=moved.term)


class _Page:
    """Renders templates with what every page of one build shares."""

    def __init__(self, **shared: object) -> None:
        self.shared = {**_environment().globals, **shared}
        self.found: dict[str, tuple[Template, Context]] = {}

    def __call__(self, template: str, base: str, kind: str = "md", **values: object) -> str:
        """``base`` leads from the page's folder to the root of the site."""
        name = f"{template}.{kind}.j2"
        if name not in self.found:  # one context for all its pages: each of its own would cost a sixth
            self.found[name] = (made := _environment().get_template(name)), made.new_context(shared=True)
        found, context = self.found[name]
        context.vars.clear()
        context.parent = {**self.shared, "base": base, **values}
        return "".join(found.root_render_func(context))


def _parts(by_slug: Mapping[str, Term]) -> Mapping[str, Callable[..., str]]:
    """What pages show of terms in a list, and the macros of a term's page, which does without an import."""
    macros: Any = _environment().get_template("_parts.j2").module
    rows = {base: _Made(macros.row, by_slug, base) for base in _BASES}
    links = {base: _Made(macros.link, by_slug, base) for base in _BASES}
    return {
        "link": lambda term, base: links[base][term.slug],
        "links_to": _joined(links, ", "),
        "rows_of": _joined(rows, ""),
        **{name: getattr(macros, name) for name in ("lookup", "marks", "sides")},
    }


_BASES = ("", "../")  # a page stands in the root of the site or in a folder of it


class _Made(dict[str, str]):
    """What a macro makes of each term, by slug: once a build, however many pages show it."""

    def __init__(self, macro: Callable[[Term, str], str], by_slug: Mapping[str, Term], base: str) -> None:
        self._macro, self._by_slug, self._base = macro, by_slug, base

    def __missing__(self, slug: str) -> str:
        self[slug] = made = self._macro(self._by_slug[slug], self._base)
        return made


def _joined(made: Mapping[str, _Made], between: str) -> Callable[[Iterable[Term], str], Markup]:
    def joined(terms: Iterable[Term], base: str) -> Markup:
        done = made[base]
        return markup(between.join([done[term.slug] for term in terms]))

    return joined


@cache
def _environment() -> Environment:
    made = environment()
    made.filters.update(front=_front_matter, day=_day, month=_month, groupby_level=_by_level)
    made.globals.update(level_names=views.LEVEL_NAMES)
    return made


def _front_matter(text: str) -> Markup:
    """A value for front matter: JSON, which every builder's YAML reads alike, around escaped text."""
    line = " ".join(visible(text).split())
    return markup(encode_basestring(line if stands_as_it_is(line) else str(escape(line))))


def _day(value: date) -> str:
    return f"{value:%B} {value.day}, {value.year}"


def _month(value: date) -> str:
    return f"{value:%B} {value.year}"


def _by_level(terms: Iterable[Term]) -> list[tuple[str, list[Term]]]:
    """Terms in reading order as (level, terms)."""
    return [(level, list(group)) for level, group in groupby(terms, key=lambda term: term.level)]
