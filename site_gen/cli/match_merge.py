"""The commands that bring other glossaries into the corpus: match and merge."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import click

from site_gen.cli.app import command, main
from site_gen.cli.ask import Asker
from site_gen.cli.change import refuse_new_errors, write
from site_gen.cli.corpus import readable
from site_gen.corpus.disk import read_tree
from site_gen.match import ASK_FROM, Matcher, Progress, Query, Verdict
from site_gen.model.problem import RefusedError, SavedSinceError
from site_gen.model.records import Glossary
from site_gen.settings import load_site
from site_gen.sources.merge import Decision, Merged, merge, unclaimed


@command(
    main,
    'glossary match "First call fix"\nglossary match --names their-terms.txt --json',
)
@click.argument("name", nargs=-1)
@click.option(
    "--names",
    "file",
    type=click.File("rb"),
    help="One name a line, or JSON lines with name and text.",
)
@click.option(
    "--ask-from",
    type=click.IntRange(0, 100),
    default=ASK_FROM,
    show_default=True,
    help="Lowest score asked about.",
)
@click.option("--json", "as_json", is_flag=True, help="A list of verdicts with their candidates.")
def match(root: Path, name: tuple[str, ...], file: Any, ask_from: int, as_json: bool) -> None:
    """Say whether a name exists in the corpus already: same, ask, or new; with score and reason."""
    queries = [Query(name=one) for one in name] + list(
        _queries(file, getattr(file, "name", "-")) if file else ()
    )
    if not queries:
        raise click.UsageError('nothing to match; give names, or --names FILE ("-" for standard input)')
    glossary = readable(root).glossary
    with _progress("Matching", len(queries)) as progress:
        verdicts = Matcher(glossary, ask_from=ask_from).match_all(queries, progress)
    if as_json:
        click.echo(_json(_as_data(verdict) for verdict in verdicts))
        return
    for verdict in verdicts:
        click.echo(_as_line(verdict, glossary))
        for candidate in verdict.candidates if verdict.kind == "ask" else ():
            click.echo(f"    {candidate.term}  {candidate.score:g}  {candidate.why}")


def _queries(file: Iterable[bytes], name: str) -> Iterator[Query]:
    """Raises ``RefusedError`` with all lines that are no UTF-8, or begin like JSON and are none."""
    wrong = []
    for number, line in enumerate(file, 1):
        try:
            if text := line.decode("utf-8-sig").strip():
                yield _query(text)
        except UnicodeDecodeError:
            wrong.append(f"{name}:{number}: not UTF-8 text; save the file as UTF-8")
        except (ValueError, KeyError, RecursionError):
            wrong.append(
                f"{name}:{number}: expected a name, or JSON with a name and a text; write it like "
                '{"name": "Hold time", "text": "How long a caller waits."}'
            )
    if wrong:
        raise RefusedError("\n".join(wrong))


def _query(line: str) -> Query:
    """Raises ``ValueError`` or ``KeyError``."""
    if not line.startswith("{"):
        return Query(name=line)
    values = json.loads(line)
    if not isinstance(values["name"], str) or not isinstance(values.get("text") or "", str):
        raise ValueError(line)
    return Query(name=values["name"], text=values.get("text") or "", source=str(values.get("source") or ""))


@command(
    main,
    "glossary merge --dry-run\nglossary merge\nglossary merge --interactive",
    leftovers="recover",
)
@click.option("--dry-run", is_flag=True, help="Show what would be written and write nothing.")
@click.option("--interactive", is_flag=True, help="Ask about what is doubtful, both texts side by side.")
@click.option("--json", "as_json", is_flag=True, help="A list of verdicts with their candidates.")
def merge_(root: Path, dry_run: bool, interactive: bool, as_json: bool) -> None:
    """Give each unclaimed entry its term: claim what is certain, draft what is new, list the rest."""
    asker = Asker() if interactive else None
    merged = _merged(root, dry_run, asker)
    while merged is None:
        click.echo("A file was saved meanwhile: read again, with your answers.", err=True)
        merged = _merged(root, dry_run, asker)
    if as_json:
        click.echo(_json({**_as_data(one.verdict), "source": one.source} for one in merged.decisions))
        return
    _tell(merged, dry_run)


def _merged(root: Path, dry_run: bool, asker: Asker | None) -> Merged | None:
    """What was merged and written; None where answers have to be brought into files saved since."""
    glossary, site = readable(root).glossary, load_site(root)
    tree = read_tree(root)
    with _progress("Matching", 0 if asker else len(unclaimed(glossary))) as progress:
        decide = partial(asker.answer, glossary) if asker else None
        merged = merge(tree.files, decide=decide, progress=progress, severities=site.severities)
    refuse_new_errors(tree, merged.changes, site, err=True)
    try:
        if not dry_run:
            write(root, merged.changes, tree)
    except SavedSinceError:
        if not asker:
            raise
        return None
    return merged


def _tell(merged: Merged, dry_run: bool) -> None:
    for decision in sorted(merged.decisions, key=lambda one: (one.verdict.kind == "ask", one.turn)):
        click.echo(_decision_line(decision))  # what is asked comes last, in the order of --interactive
    count = {
        kind: sum(one.verdict.kind == kind for one in merged.decisions) for kind in ("same", "new", "ask")
    }
    done = "would be claimed" if dry_run else "claimed"
    click.echo(
        f"{count['same']} {done}, {count['new']} drafted, {count['ask']} left to a person"
        + (": write their 'term:' lines, or run glossary merge --interactive" if count["ask"] else ""),
        err=True,
    )


def _decision_line(decision: Decision) -> str:
    verdict = decision.verdict
    line = f"{verdict.kind:4}  {decision.source}: {verdict.name}"
    if verdict.kind == "ask":
        terms = ", ".join(f"{one.term or 'another new entry'} {one.score:g}" for one in verdict.candidates)
        return f"{line} ? {terms}; {verdict.why}" if terms else f"{line}: {verdict.why}"
    return f"{line} → {verdict.term}" + (f"; {verdict.why}" if verdict.kind == "same" else "")


def _as_line(verdict: Verdict, glossary: Glossary) -> str:
    if verdict.kind == "same":
        term = glossary.by_slug[verdict.term]
        return f"same  {verdict.name} → {verdict.term} ({term.name})  {verdict.score:g}  {verdict.why}"
    return f"{verdict.kind:4}  {verdict.name}" + (f"  {verdict.why}" if verdict.kind == "new" else "")


def _as_data(verdict: Verdict) -> Mapping[str, Any]:
    return {
        "name": verdict.name,
        "verdict": verdict.kind,
        "term": verdict.term,
        "score": verdict.score,
        "why": verdict.why,
        "candidates": [{"term": one.term, "score": one.score, "why": one.why} for one in verdict.candidates],
    }


def _json(rows: Iterable[Mapping[str, Any]]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, indent=2)


@contextmanager
def _progress(label: str, length: int) -> Iterator[Progress | None]:
    """A progress bar on standard error while a long run goes on; short ones and pipes get none."""
    if length <= 200 or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield lambda done, total: bar.update(done - bar.pos)
