"""The comments in the settings and jobs that `glossary init` writes, in the desk's language."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from functools import cache, partial
from importlib import resources

import yaml

_WIDTH = 120
_BEFORE_SIGN = re.compile(r" (?=[:;»])")  # in French no line begins with the sign
_TIED = "\xa0"


def with_comments(text: str, language: str) -> str:
    """A file with its comments in a language; as it is where nobody has put them into it.

    A comment that says nothing in that language, since it is about English, goes with its line.
    """
    for told in _table():
        if language in told and _rarest(told["en"]) in text:
            text = _pattern(told["en"]).sub(partial(_line, say=told[language]), text)
    return text


@cache
def _table() -> tuple[Mapping[str, str], ...]:
    data = (resources.files("site_gen.cli") / "starter_comments.yaml").read_text("utf-8")
    return tuple(yaml.safe_load(data))


@cache
def _rarest(english: str) -> str:
    """The longest word of a comment: where it is missing, the text need not be read for the whole comment."""
    return max(english.split(), key=len)


@cache
def _pattern(english: str) -> re.Pattern[str]:
    """Where the comment stands: alone in lines, however they are broken, or behind something."""
    words = r"[ \n]+(?:# +)?".join(map(re.escape, english.split()))
    return re.compile(rf"^(?P<before>.*?)# (?P<list> *){words}\n", re.MULTILINE)


def _line(found: re.Match[str], say: str) -> str:
    before = found["before"]
    if before.strip():
        return f"{before}# {say}\n"
    if not say:
        return ""
    first = f"{before}# {found['list']}"
    later = first + "   " * bool(found["list"])
    lines = textwrap.wrap(
        _BEFORE_SIGN.sub(_TIED, say),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=later,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "\n".join(lines).replace(_TIED, " ") + "\n"
