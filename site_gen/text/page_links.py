"""The links of hand-written pages: finds them, and replaces ``term:`` links by addresses of pages.

Builders render these pages with Python-Markdown. So this module renders them with it, too, and reads the
links from the HTML. It finds inline links, reference links, links in attribute lists and in raw HTML, with
all character references of HTML decoded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

from markdown_it import MarkdownIt

HTML = (".html", ".htm", ".xhtml", ".svg")
# The extensions of Python-Markdown that add syntax; other extensions of a site may make more links.
_EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "tables",
)
_LINKS = {
    "action", "background", "cite", "data", "formaction", "from", "href", "longdesc", "manifest", "ping",
    "poster", "src", "to", "values", "xlink:href",
}  # fmt: skip
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SAFE = {"http", "https", "mailto", "tel", "term"}
_PICTURE = re.compile(r"data:image/(?:png|gif|jpeg|webp|avif)[;,]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """An address as a browser reads it, the HTML attribute that has it, and the line, counted from 1."""

    address: str
    attribute: str
    line: int

    @property
    def runs(self) -> bool:
        """Whether the address is not allowed: a script, data, or ``//host`` without a scheme."""
        found = _SCHEME.match(self.address)
        if self.address.replace("\\", "/").startswith("//"):
            return True
        picture = self.attribute == "src" and _PICTURE.match(self.address)
        return found is not None and found[1].lower() not in _SAFE and not picture


def page_links(page: str, text: str) -> Iterator[PageLink]:
    """Every link of a Markdown or HTML file with this name and text; no links for other files."""
    if page.casefold().endswith(".md"):
        html = _rendered(_FRONT.sub(lambda front: "\n" * front[0].count("\n"), text))
    elif page.casefold().endswith(HTML):
        html = text
    else:
        return
    seen: Counter[str] = Counter()
    lines = [_bare(unescape(line)) for line in text.split("\n")]
    for attribute, address in _attributes(html):
        seen[address] += 1
        yield PageLink(address=address, attribute=attribute, line=_line(lines, _bare(address), seen[address]))


def _rendered(text: str) -> str:
    from markdown import Markdown  # imported here because few glossaries have pages

    return str(Markdown(extensions=list(_EXTENSIONS)).convert(text))


def _line(lines: list[str], address: str, which: int) -> int:
    """The line of the occurrence number ``which`` of an address; 1 if no line has the whole address."""
    there = [number for number, line in enumerate(lines, 1) for _ in range(line.count(address))]
    return there[min(which, len(there)) - 1] if there else 1


def _bare(text: str) -> str:
    """The text without characters that could hide an address; see https://url.spec.whatwg.org/#url-parsing"""
    return re.sub(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]", "", text)


def _attributes(html: str) -> Iterator[tuple[str, str]]:
    parser = _Links()
    parser.feed(html)
    parser.close()
    for attribute, value in parser.found:
        # Browsers remove tabs and line ends anywhere in an address, and other blanks at both ends.
        yield attribute, re.sub(r"[\t\r\n]", "", value).strip("".join(map(chr, range(0x21))))


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in _LINKS and value:
                self.found.append((name, value))
            elif name == "srcset" and value:
                self.found += [("src", part.split()[0]) for part in value.split(",") if part.split()]
            elif (
                name == "content"
                and value
                and (url := re.search(r"url\s*=\s*['\"]?(.+)", value, re.IGNORECASE))
            ):
                self.found.append(("href", url[1]))

    handle_startendtag = handle_starttag


# --- term: links to addresses -------------------------------------------------------------------------------

_INLINE = re.compile(
    r"(?<!!)\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?term:(?P<slug>[^\s()<>#]*)>?(?P<rest>#[^\s()]*)?"
    r"(?P<title>\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_REFERENCE = re.compile(r"^(?P<head> {0,3}\[[^\]\n]+\]:\s*)<?term:(?P<slug>[^\s<>#]*)>?", re.MULTILINE)
_ATTRIBUTE = re.compile(
    r"(?P<head>\bhref\s*=\s*)(?P<quote>[\"']?)term:(?P<slug>[^\s\"'<>#]*)(?P=quote)", re.IGNORECASE
)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)


def resolved(page: str, data: bytes, known: Container[str]) -> bytes:
    """The page with each ``term:`` link replaced by a link to the page of the term.

    ``page`` is its path below the folder of pages, ``data`` its content. A link to a term that is not in
    ``known`` is replaced by its text, a reference link by a link to the A–Z page, and an HTML attribute is
    removed. Files that are neither Markdown nor HTML, or not UTF-8, are returned unchanged.
    """
    if b"term:" not in data or not page.casefold().endswith((".md", *HTML)):
        return data
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    base = "../" * page.count("/")
    if not page.casefold().endswith(".md"):
        return _with_attributes(text, base, known).encode()
    return "".join(
        part if is_code else _with_links(part, base, known) for is_code, part in _parts(text)
    ).encode()


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """The text in pieces (is code, piece); all pieces together are the text."""
    rows = text.splitlines(keepends=True)
    code: set[int] = set()
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "fence" and token.map:
            code.update(range(*token.map))
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and (end in code) == (start in code):
            end += 1
        piece = "".join(rows[start:end])
        if start in code:
            yield True, piece
        else:
            at = 0
            for span in _CODE_SPAN.finditer(piece):
                yield False, piece[at : span.start()]
                yield True, span[0]
                at = span.end()
            yield False, piece[at:]
        start = end


def _with_links(text: str, base: str, known: Container[str]) -> str:
    def inline(found: re.Match[str]) -> str:
        if found["slug"] not in known:
            return found["text"]
        return f"[{found['text']}]({base}terms/{found['slug']}.md{found['rest'] or ''}{found['title'] or ''})"

    def reference(found: re.Match[str]) -> str:
        place = f"terms/{found['slug']}.md" if found["slug"] in known else "az.md"
        return f"{found['head']}{base}{place}"

    return _with_attributes(_REFERENCE.sub(reference, _INLINE.sub(inline, text)), base, known)


def _with_attributes(text: str, base: str, known: Container[str]) -> str:
    def attribute(found: re.Match[str]) -> str:
        quote = found["quote"] or '"'
        if found["slug"] not in known:
            return ""
        return f"{found['head']}{quote}{base}terms/{found['slug']}.html{quote}"

    return _ATTRIBUTE.sub(attribute, text)
