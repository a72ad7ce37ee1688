"""The command that reads a raw glossary into ``glossary/sources/``."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from site_gen.cli import raw_document
from site_gen.cli.app import command, count, main, report
from site_gen.cli.change import refuse, write
from site_gen.cli.sheet import update_from_sheet
from site_gen.cli.verdicts import progress_bar
from site_gen.corpus.disk import Tree, read_tree
from site_gen.corpus.layout import IMPORT_RULES, SOURCES
from site_gen.corpus.load import load
from site_gen.corpus.yaml.edit import EditError, set_values
from site_gen.corpus.yaml.write import document
from site_gen.editing.new_problems import new_errors
from site_gen.model import names
from site_gen.model.problem import Problem, RefusedError, as_json, errors
from site_gen.model.records import Origin, Source
from site_gen.settings import load_site
from site_gen.sources import importing
from site_gen.sources.entries.proof import meant, refuse_untrue, with_entry
from site_gen.sources.entries.update import Changes, update, updated
from site_gen.sources.entries.write import to_yaml

_FIELDS = ", ".join(importing.FIELDS) + ", or - for none"
BIG = 300_000  # bytes whose reading takes long enough to be told
_SHOWN = 70  # characters of a line that was not taken
_FIRST = 5  # passages that are shown where a document is refused


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What an import would write, what it found, and the corpus that it read."""

    source: Source
    imported: importing.Imported
    changes: Changes
    files: Mapping[str, bytes]
    tree: Tree
    is_new: bool


@command(
    main,
    "glossary import their-glossary.html --source theirs\n"
    "glossary import terms.xlsx --source desk --columns 'Term=name' --columns 'What it is=text'\n"
    "glossary import list.txt --source vendor --format text --title 'Vendor words' --no-text --dry-run\n"
    "glossary import --update build/terms.xlsx",
    name="import",
    leftovers="recover",
)
@click.argument("file", type=raw_document.FileOrFolder("rb"))
@click.option("--source", "identity", help="Id of the source: names its file in glossary/sources/.")
@click.option(
    "--update",
    is_flag=True,
    help="FILE is from 'glossary export sheet', 'skos' or 'tbx': bring its changes back.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(importing.FORMATS),
    help="Read it as this.",
)
@click.option(
    "--columns", multiple=True, metavar="COLUMN=FIELD",
    help=f"A column and the field it holds ({_FIELDS}); kept for next time.",
)  # fmt: skip
@click.option("--title", help="Title of a new source; taken from the document otherwise.")
@click.option("--publisher", default="", help="Publisher of a new source.")
@click.option("--no-text", is_flag=True, help="A new source's own words stay out of the corpus.")
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
@click.option(
    "--yes",
    is_flag=True,
    help="Write changes of an imported source, and what a sheet makes public, without asking.",
)
@click.option("--json", "as_json", is_flag=True, help="What was found, as data.")
def import_(root: Path, file: Any, identity: str | None, columns: tuple[str, ...], **options: Any) -> None:
    """Read a raw glossary into glossary/sources/ID.yaml, or an edited export back into the terms (--update).

    FILE may be a folder of pages. Format and shape are found by themselves; --format names the
    formats. What is not taken is listed with its line and reason. Importing a source again shows what
    is new, changed and gone before it writes, and never touches 'says' and 'term'.
    """
    if not options["update"] and not names.is_slug(identity or ""):
        what = f"--source '{identity}': use" if identity else "name the source with --source ID, of"
        raise click.UsageError(f"{what} lower-case letters, digits and single hyphens")
    if identity in names.DEVICES:
        raise click.UsageError(f"--source '{identity}': Windows cannot hold such a file; add a word")
    data, name = raw_document.read(file)
    if options["update"] and not isinstance(data, bytes):
        raise click.UsageError("--update takes an export of all terms, not a folder")
    if options["update"] and isinstance(data, bytes):
        if identity or columns:
            raise click.UsageError("--update takes an export of all terms: leave out --source and --columns")
        update_from_sheet(
            root, data, name, dry_run=options["dry_run"], yes=options["yes"], as_json=options["as_json"]
        )
    _import(root, data, name, str(identity), columns, options)


def _import(
    root: Path,
    data: bytes | Mapping[str, bytes | None],
    name: str,
    identity: str,
    columns: tuple[str, ...],
    options: Mapping[str, Any],
) -> None:
    plan = _plan(root, data, name, identity, _mapping(columns), options)
    _prove(root, plan)
    if not options["as_json"]:
        _tell_changes(plan, name)
    if not options["dry_run"]:
        if not plan.is_new and not options["yes"] and sys.stdin.isatty():
            click.confirm(f"{_changed(plan)}. Write this?", abort=True)
        write(root, plan.files, plan.tree)
    if options["as_json"]:
        click.echo(json.dumps(_as_data(plan), ensure_ascii=False, indent=2))
    else:
        _tell_done(plan)
        _tell_terms(plan)
        if plan.is_new and plan.changes.new and not options["dry_run"]:
            _tell_next(plan)


def _prove(root: Path, plan: _Plan) -> None:
    """End the command where what would be written is not what was meant, or has an error of its own."""
    path = plan.source.origin.path
    data = plan.files[path]
    site = load_site(root)
    refuse(new_errors(plan.tree, plan.files, site), partial(with_entry, path=path, data=data), err=True)
    old = replace(plan.source, entries=()) if plan.is_new else plan.source
    refuse_untrue(path, data, plan.source, meant(old, plan.changes))


def _mapping(columns: tuple[str, ...]) -> dict[str, str]:
    pairs = [column.rpartition("=") for column in columns]
    for column, sign, field in pairs:
        if not sign or not column or field not in (*importing.FIELDS, "-"):
            raise click.UsageError(f"--columns '{column}{sign}{field}': write COLUMN=FIELD; use {_FIELDS}")
    return {column: field for column, _, field in pairs}


def _plan(
    root: Path,
    data: bytes | Mapping[str, bytes | None],
    filename: str,
    identity: str,
    columns: Mapping[str, str],
    options: Mapping[str, Any],
) -> _Plan:
    """Raises ``SystemExit`` with the problems printed where the document or the corpus cannot be read."""
    tree = read_tree(root)
    path, rules_path = f"{SOURCES}{identity}.yaml", f"{SOURCES}{identity}{IMPORT_RULES}"
    language = load_site(root).language
    written = tree.files.get(rules_path, b"").decode("utf-8-sig", "replace")
    rules, problems = importing.rules(written, rules_path)
    with progress_bar(f"Reading {filename}", 0 if options["as_json"] else _steps(data), many=0) as progress:
        imported = importing.read(
            data, filename, source=identity, format=options["form"] or "", columns=columns,
            language=language, rules=rules if rules_path in tree.files else None, progress=progress,
        )  # fmt: skip
    loaded = load({path: tree.files[path]} if path in tree.files else {})
    wrong = (*(problems if rules_path in tree.files else ()), *loaded.problems, *imported.problems)
    _stop_on_errors(wrong, identity, imported, options["as_json"], filename)
    old = next(iter(loaded.glossary.sources), None)
    source = old or Source(
        id=identity,
        title=options["title"] or imported.title or identity,
        publisher=options["publisher"],
        retrieved=date.today(),
        keep_text=not options["no_text"],
        origin=Origin(path=path),
    )
    changes = update(source, imported)
    try:
        files = _files(tree.files, source, changes, columns, rules_path, old is None)
    except EditError as error:
        raise RefusedError(f"{path}: cannot be changed by a command: {error}; change it by hand") from None
    return _Plan(
        source=source, imported=imported, changes=changes, files=files, tree=tree, is_new=old is None
    )


def _steps(data: bytes | Mapping[str, bytes | None]) -> int:
    """The steps that are told while a big document is read; 0 for one that is read at once."""
    size = len(data) if isinstance(data, bytes) else sum(len(content or b"") for content in data.values())
    return importing.STEPS if size > BIG else 0


def _stop_on_errors(
    problems: tuple[Problem, ...], identity: str, imported: importing.Imported, as_data: bool, filename: str
) -> None:
    """End the command where there are errors; they are printed as data as well where data is asked for."""
    report(problems, "text", err=True)
    if errors(problems):
        if as_data:
            found = _found_as_data(replace(imported, problems=problems))
            click.echo(json.dumps({"source": identity, **found}, ensure_ascii=False, indent=2))
        else:
            _tell_skipped(imported.skipped[:_FIRST], filename)
            if (more := len(imported.skipped) - _FIRST) > 0:
                click.echo(f"{filename}: {count(more, 'more passage')} not taken; --json lists all", err=True)
        click.echo("Nothing was written.", err=True)
        sys.exit(1)


def _files(
    files: Mapping[str, bytes],
    source: Source,
    changes: Changes,
    columns: Mapping[str, str],
    rules: str,
    is_new: bool,
) -> dict[str, bytes]:
    path = source.origin.path
    if is_new:
        text = to_yaml(replace(source, entries=changes.new))
    else:
        text = updated(files[path].decode("utf-8-sig"), source, changes)
    out = {path: text.encode()}
    if columns:
        known = files.get(rules, b"").decode("utf-8-sig")
        kept: dict[tuple[str | int, ...], str] = {
            ("columns", column): field for column, field in columns.items()
        }
        out[rules] = (set_values(known, kept) if known else document({"columns": dict(columns)})).encode()
    return out


def _tell_changes(plan: _Plan, filename: str) -> None:
    changes, imported = plan.changes, plan.imported
    if not plan.is_new:
        for label, entries in (
            ("new", changes.new),
            ("changed", [pair.after for pair in changes.changed]),
            ("gone", changes.gone),
        ):
            for entry in entries:
                click.echo(f"{label:8}{entry.name}")
    _tell_skipped(imported.skipped, filename)
    if imported.columns:
        told = "; ".join(
            f"{column[:40]} = {held or 'not taken'}" for column, held in imported.columns.items()
        )
        click.echo(f"{filename}: columns: {told}", err=True)
    for pair in imported.near:
        click.echo(f"{filename}: '{pair.name}' and '{pair.other}' may be one term: {pair.why}", err=True)


def _tell_skipped(found: Sequence[importing.Skipped], filename: str) -> None:
    for skipped in found:
        shown = skipped.text if len(skipped.text) <= _SHOWN else skipped.text[: _SHOWN - 1] + "…"
        place = skipped.where or skipped.line
        click.echo(f"{filename}:{place}: not taken, {skipped.why}: {shown}", err=True)


def _tell_done(plan: _Plan) -> None:
    imported = plan.imported
    said = f"{count(len(imported.entries), 'entry', 'entries')}, read as {imported.format}"
    if not plan.is_new:
        said += f": {_changed(plan)}" + (" (left for you to delete)" if plan.changes.gone else "")
    skipped = count(len(imported.skipped), "passage")
    click.echo(f"{plan.source.origin.path}: {said}; {skipped} not taken", err=True)


def _terms(plan: _Plan) -> dict[str, list[str]]:
    """The terms that have entries which changed or are gone, each with the names of those entries."""
    touched: dict[str, list[str]] = {}
    for entry in (*(pair.before for pair in plan.changes.changed), *plan.changes.gone):
        if entry.term:
            touched.setdefault(entry.term, []).append(entry.name)
    return touched


def _tell_terms(plan: _Plan) -> None:
    """The terms to be read again: an import changes a source only, and a term has its own words."""
    touched = _terms(plan)
    if not touched:
        return
    click.echo(f"Terms with entries that are not as they were ({len(touched)}), left as they are:", err=True)
    for slug, entries in sorted(touched.items()):
        click.echo(f"  {slug}: {', '.join(entries)}", err=True)
    first = min(touched)
    click.echo(f"Next: read each against {plan.source.origin.path}; change its words in its file,", err=True)
    click.echo(f"  or: glossary set definition 'New text.' {first}; then: glossary check", err=True)


def _tell_next(plan: _Plan) -> None:
    click.echo(f"Next: 1. Read {plan.source.origin.path}: is each name and text where it belongs?", err=True)
    if plan.is_new and plan.source.title == plan.source.id:
        click.echo(
            f"     Readers see it as '{plan.source.title}'; its name is 'title' there (or --title)", err=True
        )
    click.echo("  2. Make terms of the entries: glossary merge --dry-run, then glossary merge", err=True)
    approve = "glossary set status approved SLUG"
    click.echo(f"  3. See the drafts: glossary serve; approve what is right: {approve}", err=True)


def _changed(plan: _Plan) -> str:
    changes = plan.changes
    return f"{len(changes.new)} new, {len(changes.changed)} changed, {len(changes.gone)} gone"


def _as_data(plan: _Plan) -> Mapping[str, Any]:
    changes = plan.changes
    return {
        "source": plan.source.id,
        **_found_as_data(plan.imported),
        "title": plan.source.title,
        "new": [entry.name for entry in changes.new],
        "changed": [pair.after.name for pair in changes.changed],
        "gone": [entry.name for entry in changes.gone],
        "terms": _terms(plan),
    }


def _found_as_data(imported: importing.Imported) -> Mapping[str, Any]:
    return {
        "title": imported.title,
        "format": imported.format,
        "columns": dict(imported.columns),
        "entries": [
            {
                "name": entry.name,
                "also": list(entry.also),
                "in_other_languages": {code: list(names) for code, names in entry.in_other_languages.items()},
                "say_to_customer": entry.say_to_customer,
                "topics": list(entry.topics),
                "search_as": list(entry.search_as),
                "owner": entry.owner,
                "reviewed": str(entry.reviewed or ""),
                "at": entry.at,
                "text": entry.text,
            }
            for entry in imported.entries
        ],
        "skipped": [
            {"line": one.line, "where": one.where or f"line {one.line}", "text": one.text, "why": one.why}
            for one in imported.skipped
        ],
        "near": [{"name": one.name, "other": one.other, "why": one.why} for one in imported.near],
        "problems": json.loads(as_json(imported.problems)),
    }
