"""Who reviews which term on GitHub: the CODEOWNERS file, one line for each term that somebody answers for.

https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_gen.corpus.layout import TERMS
from site_gen.model.owners import handles_of, names_in, owner_of, people
from site_gen.model.problem import Problem
from site_gen.model.records import Glossary, Site, Term

PLACE = ".github/CODEOWNERS"

_HEAD = """\
# Who is asked to review a change of a term: its owner, else that of its first topic, else the site's.
# Written by `glossary codeowners --write`; do not edit. An owner is a @user, an @organisation/team, an email
# address, or a name that has a handle in glossary/owners.yaml. Terms that nobody owns have no line.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeOwners:
    """The text of the file, and the owners that GitHub would not know, each with the terms it stands at."""

    text: str
    unknown: Mapping[str, tuple[str, ...]]


def codeowners(glossary: Glossary, site: Site) -> CodeOwners:
    """Every term with an owner that is or gets a handle, in the order of the files.

    The owner of the site stands above them with the whole folder: where several lines fit, the last counts.
    """
    listed = people(glossary, site)
    unknown: dict[str, tuple[str, ...]] = {}
    lines = [_line(TERMS, handles_of(site.owner, listed), site)]
    for term in glossary.terms:
        owner = _owner(term, glossary)
        lines.append(_line(term.origin.path, handles_of(owner, listed), site))
        for name in names_in(owner):
            if not handles_of(name, listed):
                unknown[name] = (*unknown.get(name, ()), term.slug)
    return CodeOwners(text=_HEAD + "".join(lines), unknown=unknown)


def is_written(found: str) -> bool:
    """Whether a file is one that the command wrote, and nobody began by hand."""
    return found.startswith(_HEAD.partition("\n")[0])


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


def _owner(term: Term, glossary: Glossary) -> str:
    """The owner that term or topic name; the line of the folder is for those of the site."""
    return owner_of(term, glossary, Site())


def _line(path: str, handles: Sequence[str], site: Site) -> str:
    """The line of a file or folder; "" where nobody is called."""
    folder = site.repo_folder.strip("/")
    whole = ("/" + (f"{folder}/" if folder else "") + path).replace(" ", "\\ ")
    return f"{whole} {' '.join(handles)}\n" if handles else ""
