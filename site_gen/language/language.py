"""A language as a value, read from its file."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import yaml

from site_gen.model import names

ENGLISH = "en"
# Letters that people of a language write with others where only a to z will do; elsewhere accents just go.
# German: https://www.duden.de (Umlaut); Danish, Norwegian: https://www.regjeringen.no and dk-hostmaster.dk
# allow ae, oe and aa in addresses. Swedes and Finns leave the dots out, as everywhere.
_LETTERS: Mapping[str, Mapping[str, str]] = {
    "de": {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ẞ": "ss"},
    **{code: {"æ": "ae", "ø": "oe", "å": "aa"} for code in ("da", "nb", "nn", "no")},
}
_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every value as text
_FILES = ("de",)

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Language:
    """What is known of a language; an empty value is what nobody has told yet.

    A word is stemmed in steps: whole words of ``words``, patterns of ``rewrites`` (regular expressions that
    mean the same in Python and JavaScript; ``$1`` is the first group), then one ending of each table of
    ``endings`` (the first that fits, from words of more letters with each table). assets/lookup.js takes the
    same steps.
    """

    tag: str
    letters: Mapping[str, str] = field(default_factory=dict)
    words: Pairs = ()
    shorts: Pairs = ()  # what people type short, and the word meant: for the lookup alone
    rewrites: Pairs = ()
    endings: tuple[Pairs, ...] = ()
    little: str = ""  # words that tell little
    around: str = ""  # words around the subject of a question
    rings: tuple[str, ...] = ()  # words that may stand for one another
    forms: Mapping[str, str] = field(default_factory=dict)  # patterns, by the names that lookup.js has
    questions: Mapping[str, Pairs] = field(default_factory=dict)  # what questions are made of

    def __hash__(self) -> int:
        return hash(self.tag)

    def slug(self, name: str) -> str:
        """The address of a name, as people of the language write it where only a to z will do."""
        return names.slug(name, self.letters)

    def stem(self, word: str) -> str:
        """A folded word without its ending; as ``names.stem`` has it in English."""
        if self.tag == ENGLISH:
            return names.stem(word)
        return self._stemmed(word)

    @cached_property
    def _known(self) -> Mapping[str, str]:
        return dict(self.words)

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((re.compile(form), instead.replace("$", "\\")) for form, instead in self.rewrites)

    def _stemmed(self, word: str) -> str:
        if word in self._known:
            return self._known[word]
        for pattern, instead in self._patterns:
            word = pattern.sub(instead, word)
        if word in self._known:
            return self._known[word]
        for place, table in enumerate(self.endings):
            if len(word) > 3 + place:
                ending, instead = next((pair for pair in table if word.endswith(pair[0])), ("", ""))
                word = word[: len(word) - len(ending)] + instead
        return word


@cache
def language_of(tag: str) -> Language:
    """The language of a tag such as "de" or "de-CH"; without its region where that is not known."""
    base = tag.replace("_", "-").partition("-")[0].casefold()
    letters = _LETTERS.get(base, {})
    return Language(tag=base, letters=letters, **(_read(base) if base in _FILES else {}))


def _read(tag: str) -> Mapping[str, Any]:
    data = pkgutil.get_data(__name__, f"{tag}.yaml")
    assert data is not None, "the loader of the package reads its files"
    told = yaml.load(data, Loader=_LOADER)  # a file of our own, and no value is built
    return {
        "words": _pairs(told["words"]),
        "shorts": _pairs(told["shorts"]),
        "rewrites": tuple(told["rewrites"].items()),
        "endings": tuple(_pairs(table) for table in told["endings"]),
        "little": " ".join(told["little"].split()),
        "around": " ".join(told["around"].split()),
        "rings": tuple(told["rings"].splitlines()),
        "forms": told["forms"],
        "questions": {name: tuple(forms.items()) for name, forms in told["questions"].items()},
    }


def _pairs(text: str) -> Pairs:
    found = (pair.partition(">") for pair in text.split())
    return tuple((one, other) for one, _, other in found)
