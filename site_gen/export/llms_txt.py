"""``llms.txt`` and ``llms-full.txt``: the glossary as Markdown for language models (https://llmstxt.org).

The first is a map: every term by topic, with its definition and address. The second holds everything in one
file, so that nothing has to be fetched page by page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_gen.catalog import catalog
from site_gen.model.records import Glossary, Site, Term
from site_gen.model.relations import alphabetical, by_level, current
from site_gen.model.schema import BESIDE_DEFINITION, LABELS, MARKDOWN, TERM
from site_gen.model.trust import Trust
from site_gen.text.links import LINKED, Links
from site_gen.text.markdown import plain_text
from site_gen.text.plain import visible

FULL = "llms-full.txt"
_LABELS = tuple(name for name in LABELS if TERM[name].title)
OTHER = "Other"  # where terms without a topic of the corpus stand


def llms_txt(glossary: Glossary, site: Site, trust: Mapping[str, Trust]) -> str:
    return "\n".join((*_head(site), *_map(glossary, site, trust), *_files(site)))


def llms_full_txt(glossary: Glossary, links: Links, site: Site, trust: Mapping[str, Trust]) -> str:
    terms = alphabetical(current(glossary.terms))
    return "\n".join(
        (*_head(site), *(line for term in terms for line in _whole(term, glossary, links, trust)))
    )


def _head(site: Site) -> Iterator[str]:
    yield f"# {_line(site.name)}\n"
    if site.description:
        yield f"> {_line(site.description)}\n"


def _map(glossary: Glossary, site: Site, trust: Mapping[str, Trust]) -> Iterator[str]:
    """Each term under its first topic, the most important first."""
    titles = {topic.id: topic.name for topic in glossary.topics}
    groups: dict[str, list[Term]] = {title: [] for title in (*titles.values(), OTHER)}
    for term in by_level(current(glossary.terms)):
        groups[titles.get(term.topics[0] if term.topics else "", OTHER)].append(term)
    for title, terms in groups.items():
        if terms:
            yield f"## {_line(title)}\n"
            for term in terms:
                address = _address(site, f"terms/{term.slug}.html")
                mark = _line(trust[term.slug].said(catalog()))
                yield f"- [{_named(term)}]({address}): {_line(term.definition)} ({mark})"
            yield ""


def _files(site: Site) -> Iterator[str]:
    yield "## Everything in one file\n"
    yield f"- [{FULL}]({_address(site, FULL)}): all terms with details, formulas, examples and differences"
    yield f"- [api/terms.json]({_address(site, 'api/terms.json')}): all terms as JSON"
    yield f"- [api/index.json]({_address(site, 'api/index.json')}): every file for programs, with its schema"
    yield f"- [glossary.csv]({_address(site, 'glossary.csv')}): all terms as a table\n"
    yield "## For assistants\n"
    yield "Where this glossary is installed, `glossary mcp` serves it by the Model Context Protocol:"
    yield "look_up, term, explain_text and compare, with address, trust and edition in every answer.\n"


def _whole(term: Term, glossary: Glossary, links: Links, trust: Mapping[str, Trust]) -> Iterator[str]:
    linked = links.terms[term.slug]
    yield f"## {_named(term)}\n"
    yield f"{_line(term.definition)}\n"
    yield f"{_line(_until(trust[term.slug]))}.\n"
    for name in _LABELS:
        if labels := getattr(term, name):
            yield f"{TERM[name].title}: {_line(', '.join(labels))}.\n"
    if term.metric:
        parts = "; ".join(f"{name} is {meaning}" for name, meaning in term.metric.parts.items())
        yield f"Formula: {_line(term.metric.formula)} ({_line(term.metric.unit)}), where {_line(parts)}.\n"
    for name in BESIDE_DEFINITION:
        for channel, text in term.texts(name).items():
            title = f"{TERM[name].title} {TERM[name].fields[channel].title}" if channel else TERM[name].title
            if shown := linked.text(name) if name in LINKED else _unlinked(name, text):
                yield f"{title}: {shown}\n"
    for contrast in term.contrast:
        other = glossary.by_slug.get(contrast.to)
        if other:
            yield f"Not to be confused with {_line(other.title)}: {_line(contrast.difference)}\n"


def _until(trust: Trust) -> str:
    """The mark with the day that a reader has to compare with today."""
    return trust.said(catalog()) + (
        f"; review due from {trust.until} on" if trust.mark == "approved" and trust.until else ""
    )


def _unlinked(name: str, text: str) -> str:
    return plain_text(text) if name in MARKDOWN else _line(text)


def _named(term: Term) -> str:
    return _line(f"{term.title} ({', '.join(term.abbreviations)})" if term.abbreviations else term.title)


def _line(text: str) -> str:
    return " ".join(visible(text).split())


def _address(site: Site, path: str) -> str:
    return site.absolute(path) or path
