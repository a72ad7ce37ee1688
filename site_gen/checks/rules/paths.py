"""Rules on learning paths."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from site_gen.checks.corpus import Corpus
from site_gen.corpus.layout import PATHS
from site_gen.corpus.load import Loaded
from site_gen.learning import paths, schedule
from site_gen.learning.reading_order import too_early
from site_gen.model import graph
from site_gen.model.problem import Problem, Severity
from site_gen.model.records import Path, Stop
from site_gen.model.suggest import did_you_mean

Step = str | int


def _problem(
    path: Path | Stop, code: str, message: str, hint: str, *at: Step, severity: Severity = "error"
) -> Problem:
    return Problem(
        path=path.origin.path, line=path.origin.at(*at) if at else path.origin.line, code=code,
        message=message, hint=hint, severity=severity,
    )  # fmt: skip


def stops(loaded: Loaded) -> Iterator[Problem]:
    """A stop is one thing to do, and each stands once in what a path writes itself."""
    for path in loaded.glossary.paths:
        seen: set[str] = set()
        for stop in path.stops:
            yield from _stop(stop)
            key = paths.stop_key(stop)
            if key in seen and (stop.term or stop.id):
                step = "term" if stop.term else "id"
                yield _problem(stop, "path-stop", f"'{key}' is a stop of this path already",
                               "delete one of the two", step)  # fmt: skip
            seen.add(key)
        for index, slug in enumerate(path.terms):
            if slug in seen:
                yield _problem(path, "path-stop", f"'{slug}' is a stop of this path already",
                               "delete one of the two", "terms", index)  # fmt: skip


def _stop(stop: Stop) -> Iterator[Problem]:
    if sum(map(bool, (stop.term, stop.link, stop.task))) != 1:
        yield _problem(
            stop, "path-stop", "a stop has one of 'term', 'link' and 'task'", "keep one, split the rest"
        )
    for field in ("id", "minutes", "what") if stop.term else ():
        if getattr(stop, field):
            yield _problem(stop, "path-stop", f"only a link or a task has '{field}'",
                           "delete it: the term has its own", field)  # fmt: skip
    if stop.after and stop.before:
        yield _problem(stop, "path-stop", "a stop has one of 'after' and 'before'", "keep one", "before")


def deprecated_terms(loaded: Loaded) -> Iterator[Problem]:
    """A path teaches terms in use."""
    for path in loaded.glossary.paths:
        named: list[tuple[str, Path | Stop, tuple[Step, ...]]]
        named = [(stop.term, stop, ("term",)) for stop in path.stops]
        named += [(slug, path, ("terms", index)) for index, slug in enumerate(path.terms)]
        for slug, record, at in named:
            target = loaded.glossary.by_slug.get(slug)
            if target and target.status == "deprecated":
                hint = f"use '{target.replaced_by}'" if target.replaced_by else "take it out"
                yield _problem(record, "path-stop", f"'{slug}' is deprecated", hint, *at)


def references(loaded: Loaded) -> Iterator[Problem]:
    """What a path extends, leads to, and chooses its terms from is there."""
    known = {path.id for path in loaded.glossary.paths}
    topics = loaded.glossary.topics_by_id
    for path in loaded.glossary.paths:
        for field in ("extends", "then"):
            name = getattr(path, field)
            if name and name not in known:
                hint = did_you_mean(name, known, "write the id of a path")
                yield _problem(path, "unknown-path", f"'{field}': no path '{name}'", hint, field)
        for index, topic in enumerate(path.topics):
            if topic not in topics and loaded.topics_read:
                hint = did_you_mean(topic, topics, "write the id of a topic")
                yield _problem(
                    path, "unknown-topic", f"no topic '{topic}' in topics.yaml", hint, "topics", index
                )


def circles(loaded: Loaded) -> Iterator[Problem]:
    """Paths do not extend one another in a circle."""
    by_id = {path.id: path for path in loaded.glossary.paths}
    extends = {path.id: path.extends for path in loaded.glossary.paths if path.extends in by_id}
    for circle in graph.chain_circles(extends):
        way = graph.shown((*circle, circle[0]))
        yield _problem(by_id[circle[0]], "path-circle", f"paths that extend each other: {way}",
                       "cut it at one place", "extends")  # fmt: skip


def places(loaded: Corpus) -> Iterator[Problem]:
    """A stop to leave out, or to stand beside, is there."""
    if not loaded.glossary.paths or loaded.unread:  # what cannot be read is no stop, which says nothing
        return
    whole = loaded.whole_paths
    for path in loaded.glossary.paths:
        above = (
            {paths.stop_key(stop) for stop in whole[path.extends].stops} if path.extends in whole else set()
        )
        for index, key in enumerate(path.drops):
            if key not in above:
                hint = did_you_mean(key, above, "delete it")
                yield _problem(path, "path-stop", f"no stop '{key}' to drop", hint, "drops", index)
        here = _keys(whole[path.id])
        for stop in path.stops:
            beside = stop.after or stop.before
            if beside and (beside not in here or beside == paths.stop_key(stop)):
                hint = did_you_mean(beside, here, "write the address of a stop of this path")
                field = "after" if stop.after else "before"
                yield _problem(stop, "path-stop", f"'{field}': no other stop '{beside}'", hint, field)


def empty(loaded: Corpus) -> Iterator[Problem]:
    """A path has a stop. One whose stops could not be read has its problem already."""
    wrong = [problem.line for problem in loaded.problems if problem.path == PATHS]
    starts = [path.origin.line for path in loaded.glossary.paths]
    for path, end in zip(loaded.glossary.paths, [*starts[1:], sys.maxsize], strict=False):
        if any(path.origin.lines.get("stops", end) <= line < end for line in wrong):
            continue
        rule = path.topics or path.levels
        unmet = rule and not loaded.unread and not loaded.whole_paths[path.id].stops
        if not path.stops and not path.terms and not path.extends and (unmet or not rule):
            yield _problem(path, "path-empty", f"path '{path.id}' has no stop",
                           "give it stops, terms, or topics and levels that some term has")  # fmt: skip


def _keys(path: Path | None) -> set[str]:
    return {paths.stop_key(stop) for stop in path.stops} if path else set()


def order(loaded: Corpus) -> Iterator[Problem]:
    """A path in an order of its own brings each term after those that its definition uses."""
    if any(path.order == "as-written" for path in loaded.glossary.paths):
        uses = loaded.definitions.uses
        for path in loaded.whole_paths.values():
            keys = [paths.stop_key(stop) for stop in path.stops]
            for late, used in too_early(keys, uses) if path.order == "as-written" else ():
                origin = next(stop for stop in path.stops if stop.term == late)
                yield _problem(
                    origin, "path-order", f"the definition of '{late}' uses '{used}', a later stop",
                    f"move '{used}' up, or take out 'order: as-written'", severity="warning",
                )  # fmt: skip


def minutes(loaded: Corpus) -> Iterator[Problem]:
    """No day of a path takes longer than it promises."""
    if any(path.minutes_a_day for path in loaded.glossary.paths):
        made = paths.routes(loaded.glossary, loaded.order, loaded.definitions.uses)
        for route in made:
            most = 2 * route.path.minutes_a_day
            for number, day in enumerate(schedule.days(route), 1):
                half = sum(map(schedule.half_minutes, day))
                if 0 < most < half:
                    yield _problem(
                        route.path, "path-minutes",
                        f"day {number} takes {schedule.minutes(half)} minutes, "
                        f"at most {most // 2} are promised",
                        "take out a stop, or give it more days", "minutes_a_day", severity="warning",
                    )  # fmt: skip
