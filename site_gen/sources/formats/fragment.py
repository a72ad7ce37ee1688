"""Values with HTML or Markdown (in a cell, a JSON text, an XML element) to the text that readers see."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from site_gen.sources.formats import raised
from site_gen.sources.formats.html_furniture import LEFT_OUT
from site_gen.sources.formats.html_parts import BLOCKS
from site_gen.sources.shape.lines import with_few_blanks, without_unseen

MAX_MARKUP = 200_000  # characters of one value that are parsed
_TAG = re.compile(
    r"</?(?:p|br|hr|b|i|u|s|em|strong|span|div|ul|ol|li|a|code|pre|h[1-6]|table|tbody|thead|tr|td|th|dl|dt|"
    r"dd|sub|sup|"
    r"small|big|font|blockquote|img|abbr|mark|del|ins|section|article|body|html)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(r"</?([a-zA-Z][\w:-]{0,30})\b[^<>]{0,2000}>")
_IN_MARKDOWN = frozenset(
    ["br", "sup", "sub", "u", "hr", "img", "kbd", "mark", "abbr", "ins", "del"]
)  # no sign for it
_PARAMETER = re.compile(r"<ac:parameter\b[^<>]{0,300}>[^<>]{0,300}</ac:parameter>")  # of macros of Confluence
# what programs for flash cards play, and the tags around what they typeset
_PLAYED = re.compile(
    r"\[sound:[^\[\]\n]{1,300}\]|\[anki:(?:play|tts)\b[^\[\]\n]{0,300}\](?:[^\[\]\n]{0,300}\[/anki:tts\])?|"
    r"\[/?(?:latex|\$\$?)\]"
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_MARKDOWN = (
    (re.compile(r"!\[([^\[\]\n]{0,200})\]\([^()\s]{1,500}\)"), r"\1"),
    (re.compile(r"(?:(?<!\s)\s+)?\[[\s#¶§🔗⚓↑↩\ufe0e\ufe0f]{1,4}\]\(#[^()\s]{0,300}\)"), ""),  # a permalink
    (re.compile(r"(?<=[\w.,;:!?)\"'*_`\]])\[\^(?:\d{1,3}|(?:fn|note|foot)[\w-]{0,30})\]"), ""),
    (re.compile(r"\[([^\[\]\n]{1,300})\]\((?:[^()\s]{1,500}|#[^()\s]*)(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_\\])_(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s_])_(?![\w_])"), r"\1"),
    (re.compile(r"(?<![~\w])~~(?=\S)([^~\n]{1,500}?)(?<=\S)~~(?![~\w])"), r"\1"),
    (re.compile(r"(?<!`)`([^`\n]{1,500})`(?!`)"), r"\1"),
    (re.compile(r"~~(?=[^\s~])([^~\n]{1,500})(?<=\S)~~"), r"\1"),
    (re.compile(r"^#{1,6}\s+", re.MULTILINE), ""),
)


def shown(text: str) -> str:
    """The visible text of a value: HTML as lines, list items with marks, Markdown signs removed."""
    text = with_few_blanks(_PLAYED.sub("", text).strip() if "[" in text else text)
    if "<" in text and _TAG.search(text[:MAX_MARKUP]):
        if all(tag[1].lower() in _IN_MARKDOWN for tag in _ANY_TAG.finditer(text[:MAX_MARKUP])):
            text = without_markdown(text)
        return from_html(text[:MAX_MARKUP])
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    return without_markdown(text)


def without_markdown(text: str) -> str:
    """The text without the signs of Markdown for emphasis, code and links; the words stay."""
    if not any(sign in text for sign in "*_`[#~"):
        return text
    for pattern, instead in _MARKDOWN:
        text = pattern.sub(instead, text)
    return text


def from_html(text: str) -> str:
    """The text of a piece of HTML: blank lines between paragraphs, a sign before each list item."""
    if "<ac:" in text:
        text = _PARAMETER.sub("", text)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(f"<div>{text}</div>".encode("utf-8", errors="replace"), parser)
    if root is not None:
        raised.set_signs(root)
    return of_element(root) if root is not None else ""


def of_element(root: Any) -> str:
    """The visible text of a parsed element, with single spaces and never two blank lines together."""
    lines = [" ".join(without_unseen(line).split()) for line in "".join(_said(root)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


_APART = frozenset(["p", "ul", "ol", "table", "dl", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"])


def _said(root: Any) -> Iterator[str]:
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if tag in _APART:
            yield "\n\n"
        elif tag in BLOCKS or (tag == "br" and event == "start"):
            yield "\n"
        if event == "end":
            yield "" if element is root else _spaced(element.tail)
        elif tag in LEFT_OUT:
            walk.skip_subtree()
        else:
            yield (_mark(element) if tag == "li" else "") + _spaced(element.text)


def _mark(item: Any) -> str:
    parent = item.getparent()
    if parent is not None and parent.tag == "ol":
        return f"{sum(1 for one in item.itersiblings('li', preceding=True)) + 1}. "
    return "- "


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
