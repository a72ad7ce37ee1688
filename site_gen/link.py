"""Links from texts to terms, and what follows from them: backlinks, a report, the graph of definitions.

In each field the first mention of a term becomes a link; never in headings, code, quotes or links, never to
the term itself. A label that several terms share links to its row on the abbreviations page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from site_gen import markdown
from site_gen.linked_field import Field
from site_gen.markdown import Parsed, Piece
from site_gen.mentions import Label, Lexicon, lexicon
from site_gen.model import Glossary, Term
from site_gen.once import once
from site_gen.running import row

MARKDOWN_FIELDS = ("details", "example", "here")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedTerm:
    """One term's texts with their links; ``fields`` are its Markdown texts by field name."""

    definition: tuple[Piece, ...]
    fields: Mapping[str, Parsed]
    texts: Mapping[str, str]  # the same as the words that a reader sees, each on one line
    mentions: tuple[str, ...]  # terms that any field mentions, in order
    defined_by: tuple[str, ...]  # terms that the definition mentions

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
    ambiguous: tuple[tuple[str, str], ...]  # (slug, label) where a label did not name one term

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """For each term, the terms that its definition mentions, as ``definition_graph`` finds them."""
        return {slug: linked.defined_by for slug, linked in self.terms.items()}


def link(glossary: Glossary) -> Links:
    labels, definitions = _definitions(glossary)
    linked: dict[str, LinkedTerm] = {}
    made: Counter[str] = Counter()
    skipped: Counter[str] = Counter()
    ambiguous: list[tuple[str, str]] = []
    backwards: dict[str, list[str]] = defaultdict(list)
    for term in glossary.terms:
        linked[term.slug], fields = _link_term(term, definitions[term.slug], labels, glossary.by_slug)
        for state in fields:
            made.update(state.made)
            skipped.update(state.skipped)
            ambiguous.extend((term.slug, label) for label in state.shared)
        for slug in linked[term.slug].mentions:
            backwards[slug].append(term.slug)
    return Links(
        terms=linked,
        labels=tuple(label for same in labels.labels.values() for label in same),
        mentioned_in={slug: tuple(slugs) for slug, slugs in backwards.items()},
        made=made,
        skipped=skipped,
        ambiguous=tuple(ambiguous),
    )


def _link_term(
    term: Term, definition: _Definition, labels: Lexicon, known: Mapping[str, Term]
) -> tuple[LinkedTerm, Sequence[Field]]:
    states = [definition.state]
    fields: dict[str, Parsed] = {}
    for name in MARKDOWN_FIELDS:
        text = getattr(term, name)
        if text:
            states.append(Field(term.slug, labels))
            fields[name] = states[-1].parsed(text)
    mentions = dict.fromkeys(slug for state in states for slug in state.mentions if slug in known)
    linked = LinkedTerm(
        definition=definition.pieces,
        fields=fields,
        texts={name: markdown.shown(parsed) for name, parsed in fields.items()},
        mentions=tuple(mentions),
        defined_by=tuple(definition.state.mentions),
    )
    return linked, states


class _Definition(NamedTuple):
    """A definition with its links."""

    pieces: tuple[Piece, ...]
    state: Field


@once  # for the check of circles and for the pages
def _definitions(glossary: Glossary) -> tuple[Lexicon, Mapping[str, _Definition]]:
    """The labels of the corpus, and each term's definition with its links."""
    labels = lexicon(glossary.terms)
    found: dict[str, _Definition] = {}
    for term in glossary.terms:
        state = Field(term.slug, labels)
        found[term.slug] = _Definition(state.pieces(term.definition, row(term.definition)), state)
    return labels, found


def definition_graph(glossary: Glossary) -> Mapping[str, tuple[str, ...]]:
    """For each term, the terms that its definition mentions."""
    _, definitions = _definitions(glossary)
    return {slug: tuple(definition.state.mentions) for slug, definition in definitions.items()}


def named_in_definitions(glossary: Glossary) -> Mapping[str, set[str]]:
    """For each term, the terms with a label in its definition, whether or not that is linked."""
    _, definitions = _definitions(glossary)
    return {slug: definition.state.named for slug, definition in definitions.items()}
