"""The command that begins a new term."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from site_gen.checks.corpus import in_language
from site_gen.cli.app import command, main
from site_gen.cli.change import Corpus, carry_out, dry_run_option, opened
from site_gen.editing.arguments import refuse_paths, refuse_wordless, values_of
from site_gen.editing.new_term import named, spelled_alike, term_text
from site_gen.editing.rename import Changed, path_of, refuse_taken
from site_gen.language import language_of
from site_gen.match import Candidate, Matcher, Query
from site_gen.model import names
from site_gen.model.placeholder import is_unwritten
from site_gen.model.problem import RefusedError
from site_gen.model.records import LEVELS, UNSORTED
from site_gen.model.schema import TERM

_FIELDS = (
    "abbreviations",
    "aliases",
    "topics",
    "related",
    "definition",
    "broader",
    "kind",
    "level",
    "owner",
    "context",
)


@command(
    main,
    'glossary new "Average speed of answer"\n'
    'glossary new "Average speed of answer (ASA)" --topic metrics --broader response-time\n'
    'glossary new "Warm transfer" --definition "A call handed on in person." --full --yes',
    leftovers="recover",
)
@click.argument("name")
@click.option("--abbreviation", "abbreviations", multiple=True, help="A short form; as often as needed.")
@click.option("--alias", "aliases", multiple=True, help="Another current name; as often as needed.")
@click.option("--topic", "topics", multiple=True, help="Id of a topic, home topic first.")
@click.option("--related", multiple=True, help="Slug of a term to read next; as often as needed.")
@click.option("--definition", default="", help="What it is, in one or two sentences.")
@click.option("--broader", default="", help="Slug of the one term that this is a kind or a part of.")
@click.option("--kind", type=click.Choice(TERM["kind"].choices), help="What sort of thing it is.")
@click.option("--level", type=click.Choice(LEVELS), help="Who needs it.")
@click.option("--owner", default="", help="Who answers for it.")
@click.option("--context", default="", help="Only for homonyms: the word in brackets.")
@click.option("--slug", default="", help="Its address; made from the name otherwise.")
@click.option("--full", is_flag=True, help="Write all fields, the others as comments with hints.")
@click.option(
    "--yes",
    is_flag=True,
    help="Go on without asking where there are terms like it, or what was internal becomes public.",
)
@dry_run_option
def new(root: Path, name: str, slug: str, full: bool, yes: bool, dry_run: bool, **given: Any) -> None:
    """Begin a term: look for what exists, write its file, and say what to do next."""
    corpus = opened(root)
    refuse_paths(name)
    preferred, shorts = named(name)
    address = slug or language_of(corpus.site.language).slug(f"{preferred} {given['context']}".strip())
    refuse_wordless(preferred)
    if not address:
        raise RefusedError(f"{names.without_slug(name)}; name one: --slug its-address")
    given["abbreviations"] = [*shorts, *given["abbreviations"]]
    values: dict[str, Any] = {"name": preferred}
    for field in _FIELDS:
        typed = given[field] or ""
        found = [value for one in ([typed] if isinstance(typed, str) else typed)
                 for value in values_of(field, one, corpus.loaded)]  # fmt: skip
        values[field] = found if TERM[field].many else "".join(found)
    values["topics"] = values["topics"] or [UNSORTED]
    if not _wanted(corpus, preferred, values, yes or dry_run):
        sys.exit(1)
    refuse_taken(address, corpus.loaded, corpus.tree.files)
    changed = Changed(changes={path_of(address): term_text(values, full).encode()})
    carry_out(corpus, changed, dry_run=dry_run, say=f"{preferred}: terms/{address}.html", yes=yes)
    if not dry_run:
        _say_next(corpus, values, path_of(address))


def _wanted(corpus: Corpus, name: str, values: dict[str, Any], yes: bool) -> bool:
    """Show the terms that are like it, and ask. Without a terminal nobody can answer."""
    matcher = Matcher(in_language(corpus.loaded.glossary, corpus.site.language))
    labels = dict.fromkeys((name, *values["abbreviations"], *values["aliases"]))
    found: dict[str, Candidate] = {}
    for label in labels:
        verdict = matcher.match(Query(name=label, text=values["definition"]))
        for candidate in (*verdict.candidates, *spelled_alike(corpus.loaded.glossary, label)):
            best = found.setdefault(candidate.term, candidate)
            found[candidate.term] = max(best, candidate, key=lambda one: one.score)
    if not found:
        return True
    click.echo("There are terms like it already:", err=True)
    for candidate in sorted(found.values(), key=lambda one: (-one.score, one.term)):
        term = corpus.loaded.glossary.by_slug[candidate.term]
        click.echo(f"  {candidate.score:3g}  {term.title} ({term.slug}): {candidate.why}", err=True)
        click.echo(f"       {term.definition}", err=True)
    if yes:
        return True
    if not sys.stdin.isatty():
        click.echo(
            "Nothing was written. If it is one of these, add the name to that term's 'aliases'; "
            "if it is another concept, run this again with --yes.",
            err=True,
        )
        return False
    return click.confirm("Is it another concept, to be written all the same?", default=False, err=True)


def _say_next(corpus: Corpus, values: dict[str, Any], path: str) -> None:
    steps = []
    if is_unwritten(values["definition"]):
        steps.append(f"Write the definition in {path}: what it is, in one or two sentences.")
    if values["topics"] == [UNSORTED]:
        known = ", ".join(corpus.loaded.glossary.topics_by_id) or "none yet; begin glossary/topics.yaml"
        steps.append(f"Choose its topic: {known}.")
    steps.append("See it: glossary serve")
    steps.append("Run: glossary check")
    click.echo("Next:")
    for number, step in enumerate(steps, 1):
        click.echo(f"  {number}. {step}")
