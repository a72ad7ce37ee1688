"""What changed, as an Atom feed (RFC 4287) for readers and chat tools that watch a site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import groupby
from xml.etree import ElementTree as ET

from site_gen.catalog import Catalog
from site_gen.history.events import Event, History
from site_gen.history.news import MANY
from site_gen.model.records import Site
from site_gen.model.trust import Trust

ATOM = "http://www.w3.org/2005/Atom"
_MOST = 50  # entries; a reader that looks in once a week misses nothing
_NO_XML = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)  # https://www.w3.org/TR/xml/#charsets


def feed(history: History, site: Site, trust: Mapping[str, Trust], words: Catalog) -> str:
    """The feed of a site, which must have a ``url``; empty of entries where there is no history."""
    base = site.url.rstrip("/") + "/"
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": site.language})
    _add(root, "title", words.text("feed.title", site=site.name))
    _add(root, "id", f"{base}feed.xml")
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{base}feed.xml")
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=f"{base}new.html")
    newest = history.changes[0].when if history.changes else datetime(1970, 1, 1, tzinfo=UTC)
    _add(root, "updated", _instant(newest))
    _add(ET.SubElement(root, "author"), "name", site.name)
    for number, entry in enumerate(_entries(history, site, base, trust, words)):
        if number == _MOST:
            break
        root.append(entry)
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _entries(
    history: History, site: Site, base: str, trust: Mapping[str, Trust], words: Catalog
) -> Iterator[ET.Element]:
    """One for each event, with its term's mark; the new terms of one commit are one where they are many."""
    for (commit, kind), same in groupby(history.changes, key=lambda event: (event.commit, event.kind)):
        events = [event for event in same if event.kind != "renamed" or event.was != event.name]
        if kind == "new" and len(events) > MANY:
            names = words.text("common.comma").join(event.name for event in events[:MANY])
            title = words.text("feed.new_terms", n=len(events))
            said = words.text("feed.among", new_terms=title, names=names)
            yield _entry(f"{base}new.html#{commit[:12]}-new", f"{base}new.html", title, events[0], site, said)
            continue
        for event in events:
            page = f"{base}terms/{event.into if kind == 'merged' else event.slug}.html"
            name = f"{base}new.html#{commit[:12]}-{kind}-{event.slug}"
            link = f"{base}new.html" if kind == "removed" else page
            title = words.text(f"feed.{kind}", name=event.name, was=event.was)
            entry = _entry(name, link, title, event, site, _summary(event, title, words))
            if mark := trust.get(event.into if kind == "merged" else event.slug):
                ET.SubElement(entry, "category", term=mark.mark, label=mark.said(words))
            yield entry


def _entry(name: str, link: str, title: str, event: Event, site: Site, summary: str) -> ET.Element:
    entry = ET.Element("entry")
    _add(entry, "id", name)
    _add(entry, "title", title)
    _add(entry, "updated", _instant(event.when))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=link)
    if site.authors and event.author:
        _add(ET.SubElement(entry, "author"), "name", event.author)
    _add(entry, "summary", summary)
    return entry


def _summary(event: Event, title: str, words: Catalog) -> str:
    if event.before and event.after:
        return words.text("feed.redefined_from", after=event.after, before=event.before)
    return event.after or words.text("feed.sentence", title=title)


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _NO_XML.sub("", text)


def _instant(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
