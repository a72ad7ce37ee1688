"""Notes as Joplin exports them raw: a title, a text, and lines of data about the note at the end."""

from __future__ import annotations

import re

DATA = 4_000  # characters of such data at most
_DATA = re.compile(r"(?:\A|\n\n)id: [0-9a-f]{32}\n(?:[a-z_]{2,40}:[^\n]*(?:\n|\Z)){5,60}\Z")
_IS_NOTE = re.compile(r"^type_: 1$", re.MULTILINE)


def as_page(text: str) -> str:
    """The note as a page of Markdown; "" for a notebook or a tag, and other texts as they are."""
    data = _DATA.search(text.replace("\r\n", "\n"), max(len(text) - DATA, 0))
    if not data:
        return text
    if not _IS_NOTE.search(data[0]):
        return ""
    return "# " + text.replace("\r\n", "\n")[: data.start()].lstrip()
