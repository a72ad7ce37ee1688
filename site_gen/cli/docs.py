"""The command that prints the documentation of the tool, which a wheel brings along."""

from __future__ import annotations

import re
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from site_gen.cli.app import command, main
from site_gen.model.problem import RefusedError
from site_gen.model.suggest import did_you_mean

_README = "readme"
_HEADING = re.compile(r"^(#+) +(\S.*)")


@command(main, "glossary docs\nglossary docs upgrade\nglossary docs commands#the-sheet", leftovers="own")
@click.argument("page", metavar="[PAGE[#HEADING]]", default="")
def docs(root: Path, page: str) -> None:
    """Print a page of the documentation, or one part of it; without PAGE the list of all.

    What messages and other pages call docs/upgrade.md, or upgrade.md, is the page 'upgrade'.
    """
    pages = all_pages()
    if not page:
        for name, file in pages.items():
            click.echo(f"{name:18}{_title(file.read_text('utf-8'))}")
        click.echo("\nRead one: glossary docs PAGE")
        return
    name, _, heading = page.partition("#")
    name = name.rpartition("/")[2].removesuffix(".md").lower()
    if name not in pages:
        hint = did_you_mean(name, pages, "all of them: glossary docs")
        raise RefusedError(f"there is no page '{name:.60}'; {hint}")
    text = pages[name].read_text("utf-8")
    click.echo_via_pager(part(text, heading) if heading else text)


def all_pages() -> dict[str, Traversable]:
    """The pages by name, the README first: those in the package, or in a checkout the repository's own."""
    installed = resources.files("site_gen") / "docs"  # pyproject.toml puts them there
    checkout = Path(__file__).resolve().parents[2]
    folder = installed if installed.is_dir() else checkout / "docs"
    readme = folder / "README.md" if installed.is_dir() else checkout / "README.md"
    files = [file for file in folder.iterdir() if file.name.endswith(".md") and file.name != readme.name]
    found = {file.name.removesuffix(".md"): file for file in sorted(files, key=lambda file: file.name)}
    return {_README: readme, **found} if readme.is_file() else found


def part(text: str, heading: str) -> str:
    """What stands below one heading, up to the next of its level. Raises ``RefusedError``."""
    lines = text.splitlines(keepends=True)
    found = {
        at: (len(match[1]), match[2].rstrip())
        for at, line in enumerate(lines)
        if (match := _HEADING.match(line))
    }
    anchors = {anchor(title): at for at, (_, title) in reversed(found.items())}
    if heading not in anchors:
        hint = did_you_mean(heading, anchors, "without # the whole page is printed")
        raise RefusedError(f"no heading of the page is '{heading:.60}'; {hint}")
    start = anchors[heading]
    level = found[start][0]
    ends = (at for at, (other, _) in found.items() if at > start and other <= level)
    return "".join(lines[start : next(ends, len(lines))])


def anchor(title: str) -> str:
    """The address of a heading, as hosts of code make it."""
    plain = re.sub(r"[^\w\- ]", "", title.lower())
    return plain.strip().replace(" ", "-")


def _title(text: str) -> str:
    """The first heading of a page."""
    return next((match[2].rstrip() for line in text.splitlines() if (match := _HEADING.match(line))), "")
