"""Comparison of two labels: how likely (0 to 100) they name one concept, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from site_gen.match.field import Field
from site_gen.match.label import Label
from site_gen.match.lexicon import OTHER_IN_PLURAL, UNITS_BY_CASE
from site_gen.match.relation import NONE, Difference, difference
from site_gen.match.statements import SPELT, STATED
from site_gen.model import names

SAME_FROM = 90  # from this score on, two names are one concept and nobody is asked
_QUALIFIED = 12  # points lost where only one name has a qualifier: "Agent (software)" and "Agent"
_QUALIFIED_OTHERWISE = 40
_SAME_ABBREVIATION = 3
_INITIALS = {2: 26, 3: 14}  # points lost, by number of initials, where initials are the whole name
_INITIALS_WITHIN = {2: 14}  # ... where the rest of both names is the same
_MANY_INITIALS = 8
_JOINING = frozenset("/&")
LETTERS = "letters"  # the kind of likeness where only an S at the end of an abbreviation differs


@dataclass(frozen=True, slots=True)
class Likeness:
    """How similar two names are: ``score`` from 0 to 100, ``why`` as text for people.

    ``kind``: what the score is based on: the words, an abbreviation that both names print, initials, or
    abbreviations that differ by an S.
    ``stated``: a text, or a slash in a name, states that both are names of one concept.
    ``spelt``: one of the names is the long form that a text gives for the abbreviation it explains.
    ``drops_domain``: one name is the other without a word such as "customer"; reliable only while no other
    term fits as well.
    ``drops_measure``: one name is the other without a word such as "rate", so it may be what that measures.
    ``changes_type``: one name may be an activity and the other its object; texts cannot decide this.
    """

    score: int
    why: str = ""
    kind: str = "words"
    stated: bool = False
    spelt: bool = False
    drops_domain: bool = False
    drops_measure: bool = False
    changes_type: bool = False

    def changed(self, points: int, reason: str) -> Likeness:
        """The likeness with ``points`` more (fewer if negative), within 0 to 100, and one more reason."""
        return replace(self, score=max(0, min(100, self.score + points)), why=f"{self.why}; {reason}")

    def at_most(self, points: int, reason: str) -> Likeness:
        """The likeness with a score of ``points`` at most; one more reason if the score was higher."""
        return self.changed(points - self.score, reason) if self.score > points else self


NOTHING = Likeness(0)


def compare(one: Label, other: Label, field: Field) -> Likeness:
    """The highest likeness of any two forms of the labels; score 0 where they have nothing in common."""
    if one.slashed and one.slashed == other.slashed:
        return _likeness(one, other, NONE)
    best = _by_words(one, other, field)
    for found in (_by_abbreviation(one, other), _by_initials(one, other), _by_initials(other, one)):
        if found.score > best.score:
            best = found
    doubt = _doubt(one.printed, other.printed) if best.score >= SAME_FROM else ""
    return best.at_most(SAME_FROM - 1, doubt) if doubt else best


def _doubt(one: str, other: str) -> str:
    """Why two names that are compared as one may be two all the same; "" where nothing speaks for it."""
    if one == other:
        return ""
    if _differ_by_a_sign(one, other):
        return "only one has the sign"
    left, right = (names.bare(name).split() for name in (one, other))
    for word, instead in zip(left, right, strict=False):
        if word != instead and word.lower() == instead.lower() and _is_unit_by_case(word, instead):
            return f"“{word}” and “{instead}” are two units"
    single, plural = sorted(map(names.fold, (*left[:1], *right[:1])), key=len)
    if len(left) == len(right) == 1 and single in OTHER_IN_PLURAL and plural in (f"{single}s", f"{single}es"):
        return f"“{plural}” may mean something else"
    return ""


def _is_unit_by_case(word: str, instead: str) -> bool:
    """Whether capitals tell two units apart; one in small letters only is just typed so."""
    return word.lower() in UNITS_BY_CASE and not word.islower() and not instead.islower()


def _differ_by_a_sign(one: str, other: str) -> bool:
    """Whether "/" or "&" alone tells two names apart: "TCP/IP" and "TCP IP"."""
    if not _JOINING.intersection(one + other):
        return False
    words, others = names.words(one), names.words(other)
    return words != others and _without_signs(words) == _without_signs(others)


def _without_signs(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in ("/", "and")]


def _by_words(one: Label, other: Label, field: Field) -> Likeness:
    if (one.abbreviation or other.abbreviation) and not _one_core(one, other):
        return NOTHING
    found = [d for a, b in product(one.forms, other.forms) if (d := difference(a, b, field)) is not None]
    if not found:
        return NOTHING
    likeness = _likeness(one, other, min(found, key=lambda d: d.cost))
    if names.contradict(one.printed, other.printed):
        return replace(likeness.at_most(SAME_FROM - 1, "the S may be a letter of it"), kind=LETTERS)
    return likeness


def _one_core(one: Label, other: Label) -> bool:
    """Whether the core of the other name is just the abbreviation: "CRM" and "CRM system"."""
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
        stated=found.stated or bool({STATED, SPELT} & {one.cost, other.cost}),
        spelt=SPELT in (one.cost, other.cost),
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
