"""Who reviews which term on GitHub: the CODEOWNERS file, one line for each term that somebody answers for.

https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_gen.model.problem import Problem
from site_gen.model.records import Glossary, Site, Term

PLACE = ".github/CODEOWNERS"

_HANDLE = re.compile(r"@[A-Za-z0-9][A-Za-z0-9-]*(?:/[A-Za-z0-9][\w.-]*)?|[^\s@]+@[^\s@]+\.[^\s@]+")
_HEAD = """\
# Who is asked to review a change of a term: its owner, else the owner of its first topic.
# Written by `glossary codeowners --write`; do not edit. An owner is a @user, an @organisation/team, an email
# address, or a name that `owners` in mkdocs.yml gives one to. Terms that nobody owns have no line.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeOwners:
    """The text of the file, and the owners that GitHub would not know, each with the terms it stands at."""

    text: str
    unknown: Mapping[str, tuple[str, ...]]


def codeowners(glossary: Glossary, site: Site) -> CodeOwners:
    """Every term with an owner that is or gets a handle, in the order of the files."""
    lines: list[str] = []
    unknown: dict[str, tuple[str, ...]] = {}
    for term in glossary.terms:
        handles: list[str] = []
        for name in _owners(term, glossary):
            handle = site.owners.get(name, name)
            if all(map(_HANDLE.fullmatch, handle.split())):
                handles += handle.split()
            else:
                unknown[name] = (*unknown.get(name, ()), term.slug)
        if handles:
            lines.append(f"{_path(term, site)} {' '.join(dict.fromkeys(handles))}")
    return CodeOwners(text=_HEAD + "".join(f"{line}\n" for line in lines), unknown=unknown)


def stale(found: str | None, wanted: str) -> Iterator[Problem]:
    """The first line at which the file differs from what it should be; nothing where it is up to date.

    ``found`` is None where there is no file, which is as it should be while nobody owns anything.
    """
    if found is None and wanted == _HEAD:
        return
    found = found or ""
    there, needed = found.splitlines(), wanted.splitlines()
    for number in range(max(len(there), len(needed))):
        one = there[number] if number < len(there) else "nothing"
        other = needed[number] if number < len(needed) else "the end of the file"
        if one != other:
            yield Problem(
                path=PLACE, line=number + 1, code="stale-codeowners",
                message=f"found '{one}', expected '{other}'", hint="run: glossary codeowners --write",
            )  # fmt: skip
            return


def _owners(term: Term, glossary: Glossary) -> Iterator[str]:
    topic = glossary.topics_by_id.get(term.topics[0]) if term.topics else None
    owner = term.owner or (topic.owner if topic else "")
    yield from (name for part in owner.split(",") if (name := part.strip()))


def _path(term: Term, site: Site) -> str:
    folder = site.repo_folder.strip("/")
    return ("/" + (f"{folder}/" if folder else "") + term.origin.path).replace(" ", "\\ ")
