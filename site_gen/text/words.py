"""The words of a text, with their places; labels are searched among them."""

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


class Word(NamedTuple):
    """One word of running text: its stem, and where it stands."""

    stem: str
    written: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words in order; ``&`` counts as "and"."""
    return [Word(_stem(found[0]), found[0], *found.span()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=1 << 16)  # a corpus has few different words, each many times
def _stem(written: str) -> str:
    return "and" if written == "&" else names.stem(names.fold(names.singular(written)))
