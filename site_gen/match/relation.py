"""The differences between two forms of names: each has a kind, a cost in points and a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from site_gen.match.family import related, root, sense
from site_gen.match.field import FIELDS, Field
from site_gen.match.forms import Form, generic, role_of_tail
from site_gen.match.lexicon import (
    AVERAGE_COST,
    DOMAIN_EXCHANGE,
    DOMAIN_PHRASE_COST,
    MEASURE_OF_MANY,
    SHORT_CORE,
    SHORT_CORE_COST,
    TAIL_COST,
)

_ORDER = 16
_ROLES_DIFFER = 12  # "ticketing system" and "ticketing team"
MOST_WORDS = 8  # in a core whose words are compared one by one
MOST_SLIPS = 2  # in one name; with more, the names are taken to differ
_SAME_ENOUGH = 10
_MANY_WORDS = 3
_LONELY = 10  # more points lost where an exchanged word is all that the names share
_MOST = 30  # a pair that costs more is not even a question


@dataclass(frozen=True, slots=True)
class Difference:
    """What two names differ in: ``cost`` in points of 100, and a reason for each part of the cost."""

    cost: int
    reasons: tuple[str, ...] = ()
    drops_domain: bool = False  # one name is the other without a word such as "customer"
    drops_measure: bool = False  # one name is the other without a word such as "rate"
    changes_type: bool = False  # one name is a thing, the other an activity
    stated: bool = False  # one printed name states both

    def __add__(self, other: Difference) -> Difference:
        return Difference(
            self.cost + other.cost,
            self.reasons + other.reasons,
            self.drops_domain or other.drops_domain,
            self.drops_measure or other.drops_measure,
            self.changes_type or other.changes_type,
            self.stated or other.stated,
        )


NONE = Difference(0)


def difference(one: Form, other: Form, field: Field) -> Difference | None:
    """The difference between two forms; ``None`` where they name different concepts."""
    own = Difference(
        one.cost + other.cost,
        tuple(why for why in (one.why, other.why) if why),
        stated=one.stated or other.stated,
    )
    if one.joined == other.joined:
        return own
    core = _core(one, other, field)
    if core is None or core.cost > _MOST:
        return None
    tail = _tail(one, other, field)
    if core.changes_type and tail.cost:
        tail += Difference(_ROLES_DIFFER)
    return own + core + _lead(one, other, field) + tail


def _core(one: Form, other: Form, field: Field) -> Difference | None:
    if one.joined_core == other.joined_core:
        return NONE
    if len(one.core) != len(other.core) or len(one.core) > MOST_WORDS:
        return NONE if one.core == other.core else None
    pairs = _aligned(one, other, field)
    if pairs is None or _slips(one, other, pairs, field) > MOST_SLIPS:
        return None
    ordered = [at for _, at in pairs] == sorted(at for _, at in pairs)
    total = NONE if ordered else Difference(_ORDER, ("the same words in another order",))
    for (cost, at), word in zip(pairs, one.core, strict=True):
        if cost:
            found = _exchange(cost, one, word, other, other.core[at], field)
            family = cost > _SAME_ENOUGH and root(word, field) == root(other.core[at], field)
            lonely = _LONELY if len(pairs) == 1 and cost > _SAME_ENOUGH and not family else 0
            total += replace(found, changes_type=family, cost=cost + lonely)
    return total


def _aligned(one: Form, other: Form, field: Field) -> list[tuple[int, int]] | None:
    """The cost and the position in ``other`` for each core word of ``one``, pairing the cheapest first."""
    found: list[tuple[int, int] | None] = [None] * len(one.core)
    free = set(range(len(other.core)))
    priced = (
        (cost, abs(left - right), left, right)
        for left, right in product(range(len(one.core)), range(len(other.core)))
        if (cost := _price(one, left, other, right, field)) is not None
    )
    for cost, _, left, right in sorted(priced):
        if found[left] is None and right in free:
            found[left] = (cost, right)
            free.discard(right)
    return None if None in found else [pair for pair in found if pair is not None]


def _slips(one: Form, other: Form, pairs: list[tuple[int, int]], field: Field) -> int:
    words = zip(one.core, (other.core[at] for _, at in pairs), strict=True)
    return sum(sense(word, field) != sense(instead, field) for word, instead in words)


def _price(one: Form, left: int, other: Form, right: int, field: Field) -> int | None:
    word, instead = one.core[left], other.core[right]
    if word == instead:
        return 0
    head = _after(one, left)
    return related(word, instead, field, followed_by=head if head and _after(other, right) else "")


def _after(form: Form, at: int) -> str:
    """The word that the core word at this position modifies; "" where it is the main noun itself."""
    following = (*form.core, *form.tail)[at + 1 :]
    return following[-1] if following else ""


def _exchange(cost: int, one: Form, word: str, other: Form, instead: str, field: Field) -> Difference:
    return Difference(cost, (f"“{one.shown([word], field)}” for “{other.shown([instead], field)}”",))


def _lead(one: Form, other: Form, field: Field) -> Difference:
    """The difference in the first words: those of the domain ("customer"), and "average"."""
    left, right = _without(one.lead, other.lead), _without(other.lead, one.lead)
    total = NONE
    for word in tuple(left):
        instead = next((w for w in right if related(word, w, field) is not None), None)
        if instead is not None:
            left, right = _without(left, (word,)), _without(right, (instead,))
            cost = related(word, instead, field) or 0
            cost += DOMAIN_EXCHANGE if cost > _SAME_ENOUGH else 0
            total += _exchange(cost, one, word, other, instead, field)
    for form, words in ((one, left), (other, right)):
        total += _dropped(form, words, field)
    if total.cost and left and right:
        total += Difference(_ROLES_DIFFER)
    return total


@lru_cache(maxsize=FIELDS)
def _leads(field: Field) -> tuple[dict[str, int], frozenset[tuple[str, ...]]]:
    """First words of the field by stem, each with its points, and the phrases of several."""
    phrases = frozenset(tuple(map(field.stem, phrase)) for phrase in field.phrases)
    return {field.stem(word): cost for word, cost in field.leads.items()}, phrases


def _dropped(form: Form, words: tuple[str, ...], field: Field) -> Difference:
    if not words:
        return NONE
    said = form.shown(words, field)
    known = tuple(generic(word, field) for word in words)
    leads, phrases = _leads(field)
    averages = {field.stem(word): cost for word, cost in AVERAGE_COST.items()}
    cost = DOMAIN_PHRASE_COST if known in phrases else sum((leads | averages)[word] for word in known)
    domain = any(word in leads for word in known)
    if domain and len("".join(form.core)) < SHORT_CORE:
        cost += SHORT_CORE_COST
    return Difference(cost, (f"one leaves out “{said}”",), drops_domain=domain)


def _tail(one: Form, other: Form, field: Field) -> Difference:
    """The difference in the generic last words: one left out, or one in place of another."""
    left, right = _without(one.tail, other.tail), _without(other.tail, one.tail)
    if left and right:
        cost = related(left[-1], right[-1], field)
        if cost is not None and len(left) == len(right) == 1:
            return _exchange(cost, one, left[0], other, right[0], field)
        return Difference(_tail_cost(left, field) + _tail_cost(right, field) + _ROLES_DIFFER)
    form, words = (one, left) if left else (other, right)
    if not words:
        return NONE
    said = form.shown(words, field)
    roles = [role_of_tail(word, field) for word in words]
    if roles == ["measure"] and len(form.core) >= _MANY_WORDS:
        return Difference(MEASURE_OF_MANY, (f"one leaves out “{said}”",))
    reason = f"one leaves out “{said}”"
    return Difference(_tail_cost(words, field), (reason,), drops_measure="measure" in roles)


def _tail_cost(words: tuple[str, ...], field: Field) -> int:
    return sum(TAIL_COST[role] for word in words if (role := role_of_tail(word, field)))


def _without(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    rest = list(others)
    kept = []
    for word in words:
        if word in rest:
            rest.remove(word)
        else:
            kept.append(word)
    return tuple(kept)
