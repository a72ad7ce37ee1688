"""Flash cards exported as text by Anki and similar programs: setting lines, then one card per line."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.sources.draft import Reading
from site_gen.sources.formats.by_shape import of_tables
from site_gen.sources.formats.delimited import separated
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.blocks import Row
from site_gen.sources.shape.columns import Chosen

_SETTING = re.compile(r"#(?P<key>[a-z ]{3,20}):(?P<value>[^\n]*)")
_SIGNS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
CARD = "card"  # shape of the entries
_APART = ("tags column", "deck column", "notetype column", "guid column")


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries: the front of each card is the name, the longest other field is the text."""
    lines = document.text.removeprefix("\ufeff").split("\n")
    settings: dict[str, str] = {}
    for index, line in enumerate(lines[:40]):
        setting = _SETTING.match(line)
        if not setting:
            break
        settings[setting["key"]] = setting["value"].strip()
        lines[index] = ""
    said = settings.get("separator", "tab")
    sign = _SIGNS.get(said.lower(), said[:1] or "\t")
    apart = {int(settings[key]) - 1 for key in _APART if settings.get(key, "").isdigit()}
    (table,) = separated("\n".join(lines), sign=sign)
    rows = [_without(row, apart) for row in table.rows]
    if settings.get("columns"):
        rows.insert(0, _without(Row(line=1, cells=tuple(settings["columns"].split(sign))), apart))
    header = True if settings.get("columns") else False if rows else None
    reading = of_tables([replace(table, rows=tuple(rows), header=header)], (), chosen)
    return replace(reading, drafts=tuple(replace(draft, how=CARD) for draft in reading.drafts))


def _without(row: Row, columns: set[int]) -> Row:
    return replace(row, cells=tuple(cell for index, cell in enumerate(row.cells) if index not in columns))
