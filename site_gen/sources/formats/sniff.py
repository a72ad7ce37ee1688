"""Which format a document has: by what its bytes say, the ending of its name, what its text looks like."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from site_gen.model.import_formats import FORMATS
from site_gen.sources.formats.document import Document

SAMPLE = 64_000  # characters that a format is told by
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*"
    r"<(?:!doctype html|html|head|body|dl|table|h[1-6]|div|article|section|main|ul)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(
    r"^(?:#{1,6} +\S|(?:[-*] +)?\*\*[^*\n]{1,80}\*\*|\|(?: *:?-+:? *\|)+ *$|: {1,3}\S)", re.MULTILINE
)
_RST = re.compile(r"^[ \t]*\.\. (?:glossary::|contents::|toctree::|_[\w ]+:)", re.M)


def of_bytes(document: Document) -> str:
    """The format of a folder or of bytes that are no text; "" where the text is to tell."""
    if document.files:
        return "folder"
    if document.data.startswith(b"PK\x03\x04"):
        return "xlsx"
    return ""


def of_text(text: str, filename: str) -> str:
    """The format of a text: by the ending of its name, else by what it looks like."""
    ending = PurePosixPath(filename.lower()).suffix
    known = next((name for name, form in FORMATS.items() if ending in form.endings and name != "text"), "")
    if known and not FORMATS[known].binary:
        return known
    return next((name for name, looks in LOOKS if looks(text)), "") or _separated(text[:SAMPLE]) or "text"


def _is_json(text: str) -> bool:
    if text[:SAMPLE].lstrip()[:1] not in ("{", "["):
        return False
    from site_gen.sources.formats.data_tree import json_value

    return json_value(text) is not None


def _separated(head: str) -> str:
    """Tab- or semicolon-separated lines without a telling file name."""
    rows = [line for line in head.splitlines()[:200] if line.strip()]
    for sign, name in (("\t", "tsv"), (";", "csv")):
        counts = [row.count(sign) for row in rows]
        if len(rows) >= 3 and min(counts) >= 1 and max(counts) <= 12 and len(set(counts)) == 1:
            return name
    return ""


# tried in this order where the ending of the name tells nothing
LOOKS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("html", lambda text: _HTML.match(text[:SAMPLE])),
    ("json", _is_json),
    ("rst", lambda text: _RST.search(text[:SAMPLE])),
    ("markdown", lambda text: len(_MARKDOWN.findall(text[:SAMPLE])) >= 2),
)
