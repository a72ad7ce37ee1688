"""What leads away from the terms: the glossary's own pages, and its copies for people and machines."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.model.records import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A page or file worth a click, and why; ``path`` is relative to the root of the site."""

    path: str
    name: str
    what: str


def about(site: Site) -> tuple[Card, ...]:
    """The pages about the glossary itself; that for editors is no matter of the public."""
    return (*_ABOUT, _HEALTH) if site.audience == "internal" else _ABOUT


# A page about the glossary itself is a line here.
_ABOUT = (
    Card(
        path="new.html",
        name="What's new",
        what="Terms that came, changed their meaning or their name, or went, by month.",
    ),
    Card(
        path="sources.html",
        name="Sources",
        what="The glossaries that this one was merged from, and where every entry went.",
    ),
    Card(
        path="copy.html",
        name="Take a copy",
        what="The whole site to keep, a table for a spreadsheet, or one page to print.",
    ),
    Card(path="machines.html", name="For machines", what="The same terms as data for programs."),
)
_HEALTH = Card(
    path="health.html", name="Health", what="For editors: what is missing, due, hard to read or loose."
)

COPIES = (
    Card(
        path="glossary.zip",
        name="A zip to keep",
        what="Unpack it anywhere and open index.html. It needs no network and no installation.",
    ),
    Card(
        path="all.html",
        name="One page to print",
        what="Every definition on one page, ready for the printer or for a PDF.",
    ),
    Card(
        path="glossary.csv",
        name="A table",
        what="Names, abbreviations, definitions and topics as CSV, for a spreadsheet.",
    ),
    Card(
        path="api/terms.json",
        name="Data",
        what="Everything that the terms hold, as JSON for a program.",
    ),
)

_FILES = (
    Card(path="api/terms.json", name="api/terms.json", what="Every term with all its fields, as JSON."),
    Card(
        path="api/lookup.json",
        name="api/lookup.json",
        what="What the lookup ranks, in columns; assets/lookup.js is the ranker.",
    ),
    Card(path="glossary.csv", name="glossary.csv", what="One term a row, as CSV in UTF-8."),
    Card(path="llms.txt", name="llms.txt", what="A map of the terms for language models."),
    Card(path="llms-full.txt", name="llms-full.txt", what="The whole glossary as one Markdown file."),
)


def machine_files(site: Site) -> tuple[Card, ...]:
    """The files for programs; those that need the site's address only where it is known."""
    if not site.url:
        return _FILES
    return (
        *_FILES,
        Card(
            path="opensearch.xml",
            name="opensearch.xml",
            what="Lets a browser's address bar ask the lookup; what is typed is not sent.",
        ),
        Card(path=site.absolute("sitemap.xml"), name="sitemap.xml", what="Every page for search engines."),
    )
