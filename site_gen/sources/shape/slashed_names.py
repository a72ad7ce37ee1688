"""Names between slashes: two words for one thing, "Rota / roster", or two things, "Inbound / outbound"."""

from __future__ import annotations

import re
from itertools import takewhile

from site_gen.model import names
from site_gen.sources.shape.blocks import abbreviates, count_words

WORDS = 3  # of each name
SHARED = 3  # letters at the end of two words that are a pair, such as "import" and "export"
_ENDING = re.compile(  # that so many words have that it shows no pair
    r"[^\W\d_]?(?:ung|ing|ion|tion|ation|ment|heit|keit|schaft|ción|zione|ção|ness|ity|ität|ité|eur|tor|ier|"
    r"ние|ость|ка|lik|lık|ning|het|ing|else)"
)
_BRACKET = re.compile(r"[()（）\[\]]")


def are_names_of_one(first: str, second: str, text: str) -> bool:
    """Whether two names with a slash and blanks between them mean one thing, which ``text`` explains.

    Not so are two levels ("P1 / P2"), pairs ("opt-in / opt-out"), a word that needs the last one of the other
    ("Warm / cold transfer"), and two that the text tells apart.
    """
    sizes = [count_words(one) for one in (first, second)]
    if not all(0 < size <= WORDS and len(one) > 1 for one, size in zip((first, second), sizes, strict=True)):
        return False
    if _BRACKET.search(first + second):
        return False
    if any(map(str.isdigit, first)) and any(map(str.isdigit, second)):
        return False
    one, other = names.fold(first), names.fold(second)
    if abbreviates(first, second) or abbreviates(second, first) or other.startswith(f"{one} "):
        return True
    if sizes[0] < sizes[1] and second[:1].islower():
        return False
    return not _are_a_pair(one, other) and not _tells_apart(one, other, names.fold(text))


def _are_a_pair(one: str, other: str) -> bool:
    """Whether two words differ only in how they begin, or in what stands behind a hyphen in them."""
    own, more = one.split(), other.split()
    if len(own) == len(more) == 2 and own[0] == more[0]:  # "opt-in", "opt-out"
        return True
    if len(own) != 1 or len(more) != 1:
        return False
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one[::-1], other[::-1], strict=False))
    end = "".join(letter for letter, _ in same)[::-1]
    return SHARED <= len(end) < min(len(one), len(other)) and not _ENDING.fullmatch(end)


def _tells_apart(one: str, other: str, text: str) -> bool:
    """Whether a text says what each of two names is."""
    said = f" {text} "
    return f" {one} " in said and f" {other} " in said
