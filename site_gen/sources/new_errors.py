"""The errors that the changes of a merge would bring into a corpus, and the entries that cause them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from site_gen.checks.corpus import in_language
from site_gen.checks.rules import CHECKS, check
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.checks.run import rated
from site_gen.corpus.layout import TERMS
from site_gen.corpus.load import Loaded, load
from site_gen.model.problem import Problem, errors
from site_gen.model.records import Glossary, Rating
from site_gen.sources.decisions import Decision, Ref


class Wrong(NamedTuple):  # a tuple: it is unpacked wherever it is read
    """An error, the slug of its term ("" if it has none), and whether the definition causes it."""

    slug: str
    in_definition: bool
    problem: Problem


def new_errors(
    files: Mapping[str, bytes], changes: Mapping[str, bytes], severities: Mapping[str, Rating], language: str
) -> list[Wrong]:
    """The errors that ``check`` reports after the changes and not before."""

    def found(loaded: Loaded) -> tuple[Problem, ...]:
        return errors(rated(check(loaded, (*CHECKS, *EDITORIAL)), severities))

    loaded = loaded_in({**files, **changes}, language)
    after = found(loaded) if changes else ()
    before = (
        {(problem.path, problem.sentence()) for problem in found(loaded_in(files, language))}
        if after
        else set()
    )
    return [
        Wrong(slug, _is_of_definition(loaded.glossary, slug, problem), problem)
        for problem in after
        if (problem.path, problem.sentence()) not in before
        for slug in [problem.path.removeprefix(TERMS).removesuffix(".yaml")]
    ]


def loaded_in(files: Mapping[str, bytes], language: str) -> Loaded:
    """The corpus of the files, with the language of its site."""
    loaded = load(files)
    return replace(loaded, glossary=in_language(loaded.glossary, language))


def _is_of_definition(glossary: Glossary, slug: str, problem: Problem) -> bool:
    term = glossary.by_slug.get(slug)
    return term is not None and term.origin.lines.get("definition") == problem.line


def offences(found: Sequence[Wrong], drafts: Mapping[str, Ref]) -> Iterator[tuple[Ref, bool, str]]:
    """For each error of a draft: its first entry, whether the definition causes the error, and the reason."""
    for slug, in_definition, problem in found:
        why = f"no draft can be made of it: {problem.sentence()}"
        if slug in drafts:
            yield drafts[slug], in_definition, why
        else:
            yield from ((ref, False, why) for other, ref in drafts.items() if _names_term(problem, other))


def wrong_claims(found: Sequence[Wrong], decisions: Sequence[Decision]) -> Iterator[tuple[Ref, str]]:
    """The claimed entries of terms that an error is about, and the reason why the claims cannot stand."""
    for one in decisions:
        for slug, _, problem in found:
            if one.verdict.term and (one.verdict.term == slug or _names_term(problem, one.verdict.term)):
                yield (one.source, one.verdict.name), f"claimed, it would be an error: {problem.sentence()}"


def _names_term(problem: Problem, slug: str) -> bool:
    return f"{TERMS}{slug}.yaml" in problem.message or f"({slug})" in problem.message
