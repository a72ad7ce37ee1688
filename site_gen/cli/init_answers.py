"""What `glossary init` has to know: said as options, else asked for in a terminal, else taken as usual."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import click

from site_gen.editing.arguments import refuse_odd
from site_gen.model.languages import is_language, meant_language
from site_gen.model.problem import RefusedError
from site_gen.model.suggestions import destination

NAME = "Our glossary"
_NAMES = {"de": "Unser Glossar", "es": "Nuestro glosario", "fr": "Notre glossaire"}  # in other languages
_LANGUAGE = """\
In which language are the texts? A code: en, de, fr, pt-BR. What each brings: glossary docs language."""
_FIELD = """\
What is it about? One line under the name, such as: Words of the IT desk of a university.
Enter leaves the usual one."""
_PEOPLE = """\
Whom do you answer? All words for them in small letters, such as: patient patients relative relatives.
Enter leaves customers."""
_WHO = """\
Who may read it?
  internal  only the desk: nothing is open to others; how to let the desk in is told at the end
  public    everybody: what is marked internal is left out, and what publishes it is written"""
_WHERE = """\
Where do readers' suggestions go? Nobody needs an account but for the first.
  repository                        the issue forms of the repository (Enter does the same)
  words@desk.example                a mail, filled in
  https://…{title}…{body}…          any form that takes texts from its address
  jira https://… PROJECT-ID TYPE-ID an issue in Jira, filled in"""
_REPOSITORY = """\
Where is it kept? The address of the repository, such as https://github.com/you/words, for the links to
suggest and to change."""
_REMOTE = re.compile(r"^\s*url\s*=\s*(?P<url>\S+)\s*$", re.MULTILINE)
_SHELL = re.compile(r"(?:ssh://)?(?:[^/@\s]+@)(?P<host>[\w.-]+)(?::\d+/|[:/])(?P<path>[^\s]+)")
_GITLAB = re.compile(r"(?:^|\.)gitlab\.", re.IGNORECASE)
_MAX_CONFIG = 100_000  # bytes of .git/config that are read


@dataclass(frozen=True, kw_only=True)
class Answers:
    """``repository`` is a whole address or ""; ``people`` are words with spaces between, "" for customers."""

    name: str = NAME
    id: str = ""  # made where nobody says it
    language: str = "en"
    field: str = ""
    people: str = ""
    readers: str = ""
    suggest_url: str = ""
    repository: str = ""

    @property
    def host(self) -> str:
        """Where the repository is: "gitlab", else ""."""
        return "gitlab" if _GITLAB.search(urlsplit(self.repository).netloc) else ""


def is_asked() -> bool:
    """Whether somebody sits at the terminal who can answer."""
    return sys.stdin.isatty()


def answers(
    folder: Path,
    *,
    name: str | None = None,
    language: str | None = None,
    field: str | None = None,
    people: str | None = None,
    readers: str | None = None,
    suggest_to: str | None = None,
    repository: str | None = None,
) -> Answers:
    """All answers; None is what no option says. Raises ``RefusedError`` for an option that cannot be."""
    origin = origin_of(folder)
    said = _said(name, _one_line, "", "Name", NAME) or NAME
    tag = _said(language, _language, _LANGUAGE, "Language", "en")
    return Answers(
        name=_NAMES.get(tag.partition("-")[0], NAME) if said == NAME else said,
        language=tag,
        field=_said(field, _one_line, _FIELD, "Field", ""),
        people=_said(people, _people, _PEOPLE, "People", ""),
        readers=_readers(readers),
        suggest_url=_said(suggest_to, destination, _WHERE, "Suggestions go to", "repository"),
        repository=_said(repository, _repository, _REPOSITORY, "Repository", origin),
    )


def _said(said: str | None, taken: Callable[[str], str], question: str, prompt: str, otherwise: str) -> str:
    """An answer as said, else as asked until it is one, else as it is usual."""
    if said is not None or not is_asked():
        return taken(otherwise if said is None else said)
    if question:
        click.echo(question)
    while True:
        try:
            return taken(click.prompt(prompt, default=otherwise, show_default=bool(otherwise)))
        except RefusedError as error:
            click.echo(f"{error}", err=True)


def _readers(said: str | None) -> str:
    """Who may read the glossary: as said, else as asked; "" where nobody says it."""
    if said or not is_asked():
        return said or ""
    click.echo(_WHO)
    answer: str = click.prompt("Readers", type=click.Choice(("internal", "public")), default="internal")
    return answer


def _one_line(said: str) -> str:
    refuse_odd(said)
    return " ".join(said.split())


def _language(said: str) -> str:
    tag = said.strip()
    if is_language(tag):
        return tag
    meant = meant_language(tag)
    hint = f"did you mean '{meant}'?" if meant else "expected a code such as en, de, fr, pt-BR"
    raise RefusedError(f"'{tag}' is no language; {hint}")


def _people(said: str) -> str:
    return _one_line(said.replace(",", " ")).lower()


def _repository(said: str) -> str:
    address = web_address(said.strip())
    if address and (urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).netloc):
        raise RefusedError(f"'{said}' is no address; expected one such as https://github.com/you/words")
    refuse_odd(address)
    return address


def origin_of(folder: Path) -> str:
    """The address on the web of what the folder was cloned from; "" where it is no clone."""
    try:
        with (folder / ".git" / "config").open("rb") as opened:
            settings = opened.read(_MAX_CONFIG).decode("utf-8", "replace")
    except OSError:
        return ""
    found = _REMOTE.search(settings)
    address = web_address(found["url"]) if found else ""
    return address if urlsplit(address).scheme in ("http", "https") else ""


def web_address(remote: str) -> str:
    """The address on the web of a remote such as git@github.com:you/words.git, without anybody's name."""
    shell = _SHELL.fullmatch(remote)
    if shell and not remote.startswith(("http://", "https://")):
        remote = f"https://{shell['host']}/{shell['path']}"
    parts = urlsplit(remote)
    if parts.scheme in ("http", "https"):
        remote = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
    return remote.removesuffix("/").removesuffix(".git")
