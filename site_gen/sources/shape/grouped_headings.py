"""Headings one level below the entries that are entries as well: under a group, or by mistake.

"## Queue" has a text; "## Tickets" has none, and below it "### Merge" and "### Macro" have theirs. Of fifty
headings one has a level of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import mean

from site_gen.model import names
from site_gen.sources.shape import defining
from site_gen.sources.shape.blocks import Prose, abbreviates, count_words
from site_gen.sources.shape.sections import Section, is_facet, is_structure
from site_gen.sources.shape.vocabulary import FACET_STARTS

MAX_HEAD = 6  # words of a heading
ENOUGH = 2  # such headings in a document
MANY, ODD = 15, 0.05  # headings of entries, and the share of those with a level of their own
DEFINED = 0.6  # share of texts below the level of entries that read like definitions
LETTERS = 4  # headings of one letter
FEW = 0.4  # share of texts that speak to readers, as instructions do


def entries(parts: Sequence[Section], heads: frozenset[str]) -> frozenset[int]:
    """The headings, by identity, that are entries although headings of their level are none by themselves."""
    times = Counter(names.fold(part.head.text) for part in parts)
    found = [group for group in _groups(parts, heads) if _are_entries(group, times)]
    own = [id(part.head) for group in found for part in group]
    own += [id(part.head) for part in parts if part.body and part.head.sure and _spells_out(part.head.text)]
    own += _among_letters(parts, heads, times)
    if sum(map(len, found)) >= ENOUGH:
        return frozenset(own)
    return frozenset((*own, *(_odd(parts, heads, times) or _kinds(parts, heads, times))))


_IN_BRACKETS = re.compile(r"(?P<short>[^\W\d_][\w/&.-]{1,9}) \((?P<long>[^()]{5,90})\)")


def _spells_out(head: str) -> bool:
    """Whether a heading is an abbreviation with its long form in brackets."""
    found = _IN_BRACKETS.fullmatch(head)
    return found is not None and found["short"].isupper() and abbreviates(found["short"], found["long"])


def _kinds(parts: Sequence[Section], heads: frozenset[str], times: Counter[str]) -> list[int]:
    """The defined headings, by identity, one level below the entries, if all may be names and most are."""
    usual = {part.head.depth for part in parts if part.head.style in heads and part.body and part.head.sure}
    below = max(usual, default=0) + 1
    low = [part for part in parts if part.head.sure and usual and part.head.depth == below]
    told = [part for part in low if part.body]
    if len(told) < ENOUGH or len(told) < len(low) or not all(_is_entry(part, times) for part in told):
        return []
    defined = [part for part in told if _is_defined(part)]
    readers = mean(defining.speaks_to_readers(part.text) for part in told)
    enough = len(defined) >= DEFINED * len(told) and readers < FEW
    return [id(part.head) for part in defined] if enough else []


def _is_defined(part: Section) -> bool:
    name, text = part.head.text, part.text
    return defining.defines(name, text) or (name.isupper() and abbreviates(name, text[:100]))


def _odd(parts: Sequence[Section], heads: frozenset[str], times: Counter[str]) -> list[int]:
    """The few headings, by identity, that stand one level too low in a long list of headings."""
    usual = [part.head.depth for part in parts if part.head.style in heads and part.body]
    lowest = max(usual, default=0)
    low = [part for part in parts if part.head.sure and usual and part.head.depth > lowest]
    if len(usual) < MANY or len(low) > ODD * len(usual) or not all(part.body for part in low):
        return []
    return [id(part.head) for part in low if _is_entry(part, times)]


def _among_letters(parts: Sequence[Section], heads: frozenset[str], times: Counter[str]) -> list[int]:
    """The headings, by identity, with a text on the level of the letters that stand over the entries."""
    usual = Counter(part.head.depth for part in parts if part.head.style in heads and part.body)
    over = max(usual, key=lambda depth: usual[depth], default=0) - 1
    level = [part for part in parts if part.head.sure and part.head.depth == over]
    letters = [part for part in level if len(part.head.text) == 1 and not part.body]
    if len(letters) < LETTERS:
        return []
    return [id(part.head) for part in level if part.body and _is_entry(part, times)]


def _groups(parts: Sequence[Section], heads: frozenset[str]) -> Iterator[list[Section]]:
    """The headings with a text right below each heading of the entries' level that has none."""
    group, depth = list[Section](), 0
    for part in parts:
        if depth and part.head.depth == depth + 1 and part.head.sure:
            group += [part] if part.body else []
            continue
        if depth and part.head.depth > depth:  # deeper still: a chapter
            group, depth = [], 0
            continue
        if group:
            yield group
        leads = part.head.style in heads and not part.body and not is_structure(part.head.text)
        group, depth = [], part.head.depth if leads and part.head.sure else 0
    if group:
        yield group


def _are_entries(group: Sequence[Section], times: Counter[str]) -> bool:
    told = mean(defining.speaks_to_readers(part.text) for part in group)
    return told <= FEW and all(_is_entry(part, times) for part in group)


def _is_entry(part: Section, times: Counter[str]) -> bool:
    """Whether a heading and its text may be a name and what it means."""
    name, text = part.head.text, part.text
    if part.head.text.endswith(("?", "？")) or count_words(name) > MAX_HEAD or times[names.fold(name)] > 1:
        return False
    if is_facet(name) or is_structure(name) or names.fold(name).split(" ")[0] in FACET_STARTS:
        return False
    first = part.body[0]
    if isinstance(first, Prose) and first.bullet:
        return False
    return not defining.introduces(text)
