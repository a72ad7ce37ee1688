"""The commands that move terms: rename and merge-terms."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from site_gen.cli.app import command, main
from site_gen.cli.change import carry_out, dry_run_option, opened, yes_option
from site_gen.cli.next_steps import after_shipped_changed
from site_gen.editing.arguments import refuse_paths, refuse_wordless, term_named
from site_gen.editing.merge_terms import merge_terms
from site_gen.editing.rename import OldName, rename
from site_gen.language import language_of
from site_gen.model import names
from site_gen.model.problem import RefusedError


@command(
    main,
    'glossary rename churn "Customer churn"\n'
    "glossary rename churn customer-churn\n"
    'glossary rename fcr-rate "First contact resolution" --old-name aliases --dry-run',
    name="rename",
    leftovers="recover",
)
@click.argument("old")
@click.argument("new")
@click.option("--slug", default="", help="Address to go with a new name; made from the name otherwise.")
@click.option(
    "--old-name",
    type=click.Choice(("formerly", "aliases", "search_as", "drop")),
    default="formerly",
    show_default=True,
    help="Field that keeps the old name.",
)
@yes_option
@dry_run_option
def rename_(root: Path, old: str, new: str, slug: str, old_name: str, yes: bool, dry_run: bool) -> None:
    """Give the term OLD another name, and with it another address, everywhere at once.

    NEW is a name, from which the address is made, or an address in lower case with hyphens: then the name
    stays. Every reference follows, and the old address leads on to the new one.
    """
    corpus = opened(root, whole=True)
    term = term_named(old, corpus.loaded)
    refuse_paths(new)
    refuse_wordless(new)
    language = language_of(corpus.site.language)
    address = slug or language.slug(new)
    if not address:
        raise RefusedError(f"{names.without_slug(new)}; name one: --slug its-address")
    name = "" if names.is_slug(new) else " ".join(new.split())
    if name and language.key(name) == language.key(term.name) and not slug:
        slug = term.slug  # only its spelling changes
    address = slug or address
    changed = rename(corpus.tree.files, corpus.loaded, term, address, name, cast(OldName, old_name))
    said = [f"{term.name} → {name}"] if name else []
    if address != term.slug:
        said.append(f"terms/{term.slug}.html → terms/{address}.html; the old address leads on")
    carry_out(corpus, changed, dry_run=dry_run, say="\n".join(said), yes=yes)
    if changed.changes and not dry_run:
        for step in after_shipped_changed([term], address):
            click.echo(step, err=True)


@command(
    main,
    "glossary merge-terms first-call-fix first-contact-resolution\n"
    "glossary merge-terms first-call-fix first-contact-resolution --dry-run",
    name="merge-terms",
    leftovers="recover",
)
@click.argument("gone", metavar="A")
@click.argument("kept", metavar="B")
@yes_option
@dry_run_option
def merge_terms_(root: Path, gone: str, kept: str, yes: bool, dry_run: bool) -> None:
    """Merge the term A into the term B, everywhere at once; nothing that A says is lost.

    A's names become names of B, what sources and other terms say of A is said of B, and A's address leads to
    B. Where both have a text, B's stays, and A's is kept in B's file as comment lines. Where A is internal
    and B public, you are asked first: A's names become public.
    """
    corpus = opened(root, whole=True)
    one, other = term_named(gone, corpus.loaded), term_named(kept, corpus.loaded)
    changed = merge_terms(corpus.tree.files, corpus.loaded, one, other)
    say = f"{one.title} → {other.title}; terms/{one.slug}.html leads on"
    carry_out(corpus, changed, dry_run=dry_run, say=say, yes=yes)
