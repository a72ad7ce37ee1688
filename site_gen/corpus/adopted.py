"""What glossary/upstream.json tells of the texts that came with the tool.

Commands that change terms by it check the whole file (``editing.upstream.kept``); here its texts are only
compared with those of the glossary, so a file that nobody can read tells nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from site_gen.model.adopted import leaves
from site_gen.model.records import Adopted


def adopted(data: bytes) -> Adopted:
    """The texts of the edition that was taken over, by the slugs and ids that they have here."""
    try:
        values = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Adopted()
    if not isinstance(values, dict):
        return Adopted()
    moved = _mapping(values.get("at"))
    terms = {str(moved.get(slug, slug)): texts for slug, texts in _texts(values.get("terms")).items()}
    return Adopted(terms=terms, topics=_texts(values.get("topics")), paths=_texts(values.get("paths")))


def _texts(records: Any) -> Mapping[str, frozenset[str]]:
    return {key: frozenset(leaves(record)) for key, record in _mapping(records).items()}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
