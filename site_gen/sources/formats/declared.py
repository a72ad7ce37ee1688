"""Entities that an XML document declares for itself: names of products and versions that its texts repeat.

Books in DocBook declare dozens of them, and take more from files beside the document, which are never opened.
Only words are put in, once: an entity of entities, of markup or of a file could unfold without end or read
another file, so such documents are refused.
"""

from __future__ import annotations

import re
from html.entities import html5

from site_gen.sources.draft import UnreadableError

MAX_VALUE = 200  # bytes of the words of an entity
MAX_DECLARED = 500
MAX_DECLARATIONS = 60_000  # bytes of all declarations
MAX_MORE = 1_000_000  # bytes that the words may add
_DECLARED = re.compile(
    rb"<!ENTITY\s{1,20}(?P<of_type>%\s{1,20})?(?P<name>[A-Za-z_][\w.-]{0,80})\s{1,20}"
    rb"(?:(?P<file>SYSTEM|PUBLIC)\s[^<>]{0,400}|\"(?P<double>[^\"]{0,4000})\"\s{0,20}|'(?P<single>[^']{0,4000})'\s{0,20})>"
)
_TYPE = re.compile(rb"<!DOCTYPE\s[^\[\]<>]{1,600}")
_USED = re.compile(rb"&([A-Za-z_][\w.-]{0,80});")
_PLAIN = re.compile(rb"(?:[^&<%]|&#\d{1,7};|&#x[0-9A-Fa-f]{1,6};|&(?:amp|lt|gt|quot|apos);){0,200}")
_KEPT = frozenset([b"amp", b"lt", b"gt", b"quot", b"apos"])


def refused(raw: bytes, hint: str) -> bytes:
    """The document. Raises ``UnreadableError`` if it declares entities."""
    if b"<!ENTITY" in raw or b"<\0!\0E\0N\0T" in raw:
        raise _refusal(hint)
    return raw


def put_in(raw: bytes, hint: str) -> bytes:
    """The document with the words of its entities, and without the declarations.

    An entity from a file that is not there becomes its name. Raises ``UnreadableError``.
    """
    if b"<\0!\0E\0N\0T" in raw or b"<!ENTITY" not in raw:
        return refused(raw, hint)
    head = _TYPE.search(raw)
    start = head.end() if head else len(raw)
    end = _end(raw, start + 1) if raw[start : start + 1] == b"[" else -1
    if end < 0 or b"<!ENTITY" in raw[end:]:
        raise _refusal(hint)
    words, of_files = _declared(raw[start + 1 : end], hint)
    closed = raw.find(b">", end)
    if closed < 0:
        raise _refusal(hint)
    lines = b"\n" * raw.count(b"\n", start, closed)
    head_and_lines = raw[: head.start() if head else 0] + lines
    return head_and_lines + _replaced(raw[closed + 1 :], words, of_files, hint)


def _end(raw: bytes, start: int) -> int:
    """Where the declarations end: the bracket outside of quotes and comments; -1 if none is there."""
    at = start
    while at < min(len(raw), start + MAX_DECLARATIONS):
        sign = raw[at : at + 1]
        if sign == b"]":
            return at
        if raw.startswith(b"<!--", at):
            at = raw.find(b"-->", at)
        elif sign in (b'"', b"'"):
            at = raw.find(sign, at + 1)
        if at < 0:
            return -1
        at += 1
    return -1


def _without_comments(inside: bytes) -> bytes:
    first, *rest = inside.split(b"<!--")
    return first + b"".join(part.partition(b"-->")[2] for part in rest)


def _declared(inside: bytes, hint: str) -> tuple[dict[bytes, bytes], bool]:
    """The words of each entity, and whether further ones stand in files."""
    words: dict[bytes, bytes] = {}
    of_files = False
    inside = _without_comments(inside)
    found = list(_DECLARED.finditer(inside))
    if len(found) != inside.count(b"<!ENTITY") or len(found) > MAX_DECLARED:
        raise _refusal(hint)
    for one in found:
        if one["of_type"]:
            if not one["file"]:
                raise _refusal(hint)
            of_files = True
            continue
        value = one["double"] if one["double"] is not None else one["single"]
        if one["file"] or value is None or len(value) > MAX_VALUE or not _PLAIN.fullmatch(value):
            raise _refusal(hint)
        words.setdefault(one["name"], value)
    return words, of_files


def _replaced(text: bytes, words: dict[bytes, bytes], of_files: bool, hint: str) -> bytes:
    more = sum(len(words.get(one[1], b"")) for one in _USED.finditer(text))
    if more > MAX_MORE:
        raise _refusal(hint)

    def said(found: re.Match[bytes]) -> bytes:
        if found[1] in _KEPT:
            return found[0]
        return words.get(found[1], found[1] if of_files and not _is_of_html(found[1]) else found[0])

    return _USED.sub(said, text)


def _is_of_html(name: bytes) -> bool:
    return f"{name.decode('ascii', 'replace')};" in html5


def _refusal(hint: str) -> UnreadableError:
    message = "the XML declares entities, which could unfold without end"
    return UnreadableError("import-unreadable", message, hint)
