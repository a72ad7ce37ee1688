"""Rules on learning paths."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.load import Loaded
from site_gen.problem import Problem


def stops(loaded: Loaded) -> Iterator[Problem]:
    for path in loaded.glossary.paths:
        seen: set[str] = set()
        for stop in path.stops:
            if sum(map(bool, (stop.term, stop.link, stop.task))) != 1:
                yield Problem(
                    path=stop.origin.path, line=stop.origin.line, code="path-stop",
                    message="a stop has one of 'term', 'link' and 'task'", hint="keep one, split the rest",
                )  # fmt: skip
            target = loaded.glossary.by_slug.get(stop.term)
            if stop.term and stop.term in seen:
                yield Problem(
                    path=stop.origin.path, line=stop.origin.at("term"), code="path-stop",
                    message=f"'{stop.term}' is a stop of this path already", hint="delete one of the two",
                )  # fmt: skip
            seen.add(stop.term)
            if target and target.status == "deprecated":
                yield Problem(
                    path=stop.origin.path, line=stop.origin.at("term"), code="path-stop",
                    message=f"'{stop.term}' is deprecated",
                    hint=f"use '{target.replaced_by}'" if target.replaced_by else "take it out",
                )  # fmt: skip
