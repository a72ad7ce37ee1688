"""Rules on what a public site would tell of internal terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from site_gen.corpus.layout import PAGES
from site_gen.corpus.load import Loaded
from site_gen.history.flat_fields import flat, texts_of
from site_gen.model.audience import visible
from site_gen.model.field import Field
from site_gen.model.problem import Problem
from site_gen.model.records import Glossary, Origin, Site, Term
from site_gen.model.schema import ENTRY, FREE_TEXT, MARKDOWN, PATH, SOURCE, STOP, TERM, TOPIC
from site_gen.text.markdown import plain_text
from site_gen.text.mentions import find, lexicon

_KEPT = ("text", "digest")  # of an entry: no page shows them
_LINK = re.compile(r"(?:term:|terms/)([a-z0-9-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A text that a public site shows, and where it is written; ``term`` is the one that it belongs to."""

    text: str
    place: str
    path: str
    line: int
    term: Term | None = None


def names_internal(loaded: Loaded, site: Site) -> Iterator[Problem]:
    """A text that goes public has no mention of an internal term, as the linker finds mentions.

    What goes public is what a public site shows; of an internal one, the terms that say they are public.
    """
    by_slug = loaded.glossary.by_slug
    internal = {slug for slug, term in by_slug.items() if term.audience == "internal"}
    if not internal:
        return
    # A term that is out of use is not linked, and yet its name is internal.
    current = (replace(t, status="approved") if t.slug in internal else t for t in by_slug.values())
    labels = lexicon(current, loaded.glossary.language)
    for one in _texts(_going_public(loaded.glossary, site)):
        mentioned = (found.label for found in find(one.text, labels))
        found = [label.slugs[0] for label in mentioned if label.linked and internal.issuperset(label.slugs)]
        linked = _LINK.findall(one.text) if one.term is None else ()
        for slug in dict.fromkeys((*found, *filter(internal.__contains__, linked))):
            yield _problem(one, by_slug[slug])


def readers(_loaded: Loaded, site: Site) -> Iterator[Problem]:
    """What is put into the pages fits who can reach them, as far as the settings say both."""
    if site.readers == site.audience or site.readers is None:
        return
    if site.readers == "public":
        message = "everybody can read the site (readers: public), and it has all that is internal"
        hint = "set audience: public, or readers: internal once only the desk can reach the site"
    else:
        message = "the site leaves out what is internal, and only the desk reads it (readers: internal)"
        hint = "set audience: internal, or readers: public if everybody may read it"
    yield Problem(
        path="mkdocs.yml", line=1, code="readers-audience", severity="warning",
        message=message, hint=f"{hint}; audience is no access control (glossary docs access)",
    )  # fmt: skip


def _going_public(glossary: Glossary, site: Site) -> Glossary:
    shown = visible(glossary, replace(site, audience="public"))
    if site.audience == "public":
        return shown
    return Glossary(terms=tuple(term for term in shown.terms if term.audience == "public"))


def _problem(one: _Text, term: Term) -> Problem:
    otherwise = "allow: {names-internal: the reason}" if one.term else "'severities' in mkdocs.yml"
    return Problem(
        path=one.path, line=one.line, code="names-internal", severity="warning",
        message=f"{one.place} names '{term.title}', an internal term, where everybody can read it",
        hint=f"say it without the name, or let it stand with {otherwise}",
    )  # fmt: skip


def _texts(glossary: Glossary) -> Iterator[_Text]:
    """Every text of a glossary that its pages and files show."""
    for term in glossary.terms:
        if "names-internal" not in term.allow:
            yield from _of_term(term)
    for topic in glossary.topics:
        yield from _of(topic, TOPIC, topic.origin)
    for path in glossary.paths:
        yield from _of(path, PATH, path.origin)
        for stop in path.stops:
            yield from _of(stop, STOP, stop.origin)
    for source in glossary.sources:
        yield from _of(source, SOURCE, source.origin)
        for entry in source.entries:
            yield from _of(entry, ENTRY, entry.origin)
    for page, data in glossary.pages.items():
        if page.endswith((".md", ".html")):
            for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
                yield _Text(text=line, place="the page", path=PAGES + page, line=number)


def _of_term(term: Term) -> Iterator[_Text]:
    for place, text in flat(term).items():
        name, *steps = place.split(".")
        if _is_text(TERM[name]) or name == "contrast":
            shown = plain_text(text) if name in MARKDOWN else text
            line = term.origin.at(name, *steps)
            yield _Text(text=shown, place=f"'{place}'", path=term.origin.path, line=line, term=term)


def _of(record: Any, specs: Mapping[str, Field], origin: Origin) -> Iterator[_Text]:
    for name, spec in specs.items():
        if _is_text(spec) and name not in _KEPT and spec.kind != "record":
            for place, text in texts_of(name, spec, getattr(record, name)):
                line = origin.at(*place.split("."))
                yield _Text(text=text, place=f"'{place}'", path=origin.path, line=line)


def _is_text(spec: Field) -> bool:
    """Whether the field holds words of people; reasons for exceptions (``allow``) are shown to nobody."""
    return spec.kind in (*FREE_TEXT, "record") and spec.keys != "code"
