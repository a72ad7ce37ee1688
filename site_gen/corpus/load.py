"""{path: bytes} to the glossary and everything that is wrong with the files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from site_gen.catalog import Text
from site_gen.corpus.adopted import adopted
from site_gen.corpus.import_rules import read_rules
from site_gen.corpus.layout import (
    IMPORT_RULES,
    OWNERS,
    PAGES,
    PATHS,
    PLAIN_WORDS,
    REDIRECTS,
    SOURCES,
    TERMS,
    TOPICS,
    UPSTREAM,
    WORDS,
    file_names,
    meant_slug,
)
from site_gen.corpus.page_words import read_words
from site_gen.corpus.reader import Reader
from site_gen.corpus.scalars import short
from site_gen.corpus.yaml import parse
from site_gen.model.memo import AFRESH, Memo
from site_gen.model.problem import Problem, errors
from site_gen.model.records import (
    Contrast,
    Diagram,
    Entry,
    Glossary,
    Link,
    Metric,
    Origin,
    Owner,
    Path,
    Source,
    Stop,
    Term,
    Topic,
)
from site_gen.model.schema import PATH, SOURCE, TERM, TOPIC
from site_gen.model.suggest import did_you_mean

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The glossary as far as it could be read.

    ``unread`` are the slugs of term files that could not, ``topics_read`` tells whether all topics could:
    what names them is not wrong for that.
    """

    glossary: Glossary
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()
    topics_read: bool = True


def load(tree: Mapping[str, bytes], unread: Iterable[str] = (), memo: Memo = AFRESH) -> Loaded:
    """Read every file of the corpus. Never raises on what a file holds: that becomes a problem.

    ``unread`` are paths of files that are there and that the disk did not hand out. ``memo`` keeps what was
    read from each file, by its bytes.
    """
    problems: list[Problem] = list(file_names(tree, unread))
    misnamed = {problem.path for problem in problems}
    terms = [term for path in _under(tree, TERMS) if (term := _one(tree, path, _term, problems, memo))]
    sources = _sources(tree, problems, memo)
    redirects, redirects_origin = _one(tree, REDIRECTS, _redirects, problems) or ({}, Origin(path=REDIRECTS))
    edition = tree.get(UPSTREAM, b"")
    words, words_origin = _one(tree, WORDS, read_words, problems) or ({}, Origin(path=WORDS))
    topics = _one(tree, TOPICS, _topics, problems)
    glossary = Glossary(
        terms=tuple(sorted(terms, key=lambda term: term.slug)),
        topics=topics or (),
        sources=sources,
        paths=_one(tree, PATHS, _paths, problems) or (),
        owners=_one(tree, OWNERS, _owners, problems) or (),
        redirects=redirects,
        plain_words=_one(tree, PLAIN_WORDS, _plain_words, problems) or {},
        redirects_origin=redirects_origin,
        words=words,
        words_origin=words_origin,
        pages={path.removeprefix(PAGES): data for path, data in tree.items() if path.startswith(PAGES)},
        adopted=memo.made("adopted", UPSTREAM, (edition,), lambda: adopted(edition)),
    )
    read = {term.origin.path for term in terms} - misnamed  # each under the slug that it is meant for
    meant = {meant_slug(path) for path in tree if path.startswith(TERMS) and path not in read}
    return Loaded(
        glossary=glossary,
        problems=tuple(problems),
        unread=frozenset(meant.difference(term.slug for term in terms)),
        topics_read=_all_read(topics, problems),
    )


def _sources(tree: Mapping[str, bytes], problems: list[Problem], memo: Memo) -> tuple[Source, ...]:
    for path in _under(tree, SOURCES, IMPORT_RULES):
        _one(tree, path, read_rules, problems, memo)  # for what is wrong with them
    paths = (path for path in _under(tree, SOURCES) if not path.endswith(IMPORT_RULES))
    return tuple(source for path in paths if (source := _one(tree, path, _source, problems, memo)))


def load_words(data: bytes) -> Mapping[str, Text]:
    """The desk's own texts of the pages, as far as they are sound; ``load`` tells what is not."""
    found = _one({WORDS: data}, WORDS, read_words, [])
    return found[0] if found else {}


def load_term(path: str, data: bytes) -> Term | None:
    """One term by itself; None where its file has an error, so that what it says is not known."""
    problems: list[Problem] = []
    term = _one({path: data}, path, _term, problems)
    return None if errors(problems) else term


def _all_read(topics: tuple[Topic, ...] | None, problems: list[Problem]) -> bool:
    """Whether a topic that is not here is nowhere: a broken file or a topic without an id leaves it open."""
    wrong = any(problem.path == TOPICS and problem.severity == "error" for problem in problems)
    return not wrong or bool(topics and all(topic.id for topic in topics))


def _one(
    tree: Mapping[str, bytes],
    path: str,
    build: Callable[[Reader, parse.Node | None], T],
    problems: list[Problem],
    memo: Memo = AFRESH,
) -> T | None:
    """One file through decode, parse and build; None where it is absent or not readable."""
    if path not in tree:
        return None
    value, found = memo.made("load", path, (tree[path],), lambda: _read(tree[path], path, build))
    problems.extend(found)
    return value


def _read(
    data: bytes, path: str, build: Callable[[Reader, parse.Node | None], T]
) -> tuple[T | None, tuple[Problem, ...]]:
    text, problem = parse.decode(data, path)
    if problem:
        return None, (problem,)
    node, found = parse.parse(text, path)
    if node is None and errors(found):
        return None, tuple(found)
    reader = Reader(path)
    value = build(reader, node)
    return value, (*found, *reader.problems)


def _term(reader: Reader, node: parse.Node | None) -> Term:
    values = reader.record(node, TERM, what="the term")
    metric = values.get("metric")
    diagram = values.get("diagram")
    contrast = values.get("contrast", {})
    links = values.get("links", ())
    made = {
        "slug": _stem(reader.path),
        "origin": Origin(path=reader.path, lines=reader.lines),
        "metric": Metric(**_filled(metric, METRIC_BLANK)) if metric else None,
        "diagram": _diagram(reader, diagram) if diagram else None,
        "contrast": tuple(_contrast(reader, slug, value) for slug, value in contrast.items()),
        "links": tuple(Link(**_filled(link, {"to": ""})) for link in links),
    }
    return Term(**{**_TERM_BLANK, **values, **made})


def _diagram(reader: Reader, values: Mapping[str, Any]) -> Diagram:
    """The states and arrows; an arrow between other words than the states is told and left out."""
    states, arrows = values.get("states", ()), values.get("arrows", ())
    kept = []
    for place, arrow in enumerate(arrows):
        unknown = [end for end in arrow[:2] if end not in states]
        if not unknown:
            kept.append(arrow)
        elif states:
            reader.problem(
                reader.lines.get(f"diagram.arrows.{place}", 1),
                "wrong-value",
                f"an arrow of the diagram names '{short(unknown[0])}', which is not among its states",
                did_you_mean(unknown[0], states, "add it to 'states'"),
            )
    return Diagram(states=states, arrows=tuple(kept))


_TERM_BLANK: Mapping[str, Any] = {"name": "", "definition": "", "topics": ()}
METRIC_BLANK: Mapping[str, Any] = {"formula": "", "unit": "", "better": "range", "parts": {}, "worked": {}}


def _filled(values: Mapping[str, Any], blank: Mapping[str, Any]) -> dict[str, Any]:
    """The values with something for each required field, whose absence is already a problem."""
    return {**blank, **values}


def _contrast(reader: Reader, to: str, value: str | Mapping[str, Any]) -> Contrast:
    """A contrast in any of its forms: a sentence, a scene for each of the two, or one with what it fits."""
    if isinstance(value, str):
        return Contrast(to=to, difference=value)
    scene, fits, both = value.get("scene", ""), value.get("fits", ""), value.get("scenes", {})
    if both and (scene or fits):
        reader.problem(
            reader.lines[f"contrast.{to}.scenes"],
            "contrast-scene",
            "'scenes' stands beside 'scene' or 'fits', its older form",
            "keep 'scenes', with a scene for each of the two",
        )
    older = {fits: scene} if scene or fits else {}
    scenes = {_stem(reader.path): both.get("own", ""), to: both.get("other", "")} if both else older
    return Contrast(to=to, difference=value.get("difference", ""), scenes=scenes)


def _source(reader: Reader, node: parse.Node | None) -> Source:
    values = reader.record(node, SOURCE, what="the source")
    return Source(
        id=_stem(reader.path),
        origin=Origin(path=reader.path, lines=reader.lines),
        entries=tuple(Entry(**_filled(entry, {"name": ""})) for entry in values.pop("entries", ())),
        title=values.pop("title", _stem(reader.path)),
        **values,
    )


def _topics(reader: Reader, node: parse.Node | None) -> tuple[Topic, ...]:
    return tuple(Topic(**_filled(values, {"id": "", "name": ""})) for values in reader.records(node, TOPIC))


def _paths(reader: Reader, node: parse.Node | None) -> tuple[Path, ...]:
    return tuple(_path(values) for values in reader.records(node, PATH))


def _path(values: dict[str, Any]) -> Path:
    stops = tuple(Stop(**stop) for stop in values.pop("stops", ()))
    return Path(stops=stops, pass_mark=values.pop("pass", 0), **_filled(values, {"id": "", "title": ""}))


def _owners(reader: Reader, node: parse.Node | None) -> tuple[Owner, ...]:
    origin = Origin(path=reader.path, lines=reader.lines)
    found = reader.owners(node) if node is not None else {}
    return tuple(Owner(name=name, origin=origin, **values) for name, values in found.items())


def _redirects(reader: Reader, node: parse.Node | None) -> tuple[Mapping[str, str], Origin]:
    found = reader.slugs(node) if node is not None else {}
    return found, Origin(path=reader.path, lines=reader.lines)


def _plain_words(reader: Reader, node: parse.Node | None) -> Mapping[str, str]:
    return reader.texts(node) if node is not None else {}


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yaml")


def _under(tree: Mapping[str, bytes], folder: str, ending: str = ".yaml") -> Iterator[str]:
    """The files right in a folder that can be corpus files, in the order of their names."""
    for path in sorted(tree):
        if path.startswith(folder) and path.endswith(ending) and "/" not in path[len(folder) :]:
            yield path
