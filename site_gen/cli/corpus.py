"""The corpus as a command reads it that cannot do with a part of it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click
import yaml

from site_gen.cli.app import report
from site_gen.corpus.disk import Tree, read_tree
from site_gen.corpus.load import Loaded, load
from site_gen.language import ENGLISH
from site_gen.model.problem import errors


def readable(root: Path) -> Loaded:
    """The corpus in the language of its site, or the end of the command where a file of it cannot be read."""
    tree = read_tree(root)
    loaded = load(tree.files)
    end_where_unreadable(tree, loaded)
    return replace(loaded, glossary=replace(loaded.glossary, language=_language(root / "mkdocs.yml")))


def _language(settings: Path) -> str:
    """``theme: language:`` alone; all settings would bring rules along that nothing here needs."""
    try:
        node = yaml.compose(settings.read_bytes(), Loader=yaml.SafeLoader)
    except (OSError, yaml.YAMLError, RecursionError):
        return ENGLISH
    for name in ("theme", "language"):
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == name), None)
    return node.value if isinstance(node, yaml.ScalarNode) else ENGLISH


def end_where_unreadable(tree: Tree, loaded: Loaded) -> None:
    problems = errors((*tree.problems, *loaded.problems))
    if problems:
        report(problems, "text")
        click.echo("Mend these first; nothing was written.", err=True)
        sys.exit(1)
