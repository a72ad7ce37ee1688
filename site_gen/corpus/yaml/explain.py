"""What PyYAML says of malformed YAML, in words for editors and with the line where the mistake is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from site_gen.corpus.yaml.characters import signs

MAX_DEPTH = 50


class Finding(NamedTuple):  # a tuple: it is handed on as the arguments of ``NotReadableError``
    line: int
    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Hint:
    """``from_start``: the mistake is where the construct began, not where PyYAML gave up."""

    said: str
    from_start: bool
    message: str
    hint: str


_HINTS = (
    _Hint("could not find expected ':'", True,
          "a line that is neither 'key: value' nor part of the value above",
          "write 'key: value', indent it under its key, or put the value in quotes"),
    _Hint("mapping values are not allowed", False, "a second ': ' inside a value, or a key indented too far",
          "put the value in quotes, or align the key with the others"),
    _Hint("found unexpected end of stream", True, "a quote that is never closed", "add the closing quote"),
    _Hint("did not find expected ',' or ']'", True, "a list in brackets that does not close as expected",
          "close it with ] and put items with special characters in quotes"),
    _Hint("did not find expected ',' or '}'", True, "a mapping in braces that does not close as expected",
          "close it with }, or put the value in quotes"),
    _Hint("did not find expected key", False, "the indentation or quoting breaks here",
          "align the key with the others, or put the value above in quotes"),
    _Hint("did not find expected '-' indicator", False, "the indentation of this list breaks here",
          "align the '-' with the others"),
    _Hint("found character that cannot start any token", False,
          "a value begins with a sign that YAML reserves",
          "put the value in quotes"),
    _Hint("did not find expected alphabetic or numeric character", False,
          "a value begins with * or &, which YAML reserves", "put the value in quotes"),
    _Hint("block sequence entries are not allowed", False, "a list item where none can stand",
          "start the list in a line of its own"),
    _Hint("found unknown escape character", False, "a backslash in double quotes that YAML does not know",
          "use single quotes, or write the backslash twice"),
    _Hint("did not find expected hexdecimal number", False,
          "a backslash in double quotes that YAML does not know",
          "use single quotes, or write the backslash twice"),
    _Hint("did not find expected <document start>", False, "text after '...', which ends a YAML file",
          "delete the line with '...', or indent it as part of the text above"),
)  # fmt: skip

_NO_SPACE = re.compile(r"\s*(?:- )?(?P<key>[a-z_]+):(?P<value>[^\s:/].*)")
_AFTER_QUOTE = re.compile(r"""\s*(?:- )?(?:[\w-]+:\s+)?(["']).*\1.*""")
_AFTER_BRACKET = re.compile(r"\s*(?:- )?(?:[\w-]+:\s+)?(?:\[[^\]]*\]|\{[^}]*\})\s*\S")
_NO_KEY = re.compile(r"\s*:(?:\s|$)")


def malformed(error: yaml.MarkedYAMLError, text: str) -> Finding:
    said = str(error.problem or error.context or "not readable")
    here = error.problem_mark or error.context_mark
    began = error.context_mark or here
    lines = text.split("\n")
    if here is None or began is None:
        return Finding(1, "malformed-yaml", f"not readable as YAML: {said}", "check the file")
    line = min(here.line + 1, len(lines))
    if "maximum nesting" in said:  # a limit of newer versions of libyaml, which look ahead further than we do
        return too_deep(line)
    return (
        _tab(here, began, lines)
        or _missing_space(line, said, lines)
        or _known(line, began.line + 1, said, lines)
        or Finding(line, "malformed-yaml", f"not readable as YAML: {said}", "check the lines above")
    )


def too_deep(line: int) -> Finding:
    return Finding(line, "too-deep", f"nested deeper than {MAX_DEPTH} levels", "a term needs four at most")


def _tab(here: yaml.Mark, began: yaml.Mark, lines: Sequence[str]) -> Finding | None:
    for spot in (here, began):
        written = lines[spot.line] if spot.line < len(lines) else ""
        indented = "\t" in written[: len(written) - len(written.lstrip())]
        if indented or (spot is here and written[spot.column : spot.column + 1] == "\t"):
            return Finding(spot.line + 1, "tab", "a tab character", "indent with spaces")
    return None


def _missing_space(line: int, said: str, lines: Sequence[str]) -> Finding | None:
    """``status:draft`` is no pair for YAML, which complains there or in the next line."""
    if not said.startswith(("could not find expected ':'", "mapping values", "did not find expected key")):
        return None
    for number in (line, line - 1):
        found = _NO_SPACE.match(lines[number - 1]) if 0 < number <= len(lines) else None
        if found and "://" not in found[0]:
            written = f"'{found['key']}: {_short(found['value'])}'"
            return Finding(number, "malformed-yaml", "no space after the colon", f"write {written}")
    return None


def _known(line: int, began: int, said: str, lines: Sequence[str]) -> Finding | None:
    written = lines[line - 1]
    if "“" in written or "‘" in written:
        return Finding(line, "malformed-yaml", "curly quotes, which do not quote a value in YAML",
                       "type straight quotes around the value")  # fmt: skip
    if said.startswith("did not find expected key"):
        if _NO_KEY.match(written):
            return Finding(line, "malformed-yaml", "a ':' without a name before it", "write the field's name")
        if _AFTER_QUOTE.match(written):
            hint = "write a quote inside a value twice, or close the quote of the value above"
            return Finding(line, "malformed-yaml", "text after a closing quote", hint)
        if _AFTER_BRACKET.match(written):
            return Finding(line, "malformed-yaml", "text after a closing bracket", "put the value in quotes")
    if said.startswith("did not find expected <document start>") and lines[line - 2].startswith("%"):
        hint = "indent it as part of the text above, or begin it with another sign"
        return Finding(line - 1, "malformed-yaml", "a line that begins with %, which YAML reserves", hint)
    for known in _HINTS:
        if said.startswith(known.said):
            return Finding(began if known.from_start else line, "malformed-yaml", known.message, known.hint)
    return None


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 30 else text[:29] + "…"


_COMMENT = re.compile(r"[ \t]+(#[^\n]*)")
_LINE_END = re.compile(r"[ \t\r]*\n")
_ROW = re.compile(r"[^\n]*\n?")
_CHANGING = re.compile(
    r"\\\\|(?P<escape>\\(?:[0abtvfreN_LP]"
    r"|(?P<code>x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})))"
)


def comment_after(text: str, event: Any, column: int | None) -> tuple[str, int]:
    """Words after a scalar event that YAML takes for a comment, and their line; ("", 0) for none.

    After a plain value that is the rest of its line. After a plain or block value also a comment below that
    is indented deeper than ``column``, where the key or dash of the value stands: it was meant as text.
    """
    at, line = event.end_mark.index, int(event.end_mark.line) + 1
    if event.style in ("'", '"'):
        return "", 0
    if not event.style:
        cut = _COMMENT.match(text, at)
        if cut:
            return cut[1].strip(), line
        ends = _LINE_END.match(text, at)
        if ends is None:
            return "", 0
        at, line = ends.end(), line + 1
    else:
        at -= event.end_mark.column  # a block may end inside the indentation of a comment
    return _comment_below(text, at, line, column) if column is not None else ("", 0)


def _comment_below(text: str, at: int, line: int, column: int) -> tuple[str, int]:
    """The next line that is not blank, if it is a comment indented as deep as a value would be."""
    for row in _ROW.finditer(text, at):
        words = row[0].strip()
        if words:
            deeper = len(row[0]) - len(row[0].lstrip(" ")) > column
            return (words, line) if words.startswith("#") and deeper else ("", 0)
        line += 1
    return "", 0


def changing_escapes(text: str, start: int, end: int, line: int) -> Iterator[tuple[str, int]]:
    """(escape, line) of what becomes an invisible character in a value in double quotes."""
    counted = start
    for found in _CHANGING.finditer(text, start, end):
        if found["escape"] and (not found["code"] or _is_unseen(int(found["code"][1:], 16))):
            line += text.count("\n", counted, found.start())
            counted = found.start()
            yield found["escape"], line


def _is_unseen(number: int) -> bool:
    """Whether an escape writes a character that the file could not hold as it is."""
    if number < 0x20 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return True
    return any(problem.severity == "error" for problem in signs(chr(number), ""))
