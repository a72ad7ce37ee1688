"""What Sphinx adds to reStructuredText: directives with entries, roles, references by labels."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives, roles

_ROLES = (
    "term",
    "ref",
    "doc",
    "abbr",
    "class",
    "file",
    "func",
    "meth",
    "mod",
    "attr",
    "option",
    "envvar",
    "command",
    "program",
    "samp",
    "download",
    "any",
    "dfn",
    "index",
    "kbd",
    "guilabel",
    "menuselection",
    "numref",
)


class Glossary(Directive):
    """The directive with terms at the margin (consecutive ones share a text) and indented texts below."""

    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {"sorted": directives.flag}

    def run(self) -> list[nodes.Node]:
        """The content as a definition list; docutils calls it."""
        found = nodes.definition_list()
        item: nodes.definition_list_item | None = None
        aside = nodes.container()  # comments, targets and directives between the entries
        start, marked = 0, False
        lines = [*self.content, "end"]
        for index, line in enumerate(lines):
            if not line.strip() or line[0].isspace():
                continue
            if marked:
                known = len(aside)
                self.state.nested_parse(self.content[start:index], self.content_offset + start, aside)
                for part in aside[known:]:
                    part.line = part.line or self.content_offset + start + 1
            elif item is not None and index > start:
                self._define(item, start, index)
            if index == len(self.content):
                break
            marked = line.startswith(".. ")
            if marked:
                start = index
                continue
            if item is None or (len(item) and isinstance(item[-1], nodes.definition)):
                item = nodes.definition_list_item()
                found += item
            said = line.split(" : ")[0].strip()
            words, _ = self.state.inline_text(said, self.content_offset + index + 1)
            term = nodes.term(said, "", *words)
            term.line = self.content_offset + index + 1
            item += term
            start = index + 1
        return [found, *aside.children]

    def _define(self, item: nodes.definition_list_item, start: int, end: int) -> None:
        body = self.content[start:end]
        if any(line.strip() for line in body):
            body.trim_left(min(len(line) - len(line.lstrip()) for line in body if line.strip()))
            definition = nodes.definition()
            self.state.nested_parse(body, self.content_offset + start, definition)
            item += definition


class _AnyOption(dict[str, Any]):
    """The options of a directive, whatever their names."""

    def __missing__(self, name: str) -> Any:
        return directives.unchanged


class Described(Directive):
    """A directive of Sphinx that describes one named thing: its argument over an indented text."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = _AnyOption(noindex=directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """The name and the content as a definition list; docutils calls it."""
        term = nodes.term(self.arguments[0], self.arguments[0])
        term.line = self.lineno
        body = nodes.definition()
        self.state.nested_parse(self.content, self.content_offset, body)
        return [nodes.definition_list("", nodes.definition_list_item("", term, body))]


class Box(Described):
    """A box of a theme or extension: with a title over its text it names the text, else it only holds it."""

    required_arguments = 0
    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The title and the content as a box, or the content alone; docutils calls it."""
        around = nodes.topic()
        around.parent = self.state.parent  # for what stands inside
        if is_titled := bool(self.arguments) and self.name not in _LAYOUTS and not self._is_in_entry():
            words, _ = self.state.inline_text(self.arguments[0], self.lineno)
            title = nodes.title(self.arguments[0], "", *words)
            title.line = around.line = self.lineno
            around += title
        footer = next((place for place, line in enumerate(self.content) if line.strip() == "+++"), None)
        self.state.nested_parse(self.content[:footer], self.content_offset, around)
        return [around] if is_titled else list(around.children)

    def _is_in_entry(self) -> bool:
        """Whether the box stands below a heading of the second level that is no letter: in an entry."""
        head = self.state.parent
        while head is not None and not isinstance(head, nodes.section):
            head = head.parent
        if head is None or not isinstance(head.parent, nodes.section):
            return False
        return len(head[0].astext()) > LETTERS


LETTERS = 3  # characters of a heading of letters: "A–C"
_LAYOUTS = ("tab-set", "tabs", "grid", "card-carousel", "grid-item", "content-tabs")
_BOXES = ("dropdown", "details", "collapse", "tab-item", "tab", "card", "grid-item-card", "toggle", "expand")
_DESCRIBED = ("data", "describe", "object", "confval", "py:data")


def _plain_role(name: str, raw: str, text: str, *_rest: Any, **_more: Any) -> Any:
    """Sphinx roles as the words that readers see: ``text <target>`` gives text."""
    shown = re.sub(r"\s*<[^>]*>$", "", text)
    return [nodes.inline(raw, shown.rsplit(".", 1)[-1] if shown.startswith("~") else shown)], []


_LABEL = re.compile(
    r"^\.\. _`?(?P<label>[\w][\w .-]{0,80}?)`?:[ \t]*\n\s*\n?"
    r"(?P<title>[^\s.][^\n]{0,100})\n(?P<line>[=~^\"'#*+-])(?P=line){2,}",
    re.MULTILINE,
)
_TO_LABEL = re.compile(r":ref:`(?P<label>[^`<>\n]{1,80})`")
_TO_PAGE = re.compile(r":doc:`(?:[^`<>\n]*/)?(?P<page>[^`<>/\n]{1,80}?)(?:/index)?`")


def referred(text: str) -> str:
    """The text with the heading under a label for each reference to it, and the last part of each path.

    A label that no heading of this document has is shown as words.
    """
    heads = {found["label"].lower(): found["title"].strip() for found in _LABEL.finditer(text)}

    def shown(found: re.Match[str]) -> str:
        label = found["label"].strip()
        return heads.get(label.lower()) or label.replace("_", " ")

    return _TO_PAGE.sub(lambda found: found["page"].replace("_", " "), _TO_LABEL.sub(shown, text))


_TOUCHING = re.compile(r"(?<=[^\W_])(?=:(?:sup|sub|superscript|subscript|abbr|term|ref|strong|emphasis):`)")
_OPTIONS = re.compile(  # of a directive, below a blank line and not indented
    r"^(?P<over>\.\. [\w:-]{1,40}::[ \t]*)\n[ \t]*\n"
    r"(?P<told>(?::[a-z][a-z_-]{1,30}:[ \t]?\S{0,40}[ \t]*(?:\n|\Z)){1,3})"
    r"(?=\s*\Z|[ \t]*\n)",
    re.MULTILINE,
)


def with_marks_apart(text: str) -> str:
    """The text with marks that touch the word before them set off from it, and options where they belong."""

    def indented(found: re.Match[str]) -> str:
        options = "".join(f"   {line}\n" for line in found["told"].splitlines())
        return f"{found['over']}\n{options}"

    return _OPTIONS.sub(indented, _TOUCHING.sub(r"\\ ", text))


def register() -> None:
    """Let docutils know the directives and roles; again and again is once."""
    directives.register_directive("glossary", Glossary)
    for kind in (*_BOXES, *_LAYOUTS):
        directives.register_directive(kind, Box)
    for kind in _DESCRIBED:
        directives.register_directive(kind, Described)
    for role in _ROLES:
        roles.register_local_role(role, _plain_role)
