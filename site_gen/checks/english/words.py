"""Words and phrases of the other English, and those that are stiff or no English at all.

``spellings.txt`` (made by tools/spellings.py) and ``words.txt`` have them; the head of each tells its signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple

from site_gen.checks.english import Correction

Judged = Literal["american", "british"]

FILES = ("spellings.txt", "words.txt")
_ROW = re.compile(r"(?P<one>[^#=<>!][^=<>!]*?) (?P<sign>[=<>!]) (?P<other>.+)")
_WRONG_IN: Mapping[Judged, str] = {"american": "=>", "british": "=<"}  # signs of rows that are wrong in it
_BRITISH, _AMERICAN = "is British English", "is American English"
STIFF = "is not how people at a desk say it"

_WORD = re.compile(r"(?<![\w@#\\])[A-Za-z]+(?:['’]t)?(?![\w\\])")
# A sentence about what is to come, which only announces it.
_TURNS = re.compile(
    r"(?:(?<=[.!?:;] )|(?<=\n)|^)(?:one|two|three|four|five|some|a few|several)"
    r" (?:cautions?|caveats?|traps?|pitfalls?|warnings?|snags?|catch(?:es)?|words? of (?:caution|warning))"
    r"(?=[.:;])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^\s()<>]*(?:://|@|\bwww\.|\w_\w|\w\.[a-z]{2,4}\b(?![.…] [A-Z])|/\w+/)[^\s()<>]*")
_QUOTED = re.compile(r"\"([^\"\n]*)\"|“([^”\n]*)”")
_QUOTED_NAME = 4  # words: longer quotes are what somebody says or writes, and are judged
_BEGINS = re.compile(r"(?:^|[.!?:…\n\"“‘(\[–—|])\W*\Z")
_NAME_GOES_ON = re.compile(r"['’]?s? (?:of |for |and |the )*[A-Z][a-z]")


class Row(NamedTuple):
    """``wrong`` is what a text must not have, and ``why`` says so."""

    wrong: str
    instead: str
    why: str


@lru_cache(maxsize=2)
def rows(english: Judged) -> Mapping[str, Row]:
    """What is wrong in one English, by the words in small letters."""
    found: dict[str, Row] = {}
    for name in FILES:
        text = (resources.files("site_gen.checks.english") / name).read_text(encoding="utf-8")
        for line in text.splitlines():
            row = _ROW.fullmatch(line)
            if row is None:
                continue
            one, sign, other = row["one"], row["sign"], row["other"]
            if sign == "!":
                found.setdefault(one.lower(), Row(one, other, STIFF))
            elif sign in _WRONG_IN[english]:
                wrong, right = (one, other) if english == "american" else (other, one)
                why = _BRITISH if english == "american" else _AMERICAN
                found.setdefault(wrong.lower(), Row(wrong, right, why))
    return found


@lru_cache(maxsize=2)
def _phrases(english: Judged) -> re.Pattern[str]:
    """Every row of more than one word."""
    some = sorted((row for row in rows(english) if not row.isalpha()), key=len, reverse=True)
    wanted = "|".join(re.escape(row).replace(r"\ ", r"\s+").replace("'", "['’]") for row in some)
    return re.compile(rf"(?<![\w@#\\-])(?:{wanted})(?![\w\\]|-\w)", re.IGNORECASE)


def other_words(text: str, english: Judged) -> Iterator[Correction]:
    """Words and phrases that are wrong in this English, from left to right; names and addresses are none."""
    left_out = [found.span() for found in (*_ADDRESS.finditer(text), *_short_quotes(text))]
    table = rows(english)
    hits = [*_phrases(english).finditer(text)]
    inside = [hit.span() for hit in hits]
    hits += [
        word for word in _WORD.finditer(text)
        if _plain(word[0]) in table and not any(_within(word.span(), place) for place in inside)
    ]  # fmt: skip
    found = [
        Correction(*hit.span(), hit[0], _as_written(hit[0], row), row.why)
        for hit in hits
        if (row := table[_plain(hit[0])])
        and not any(_within(hit.span(), place) for place in left_out)
        and (hit[0] == row.wrong or not _is_name(text, hit))
    ]
    found += [Correction(*turn.span(), turn[0], "", STIFF) for turn in _TURNS.finditer(text)]
    yield from sorted(found)


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def _short_quotes(text: str) -> Iterator[re.Match[str]]:
    for quote in _QUOTED.finditer(text):
        words = quote[1] or quote[2] or ""
        if len(words.split()) <= _QUOTED_NAME and not words.endswith((".", "!", "?", ",")):
            yield quote


def _within(span: tuple[int, int], place: tuple[int, int]) -> bool:
    return place[0] <= span[0] and span[1] <= place[1]


def _is_name(text: str, hit: re.Match[str]) -> bool:
    """Whether capitals make the word part of a name ("the Labour Party", "Centre of Excellence")."""
    word = hit[0]
    if not word[0].isupper():
        return False
    if len(word) > 1 and word.isupper():
        return True
    return not _BEGINS.search(text[: hit.start()]) or bool(_NAME_GOES_ON.match(text, hit.end()))


def _as_written(found: str, row: Row) -> str:
    """The word to write instead, with a capital where only its place gave the other one a capital."""
    begins = found[0].isupper() and row.wrong[0].islower()
    return row.instead[0].upper() + row.instead[1:] if begins else row.instead
