"""What a document says beside its entries, in notes, footnotes or parts that are not printed, is told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

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
