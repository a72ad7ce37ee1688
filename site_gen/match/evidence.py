"""Evidence from texts and sources for or against two similar names being one concept."""

from __future__ import annotations

from site_gen.match.compare import SAME_FROM, Likeness
from site_gen.match.family import root
from site_gen.match.foreign import is_foreign
from site_gen.match.profile import Profile, name_words
from site_gen.match.subject import Context
from site_gen.match.text_likeness import speaks_of_a_figure

_APART = 12  # points lost for each source that defines both
_STATED_APART = 4  # ... where a text nevertheless says that they are one
_MOST_APART = 3
_SET_AGAINST = 24
_DOUBTFUL = 88
ELSEWHERE = "its text tells of something else"
_ENOUGH = 3  # content words: a text with fewer says too little to judge by
_ALIKE_TEXTS = 0.3
_LIFT, _LIFT_FROM = 8, 76


def by_texts(likeness: Likeness, one: Profile, other: Profile, context: Context) -> Likeness:
    """The likeness after reading the texts: lower where they differ, higher where they agree."""
    if likeness.kind == "initials" and (_says_nothing_of(one, other) or _says_nothing_of(other, one)):
        return likeness.at_most(_DOUBTFUL, "no text has these words")
    if not one.texts or not other.texts:
        return likeness
    if likeness.score >= SAME_FROM:
        known = likeness.stated and not (likeness.spelt and not _sources(one) & _sources(other))
        if (
            not known
            and not _share_two_names(one, other)
            and (is_foreign(one, other, context) or is_foreign(other, one, context))
        ):
            return likeness.at_most(_DOUBTFUL, ELSEWHERE)
        return likeness
    names = name_words(one) | name_words(other)
    left, right = one.known() - names, other.known() - names
    if likeness.drops_measure:
        if all(speaks_of_a_figure(text, one.field) for text in (left, right)):
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
    apart = len(_sources(one) & _sources(other))
    if apart:
        known = likeness.stated or _calls(one, other) or _calls(other, one)
        known = known or (likeness.score < SAME_FROM and _is_an_entry_for_short(one, other))
        each = _STATED_APART if known else _APART
        likeness = likeness.changed(-each * min(apart, _MOST_APART), "a source defines both")
    if _set_against(one, other) or _set_against(other, one):
        likeness = likeness.changed(-_SET_AGAINST, "a text sets them against each other")
    return likeness


def _share_two_names(one: Profile, other: Profile) -> bool:
    """Whether a name and an abbreviation, or two names, are the same: that is no coincidence of one word."""
    found = ({label.abbreviation or label.forms[0].joined for label in each.labels} for each in (one, other))
    return len(set.intersection(*found)) > 1


def _calls(one: Profile, other: Profile) -> bool:
    """Whether a source that defines both prints the name of ``other`` as another name of ``one``."""
    return not one.called.isdisjoint(other.entries)


def _is_an_entry_for_short(one: Profile, other: Profile) -> bool:
    """Whether an entry of either has a name that is an abbreviation of both: a question, never certain."""
    shared = one.abbreviations() & other.abbreviations()
    return any(name in shared for _, name in (*one.entries, *other.entries))


def _sources(profile: Profile) -> set[str]:
    return {source for source, _ in profile.entries}


def _says_nothing_of(short: Profile, long: Profile) -> bool:
    """Whether the texts of the abbreviation ``short`` have no word of the long names of ``long``.

    False if ``short`` is no abbreviation or its texts are too short to judge.
    """
    if not short.texts or not short.labels[0].abbreviation:
        return False
    words = {
        root(word, long.field)
        for label in long.labels
        if not label.abbreviation
        for form in label.forms
        for word in form.words
    }
    said = short.known()
    return len(said) >= _ENOUGH and not words & said


def _set_against(one: Profile, other: Profile) -> bool:
    """Whether a text of ``one`` says "unlike" before a name of ``other`` that is no name of ``one``."""
    own = {label.forms[0].words for label in one.labels}
    names = [label.forms[0].words for label in other.labels if label.forms[0].words not in own]
    return any(_is_within(name, piece) for piece in one.against() for name in names)


def _is_within(name: tuple[str, ...], piece: tuple[str, ...]) -> bool:
    return any(piece[at : at + len(name)] == name for at in range(len(piece) - len(name) + 1))
