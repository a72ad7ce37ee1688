"""Codes of the languages that documents name: by a whole value, a title, the start of a tag, or a path.

Each place has a rule of its own, since codes are words as well: the chapter "It" is not in Italian. Headers
that name the languages of their columns are for ``header_roles``, the languages of texts for ``tongue``.
"""

from __future__ import annotations

import re

from site_gen.model import names
from site_gen.sources.shape.header_words import LANGUAGES

CODE = 3  # characters of a code; longer words are names of languages
_REGIONAL = re.compile(r"(?P<own>[A-Za-z]{2})[-_][A-Za-z0-9]{2,4}")  # "de-AT", "zh_Hans"


def of_value(value: str) -> str:
    """The code of the language that a whole value names, also with a region; "" for anything else."""
    own = value.partition("(")[0].strip()
    regional = _REGIONAL.fullmatch(own)
    return LANGUAGES.get(names.fold(regional["own"] if regional else own), "")


def of_title(title: str) -> str:
    """The code of the language that a heading, a tab or a sheet is called by; "" for other titles."""
    folded = names.fold(title)
    return LANGUAGES.get(folded, "") if len(folded) > CODE or title.strip().isupper() else ""


def of_tag(tag: str) -> str:
    """The code of the language that a tag begins with, whatever follows: "de-CH", "English (US)"; else ""."""
    return LANGUAGES.get(names.fold(tag).split(" ")[0], "")


def is_code(part: str) -> bool:
    """Whether a part of a path is the two letters of a language."""
    return len(part) == 2 and part.isalpha() and part.lower() in LANGUAGES
