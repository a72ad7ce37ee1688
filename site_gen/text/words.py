"""The words of running text, for finding labels in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from site_gen.model import names

# Scripts without spaces between words: Han and Hiragana count by the character, Katakana by the run.
_ALONE = "\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff"
_LETTER = rf"[^\W_{_ALONE}{_KATAKANA}]"
_WORD = re.compile(rf"{_LETTER}+(?:['’ʼ]{_LETTER}+|[\u0300-\u036f]+{_LETTER}*)*|&|[{_ALONE}]|[{_KATAKANA}]+")
_ASCII_WORD = re.compile(r"[a-zA-Z0-9]+(?:'[a-zA-Z0-9]+)*|&")  # the same for ASCII, in half the time


class Word(NamedTuple):
    """One word of running text: its stem, and where it stands."""

    stem: str
    written: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words in order; ``&`` counts as "and"."""
    return [Word(_STEMS[found[0]], found[0], *found.span()) for found in _WORD.finditer(text)]


class Row:
    """The words of a text for a search that needs the places of few of them."""

    __slots__ = ("_known", "stems", "text", "written")

    def __init__(self, text: str) -> None:
        self.text = text
        self.written = _written(text)
        self.stems = list(map(_STEMS.__getitem__, self.written))
        self._known = 0, 0  # a word, and a place that it does not start before

    def start(self, index: int) -> int:
        """Where a word starts; soon found where words are asked for from left to right."""
        known, at = self._known if self._known[0] <= index else (0, 0)
        word = self.written[index]
        start = self.text.index(word, at)
        for _ in range(" ".join(self.written[known:index]).count(word)):  # also within another: "a" in "at"
            start = self.text.index(word, start + len(word))
        self._known = index, start
        return start

    def spans(self, first: int, after: int) -> list[tuple[int, int]]:
        """Where the words from ``first`` up to ``after`` start and end."""
        end = self.start(first)
        found: list[tuple[int, int]] = []
        for word in self.written[first:after]:
            start = self.text.index(word, end)
            end = start + len(word)
            found.append((start, end))
        return found


def _written(text: str) -> list[str]:
    if not text.isascii():
        return _WORD.findall(text)
    if "'" in text or "&" in text:
        return _ASCII_WORD.findall(text)
    return ascii_runs(text)


def ascii_runs(text: str) -> list[str]:
    """The runs of letters and digits of an ASCII text, in an eighth of the time that a pattern takes."""
    return text.encode().translate(names.LETTERS).decode().split()


@lru_cache(maxsize=1 << 15)
def row(text: str) -> Row:
    """For texts that several stages look into, such as definitions and names."""
    return Row(text)


class _Stems(dict[str, str]):
    """The stems of all words met so far: a corpus has few, and asks for each again and again."""

    def __missing__(self, written: str) -> str:
        stem = "and" if written == "&" else names.stem(names.fold(names.singular(written)))
        if len(self) > _MANY:
            self.clear()
        self[written] = stem
        return stem


_MANY = 1 << 17
_STEMS = _Stems()
