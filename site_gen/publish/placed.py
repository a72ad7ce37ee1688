"""Pages of ours as HTML without a Markdown parser: blocks of HTML stay as they are.

``## words`` are headings. ``placed`` takes only texts of which it knows what Python-Markdown makes of them,
and makes the same, byte for byte (tests/publish/test_placed.py asks both). Whatever else a text holds, it
returns None, and MkDocs renders the page in its own way. Most of the time of a build went into Markdown, and
no page of ours needs it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markdown.extensions.toc import slugify, unique

# Extensions that change nothing in blocks of HTML and plain headings; ``toc`` only with these options.
EXTENSIONS = frozenset({"admonition", "attr_list", "fenced_code", "tables", "toc"})
_TOC_OPTIONS = frozenset({"permalink", "separator", "slugify"})

Slugify = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the second level: its anchor, and its words as HTML."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What Python-Markdown would make of a page; ``ids`` are all anchors that links may lead to."""

    content: str
    headings: tuple[Heading, ...]
    ids: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """How the settings make an anchor from the words of a heading."""

    slugify: Slugify = slugify
    separator: str = "-"


def anchors_of(extensions: Collection[str], options: Mapping[str, Mapping[str, Any]]) -> Anchors | None:
    """How anchors are made; None where an extension may change our pages, so that they need the parser."""
    said = options.get("toc") or {}
    if not EXTENSIONS.issuperset(extensions) or "toc" not in extensions:
        return None
    if not _TOC_OPTIONS.issuperset(said) or said.get("permalink"):
        return None
    return Anchors(slugify=said.get("slugify", slugify), separator=said.get("separator", "-"))


_NAME = "[a-z][a-z0-9]*"
_ATTRIBUTE = r'[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>\n]*")?'
_TAG = re.compile(
    rf"<(?:(?P<end>/{_NAME})>|(?P<start>{_NAME})(?P<attributes>(?: +{_ATTRIBUTE})*) ?(?P<void>/?)>)"
)
_ANCHOR = re.compile(r'([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"<>]*)")?')
_ENTITY = "&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);"
_HEADING = re.compile(rf"## ((?:(?:[^\W_]|[,.?'’“”–/-]|{_ENTITY}) ?)+)(?<! )(?=\n\n|\n?\Z)")
# What the parser would change, wherever it stands: tabs and its own marks, lines of blanks, fences of code,
# an ampersand by itself, comments and declarations. One by one, since each begins with a sign that is rare.
_CHANGED = tuple(
    re.compile(pattern)
    for pattern in (r"[\x00-\x09\x0b-\x1f]", r"\n +\n", r"\n```", r"\n~~~", rf"&(?!{_ENTITY[1:]})", r"<[!?]")
)
_FENCES = ("```", "~~~")
# Tags that may begin a block; and those of whose content the parser of HTML takes no tags.
BLOCKS = frozenset(
    ("details", "div", "dl", "figure", "form", "nav", "ol", "p", "script", "section", "table", "ul")
)
_ALONE = ("\n\n", "\n", "")  # what follows a block that is followed by none at once
_RAW = frozenset(
    ("iframe", "noembed", "noframes", "noscript", "plaintext", "style", "textarea", "title", "xmp")
)


def placed(text: str, anchors: Anchors) -> Placed | None:
    """A page, without its front matter, as HTML; None where only the parser knows what becomes of it."""
    if text.startswith(_FENCES) or any(pattern.search(text) for pattern in _CHANGED):
        return None
    tags = list(_TAG.finditer(text))
    if len(tags) != text.count("<"):
        return None
    made: list[str] = []
    headings: list[Heading] = []
    taken: set[str] = set()
    at, row = 0, iter(tags)
    while at < len(text):
        if text[at] == "\n":
            at += 1
        elif found := _HEADING.match(text, at):
            at, words = found.end(), found[1]
            anchor = unique(anchors.slugify(html.unescape(words), anchors.separator), taken)
            headings.append(Heading(anchor, words))
            made.append(f'<h2 id="{anchor}">{words}</h2>')
        else:
            end = _end_of_block(text, at, row)
            if end is None:
                return None
            alone = text[end : end + 2] in _ALONE  # the parser then keeps one line break of those that follow
            made.append(f"{text[at:end]}\n" if alone else text[at:end])
            at = end
    return Placed(
        content="\n".join(made).strip(),
        headings=tuple(headings),
        ids=frozenset({*taken, *_ids(tags)}),
    )


def _end_of_block(text: str, at: int, tags: Iterator[re.Match[str]]) -> int | None:
    """Where the block of HTML ends that begins at ``at``: with the tag that closes all."""
    first = next(tags, None)
    if first is None or first.start() != at or first["start"] not in BLOCKS or first["void"]:
        return None
    stack = [first["start"]]
    for tag in tags:
        closing, name, _, void = tag.groups()
        if stack[-1] == "script" and closing != "/script":
            return None
        if name is None:
            closed = closing[1:]
            if closed in stack:
                while stack.pop() != closed:
                    pass
            if not stack:
                end = text[tag.end() : tag.end() + 2]
                return tag.end() if end in _ALONE or end == "\n<" else None
        elif name in _RAW:
            return None
        elif not void and name != "hr":
            stack.append(name)
    return None


def _ids(tags: list[re.Match[str]]) -> Iterator[str]:
    for tag in tags:
        said = tag["attributes"]
        if said and ("id=" in (small := said.lower()) or "name=" in small):
            for name, value in _ANCHOR.findall(said):
                if name.lower() == "id" or (name.lower() == "name" and tag["start"] == "a"):
                    yield html.unescape(value)
