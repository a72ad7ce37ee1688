"""What several commands print: verdicts as data, and a bar while names are compared or a document is read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from site_gen.match import Progress, Verdict

_MANY = 200  # entries or terms with which a run is long


def as_data(verdict: Verdict) -> Mapping[str, Any]:
    return {
        "name": verdict.name,
        "verdict": verdict.kind,
        "term": verdict.term,
        "score": verdict.score,
        "why": verdict.why,
        "candidates": [{"term": one.term, "score": one.score, "why": one.why} for one in verdict.candidates],
    }


def json_text(rows: Iterable[Mapping[str, Any]]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, indent=2)


def tell_long_work(entries: int, terms: int) -> None:
    """Say in a terminal that a few entries are compared with many terms, which has no bar."""
    if entries and terms > _MANY and sys.stderr.isatty():
        click.echo(f"Comparing {entries} entries with {terms} terms; this may take a minute …", err=True)


@contextmanager
def progress_bar(label: str, length: int, many: int = _MANY) -> Iterator[Progress | None]:
    """A progress bar on standard error for more than ``many`` steps; shorter runs and pipes get none."""
    if length <= many or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield lambda done, total: bar.update(done - bar.pos)
