"""Macros that a LaTeX document defines over those of glossary packages, written out at each of their uses.

A definition is only looked at if its body makes an entry, or is short and takes no argument, or only puts
words around its single argument. The arguments stand in the place of their numbers; what comes out is not
expanded again, but an argument is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats.latex_text import group

MAX_BYTES = 2_000_000
MAX_MACROS = 100
MAX_WORDS = 80  # signs of a macro that stands for words
_DEFINED = re.compile(
    r"\\(?P<how>(?:new|renew|provide)command|(?:Declare|New|Renew|Provide)DocumentCommand)(?![A-Za-z])\*?"
    r"\s*(?:\{\s*\\(?P<braced>[A-Za-z]{1,40})\s*\}|\\(?P<name>[A-Za-z]{1,40}))"
)
_MAKES = re.compile(
    r"\\(?:(?:long)?(?:new|provide)glossaryentry|newdualentry|newacronym|newabbreviation|acro(?:def)?|"
    r"DeclareAcronym|nomenclature)(?![A-Za-z])|\\item\s*\[[^\[\]]{0,40}#1"
)
_ARGUMENT = re.compile(r"#([1-9])")
_SPEC = re.compile(r"[mos]|O(?=\{)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Macro:
    """What stands for a use of a macro. ``optional`` tells of each argument whether it may be left out."""

    body: str
    optional: tuple[bool, ...]
    default: str = ""


def expanded(text: str) -> str:
    """The text with uses of its own macros written out; the lines keep their numbers.

    Raises ``UnreadableError`` if it would grow too large.
    """
    macros: dict[str, _Macro] = {}
    rest, done = "", 0
    for found in _DEFINED.finditer(text):
        if found.start() < done or len(macros) >= MAX_MACROS:
            continue
        macro, end = _macro(text, found.end(), found["how"])
        if macro and (
            _MAKES.search(macro.body) or _is_word(macro, found["how"]) or _puts_words_around(macro)
        ):
            macros[found["braced"] or found["name"]] = macro
            rest += text[done : found.start()] + "\n" * text.count("\n", found.start(), end)
            done = end
    return _written_out(rest + text[done:], macros) if macros else text


def _is_word(macro: _Macro, how: str) -> bool:
    """Whether a macro stands for some words: it is short, and nothing stands in it for an argument."""
    return not how.startswith("re") and not macro.optional and len(macro.body) <= MAX_WORDS


def _puts_words_around(macro: _Macro) -> bool:
    """Whether a macro shows its one argument, among words at most: ``See also: #1``."""
    plain = "\\" not in macro.body and macro.body.count("#") == 1 == len(macro.optional)
    return plain and not macro.optional[0] and "#1" in macro.body and len(macro.body) <= MAX_WORDS


def _macro(text: str, place: int, how: str) -> tuple[_Macro | None, int]:
    """The macro whose arguments are told at a place, None if its body is not there; and the end of it."""
    if how.endswith("DocumentCommand"):
        spec, place = group(text, place)
        body, place = group(text, place)
        optional = tuple(sign[0] != "m" for sign in _SPEC.finditer(spec or ""))
        return (_Macro(body=body, optional=optional) if body else None), place
    number, place = group(text, place, "[]")
    default, place = group(text, place, "[]")
    body, place = group(text, place)
    times = int(number or 0) if (number or "").strip() in set("123456789") else 0
    optional = tuple(default is not None and index == 0 for index in range(times))
    return (_Macro(body=body, optional=optional, default=default or "") if body else None), place


def _written_out(text: str, macros: Mapping[str, _Macro]) -> str:
    use = re.compile(rf"\\({'|'.join(macros)})(?![A-Za-z])")
    out, size, done = [], 0, 0
    for found in use.finditer(text):
        if found.start() < done:
            continue
        macro, place = macros[found[1]], found.end()
        said: list[str] = []
        for optional in macro.optional:
            value, place = group(text, place, "[]" if optional else "{}")
            said.append(macro.default if value is None else value)
        size += _size(macro.body, said)
        if size > MAX_BYTES:
            hint = "import the part that holds the glossary"
            raise UnreadableError("import-too-large", f"its macros make more than {MAX_BYTES:,} signs", hint)
        made = _with(macro.body, said).replace("\n", " ").removesuffix("\\xspace")
        made += "\n" * text.count("\n", found.start(), place)
        out += [text[done : found.start()], made]
        done = place
    return "".join([*out, text[done:]])


def _size(body: str, said: Sequence[str]) -> int:
    """The number of signs that a use makes, before it is made: a body may repeat an argument."""
    times = Counter(int(mark[1]) for mark in _ARGUMENT.finditer(body))
    return len(body) + sum(times[number] * len(value) for number, value in enumerate(said, 1))


def _with(body: str, said: Sequence[str]) -> str:
    """The body of a macro with its arguments; one that is not told is empty."""
    told = dict(enumerate(said, 1))
    return _ARGUMENT.sub(lambda mark: told.get(int(mark[1]), ""), body)
