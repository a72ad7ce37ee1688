"""The command that brings the entries of other glossaries into the corpus: merge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from site_gen.cli.app import command, main
from site_gen.cli.ask import Asker
from site_gen.cli.change import refuse_new_errors, write
from site_gen.cli.corpus import readable
from site_gen.cli.examples import unchanged_examples
from site_gen.cli.next_steps import drafts_for_home, drafts_owned, drafts_without_topic, kept_in_sources
from site_gen.cli.verdicts import as_data, json_text, progress_bar, tell_long_work
from site_gen.corpus.disk import Tree, read_tree
from site_gen.corpus.layout import SHEET, TOPICS
from site_gen.corpus.load import load
from site_gen.editing.new_problems import new_problems
from site_gen.model.problem import SavedSinceError, errors
from site_gen.model.records import Entry, Glossary, Site, Term
from site_gen.settings import load_site
from site_gen.sources.decisions import Decision, Merged
from site_gen.sources.merge import merge, unclaimed

SHOWN = 4  # groups that are told by name


@command(
    main,
    "glossary merge --dry-run\nglossary merge\nglossary merge --interactive",
    leftovers="recover",
)
@click.option("--dry-run", is_flag=True, help="Show what would be written and write nothing.")
@click.option("--interactive", is_flag=True, help="Ask about what is doubtful, both texts side by side.")
@click.option("--json", "as_json", is_flag=True, help="A list of verdicts with their candidates.")
def merge_(root: Path, dry_run: bool, interactive: bool, as_json: bool) -> None:
    """Give each unclaimed entry its term: claim what is certain, draft what is new, list the rest.

    The examples that came with 'init' give way to the first drafts, while nobody has changed or used them.
    """
    asker = Asker() if interactive else None
    done = _merged(root, dry_run, asker)
    while done is None:
        click.echo("A file was saved meanwhile: read again, with your answers.", err=True)
        done = _merged(root, dry_run, asker)
    if as_json:
        decisions = done.merged.decisions
        click.echo(json_text({**as_data(one.verdict), "source": one.source} for one in decisions))
        return
    _tell(done, dry_run)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """A merge into ``glossary``; ``gone`` are the files of the examples that gave way to its drafts."""

    merged: Merged
    gone: tuple[str, ...]
    glossary: Glossary
    site: Site

    @property
    def claimed(self) -> tuple[tuple[Entry, Term], ...]:
        """The entries that now belong to terms that were there, with these."""
        rows = {(source.id, entry.name): entry for source, entry in unclaimed(self.glossary)}
        terms = self.glossary.by_slug
        return tuple(
            (rows[one.source, one.verdict.name], terms[one.verdict.term])
            for one in self.merged.decisions
            if one.verdict.kind == "same" and one.verdict.term in terms
        )

    @property
    def drafts(self) -> tuple[Term, ...]:
        """The terms that are new."""
        slugs = {one.verdict.term for one in self.merged.decisions if one.drafted}
        return tuple(term for term in load(self.merged.changes).glossary.terms if term.slug in slugs)


def _merged(root: Path, dry_run: bool, asker: Asker | None) -> _Done | None:
    """What was merged and written; None where answers have to be brought into files saved since."""
    glossary, site = readable(root).glossary, load_site(root)
    tree = read_tree(root)
    tell_long_work(len(unclaimed(glossary)), len(glossary.terms))
    with progress_bar("Matching", 0 if asker else len(unclaimed(glossary))) as progress:
        decide = partial(asker.answer, glossary) if asker else None
        examples = _unused_examples(tree, site)
        files = {path: data for path, data in tree.files.items() if path not in examples}
        merged = merge(
            files, decide=decide, progress=progress, severities=site.severities, language=site.language
        )
    gone = examples if any(one.drafted for one in merged.decisions) else ()
    changes = {**dict.fromkeys(gone), **merged.changes}
    refuse_new_errors(tree, changes, site, err=True)
    try:
        if not dry_run:
            write(root, changes, tree)
    except SavedSinceError:
        if not asker:
            raise
        return None
    return _Done(merged=merged, gone=gone, glossary=glossary, site=site)


def _unused_examples(tree: Tree, site: Site) -> tuple[str, ...]:
    """The files of the examples, where nothing of the desk's own leads to them."""
    found = unchanged_examples(tree.files)
    if not found:
        return ()  # to judge the whole corpus for nothing takes as long as the merge
    return () if errors(new_problems(tree, dict.fromkeys(found), site, {})) else found


def _tell(done: _Done, dry_run: bool) -> None:
    merged = done.merged
    for decision in sorted(merged.decisions, key=lambda one: (one.verdict.kind == "ask", one.turn)):
        click.echo(_decision_line(decision))  # what is asked comes last, in the order of --interactive
    for topic in merged.topics:
        click.echo(
            f"topic {topic.name} → {topic.id}; a group of the source; say in {TOPICS} what belongs there"
        )
    for source, left in merged.ungrouped.items():
        told = ", ".join(left.groups[:SHOWN]) + (", …" if len(left.groups) > SHOWN else "")
        click.echo(
            f"{source}: no topics of the groups {told}, since {left.why}; what {TOPICS} names is taken",
            err=True,
        )
    count = {
        kind: sum(one.verdict.kind == kind for one in merged.decisions) for kind in ("same", "new", "ask")
    }
    if done.gone:
        say = "would give way" if dry_run else "gave way"
        click.echo(f"The examples of 'init' {say}, unchanged as they were: {', '.join(done.gone)}", err=True)
    say = "would be claimed" if dry_run else "claimed"
    click.echo(
        f"{count['same']} {say}, {count['new']} drafted, {count['ask']} left to a person"
        + (": write their 'term:' lines, or run glossary merge --interactive" if count["ask"] else ""),
        err=True,
    )
    for line in kept_in_sources(done.claimed, done.glossary):
        click.echo(line, err=True)
    if count["new"]:
        _tell_next(done, dry_run)


def _tell_next(done: _Done, dry_run: bool) -> None:
    """What a desk does with its drafts; names alone are not what people type."""
    drafts, glossary = done.drafts, done.glossary
    for line in (*drafts_without_topic(drafts), *drafts_owned(drafts, glossary, done.site)):
        click.echo(line, err=True)
    if dry_run:
        click.echo("Next: glossary merge", err=True)
        return
    approve = "glossary set status approved SLUG"
    click.echo(f"Next: 1. Read the drafts: glossary serve; approve what is right: {approve}", err=True)
    click.echo(
        "  2. Add what colleagues type who do not know a name, to the column search_as of the", err=True
    )
    click.echo(f"     sheet: glossary export sheet; then: glossary import --update {SHEET}", err=True)
    click.echo("  3. See what is left: glossary check, glossary health", err=True)
    for line in drafts_for_home(drafts, glossary):
        click.echo(line, err=True)


def _decision_line(decision: Decision) -> str:
    verdict = decision.verdict
    line = f"{verdict.kind:4}  {decision.source}: {verdict.name}"
    if verdict.kind == "ask":
        terms = ", ".join(f"{one.term or 'another new entry'} {one.score:g}" for one in verdict.candidates)
        return f"{line} ? {terms}; {verdict.why}" if terms else f"{line}: {verdict.why}"
    return f"{line} → {verdict.term}" + (f"; {verdict.why}" if verdict.kind == "same" else "")
