"""Evidence from texts and sources for or against two similar names being one concept."""

from __future__ import annotations

from site_gen.match.compare import SAME_FROM, Likeness
from site_gen.match.foreign import is_foreign
from site_gen.match.profile import Profile, name_words
from site_gen.match.subject import Context
from site_gen.match.text_likeness import speaks_of_a_figure

_APART = 12  # points lost for each source that defines both
_STATED_APART = 4  # ... where a text nevertheless says that they are one
_MOST_APART = 3
_SET_AGAINST = 24
_DOUBTFUL = 88
_ALIKE_TEXTS = 0.3
_LIFT, _LIFT_FROM = 8, 76


def by_texts(likeness: Likeness, one: Profile, other: Profile, context: Context) -> Likeness:
    """The likeness after reading the texts: lower where they differ, higher where they agree."""
    if not one.texts or not other.texts:
        return likeness
    if likeness.score >= SAME_FROM:
        if not likeness.stated and (is_foreign(one, other, context) or is_foreign(other, one, context)):
            return likeness.at_most(_DOUBTFUL, "its text tells of something else")
        return likeness
    names = name_words(one) | name_words(other)
    left, right = one.known() - names, other.known() - names
    if likeness.drops_measure:
        if speaks_of_a_figure(left) and speaks_of_a_figure(right):
            return likeness.changed(_LIFT, "both texts speak of a figure")
    elif (
        likeness.score >= _LIFT_FROM
        and not likeness.changes_type
        and context.vocabulary().overlap(left, right) >= _ALIKE_TEXTS
    ):
        return likeness.changed(_LIFT, "the texts are alike")
    return likeness


def by_sources(likeness: Likeness, one: Profile, other: Profile) -> Likeness:
    """The likeness, lower for each source that defines both and for a text that contrasts the two."""
    apart = len({source for source, _ in one.entries} & {source for source, _ in other.entries})
    if apart:
        each = _STATED_APART if likeness.stated else _APART
        likeness = likeness.changed(-each * min(apart, _MOST_APART), "a source defines both")
    if _set_against(one, other) or _set_against(other, one):
        likeness = likeness.changed(-_SET_AGAINST, "a text sets them against each other")
    return likeness


def _set_against(one: Profile, other: Profile) -> bool:
    """Whether a text of ``one`` says "unlike" before a name of ``other`` that is no name of ``one``."""
    own = {label.forms[0].words for label in one.labels}
    names = [label.forms[0].words for label in other.labels if label.forms[0].words not in own]
    return any(_is_within(name, piece) for piece in one.against() for name in names)


def _is_within(name: tuple[str, ...], piece: tuple[str, ...]) -> bool:
    return any(piece[at : at + len(name)] == name for at in range(len(piece) - len(name) + 1))
