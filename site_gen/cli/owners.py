"""The command about who answers for terms: owners."""

from __future__ import annotations

from pathlib import Path

import click

from site_gen.checks.owners import ownerships
from site_gen.cli.app import command, main
from site_gen.cli.change import carry_out, dry_run_option, opened
from site_gen.cli.corpus import readable
from site_gen.corpus.confine import first_link, write_own
from site_gen.editing.arguments import refuse_odd
from site_gen.editing.move_owner import move_owner
from site_gen.export.codeowners import PLACE, codeowners, is_written
from site_gen.export.owners_text import owners_json, owners_text
from site_gen.model.owners import owner_of
from site_gen.model.relations import current
from site_gen.settings import load_site


@command(
    main,
    "glossary owners\nglossary owners --json\nglossary owners --from 'Ana Ruiz' --to 'Ben Okafor' --dry-run",
    leftovers="recover",
)
@click.option("--from", "old", metavar="NAME", default="", help="Whose terms, topics and deputyships move.")
@click.option("--to", "new", metavar="NAME", default="", help="Who takes them over.")
@click.option("--keep", is_flag=True, help="Leave the entry of the first in glossary/owners.yaml.")
@click.option("--json", "as_json", is_flag=True, help="List them as JSON.")
@dry_run_option
def owners(root: Path, old: str, new: str, keep: bool, as_json: bool, dry_run: bool) -> None:
    """List owners with their terms and how to reach them, or move all of one owner's to another.

    After a move, who approved a term is still told: it is written as 'reviewed_by' where it was the owner.
    """
    if bool(old) != bool(new):
        raise click.UsageError("--from and --to go together: who leaves, and who takes over")
    if not old and (keep or dry_run):
        raise click.UsageError("--keep and --dry-run are for moving: add --from and --to")
    corpus = opened(root, whole=True)
    glossary, site = corpus.loaded.glossary, corpus.site
    if old:
        old, new = (" ".join(name.split()) for name in (old, new))
        refuse_odd(new)
        changed = move_owner(corpus.tree.files, corpus.loaded, site, old, new, keep)
        carry_out(corpus, changed, dry_run=dry_run, say=f"From {old} to {new}:")
        if changed.changes and not dry_run:
            _have_codeowners_follow(root)
        return
    unowned = [term for term in current(glossary.terms) if not owner_of(term, glossary, site)]
    found = ownerships(glossary, site)
    if as_json:
        click.echo(owners_json(found, unowned))
    else:
        click.echo(owners_text(found, unowned), nl=False)


def _have_codeowners_follow(root: Path) -> None:
    """Write the file for the host anew where there is one that the command `codeowners` wrote."""
    place = root / PLACE
    if not place.is_file() or first_link(root, place) is not None:
        return
    found = place.read_text(encoding="utf-8", errors="replace")
    made = codeowners(readable(root).glossary, load_site(root)).text
    if found != made and is_written(found):
        write_own(root, PLACE, made.encode())
        click.echo(f"  written  {PLACE}")
