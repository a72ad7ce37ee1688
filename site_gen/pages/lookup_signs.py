"""How people type a name whose signs tell it apart: "c sharp", "dotnet" and "net", "24 7" and "247"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.model import names
from site_gen.model.letters import WORD

_WORD = re.compile(f"(?:{WORD})+")
_BETWEEN = re.compile(r"\d[.:]\d")
_LONGEST_IN_ONE = 8  # letters: nobody types a longer name without its spaces


def without_signs(label: str) -> tuple[str, ...]:
    """The name without its signs, and with the signs as words; () for a name that has no such signs."""
    words = names.spelled(label).split()
    if all(map(_WORD.fullmatch, words)) and "&" not in label:
        return ()
    plain = " ".join(word for word in words if word != "/")
    found = dict.fromkeys(phrase for phrase in _ways(label, words) if phrase)
    return tuple(phrase for phrase in found if phrase != plain or len(plain) <= _LONGEST_IN_ONE)


def _ways(label: str, words: list[str]) -> Iterator[str]:
    apart = " ".join(" ".join(_WORD.findall(word)) for word in words)
    aloud = " ".join(filter(None, map(names.spoken, words)))
    ways = [" ".join(apart.split()), aloud]
    yield from ways
    if any(_BETWEEN.search(word) for word in words):
        return  # "35g" is no "3.5G"
    joined = [way.replace(" ", "") for way in ways]
    if "&" in label:
        joined.append(names.spelled(label.replace("&", "")).replace(" ", ""))
    yield from (way for way in joined if len(way) <= _LONGEST_IN_ONE)
