"""Glossary to pages: Markdown files in which nothing that an editor wrote is Markdown any more.

A page is front matter, our own ``##`` headings and blocks of HTML. Builders put ``title`` and ``description``
into the page as they stand, so they are escaped here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import groupby
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from site_gen.model.adopted import SHIPPED_IN, credit
from site_gen.model.published import PUBLISHED
from site_gen.model.records import Site, Term
from site_gen.model.trust import MARKS
from site_gen.pages import views
from site_gen.pages.borrowed import told, without_signs
from site_gen.pages.data.jsonld import set_jsonld, term_jsonld
from site_gen.pages.data.parts_js import parts_js
from site_gen.pages.rows import Rows
from site_gen.pages.templating import OPTIONS, Templates
from site_gen.pages.words import Words, placed
from site_gen.text.plain import visible


def pages(world: views.World) -> Iterator[tuple[str, str]]:
    """Every generated page with its path below the docs folder, one at a time."""
    yield from set_pages(world)
    yield from term_pages(world)


def set_pages(world: views.World) -> Iterator[tuple[str, str]]:
    """The pages that are made from the whole set of terms."""
    page = partial(_page, world.site, world.words)
    paths = views.path_views(world)
    yield "index.md", page("index", "", view=views.home_view(world, paths), jsonld=set_jsonld(world.site))
    yield from _lists(world, page)
    yield from _about(world, page)
    yield from _learning(world, page, paths)


def _lists(world: views.World, page: Callable[..., str]) -> Iterator[tuple[str, str]]:
    """The terms as lists, and the lookup by itself."""
    yield from _list("az", views.az_view(world), page)
    shorts, compared = world.short_forms, views.compare_view(world)
    yield from _list("abbreviations", shorts, page)
    yield from parts_js("abbreviations", shorts, lambda row: row.anchor)
    yield from _list("compare", compared, page)
    yield from parts_js("compare", compared, lambda line: line.term.slug)
    yield "explain.md", page("explain", "")
    yield "mini.html", page("mini", "", "html", home="", scripts=())
    yield "all.html", page("all", "", "html", **_whole(world))
    topics = views.topic_views(world)
    yield "topics.md", page("topics", "", topics=topics)
    for topic in topics:
        yield f"topics/{topic.topic.id}.md", page("topic", "../", view=topic)


def _list(name: str, view: views.Listing[Any], page: Callable[..., str]) -> Iterator[tuple[str, str]]:
    """A list on one page, or, where it would be heavy, on several, and one that leads there."""
    yield f"{name}.md", page(name, "", view=view, part=None)
    for part in view.parts:
        yield f"{name}/{part.name}.md", page(name, "../", view=view, part=part)


def panel(world: views.World, scripts: Iterable[str]) -> str:
    """The lookup alone for a panel in another program: its links lead to the pages of the site."""
    home = f"{world.site.url.rstrip('/')}/"
    return _page(world.site, world.words, "mini", "", "html", home=home, scripts=tuple(scripts))


def _whole(world: views.World) -> dict[str, object]:
    """What the page with every definition places: formulas as on the pages of terms, and the day."""
    formulas = {
        term.slug: views.metric_view(term.metric, world.catalog, world.words.english).formula
        for term in world.listed
        if term.metric
    }
    listed = views.letters(world.listed)
    return {
        "letters": listed,
        "count": len(world.listed),
        "formulas": formulas,
        "day": world.history.today,
        "trust": world.trust,
        "brief": world.brief(world.listed),
    }


def _about(world: views.World, page: Callable[..., str]) -> Iterator[tuple[str, str]]:
    """What the glossary is made from, how it changes, and where else it can be had."""
    about = views.cards("about", world.site, world.catalog)
    yield "about.md", page("about", "", cards=about, credit=credit(world.glossary))
    yield "new.md", page("new", "", view=views.news_view(world))
    if PUBLISHED["health.html"].stands_on(world.site):
        yield "health.md", page("health", "", view=views.health_view(world))
    yield "panel.md", page("panel", "", ways=views.panel_ways(world.site.name))
    yield "copy.md", page("copy", "", cards=views.cards("copy", world.site, world.catalog))
    yield "machines.md", page("machines", "", files=views.machine_files(world.site, world.catalog))
    sources = views.source_views(world)
    yield "sources.md", page("sources", "", sources=sources)
    for source in sources:
        yield f"sources/{source.source.id}.md", page("source", "../", view=source)


def _learning(
    world: views.World, page: Callable[..., str], paths: Iterable[views.PathView]
) -> Iterator[tuple[str, str]]:
    yield "learn.md", page("learn", "", cards=views.cards("learn", world.site, world.catalog), paths=paths)
    yield from _list("from-zero", views.zero_view(world), page)
    yield "team.md", page("team", "", paths=paths)
    yield "cards.md", page("cards", "")
    yield "quiz.md", page("quiz", "")
    for path in paths:
        yield f"paths/{path.path.id}.md", page("path", "../", view=path)
        brief = world.brief(stop.term for stop in path.stops if stop.term)
        yield f"sheets/{path.path.id}.md", page("sheet", "../", view=path, trust=world.trust, brief=brief)


def term_pages(world: views.World) -> Iterator[tuple[str, str]]:
    """The pages of terms, and of addresses that terms once had; ``world.memo`` keeps each by its view."""
    beside = world.memo.made("beside", "", (world.site, world.words), lambda: (world.site, world.words))
    for view in views.term_views(world):
        path = f"terms/{view.term.slug}.md"
        yield path, world.memo.made("page", path, (view, beside), partial(_term_page, view, *beside))
    for moved in views.moved_views(world):
        path = f"terms/{moved.old}.html"
        page = partial(_page, *beside, "moved", "../", "html", view=moved, term=moved.term)
        yield path, world.memo.made("page", path, (moved, beside), page)


def _term_page(view: views.TermView, site: Site, words: Words) -> str:
    term = view.term
    jsonld = term_jsonld(term, site, SHIPPED_IN if term.definition in words.english else "")
    return _page(site, words, "term", "../", view=view, term=term, jsonld=jsonld)


def _page(site: Site, words: Words, template: str, base: str, kind: str = "md", **values: object) -> str:
    """One page; ``base`` leads from its folder to the root of the site."""
    page = environment(words).get_template(f"{template}.{kind}.j2").render(site=site, base=base, **values)
    return told(page) if words.catalog.borrowed or words.english else page


@lru_cache(maxsize=2)  # a preview has its own texts; a comparison has those of two states
def environment(words: Words) -> Environment:
    """The templates with the texts of a catalog, made once; what they know of a glossary is its language."""
    catalog = words.catalog
    finalize = words.placed if words.english else placed
    made = Environment(
        loader=Templates("site_gen.pages"), undefined=StrictUndefined, finalize=finalize, **OPTIONS
    )
    made.filters.update(
        front=_front_matter,
        day=catalog.day,
        short_day=catalog.short_day,
        month=catalog.month,
        number=catalog.number,
        listed=words.listed,
        in_lines=words.in_lines,
        said=lambda trust: trust.said(catalog, catalog.day),
        means=lambda trust: catalog.text(f"trust.{trust.mark}.means"),
        groupby_level=_by_level,
        without_stop=words.without_stop,
    )
    rows = Rows(words, finalize)
    made.filters.update(
        link=rows.link,
        links=rows.links,
        abbreviations=rows.abbreviations,
        marks=rows.marks,
        named=rows.named,
        cells=rows.cells,
        rows=rows.rows,
    )
    made.tests["begun_with"] = _begins
    made.globals["signs"] = MARKS
    made.globals.update(
        t=words.html, heading=words.heading, a=words.link, tag=words.tag, direction=catalog.direction
    )
    return made


def _front_matter(text: str) -> Markup:
    """A value for front matter: JSON, which every builder's YAML reads alike, around escaped text."""
    plain = text.unescape() if isinstance(text, Markup) else text
    return Markup(json.dumps(str(escape(" ".join(visible(plain).split()))), ensure_ascii=False))


def _begins(text: str, label: str) -> bool:
    """Whether a sentence begins with the words of the label that would stand before it."""
    return text.casefold().startswith(without_signs(str(label)).rstrip(" :：").casefold())


def _by_level(terms: Iterable[Term]) -> list[tuple[str, list[Term]]]:
    """Terms in reading order as (level, terms)."""
    return [(level, list(group)) for level, group in groupby(terms, key=lambda term: term.level)]
