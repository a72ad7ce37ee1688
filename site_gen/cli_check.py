"""The command that editors run most: check."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_gen.checks import CHECKS, EDITORIAL
from site_gen.cli import command, count, main, report
from site_gen.garbage import nothing_thrown_away
from site_gen.judge import judge
from site_gen.model import Site
from site_gen.problem import errors
from site_gen.settings import load_severities
from site_gen.tree import read_tree


@command(main, "glossary check\nglossary check --strict --format github\nglossary check --json")
@click.option("--strict", is_flag=True, help="Exit 1 on warnings too.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json", "github")), default="text", show_default=True
)
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
def check(root: Path, strict: bool, form: str) -> None:
    """Report every problem of the corpus in one run, with file and line. Changes nothing."""
    site = Site(severities=load_severities(root))
    with nothing_thrown_away():
        problems, glossary = judge(read_tree(root), site, (*CHECKS, *EDITORIAL))
    report(problems, form)
    wrong = len(errors(problems))
    if form == "text":
        warned = len(problems) - wrong
        click.echo(
            f"{len(glossary.terms)} terms, {count(wrong, 'error')}, {count(warned, 'warning')}", err=True
        )
    sys.exit(1 if wrong or (strict and problems) else 0)
