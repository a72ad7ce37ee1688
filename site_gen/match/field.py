"""What the matcher takes for granted of a site: how its language writes words, and the words of its field.

Both belong to the glossary. Words are compared in their thousands, each remembered, so the tables of one site
stand here at a time: whoever compares names calls ``use`` first, with the glossary that they are compared in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from site_gen.catalog import Catalog, catalog
from site_gen.language import ENGLISH, Language, language_of
from site_gen.match.lexicon import EXCHANGES
from site_gen.model import names
from site_gen.model.records import Glossary

Made = TypeVar("Made")


@dataclass(frozen=True, kw_only=True)
class Field:
    """The words of a field, as ``field`` in the catalog has them (docs/language.md)."""

    language: Language
    leads: Mapping[str, int]  # first words that may be left out, each with the points that this loses
    phrases: tuple[tuple[str, ...], ...]  # several of them that are left out together
    exchanges: tuple[tuple[int, tuple[str, ...]], ...]  # (points lost, exchangeable words)
    usual: frozenset[str]  # taken to be usual even where the texts at hand are too few to show it

    @property
    def is_english(self) -> bool:
        """Whether words have the endings and families of English."""
        return self.language.tag == ENGLISH

    def stem(self, word: str) -> str:
        """A folded word without its ending."""
        return names.stem(word) if self.is_english else self.language.stem(word)


def field_of(words: Catalog, language: Language) -> Field:
    """The field that a catalog tells of; what is no number with words after it is left out."""
    leads = (part.split() for part in _parts(words.text("field.leads")))
    alike = (part.split() for part in _parts(words.text("field.alike")))
    return Field(
        language=language,
        leads={lead[0]: int(lead[1]) for lead in leads if len(lead) == 2 and lead[1].isdigit()},
        phrases=tuple(tuple(part.split()) for part in _parts(words.text("field.phrases"))),
        exchanges=EXCHANGES
        + tuple((int(cost), tuple(group)) for cost, *group in alike if len(group) > 1 and cost.isdigit()),
        usual=frozenset(names.fold(words.text("field.usual")).split()),
    )


def _parts(text: str) -> list[str]:
    return [part for part in map(names.fold, text.split(",")) if part]


_forgetting: list[Callable[[], None]] = []


def remembered(maxsize: int) -> Callable[[Callable[..., Made]], Callable[..., Made]]:
    """``lru_cache`` for what depends on the field: forgotten where another one is used."""

    def wrapped(function: Callable[..., Made]) -> Callable[..., Made]:
        cached = lru_cache(maxsize=maxsize)(function)
        _forgetting.append(cached.cache_clear)
        return cached

    return wrapped


_used: list[Field] = []


def field() -> Field:
    """The field in use; that of customer support in English before anything else was."""
    if not _used:
        _used.append(field_of(catalog(), language_of(ENGLISH)))
    return _used[0]


def use(glossary: Glossary) -> None:
    """From now on names are compared as in this glossary."""
    wanted = field_of(catalog(glossary.language, glossary.words), language_of(glossary.language))
    if wanted != field():
        _used[:] = [wanted]
        for forget in _forgetting:
            forget()


def stem(word: str) -> str:
    """A folded word without its ending, in the language in use."""
    return field().stem(word)
