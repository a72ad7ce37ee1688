"""The commands that hand the corpus on: ``glossary export WHAT``. Each kind of file is a command below it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_gen.cli import EXIT_CODES, command, main, report
from site_gen.load import load
from site_gen.model import Glossary
from site_gen.problem import errors
from site_gen.sheet.write import TooLongError, workbook
from site_gen.tree import read_tree


@main.group(epilog=f"\b\nExamples:\n  glossary export sheet\n\n{EXIT_CODES}")
def export() -> None:
    """Hand the corpus on in another form."""


@command(export, "glossary export sheet\nglossary export sheet --output ~/terms.xlsx")
@click.option(
    "--output", type=click.Path(dir_okay=False, writable=True, path_type=Path), default=Path("terms.xlsx"),
    show_default=True, help="The file to write.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def sheet(root: Path, output: Path, force: bool) -> None:
    """All terms as a spreadsheet (.xlsx): a row a term, a column a field.

    Edit it in any spreadsheet program and bring it back with: glossary import --update FILE
    """
    if output.exists() and not force:
        raise click.UsageError(f"{output} is there already; name another with --output, or add --force")
    glossary = readable(root)
    try:
        data = workbook(glossary.terms)
    except TooLongError as error:
        raise click.ClickException(str(error)) from None
    output.write_bytes(data)
    click.echo(
        f"{output}: {len(glossary.terms)} terms. Bring it back with: glossary import --update {output}"
    )


def readable(root: Path) -> Glossary:
    """The corpus, or the end of the command where a file of it cannot be read as it should be."""
    tree = read_tree(root)
    loaded = load(tree.files)
    problems = errors((*tree.problems, *loaded.problems))
    if problems:
        report(problems, "text")
        click.echo("Mend these first; nothing was written.", err=True)
        sys.exit(1)
    return loaded.glossary
