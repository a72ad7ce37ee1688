"""Problems in corpus files as data; only the command line and the MkDocs plugin print them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


class RefusedError(Exception):
    """A request cannot be carried out; the message says why, and what to do instead."""


class SavedSinceError(RefusedError):
    """A file cannot be written, because somebody saved it after the program had read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding at one place.

    ``path`` is relative to the project root with forward slashes. ``line`` counts from 1; it is 0 if the path
    alone names the place, such as a cell of a spreadsheet. ``code`` is the stable name of the rule,
    documented in docs/checks.md. ``message`` says what was found and what was expected, ``hint`` what to do.
    """

    path: str
    line: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        kind = "" if self.severity == "error" else "warning: "
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{printable(place)}: {kind}{self.sentence()} [{self.code}]"

    def sentence(self) -> str:
        """What was found and what to do, safe to print on one line."""
        return printable(f"{self.message}; {self.hint}" if self.hint else self.message)


def printable(text: str) -> str:
    """The text with line ends and control characters, which file names and keys may have, as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by file and line, without duplicates."""
    return tuple(sorted(set(problems), key=lambda p: (p.path, p.line, p.severity, p.code, p.message)))


def as_text(problems: Iterable[Problem]) -> str:
    """The problems as people read them, one a line: ``path:line: message; hint [code]``."""
    return "\n".join(str(problem) for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list with the fields of each problem; control characters are escaped."""
    found = [
        {
            name: printable(value) if isinstance(value, str) else value
            for name, value in asdict(problem).items()
        }
        for problem in problems
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem], below: str = "") -> str:
    """The problems as workflow commands, which GitHub shows as annotations in a pull request.

    ``below`` is the folder of the project in its repository, because GitHub needs paths from the repository
    root. Source of the syntax:
    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    top = f"{below.strip('/')}/" if below.strip("/") else ""
    return "\n".join(
        f"::{p.severity} file={_property(printable(top + p.path))},line={p.line},title={_property(p.code)}::"
        f"{_data(p.sentence())}"
        for p in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that are errors, in their order; warnings are left out."""
    return tuple(problem for problem in problems if problem.severity == "error")
