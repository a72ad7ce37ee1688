"""Headings below "Introduction" in a document with chapters, "1.1 Purpose (Zweck)", which name no terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_gen.model import names
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Prose
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.scope import names_glossary

WHY = "introduction"
LEAST = 2  # headings that follow the introduction
_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?:[-–]\s+)?(?=\D)")
_INTRODUCTIONS = folded_set(
    "introduction, einleitung, einführung, введение, вступление, introducción, introduzione, introdução, "
    "inleiding, wprowadzenie, wstęp, úvod, giriş, inledning, innledning, indledning, johdanto, bevezetés, "
    "bevezető, introducere, εισαγωγή, вступ, увод, uvod, はじめに, 引言, 简介, 서론, about this document, "
    "about the document, zu diesem dokument, über dieses dokument, à propos de ce document, "
    "acerca de este documento, о документе, over dit document, o dokumencie"
)


def lines(found: Sequence[Block]) -> range:
    """The lines of an introduction with its parts; none in a document without chapters."""
    heads = [head for block in found if (head := _head(block))]
    begin = next((place for place, head in enumerate(heads) if _introduces(head)), None)
    if begin is None:
        return range(0)
    end = _end(heads[begin:]) + begin
    if end == begin + 1 or len(heads) - end < LEAST:
        return range(0)
    return range(heads[begin].line, heads[end].line)


def left_out(found: Sequence[Block], introduction: range) -> Iterator[Block]:
    """The blocks with those of an introduction as no content."""
    for block in found:
        yield _noise(block) if block.line in introduction else block


def _end(heads: Sequence[Heading]) -> int:
    """The index of the first heading after an introduction and its parts."""
    over = heads[0]
    end = 1
    while end < len(heads) and _is_below(heads[end], over):
        end += 1
    if end == 1 and not over.sure:  # bold lines, whose numbers are gone
        end = next((at for at, head in enumerate(heads) if names_glossary(head.text)), end)
    return end


def _head(block: Block) -> Heading | None:
    inner = block.otherwise if isinstance(block, Labelled) else block
    return inner if isinstance(inner, Heading) else None


def _introduces(head: Heading) -> bool:
    text = _NUMBER.sub("", head.text, count=1)
    return names.fold(names.bare(text) or text) in _INTRODUCTIONS


def _is_below(head: Heading, over: Heading) -> bool:
    """Whether a heading is part of a chapter, by its number, else by its depth."""
    own, chapter = _NUMBER.match(head.text), _NUMBER.match(over.text)
    if own and chapter:
        return own["number"].startswith(f"{chapter['number']}.")
    return head.sure and over.sure and head.depth > over.depth


def _noise(block: Block) -> Block:
    inner = block.otherwise if isinstance(block, Labelled) else block
    return Noise(line=block.line, text=inner.text, why=WHY) if isinstance(inner, Heading | Prose) else block
