"""What is wrong with a file, as data; printing happens once, at the edge."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding at one place.

    ``path`` is relative to the project root with forward slashes, ``line`` counts from 1,
    ``code`` is the stable name of the rule (documented in docs/checks.md), ``message`` says what
    was found and what was expected, ``hint`` what to do.
    """

    path: str
    line: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        kind = "" if self.severity == "error" else "warning: "
        return f"{self.path}:{self.line}: {kind}{self._sentence()} [{self.code}]"

    def _sentence(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file and line, each once."""
    return tuple(sorted(set(problems), key=lambda p: (p.path, p.line, p.severity, p.code, p.message)))


def as_text(problems: Iterable[Problem]) -> str:
    return "\n".join(str(problem) for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """GitHub's workflow commands, which it shows as annotations in a pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "\n".join(
        f"::{p.severity} file={_property(p.path)},line={p.line},title={_property(p.code)}::"
        f"{_data(p._sentence())}"
        for p in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity == "error")
