"""The language that a row, a record or a page states for itself: "Language: de", "lang: en-GB"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.model import names
from site_gen.sources.shape.header_words import LANGUAGES, folded_set
from site_gen.sources.shape.text_roles import NONE

HEADERS = folded_set(
    "language, lang, locale, l code, lang iso, langiso, language iso, lang code, langcode, language code, "
    "languagecode, lang name, langname, language name, languagename, sprache, langue, idioma, язык, dil, "
    "taal, lingua, język, kieli, språk, sprog, mova, мова"
)
_REGIONAL = re.compile(r"(?P<own>[A-Za-z]{2})[-_][A-Za-z0-9]{2,4}")  # "de-AT", "zh_Hans"


def code_of(value: str) -> str:
    """The code of the language that a whole value names, also with a region; "" for anything else."""
    own = value.partition("(")[0].strip()
    regional = _REGIONAL.fullmatch(own)
    return LANGUAGES.get(names.fold(regional["own"] if regional else own), "")


def set_aside(found: Sequence[str], headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The roles with none for a column of languages: "Lang" is also the German header for long forms."""
    out = list(found)
    for index, header in enumerate(headers[: len(out)]):
        cells = [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
        if names.fold(header) in HEADERS and cells and all(map(code_of, cells)):
            out[index] = NONE
    return out


def of_cells(headers: Sequence[str], cells: Sequence[str]) -> str:
    """The language that the cell under such a header states; "" if there is none."""
    stated = (
        code_of(cell)
        for header, cell in zip(headers, cells, strict=False)
        if names.fold(header) in HEADERS and cell.strip()
    )
    return next(stated, "")
