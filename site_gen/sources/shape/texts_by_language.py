"""Texts in several languages below one name, each with its language before it: "EN: …", "Español: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import mean

from site_gen.sources.shape import language_parts, tongue
from site_gen.sources.shape.blocks import Block, Heading, Labelled, Noise, Prose, count_words, is_name_like
from site_gen.sources.shape.header_roles import role_of
from site_gen.sources.shape.language_codes import base_of, nearest, of_title

RUNS = 2  # names with texts in the same languages that show a habit
LONGEST = 24  # characters of the name of a language, with its region
WORDS = 4  # mean of the words of such texts; shorter ones are names in other languages
_BEFORE = re.compile(  # "(EN) A wall …", "en: a wall …"
    r"(?:[(\[](?P<name>[^\W\d_]{2,12})[)\]]|(?P<label>[^\W\d_]{2,12})\s?:)\s{1,4}(?=\S)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Text:
    """A text in a language: the indexes of its first block and of the one after it, and how it begins."""

    start: int
    end: int
    begins: str


@dataclass(kw_only=True, slots=True)
class _Run:
    """The texts below the name at an index, by language."""

    name: int
    texts: dict[str, _Text] = field(default_factory=dict)


def settled(found: Sequence[Block], language: str) -> list[Block]:
    """The blocks with the text in the language of the site alone; those in others are no content."""
    runs = [run for run in _runs(found) if len(run.texts) > 1]
    said: dict[str, list[str]] = {}
    for run in runs:
        for code, text in run.texts.items():
            said.setdefault(code, []).append(_whole(found, text))
    if len(runs) < RUNS or not _are_texts(said):
        return list(found)
    out = list(found)
    for run in runs:
        kept = nearest(said, language)
        kept = kept if kept in run.texts else next(iter(run.texts))
        name = found[run.name]
        out[run.name] = name.otherwise if isinstance(name, Labelled) else name
        for code, text in run.texts.items():
            out[text.start : text.end] = _taken(found, text) if code == kept else _left(found, text, code)
    return out


def _runs(found: Sequence[Block]) -> Iterator[_Run]:
    """Each name with the texts right below it that begin with a language of their own."""
    run: _Run | None = None
    place = 0
    while place < len(found):
        code, begins = _language(found[place])
        if code and run is None and place and _may_name(found[place - 1]):
            run = _Run(name=place - 1)
        if run is None or not code or code in run.texts:
            if run:
                yield run
            run, place = None, place + (not run or not code)
            continue
        end = _end(found, place)
        run.texts[code] = _Text(start=place, end=end, begins=begins)
        place = end
    if run:
        yield run


def _end(found: Sequence[Block], start: int) -> int:
    """The index after a text: below a heading all up to the next one, else up to a further text."""
    headed = isinstance(found[start], Heading)
    later = range(start + 1, len(found))
    if headed:
        return next((i for i in later if isinstance(found[i], Heading)), len(found))
    end = next((i for i in later if _language(found[i])[0] or not isinstance(found[i], Prose | Noise)), start)
    return end if end > start and _language(found[end])[0] else start + 1


def _may_name(block: Block) -> bool:
    inner = block.otherwise if isinstance(block, Labelled) else block
    return isinstance(inner, Heading) or (isinstance(inner, Prose) and is_name_like(inner.text))


def _language(block: Block) -> tuple[str, str]:
    """The language that a line begins with, and what follows; two empty texts for other lines."""
    if isinstance(block, Heading):
        return of_title(block.text) if block.sure else "", ""
    inner = block.otherwise if isinstance(block, Labelled) else block
    text = inner.text if isinstance(inner, Prose) else ""
    found = _BEFORE.match(text)
    if found and (code := _called(found["name"] or found["label"])):
        return code, text[found.end() :]
    if not isinstance(block, Labelled) or not block.options:
        return "", ""
    name = block.options[0].name.strip("()[] ")
    if len(name) > LONGEST:
        return "", ""
    role, _, code = role_of(name).partition("@")
    code = base_of(code) if role == "text" else _called(name)
    return (code, block.options[0].body) if code else ("", "")


def _called(name: str) -> str:
    """The code of the language with a name, which may be its code in small letters; else ""."""
    return of_title(name) or of_title(name.upper())


def _whole(found: Sequence[Block], text: _Text) -> str:
    return " ".join([text.begins, *map(_words, found[text.start + 1 : text.end])])


def _words(block: Block) -> str:
    inner = block.otherwise if isinstance(block, Labelled) else block
    return inner.text if isinstance(inner, Prose) else ""


def _are_texts(said: Mapping[str, Sequence[str]]) -> bool:
    """Whether texts by language are long enough, and none seems to be in another of the languages."""
    if mean(count_words(text) for texts in said.values() for text in texts) < WORDS:
        return False
    return not any(
        tongue.are_nearer(texts, other, code)
        for code, texts in said.items()
        for other in said
        if other != code
    )


def _taken(found: Sequence[Block], text: _Text) -> list[Block]:
    """The blocks of a text without the language before it."""
    first, *more = found[text.start : text.end]
    if isinstance(first, Heading):
        return [Noise(line=first.line, text=first.text, why="heading of a language"), *more]
    return [Prose(line=first.line, text=text.begins, listed=getattr(first, "listed", 0)), *more]


def _left(found: Sequence[Block], text: _Text, code: str) -> list[Block]:
    why = language_parts.why(code)
    blocks = found[text.start : text.end]
    inner = [block.otherwise if isinstance(block, Labelled) else block for block in blocks]
    return [Noise(line=block.line, text=getattr(block, "text", "")[:200], why=why) for block in inner]
