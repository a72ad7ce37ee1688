"""Dialects of XML that hold glossaries: DocBook and DITA, TBX, Moodle, workbooks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

from site_gen.sources.draft import Draft, Piece, Reading, Skipped, Version
from site_gen.sources.formats import book, fragment, xml_fields, xml_left, xml_outlines
from site_gen.sources.formats.by_shape import of_tables
from site_gen.sources.shape.blocks import Row, Table, clean_name, tidy
from site_gen.sources.shape.language_codes import tag_of
from site_gen.sources.shape.lines import without_unseen

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LEADS = ("otherterm", "linkend", "href")  # attributes of references
MAX_COLUMNS = 60
_PARAGRAPHS = frozenset(
    [
        "para",
        "paragraph",
        "simpara",
        "p",
        "formalpara",
        "itemizedlist",
        "bullet_list",
        "enumerated_list",
        "orderedlist",
        "simplelist",
        "ul",
        "ol",
        "sl",
        "note",
        "lines",
        "blockquote",
        "lq",
        "section",
        "glossseealso",
    ]
)
_ITEMS = frozenset(["listitem", "list_item", "li", "sli", "member"])
_LEFT_OUT = frozenset(
    ["footnote", "fn", "indexterm", "glossseealso", "remark", "draft-comment", "prolog", "data"]
)
_UNSAID = frozenset(["indexterm", "prolog", "data"])  # words of an index and of programs
_ALSO = frozenset(
    [
        "acronym",
        "abbrev",
        "glossacronym",
        "glossabbreviation",
        "glosssynonym",
        "glossshortform",
        "glosssurfaceform",
    ]
)


# what entries take, and the titles of a document
_TAKEN = _ALSO | _UNSAID | {"glossterm", "glossdef", "glosssee", "title", "info", "titleabbrev"}


def local(element: Any) -> str:
    """The name of an element in small letters, without its namespace; "" for a comment."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def local_name(tag: str) -> str:
    """The name of an attribute in small letters, without its namespace."""
    return tag.rpartition("}")[2].lower()


def line_of(element: Any) -> int:
    """The line where an element begins, counted from 1; 1 if the parser does not know it."""
    return int(element.sourceline or 1)


def said(element: Any) -> str:
    """The words of an element: blank lines between paragraphs, a sign before each list item."""
    text = "".join(_said(element, top=True))
    lines = [" ".join(without_unseen(line).split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _said(element: Any, top: bool = False) -> Iterator[str]:
    kind = local(element)
    if kind not in _LEFT_OUT or top:
        apart = kind in _PARAGRAPHS and local(element.getparent()) not in _ITEMS if not top else False
        yield "\n\n" if apart else "\n- " if kind in _ITEMS and not top else ""
        yield re.sub(r"\s+", " ", element.text or "")
        for child in element:
            yield from _said(child)
        yield "\n\n" if apart else ""
    if not top:
        yield re.sub(r"\s+", " ", element.tail or "")


def entries(root: Any) -> Reading:
    """Entries of DocBook and DITA: term, short forms, and a definition or a reference."""
    _refer(root)
    by_id = _by_id(root)
    drafts, skipped = [], []
    taken = [one for one in root.iter() if local(one) in _TAKEN]
    for entry in root.iter("{*}glossentry"):
        names = [
            clean_name(said(one)) for one in entry.iter() if local(one) == "glossterm" and _own(one, entry)
        ]
        also = [clean_name(said(one)) for one in entry.iter() if local(one) in _ALSO and not _is_mention(one)]
        texts = [said(one) for one in entry.iter() if local(one) == "glossdef"]
        see = [_target(one, by_id) for one in entry.iter() if local(one) == "glosssee"]
        texts += [f"See {name}" for name in see if name]
        body = tuple(Piece(line=line_of(entry), text=text) for text in _filled(texts))
        if names and names[0] and not body and not any((*names[1:], *also)):
            skipped.append(Skipped(line=line_of(entry), text=names[0], why="name without a text"))
        elif names and names[0]:
            drafts.append(
                Draft(
                    name=names[0],
                    line=line_of(entry),
                    how="entry",
                    body=body,
                    also=tuple(dict.fromkeys(name for name in (*names[1:], *also) if name)),
                )
            )
    left = xml_left.left_over(root, taken, _LEFT_OUT - _UNSAID)
    return Reading(title=_title(root), drafts=tuple(drafts), skipped=(*skipped, *left))


_REFERENCES = ("xref", "link", "term", "glossterm", "abbreviated-form", "firstterm")
_XLINK = "{http://www.w3.org/1999/xlink}href"


def _refer(root: Any) -> None:
    """Put the name of its target into each reference without words: ``<xref linkend="tare"/>``."""
    targets = {own: name for own, term in _by_id(root).items() if (name := said(term))}
    for one in root.iter():
        if local(one) not in _REFERENCES or len(one) or (one.text or "").strip():
            continue
        key = (
            one.get("linkend") or one.get("keyref") or (one.get("href") or one.get(_XLINK) or "").lstrip("#")
        )
        key = key.rpartition("#")[2].rpartition("/")[2]
        words = key if one.get("keyref") else ""
        one.text = targets.get(key, words.replace("-", " ").replace("_", " "))


def _filled(texts: list[str]) -> list[str]:
    return [text for text in texts if text]


def _own(term: Any, entry: Any) -> bool:
    """Whether a term is the name of the entry itself, and not a mention in its text."""
    return term.getparent() is entry


def _is_mention(short: Any) -> bool:
    """Whether a short form stands in a definition, which only speaks of it."""
    return any(local(up) == "glossdef" for up in short.iterancestors())


def _by_id(root: Any) -> dict[str, Any]:
    """The terms that have an identifier, of their own or of their entry."""
    found: dict[str, Any] = {}
    for term in root.iter("{*}glossterm"):
        above = term.getparent()
        for one in (term, above) if local(above) == "glossentry" else ():
            own = one.get("id") or one.get(_ID)
            if own:
                found.setdefault(own, term)
    return found


def _target(see: Any, by_id: Mapping[str, Any]) -> str:
    """The name to which a reference leads, else its own words."""
    for one in see.iter():
        for key, value in one.items():
            if local_name(key) in _LEADS and value.removeprefix("#") in by_id:
                return said(by_id[value.removeprefix("#")])
    return said(see)


def _title(root: Any) -> str:
    found = next((one for one in root.iter() if local(one) == "title"), None)
    return said(found) if found is not None else ""


TITLED = ("li", "gi")  # items of PreTeXt, whose titles are names


def lists(root: Any) -> Reading:
    """Definition lists in DocBook, DITA, docutils, JATS and PreTeXt documents that are no glossaries."""
    drafts = []
    for entry in root.iter("{*}varlistentry", "{*}dlentry", "definition_list_item", "{*}def-item", *TITLED):
        titled = entry.find("title") if local(entry) in TITLED else None
        names = [clean_name(said(one)) for one in entry if local(one) in ("term", "dt") or one is titled]
        texts = [said(one) for one in entry if local(one) in ("listitem", "dd", "definition", "def")]
        if titled is not None:
            texts = [said(one) for one in entry if one is not titled]
        if names and names[0]:
            body = tuple(Piece(line=line_of(entry), text=text) for text in texts if text)
            drafts.append(
                Draft(
                    name=names[0],
                    line=line_of(entry),
                    how="definition list",
                    body=body,
                    also=tuple(names[1:]),
                )
            )
    return Reading(title=_title(root), drafts=tuple(drafts))


def moodle(root: Any) -> Reading:
    """The export of a Moodle glossary: concepts with HTML inside, aliases, categories."""
    drafts = []
    for entry in root.iter("ENTRY"):
        name = clean_name(fragment.shown(entry.findtext("CONCEPT") or ""))
        text = fragment.from_html(entry.findtext("DEFINITION") or "")
        also = [
            clean_name(fragment.shown(one.findtext("NAME") or "")) for one in entry.iterfind("ALIASES/ALIAS")
        ]
        topics = [tidy(one.findtext("NAME") or "") for one in entry.iterfind("CATEGORIES/CATEGORY")]
        if name:
            drafts.append(
                Draft(
                    name=name,
                    line=line_of(entry),
                    how="entry",
                    also=tuple(filter(None, also)),
                    topics=tuple(filter(None, topics)),
                    body=(Piece(line=line_of(entry), text=text),) if text else (),
                )
            )
    intro = tidy(fragment.shown(root.findtext("INFO/INTRO") or ""))
    about = next(root.iter("INTRO"), root)
    return Reading(
        title=tidy(root.findtext("INFO/NAME") or ""),
        drafts=tuple(drafts),
        skipped=(Skipped(line=line_of(about), text=intro[:200], why="about the document"),) if intro else (),
    )


def tbx(root: Any) -> Reading:
    """The entries of a TBX term base, version 2 or 3, any dialect: terms in several languages."""
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    defined = any(map(_is_definition, root.iter()))  # else notes are all that is said
    for concept in root.iter(*_CONCEPTS):
        versions = []
        for section in concept.iter(*_SECTIONS):
            names, left = _terms(section)
            skipped += left
            code = _language(section)
            versions.append(Version(language=code, names=names, texts=_definitions(section)))
        shared = _definitions(concept, below=False)
        if not defined:
            shared = tuple(Piece(line=line_of(one), text=said(one)) for one in concept.findall("{*}note"))
        topics = [tidy(said(one)) for one in concept.iter() if _is(one, "subjectfield")]
        if any(version.names for version in versions):
            drafts.append(
                Draft(
                    name="",
                    line=line_of(concept),
                    how="concept",
                    body=shared,
                    versions=tuple(versions),
                    topics=tuple(dict.fromkeys(filter(None, topics))),
                )
            )
    title = next((said(one) for one in root.iter("{*}title")), "")
    return Reading(title=title, drafts=tuple(drafts), skipped=(*skipped, *_left_in_tbx(root)))


# the third ones in MultiTerm's own XML, the last ones in TBX-Min
_CONCEPTS = ("{*}termEntry", "{*}conceptEntry", "{*}conceptGrp", "{*}entry")
_SECTIONS = ("{*}langSet", "{*}langSec", "{*}languageGrp", "{*}langGroup")


def _language(section: Any) -> str:
    """The code of the language of a part of a concept; MultiTerm has a ``<language lang="EN"/>``."""
    stated = section.find("{*}language")
    code = section.get(_LANG) or ("" if stated is None else stated.get("lang") or "")
    return tag_of(code) or str(code.split("-")[0].lower())


def _left_in_tbx(root: Any) -> Iterator[Skipped]:
    """What concepts say in data categories that entries have no place for, each once with how often."""
    left: Counter[str] = Counter()
    first: dict[str, int] = {}
    for concept in root.iter(*_CONCEPTS):
        for one in concept.iter(
            "{*}ref", "{*}xref", "{*}note", "{*}admin", "{*}transac", "{*}descrip", "{*}termNote"
        ):
            kind = one.get("type") or local(one)
            if kind.lower() not in _TAKEN_OF_TBX:
                left[kind] += 1
                first.setdefault(kind, line_of(one))
    for kind, times in sorted(left.items()):
        yield Skipped(
            line=first[kind], text=f"{kind} ({times})", why="what is said with it is no part of an entry"
        )


_TAKEN_OF_TBX = frozenset(["definition", "subjectfield", "administrativestatus", "termtype"])


def _is(element: Any, name: str) -> bool:
    return local(element) == name or (element.get("type") or "").lower() == name


def _is_definition(element: Any) -> bool:
    """Whether an element is a definition; TBX-Min has none, but notes."""
    return _is(element, "definition") or local(element) == "notevalue"


def _terms(section: Any) -> tuple[tuple[str, ...], list[Skipped]]:
    """The terms of one language, the preferred one first; terms not to be used are reported."""
    ranked: list[tuple[int, str]] = []
    skipped = []
    for term in section.iter("{*}term"):
        around = term.getparent().getparent() if local(term.getparent()) == "termgrp" else term.getparent()
        notes = " ".join(
            f"{said(one)} {one.get('value', '')}".lower()
            for one in around.iter()
            if any(_is(one, kind) for kind in ("administrativestatus", "termtype", "normativeauthorization"))
        )
        name = clean_name(said(term))
        if "deprecated" in notes or "superseded" in notes:
            skipped.append(Skipped(line=line_of(term), text=name, why="term that is not to be used"))
        elif name:
            short = "abbreviation" in notes or "acronym" in notes or "shortform" in notes
            ranked.append((0 if "preferred" in notes else 2 if short else 1, name))
    ranked.sort(key=lambda pair: pair[0])
    return tuple(dict.fromkeys(name for _, name in ranked)), skipped


_IN_LANGUAGE = ("langset", "langsec", "languagegrp", "langgroup")


def _definitions(element: Any, below: bool = True) -> tuple[Piece, ...]:
    """The definitions of a concept or of one of its languages."""
    found = []
    for one in element.iter():
        section = next((up for up in one.iterancestors() if local(up) in _IN_LANGUAGE), None)
        if _is_definition(one) and (section is element if below else section is None):
            found.append(Piece(line=line_of(one), text=said(one)))
    return tuple(piece for piece in found if piece.text)


def workbook(root: Any) -> Reading:
    """The sheets of a workbook of Excel 2003 in XML."""
    tables = []
    for sheet in root.iter("{*}Worksheet"):
        title = next((value for key, value in sheet.items() if local_name(key) == "name"), "")
        rows = [_cells(row) for row in sheet.iter("{*}Row")]
        filled = tuple(row for row in rows if any(row.cells))
        tables += [Table(line=line_of(sheet), rows=filled, title=title)] if filled else []
    return of_tables(tables, (), {})


def _cells(row: Any) -> Row:
    """The cells of a row, at the places that their index tells."""
    cells: list[str] = []
    for cell in row.iter("{*}Cell"):
        place = next((value for key, value in cell.items() if local_name(key) == "index"), "")
        if place.isdecimal() and len(cells) < int(place[:3]) <= MAX_COLUMNS:
            cells += [""] * (int(place[:3]) - 1 - len(cells))
        if len(cells) < MAX_COLUMNS:
            found = next(cell.iter("{*}Data"), None)
            cells.append(tidy(without_unseen("".join(found.itertext()))) if found is not None else "")
    return Row(line=line_of(row), cells=tuple(cells))


READERS: Mapping[str, Callable[[Any], Reading]] = {
    "entries": entries,
    "lists": lists,
    "definitions": lists,
    "moodle": moodle,
    "tbx": tbx,
    "opml": xml_outlines.opml,
    "map": xml_outlines.mind_map,
    "workbook": workbook,
    "columns": xml_fields.file_maker,
    "book": book.read,
}
