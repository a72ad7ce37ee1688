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
Table = Literal["american", "british", "stiff"]

FILES = ("spellings.txt", "words.txt")
_ROW = re.compile(r"(?P<one>[^#=<>!][^=<>!]*?) (?P<sign>[=<>!]) (?P<other>.+)")
_SIGNS: Mapping[Table, str] = {"american": "=>", "british": "=<", "stiff": "!"}  # rows of each table
_WHY: Mapping[Table, str] = {
    "american": "is British English",
    "british": "is American English",
    "stiff": "is not how people at a desk say it",
}

_WORD = re.compile(r"(?<![\w@#\\])[A-Za-z]+(?:['’]t)?(?![\w\\])")
# A sentence about what is to come, which only announces it.
_TURNS = re.compile(
    r"(?:(?<=[.!?:;] )|(?<=\n)|^)(?:one|two|three|four|five|some|a few|several)"
    r" (?:cautions?|caveats?|traps?|pitfalls?|warnings?|snags?|catch(?:es)?|words? of (?:caution|warning))"
    r"(?=[.:;])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?<![^\s()<>])[^\s()<>]*(?:://|@|\bwww\.|\w_\w|\w\.[a-z]{2,4}\b(?![.…] [A-Z])|/\w+/)[^\s()<>]*"
)
_QUOTED = re.compile(r"\"([^\"\n]*)\"|“([^”\n]{0,300})”")
_QUOTED_NAME = 4  # words: longer quotes are what somebody says or writes, and are judged
_BEGINS = re.compile(r"(?:^|[.!?:…\n\"“‘(\[–—|])\W*\Z")
_NAME_GOES_ON = re.compile(r"['’]?s? (?:of |for |and |the )*[A-Z][a-z]")


class Row(NamedTuple):
    """``wrong`` is what a text must not have."""

    wrong: str
    instead: str


@lru_cache(maxsize=3)
def rows(table: Table) -> Mapping[str, Row]:
    """What is wrong in one English, or stiff in both, by the words in small letters."""
    found: dict[str, Row] = {}
    for name in FILES:
        text = (resources.files("site_gen.checks.english") / name).read_text(encoding="utf-8")
        for row in filter(None, map(_ROW.fullmatch, text.splitlines())):
            if row["sign"] in _SIGNS[table]:
                wrong, instead = row["one"], row["other"]
                if table == "british":
                    wrong, instead = instead, wrong
                found.setdefault(wrong.lower(), Row(wrong, instead))
    return found


@lru_cache(maxsize=3)
def _phrases(table: Table) -> re.Pattern[str]:
    """Every row of more than one word."""
    some = sorted((row for row in rows(table) if not row.isalpha()), key=len, reverse=True)
    wanted = "|".join(re.escape(row).replace(r"\ ", r"\s+").replace("'", "['’]") for row in some)
    return re.compile(rf"(?<![\w@#\\-])(?:{wanted})(?![\w\\]|-\w)", re.IGNORECASE)


def other_words(text: str, english: Judged) -> list[Correction]:
    """Words and phrases that are wrong in this English, from left to right; names and addresses are none."""
    return _corrections(text, english)


def stiff_words(text: str) -> list[Correction]:
    """What is said in neither English at a desk, and turns that only announce what comes."""
    turns = [Correction(*turn.span(), turn[0], "", _WHY["stiff"]) for turn in _TURNS.finditer(text)]
    return sorted((*_corrections(text, "stiff"), *turns))


def _corrections(text: str, table: Table) -> list[Correction]:
    hits = list(_hits(text, table))
    if not hits:
        return []
    left_out = [found.span() for found in (*_ADDRESS.finditer(text), *_short_quotes(text))]
    return [
        Correction(*hit.span(), hit[0], _as_written(hit[0], row), _WHY[table])
        for hit, row in sorted(hits, key=lambda found: found[0].start())
        if not any(_within(hit.span(), place) for place in left_out)
        and (hit[0] == row.wrong or not _is_name(text, hit))
    ]


def _hits(text: str, table: Table) -> Iterator[tuple[re.Match[str], Row]]:
    """Phrases of a table, and words that are in no such phrase."""
    known = rows(table)
    phrases = list(_phrases(table).finditer(text))
    yield from ((phrase, known[_plain(phrase[0])]) for phrase in phrases)
    for word in _WORD.finditer(text):
        row = known.get(_plain(word[0]))
        if row and not any(_within(word.span(), phrase.span()) for phrase in phrases):
            yield word, row


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
    begins = _BEGINS.search(text[max(0, hit.start() - 20) : hit.start()])
    return not begins or bool(_NAME_GOES_ON.match(text, hit.end()))


def _as_written(found: str, row: Row) -> str:
    """The word to write instead, with a capital where only its place gave the other one a capital."""
    begins = found[0].isupper() and row.wrong[0].islower()
    return row.instead[0].upper() + row.instead[1:] if begins else row.instead
