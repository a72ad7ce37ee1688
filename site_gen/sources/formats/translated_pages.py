"""Gettext files of pages with a glossary, as Sphinx makes them: a name, then the messages of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath
from statistics import mean

from site_gen.sources.draft import Draft, Piece, Reading, Skipped, Version
from site_gen.sources.shape.blocks import clean_name, count_words, is_name_like
from site_gen.sources.shape.scope import speaks_of_glossary

FEWEST, NEAR = 3, 3  # entries; lines between a name and its text
NAME_WORDS, TEXT_WORDS = 6, 6
_PLACE = re.compile(r"#: (?P<path>[^\s:]{1,300}):(?P<line>\d{1,9})(?=\s|$)")
_ROLE = re.compile(
    r":[a-z][\w:+-]{0,40}:`(?:[^`<>]*<)?~?(?P<said>[^`<>]{1,300})>?`|``(?P<code>[^`]{1,300})``"
)
_TITLED = re.compile(r":[a-z][\w:+-]{0,40}:`(?P<said>[^`<>]{1,300}?)\s?<[^`<>]{1,300}>`")
_LINK = re.compile(r"`(?P<said>[^`<>]{1,300}?)\s?<(?P<to>[^`<>\s]{1,300})>`_{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message with its translation, and the line of the page from which it comes."""

    line: int
    path: str
    at: int
    text: str
    other: str


def place(comment: str) -> tuple[str, int] | None:
    """The page and the line that a comment of a message tells: "#: ../glossary.rst:14"."""
    found = _PLACE.match(comment)
    return (found["path"], int(found["line"])) if found else None


def read(messages: Sequence[Message], language: str) -> Reading | None:
    """The entries of the page; None if it is no glossary, or names and texts do not follow one another."""
    pages = [speaks_of_glossary(PurePosixPath(one.path).stem) for one in messages]
    if not messages or mean(pages) < 0.8:
        return None
    named = [_is_named(one, after) for one, after in pairwise(messages)] + [False]
    if sum(named) < FEWEST:
        return None
    begins = [index for index, is_name in enumerate(named) if is_name]
    drafts = [
        _draft(messages[start], messages[start + 1 : end], language)
        for start, end in zip(begins, [*begins[1:], len(messages)], strict=True)
    ]
    left = [Skipped(line=one.line, text=one.text[:200], why="introduction") for one in messages[: begins[0]]]
    return Reading(drafts=tuple(drafts), skipped=tuple(left))


def _is_named(one: Message, after: Message) -> bool:
    """Whether a message is a name: a short text right above a longer one on the same page."""
    near = one.path == after.path and 0 < after.at - one.at <= NEAR
    long = count_words(after.text) >= TEXT_WORDS or after.text.rstrip().endswith((".", "。"))
    return near and long and is_name_like(_shown(one.text), NAME_WORDS)


def _draft(name: Message, below: Sequence[Message], language: str) -> Draft:
    own = Version(
        language=language, names=(clean_name(_shown(name.other)),), texts=tuple(_pieces(below, True))
    )
    told = bool(language and name.other.strip())
    return Draft(
        name=clean_name(_shown(name.text)), line=name.line, how="concept",
        body=tuple(_pieces(below, False)), versions=(own,) if told else (),
    )  # fmt: skip


def _pieces(below: Sequence[Message], translated: bool) -> Iterator[Piece]:
    for one in below:
        text = one.other if translated else one.text
        if text.strip():
            yield Piece(line=one.line, text=_shown(text))


def _shown(text: str) -> str:
    """A text of reStructuredText with links and code as Markdown has them, and without its roles."""
    text = _LINK.sub(lambda found: f"[{found['said']}]({found['to']})", text)
    text = _TITLED.sub(lambda found: found["said"], text)
    return _ROLE.sub(lambda found: f"`{found['code']}`" if found["code"] else found["said"], text).strip()
