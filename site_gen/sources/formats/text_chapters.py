"""Chapters of a plain text of which one is called a glossary: "4. Contacts", "Appendix A   Glossary"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from site_gen.sources.shape.blocks import Block, Heading, Labelled, Prose, is_name_like
from site_gen.sources.shape.lines import Line
from site_gen.sources.shape.scope import names_glossary

CHAPTERS = 3  # least headings of one kind
CAPITALS = 4  # least characters of a heading in capitals
_WORDED = re.compile(
    r"(?:chapter|part|section|appendix|annexe?|kapitel|teil|abschnitt|anhang|anlage|chapitre|partie|"
    r"capítulo|parte|sección|anexo|apéndice|capitolo|sezione|allegato|appendice|hoofdstuk|deel|bijlage)\s+"
    r"(?:\d{1,3}|[A-Z]|[IVX]{1,5})\s{0,5}[.:–—-]?\s{1,5}(?P<title>\S.{1,80})",
    re.IGNORECASE,
)
_AGENDA = re.compile(  # "TOP 2: Other business" in minutes
    r"(?:TOP|tagesordnungspunkt|(?:agenda[ -]?)?(?:item|point|punkt|punt|punto)|ponto|punktas|bod|pkt\.?|ad|"
    r"point de l['’]ordre du jour|asia|kohta|sak|dagsordenspunkt|пункт|вопрос|madde|gündem|θέμα|סעיף|بند)\s+"
    r"\d{1,2}\s{0,3}(?:[.:)–—-]|\s)\s{0,3}(?P<title>\S.{1,80})|"
    r"(?:議題|议题|議事|안건|의제)\s?[\d０-９一二三四五六七八九]{1,2}\s?[.:：、)）]\s?(?P<unspaced>\S.{0,60})",
    re.IGNORECASE,
)
_Heads = dict[int, str]  # indexes of blocks, and the titles of chapters that they are


def settled(found: Sequence[Block], lines: Mapping[int, Line]) -> list[Block]:
    """The blocks with the headings of chapters as sure ones, where one of them names a glossary."""
    for heads in (
        _worded(found),
        _counted(found, lines),
        _capital(found, lines),
        _underlined(found),
        _coloned(found),
    ):
        called = [index for index, title in heads.items() if names_glossary(title)]
        filled = any(index + 1 < len(found) and index + 1 not in heads for index in called)
        if len(heads) >= CHAPTERS and filled and len(called) < len(heads):
            return list(_with(found, heads))
    return list(_with(found, _agenda(found)))


def _with(found: Sequence[Block], heads: _Heads) -> Iterator[Block]:
    for index, block in enumerate(found):
        title = heads.get(index)
        yield Heading(line=block.line, text=title, style="chapter", depth=1, sure=True) if title else block


def _worded(found: Sequence[Block]) -> _Heads:
    heads = {}
    for index, block in enumerate(found):
        inner = block.otherwise if isinstance(block, Labelled) else block
        told = _WORDED.fullmatch(inner.text) if isinstance(inner, Heading) else None
        if told and is_name_like(told["title"]):
            heads[index] = told["title"]
    return heads


POINTS = 2  # least points of an agenda


def _agenda(found: Sequence[Block]) -> _Heads:
    """The points of an agenda, each with its title in the same line, behind its number."""
    told = (
        (index, _AGENDA.fullmatch((block.otherwise if isinstance(block, Labelled) else block).text))
        for index, block in enumerate(found)
        if isinstance(block, Labelled | Heading | Prose)
    )
    titles = {index: said["title"] or said["unspaced"] for index, said in told if said}
    heads = {index: title for index, title in titles.items() if is_name_like(title)}
    return heads if len(heads) >= POINTS else {}


def _counted(found: Sequence[Block], lines: Mapping[int, Line]) -> _Heads:
    """Headings with the numbers 1, 2, 3 … behind blank lines, none if a number is missing."""
    heads, numbers = {}, []
    for index, block in enumerate(found):
        line = lines.get(block.line)
        if line and line.gap and line.prefix == "number1" and isinstance(block, Heading):
            heads[index] = block.text
            numbers.append(int(re.sub(r"\D", "", line.mark) or 0))
    return heads if all(after == before + 1 for before, after in pairwise(numbers)) else {}


def _capital(found: Sequence[Block], lines: Mapping[int, Line]) -> _Heads:
    """Headings in capitals behind blank lines; the first line of all is the title."""
    return {
        index: block.text
        for index, block in enumerate(found)
        if isinstance(block, Heading)
        and block.text.isupper()
        and len(block.text) >= CAPITALS
        and index
        and block.line in lines
        and lines[block.line].gap
    }


ITEMS = 2  # lines with a name and a text right below a line that announces them


def _coloned(found: Sequence[Block]) -> _Heads:
    """Lines that end with a colon, if one announces a glossary over a list: "Terms of the yard:"."""
    heads = {
        index: f"{block.text}:"
        for index, block in enumerate(found)
        if isinstance(block, Heading) and block.style == "colon"
    }
    over = (
        index
        for index, title in heads.items()
        if names_glossary(title) and len(found) > index + ITEMS
        and all(isinstance(block, Labelled) for block in found[index + 1 : index + 1 + ITEMS])
    )  # fmt: skip
    return heads if next(over, None) is not None else {}


def _underlined(found: Sequence[Block]) -> _Heads:
    return {
        index: block.text
        for index, block in enumerate(found)
        if isinstance(block, Heading) and block.style == "underlined"
    }
