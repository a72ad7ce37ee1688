"""The problems that a change brings in: the same as if every rule judged the whole corpus twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from hypothesis import given
from hypothesis import strategies as some

from helpers.corpora import ROOT
from helpers.tried import tried
from site_gen.checks.corpus import Corpus, corpus_of
from site_gen.checks.rules import CHECKS
from site_gen.checks.rules.editorial import EDITORIAL, OF_EACH_AND_NAMES, OF_EACH_TERM
from site_gen.checks.run import judge
from site_gen.corpus.disk import Tree, read_tree
from site_gen.corpus.load import load
from site_gen.editing.new_problems import after, new_problems
from site_gen.model.problem import Problem
from site_gen.model.records import Site

SITE = Site(english="american")
TERM = re.compile(r"glossary/terms/b")  # a few: texts that name terms which are not there are wrong
WRONG = (  # what a change may write at the end of a term: for rules on a term, names, all terms, reading
    "say_to_customer: It will be there by 5 pm on Monday, and I am sure that we will see it then.",
    "search_as: ['one, two', why is it red]",
    "related: [nowhere]",
    "aliases: [colour, as regards, call back]",
    "aliases: [Churn rate]",
    "status: deprecated",
    "autolink: false",
    "no_field: x",
    "broken: [",
    "details: We are travelling in a seamless colour, with 45 percent of apples, pears and plums, as regards it.",
    "definition: It refers to the colour when travelling, in order to get apples, pears and plums at 3 pm.",
)
FIELD = re.compile(rb"^(\w+):", re.MULTILINE)


@cache
def base() -> Tree:
    """A part of the base corpus in which every third term has something wrong already."""
    files = dict(read_tree(ROOT / "benchmarks" / "corpora" / "base").files)
    kept = {path: data for path, data in files.items() if "/terms/" not in path or TERM.match(path)}
    for number, path in enumerate(terms(kept)[::3]):
        kept[path] = written(kept[path], WRONG[number % len(WRONG)])
    return Tree(files=kept)


def terms(files: Iterable[str]) -> list[str]:
    return sorted(path for path in files if "/terms/" in path)


def written(data: bytes, line: str) -> bytes:
    """A term with a field that it did not have, or in the place of the one that it had."""
    name = line.partition(":")[0].encode()
    parts = re.split(rb"^(?=\w)", data, flags=re.MULTILINE)
    return b"".join(part for part in parts if not part.startswith(name + b":")) + line.encode() + b"\n"


@cache
def judged(changes: tuple[tuple[str, bytes | None], ...]) -> Counter[tuple[str, ...]]:
    problems, _ = judge(Tree(files=after(base().files, dict(changes))), SITE, (*CHECKS, *EDITORIAL))
    return told(problems)


def told(problems: Iterable[Problem]) -> Counter[tuple[str, ...]]:
    """What problems say, but for their lines and numbers, which move."""
    return Counter((one.path, one.code, one.severity, re.sub(r"\d+", "", one.message)) for one in problems)


EDITS = some.lists(
    some.tuples(some.integers(0, 60), some.sampled_from(("gone", "copied", *WRONG))), min_size=1, max_size=3
)


@given(edits=EDITS)
@tried(30)
def test_what_is_new_is_what_the_whole_check_finds_more(edits: list[tuple[int, str]]) -> None:
    paths, files = terms(base().files), base().files
    changes: dict[str, bytes | None] = {}
    for number, edit in edits:
        path = paths[number % len(paths)]
        if edit == "gone":
            changes[path] = None
        elif edit == "copied":
            changes[path.replace(".yaml", "-again.yaml")] = files[path]
        else:
            changes[path] = written(changes.get(path) or files[path], edit)
    found = told(new_problems(base(), changes, SITE, {}))
    assert found == judged(tuple(changes.items())) - judged(())


def test_rules_on_each_term_find_the_same_in_each_alone() -> None:
    """Of the corpus as it is, and of each term with everything wrong that one may have."""
    files = base().files
    wrong = {path: files[path] for path in terms(files)}
    for line in (*WRONG[:2], *WRONG[-2:]):
        wrong = {path: written(data, line) for path, data in wrong.items()}
    seen = set()
    for changed in ({}, wrong, *({path: written(files[path], WRONG[-2])} for path in terms(files)[:3])):
        corpus: Corpus = corpus_of(load({**files, **changed}), SITE)
        for rule in OF_EACH_TERM | OF_EACH_AND_NAMES:
            alone = Counter(
                problem for term in corpus.glossary.terms for problem in rule(corpus.only({term.slug}))
            )
            assert alone == Counter(rule(corpus)), rule.__name__
            seen.update({rule} if alone else ())
    assert len(seen) > 6, "rules that find nothing prove nothing"
