"""Word documents made of paragraphs and tables, as small as the reader takes them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for path, data in files.items():
            file.writestr(path, data)
    return out.getvalue()


def word(blocks: list[Any]) -> bytes:
    """A Word document of paragraphs and tables (see the head of docx.yaml)."""
    body = "".join(block(one) for one in blocks)
    return zipped({
        "[Content_Types].xml": f"<Types xmlns='{TYPES}/content-types'><Default Extension='rels' ContentType='application/"
        f"vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' ContentType='{MAIN}'/></Types>".encode(),
        "_rels/.rels": f"<Relationships xmlns='{TYPES}/relationships'><Relationship Id='r1' Target='word/document.xml' "
        f"Type='{OFFICE}'/></Relationships>".encode(),
        "word/document.xml": f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>".encode(),
    })  # fmt: skip


def block(one: Any) -> str:
    if isinstance(one, str):
        return paragraph(one)
    rows = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in one)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def paragraph(text: str) -> str:
    marks = re.match(r"#*", text)
    level = len(marks[0]) if marks else 0
    style = f"<w:pPr><w:pStyle w:val='Heading{level}'/></w:pPr>" if level else ""
    runs = re.split(r"\*\*", text[level:].strip())
    return (
        f"<w:p>{style}{''.join(run(part, index % 2 == 1) for index, part in enumerate(runs) if part)}</w:p>"
    )


def run(text: str, bold: bool) -> str:
    inner = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}<w:t xml:space='preserve'>{inner}</w:t></w:r>"
