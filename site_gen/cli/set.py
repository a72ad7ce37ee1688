"""The commands that change one field of many terms: set, review, deprecate."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from site_gen.cli.app import command, main
from site_gen.cli.change import carry_out, chosen, count, dry_run_option, opened, selection, yes_option
from site_gen.cli.next_steps import after_approval, after_owner, after_shipped_changed
from site_gen.editing import arguments, set_fields
from site_gen.model.problem import RefusedError
from site_gen.model.schema import term_fields

_ASKS_REVIEW = term_fields(lambda spec: spec.reviewed)
_DAY = click.DateTime(["%Y-%m-%d"])


@command(
    main,
    "glossary set owner 'Service desk' churn backlog\n"
    "glossary set level essential --topic basics --dry-run\n"
    "glossary set topics metrics churn --add\n"
    "glossary set owner '' churn",
    name="set",
    leftovers="recover",
)
@click.argument("field")
@click.argument("value")
@selection
@click.option("--add", is_flag=True, help="Add VALUE to the list that FIELD is.")
@click.option("--remove", is_flag=True, help="Take VALUE out of the list that FIELD is.")
@yes_option
@dry_run_option
def set_(
    root: Path,
    field: str,
    value: str,
    slug: tuple[str, ...],
    add: bool,
    remove: bool,
    yes: bool,
    dry_run: bool,
    **by: str,
) -> None:
    """Give FIELD the same VALUE in several terms at once; '' takes the field out.

    A list is typed as '[one, two]'. Nothing is written where the corpus would have an error afterwards. What
    would make something internal public is asked about first.
    """
    if add and remove:
        raise click.UsageError("--add and --remove exclude each other")
    corpus = opened(root)
    arguments.field_named(field)
    terms = chosen(corpus, slug, **by)
    values = arguments.values_of(field, value, corpus.loaded)
    if (add or remove) and not values:
        raise click.UsageError("--add and --remove need a value")
    change = (
        set_fields.add_to_field if add else set_fields.take_from_field if remove else set_fields.set_field
    )
    changed = change(corpus.tree.files, terms, field, values)
    carry_out(corpus, changed, dry_run=dry_run, say=f"{field} of {count(terms)}", yes=yes)
    if dry_run or not changed.changes:
        return
    if (field, value) == ("status", "approved"):
        _say(after_approval(terms))
    elif field == "owner":
        _say(after_owner(value, corpus.loaded.glossary, corpus.site))
    elif field in _ASKS_REVIEW:
        _say(after_shipped_changed(terms))


def _say(steps: Iterable[str]) -> None:
    for step in steps:
        click.echo(step, err=True)


@command(
    main,
    "glossary review churn backlog\nglossary review --topic metrics --date 2026-11-21 --by 'Ana Ruiz'",
    leftovers="recover",
)
@selection
@click.option("--date", "day", type=_DAY, help="The day of the review. Default: today.")
@click.option("--by", "reader", metavar="NAME", default="", help="Who read them. Default: their owners.")
@dry_run_option
def review(
    root: Path, slug: tuple[str, ...], day: datetime | None, reader: str, dry_run: bool, **by: str
) -> None:
    """Stamp terms as reviewed: someone has read them against practice, and they hold.

    A term that came with the shipped glossary is approved by it; a draft stays a draft.
    """
    stamp = _day(day)
    corpus = opened(root)
    terms = chosen(corpus, slug, **by)
    changed = set_fields.review(corpus.tree.files, terms, stamp, reader.strip())
    carry_out(corpus, changed, dry_run=dry_run, say=f"Reviewed on {stamp}: {count(terms)}")


@command(
    main,
    "glossary deprecate trouble-ticket --replaced-by ticket\n"
    "glossary deprecate fax-queue --why 'We have no fax any more.'",
    leftovers="recover",
)
@click.argument("slug", nargs=-1, required=True)
@click.option("--replaced-by", "instead", metavar="SLUG", default="", help="The term to use instead.")
@click.option("--why", default="", help="The reason, where no term replaces it.")
@click.option("--date", "day", type=_DAY, help="Out of use since that day. Default: today.")
@yes_option
@dry_run_option
def deprecate(
    root: Path, slug: tuple[str, ...], instead: str, why: str, day: datetime | None, yes: bool, dry_run: bool
) -> None:
    """Mark terms as out of use, with what to say instead or why. Their pages stay.

    A learning path of internal terms that goes by a public one afterwards is asked about first.
    """
    if not instead and not why.strip():
        raise click.UsageError("say what replaces it (--replaced-by SLUG), or why it goes (--why TEXT)")
    since = _day(day)
    corpus = opened(root)
    terms = chosen(corpus, slug)
    other = arguments.term_named(instead, corpus.loaded) if instead else None
    if other in terms:
        raise RefusedError(f"'{instead}' cannot replace itself")
    reason = "".join(arguments.values_of("why", why, corpus.loaded))
    changed = set_fields.deprecate(corpus.tree.files, corpus.loaded, terms, other, reason, since)
    carry_out(corpus, changed, dry_run=dry_run, say=f"Out of use since {since}: {count(terms)}", yes=yes)


def _day(given: datetime | None) -> date:
    """Raises ``click.UsageError`` for a day that has not come yet."""
    day = given.date() if given else date.today()
    if day > date.today():
        raise click.UsageError(f"--date {day} lies in the future")
    return day
