"""The command that looks names up in the corpus: match."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from site_gen.cli.app import command, main
from site_gen.cli.corpus import readable
from site_gen.cli.verdicts import as_data, json_text, progress_bar
from site_gen.match import ASK_FROM, Matcher, Query, Verdict
from site_gen.model.names import fold
from site_gen.model.problem import RefusedError
from site_gen.model.records import Glossary


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
    """Say whether a name exists in the corpus already: same, ask, or new; with score and reason.

    A whole glossary is brought by 'glossary import FILE'; 'glossary merge --dry-run' then says the same of
    its entries.
    """
    _no_tables(name, getattr(file, "name", ""))
    queries = [Query(name=one) for one in name] + list(
        _queries(file, getattr(file, "name", "-")) if file else ()
    )
    if not queries:
        raise click.UsageError('nothing to match; give names, or --names FILE ("-" for standard input)')
    glossary = readable(root).glossary
    with progress_bar("Matching", len(queries)) as progress:
        verdicts = Matcher(glossary, ask_from=ask_from).match_all(queries, progress)
    if as_json:
        click.echo(json_text(as_data(verdict) for verdict in verdicts))
        return
    for verdict in verdicts:
        click.echo(_as_line(verdict, glossary))
        for candidate in verdict.candidates if verdict.kind == "ask" else ():
            click.echo(f"    {candidate.term}  {candidate.score:g}  {candidate.why}")
        for beside, label in _within(verdict.name, glossary) if verdict.kind == "new" else ():
            click.echo(f"    {beside}  has a part of it, and the lookup shows it: {label}")


def _no_tables(given: Iterable[str], file: str) -> None:
    """Raises ``UsageError`` for a file given as a name, and for a table given as a list of names."""
    for one in given:
        if Path(one).is_file():
            raise click.UsageError(
                f"{one!r} is a file, not a name; for names, one a line: --names {one}; "
                f"{_WHOLE.format(file=one)}"
            )
    if Path(file).suffix.lower() in (".csv", ".tsv"):
        raise click.UsageError(
            f"{file} is a table, and --names takes one name a line; {_WHOLE.format(file=file)}"
        )


_PART, _PARTS = 5, 3  # letters that are a part of a name, and terms that are told for one
_WHOLE = "for a glossary with texts: glossary import {file}, then glossary merge --dry-run"


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


def _within(name: str, glossary: Glossary) -> list[tuple[str, str]]:
    """Terms with a name that begins the other or is a word of it, or that it is so in: "Rückruf"."""
    asked = fold(name)
    found = {}
    for term in glossary.terms:
        for _, label in term.labels():
            short, long = sorted((fold(label), asked), key=len)
            is_part = long.startswith(short) or f" {short} " in f" {long} "
            if len(short) >= _PART and is_part and term.slug not in found:
                found[term.slug] = (len(long) - len(short), label)
    nearest = sorted(found.items(), key=lambda one: one[1])[:_PARTS]
    return [(slug, label) for slug, (_, label) in nearest]


def _as_line(verdict: Verdict, glossary: Glossary) -> str:
    if verdict.kind == "same":
        term = glossary.by_slug[verdict.term]
        return f"same  {verdict.name} → {verdict.term} ({term.name})  {verdict.score:g}  {verdict.why}"
    return f"{verdict.kind:4}  {verdict.name}" + (f"  {verdict.why}" if verdict.kind == "new" else "")
