"""``glossary import --update FILE``: what was edited in a sheet, SKOS or TBX goes into the corpus."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, NoReturn

import click

from site_gen.checks.corpus import in_language
from site_gen.checks.rules import CHECKS
from site_gen.checks.run import judge
from site_gen.cli.app import count, report
from site_gen.cli.change import end_unless_confirmed, tell_what_becomes_public
from site_gen.cli.corpus import end_where_unreadable
from site_gen.corpus.disk import Tree, read_tree, write_tree
from site_gen.corpus.layout import TERMS
from site_gen.corpus.load import load
from site_gen.corpus.yaml.edit import EditError
from site_gen.editing.sheet.change import changes
from site_gen.editing.sheet.compare import Compared, compare
from site_gen.editing.sheet.locate import arisen, at_cells
from site_gen.editing.sheet.read import Sheet, read
from site_gen.model.audience import visible
from site_gen.model.problem import Problem, errors
from site_gen.model.records import Glossary, Site
from site_gen.settings import load_site
from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats.xml_tree import parsed


def update_from_sheet(
    root: Path, data: bytes, name: str, *, dry_run: bool, yes: bool, as_json: bool
) -> NoReturn:
    """Write what was edited; with a wrong value nothing, with a conflict everything else.

    Ends the command with exit code 1 on problems and on conflicts.
    """
    tree = read_tree(root)
    loaded = load(tree.files)
    end_where_unreadable(tree, loaded)
    site = load_site(root)
    glossary = in_language(loaded.glossary, site.language)
    shown = Path(name).name
    try:
        sheet = _read(data, shown, loaded.glossary, site, is_sure=yes)
    except UnreadableError as error:
        _stop((Problem(path=shown, line=0, code=error.code, message=str(error), hint=error.hint),))
    compared = compare(sheet, glossary)
    files, problems = _changes(root, tree, sheet, compared)
    if errors(problems):
        _stop(problems)
    report(problems, "text", err=True)
    exposes = tell_what_becomes_public(loaded, tree, files, load_site(root))
    if not dry_run:
        if exposes:
            end_unless_confirmed(yes)
        write_tree(root, files, read=tree.files)
    if as_json:
        click.echo(json.dumps(_as_data(compared), ensure_ascii=False, indent=2))
    else:
        _tell(compared, dry_run)
    sys.exit(1 if compared.conflicts else 0)


def _read(data: bytes, name: str, glossary: Glossary, site: Site, *, is_sure: bool) -> Sheet:
    """The sheet, or a file in an exchange format as one. Raises ``UnreadableError``."""
    begin = data[:4_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if begin.startswith((b"PK", b"\xd0\xcf")) or name.lower().endswith((".xlsx", ".xlsm")):
        return read(data, name)
    from site_gen.editing.exchange import csv_sheet, skos_read, tbx_read
    from site_gen.editing.exchange.bring_back import as_sheet

    if csv_sheet.is_csv(data):
        return csv_sheet.read_csv(data, name, glossary, is_sure=is_sure)
    if b"<tbx" in begin or b"<martif" in begin:
        found = tbx_read.concepts(parsed(data), glossary, site)
    elif begin.startswith((b"@prefix", b"@base", b"{", b"[", b"<", b"#", b"PREFIX", b"BASE")):
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise UnreadableError("sheet-unreadable", "not UTF-8 text", "save it as UTF-8") from None
        found = skos_read.concepts(text, name, glossary, site)
    else:
        raise UnreadableError("sheet-unreadable", "no sheet, no CSV of one, no SKOS and no TBX", _EXPORTS)
    if not found:
        raise UnreadableError("sheet-unreadable", "no concept is in it", _EXPORTS)
    return as_sheet(found, name, glossary, visible(glossary, site), site, is_sure=is_sure)


_EXPORTS = "give what 'glossary export sheet', 'skos' or 'tbx' wrote, with your changes"


def _stop(problems: tuple[Problem, ...]) -> NoReturn:
    report(problems, "text", err=True)
    click.echo("Nothing was written.", err=True)
    sys.exit(1)


def _changes(
    root: Path, tree: Tree, sheet: Sheet, compared: Compared
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """What would be written, and what is wrong in the sheet or would then be wrong in the corpus."""
    site = load_site(root)
    try:
        files = changes(tree.files, compared)
    except EditError as error:
        raise click.ClickException(f"the change cannot be made: {error}") from None
    files = {path: text for path, text in files.items() if tree.files.get(path) != text}
    before, _ = judge(tree, site, CHECKS)
    after, corpus = judge(replace(tree, files={**tree.files, **files}), site, CHECKS)
    told = {problem.path for problem in compared.problems}
    new = at_cells(arisen(before, after), sheet, compared, corpus.glossary)
    # a cell whose value could not be taken leaves its field absent: that is the same slip
    more = (one for one in new if one.code != "missing-field" or one.path not in told)
    return files, (*compared.problems, *more)


def _tell(compared: Compared, dry_run: bool) -> None:
    for row in compared.edited:
        click.echo(f"changed   {row.slug}: {', '.join(row.values)}")
    for row in compared.new:
        click.echo(f"new       {row.slug}: a draft in {TERMS}{row.slug}.yaml")
    report(compared.conflicts, "text")
    for slug in compared.gone:
        click.echo(f"left out  {slug}: its row is gone from the sheet; the term stays")
    done = "would change" if dry_run else "changed"
    fields = sum(len(row.values) for row in compared.edited)
    click.echo(
        f"{count(len(compared.edited), 'term')} {done} in {count(fields, 'field')}, {len(compared.new)} new, "
        f"{count(len(compared.conflicts), 'conflict')} left to you, {count(len(compared.gone), 'row')} gone",
        err=True,
    )


def _as_data(compared: Compared) -> dict[str, Any]:
    return {
        "changed": [{"slug": row.slug, "fields": list(row.values)} for row in compared.edited],
        "new": [row.slug for row in compared.new],
        "conflicts": [asdict(problem) for problem in compared.conflicts],
        "gone": list(compared.gone),
    }
