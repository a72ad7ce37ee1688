"""Small files in many shapes, as people and programs write them, give the entries that a careful reader takes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml

from helpers.rows import each_row
from site_gen.sources import importing

DATA = Path(__file__).parent.parent / "data" / "shapes"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
Shown = tuple[str, frozenset[str], str]


def cases() -> Iterator[Mapping[str, Any]]:
    for path in sorted(DATA.glob("*.yaml")):
        for case in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader):
            yield case
            if "files" in case:
                yield {**case, "file": f"{case['file']}.zip"}


def content(case: Mapping[str, Any]) -> bytes | dict[str, bytes]:
    if "word" in case:
        return word(case["word"])
    if "files" not in case:
        return str(case["content"]).encode()
    files = {path: text.encode() for path, text in case["files"].items()}
    return zipped(files) if case["file"].endswith(".zip") else files


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


def shown(entry: list[Any]) -> Shown:
    name, also, text = entry
    return name, frozenset(also), " ".join(str(text).split())


def taken(case: Mapping[str, Any]) -> list[Shown] | str:
    found = importing.read(content(case), case["file"], source="mine")
    errors = [str(problem) for problem in found.problems if problem.severity == "error"]
    return errors[0] if errors else [shown([e.name, list(e.also), e.text]) for e in found.entries]


def wanted(case: Mapping[str, Any], got: list[Shown]) -> set[Shown]:
    """The entries of a case; where ``accept`` gives other forms of an entry, the form that was taken."""
    instead = {shown(entry) for some in case.get("accept", ()) for entry in some} & set(got)
    names = {name.casefold().replace("-", " ") for name, _, _ in instead}
    plain = {shown(entry) for entry in case["entries"]}
    return instead | {one for one in plain if one[0].casefold().replace("-", " ") not in names}


@each_row("case", list(cases()))
def test_the_entries_of_a_careful_reader(case: Mapping[str, Any]) -> None:
    got = taken(case)
    if case.get("refused"):
        assert isinstance(got, str)
    else:
        assert not isinstance(got, str), got
        assert set(got) == wanted(case, got)
