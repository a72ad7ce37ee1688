"""Links from texts to terms, and what is made from them: backlinks, a report, the graph of definitions.

In each field the first mention of another term becomes a link, except in headings, code, quotes and links.
A label that several terms share links to its row on the abbreviations page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from site_gen.model.memo import AFRESH, Memo
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
    """The texts of one term with their links; ``fields`` has its Markdown texts by field name."""

    definition: Linked
    fields: Mapping[str, Parsed]
    texts: Mapping[str, str]  # the texts of ``fields`` as readers see them, on one line each
    mentions: tuple[str, ...]  # slugs of the terms that any field links to, in order
    defined_by: tuple[str, ...]  # slugs of the terms that the definition links to
    named: frozenset[str]  # slugs of the terms with a label in the definition, linked or not

    def text(self, name: str) -> str:
        """The words of a Markdown field as readers see them, on one line; "" if the field is empty."""
        return self.texts.get(name, "")


@dataclass(frozen=True, kw_only=True)
class Links:
    """All links of the corpus: by term, in the opposite direction (``mentioned_in``), and by label."""

    terms: Mapping[str, LinkedTerm]
    labels: Sequence[Label]
    mentioned_in: Mapping[str, tuple[str, ...]]
    made: Mapping[str, int]  # label -> number of links
    skipped: Mapping[str, int]  # label -> number of mentions not linked because of ``autolink: false``

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """For each slug of a term, the slugs of the terms that its definition links to."""
        return {slug: linked.defined_by for slug, linked in self.terms.items()}


def link(glossary: Glossary, found: Definitions | None = None, memo: Memo = AFRESH) -> Links:
    """The links of all texts; ``found`` is the result of ``definitions``, if known already.

    ``memo`` keeps the links of each term by its texts, all labels and all slugs.
    """
    found = found or definitions(glossary, memo)
    known = _slugs(glossary, memo)
    report = Report(made=[*found.report.made], skipped=[*found.report.skipped])
    linked: dict[str, LinkedTerm] = {}
    backwards: dict[str, list[str]] = defaultdict(list)
    for term in glossary.terms:
        definition = found.terms[term.slug]
        source = term, definition, found.labels, known
        linked[term.slug], own = memo.made("link", term.slug, source, partial(_link_term, *source))
        report.add(own)
        for slug in linked[term.slug].mentions:
            backwards[slug].append(term.slug)
    return Links(
        terms=linked,
        labels=tuple(chain.from_iterable(found.labels.labels.values())),
        mentioned_in={slug: tuple(slugs) for slug, slugs in backwards.items()},
        made=Counter(report.made),
        skipped=Counter(report.skipped),
    )


def _link_term(
    term: Term, definition: Definition, labels: Lexicon, known: frozenset[str]
) -> tuple[LinkedTerm, Report]:
    report, seen = Report(), dict.fromkeys(definition.mentions)
    fields: dict[str, Parsed] = {}
    for name in LINKED:
        text = getattr(term, name)
        if text:
            field = Field(term.slug, labels, report)
            fields[name] = field.parsed(text)
            seen.update(field.seen)
    linked = LinkedTerm(
        definition=definition.linked,
        fields=fields,
        texts={name: markdown.shown(parsed) for name, parsed in fields.items()},
        mentions=tuple(filter(known.__contains__, seen)),
        defined_by=definition.mentions,
        named=definition.named,
    )
    return linked, report


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A definition with its links."""

    linked: Linked
    mentions: tuple[str, ...]  # slugs that links lead to, in order
    named: frozenset[str]  # slugs of all labels found, linked or not


@dataclass(frozen=True, kw_only=True)
class Definitions:
    """The labels of the corpus, the definition of each term with its links, and a report on the labels."""

    labels: Lexicon
    terms: Mapping[str, Definition]
    report: Report

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """As ``Links.uses``, but without links for a definition that is still to be written."""
        return {
            slug: () if is_unwritten(definition.linked.text) else definition.mentions
            for slug, definition in self.terms.items()
        }


def definitions(glossary: Glossary, memo: Memo = AFRESH) -> Definitions:
    """All definitions of a glossary with their links, and the labels that other fields are linked by.

    The report counts what was linked; ``link`` goes on with it. ``memo`` keeps each definition by its text,
    all labels and all slugs.
    """
    named = [(term.slug, term.status, term.autolink, tuple(term.labels())) for term in glossary.terms]
    language = glossary.language
    labels = memo.made("lexicon", "", (named, language), lambda: lexicon(glossary.terms, language))
    known, report = _slugs(glossary, memo), Report()
    terms: dict[str, Definition] = {}
    for term in glossary.terms:
        source = term.slug, term.definition, labels, known
        terms[term.slug], own = memo.made("definition", term.slug, source, partial(_define, *source))
        report.add(own)
    return Definitions(labels=labels, terms=terms, report=report)


def _define(slug: str, text: str, labels: Lexicon, known: frozenset[str]) -> tuple[Definition, Report]:
    report, found = Report(), find(text, labels)
    field = Field(slug, labels, report)
    definition = Definition(
        linked=field.linked(text, found),
        mentions=tuple(filter(known.__contains__, field.seen)),
        named=frozenset(chain.from_iterable(one.label.slugs for one in found)),
    )
    return definition, report


def _slugs(glossary: Glossary, memo: Memo) -> frozenset[str]:
    """All slugs, as the same value while they do not change, so that nothing has to compare them again."""
    slugs = tuple(glossary.by_slug)
    return memo.made("slugs", "", (slugs,), lambda: frozenset(slugs))
