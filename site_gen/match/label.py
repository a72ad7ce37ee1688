"""A printed name made ready for comparison: its long forms, its abbreviations and its qualifier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_gen.match.abbreviations import folded, initials, is_within, looks_like_one, skips, spells
from site_gen.match.family import related
from site_gen.match.field import Field
from site_gen.match.forms import LONGEST, Form, forms, written_words
from site_gen.match.lexicon import AS_DIGITS, STOP
from site_gen.model.names import bare, brackets, fold, key

_SIGN = re.compile(r"[^\w\s'’&-]|\s-\s")  # a name without any of these has only one part
_SIDES = (re.compile(r"(?<!\s)\s+[-–—=]\s+|(?:(?<!\s)\s+)?:\s+"), re.compile(r",\s+"))
_EITHER = re.compile(r"(?:(?<!\s)\s+)?(?:/|,|;|\bor\b)\s*")
_SLASHED = re.compile(r"[^\W\d_][\w'’-]*(?:/[^\W\d_][\w'’-]*)+")
_SPACED = re.compile(r"(?<!\w)(\w)\s+([/&])\s+(\w)(?!\w)")  # "B / L"
_PLURAL_MARK = re.compile(r"\((?:e?s)\)", re.IGNORECASE)
_LONGEST_RUN = 5
_MOST_WORDS = 12  # in longer names, no run of words is tried as what an abbreviation stands for
_SLASH_OF_SYNONYMS, _SLASH_OF_OTHERS = 3, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One name of a concept, ready for comparison.

    ``cost`` is how many points a match with this label loses because of where the label comes from; ``why``
    names that place. ``abbreviation`` is the folded label if the whole label is an abbreviation, else "".
    ``contractions`` holds (letters, other words) for each abbreviation in the name, ``expansions`` the same
    for each run of words that an abbreviation may stand for: "KB article" and "knowledge base article" share
    ("kb", "article"). ``slashed`` is the key of a name with a slash, "" for other names.
    """

    printed: str
    forms: tuple[Form, ...]
    cost: int = 0
    why: str = ""
    abbreviation: str = ""
    qualifier: str = ""
    contractions: frozenset[tuple[str, str]] = frozenset()
    expansions: frozenset[tuple[str, str]] = frozenset()
    slashed: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """The parts of a printed name such as "Customer Experience Management (CEM or CXM)"."""

    names: tuple[str, ...]
    abbreviations: tuple[str, ...] = ()
    qualifier: str = ""


def taken_apart(printed: str) -> Printed:
    """Split a printed name into its long names, its abbreviations and its qualifier, if it has one.

    A bracket is an abbreviation only if its letters fit the words: "(AI)" after "Agent" is a qualifier.
    """
    printed = printed[:LONGEST]
    if not _SIGN.search(printed):
        return Printed((bare(printed),))
    printed = _PLURAL_MARK.sub("", printed)
    outside, inside = bare(printed), brackets(printed)
    for sides in (sign.split(outside) for sign in _SIDES):
        if not inside and len(sides) == 2 and any(map(looks_like_one, sides)):
            outside, inside = max(sides, key=len), (min(sides, key=len),)
    names, abbreviations, qualifiers = [outside], list[str](), list[str]()
    for content in inside:
        kind, found = _bracket(outside, content)
        if kind == "short":
            abbreviations += found
        elif kind == "long":
            names, abbreviations = [content], [*abbreviations, *_EITHER.split(outside)]
        else:
            qualifiers += found
    return Printed(tuple(names), tuple(abbreviations), fold(" ".join(qualifiers)))


def _bracket(outside: str, content: str) -> tuple[str, list[str]]:
    parts = [part for part in _EITHER.split(content) if part]
    words = written_words(outside)
    if parts and all(
        _is_unit(part, words) or (looks_like_one(part) and _stands_for(part, outside)) for part in parts
    ):
        return "short", parts
    shorts = _EITHER.split(outside)
    if all(looks_like_one(short) and _stands_for(short, content) for short in shorts):
        return "long", [content]
    return "qualifier", [content]


def _stands_for(abbreviation: str, long: str) -> bool:
    """Whether a name may be the long form: several words, or a long one as in "Electrocardiogram (ECG)".

    A word with a hyphen may count as one: "Real-time Transport Protocol (RTP)".
    """
    letters, words = folded(abbreviation), written_words(long)
    if len(words) == 1:
        return is_within(letters, words[0])
    return (
        spells(letters, words)
        or skips(letters, words)
        or ("-" in long and spells(letters, written_words(long.replace("-", ""))))
    )


def _is_unit(part: str, words: Sequence[str]) -> bool:
    """Whether letters that are no capitals are the first letters of all the words: "rpm", "bps"."""
    letters = part.removesuffix("s")
    return letters.isalpha() and 1 < len(letters) == len(words) and letters == "".join(initials(words))


@lru_cache(maxsize=1 << 15)
def labels(printed: str, field: Field, *, cost: int = 0, why: str = "") -> tuple[Label, ...]:
    """The labels in one printed name; () where it has no word at all."""
    parts = taken_apart(_SPACED.sub(r"\1\2\3", printed[:LONGEST]))
    names = (*parts.names, *parts.abbreviations)
    return tuple(_label(name, field, cost, why, parts.qualifier) for name in names if written_words(name))


def _label(name: str, field: Field, cost: int, why: str, qualifier: str) -> Label:
    written = written_words(name)
    shorts = {"".join(written_words(word)): folded(word) for word in _short_forms(name)}
    return Label(
        printed=name,
        forms=tuple(form for way in _ways(name, field) for form in way),
        cost=cost,
        why=why,
        abbreviation=_as_one(name, written) if looks_like_one(name) else "",
        qualifier=qualifier,
        contractions=frozenset(_contractions(shorts, written, field)) if shorts else frozenset(),
        expansions=frozenset(_expansions(shorts, written, field)),
        slashed=key(name) if "/" in name else "",
    )


def _short_forms(name: str) -> Iterator[str]:
    for word in name.split():
        if looks_like_one(word):
            yield word
        elif "/" in word:
            yield from filter(looks_like_one, word.split("/"))


def _as_one(name: str, written: Sequence[str]) -> str:
    """An abbreviation in one form for all its spellings: "KPIs" and "K.P.I." as "kpi", "R&D" as "r&d"."""
    return "".join(written) if any(not word.isalnum() for word in written) else folded(name)


def _ways(name: str, field: Field) -> Iterator[tuple[Form, ...]]:
    """The forms of the name for each possible reading of its slashes."""
    if "/" not in name:
        yield forms(name, field)
        return
    slashed = _SLASHED.search(name)
    halves = [half for half in re.split(r"\s+/\s+", name) if half]
    if slashed and all(len(word) < 3 or looks_like_one(word) for word in slashed[0].split("/")):
        yield forms(name, field)  # the slash in "TCP/IP" joins, it offers no choice
    elif slashed:
        choices = slashed[0].split("/")
        first, last = (field.stem(fold(choices[at])) for at in (0, -1))
        alike = len(choices) == 2 and related(first, last, field) is not None
        cost = _SLASH_OF_SYNONYMS if alike else _SLASH_OF_OTHERS
        for choice in choices:
            read = name.replace(slashed[0], choice)
            yield forms(read, field, cost=cost, why=f"read as “{choice}”", stated=alike)
    elif len(halves) > 1:
        for half in halves:
            yield forms(half, field, cost=_SLASH_OF_OTHERS, why=f"read as “{half}”")
    else:
        yield forms(name, field)


def _contractions(shorts: dict[str, str], written: Sequence[str], field: Field) -> Iterator[tuple[str, str]]:
    """(letters, the other words) for each abbreviation in a name that is not written all in capitals."""
    written = [word for word in written if word not in STOP]
    if len(shorts) < len(written) or len(written) == 1:
        stems = [field.stem(word) for word in written]
        for at, word in enumerate(written):
            if word in shorts:
                yield shorts[word], _rest(stems, at, at + 1)


def _expansions(shorts: dict[str, str], written: Sequence[str], field: Field) -> Iterator[tuple[str, str]]:
    """(initials, the other words) for each run of two to five words."""
    if not 1 < len(written) <= _MOST_WORDS:
        return
    yield "".join(initials(written, shorts)), ""
    if not AS_DIGITS.keys().isdisjoint(written):
        said = [word for word in written if word in AS_DIGITS or word not in STOP]
        yield from _runs(said, initials([AS_DIGITS.get(word, word) for word in said], shorts), field)
    written = [word for word in written if word not in STOP]
    yield from _runs(written, initials(written, shorts), field)


def _runs(written: Sequence[str], first: Sequence[str], field: Field) -> Iterator[tuple[str, str]]:
    """(letters, the other words) for each run of two to five words; ``first`` has the letter of each word."""
    stems = [field.stem(word) for word in written]
    for begin in range(len(written) - 1):
        for end in range(begin + 2, min(begin + _LONGEST_RUN, len(written)) + 1):
            yield "".join(first[begin:end]), _rest(stems, begin, end)


def _rest(stems: list[str], begin: int, end: int) -> str:
    return " ".join(sorted(stems[:begin] + stems[end:]))
