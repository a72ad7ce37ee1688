"""Dictionaries of ABBYY Lingvo as text (``.dsl``): words at the margin over their indented cards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_gen.sources.draft import Draft, Piece, Reading, Skipped
from site_gen.sources.formats.document import Document
from site_gen.sources.shape.blocks import clean_name, tidy
from site_gen.sources.shape.columns import Chosen
from site_gen.sources.shape.lines import without_unseen

_HEAD = re.compile(r"\ufeff?#(?P<key>[A-Z_]+)\s+\"(?P<value>[^\"]*)\"")
_MARK = re.compile(r"(?<!\\)\[(?P<end>/?)(?P<tag>[^\[\]\s]{1,12})(?:\s[^\[\]]{0,60})?\]")
_LEFT = frozenset(
    ["ex", "s", "video", "p", "t", "url"]
)  # examples, sounds, classes of words, how it is spoken
_LINK = re.compile(r"<<(.{1,200}?)>>")
_PARTS = re.compile(r"\{(?:[^{}]{0,100})\}")  # of a word that are not looked up


def read(document: Document, chosen: Chosen) -> Reading:
    """The words with what their cards say, without examples."""
    lines = _without_comments(document.text.replace("\r\n", "\n")).split("\n")
    told = {found["key"]: found["value"] for line in lines[:40] if (found := _HEAD.match(line))}
    drafts, skipped = list[Draft](), list[Skipped]()
    for line, words, card in _cards(lines):
        own = [clean_name(_shown(_PARTS.sub("", word))) for word in words]
        body = tuple(Piece(line=number, text=said) for number, part in card if (said := _said(part)))
        if own[0] and body:
            drafts.append(
                Draft(name=own[0], line=line, how="entry", body=body, also=tuple(filter(None, own[1:])))
            )
        else:
            skipped.append(
                Skipped(line=line, text=own[0], why="name without a text" if own[0] else "no name")
            )
    return Reading(title=told.get("NAME", ""), drafts=tuple(drafts), skipped=tuple(skipped))


def _without_comments(text: str) -> str:
    """The text without what stands between double braces; its lines stay where they are."""
    out, rest = "", text
    while rest:
        told, opened, rest = rest.partition("{{")
        inside, _, rest = rest.partition("}}") if opened else ("", "", "")
        out += told + "\n" * inside.count("\n")
    return out


def _cards(lines: Sequence[str]) -> Iterator[tuple[int, list[str], list[tuple[int, str]]]]:
    """The words of each card, with the line of the first, and its lines with their numbers."""
    first, words, card = 0, list[str](), list[tuple[int, str]]()
    for number, line in enumerate(lines, 1):
        if not line.strip() or _HEAD.match(line):
            continue
        if line[0] in " \t":
            card += [(number, line.strip())] if words else []
            continue
        if card:
            yield first, words, card
            words, card = [], []
        first = first if words else number
        words.append(line.strip())
    if words:
        yield first, words, card


def _said(part: str) -> str:
    """What a line of a card says, without its examples."""
    out, start, inside = "", 0, list[str]()
    for mark in _MARK.finditer(part):
        out += "" if inside else part[start : mark.start()]
        start = mark.end()
        if mark["tag"] in _LEFT and not mark["end"]:
            inside.append(mark["tag"])
        elif mark["end"] and inside[-1:] == [mark["tag"]]:
            inside.pop()
    return _shown(out + ("" if inside else part[start:]))


def _shown(text: str) -> str:
    plain = _LINK.sub(r"\1", _MARK.sub("", text))
    return tidy(without_unseen(re.sub(r"\\(.)", r"\1", plain)))
