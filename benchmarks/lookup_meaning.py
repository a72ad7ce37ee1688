"""What the lookup makes of queries that say what is meant, and of queries that no term answers.

Each file of queries names the corpus that it was labelled on. All are asked twice: by words alone, and by meaning
too, with the pieces that a page would have loaded for each.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from site_gen.corpus.disk import read_tree
from site_gen.corpus.load import load
from site_gen.model import names
from site_gen.model.ranges import expanded
from site_gen.model.records import Glossary, Site
from site_gen.pages.data.lookup_js import leaned_on
from site_gen.pages.data.meaning_js import DATA, meaning_files, piece_path
from site_gen.pages.lookup import lookup_data
from site_gen.text.links import link

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "benchmarks/data/lookup"

Line = tuple[str, str, frozenset[str]]  # class or group, query, terms
Results = Sequence[Mapping[str, Any]]


def read(name: str) -> tuple[Glossary, list[Line]]:
    """The corpus that a file of queries names, and its lines in order: odd ones to tune on."""
    text = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    [corpus] = [line.removeprefix("# corpus: ") for line in text if line.startswith("# corpus: ")]
    lines = (line.split("\t") for line in text if not line.startswith("#"))
    return load(read_tree(ROOT / corpus).files).glossary, [
        (group, query, frozenset(terms.split(","))) for group, query, terms in lines
    ]


def answers(page: Page, glossary: Glossary, queries: Sequence[str]) -> list[tuple[Results, Results, int]]:
    """For each query: found by words, found by meaning too, bytes of the pieces that it loads, gzipped."""
    files = meaning_files(glossary, Site())
    page.evaluate(
        "(data) => { glossary.asked = glossary.createLookup(data); }",
        lookup_data(glossary, leaned_on(link(glossary))),
    )
    search = "(queries) => queries.map((query) => glossary.asked.search(query))"
    by_words = page.evaluate(search, list(queries))
    page.evaluate("delete glossary.meaning")
    page.add_script_tag(content=files[DATA])
    needed = page.evaluate(
        "(queries) => queries.map((query) => glossary.meaning.needs(query))", list(queries)
    )
    page.evaluate("glossary.asked.understand(glossary.meaning)")
    sizes = {name: len(gzip.compress(files[piece_path(name)].encode(), 6)) for name in set().union(*needed)}
    by_meaning = []
    for query, pieces in zip(queries, needed, strict=True):
        page.evaluate("glossary.meaning.words = {}")
        for name in pieces:
            page.evaluate("(code) => (0, eval)(code)", files[piece_path(name)])
        by_meaning.extend(page.evaluate(search, [query]))
    return [
        (words, both, sum(sizes[name] for name in pieces))
        for words, both, pieces in zip(by_words, by_meaning, needed, strict=True)
    ]


def share(hits: Sequence[bool]) -> float:
    return 100 * sum(hits) / max(1, len(hits))


def lines(page: Page) -> Iterator[str]:
    """The table, a half a column."""
    for name in (
        *(
            f"{stem}-meaning.tsv"
            for stem in ("base", "desk", "blind", "hurry", "rush", "floor", "midcall", "newhire")
        ),
        "desk-begun.tsv",
        "hurry-slips.tsv",
        "rush-slips.tsv",
        "floor-slips.tsv",
        "midcall-slips.tsv",
        "newhire-slips.tsv",
    ):
        yield from of_meaning(page, name)
    without = (
        "base-no-term",
        "base-other-fields",
        "near-labels",
        "desk-no-term",
        "blind-no-term",
        "hurry-no-term",
        "rush-no-term",
        "floor-no-term",
        "floor-other-fields",
        "midcall-no-term",
        "midcall-other-fields",
        "newhire-no-term",
        "newhire-other-fields",
    )
    for name in (f"{stem}.tsv" for stem in without):
        yield from of_nothing(page, name)
    yield from of_labels(page, "true-labels.tsv")
    for stem in ("desk", "blind", "hurry", "rush", "floor", "midcall", "newhire"):
        yield from of_several(page, f"{stem}-several.tsv")


def of_meaning(page: Page, name: str) -> Iterator[str]:
    """How often a right term stands first, and in the first three, by words and by meaning too."""
    glossary, asked = read(name)
    found = answers(page, glossary, [query for _, query, _ in asked])
    yield f"what is meant ({name}), {len(asked)} queries: first / first three, per cent; tuning half, reported half"
    for kind in (*dict.fromkeys(kind for kind, _, _ in asked), ""):
        for way, title in enumerate(("by words", "by meaning")):
            cells = []
            for half in range(2):
                here = [
                    ([one["slug"] for one in results[way]], terms)
                    for (group, _, terms), results in list(zip(asked, found, strict=True))[half::2]
                    if kind in ("", group)
                ]
                cells += [
                    share([bool(terms & set(slugs[:most])) for slugs, terms in here]) for most in (1, 3)
                ]
            yield f"  {kind or 'ALL':12}{title:14}{cells[0]:.1f} / {cells[1]:.1f}   {cells[2]:.1f} / {cells[3]:.1f}"
    yield f"  bytes loaded for a query at most: {max(size for *_, size in found)}"


def of_several(page: Page, name: str) -> Iterator[str]:
    """How often all terms of a query stand in front, in a list no longer than they are or three.

    Where a query has "a/b" for one of them, either is right.
    """
    glossary, asked = read(name)
    hits = [
        all({one["slug"] for one in both[: max(len(terms), 3)]} & {*either.split("/")} for either in terms)
        for (_, _, terms), (_, both, _) in zip(
            asked, answers(page, glossary, [query for _, query, _ in asked]), strict=True
        )
    ]
    yield f"several terms ({name}), {len(asked)} queries: all in front, per cent; tuning half, reported half"
    yield f"  {'by meaning':26}{share(hits[::2]):.1f}   {share(hits[1::2]):.1f}"


def of_labels(page: Page, name: str) -> Iterator[str]:
    """How often the right term stands first and chosen, by words and by meaning."""
    glossary, asked = read(name)
    found = answers(page, glossary, [query for _, query, _ in asked])
    yield f"labels ({name}), {len(asked)} queries: first and chosen, per cent; tuning half, reported half"
    for way, title in enumerate(("by words", "by meaning")):
        hits = [
            bool(results[way]) and results[way][0]["chosen"] and results[way][0]["slug"] in terms
            for (_, _, terms), results in zip(asked, found, strict=True)
        ]
        yield f"  {title:26}{share(hits[::2]):.1f}   {share(hits[1::2]):.1f}"


def of_nothing(page: Page, name: str) -> Iterator[str]:
    """How often queries that no term answers get none, and none chosen; in each group and in all.

    Queries that a term has by now, as a label or as what people type for it, are not counted.
    """
    glossary, asked = read(name)
    known = {
        names.key(text)
        for term in glossary.terms
        for text in chain((label for _, label in term.labels()), *map(expanded, term.search_as))
    }
    found = answers(page, glossary, [query for _, query, _ in asked])
    yield f"no term ({name}), {len(asked)} queries: nothing shown / nothing chosen, per cent; tuning half, reported half"
    for group in (*dict.fromkeys(group for group, _, _ in asked), ""):
        cells = []
        for half in range(2):
            here = [
                both
                for (other, query, _), (_, both, _) in list(zip(asked, found, strict=True))[half::2]
                if group in ("", other) and names.key(query) not in known
            ]
            cells += [
                share([not both for both in here]),
                share([not (both and both[0]["chosen"]) for both in here]),
            ]
        yield f"  {group or 'ALL':26}{cells[0]:.1f} / {cells[1]:.1f}   {cells[2]:.1f} / {cells[3]:.1f}"
