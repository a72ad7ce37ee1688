"""The command that starts another glossary."""

from __future__ import annotations

import os
import re
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from site_gen.cli.app import command, main
from site_gen.corpus.layout import PAGES, ROOT, TERMS, UPSTREAM
from site_gen.corpus.yaml import write
from site_gen.editing.arguments import refuse_odd
from site_gen.model.audience import NO_ACCESS_CONTROL
from site_gen.model.names import slug
from site_gen.model.problem import RefusedError
from site_gen.model.suggestions import destination

_PACKAGE = "support-glossary"
_WORKFLOWS = {"reviews.yml": ".github/workflows/reviews.yml", "digest.yml": ".github/workflows/digest.yml"}
_FORMS = ".github/ISSUE_TEMPLATE/"
_IGNORED = b"*\n!.gitignore\n"
_NAME = re.compile(r"^site_name: .*$", re.MULTILINE)
_PLUGIN = "  - glossary:\n"
_STARTER_TERMS = b"Start by changing the three terms that came with it."
_SHIPPED_TERMS = b"""\
The terms came with the tool; `LICENSE-shipped.md` says what you may do with them. Read one against how you
work, change what differs, and run `glossary review SLUG`. After an upgrade of the tool, `glossary upstream`
brings what is new in them."""
_WHERE = """\
Where do readers' suggestions go? Nobody needs an account but for the first.
  repository                        the issue forms of the repository (Enter does the same)
  words@desk.example                a mail, filled in
  https://…{title}…{body}…          any form that takes texts from its address
  jira https://… PROJECT-ID TYPE-ID an issue in Jira, filled in"""
_WHO = """\
Who may read it?
  internal  only the desk: nothing that publishes is written; you choose how the desk gets in
  public    everybody: what is marked internal is left out, and a workflow for GitHub Pages is written"""
_PAGES = ".github/workflows/pages.yml"
_GITLAB_JOBS = ".gitlab-ci.yml"
_PAGES_JOB = b"# Everybody can read"
_GITLAB = re.compile(  # gitlab.com, and gitlab.desk.example
    r"^\s*url\s*=\s*(?:\w+://)?(?:[^/@\s]+@)?(?:[\w-]+\.)*gitlab\.", re.MULTILINE
)
_MAX_CONFIG = 100_000  # bytes of .git/config that are read
_OF_HOSTS = re.compile(  # what a host puts into a new repository
    r"\.git|\.gitignore|\.gitattributes|(?:README|LICEN[CS]E|COPYING|CONTRIBUTING|CHANGELOG)(?:\.\w+)?",
    re.IGNORECASE,
)
_ON_GITHUB_REVIEWS = b"On GitHub, `.github/workflows/reviews.yml` asks"
_ON_GITLAB_REVIEWS = b"A scheduled pipeline (job `reviews` in `.gitlab-ci.yml`) asks"
_INTERNAL = (
    "The site is internal, and nothing publishes it. With 'audience: public' in mkdocs.yml it leaves out "
    f"what is marked internal; but {NO_ACCESS_CONTROL}"
)
_ON_GITHUB = f"{_PAGES} publishes it where Settings, Pages, Source is GitHub Actions"
_ON_GITLAB = f"the job 'pages' in {_GITLAB_JOBS} publishes it with GitLab Pages"
_PUBLIC = f"What is marked internal is left out; but {NO_ACCESS_CONTROL}"


@command(
    main,
    'glossary init desk-glossary\nglossary init desk-glossary --name "Words of our desk"\n'
    "glossary init desk-glossary --readers internal --suggest-to words@desk.example\n"
    "glossary init desk-glossary --from support --topics tickets,calls",
    leftovers="own",
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="Our glossary", show_default=True, help="Name of the site.")
@click.option(
    "--readers",
    type=click.Choice(("internal", "public")),
    help="Who may read it; public also writes a workflow that publishes it. Asked for in a terminal.",
)
@click.option(
    "--suggest-to",
    help="Where suggestions go: repository, a mail address, an address with {title} and {body}, or "
    "'jira ADDRESS PROJECT-ID TYPE-ID'. Asked for in a terminal.",
)
@click.option("--from", "begin_with", type=click.Choice(("support",)), help="Begin with the shipped terms.")
@click.option("--topics", default="", help="With --from: only the terms of these topics, parted by commas.")
def init(
    root: Path,
    folder: Path,
    name: str,
    readers: str | None,
    suggest_to: str | None,
    begin_with: str | None,
    topics: str,
) -> None:
    """Start another glossary in DIR: three terms, a topic, a learning path and the settings of the site.

    With --from support it starts with the shipped terms of customer service and support instead. Each is
    marked as not yet reviewed here, and 'glossary upstream' brings what a later version of the tool has.
    """
    refuse_odd(name)
    wanted = tuple(dict.fromkeys(filter(None, (topic.strip() for topic in topics.split(",")))))
    if wanted and not begin_with:
        raise click.UsageError("--topics chooses from shipped terms; add --from support")
    refuse_occupied(folder)
    readers = _readers(readers)
    options = {
        "id": _identity(name),
        "readers": readers,
        "audience": "public" if readers == "public" else "",
        "suggest_url": _suggestions(suggest_to),
    }
    files = starter(" ".join(name.split()) or "Our glossary", options, host_of(folder))
    if begin_with:
        files = with_shipped(files, wanted)
    kept = sorted(path for path in files if os.path.lexists(folder / path))
    _write(folder, {path: data for path, data in files.items() if path not in kept})
    is_elsewhere = bool(options["suggest_url"])
    _say_what_is_next(folder, files, is_shipped=bool(begin_with), is_elsewhere=is_elsewhere)
    if kept:
        click.echo(f"Left as they were: {', '.join(kept)}.")
    if ".gitignore" in kept:
        lines = files[".gitignore"].decode().split()
        click.echo(f"Add to .gitignore: {', '.join(lines)}")
    where = _ON_GITLAB if _GITLAB_JOBS in files else _ON_GITHUB
    click.echo(f"The site is public: {where}. {_PUBLIC}" if readers == "public" else _INTERNAL)


def refuse_occupied(folder: Path) -> None:
    """Raise ``RefusedError`` where the folder holds more than a host puts into a new repository."""
    there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    strange = [name for name in there if not _OF_HOSTS.fullmatch(name)]
    if strange:
        raise RefusedError(
            f"{folder} is not empty ({', '.join(strange[:3])}); name a folder that is new or empty, or a "
            "new clone with no more than a README, a license and what git reads"
        )


def host_of(folder: Path) -> str:
    """Where the folder was cloned from: "gitlab", else ""."""
    try:
        with (folder / ".git" / "config").open("rb") as opened:
            settings = opened.read(_MAX_CONFIG).decode("utf-8", "replace")
    except OSError:
        return ""
    return "gitlab" if _GITLAB.search(settings) else ""


def _say_what_is_next(
    folder: Path, files: Mapping[str, bytes], *, is_shipped: bool, is_elsewhere: bool
) -> None:
    """The first steps; ``is_elsewhere`` where suggestions do not go to the repository."""
    number = sum(path.startswith(TERMS) for path in files)
    terms = f"{number} terms, not yet reviewed here," if is_shipped else "three terms"
    here = folder.resolve() == Path.cwd().resolve()
    click.echo(f"A glossary with {terms} stands in {'this folder' if here else folder}. Next:")
    click.echo(f"  1. {'See it' if here else f'cd {folder}, and see it'}: glossary serve")
    click.echo("  2. Bring in what you have: glossary import FILE --source ID, then glossary merge")
    click.echo(
        "  3. Read a term against how you work, change what differs, and say so: glossary review SLUG"
        if is_shipped
        else "  3. Change glossary/terms/ticket.yaml, and begin a term: glossary new NAME"
    )
    is_clone = any((place / ".git").exists() for place in (folder.absolute(), *folder.absolute().parents))
    click.echo(f"  4. Keep it: {'' if is_clone else 'git init, and '}commit everything")
    if not is_elsewhere:
        click.echo(
            "  5. Say in mkdocs.yml where that is ('repository: https://…'): until then only a site that the "
            "host's own jobs build has links to suggest something"
        )


def _identity(name: str) -> str:
    """An id for the glossary that no other has: the beginning of its name, and letters by chance."""
    return f"{slug(name)[:20].strip('-') or 'glossary'}-{secrets.token_hex(4)}"


def _readers(said: str | None) -> str:
    """Who may read the glossary: as said, else as asked; "" where nobody says it."""
    if said or not is_asked():
        return said or ""
    click.echo(_WHO)
    answer: str = click.prompt("Readers", type=click.Choice(("internal", "public")), default="internal")
    return answer


def is_asked() -> bool:
    """Whether somebody sits at the terminal who can answer."""
    return sys.stdin.isatty()


def _suggestions(said: str | None) -> str:
    """The setting for where suggestions go: as said, else as asked where somebody is there to answer."""
    if said is not None:
        return destination(said)
    if not is_asked():
        return ""
    click.echo(_WHERE)
    while True:
        try:
            return destination(click.prompt("Suggestions go to", default="repository"))
        except RefusedError as error:
            click.echo(f"{error}", err=True)


def starter(name: str, options: Mapping[str, str] | None = None, host: str = "") -> Mapping[str, bytes]:
    """The files of a glossary that has just begun, by path; ``options`` are settings of the plugin.

    ``host`` is "gitlab" where GitLab is to check and publish it, else GitHub is.
    """
    files = {path: file.read_bytes() for path, file in _files(resources.files("site_gen.cli") / "starter")}
    files[".gitignore"] = files.pop("gitignore.txt")
    workflows = {path: _pinned(files.pop(name)) for name, path in _WORKFLOWS.items()}
    files["build/docs/.gitignore"] = _IGNORED
    site_name = f"site_name: {write.scalar(name, indent=0, one_line=True)}"
    settings = _NAME.sub(lambda _: site_name, files["mkdocs.yml"].decode())
    said = "".join(
        f"      {option}: {write.scalar(value, indent=0, one_line=True)}\n"
        for option, value in (options or {}).items()
        if value
    )
    files["mkdocs.yml"] = settings.replace(_PLUGIN, _PLUGIN + said).encode()
    is_public = bool(options) and (options or {}).get("readers") == "public"
    if host == "gitlab":
        jobs = (resources.files("site_gen.cli") / "starter_gitlab" / "gitlab-ci.yml").read_bytes()
        if not is_public:
            jobs = jobs.partition(_PAGES_JOB)[0].rstrip() + b"\n"
        files[_GITLAB_JOBS] = _pinned(jobs)
        files["README.md"] = files["README.md"].replace(_ON_GITHUB_REVIEWS, _ON_GITLAB_REVIEWS)
        return files
    files |= workflows
    if is_public:
        files[_PAGES] = _pinned(
            (resources.files("site_gen.cli") / "starter_public" / "pages.yml").read_bytes()
        )
    if not (options or {}).get("suggest_url"):  # the links of the site name these forms
        forms = _files(resources.files("site_gen.cli") / "starter_forms")
        files |= {_FORMS + path: file.read_bytes() for path, file in forms}
    return files


def _pinned(workflow: bytes) -> bytes:
    """A workflow that installs the version of the tool that wrote it."""
    return workflow.replace(b"VERSION", version(_PACKAGE).encode())


def with_shipped(files: Mapping[str, bytes], topics: Sequence[str]) -> Mapping[str, bytes]:
    """The files of ``starter`` with shipped terms in place of its own. Raises ``RefusedError``."""
    from site_gen.cli.shipped import license_text, shipped  # only this way to begin needs them
    from site_gen.editing.upstream.adopt import adopted, upstream_setting

    edition = shipped()
    kept = {path: data for path, data in files.items() if path.startswith(PAGES) or not path.startswith(ROOT)}
    settings = files["mkdocs.yml"].decode()
    settings = settings.replace(_PLUGIN, _PLUGIN + upstream_setting(edition.name, topics))
    return {
        **kept,
        **adopted(edition, topics),
        "mkdocs.yml": settings.encode(),
        "README.md": files["README.md"].replace(_STARTER_TERMS, _SHIPPED_TERMS),
        "LICENSE-shipped.md": license_text(),
        ".gitattributes": f"{UPSTREAM} -diff\n".encode(),  # written by commands, and long
    }


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
