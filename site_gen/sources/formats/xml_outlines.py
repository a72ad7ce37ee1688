"""Outlines (OPML) and mind maps of FreeMind and Freeplane: names with a note, or with text below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from site_gen.model import names
from site_gen.sources.draft import Draft, Piece, Reading, Skipped
from site_gen.sources.formats import fragment
from site_gen.sources.shape import tables
from site_gen.sources.shape.blocks import Label, clean_name, count_words, labels, tidy
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.scope import names_glossary


def _local(element: Any) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _line_of(element: Any) -> int:
    return int(element.sourceline or 1)


def opml(root: Any) -> Reading:
    """The entries of an outline: names with a note or attribute, with a sign and text, or text below."""
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    body = next(root.iter("body"), root)
    first = [one for one in body if _local(one) == "outline"]
    title = tidy(root.findtext("head/title") or "")
    over = _over_all(first, title)
    waiting = list(reversed(first))
    while waiting:
        outline = waiting.pop()
        children = [one for one in outline if _local(one) == "outline"]
        draft = None if outline is over else _outline(outline, children)
        if draft:
            drafts.append(draft)
        else:
            why = "heading over others" if children else "name without a text"
            skipped.append(Skipped(line=_line_of(outline), text=outline.get("text") or "", why=why))
        if draft is None or not _are_texts(children):
            waiting.extend(reversed([one for one in children if draft is None or _field(one) is None]))
    return Reading(title=title, drafts=tuple(drafts), skipped=tuple(skipped))


def _over_all(first: Sequence[Any], title: str) -> Any:
    """The one outline at the top that holds all others and has their title, or a note on them; else None."""
    if len(first) != 1 or not any(_local(one) == "outline" for one in first[0]):
        return None
    said = tidy(fragment.shown(first[0].get("text") or first[0].get("title") or ""))
    same = names.fold(said) == names.fold(title) or names_glossary(said)
    noted = sum(bool(one.get("_note") or one.get("note")) for one in first[0].iter("outline"))
    return first[0] if same or noted > 2 else None


def mind_map(root: Any) -> Reading:
    """The entries of a mind map, whose first node is its title: nodes with a note, or with text below."""
    first = next(root.iter("node"), root)
    for node in list(root.iter("node")):
        node.tag = "outline"
        node.set("text", node.attrib.pop("TEXT", ""))
        for note in [one for one in node if _local(one) == "richcontent"]:
            kind = "_note" if (note.get("TYPE") or "").upper() == "NOTE" else "text"
            node.set(kind, " ".join("".join(note.itertext()).split()))
            node.remove(note)
        for mark in [one for one in node if _local(one) not in ("outline", "node")]:
            node.remove(mark)
    reading = opml(first)
    return replace(reading, title=tidy(first.get("text") or ""))


_STATES = frozenset(["", "true", "false", "yes", "no", "0", "1", "checked", "unchecked"])  # isComment="true"


def _outline(outline: Any, children: list[Any]) -> Draft | None:
    name = fragment.shown(outline.get("text") or outline.get("title") or "")
    told = [value for key, value in outline.items() if role_of(key) in ("also", "short", "long")]
    also = tables.other_names(told)
    notes = [
        fragment.shown(value)
        for key, value in outline.items()
        if value.strip().lower() not in _STATES
        and (key in ("_note", "note") or role_of(key) in ("text", "note"))
        and key != "text"
    ]
    if not notes and (label := next(labels(tidy(name), ""), None)):
        name, notes = label.name, [label.body]
    fields = [label for one in children if (label := _field(one))]
    also += [name for label in fields for name in tables.other_names([label.body])]
    texts = [one for one in children if not _field(one)]
    if not notes and texts and _are_texts(texts):
        notes = ["\n".join(fragment.shown(one.get("text") or "") for one in texts)]
    if not name.strip() or not notes:
        return None
    body = tuple(Piece(line=_line_of(outline), text=re.sub(r"[^\S\n]+", " ", note).strip()) for note in notes)
    return Draft(name=clean_name(name), line=_line_of(outline), how="outline", body=body, also=tuple(also))


def _field(outline: Any) -> Label | None:
    """The label of a child outline that gives other names of its parent: "Synonyms: …"."""
    label = next(labels(tidy(outline.get("text") or ""), ""), None)
    told = label is not None and is_exact(label.name) and role_of(label.name) in ("also", "short", "long")
    return label if told and not len(outline) else None


def _are_texts(children: list[Any]) -> bool:
    """Whether child outlines are the text of their parent: sentences without children."""
    own = [tidy(fragment.shown(one.get("text") or "")) for one in children]
    return bool(own) and all(
        (
            count_words(text) > 3
            or (text.endswith((".", "!", "。")) and max(count_words(text), count_words(own[0]) - 1) > 2)
        )
        and next(labels(tidy(text), ""), None) is None
        and not len(one)
        and not one.get("_note")
        for one, text in zip(children, own, strict=True)
    )
