"""XML documents as trees, parsed so that nothing outside of them is read and nothing in them grows."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any

from lxml import etree

from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats import archive, declared

MAX_ELEMENTS = 150_000
HINT = "export the glossary as CSV, .xlsx, HTML or Markdown, and import that"
HEAD = 200  # bytes in which a document declares how its signs are coded
# a version that is none, such as "10" or "2.0"
_VERSION = re.compile(
    rb"\A((?:\xef\xbb\xbf)?<\?xml\s{1,9}version\s?=\s?)[\"'](?!1\.[01][\"'])[^\"'<>?]{0,20}[\"']"
)
# "UTF-16" in a document that is none: it was saved anew without the declaration
_WIDE = re.compile(
    rb"\A((?:\xef\xbb\xbf)?<\?xml\s[^<>?]{0,80}?)\sencoding=[\"'](?:utf|ucs)-?(?:16|2|32)(?:[bl]e)?[\"']",
    re.IGNORECASE,
)
_BUILT_IN = frozenset(["amp", "lt", "gt", "quot", "apos"])
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")


def parsed(raw: bytes, *, entities: bool = False) -> Any:
    """The root of a document.

    Nothing outside the document is read. Declared entities are refused; ``entities`` puts in those of words.
    """
    if b"\0" not in raw[:HEAD]:
        raw = _WIDE.sub(rb"\1", _VERSION.sub(rb'\1"1.0"', raw, count=1), count=1)
    raw = declared.put_in(raw, HINT) if entities else declared.refused(raw, HINT)
    archive.check_tags(raw, HINT)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_NAMED.sub(_number, raw), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        if "depth" in error.msg:
            raise UnreadableError("import-unreadable", "nested too deep to be read", HINT, line) from None
        raise UnreadableError(
            "import-unreadable", f"not readable as XML: {error.msg}"[:200], HINT, line
        ) from None
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise UnreadableError("import-too-large", f"the XML has more than {MAX_ELEMENTS:,} elements", HINT)
    return root


def _number(found: re.Match[bytes]) -> bytes:
    """A named entity of HTML as a numeric one, which needs no declaration."""
    name = found[1].decode("ascii")
    signs = "" if name in _BUILT_IN else html5.get(f"{name};", "")
    return "".join(f"&#{ord(sign)};" for sign in signs).encode() or found[0]
