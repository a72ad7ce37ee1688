"""The links of one field of a term: the first mention of each other term becomes a link.

Headings, code, quotes and the text of links that an editor wrote get no links, and no term links to itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from site_gen.model import names
from site_gen.model.letters import MARKS
from site_gen.text import markdown
from site_gen.text.markdown import Parsed, Prose
from site_gen.text.mentions import Found, Label, Lexicon, find
from site_gen.text.plain import Linked

_SIGN = re.compile(rf"[^\w{MARKS}-]")
SHARED = "?"  # the target of a label that several terms share is "?" and the id of its row
_CLOSED = ("heading", "blockquote")  # blocks in which no link is made


def row_id(label: str) -> str:
    """The anchor of the row of a label on the abbreviations page; assets/cards.js makes the same anchor."""
    spelled = names.spelled(label).replace(" ", "-")
    return _SIGN.sub(lambda sign: f"_{ord(sign[0]):x}", spelled) or "-".join(
        f"{ord(sign):x}" for sign in label
    )


def target_of(label: Label) -> str:
    """The target of a link on the label: the slug of its only term, or the row that shows all its terms."""
    return label.slugs[0] if len(label.slugs) == 1 else SHARED + row_id(label.shown)


@dataclass(frozen=True, slots=True)
class Report:
    """The labels of all fields that became links, and those that did not; one item for each mention."""

    made: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)  # because of ``autolink: false``

    def add(self, other: Report) -> None:
        """Count what another report counted, too."""
        self.made.extend(other.made)
        self.skipped.extend(other.skipped)


@dataclass(slots=True)
class Field:
    """One field of the term ``slug``; ``seen`` are the targets that the field links to so far."""

    slug: str
    lexicon: Lexicon
    report: Report
    seen: dict[str, None] = field(default_factory=dict)  # used as an ordered set

    def targets(self, mentions: Iterable[Found]) -> list[tuple[Found, str]]:
        """The mentions that become links, each with its target (see ``target_of``)."""
        links: list[tuple[Found, str]] = []
        for found in mentions:
            label = found.label
            target = target_of(label)
            if self.slug in label.slugs or target in self.seen:
                continue
            if not label.linked:
                self.report.skipped.append(label.shown)
                continue
            self.seen[target] = None
            self.report.made.append(label.shown)
            links.append((found, target))
        return links

    def linked(self, text: str, mentions: Iterable[Found]) -> Linked:
        """Plain text with its links."""
        return _linked(text, self.targets(mentions))

    def parsed(self, text: str) -> Parsed:
        """Markdown with its links."""
        paragraphs = markdown.paragraphs(text)
        if paragraphs is not None:
            return Prose(tuple([self.linked(one, find(one, self.lexicon)) for one in paragraphs]))
        tokens = markdown.parse(text)
        self.link_blocks(tokens)
        return tokens

    def link_blocks(self, tokens: Sequence[Token]) -> None:
        """Put links into the inline tokens of parsed Markdown; an editor's own link counts as the first."""
        for token in tokens:
            self._explicit(token.children or ())
        closed = 0
        for token in tokens:
            if token.type.startswith(_CLOSED):
                closed += token.nesting
            elif token.children and not closed:
                self._link_line(token.children)

    def _explicit(self, children: Iterable[Token]) -> None:
        for child in children:
            href = str(child.attrs.get("href", "")) if child.type == "link_open" else ""
            slug = href.removeprefix(markdown.TERM_LINK) if href.startswith(markdown.TERM_LINK) else ""
            if slug and slug != self.slug:
                self.seen[slug] = None

    def _link_line(self, children: Sequence[Token]) -> None:
        """Put links into the tokens of one line.

        Labels are searched in the whole line, so that "happy" is not found in "un**happy**".
        """
        line = _line(children)
        links: dict[int, list[tuple[Found, str]]] = defaultdict(list)
        mentions = [found for found in find(line.text, self.lexicon) if line.index(found) >= 0]
        for found, target in self.targets(mentions):
            links[line.index(found)].append((found, target))
        for index, inside in links.items():
            child = children[index]
            markdown.link_text(child, _linked(child.content, inside, line.begins[index]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """The text of inline tokens, where each token begins, and whether a link may be put into it."""

    text: str
    begins: Sequence[int]
    can_link: Sequence[bool]

    def index(self, found: Found) -> int:
        """The index of the token that contains the whole label and may get a link; -1 if there is none."""
        index = bisect_right(self.begins, found.start) - 1
        end = self.begins[index + 1] if index + 1 < len(self.begins) else len(self.text)
        return index if self.can_link[index] and found.end <= end else -1


def _line(children: Iterable[Token]) -> _Line:
    parts: list[str] = []
    begins: list[int] = []
    can_link: list[bool] = []
    at = inside = 0
    for child in children:
        if child.type in ("link_open", "link_close"):
            inside += child.nesting
        parts.append("\n" if child.type == "hardbreak" else child.content)
        begins.append(at)
        can_link.append(child.type == "text" and not inside)
        at += len(parts[-1])
    return _Line(text="".join(parts), begins=begins, can_link=can_link)


def _linked(text: str, links: Iterable[tuple[Found, str]], offset: int = 0) -> Linked:
    """``text`` with links; ``offset`` is where ``text`` begins in the line in which they were found."""
    return Linked(
        text, tuple([(found.start - offset, found.end - offset, target) for found, target in links])
    )
