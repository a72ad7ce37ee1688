"""MediaWiki text to blocks: sections, definition lists, tables, bold names; templates are not expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape

from site_gen.sources.draft import Reading, Skipped
from site_gen.sources.formats import wiki_dialects, wiki_templates
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.wiki_lines import (
    BOLD,
    BREAK,
    STRUCK,
    STRUCK_TAGS,
    Inline,
    Page,
    read_as,
    shown,
)
from site_gen.sources.shape.columns import Chosen

_HEADING = re.compile(r"(?P<marks>={1,6})\s*(?P<text>[^=\s].*?)(?<!\s)\s*={1,6}\s*$")
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<ref\b[^>]{0,500}/>|<ref\b[^>]{0,500}>.{0,5000}?</ref\s*>|<references\b[^>]{0,500}/?>",
    re.DOTALL | re.IGNORECASE,
)
_SPECIAL = re.compile(  # the namespaces of categories and files, as wikis of common languages call them
    r"\[\[\s*(?:"
    r"category|kategorie|cat[ée]gorie|categor[íi]a|kategoria|kategori|kategória|kategorija|"
    r"categorie|luokka|категория|категорія|катэгорыя|категорија|κατηγορία|カテゴリ|分类|分類|분류|"
    r"thể loại|تصنيف|رده|קטגוריה|หมวดหมู่|श्रेणी|file|image|datei|bild|fichier|archivo|imagen|"
    r"ficheiro|imagem|immagine|bestand|afbeelding|plik|grafika|fil|soubor|súbor|fájl|kép|tiedosto|"
    r"kuva|dosya|resim|berkas|gambar|tập tin|файл|изображение|зображення|датотека|αρχείο|εικόνα|"
    r"ファイル|画像|文件|图像|檔案|圖像|파일|ملف|صورة|پرونده|קובץ|תמונה|ไฟล์|चित्र"
    r")\s*:",
    re.IGNORECASE,
)


def _sign(entity: str) -> str:
    """The sign that an entity stands for; signs for private use are marks of the page under construction."""
    return re.sub("[\ue000-\uf8ff]", "", unescape(entity)).replace("\xa0", " ")


_INLINE: Inline = (
    (re.compile(r"<br\s*/?>", re.IGNORECASE), BREAK),
    (STRUCK_TAGS, STRUCK),
    (re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE), ""),
    (re.compile(r"\(%[^%\n]{0,300}%\)"), ""),  # how XWiki shows what follows
    (re.compile(r"\[\[([^\[\]\n]{1,300}?)>>[^\[\]\n]{1,300}\]\]"), r"\1"),  # its links
    (re.compile(r"\[\[[^\[\]\|\n]{1,300}\|([^\[\]\n]{1,300})\]\]"), r"\1"),
    (re.compile(r"\[\[:?(?:[^\[\]\n]{0,200}#)?([^\[\]\n]{1,300})\]\]"), r"\1"),
    (re.compile(r"\[(?:https?:)?//[^\s\]]{1,500}\s+([^\]\n]{1,300})\]"), r"\1"),
    (re.compile(r"\[(?:https?:)?//[^\s\]]{1,500}\]"), ""),
    (re.compile(r"'''''(.{1,300}?)'''''"), BOLD),
    (re.compile(r"'''(.{1,300}?)'''"), BOLD),
    (re.compile(r"''(.{1,300}?)''"), r"\1"),
    (
        re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]{1,300}?)(?<=\S)\*\*(?![\w*])"),
        BOLD,
    ),  # of Creole and XWiki
    (re.compile(r"(?<![\w:/])//(?=[^\s/])([^\n]{1,300}?)(?<=[^\s:])//(?![\w/])"), r"\1"),
    (re.compile(r"\\\\(?:\s|$)"), BREAK),
    (re.compile(r"__[A-Z]{3,30}__"), ""),
    (
        re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});", re.IGNORECASE),
        lambda found: _sign(found[0]),
    ),
)
_BAR = re.compile(r"\|(?![^\[\]\n]{0,300}\]\])")
_ROW, _CELL = re.compile(r"\|\|"), re.compile(r"!!|\|\|")
_Cell = tuple[bool, str, int]  # whether it is a header, its text, and over how many rows it goes
_DOWN = re.compile(r"rowspan\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"[^|\[\]{}]{0,300}?=[^|\[\]{}]{0,300}\|(?!\|)")


MAX_DEPTH = 20  # templates inside of each other that are read
_IS_GLOSSARY = re.compile(r"\{\{\s*glossary\s*(?:\||\}\})", re.IGNORECASE)


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a MediaWiki page; the template {{Glossary}} says that it is one."""
    reading = read_as(page, document, chosen)
    if reading.drafts:
        reading = replace(reading, skipped=(*reading.skipped, *left_out(document.text)))
    if reading.title or not _IS_GLOSSARY.search(document.text):
        return reading
    return replace(reading, title="Glossary")


BOLD_NAMES = 2
_BOLD_OVER = re.compile(  # a bold name over an indented text
    r"^(?P<name>'{3}[^'\n]{1,100}'{3}(?:[ \t]\([^()\n]{1,60}\))?)[ \t]*:?[ \t]*$(?=\n:[^:\n])", re.MULTILINE
)
_GROUP = re.compile(r"\(\(\((?P<said>[^()]{1,2000}(?:\([^()]{0,200}\)[^()]{0,2000})?)\)\)\)")  # of XWiki


def page(text: str) -> str:
    """The page as lines of HTML."""
    text = wiki_dialects.as_mediawiki(text) or text
    text = _HIDDEN.sub(_lines_only, text)
    text = _GROUP.sub(lambda found: " ".join(found["said"].split()) + _lines_only(found), text)
    text = _OF_HTML.sub(_item, text) if "<d" in text else text
    if len(_BOLD_OVER.findall(text)) >= BOLD_NAMES:
        text = _BOLD_OVER.sub(r"; \g<name>", text)
    lines = _without_links(_without_templates(text)).split("\n")
    made = Page(inline=_INLINE)
    index = 0
    while index < len(lines):
        line = lines[index].strip()
        if line.startswith("{|"):
            index = _table(made, lines, index)
            continue
        if _HTML_TABLE.match(line):
            index = _html_table(made, lines, index)
            continue
        _line(made, line)
        index += 1
    return made.text()


_NEXT_NAME = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_OF_HTML = re.compile(
    r"^[ \t]*<(?P<tag>d[td])\b[^<>]{0,200}>(?P<said>[^\n]{1,2000})$|"
    r"^[ \t]*</?dl\b[^<>]{0,200}>[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


_BOTH = re.compile(r"(?:</dt>)?[ \t]{0,9}<dd\b[^<>]{0,200}>", re.IGNORECASE)


def _item(found: re.Match[str]) -> str:
    """A line of a definition list in HTML as the same of wiki text."""
    if not found["tag"]:
        return ""
    said = found["said"].rstrip().removesuffix(f"</{found['tag']}>")
    name, both, text = _BOTH.sub("\0", said, count=1).partition("\0")
    if both:
        return f"; {name} : {text.removesuffix('</dd>')}"
    return f"{';' if found['tag'].lower() == 'dt' else ':'} {said}"


def _lines_only(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def left_out(text: str) -> list[Skipped]:
    """The notes of a page, and the templates with words whose result nobody knows."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    left: list[Skipped] = []
    line, place = 1, 0
    for found in _HIDDEN.finditer(text):
        line, place = line + text.count("\n", place, found.start()), found.start()
        said = (
            " ".join(re.sub(r"<[^<>]{0,500}>", "", found[0]).split())
            if found[0][1:4].lower() == "ref"
            else ""
        )
        if said:
            left.append(Skipped(line=line, text=said[:200], why="footnote"))
    _without_templates(_HIDDEN.sub(_lines_only, text), left)
    return left


def _without_templates(text: str, left: list[Skipped] | None = None) -> str:
    """The text without templates, except those with a term, a definition or visible words.

    ``left`` gets those that are lost with their words.
    """
    out: list[list[str]] = [[]]
    place, line = 0, 1
    for mark in re.finditer(r"\{\{|\}\}", text):
        out[-1].append(text[place : mark.start()])
        line += text.count("\n", place, mark.start())
        place = mark.end()
        if mark[0] == "{{":
            out.append([])
        elif len(out) > 1:
            inside = "".join(out.pop())
            said = wiki_templates.visible(inside) if len(out) <= MAX_DEPTH else ""
            if said is None and len(out) == 1 and _is_alone(out[0], text[place : place + 1]):
                said = wiki_templates.row(inside)
            if said is None and len(out) == 1 and _is_name(out[0], text[place : place + 2]):
                said = wiki_templates.only_word(inside)
            lost = wiki_templates.told(inside, line) if said is None and left is not None else None
            if lost and left is not None:
                left.append(lost)
            out[-1].append((said or "") + "\n" * (inside.count("\n") - (said or "").count("\n")))
    out[-1].append(text[place:])
    return "".join(part for level in out for part in level)


def _is_alone(before: Sequence[str], after: str) -> bool:
    """Whether a template stands alone in its line, by what was written before it and the sign after it."""
    last = next((part for part in reversed(before) if part), "\n")
    return last[-1] in "\n*" and after in ("", "\n")


def _is_name(before: Sequence[str], after: str) -> bool:
    """Whether a template is all that stands for the name in a definition list."""
    alone = after[:1] in ("", "\n", ":") or after == " :"
    return alone and "".join(before[-2:]).rpartition("\n")[2].strip() == ";"


def _without_links(text: str) -> str:
    """The text without categories and images, whose captions may contain links."""
    out, place = [], 0
    for found in _SPECIAL.finditer(text):
        if found.start() < place:
            continue
        depth, end = 0, found.start()
        for mark in re.finditer(r"\[\[|\]\]", text[found.start() : found.start() + 5_000]):
            depth += 1 if mark[0] == "[[" else -1
            end = found.start() + mark.end()
            if depth == 0:
                break
        out.append(text[place : found.start()] + "\n" * text.count("\n", found.start(), end))
        place = end
    return "".join([*out, text[place:]])


def _line(made: Page, line: str) -> None:
    if not line:
        made.blank()
    elif head := _HEADING.match(line):
        made.heading(len(head["marks"]), head["text"])
    elif line.startswith("----"):
        made.close()
        made.put("<hr>")
    elif line[0] == ";":
        name, text = _parted(line.lstrip(";#*: "))
        if text:
            made.pair(name, text)
        else:
            first, *others = _NEXT_NAME.split(name)
            made.term(first)
            made.more("".join(f"<dt>{shown(other, _INLINE)}</dt>" for other in others))
    elif line[0] == ":" and made.open[:1] == ["dl"]:
        deeper = line[1:2] in (":", "*", "#") and made.open[-1] == "dd"
        if deeper:
            made.inside(line.lstrip(":*# "))
        else:
            made.definition(line.lstrip(":*# "))
    elif line[0] == "|" and line[1:].strip():  # outside of a table: a row of Creole or XWiki
        _creole_row(made, line)
    elif marks := _ITEM.match(line):
        inside = made.open[:1] == ["dl"] and made.open[-1] == "dd"
        if inside:
            made.inside(line.lstrip("*# "))
        else:
            made.item(marks[0], line.lstrip("*#:; "), {"#": "ol", "*": "ul"})
    else:
        if made.open and made.open[-1] != "p":
            made.close()
        made.line(line.lstrip(":"))


_ITEM = re.compile(r"(?!\*\*[^\s*][^*]*\*\*)[*#]+")  # but no bold words of Creole


def _creole_row(made: Page, line: str) -> None:
    """Read a row "|=Term|=Meaning|": the equals sign marks a header. Bars in links do not part cells."""
    cells = [cell.strip() for cell in _BAR.split(line.strip()[1:].removesuffix("|"))]
    made.row((cell.startswith("="), cell.removeprefix("=").strip()) for cell in cells)


_TIGHT = re.compile(r"(?P<name>[^:\n\[\](){}<>]{1,90}[^:\n\[\](){}<>\d\s]):(?P<text>[^\s:/\d]\S*\s\S.*)$")


DASHED = 3  # words of a text behind a dash
_DASHED = re.compile(r"(?P<name>[^—–\n]{1,90}?)\s+[—–]\s+(?P<text>\S.*)$")


def _parted(text: str) -> tuple[str, str]:
    """The name and text of "; name : text".

    A colon in an address, without spaces or in brackets does not separate them.
    """
    for found in re.finditer(r"\s+:\s*(?!//)|:\s+", text):
        if text.count("(", 0, found.start()) == text.count(")", 0, found.start()):
            return text[: found.start()], text[found.end() :]
    dashed = _DASHED.match(text)
    if dashed and len(dashed["text"].split()) >= DASHED:
        return dashed["name"], dashed["text"]
    tight = _TIGHT.match(text)
    return (tight["name"], tight["text"]) if tight else (text, "")


_HTML_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_HTML_TAG = re.compile(r"(</?(?:table|thead|tbody|tr|th|td)\b[^<>\n]{0,300}>)", re.IGNORECASE)


def _html_table(made: Page, lines: Sequence[str], start: int) -> int:
    """Read a table that is written in HTML; return the index of the line after it."""
    made.close()
    for index in range(start, len(lines)):
        parts = _HTML_TAG.split(lines[index])
        made.put("".join(part if at % 2 else shown(part, _INLINE) for at, part in enumerate(parts)))
        if "</table" in lines[index].lower():
            return index + 1
    return len(lines)


def _table(made: Page, lines: Sequence[str], start: int) -> int:
    """Read a table between "{|" and "|}"; return the index of the line after it."""
    end = next(
        (i for i in range(start + 1, len(lines)) if lines[i].lstrip().startswith("|}")), len(lines) - 1
    )
    rows: dict[int, list[_Cell]] = {}
    row: list[_Cell] | None = None
    for index in range(start + 1, end):
        line = lines[index].strip()
        if line.startswith("|-"):
            row = None
        elif line.startswith("|+"):
            continue
        elif line[:1] in ("|", "!"):
            row = rows.setdefault(index, []) if row is None else row
            row.extend(_cells(line))
        elif row and line:
            head, text, down = row[-1]
            row[-1] = (head, f"{text}{BREAK}{line.lstrip('*#: ')}", down)
    made.close()
    filled = _filled(rows)
    for index in range(start, end + 1):
        if index in rows:
            made.row(filled[index])
        else:
            made.put()
    made.close()
    return end + 1


def _cells(line: str) -> Iterator[_Cell]:
    head = line[0] == "!"
    for part in (_CELL if head else _ROW).split(line[1:]):
        told = _ATTRIBUTES.match(part)
        down = _DOWN.search(told[0]) if told else None
        yield head, part[told.end() if told else 0 :].strip(), int(down[1]) if down else 1


def _filled(rows: Mapping[int, Sequence[_Cell]]) -> dict[int, list[tuple[bool, str]]]:
    """The rows with each cell that goes over several of them in all of these."""
    out: dict[int, list[tuple[bool, str]]] = {}
    above: dict[int, tuple[int, tuple[bool, str]]] = {}  # by column: for how many rows more, and the cell
    for index, cells in rows.items():
        row: list[tuple[bool, str]] = []
        for head, text, down in cells:
            _fill(row, above)
            if down > 1:
                above[len(row)] = (down, (head, text))
            else:
                row.append((head, text))
            _fill(row, above)
        _fill(row, above)
        out[index] = row
    return out


def _fill(row: list[tuple[bool, str]], above: dict[int, tuple[int, tuple[bool, str]]]) -> None:
    """Add the cells from above that stand at the end of a row."""
    while len(row) in above:
        times, cell = above.pop(len(row))
        if times > 1:
            above[len(row)] = (times - 1, cell)
        row.append(cell)
