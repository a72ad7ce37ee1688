"""Parts of Office files as the programs write them: called otherwise, or in UTF-16 beside the text."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook

from helpers.rows import each_row
from helpers.word import W, run, word, zipped
from site_gen.sources import importing

ROWS = [["Term", "Definition"], ["Hatch", "An opening in a deck."], ["Winch", "A drum for ropes."]]


def test_the_text_of_a_word_document_may_have_another_path() -> None:
    parts = zipfile.ZipFile(io.BytesIO(word(["# Glossary", ROWS])))
    told = {
        name: parts.read(name).replace(b"word/document.xml", b"word/document2.xml")
        for name in parts.namelist()
    }
    files = {name.replace("word/document.xml", "word/document2.xml"): data for name, data in told.items()}
    found = importing.read(zipped(files), "words.docx", source="mine")
    assert [entry.name for entry in found.entries] == ["Hatch", "Winch"]


def test_queries_beside_a_workbook_are_not_read() -> None:
    book, out = Workbook(), io.BytesIO()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(out)
    with zipfile.ZipFile(out, "a") as file:
        file.writestr("customXml/item1.xml", '<?xml version="1.0"?><DataMashup/>'.encode("utf-16"))
    found = importing.read(out.getvalue(), "words.xlsx", source="mine")
    assert [entry.name for entry in found.entries] == ["Hatch", "Winch"]


STRICT = (
    (b"schemas.openxmlformats.org/spreadsheetml/2006/main", b"purl.oclc.org/ooxml/spreadsheetml/main"),
    (b"schemas.openxmlformats.org/officeDocument/2006/", b"purl.oclc.org/ooxml/officeDocument/"),
)


def test_a_workbook_in_the_strict_dialect_is_read() -> None:
    book, out = Workbook(), io.BytesIO()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(out)
    parts = zipfile.ZipFile(out)
    told = {name: parts.read(name) for name in parts.namelist()}
    for usual, strict in STRICT:
        told = {name: data.replace(usual, strict) for name, data in told.items()}
    found = importing.read(zipped(told), "words.xlsx", source="mine")
    assert [entry.name for entry in found.entries] == ["Hatch", "Winch"]


PAGE = "<h1>Glossary</h1><dl>" + "".join(f"<dt>{n}</dt><dd>{t}</dd>" for n, t in ROWS[1:]) + "</dl>"
SAVED = f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{PAGE}"


@each_row("name, said", [("page.htm", PAGE), ("page.mht", SAVED)])
def test_a_page_inside_a_word_document_is_read(name: str, said: str) -> None:
    parts = zipfile.ZipFile(io.BytesIO(word(["x"])))
    files = {path: parts.read(path) for path in parts.namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(
        b"<w:body>", b"<w:body><w:altChunk id='c'/>"
    )
    relation = f"<Relationship Id='c' Type='http://x.example/aFChunk' Target='{name}'/>"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    files["word/_rels/document.xml.rels"] = (
        f"<Relationships xmlns='{space}'>{relation}</Relationships>".encode()
    )
    found = importing.read(zipped(files | {f"word/{name}": said.encode()}), "words.docx", source="mine")
    assert [entry.name for entry in found.entries] == ["Hatch", "Winch"]


@each_row("style, marks", [
    ("Lemma big", "<w:rPr><w:b/></w:rPr>"),
    ("Our names", "<w:rPr><w:color w:val='1F4E79'/><w:b w:val='1'/></w:rPr>"),
    ("Term name", ""),
    ("Glossary term", ""),
])  # fmt: skip
def test_paragraphs_of_an_own_style_for_names(style: str, marks: str) -> None:
    pairs = ("Berth", "A place for a boat."), ("Quay (KW)", "The wall at the water."), ("Slip", "A ramp.")
    body = "".join(
        f"<w:p><w:pPr><w:pStyle w:val='Own'/></w:pPr>{run(name, False)}</w:p><w:p>{run(text, False)}</w:p>"
        for name, text in pairs
    )
    defined = f"<w:style w:type='paragraph' w:styleId='Own'><w:name w:val='{style}'/>{marks}</w:style>"
    with zipfile.ZipFile(io.BytesIO(word([]))) as empty:
        files = {name: empty.read(name) for name in empty.namelist()}
    files["word/document.xml"] = f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>".encode()
    files["word/styles.xml"] = f"<w:styles xmlns:w='{W}'>{defined}</w:styles>".encode()
    found = importing.read(zipped(files), "words.docx", source="mine").entries
    assert [entry.name for entry in found] == ["Berth", "Quay", "Slip"]
