"""Which language does a row, a record or a page state for all that it says: "Language: de", "lang: en-GB"?

Entries in other languages are left out later, by ``entries/languages``. Where several rows of a sheet tell of
one concept, ``rows_by_language`` has joined them before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_gen.model import names
from site_gen.sources.shape import language_codes
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.text_roles import NONE

HEADERS = folded_set(
    "language, lang, locale, l code, lang iso, langiso, language iso, lang code, langcode, language code, "
    "languagecode, lang name, langname, language name, languagename, sprache, langue, idioma, язык, dil, "
    "taal, lingua, język, kieli, språk, sprog, mova, мова"
)


def of_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    """The first known language that a value states under such a header or key; "" if there is none."""
    stated = (language_codes.of_value(value) for header, value in pairs if names.fold(header) in HEADERS)
    return next(filter(None, stated), "")


def set_aside(found: Sequence[str], headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The roles with none for a column of languages: "Lang" is also the German header for long forms."""
    out = list(found)
    for index, header in enumerate(headers[: len(out)]):
        cells = [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
        if names.fold(header) in HEADERS and cells and all(map(language_codes.of_value, cells)):
            out[index] = NONE
    return out
