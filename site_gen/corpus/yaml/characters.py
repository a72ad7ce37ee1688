"""Characters that no corpus file may hold: they are invisible, break lines, or tell of damage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_gen.model.problem import Problem, Severity

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SIGNS = re.compile(
    rf"(?P<merge>^(?:<{{7}}|={{7}}|>{{7}}|\|{{7}})(?:[ \r]|$))"
    r"|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff])"
    r"|(?P<separator>[\x85\u2028\u2029])"
    r"|(?P<bare>\r(?!\n))"
    # soft hyphen, zero-width space, word joiner, byte order mark, and marks that turn the text's direction
    # round; zero-width joiners stay, since emoji and Persian are written with them
    r"|(?P<invisible>[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069])"
    r"|(?P<lost>\ufffd)"
    r"|(?P<mojibake>â€[\u0080-\uffff]|[ÃÂ][\u0080-\u00bf\u20ac\u0152-\u0178\u2018-\u203a\u2122])"
    rf"|(?P<indent>^[ ]*[{SPACES}]|^[ ]*(?:- )?[\w-]+:[{SPACES}])"
    rf"|(?P<space>[{SPACES}])",
    re.MULTILINE,
)

# What of these a text of ASCII alone can hold.
_IN_ASCII = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]|^(?:<{7}|={7}|>{7}|\|{7})", re.MULTILINE)


def _code_point(found: str) -> str:
    return f"U+{ord(found[-1]):04X}"


@dataclass(frozen=True, slots=True)
class _Sign:
    code: str
    severity: Severity
    message: Callable[[str], str]
    hint: str


_SAID = {
    "merge": _Sign(
        "merge-marker",
        "error",
        lambda found: "merge conflict marker",
        "keep one of the two versions and delete the marker lines",
    ),
    "control": _Sign(
        "control-character",
        "error",
        lambda found: f"invisible control character {_code_point(found)}",
        "delete it",
    ),
    "separator": _Sign(
        "control-character",
        "error",
        lambda found: f"invisible line separator {_code_point(found)}",
        "use an ordinary line end",
    ),
    "bare": _Sign(
        "control-character",
        "error",
        lambda found: "a line end without line feed (U+000D alone)",
        "save the file with ordinary line ends",
    ),
    "invisible": _Sign(
        "invisible-character", "error", lambda found: f"invisible character {_code_point(found)}", "delete it"
    ),
    "lost": _Sign(
        "lost-character",
        "error",
        lambda found: "the sign � stands where a letter was lost",
        "write the letter that belongs there",
    ),
    "mojibake": _Sign(
        "lost-character",
        "error",
        lambda found: f"'{found}' is text read with a wrong encoding",
        "write the letter that belongs there",
    ),
    "indent": _Sign(
        "odd-space",
        "error",
        lambda found: f"{_code_point(found)} where YAML needs an ordinary space",
        "type a space",
    ),
    "space": _Sign(
        "odd-space",
        "warning",
        lambda found: f"{_code_point(found)} looks like a space and is none",
        "type a space",
    ),
}


_BREAKING = ("merge-marker", "control-character", "odd-space")


def breaks(problem: Problem) -> bool:
    """Whether lines and values are not what they seem, so that more problems would only confuse."""
    return problem.code in _BREAKING and problem.severity == "error"


def signs(text: str, path: str) -> Iterator[Problem]:
    """The problems of the bare text; of several alike in one line the first."""
    if text.isascii() and not _IN_ASCII.search(text):  # most files, in a fifth of the time
        return
    line, counted = 1, 0
    seen: set[str] = set()  # the kinds found in this line
    for found in _SIGNS.finditer(text):
        lines = text.count("\n", counted, found.start())
        if lines:
            seen.clear()
        line, counted = line + lines, found.start()
        kind = str(found.lastgroup)
        if kind in seen:
            continue
        seen.add(kind)
        sign = _SAID[kind]
        yield Problem(
            path=path, line=line, code=sign.code, message=sign.message(found[0]), hint=sign.hint,
            severity=sign.severity,
        )  # fmt: skip
