"""What a document strikes through or hides is no entry, in whatever format, and it is told."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook

from helpers.rows import each_row
from helpers.word import W, word, zipped
from site_gen.model.records import Entry
from site_gen.sources import importing
from site_gen.sources.draft import Imported

_PAIRS = {"Berth": "A place for one boat.", "Quay": "A wall for boats."}


def read(document: str | bytes, filename: str) -> Imported:
    data = document.encode() if isinstance(document, str) else document
    return importing.read(data, filename, source="mine")


def texts(entries: tuple[Entry, ...]) -> dict[str, str]:
    return {entry.name: entry.text for entry in entries}


@each_row(
    "filename, document",
    [
        ("x.mediawiki", "== Glossary ==\n; Berth : A place for one boat.\n; <s>Slip</s>\n: A ramp.\n; Quay : A wall for boats.\n"),
        ("x.mediawiki", "== Glossary ==\n; Berth : A place for one boat.\n; {{strike|Slip}}\n: A ramp.\n; Quay : A wall for boats.\n"),
        ("x.dokuwiki", "====== Glossary ======\n\n^ Term ^ Meaning ^\n| Berth | A place for one boat. |\n| <del>Slip</del> | A ramp. |\n| Quay | A wall for boats. |\n"),
        ("x.org", "* Glossary\n- Berth :: A place for one boat.\n- +Slip+ :: A ramp.\n- Quay :: A wall for boats.\n"),
        ("x.adoc", "= Glossary\n\nBerth:: A place for one boat.\n[.line-through]#Slip#:: A ramp.\nQuay:: A wall for boats.\n"),
        ("x.jira", "h1. Glossary\n\n* *Berth*: A place for one boat.\n* -*Slip*: A ramp.-\n* *Quay*: A wall for boats.\n"),
        ("x.jira", "h1. Glossary\n\n||Term||Meaning||\n|Berth|A place for one boat.|\n|-Slip-|A ramp.|\n|Quay|A wall for boats.|\n"),
        ("x.tex", "\\begin{description}\\item[Berth] A place for one boat.\\item[\\sout{Slip}] A ramp.\\item[Quay] A wall for boats.\\end{description}"),
        ("x.csv", "Term,Meaning\nBerth,A place for one boat.\n~~Slip~~,A ramp.\nQuay,A wall for boats.\n"),
        ("x.csv", "Term,Meaning\nBerth,A place for one boat.\n<s>Slip</s>,A ramp.\nQuay,A wall for boats.\n"),
        ("x.yaml", "- term: Berth\n  definition: A place for one boat.\n- term: ~~Slip~~\n  definition: A ramp.\n- term: Quay\n  definition: A wall for boats.\n"),
        ("x.html", "<h1>Glossary</h1><table><tr><th>Term<th>Meaning<tr><td>Berth<td>A place for one boat."
         "<tr style='text-decoration: line-through'><td>Slip<td>A ramp.<tr><td>Quay<td>A wall for boats.</table>"),
        ("x.html", "<h1>Glossary</h1><dl><dt>Berth<dd>A place for one boat.<dt>Quay<dd>A wall for boats.</dl>"
         "<dl style='text-decoration: line-through'><dt>Slip<dd>A ramp.</dl>"),
    ],
)  # fmt: skip
def test_a_name_that_is_struck_through_is_told(filename: str, document: str) -> None:
    found = read(document, filename)
    assert texts(found.entries) == _PAIRS
    assert "Slip" in " ".join(one.text for one in found.skipped if one.why == "struck through")


@each_row(
    "filename, document",
    [
        ("x.html", "<table><tr><th>Term<th>Meaning<tr><td>Berth<td>A place for one boat.<tr><td>Slip<td><s>A ramp.</s><tr><td>Quay<td>A wall for boats.</table>"),
        ("x.html", "<h1>Glossary</h1><dl><dt>Berth<dd>A place for one boat.<dt>Slip<dd><del>A ramp.</del><dt>Quay<dd>A wall for boats.</dl>"),
        ("x.jira", "||Term||Meaning||\n|Berth|A place for one boat.|\n|Slip|-A ramp.-|\n|Quay|A wall for boats.|\n"),
    ],
)  # fmt: skip
def test_a_text_that_is_struck_through_is_none(filename: str, document: str) -> None:
    found = read(document, filename)
    assert texts(found.entries) == _PAIRS
    assert ("A ramp.", "struck through") in {(one.text, one.why) for one in found.skipped}


def test_a_hyphen_inside_words_and_asides_strikes_nothing() -> None:
    found = read(
        "||Term||Meaning||\n|Well-known port|A port -with a number- that is well-known.|\n|Quay|A wall - for boats - at sea.|\n",
        "x.jira",
    )
    assert texts(found.entries) == {
        "Well-known port": "A port with a number that is well-known.",
        "Quay": "A wall - for boats - at sea.",
    }


def _sheet(*, filtered: bool = False, closed: bool = False) -> bytes:
    book = Workbook()
    sheet = book.active
    for row in (
        ["Term", "Meaning"],
        ["Berth", "A place for one boat."],
        ["Slip", "A ramp."],
        ["Quay", "A wall for boats."],
    ):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[3].outlineLevel = 1 if closed else 0
    if filtered:
        sheet.auto_filter.ref = "A1:B4"
        sheet.auto_filter.add_filter_column(0, ["Berth", "Quay"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_row_that_somebody_hid_is_told() -> None:
    found = read(_sheet(), "x.xlsx")
    assert texts(found.entries) == _PAIRS
    assert ("Slip | A ramp.", "hidden row") in {(one.text, one.why) for one in found.skipped}
    for shown in (_sheet(filtered=True), _sheet(closed=True)):
        assert "Slip" in texts(read(shown, "x.xlsx").entries)


_OFFICE = (
    "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'><office:automatic-styles>"
    "<style:style style:name='L'><style:text-properties style:text-line-through-style='solid'/></style:style>"
    "<style:style style:name='H'><style:text-properties text:display='none'/></style:style></office:automatic-styles>"
    "<office:body>{}</office:body></office:document-content>"
)  # fmt: skip


def _open(body: str, kind: str) -> bytes:
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(),
            "content.xml": _OFFICE.format(body).encode(),
        }
    )


def test_an_opendocument_text_keeps_its_struck_and_hidden_words_out() -> None:
    body = (
        "<office:text><text:p>Berth: A place for one boat.</text:p><text:p text:style-name='L'>Slip: A ramp.</text:p>"
        "<text:p>Quay: A wall<text:span text:style-name='H'> of old stone</text:span> for boats.</text:p>"
        "<text:p text:style-name='H'>Mole: A secret wall.</text:p><text:p>Pier: A walk over water.</text:p></office:text>"
    )
    found = read(_open(body, "text"), "glossary.odt")
    assert texts(found.entries) == {**_PAIRS, "Pier": "A walk over water."}
    told = {(one.text, one.why) for one in found.skipped}
    assert {
        ("Slip: A ramp.", "struck through"),
        ("of old stone", "hidden text"),
        ("Mole: A secret wall.", "hidden text"),
    } <= told


def test_a_hidden_row_of_an_opendocument_sheet_is_told() -> None:
    rows = "".join(
        f"<table:table-row{' table:visibility=' + chr(39) + how + chr(39) if how else ''}><table:table-cell><text:p>{name}</text:p></table:table-cell>"
        f"<table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
        for name, text, how in [
            ("Term", "Meaning", ""),
            ("Berth", "A place for one boat.", ""),
            ("Slip", "A ramp.", "collapse"),
            ("Quay", "A wall for boats.", "filter"),
        ]
    )
    found = read(
        _open(
            f"<office:spreadsheet><table:table table:name='A'>{rows}</table:table></office:spreadsheet>",
            "spreadsheet",
        ),
        "x.ods",
    )
    assert texts(found.entries) == _PAIRS
    assert "hidden row" in {one.why for one in found.skipped}


def _word_run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_a_word_document_tells_hidden_and_deleted_text_and_comments() -> None:
    body = "".join(f"<w:p>{runs}</w:p>" for runs in [
        _word_run("Berth: A place for one boat.") + "<w:r><w:commentReference w:id='3'/></w:r>",
        _word_run("Slip: ", "<w:vanish/>") + _word_run("A ramp.", "<w:vanish/>"),
        _word_run("Quay: A wall") + "<w:del w:id='9'><w:r><w:delText xml:space='preserve'> of stone</w:delText></w:r></w:del>" + _word_run(" for boats."),
        _word_run("Pier: A walk ") + _word_run("over water.", "<w:vanish w:val='0'/>"),
    ])  # fmt: skip
    plain = zipfile.ZipFile(io.BytesIO(word(["x"])))
    files = {name: plain.read(name) for name in plain.namelist()}
    files["word/document.xml"] = f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>".encode()
    files["word/comments.xml"] = (
        f"<w:comments xmlns:w='{W}'><w:comment w:id='3'><w:p>{_word_run('Which boats?')}</w:p></w:comment></w:comments>".encode()
    )
    found = read(zipped(files), "glossary.docx")
    assert texts(found.entries) == {**_PAIRS, "Pier": "A walk over water."}
    told = {(one.text, one.why) for one in found.skipped}
    assert {
        ("Slip: A ramp.", "hidden text"),
        ("of stone", "deleted text"),
        ("Which boats?", "comment"),
    } <= told


def test_places_in_word_and_opendocument_count_paragraphs_from_one() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Since 1990.</text:p></text:note-body></text:note>"
    opened = _open(
        "<office:text><text:p text:style-name='Title'>Glossary</text:p><text:p>Berth: A place for one boat.</text:p>"
        f"<text:p>Quay: A wall for boats.{note}</text:p></office:text>",
        "text",
    )
    for found in (
        read(word(["# Glossary", "Berth: A place for one boat.", "Quay: A wall for boats."]), "x.docx"),
        read(opened, "x.odt"),
    ):
        assert [entry.at.rpartition(", ")[2] for entry in found.entries] == ["paragraph 2", "paragraph 3"]
    assert ("Since 1990.", "paragraph 3") in {(one.text, one.where) for one in found.skipped}


def test_a_row_of_a_word_table_counts_from_its_first_cell() -> None:
    found = read(
        word(
            [
                "# Glossary",
                [["Term", "Meaning"], ["Berth", "A place for one boat."], ["Quay", "A wall for boats."]],
            ]
        ),
        "x.docx",
    )
    assert [entry.at.rpartition(", ")[2] for entry in found.entries] == ["paragraph 4", "paragraph 6"]


def test_a_comment_and_a_struck_row_of_a_sheet_tell_sheet_and_row() -> None:
    cell = "<table:table-cell{}>{}<text:p>{}</text:p></table:table-cell>"
    rows = [("Term", "Meaning", "", ""), ("Berth", "A place for one boat.", "", "<office:annotation><text:p>Which?</text:p></office:annotation>"),
            ("Slip", "A ramp.", " table:style-name='L'", ""), ("Quay", "A wall for boats.", "", "")]  # fmt: skip
    body = "".join(
        f"<table:table-row>{cell.format(style, note, name)}{cell.format(style, '', text)}</table:table-row>"
        for name, text, style, note in rows
    )
    sheets = f"<table:table table:name='A'>{body}</table:table><table:table table:name='B'><table:table-row>{cell.format('', '', 'x')}</table:table-row></table:table>"
    found = read(_open(f"<office:spreadsheet>{sheets}</office:spreadsheet>", "spreadsheet"), "x.ods")
    places = {one.text: one.where for one in found.skipped}
    assert (places["Which?"], places["Slip | A ramp."]) == ("sheet A, row 2", "sheet A, row 3")


_HINT = "Ask the harbour master."


def _box(*paragraphs: str) -> str:
    """A text box as Word writes it: once for itself, once more for older programs."""
    drawing = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    said = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent {drawing}><mc:Choice><w:drawing>{said}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{said}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _boxed(*paragraphs: str) -> importing.Imported:
    plain = zipfile.ZipFile(io.BytesIO(word(["x"])))
    files = {name: plain.read(name) for name in plain.namelist()}
    body = "".join(paragraphs)
    files["word/document.xml"] = f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>".encode()
    return read(zipped(files), "glossary.docx")


def _led(name: str, text: str) -> str:
    return f"<w:p>{_word_run(name, '<w:b/>')}{_word_run(f': {text}')}</w:p>"


def test_a_text_box_of_a_word_document_is_read_or_told() -> None:
    berth, quay = (_led(name, text) for name, text in _PAIRS.items())
    pier = _led("Pier", "A walk over water.")
    found = _boxed(berth, f"<w:p>{_box(quay)}</w:p>", pier)
    assert list(texts(found.entries)) == ["Berth", "Quay", "Pier"]
    found = _boxed(berth, quay.replace("</w:p>", f"{_box(f'<w:p>{_word_run(_HINT)}</w:p>')}</w:p>"), pier)
    assert texts(found.entries) == {**_PAIRS, "Pier": "A walk over water."}
    assert (_HINT, "text box") in {(one.text, one.why) for one in found.skipped}


def test_a_text_box_of_an_opendocument_text_is_read_or_told() -> None:
    def frame(said: str) -> str:
        return f"<draw:frame xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'><draw:text-box><text:p>{said}</text:p></draw:text-box></draw:frame>"

    body = (
        "<office:text><text:p>Berth: A place for one boat.</text:p>"
        f"<text:p>Quay: A wall for boats.{frame(_HINT)}</text:p></office:text>"
    )
    found = read(_open(body, "text"), "glossary.odt")
    assert texts(found.entries) == _PAIRS
    assert (_HINT, "text box") in {(one.text, one.why) for one in found.skipped}
    body = (
        f"<office:text><text:p>{frame('Berth: A place for one boat.')}</text:p>"
        f"<text:p>{frame('Quay: A wall for boats.')}</text:p></office:text>"
    )
    assert texts(read(_open(body, "text"), "glossary.odt").entries) == _PAIRS
