"""The command that looks after a write that was cut off."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_gen.cli.app import command, main, report
from site_gen.corpus.disk import recover


@command(main, "glossary recover\nglossary recover --discard", name="recover", leftovers="own")
@click.option(
    "--discard", is_flag=True, help="Remove what cannot be recovered, without carrying out anything of it."
)
def recover_(root: Path, discard: bool) -> None:
    """Complete or take back a write of this machine that was cut off.

    What another machine left, or somebody put there, is never carried out: it is named and left alone.
    """
    found = recover(root, discard=discard)
    if found.whole_again:
        click.echo("A command was cut off while writing; the corpus is whole again.")
    elif not found.left:
        click.echo("Nothing was cut off; the corpus is whole.")
    if discard:
        for left in found.left:
            click.echo(f"removed  {left.path}")
    else:
        report(found.left, "text")
        sys.exit(1 if found.left else 0)
