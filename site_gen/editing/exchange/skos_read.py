"""A SKOS file that came back: what it says of each concept, as texts of the sheet's columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from site_gen.editing.exchange.carried import DIFFERENCE, SKOS, Concept, normal, read_digests
from site_gen.editing.exchange.skos_write import CORE, DCTERMS, KINDS, RDF_TYPE
from site_gen.language import language_of
from site_gen.model import names
from site_gen.model.languages import meant_language
from site_gen.model.records import Glossary, Site
from site_gen.sources.formats import skos
from site_gen.sources.formats.skos import OWN

MAX_CHARACTERS = 8_000_000  # 2,000 terms take about 3 million
_TAIL = re.compile(r"([^/#:]*?)(?:\.html)?$")


def concepts(text: str, filename: str, glossary: Glossary, site: Site) -> tuple[Concept, ...]:
    """The concepts in the order of the file. Raises ``UnreadableError``, also if rdflib is not installed."""
    return _Scheme(text, skos.graph_of(text, filename, MAX_CHARACTERS), glossary, site).concepts()


class _Scheme:
    """One graph with what is asked of it more than once."""

    def __init__(self, text: str, graph: Any, glossary: Glossary, site: Site) -> None:
        self.text, self.graph, self.glossary, self.site = text, graph, glossary, site
        self.ends = [end.start() for end in re.finditer("\n", text)]
        self.topics = self._topics()
        self.slugs = {
            node: self._slug(node) for node in graph.subjects(_node(RDF_TYPE), _node(f"{CORE}Concept"))
        }

    def concepts(self) -> tuple[Concept, ...]:
        found = [self._concept(node, slug) for node, slug in self.slugs.items()]
        return tuple(sorted(found, key=lambda one: (one.line, one.slug)))

    def _concept(self, node: Any, slug: str) -> Concept:
        exported = read_digests(" ".join(self._plain(node, f"{OWN}exported")), SKOS)
        texts = {**dict(self._one(node)), **self._labels(node, slug), **self._relations(node)}
        if "status" in texts and not texts["status"]:
            del texts["status"]  # no word on it is no change of it
        if not exported:
            texts = {title: text for title, text in texts.items() if text}
        return Concept(slug=slug, line=self._line(node, slug), texts=texts, exported=exported)

    def _slug(self, node: Any) -> str:
        """By notation, else by the end of the address, else by the name."""
        for notation in self._plain(node, f"{CORE}notation"):
            if names.is_slug(notation):
                return notation
        tail = _tail(node)
        label = next(iter(self._said(node, f"{CORE}prefLabel")), "")
        return tail if tail in self.glossary.by_slug else language_of(self.site.language).slug(label) or tail

    def _line(self, node: Any, slug: str) -> int:
        place = self.text.find(str(node))
        if place < 0:
            place = self.text.find(f'"{slug}"')
        return bisect_right(self.ends, max(place, 0)) + 1

    def _one(self, node: Any) -> Iterator[tuple[str, str]]:
        """Columns that hold one text."""
        term = self.glossary.by_slug.get(self.slugs[node])
        context = next(iter(self._said(node, f"{OWN}context")), "")
        if titles := self._said(node, f"{CORE}prefLabel"):
            yield "name", titles[0].removesuffix(f" ({context})") if context else titles[0]
        yield "context", context
        for name in ("definition", "example"):
            said = self._said(node, f"{CORE}{name}")
            now = getattr(term, name, "")
            yield name, next((text for text in said if text != now), said[0] if said else "")
        yield "status", next(iter(self._plain(node, f"{OWN}status")), "")

    def _labels(self, node: Any, slug: str) -> Mapping[str, str]:
        """Each label in the column that the file says, else in which the term has it, else in a usual one."""
        term = self.glossary.by_slug.get(slug)
        main = self._said(node, f"{CORE}prefLabel")
        there = {name: self._said(node, f"{CORE}{name}") for name in ("altLabel", "hiddenLabel")}
        every = {*main, *there["altLabel"], *there["hiddenLabel"]}
        columns: dict[str, dict[str, None]] = {column: {} for column in KINDS}
        placed = set(main)
        for column, (kind, _) in KINDS.items():
            own = [label for label in self._said(node, f"{OWN}{kind}") if label in every]
            columns[column].update(dict.fromkeys(own))
            placed.update(own)
        for name, usual in (("altLabel", "aliases"), ("hiddenLabel", "search_as")):
            for label in there[name]:
                if label not in placed:
                    known = (column for column in KINDS if label in getattr(term, column, ()))
                    columns[next(known, usual)][label] = None
        found = {column: "\n".join(labels) for column, labels in columns.items()}
        return {**found, "in_other_languages": "\n".join(self._in_other_languages(node))}

    def _in_other_languages(self, node: Any) -> Iterator[str]:
        written = {code.lower(): code for term in self.glossary.terms for code in term.in_other_languages}
        for name in ("prefLabel", "altLabel"):
            for value in sorted(self.graph.objects(node, _node(f"{CORE}{name}"))):
                code = str(getattr(value, "language", None) or "").lower()
                if code and code != self.site.language.lower():
                    yield f"{written.get(code) or meant_language(code) or code}: {_one_line(value)}"

    def _relations(self, node: Any) -> Mapping[str, str]:
        return {
            "topics": "\n".join(self.topics.get(node, ())),
            "broader": next(iter(self._to(node, f"{CORE}broader")), ""),
            "related": "\n".join(self._to(node, f"{CORE}related")),
            "replaced_by": next(iter(self._to(node, f"{DCTERMS}isReplacedBy")), ""),
            DIFFERENCE: "\n".join(self._differences(node)),
        }

    def _differences(self, node: Any) -> Iterator[str]:
        for said in self.graph.objects(node, _node(f"{OWN}contrast")):
            for to in self._to(said, f"{OWN}with"):
                yield f"{to}: {' '.join(self._said(said, f'{OWN}difference'))}"

    def _to(self, node: Any, predicate: str) -> list[str]:
        """The slugs of other concepts; of one that is not in the file, the end of its address."""
        others = sorted(self.graph.objects(node, _node(predicate)))
        return [self.slugs.get(other, _tail(other)) for other in others]

    def _topics(self) -> Mapping[Any, list[str]]:
        """The ids of the topics of each concept: collections by notation, else by name."""
        by_name = {normal("name", topic.name): topic.id for topic in self.glossary.topics}
        found: dict[Any, list[str]] = defaultdict(list)
        for node in sorted(self.graph.subjects(_node(RDF_TYPE), _node(f"{CORE}Collection"))):
            label = next(iter(self._said(node, f"{CORE}prefLabel")), "")
            known = next(iter(self._plain(node, f"{CORE}notation")), "") or by_name.get(label)
            for member in self.graph.objects(node, _node(f"{CORE}member")):
                found[member].append(known or names.slug(label) or _tail(node))
        return found

    def _said(self, node: Any, predicate: str) -> list[str]:
        """The texts in the language of the site, or in none."""
        languages = ("", self.site.language.lower())
        return [
            _one_line(value)
            for value in sorted(self.graph.objects(node, _node(predicate)))
            if str(getattr(value, "language", None) or "").lower() in languages
        ]

    def _plain(self, node: Any, predicate: str) -> list[str]:
        return sorted(_one_line(value) for value in self.graph.objects(node, _node(predicate)))


def _node(address: str) -> Any:
    from rdflib import URIRef

    return URIRef(address)


def _one_line(value: Iterable[str]) -> str:
    return " ".join(str(value).split())


def _tail(node: Any) -> str:
    found = _TAIL.search(str(node))
    return found[1] if found else ""
