"""The command that lays out the texts of the pages for a language of which the tool has not all."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from site_gen.catalog import Catalog, Text, shipped, shipped_for
from site_gen.cli.app import command, count, main, report
from site_gen.cli.change import write
from site_gen.corpus.disk import read_tree
from site_gen.corpus.layout import WORDS
from site_gen.corpus.load import load
from site_gen.corpus.words_to_write import with_texts_to_write
from site_gen.editing.patch import unified
from site_gen.model.problem import errors
from site_gen.settings import load_site

_DATA = "field."


@command(main, "glossary words\nglossary words --dry-run", leftovers="recover")
@click.option("--dry-run", is_flag=True, help="Show the change as a diff and write nothing.")
def words(root: Path, dry_run: bool) -> None:
    """Lay out the texts of the pages that still stand in English, to be written in the language of the site.

    glossary/words.yaml gets a line for each, below its English text; what stands there stays. Run it again
    after an upgrade: it adds what is new. 'glossary check' tells places and plural forms that are wrong.
    """
    tree, site = read_tree(root), load_site(root)
    loaded = load(tree.files)
    wrong = errors(one for one in (*tree.problems, *loaded.problems) if one.path == WORDS)
    if wrong:
        report(wrong, "text")
        click.echo("Mend these first; nothing was written.", err=True)
        sys.exit(1)
    english, ours, theirs = shipped("en"), shipped_for(site.language), loaded.glossary.words
    missing = {key: text for key, text in _in_order(english) if key not in ours and key not in theirs}
    own, brought = len(theirs), len(ours.keys() - theirs.keys())
    click.echo(
        f"{own + brought} of {len(english)} texts have words in '{site.language}' "
        f"({brought} of the tool, {own} yours); {count(len(missing), 'text')} left"
    )
    before = tree.files.get(WORDS, b"").decode("utf-8-sig")
    plurals = Catalog(language=site.language, texts={}).plurals
    after = with_texts_to_write(before, missing, plurals, site.language) if missing else before
    if after == before:
        return
    changes = {WORDS: after.encode()}
    if dry_run:
        click.echo(unified(tree.files, changes, {}), nl=False)
        return
    write(root, changes, tree)
    click.echo(f"{WORDS}: write each between its quotes, below the English text; then run: glossary check")


def _in_order(texts: Mapping[str, Text]) -> list[tuple[str, Text]]:
    """What readers see comes first; words that matcher and lookup go by are no texts, and can wait."""
    return sorted(texts.items(), key=lambda one: one[0].startswith(_DATA))
