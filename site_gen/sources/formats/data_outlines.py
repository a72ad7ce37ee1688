"""Outlines that programs export as JSON, lines with lines below them: Roam, Dynalist, mind maps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from site_gen.sources.draft import Reading
from site_gen.sources.formats import record, xml_outlines
from site_gen.sources.formats.data_tree import Leaf, Many, Named, Value
from site_gen.sources.shape.header_roles import role_of
from site_gen.sources.shape.lines import without_unseen

LINES = ("string", "content", "topic", "title", "text", "name", "nm")  # keys of what a line says
NOTES = ("note", "notes", "_note", "no")
BELOW = ("children", "ch")
FEWEST = 3  # lines of an outline
_PROPERTY = re.compile(r"(?P<key>[^\W\d_][\w -]{0,40}?)::\s+(?P<value>\S.*)", re.DOTALL)
_LINK = re.compile(r"#?\[\[([^\[\]\n]{1,300})\]\]")


def reading(value: Value) -> Reading | None:
    """The entries of an outline; None if the value is none."""
    lines = [one for one in _mappings(value) if any(key in _parts(one) for key in LINES)]
    if len(lines) < FEWEST or not any(_below(_parts(one)) for one in lines):
        return None
    root = etree.Element("opml")
    body = etree.SubElement(root, "body")
    for one in value.items if isinstance(value, Many) else (value,):
        _add(body, one)
    found = xml_outlines.opml(root)
    return found if found.drafts else None


def is_of_strings(value: Value) -> bool:
    """Whether the lines of a value are called strings, as in no other data."""
    return sum("string" in _parts(one) for one in _mappings(value)) >= FEWEST


def _parts(value: Named) -> Mapping[str, Value]:
    return {key.text: inner for key, inner in value.pairs}


def _below(parts: Mapping[str, Value]) -> tuple[Value, ...]:
    held = next((parts[key] for key in BELOW if key in parts), None)
    if isinstance(held, Named):  # {"children": {"attached": […]}}
        held = next((inner for _, inner in held.pairs if isinstance(inner, Many)), None)
    return held.items if isinstance(held, Many) else ()


def _mappings(value: Value) -> list[Named]:
    """The mappings on all levels of an outline."""
    out, waiting = list[Named](), [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Many):
            waiting += one.items
        elif isinstance(one, Named):
            out.append(one)
            waiting += (*_below(_parts(one)), *(part for key, part in one.pairs if key.text == "rootTopic"))
    return out


def _add(parent: Any, value: Value) -> None:
    """Add a line and those below it; a line such as "alias:: bumper" says something of its parent."""
    if not isinstance(value, Named):
        return
    parts = _parts(value)
    if isinstance(first := parts.get("rootTopic"), Named):
        _add(parent, first)
        return
    said = next((inner for key in LINES if isinstance(inner := parts.get(key), Leaf)), None)
    text = _LINK.sub(r"\1", without_unseen(said.text)) if said else ""
    stated = _PROPERTY.fullmatch(text)
    if stated and parent.tag == "outline" and role_of(stated["key"]):
        if role_of(stated["key"]) in ("also", "short", "long", "text"):
            parent.set(re.sub(r"\W", "_", stated["key"]), stated["value"])
        return
    element = etree.SubElement(parent, "outline", text=re.sub(r"::(?=\s)", ":", text, count=1))
    notes = [text for key in NOTES if key in parts for text in record.texts(parts[key])]
    if notes:
        element.set("_note", without_unseen(notes[0]))
    for one in _below(parts):
        _add(element, one)
