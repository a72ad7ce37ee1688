"""The score of two profiles: first their names are compared, then texts and sources raise or lower it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from site_gen.match.abbreviations import folded, spells
from site_gen.match.compare import LETTERS, NOTHING, SAME_FROM, Likeness, compare
from site_gen.match.evidence import by_sources, by_texts
from site_gen.match.family import root, sense
from site_gen.match.field import Field
from site_gen.match.label import Label
from site_gen.match.profile import Profile
from site_gen.match.statements import SPELT
from site_gen.match.subject import Context

__all__ = ["SAME_FROM", "Context", "Scored", "score"]

_SHARED_BOTH = 10  # points gained by the same abbreviation where the long names are similar too
_SHARED_HALF = 78  # score of the same abbreviation alone, or with names that share half of their words
_SHARED_ONLY = 50
_OTHER_ABBREVIATION = 20  # points lost where initials fit, but the long name has another abbreviation
_SEARCHED = 88  # score of a phrase that people search for, which is not a name
_RIVALLED = 86


@dataclass(frozen=True, slots=True)
class Scored:
    """How likely two profiles are one concept: ``score`` from 0 to 100, ``why`` as text for people.

    ``stated``: one of the two states it, in its text or by a slash in its name.
    """

    score: int
    why: str
    stated: bool = False


def score(one: Profile, other: Profile, context: Context) -> Scored:
    """Score two profiles. Names decide; texts and sources confirm them or lower the score."""
    likeness, labels = _best(one, other)
    likeness = max(likeness, _searched(one, other), _searched(other, one), key=lambda found: found.score)
    if not likeness.score:
        return Scored(0, "")
    if likeness.kind == LETTERS and (_spells_the_s(one) or _spells_the_s(other)):
        return Scored(0, "")
    likeness = _checked_abbreviation(likeness, one, other)
    if likeness.drops_domain and any(context.rivals(form.core) for label in labels for form in label.forms):
        likeness = likeness.at_most(_RIVALLED, "there are other kinds of it")
    likeness = by_sources(by_texts(likeness, one, other, context), one, other)
    return Scored(likeness.score, likeness.why, likeness.stated)


def _best(one: Profile, other: Profile) -> tuple[Likeness, tuple[Label, ...]]:
    best, labels = NOTHING, tuple[Label, ...]()
    for left, right in product(one.labels, other.labels):
        found = compare(left, right, one.field)
        explained = _explained(found, left, one, right) or _explained(found, right, other, left)
        if found.score > best.score and not explained:
            best, labels = found, (left, right)
    return best, labels


def _searched(one: Profile, other: Profile) -> Likeness:
    for label in one.labels:
        joined = label.forms[0].joined
        if text := other.searched.get(joined):
            return Likeness(_SEARCHED, f"people who search for “{text}” mean it")
        if why := other.elsewhere.get(joined):
            return Likeness(_SEARCHED, why)
    return NOTHING


def _explained(found: Likeness, label: Label, profile: Profile, other: Label) -> bool:
    """Whether the profile of an abbreviation already has a long name that explains it.

    Then a match with ``other`` by initials does not count. Neither does a match with an ordinary word of the
    same letters, if a text spells the abbreviation out.
    """
    if not label.abbreviation or not profile.has_long_name():
        return False
    if found.kind == "initials":
        return True
    spelt = any(one.cost == SPELT for one in profile.labels)
    return spelt and _is_word(other) and label.forms[0].joined == other.forms[0].joined


def _is_word(label: Label) -> bool:
    """Whether a name is one ordinary word, which has the letters of an abbreviation only by chance."""
    return not label.abbreviation and len(label.forms[0].words) == 1 and " " not in label.printed


def _checked_abbreviation(likeness: Likeness, one: Profile, other: Profile) -> Likeness:
    """The likeness by a shared abbreviation, corrected by the long names: "CSM" stands for many things."""
    if likeness.kind == "initials":
        if one.abbreviations() and other.abbreviations():
            return likeness.changed(-_OTHER_ABBREVIATION, "each has an abbreviation of its own")
        return likeness
    shared = one.abbreviations() & other.abbreviations()
    if not shared or not (one.has_long_name() and other.has_long_name()):
        return likeness
    every = [(compare(a, b, one.field), a, b) for a, b in product(_long(one), _long(other))]
    long, left, right = max(every, key=lambda found: found[0].score)
    if long.score >= SAME_FROM:
        return long
    if long.score:
        found = long.changed(_SHARED_BOTH, f"the same abbreviation, {min(shared).upper()}")
        others = long.spelt and _has_other_words(left, right, one.field)
        return found.at_most(SAME_FROM - 1, "its text has other words for it") if others else found
    points = _SHARED_ONLY
    spelt = [_spells_out(profile, shared) for profile in (one, other)]
    if any(_half_shared(a, b, one.field) for a, b in product(_long(one), _long(other))) or (
        not all(spelt)
        and (not any(spelt) or any(profile.labels[0].abbreviation in shared for profile in (one, other)))
    ):
        points = _SHARED_HALF
    return replace(
        likeness, score=points, why=f"the same abbreviation, {min(shared).upper()}, for other words"
    )


def _spells_the_s(profile: Profile) -> bool:
    """Whether the S at the end of an abbreviation stands for a word of its long name: "sharing" in "CORS"."""
    return any(
        short.endswith("s") and label.forms[0].written[-1].startswith("s")
        for short in profile.abbreviations()
        for label in _long(profile)
    )


def _spells_out(profile: Profile, shorts: Iterable[str]) -> bool:
    """Whether one of the abbreviations in ``shorts`` is short for a long name of the profile."""
    return any(spells(folded(short), label.forms[0].written) for label in _long(profile) for short in shorts)


def _long(profile: Profile) -> list[Label]:
    return [label for label in profile.labels if not label.abbreviation]


def _has_other_words(one: Label, other: Label, field: Field) -> bool:
    """Whether two names have words of other roots: "repair" and "resolve", not "handle" and "handling"."""
    left, right = ({root(word, field) for word in label.forms[0].words} for label in (one, other))
    return left != right


def _half_shared(one: Label, other: Label, field: Field) -> bool:
    left, right = ({sense(word, field) for word in label.forms[0].words} for label in (one, other))
    return 2 * len(left & right) > max(len(left), len(right))
