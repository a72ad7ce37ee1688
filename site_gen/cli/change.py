"""What the commands that change terms share: the corpus they start from, and how a change is carried out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from site_gen.checks.corpus import in_language
from site_gen.cli.app import report
from site_gen.cli.corpus import end_where_unreadable
from site_gen.corpus.disk import Tree, read_tree, write_tree
from site_gen.corpus.load import Loaded, load
from site_gen.editing import arguments
from site_gen.editing.new_problems import after, new_problems
from site_gen.editing.patch import unified
from site_gen.editing.rename import Changed, path_of
from site_gen.model.audience import becomes_public
from site_gen.model.problem import Problem, RefusedError, errors
from site_gen.model.records import Site, Term
from site_gen.settings import load_site

_SHOWN = 12  # files that are named one by one

yes_option = click.option("--yes", is_flag=True, help="Make public what was internal, without being asked.")
dry_run_option = click.option("--dry-run", is_flag=True, help="Show the change as a diff and write nothing.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The corpus as a command found it."""

    root: Path
    tree: Tree
    loaded: Loaded
    site: Site


def opened(root: Path, *, whole: bool = False) -> Corpus:
    """The corpus; ``whole`` ends the command where a file cannot be read, since it may name what changes."""
    tree = read_tree(root)
    loaded = load(tree.files)
    if whole:
        end_where_unreadable(tree, loaded)
    site = load_site(root)
    loaded = replace(loaded, glossary=in_language(loaded.glossary, site.language))
    return Corpus(root=root, tree=tree, loaded=loaded, site=site)


def carry_out(corpus: Corpus, changed: Changed, *, dry_run: bool, say: str, yes: bool = False) -> None:
    """Write the change, or show it; not where it would bring errors into the corpus.

    Without ``yes`` a person is asked first where it makes something public.
    """
    if not changed.changes:
        click.echo("Nothing to change: all of it is so already.")
        return
    moved = changed.moved or {}
    problems = refuse_new_errors(corpus.tree, changed.changes, corpus.site, moved)
    if dry_run:
        renamed = {path_of(old): path_of(new) for old, new in moved.items()}
        click.echo(unified(corpus.tree.files, changed.changes, renamed), nl=False)
        tell_what_becomes_public(corpus.loaded, corpus.tree, changed.changes, corpus.site, moved)
    else:
        if tell_what_becomes_public(corpus.loaded, corpus.tree, changed.changes, corpus.site, moved):
            end_unless_confirmed(yes)
        write(corpus.root, changed.changes, corpus.tree)
        click.echo(say)
        _name_files(changed)
    for note in changed.notes:
        click.echo(note, err=dry_run)
    report(problems, "text", err=True)


def refuse_new_errors(
    tree: Tree,
    changes: Mapping[str, bytes | None],
    site: Site,
    moved: Mapping[str, str] | None = None,
    place: Callable[[Iterable[Problem]], Iterable[Problem]] = tuple,
    err: bool = False,
) -> tuple[Problem, ...]:
    """What the change brings in, if that is warnings; errors end the command, and nothing is written.

    ``place`` may say more exactly where a problem is; ``err``: standard output is for something else.
    """
    problems = new_problems(tree, changes, site, moved or {})
    refuse(errors(problems), place, err)
    return problems


def refuse(
    wrong: Collection[Problem],
    place: Callable[[Iterable[Problem]], Iterable[Problem]] = tuple,
    err: bool = False,
) -> None:
    """End the command if a change would bring in these errors."""
    if wrong:
        report(tuple(place(wrong)), "text", err=err)
        click.echo("Nothing was changed: the corpus would have these errors.", err=True)
        sys.exit(1)


def tell_what_becomes_public(
    loaded: Loaded,
    tree: Tree,
    changes: Mapping[str, bytes | None],
    site: Site,
    moved: Mapping[str, str] | None = None,
) -> bool:
    """Say what a change takes from internal readers to all readers; whether there is anything."""
    now = load(after(tree.files, changes)).glossary
    found = becomes_public(loaded.glossary, now, site, moved or {})
    for (one, several), names in found.items():
        shown = ", ".join(names[:_SHOWN]) + (
            f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        )
        click.echo(
            f"internal until now, public after this: {one if len(names) == 1 else several} {shown}", err=True
        )
    return bool(found)


def _is_asked() -> bool:
    return sys.stdin.isatty()


def end_unless_confirmed(yes: bool) -> None:
    """Ask before something internal goes public. Without a terminal there is nobody to ask: exit code 1."""
    if yes:
        return
    if not _is_asked():
        click.echo("Nothing was changed: add --yes to make it public.", err=True)
        sys.exit(1)
    if not click.confirm("Make it public?", err=True):
        click.echo("Nothing was changed.", err=True)
        sys.exit(1)


def write(root: Path, changes: Mapping[str, bytes | None], tree: Tree) -> None:
    """All of the changes that were made from ``tree``. Raises ``RefusedError`` and ``OSError``."""
    try:
        write_tree(root, changes, read=tree.files)
    except ValueError as error:  # a link in the corpus leads out of it
        raise RefusedError(f"{error}; nothing was written") from None


def _name_files(changed: Changed) -> None:
    paths = sorted(changed.changes)
    for path in paths[:_SHOWN]:
        click.echo(f"  {'removed' if changed.changes[path] is None else 'written'}  {path}")
    if len(paths) > _SHOWN:
        click.echo(f"  and {len(paths) - _SHOWN} more files")


def selection(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose terms beside naming them."""
    for option in (
        click.option("--level", help="All terms of this level."),
        click.option("--status", help="All terms with this status."),
        click.option("--topic", help="All terms of this topic."),
        click.argument("slug", nargs=-1),
    ):
        function = option(function)
    return function


def chosen(corpus: Corpus, slugs: tuple[str, ...], **by: str | None) -> list[Term]:
    """The terms that are named, or all that fit the options. Raises ``RefusedError``."""
    wanted = {name: value for name, value in by.items() if value}
    if bool(slugs) == bool(wanted):
        raise click.UsageError("name terms by their slugs, or choose them with --topic, --status or --level")
    if slugs:
        return list({term.slug: term for term in arguments.terms_named(slugs, corpus.loaded)}.values())
    if "topic" in wanted:
        arguments.topic_named(wanted["topic"], corpus.loaded)
    for name in ("status", "level"):
        arguments.values_of(name, wanted.get(name, ""), corpus.loaded)
    terms = [
        term for term in corpus.loaded.glossary.terms if all(_fits(term, *one) for one in wanted.items())
    ]
    if not terms:
        raise RefusedError("no term fits: " + ", ".join(f"{name} {value}" for name, value in wanted.items()))
    return terms


def _fits(term: Term, name: str, value: str) -> bool:
    return value in term.topics if name == "topic" else getattr(term, name) == value


def count(terms: list[Term]) -> str:
    return terms[0].slug if len(terms) == 1 else f"{len(terms)} terms"
