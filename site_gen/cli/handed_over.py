"""What ``glossary health`` reads beside the corpus: words that were missed, and logs of the web server."""

from __future__ import annotations

import sys

import click

from site_gen.checks.missed import Miss, rank, read_missed
from site_gen.cli.app import report
from site_gen.export.missed import missed_json, missed_text
from site_gen.model.problem import Problem
from site_gen.model.records import Glossary


def tell_missed(files: tuple[str, ...], glossary: Glossary, *, as_json: bool) -> None:
    """Rank the missed words of the files. Lines that are none are told, and the exit code is then 1."""
    misses: list[Miss] = []
    problems: list[Problem] = []
    for file in files:
        with click.open_file(file, "rb") as opened:
            found, wrong = read_missed(file, opened.read())
        misses += found
        problems += wrong
    ranked = rank(misses, glossary)
    click.echo(missed_json(ranked) if as_json else missed_text(ranked), nl=as_json)
    if problems:
        report(tuple(problems), "text", err=True)
        sys.exit(1)
