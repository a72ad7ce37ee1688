"""Web archives (.mht, .mhtml): the first page inside, found with the ``email`` package."""

from __future__ import annotations

from email import message_from_bytes, policy

from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats import html
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.decode import to_text
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.columns import Chosen

MAX_PARTS = 2_000
HINT = "save the page as HTML, and import that"


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of the first page in a web archive. Raises ``UnreadableError``."""
    if document.data.count(b"\n--") > MAX_PARTS:
        raise UnreadableError("import-too-large", f"the web archive has more than {MAX_PARTS:,} parts", HINT)
    message = message_from_bytes(document.data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            data = part.get_payload(decode=True)
            if isinstance(data, bytes):
                return of_markup(html.blocks(_text(data, part.get_content_charset() or "")), chosen)
    raise UnreadableError("import-format", "the web archive holds no page", HINT)


def _text(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset) if charset else to_text(data)[0]
    except (LookupError, UnicodeDecodeError):
        return to_text(data)[0]
