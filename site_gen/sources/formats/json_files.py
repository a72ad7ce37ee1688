"""JSON: the texts of a program of Flutter or Apple's, or any other data."""

from __future__ import annotations

import re

from site_gen.sources.draft import Reading
from site_gen.sources.formats import data, data_tree, program_texts
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.columns import Chosen

_OF_PROGRAM = re.compile(r'"(?:@@locale|@[A-Za-z]\w{0,60}|sourceLanguage)"\s*:')


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a JSON file. Raises ``UnreadableError``."""
    value = data_tree.from_json(document.text) if _OF_PROGRAM.search(document.text) else None
    if value is not None:
        language = document.language.split("-")[0]
        messages = program_texts.of_arb(value) or program_texts.of_catalog(value, language)
        if messages:
            return program_texts.read(messages, document, chosen)
    return data.read(document, chosen)
