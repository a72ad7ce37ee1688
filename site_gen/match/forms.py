"""The readings of one printed name: its core words, and the generic words before and after them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from site_gen.match.family import sense, slip
from site_gen.match.field import FIELDS, Field
from site_gen.match.lexicon import (
    AVERAGE_COST,
    COUNTED,
    NUMBERS,
    STOP,
    TAILS,
    TURNS,
    WITHIN,
    Role,
)
from site_gen.model.names import PARTICLES, bare, singular, spelled, spoken

_NOT_LEFT_OUT = {"offer", "team"}  # "customer service" without "service" is another thing
_PLACE = 22  # points lost for leaving out the place ("intent in chatbots" read as "intent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One reading of a name.

    ``words`` are stemmed, in the order of a compound ("rate of churn" as churn, rate), without "of" and
    "the". ``lead``, ``core`` and ``tail`` are the same words in three parts: "average | reply | time" has a
    lead, "ticketing | system" a tail. ``written`` are the words as printed. ``cost`` is how many points a
    match with this reading loses, because it is not quite the printed name.
    """

    words: tuple[str, ...]
    lead: tuple[str, ...]
    core: tuple[str, ...]
    tail: tuple[str, ...]
    written: Sequence[str]
    joined: str  # all words, without spaces
    joined_core: str
    signature: str  # equal for cores that differ only in order, in word family or by exchangeable words
    cost: int = 0
    why: str = ""
    stated: bool = False  # printed as one of two names: "first call/contact resolution"

    def shown(self, words: Iterable[str], field: Field) -> str:
        """Stemmed words of this form, as they are printed in the name."""
        written = {_stemmed(word, field): word for word in self.written}
        return " ".join(written.get(word, word) for word in words)


def signature(senses: Iterable[str]) -> str:
    """The senses of a core as one key, sorted, so that the order of the words does not matter."""
    return " ".join(sorted(senses))


def is_tool(word: str, field: Field) -> bool:
    """Whether a printed word names only a tool: "system", "software"."""
    return _roles(field).get(_stemmed(word, field)) == "tool"


@lru_cache(maxsize=FIELDS)
def _roles(field: Field) -> Mapping[str, Role]:
    return {field.stem(word): role for word, role in TAILS.items()}


@lru_cache(maxsize=FIELDS)
def _leads(field: Field) -> frozenset[str]:
    return frozenset(field.stem(word) for word in (*field.leads, *AVERAGE_COST))


@lru_cache(maxsize=FIELDS)
def _long_generic(field: Field) -> Sequence[str]:
    """Those by which a slip is recognised: short ones resemble other words too much."""
    return sorted(word for word in {*_roles(field), *_leads(field)} if len(word) > 5)


@lru_cache(maxsize=1 << 16)
def generic(word: str, field: Field) -> str:
    """The generic word that a stemmed word is or misspells; "" for a word with a meaning of its own."""
    if word in _leads(field) or word in _roles(field):
        return word
    return next((known for known in _long_generic(field) if slip(word, known) is not None), "")


def role_of_tail(word: str, field: Field) -> Role | None:
    """What a generic last word stands for, given stemmed ("team": a group); None if it is not generic."""
    return _roles(field).get(generic(word, field))


@lru_cache(maxsize=1 << 17)
def _stemmed(word: str, field: Field) -> str:
    return NUMBERS.get(word) or field.stem(word)


@lru_cache(maxsize=1 << 15)
def written_words(name: str) -> tuple[str, ...]:
    """The words of a printed name in order, folded but not stemmed; "q&a" and "tcp/ip" are one word each."""
    words = spelled(singular(bare(name[:LONGEST]))).split()
    for at in range(len(words) - 2, 0, -1):
        sign = _SIGN_OF.get(words[at])
        if sign and _is_compound(sign, words[at - 1], words[at + 1]):
            words[at - 1 : at + 2] = [f"{words[at - 1]}{sign}{words[at + 1]}"]
    found = [word for word in words if word != "/"]
    return (*found[:1], *(PARTICLES.get(word, word) for word in found[1:]))


LONGEST = 500  # characters of a name that are compared: five times what a label may have
_SIGN_OF = {"and": "&", "/": "/"}
_SHORT = 3  # letters: longer words around a slash are alternatives


def _is_compound(sign: str, left: str, right: str) -> bool:
    """Whether "&" or "/" joins two short words into one name ("q&a"), unlike "terms and conditions"."""
    if sign == "&":
        return 1 in (len(left), len(right)) and max(len(left), len(right)) < _SHORT
    return len(left) <= _SHORT and (len(right) <= _SHORT or sign in right)


def forms(name: str, field: Field, *, cost: int = 0, why: str = "", stated: bool = False) -> tuple[Form, ...]:
    """The readings of a printed name without its brackets, cheapest first; () where it has no word."""
    written = written_words(field.language.unelided(name))
    found = [_form(written, field, cost, why, stated)] if written else []
    at = next((i for i, word in enumerate(written) if word in WITHIN and 0 < i < len(written) - 1), 0)
    if at:
        place = " ".join(written[at:])
        dearer = cost + _place_cost(written[at + 1 :], field)
        found.append(_form(written[:at], field, dearer, f"without “{place}”", stated))
    return tuple(found)


def joined(text: str, field: Field) -> str:
    """All words of a phrase, joined as in ``Form.joined``; "" where it has none."""
    written = written_words(field.language.unelided(text))
    return "".join(_plain_order(written, field)) if written else ""


def _place_cost(place: Sequence[str], field: Field) -> int:
    """The points lost for leaving out a place; few for the domain itself: "in customer service"."""
    words = tuple(stem for word in place if (stem := _stemmed(word, field)) not in STOP)
    return 4 if words in field.phrases or all(word in field.leads for word in words) else _PLACE


def _form(written: Sequence[str], field: Field, cost: int, why: str, stated: bool) -> Form:
    words = _plain_order(written, field)
    lead, tail = _parted(words, field)
    return Form(
        words=words,
        lead=words[:lead],
        core=words[lead:tail],
        tail=words[tail:],
        written=written,
        joined="".join(words),
        joined_core="".join(words[lead:tail]),
        signature=signature(sense(word, field) for word in words[lead:tail]),
        cost=cost,
        why=why,
        stated=stated,
    )


def _plain_order(written: Sequence[str], field: Field) -> tuple[str, ...]:
    """Stems in the order of a compound, what follows "of", "for" or "to" first: "speed of answer" gives
    answer, speed.
    """
    parts: list[list[str]] = [[]]
    said = _said(written)
    for at, word in enumerate(said, start=1):
        if word in TURNS and parts[0]:
            parts.insert(0, [])
        elif word not in STOP and not (word in field.within and 1 < at < len(said)):
            parts[0].append(_stemmed(word, field))
    words = tuple(word for part in parts for word in part)
    return words or tuple(_stemmed(word, field) for word in written)


_ROMAN = re.compile("(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_NO_NUMBERS = frozenset({"", "li", "xl"})  # "XL" is a size
_VERSION = re.compile(r"v(\d[\d.]*)")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def _said(written: Sequence[str]) -> list[str]:
    """The words as they are said, so that "C#" is "C sharp", "World War II" "World War 2", "v4" "4"."""
    found: list[str] = []
    for at, word in enumerate(written):
        version = _VERSION.fullmatch(word) if at else None
        if version:
            found.append(version[1])
        elif at and _is_roman(word, written[at - 1]):
            found.append(str(_value(word)))
        else:
            found += [word] if word.isalnum() else spoken(word).split() or [word]
    return found


def _is_roman(word: str, before: str) -> bool:
    """Whether a word is a Roman number; a single letter only behind a word such as "type"."""
    if word in _NO_NUMBERS or not _ROMAN.fullmatch(word):
        return False
    return len(word) > 1 or before in COUNTED


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))


def _parted(words: tuple[str, ...], field: Field) -> tuple[int, int]:
    """Where the core begins and ends. It always has a word that is not generic, or it is the whole name."""
    begin, end = 0, len(words)
    while begin < end - 1 and generic(words[begin], field) in _leads(field):
        begin += 1
    while end - 1 > begin and role_of_tail(words[end - 1], field):
        end -= 1
    if not all(generic(word, field) for word in words[begin:end]):
        return begin, end
    end = len(words)
    while end > 1 and (role_of_tail(words[end - 1], field) or "offer") not in _NOT_LEFT_OUT:
        end -= 1
    return 0, end
