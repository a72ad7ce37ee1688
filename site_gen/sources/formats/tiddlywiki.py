"""TiddlyWiki: a tiddler in a file of its own, or those that a wiki keeps in its page or exports as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from site_gen.sources.draft import Reading
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.tiddlers import is_read
from site_gen.sources.shape.columns import Chosen

FEWEST = 2  # tiddlers of an export
_STORE = re.compile(r"<(?:div id=[\"']?storeArea|script[^<>]{0,200}tiddlywiki-tiddler-store)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiddler:
    """A tiddler by its title, with its text in the marks of the wiki."""

    title: str
    text: str


def read(document: Document, chosen: Chosen) -> Reading:
    """The entry or entries of a file with one tiddler. Raises ``UnreadableError`` for one of the program."""
    path = document.filename if document.filename.lower().endswith(".tid") else "tiddler.tid"
    return _of_files({path: document.text.encode()}, document, chosen)


def of_tiddlers(found: Sequence[Tiddler], document: Document, chosen: Chosen) -> Reading:
    """The entries of some tiddlers, each about one term or a list of terms."""
    told = [one for one in found if one.title and one.text.strip()]
    files = {f"{one.title.replace('/', '∕')}.tid": f"title: {one.title}\n\n{one.text}" for one in told}
    return _of_files({path: text.encode() for path, text in files.items()}, document, chosen)


def _of_files(files: Mapping[str, bytes], document: Document, chosen: Chosen) -> Reading:
    from site_gen.sources.formats import reader

    read = reader("folder")  # by its name, as folders may hold data, and data tiddlers
    return read(replace(document, text="", data=b"", files=files), chosen) if files else Reading()


def in_page(text: str) -> Sequence[Tiddler]:
    """The tiddlers that a wiki keeps in its page; none for other pages."""
    if not _STORE.search(text):
        return []
    root = etree.fromstring(text.encode("utf-8", errors="replace"), etree.HTMLParser(encoding="utf-8"))
    out = list[Tiddler]()
    for script in root.iter("script"):
        if "tiddlywiki-tiddler-store" in (script.get("class") or ""):
            out += _stored(script.text or "")
    for area in root.iterfind(".//div[@id='storeArea']"):
        out += [
            Tiddler(
                title=one.get("title") or one.get("tiddler") or "", text="".join(one.itertext()).strip("\n")
            )
            for one in area.iter("div")
            if one is not area and is_read(dict(one.attrib))
        ]
    return out


def _stored(text: str) -> Iterator[Tiddler]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return
    for one in found if isinstance(found, list) else []:
        fields = {str(key): str(value) for key, value in one.items()} if isinstance(one, dict) else {}
        if is_read(fields):
            yield Tiddler(title=fields["title"], text=fields.get("text", ""))


def in_data(value: Value) -> Sequence[Tiddler]:
    """The tiddlers of an export as JSON; none for other data."""
    items = value.items if isinstance(value, Many) else ()
    told = [
        {key.text: inner.text for key, inner in item.pairs if isinstance(inner, Leaf)}
        for item in items
        if isinstance(item, Named)
    ]
    own = [one for one in told if "title" in one and "text" in one]
    stamped = [one for one in own if re.fullmatch(r"\d{17}", one.get("created") or one.get("modified") or "")]
    if len(own) < max(FEWEST, len(items)) or 2 * len(stamped) < len(own):
        return []
    return [Tiddler(title=one["title"], text=one["text"]) for one in own if is_read(one)]
