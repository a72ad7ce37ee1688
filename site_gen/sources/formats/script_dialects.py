"""How languages of programs write texts, remarks, lists and mappings: JavaScript, Python, PHP and Ruby."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_QUOTED = r"\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?"
_LONG = r"\"(?:[^\"\\]|\\.)*+\"?|'(?:[^'\\]|\\.)*+'?"  # over several lines as well
_THREE = r"\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*+(?:\"\"\")?|'''(?:[^'\\]|\\.|'(?!''))*+(?:''')?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How one language of programs writes what stands aside of values, texts, and lists of a fixed length.

    ``opens`` stands before the first bracket of a list or mapping; ``key`` is a key without quotes, ``arrow``
    the sign behind a key. ``paired`` is true where lists may hold keys: ``['FCR' => 'solved at once']``.
    """

    aside: re.Pattern[str]
    text: re.Pattern[str]
    follows: str  # sign that joins two texts; where it is empty, texts that follow one another are one
    lists: Mapping[str, str]  # opening and closing brackets of lists
    opens: str = r"(?=[\[{])"
    key: re.Pattern[str] = re.compile(r"(?P<key>[\w$]+)")
    arrow: re.Pattern[str] = re.compile(":")
    paired: bool = False


JAVASCRIPT = Dialect(
    aside=re.compile(r"(?:\s|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z))+"),
    text=re.compile(rf"{_QUOTED}|`(?:[^`\\]|\\.)*+`?", re.DOTALL),
    follows="+",
    lists={"[": "]"},
)
PYTHON = Dialect(
    aside=re.compile(r"(?:\s|\\\n|#[^\n]*)+"),
    text=re.compile(rf"[rRuUbBfF]{{0,2}}(?:{_THREE}|{_QUOTED})", re.DOTALL),
    follows="",
    lists={"[": "]", "(": ")"},
)
PHP = Dialect(
    aside=re.compile(r"(?:\s|//[^\n]*|#(?!\[)[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z))+"),
    text=re.compile(_LONG, re.DOTALL),
    follows=".",
    lists={"[": "]", "(": ")"},
    opens=r"(?:array\s{0,5}(?=\()|(?=\[))",
    arrow=re.compile("=>"),
    paired=True,
)
RUBY = Dialect(
    aside=re.compile(r"(?:\s|\\\n|#[^\n]*)+"),
    text=re.compile(_LONG, re.DOTALL),
    follows="",
    lists={"[": "]"},
    key=re.compile(r":?(?P<key>\w+[?!]?)"),
    arrow=re.compile("=>|:(?!:)"),
)
BY_ENDING: Mapping[str, Dialect] = {
    ".py": PYTHON,
    ".pyi": PYTHON,
    ".php": PHP,
    ".rb": RUBY,
}  # else JavaScript
