"""Labels in a text: which names may become links, and where they occur.

A label is found as whole words, and the longest one at each place. Names and aliases match in any case and
number, abbreviations only as written. A label may run over a line end or a hyphen ("self-service", "self
service"), but is never found inside a longer hyphenated word, an address or a file name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from site_gen.model.records import Term
from site_gen.text.words import Word, words_of

Stems = tuple[str, ...]

_GAP = re.compile(r"[\s\-‐‑–]{0,3}")
_HYPHEN_BEFORE = re.compile(r"\w[-‐‑]\Z")
_HYPHEN_AFTER = re.compile(r"[-‐‑]\w")
_ADDRESS = re.compile(r"[@\\_#]|//|\w[.:]\w|^[(\[\"'“‘]*(?:~|\.{0,2})/|/\d")
_LONGEST_CHUNK = 200  # characters looked at on each side; a longer row without a space is no prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name as a row of words, and every term that has it."""

    stems: Stems
    written: Stems = ()  # for abbreviations: the words as they must stand
    shown: str
    joints: frozenset[str]  # what stands between its own words and would not be taken for a space
    slugs: tuple[str, ...]
    linked: bool  # False where every term that has it says ``autolink: false``


class Found(NamedTuple):
    """A label at ``start`` to ``end`` of a text."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All labels, by their stems; among equal ones, abbreviations come first.

    ``lengths`` gives, by the first and the second word of a place in a text, how many words long a label
    there may be, longest first. Under None instead of the second word, which is always a key, are the lengths
    for all other second words.
    """

    labels: Mapping[Stems, tuple[Label, ...]]
    lengths: Mapping[str, Mapping[str | None, tuple[int, ...]]]


@dataclass(slots=True)
class _Owners:
    """The terms that have one label; filled term by term."""

    shown: str
    joints: set[str] = field(default_factory=set)
    slugs: dict[str, bool] = field(default_factory=dict)  # slug -> autolink


def lexicon(terms: Iterable[Term]) -> Lexicon:
    """Every label that running text may be linked by; deprecated terms and discouraged words have none."""
    owners: dict[tuple[Stems, Stems], _Owners] = {}
    as_written: dict[Stems, dict[str, bool]] = defaultdict(dict)  # names and aliases only
    for term in terms:
        for kind, label in _linkable(term):
            spelt = spelling(label)
            if spelt is None:
                continue
            written = spelt.written
            if kind != "abbreviations":
                as_written[written][term.slug] = term.autolink
            key = (spelt.stems, written if kind == "abbreviations" else ())
            owner = owners.get(key)
            if owner is None:
                owner = owners[key] = _Owners(label)
            owner.slugs[term.slug] = term.autolink
            owner.joints.update(spelt.joints)
    for (_stems, written), owner in owners.items():
        if written in as_written:  # one term's abbreviation is, letter for letter, another's name
            owner.slugs = {**as_written[written], **owner.slugs}
    return _lexicon(_label(stems, written, owner) for (stems, written), owner in owners.items())


def _linkable(term: Term) -> Iterator[tuple[str, str]]:
    if term.status != "deprecated":
        yield from ((kind, label) for kind, label in term.labels() if kind != "discouraged")


class Spelling(NamedTuple):
    """The words of a label; ``joints`` is what separates them, other than spaces and hyphens."""

    stems: Stems
    written: Stems
    joints: tuple[str, ...]


def spelling(label: str) -> Spelling | None:
    """None where a label has no word."""
    words = words_of(label)
    if not words:
        return None
    gaps = (label[before.end : after.start] for before, after in pairwise(words))
    return Spelling(
        stems=tuple(word.stem for word in words),
        written=tuple(word.written for word in words),
        joints=tuple(gap for gap in gaps if not _GAP.fullmatch(gap)),
    )


def _label(stems: Stems, written: Stems, owner: _Owners) -> Label:
    return Label(
        stems=stems,
        written=written,
        shown=owner.shown,
        joints=frozenset(owner.joints),
        slugs=tuple(sorted(owner.slugs)),
        linked=any(owner.slugs.values()),
    )


def _lexicon(found: Iterable[Label]) -> Lexicon:
    labels: dict[Stems, tuple[Label, ...]] = {}
    for label in found:
        same = labels.get(label.stems, ())
        labels[label.stems] = (label, *same) if label.written else (*same, label)
    return Lexicon(labels=labels, lengths=_lengths(labels))


def _lengths(labels: Iterable[Stems]) -> Mapping[str, Mapping[str | None, tuple[int, ...]]]:
    found: dict[str, dict[str | None, tuple[int, ...]]] = {}
    for stems in sorted(labels, key=len):  # those of one word first, which stand under None
        by_second = found.setdefault(stems[0], {None: ()})
        second = stems[1] if len(stems) > 1 else None
        shorter = by_second.get(second, by_second[None])
        if len(stems) not in shorter:
            by_second[second] = (len(stems), *shorter)
    return found


def own_label(term: Term, text: str) -> str:
    """The first label of the term itself in a text, "" where it has none of them."""
    spellings = (spelling(label) for _, label in _linkable(term))
    begins = {spelt.stems[0] for spelt in spellings if spelt}
    if begins.isdisjoint(word.stem for word in words_of(text)):
        return ""  # no label can begin in this text, so none has to be looked for
    mentions = find(text, lexicon([term]))
    return mentions[0].label.shown if mentions else ""


def find(text: str, lexicon: Lexicon) -> list[Found]:
    """Non-overlapping labels in running text, from left to right, the longest at each place."""
    words = words_of(text)
    stems = [word.stem for word in words]
    mentions: list[Found] = []
    after = 0  # the word behind the last label
    for index, stem in enumerate(stems):
        by_second = lexicon.lengths.get(stem)
        if index < after or by_second is None:
            continue
        second = stems[index + 1] if index + 1 < len(stems) else None
        for length in by_second.get(second, by_second[None]):
            same = lexicon.labels.get(tuple(stems[index : index + length]))
            found = _standing(same, text, words[index : index + length]) if same else None
            if found:
                mentions.append(found)
                after = index + length
                break
    return mentions


def _standing(labels: Iterable[Label], text: str, words: Sequence[Word]) -> Found | None:
    """The label that these words are, if nothing in or around them makes them part of something else."""
    start, end = words[0].start, words[-1].end
    gaps = (text[one.end : two.start] for one, two in pairwise(words))
    joints = [gap for gap in gaps if not _GAP.fullmatch(gap)]
    written = [word.written for word in words]
    for label in labels:
        if label.joints.issuperset(joints) and (not label.written or _as_written(written, label.written)):
            return Found(start, end, label) if _stands_free(text, start, end) else None
    return None


def _as_written(words: Iterable[str], wanted: Stems) -> bool:
    """An abbreviation as written, or in the plural or genitive ("KPIs", "SLA's")."""
    return all(
        word == one or (word.startswith(one) and word[len(one) :] in ("s", "'s", "’s"))
        for word, one in zip(words, wanted, strict=True)
    )


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether the words are not part of a hyphenated word, an address or a file name."""
    before, after = text[max(0, start - _LONGEST_CHUNK) : start], text[end : end + _LONGEST_CHUNK]
    left = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
    right = after.split(None, 1)[0] if after and not after[0].isspace() else ""
    hyphenated = _HYPHEN_BEFORE.search(left) or _HYPHEN_AFTER.match(right)
    return not hyphenated and not _ADDRESS.search(f"{left}x{right}")
