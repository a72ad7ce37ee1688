"""Entries that stand one after the other in one paragraph: "EIR (impact report), NOD (notice), …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import mean

from site_gen.sources.draft import Draft, Piece
from site_gen.sources.shape.blocks import (
    LABEL_WORDS,
    Block,
    Heading,
    Labelled,
    Pair,
    Prose,
    clean_name,
    count_words,
    is_name_like,
    tidy,
)
from site_gen.sources.shape.scope import speaks_of_glossary

SHORT = 0.7  # share of names that are abbreviations, where the words before do not say what the list is
ENOUGH = 4  # entries in a paragraph
LINES, MAX_LINE = 0.8, 500  # share of lines with one entry each, and their characters
MAX_TEXT = 20_000  # characters of a paragraph that is searched
_LEAD = re.compile(r"[^.;,:=()]{1,100}: +(?=\S)")
_BRACKETED = re.compile(r"(?P<name>[^()]{1,90}?)\s*\((?P<text>[^()]{4,400})\)")
_PARTS = (  # what stands between two entries, and one entry
    (re.compile(r"\s*[;•·]\s+"), re.compile(r"(?P<name>[^=]{1,90}?)\s*=\s*(?P<text>[^=]{2,400})")),
    (re.compile(r"\s*[;•·]\s+"), re.compile(r"(?P<name>[^:]{1,90}?):\s+(?P<text>[^:]{2,400})")),
    (re.compile(r"\s*[;•·]\s+"), re.compile(r"(?P<name>[^–—]{1,90}?)\s+[–—-]\s+(?P<text>[^–—]{2,400})")),
    (re.compile(r"(?<=\))\s*[,;]\s+"), _BRACKETED),
    (re.compile(r"\s*,\s+"), re.compile(r"(?P<name>[^=,]{1,90}?)\s*=\s*(?P<text>[^=,]{2,400})")),
)
_SHORT = re.compile(r"(?:\w+ )?[\w&/.-]{0,7}[A-ZÀ-Þ]{2}[\w&/.-]{0,7}")
_AND = re.compile(r"(?:and|und|et|y|e|en)\s+", re.IGNORECASE)


def drafts(found: Sequence[Block]) -> list[Draft]:
    """The entries of the paragraphs that hold nothing but several of them, or of lines with one each."""
    inner = (block.otherwise if isinstance(block, Labelled) else block for block in found)
    texts = [text for text in inner if isinstance(text, Prose | Heading)]
    return [draft for text in texts for draft in _of(text.text, text.line)] or _of_lines(texts)


RUN = 3  # entries that a line runs on with
_RUN_ON = re.compile(r"\s*;\s+(?=\S)|,\s+(?=\S{2,12}\s?=)")
_OF_RUN = re.compile(r"(?P<name>\S{2,12})\s*(?P<sign>\s[–—-]\s|=|:\s)\s*(?P<text>[^=:;–—]{2,200})")


def settled(found: Sequence[Block]) -> list[Block]:
    """The blocks, with lines of several abbreviations under words for a glossary as entries of their own.

    "REF - not for loan; LP - large print; AV - sound and film" is no entry REF with the rest as its text.
    """
    out: list[Block] = []
    called, least = False, RUN
    for block in found:
        plain = block.otherwise if isinstance(block, Labelled) else block
        run = _run(plain, least) if isinstance(plain, Prose | Heading) and called else []
        least = 1 if run else RUN  # a further line goes on with the run
        if isinstance(plain, Heading) or (isinstance(plain, Prose) and not out):
            called = speaks_of_glossary(plain.text)
        out += run or [block]
    return out


def _run(block: Prose | Heading, least: int) -> list[Block]:
    """The entries of a line that is nothing but a run of abbreviations with one sign; none if it is not."""
    text = tidy(block.text[:MAX_TEXT]).rstrip(";. ")
    lead = _LEAD.match(text)
    for begin in (0, lead.end()) if lead else (0,):
        made = [_OF_RUN.fullmatch(part) for part in _RUN_ON.split(text[begin:])]
        whole = [one for one in made if one]
        same = len({one["sign"].strip() for one in whole}) == 1
        if len(made) == len(whole) >= least and same and all(_SHORT.fullmatch(one["name"]) for one in whole):
            return [Pair(line=block.line, names=(one["name"],), bodies=(one["text"],)) for one in whole]
    return []


def _of_lines(texts: Sequence[Prose | Heading]) -> list[Draft]:
    """The entries of lines "EIR (report on the environment)", if nearly all lines are such."""
    made = [(text.line, _BRACKETED.fullmatch(text.text)) for text in texts if len(text.text) < MAX_LINE]
    whole = [(line, one) for line, one in made if one and _is_entry(one)]
    if len(whole) < max(ENOUGH, LINES * len(texts)) or not _are_short([one["name"] for _, one in whole]):
        return []
    return [_draft(one, line) for line, one in whole]


def _of(text: str, line: int) -> Iterator[Draft]:
    text = tidy(text[:MAX_TEXT]).removesuffix(".")
    lead = _LEAD.match(text)
    for begin in (lead.end(), 0) if lead else (0,):
        for between, entry in _PARTS:
            made = [entry.fullmatch(part.strip()) for part in between.split(text[begin:]) if part.strip()]
            whole = [one for one in made if one]
            if len(whole) < max(ENOUGH, len(made)) or not all(map(_is_entry, whole)):
                continue
            if _are_short([one["name"] for one in whole]) or speaks_of_glossary(text[:begin]):
                yield from (_draft(one, line) for one in whole)
                return


def _is_entry(found: re.Match[str]) -> bool:
    return is_name_like(_AND.sub("", found["name"], count=1), LABEL_WORDS) and count_words(found["text"]) > 1


def _are_short(found: Sequence[str]) -> bool:
    """Whether nearly all names are abbreviations."""
    return mean(bool(_SHORT.fullmatch(name)) for name in found) >= SHORT


def _draft(found: re.Match[str], line: int) -> Draft:
    name = clean_name(_AND.sub("", found["name"], count=1))
    return Draft(name=name, line=line, how="label", body=(Piece(line=line, text=found["text"].strip()),))
