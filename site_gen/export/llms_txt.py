"""``llms.txt`` and ``llms-full.txt``: the glossary as Markdown for language models (https://llmstxt.org).

The first is a map: every term by topic, with its definition and address. The second holds everything in one
file, so that nothing has to be fetched page by page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_gen.catalog import Catalog
from site_gen.model.adopted import credit
from site_gen.model.records import Glossary, Site, Term
from site_gen.model.relations import alphabetical, by_level, current
from site_gen.model.schema import BESIDE_DEFINITION, LABELS, MARKDOWN
from site_gen.model.trust import Trust
from site_gen.text.links import LINKED, Links
from site_gen.text.markdown import plain_text
from site_gen.text.plain import visible

FULL = "llms-full.txt"
_FILES = {FULL: "full", "api/terms.json": "terms", "api/index.json": "index", "glossary.csv": "csv"}
# What stands before a field, by its key in the catalog; labels and texts without one are not told.
_BEFORE = {
    "aliases": "term.also_called",
    "formerly": "term.formerly",
    "discouraged": "term.we_do_not_say",
    "here": "term.here",
    "details": "term.details",
    "example": "term.example",
    "say_to_customer": "term.say",
    "internal": "term.stays_inside",
}
_LABELS = tuple(name for name in LABELS if name in _BEFORE)


def llms_txt(glossary: Glossary, site: Site, trust: Mapping[str, Trust], words: Catalog) -> str:
    head, listed = _head(glossary, site, words), _map(glossary, site, trust, words)
    return "\n".join((*head, *listed, *_files(site, words)))


def llms_full_txt(
    glossary: Glossary, links: Links, site: Site, trust: Mapping[str, Trust], words: Catalog
) -> str:
    terms = alphabetical(current(glossary.terms))
    return "\n".join(
        (
            *_head(glossary, site, words),
            *(line for term in terms for line in _whole(term, glossary, links, trust[term.slug], words)),
        )
    )


def _head(glossary: Glossary, site: Site, words: Catalog) -> Iterator[str]:
    yield f"# {_line(site.name)}\n"
    if site.description:
        yield f"> {_line(site.description)}\n"
    if of := credit(glossary):
        yield f"{words.text('about.shipped_plain', **of)}\n"


def _map(glossary: Glossary, site: Site, trust: Mapping[str, Trust], words: Catalog) -> Iterator[str]:
    """Each term under its first topic, the most important first."""
    other = words.text("llms.untopical")  # where terms without a topic of the corpus stand
    titles = {topic.id: topic.name for topic in glossary.topics}
    groups: dict[str, list[Term]] = {title: [] for title in (*titles.values(), other)}
    for term in by_level(current(glossary.terms)):
        groups[titles.get(term.topics[0] if term.topics else "", other)].append(term)
    for title, terms in groups.items():
        if terms:
            yield f"## {_line(title)}\n"
            for term in terms:
                address = _address(site, f"terms/{term.slug}.html")
                mark = _line(trust[term.slug].said(words))
                yield f"- [{_named(term)}]({address}): {_line(term.definition)} ({mark})"
            yield ""


def _files(site: Site, words: Catalog) -> Iterator[str]:
    yield f"## {words.text('llms.files')}\n"
    for path, key in _FILES.items():
        yield f"- [{path}]({_address(site, path)}): {words.text(f'llms.{key}')}"
    yield ""
    yield f"## {words.text('llms.assistants')}\n"
    yield f"{words.text('llms.mcp')}\n"


def _whole(term: Term, glossary: Glossary, links: Links, trust: Trust, words: Catalog) -> Iterator[str]:
    linked = links.terms[term.slug]
    yield f"## {_named(term)}\n"
    yield f"{_line(term.definition)}\n"
    yield f"{_line(_until(trust, words))}.\n"
    for name in _LABELS:
        if labels := getattr(term, name):
            yield f"{words.text(_BEFORE[name])}: {_line(', '.join(labels))}.\n"
    if term.metric:
        parts = "; ".join(f"{name} = {meaning}" for name, meaning in term.metric.parts.items())
        formula = f"{_line(term.metric.formula)} ({_line(term.metric.unit)})"
        yield words.text("llms.formula", formula=formula, parts=_line(parts)) + "\n"
    for name in BESIDE_DEFINITION:
        for channel, text in term.texts(name).items():
            title = words.text(_BEFORE[name])
            if channel:
                title = words.text("term.say_in", channel=words.text(f"channel.{channel}"))
            if shown := linked.text(name) if name in LINKED else _unlinked(name, text):
                yield f"{title}: {shown}\n"
    for contrast in term.contrast:
        other = glossary.by_slug.get(contrast.to)
        if other:
            yield f"{words.text('llms.not', term=_line(other.title))} {_line(contrast.difference)}\n"


def _until(trust: Trust, words: Catalog) -> str:
    """The mark with the day that a reader has to compare with today."""
    said = trust.said(words)
    if trust.mark == "approved" and trust.until:
        return words.text("llms.until", said=said, day=trust.until.isoformat())
    return said


def _unlinked(name: str, text: str) -> str:
    return plain_text(text) if name in MARKDOWN else _line(text)


def _named(term: Term) -> str:
    return _line(f"{term.title} ({', '.join(term.abbreviations)})" if term.abbreviations else term.title)


def _line(text: str) -> str:
    return " ".join(visible(text).split())


def _address(site: Site, path: str) -> str:
    return site.absolute(path) or path
