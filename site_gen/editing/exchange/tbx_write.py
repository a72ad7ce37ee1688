"""Terms as a TBX-Basic termbase: ISO 30042:2019, the dialect TBX-Basic in DCA style (https://www.tbxinfo.net).

What the dialect has no place for is left out or told in notes. How each field was exported stands behind the
entries, in the part that the standard keeps for what a file brings beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from site_gen.editing.exchange.carried import TBX, associated, carried, digests
from site_gen.model.adopted import credit_line
from site_gen.model.records import Glossary, Site, Term
from site_gen.text.plain import visible

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREFIX = "c-"  # an XML id begins with a letter, a slug may not
EXPORTED = "glossary-exported"  # the part of the file that holds digests
STATUSES = {  # the status of a term in TBX, by the field that holds it
    "name": "preferredTerm-admn-sts",
    "abbreviations": "admittedTerm-admn-sts",
    "aliases": "admittedTerm-admn-sts",
    "formerly": "supersededTerm-admn-sts",
    "discouraged": "deprecatedTerm-admn-sts",
}


def tbx_bytes(glossary: Glossary, site: Site) -> bytes:
    """The termbase as a file; the same glossary gives the same bytes."""
    from lxml import etree

    root = etree.Element(
        f"{{{NAMESPACE}}}tbx",
        {"style": "dca", "type": "TBX-Basic", LANG: site.language},
        nsmap={None: NAMESPACE},
    )
    described = _add(_add(root, "tbxHeader"), "fileDesc")
    _add(_add(described, "titleStmt"), "title", site.name)
    if rights := [text for text in (site.license, credit_line(glossary)) if text]:
        published = _add(described, "publicationStmt")
        for text in rights:
            _add(published, "p", text)
    _add(_add(described, "sourceDesc"), "p", site.description or site.name)
    text = _add(root, "text")
    body = _add(text, "body")
    kept = _add(_add(text, "back"), "refObjectSec", type=EXPORTED)
    for term in glossary.terms:
        _concept(body, term, glossary, site)
        _add(
            _add(kept, "refObject", id=f"{EXPORTED}-{term.slug}"),
            "item",
            digests(carried(term, glossary, site, TBX)),
            type=term.slug,
        )
    etree.indent(root, " ")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _add(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
    """A new element below another one. ``xml_lang`` is its language."""
    from lxml import etree

    language = attributes.pop("xml_lang", "")
    found = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    if language:
        found.set(LANG, language)
    if text:
        found.text = visible(text)
    return found


def _concept(body: Any, term: Term, glossary: Glossary, site: Site) -> None:
    known = carried(term, glossary, site, TBX)
    entry = _add(body, "conceptEntry", id=PREFIX + term.slug)
    for topic in known["topics"].split("\n"):
        if topic:
            _add(entry, "descrip", glossary.topics_by_id[topic].name, type="subjectField")
    for slug in associated(term, glossary):
        _add(entry, "ref", glossary.by_slug[slug].title, type="relatedConcept", target=PREFIX + slug)
    if address := site.absolute(f"terms/{term.slug}.html"):
        _add(entry, "xref", address, type="externalCrossReference", target=address)
    for note in _notes(term, glossary):
        _add(entry, "note", note)
    section = _add(entry, "langSec", xml_lang=site.language)
    _add(section, "descrip", known["definition"], type="definition")
    for column, status in STATUSES.items():
        labels = [term.title] if column == "name" else getattr(term, column)
        for label in labels:
            _term(section, label, status, short=column == "abbreviations", name=column == "name", known=known)
    for code, others in term.in_other_languages.items():
        if code.lower() != site.language.lower():
            there = _add(entry, "langSec", xml_lang=code)
            for place, label in enumerate(dict.fromkeys(others)):
                status = STATUSES["aliases" if place else "name"]
                _term(there, label, status, short=False, name=False, known={})


def _term(section: Any, label: str, status: str, *, short: bool, name: bool, known: dict[str, str]) -> None:
    found = _add(section, "termSec")
    _add(found, "term", " ".join(label.split()))
    _add(found, "termNote", "abbreviation" if short else "fullForm", type="termType")
    _add(found, "termNote", status, type="administrativeStatus")
    if name and known["example"]:
        _add(found, "descrip", known["example"], type="context")


def _notes(term: Term, glossary: Glossary) -> Iterator[str]:
    """What the dialect has no data category for."""
    if broader := glossary.by_slug.get(term.broader):
        yield f"Broader concept: {broader.title}"
    for contrast in term.contrast:
        if other := glossary.by_slug.get(contrast.to):
            yield f"Not to be confused with {other.title}: {' '.join(contrast.difference.split())}"
    if term.status == "deprecated":
        instead = glossary.by_slug.get(term.replaced_by)
        yield f"No longer used; say {instead.title}" if instead else "No longer used"
