"""Terms that a web page without visible entries holds in its scripts: as JSON-LD, or as a program's list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import islice

from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats import data as values
from site_gen.sources.formats import data_tree, html, html_title, tiddlywiki
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.columns import Chosen

SCRIPTS = 40  # of a page that are searched
FEW, MUCH_MORE = 6, 4  # entries that may be counts or menus of a page whose script has this many times more
_LINKED = re.compile(r"<script\b[^<>]{0,300}application/ld\+json[^<>]{0,300}>", re.IGNORECASE)
_DATA = re.compile(r"<script\b[^<>]{0,300}application/json[^<>]{0,300}>", re.IGNORECASE)
_MARKED = re.compile(r"(?:<|&lt;)(?:p|dl|li|td|h[1-6])[ >&]", re.IGNORECASE)
_PROGRAM = re.compile(
    r"<script\b(?![^<>]{0,300}\b(?:src|type=[\"']?application/))[^<>]{0,300}>", re.IGNORECASE
)


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries that a web page shows, else those that its scripts hold. Raises ``UnreadableError``.

    Where it shows few, scripts with many more are what readers mean by the page.
    """
    if tiddlers := tiddlywiki.in_page(document.text):
        return tiddlywiki.of_tiddlers(tiddlers, document, chosen)
    shown = best = html.shown(document, chosen)
    for way in (_linked, _stated, _listed, _written):
        if len(best.drafts) > FEW:
            break
        found = way(document, chosen)
        if found and found.drafts and (not best.drafts or len(found.drafts) > MUCH_MORE * len(best.drafts)):
            best = found
    if not best.drafts:
        best = html.hinted(document) or best
    return replace(best, title=shown.title or best.title)


def _linked(document: Document, chosen: Chosen) -> Reading | None:
    """The terms that a page tells to search engines; None where it only names the list of terms."""
    for data in _inside(document.text, _LINKED):
        if "DefinedTerm" in data:
            from site_gen.sources.formats import skos

            try:
                found = skos.read(replace(document, text=data, format="skos", filename="page.jsonld"), chosen)
            except UnreadableError:
                continue
            if found.drafts:
                return found
        elif "FAQPage" in data:
            try:
                value = data_tree.from_json(data)
            except UnreadableError:
                continue
            found = values.from_value(values.prepared(value) if value else None, chosen, document.language)
            if len(found.drafts) > 1:
                return found
    return None


def _stated(document: Document, chosen: Chosen) -> Reading | None:
    """The entries of the page that a script of data holds as HTML, from which a program makes it."""
    for data in _inside(document.text, _DATA):
        try:
            texts = list(_texts(json.loads(data)))
        except (ValueError, RecursionError):
            continue
        page = max((text for text in texts if _MARKED.search(text)), key=len, default="")
        over = "\n" * (len(data) - len(data.lstrip("\n")))
        found = html.shown(replace(document, text=over + unescape(page)), chosen) if page else None
        if found and len(found.drafts) > 1:
            return found
    return None


def _listed(document: Document, chosen: Chosen) -> Reading | None:
    """The terms in the data of a page that calls itself a glossary, or in data with keys such as "term"."""
    from site_gen.sources.formats import script

    for data in _inside(document.text, _DATA):
        try:
            value = data_tree.from_json(data)
        except UnreadableError:
            continue
        if value and (html_title.title_of_glossary(document.text) or script.has_terms(value)):
            found = values.from_value(values.prepared(value), chosen, document.language)
            if len(found.drafts) > 1:
                return found
    return None


def _texts(value: object) -> Iterator[str]:
    """The texts in a value of JSON."""
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict | list):
            left += one.values() if isinstance(one, dict) else one


def _written(document: Document, chosen: Chosen) -> Reading | None:
    """The lists of terms that programs of the page write out, from which they build what readers see."""
    from site_gen.sources.formats import script

    for program in _inside(document.text, _PROGRAM):
        try:
            return script.read(replace(document, text=program, data=b"", filename="page.js"), chosen)
        except UnreadableError:
            continue
    return None


def _inside(text: str, tags: re.Pattern[str]) -> Iterator[str]:
    """What stands in scripts, each under as many empty lines as stand over it in the page."""
    for tag in islice(tags.finditer(text), SCRIPTS):
        end = text.find("</script", tag.end())
        if end > 0:
            yield "\n" * text.count("\n", 0, tag.end()) + text[tag.end() : end]
