"""A TBX file that came back: what it says of each concept, as texts of the sheet's columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from site_gen.editing.exchange.carried import TBX, Concept, normal, read_digests
from site_gen.editing.exchange.tbx_write import EXPORTED, LANG, PREFIX, STATUSES
from site_gen.language import language_of
from site_gen.model import names
from site_gen.model.languages import meant_language
from site_gen.model.records import Glossary, Site
from site_gen.sources.formats.xml_dialects import line_of

_COLUMNS = {
    "deprecated": "discouraged",
    "superseded": "formerly",
}  # by how the status of a term begins; others are aliases or abbreviations


def concepts(root: Any, glossary: Glossary, site: Site) -> tuple[Concept, ...]:
    """The concepts in the order of the file, from the root of a TBX document."""
    exported = {
        item.get("type") or "": "".join(item.itertext())
        for section in root.iter("{*}refObjectSec")
        if section.get("type") == EXPORTED
        for item in section.iter("{*}item")
    }
    return tuple(
        _concept(entry, exported, glossary, site) for entry in root.iter("{*}conceptEntry", "{*}termEntry")
    )


def _concept(entry: Any, exported: Mapping[str, str], glossary: Glossary, site: Site) -> Concept:
    own, others = _sections(entry, site)
    context = _context(entry, glossary)
    labels = _labels(own, context, glossary, entry)
    slug = _slug(entry, glossary) or language_of(site.language).slug(labels["name"])
    by_name = {normal("name", topic.name): topic.id for topic in glossary.topics}
    topics = [by_name.get(name, names.slug(name)) for name in _typed(entry, "subjectField")]
    texts = {
        **labels,
        "context": context,
        "definition": next(iter((*_typed_in(own, "definition"), *_typed(entry, "definition"))), ""),
        "example": next(iter(_typed_in(own, "context")), ""),
        "topics": "\n".join(filter(None, topics)),
        "related": "\n".join(
            (one.get("target") or "").removeprefix(PREFIX)
            for one in entry.iter("{*}ref")
            if one.get("type") == "relatedConcept"
        ),
        "in_other_languages": "\n".join(_in_other_languages(others, glossary)),
    }
    known = read_digests(exported.get(slug, ""), TBX)
    if not known:
        texts = {title: text for title, text in texts.items() if text}
    if not labels["name"]:
        texts.pop("name", None)
    return Concept(slug=slug, line=line_of(entry), texts=texts, exported=known)


def _slug(entry: Any, glossary: Glossary) -> str:
    found = str(entry.get("id") or "")
    slug = found.removeprefix(PREFIX)
    return slug if slug in glossary.by_slug or (found.startswith(PREFIX) and names.is_slug(slug)) else ""


def _context(entry: Any, glossary: Glossary) -> str:
    """The word in brackets that tells homonyms apart: of a term that has one, where the file keeps it."""
    term = glossary.by_slug.get(_slug(entry, glossary))
    if term is None or not term.context:
        return ""
    return (
        term.context
        if any(_text(one).endswith(f" ({term.context})") for one in entry.iter("{*}term"))
        else ""
    )


def _sections(entry: Any, site: Site) -> tuple[list[Any], list[Any]]:
    """The sections in the language of the site, and the others."""
    sections = list(entry.iter("{*}langSec", "{*}langSet"))
    own = [one for one in sections if (one.get(LANG) or "").lower() in ("", site.language.lower())]
    return own, [one for one in sections if one not in own]


def _labels(own: list[Any], context: str, glossary: Glossary, entry: Any) -> dict[str, str]:
    """The labels by column: the first preferred term is the name, or the first of all."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = [row for section in own for row in section.iter("{*}termSec", "{*}tig", "{*}ntig")]
    told = [(_term(row), _note(row, "administrativeStatus"), _note(row, "termType")) for row in rows]
    told = [one for one in told if one[0]]
    first = next((one for one in told if one[1].startswith("preferred")), told[0] if told else ("", "", ""))
    for one in told:
        label, status, kind = one
        if one is not first:
            short = kind.startswith(("abbreviation", "acronym", "initialism", "shortForm"))
            usual = "abbreviations" if short else "aliases"
            found[next((to for begin, to in _COLUMNS.items() if status.startswith(begin)), usual)].append(
                label
            )
    name = first[0].removesuffix(f" ({context})") if context else first[0]
    return {column: "\n".join(found[column]) for column in STATUSES if column != "name"} | {"name": name}


def _in_other_languages(sections: list[Any], glossary: Glossary) -> Iterator[str]:
    written = {code.lower(): code for term in glossary.terms for code in term.in_other_languages}
    for section in sections:
        code = str(section.get(LANG)).lower()
        for one in section.iter("{*}term"):
            if _text(one):
                yield f"{written.get(code) or meant_language(code) or code}: {_text(one)}"


def _term(row: Any) -> str:
    return next((_text(one) for one in row.iter("{*}term")), "")


def _note(row: Any, kind: str) -> str:
    return next((_text(one) for one in row.iter("{*}termNote") if one.get("type") == kind), "")


def _typed(entry: Any, kind: str) -> list[str]:
    """What an entry says itself, not one of its languages."""
    return [
        _text(one) for one in entry.iterchildren("{*}descrip", "{*}descripGrp") for one in _kind(one, kind)
    ]


def _typed_in(sections: list[Any], kind: str) -> list[str]:
    return [_text(one) for section in sections for one in _kind(section, kind)]


def _kind(element: Any, kind: str) -> list[Any]:
    return [one for one in element.iter("{*}descrip") if one.get("type") == kind]


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
