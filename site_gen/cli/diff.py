"""The command for reviewers: diff."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from site_gen.checks.corpus import in_language
from site_gen.cli.app import command, main
from site_gen.corpus.disk import Tree, read_tree
from site_gen.corpus.load import Loaded, load
from site_gen.export.diff_json import diff_json
from site_gen.export.diff_md import LIMIT, diff_md
from site_gen.export.diff_text import diff_text, plain_mark
from site_gen.export.digest import FORMS, digest
from site_gen.history.difference import compare
from site_gen.history.events import History
from site_gen.history.git import GitError, commit_of, parted
from site_gen.history.revision import read_revision
from site_gen.history.word_diff import Edit
from site_gen.learning.course import course
from site_gen.model.records import Glossary, Site
from site_gen.model.relations import relations
from site_gen.pages.render import pages
from site_gen.pages.views import World
from site_gen.settings import load_site
from site_gen.text.links import link

_FORMATS = ("text", "markdown", "json")
EXITS = "Exit codes: 0 nothing changed, 1 something changed, 2 wrong use of the command."


@command(
    main,
    "glossary diff\nglossary diff v1.0..v1.1\nglossary diff origin/main --format markdown\n"
    "glossary diff HEAD^1 --digest --format slack",
    exits=EXITS,
)
@click.argument("base", default="HEAD")
@click.option(
    "--format", "form", type=click.Choice((*_FORMATS, "slack", "teams")), default="text", show_default=True
)
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
@click.option(
    "--digest",
    "is_digest",
    is_flag=True,
    help="Only what readers should know, as a short message; also --format slack and teams. Nothing where "
    "there is nothing to tell.",
)
@click.option(
    "--limit", type=click.IntRange(min=200), default=LIMIT, show_default=True,
    help="Most characters of --format markdown; what does not fit is counted.",
)  # fmt: skip
def diff(root: Path, base: str, form: str, is_digest: bool, limit: int) -> None:
    """Say what changed since BASE, any git revision (HEAD unless said), in the words of a glossary.

    BASE is compared with the files as they are now; A..B compares two revisions, A...B takes the point where
    B left A. Nothing is written.
    """
    if form not in (FORMS if is_digest else _FORMATS):
        raise click.UsageError(f"--format {form} {'is no form of' if is_digest else 'goes with'} --digest")
    try:
        before, after = _sides(root, base)
    except GitError as error:
        raise click.UsageError(str(error)) from None
    site = load_site(root)
    old, new = _loaded(before, site.language), _loaded(after, site.language)
    if is_digest:
        told = digest(compare(old, new, lambda _: {}), site)
        click.echo(FORMS[form](told) if told.groups else "", nl=bool(told.groups))
        sys.exit(1 if told.groups else 0)
    difference = compare(old, new, pages_of)
    if form == "json":
        click.echo(diff_json(difference))
    elif form == "markdown":
        click.echo(diff_md(difference, limit), nl=False)
    else:
        click.echo(diff_text(difference, _colored if sys.stdout.isatty() else plain_mark), nl=False)
        if not difference.changed:
            click.echo("Nothing changed in the glossary.", err=True)
    sys.exit(1 if difference.changed else 0)


def _sides(root: Path, base: str) -> tuple[Tree, Tree]:
    """The two states that are compared. Raises ``GitError``."""
    old, dots, new = base.partition("...")
    if not dots:
        old, dots, new = base.partition("..")
    start = commit_of(root, old or "HEAD")
    if not dots:
        return read_revision(root, start), read_tree(root)
    end = commit_of(root, new or "HEAD")
    if dots == "...":
        start = parted(root, start, end)
    return read_revision(root, start), read_revision(root, end)


def _loaded(tree: Tree, language: str) -> Loaded:
    loaded = load(tree.files)
    glossary = in_language(loaded.glossary, language)
    return replace(loaded, glossary=glossary, problems=(*tree.problems, *loaded.problems))


def pages_of(glossary: Glossary) -> Mapping[str, str]:
    """The pages of a public site, so without the page for editors, which every change would change."""
    links = link(glossary)
    world = World(
        glossary=glossary,
        links=links,
        relations=relations(glossary),
        course=course(glossary, links),
        site=Site(audience="public"),
        history=History(),
    )
    return dict(pages(world))


def _colored(edit: Edit) -> str:
    colour = {"gone": "red", "come": "green"}.get(edit.kind)
    return click.style(plain_mark(edit), fg=colour) if colour else edit.text
