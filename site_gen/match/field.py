"""What the matcher takes for granted of a site: how its language writes words, and the words of its field.

Both belong to the glossary whose names are compared, and are handed on as one value, a ``Field``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from site_gen.catalog import Catalog, catalog
from site_gen.language import ENGLISH, Language, language_of
from site_gen.match.lexicon import EXCHANGES
from site_gen.model import names, word_forms
from site_gen.model.records import Glossary

FIELDS = 8  # for how many fields in one process the tables made from them are remembered


@dataclass(frozen=True, kw_only=True, eq=False)
class Field:
    """The words of a field, as ``field`` in the catalog has them (docs/language.md).

    A field is equal only to itself, and so a quick key for what is remembered of its words; ``field_of``
    makes one for all glossaries with the same words.
    """

    language: Language
    leads: Mapping[str, int]  # first words that may be left out, each with the points that this loses
    phrases: tuple[tuple[str, ...], ...]  # several of them that are left out together
    exchanges: tuple[tuple[int, tuple[str, ...]], ...]  # (points lost, exchangeable words)
    within: frozenset[str]  # small words of the language, which are ignored inside a name
    usual: frozenset[str]  # taken to be usual even where the texts at hand are too few to show it

    @property
    def is_english(self) -> bool:
        """Whether words have the endings and families of English."""
        return self.language.tag == ENGLISH

    def stem(self, word: str) -> str:
        """A folded word without its ending."""
        return word_forms.stem(word) if self.is_english else self.language.stem(word)


def field_for(glossary: Glossary) -> Field:
    """The field of the glossary that names are compared in."""
    return field_of(catalog(glossary.language, glossary.words), language_of(glossary.language))


def field_of(words: Catalog, language: Language) -> Field:
    """The field that a catalog tells of; what is no number with words after it is left out."""
    return _field(language, *(words.text(f"field.{name}") for name in ("leads", "phrases", "alike", "usual")))


@lru_cache(maxsize=FIELDS)
def _field(language: Language, leads: str, phrases: str, alike: str, usual: str) -> Field:
    first = (part.split() for part in _parts(leads))
    exchangeable = (part.split() for part in _parts(alike))
    return Field(
        language=language,
        leads={lead[0]: int(lead[1]) for lead in first if len(lead) == 2 and lead[1].isdigit()},
        phrases=tuple(tuple(part.split()) for part in _parts(phrases)),
        exchanges=EXCHANGES
        + tuple(
            (int(cost), tuple(group)) for cost, *group in exchangeable if len(group) > 1 and cost.isdigit()
        ),
        within=frozenset(names.fold(language.within).split()),
        usual=frozenset(names.fold(usual).split()),
    )


def _parts(text: str) -> list[str]:
    return [part for part in map(names.fold, text.split(",")) if part]
