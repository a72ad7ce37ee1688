"""Every page and file that a site publishes: its path, its purpose, and when it is left out.

This table is in ``model``, which every other folder may import, because the checks need it (a hand-written
page may not have the path of a generated page), and so do the pages that list files. ``pages.render`` makes
the pages, ``pipeline`` makes the files. A test proves that both make exactly what this table says. Below it
stands what every page loads, and what the navigation names: settings of the builder that are the tool's.
"""

from __future__ import annotations

import re
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
_NO_KEY = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A page or file of the built site; a path with ``{}`` means one page for each record of a kind.

    What it is called and is for stands in the catalog: under "menu" where ``in_menu``; under "published" its
    ``name`` and ``what`` for the page on which it is ``listed``, and what it ``holds`` where it is one
    ``for_programs``.
    ``needs_address``: left out if the address of the site is not known.
    ``internal_only``: left out of public sites. ``small_copy``: its path in the small zip that exists before
    the whole site is packed, "" if that zip does not have it. ``schema``: the name of its JSON Schema, ""
    of a file that has none; every file with a schema carries the number of its format. ``line``: what a line
    of the list weighs, of which these are the parts; left out unless the list has more lines than one page.
    """

    path: str
    maker: Maker = "render"
    listed: Listing | None = None
    for_programs: bool = False
    in_menu: bool = False
    needs_address: bool = False
    internal_only: bool = False
    small_copy: str = ""
    schema: str = ""
    line: int = 0

    @property
    def key(self) -> str:
        """Its key in the catalog."""
        return _NO_KEY.sub("_", self.path.removesuffix(".html").replace("{}", "one")).strip("_")

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


# What the lines of a list may add to a page, in bytes compressed: about a quarter of a first visit. What a
# line of each list weighs was measured (docs/figures.md, "The pages").
LIST_WEIGHT = 30_000

MEDIA_TYPES: Mapping[str, str] = {  # by the ending of a path
    "csv": "text/csv",
    "html": "text/html",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "tsv": "text/tab-separated-values",
    "txt": "text/markdown",
    "xml": "application/xml",
    "zip": "application/zip",
}

_PAGES = (
    Published(path="index.html", in_menu=True),
    Published(path="404.html", maker="builder"),
    Published(path="az.html", in_menu=True),
    Published(path="az/{}.html", line=20),
    Published(path="topics.html", in_menu=True),
    Published(path="compare.html", in_menu=True),
    Published(path="compare/{}.html", line=28),
    Published(path="abbreviations.html", in_menu=True),
    Published(path="abbreviations/{}.html", line=64),
    Published(path="learn.html", in_menu=True),
    Published(path="explain.html", in_menu=True),
    Published(path="about.html", in_menu=True),
    Published(path="mini.html"),
    Published(path="topics/{}.html"),
    Published(path="terms/{}.html"),
    Published(
        path="new.html",
        listed="about",
    ),
    Published(
        path="panel.html",
        listed="about",
    ),
    Published(
        path="sources.html",
        listed="about",
    ),
    Published(path="sources/{}.html"),
    Published(
        path="copy.html",
        listed="about",
    ),
    Published(path="machines.html", listed="about"),
    Published(
        path="health.html",
        listed="about",
        internal_only=True,
    ),
    Published(path="paths/{}.html"),
    Published(path="sheets/{}.html"),
    Published(
        path="cards.html",
        listed="learn",
    ),
    Published(
        path="quiz.html",
        listed="learn",
    ),
    Published(
        path="from-zero.html",
        listed="learn",
    ),
    Published(path="from-zero/{}.html", line=18),
    Published(
        path="team.html",
        listed="learn",
    ),
)

_FILES = (
    Published(
        path="glossary.zip",
        maker="pack",
        listed="copy",
    ),
    Published(
        path="all.html",
        listed="copy",
        small_copy="index.html",
    ),
    Published(
        path="glossary.csv",
        maker="export",
        listed="copy",
        for_programs=True,
        small_copy="glossary.csv",
    ),
    Published(
        path="cards.tsv",
        maker="export",
        listed="copy",
        for_programs=True,
    ),
    Published(
        path="api/index.json",
        maker="export",
        for_programs=True,
        schema="index",
    ),
    Published(
        path="api/terms.json",
        maker="export",
        listed="copy",
        for_programs=True,
        small_copy="api/terms.json",
        schema="terms",
    ),
    Published(
        path="api/terms/{}.json",
        maker="exports",
        for_programs=True,
        schema="term",
    ),
    Published(path="api/schemas/{}.json", maker="exports", for_programs=True),
    Published(
        path="api/lookup.json",
        maker="data",
        for_programs=True,
        schema="lookup",
    ),
    Published(path="api/terms.jsonld", maker="export", for_programs=True),
    Published(path="api/snippets.json", maker="export", for_programs=True, schema="snippets"),
    Published(path="llms.txt", maker="export", for_programs=True),
    Published(path="llms-full.txt", maker="export", for_programs=True),
    Published(
        path="opensearch.xml",
        maker="export",
        for_programs=True,
        needs_address=True,
    ),
    Published(path="sitemap.xml", maker="builder", for_programs=True, needs_address=True),
    Published(path="feed.xml", maker="export", for_programs=True, needs_address=True),
)

PUBLISHED: Mapping[str, Published] = {one.path: one for one in (*_PAGES, *_FILES)}

# What the site itself puts into the docs folder; ``assets`` is what its pages load.
FOLDERS = frozenset(("assets", *(path.partition("/")[0] for path in PUBLISHED if "/" in path)))
NAMES = frozenset(
    path.removesuffix(".html") for path in PUBLISHED if "/" not in path and path.endswith(".html")
)
FILES = frozenset(path for path in PUBLISHED if "/" not in path and not path.endswith(".html"))

STYLESHEET = "assets/glossary.css"
FAVICON = "assets/favicon.svg"
SCRIPTS = tuple(  # in this order
    f"assets/{name}.js" for name in ("words", "common", "box", "page", "cards")
)
# What older settings have every page load; common.js loads it when it is needed.
ON_DEMAND = ("assets/lookup-data.js", "assets/lookup.js")


def is_hand_written(page: str) -> bool:
    """Whether a page, by its source below the docs folder, is one that an editor wrote: no other may be."""
    folder, _, below = page.partition("/")
    return folder not in FOLDERS if below else page.removesuffix(".md") not in NAMES


def navigation() -> Mapping[str, str]:
    """Pages that the menu names: their sources below the docs folder, with the key of each name, in order."""
    return {_source(one.path): f"menu.{one.key}" for one in _PAGES if one.in_menu}


def unlisted(named: Container[str]) -> tuple[str, ...]:
    """Patterns of the generated pages that no menu names, for ``not_in_nav``; without those in ``named``."""
    sources = (_source(one.path) for one in _PAGES if one.maker == "render" and one.path != "mini.html")
    return tuple(f"/{source.partition('{}')[0]}" for source in sources if source not in named)


def _source(path: str) -> str:
    return path.removesuffix(".html") + ".md"
