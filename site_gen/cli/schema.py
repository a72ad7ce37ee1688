"""The command that writes the JSON Schemas for editors."""

from __future__ import annotations

from pathlib import Path

import click

from site_gen.cli.app import command, main
from site_gen.corpus.confine import own_place, write_own
from site_gen.corpus.disk import read_tree
from site_gen.corpus.load import load
from site_gen.export.json_schema import NAMES, schemas
from site_gen.model.records import Glossary

FOLDER = "schema"


@command(main, "glossary schema\nglossary schema --stdout term.json")
@click.option("--stdout", "name", metavar="NAME", help="Print one of the files instead of writing all.")
def schema(root: Path, name: str) -> None:
    """Write the JSON Schemas of the corpus files into schema/, for completion and help while typing.

    The terms and topics that are offered stand in schema/names.json. It may lag behind: what it does not
    know is no error, and `glossary check --fix` brings it up to date.
    """
    texts = schemas(load(read_tree(root).files).glossary)
    if name:
        if name not in texts:
            raise click.UsageError(f"there is no '{name}'; one of {', '.join(texts)}")
        click.echo(texts[name], nl=False)
        return
    changed = [name for name, text in texts.items() if write(root, name, text)]
    click.echo(f"{len(changed)} of {len(texts)} files written to {root / FOLDER}")


def write(root: Path, name: str, text: str) -> bool:
    """Write a schema file if it is not so already; whether it was written."""
    file = own_place(root, root / FOLDER / name)
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return False
    write_own(root, f"{FOLDER}/{name}", text.encode())
    return True


def refresh(root: Path, glossary: Glossary, *, dry_run: bool) -> str:
    """Bring the offered names up to date where a project has them; the path if they were not."""
    file = own_place(root, root / FOLDER / NAMES)
    text = schemas(glossary)[NAMES]
    if not file.is_file() or file.read_text(encoding="utf-8") == text:
        return ""
    if not dry_run:
        write(root, NAMES, text)
    return f"{FOLDER}/{NAMES}"
