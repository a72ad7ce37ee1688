"""The command for those who keep a glossary: health."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from site_gen.checks.corpus import in_language
from site_gen.checks.health import health as health_of
from site_gen.checks.reviews import NOBODY, Due, due_reviews, never_due, of_owner
from site_gen.cli.app import command, main, report
from site_gen.cli.handed_over import tell_missed, tell_use
from site_gen.corpus.disk import read_tree
from site_gen.corpus.load import load
from site_gen.export.health_json import due_data, health_json
from site_gen.export.health_md import due_md, health_md
from site_gen.export.health_text import due_text, health_text
from site_gen.export.review_issues import review_issues
from site_gen.history.events import History
from site_gen.history.log import epoch, read_history
from site_gen.model.owners import known_as, owned, owner_of, people
from site_gen.model.problem import RefusedError, errors
from site_gen.model.records import Glossary, Owner, Site
from site_gen.model.relations import relations
from site_gen.model.suggest import did_you_mean
from site_gen.settings import load_site
from site_gen.text.links import link

_MARKDOWN = ("markdown", "md")
EXITS = (
    "Exit codes: 0 done, whatever is due or missing, 1 a file or a line of it cannot be read, "
    "2 wrong use of the command."
)


@command(
    main,
    "glossary health\nglossary health --due\nglossary health --due --owner 'Ana Ruiz'\n"
    "glossary health --due --format markdown > issue.md\n"
    "glossary health --missed words.jsonl mail.txt\nglossary health --log access.log access.log.1.gz",
    exits=EXITS,
)
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option(
    "--missed",
    "only_missed",
    is_flag=True,
    help="What readers looked up in vain, from FILEs of JSON lines or of the text that pages hand over.",
)
@click.option(
    "--log",
    "only_log",
    is_flag=True,
    help="How the site is read, from FILEs that are logs of the web server, packed with gzip or not.",
)
@click.option(
    "--days",
    type=click.IntRange(min=1),
    default=90,
    show_default=True,
    help="With --log: terms not read in so many days up to the last of the log.",
)
@click.option("--due", "only_due", is_flag=True, help="Only the reviews that are due, by owner.")
@click.option("--owner", metavar="NAME", default="", help="With --due: only those of this owner.")
@click.option(
    "--format", "form", type=click.Choice(("text", "markdown", "md", "json", "issues")), default="text",
    show_default=True, help="md is markdown; issues, with --due, is what the workflow for reviews reads.",
)  # fmt: skip
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
def health(
    root: Path,
    files: tuple[str, ...],
    only_missed: bool,
    only_log: bool,
    days: int,
    only_due: bool,
    owner: str,
    form: str,
) -> None:
    """Tell how healthy the glossary is: counts, what is missing, due reviews by owner, hard texts, links."""
    if only_missed + only_log != bool(files):
        raise click.UsageError('FILEs go with one of --missed and --log; "-" is standard input')
    if not only_due and (owner or form == "issues"):
        raise click.UsageError("--owner and --format issues go with --due")
    tree, site = read_tree(root), load_site(root)
    loaded = load(tree.files)
    if problems := errors((*tree.problems, *loaded.problems)):
        report(problems, "text")
        sys.exit(1)
    glossary = in_language(loaded.glossary, site.language)
    if only_missed:
        tell_missed(files, glossary, as_json=form == "json")
        return
    if only_log:
        tell_use(files, glossary, days, as_json=form == "json")
        return
    history = replace(read_history(root), today=epoch() or date.today())
    listed = people(glossary, site)
    if only_due:
        due = _due_of(owner, glossary, site, history)
        click.echo(_due(due, form, site, listed, history, never_due=never_due(glossary, site)), nl=False)
        return
    found = health_of(glossary, link(glossary), relations(glossary), site, history)
    if form == "json":
        click.echo(health_json(found))
    else:
        click.echo(health_md(found, site, listed) if form in _MARKDOWN else health_text(found), nl=False)


def _due_of(owner: str, glossary: Glossary, site: Site, history: History) -> Sequence[Due]:
    """Reviews that are due, of all owners or of one. Raises ``RefusedError`` for a name that nothing has."""
    due = due_reviews(glossary, site, history.text_changed, history.today)
    if not owner:
        return due
    return of_owner(due, _name_of(owner, glossary, site))


def _due(
    due: Sequence[Due],
    form: str,
    site: Site,
    listed: Mapping[str, Owner],
    history: History,
    *,
    never_due: bool,
) -> str:
    if form == "json":
        return json.dumps(due_data(due), ensure_ascii=False, indent=2) + "\n"
    if form == "issues":
        return review_issues(due, site, listed, history.today) + "\n"
    if form in _MARKDOWN:
        return due_md(due, site, listed, never_due=never_due)
    return due_text(due, history.note, never_due=never_due)


def _name_of(said: str, glossary: Glossary, site: Site) -> str:
    """The name that due reviews have for an owner who is called by name, mail or handle.

    Raises ``RefusedError`` for what nobody is called: "nothing is due" would be no answer.
    """
    listed, fields = people(glossary, site), {owner_of(term, glossary, site) for term in glossary.terms}
    known = {*listed, *owned(glossary.terms, glossary, site), NOBODY}
    name = said if said in fields else known_as(said, known, listed)
    if not name:
        hint = did_you_mean(said, known, "see glossary owners")
        raise RefusedError(f"nobody is called '{said}' here; {hint}")
    return name
