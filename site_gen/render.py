"""Glossary to pages: Markdown files in which nothing that an editor wrote is Markdown any more.

A page is front matter, our own ``##`` headings and blocks of HTML. Builders put ``title`` and ``description``
into the page as they stand, so they are escaped here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache, partial
from itertools import groupby
from json.encoder import encode_basestring
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr, Getattr
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from site_gen import views
from site_gen.events import History
from site_gen.export.jsonld import set_jsonld, term_jsonld
from site_gen.link import Links
from site_gen.model import Glossary, Site, Term
from site_gen.plaintext import inert, plain, visible
from site_gen.relations import Relations


def pages(
    glossary: Glossary, links: Links, inverse: Relations, site: Site, history: History
) -> Iterator[tuple[str, str]]:
    """Every generated page with its path below the docs folder, one at a time."""
    return _pages(views.World(glossary=glossary, links=links, relations=inverse, site=site, history=history))


def _pages(world: views.World) -> Iterator[tuple[str, str]]:
    page = _Page(site=world.site, **_parts())
    yield "index.md", page("index", "", view=views.home_view(world), jsonld=set_jsonld(world.site))
    yield "az.md", page("az", "", view=views.az_view(world))
    yield "abbreviations.md", page("abbreviations", "", rows=views.short_forms(world))
    yield "compare.md", page("compare", "", view=views.compare_view(world))
    yield "new.md", page("new", "", view=views.news_view(world))
    if world.site.audience == "internal":
        yield "health.md", page("health", "", view=views.health_view(world))
    yield "explain.md", page("explain", "")
    yield "cards.md", page("cards", "")
    yield "quiz.md", page("quiz", "")
    yield "mini.html", page("mini", "", "html")
    yield "about.md", page("about", "", cards=views.about(world.site))
    yield "copy.md", page("copy", "", cards=views.COPIES)
    yield "machines.md", page("machines", "", files=views.machine_files(world.site))
    yield "all.html", page("all", "", "html", letters=views.letters(world.listed), count=len(world.listed))
    topics = views.topic_views(world)
    yield "topics.md", page("topics", "", topics=topics)
    for topic in topics:
        yield f"topics/{topic.topic.id}.md", page("topic", "../", view=topic)
    paths = views.path_views(world)
    yield "learn.md", page("learn", "", cards=views.LEARN, paths=paths)
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

    def __call__(self, template: str, base: str, kind: str = "md", **values: object) -> str:
        """``base`` leads from the page's folder to the root of the site."""
        found = _environment().get_template(f"{template}.{kind}.j2")
        # ``render`` would copy all globals for each page.
        context = found.new_context({**self.shared, "base": base, **values}, shared=True)
        return "".join(found.root_render_func(context))


def _parts() -> Mapping[str, Callable[..., str]]:
    """The macros for terms in a list, each rendered once a build for a term, however many pages show it."""
    macros = _environment().get_template("_parts.j2").module
    link, row = _once(macros.link), _once(macros.row)  # type: ignore[attr-defined] # a module has its macros
    return {"link": link, "links_to": _joined(link, ", "), "rows_of": _joined(row, "")}


def _once(macro: Callable[[Term, str], str]) -> Callable[[Term, str], str]:
    done: dict[tuple[str, str], str] = {}

    def placed(term: Term, base: str) -> str:
        key = term.slug, base
        if key not in done:
            done[key] = macro(term, base)
        return done[key]

    return placed


def _joined(part: Callable[[Term, str], str], between: str) -> Callable[[Iterable[Term], str], Markup]:
    return lambda terms, base: _markup(between.join([part(term, base) for term in terms]))


class _Generator(CodeGenerator):
    """Places each value as ``_finalize`` gives it, which escapes.

    Jinja's ``escape(finalize(value))`` makes a new ``Markup`` of every value, the longest part of rendering.
    """

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """Views are records: a plain attribute does, and a misspelt one fails as loudly."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Macros and functions of ours want no context, and Jinja looks for that wish at each call."""
        self.write("environment.called(")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


_markup: Callable[[str], Markup] = partial(str.__new__, Markup)  # of a plain string, in a third of the time


class _Environment(Environment):
    code_generator_class = _Generator

    @staticmethod
    def called(function: Callable[..., object], *args: object, **named: object) -> object:
        """A macro with all its arguments is run as it stands, in half the time of its own ``__call__``."""
        if type(function) is Macro and len(args) == function._argument_count:
            return _markup(function._func(*args))
        return function(*args, **named)


@cache
def _environment() -> _Environment:
    environment = _Environment(
        loader=PackageLoader("site_gen"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
        auto_reload=False,
    )
    environment.filters.update(front=_front_matter, day=_day, month=_month, groupby_level=_by_level)
    environment.globals.update(level_names=views.LEVEL_NAMES)
    return environment


def _finalize(value: object) -> str:
    """What stands in the page for a value; only ``Markup`` stands as it is."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value] # a Markup is a str
    return _text(value) if kind is str else str(escape(value))


_SIGN = re.compile("""[&<>"'{}]""")  # what HTML or a builder could take for its own


@lru_cache(maxsize=1 << 16)  # names and definitions stand on many pages
def _text(text: str) -> str:
    """An editor's text as HTML in which no builder finds syntax of its own, wherever it looks for it."""
    text = plain(text)
    return inert(str(escape(text))) if _SIGN.search(text) else text


def _front_matter(text: str) -> Markup:
    """A value for front matter: JSON, which every builder's YAML reads alike, around escaped text."""
    return _markup(encode_basestring(str(escape(" ".join(visible(text).split())))))


def _day(value: date) -> str:
    return f"{value:%B} {value.day}, {value.year}"


def _month(value: date) -> str:
    return f"{value:%B} {value.year}"


def _by_level(terms: Iterable[Term]) -> list[tuple[str, list[Term]]]:
    """Terms in reading order as (level, terms)."""
    return [(level, list(group)) for level, group in groupby(terms, key=lambda term: term.level)]
