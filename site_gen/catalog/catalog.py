"""A catalog as a value: its texts by key, and how its language writes numbers, days and plurals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from site_gen.catalog.pattern import Place, parts

Text = str | Mapping[str, str]  # the text, or its plural forms by CLDR's names for them: one, few, other
_ENGLISH = Locale("en")
COUNT = "n"  # the value by which the plural form is chosen


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """The texts of one language; ``language`` is its code, such as "de" or "pt-BR" (BCP 47).

    ``borrowed`` are the keys of the texts that stand in English, not written in the language yet.

    Plural forms and formats are CLDR's (https://cldr.unicode.org); those of English stand in for a language
    that CLDR does not have.
    """

    language: str
    texts: Mapping[str, Text]
    borrowed: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        return hash((self.language, len(self.texts)))

    @cached_property
    def borrowed_sentences(self) -> frozenset[str]:
        """The borrowed texts of several words that have no place to fill, as views hand them on."""
        texts = (self.texts[key] for key in self.borrowed)
        return frozenset(text for text in texts if isinstance(text, str) and " " in text and "{" not in text)

    def text(self, key: str, /, **values: object) -> str:
        """A text with its places filled. Raises ``KeyError`` for an unknown key, or a value that is missing.

        ``n`` chooses the plural form. In place of ``[words]{name}`` only the words stand.
        """
        return "".join(
            part if isinstance(part, str) else part.words or self.shown(values[part.name])
            for part in self.parts(key, values.get(COUNT))
        )

    def parts(self, key: str, count: object = None) -> Sequence[str | Place]:
        """The words and places of a text, of its form for ``count`` where it has several."""
        found = self.texts[key]
        if isinstance(found, str):
            return parts(found)
        if not isinstance(count, (int, float)):
            raise KeyError(f"'{key}' has plural forms, so it needs '{COUNT}'")
        plural = _ENGLISH.plural_form(count) if key in self.borrowed else self.plural(count)
        return parts(found.get(plural) or found["other"])

    def shown(self, value: object) -> str:
        """A value as the language writes it: numbers and days in its own form, all else as it is."""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return self.number(value)
        return self.day(value) if isinstance(value, date) else str(value)

    def number(self, value: float) -> str:
        """The number with the language's own signs: "1,234.5", "1.234,5"."""
        return format_decimal(value, locale=self.locale)

    def day(self, value: date) -> str:
        """A day in words: "November 21, 2026", "21. November 2026"."""
        return format_date(value, format="long", locale=self.locale)

    def short_day(self, value: date) -> str:
        """A day in a few signs: "Nov 21, 2026", "21.11.2026"."""
        return format_date(value, format="medium", locale=self.locale)

    def month(self, value: date) -> str:
        """A month in words: "November 2026"."""
        return format_skeleton("yMMMM", value, locale=self.locale)

    def language_name(self, code: str) -> str:
        """What a language is called here ("es" is "Spanisch" in German); the code where nobody knows it."""
        named = locale_of(code)
        return (named.get_display_name(self.locale) if named else None) or code

    def plural(self, count: float) -> str:
        """The plural form of a count: "one", "two", "few", "many" or "other"."""
        return self.locale.plural_form(count)

    @property
    def plurals(self) -> frozenset[str]:
        """The plural forms that the language tells apart."""
        return frozenset(self.locale.plural_form.tags | {"other"})

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """The direction in which the language is read."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    @cached_property
    def locale(self) -> Locale:
        """What Babel knows of the language."""
        return locale_of(self.language) or _ENGLISH


def locale_of(language: str) -> Locale | None:
    """What Babel knows of a language, else of the language without its region; None for neither."""
    for code in (language, language.partition("-")[0]):
        try:
            return Locale.parse(code.replace("_", "-"), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None
