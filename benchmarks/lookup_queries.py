"""The labelled queries of benchmarks/data/lookup, and when an answer to one is right.

A line is `class <tab> query <tab> expected`; one that begins "# corpus: " names the corpus that the labels were
written for. Expected is "-" for nothing, "a,b" for either of two terms,
"a+b|a+c" for both terms of one of two pairs, "a#formula" for a term opened at one of its parts.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "data/lookup"
CORPUS = "# corpus: "
ABOUT_THE_CORPUS = ("words.tsv", "slips.tsv", "questions.tsv", "meaning.tsv", "nothing.tsv")
ALTERNATING = ("fresh.tsv",)  # every second line is only reported
CODES = ("identifiers.tsv",)
NOTHING = "-"
GROUPS: Mapping[str, tuple[str, ...]] = {
    "labels": (
        *("exact", "abbreviation", "alias", "first letters", "partial", "word order", "definition"),
        *("one slip", "two slips", "half-typed slip", "misspelling", "spelling variant"),
    ),
    "questions": ("question", "two", "facet"),
    "identifiers": ("identifier",),
    "meaning": ("paraphrase", "synonym"),
    "nothing": ("near miss", "out of scope"),
}

Answer = Sequence[tuple[str, str, bool]]  # (slug, part of the term, whether it stands chosen), best first
Score = tuple[bool, bool]  # right at the first place, right among the first three


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    kind: str
    text: str
    expected: str
    half: str = ""  # tune | report

    def score(self, answer: Answer, with_parts: bool) -> Score:
        """``with_parts``: the first result must also open at the part that was asked for.

        Where no term answers: nothing may stand chosen, and nothing be shown.
        """
        slugs = [slug for slug, *_ in answer]
        if self.expected == NOTHING:
            return not any(chosen for *_, chosen in answer[:1]), not slugs
        if "+" in self.expected:
            pairs = [set(pair.split("+")) for pair in self.expected.split("|")]
            return any(pair <= set(slugs[:2]) for pair in pairs), any(
                pair <= set(slugs[:3]) for pair in pairs
            )
        terms, _, part = self.expected.partition("#")
        wanted = set(terms.split(","))
        first = bool(wanted & set(slugs[:1]))
        return first and (not with_parts or not part or answer[0][1] == part), bool(wanted & set(slugs[:3]))


def read(name: str) -> Iterator[Query]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, text, expected = line.split("\t")
            yield Query(kind=kind, text=text, expected=expected)


def corpus() -> str:
    """The one corpus that the files of queries name, as a path from the repository's root."""
    texts = [
        (FOLDER / name).read_text(encoding="utf-8") for name in (*ABOUT_THE_CORPUS, *ALTERNATING, *CODES)
    ]
    marked = [line for text in texts for line in text.splitlines() if line.startswith(CORPUS)]
    [named] = {line.removeprefix(CORPUS) for line in marked}
    assert len(marked) == len(texts), "each file of queries names its corpus"
    return named


def in_halves(queries: Iterable[Query]) -> Iterator[Query]:
    """Every second query of a class, in the order of their digests, is only reported."""
    by_kind: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        by_kind[query.kind].append(query)
    for same in by_kind.values():
        same.sort(key=lambda query: hashlib.sha256(query.text.encode()).digest())
        yield from (replace(query, half="report" if i % 2 else "tune") for i, query in enumerate(same))


def in_turn(queries: Iterable[Query]) -> Iterator[Query]:
    """Every second query is only reported."""
    return (replace(query, half="report" if i % 2 else "tune") for i, query in enumerate(queries))


def about_the_corpus() -> list[Query]:
    return [
        *in_halves(query for name in ABOUT_THE_CORPUS for query in read(name)),
        *in_turn(query for name in ALTERNATING for query in read(name)),
    ]


def about_identifiers() -> list[Query]:
    """For the corpus with the codes of identifiers.yaml in it."""
    return list(in_halves(query for name in CODES for query in read(name)))
