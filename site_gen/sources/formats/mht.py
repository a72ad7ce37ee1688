"""Web archives (.mht, .mhtml) and saved mails (.eml): what is in them, by the ``email`` package.

The page or the text is read; where it has no entry, the documents that are attached to a mail are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import partial

from site_gen.sources.draft import Reading, Skipped, UnreadableError
from site_gen.sources.formats import html, plain
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.decode import to_text
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.folder_files import DATA, DOCUMENTS, PAGES, format_of
from site_gen.sources.formats.places import placed
from site_gen.sources.shape.columns import Chosen

MAX_PARTS = 2_000
HINT = "save the page as HTML, or the text of the mail as a text file, and import that"
_ATTACHED = frozenset([*PAGES, *DOCUMENTS, *DATA])
MAX_ATTACHED = 5
_PAGE, _TEXT = ("text/html", "application/xhtml+xml"), ("text/plain",)
_HEAD = ("From", "To", "Subject", "Date")  # as a printed mail tells them


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of the first page in an archive or mail, else of its text, else of what is attached to it.

    Raises ``UnreadableError``.
    """
    message = _message(document.data)
    attached = [part for part in message.walk() if _is_attached(part)][:MAX_ATTACHED]
    first: Reading | None = None
    for reading in _readings(message, document, chosen):
        if reading.drafts:
            names = [part.get_filename() or "" for part in attached]
            told = [Skipped(line=1, text=name, why="attachment", where=name) for name in names]
            return replace(reading, skipped=(*reading.skipped, *told))
        first = first or reading
    inside = next(_of_attachments(attached, document, chosen), first)
    if inside is None:
        raise UnreadableError("import-format", "the web archive holds no page and no text", HINT)
    return inside


def page(data: bytes) -> str:
    """The first page of a web archive, and nothing of what is attached to it. Raises ``UnreadableError``."""
    return _content(_message(data), *_PAGE)


def _message(data: bytes) -> EmailMessage:
    if data.count(b"\n--") > MAX_PARTS:
        raise UnreadableError("import-too-large", f"the web archive has more than {MAX_PARTS:,} parts", HINT)
    return message_from_bytes(data, policy=policy.default)


def _is_attached(part: EmailMessage) -> bool:
    """Whether a part is a document beside the page and the text of a mail."""
    beside = part.get_content_disposition() == "attachment" or part.get_content_type() not in (*_PAGE, *_TEXT)
    return beside and format_of(part.get_filename() or "") in _ATTACHED


def _of_attachments(parts: Sequence[EmailMessage], document: Document, chosen: Chosen) -> Iterator[Reading]:
    """The readings of attached documents that hold entries."""
    from site_gen.sources.formats import reading

    for part in parts:
        name, data = part.get_filename() or "", part.get_payload(decode=True)
        inner = Document(filename=name, format="", data=data if isinstance(data, bytes) else b"")
        try:
            found = reading(replace(inner, language=document.language), chosen)[1]
        except UnreadableError:
            continue
        if found.drafts:
            yield placed(found, partial(_place, name))


def _place(name: str, line: int) -> str:
    return f"{name}, line {line}"


def _readings(message: EmailMessage, document: Document, chosen: Chosen) -> Iterator[Reading]:
    """The readings of the first page, and of the first text under the head of the mail."""
    page = _content(message, *_PAGE)
    if page:
        yield of_markup(html.blocks(page), chosen)
    text = _content(message, *_TEXT)
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
