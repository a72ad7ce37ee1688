"""The command that starts another glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from site_gen.cli.app import command, main
from site_gen.corpus.yaml import write
from site_gen.editing.arguments import refuse_odd
from site_gen.model.audience import NO_ACCESS_CONTROL
from site_gen.model.problem import RefusedError

_IGNORED = b"*\n!.gitignore\n"
_NAME = re.compile(r"^site_name: .*$", re.MULTILINE)


@command(
    main,
    'glossary init desk-glossary\nglossary init desk-glossary --name "Words of our desk"',
    leftovers="own",
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="Our glossary", show_default=True, help="Name of the site.")
def init(root: Path, folder: Path, name: str) -> None:
    """Start another glossary in DIR: three terms, a topic, a learning path and the settings of the site."""
    refuse_odd(name)
    there = sorted(path.name for path in folder.iterdir() if path.name != ".git") if folder.is_dir() else []
    if there:
        raise RefusedError(
            f"{folder} is not empty ({', '.join(there[:3])}); name a folder that is new or empty"
        )
    files = starter(" ".join(name.split()) or "Our glossary")
    _write(folder, files)
    click.echo(f"A glossary with three terms stands in {folder}. Next:")
    click.echo(f"  1. cd {folder}")
    click.echo("  2. See it: glossary serve")
    click.echo("  3. Change glossary/terms/ticket.yaml, and begin a term: glossary new NAME")
    click.echo("  4. Keep it: git init, and commit everything")
    click.echo(
        "The site is internal. With 'audience: public' in mkdocs.yml it leaves out what is marked internal; "
        f"but {NO_ACCESS_CONTROL}"
    )


def starter(name: str) -> Mapping[str, bytes]:
    """The files of a glossary that has just begun, by path."""
    files = {path: file.read_bytes() for path, file in _files(resources.files("site_gen.cli") / "starter")}
    files[".gitignore"] = files.pop("gitignore.txt")
    files |= {f"build/{folder}/.gitignore": _IGNORED for folder in ("docs", "theme")}
    site_name = f"site_name: {write.scalar(name, indent=0, one_line=True)}"
    files["mkdocs.yml"] = _NAME.sub(lambda _: site_name, files["mkdocs.yml"].decode()).encode()
    return files


def _files(folder: Traversable, below: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{below}{entry.name}/")
        else:
            yield below + entry.name, entry


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """All files, or none: what was written goes again where the disk refuses one."""
    made: list[Path] = []
    try:
        for path, data in sorted(files.items()):
            place = folder / path
            new = [parent for parent in (place.parent, *place.parent.parents) if not parent.exists()]
            made += reversed(new)
            place.parent.mkdir(parents=True, exist_ok=True)
            made.append(place)
            place.write_bytes(data)
    except OSError:
        for path_made in reversed(made):
            with suppress(OSError):
                path_made.rmdir() if path_made.is_dir() else path_made.unlink()
        raise
