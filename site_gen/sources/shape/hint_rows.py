"""A row of hints right under the header of a sheet: how to fill the columns, "optional", "date"."""

from __future__ import annotations

import re

from site_gen.sources.shape.blocks import Row

WHY = "hints on how to fill the columns"
SHARE, LEAST = 0.5, 2  # cells that are hints, of all filled ones and in number
_HINT = re.compile(
    r"\W*(?:(?:is |are )?(?:optional|required|mandatory|compulsory|recommended)|pflicht(?:feld)?|"
    r"optionales feld|obligatoire|facultatif|obligatorio|opcional|obrigatório|"
    r"обязательно|необязательно|zorunlu|isteğe bağlı|"
    r"(?:free |plain |short |long )?text|freitext|texte libre|texto libre|string|"
    r"date|datum|fecha|number|zahl|auto(?:matic(?:ally)?|matisch)?|"
    r"(?:pick|choose|select|auswahl)(?: from)?(?: (?:the |a )?(?:list|dropdown))?|drop-?down|"
    r"yes ?/ ?no|y ?/ ?n|ja ?/ ?nein|oui ?/ ?non|sí ?/ ?no|singular|e-?mail|url|link|"
    r"(?:max(?:imum)?\.?|up to|at most|höchstens|bis zu) \d+ "
    r"(?:characters|chars|words|zeichen|wörter|sentences|sätze)|"
    r"(?:one|a single|\d|ein|une?|una?)(?: (?:or|to|oder|ou|o) \w+)? "
    r"(?:sentences?|words?|lines?|sätze?|wort|phrases?|frases?)|"
    r"(?:comma|semicolon)[- ]separated|separated? (?:by|with) (?:commas?|semicolons?)|"
    r"durch kommas? getrennt)\W*",
    re.IGNORECASE,
)


def is_of_hints(row: Row) -> bool:
    """Whether at least half of the cells of a row say how to fill a column."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    hints = sum(_HINT.fullmatch(cell) is not None for cell in filled)
    return hints >= LEAST and hints >= SHARE * len(filled)
