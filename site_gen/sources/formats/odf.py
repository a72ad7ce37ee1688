"""OpenDocument: texts (.odt) as HTML for the reader of pages, sheets (.ods) as tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from html import escape
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from site_gen.sources.draft import Reading, Skipped, UnreadableError
from site_gen.sources.formats import archive, html, tabs
from site_gen.sources.formats.by_shape import of_markup, of_tables
from site_gen.sources.formats.delimited import MAX_COLUMNS, shown
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.places import placed
from site_gen.sources.shape import language_parts, rows_by_language
from site_gen.sources.shape.blocks import Block, Row, Table
from site_gen.sources.shape.columns import Chosen

HINT = "save it as .docx, .xlsx or a web page, and import that"
MAX_BODY = 30_000_000  # bytes
MAX_ROWS = 20_000
MAX_DEPTH = 200
_OUT = frozenset(
    [
        "note",
        "annotation",
        "annotation-end",
        "tracked-changes",
        "table-of-content",
        "alphabetical-index",
        "sequence-decls",
        "forms",
        "bookmark-start",
        "ruby-text",
        "variable-decls",
    ]
)
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_TOLD = frozenset(["note", "annotation", "table-of-content", "tracked-changes", "hidden-text", "text-box"])
_BOXES = frozenset(["frame", "custom-shape", "rect", "g"])  # pictures and boxes, which may hold words
_SHOWN = {"bold": "b", "struck": "s"}  # elements for the effects of styles
_OWN = {
    "list": "ul",
    "list-item": "li",
    "list-header": "li",
    "table": "table",
    "table-row": "tr",
    "table-cell": "td",
}


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of an OpenDocument text, placed by paragraph, or of the tables of a sheet.

    Raises ``UnreadableError``.
    """
    body, styles = _content(document.data)
    return _reading(body, styles, document.format == "ods", chosen, document.language)


def flat(root: Any, chosen: Chosen, language: str) -> Reading:
    """The entries of a document that is one file of XML (.fodt, .fods)."""
    body = next(root.iter("{*}body"), root)
    of_sheets = next(body.iter("{*}spreadsheet"), None) is not None
    return _reading(body, root, of_sheets, chosen, language)


def _reading(body: Any, styles: Any, of_sheets: bool, chosen: Chosen, language: str) -> Reading:
    if of_sheets:
        tables, skipped = _sheets(body)
        tables = [rows_by_language.together(table, language) for table in tables]
        tables, others = language_parts.sheets(tables, language)
        return of_tables(tables, [*skipped, *others], chosen, sheets_of=True)
    found, page = _text(body, styles)
    reading = of_markup(found, chosen, page.title, language)
    left = (*page.skipped, *reading.skipped)
    reading = replace(reading, title=page.title or reading.title, skipped=left)
    return placed(reading, lambda line: f"paragraph {max(line - 1, 1)}")  # each begins with a new line


def blocks(data: bytes) -> tuple[list[Block], str]:
    """The blocks of a text that is one page of many, and its title. Raises ``UnreadableError``."""
    body, styles = _content(data)
    found, page = _text(body, styles)
    return found, page.title


def _content(data: bytes) -> tuple[Any, Any]:
    """The parsed content and styles of a file."""
    what = "the OpenDocument file"
    file = archive.opened(data, what, HINT, MAX_BODY)
    content = archive.guarded(file, lambda one: (one.xml("content.xml"), one.xml("styles.xml")))
    body, styles = (_parsed(part) for part in content)
    if body is None:
        raise UnreadableError("import-unreadable", f"{what} has no content", HINT)
    return body, styles


def _text(body: Any, styles: Any) -> tuple[list[Block], _Page]:
    """The blocks of a text document, and the page that tells what was left out."""
    page = _Page(_styles(body, styles), in_boxes=2 * _in_boxes(body) > len("".join(body.itertext())))
    return html.blocks(_tabbed("".join(page.of(body)))), page


def _in_boxes(body: Any) -> int:
    """How many characters of a text stand in boxes, those in boxes of boxes once."""
    kinds = [f"{{*}}{kind}" for kind in _BOXES]
    outer = (box for box in body.iter(*kinds) if next(box.iterancestors(*kinds), None) is None)
    return sum(len("".join(box.itertext())) for box in outer)


def _parsed(data: bytes) -> Any:
    if not data:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = f"the OpenDocument file is damaged: {error}"[:200]
        raise UnreadableError("import-unreadable", message, HINT) from None
    etree.strip_elements(root, f"{_SVG}title", f"{_SVG}desc", with_tail=False)  # descriptions of drawings
    return root


def _local(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _tabbed(page: str) -> str:
    """The page with its tabs as cells or dashes."""
    if "\t" not in page:
        return page
    root = lxml_html.fragment_fromstring(f"<div>{page}</div>")
    tabs.settled(root)
    return etree.tostring(root, encoding="unicode", method="html")


def _value(element: Any, name: str) -> str:
    return next((value for key, value in element.items() if key.endswith(f"}}{name}")), "")


def _styles(*roots: Any) -> dict[str, str]:
    """The effect of each named style: "bold", "title", "struck" or "hidden"."""
    found: dict[str, str] = {}
    for root in roots:
        for style in root.iter("{*}style") if root is not None else ():
            name, shows = (
                _value(style, "name"),
                _value(style, "display-name") or _value(style, "parent-style-name"),
            )
            for properties in style.iter("{*}text-properties"):
                if _value(properties, "font-weight") in ("bold", "600", "700", "800", "900"):
                    found[name] = "bold"
                if _value(properties, "text-line-through-style") not in ("", "none"):
                    found[name] = "struck"
                if _value(properties, "display") == "none":
                    found[name] = "hidden"
            for properties in style.iter("{*}table-properties"):
                if _value(properties, "display") == "false":
                    found[name] = "hidden"
            if "Title" in (name, shows):
                found[name] = "title"
    return found


class _Page:
    """A text document as HTML, with one line for each paragraph.

    ``in_boxes`` is true if most of its words stand in boxes.
    """

    def __init__(self, styles: dict[str, str], in_boxes: bool) -> None:
        self._styles = styles
        self._in_boxes = in_boxes
        self._below: list[Any] = []  # boxes in a paragraph that hold entries
        self.title = ""
        self.skipped: list[Skipped] = []
        self._line = 1

    def of(self, element: Any, depth: int = 0) -> Iterator[str]:
        if depth > MAX_DEPTH:
            raise UnreadableError("import-unreadable", "nested too deep to be read", HINT)
        for child in element:
            kind = _local(child)
            if kind in _OUT:
                self._leave_out(child, kind)
            elif kind in _BOXES:
                self._box(child)
                yield from self._boxes(depth)
            elif kind == "covered-table-cell":
                yield "<td></td>"
            elif kind in ("h", "p"):
                yield from self._paragraph(child, kind, depth)
            elif kind in _OWN:
                yield f"<{_OWN[kind]}>"
                yield from self.of(child, depth + 1)
                yield f"</{_OWN[kind]}>"
            elif kind not in ("automatic-styles", "font-face-decls", "scripts"):
                yield from self.of(child, depth + 1)

    def _leave_out(self, element: Any, kind: str) -> None:
        text = _noted(element)
        if text and kind in _TOLD:
            self.skipped.append(Skipped(line=self._line + 1, text=text[:200], why=kind.replace("-", " ")))

    def _paragraph(self, element: Any, kind: str, depth: int) -> Iterator[str]:
        text = "".join(self._inline(element, depth))
        if (
            self._styles.get(_value(element, "style-name")) == "title"
            or _value(element, "style-name") == "Title"
        ):
            self.title = self.title or " ".join("".join(element.itertext()).split())
            self._line += 1
            self.skipped.append(Skipped(line=self._line, text=self.title, why="title"))
            yield "\n"
            return
        level = _value(element, "outline-level") or "1"
        tag = f"h{min(int(level), 6)}" if kind == "h" and level.isdigit() else "p"
        effect = self._styles.get(_value(element, "style-name"), "")
        if effect == "hidden":
            self._leave_out(element, "hidden-text")
            self._line += 1
            yield "\n"
            return
        if effect == "struck" or (effect == "bold" and tag == "p"):
            text = f"<{_SHOWN[effect]}>{text}</{_SHOWN[effect]}>"
        self._line += 1
        yield f"\n<{tag}>{text}</{tag}>"
        yield from self._boxes(depth)

    def _box(self, box: Any) -> None:
        """Keep a box with entries for below its paragraph; one with a hint beside the text is told."""
        if self._in_boxes or next(box.iter("{*}table"), None) is not None or self._has_leads(box):
            self._below.append(box)
        else:
            self._leave_out(box, "text-box")

    def _has_leads(self, box: Any) -> bool:
        """Whether a paragraph of a box is bold at its start and plain after it, or a heading."""
        if next(box.iter("{*}h"), None) is not None:
            return True
        for paragraph in box.iter("{*}p"):
            first = next(iter(paragraph), None)
            begins = first is not None and not (paragraph.text or "").strip()
            bold = begins and self._styles.get(_value(first, "style-name")) == "bold"
            led = "".join(first.itertext()).strip() if first is not None else ""
            if bold and len("".join(paragraph.itertext()).strip()) > len(led):
                return True
        return False

    def _boxes(self, depth: int) -> Iterator[str]:
        boxes, self._below = self._below, []
        for box in boxes:
            yield from self.of(box, depth + 1)

    def _inline(self, element: Any, depth: int) -> Iterator[str]:
        if depth > MAX_DEPTH:
            raise UnreadableError("import-unreadable", "nested too deep to be read", HINT)
        yield escape(element.text or "")
        for child in element:
            kind = _local(child)
            effect = self._styles.get(_value(child, "style-name"), "")
            if kind == "tab":
                yield "\t"
            elif kind == "line-break":
                yield "<br>"
            elif kind == "s":
                yield " "
            elif kind in _BOXES:
                self._box(child)
            elif kind in _OUT or effect == "hidden":
                self._leave_out(child, kind if kind in _OUT else "hidden-text")
            else:
                said = "".join(self._inline(child, depth + 1))
                yield f"<{_SHOWN[effect]}>{said}</{_SHOWN[effect]}>" if effect in _SHOWN else said
            yield escape(child.tail or "")


def _noted(element: Any) -> str:
    """The words of what stands beside the text: its paragraphs, after the name of who wrote a comment."""
    own = [one for one in element.iter() if _local(one) in ("p", "h")] or [element]
    said = " ".join(" ".join("".join(one.itertext()).split()) for one in own).strip()
    writer = next(element.iterchildren("{*}creator"), None) if _local(element) == "annotation" else None
    name = "".join(writer.itertext()).strip() if writer is not None else ""
    return f"{name}: {said}" if name and said else said


def _sheets(body: Any) -> tuple[list[Table], list[Skipped]]:
    """One table for each sheet that is shown, and what is left out."""
    tables, skipped = [], list[Skipped]()
    styles = _styles(body)
    found = [*body.iter("{*}table")]
    for sheet in found:
        title = _value(sheet, "name")
        if styles.get(_value(sheet, "style-name")) == "hidden":
            skipped.append(Skipped(line=1, text=title, why="hidden sheet", where=f"sheet {title}"))
            continue
        rows, left = _rows(sheet, styles)
        several = len(found) > 1
        skipped += [replace(one, where=f"sheet {title}, row {one.line}" if several else "") for one in left]
        if rows:
            tables.append(Table(line=1, rows=tuple(rows), title=title))
    return tables, skipped


def _rows(sheet: Any, styles: Mapping[str, str]) -> tuple[list[Row], list[Skipped]]:
    """The rows with content, and what is left out; repeated blank rows and cells are counted, not created."""
    rows, left = list[Row](), list[Skipped]()
    struck = {name for name, does in styles.items() if does == "struck"}
    line = 1
    for row in sheet.iter("{*}table-row"):
        cells, comments = _cells(row)
        why = _why_out(row, struck)
        if any(cells) and why:
            left.append(Skipped(line=line, text=" | ".join(cells), why=why))
        elif any(cells):
            rows.append(Row(line=line, cells=tuple(cells)))
        left += [Skipped(line=line, text=text, why="comment on a cell") for text in comments]
        line += _times(row, "number-rows-repeated")
        if len(rows) > MAX_ROWS:
            raise UnreadableError("import-too-large", f"a sheet has more than {MAX_ROWS:,} rows", HINT)
    return rows, left


def _why_out(row: Any, struck: Collection[str]) -> str:
    """Why a row is no content; "" for one that is, also where a filter or a closed group hides it."""
    if any(_value(c, "style-name") in struck for c in row if "".join(c.itertext()).strip()):
        return "struck through"
    closed = _local(row.getparent()) == "table-row-group"
    return "hidden row" if _value(row, "visibility") == "collapse" and not closed else ""


def _times(element: Any, name: str) -> int:
    value = _value(element, name)
    return int(value) if value.isdecimal() and len(value) < 9 else 1


def _cells(row: Any) -> tuple[list[str], list[str]]:
    cells: list[str] = []
    comments: list[str] = []
    for cell in row:
        kind = _local(cell)
        if kind not in ("table-cell", "covered-table-cell"):
            continue
        notes = [one for one in cell if _local(one) == "annotation"]
        comments += map(_noted, notes)
        said = [_said(one) for one in cell if _local(one) == "p"]
        text = shown("\n".join(said)) if kind == "table-cell" else ""
        times = min(_times(cell, "number-columns-repeated"), MAX_COLUMNS - len(cells))
        cells += [text] * times
    while cells and not cells[-1]:
        cells.pop()
    return cells, comments


def _said(paragraph: Any) -> str:
    """The words of a paragraph, with its line breaks and spaces."""
    out = [paragraph.text or ""]
    for child in paragraph.iter():
        if child is paragraph:
            continue
        kind = _local(child)
        out.append({"line-break": "\n", "s": " ", "tab": " "}.get(kind, "") + (child.text or ""))
        out.append(child.tail or "")
    return "".join(out)
