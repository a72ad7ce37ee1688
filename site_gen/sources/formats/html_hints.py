"""Names on a page whose texts show when a reader points at them: ``title`` and attributes of plugins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import mean
from typing import Any

from lxml import etree

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece
from site_gen.sources.formats import struck
from site_gen.sources.formats.html_parts import line_of, text_of
from site_gen.sources.shape.blocks import MAX_NAME, count_words, tidy

_ATTRIBUTE = re.compile(
    r"data-(?:[\w-]{0,40}(?:tooltip|tippy|definition|glossary)[\w-]{0,40}|(?:bs-)?(?:content|original-title)|meaning)"
)
_CLASS = re.compile(r"[\w-]{0,40}(?:gloss|tooltip|definition|term)[\w-]{0,40}", re.IGNORECASE)
_ALWAYS = frozenset(["abbr", "acronym", "dfn"])
MAX_HINT = 20_000  # characters
TEXT = 3  # least words of a text on average, where only an attribute of a plugin has it


def drafts(root: Any) -> list[Draft]:
    """The entries, each name once; none where the texts are words such as "Copy" and "Share"."""
    found: dict[str, Draft] = {}
    sure = False
    for element in root.iter():
        said = _hint(element) if isinstance(element.tag, str) else ""
        name = tidy(struck.plain(text_of(element))) if said else ""
        text = "\n".join(_without_name(said, name))
        if name and text and len(name) <= MAX_NAME:
            sure = sure or element.tag in _ALWAYS
            body = (Piece(line=line_of(element), text=text),)
            found.setdefault(name, Draft(name=name, line=line_of(element), how="item", body=body))
    texts = [draft.body[0].text for draft in found.values()]
    return list(found.values()) if sure or (texts and mean(map(count_words, texts)) >= TEXT) else []


def _hint(element: Any) -> str:
    if element.tag in _ALWAYS:
        return tidy(element.get("title") or "")
    own = (value for name, value in element.attrib.items() if _ATTRIBUTE.fullmatch(str(name)))
    said = next((value for value in own if " " in value.strip()), "")
    if not said and any(map(_CLASS.fullmatch, (element.get("class") or "").split())):
        said = element.get("title") or ""
    if not said and _is_listed(element):
        said = element.get("title") or ""
    return _plain(str(said)[:MAX_HINT])


def _is_listed(element: Any) -> bool:
    """Whether an element is all of an item of a list and leads nowhere else: its title is what it tells."""
    around = element.getparent()
    alone = around is not None and around.tag in ("li", "td") and len(around) == 1
    if not alone or element.tag not in ("a", "span") or " " not in (element.get("title") or "").strip():
        return False
    words = (around.text or "") + (element.tail or "")
    return not words.strip() and (element.get("href") or "#").startswith("#")


def _plain(said: str) -> str:
    """The words of a hint, which may be written in HTML."""
    if "<" not in said:
        return tidy(said)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True)
    root = etree.fromstring(said.encode("utf-8", errors="replace"), parser)
    return text_of(root) if root is not None else ""


def _without_name(said: str, name: str) -> Iterator[str]:
    """The lines of a hint, without a first one that only repeats the name."""
    for index, line in enumerate(said.split("\n")):
        if index or names.fold(line) != names.fold(name):
            yield line
