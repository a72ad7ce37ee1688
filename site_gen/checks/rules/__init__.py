"""Every rule over the whole corpus.

A rule is a generator of problems; a new one is a function in its subject's module and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_gen.checks.corpus import Corpus, corpus_of
from site_gen.checks.rules import (
    audience,
    labels,
    links,
    metrics,
    owners,
    page_words,
    pages,
    paths,
    records,
    references,
    relations,
    style,
)
from site_gen.corpus.load import Loaded
from site_gen.model.problem import Problem, in_reading_order
from site_gen.model.records import Site

Check = Callable[[Corpus], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    records.repeated_ids,
    records.repeated_entries,
    records.kept_text,
    records.unclaimed_entries,
    records.deprecation,
    references.topics,
    references.terms,
    references.self_references,
    references.hierarchy,
    references.redirects,
    relations.scenes,
    relations.said_twice,
    paths.stops,
    paths.deprecated_terms,
    paths.references,
    paths.circles,
    paths.places,
    paths.empty,
    paths.order,
    paths.minutes,
    labels.collisions,
    labels.repeats,
    labels.search_as_taken,
    labels.odd_labels,
    labels.ranges,
    labels.other_languages,
    labels.mixed_alphabets,
    labels.contexts,
    links.targets,
    links.addresses,
    page_words.plural_forms,
    page_words.untranslated,
    metrics.formulas,
    metrics.worked_numbers,
    pages.taken_names,
    pages.readable,
    pages.links,
    style.unwritten_definition,
    style.link_in_plain_text,
    style.definition_length,
    style.own_name,
    style.circular_definitions,
    style.exceptions,
)

# What depends on the settings of the site.
OF_THE_SITE: tuple[Callable[[Loaded, Site], Iterator[Problem]], ...] = (
    pages.without_place,
    pages.left_out_scripts,
    audience.names_internal,
    audience.readers,
    owners.deputies,
)


def check(loaded: Loaded, rules: tuple[Check, ...] = CHECKS, site: Site | None = None) -> tuple[Problem, ...]:
    """The problems of reading and of the rules, by file and line; ``site``: with its settings."""
    return problems_of(corpus_of(loaded, site), rules)


def problems_of(corpus: Corpus, rules: tuple[Check, ...]) -> tuple[Problem, ...]:
    found = list(corpus.problems)
    for rule in rules:
        found.extend(rule(corpus))
    return in_reading_order(found)
