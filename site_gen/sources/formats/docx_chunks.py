"""Pages inside Word documents, as programs put them there that make a document from a page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from site_gen.sources.draft import Reading
from site_gen.sources.formats import archive, html, mht
from site_gen.sources.formats.decode import to_text
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.columns import Chosen

MOST = 20  # pages of one document
MAX_PAGE = 5_000_000  # bytes of each
_PAGES = (".htm", ".html", ".xhtml")
_ARCHIVES = (".mht", ".mhtml")


def reading(file: archive.Archive, body: str, document: Document, chosen: Chosen) -> Reading | None:
    """The entries of the first page inside a document that has any; None if none has.

    ``body`` is the path of the part with the text of the document. Raises ``UnreadableError``.
    """
    for path in list(_paths(file, body))[:MOST]:
        file.check(path, MAX_PAGE)
        page = _page(path, file.read(path))
        found = html.read(replace(document, format="html", text=page), chosen) if page else Reading()
        if found.drafts:
            return found
    return None


def _page(path: str, data: bytes) -> str:
    """The page in a part of the document; "" for what is none."""
    if path.lower().endswith(_ARCHIVES):
        return mht.page(data)
    return to_text(data)[0] if path.lower().endswith(_PAGES) else ""


def _paths(file: archive.Archive, body: str) -> Iterator[str]:
    folder, name = posixpath.split(body)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    relations = file.xml(f"{folder}/_rels/{name}.rels")
    root: Any = etree.fromstring(relations, parser) if relations else ()
    for one in root:
        if str(one.get("Type", "")).endswith("/aFChunk"):
            target = str(one.get("Target", ""))
            yield target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
