"""The command for the host of the repository: codeowners."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_gen.cli.app import command, main, report
from site_gen.cli.corpus import readable
from site_gen.corpus.confine import own_place, write_own
from site_gen.export.codeowners import PLACE, codeowners, stale
from site_gen.settings import load_site


@command(
    main, "glossary codeowners\nglossary codeowners --write\nglossary codeowners --check", name="codeowners"
)
@click.option("--write", "wanted", flag_value="write", help=f"Write {PLACE}.")
@click.option(
    "--check", "wanted", flag_value="check", help="Say whether the file is up to date; exit 1 if not."
)
def codeowners_(root: Path, wanted: str | None) -> None:
    """Print who reviews which term on GitHub: its owner, else that of its first topic, else the site's."""
    made = codeowners(readable(root).glossary, load_site(root))
    for name, slugs in made.unknown.items():
        shown = ", ".join(slugs[:3]) + (f" and {len(slugs) - 3} more" if len(slugs) > 3 else "")
        click.echo(
            f"owner '{name}' ({shown}) is no handle on GitHub, so nobody is asked to review; "
            f"give it a handle in glossary/owners.yaml",
            err=True,
        )
    place = root / PLACE
    if wanted == "write":
        write_own(root, PLACE, made.text.encode())
    elif wanted == "check":
        own_place(root, place)
        problems = tuple(stale(place.read_text(encoding="utf-8") if place.is_file() else None, made.text))
        report(problems, "text")
        sys.exit(1 if problems else 0)
    else:
        click.echo(made.text, nl=False)
