"""{path: bytes} to the glossary and everything that is wrong with the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from site_gen import names, yamltext
from site_gen.model import (
    Contrast,
    Entry,
    Glossary,
    Link,
    Metric,
    Origin,
    Path,
    Source,
    Stop,
    Term,
    Topic,
)
from site_gen.problem import Problem
from site_gen.read import Reader
from site_gen.schema import PATH, SOURCE, TERM, TOPIC

T = TypeVar("T")

ROOT = "glossary/"
TERMS, SOURCES, PAGES = ROOT + "terms/", ROOT + "sources/", ROOT + "pages/"
TOPICS, PATHS, REDIRECTS = ROOT + "topics.yaml", ROOT + "paths.yaml", ROOT + "redirects.yaml"
IMPORT_RULES = ".import.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The glossary as far as it could be read; ``unread`` are the slugs of term files that could not."""

    glossary: Glossary
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()


def load(tree: Mapping[str, bytes]) -> Loaded:
    """Read every file of the corpus. Never raises on what a file holds: that becomes a problem."""
    problems: list[Problem] = list(_file_names(tree))
    unread: set[str] = set()
    terms = []
    for path in _under(tree, TERMS):
        term = _one(tree, path, _term, problems)
        if term is None:
            unread.add(_stem(path))
        else:
            terms.append(term)
    sources = [
        source
        for path in _under(tree, SOURCES)
        if not path.endswith(IMPORT_RULES) and (source := _one(tree, path, _source, problems)) is not None
    ]
    redirects, redirects_origin = _one(tree, REDIRECTS, _redirects, problems) or ({}, Origin(path=REDIRECTS))
    glossary = Glossary(
        terms=tuple(sorted(terms, key=lambda term: term.slug)),
        topics=_one(tree, TOPICS, _topics, problems) or (),
        sources=tuple(sources),
        paths=_one(tree, PATHS, _paths, problems) or (),
        redirects=redirects,
        redirects_origin=redirects_origin,
        pages={path.removeprefix(PAGES): data for path, data in tree.items() if path.startswith(PAGES)},
    )
    return Loaded(glossary=glossary, problems=tuple(problems), unread=frozenset(unread))


def _one(
    tree: Mapping[str, bytes],
    path: str,
    build: Callable[[Reader, yamltext.Node | None], T],
    problems: list[Problem],
) -> T | None:
    """One file through decode, parse and build; None where it is absent or not readable."""
    if path not in tree:
        return None
    text, problem = yamltext.decode(tree[path], path)
    if problem:
        problems.append(problem)
        return None
    node, found = yamltext.parse(text, path)
    if found:
        problems.extend(found)
        return None
    reader = Reader(path)
    value = build(reader, node)
    problems.extend(reader.problems)
    return value


def _term(reader: Reader, node: yamltext.Node | None) -> Term:
    values = reader.record(node, TERM, what="the term")
    metric = values.pop("metric", None)
    contrast = values.pop("contrast", {})
    links = values.pop("links", ())
    return Term(
        slug=_stem(reader.path),
        origin=Origin(path=reader.path, lines=reader.lines),
        name=values.pop("name", ""),
        definition=values.pop("definition", ""),
        topics=values.pop("topics", ()),
        metric=Metric(**_filled(metric, METRIC_BLANK)) if metric else None,
        contrast=tuple(_contrast(slug, value) for slug, value in contrast.items()),
        links=tuple(Link(**_filled(link, {"to": ""})) for link in links),
        **values,
    )


METRIC_BLANK: Mapping[str, Any] = {"formula": "", "unit": "", "better": "range", "parts": {}, "worked": {}}


def _filled(values: Mapping[str, Any], blank: Mapping[str, Any]) -> dict[str, Any]:
    """The values with something for each required field, whose absence is already a problem."""
    return {**blank, **values}


def _contrast(slug: str, value: str | Mapping[str, Any]) -> Contrast:
    if isinstance(value, str):
        return Contrast(to=slug, difference=value)
    return Contrast(to=slug, **_filled(value, {"difference": ""}))


def _source(reader: Reader, node: yamltext.Node | None) -> Source:
    values = reader.record(node, SOURCE, what="the source")
    return Source(
        id=_stem(reader.path),
        origin=Origin(path=reader.path, lines=reader.lines),
        entries=tuple(Entry(**_filled(entry, {"name": ""})) for entry in values.pop("entries", ())),
        title=values.pop("title", _stem(reader.path)),
        **values,
    )


def _topics(reader: Reader, node: yamltext.Node | None) -> tuple[Topic, ...]:
    return tuple(Topic(**_filled(values, {"id": "", "name": ""})) for values in reader.records(node, TOPIC))


def _paths(reader: Reader, node: yamltext.Node | None) -> tuple[Path, ...]:
    return tuple(_path(values) for values in reader.records(node, PATH))


def _path(values: dict[str, Any]) -> Path:
    stops = tuple(Stop(**stop) for stop in values.pop("stops", ()))
    return Path(stops=stops, **_filled(values, {"id": "", "title": ""}))


def _redirects(reader: Reader, node: yamltext.Node | None) -> tuple[Mapping[str, str], Origin]:
    found = reader.slugs(node) if node is not None else {}
    return found, Origin(path=reader.path, lines=reader.lines)


def _stem(path: str) -> str:
    return PurePosixPath(path).name.removesuffix(".yaml")


def _under(tree: Mapping[str, bytes], folder: str) -> Iterator[str]:
    """The files right in a folder that can be corpus files, in the order of their names."""
    for path in sorted(tree):
        if path.startswith(folder) and path.endswith(".yaml") and "/" not in path[len(folder) :]:
            yield path


def _file_names(tree: Mapping[str, bytes]) -> Iterator[Problem]:
    """Names in glossary/ that are no address, that no rule reads, or that differ only in case."""
    seen: dict[str, str] = {}
    for path in sorted(tree):
        if path.startswith(PAGES):
            continue
        first = seen.setdefault(path.casefold(), path)
        if first != path:
            yield _bad_name(
                path, f"the name differs from {first} only in case", "rename one of the two", "same-file-name"
            )
        yield from _file_name(path)


def _file_name(path: str) -> Iterator[Problem]:
    if path in (TOPICS, PATHS, REDIRECTS):
        return
    for folder in (TERMS, SOURCES):
        if path.startswith(folder):
            name = path[len(folder) :]
            ending = IMPORT_RULES if folder == SOURCES and name.endswith(IMPORT_RULES) else ".yaml"
            stem = name.removesuffix(ending)
            if name.endswith(ending) and names.is_slug(stem):
                return
            meant = names.slug(PurePosixPath(name).stem)
            hint = (
                f"rename it to {meant}.yaml" if meant else "use lower-case letters, digits and single hyphens"
            )
            yield _bad_name(path, f"'{name}' is no file name for the corpus, expected <slug>.yaml", hint)
            return
    known = "terms/, sources/, pages/, topics.yaml, paths.yaml, redirects.yaml"
    yield _bad_name(path, "nothing reads this file", f"glossary/ holds {known}")


def _bad_name(path: str, message: str, hint: str, code: str = "file-name") -> Problem:
    return Problem(path=path, line=1, code=code, message=message, hint=hint)
