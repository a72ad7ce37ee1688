"""The command that starts another glossary."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from site_gen.catalog import LANGUAGES, shipped
from site_gen.cli.app import command, main
from site_gen.cli.init_answers import NAME, Answers, answers
from site_gen.cli.init_comments import with_comments
from site_gen.cli.init_readme import README, readme
from site_gen.cli.own_people import words_of
from site_gen.cli.own_wheel import PACKAGE, own_wheel
from site_gen.corpus.layout import ROOT, TERMS
from site_gen.corpus.yaml import write
from site_gen.doctor.project import WHEELS
from site_gen.language import ENGLISH, language_of
from site_gen.model.audience import NO_ACCESS_CONTROL
from site_gen.model.problem import RefusedError

# Where each job for GitHub is written that the starter has.
_WORKFLOWS = {name: f".github/workflows/{name}" for name in ("check.yml", "reviews.yml", "digest.yml")}
_FORMS = ".github/ISSUE_TEMPLATE/"
_HELD = "build/docs/.gitignore"
_IGNORED = b"*\n!.gitignore\n"
_NAME = re.compile(r"^site_name: .*$", re.MULTILINE)
_DESCRIPTION = re.compile(r"^site_description: .*$", re.MULTILINE)
_PLUGIN = "  - glossary:\n"
_NO_REPOSITORY = '[GLOSSARY_REPOSITORY, ""]'
_LICENSE = "LICENSE.md"
_A_LICENSE = re.compile(r"(?:LICEN[CS]E|COPYING)(?:\.\w+)?", re.IGNORECASE)
# Languages other than English in which the three terms are told, and what the site then says of itself.
_STARTERS = {
    "de": "Was wir mit unseren Wörtern meinen.",
    "es": "Lo que queremos decir con nuestras palabras.",
    "fr": "Ce que nous entendons par nos mots.",
}
_PAGES = ".github/workflows/pages.yml"
_GITLAB_JOBS = ".gitlab-ci.yml"
_OF_HOSTS = re.compile(  # what a host puts into a new repository
    r"\.git|\.gitignore|\.gitattributes|(?:README|LICEN[CS]E|COPYING|CONTRIBUTING|CHANGELOG)(?:\.\w+)?",
    re.IGNORECASE,
)
_INTERNAL = (
    "The site is internal, and nothing publishes it. With 'audience: public' in mkdocs.yml it leaves out "
    f"what is marked internal; but {NO_ACCESS_CONTROL}\n"
    "To let only the desk in: GitLab Pages for members, a proxy or Cloudflare Access with your sign-in, a "
    "shared drive, or glossary.zip. GitHub Pages is public in most plans, also from a private repository."
)
_INTERNAL_ON_GITLAB = (
    f"The site is internal: the job 'pages' in {_GITLAB_JOBS} publishes it for members of the project, and "
    "only once you have closed GitLab Pages to others and set GLOSSARY_PAGES; the file says where.\n"
    f"With 'audience: public' in mkdocs.yml it leaves out what is marked internal; but {NO_ACCESS_CONTROL}"
)
_ON_GITHUB = f"{_PAGES} publishes it where Settings, Pages, Source is GitHub Actions"
_ON_GITLAB = (
    f"push to the default branch, and the job 'pages' in {_GITLAB_JOBS} publishes it; Deploy, Pages then "
    "shows the address. It needs a runner: ask an administrator of the GitLab where none picks it up"
)
_TITLE = "Reviews that are due"  # of the issue that the job for reviews opens, in English
_PUBLIC = f"What is marked internal is left out; but {NO_ACCESS_CONTROL}"


@command(
    main,
    'glossary init desk-glossary\nglossary init desk-glossary --name "Words of our desk"\n'
    "glossary init desk-glossary --language de --people 'patient patientin angehörige'\n"
    "glossary init desk-glossary --readers internal --suggest-to words@desk.example\n"
    "glossary init desk-glossary --from support --topics tickets,calls",
    leftovers="own",
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help=f"Name of the site; {NAME} where nobody says it.")
@click.option("--language", metavar="CODE", help="Language of the texts, such as de; else en.")
@click.option("--field", help="What it is about: one line under the name.")
@click.option("--people", metavar="WORDS", help="Whom answers are told to, such as 'patient patients'.")
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
@click.option("--repository", metavar="ADDRESS", help="Where it is kept; where a clone came from is known.")
@click.option("--from", "begin_with", type=click.Choice(("support",)), help="Begin with the shipped terms.")
@click.option(
    "--topics",
    default="",
    help="With --from: only the terms of these topics, parted by commas; ? lists them with their terms.",
)
def init(root: Path, folder: Path, begin_with: str | None, topics: str, **options: str | None) -> None:
    """Start another glossary in DIR: three terms, a learning path, settings, and checks for its host.

    In a terminal it asks for what no option says. No file that is there is changed.

    With --from support it starts with the shipped terms of customer service and support instead. Each is
    marked as not yet reviewed here, and 'glossary upstream' brings what a later version of the tool has.
    """
    if topics and not begin_with:
        raise click.UsageError("--topics chooses from shipped terms; add --from support")
    refuse_occupied(folder)
    begun = _begun_with_shipped(topics) if begin_with else None  # first: what is wrong there costs no answer
    said = answers(folder, **options)
    files = starter(said)
    if begun:
        files = begun(files)
    if wheel := own_wheel():
        files = {**files, f"{WHEELS}/{wheel.name}": wheel.read_bytes()}
    if any(_A_LICENSE.fullmatch(path.name) for path in folder.glob("*")):
        files = {path: data for path, data in files.items() if path != _LICENSE}
    kept = sorted(path for path in files if os.path.lexists(folder / path))
    _write(folder, {path: data for path, data in files.items() if path not in kept})
    _say_what_is_next(folder, files, said, is_shipped=bool(begin_with))
    if kept:
        click.echo(f"Left as they were: {', '.join(kept)}.")
    if ".gitignore" in kept:
        lines = files[".gitignore"].decode().split()
        click.echo(f"Add to .gitignore: {', '.join(lines)}")
    _say_who_reads(said, is_on_gitlab=_GITLAB_JOBS in files)


def _begun_with_shipped(topics: str) -> Callable[[Mapping[str, bytes]], Mapping[str, bytes]]:
    """What puts the shipped terms of these topics in place of the starter's own."""
    from site_gen.cli.init_shipped import with_shipped  # only this way to begin needs them
    from site_gen.cli.init_topics import chosen_topics, topics_of
    from site_gen.cli.shipped import license_text, shipped

    edition = shipped()
    chosen = chosen_topics(edition, topics_of(topics))
    return lambda files: with_shipped(files, edition, chosen, license_text())


def refuse_occupied(folder: Path) -> None:
    """Raise ``RefusedError`` where the folder holds more than a host puts into a new repository."""
    there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    strange = [name for name in there if not _OF_HOSTS.fullmatch(name)]
    if strange:
        raise RefusedError(
            f"{folder} is not empty ({', '.join(strange[:3])}); name a folder that is new or empty, or a "
            "new clone with no more than a README, a license and what git reads"
        )


def _say_what_is_next(folder: Path, files: Mapping[str, bytes], said: Answers, *, is_shipped: bool) -> None:
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
    wheel = f"; the host's jobs install the tool from {WHEELS}/" * any(p.startswith(WHEELS) for p in files)
    click.echo(f"  4. Keep it: {'' if is_clone else 'git init, and '}commit everything{wheel}")
    click.echo(f"     also {_HELD}: it holds the folder that each build fills and git leaves out")
    step = 5
    if not said.suggest_url and not said.repository:
        step += 1
        click.echo(
            "  5. Say in mkdocs.yml where that is ('repository: https://…'): until then only a site that the "
            "host's own jobs build has links to suggest something"
        )
    if _LICENSE in files:
        click.echo(f"  {step}. Say in {_LICENSE} who may use the texts")
    base = said.language.partition("-")[0]
    if base not in (ENGLISH, *_STARTERS) and not is_shipped:
        click.echo("The three terms, home.md and topics.yaml stand in English: write yours in their place.")
    if is_shipped and base != ENGLISH:
        click.echo(
            f"The shipped terms stand in English: put each into '{said.language}' as you review it, the "
            "name with glossary rename, so that the English one is still found, the texts in its file or all "
            "of them in a sheet (glossary export sheet). Rules that go by the words of a language only warn "
            "on this site.\n"
            "The home page shows the terms of level essential, those in your language first; choose them: "
            "glossary set level essential SLUG …, and set level working SLUG … for what should not be there."
        )
    click.echo("How to go on, by subject: glossary docs")
    if base not in LANGUAGES:
        click.echo("The texts of the pages stand in English: glossary words lays them out to be translated.")


def _say_who_reads(said: Answers, *, is_on_gitlab: bool) -> None:
    if said.readers == "public":
        click.echo(f"The site is public: {_ON_GITLAB if is_on_gitlab else _ON_GITHUB}. {_PUBLIC}")
    elif said.readers and is_on_gitlab:
        click.echo(_INTERNAL_ON_GITLAB)
    else:
        click.echo(_INTERNAL)


def _identity(name: str, language: str) -> str:
    """An id for the glossary that no other has: the beginning of its name, and letters by chance."""
    return f"{language_of(language).slug(name)[:20].strip('-') or 'glossary'}-{secrets.token_hex(4)}"


def starter(said: Answers) -> Mapping[str, bytes]:
    """The files of a glossary that has just begun, by path; GitHub or GitLab is to check and publish it."""
    cli = resources.files("site_gen.cli")
    files = {path: file.read_bytes() for path, file in _files(cli / "starter")}
    base = said.language.partition("-")[0]
    if base in _STARTERS:
        files = {path: data for path, data in files.items() if not path.startswith(ROOT)}
        files |= {path: file.read_bytes() for path, file in _files(cli / f"starter_{base}")}
    files[".gitignore"] = files.pop("gitignore.txt")
    files[_HELD] = _IGNORED
    text = files[README].decode()
    files[README] = readme(text, said.name, is_on_gitlab=said.host == "gitlab").encode()
    files["mkdocs.yml"] = with_comments(_settings(files["mkdocs.yml"].decode(), said), base).encode()
    if said.people:
        files["glossary/words.yaml"] = _words(said.people, base).encode()
    jobs = {path: files.pop(name) for name, path in _WORKFLOWS.items()}
    is_public = said.readers == "public"
    if said.host == "gitlab":
        jobs = {_GITLAB_JOBS: _gitlab_jobs(cli / "starter_gitlab", said.readers, base)}
        return files | _pinned(jobs, base)
    if is_public:
        jobs[_PAGES] = (cli / "starter_public" / "pages.yml").read_bytes()
    if not said.suggest_url:  # the links of the site name these forms
        forms = cli / (f"starter_forms_{base}" if base in _STARTERS else "starter_forms")
        files |= {_FORMS + path: file.read_bytes() for path, file in _files(forms)}
    return files | _pinned(jobs, base)


def _gitlab_jobs(folder: Traversable, readers: str, language: str) -> bytes:
    """All jobs in one file, with the one that publishes for these readers; without it where nobody said.

    The issue that asks for reviews is titled in the language of the desk, where the tool has it.
    """
    parts = ["gitlab-ci.yml", *([f"pages-{readers}.yml"] if readers else [])]
    text = "\n".join((folder / part).read_text("utf-8") for part in parts)
    title = str(shipped(language)["health.due"]) if language in LANGUAGES else _TITLE
    return text.replace(f"title={_TITLE}", f"title={title}").encode()


def _words(people: str, language: str) -> str:
    """The words for whom answers are told to, and the texts of the pages that would name customers.

    In English these name the people; in other languages, where words change with their place, nobody.
    """
    if language == ENGLISH:
        return words_of(people)
    if language in _STARTERS and people.split()[0] not in str(shipped(language)["field.people"]).split():
        head = (resources.files("site_gen.cli") / "starter_people" / f"{language}.yaml").read_text("utf-8")
    else:
        head = "# Words of ours in place of the tool's.\n"
    return f"{head}field:\n  people: {write.scalar(people, indent=2, one_line=True)}\n"


def _pinned(jobs: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """The jobs, installing the version of the tool that wrote them, with their comments in a language."""
    texts = {path: with_comments(data.decode(), language) for path, data in jobs.items()}
    here = f"{PACKAGE}=={version(PACKAGE)}"
    return {path: text.replace(f"{PACKAGE}==VERSION", here).encode() for path, text in texts.items()}


def _settings(text: str, said: Answers) -> str:
    """The settings of the starter with what was answered."""

    def scalar(value: str) -> str:
        return write.scalar(value, indent=0, one_line=True)

    text = _NAME.sub(lambda _: f"site_name: {scalar(said.name)}", text)
    field = said.field or _STARTERS.get(said.language.partition("-")[0], "")
    if field:
        text = _DESCRIPTION.sub(lambda _: f"site_description: {scalar(field)}", text)
    text = text.replace("language: en}", f"language: {scalar(said.language)}}}")
    if said.repository:
        text = text.replace(_NO_REPOSITORY, f"[GLOSSARY_REPOSITORY, {scalar(said.repository)}]")
    options = {
        "id": said.id or _identity(said.name, said.language),
        "readers": said.readers,
        "audience": "public" if said.readers == "public" else "",
        "suggest_url": said.suggest_url,
    }
    lines = "".join(f"      {option}: {scalar(value)}\n" for option, value in options.items() if value)
    return text.replace(_PLUGIN, _PLUGIN + lines)


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
