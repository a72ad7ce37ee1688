"""Fit the weights by which site_gen/match/foreign.py tells a text about something else, and show what they do.

    python benchmarks/foreign.py --sources ../shared/sources

True texts are those of the sources, each beside the shipped glossary without what its source says, and those
marked "=" in benchmarks/data/match/texts.tsv; foreign ones are marked "!" there. Both kinds weigh the same in all.
Each is laid beside the whole glossary and beside its names and definitions alone.
The printed weights are copied into the code by hand, rounded.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from match import BASE, from_documents, rows
from site_gen.corpus import disk
from site_gen.corpus.load import load
from site_gen.match import Matcher, Query
from site_gen.match.field import field_for
from site_gen.match.foreign import FOREIGN_FROM, PER_MARK, START, marks
from site_gen.match.profile import of_query, of_term
from site_gen.match.score import SAME_FROM
from site_gen.match.search import Search
from site_gen.match.subject import Context
from site_gen.model.records import Glossary, Term

_ROUNDS = 30
_SHRINK = 0.1  # of each weight, so that no mark runs away


@dataclass(frozen=True)
class Case:
    foreign: bool
    marks: tuple[float, ...]  # 1 for the start, then as the rule takes them


class Beside:
    """A glossary that texts are laid beside."""

    def __init__(self, glossary: Glossary) -> None:
        field = self._field = field_for(glossary)
        profiles = [of_term(term, field, glossary.entries_of.get(term.slug, ())) for term in glossary.terms]
        self._terms = {profile.term: profile for profile in profiles}
        search = Search(field, profiles)
        self._context = Context(vocabulary=search.vocabulary, subject=search.subject)
        self._matcher = Matcher(glossary)

    def case(self, query: Query, *, foreign: bool) -> Iterator[Case]:
        """No case where the name alone is no match, or where the text says nothing."""
        found = self._matcher.match(replace(query, text="")).candidates
        if not found or found[0].score < SAME_FROM:
            return
        told = marks(query.text, of_query(query, self._field), self._terms[found[0].term], self._context)
        if told:
            yield Case(foreign, (1.0, *told))


def bare(glossary: Glossary) -> Glossary:
    """A glossary of names and definitions, such as most are."""
    kept = ("slug", "name", "definition", "topics", "origin", "abbreviations", "aliases", "related")
    terms = tuple(Term(**{name: getattr(term, name) for name in kept}) for term in glossary.terms)
    return replace(glossary, terms=terms, sources=tuple(replace(one, entries=()) for one in glossary.sources))


def cases(whole: Glossary, folder: Path) -> Iterator[Case]:
    for source in {source.id: source for source in whole.sources}.values():
        beside = Beside(replace(whole, sources=tuple(one for one in whole.sources if one is not source)))
        for query in from_documents(folder).queries:
            if query.source == source.id:
                yield from beside.case(query, foreign=False)
    beside = Beside(whole)
    for sign, name, text in rows("texts.tsv"):
        yield from beside.case(Query(name=name, text=text), foreign=sign == "!")


def fitted(found: Sequence[Case]) -> list[float]:
    """Logistic regression by Newton's method (iteratively reweighted least squares)."""
    size, foreign = len(found[0].marks), sum(case.foreign for case in found)
    weights = [0.0] * size
    for _ in range(_ROUNDS):
        gradient = [-_SHRINK * weight for weight in weights]
        curve = [[_SHRINK * (row == column) for column in range(size)] for row in range(size)]
        for case in found:
            share = 0.5 * len(found) / (foreign if case.foreign else len(found) - foreign)
            odds = sum(weight * mark for weight, mark in zip(weights, case.marks, strict=True))
            likely = 1 / (1 + math.exp(-odds))
            for row, mark in enumerate(case.marks):
                gradient[row] += share * (case.foreign - likely) * mark
                for column, other in enumerate(case.marks):
                    curve[row][column] += share * likely * (1 - likely) * mark * other
        weights = [weight + step for weight, step in zip(weights, solved(curve, gradient), strict=True)]
    return weights


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss elimination; the matrix is positive definite, so no pivot is 0."""
    size = len(right)
    rest = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(size):
        rest[at] = [value / rest[at][at] for value in rest[at]]
        for other in range(size):
            if other != at:
                times = rest[other][at]
                rest[other] = [a - times * b for a, b in zip(rest[other], rest[at], strict=True)]
    return [row[size] for row in rest]


def show(name: str, weights: Sequence[float], found: Sequence[Case]) -> None:
    print(f"  {name}")
    for foreign, what in ((True, "foreign texts"), (False, "true texts")):
        odds = [
            sum(weight * mark for weight, mark in zip(weights, case.marks, strict=True))
            for case in found
            if case.foreign is foreign
        ]
        asked = sum(one >= FOREIGN_FROM for one in odds)
        print(f"    {what:14} {len(odds):4}, asked {asked:4} ({asked / len(odds):.3f})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--sources", type=Path, required=True, help="folder of raw documents, one file a source"
    )
    folder = parser.parse_args().sources
    whole = load(disk.read_tree(BASE).files).glossary
    full, small = (list(cases(glossary, folder)) for glossary in (whole, bare(whole)))
    for name, weights in (("in the code", (START, *PER_MARK)), ("fitted anew", fitted([*full, *small]))):
        print(f"{name}: {', '.join(f'{weight:.2f}' for weight in weights)}")
        show("the shipped glossary", weights, full)
        show("its names and definitions alone", weights, small)


if __name__ == "__main__":
    main()
