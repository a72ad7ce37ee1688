"""Two labels compared: the score of 100 that they name one concept, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

from site_gen.match.label import Label
from site_gen.match.relation import Difference, difference
from site_gen.match.statements import STATED

SAME_FROM = 90  # points from which on two names are one without a person
_QUALIFIED = 12  # "Agent (software)" beside "Agent"
_QUALIFIED_OTHERWISE = 40
_SAME_ABBREVIATION = 3
_INITIALS = {2: 26, 3: 14}  # the whole name by initials alone; longer ones hardly meet by chance
_INITIALS_WITHIN = {2: 14}  # and the other words are the same
_MANY_INITIALS = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are: ``score`` 0 to 100, ``why`` for people.

    ``kind`` says what the score rests on: the words themselves, an abbreviation both print, or initials.
    ``stated``: a text or a slash says it in so many words.
    ``drops_domain``: one is the other without "customer" or the like, which holds only without a rival.
    ``drops_measure``: one is the other without "rate" or the like, so perhaps the thing that it measures.
    ``changes_type``: one may be the activity on the other, which texts cannot tell.
    """

    score: int
    why: str = ""
    kind: str = "words"
    stated: bool = False
    drops_domain: bool = False
    drops_measure: bool = False
    changes_type: bool = False

    def changed(self, points: int, reason: str) -> Likeness:
        return replace(self, score=max(0, min(100, self.score + points)), why=f"{self.why}; {reason}")

    def at_most(self, points: int, reason: str) -> Likeness:
        return self.changed(points - self.score, reason) if self.score > points else self


NOTHING = Likeness(0)


def compare(one: Label, other: Label) -> Likeness:
    """The best likeness of two labels, 0 where they have nothing in common."""
    best = _by_words(one, other)
    for found in (_by_abbreviation(one, other), _by_initials(one, other), _by_initials(other, one)):
        if found.score > best.score:
            best = found
    return best


def _by_words(one: Label, other: Label) -> Likeness:
    if (one.abbreviation or other.abbreviation) and not _one_core(one, other):
        return NOTHING
    found = [d for a, b in product(one.forms, other.forms) if (d := difference(a, b)) is not None]
    if not found:
        return NOTHING
    return _likeness(one, other, min(found, key=lambda d: d.cost))


def _one_core(one: Label, other: Label) -> bool:
    """Whether an abbreviation is all that the other name is about: "CRM" and "CRM system"."""
    return any(a.joined_core == b.joined_core for a, b in product(one.forms, other.forms))


def _likeness(one: Label, other: Label, found: Difference, kind: str = "words") -> Likeness:
    cost = found.cost + one.cost + other.cost
    reasons = [*found.reasons, one.why, other.why]
    if one.qualifier != other.qualifier:
        both = one.qualifier and other.qualifier
        cost += _QUALIFIED_OTHERWISE if both else _QUALIFIED
        reasons.append(f"one is printed with “{one.qualifier or other.qualifier}”")
    why = "; ".join(filter(None, reasons)) or "the same name"
    return Likeness(
        score=max(0, 100 - cost),
        why=why,
        kind=kind,
        stated=found.stated or STATED in (one.cost, other.cost),
        drops_domain=found.drops_domain,
        drops_measure=found.drops_measure,
        changes_type=found.changes_type,
    )


def _by_abbreviation(one: Label, other: Label) -> Likeness:
    if not one.abbreviation or one.abbreviation != other.abbreviation:
        return NOTHING
    reason = f"the same abbreviation, {one.printed}"
    return _likeness(one, other, Difference(_SAME_ABBREVIATION, (reason,)), "abbreviation")


def _by_initials(short: Label, long: Label) -> Likeness:
    best = NOTHING
    for letters, rest in short.contractions & long.expansions:
        prices = _INITIALS_WITHIN if rest else _INITIALS
        reason = f"“{letters.upper()}” may be short for {'words of ' * bool(rest)}“{long.printed}”"
        found = _likeness(
            short, long, Difference(prices.get(len(letters), _MANY_INITIALS), (reason,)), "initials"
        )
        best = max(best, found, key=lambda likeness: likeness.score)
    return best
