"""The command that editors run most: check."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from site_gen.checks import license_form
from site_gen.checks.corpus import Corpus
from site_gen.checks.rules import CHECKS
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.checks.run import judge, rated
from site_gen.cli.app import command, count, main, recover_cut_off, report
from site_gen.corpus import stage
from site_gen.corpus.disk import CORPUS, Tree, cut_off, read_tree, write_tree
from site_gen.corpus.layout import UPSTREAM
from site_gen.history.git import GitError, folder_in_repository, git
from site_gen.model.problem import Problem, RefusedError, errors, in_reading_order
from site_gen.model.records import Glossary, Site
from site_gen.settings import load_site


@command(
    main,
    "glossary check\nglossary check --strict --format github\nglossary check --fix\n"
    "glossary check --fix --dry-run",
    leftovers="own",
)
@click.option("--strict", is_flag=True, help="Exit 1 on warnings too.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json", "github")), default="text", show_default=True
)
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
@click.option("--fix", "mend", is_flag=True, help="Mend first what needs no decision, and say what.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the changes and write nothing.")
def check(root: Path, strict: bool, form: str, mend: bool, dry_run: bool) -> None:
    """Report every problem of the corpus in one run, with file and line.

    Changes nothing without --fix, which mends line ends, odd spaces, curly quotes and the order of fields;
    what is then left is reported.
    """
    if dry_run and not mend:
        raise click.UsageError("--dry-run goes with --fix; check alone changes nothing")
    site = load_site(root)
    if mend and not dry_run:
        recover_cut_off(root)
    tree = read_tree(root)
    tree = replace(tree, problems=(*tree.problems, *cut_off(root), *_tracked_stages(root)))
    if mend:
        tree = _mended(root, tree, dry_run)
    problems, corpus = judge(tree, site, (*CHECKS, *EDITORIAL))
    beside = (*_left_behind(tree, corpus), *_license(root, site))
    problems = in_reading_order((*problems, *rated(beside, site.severities)))
    if mend:
        _refresh(root, corpus.glossary, dry_run)
    report(problems, form, below=_below(root, site) if form == "github" else "")
    wrong = len(errors(problems))
    if form == "text":
        terms, warned = len(corpus.glossary.terms), len(problems) - wrong
        click.echo(
            f"{count(terms, 'term')}, {count(wrong, 'error')}, {count(warned, 'warning')}",
            err=True,
        )
    sys.exit(1 if wrong or (strict and problems) else 0)


def _below(root: Path, site: Site) -> str:
    """Where the project stands in its repository: as git says, or where there is none, as the settings do."""
    try:
        return folder_in_repository(root)
    except GitError:
        return site.repo_folder


def _tracked_stages(root: Path) -> Iterator[Problem]:
    """Leftovers of a write that git would hand to everybody who clones the project."""
    with suppress(GitError):  # no git, or no repository: nothing is tracked
        listed = git(root, "ls-files", "-z", "--", f"{CORPUS}/{stage.PREFIX}*").decode("utf-8", "replace")
        for folder in sorted({"/".join(path.split("/")[:2]) for path in listed.split("\0") if path}):
            yield Problem(
                path=folder,
                line=0,
                code="tracked-stage",
                message="git tracks what a cut-off write has left here",
                hint=f"git rm -r --cached {folder}, and keep {CORPUS}/{stage.PREFIX}* in .gitignore",
            )


def _left_behind(tree: Tree, corpus: Corpus) -> Iterator[Problem]:
    """Names and addresses of adopted terms that were lost by hand; upstream tells of a damaged file."""
    if UPSTREAM not in tree.files:
        return
    from site_gen.editing.upstream.kept import read_kept  # for a desk that has adopted terms alone
    from site_gen.editing.upstream.left_behind import left_behind

    with suppress(RefusedError):
        yield from left_behind(tree.files, corpus.glossary, read_kept(tree.files[UPSTREAM]))


def _license(root: Path, site: Site) -> Iterator[Problem]:
    """A license that nobody has filled in, on a site that everybody may read."""
    place = root / license_form.PLACE
    if site.readers != "public" or place.is_symlink() or not place.is_file():
        return
    if found := license_form.unfilled(place.read_bytes().decode("utf-8", "replace")):
        yield found


def _refresh(root: Path, glossary: Glossary, dry_run: bool) -> None:
    """Bring the schema that editors complete terms from up to date."""
    from site_gen.cli.schema import refresh  # with the exports, which checking alone does not need

    if stale := refresh(root, glossary, dry_run=dry_run):
        click.echo(f"{stale}:1: {'would be ' * dry_run}fixed: terms and topics to complete", err=True)


def _mended(root: Path, tree: Tree, dry_run: bool) -> Tree:
    """The corpus as it is after the fixes, which are written and told; on standard error, as no problems."""
    from site_gen.editing.fix import fix_all

    fixed = fix_all(tree.files)
    for path, found in fixed.items():
        for line, what in found.fixes:
            click.echo(f"{path}:{line}: {'would be ' * dry_run}fixed: {what}", err=True)
        if dry_run:
            click.echo(_diff(path, tree.files[path], found.data), nl=False)
    changes = {path: found.data for path, found in fixed.items()}
    if not dry_run:
        write_tree(root, changes, read=tree.files)
    return replace(tree, files={**tree.files, **changes})


def _diff(path: str, before: bytes, after: bytes) -> str:
    """What a review would show; signs that nobody sees are written out."""
    from difflib import unified_diff

    old, new = ([f"{_seen(row)}\n" for row in data.decode("utf-8").split("\n")] for data in (before, after))
    return "".join(unified_diff(old, new, path, path, n=0))


def _seen(row: str) -> str:
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in row)
