"""Terms as a SKOS concept scheme (https://www.w3.org/TR/skos-reference/), in Turtle or JSON-LD.

Topics are collections. What SKOS has no word for (which alternative label is an abbreviation, the sentence
that tells two concepts apart, how each field was exported) is said in words of our own, ``OWN``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from site_gen.editing.exchange.carried import SKOS, associated, carried, digests
from site_gen.model import names
from site_gen.model.adopted import credit_line
from site_gen.model.records import Glossary, Site, Term, Topic
from site_gen.sources.formats.skos import OWN
from site_gen.text.plain import visible

CORE = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
OWL = "http://www.w3.org/2002/07/owl#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
# Our words for the kinds of labels, each with the label of SKOS that it is; the first of a text counts.
KINDS: Mapping[str, tuple[str, str]] = {
    "abbreviations": ("abbreviation", "altLabel"),
    "aliases": ("alias", "altLabel"),
    "formerly": ("formerName", "altLabel"),
    "discouraged": ("discouragedName", "hiddenLabel"),
    "search_as": ("searchedAs", "hiddenLabel"),
}
Form = Literal["turtle", "json-ld"]
FORMS: Mapping[Form, str] = {"turtle": "ttl", "json-ld": "jsonld"}  # with the ending of the file
_PREFIXES = {"skos": CORE, "dct": DCTERMS, "owl": OWL, "g": OWN}


def skos_text(glossary: Glossary, site: Site, form: Form) -> str:
    """The scheme as a text; the same glossary gives the same text. Raises ``ImportError`` without rdflib."""
    graph = skos_graph(glossary, site)
    if form == "turtle":
        return str(graph.serialize(format="turtle"))
    found = json.loads(graph.serialize(format="json-ld", context=_PREFIXES))
    found["@graph"].sort(key=lambda node: node["@id"])
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def base_of(site: Site) -> str:
    """What the address of every concept begins with: that of the site, else a name that needs no host."""
    return f"{site.url.rstrip('/')}/" if site.url else f"urn:glossary:{site.id or names.slug(site.name)}:"


def concept_address(slug: str, site: Site) -> str:
    """The address of a concept: that of its page, which JSON-LD on the page names too."""
    return f"{base_of(site)}terms/{slug}.html" if site.url else f"{base_of(site)}{slug}"


def skos_graph(glossary: Glossary, site: Site) -> Any:
    """The scheme as a graph of rdflib."""
    from rdflib import Graph

    graph = Graph()
    for prefix, address in _PREFIXES.items():
        graph.bind(prefix, address)
    for triple in _triples(glossary, site):
        graph.add(triple)
    return graph


def _triples(glossary: Glossary, site: Site) -> Iterator[tuple[Any, Any, Any]]:
    from rdflib import Literal as Text
    from rdflib import URIRef

    scheme = URIRef(base_of(site) + ("az.html" if site.url else "scheme"))
    yield scheme, URIRef(RDF_TYPE), URIRef(f"{CORE}ConceptScheme")
    yield scheme, URIRef(f"{DCTERMS}title"), Text(visible(site.name), lang=site.language)
    yield scheme, URIRef(f"{DCTERMS}language"), Text(site.language)
    if site.description:
        yield scheme, URIRef(f"{DCTERMS}description"), Text(visible(site.description), lang=site.language)
    if site.license:
        yield scheme, URIRef(f"{DCTERMS}license"), URIRef(site.license)
    if said := credit_line(glossary):
        yield scheme, URIRef(f"{DCTERMS}rights"), Text(said, lang="en")
    for term in glossary.terms:
        yield from _concept(term, scheme, glossary, site)
    for topic in glossary.topics:
        yield from _collection(topic, glossary, site)


def _collection(topic: Topic, glossary: Glossary, site: Site) -> Iterator[tuple[Any, Any, Any]]:
    from rdflib import Literal as Text
    from rdflib import URIRef

    place = f"topics/{topic.id}.html" if site.url else f"topics:{topic.id}"
    node = URIRef(base_of(site) + place)
    yield node, URIRef(RDF_TYPE), URIRef(f"{CORE}Collection")
    yield node, URIRef(f"{CORE}prefLabel"), Text(visible(topic.name), lang=site.language)
    yield node, URIRef(f"{CORE}notation"), Text(topic.id, datatype=URIRef(f"{OWN}topicId"))
    if topic.meaning:
        yield node, URIRef(f"{CORE}definition"), Text(visible(topic.meaning), lang=site.language)
    for term in glossary.terms:
        if topic.id in term.topics:
            yield node, URIRef(f"{CORE}member"), URIRef(concept_address(term.slug, site))


def _concept(term: Term, scheme: Any, glossary: Glossary, site: Site) -> Iterator[tuple[Any, Any, Any]]:
    from rdflib import Literal as Text
    from rdflib import URIRef

    node = URIRef(concept_address(term.slug, site))
    known = carried(term, glossary, site, SKOS)

    def own(name: str) -> Any:
        return URIRef(f"{OWN}{name}")

    def core(name: str) -> Any:
        return URIRef(f"{CORE}{name}")

    def to(slug: str) -> Any:
        return URIRef(concept_address(slug, site))

    yield node, URIRef(RDF_TYPE), core("Concept")
    yield node, core("inScheme"), scheme
    yield node, core("notation"), Text(term.slug, datatype=own("slug"))
    yield from _names(term, node, site)
    for name in ("definition", "example"):
        if known[name]:
            yield node, core(name), Text(known[name], lang=site.language)
    if known["broader"]:
        yield node, core("broader"), to(term.broader)
    else:
        yield node, core("topConceptOf"), scheme
    for slug in associated(term, glossary):
        yield node, core("related"), to(slug)
    yield from _contrasts(term, node, glossary, site)
    yield node, own("status"), Text(term.status)
    if term.status == "deprecated":
        yield node, URIRef(f"{OWL}deprecated"), Text(True)
    if known["replaced_by"]:
        yield node, URIRef(f"{DCTERMS}isReplacedBy"), to(term.replaced_by)
    yield node, own("exported"), Text(digests(known))


def _names(term: Term, node: Any, site: Site) -> Iterator[tuple[Any, Any, Any]]:
    """The labels, and in words of our own which kind of label each is."""
    from rdflib import Literal as Text
    from rdflib import URIRef

    for name, text, language in _labels(term, site):
        yield node, URIRef(f"{CORE}{name}"), Text(text, lang=language)
    for column, (kind, _) in KINDS.items():
        for label in getattr(term, column):
            yield node, URIRef(f"{OWN}{kind}"), Text(visible(label), lang=site.language)
    if term.context:
        yield node, URIRef(f"{OWN}context"), Text(visible(term.context), lang=site.language)


def _labels(term: Term, site: Site) -> Iterator[tuple[str, str, str]]:
    """(label of SKOS, text, language): one preferred in each language (S14), and no text twice (S13)."""
    seen = {(site.language.lower(), visible(term.title))}
    yield "prefLabel", visible(term.title), site.language
    for column, (_, name) in KINDS.items():
        for label in map(visible, getattr(term, column)):
            if (site.language.lower(), label) not in seen:
                seen.add((site.language.lower(), label))
                yield name, label, site.language
    for code, others in term.in_other_languages.items():
        for place, label in enumerate(dict.fromkeys(map(visible, others))):
            if code.lower() != site.language.lower():
                yield "altLabel" if place else "prefLabel", label, code


def _contrasts(term: Term, node: Any, glossary: Glossary, site: Site) -> Iterator[tuple[Any, Any, Any]]:
    """Terms that are easily confused with this one as close matches, each with what tells them apart."""
    from rdflib import BNode, URIRef
    from rdflib import Literal as Text

    for contrast in term.contrast:
        if contrast.to in glossary.by_slug:
            other, said = URIRef(concept_address(contrast.to, site)), BNode(f"{term.slug}.{contrast.to}")
            yield node, URIRef(f"{CORE}closeMatch"), other
            yield node, URIRef(f"{OWN}contrast"), said
            yield said, URIRef(f"{OWN}with"), other
            yield (
                said,
                URIRef(f"{OWN}difference"),
                Text(" ".join(visible(contrast.difference).split()), lang=site.language),
            )
