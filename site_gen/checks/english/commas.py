"""The comma before the last item of a list, where the form of the words tells that they are a list.

"When it rings, agents and leads …" looks like one and is none. So three words are only taken for a list after
a colon or "such as", or where each has the same small word in front; more than three are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.checks.english import Correction

# All repetitions have an end: otherwise a long text without lists takes time by the square of its length.
_ITEM = r"[A-Za-z][\w’'-]{0,40}"
_SHORT = rf"{_ITEM}(?: (?!and\b|or\b){_ITEM})?"
_GOES_ON = r"(?:so|then|not|thus|also|if|when|that|which|who|it|they|we|he|she|you|I)\b"  # with a clause
_LAST = rf"(?P<last>{_ITEM}) (?P<join>and|or) (?!{_GOES_ON}){_ITEM}"
_END = r"(?=[.;:)?!\n]|\Z)"
_LONGEST_CLAUSE = 120  # characters before a list that may introduce it
_SAME = ("the", "an?", "no", "each", "every", "who", "how", "when", "what", "where", "your", "our")

_LISTS = (
    rf"(?<![\w’'-])(?:{_ITEM}, ){{2,20}}{_LAST}{_END}",  # a, b, c and d
    rf"(?:such as|for example|for instance|namely|:|\() ?(?:{_SHORT}, ){{1,20}}{_LAST}{_END}",
    *(
        rf"\b(?:{word} {_ITEM}, ){{1,20}}(?P<last>{word} {_ITEM}) (?P<join>and|or) {word} {_ITEM}"
        for word in _SAME
    ),  # the a, the b and the c
)
_PATTERNS = tuple(map(re.compile, _LISTS))
_INTRODUCES = """
    In On At For With When If After Before By From To As While Once Unless Today Then Also Yes No Well So But
    And Or Here There Now Still Instead Often Sometimes Usually
"""
# The first comma ends the beginning of a sentence, and no item.
_SUBCLAUSE = re.compile(rf"(?:^|[.;:!?\n] ?)(?:{'|'.join(_INTRODUCES.split())})\b[^,.;:!?\n]*\Z")


def missing_commas(text: str) -> Iterator[Correction]:
    """Lists of three or more without a comma before their "and" or "or"."""
    seen: set[int] = set()
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            comma = text.index(",", found.start())
            before = text[max(0, found.start() - _LONGEST_CLAUSE) : comma]
            if found.end("last") in seen or _SUBCLAUSE.search(before):
                continue
            seen.add(found.end("last"))
            start, end = found.start("last"), found.end("join")
            instead = f"{found['last']}, {found['join']}"
            yield Correction(start, end, text[start:end], instead, "is a list without its last comma")
