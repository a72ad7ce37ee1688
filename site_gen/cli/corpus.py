"""The corpus as a command reads it that cannot do with a part of it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_gen.cli.app import report
from site_gen.corpus.disk import Tree, read_tree
from site_gen.corpus.load import Loaded, load
from site_gen.model.problem import errors


def readable(root: Path) -> Loaded:
    """The corpus, or the end of the command where a file of it cannot be read as it should be."""
    tree = read_tree(root)
    loaded = load(tree.files)
    end_where_unreadable(tree, loaded)
    return loaded


def end_where_unreadable(tree: Tree, loaded: Loaded) -> None:
    problems = errors((*tree.problems, *loaded.problems))
    if problems:
        report(problems, "text")
        click.echo("Mend these first; nothing was written.", err=True)
        sys.exit(1)
