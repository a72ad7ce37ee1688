"""Rules on single records: what must be there, and once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.corpus.load import Loaded
from site_gen.model import names
from site_gen.model.problem import Problem
from site_gen.model.records import Origin


def repeated_ids(loaded: Loaded) -> Iterator[Problem]:
    glossary = loaded.glossary
    yield from _repeated(((topic.id, topic.origin) for topic in glossary.topics), "topic")
    yield from _repeated(((path.id, path.origin) for path in glossary.paths), "path")
    yield from _repeated_names(((topic.name, "name", topic.origin) for topic in glossary.topics), "topic")
    yield from _repeated_names(((path.title, "title", path.origin) for path in glossary.paths), "path")


def _repeated(records: Iterable[tuple[str, Origin]], what: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for name, origin in records:
        if name and name in first:
            yield Problem(
                path=origin.path,
                line=origin.at("id"),
                code="repeated-id",
                message=f"{what} '{name}' stands twice; the first is in line {first[name]}",
                hint="give one of them another id",
            )
        first.setdefault(name, origin.at("id"))


def _repeated_names(records: Iterable[tuple[str, str, Origin]], what: str) -> Iterator[Problem]:
    """Two topics that readers cannot tell apart."""
    first: dict[str, int] = {}
    for name, field, origin in records:
        key = names.key(name)
        if key and key in first:
            yield Problem(
                path=origin.path, line=origin.at(field), code="repeated-name",
                message=f"another {what} is named like '{name}', in line {first[key]}",
                hint="give one of them another name",
            )  # fmt: skip
        first.setdefault(key, origin.at(field))


def repeated_entries(loaded: Loaded) -> Iterator[Problem]:
    """Source and name identify an entry, so a name can stand only once in a source."""
    for source in loaded.glossary.sources:
        first: dict[str, int] = {}
        for entry in source.entries:
            if entry.name and entry.name in first:
                yield Problem(
                    path=source.origin.path,
                    line=entry.origin.line,
                    code="repeated-entry",
                    message=f"'{entry.name}' stands twice; the first is in line {first[entry.name]}",
                    hint="join the two, or number the second: 'Name (2)'",
                )
            first.setdefault(entry.name, entry.origin.line)


def kept_text(loaded: Loaded) -> Iterator[Problem]:
    for source in loaded.glossary.sources:
        for entry in source.entries:
            if entry.text and not source.keep_text:
                yield Problem(
                    path=source.origin.path,
                    line=entry.origin.at("text"),
                    code="kept-text",
                    message=f"'{entry.name}' holds the source's text, but the source says keep_text: false",
                    hint="delete the text; 'says' holds our own words",
                )


def unclaimed_entries(loaded: Loaded) -> Iterator[Problem]:
    wrong = {
        (problem.path, problem.line) for problem in loaded.problems
    }  # a 'term' that is no slug is claimed
    for source in loaded.glossary.sources:
        for entry in source.entries:
            if not entry.term and entry.name and (source.origin.path, entry.origin.at("term")) not in wrong:
                yield Problem(
                    path=source.origin.path,
                    line=entry.origin.line,
                    code="unclaimed-entry",
                    message=f"'{entry.name}' belongs to no term yet",
                    hint="run 'glossary merge', or write the slug of its term as 'term:'",
                    severity="warning",
                )


def _places(loaded: Loaded) -> frozenset[tuple[str, int]]:
    """Where reading found a problem: what stands there is not missing as well."""
    return frozenset((problem.path, problem.line) for problem in loaded.problems)


def deprecation(loaded: Loaded) -> Iterator[Problem]:
    wrong = _places(loaded)
    for term in loaded.glossary.terms:
        line = term.origin.at("status")
        if term.status == "deprecated":
            if not term.since and (term.origin.path, term.origin.at("since")) not in wrong:
                yield Problem(
                    path=term.origin.path, line=line, code="deprecation",
                    message="a deprecated term has no 'since'", hint="add the date: since: 2026-11-21",
                )  # fmt: skip
            if not term.replaced_by and not term.why:
                yield Problem(
                    path=term.origin.path, line=line, code="deprecation",
                    message="a deprecated term says neither 'replaced_by' nor 'why'",
                    hint="add one of the two",
                )  # fmt: skip
            instead = loaded.glossary.by_slug.get(term.replaced_by)
            if instead and instead.status == "deprecated":
                yield Problem(
                    path=term.origin.path, line=term.origin.at("replaced_by"), code="deprecation",
                    message=f"'{instead.slug}', which is to replace it, is deprecated too",
                    hint="name a term that is in use",
                )  # fmt: skip
        elif term.since or term.replaced_by or term.why:
            field = next(name for name in ("since", "replaced_by", "why") if getattr(term, name))
            yield Problem(
                path=term.origin.path, line=term.origin.at(field), code="deprecation",
                message=f"'{field}' stands in a term that is not deprecated",
                hint="set status: deprecated, or delete it",
            )  # fmt: skip
