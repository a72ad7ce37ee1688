"""Every page and file that a site publishes: its path, its purpose, and when it is left out.

This table is in ``model``, which every other folder may import, because the checks need it (a hand-written
page may not have the path of a generated page), and so do the pages that list files. ``pages.render`` makes
the pages, ``pipeline`` makes the files. A test proves that both make exactly what this table says. Below it
stands what every page loads, and what the navigation names: settings of the builder that are the tool's.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Literal

from site_gen.model.records import Site

Maker = Literal[
    "render",  # pages.render
    "data",  # data files that pages load; all are made in one step
    "export",  # pipeline.EXPORTS
    "exports",  # pipeline.FAMILIES: a file for each record of a kind
    "pack",  # publish makes it from files that exist already
    "builder",  # MkDocs, or another builder
]
Listing = Literal["about", "learn", "copy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A page or file of the built site; a path with ``{}`` means one page for each record of a kind.

    ``name`` and ``what`` describe it to people on the page ``listed``; ``holds`` describes its content on the
    page for programs. ``nav``: its name in the navigation, "" of a page that no menu names.
    ``needs_address``: left out if the address of the site is not known.
    ``internal_only``: left out of public sites. ``small_copy``: its path in the small zip that exists before
    the whole site is packed, "" if that zip does not have it. ``schema``: the name of its JSON Schema, ""
    of a file that has none; every file with a schema carries the number of its format.
    """

    path: str
    maker: Maker = "render"
    name: str = ""
    what: str = ""
    listed: Listing | None = None
    holds: str = ""
    nav: str = ""
    needs_address: bool = False
    internal_only: bool = False
    small_copy: str = ""
    schema: str = ""

    @property
    def shown(self) -> str:
        """The path as people and programs are told it: with ``{name}`` where each record has its own."""
        return self.path.replace("{}", "{name}")

    @property
    def media_type(self) -> str:
        """What the file is, as servers and programs name it."""
        return MEDIA_TYPES[self.path.rpartition(".")[2]]

    def stands_on(self, site: Site) -> bool:
        """Whether ``site`` has this page or file."""
        return not (self.needs_address and not site.url) and not (
            self.internal_only and site.audience == "public"
        )


MEDIA_TYPES: Mapping[str, str] = {  # by the ending of a path
    "csv": "text/csv",
    "html": "text/html",
    "json": "application/json",
    "tsv": "text/tab-separated-values",
    "txt": "text/markdown",
    "xml": "application/xml",
    "zip": "application/zip",
}

_PAGES = (
    Published(path="index.html", nav="Home"),
    Published(path="404.html", maker="builder"),
    Published(path="az.html", nav="A to Z"),
    Published(path="topics.html", nav="Topics"),
    Published(path="compare.html", nav="Often confused"),
    Published(path="abbreviations.html", nav="Abbreviations"),
    Published(path="learn.html", nav="Learn"),
    Published(path="explain.html", nav="Explain a ticket"),
    Published(path="about.html", nav="About"),
    Published(path="mini.html"),
    Published(path="topics/{}.html"),
    Published(path="terms/{}.html"),
    Published(
        path="new.html",
        name="What's new",
        what="Terms that came, changed their meaning or their name, or went, by month.",
        listed="about",
    ),
    Published(
        path="panel.html",
        name="Side panel",
        what="The lookup beside your ticket tool: a bookmark to drag, and how to put it there for good.",
        listed="about",
    ),
    Published(
        path="sources.html",
        name="Sources",
        what="The glossaries that this one was merged from, and where every entry went.",
        listed="about",
    ),
    Published(path="sources/{}.html"),
    Published(
        path="copy.html",
        name="Take a copy",
        what="The whole site to keep, a table for a spreadsheet, or one page to print.",
        listed="about",
    ),
    Published(
        path="machines.html", name="For machines", what="The same terms as data for programs.", listed="about"
    ),
    Published(
        path="health.html",
        name="Health",
        what="For editors: what is missing, due, hard to read or loose.",
        listed="about",
        internal_only=True,
    ),
    Published(path="paths/{}.html"),
    Published(path="sheets/{}.html"),
    Published(
        path="cards.html",
        name="Flip cards",
        what="By path or topic, in both directions; what you do not know comes back.",
        listed="learn",
    ),
    Published(
        path="quiz.html",
        name="Quiz",
        what="Ten questions in under three minutes, each with its reason.",
        listed="learn",
    ),
    Published(
        path="from-zero.html",
        name="From zero",
        what="Every term of the glossary, each after those that it needs.",
        listed="learn",
    ),
    Published(
        path="team.html",
        name="For team leads",
        what="What a group misses most, one set of questions for all, and sheets to print.",
        listed="learn",
    ),
)

_FILES = (
    Published(
        path="glossary.zip",
        maker="pack",
        name="A zip to keep",
        what="Unpack it anywhere and open index.html. It needs no network and no installation.",
        listed="copy",
    ),
    Published(
        path="all.html",
        name="One page to print",
        what="Every definition on one page, ready for the printer or for a PDF.",
        listed="copy",
        small_copy="index.html",
    ),
    Published(
        path="glossary.csv",
        maker="export",
        name="A table",
        what="Names, definitions, examples, relations and differences as CSV, for a spreadsheet.",
        listed="copy",
        holds="One term a row, as CSV in UTF-8 with a byte order mark.",
        small_copy="glossary.csv",
    ),
    Published(
        path="cards.tsv",
        maker="export",
        name="Cards in two columns",
        what="Term and definition, parted by a tab, for any program that learns with cards.",
        listed="copy",
        holds="For programs with flash cards: a term, a tab and its definition on each line.",
    ),
    Published(
        path="api/index.json",
        maker="export",
        holds="Every file for programs with its form and schema, and the edition of the glossary.",
        schema="index",
    ),
    Published(
        path="api/terms.json",
        maker="export",
        name="Data",
        what="Everything that the terms hold, as JSON for a program.",
        listed="copy",
        holds="Every term with all its fields, as JSON.",
        small_copy="api/terms.json",
        schema="terms",
    ),
    Published(
        path="api/terms/{}.json",
        maker="exports",
        holds="One term with all its fields, by its slug.",
        schema="term",
    ),
    Published(path="api/schemas/{}.json", maker="exports", holds="The JSON Schema of each of these files."),
    Published(
        path="api/lookup.json",
        maker="data",
        holds="What the lookup ranks, in columns; assets/lookup.js is the ranker.",
        schema="lookup",
    ),
    Published(
        path="api/snippets.json",
        maker="export",
        holds="What agents may send to customers: name, text and shortcut, for macros and text expanders.",
        schema="snippets",
    ),
    Published(path="llms.txt", maker="export", holds="A map of the terms for language models."),
    Published(path="llms-full.txt", maker="export", holds="The whole glossary as one Markdown file."),
    Published(
        path="opensearch.xml",
        maker="export",
        holds="Lets a browser's address bar ask the lookup; what is typed is not sent.",
        needs_address=True,
    ),
    Published(
        path="sitemap.xml", maker="builder", holds="Every page for search engines.", needs_address=True
    ),
    Published(path="feed.xml", maker="export", holds="What is new, as an Atom feed.", needs_address=True),
)

PUBLISHED: Mapping[str, Published] = {one.path: one for one in (*_PAGES, *_FILES)}

STYLESHEET = "assets/glossary.css"
FAVICON = "assets/favicon.svg"
SCRIPTS = tuple(  # in this order
    f"assets/{name}.js" for name in ("words", "lookup", "common", "box", "page", "cards")
)
ON_DEMAND = "assets/lookup-data.js"  # which settings before 0.2 have every page load; the box loads it itself


def navigation() -> Mapping[str, str]:
    """Pages that the menu names: their sources below the docs folder, with the name of each, in order."""
    return {_source(one.path): one.nav for one in _PAGES if one.nav}


def unlisted(named: Container[str]) -> tuple[str, ...]:
    """Patterns of the generated pages that no menu names, for ``not_in_nav``; without those in ``named``."""
    sources = (_source(one.path) for one in _PAGES if one.maker == "render" and one.path != "mini.html")
    return tuple(f"/{source.partition('{}')[0]}" for source in sources if source not in named)


def _source(path: str) -> str:
    return path.removesuffix(".html") + ".md"
