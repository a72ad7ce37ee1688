"""What a document says beside its entries, in notes, footnotes or parts that are not printed, is told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from openpyxl import Workbook

from helpers.rows import each_row
from site_gen.sources import importing

_GLOSS = "<glossary><title>Words</title>{}<glossentry><glossterm>Berth</glossterm><glossdef><para>A place for one boat.{}</para>{}</glossdef>{}</glossentry></glossary>"
_TEI = "<TEI><text><body><entry><form><orth>Berth</orth></form><sense><def>A place for one boat.</def>{}</sense>{}</entry></body></text></TEI>"
_SKOS = (
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix a: <http://a/> .\n"
    'a:b a skos:Concept ; skos:prefLabel "Berth" ; skos:definition "A place for one boat."{} .\n{}'
)
_OBO = 'format-version: 1.2\n\n[Term]\nid: A:1\nname: Berth\ndef: "A place for one boat." []\n{}\n'
_PO = '#. A place for one boat.\nmsgid "Berth"\nmsgstr "Liegeplatz"\n\n{}'


@each_row(
    "filename, document, text, why",
    [
        ("x.xml", _GLOSS.format("<para>Words of a harbour.</para>", "", "", ""), "Words of a harbour.", "no part of an entry"),
        ("x.xml", _GLOSS.format("", "<footnote><para>Since 1990.</para></footnote>", "", ""), "Since 1990.", "footnote"),
        ("x.xml", _GLOSS.format("", "", "<glossseealso>Quay</glossseealso>", ""), "Quay", "related"),
        ("x.xml", _GLOSS.format("", "", "<remark>ask the master</remark>", ""), "ask the master", "remark"),
        ("x.dita", _GLOSS.format("", "", "", "<glossBody><glossUsage>Not for ships.</glossUsage></glossBody>"), "Not for ships.", "no part"),
        ("x.dita", _GLOSS.format("", "", "", '<topicref href="quay.dita"/>'), "quay.dita", "another file"),
        ("x.xml", _TEI.format("<cit><quote>Take a berth.</quote></cit>", ""), "Take a berth.", "no part of an entry"),
        ("x.xml", _TEI.format("", "<note>ask the master</note>"), "ask the master", "no part of an entry"),
        ("x.ttl", _SKOS.format('; skos:scopeNote "Not for ships."', ""), "scopeNote (1)", "no part of an entry"),
        ("x.ttl", _SKOS.format("", 'a:c a skos:Concept ; skos:definition "A text alone." .\n'), "A text alone.", "without a label"),
        ("x.obo", _OBO.format("comment: ask the master"), "comment (1)", "no part of an entry"),
        ("x.po", _PO.format('#~ msgid "Slip"\n#~ msgstr "Rampe"\n'), "Slip", "out of use"),
        ("x.org", "* Glossary\n- Berth :: A place for one boat.\n** COMMENT Slip\nA ramp.\n", "COMMENT Slip A ramp.", "not printed"),
        ("x.org", "* Glossary\n- Berth :: A place for one boat.\n** Slip :noexport:\nA ramp.\n", "Slip :noexport: A ramp.", "not printed"),
        ("x.org", "* Glossary\n- Berth :: A place for one boat.[fn:1]\n\n[fn:1] Since 1990.\n", "Since 1990.", "footnote"),
        ("x.tex", "\\newglossaryentry{b}{name=Berth,description={A place for one boat.\\footnote{Since 1990.}}}\n", "Since 1990.", "footnote"),
    ],
)  # fmt: skip
def test_what_stands_beside_an_entry_is_told(filename: str, document: str, text: str, why: str) -> None:
    found = importing.read(document.encode(), filename, source="mine")
    assert [(entry.name, entry.text) for entry in found.entries] == [("Berth", "A place for one boat.")]
    assert [one for one in found.skipped if one.text == text and why in one.why], found.skipped


def test_many_notes_of_one_kind_are_told_in_one_line() -> None:
    entry = "<entry><form><orth>Berth {0}</orth><gramGrp><pos>noun</pos></gramGrp></form><def>Place number {0}.</def></entry>"
    body = "".join(map(entry.format, range(30)))
    found = importing.read(f"<TEI><text><body>{body}</body></text></TEI>".encode(), "x.xml", source="mine")
    assert len(found.entries) == 30
    assert [one.text for one in found.skipped] == ["gramgrp (30)"]


def _book(chapter: str) -> Mapping[str, str]:
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
        "a.opf": '<package><metadata><title>Harbour</title></metadata><manifest><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>',
        "c.xhtml": f'<html xmlns:epub="http://www.idpf.org/2007/ops"><body>{chapter}</body></html>',
    }  # fmt: skip


def test_a_note_of_an_e_book_is_told_with_its_chapter() -> None:
    note = '<aside epub:type="footnote"><p>Since 1990.</p></aside>'
    files = _book(f"<h1>Glossary</h1><dl><dt>Berth</dt><dd>A place for one boat.</dd></dl>{note}")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for path, text in files.items():
            book.writestr(path, text)
    found = importing.read(out.getvalue(), "x.epub", source="mine")
    assert ("c.xhtml", "Since 1990.", "footnote") in {(one.where, one.text, one.why) for one in found.skipped}


LINES = "Berth: a place for one boat\nQuay: a wall where ships lie\nSlip: a ramp into the water\n"


@each_row(
    "document",
    [
        f"Glossary\n\n{LINES}\nQuestions to: desk@harbour.example\n",
        f"Glossary\n\n{LINES}Ask Ida: +47 22 55 01 01\n",
        f"Glossary\n\nContact: desk@harbour.example\n{LINES}",
        f"Glossary\n\n{LINES}Mail: desk@harbour.example\nPhone: 040 / 555 01 22\n",
    ],
)
def test_a_line_that_tells_where_to_ask_is_no_entry(document: str) -> None:
    found = importing.read(document.encode(), "x.txt", source="mine")
    assert [entry.name for entry in found.entries] == ["Berth", "Quay", "Slip"]
    assert {"line about the document", "note about the list, before the first entry"} & {
        one.why for one in found.skipped
    }


def test_an_address_that_a_text_explains_is_an_entry() -> None:
    document = f"Glossary\n\n{LINES}Desk mail: desk@harbour.example, where boats are announced\n"
    found = importing.read(document.encode(), "x.txt", source="mine")
    assert [entry.name for entry in found.entries][-1] == "Desk mail"


@each_row(
    "names",
    [("Warteschlange", "Warteschlangen"), ("Warteschlangen", "Warteschlange")],
)
def test_names_that_differ_in_a_letter_at_the_end_are_told_as_near(names: tuple[str, str]) -> None:
    rows = "".join(
        f"{name},{text}\n" for name, text in zip(names, ("Ein Platz.", "Mehrere davon."), strict=True)
    )
    found = importing.read(f"Begriff,Definition\n{rows}".encode(), "x.csv", source="mine", language="de")
    assert [(pair.name, pair.other) for pair in found.near] == [names]


def test_a_name_that_stands_twice_is_told_with_its_sheet() -> None:
    book = Workbook()
    for title in ("Docks", "Boats"):
        sheet = book.active if title == "Docks" else book.create_sheet(title)
        for row in (("Term", "Definition"), ("Slip", f"A word of {title}."), (title[:-1], "Its own word.")):
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    found = importing.read(content.getvalue(), "x.xlsx", source="mine")
    (told,) = [one for one in found.problems if one.code == "import-same-name"]
    assert told.path == "x.xlsx:sheet Boats, row 2"
    assert "the first is in sheet Sheet, row 2" in told.message


@each_row(
    "listed, expected",
    [
        ("<dt>Berth<dt>Place<dd>A place for one boat.", [("Berth", ("Place",), "A place for one boat.")]),
        ("<dt>Berth<dt>Place<dt>Spot<dd>A place.<dt>Slip<dd>A ramp.", [("Berth", ("Place", "Spot"), "A place."), ("Slip", (), "A ramp.")]),
        ("<dt>Berth<dd>A place.<dd>For a boat.<dt>Slip<dd>A ramp.", [("Berth", (), "A place.\n\nFor a boat."), ("Slip", (), "A ramp.")]),
    ],
)  # fmt: skip
def test_terms_of_a_list_whose_tags_nobody_closed(
    listed: str, expected: list[tuple[str, tuple[str, ...], str]]
) -> None:
    page = f"<!doctype html><title>Glossary</title><dl>{listed}</dl>"
    found = importing.read(page.encode(), "x.html", source="mine")
    assert [(entry.name, entry.also, entry.text) for entry in found.entries] == expected
