"""Web archives (.mht, .mhtml) and saved mails (.eml): the page or text inside, by the ``email`` package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats import html, plain
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.decode import to_text
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.columns import Chosen

MAX_PARTS = 2_000
HINT = "save the page as HTML, or the text of the mail as a text file, and import that"
_HEAD = ("From", "To", "Subject", "Date")  # as a printed mail tells them


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of the first page in an archive or mail, else of its text. Raises ``UnreadableError``."""
    if document.data.count(b"\n--") > MAX_PARTS:
        raise UnreadableError("import-too-large", f"the web archive has more than {MAX_PARTS:,} parts", HINT)
    message = message_from_bytes(document.data, policy=policy.default)
    first: Reading | None = None
    for reading in _readings(message, document, chosen):
        if reading.drafts:
            return reading
        first = first or reading
    if first is None:
        raise UnreadableError("import-format", "the web archive holds no page and no text", HINT)
    return first


def _readings(message: EmailMessage, document: Document, chosen: Chosen) -> Iterator[Reading]:
    """The readings of the first page, and of the first text under the head of the mail."""
    page = _content(message, "text/html", "application/xhtml+xml")
    if page:
        yield of_markup(html.blocks(page), chosen)
    text = _content(message, "text/plain")
    if text:
        head = "".join(f"{name}: {' '.join(str(message[name]).split())}\n" for name in _HEAD if message[name])
        yield plain.read(replace(document, text=f"{head}\n{text}"), chosen)


def _content(message: EmailMessage, *kinds: str) -> str:
    """The decoded content of the first part of a kind that is no attachment; "" if there is none."""
    for part in message.walk():
        if part.get_content_type() in kinds and part.get_content_disposition() != "attachment":
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and data.strip():
                return _text(data, part.get_content_charset() or "")
    return ""


def _text(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset) if charset else to_text(data)[0]
    except (LookupError, UnicodeDecodeError):
        return to_text(data)[0]
