"""Links from texts to terms, and what follows from them: backlinks, a report, the graph of definitions.

In each field the first mention of a term becomes a link, but not in headings, code, quotes or links, and not
to the term itself. A label that several terms share links to its row on the abbreviations page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from site_gen.model.placeholder import is_unwritten
from site_gen.model.records import Glossary, Term
from site_gen.model.schema import MARKDOWN, TERM
from site_gen.text import markdown
from site_gen.text.field_links import Field, Report
from site_gen.text.markdown import Parsed
from site_gen.text.mentions import Label, Lexicon, find, lexicon
from site_gen.text.plain import Linked

LINKED = tuple(name for name in MARKDOWN if TERM[name].linked)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedTerm:
    """One term's texts with their links; ``fields`` are its Markdown texts by field name."""

    definition: Linked
    fields: Mapping[str, Parsed]
    texts: Mapping[str, str]  # the same as the words that a reader sees, each on one line
    mentions: tuple[str, ...]  # terms that any field mentions, in order
    defined_by: tuple[str, ...]  # terms that the definition mentions
    named: frozenset[str]  # terms with a label in the definition, whether or not it is linked

    def text(self, name: str) -> str:
        """A Markdown field as the words that a reader sees; "" where it is empty."""
        return self.texts.get(name, "")


@dataclass(frozen=True, kw_only=True)
class Links:
    """All links of the corpus: per term, the inverse, and a report by label."""

    terms: Mapping[str, LinkedTerm]
    labels: Sequence[Label]
    mentioned_in: Mapping[str, tuple[str, ...]]
    made: Mapping[str, int]  # label -> number of links
    skipped: Mapping[str, int]  # label -> mentions left alone because of ``autolink: false``

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """For each term, the terms that its definition mentions."""
        return {slug: linked.defined_by for slug, linked in self.terms.items()}


def link(glossary: Glossary, found: Definitions | None = None) -> Links:
    """The links of all texts; ``found`` are the definitions of this glossary, where they are made already."""
    found = found or definitions(glossary)
    report = Report(made=[*found.report.made], skipped=[*found.report.skipped])
    linked: dict[str, LinkedTerm] = {}
    backwards: dict[str, list[str]] = defaultdict(list)
    for term in glossary.terms:
        linked[term.slug] = _link_term(term, found, report, glossary.by_slug)
        for slug in linked[term.slug].mentions:
            backwards[slug].append(term.slug)
    return Links(
        terms=linked,
        labels=tuple(chain.from_iterable(found.labels.labels.values())),
        mentioned_in={slug: tuple(slugs) for slug, slugs in backwards.items()},
        made=Counter(report.made),
        skipped=Counter(report.skipped),
    )


def _link_term(term: Term, found: Definitions, report: Report, known: Mapping[str, Term]) -> LinkedTerm:
    definition = found.terms[term.slug]
    seen = dict.fromkeys(definition.mentions)
    fields: dict[str, Parsed] = {}
    for name in LINKED:
        text = getattr(term, name)
        if text:
            field = Field(term.slug, found.labels, report)
            fields[name] = field.parsed(text)
            seen.update(field.seen)
    return LinkedTerm(
        definition=definition.linked,
        fields=fields,
        texts={name: markdown.shown(parsed) for name, parsed in fields.items()},
        mentions=tuple(filter(known.__contains__, seen)),
        defined_by=definition.mentions,
        named=definition.named,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A definition with its links."""

    linked: Linked
    mentions: tuple[str, ...]  # slugs that links lead to, in order
    named: frozenset[str]  # slugs of all labels found, linked or not


@dataclass(frozen=True, kw_only=True)
class Definitions:
    """The labels of the corpus, each term's definition with its links, and what became of the labels."""

    labels: Lexicon
    terms: Mapping[str, Definition]
    report: Report

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """For each term, the terms that its definition mentions; none where it is still to be written."""
        return {
            slug: () if is_unwritten(definition.linked.text) else definition.mentions
            for slug, definition in self.terms.items()
        }


def definitions(glossary: Glossary) -> Definitions:
    labels, report = lexicon(glossary.terms), Report()
    terms: dict[str, Definition] = {}
    for term in glossary.terms:
        found = find(term.definition, labels)
        field = Field(term.slug, labels, report)
        terms[term.slug] = Definition(
            linked=field.linked(term.definition, found),
            mentions=tuple(filter(glossary.by_slug.__contains__, field.seen)),
            named=frozenset(chain.from_iterable(one.label.slugs for one in found)),
        )
    return Definitions(labels=labels, terms=terms, report=report)
