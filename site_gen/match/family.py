"""How two words are related: by word family, by exchange (near-synonyms), or by a typing slip.

Each relation has a *cost*: the points of 100 that two names lose when one has the first word where the
other has the second. ``None`` means that the words are unrelated.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from site_gen.match.field import FIELDS, Field
from site_gen.match.lexicon import DOERS, MEASURED, OPPOSITES
from site_gen.meaning.words import english

_ENDINGS = (  # (ending, what stands in its place, letters that must stand before it); first fit wins
    ("ification", "ify", 2),
    ("ifying", "ify", 2),
    ("ified", "ify", 2),
    ("ization", "ize", 3),
    ("izing", "ize", 3),
    ("ized", "ize", 3),
    ("plication", "ply", 1),
    ("olution", "olv", 1),
    ("scription", "scrib", 1),
    ("tention", "tain", 2),
    ("version", "vert", 2),
    ("isfaction", "isfy", 1),
    ("isfied", "isfy", 1),
    ("ational", "", 4),
    ("ation", "", 4),
    ("ating", "", 4),
    ("ative", "", 4),
    ("ated", "", 4),
    ("atic", "", 4),
    ("ate", "", 4),
    ("ional", "", 4),
    ("ion", "", 4),
    ("ive", "", 4),
    ("ment", "", 4),
    ("ability", "", 4),
    ("able", "", 4),
    ("very", "ver", 2),
    ("ness", "", 4),
    ("ance", "", 4),
    ("ense", "", 5),
    ("uring", "", 4),
    ("ured", "", 4),
    ("ure", "", 4),
    ("ity", "", 5),
    ("ly", "", 5),
    ("ual", "", 5),
    ("al", "", 5),
    ("ing", "", 2),
    ("ed", "", 4),
    ("e", "", 3),
)
_ROUNDS = 3  # conversation -> convers; relationally -> relational -> relat -> ...
_QUALITY = 6  # proactive, proactiveness
_MODIFIER = 8
_SAME_ACTIVITY = 8
_FAMILY = 16
_SLIP_OF_ONE_KEY = 8  # a letter doubled or two swapped, which hardly ever makes another word
_SLIP = 16
_TWO_SLIPS = 20
# The fewest letters of a word in which two letters may be swapped, one slip or two slips may occur.
_SWAPPED_FROM = 3
_ONE_SLIP_FROM = 5
_TWO_SLIPS_FROM = 9
_LONG = 7


@lru_cache(maxsize=1 << 16)
def root(word: str, field: Field) -> str:
    """The common beginning of a word family: "escalate", "escalated", "escalation" give "escal".

    The person ("dispatcher") is not in the family of the activity ("dispatch"): it is another concept.
    """
    if word.isdigit() or not word.isalnum() or not field.is_english:  # "2024", "notepad++": no ending
        return word
    for _ in range(_ROUNDS):
        shorter = _without_ending(word)
        if shorter == word:
            break
        word = shorter
    return word


def _without_ending(word: str) -> str:
    for ending, instead, before in _ENDINGS:
        at = len(word) - len(ending)
        if at >= before and word.endswith(ending) and any(c in "aeiouy" for c in word[:at]):
            return _undoubled(word[:at] + instead)
    return _undoubled(word)


def _undoubled(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou" else word


@lru_cache(maxsize=FIELDS)
def _exchangeable(field: Field) -> tuple[dict[str, str], dict[tuple[str, str], int]]:
    """One representative word for each set of exchangeable words, and the cost of each exchange."""
    representative: dict[str, str] = {}
    costs: dict[tuple[str, str], int] = {}
    for cost, group in field.exchanges:
        stems = [field.stem(word) for word in group]
        roots = [root(word, field) for word in stems]
        shared = next((representative[one] for one in roots if one in representative), roots[0])
        representative |= dict.fromkeys(roots, shared)
        for one in {*stems, *roots}:
            for other in {*stems, *roots}:
                costs[one, other] = min(cost, costs.get((one, other), cost))
    return representative, costs


_DISTANT_EXCHANGE = 20  # for words that are not exchangeable themselves, but both with a third


@lru_cache(maxsize=1 << 16)
def sense(word: str, field: Field) -> str:
    """A key that is equal for words of one family and for exchangeable words; candidates are found by it."""
    representative, _ = _exchangeable(field)
    return representative.get(root(word, field), root(word, field))


def related(one: str, other: str, field: Field, *, followed_by: str = "") -> int | None:
    """The cost of stemmed word ``other`` in place of ``one``; None if unrelated.

    ``followed_by`` is the noun that the words modify, or "" where they are the main noun of the name
    themselves: there a difference within a word family matters more.
    """
    if one == other:
        return 0
    if sense(one, field) != sense(other, field):
        return slip(one, other)
    _, exchange = _exchangeable(field)
    left, right = root(one, field), root(other, field)
    if left != right:
        return exchange.get((left, right), _DISTANT_EXCHANGE)
    short, long = sorted((one, other), key=lambda word: (len(word), word))
    family = _family(short, long, followed_by)
    return min(family, exchange.get((one, other), family), slip(one, other) or family)


def _family(short: str, long: str, followed_by: str) -> int:
    if followed_by and long in (short + "al", short + "ual") and len(short) > 5:
        return _MODIFIER  # operation efficiency, operational efficiency
    if long == short + "ness":
        return _QUALITY
    if followed_by in MEASURED and long.endswith("ing"):
        return _MODIFIER  # handle time, handling time
    endings = {word[-3:] for word in (short, long)}
    if "ing" in endings and ("ion" in endings or (followed_by and "ent" in endings)):
        return _SAME_ACTIVITY  # escalating, escalation; shipping label, shipment label
    if short.endswith(("ate", "ify", "ize")) and long.endswith("ion"):
        return _SAME_ACTIVITY  # escalate, escalation
    return _FAMILY


def slip(one: str, other: str) -> int | None:
    """The cost of a typing slip between two stemmed words; ``None`` where they are too different.

    A slip never changes the first letter or a digit, and opposites ("onboard", "offboard") are no slip. In a
    short word the only slip is two letters swapped ("caht"): a different letter makes a different word.
    """
    most = slips_allowed(min(len(one), len(other)))
    if not most or one[0] != other[0] or not (one.isalpha() and other.isalpha()):
        return None
    if OSA.distance(one, other, score_cutoff=most) > most or _opposite(one, other):
        return None
    if min(len(one), len(other)) < _ONE_SLIP_FROM and sorted(one) != sorted(other):
        return None
    if OSA.distance(one, other) > 1:
        return _TWO_SLIPS
    short, long = sorted((one, other), key=len)
    return _SLIP_OF_ONE_KEY if _harmless(short, long) and not _both_words(one, other) else _SLIP


def _harmless(short: str, long: str) -> bool:
    """Whether the single slip between two long words is of a kind that hardly ever makes another word.

    These are: a letter doubled, two letters swapped or, in a very long word, one letter left out."""
    if len(long) < _LONG:
        return False
    if len(short) == len(long):
        return sorted(short) == sorted(long)
    return len(long) >= _TWO_SLIPS_FROM or _doubled(short, long)


def _both_words(one: str, other: str) -> bool:
    """Whether both are common English words, so that neither need be a slip: "marital", "martial"."""
    common = english().records
    return one in common and other in common


def slips_allowed(letters: int) -> int:
    """How many slips a word of this many letters may have: none below 3 letters, one below 9, else two."""
    return (letters >= _SWAPPED_FROM) + (letters >= _TWO_SLIPS_FROM)


def _doubled(short: str, long: str) -> bool:
    return any(
        long[at] == long[at + 1] and long[:at] + long[at + 1 :] == short for at in range(len(long) - 1)
    )


def _opposite(one: str, other: str) -> bool:
    """Whether the words differ in a prefix or an ending that changes the meaning."""
    begins = any(_exchanged(one[::-1], other[::-1], a[::-1], b[::-1]) for a, b in OPPOSITES)
    return begins or any(_exchanged(one, other, a, b) for a, b in DOERS)


def _exchanged(one: str, other: str, ending: str, instead: str) -> bool:
    """Whether one word ends in ``ending`` and the other in ``instead``, and the rest is the same."""
    return any(
        left.endswith(ending) and right == left[: len(left) - len(ending)] + instead
        for left, right in ((one, other), (other, one))
    )
