"""What a change would make wrong: the problems of the corpus after it that it did not have before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

from site_gen.checks.corpus import Corpus, corpus_of
from site_gen.checks.rules import CHECKS, OF_THE_SITE, Check
from site_gen.checks.rules.editorial import EDITORIAL, OF_EACH_AND_NAMES, OF_EACH_TERM
from site_gen.checks.run import judge, rated
from site_gen.corpus.disk import Tree
from site_gen.corpus.layout import TERMS
from site_gen.corpus.load import Loaded, load
from site_gen.model.memo import Memo
from site_gen.model.problem import Problem, errors, in_reading_order
from site_gen.model.records import Site, Term

_NUMBER = re.compile(r"\d+")


def after(files: Mapping[str, bytes], changes: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """The files as they would be."""
    merged = {**files, **changes}
    return {path: data for path, data in merged.items() if data is not None}


def new_problems(
    tree: Tree,
    changes: Mapping[str, bytes | None],
    site: Site,
    moved: Mapping[str, str],
    memo: Memo | None = None,
) -> tuple[Problem, ...]:
    """Errors and warnings that the change brings in; what was wrong before does not count.

    ``moved`` are slugs that the change gives up, with those that take their place. What the change leaves
    as it was is judged once, or not at all where ``memo`` knows it already, or no rule could find more there.
    """
    memo = memo or Memo()
    now, before = (
        corpus_of(load(files, (problem.path for problem in tree.problems), memo), site, memo)
        for files in (after(tree.files, changes), tree.files)
    )
    singly = _judged_singly(now, before, changes)
    found = list(_found(now, before, _rules(), singly))
    told = [rule for rule, problems in found if problems]  # the others take nothing from what is new
    earlier = in_reading_order(
        problem for _, problems in _found(before, now, told, singly) for problem in problems
    )
    known = Counter(_identity(problem, moved) for problem in rated(earlier, site.severities))
    later = in_reading_order(problem for _, problems in found for problem in problems)
    fresh = []
    for problem in rated(later, site.severities):
        identity = _identity(problem, {})
        if known[identity]:
            known[identity] -= 1
        else:
            fresh.append(problem)
    return tuple(fresh)


def new_errors(tree: Tree, changes: Mapping[str, bytes | None], site: Site) -> tuple[Problem, ...]:
    """Errors that the change brings in. The corpus before it is only judged if there is an error after it."""
    memo = Memo()
    later = Tree(files=after(tree.files, changes), problems=tree.problems)
    now, _ = judge(later, site, (*CHECKS, *EDITORIAL), memo)
    return errors(new_problems(tree, changes, site, {}, memo)) if errors(now) else ()


def _rules() -> tuple[Check, ...]:
    """All that is judged, reading and the settings of the site among it."""
    return (_read, *CHECKS, *EDITORIAL, *(partial(_of_the_site, rule) for rule in OF_THE_SITE))


def _read(corpus: Corpus) -> Iterator[Problem]:
    yield from corpus.problems


def _of_the_site(rule: Callable[[Loaded, Site], Iterator[Problem]], corpus: Corpus) -> Iterator[Problem]:
    return rule(corpus, corpus.site)


def _judged_singly(now: Corpus, before: Corpus, paths: Iterable[str]) -> frozenset[Check]:
    """The rules for which it is enough to judge the terms that differ: files of terms alone have changed."""
    if not all(path.startswith(TERMS) for path in paths):
        return frozenset()
    one, other = (list(map(_names, corpus.glossary.terms)) for corpus in (now, before))
    return OF_EACH_TERM | OF_EACH_AND_NAMES if one == other else OF_EACH_TERM


def _names(term: Term) -> tuple[object, ...]:
    return term.slug, term.status, term.autolink, *term.labels()


def _found(
    corpus: Corpus, other: Corpus, rules: Sequence[Check], singly: Collection[Check]
) -> Iterator[tuple[Check, list[Problem]]]:
    """What each rule finds; of those that judge terms singly, in the terms that the other corpus has not."""
    known = other.glossary.by_slug
    differ = corpus.only({term.slug for term in corpus.glossary.terms if known.get(term.slug) is not term})
    for rule in rules:
        yield rule, list(rule(differ if rule in singly else corpus))


def _identity(problem: Problem, moved: Mapping[str, str]) -> tuple[str, str, str, str]:
    """The same for one finding before and after lines have shifted and slugs have changed."""
    path, message = problem.path, problem.message
    for old, new in moved.items():
        path = path.replace(f"/{old}.yaml", f"/{new}.yaml")
        message = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, message)
    return path, problem.code, problem.severity, _NUMBER.sub("", message)
