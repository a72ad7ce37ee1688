"""HTML to blocks, with the tolerant parser of lxml: visible text without scripts, forms, navigation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from site_gen.model import names
from site_gen.sources.draft import Reading, UnreadableError
from site_gen.sources.formats import (
    html_boxes,
    html_buttons,
    html_heads,
    html_hints,
    html_languages,
    html_mended,
    html_repeated,
    html_twins,
    html_unseen,
    list_signs,
    plain,
    storage,
    stored,
    struck,
)
from site_gen.sources.formats.by_shape import of_markup
from site_gen.sources.formats.document import Document
from site_gen.sources.formats.html_furniture import (
    is_badge,
    is_badge_of_bold,
    is_furniture,
    is_hidden,
    is_mark,
    is_over_heading,
    is_row_of_badges,
    over_headings,
    set_toggles,
)
from site_gen.sources.formats.html_parts import (
    BLOCKS,
    GRIDS,
    is_layout,
    is_struck,
    line_of,
    name_of,
    pairs,
    table,
    text_of,
)
from site_gen.sources.formats.html_title import title_of_glossary
from site_gen.sources.formats.inline_markup import BOX, heading, paragraph
from site_gen.sources.formats.markdown_dialects import moved
from site_gen.sources.formats.spans import Span, SpanLine
from site_gen.sources.shape import language_parts, of_list
from site_gen.sources.shape.blocks import (
    MAX_NAME,
    OPENS,
    Block,
    Heading,
    Label,
    Labelled,
    Noise,
    Prose,
    clean_name,
    count_words,
    is_name_like,
    tidy,
)
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.labelled_fields import made_field
from site_gen.sources.shape.lines import without_unseen

_TEMPLATE = re.compile(r"\{%.{0,500}?%\}|\{\{.{0,500}?\}\}|\A---\n(?:[\w-]+:.*\n)+---\n", re.DOTALL)
_BOLD = frozenset(["b", "strong", "dfn"])
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]{0,2000})\}")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TOGGLE = re.compile(
    r"(?:[\w-]{0,200}(?:accordion|collaps|toggle|expand|faq|question|disclosure)[\w-]{0,200})", re.IGNORECASE
)
_ALL = re.compile(
    r"(?:expand|collapse|open|close|show|hide|toggle|alle?s?|tout|todo)\b.{0,12}\b(?:all|alle[ns]?|ein|auf)?",
    re.I,
)
_SECTIONS = frozenset(["div", "section", "details", "ul", "ol", "li", "article", "td"])
_APART = frozenset(["span", "div"])
ITEM_NAME = 6  # most words of a name in an item of two parts
TYPED = 2  # breaks of lines of a text that keeps them
BADGE = 4  # most words of a badge beside a name
SUMMARY_DEPTH = 6  # <summary> heads its <details> as the lowest heading would
TOGGLE_DEPTH = 6


def read(document: Document, chosen: Chosen) -> Reading:
    """The entries of a web page without its programs. Raises ``UnreadableError``.

    Pages of which programs make all text: ``page_scripts.read``.
    """
    reading = shown(document, chosen)
    return reading if reading.drafts else hinted(document) or reading


def shown(document: Document, chosen: Chosen) -> Reading:
    """The entries of a page's text; the tags of a template language are ignored."""
    text = storage.as_html(document.text) if stored.is_storage(document.text) else document.text
    if "{%" in text or "{{" in text:  # a template of a site generator
        text = _TEMPLATE.sub(lambda found: "\n" * found[0].count("\n"), text)
    title = title_of_glossary(document.text)
    found = blocks(text, document.language)
    return of_markup(found, chosen, title, document.language, document.filename)


def hinted(document: Document) -> Reading | None:
    """The words of a page whose texts show when a reader points at them."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True)
    root = etree.fromstring(document.text.encode("utf-8", errors="replace"), parser)
    drafts = html_hints.drafts(root) if root is not None else []
    return Reading(drafts=tuple(drafts)) if len(drafts) > 1 else None


def of_element(root: Any, chosen: Chosen) -> Reading:
    """The entries of a part of an XML document whose elements are those of pages."""
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
    return of_markup(_of_root(root), chosen)


def blocks(text: str, language: str = "") -> list[Block]:
    """The blocks of a page in order.

    Pages with deeper nesting than the parser supports are refused.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(_DECLARATION.sub("", text).encode("utf-8", errors="replace"), parser)
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        message = "the page is nested too deep to be read"
        raise UnreadableError("import-unreadable", message, "export it more plainly")
    return [] if root is None else _of_root(root, language)


def _of_root(root: Any, language: str = "") -> list[Block]:
    set_toggles(root)
    unseen = html_unseen.settle(root)
    html_mended.mend(root)
    html_repeated.remove(root)
    html_boxes.without_kinds(root)
    reader = _Reader(
        whole=_length(root), bold_classes=_bold_classes(root), targets=html_buttons.targets(root)
    )
    reader.buttons = html_buttons.plain_buttons(root)
    reader.over = over_headings(root)
    reader.twins = html_twins.heads(root, reader.whole)
    reader.boxes = html_boxes.heads(root)
    reader.others = html_languages.others(root, language)
    reader.found += html_languages.taken_away(reader.others)
    reader.opened = frozenset(target for element in root.iter() if (target := html_buttons.control(element)))
    reader.read(root)
    return _below_title(_without_signs(struck.settled([*reader.found, *unseen])), root)


SIGNED = 3  # headings alike that end with the sign of what opens their texts
_SIGN = re.compile(r"\s[+＋−–×✕]\s*$")


def _without_signs(found: list[Block]) -> list[Block]:
    """The blocks without such signs, where all headings of a style end with one: "Hold +"."""
    styles: dict[str, list[bool]] = {}
    for one in found:
        if isinstance(one, Heading):
            styles.setdefault(one.style, []).append(_SIGN.search(one.text) is not None)
    signed = {style for style, ends in styles.items() if len(ends) >= SIGNED and all(ends)}
    return [
        replace(one, text=_SIGN.sub("", one.text))
        if isinstance(one, Heading) and one.style in signed
        else one
        for one in found
    ]


HEADS = 4  # headings of a page, its title among them


def _below_title(found: list[Block], root: Any) -> list[Block]:
    """The blocks with all headings one level lower, where the first is the title of the page and has no more.

    Programs that write a book in one page give its chapters the level of its title.
    """
    head = root.find(".//head/title")
    title = names.fold(head.text or "") if head is not None else ""
    sure = [block for block in found if isinstance(block, Heading) and block.sure]
    if len(sure) < HEADS or names.fold(sure[0].text) != title or len({one.depth for one in sure}) > 1:
        return found
    lower = {id(one): replace(one, depth=one.depth + 1) for one in sure[1:]}
    return [lower.get(id(block), block) for block in found]


def _length(root: Any) -> int:
    """The characters of all texts of a page."""
    out = sum(map(len, root.itertext()))
    return out - sum(len(part.text or "") for part in root.iter("script", "style"))


def _bold_classes(root: Any) -> frozenset[str]:
    """CSS classes that the style sheet in the page makes bold, as word processors export them."""
    rules = (rule for style in root.iter("style") for rule in _RULE.finditer((style.text or "")[:200_000]))
    return frozenset(rule[1] for rule in rules if _BOLD_STYLE.search(rule[2]))


def _headed(element: Any, tag: str, said: str) -> Block:
    """A heading of a page, or what opens and closes a text on it."""
    if tag != "summary":
        return heading(line_of(element), said, int(tag[1]))
    head = heading(line_of(element), said, SUMMARY_DEPTH)
    return replace(head, style=OPENS) if isinstance(head, Heading) else head


def _heads(element: Any) -> bool:
    """Whether an element holds a name itself."""
    return next(element.iter("h1", "h2", "h3", "h4", "h5", "h6", "dt", "button"), None) is not None


def _tags(element: Any) -> list[str]:
    return [str(one.tag) for one in element.iter()]


def _is_link(element: Any) -> bool:
    """Whether an element is a link in a line, and no card that leads on as a whole."""
    return element.tag == "a" and next(element.iter(*BLOCKS), None) is None


@dataclass(kw_only=True, slots=True)
class _Reader:
    """Collect inline text into lines until a block begins or ends.

    The walk is not recursive, because pages can be nested very deeply.
    """

    whole: int
    bold_classes: frozenset[str]
    targets: Mapping[str, str]
    opened: frozenset[str] = frozenset()
    buttons: frozenset[Any] = frozenset()  # buttons that head texts, although nothing says so
    over: frozenset[Any] = frozenset()  # lines over headings that only sort them
    twins: frozenset[Any] = frozenset()  # names that only repeated boxes set off
    boxes: frozenset[Any] = frozenset()  # headings of boxes with hints
    others: Mapping[Any, str] = field(default_factory=dict)  # parts in other languages
    found: list[Block] = field(default_factory=list)
    rows: list[SpanLine] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    headings: int = 0
    line: int = 1
    bold: int = 0
    link: int = 0
    items: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # headings before each element that is open
    strong: list[Any] = field(default_factory=list)  # elements that are bold
    lines: int = 0  # elements around the text that are struck through

    def read(self, root: Any) -> None:
        whole = None  # element that was read as a whole and now ends
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if self._in_one(element):
                    whole = element
                    walk.skip_subtree()
                else:
                    self._start(element)
                continue
            if element is not whole:
                self._end(element)
            if element.tail and element is not root:
                self._say(element.tail, element)
        self._flush()

    def _in_one(self, element: Any) -> bool:
        """Read an element as a whole, or leave it out; return whether one of the two was done."""
        tag = str(element.tag)
        if is_mark(element):
            return True
        if element in self.others:
            self._left_out(element, language_parts.why(self.others[element]))
            return True
        if is_hidden(element, self.opened) and not self._is_opened(element):
            self._left_out(element, html_unseen.HIDDEN)
            return True
        over = element in self.over or self._is_over(element) or is_row_of_badges(element)
        if html_boxes.is_of_list(element):
            self._left_out(element, of_list.WHY)
            return True
        if over or is_furniture(element, self.whole) or self._is_label(element):
            self._left_out(element)
            return True
        if re.fullmatch("h[1-6]|summary", tag):
            self._flush()
            said = f"{name_of(element)} {BOX}" if element in self.boxes else name_of(element)
            self.found.append(_headed(element, tag, said))
            self.headings += 1
            self._beside_name(element)
            return True
        drawn = element.get("role") in GRIDS and tag != "table"
        if (tag in ("dl", "table") or drawn) and not is_layout(element):
            self._flush()
            self.found.extend(pairs(element) if tag == "dl" else table(element))
            return True
        return (
            self._is_head(element, tag)
            or (tag == "pre" and self._as_typed(element))
            or (tag == "li" and self._in_two(element))
            or self._names_others(element)
        )

    def _is_over(self, element: Any) -> bool:
        """Whether a line only sorts the card over whose name it stands."""
        return is_over_heading(element, html_heads.is_titled(element.getnext()))

    def _as_typed(self, element: Any) -> bool:
        """Read a text that keeps its lines and blanks, in which most of the page stands, as plain text."""
        text = "".join(element.itertext())
        if text.strip().count("\n") < TYPED or 2 * len(text) < self.whole or "code" in _tags(element):
            return False
        self._flush()
        self.found += [moved(block, line_of(element) - 1) for block in plain.blocks(text)]
        return True

    def _names_others(self, element: Any) -> bool:
        """Read an element right below a name that lists other names, by its class: "aliases"."""
        if not self.found or not isinstance(self.found[-1], Heading) or not html_heads.is_of_aliases(element):
            return False
        self._break()
        if self.rows:
            return False
        said = html_heads.LEAD.sub("", tidy(text_of(element)))
        made = made_field(line_of(element), "aliases", said)
        if made.field == "also" and made.items:
            self.found.append(made)
        return made.field == "also"

    def _beside_name(self, head: Any) -> None:
        """Tell the words of a heading that stand beside the name in it."""
        own = html_heads.name_apart(head)
        parts = [] if own is None else [*own.itersiblings(preceding=True), *own.itersiblings()]
        said = tidy(" · ".join("".join(part.itertext()) for part in parts if isinstance(part.tag, str)))
        if re.search(r"\w", said):
            self.found.append(Noise(line=line_of(head), text=said[:200], why="beside the name in a heading"))

    def _in_two(self, element: Any) -> bool:
        """Read a list item of two parts that only a style sheet sets apart: a name and its text."""
        parts = list(element)
        whole = tidy("".join(filter(None, [element.text, *(part.tail for part in parts)])))
        if len(parts) != 2 or whole or any(len(part) > 3 for part in parts):
            return False
        linked = parts[0].tag == "a" and parts[1].tag in ("div", "p")  # to a page of its own
        if not linked and any(part.tag not in _APART for part in parts):
            return False
        name, body = (tidy(text_of(part)) for part in parts)
        if self._is_bold(parts[0]) or not re.match(r"[\w(\"“„«]", body) or count_words(body) < 2:
            return False  # with a sign between them, or in bold, they are read like any line
        if not is_name_like(name, ITEM_NAME):
            return False
        self._flush()
        listed, line = len(self.items) + 1, line_of(element)
        option = Label(style="bold bullet", name=clean_name(name), body=body)
        plain = Prose(line=line, text=f"{name} {body}", bullet=True, listed=listed)
        self.found.append(Labelled(line=line, options=(option,), otherwise=plain, listed=listed))
        return True

    def _is_label(self, element: Any) -> bool:
        """Whether a badge stands alone after a name or a text, as a category does on a card."""
        if is_badge_of_bold(element):
            return True
        alone = not self.spans and not self.rows and not (element.tail or "").strip()
        if alone and is_badge(element) and self.found and isinstance(self.found[-1], Heading):
            return count_words(text_of(element)) <= BADGE and not _heads(element)
        after = element.getprevious() is not None and element.getprevious().tag in BLOCKS
        return alone and after and element.getnext() is None and is_badge(element)

    def _is_opened(self, element: Any) -> bool:
        """Whether a hidden element follows a button that shows it."""
        before = element.getprevious()
        return before is not None and (
            before in self.buttons or any(inner in self.buttons for inner in before.iter("button"))
        )

    def _left_out(self, element: Any, why: str = "part of the page around the text") -> None:
        if element.tag in ("script", "style", "head", "svg", "template", "noscript"):
            return
        self._flush()
        said = tidy(" ".join(element.itertext()))[:200]
        if said:
            self.found.append(Noise(line=line_of(element), text=said, why=why))

    def _is_head(self, element: Any, tag: str) -> bool:
        """Read an element that marks a name by role or class: button, tab, head of a card or accordion."""
        if element.get("role") == "tab" and html_buttons.control(element) in self.targets:
            return True
        opens = tag == "button" or element.get("role") == "button" or element.get("aria-expanded") is not None
        classes = (element.get("class") or "").split()
        toggles = opens and (
            element in self.buttons
            or element.get("aria-expanded") is not None
            or bool(html_buttons.control(element))
            or any(_TOGGLE.fullmatch(name) for name in classes)
        )
        if toggles and len(element.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6")) > 0:
            return False
        titled = html_heads.is_titled(element)
        titled = titled and not any(inner.tag in BLOCKS for inner in element.iterdescendants())
        titled = titled or element in self.twins
        if not toggles and not titled:
            return tag == "button"
        name = name_of(element)
        if (
            not name
            or len(name) > 2 * MAX_NAME
            or count_words(name) > 16
            or (toggles and _ALL.fullmatch(name))
        ):
            return toggles
        if titled and not toggles and (self.spans or self.bold):
            return False
        self._flush()
        self.headings += 1
        style = "toggle" if toggles or element.get("role") == "button" else "titled"
        self.found.append(
            Heading(line=line_of(element), text=clean_name(name), style=style, depth=TOGGLE_DEPTH, sure=True)
        )
        return True

    def _start(self, element: Any) -> None:
        tag = element.tag
        if tag in _SECTIONS:
            self.heads.append(self._places()[1])
        if tag in BLOCKS:
            self._flush()
        name = self.targets.get(element.get("id") or "")
        if name:
            self._flush()
            self.found.append(heading(line_of(element), name, TOGGLE_DEPTH))
        if tag == "li":
            parent = element.getparent()
            self.items.append("number1" if parent is not None and parent.tag == "ol" else "bullet")
        if tag == "br":
            blank = bool(self.rows) and not any(span.text.strip() for span in self.spans)
            if blank and not self.items and self._is_apart(element):
                self._flush()
            self._break()
        if self._is_bold(element):
            self.strong.append(element)
            self.bold += 1
        self.link += _is_link(element)
        self.lines += is_struck(element)
        if element.text:
            self._say(element.text, element)

    def _is_apart(self, element: Any) -> bool:
        """Whether a break follows another one, as a blank line between two paragraphs."""
        before = element.getprevious()
        return before is not None and before.tag == "br" and not (before.tail or "").strip()

    def _places(self) -> tuple[bool, int]:
        """Whether text follows the last heading, and the number of headings."""
        return bool(self.found) and not isinstance(self.found[-1], Heading), self.headings

    def _end_section(self, element: Any) -> None:
        """Mark the end of an element that holds whole entries: later text is not part of the last one."""
        told, after = self._places()
        inside = after - self.heads.pop()
        if told and (inside > 1 or (inside and element.tag in ("details", "li", "article"))):
            self.found.append(Noise(line=line_of(element), text="", why="end of a section"))

    def _is_bold(self, element: Any) -> bool:
        if element.tag in _BOLD:
            return True
        if element.tag not in ("span", "font", "a", "u", "em", "i"):
            return False
        classes = (element.get("class") or "").split()
        return bool(_BOLD_STYLE.search(element.get("style") or "")) or not self.bold_classes.isdisjoint(
            classes
        )

    def _end(self, element: Any) -> None:
        tag = element.tag
        if tag in _SECTIONS:
            self._flush()
            self._end_section(element)
        if tag in BLOCKS:
            self._flush(list_signs.is_item(element.get("class") or ""))
        if tag == "li":
            self.items.pop()
        if self.strong and self.strong[-1] is element:
            self.strong.pop()
            self.bold -= 1
        self.link -= _is_link(element)
        self.lines -= is_struck(element)

    def _say(self, text: str, element: Any) -> None:
        if not text.strip() and not self.spans:
            return
        if not self.spans and not self.rows:
            self.line = line_of(element)
        said = without_unseen(text)
        if self.lines and not any(span.text.strip() for span in self.spans):
            said = struck.marked(said)
        self.spans.append(Span(text=said, bold=self.bold > 0, link=self.link > 0))

    def _break(self) -> None:
        if self.spans:
            self.rows.append((self.line, self.spans))
            self.spans = []

    def _flush(self, listed: bool = False) -> None:
        self._break()
        if self.rows:
            rows = list_signs.removed(self.rows, listed)
            listed = listed or rows is not self.rows
            prefix = self.items[-1] if self.items else "bullet" if listed else ""
            made = list(paragraph(rows, prefix, len(self.items) or int(listed), broken=True))
            self.found.extend(list_signs.as_list(made))
            self.rows = []
