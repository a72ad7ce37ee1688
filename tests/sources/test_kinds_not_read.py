"""Files that hold no text say what they are, by bytes, parts or ending, and how a person gets at the words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from helpers.rows import each_row
from site_gen.sources import importing


def zipped(*paths: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for path in paths:
            made.writestr(path, "x")
    return out.getvalue()


KINDS: Sequence[tuple[str, bytes, str, str]] = [
    ("words.pages", zipped("Index/Document.iwa", "preview.jpg"), "Pages, Numbers or Keynote", "export it to Word"),
    ("words.zip", zipped("Index/Document.iwa", "Index/Tables/a.iwa"), "Pages, Numbers or Keynote", "export it to Word"),
    ("talk.key", zipped("index.apxl"), "Pages, Numbers or Keynote", "export it to Word"),
    ("map.vsdx", zipped("visio/document.xml", "visio/pages/page1.xml"), "Visio", "sheet"),
    ("deck.apkg", zipped("collection.anki2", "media"), "Anki", "Notes in Plain Text"),
    ("map.xmind", zipped("content.json"), "XMind", "OPML"),
    ("desk.one", b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1" * 9, "OneNote", ".docx"),
    ("desk.one", bytes(range(1, 250)) * 3, "OneNote", ".docx"),
    ("words.7z", b"7z\xbc\xaf\x27\x1c words", "an archive", "unpack"),
    ("photo.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "a picture", "tesseract photo.heic photo"),
    ("photo.bin", b"RIFF\x10\0\0\0WEBPVP8 ", "a picture", "tesseract"),
    ("call.bin", b"\0\0\0\x18ftypisom\0\0\0\0", "a film or a recording", "choose"),
    ("call.bin", b"RIFF\x10\0\0\0WAVEfmt \0", "a film or a recording", "choose"),
    ("chart.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><text>Rota</text></svg>", "a drawing", "browser"),
    ("book.azw3", b"book\0\0\0\0" * 20, "Kindle", "ebook-convert book.azw3 book.epub"),
    ("words.pdf.txt", b"%PDF-1.4\n", "a PDF", "pdftotext -layout words.pdf.txt words-text.txt"),
    ("words.yaml", b"rota: [plan\nswap: exchange", "not readable as YAML", "]"),
    ("words.sql", b"CREATE TABLE users (id int);\nINSERT INTO users VALUES (1);\n", "no table of terms", "CSV"),
]  # fmt: skip


@each_row("filename, content, kind, advice", KINDS)
def test_a_file_that_holds_no_text_says_what_it_is_and_what_to_do(
    filename: str, content: bytes, kind: str, advice: str
) -> None:
    (problem,) = importing.read(content, filename, source="mine").problems
    assert kind in problem.message
    assert advice in (problem.hint or "")


@each_row("filename", ["words.key", "words.pages", "words.vsd"])
def test_a_text_with_the_ending_of_another_program_is_read(filename: str) -> None:
    found = importing.read(b"Glossary\n\nRota - The plan.\nSwap - An exchange.\n", filename, source="mine")
    assert [one.name for one in found.entries] == ["Rota", "Swap"]


@each_row("files, said", [({}, "the folder is empty"), ({"a.md": None}, "only links")])
def test_an_empty_folder_is_called_one(files: dict[str, bytes | None], said: str) -> None:
    (problem,) = importing.read(files, "desk", source="mine").problems
    assert said in problem.message


def test_yaml_with_aliases_is_not_called_broken() -> None:
    (problem,) = importing.read(b"a: &x {term: Rota}\nb: *x\n", "x.yaml", source="mine").problems
    assert problem.code == "import-nothing"
