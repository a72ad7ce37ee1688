"""Every rule over the whole corpus.

A rule is a generator of problems; a new one is a function in its subject's module and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_gen.checks import labels, links, metrics, references, shape, style
from site_gen.load import Loaded
from site_gen.problem import Problem, in_reading_order

Check = Callable[[Loaded], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    shape.repeated_ids,
    shape.repeated_entries,
    shape.kept_text,
    shape.unclaimed_entries,
    shape.deprecation,
    references.topics,
    references.terms,
    references.self_references,
    references.hierarchy,
    references.scenes,
    references.stops,
    references.redirects,
    labels.collisions,
    labels.repeats,
    labels.search_as_taken,
    links.targets,
    metrics.formulas,
    metrics.worked_numbers,
    style.definition_length,
    style.own_name,
    style.circular_definitions,
    style.exceptions,
)


def check(loaded: Loaded) -> tuple[Problem, ...]:
    """The problems of reading and of every rule, by file and line."""
    found = list(loaded.problems)
    for rule in CHECKS:
        found.extend(rule(loaded))
    return in_reading_order(found)
