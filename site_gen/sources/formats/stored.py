"""Whether a text is a page as Confluence stores it (see ``storage``); it needs no parser."""

from __future__ import annotations

import re

_OWN = re.compile(r"<ac:(?:structured-macro|layout|link|image|task-list|rich-text-body)\b")
SAMPLE = 64_000


def is_storage(text: str) -> bool:
    """Whether a page has elements of Confluence."""
    return _OWN.search(text[:SAMPLE]) is not None
