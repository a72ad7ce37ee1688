"""Word documents (.docx), converted to plain HTML by mammoth."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from site_gen.model import names
from site_gen.sources.draft import Reading, Skipped, UnreadableError
from site_gen.sources.formats import archive, docx_boxes, docx_chunks, docx_tables, docx_unseen, html, tabs
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.places import placed
from site_gen.sources.shape.blocks import Block
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.header_words import NAME_STEMS

HINT = "save it as a web page (filtered) or as text, and import that"
MAX_BODY = 12_000_000  # bytes of the document itself
_STYLES = (
    "p[style-name='Title'] => p.doc-title",
    "p[style-name='Subtitle'] => p.doc-subtitle",
    "p[style-name='caption'] => p.doc-caption",
    "p[style-name='Caption'] => p.doc-caption",
    "p[style-name^='toc '] => !",
    "p[style-name^='TOC'] => !",
    "p[style-name='table of figures'] => !",
    "comment-reference => !",
)
_BODY = "word/document.xml"
_RELATIONS = "_rels/.rels"
_CONTENTS = re.compile(r"\t\s*\d{1,4}$")
CONTENTS = 40  # last characters of a paragraph, where a table of contents has the number of a page
_PARAGRAPH = re.compile(r"<(?:p|h[1-6]|li)\b")
_BLOCK = re.compile(r"<(?=(?:p|h[1-6]|li|tr|table)\b)")


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a Word document; a place is the number of a paragraph. Raises ``UnreadableError``."""
    file = archive.opened(document.data, "the Word document", HINT)
    page, skipped, title, numbers = archive.guarded(file, _page)
    reading = of_markup(html.blocks(page), chosen, title, document.language)
    if not reading.drafts and (inside := docx_chunks.reading(file, _body_of(file), document, chosen)):
        return inside
    skipped += _around(file)
    reading = replace(reading, title=title or reading.title, skipped=(*skipped, *reading.skipped))
    return placed(reading, lambda line: f"paragraph {numbers[min(line, len(numbers)) - 1]}")


def blocks(data: bytes) -> tuple[list[Block], str]:
    """The blocks of a document that is one page of many, and its title. Raises ``UnreadableError``."""
    page, _, title, _ = archive.guarded(archive.opened(data, "the Word document", HINT), _page)
    return html.blocks(page), title


def _page(file: archive.Archive) -> tuple[str, list[Skipped], str, list[int]]:
    """The document as HTML, the parts left out, the title, and the number of the paragraph on each line."""
    import mammoth  # only when a Word document comes

    for name in file.names():
        if name.endswith(archive.MARKUP):
            file.xml(name)
    body = _body_of(file)
    file.check(body, MAX_BODY)
    slim, tables = _slim(file, body)
    styles = "\n".join((*_STYLES, *_term_styles(file)))
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(slim),
            style_map=styles,
            convert_image=_no_picture,
            include_embedded_style_map=False,
        ).value
    except Exception as error:  # mammoth fails in many ways on bad files
        message = f"the Word document is damaged: {type(error).__name__}"
        raise UnreadableError("import-unreadable", message, HINT) from None
    made = docx_tables.put_back(_BLOCK.sub("\n<", made), tables)
    made, unseen = docx_unseen.taken_out(made)
    root = lxml_html.fragment_fromstring(f"<div>{made}</div>")
    skipped = [Skipped(line=line + 1, text=text, why=why) for why, text, line in unseen]
    title = ""
    for why, text, line in _taken_out(root):
        title = title or (text if why == "title" else "")
        skipped.append(Skipped(line=line, text=text, why=why))
    return etree.tostring(root, encoding="unicode", method="html"), skipped, title, _numbers(made)


def _numbers(page: str) -> list[int]:
    """The number of the paragraph that begins on each line of a page, or else of the next one.

    Tables and rows, which begin with a paragraph of their first cell, stand on lines of their own.
    """
    out, number = [], 0
    for line in page.split("\n"):
        begins = _PARAGRAPH.match(line) is not None
        number += begins
        out.append(max(number + (not begins and line.startswith("<t")), 1))
    return out


_AROUND = re.compile(r"word/(header|footer)\d{0,3}\.xml")


def _around(file: archive.Archive) -> list[Skipped]:
    """What stands above and below the text of all pages, each text once."""
    out: dict[str, Skipped] = {}
    for name in file.names():
        kind = _AROUND.fullmatch(name)
        if not kind:
            continue
        root = etree.fromstring(file.xml(name), _parser())
        said = " ".join("".join(part.text or "" for part in root.iter("{*}t")).split())[:200]
        if said:
            why = f"{'header' if kind[1] == 'header' else 'footer'} of the pages"
            out.setdefault(said, Skipped(line=1, text=said, why=why, where=why))
    return list(out.values())


# most of a document, but no words, tables or headings
_IDLE = re.compile(
    r"sectPr|tblPr|tblGrid|trPr|proofErr|bookmarkStart|bookmarkEnd|lastRenderedPageBreak|rFonts|sz|"
    r"szCs|lang|color|spacing|jc|rsid|shd|bCs|iCs|kern|noProof|tabs|keepNext|keepLines|"
    r"widowControl|contextualSpacing|tcW|tcBorders|tcMar|vAlign|drawing|pict|object|"
    r"AlternateContent|permStart|permEnd|commentRangeStart|commentRangeEnd|pBdr|outlineLvl|"
    r"highlight"
)
MAX_ELEMENTS = 120_000


def _body_of(file: archive.Archive) -> str:
    """The path of the part with the text, which some programs call "word/document2.xml"."""
    try:
        root = etree.fromstring(file.xml(_RELATIONS) or b"<none/>", _parser())
    except etree.XMLSyntaxError:
        return _BODY
    told = (one.get("Target", "") for one in root if (one.get("Type") or "").endswith("/officeDocument"))
    path = next(told, "").lstrip("/")
    return path if path in file.names() else _BODY


def _slim(file: archive.Archive, body_path: str) -> tuple[bytes, list[str]]:
    """The document without formatting that is not needed, and its long tables as HTML.

    Mammoth is slow on large documents.
    """
    try:
        root = etree.fromstring(file.xml(body_path), _parser())
    except etree.XMLSyntaxError as error:
        deep = "depth" in error.msg
        message = f"the Word document is {'nested too deep to be read' if deep else f'damaged: {error}'}"[
            :200
        ]
        raise UnreadableError("import-unreadable", message, HINT) from None
    comments = docx_unseen.comments_of(file.xml("word/comments.xml"), _parser())
    docx_unseen.mark(root, comments)
    docx_boxes.settled(root)
    body = next(iter(root), None)
    tables = docx_tables.taken_out(body) if body is not None else []
    for element in [one for one in root.iter() if _IDLE.fullmatch(_local(one))]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in root.iter():
        for name in [key for key in element.attrib if "rsid" in key]:
            del element.attrib[name]
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        message = f"the Word document has more than {MAX_ELEMENTS:,} paragraphs, cells and words set off"
        raise UnreadableError("import-too-large", message, "import the part that holds the glossary")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as copy:
        for name in file.names():
            if name.endswith((".xml", ".rels")):
                copy.writestr(name, etree.tostring(root) if name == body_path else file.read(name))
    return out.getvalue(), tables


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _no_picture(_image: Any) -> list[Any]:
    return []


def _term_styles(file: archive.Archive) -> Iterator[str]:
    """Mappings for styles named like a term: paragraphs become headings, words become bold.

    Paragraphs of another style of the author's own that is bold become bold as well.
    """
    root = etree.fromstring(file.xml("word/styles.xml") or b"<none/>", _parser())
    for style in root.iter("{*}style"):
        name = next((one.get(one.keys()[0], "") for one in style.iter("{*}name") if one.keys()), "")
        kind = next((value for key, value in style.items() if key.endswith("}type")), "")
        words = names.fold(name).split()
        if "'" in name or not words or len(words) > 3:
            continue
        if not _is_of_names(words):
            if kind == "paragraph" and _is_bold(style) and not words[0].startswith(_BUILT_IN):
                yield f"p[style-name='{name}'] => p:fresh > strong:fresh"
        elif kind == "paragraph":
            yield f"p[style-name='{name}'] => h5:fresh"
        elif kind == "character":
            yield f"r[style-name='{name}'] => strong"


_BUILT_IN = ("heading", "title", "subtitle", "toc", "caption", "header", "footer", "table", "list", "normal")
_OF_NAME = frozenset(
    ["name", "title", "titel", "head", "heading", "headword", "uberschrift", "titre", "titulo"]
)


def _is_of_names(words: Sequence[str]) -> bool:
    """Whether a style is for names of entries: "Term", "Glossary term", "Term name"."""
    last = words[-2] if len(words) > 1 and words[-1] in _OF_NAME else words[-1]
    return last.startswith(NAME_STEMS)


def _is_bold(style: Any) -> bool:
    marks = style.findall("{*}rPr/{*}b")
    return any(next(iter(mark.attrib.values()), "1") not in ("0", "false", "off") for mark in marks)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _taken_out(root: Any) -> Iterator[tuple[str, str, int]]:
    """Remove notes, titles and tables of contents from a page; tabs become cells or dashes."""
    referred: dict[str, int] = {}  # the line of the reference to each note
    for link in root.xpath(".//a[starts-with(@href, '#footnote-') or starts-with(@href, '#endnote-')]"):
        referred.setdefault(link.get("href")[1:], link.sourceline or 1)
        around = link.getparent()
        _drop(around if around is not None and around.tag == "sup" else link)
    for item in root.xpath(".//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"):
        line = referred.get(item.get("id"), item.sourceline or 1)
        yield "footnote", " ".join(item.text_content().split()), line
        _drop(item)
    for part in root.xpath(".//p"):
        text = part.text_content()
        kind = part.get("class", "")
        why = kind.removeprefix("doc-") if kind.startswith("doc-") else ""  # title, subtitle or caption
        why = why or ("table of contents" if _CONTENTS.search(text[-CONTENTS:]) else "")
        if why:
            yield why, " ".join(text.split()), part.sourceline or 1
            _drop(part)
    tabs.settled(root)


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
